-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create index "account_updated_at_id" to table: "accounts"
CREATE INDEX `account_updated_at_id` ON `accounts` (`updated_at`, `id`);
-- create index "activation_updated_at_id" to table: "activations"
CREATE INDEX `activation_updated_at_id` ON `activations` (`updated_at`, `id`);
-- drop index "coverage_product_id" from table: "coverages"
DROP INDEX `coverage_product_id`;
-- create index "coverage_product_id_ends_on_id" to table: "coverages"
CREATE INDEX `coverage_product_id_ends_on_id` ON `coverages` (`product_id`, `ends_on`, `id`);
-- create index "coverage_updated_at_id" to table: "coverages"
CREATE INDEX `coverage_updated_at_id` ON `coverages` (`updated_at`, `id`);
-- create "new_devices" table
CREATE TABLE `new_devices` (`id` integer NOT NULL, `fingerprint` text NOT NULL, `fingerprint_kind` text NOT NULL DEFAULT (''), `name` text NOT NULL DEFAULT (''), `kind` text NOT NULL, `status` text NOT NULL, `machine` text NOT NULL DEFAULT (''), `user_label` text NOT NULL DEFAULT (''), `last_seen_at` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `words` text NOT NULL DEFAULT (''), `account_id` integer NOT NULL, `license_server_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `devices_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `devices_license_servers_license_server` FOREIGN KEY (`license_server_id`) REFERENCES `license_servers` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "devices" to new temporary table "new_devices"
INSERT INTO `new_devices` (`id`, `fingerprint`, `fingerprint_kind`, `name`, `kind`, `status`, `machine`, `user_label`, `last_seen_at`, `created_at`, `updated_at`, `account_id`, `license_server_id`) SELECT `id`, `fingerprint`, `fingerprint_kind`, `name`, `kind`, `status`, `machine`, `user_label`, `last_seen_at`, `created_at`, `updated_at`, `account_id`, `license_server_id` FROM `devices`;
-- drop "devices" table after copying rows
DROP TABLE `devices`;
-- rename temporary table "new_devices" to "devices"
ALTER TABLE `new_devices` RENAME TO `devices`;
-- create index "device_account_id_fingerprint" to table: "devices"
CREATE UNIQUE INDEX `device_account_id_fingerprint` ON `devices` (`account_id`, `fingerprint`);
-- create index "device_license_server_id_id" to table: "devices"
CREATE INDEX `device_license_server_id_id` ON `devices` (`license_server_id`, `id`);
-- create index "device_account_id_name_id" to table: "devices"
CREATE INDEX `device_account_id_name_id` ON `devices` (`account_id`, `name`, `id`);
-- create index "device_updated_at_id" to table: "devices"
CREATE INDEX `device_updated_at_id` ON `devices` (`updated_at`, `id`);
-- create index "entitlement_updated_at_id" to table: "entitlements"
CREATE INDEX `entitlement_updated_at_id` ON `entitlements` (`updated_at`, `id`);
-- create index "licenseserver_updated_at_id" to table: "license_servers"
CREATE INDEX `licenseserver_updated_at_id` ON `license_servers` (`updated_at`, `id`);
-- create index "lineitem_updated_at_id" to table: "line_items"
CREATE INDEX `lineitem_updated_at_id` ON `line_items` (`updated_at`, `id`);
-- create index "user_updated_at_id" to table: "users"
CREATE INDEX `user_updated_at_id` ON `users` (`updated_at`, `id`);
-- create "new_memberships" table
CREATE TABLE `new_memberships` (`id` integer NOT NULL, `roles` integer NOT NULL, `service_access` integer NOT NULL, `include_sub_accounts` bool NOT NULL, `ends_on` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL DEFAULT (0), `suspended_at` integer NULL, `origin` text NOT NULL DEFAULT ('IMPORT'), `granted_by_id` integer NULL, `directory_roles` integer NOT NULL DEFAULT (0), `directory_services` integer NOT NULL DEFAULT (0), `user_name` text NOT NULL DEFAULT (''), `account_id` integer NOT NULL, `user_id` integer NOT NULL, `product_line_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `memberships_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_roles` CHECK (roles >= 0 AND roles < 32), CONSTRAINT `memberships_service_access` CHECK (service_access >= 0 AND service_access < 8));
-- copy rows from old table "memberships" to new temporary table "new_memberships"
INSERT INTO `new_memberships` (`id`, `roles`, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `updated_at`, `suspended_at`, `origin`, `granted_by_id`, `directory_roles`, `directory_services`, `account_id`, `user_id`, `product_line_id`) SELECT `id`, `roles`, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `updated_at`, `suspended_at`, `origin`, `granted_by_id`, `directory_roles`, `directory_services`, `account_id`, `user_id`, `product_line_id` FROM `memberships`;
-- drop "memberships" table after copying rows
DROP TABLE `memberships`;
-- rename temporary table "new_memberships" to "memberships"
ALTER TABLE `new_memberships` RENAME TO `memberships`;
-- create index "membership_user_id_account_id" to table: "memberships"
CREATE UNIQUE INDEX `membership_user_id_account_id` ON `memberships` (`user_id`, `account_id`);
-- create index "membership_account_id_id" to table: "memberships"
CREATE INDEX `membership_account_id_id` ON `memberships` (`account_id`, `id`);
-- create index "membership_account_id_user_name_id" to table: "memberships"
CREATE INDEX `membership_account_id_user_name_id` ON `memberships` (`account_id`, `user_name`, `id`);
-- create index "membership_updated_at_id" to table: "memberships"
CREATE INDEX `membership_updated_at_id` ON `memberships` (`updated_at`, `id`);
-- members are listed by the user name, and a membership that was never changed was changed when it was made
UPDATE `memberships` SET `user_name` = (SELECT `user_name` FROM `users` WHERE `users`.`id` = `memberships`.`user_id`);
UPDATE `memberships` SET `updated_at` = `created_at` WHERE `updated_at` = 0;
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

