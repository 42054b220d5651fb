-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- add column "retired_at" to table: "coverage_levels"
ALTER TABLE `coverage_levels` ADD COLUMN `retired_at` integer NULL;
-- add column "retired_at" to table: "features"
ALTER TABLE `features` ADD COLUMN `retired_at` integer NULL;
-- add column "retired_at" to table: "license_models"
ALTER TABLE `license_models` ADD COLUMN `retired_at` integer NULL;
-- create "new_license_model_versions" table
CREATE TABLE `new_license_model_versions` (`id` integer NOT NULL, `number` integer NOT NULL, `valid_from` integer NOT NULL, `lease_seconds` integer NULL, `grace_days` integer NOT NULL, `overdraft_allowed` bool NOT NULL, `rehost_limit` integer NULL, `offline_allowed` bool NOT NULL, `offline_days` integer NULL, `surplus` text NOT NULL DEFAULT ('WARN'), `license_model_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `license_model_versions_license_models_license_model` FOREIGN KEY (`license_model_id`) REFERENCES `license_models` (`id`) ON DELETE RESTRICT, CONSTRAINT `license_model_versions_number` CHECK (number > 0));
-- copy rows from old table "license_model_versions" to new temporary table "new_license_model_versions"
INSERT INTO `new_license_model_versions` (`id`, `number`, `valid_from`, `lease_seconds`, `grace_days`, `overdraft_allowed`, `rehost_limit`, `offline_allowed`, `offline_days`, `license_model_id`) SELECT `id`, `number`, `valid_from`, `lease_seconds`, `grace_days`, `overdraft_allowed`, `rehost_limit`, `offline_allowed`, `offline_days`, `license_model_id` FROM `license_model_versions`;
-- drop "license_model_versions" table after copying rows
DROP TABLE `license_model_versions`;
-- rename temporary table "new_license_model_versions" to "license_model_versions"
ALTER TABLE `new_license_model_versions` RENAME TO `license_model_versions`;
-- create index "licensemodelversion_license_model_id_number" to table: "license_model_versions"
CREATE UNIQUE INDEX `licensemodelversion_license_model_id_number` ON `license_model_versions` (`license_model_id`, `number`);
-- create "new_part_numbers" table
CREATE TABLE `new_part_numbers` (`id` integer NOT NULL, `code` text NOT NULL, `description` text NOT NULL DEFAULT (''), `term` text NULL, `start_rule` text NULL, `term_length` integer NULL, `term_unit` text NULL, `pack_size` integer NULL, `overdraft` integer NOT NULL DEFAULT (0), `coverage_kind` text NULL, `coverage_length` integer NULL, `coverage_length_unit` text NULL, `retired_at` integer NULL, `product_id` integer NULL, `license_model_id` integer NULL, `unit_id` integer NULL, `coverage_level_id` integer NULL, `successor_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `part_numbers_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `part_numbers_license_models_license_model` FOREIGN KEY (`license_model_id`) REFERENCES `license_models` (`id`) ON DELETE RESTRICT, CONSTRAINT `part_numbers_units_of_measure_unit` FOREIGN KEY (`unit_id`) REFERENCES `units_of_measure` (`id`) ON DELETE RESTRICT, CONSTRAINT `part_numbers_coverage_levels_coverage_level` FOREIGN KEY (`coverage_level_id`) REFERENCES `coverage_levels` (`id`) ON DELETE RESTRICT, CONSTRAINT `part_numbers_part_numbers_predecessors` FOREIGN KEY (`successor_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `part_numbers_coverage` CHECK (coverage_kind IS NOT NULL OR coverage_length IS NULL AND coverage_level_id IS NULL), CONSTRAINT `part_numbers_coverage_length` CHECK (coverage_length IS NULL OR coverage_length > 0), CONSTRAINT `part_numbers_coverage_unit` CHECK (coverage_length IS NULL AND coverage_length_unit IS NULL OR coverage_length IS NOT NULL AND coverage_length_unit IS NOT NULL), CONSTRAINT `part_numbers_length` CHECK (term_length IS NULL OR term_length > 0), CONSTRAINT `part_numbers_overdraft` CHECK (overdraft >= 0), CONSTRAINT `part_numbers_pack_size` CHECK (pack_size IS NULL OR pack_size > 0), CONSTRAINT `part_numbers_perpetual` CHECK (term IS NULL OR term <> 'PERPETUAL' OR term_length IS NULL), CONSTRAINT `part_numbers_successor` CHECK (successor_id IS NULL OR successor_id <> id), CONSTRAINT `part_numbers_term_unit` CHECK (term_length IS NULL AND term_unit IS NULL OR term_length IS NOT NULL AND term_unit IS NOT NULL));
-- copy rows from old table "part_numbers" to new temporary table "new_part_numbers"
INSERT INTO `new_part_numbers` (`id`, `code`, `description`, `product_id`, `license_model_id`, `unit_id`) SELECT `id`, `code`, `description`, `product_id`, `license_model_id`, `unit_id` FROM `part_numbers`;
-- drop "part_numbers" table after copying rows
DROP TABLE `part_numbers`;
-- rename temporary table "new_part_numbers" to "part_numbers"
ALTER TABLE `new_part_numbers` RENAME TO `part_numbers`;
-- create index "part_numbers_code_key" to table: "part_numbers"
CREATE UNIQUE INDEX `part_numbers_code_key` ON `part_numbers` (`code`);
-- create index "partnumber_product_id_code" to table: "part_numbers"
CREATE INDEX `partnumber_product_id_code` ON `part_numbers` (`product_id`, `code`);
-- create index "partnumber_license_model_id" to table: "part_numbers"
CREATE INDEX `partnumber_license_model_id` ON `part_numbers` (`license_model_id`);
-- create index "partnumber_unit_id" to table: "part_numbers"
CREATE INDEX `partnumber_unit_id` ON `part_numbers` (`unit_id`);
-- create index "partnumber_coverage_level_id" to table: "part_numbers"
CREATE INDEX `partnumber_coverage_level_id` ON `part_numbers` (`coverage_level_id`);
-- create index "partnumber_successor_id" to table: "part_numbers"
CREATE INDEX `partnumber_successor_id` ON `part_numbers` (`successor_id`);
-- add column "retired_at" to table: "product_lines"
ALTER TABLE `product_lines` ADD COLUMN `retired_at` integer NULL;
-- add column "retired_at" to table: "units_of_measure"
ALTER TABLE `units_of_measure` ADD COLUMN `retired_at` integer NULL;
-- create "part_number_upgrades" table
CREATE TABLE `part_number_upgrades` (`id` integer NOT NULL, `part_number_id` integer NOT NULL, `product_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `part_number_upgrades_part_numbers_part_number` FOREIGN KEY (`part_number_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `part_number_upgrades_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT);
-- create index "partnumberupgrade_part_number_id_product_id" to table: "part_number_upgrades"
CREATE UNIQUE INDEX `partnumberupgrade_part_number_id_product_id` ON `part_number_upgrades` (`part_number_id`, `product_id`);
-- create index "partnumberupgrade_product_id" to table: "part_number_upgrades"
CREATE INDEX `partnumberupgrade_product_id` ON `part_number_upgrades` (`product_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

