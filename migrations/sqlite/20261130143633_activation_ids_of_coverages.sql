-- +goose Up
-- create index "coverage_activation_id_id" to table: "coverages"
CREATE INDEX `coverage_activation_id_id` ON `coverages` (`activation_id`, `id`);

