-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- add column "actor_id" to table: "ledger_entries"
ALTER TABLE `ledger_entries` ADD COLUMN `actor_id` integer NULL;
-- create "new_coverages" table
CREATE TABLE `new_coverages` (`id` integer NOT NULL, `activation_id` text NOT NULL, `kind` text NOT NULL, `starts_on` integer NULL, `ends_on` integer NOT NULL, `perpetual` bool NOT NULL, `decided` bool NOT NULL DEFAULT (false), `order_id` text NOT NULL DEFAULT (''), `order_line` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `entitlement_id` integer NULL, `product_id` integer NULL, `product_line_id` integer NOT NULL, `part_number_id` integer NULL, `level_id` integer NULL, `renews_id` integer NULL, `replaces_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `coverages_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_entitlements_entitlement` FOREIGN KEY (`entitlement_id`) REFERENCES `entitlements` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_part_numbers_part_number` FOREIGN KEY (`part_number_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_coverage_levels_level` FOREIGN KEY (`level_id`) REFERENCES `coverage_levels` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_coverages_successors` FOREIGN KEY (`renews_id`) REFERENCES `coverages` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_coverages_replacement` FOREIGN KEY (`replaces_id`) REFERENCES `coverages` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_days` CHECK (starts_on IS NULL OR starts_on <= ends_on), CONSTRAINT `coverages_perpetual` CHECK (NOT perpetual OR ends_on = 2147483647));
-- copy rows from old table "coverages" to new temporary table "new_coverages"
INSERT INTO `new_coverages` (`id`, `activation_id`, `kind`, `starts_on`, `ends_on`, `perpetual`, `decided`, `order_id`, `order_line`, `created_at`, `updated_at`, `account_id`, `entitlement_id`, `product_id`, `product_line_id`, `part_number_id`, `level_id`) SELECT `id`, `activation_id`, `kind`, `starts_on`, `ends_on`, `perpetual`, `decided`, `order_id`, `order_line`, `created_at`, `updated_at`, `account_id`, `entitlement_id`, `product_id`, `product_line_id`, `part_number_id`, `level_id` FROM `coverages`;
-- drop "coverages" table after copying rows
DROP TABLE `coverages`;
-- rename temporary table "new_coverages" to "coverages"
ALTER TABLE `new_coverages` RENAME TO `coverages`;
-- create index "coverages_replaces_id_key" to table: "coverages"
CREATE UNIQUE INDEX `coverages_replaces_id_key` ON `coverages` (`replaces_id`);
-- create index "coverage_account_id_ends_on_id" to table: "coverages"
CREATE INDEX `coverage_account_id_ends_on_id` ON `coverages` (`account_id`, `ends_on`, `id`);
-- create index "coverage_ends_on_id" to table: "coverages"
CREATE INDEX `coverage_ends_on_id` ON `coverages` (`ends_on`, `id`);
-- create index "coverage_product_line_id_ends_on_id" to table: "coverages"
CREATE INDEX `coverage_product_line_id_ends_on_id` ON `coverages` (`product_line_id`, `ends_on`, `id`);
-- create index "coverage_entitlement_id_id" to table: "coverages"
CREATE INDEX `coverage_entitlement_id_id` ON `coverages` (`entitlement_id`, `id`);
-- create index "coverage_product_id_ends_on_id" to table: "coverages"
CREATE INDEX `coverage_product_id_ends_on_id` ON `coverages` (`product_id`, `ends_on`, `id`);
-- create index "coverage_updated_at_id" to table: "coverages"
CREATE INDEX `coverage_updated_at_id` ON `coverages` (`updated_at`, `id`);
-- create index "coverage_renews_id" to table: "coverages"
CREATE INDEX `coverage_renews_id` ON `coverages` (`renews_id`);
-- add column "actor_id" to table: "decisions"
ALTER TABLE `decisions` ADD COLUMN `actor_id` integer NULL;
-- add column "lifted_by_id" to table: "decisions"
ALTER TABLE `decisions` ADD COLUMN `lifted_by_id` integer NULL;
-- create "new_periods" table
CREATE TABLE `new_periods` (`id` integer NOT NULL, `term` text NOT NULL, `start_rule` text NOT NULL, `term_length` integer NULL, `term_unit` text NULL, `starts_on` integer NULL, `ends_on` integer NULL, `perpetual` bool NOT NULL, `unlimited` bool NOT NULL, `quantity` integer NULL, `overdraft` integer NOT NULL, `decided` bool NOT NULL DEFAULT (false), `order_id` text NOT NULL DEFAULT (''), `order_line` text NOT NULL DEFAULT (''), `price_minor` integer NULL, `currency` text NULL, `time_zone_note` text NOT NULL DEFAULT (''), `source_note` text NOT NULL DEFAULT (''), `source_line` text NOT NULL DEFAULT (''), `source_entitlement` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `line_item_id` integer NOT NULL, `renews_id` integer NULL, `replaces_id` integer NULL, `part_number_id` integer NULL, `license_model_version_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `periods_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_periods_renewals` FOREIGN KEY (`renews_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_periods_replacement` FOREIGN KEY (`replaces_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_part_numbers_part_number` FOREIGN KEY (`part_number_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_license_model_versions_license_model_version` FOREIGN KEY (`license_model_version_id`) REFERENCES `license_model_versions` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_days` CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on), CONSTRAINT `periods_length` CHECK (term_length IS NULL OR term_length > 0), CONSTRAINT `periods_overdraft` CHECK (overdraft >= 0), CONSTRAINT `periods_perpetual` CHECK (NOT perpetual OR ends_on IS NULL), CONSTRAINT `periods_price` CHECK (price_minor IS NULL AND currency IS NULL OR price_minor IS NOT NULL AND currency IS NOT NULL), CONSTRAINT `periods_quantity` CHECK (quantity IS NULL OR quantity >= 0), CONSTRAINT `periods_unit` CHECK (term_length IS NULL AND term_unit IS NULL OR term_length IS NOT NULL AND term_unit IS NOT NULL));
-- copy rows from old table "periods" to new temporary table "new_periods"
INSERT INTO `new_periods` (`id`, `term`, `start_rule`, `term_length`, `term_unit`, `starts_on`, `ends_on`, `perpetual`, `unlimited`, `quantity`, `overdraft`, `decided`, `order_id`, `order_line`, `price_minor`, `currency`, `time_zone_note`, `source_note`, `source_line`, `source_entitlement`, `created_at`, `updated_at`, `account_id`, `line_item_id`, `renews_id`, `part_number_id`, `license_model_version_id`) SELECT `id`, `term`, `start_rule`, `term_length`, `term_unit`, `starts_on`, `ends_on`, `perpetual`, `unlimited`, `quantity`, `overdraft`, `decided`, `order_id`, `order_line`, `price_minor`, `currency`, `time_zone_note`, `source_note`, `source_line`, `source_entitlement`, `created_at`, `updated_at`, `account_id`, `line_item_id`, `renews_id`, `part_number_id`, `license_model_version_id` FROM `periods`;
-- drop "periods" table after copying rows
DROP TABLE `periods`;
-- rename temporary table "new_periods" to "periods"
ALTER TABLE `new_periods` RENAME TO `periods`;
-- create index "periods_replaces_id_key" to table: "periods"
CREATE UNIQUE INDEX `periods_replaces_id_key` ON `periods` (`replaces_id`);
-- create index "period_line_item_id_starts_on_id" to table: "periods"
CREATE INDEX `period_line_item_id_starts_on_id` ON `periods` (`line_item_id`, `starts_on`, `id`);
-- create index "period_renews_id" to table: "periods"
CREATE INDEX `period_renews_id` ON `periods` (`renews_id`);
-- create index "period_part_number_id" to table: "periods"
CREATE INDEX `period_part_number_id` ON `periods` (`part_number_id`);
-- create index "period_starts_on" to table: "periods"
CREATE INDEX `period_starts_on` ON `periods` (`starts_on`);
-- create index "period_ends_on" to table: "periods"
CREATE INDEX `period_ends_on` ON `periods` (`ends_on`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

