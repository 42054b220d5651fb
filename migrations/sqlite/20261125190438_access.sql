-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_memberships" table
CREATE TABLE `new_memberships` (`id` integer NOT NULL, `roles` integer NOT NULL, `service_access` integer NOT NULL, `include_sub_accounts` bool NOT NULL, `ends_on` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL DEFAULT (0), `suspended_at` integer NULL, `origin` text NOT NULL DEFAULT ('IMPORT'), `granted_by_id` integer NULL, `group_roles` integer NOT NULL DEFAULT (0), `group_services` integer NOT NULL DEFAULT (0), `directory_key` text NULL, `account_id` integer NOT NULL, `user_id` integer NOT NULL, `product_line_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `memberships_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_roles` CHECK (roles > 0 AND roles < 32), CONSTRAINT `memberships_service_access` CHECK (service_access >= 0 AND service_access < 8));
-- copy rows from old table "memberships" to new temporary table "new_memberships"
INSERT INTO `new_memberships` (`id`, `roles`, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `account_id`, `user_id`, `product_line_id`) SELECT `id`, `roles`, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `account_id`, `user_id`, `product_line_id` FROM `memberships`;
-- drop "memberships" table after copying rows
DROP TABLE `memberships`;
-- rename temporary table "new_memberships" to "memberships"
ALTER TABLE `new_memberships` RENAME TO `memberships`;
-- create index "membership_user_id_account_id" to table: "memberships"
CREATE UNIQUE INDEX `membership_user_id_account_id` ON `memberships` (`user_id`, `account_id`);
-- create index "membership_account_id_id" to table: "memberships"
CREATE INDEX `membership_account_id_id` ON `memberships` (`account_id`, `id`);
-- add column "producer_role" to table: "users"
ALTER TABLE `users` ADD COLUMN `producer_role` text NULL;
-- create "api_keys" table
CREATE TABLE `api_keys` (`id` integer NOT NULL, `secret_hash` text NOT NULL, `hint` text NOT NULL, `name` text NOT NULL, `producer_role` text NULL, `roles` integer NOT NULL DEFAULT (0), `service_access` integer NOT NULL DEFAULT (0), `scopes` integer NOT NULL, `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `last_used_at` integer NULL, `revoked_at` integer NULL, `user_id` integer NULL, `account_id` integer NULL, `created_by_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `api_keys_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_users_created_by` FOREIGN KEY (`created_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_owner` CHECK (user_id IS NULL OR account_id IS NULL), CONSTRAINT `api_keys_producer` CHECK (producer_role IS NULL OR (user_id IS NULL AND account_id IS NULL)), CONSTRAINT `api_keys_scopes` CHECK (scopes > 0 AND scopes < 16), CONSTRAINT `api_keys_somebody` CHECK (user_id IS NOT NULL OR account_id IS NOT NULL OR producer_role IS NOT NULL));
-- create index "api_keys_secret_hash_key" to table: "api_keys"
CREATE UNIQUE INDEX `api_keys_secret_hash_key` ON `api_keys` (`secret_hash`);
-- create index "apikey_user_id_created_at_id" to table: "api_keys"
CREATE INDEX `apikey_user_id_created_at_id` ON `api_keys` (`user_id`, `created_at`, `id`);
-- create index "apikey_account_id_created_at_id" to table: "api_keys"
CREATE INDEX `apikey_account_id_created_at_id` ON `api_keys` (`account_id`, `created_at`, `id`);
-- create "access_requests" table
CREATE TABLE `access_requests` (`id` integer NOT NULL, `roles` integer NOT NULL, `service_access` integer NOT NULL, `note` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `decided_at` integer NULL, `granted` bool NOT NULL, `answer` text NOT NULL DEFAULT (''), `account_id` integer NOT NULL, `user_id` integer NOT NULL, `decided_by_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `access_requests_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_users_decided_by` FOREIGN KEY (`decided_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_requests_decided` CHECK (decided_at IS NOT NULL OR NOT granted));
-- create index "accessrequest_account_id_created_at_id" to table: "access_requests"
CREATE INDEX `accessrequest_account_id_created_at_id` ON `access_requests` (`account_id`, `created_at`, `id`);
-- create index "accessrequest_user_id_id" to table: "access_requests"
CREATE INDEX `accessrequest_user_id_id` ON `access_requests` (`user_id`, `id`);
-- create index "accessrequest_waiting" to table: "access_requests"
CREATE UNIQUE INDEX `accessrequest_waiting` ON `access_requests` (`account_id`, `user_id`) WHERE decided_at IS NULL;
-- create "audit_entries" table
CREATE TABLE `audit_entries` (`id` integer NOT NULL, `action` text NOT NULL, `subject_id` integer NULL, `subject_label` text NOT NULL DEFAULT (''), `actor_id` integer NULL, `actor_name` text NOT NULL, `by_producer` bool NOT NULL, `credential` text NOT NULL, `credential_id` text NOT NULL DEFAULT (''), `on_behalf_of_id` integer NULL, `reason` text NOT NULL DEFAULT (''), `request_id` text NOT NULL DEFAULT (''), `changes` text NOT NULL, `recorded_at` integer NOT NULL, `account_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `audit_entries_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- create index "auditentry_account_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id_id` ON `audit_entries` (`account_id`, `id`);
-- create index "auditentry_account_id_actor_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id_actor_id_id` ON `audit_entries` (`account_id`, `actor_id`, `id`);
-- create index "auditentry_account_id_subject_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id_subject_id_id` ON `audit_entries` (`account_id`, `subject_id`, `id`);
-- create index "auditentry_account_id_action_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id_action_id` ON `audit_entries` (`account_id`, `action`, `id`);
-- create "audit_seals" table
CREATE TABLE `audit_seals` (`id` integer NOT NULL, `chain_id` integer NOT NULL, `position` integer NOT NULL, `audit_entry_id` integer NOT NULL, `hash` text NOT NULL, `sealed_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "audit_seals_audit_entry_id_key" to table: "audit_seals"
CREATE UNIQUE INDEX `audit_seals_audit_entry_id_key` ON `audit_seals` (`audit_entry_id`);
-- create index "auditseal_chain_id_position" to table: "audit_seals"
CREATE UNIQUE INDEX `auditseal_chain_id_position` ON `audit_seals` (`chain_id`, `position`);
-- create "directory_groups" table
CREATE TABLE `directory_groups` (`id` integer NOT NULL, `name` text NOT NULL, `directory_key` text NULL, `roles` integer NOT NULL DEFAULT (0), `service_access` integer NOT NULL DEFAULT (0), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `directory_groups_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- create index "directorygroup_account_id_name" to table: "directory_groups"
CREATE UNIQUE INDEX `directorygroup_account_id_name` ON `directory_groups` (`account_id`, `name`);
-- create "directory_group_members" table
CREATE TABLE `directory_group_members` (`id` integer NOT NULL, `account_id` integer NOT NULL, `directory_group_id` integer NOT NULL, `membership_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `directory_group_members_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `directory_group_members_directory_groups_directory_group` FOREIGN KEY (`directory_group_id`) REFERENCES `directory_groups` (`id`) ON DELETE RESTRICT, CONSTRAINT `directory_group_members_memberships_membership` FOREIGN KEY (`membership_id`) REFERENCES `memberships` (`id`) ON DELETE RESTRICT);
-- create index "directorygroupmember_directory_group_id_membership_id" to table: "directory_group_members"
CREATE UNIQUE INDEX `directorygroupmember_directory_group_id_membership_id` ON `directory_group_members` (`directory_group_id`, `membership_id`);
-- create index "directorygroupmember_membership_id" to table: "directory_group_members"
CREATE INDEX `directorygroupmember_membership_id` ON `directory_group_members` (`membership_id`);
-- create "events" table
CREATE TABLE `events` (`id` integer NOT NULL, `type` text NOT NULL, `subject_id` integer NULL, `old` text NOT NULL DEFAULT (''), `new` text NOT NULL DEFAULT (''), `cause` text NOT NULL DEFAULT (''), `recorded_at` integer NOT NULL, `position` integer NULL, `account_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `events_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- create index "events_position_key" to table: "events"
CREATE UNIQUE INDEX `events_position_key` ON `events` (`position`);
-- create index "event_account_id_id" to table: "events"
CREATE INDEX `event_account_id_id` ON `events` (`account_id`, `id`);
-- create "idempotency_keys" table
CREATE TABLE `idempotency_keys` (`id` integer NOT NULL, `actor` text NOT NULL, `key` text NOT NULL, `request_hash` text NOT NULL, `outcome` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "idempotencykey_actor_key" to table: "idempotency_keys"
CREATE UNIQUE INDEX `idempotencykey_actor_key` ON `idempotency_keys` (`actor`, `key`);
-- create index "idempotencykey_created_at" to table: "idempotency_keys"
CREATE INDEX `idempotencykey_created_at` ON `idempotency_keys` (`created_at`);
-- create "identities" table
CREATE TABLE `identities` (`id` integer NOT NULL, `issuer` text NOT NULL, `subject` text NOT NULL, `created_at` integer NOT NULL, `user_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `identities_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT);
-- create index "identity_issuer_subject" to table: "identities"
CREATE UNIQUE INDEX `identity_issuer_subject` ON `identities` (`issuer`, `subject`);
-- create index "identity_user_id" to table: "identities"
CREATE INDEX `identity_user_id` ON `identities` (`user_id`);
-- create "invitations" table
CREATE TABLE `invitations` (`id` integer NOT NULL, `email` text NOT NULL, `email_key` text NOT NULL, `greeting` text NOT NULL DEFAULT (''), `roles` integer NOT NULL, `service_access` integer NOT NULL, `include_sub_accounts` bool NOT NULL, `ends_on` integer NULL, `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `accepted_at` integer NULL, `revoked_at` integer NULL, `account_id` integer NOT NULL, `product_line_id` integer NULL, `invited_by_id` integer NULL, `accepted_by_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `invitations_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `invitations_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `invitations_users_invited_by` FOREIGN KEY (`invited_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `invitations_users_accepted_by` FOREIGN KEY (`accepted_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `invitations_accepted` CHECK (accepted_at IS NULL AND accepted_by_id IS NULL OR accepted_at IS NOT NULL AND accepted_by_id IS NOT NULL), CONSTRAINT `invitations_answer` CHECK (accepted_at IS NULL OR revoked_at IS NULL), CONSTRAINT `invitations_roles` CHECK (roles > 0 AND roles < 32), CONSTRAINT `invitations_service_access` CHECK (service_access >= 0 AND service_access < 8));
-- create index "invitation_account_id_created_at_id" to table: "invitations"
CREATE INDEX `invitation_account_id_created_at_id` ON `invitations` (`account_id`, `created_at`, `id`);
-- create index "invitation_email_key" to table: "invitations"
CREATE INDEX `invitation_email_key` ON `invitations` (`email_key`);
-- create index "invitation_waiting" to table: "invitations"
CREATE UNIQUE INDEX `invitation_waiting` ON `invitations` (`account_id`, `email_key`) WHERE accepted_at IS NULL AND revoked_at IS NULL;
-- create "joining_domains" table
CREATE TABLE `joining_domains` (`id` integer NOT NULL, `domain` text NOT NULL, `roles` integer NOT NULL, `service_access` integer NOT NULL, `created_at` integer NOT NULL, `account_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `joining_domains_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `joining_domains_roles` CHECK (roles > 0 AND roles < 32), CONSTRAINT `joining_domains_service_access` CHECK (service_access >= 0 AND service_access < 8));
-- create index "joiningdomain_account_id_domain" to table: "joining_domains"
CREATE UNIQUE INDEX `joiningdomain_account_id_domain` ON `joining_domains` (`account_id`, `domain`);
-- create index "joiningdomain_domain" to table: "joining_domains"
CREATE INDEX `joiningdomain_domain` ON `joining_domains` (`domain`);
-- create "links" table
CREATE TABLE `links` (`id` integer NOT NULL, `token_hash` text NOT NULL, `purpose` text NOT NULL, `subject_id` integer NOT NULL, `request` text NOT NULL, `return_to` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `used_at` integer NULL, PRIMARY KEY (`id`));
-- create index "links_token_hash_key" to table: "links"
CREATE UNIQUE INDEX `links_token_hash_key` ON `links` (`token_hash`);
-- create index "link_request" to table: "links"
CREATE INDEX `link_request` ON `links` (`request`);
-- create index "link_subject_id" to table: "links"
CREATE INDEX `link_subject_id` ON `links` (`subject_id`);
-- create index "link_expires_at" to table: "links"
CREATE INDEX `link_expires_at` ON `links` (`expires_at`);
-- create "sessions" table
CREATE TABLE `sessions` (`id` integer NOT NULL, `token_hash` text NOT NULL, `method` text NOT NULL, `provider` text NOT NULL DEFAULT (''), `provider_session` text NOT NULL DEFAULT (''), `provider_subject` text NOT NULL DEFAULT (''), `user_agent` text NOT NULL DEFAULT (''), `address` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `last_seen_at` integer NOT NULL, `expires_at` integer NOT NULL, `user_id` integer NOT NULL, `account_id` integer NULL, `viewing_account_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `sessions_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `sessions_accounts_viewing_account` FOREIGN KEY (`viewing_account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- create index "sessions_token_hash_key" to table: "sessions"
CREATE UNIQUE INDEX `sessions_token_hash_key` ON `sessions` (`token_hash`);
-- create index "session_user_id_created_at_id" to table: "sessions"
CREATE INDEX `session_user_id_created_at_id` ON `sessions` (`user_id`, `created_at`, `id`);
-- create index "session_provider_provider_session" to table: "sessions"
CREATE INDEX `session_provider_provider_session` ON `sessions` (`provider`, `provider_session`);
-- create index "session_provider_provider_subject" to table: "sessions"
CREATE INDEX `session_provider_provider_subject` ON `sessions` (`provider`, `provider_subject`);
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- create "sign_in_attempts" table
CREATE TABLE `sign_in_attempts` (`id` integer NOT NULL, `state_hash` text NOT NULL, `browser_hash` text NOT NULL, `provider` text NOT NULL, `nonce` text NOT NULL, `verifier` text NOT NULL, `return_to` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `expires_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "sign_in_attempts_state_hash_key" to table: "sign_in_attempts"
CREATE UNIQUE INDEX `sign_in_attempts_state_hash_key` ON `sign_in_attempts` (`state_hash`);
-- create index "signinattempt_expires_at" to table: "sign_in_attempts"
CREATE INDEX `signinattempt_expires_at` ON `sign_in_attempts` (`expires_at`);
-- create "unsealed_entries" table
CREATE TABLE `unsealed_entries` (`id` integer NOT NULL, `audit_entry_id` integer NOT NULL, `recorded_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "unsealed_entries_audit_entry_id_key" to table: "unsealed_entries"
CREATE UNIQUE INDEX `unsealed_entries_audit_entry_id_key` ON `unsealed_entries` (`audit_entry_id`);
-- create "widget_documents" table
CREATE TABLE `widget_documents` (`id` integer NOT NULL, `hash` text NOT NULL, `name` text NOT NULL, `text` text NOT NULL, `created_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "widget_documents_hash_key" to table: "widget_documents"
CREATE UNIQUE INDEX `widget_documents_hash_key` ON `widget_documents` (`hash`);
-- create "widget_tokens" table
CREATE TABLE `widget_tokens` (`id` integer NOT NULL, `token_hash` text NOT NULL, `origins` text NOT NULL, `documents` text NOT NULL, `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `user_id` integer NULL, `account_id` integer NULL, `api_key_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `widget_tokens_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `widget_tokens_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `widget_tokens_api_keys_api_key` FOREIGN KEY (`api_key_id`) REFERENCES `api_keys` (`id`) ON DELETE RESTRICT, CONSTRAINT `widget_tokens_owner` CHECK (user_id IS NULL AND account_id IS NOT NULL OR user_id IS NOT NULL AND account_id IS NULL));
-- create index "widget_tokens_token_hash_key" to table: "widget_tokens"
CREATE UNIQUE INDEX `widget_tokens_token_hash_key` ON `widget_tokens` (`token_hash`);
-- create index "widgettoken_expires_at" to table: "widget_tokens"
CREATE INDEX `widgettoken_expires_at` ON `widget_tokens` (`expires_at`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

