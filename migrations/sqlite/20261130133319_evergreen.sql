-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- add column "cancel_days" to table: "part_numbers"
ALTER TABLE `part_numbers` ADD COLUMN `cancel_days` integer NULL;
-- create "new_periods" table
CREATE TABLE `new_periods` (`id` integer NOT NULL, `ranked_at` integer NOT NULL DEFAULT (0), `term` text NOT NULL, `start_rule` text NOT NULL, `term_length` integer NULL, `term_unit` text NULL, `starts_on` integer NULL, `ends_on` integer NULL, `starts_latest_on` integer NULL, `perpetual` bool NOT NULL, `ends_ordered` bool NOT NULL DEFAULT (false), `unlimited` bool NOT NULL, `quantity` integer NULL, `overdraft` integer NOT NULL, `decided` bool NOT NULL DEFAULT (false), `grace_days` integer NOT NULL DEFAULT (0), `cancel_days` integer NULL, `cancel_until` integer NULL, `renews_on` integer NULL, `order_id` text NOT NULL DEFAULT (''), `order_line` text NOT NULL DEFAULT (''), `price_minor` integer NULL, `currency` text NULL, `time_zone_note` text NOT NULL DEFAULT (''), `source_note` text NOT NULL DEFAULT (''), `source_line` text NOT NULL DEFAULT (''), `source_entitlement` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `line_item_id` integer NOT NULL, `renews_id` integer NULL, `replaces_id` integer NULL, `amends_id` integer NULL, `part_number_id` integer NULL, `license_model_version_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `periods_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_periods_renewals` FOREIGN KEY (`renews_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_periods_replacement` FOREIGN KEY (`replaces_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_periods_amendments` FOREIGN KEY (`amends_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_part_numbers_part_number` FOREIGN KEY (`part_number_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_license_model_versions_license_model_version` FOREIGN KEY (`license_model_version_id`) REFERENCES `license_model_versions` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_days` CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on), CONSTRAINT `periods_grace` CHECK (grace_days >= 0), CONSTRAINT `periods_length` CHECK (term_length IS NULL OR term_length > 0), CONSTRAINT `periods_overdraft` CHECK (overdraft >= 0), CONSTRAINT `periods_perpetual` CHECK (NOT perpetual OR ends_on IS NULL), CONSTRAINT `periods_price` CHECK (price_minor IS NULL AND currency IS NULL OR price_minor IS NOT NULL AND currency IS NOT NULL), CONSTRAINT `periods_quantity` CHECK (quantity IS NULL OR quantity >= 0), CONSTRAINT `periods_unit` CHECK (term_length IS NULL AND term_unit IS NULL OR term_length IS NOT NULL AND term_unit IS NOT NULL));
-- copy rows from old table "periods" to new temporary table "new_periods"
INSERT INTO `new_periods` (`id`, `ranked_at`, `term`, `start_rule`, `term_length`, `term_unit`, `starts_on`, `ends_on`, `starts_latest_on`, `perpetual`, `ends_ordered`, `unlimited`, `quantity`, `overdraft`, `decided`, `grace_days`, `order_id`, `order_line`, `price_minor`, `currency`, `time_zone_note`, `source_note`, `source_line`, `source_entitlement`, `created_at`, `updated_at`, `account_id`, `line_item_id`, `renews_id`, `replaces_id`, `amends_id`, `part_number_id`, `license_model_version_id`) SELECT `id`, `ranked_at`, `term`, `start_rule`, `term_length`, `term_unit`, `starts_on`, `ends_on`, `starts_latest_on`, `perpetual`, `ends_ordered`, `unlimited`, `quantity`, `overdraft`, `decided`, `grace_days`, `order_id`, `order_line`, `price_minor`, `currency`, `time_zone_note`, `source_note`, `source_line`, `source_entitlement`, `created_at`, `updated_at`, `account_id`, `line_item_id`, `renews_id`, `replaces_id`, `amends_id`, `part_number_id`, `license_model_version_id` FROM `periods`;
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
-- create index "period_amends_id" to table: "periods"
CREATE INDEX `period_amends_id` ON `periods` (`amends_id`);
-- create index "period_part_number_id" to table: "periods"
CREATE INDEX `period_part_number_id` ON `periods` (`part_number_id`);
-- create index "period_starts_on" to table: "periods"
CREATE INDEX `period_starts_on` ON `periods` (`starts_on`);
-- create index "period_ends_on" to table: "periods"
CREATE INDEX `period_ends_on` ON `periods` (`ends_on`);
-- create index "period_starts_latest_on" to table: "periods"
CREATE INDEX `period_starts_latest_on` ON `periods` (`starts_latest_on`);
-- create index "period_renews_on_line_item_id" to table: "periods"
CREATE INDEX `period_renews_on_line_item_id` ON `periods` (`renews_on`, `line_item_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

