-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_users" table
CREATE TABLE `new_users` (`id` integer NOT NULL, `user_name` text NOT NULL, `email` text NULL, `user_name_key` text NOT NULL DEFAULT (''), `email_key` text NULL, `first_name` text NOT NULL DEFAULT (''), `last_name` text NOT NULL DEFAULT (''), `display_name` text NOT NULL DEFAULT (''), `phone` text NOT NULL DEFAULT (''), `locale` text NOT NULL DEFAULT (''), `time_zone` text NOT NULL DEFAULT (''), `active` bool NOT NULL, `shared` bool NOT NULL, `last_sign_in_at` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `producer_role` text NULL, `email_proven_at` integer NULL, `erased_at` integer NULL, PRIMARY KEY (`id`));
-- names beyond ASCII get their keys from the program
-- copy rows from old table "users" to new temporary table "new_users"
INSERT INTO `new_users` (`id`, `user_name`, `user_name_key`, `email`, `email_key`, `first_name`, `last_name`, `display_name`, `phone`, `locale`, `time_zone`, `active`, `shared`, `last_sign_in_at`, `created_at`, `updated_at`, `producer_role`, `email_proven_at`, `erased_at`) SELECT `id`, `user_name`, lower(`user_name`), `email`, `email_key`, `first_name`, `last_name`, `display_name`, `phone`, `locale`, `time_zone`, `active`, `shared`, `last_sign_in_at`, `created_at`, `updated_at`, `producer_role`, `email_proven_at`, `erased_at` FROM `users`;
-- drop "users" table after copying rows
DROP TABLE `users`;
-- rename temporary table "new_users" to "users"
ALTER TABLE `new_users` RENAME TO `users`;
-- create index "users_user_name_key" to table: "users"
CREATE UNIQUE INDEX `users_user_name_key` ON `users` (`user_name`);
-- create index "user_user_name_key" to table: "users"
CREATE INDEX `user_user_name_key` ON `users` (`user_name_key`);
-- create index "user_email_key" to table: "users"
CREATE INDEX `user_email_key` ON `users` (`email_key`);
-- create index "user_producer_role" to table: "users"
CREATE INDEX `user_producer_role` ON `users` (`producer_role`);
-- create index "user_updated_at_id" to table: "users"
CREATE INDEX `user_updated_at_id` ON `users` (`updated_at`, `id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

