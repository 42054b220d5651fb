-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_license_servers" table
CREATE TABLE `new_license_servers` (`id` integer NOT NULL, `fingerprint` text NOT NULL, `fingerprint_kind` text NOT NULL DEFAULT (''), `name` text NOT NULL DEFAULT (''), `deployment` text NOT NULL, `status` text NOT NULL, `machine` text NOT NULL DEFAULT (''), `last_seen_at` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `words` text NOT NULL DEFAULT (''), `account_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `license_servers_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "license_servers" to new temporary table "new_license_servers"
INSERT INTO `new_license_servers` (`id`, `fingerprint`, `fingerprint_kind`, `name`, `deployment`, `status`, `machine`, `last_seen_at`, `created_at`, `updated_at`, `account_id`) SELECT `id`, `fingerprint`, `fingerprint_kind`, `name`, `deployment`, `status`, `machine`, `last_seen_at`, `created_at`, `updated_at`, `account_id` FROM `license_servers`;
-- drop "license_servers" table after copying rows
DROP TABLE `license_servers`;
-- rename temporary table "new_license_servers" to "license_servers"
ALTER TABLE `new_license_servers` RENAME TO `license_servers`;
-- create index "licenseserver_account_id_fingerprint" to table: "license_servers"
CREATE UNIQUE INDEX `licenseserver_account_id_fingerprint` ON `license_servers` (`account_id`, `fingerprint`);
-- create index "licenseserver_account_id_name_id" to table: "license_servers"
CREATE INDEX `licenseserver_account_id_name_id` ON `license_servers` (`account_id`, `name`, `id`);
-- create index "licenseserver_updated_at_id" to table: "license_servers"
CREATE INDEX `licenseserver_updated_at_id` ON `license_servers` (`updated_at`, `id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

