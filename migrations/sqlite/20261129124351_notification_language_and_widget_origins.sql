-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_widget_tokens" table
CREATE TABLE `new_widget_tokens` (`id` integer NOT NULL, `token_hash` text NOT NULL, `origins` text NOT NULL, `documents` text NOT NULL, `by_list` bool NOT NULL DEFAULT (false), `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `user_id` integer NULL, `account_id` integer NULL, `api_key_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `widget_tokens_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `widget_tokens_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `widget_tokens_api_keys_api_key` FOREIGN KEY (`api_key_id`) REFERENCES `api_keys` (`id`) ON DELETE RESTRICT, CONSTRAINT `widget_tokens_owner` CHECK (user_id IS NULL AND account_id IS NOT NULL OR user_id IS NOT NULL AND account_id IS NULL));
-- copy rows from old table "widget_tokens" to new temporary table "new_widget_tokens"
INSERT INTO `new_widget_tokens` (`id`, `token_hash`, `origins`, `documents`, `created_at`, `expires_at`, `user_id`, `account_id`, `api_key_id`) SELECT `id`, `token_hash`, `origins`, `documents`, `created_at`, `expires_at`, `user_id`, `account_id`, `api_key_id` FROM `widget_tokens`;
-- drop "widget_tokens" table after copying rows
DROP TABLE `widget_tokens`;
-- rename temporary table "new_widget_tokens" to "widget_tokens"
ALTER TABLE `new_widget_tokens` RENAME TO `widget_tokens`;
-- create index "widget_tokens_token_hash_key" to table: "widget_tokens"
CREATE UNIQUE INDEX `widget_tokens_token_hash_key` ON `widget_tokens` (`token_hash`);
-- create index "widgettoken_expires_at" to table: "widget_tokens"
CREATE INDEX `widgettoken_expires_at` ON `widget_tokens` (`expires_at`);
-- add column "notification_language" to table: "users"
ALTER TABLE `users` ADD COLUMN `notification_language` text NULL;
-- create "widget_origins" table
CREATE TABLE `widget_origins` (`id` integer NOT NULL, `origin` text NOT NULL, `created_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "widget_origins_origin_key" to table: "widget_origins"
CREATE UNIQUE INDEX `widget_origins_origin_key` ON `widget_origins` (`origin`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

