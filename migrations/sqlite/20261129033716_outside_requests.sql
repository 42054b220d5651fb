-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_access_requests" table
CREATE TABLE `new_access_requests` (`id` integer NOT NULL, `roles` integer NOT NULL, `service_access` integer NOT NULL, `outside` bool NOT NULL DEFAULT (false), `note` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `decided_at` integer NULL, `granted` bool NOT NULL, `answer` text NOT NULL DEFAULT (''), `account_id` integer NOT NULL, `user_id` integer NOT NULL, `decided_by_id` integer NULL, `decided_by_key_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `access_requests_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_users_decided_by` FOREIGN KEY (`decided_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_api_keys_decided_by_key` FOREIGN KEY (`decided_by_key_id`) REFERENCES `api_keys` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_decided` CHECK (decided_at IS NOT NULL OR NOT granted), CONSTRAINT `access_requests_decided_by` CHECK (decided_by_id IS NULL OR decided_by_key_id IS NULL));
-- copy rows from old table "access_requests" to new temporary table "new_access_requests"
INSERT INTO `new_access_requests` (`id`, `roles`, `service_access`, `note`, `created_at`, `decided_at`, `granted`, `answer`, `account_id`, `user_id`, `decided_by_id`, `decided_by_key_id`) SELECT `id`, `roles`, `service_access`, `note`, `created_at`, `decided_at`, `granted`, `answer`, `account_id`, `user_id`, `decided_by_id`, `decided_by_key_id` FROM `access_requests`;
-- drop "access_requests" table after copying rows
DROP TABLE `access_requests`;
-- rename temporary table "new_access_requests" to "access_requests"
ALTER TABLE `new_access_requests` RENAME TO `access_requests`;
-- create index "accessrequest_account_id_created_at_id" to table: "access_requests"
CREATE INDEX `accessrequest_account_id_created_at_id` ON `access_requests` (`account_id`, `created_at`, `id`);
-- create index "accessrequest_user_id_id" to table: "access_requests"
CREATE INDEX `accessrequest_user_id_id` ON `access_requests` (`user_id`, `id`);
-- create index "accessrequest_waiting" to table: "access_requests"
CREATE UNIQUE INDEX `accessrequest_waiting` ON `access_requests` (`account_id`, `user_id`, `outside`) WHERE decided_at IS NULL;
-- An open request of who is no member of the account, or of one above it, is an outside request. It gets no row in
-- outside_requests, because requests that led to no account were not kept: a row would tell that there is an account.
UPDATE `access_requests` SET `outside` = true WHERE `decided_at` IS NULL AND NOT EXISTS (SELECT 1 FROM `memberships` m JOIN `account_paths` p ON p.`ancestor_id` = m.`account_id` WHERE m.`user_id` = `access_requests`.`user_id` AND p.`descendant_id` = `access_requests`.`account_id` AND (p.`depth` = 0 OR m.`include_sub_accounts`));
-- create "outside_requests" table
CREATE TABLE `outside_requests` (`id` integer NOT NULL, `reference` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `decided_at` integer NULL, `granted` bool NOT NULL DEFAULT (false), `answer` text NOT NULL DEFAULT (''), `user_id` integer NOT NULL, `access_request_id` integer NULL, `account_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `outside_requests_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `outside_requests_access_requests_access_request` FOREIGN KEY (`access_request_id`) REFERENCES `access_requests` (`id`) ON DELETE RESTRICT, CONSTRAINT `outside_requests_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `outside_requests_account` CHECK (granted OR account_id IS NULL), CONSTRAINT `outside_requests_decided` CHECK (decided_at IS NOT NULL OR NOT granted));
-- create index "outsiderequest_user_id_created_at_id" to table: "outside_requests"
CREATE INDEX `outsiderequest_user_id_created_at_id` ON `outside_requests` (`user_id`, `created_at`, `id`);
-- create index "outsiderequest_created_at" to table: "outside_requests"
CREATE INDEX `outsiderequest_created_at` ON `outside_requests` (`created_at`);
-- create index "outsiderequest_access_request_id" to table: "outside_requests"
CREATE INDEX `outsiderequest_access_request_id` ON `outside_requests` (`access_request_id`);
-- create index "outsiderequest_account_id" to table: "outside_requests"
CREATE INDEX `outsiderequest_account_id` ON `outside_requests` (`account_id`);
-- create index "outsiderequest_waiting" to table: "outside_requests"
CREATE UNIQUE INDEX `outsiderequest_waiting` ON `outside_requests` (`user_id`, `reference`) WHERE decided_at IS NULL;
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

