-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_directory_groups" table
CREATE TABLE `new_directory_groups` (`id` integer NOT NULL, `name` text NOT NULL, `name_key` text NOT NULL, `external_id` text NULL, `roles` integer NOT NULL DEFAULT (0), `service_access` integer NOT NULL DEFAULT (0), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `directory_groups_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- a group has its name itself as the key until the program folds it: names may differ in letter case only
-- copy rows from old table "directory_groups" to new temporary table "new_directory_groups"
INSERT INTO `new_directory_groups` (`id`, `name`, `name_key`, `external_id`, `roles`, `service_access`, `created_at`, `updated_at`, `account_id`) SELECT `id`, `name`, `name`, `external_id`, `roles`, `service_access`, `created_at`, `updated_at`, `account_id` FROM `directory_groups`;
-- drop "directory_groups" table after copying rows
DROP TABLE `directory_groups`;
-- rename temporary table "new_directory_groups" to "directory_groups"
ALTER TABLE `new_directory_groups` RENAME TO `directory_groups`;
-- create index "directorygroup_account_id_name" to table: "directory_groups"
CREATE UNIQUE INDEX `directorygroup_account_id_name` ON `directory_groups` (`account_id`, `name`);
-- create index "directorygroup_account_id_name_key" to table: "directory_groups"
CREATE UNIQUE INDEX `directorygroup_account_id_name_key` ON `directory_groups` (`account_id`, `name_key`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

