-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_access_requests" table
CREATE TABLE `new_access_requests` (`id` integer NOT NULL, `roles` integer NOT NULL, `service_access` integer NOT NULL, `note` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `decided_at` integer NULL, `granted` bool NOT NULL, `answer` text NOT NULL DEFAULT (''), `account_id` integer NOT NULL, `user_id` integer NOT NULL, `decided_by_id` integer NULL, `decided_by_key_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `access_requests_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_users_decided_by` FOREIGN KEY (`decided_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_api_keys_decided_by_key` FOREIGN KEY (`decided_by_key_id`) REFERENCES `api_keys` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_decided` CHECK (decided_at IS NOT NULL OR NOT granted), CONSTRAINT `access_requests_decided_by` CHECK (decided_by_id IS NULL OR decided_by_key_id IS NULL));
-- copy rows from old table "access_requests" to new temporary table "new_access_requests"
INSERT INTO `new_access_requests` (`id`, `roles`, `service_access`, `note`, `created_at`, `decided_at`, `granted`, `answer`, `account_id`, `user_id`, `decided_by_id`) SELECT `id`, `roles`, `service_access`, `note`, `created_at`, `decided_at`, `granted`, `answer`, `account_id`, `user_id`, `decided_by_id` FROM `access_requests`;
-- drop "access_requests" table after copying rows
DROP TABLE `access_requests`;
-- rename temporary table "new_access_requests" to "access_requests"
ALTER TABLE `new_access_requests` RENAME TO `access_requests`;
-- create index "accessrequest_account_id_created_at_id" to table: "access_requests"
CREATE INDEX `accessrequest_account_id_created_at_id` ON `access_requests` (`account_id`, `created_at`, `id`);
-- create index "accessrequest_user_id_id" to table: "access_requests"
CREATE INDEX `accessrequest_user_id_id` ON `access_requests` (`user_id`, `id`);
-- create index "accessrequest_waiting" to table: "access_requests"
CREATE UNIQUE INDEX `accessrequest_waiting` ON `access_requests` (`account_id`, `user_id`) WHERE decided_at IS NULL;
-- create "new_invitations" table
CREATE TABLE `new_invitations` (`id` integer NOT NULL, `email` text NOT NULL, `email_key` text NOT NULL, `greeting` text NOT NULL DEFAULT (''), `roles` integer NOT NULL, `service_access` integer NOT NULL, `include_sub_accounts` bool NOT NULL, `ends_on` integer NULL, `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `accepted_at` integer NULL, `revoked_at` integer NULL, `account_id` integer NOT NULL, `product_line_id` integer NULL, `invited_by_id` integer NULL, `invited_by_key_id` integer NULL, `accepted_by_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `invitations_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `invitations_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `invitations_users_invited_by` FOREIGN KEY (`invited_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `invitations_api_keys_invited_by_key` FOREIGN KEY (`invited_by_key_id`) REFERENCES `api_keys` (`id`) ON DELETE RESTRICT, CONSTRAINT `invitations_users_accepted_by` FOREIGN KEY (`accepted_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `invitations_accepted` CHECK (accepted_at IS NULL AND accepted_by_id IS NULL OR accepted_at IS NOT NULL AND accepted_by_id IS NOT NULL), CONSTRAINT `invitations_answer` CHECK (accepted_at IS NULL OR revoked_at IS NULL), CONSTRAINT `invitations_invited_by` CHECK (invited_by_id IS NULL OR invited_by_key_id IS NULL), CONSTRAINT `invitations_roles` CHECK (roles > 0 AND roles < 32), CONSTRAINT `invitations_service_access` CHECK (service_access >= 0 AND service_access < 8));
-- copy rows from old table "invitations" to new temporary table "new_invitations"
INSERT INTO `new_invitations` (`id`, `email`, `email_key`, `greeting`, `roles`, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `expires_at`, `accepted_at`, `revoked_at`, `account_id`, `product_line_id`, `invited_by_id`, `accepted_by_id`) SELECT `id`, `email`, `email_key`, `greeting`, `roles`, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `expires_at`, `accepted_at`, `revoked_at`, `account_id`, `product_line_id`, `invited_by_id`, `accepted_by_id` FROM `invitations`;
-- drop "invitations" table after copying rows
DROP TABLE `invitations`;
-- rename temporary table "new_invitations" to "invitations"
ALTER TABLE `new_invitations` RENAME TO `invitations`;
-- create index "invitation_account_id_created_at_id" to table: "invitations"
CREATE INDEX `invitation_account_id_created_at_id` ON `invitations` (`account_id`, `created_at`, `id`);
-- create index "invitation_email_key" to table: "invitations"
CREATE INDEX `invitation_email_key` ON `invitations` (`email_key`);
-- create index "invitation_waiting" to table: "invitations"
CREATE UNIQUE INDEX `invitation_waiting` ON `invitations` (`account_id`, `email_key`) WHERE accepted_at IS NULL AND revoked_at IS NULL;
-- create "new_api_keys" table
CREATE TABLE `new_api_keys` (`id` integer NOT NULL, `secret_hash` text NOT NULL, `hint` text NOT NULL, `name` text NOT NULL, `producer_role` text NULL, `roles` integer NOT NULL DEFAULT (0), `service_access` integer NOT NULL DEFAULT (0), `scopes` integer NOT NULL, `include_sub_accounts` bool NOT NULL DEFAULT (false), `email_key` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `last_used_at` integer NULL, `revoked_at` integer NULL, `user_id` integer NULL, `account_id` integer NULL, `created_by_id` integer NULL, `created_by_key_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `api_keys_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_users_created_by` FOREIGN KEY (`created_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_api_keys_created_keys` FOREIGN KEY (`created_by_key_id`) REFERENCES `api_keys` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_created_by` CHECK (created_by_id IS NULL OR created_by_key_id IS NULL), CONSTRAINT `api_keys_owner` CHECK (user_id IS NULL OR account_id IS NULL), CONSTRAINT `api_keys_producer` CHECK (producer_role IS NULL OR (user_id IS NULL AND account_id IS NULL)), CONSTRAINT `api_keys_scopes` CHECK (scopes > 0 AND scopes < 16), CONSTRAINT `api_keys_somebody` CHECK (user_id IS NOT NULL OR account_id IS NOT NULL OR producer_role IS NOT NULL));
-- copy rows from old table "api_keys" to new temporary table "new_api_keys"
INSERT INTO `new_api_keys` (`id`, `secret_hash`, `hint`, `name`, `producer_role`, `roles`, `service_access`, `scopes`, `include_sub_accounts`, `email_key`, `created_at`, `expires_at`, `last_used_at`, `revoked_at`, `user_id`, `account_id`, `created_by_id`) SELECT `id`, `secret_hash`, `hint`, `name`, `producer_role`, `roles`, `service_access`, `scopes`, `include_sub_accounts`, `email_key`, `created_at`, `expires_at`, `last_used_at`, `revoked_at`, `user_id`, `account_id`, `created_by_id` FROM `api_keys`;
-- drop "api_keys" table after copying rows
DROP TABLE `api_keys`;
-- rename temporary table "new_api_keys" to "api_keys"
ALTER TABLE `new_api_keys` RENAME TO `api_keys`;
-- create index "api_keys_secret_hash_key" to table: "api_keys"
CREATE UNIQUE INDEX `api_keys_secret_hash_key` ON `api_keys` (`secret_hash`);
-- create index "apikey_user_id_created_at_id" to table: "api_keys"
CREATE INDEX `apikey_user_id_created_at_id` ON `api_keys` (`user_id`, `created_at`, `id`);
-- create index "apikey_account_id_created_at_id" to table: "api_keys"
CREATE INDEX `apikey_account_id_created_at_id` ON `api_keys` (`account_id`, `created_at`, `id`);
-- create index "apikey_email_key" to table: "api_keys"
CREATE INDEX `apikey_email_key` ON `api_keys` (`email_key`);
-- create index "api_keys_of_producer" to table: "api_keys"
CREATE INDEX `api_keys_of_producer` ON `api_keys` (`created_at`, `id`) WHERE producer_role IS NOT NULL;
-- create "new_domain_proofs" table
CREATE TABLE `new_domain_proofs` (`id` integer NOT NULL, `domain` text NOT NULL, `challenge` text NOT NULL, `proven_at` integer NULL, `approved` bool NOT NULL DEFAULT (false), `checked_at` integer NULL, `failing_since` integer NULL, `due_at` integer NULL, `lapsed_at` integer NULL, `created_at` integer NOT NULL, `account_id` integer NOT NULL, `approved_by_id` integer NULL, `approved_by_key_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `domain_proofs_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `domain_proofs_users_approved_by` FOREIGN KEY (`approved_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `domain_proofs_api_keys_approved_by_key` FOREIGN KEY (`approved_by_key_id`) REFERENCES `api_keys` (`id`) ON DELETE RESTRICT, CONSTRAINT `domain_proofs_approved_by` CHECK (approved_by_id IS NULL OR approved_by_key_id IS NULL), CONSTRAINT `domain_proofs_lapsed` CHECK (lapsed_at IS NULL OR proven_at IS NOT NULL));
-- copy rows from old table "domain_proofs" to new temporary table "new_domain_proofs"
INSERT INTO `new_domain_proofs` (`id`, `domain`, `challenge`, `proven_at`, `approved`, `checked_at`, `failing_since`, `due_at`, `lapsed_at`, `created_at`, `account_id`, `approved_by_id`) SELECT `id`, `domain`, `challenge`, `proven_at`, `approved`, `checked_at`, `failing_since`, `due_at`, `lapsed_at`, `created_at`, `account_id`, `approved_by_id` FROM `domain_proofs`;
-- drop "domain_proofs" table after copying rows
DROP TABLE `domain_proofs`;
-- rename temporary table "new_domain_proofs" to "domain_proofs"
ALTER TABLE `new_domain_proofs` RENAME TO `domain_proofs`;
-- create index "domainproof_account_id_domain" to table: "domain_proofs"
CREATE UNIQUE INDEX `domainproof_account_id_domain` ON `domain_proofs` (`account_id`, `domain`);
-- create index "domainproof_domain" to table: "domain_proofs"
CREATE INDEX `domainproof_domain` ON `domain_proofs` (`domain`);
-- create index "domainproof_due_at" to table: "domain_proofs"
CREATE INDEX `domainproof_due_at` ON `domain_proofs` (`due_at`);
-- create "new_memberships" table
CREATE TABLE `new_memberships` (`id` integer NOT NULL, `roles` integer NOT NULL, `service_access` integer NOT NULL, `include_sub_accounts` bool NOT NULL, `ends_on` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL DEFAULT (0), `suspended_at` integer NULL, `origin` text NOT NULL DEFAULT ('IMPORT'), `granted_by_id` integer NULL, `directory_roles` integer NOT NULL DEFAULT (0), `directory_services` integer NOT NULL DEFAULT (0), `user_name` text NOT NULL DEFAULT (''), `account_id` integer NOT NULL, `user_id` integer NOT NULL, `product_line_id` integer NULL, `granted_by_key_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `memberships_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_api_keys_granted_by_key` FOREIGN KEY (`granted_by_key_id`) REFERENCES `api_keys` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_granted_by` CHECK (granted_by_id IS NULL OR granted_by_key_id IS NULL), CONSTRAINT `memberships_roles` CHECK (roles >= 0 AND roles < 32), CONSTRAINT `memberships_service_access` CHECK (service_access >= 0 AND service_access < 8));
-- copy rows from old table "memberships" to new temporary table "new_memberships"
INSERT INTO `new_memberships` (`id`, `roles`, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `updated_at`, `suspended_at`, `origin`, `granted_by_id`, `directory_roles`, `directory_services`, `user_name`, `account_id`, `user_id`, `product_line_id`) SELECT `id`, `roles`, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `updated_at`, `suspended_at`, `origin`, `granted_by_id`, `directory_roles`, `directory_services`, `user_name`, `account_id`, `user_id`, `product_line_id` FROM `memberships`;
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
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

