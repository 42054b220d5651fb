-- +goose Up
-- create "accounts" table
CREATE TABLE `accounts` (`id` integer NOT NULL, `name` text NOT NULL, `name_key` text NOT NULL, `kind` text NOT NULL, `description` text NOT NULL DEFAULT (''), `street` text NOT NULL DEFAULT (''), `city` text NOT NULL DEFAULT (''), `state` text NOT NULL DEFAULT (''), `postal_code` text NOT NULL DEFAULT (''), `country` text NOT NULL DEFAULT (''), `region` text NOT NULL DEFAULT (''), `visible` bool NOT NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "account_name_key_id" to table: "accounts"
CREATE INDEX `account_name_key_id` ON `accounts` (`name_key`, `id`);
-- create index "account_created_at_id" to table: "accounts"
CREATE INDEX `account_created_at_id` ON `accounts` (`created_at`, `id`);
-- create "account_links" table
CREATE TABLE `account_links` (`id` integer NOT NULL, `parent_id` integer NOT NULL, `child_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `account_links_accounts_parent` FOREIGN KEY (`parent_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `account_links_accounts_child` FOREIGN KEY (`child_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `account_links_apart` CHECK (parent_id <> child_id));
-- create index "accountlink_parent_id_child_id" to table: "account_links"
CREATE UNIQUE INDEX `accountlink_parent_id_child_id` ON `account_links` (`parent_id`, `child_id`);
-- create index "accountlink_child_id" to table: "account_links"
CREATE INDEX `accountlink_child_id` ON `account_links` (`child_id`);
-- create "account_paths" table
CREATE TABLE `account_paths` (`id` integer NOT NULL, `depth` integer NOT NULL, `ancestor_id` integer NOT NULL, `descendant_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `account_paths_accounts_ancestor` FOREIGN KEY (`ancestor_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `account_paths_accounts_descendant` FOREIGN KEY (`descendant_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `account_paths_depth` CHECK (depth >= 0 AND (depth = 0) = (ancestor_id = descendant_id)));
-- create index "accountpath_ancestor_id_descendant_id" to table: "account_paths"
CREATE UNIQUE INDEX `accountpath_ancestor_id_descendant_id` ON `account_paths` (`ancestor_id`, `descendant_id`);
-- create index "accountpath_descendant_id" to table: "account_paths"
CREATE INDEX `accountpath_descendant_id` ON `account_paths` (`descendant_id`);
-- create "activations" table
CREATE TABLE `activations` (`id` integer NOT NULL, `quantity` integer NOT NULL, `overdraft` integer NOT NULL, `starts_on` integer NULL, `ends_on` integer NULL, `activated_at` integer NOT NULL, `returned_on` integer NULL, `label` text NOT NULL DEFAULT (''), `channel` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `line_item_id` integer NOT NULL, `period_id` integer NULL, `device_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `activations_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `activations_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `activations_periods_period` FOREIGN KEY (`period_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `activations_devices_device` FOREIGN KEY (`device_id`) REFERENCES `devices` (`id`) ON DELETE RESTRICT, CONSTRAINT `activations_days` CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on), CONSTRAINT `activations_quantity` CHECK (quantity > 0 AND overdraft >= 0));
-- create index "activation_line_item_id_activated_at_id" to table: "activations"
CREATE INDEX `activation_line_item_id_activated_at_id` ON `activations` (`line_item_id`, `activated_at`, `id`);
-- create index "activation_device_id_activated_at_id" to table: "activations"
CREATE INDEX `activation_device_id_activated_at_id` ON `activations` (`device_id`, `activated_at`, `id`);
-- create index "activation_account_id_activated_at_id" to table: "activations"
CREATE INDEX `activation_account_id_activated_at_id` ON `activations` (`account_id`, `activated_at`, `id`);
-- create index "activation_period_id" to table: "activations"
CREATE INDEX `activation_period_id` ON `activations` (`period_id`);
-- create "allocations" table
CREATE TABLE `allocations` (`id` integer NOT NULL, `quantity` integer NOT NULL, `requested` integer NOT NULL, `ends_on` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `license_server_id` integer NOT NULL, `line_item_id` integer NOT NULL, `period_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `allocations_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `allocations_license_servers_license_server` FOREIGN KEY (`license_server_id`) REFERENCES `license_servers` (`id`) ON DELETE RESTRICT, CONSTRAINT `allocations_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `allocations_periods_period` FOREIGN KEY (`period_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `allocations_quantity` CHECK (quantity >= 0 AND requested >= 0));
-- create index "allocation_license_server_id_line_item_id_period_id" to table: "allocations"
CREATE UNIQUE INDEX `allocation_license_server_id_line_item_id_period_id` ON `allocations` (`license_server_id`, `line_item_id`, `period_id`);
-- create index "allocation_line_item_id_id" to table: "allocations"
CREATE INDEX `allocation_line_item_id_id` ON `allocations` (`line_item_id`, `id`);
-- create index "allocation_period_id" to table: "allocations"
CREATE INDEX `allocation_period_id` ON `allocations` (`period_id`);
-- create "batches" table
CREATE TABLE `batches` (`id` integer NOT NULL, `plan_hash` text NOT NULL, `started_at` integer NOT NULL, `finished_at` integer NULL, `counts` text NOT NULL DEFAULT ('{}'), `system_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `batches_systems_system` FOREIGN KEY (`system_id`) REFERENCES `systems` (`id`) ON DELETE RESTRICT);
-- create index "batch_system_id_id" to table: "batches"
CREATE INDEX `batch_system_id_id` ON `batches` (`system_id`, `id`);
-- create "coverages" table
CREATE TABLE `coverages` (`id` integer NOT NULL, `activation_id` text NOT NULL, `kind` text NOT NULL, `starts_on` integer NULL, `ends_on` integer NOT NULL, `perpetual` bool NOT NULL, `decision` text NULL, `order_id` text NOT NULL DEFAULT (''), `order_line` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `entitlement_id` integer NULL, `product_id` integer NULL, `product_line_id` integer NOT NULL, `part_number_id` integer NULL, `level_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `coverages_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_entitlements_entitlement` FOREIGN KEY (`entitlement_id`) REFERENCES `entitlements` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_part_numbers_part_number` FOREIGN KEY (`part_number_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_coverage_levels_level` FOREIGN KEY (`level_id`) REFERENCES `coverage_levels` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverages_days` CHECK (starts_on IS NULL OR starts_on <= ends_on), CONSTRAINT `coverages_perpetual` CHECK (NOT perpetual OR ends_on = 2147483647));
-- create index "coverage_account_id_ends_on_id" to table: "coverages"
CREATE INDEX `coverage_account_id_ends_on_id` ON `coverages` (`account_id`, `ends_on`, `id`);
-- create index "coverage_ends_on_id" to table: "coverages"
CREATE INDEX `coverage_ends_on_id` ON `coverages` (`ends_on`, `id`);
-- create index "coverage_product_line_id_ends_on_id" to table: "coverages"
CREATE INDEX `coverage_product_line_id_ends_on_id` ON `coverages` (`product_line_id`, `ends_on`, `id`);
-- create index "coverage_entitlement_id_id" to table: "coverages"
CREATE INDEX `coverage_entitlement_id_id` ON `coverages` (`entitlement_id`, `id`);
-- create index "coverage_product_id" to table: "coverages"
CREATE INDEX `coverage_product_id` ON `coverages` (`product_id`);
-- create "coverage_items" table
CREATE TABLE `coverage_items` (`id` integer NOT NULL, `quantity` integer NULL, `price_minor` integer NULL, `currency` text NULL, `account_id` integer NOT NULL, `coverage_id` integer NOT NULL, `line_item_id` integer NOT NULL, `level_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `coverage_items_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverage_items_coverages_coverage` FOREIGN KEY (`coverage_id`) REFERENCES `coverages` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverage_items_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverage_items_coverage_levels_level` FOREIGN KEY (`level_id`) REFERENCES `coverage_levels` (`id`) ON DELETE RESTRICT, CONSTRAINT `coverage_items_price` CHECK (price_minor IS NULL AND currency IS NULL OR price_minor IS NOT NULL AND currency IS NOT NULL), CONSTRAINT `coverage_items_quantity` CHECK (quantity IS NULL OR quantity > 0));
-- create index "coverageitem_coverage_id_line_item_id" to table: "coverage_items"
CREATE UNIQUE INDEX `coverageitem_coverage_id_line_item_id` ON `coverage_items` (`coverage_id`, `line_item_id`);
-- create index "coverageitem_line_item_id_coverage_id" to table: "coverage_items"
CREATE INDEX `coverageitem_line_item_id_coverage_id` ON `coverage_items` (`line_item_id`, `coverage_id`);
-- create "coverage_levels" table
CREATE TABLE `coverage_levels` (`id` integer NOT NULL, `code` text NOT NULL, `name` text NOT NULL, `rank` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "coverage_levels_code_key" to table: "coverage_levels"
CREATE UNIQUE INDEX `coverage_levels_code_key` ON `coverage_levels` (`code`);
-- create "decisions" table
CREATE TABLE `decisions` (`id` integer NOT NULL, `subject_id` integer NOT NULL, `kind` text NOT NULL, `reason` text NOT NULL DEFAULT (''), `actor` text NOT NULL, `recorded_at` integer NOT NULL, `lifted_at` integer NULL, `account_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `decisions_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- create index "decision_subject_id_id" to table: "decisions"
CREATE INDEX `decision_subject_id_id` ON `decisions` (`subject_id`, `id`);
-- create index "decision_account_id_id" to table: "decisions"
CREATE INDEX `decision_account_id_id` ON `decisions` (`account_id`, `id`);
-- create "devices" table
CREATE TABLE `devices` (`id` integer NOT NULL, `fingerprint` text NOT NULL, `fingerprint_kind` text NOT NULL DEFAULT (''), `name` text NOT NULL DEFAULT (''), `kind` text NOT NULL, `status` text NOT NULL, `machine` text NOT NULL DEFAULT (''), `user_label` text NOT NULL DEFAULT (''), `last_seen_at` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `license_server_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `devices_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `devices_license_servers_license_server` FOREIGN KEY (`license_server_id`) REFERENCES `license_servers` (`id`) ON DELETE RESTRICT);
-- create index "device_account_id_fingerprint" to table: "devices"
CREATE UNIQUE INDEX `device_account_id_fingerprint` ON `devices` (`account_id`, `fingerprint`);
-- create index "device_license_server_id_id" to table: "devices"
CREATE INDEX `device_license_server_id_id` ON `devices` (`license_server_id`, `id`);
-- create index "device_account_id_name_id" to table: "devices"
CREATE INDEX `device_account_id_name_id` ON `devices` (`account_id`, `name`, `id`);
-- create "entitlements" table
CREATE TABLE `entitlements` (`id` integer NOT NULL, `number` text NOT NULL, `description` text NOT NULL DEFAULT (''), `order_reference` text NOT NULL DEFAULT (''), `ship_to_email` text NOT NULL DEFAULT (''), `visible` bool NOT NULL, `decision` text NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `channel_partner_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `entitlements_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `entitlements_accounts_channel_partner` FOREIGN KEY (`channel_partner_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
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
-- create "external_ids" table
CREATE TABLE `external_ids` (`id` integer NOT NULL, `kind` text NOT NULL, `value` text NOT NULL, `entity_id` integer NOT NULL, `record_id` integer NULL, `source_digest` integer NULL, `applied_digest` integer NULL, `system_id` integer NOT NULL, `account_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `external_ids_systems_system` FOREIGN KEY (`system_id`) REFERENCES `systems` (`id`) ON DELETE RESTRICT, CONSTRAINT `external_ids_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- create index "externalid_system_id_kind_value" to table: "external_ids"
CREATE UNIQUE INDEX `externalid_system_id_kind_value` ON `external_ids` (`system_id`, `kind`, `value`);
-- create index "externalid_entity_id_id" to table: "external_ids"
CREATE INDEX `externalid_entity_id_id` ON `external_ids` (`entity_id`, `id`);
-- create index "externalid_value" to table: "external_ids"
CREATE INDEX `externalid_value` ON `external_ids` (`value`);
-- create "features" table
CREATE TABLE `features` (`id` integer NOT NULL, `code` text NOT NULL, `version` text NOT NULL DEFAULT (''), `name` text NOT NULL DEFAULT (''), PRIMARY KEY (`id`));
-- create index "feature_code_version" to table: "features"
CREATE UNIQUE INDEX `feature_code_version` ON `features` (`code`, `version`);
-- create "homes" table
CREATE TABLE `homes` (`id` integer NOT NULL, `product_line_id` integer NOT NULL, `since` integer NOT NULL, `account_id` integer NOT NULL, `system_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `homes_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `homes_systems_system` FOREIGN KEY (`system_id`) REFERENCES `systems` (`id`) ON DELETE RESTRICT);
-- create index "home_account_id_product_line_id" to table: "homes"
CREATE UNIQUE INDEX `home_account_id_product_line_id` ON `homes` (`account_id`, `product_line_id`);
-- create index "home_system_id" to table: "homes"
CREATE INDEX `home_system_id` ON `homes` (`system_id`);
-- create "ledger_entries" table
CREATE TABLE `ledger_entries` (`id` integer NOT NULL, `kind` text NOT NULL, `amount` integer NOT NULL, `excess` integer NOT NULL, `effective_on` integer NOT NULL, `recorded_at` integer NOT NULL, `actor` text NOT NULL, `cause` text NOT NULL DEFAULT (''), `subject_id` integer NULL, `account_id` integer NOT NULL, `line_item_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `ledger_entries_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `ledger_entries_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT);
-- create index "ledgerentry_line_item_id_id" to table: "ledger_entries"
CREATE INDEX `ledgerentry_line_item_id_id` ON `ledger_entries` (`line_item_id`, `id`);
-- create "license_models" table
CREATE TABLE `license_models` (`id` integer NOT NULL, `name` text NOT NULL, `technology` text NOT NULL DEFAULT (''), `activation_model` text NOT NULL, `metered` bool NOT NULL, PRIMARY KEY (`id`));
-- create index "license_models_name_key" to table: "license_models"
CREATE UNIQUE INDEX `license_models_name_key` ON `license_models` (`name`);
-- create "license_model_versions" table
CREATE TABLE `license_model_versions` (`id` integer NOT NULL, `number` integer NOT NULL, `valid_from` integer NOT NULL, `lease_seconds` integer NULL, `grace_days` integer NOT NULL, `overdraft_allowed` bool NOT NULL, `rehost_limit` integer NULL, `offline_allowed` bool NOT NULL, `offline_days` integer NULL, `license_model_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `license_model_versions_license_models_license_model` FOREIGN KEY (`license_model_id`) REFERENCES `license_models` (`id`) ON DELETE RESTRICT, CONSTRAINT `license_model_versions_number` CHECK (number > 0));
-- create index "licensemodelversion_license_model_id_number" to table: "license_model_versions"
CREATE UNIQUE INDEX `licensemodelversion_license_model_id_number` ON `license_model_versions` (`license_model_id`, `number`);
-- create "license_servers" table
CREATE TABLE `license_servers` (`id` integer NOT NULL, `fingerprint` text NOT NULL, `fingerprint_kind` text NOT NULL DEFAULT (''), `name` text NOT NULL DEFAULT (''), `deployment` text NOT NULL, `status` text NOT NULL, `machine` text NOT NULL DEFAULT (''), `last_seen_at` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `license_servers_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- create index "licenseserver_account_id_fingerprint" to table: "license_servers"
CREATE UNIQUE INDEX `licenseserver_account_id_fingerprint` ON `license_servers` (`account_id`, `fingerprint`);
-- create index "licenseserver_account_id_name_id" to table: "license_servers"
CREATE INDEX `licenseserver_account_id_name_id` ON `license_servers` (`account_id`, `name`, `id`);
-- create "line_items" table
CREATE TABLE `line_items` (`id` integer NOT NULL, `activation_id` text NOT NULL, `decision` text NULL, `unlimited` bool NOT NULL, `granted` integer NOT NULL, `overdraft` integer NOT NULL, `excess` integer NOT NULL, `used` integer NOT NULL, `settled_on` integer NOT NULL, `starts_on` integer NULL, `ends_on` integer NOT NULL, `in_force_until` integer NULL, `next_starts_on` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `entitlement_id` integer NOT NULL, `product_id` integer NOT NULL, `product_line_id` integer NOT NULL, `unit_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `line_items_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_entitlements_entitlement` FOREIGN KEY (`entitlement_id`) REFERENCES `entitlements` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_units_of_measure_unit` FOREIGN KEY (`unit_id`) REFERENCES `units_of_measure` (`id`) ON DELETE RESTRICT, CONSTRAINT `line_items_amounts` CHECK (granted >= 0 AND overdraft >= 0 AND excess >= 0 AND used >= 0), CONSTRAINT `line_items_count` CHECK (unlimited OR used <= granted + overdraft + excess));
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
-- create "lineage_steps" table
CREATE TABLE `lineage_steps` (`id` integer NOT NULL, `counterpart_label` text NOT NULL DEFAULT (''), `direction` text NOT NULL, `reason` text NOT NULL, `happened_on` integer NULL, `quantity` integer NULL, `account_id` integer NOT NULL, `line_item_id` integer NOT NULL, `period_id` integer NULL, `counterpart_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `lineage_steps_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `lineage_steps_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `lineage_steps_periods_period` FOREIGN KEY (`period_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `lineage_steps_line_items_counterpart` FOREIGN KEY (`counterpart_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT);
-- create index "lineagestep_line_item_id_direction_reason_counterpart_label" to table: "lineage_steps"
CREATE UNIQUE INDEX `lineagestep_line_item_id_direction_reason_counterpart_label` ON `lineage_steps` (`line_item_id`, `direction`, `reason`, `counterpart_label`);
-- create index "lineagestep_counterpart_id" to table: "lineage_steps"
CREATE INDEX `lineagestep_counterpart_id` ON `lineage_steps` (`counterpart_id`);
-- create index "lineagestep_period_id" to table: "lineage_steps"
CREATE INDEX `lineagestep_period_id` ON `lineage_steps` (`period_id`);
-- create "list_prices" table
CREATE TABLE `list_prices` (`id` integer NOT NULL, `currency` text NOT NULL, `amount_minor` integer NOT NULL, `valid_from` integer NOT NULL, `part_number_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `list_prices_part_numbers_part_number` FOREIGN KEY (`part_number_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `list_prices_amount` CHECK (amount_minor >= 0), CONSTRAINT `list_prices_currency` CHECK (length(currency) = 3));
-- create index "listprice_part_number_id_currency_valid_from" to table: "list_prices"
CREATE UNIQUE INDEX `listprice_part_number_id_currency_valid_from` ON `list_prices` (`part_number_id`, `currency`, `valid_from`);
-- create "memberships" table
CREATE TABLE `memberships` (`id` integer NOT NULL, `roles` integer NOT NULL, `service_access` integer NOT NULL, `include_sub_accounts` bool NOT NULL, `ends_on` integer NULL, `created_at` integer NOT NULL, `account_id` integer NOT NULL, `user_id` integer NOT NULL, `product_line_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `memberships_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_roles` CHECK (roles > 0 AND roles < 32), CONSTRAINT `memberships_service_access` CHECK (service_access >= 0 AND service_access < 8));
-- create index "membership_user_id_account_id" to table: "memberships"
CREATE UNIQUE INDEX `membership_user_id_account_id` ON `memberships` (`user_id`, `account_id`);
-- create index "membership_account_id_id" to table: "memberships"
CREATE INDEX `membership_account_id_id` ON `memberships` (`account_id`, `id`);
-- create "meters" table
CREATE TABLE `meters` (`id` integer NOT NULL, `code` text NOT NULL, `name` text NOT NULL, `reset_interval` text NOT NULL, `product_line_id` integer NOT NULL, `unit_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `meters_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `meters_units_of_measure_unit` FOREIGN KEY (`unit_id`) REFERENCES `units_of_measure` (`id`) ON DELETE RESTRICT);
-- create index "meter_product_line_id_code_unit_id" to table: "meters"
CREATE UNIQUE INDEX `meter_product_line_id_code_unit_id` ON `meters` (`product_line_id`, `code`, `unit_id`);
-- create "part_numbers" table
CREATE TABLE `part_numbers` (`id` integer NOT NULL, `code` text NOT NULL, `description` text NOT NULL DEFAULT (''), `product_id` integer NULL, `license_model_id` integer NULL, `unit_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `part_numbers_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `part_numbers_license_models_license_model` FOREIGN KEY (`license_model_id`) REFERENCES `license_models` (`id`) ON DELETE RESTRICT, CONSTRAINT `part_numbers_units_of_measure_unit` FOREIGN KEY (`unit_id`) REFERENCES `units_of_measure` (`id`) ON DELETE RESTRICT);
-- create index "part_numbers_code_key" to table: "part_numbers"
CREATE UNIQUE INDEX `part_numbers_code_key` ON `part_numbers` (`code`);
-- create index "partnumber_product_id_code" to table: "part_numbers"
CREATE INDEX `partnumber_product_id_code` ON `part_numbers` (`product_id`, `code`);
-- create index "partnumber_license_model_id" to table: "part_numbers"
CREATE INDEX `partnumber_license_model_id` ON `part_numbers` (`license_model_id`);
-- create index "partnumber_unit_id" to table: "part_numbers"
CREATE INDEX `partnumber_unit_id` ON `part_numbers` (`unit_id`);
-- create "periods" table
CREATE TABLE `periods` (`id` integer NOT NULL, `term` text NOT NULL, `start_rule` text NOT NULL, `term_length` integer NULL, `term_unit` text NULL, `starts_on` integer NULL, `ends_on` integer NULL, `perpetual` bool NOT NULL, `unlimited` bool NOT NULL, `quantity` integer NULL, `overdraft` integer NOT NULL, `decision` text NULL, `order_id` text NOT NULL DEFAULT (''), `order_line` text NOT NULL DEFAULT (''), `price_minor` integer NULL, `currency` text NULL, `time_zone_note` text NOT NULL DEFAULT (''), `source_note` text NOT NULL DEFAULT (''), `source_line` text NOT NULL DEFAULT (''), `source_entitlement` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `line_item_id` integer NOT NULL, `renews_id` integer NULL, `part_number_id` integer NULL, `license_model_version_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `periods_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_line_items_line_item` FOREIGN KEY (`line_item_id`) REFERENCES `line_items` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_periods_renewals` FOREIGN KEY (`renews_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_part_numbers_part_number` FOREIGN KEY (`part_number_id`) REFERENCES `part_numbers` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_license_model_versions_license_model_version` FOREIGN KEY (`license_model_version_id`) REFERENCES `license_model_versions` (`id`) ON DELETE RESTRICT, CONSTRAINT `periods_days` CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on), CONSTRAINT `periods_length` CHECK (term_length IS NULL OR term_length > 0), CONSTRAINT `periods_overdraft` CHECK (overdraft >= 0), CONSTRAINT `periods_perpetual` CHECK (NOT perpetual OR ends_on IS NULL), CONSTRAINT `periods_price` CHECK (price_minor IS NULL AND currency IS NULL OR price_minor IS NOT NULL AND currency IS NOT NULL), CONSTRAINT `periods_quantity` CHECK (quantity IS NULL OR quantity >= 0), CONSTRAINT `periods_unit` CHECK (term_length IS NULL AND term_unit IS NULL OR term_length IS NOT NULL AND term_unit IS NOT NULL));
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
-- create "products" table
CREATE TABLE `products` (`id` integer NOT NULL, `name` text NOT NULL, `version` text NOT NULL DEFAULT (''), `description` text NOT NULL DEFAULT (''), `kind` text NOT NULL, `state` text NOT NULL, `available_from` integer NULL, `available_until` integer NULL, `created_at` integer NOT NULL, `product_line_id` integer NOT NULL, `license_model_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `products_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `products_license_models_license_model` FOREIGN KEY (`license_model_id`) REFERENCES `license_models` (`id`) ON DELETE RESTRICT, CONSTRAINT `products_available` CHECK (available_from IS NULL OR available_until IS NULL OR available_from <= available_until));
-- create index "product_name_version" to table: "products"
CREATE UNIQUE INDEX `product_name_version` ON `products` (`name`, `version`);
-- create index "product_product_line_id_name_version" to table: "products"
CREATE INDEX `product_product_line_id_name_version` ON `products` (`product_line_id`, `name`, `version`);
-- create index "product_license_model_id" to table: "products"
CREATE INDEX `product_license_model_id` ON `products` (`license_model_id`);
-- create "product_features" table
CREATE TABLE `product_features` (`id` integer NOT NULL, `quantity` integer NOT NULL, `product_id` integer NOT NULL, `feature_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `product_features_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `product_features_features_feature` FOREIGN KEY (`feature_id`) REFERENCES `features` (`id`) ON DELETE RESTRICT, CONSTRAINT `product_features_quantity` CHECK (quantity > 0));
-- create index "productfeature_product_id_feature_id" to table: "product_features"
CREATE UNIQUE INDEX `productfeature_product_id_feature_id` ON `product_features` (`product_id`, `feature_id`);
-- create index "productfeature_feature_id" to table: "product_features"
CREATE INDEX `productfeature_feature_id` ON `product_features` (`feature_id`);
-- create "product_lines" table
CREATE TABLE `product_lines` (`id` integer NOT NULL, `name` text NOT NULL, `description` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "product_lines_name_key" to table: "product_lines"
CREATE UNIQUE INDEX `product_lines_name_key` ON `product_lines` (`name`);
-- create "search_words" table
CREATE TABLE `search_words` (`id` integer NOT NULL, `entity_type` integer NOT NULL, `word` text NOT NULL, `entity_id` integer NOT NULL, `account_id` integer NULL, PRIMARY KEY (`id`));
-- create index "searchword_entity_type_word_entity_id" to table: "search_words"
CREATE UNIQUE INDEX `searchword_entity_type_word_entity_id` ON `search_words` (`entity_type`, `word`, `entity_id`);
-- create index "searchword_entity_id" to table: "search_words"
CREATE INDEX `searchword_entity_id` ON `search_words` (`entity_id`);
-- create "suite_members" table
CREATE TABLE `suite_members` (`id` integer NOT NULL, `quantity` integer NOT NULL, `suite_id` integer NOT NULL, `product_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `suite_members_products_suite` FOREIGN KEY (`suite_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `suite_members_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `suite_members_apart` CHECK (suite_id <> product_id), CONSTRAINT `suite_members_quantity` CHECK (quantity > 0));
-- create index "suitemember_suite_id_product_id" to table: "suite_members"
CREATE UNIQUE INDEX `suitemember_suite_id_product_id` ON `suite_members` (`suite_id`, `product_id`);
-- create index "suitemember_product_id" to table: "suite_members"
CREATE INDEX `suitemember_product_id` ON `suite_members` (`product_id`);
-- create "systems" table
CREATE TABLE `systems` (`id` integer NOT NULL, `code` text NOT NULL, `name` text NOT NULL, `kind` text NOT NULL, PRIMARY KEY (`id`));
-- create index "systems_code_key" to table: "systems"
CREATE UNIQUE INDEX `systems_code_key` ON `systems` (`code`);
-- create "units_of_measure" table
CREATE TABLE `units_of_measure` (`id` integer NOT NULL, `code` text NOT NULL, `singular` text NOT NULL, `plural` text NOT NULL, `symbol` text NULL, `kind` text NOT NULL, `pool` text NOT NULL, `aggregation` text NOT NULL, `base_unit` text NOT NULL, `scale` integer NOT NULL, `decimals` integer NOT NULL, `currency` text NULL, `rule` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `units_of_measure_currency` CHECK (currency IS NULL OR kind = 'MONEY'), CONSTRAINT `units_of_measure_scale` CHECK (scale > 0));
-- create index "units_of_measure_code_key" to table: "units_of_measure"
CREATE UNIQUE INDEX `units_of_measure_code_key` ON `units_of_measure` (`code`);
-- create "usage_records" table
CREATE TABLE `usage_records` (`id` integer NOT NULL, `starts_on` integer NOT NULL, `ends_on` integer NOT NULL, `opening` bool NOT NULL, `entitled` integer NOT NULL, `used_numerator` integer NOT NULL, `over_numerator` integer NOT NULL, `denominator` integer NOT NULL, `recorded_at` integer NOT NULL, `account_id` integer NOT NULL, `meter_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `usage_records_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `usage_records_meters_meter` FOREIGN KEY (`meter_id`) REFERENCES `meters` (`id`) ON DELETE RESTRICT, CONSTRAINT `usage_records_amounts` CHECK (entitled >= 0 AND used_numerator >= 0 AND over_numerator >= 0 AND denominator > 0), CONSTRAINT `usage_records_days` CHECK (starts_on <= ends_on));
-- create index "usagerecord_account_id_meter_id_starts_on_opening" to table: "usage_records"
CREATE UNIQUE INDEX `usagerecord_account_id_meter_id_starts_on_opening` ON `usage_records` (`account_id`, `meter_id`, `starts_on`, `opening`);
-- create index "usagerecord_meter_id_starts_on" to table: "usage_records"
CREATE INDEX `usagerecord_meter_id_starts_on` ON `usage_records` (`meter_id`, `starts_on`);
-- create "users" table
CREATE TABLE `users` (`id` integer NOT NULL, `user_name` text NOT NULL, `email` text NULL, `email_key` text NULL, `first_name` text NOT NULL DEFAULT (''), `last_name` text NOT NULL DEFAULT (''), `display_name` text NOT NULL DEFAULT (''), `phone` text NOT NULL DEFAULT (''), `locale` text NOT NULL DEFAULT (''), `time_zone` text NOT NULL DEFAULT (''), `active` bool NOT NULL, `shared` bool NOT NULL, `last_sign_in_at` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "users_user_name_key" to table: "users"
CREATE UNIQUE INDEX `users_user_name_key` ON `users` (`user_name`);
-- create index "user_email_key" to table: "users"
CREATE INDEX `user_email_key` ON `users` (`email_key`);

