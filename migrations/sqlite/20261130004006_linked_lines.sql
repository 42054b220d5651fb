-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_coverage_items" table
CREATE TABLE `new_coverage_items` (`id` integer NOT NULL, `quantity` integer NULL, `price_minor` integer NULL, `currency` text NULL, `decided` bool NOT NULL DEFAULT (false), `linked_at` integer NOT NULL DEFAULT (0), `account_id` integer NOT NULL, `coverage_id` integer NOT NULL, `line_item_id` integer NOT NULL, `level_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `coverage_items_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverage_items_coverages_coverage` FOREIGN KEY (`coverage_id`) REFERENCES `coverages` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverage_items_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverage_items_coverage_levels_level` FOREIGN KEY (`level_id`) REFERENCES `coverage_levels` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverage_items_price` CHECK (price_minor IS NULL AND currency IS NULL OR price_minor IS NOT NULL AND currency IS NOT NULL), CONSTRAINT `coverage_items_quantity` CHECK (quantity IS NULL OR quantity > 0));
-- copy rows from old table "coverage_items" to new temporary table "new_coverage_items"
INSERT INTO `new_coverage_items` (`id`, `quantity`, `price_minor`, `currency`, `decided`, `account_id`, `coverage_id`, `line_item_id`, `level_id`) SELECT `id`, `quantity`, `price_minor`, `currency`, `decided`, `account_id`, `coverage_id`, `line_item_id`, `level_id` FROM `coverage_items`;
-- drop "coverage_items" table after copying rows
DROP TABLE `coverage_items`;
-- rename temporary table "new_coverage_items" to "coverage_items"
ALTER TABLE `new_coverage_items` RENAME TO `coverage_items`;
-- create index "coverageitem_coverage_id_line_item_id" to table: "coverage_items"
CREATE UNIQUE INDEX `coverageitem_coverage_id_line_item_id` ON `coverage_items` (`coverage_id`, `line_item_id`);
-- create index "coverageitem_line_item_id_coverage_id" to table: "coverage_items"
CREATE INDEX `coverageitem_line_item_id_coverage_id` ON `coverage_items` (`line_item_id`, `coverage_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

