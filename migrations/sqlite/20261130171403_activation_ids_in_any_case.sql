-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- modify "external_ids" table
ALTER TABLE `external_ids` ADD COLUMN `value_key` text NULL;
-- activation ids beyond ASCII, and all but one of those that differ in letter case only, get their keys from the program
UPDATE `external_ids` SET `value_key` = CASE WHEN length(`value`) = length(CAST(`value` AS BLOB)) THEN lower(`value`) ELSE char(10) || `id` END WHERE `kind` = 'activation';
UPDATE `external_ids` SET `value_key` = char(10) || `id` WHERE `id` IN (SELECT `id` FROM (SELECT `id`, row_number() OVER (PARTITION BY `value_key` ORDER BY `id`) AS `n` FROM `external_ids` WHERE `value_key` IS NOT NULL) WHERE `n` > 1);
-- create index "externalid_value_key" to table: "external_ids"
CREATE UNIQUE INDEX `externalid_value_key` ON `external_ids` (`value_key`);
-- create "new_line_items" table
CREATE TABLE `new_line_items` (`id` integer NOT NULL, `activation_id` text NOT NULL, `activation_key` text NOT NULL, `decided` bool NOT NULL DEFAULT (false), `visible` bool NOT NULL DEFAULT (true), `unlimited` bool NOT NULL, `granted` integer NOT NULL, `overdraft` integer NOT NULL, `excess` integer NOT NULL, `used` integer NOT NULL, `settled_on` integer NOT NULL, `starts_on` integer NULL, `ends_on` integer NOT NULL, `in_force_until` integer NULL, `next_starts_on` integer NULL, `grace_until` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `entitlement_id` integer NOT NULL, `product_id` integer NOT NULL, `product_line_id` integer NOT NULL, `unit_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `line_items_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_entitlements_entitlement` FOREIGN KEY (`entitlement_id`) REFERENCES `entitlements` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_units_of_measure_unit` FOREIGN KEY (`unit_id`) REFERENCES `units_of_measure` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_amounts` CHECK (granted >= 0 AND overdraft >= 0 AND excess >= 0 AND used >= 0), CONSTRAINT `line_items_count` CHECK (unlimited OR used <= granted + overdraft + excess));
-- copy rows from old table "line_items" to new temporary table "new_line_items"
INSERT INTO `new_line_items` (`id`, `activation_id`, `activation_key`, `decided`, `visible`, `unlimited`, `granted`, `overdraft`, `excess`, `used`, `settled_on`, `starts_on`, `ends_on`, `in_force_until`, `next_starts_on`, `grace_until`, `created_at`, `updated_at`, `account_id`, `entitlement_id`, `product_id`, `product_line_id`, `unit_id`) SELECT `id`, `activation_id`, CASE WHEN length(`activation_id`) = length(CAST(`activation_id` AS BLOB)) THEN lower(`activation_id`) ELSE char(10) || `id` END, `decided`, `visible`, `unlimited`, `granted`, `overdraft`, `excess`, `used`, `settled_on`, `starts_on`, `ends_on`, `in_force_until`, `next_starts_on`, `grace_until`, `created_at`, `updated_at`, `account_id`, `entitlement_id`, `product_id`, `product_line_id`, `unit_id` FROM `line_items`;
-- drop "line_items" table after copying rows
DROP TABLE `line_items`;
-- rename temporary table "new_line_items" to "line_items"
ALTER TABLE `new_line_items` RENAME TO `line_items`;
-- of activation ids that differ in letter case only, that of the oldest line item has the key
UPDATE `line_items` SET `activation_key` = char(10) || `id` WHERE `id` IN (SELECT `id` FROM (SELECT `id`, row_number() OVER (PARTITION BY `activation_key` ORDER BY `created_at`, `id`) AS `n` FROM `line_items`) WHERE `n` > 1);
-- create index "lineitem_entitlement_id_id" to table: "line_items"
CREATE INDEX `lineitem_entitlement_id_id` ON `line_items` (`entitlement_id`, `id`);
-- create index "lineitem_account_id_ends_on_id" to table: "line_items"
CREATE INDEX `lineitem_account_id_ends_on_id` ON `line_items` (`account_id`, `ends_on`, `id`);
-- create index "lineitem_account_id_created_at_id" to table: "line_items"
CREATE INDEX `lineitem_account_id_created_at_id` ON `line_items` (`account_id`, `created_at`, `id`);
-- create index "lineitem_product_id_ends_on_id" to table: "line_items"
CREATE INDEX `lineitem_product_id_ends_on_id` ON `line_items` (`product_id`, `ends_on`, `id`);
-- create index "lineitem_product_line_id_ends_on_id" to table: "line_items"
CREATE INDEX `lineitem_product_line_id_ends_on_id` ON `line_items` (`product_line_id`, `ends_on`, `id`);
-- create index "lineitem_unit_id_ends_on_id" to table: "line_items"
CREATE INDEX `lineitem_unit_id_ends_on_id` ON `line_items` (`unit_id`, `ends_on`, `id`);
-- create index "lineitem_ends_on_id" to table: "line_items"
CREATE INDEX `lineitem_ends_on_id` ON `line_items` (`ends_on`, `id`);
-- create index "lineitem_created_at_id" to table: "line_items"
CREATE INDEX `lineitem_created_at_id` ON `line_items` (`created_at`, `id`);
-- create index "lineitem_activation_key" to table: "line_items"
CREATE UNIQUE INDEX `lineitem_activation_key` ON `line_items` (`activation_key`);
-- create index "lineitem_in_force_until" to table: "line_items"
CREATE INDEX `lineitem_in_force_until` ON `line_items` (`in_force_until`);
-- create index "lineitem_next_starts_on" to table: "line_items"
CREATE INDEX `lineitem_next_starts_on` ON `line_items` (`next_starts_on`);
-- create index "lineitem_updated_at_id" to table: "line_items"
CREATE INDEX `lineitem_updated_at_id` ON `line_items` (`updated_at`, `id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

