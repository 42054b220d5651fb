-- +goose Up
-- add column "grace_until" to table: "line_items"
ALTER TABLE `line_items` ADD COLUMN `grace_until` integer NULL;

