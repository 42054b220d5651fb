-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_decisions" table
CREATE TABLE `new_decisions` (`id` integer NOT NULL, `subject_id` integer NOT NULL, `kind` text NOT NULL, `starts_on` integer NOT NULL DEFAULT (-2147483648), `ends_on` integer NOT NULL DEFAULT (2147483647), `planned_ends_on` integer NOT NULL DEFAULT (2147483647), `reason` text NOT NULL DEFAULT (''), `actor` text NOT NULL, `actor_id` integer NULL, `recorded_at` integer NOT NULL, `lifted_at` integer NULL, `lifted_by` text NOT NULL DEFAULT (''), `lifted_by_id` integer NULL, `lift_reason` text NOT NULL DEFAULT (''), `voids` bool NOT NULL DEFAULT (false), `cause_id` integer NULL, `account_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `decisions_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `decisions_days` CHECK (starts_on <= planned_ends_on AND ends_on <= planned_ends_on), CONSTRAINT `decisions_lifted` CHECK (lifted_at IS NOT NULL OR ends_on = planned_ends_on), CONSTRAINT `decisions_voids` CHECK (NOT voids OR kind = 'WITHDRAWN'));
-- copy rows from old table "decisions" to new temporary table "new_decisions"
INSERT INTO `new_decisions` (`id`, `subject_id`, `kind`, `starts_on`, `ends_on`, `planned_ends_on`, `reason`, `actor`, `actor_id`, `recorded_at`, `lifted_at`, `lifted_by`, `lifted_by_id`, `lift_reason`, `account_id`) SELECT `id`, `subject_id`, `kind`, `starts_on`, `ends_on`, `planned_ends_on`, `reason`, `actor`, `actor_id`, `recorded_at`, `lifted_at`, `lifted_by`, `lifted_by_id`, `lift_reason`, `account_id` FROM `decisions`;
-- drop "decisions" table after copying rows
DROP TABLE `decisions`;
-- rename temporary table "new_decisions" to "decisions"
ALTER TABLE `new_decisions` RENAME TO `decisions`;
-- create index "decision_subject_id_id" to table: "decisions"
CREATE INDEX `decision_subject_id_id` ON `decisions` (`subject_id`, `id`);
-- create index "decision_account_id_id" to table: "decisions"
CREATE INDEX `decision_account_id_id` ON `decisions` (`account_id`, `id`);
-- create index "decision_cause_id" to table: "decisions"
CREATE INDEX `decision_cause_id` ON `decisions` (`cause_id`);
-- create "new_entitlements" table
CREATE TABLE `new_entitlements` (`id` integer NOT NULL, `number` text NOT NULL, `description` text NOT NULL DEFAULT (''), `order_reference` text NOT NULL DEFAULT (''), `ship_to_email` text NOT NULL DEFAULT (''), `visible` bool NOT NULL DEFAULT (true), `decided` bool NOT NULL DEFAULT (false), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `channel_partner_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `entitlements_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `entitlements_accounts_channel_partner` FOREIGN KEY (`channel_partner_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "entitlements" to new temporary table "new_entitlements"
INSERT INTO `new_entitlements` (`id`, `number`, `description`, `order_reference`, `ship_to_email`, `visible`, `decided`, `created_at`, `updated_at`, `account_id`, `channel_partner_id`) SELECT `id`, `number`, `description`, `order_reference`, `ship_to_email`, IFNULL(`visible`, (true)) AS `visible`, `decided`, `created_at`, `updated_at`, `account_id`, `channel_partner_id` FROM `entitlements`;
-- drop "entitlements" table after copying rows
DROP TABLE `entitlements`;
-- rename temporary table "new_entitlements" to "entitlements"
ALTER TABLE `new_entitlements` RENAME TO `entitlements`;
-- create index "entitlement_account_id_created_at_id" to table: "entitlements"
CREATE INDEX `entitlement_account_id_created_at_id` ON `entitlements` (`account_id`, `created_at`, `id`);
-- create index "entitlement_account_id_number_id" to table: "entitlements"
CREATE INDEX `entitlement_account_id_number_id` ON `entitlements` (`account_id`, `number`, `id`);
-- create index "entitlement_channel_partner_id" to table: "entitlements"
CREATE INDEX `entitlement_channel_partner_id` ON `entitlements` (`channel_partner_id`);
-- create index "entitlement_created_at_id" to table: "entitlements"
CREATE INDEX `entitlement_created_at_id` ON `entitlements` (`created_at`, `id`);
-- create index "entitlement_number_id" to table: "entitlements"
CREATE INDEX `entitlement_number_id` ON `entitlements` (`number`, `id`);
-- create index "entitlement_updated_at_id" to table: "entitlements"
CREATE INDEX `entitlement_updated_at_id` ON `entitlements` (`updated_at`, `id`);
-- create "new_line_items" table
CREATE TABLE `new_line_items` (`id` integer NOT NULL, `activation_id` text NOT NULL, `decided` bool NOT NULL DEFAULT (false), `visible` bool NOT NULL DEFAULT (true), `unlimited` bool NOT NULL, `granted` integer NOT NULL, `overdraft` integer NOT NULL, `excess` integer NOT NULL, `used` integer NOT NULL, `settled_on` integer NOT NULL, `starts_on` integer NULL, `ends_on` integer NOT NULL, `in_force_until` integer NULL, `next_starts_on` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `entitlement_id` integer NOT NULL, `product_id` integer NOT NULL, `product_line_id` integer NOT NULL, `unit_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `line_items_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_entitlements_entitlement` FOREIGN KEY (`entitlement_id`) REFERENCES `entitlements` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_units_of_measure_unit` FOREIGN KEY (`unit_id`) REFERENCES `units_of_measure` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_amounts` CHECK (granted >= 0 AND overdraft >= 0 AND excess >= 0 AND used >= 0), CONSTRAINT `line_items_count` CHECK (unlimited OR used <= granted + overdraft + excess));
-- copy rows from old table "line_items" to new temporary table "new_line_items"
INSERT INTO `new_line_items` (`id`, `activation_id`, `decided`, `unlimited`, `granted`, `overdraft`, `excess`, `used`, `settled_on`, `starts_on`, `ends_on`, `in_force_until`, `next_starts_on`, `created_at`, `updated_at`, `account_id`, `entitlement_id`, `product_id`, `product_line_id`, `unit_id`) SELECT `id`, `activation_id`, `decided`, `unlimited`, `granted`, `overdraft`, `excess`, `used`, `settled_on`, `starts_on`, `ends_on`, `in_force_until`, `next_starts_on`, `created_at`, `updated_at`, `account_id`, `entitlement_id`, `product_id`, `product_line_id`, `unit_id` FROM `line_items`;
-- drop "line_items" table after copying rows
DROP TABLE `line_items`;
-- rename temporary table "new_line_items" to "line_items"
ALTER TABLE `new_line_items` RENAME TO `line_items`;
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
-- create index "lineitem_activation_id_id" to table: "line_items"
CREATE INDEX `lineitem_activation_id_id` ON `line_items` (`activation_id`, `id`);
-- create index "lineitem_in_force_until" to table: "line_items"
CREATE INDEX `lineitem_in_force_until` ON `line_items` (`in_force_until`);
-- create index "lineitem_next_starts_on" to table: "line_items"
CREATE INDEX `lineitem_next_starts_on` ON `line_items` (`next_starts_on`);
-- create index "lineitem_updated_at_id" to table: "line_items"
CREATE INDEX `lineitem_updated_at_id` ON `line_items` (`updated_at`, `id`);
-- create "new_coverages" table
CREATE TABLE `new_coverages` (`id` integer NOT NULL, `activation_id` text NOT NULL, `kind` text NOT NULL, `starts_on` integer NULL, `ends_on` integer NOT NULL, `perpetual` bool NOT NULL, `decided` bool NOT NULL DEFAULT (false), `visible` bool NOT NULL DEFAULT (true), `order_id` text NOT NULL DEFAULT (''), `order_line` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `entitlement_id` integer NULL, `product_id` integer NULL, `product_line_id` integer NOT NULL, `part_number_id` integer NULL, `level_id` integer NULL, `renews_id` integer NULL, `replaces_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `coverages_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_entitlements_entitlement` FOREIGN KEY (`entitlement_id`) REFERENCES `entitlements` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_part_numbers_part_number` FOREIGN KEY (`part_number_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_coverage_levels_level` FOREIGN KEY (`level_id`) REFERENCES `coverage_levels` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_coverages_successors` FOREIGN KEY (`renews_id`) REFERENCES `coverages` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_coverages_replacement` FOREIGN KEY (`replaces_id`) REFERENCES `coverages` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_days` CHECK (starts_on IS NULL OR starts_on <= ends_on), CONSTRAINT `coverages_perpetual` CHECK (NOT perpetual OR ends_on = 2147483647));
-- copy rows from old table "coverages" to new temporary table "new_coverages"
INSERT INTO `new_coverages` (`id`, `activation_id`, `kind`, `starts_on`, `ends_on`, `perpetual`, `decided`, `order_id`, `order_line`, `created_at`, `updated_at`, `account_id`, `entitlement_id`, `product_id`, `product_line_id`, `part_number_id`, `level_id`, `renews_id`, `replaces_id`) SELECT `id`, `activation_id`, `kind`, `starts_on`, `ends_on`, `perpetual`, `decided`, `order_id`, `order_line`, `created_at`, `updated_at`, `account_id`, `entitlement_id`, `product_id`, `product_line_id`, `part_number_id`, `level_id`, `renews_id`, `replaces_id` FROM `coverages`;
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
-- create "new_periods" table
CREATE TABLE `new_periods` (`id` integer NOT NULL, `ranked_at` integer NOT NULL DEFAULT (0), `term` text NOT NULL, `start_rule` text NOT NULL, `term_length` integer NULL, `term_unit` text NULL, `starts_on` integer NULL, `ends_on` integer NULL, `starts_latest_on` integer NULL, `perpetual` bool NOT NULL, `unlimited` bool NOT NULL, `quantity` integer NULL, `overdraft` integer NOT NULL, `decided` bool NOT NULL DEFAULT (false), `grace_days` integer NOT NULL DEFAULT (0), `order_id` text NOT NULL DEFAULT (''), `order_line` text NOT NULL DEFAULT (''), `price_minor` integer NULL, `currency` text NULL, `time_zone_note` text NOT NULL DEFAULT (''), `source_note` text NOT NULL DEFAULT (''), `source_line` text NOT NULL DEFAULT (''), `source_entitlement` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `line_item_id` integer NOT NULL, `renews_id` integer NULL, `replaces_id` integer NULL, `amends_id` integer NULL, `part_number_id` integer NULL, `license_model_version_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `periods_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_periods_renewals` FOREIGN KEY (`renews_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_periods_replacement` FOREIGN KEY (`replaces_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_periods_amendments` FOREIGN KEY (`amends_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_part_numbers_part_number` FOREIGN KEY (`part_number_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_license_model_versions_license_model_version` FOREIGN KEY (`license_model_version_id`) REFERENCES `license_model_versions` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_days` CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on), CONSTRAINT `periods_grace` CHECK (grace_days >= 0), CONSTRAINT `periods_length` CHECK (term_length IS NULL OR term_length > 0), CONSTRAINT `periods_overdraft` CHECK (overdraft >= 0), CONSTRAINT `periods_perpetual` CHECK (NOT perpetual OR ends_on IS NULL), CONSTRAINT `periods_price` CHECK (price_minor IS NULL AND currency IS NULL OR price_minor IS NOT NULL AND currency IS NOT NULL), CONSTRAINT `periods_quantity` CHECK (quantity IS NULL OR quantity >= 0), CONSTRAINT `periods_unit` CHECK (term_length IS NULL AND term_unit IS NULL OR term_length IS NOT NULL AND term_unit IS NOT NULL));
-- copy rows from old table "periods" to new temporary table "new_periods"
INSERT INTO `new_periods` (`id`, `term`, `start_rule`, `term_length`, `term_unit`, `starts_on`, `ends_on`, `perpetual`, `unlimited`, `quantity`, `overdraft`, `decided`, `order_id`, `order_line`, `price_minor`, `currency`, `time_zone_note`, `source_note`, `source_line`, `source_entitlement`, `created_at`, `updated_at`, `account_id`, `line_item_id`, `renews_id`, `replaces_id`, `part_number_id`, `license_model_version_id`) SELECT `id`, `term`, `start_rule`, `term_length`, `term_unit`, `starts_on`, `ends_on`, `perpetual`, `unlimited`, `quantity`, `overdraft`, `decided`, `order_id`, `order_line`, `price_minor`, `currency`, `time_zone_note`, `source_note`, `source_line`, `source_entitlement`, `created_at`, `updated_at`, `account_id`, `line_item_id`, `renews_id`, `replaces_id`, `part_number_id`, `license_model_version_id` FROM `periods`;
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
-- The rank of periods was the moment at which they were recorded.
UPDATE `periods` SET `ranked_at` = `created_at`;
-- What people withdrew on every day from a period or a coverage voided it.
UPDATE `decisions` SET `voids` = true WHERE `kind` = 'WITHDRAWN' AND `starts_on` = -2147483648 AND `ends_on` = 2147483647 AND `actor_id` IS NOT NULL AND `subject_id` BETWEEN 1297036692682702848 AND 1441151880758558719;
-- Line items and coverages are seen if their entitlement is.
UPDATE `line_items` SET `visible` = false WHERE `entitlement_id` IN (SELECT `id` FROM `entitlements` WHERE NOT `visible`);
UPDATE `coverages` SET `visible` = false WHERE `entitlement_id` IN (SELECT `id` FROM `entitlements` WHERE NOT `visible`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

