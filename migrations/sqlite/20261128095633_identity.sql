-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- add column "email_proven_at" to table: "users"
ALTER TABLE `users` ADD COLUMN `email_proven_at` integer NULL;
-- add column "erased_at" to table: "users"
ALTER TABLE `users` ADD COLUMN `erased_at` integer NULL;
-- create "directory_records" table
CREATE TABLE `directory_records` (`id` integer NOT NULL, `external_id` text NULL, `user_name` text NOT NULL, `user_name_key` text NOT NULL, `email` text NULL, `email_key` text NULL, `first_name` text NOT NULL DEFAULT (''), `last_name` text NOT NULL DEFAULT (''), `display_name` text NOT NULL DEFAULT (''), `phone` text NOT NULL DEFAULT (''), `locale` text NOT NULL DEFAULT (''), `time_zone` text NOT NULL DEFAULT (''), `active` bool NOT NULL, `linked_at` integer NULL, `adopted` bool NOT NULL DEFAULT (false), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `user_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `directory_records_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `directory_records_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `directory_records_linked` CHECK (user_id IS NULL AND linked_at IS NULL OR user_id IS NOT NULL AND linked_at IS NOT NULL));
-- create index "directoryrecord_account_id_user_name_key" to table: "directory_records"
CREATE UNIQUE INDEX `directoryrecord_account_id_user_name_key` ON `directory_records` (`account_id`, `user_name_key`);
-- create index "directoryrecord_account_id_user_id" to table: "directory_records"
CREATE UNIQUE INDEX `directoryrecord_account_id_user_id` ON `directory_records` (`account_id`, `user_id`);
-- create index "directoryrecord_account_id_external_id" to table: "directory_records"
CREATE INDEX `directoryrecord_account_id_external_id` ON `directory_records` (`account_id`, `external_id`);
-- create index "directoryrecord_account_id_email_key" to table: "directory_records"
CREATE INDEX `directoryrecord_account_id_email_key` ON `directory_records` (`account_id`, `email_key`);
-- create index "directoryrecord_account_id_id" to table: "directory_records"
CREATE INDEX `directoryrecord_account_id_id` ON `directory_records` (`account_id`, `id`);
-- create index "directoryrecord_email_key" to table: "directory_records"
CREATE INDEX `directoryrecord_email_key` ON `directory_records` (`email_key`);
-- create index "directoryrecord_user_id" to table: "directory_records"
CREATE INDEX `directoryrecord_user_id` ON `directory_records` (`user_id`);
-- create index "directoryrecord_adopted_id" to table: "directory_records"
CREATE INDEX `directoryrecord_adopted_id` ON `directory_records` (`adopted`, `id`);
-- every member whom a directory has made, named or put into a group becomes a record of the directory, linked to its user; it is
-- active unless the directory suspended the member
INSERT INTO directory_records (id, account_id, external_id, user_name, user_name_key, email, email_key, first_name, last_name, display_name, phone, locale, time_zone, active, user_id, linked_at, adopted, created_at, updated_at) SELECT m.id + 1945555039024054272, m.account_id, m.directory_key, u.user_name, u.user_name, u.email, u.email_key, u.first_name, u.last_name, u.display_name, u.phone, u.locale, u.time_zone, m.suspended_at IS NULL OR COALESCE((SELECT a.action FROM audit_entries a WHERE a.subject_id = m.id AND a.action IN ('suspendMember', 'deprovisionUser', 'reinstateMember', 'provisionUser') ORDER BY a.id DESC LIMIT 1), '') = 'suspendMember', m.user_id, m.created_at, TRUE, m.created_at, CASE WHEN m.updated_at > m.created_at THEN m.updated_at ELSE m.created_at END FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.origin = 'DIRECTORY' OR m.directory_key IS NOT NULL OR EXISTS (SELECT 1 FROM directory_group_members g WHERE g.membership_id = m.id);
-- create "new_memberships" table
CREATE TABLE `new_memberships` (`id` integer NOT NULL, `roles` integer NOT NULL, `service_access` integer NOT NULL, `include_sub_accounts` bool NOT NULL, `ends_on` integer NULL, `created_at` integer NOT NULL, `updated_at` integer NOT NULL DEFAULT (0), `suspended_at` integer NULL, `origin` text NOT NULL DEFAULT ('IMPORT'), `granted_by_id` integer NULL, `directory_roles` integer NOT NULL DEFAULT (0), `directory_services` integer NOT NULL DEFAULT (0), `account_id` integer NOT NULL, `user_id` integer NOT NULL, `product_line_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `memberships_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_product_lines_product_line` FOREIGN KEY (`product_line_id`) REFERENCES `product_lines` (`id`) ON DELETE RESTRICT, CONSTRAINT `memberships_roles` CHECK (roles >= 0 AND roles < 32), CONSTRAINT `memberships_service_access` CHECK (service_access >= 0 AND service_access < 8));
-- copy rows from old table "memberships" to new temporary table "new_memberships"
-- what only the directory gave is the directory's from here on, and an inactive record gives nothing; what an administrator
-- suspended stays so
INSERT INTO `new_memberships` (`id`, `roles`, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `updated_at`, `suspended_at`, `origin`, `granted_by_id`, `directory_roles`, `directory_services`, `account_id`, `user_id`, `product_line_id`) SELECT `id`, CASE WHEN origin = 'DIRECTORY' AND roles = 16 AND service_access = 0 THEN 0 ELSE roles END, `service_access`, `include_sub_accounts`, `ends_on`, `created_at`, `updated_at`, CASE WHEN origin = 'DIRECTORY' AND roles = 16 AND service_access = 0 AND (SELECT a.action FROM audit_entries a WHERE a.subject_id = memberships.id AND a.action IN ('suspendMember', 'deprovisionUser', 'reinstateMember', 'provisionUser') ORDER BY a.id DESC LIMIT 1) = 'deprovisionUser' THEN NULL ELSE suspended_at END, `origin`, `granted_by_id`, CASE WHEN NOT EXISTS (SELECT 1 FROM directory_records r WHERE r.id = memberships.id + 1945555039024054272) THEN group_roles WHEN (SELECT r.active FROM directory_records r WHERE r.id = memberships.id + 1945555039024054272) THEN group_roles | 16 ELSE 0 END, CASE WHEN EXISTS (SELECT 1 FROM directory_records r WHERE r.id = memberships.id + 1945555039024054272 AND NOT r.active) THEN 0 ELSE group_services END, `account_id`, `user_id`, `product_line_id` FROM `memberships`;
-- drop "memberships" table after copying rows
DROP TABLE `memberships`;
-- rename temporary table "new_memberships" to "memberships"
ALTER TABLE `new_memberships` RENAME TO `memberships`;
-- create index "membership_user_id_account_id" to table: "memberships"
CREATE UNIQUE INDEX `membership_user_id_account_id` ON `memberships` (`user_id`, `account_id`);
-- create index "membership_account_id_id" to table: "memberships"
CREATE INDEX `membership_account_id_id` ON `memberships` (`account_id`, `id`);
-- create "new_api_keys" table
CREATE TABLE `new_api_keys` (`id` integer NOT NULL, `secret_hash` text NOT NULL, `hint` text NOT NULL, `name` text NOT NULL, `producer_role` text NULL, `roles` integer NOT NULL DEFAULT (0), `service_access` integer NOT NULL DEFAULT (0), `scopes` integer NOT NULL, `include_sub_accounts` bool NOT NULL DEFAULT (false), `email_key` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `last_used_at` integer NULL, `revoked_at` integer NULL, `user_id` integer NULL, `account_id` integer NULL, `created_by_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `api_keys_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_users_created_by` FOREIGN KEY (`created_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `api_keys_owner` CHECK (user_id IS NULL OR account_id IS NULL), CONSTRAINT `api_keys_producer` CHECK (producer_role IS NULL OR (user_id IS NULL AND account_id IS NULL)), CONSTRAINT `api_keys_scopes` CHECK (scopes > 0 AND scopes < 16), CONSTRAINT `api_keys_somebody` CHECK (user_id IS NOT NULL OR account_id IS NOT NULL OR producer_role IS NOT NULL));
-- copy rows from old table "api_keys" to new temporary table "new_api_keys"
INSERT INTO `new_api_keys` (`id`, `secret_hash`, `hint`, `name`, `producer_role`, `roles`, `service_access`, `scopes`, `created_at`, `expires_at`, `last_used_at`, `revoked_at`, `user_id`, `account_id`, `created_by_id`) SELECT `id`, `secret_hash`, `hint`, `name`, `producer_role`, `roles`, `service_access`, `scopes`, `created_at`, `expires_at`, `last_used_at`, `revoked_at`, `user_id`, `account_id`, `created_by_id` FROM `api_keys`;
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
-- create "new_audit_entries" table
CREATE TABLE `new_audit_entries` (`id` integer NOT NULL, `action` text NOT NULL, `subject_id` integer NULL, `subject_label` text NOT NULL DEFAULT (''), `actor_id` integer NULL, `actor_name` text NOT NULL, `by_producer` bool NOT NULL, `credential` text NOT NULL, `credential_id` text NOT NULL DEFAULT (''), `on_behalf_of_id` integer NULL, `reason` text NOT NULL DEFAULT (''), `request_id` text NOT NULL DEFAULT (''), `changes` text NOT NULL, `recorded_at` integer NOT NULL, `salt` text NOT NULL DEFAULT (''), `remains` text NOT NULL DEFAULT (''), `account_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `audit_entries_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "audit_entries" to new temporary table "new_audit_entries"
INSERT INTO `new_audit_entries` (`id`, `action`, `subject_id`, `subject_label`, `actor_id`, `actor_name`, `by_producer`, `credential`, `credential_id`, `on_behalf_of_id`, `reason`, `request_id`, `changes`, `recorded_at`, `account_id`) SELECT `id`, `action`, `subject_id`, `subject_label`, `actor_id`, `actor_name`, `by_producer`, `credential`, `credential_id`, `on_behalf_of_id`, `reason`, `request_id`, `changes`, `recorded_at`, `account_id` FROM `audit_entries`;
-- drop "audit_entries" table after copying rows
DROP TABLE `audit_entries`;
-- rename temporary table "new_audit_entries" to "audit_entries"
ALTER TABLE `new_audit_entries` RENAME TO `audit_entries`;
-- create index "auditentry_account_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id_id` ON `audit_entries` (`account_id`, `id`);
-- create index "auditentry_account_id_actor_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id_actor_id_id` ON `audit_entries` (`account_id`, `actor_id`, `id`);
-- create index "auditentry_account_id_subject_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id_subject_id_id` ON `audit_entries` (`account_id`, `subject_id`, `id`);
-- create index "auditentry_account_id_action_id" to table: "audit_entries"
CREATE INDEX `auditentry_account_id_action_id` ON `audit_entries` (`account_id`, `action`, `id`);
-- create index "auditentry_actor_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_actor_id_id` ON `audit_entries` (`actor_id`, `id`);
-- create index "auditentry_subject_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_subject_id_id` ON `audit_entries` (`subject_id`, `id`);
-- create "new_audit_seals" table
CREATE TABLE `new_audit_seals` (`id` integer NOT NULL, `chain_id` integer NOT NULL, `position` integer NOT NULL, `audit_entry_id` integer NOT NULL, `hash` text NOT NULL, `sealed_at` integer NOT NULL, `form` integer NOT NULL DEFAULT (1), PRIMARY KEY (`id`));
-- copy rows from old table "audit_seals" to new temporary table "new_audit_seals"
INSERT INTO `new_audit_seals` (`id`, `chain_id`, `position`, `audit_entry_id`, `hash`, `sealed_at`) SELECT `id`, `chain_id`, `position`, `audit_entry_id`, `hash`, `sealed_at` FROM `audit_seals`;
-- drop "audit_seals" table after copying rows
DROP TABLE `audit_seals`;
-- rename temporary table "new_audit_seals" to "audit_seals"
ALTER TABLE `new_audit_seals` RENAME TO `audit_seals`;
-- create index "audit_seals_audit_entry_id_key" to table: "audit_seals"
CREATE UNIQUE INDEX `audit_seals_audit_entry_id_key` ON `audit_seals` (`audit_entry_id`);
-- create index "auditseal_chain_id_position" to table: "audit_seals"
CREATE UNIQUE INDEX `auditseal_chain_id_position` ON `audit_seals` (`chain_id`, `position`);
-- create "new_directory_groups" table
CREATE TABLE `new_directory_groups` (`id` integer NOT NULL, `name` text NOT NULL, `external_id` text NULL, `roles` integer NOT NULL DEFAULT (0), `service_access` integer NOT NULL DEFAULT (0), `created_at` integer NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `directory_groups_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "directory_groups" to new temporary table "new_directory_groups"
INSERT INTO `new_directory_groups` (`id`, `name`, `external_id`, `roles`, `service_access`, `created_at`, `updated_at`, `account_id`) SELECT `id`, `name`, `directory_key`, `roles`, `service_access`, `created_at`, `updated_at`, `account_id` FROM `directory_groups`;
-- drop "directory_groups" table after copying rows
DROP TABLE `directory_groups`;
-- rename temporary table "new_directory_groups" to "directory_groups"
ALTER TABLE `new_directory_groups` RENAME TO `directory_groups`;
-- create index "directorygroup_account_id_name" to table: "directory_groups"
CREATE UNIQUE INDEX `directorygroup_account_id_name` ON `directory_groups` (`account_id`, `name`);
-- create "new_directory_group_members" table
CREATE TABLE `new_directory_group_members` (`id` integer NOT NULL, `account_id` integer NOT NULL, `directory_group_id` integer NOT NULL, `directory_record_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `directory_group_members_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `directory_group_members_directory_groups_directory_group` FOREIGN KEY (`directory_group_id`) REFERENCES `directory_groups` (`id`) ON DELETE RESTRICT, CONSTRAINT `directory_group_members_directory_records_directory_record` FOREIGN KEY (`directory_record_id`) REFERENCES `directory_records` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "directory_group_members" to new temporary table "new_directory_group_members"
INSERT INTO `new_directory_group_members` (`id`, `account_id`, `directory_group_id`, `directory_record_id`) SELECT `id`, `account_id`, `directory_group_id`, `membership_id` + 1945555039024054272 FROM `directory_group_members`;
-- drop "directory_group_members" table after copying rows
DROP TABLE `directory_group_members`;
-- rename temporary table "new_directory_group_members" to "directory_group_members"
ALTER TABLE `new_directory_group_members` RENAME TO `directory_group_members`;
-- create index "directorygroupmember_directory_group_id_directory_record_id" to table: "directory_group_members"
CREATE UNIQUE INDEX `directorygroupmember_directory_group_id_directory_record_id` ON `directory_group_members` (`directory_group_id`, `directory_record_id`);
-- create index "directorygroupmember_directory_record_id" to table: "directory_group_members"
CREATE INDEX `directorygroupmember_directory_record_id` ON `directory_group_members` (`directory_record_id`);
-- of several subjects of one issuer a user keeps the first
DELETE FROM identities WHERE EXISTS (SELECT 1 FROM identities o WHERE o.user_id = identities.user_id AND o.issuer = identities.issuer AND o.id < identities.id);
-- drop index "identity_user_id" from table: "identities"
DROP INDEX `identity_user_id`;
-- create index "identity_user_id_issuer" to table: "identities"
CREATE UNIQUE INDEX `identity_user_id_issuer` ON `identities` (`user_id`, `issuer`);
-- create "new_links" table
CREATE TABLE `new_links` (`id` integer NOT NULL, `token_hash` text NOT NULL, `purpose` text NOT NULL, `subject_id` integer NOT NULL, `request` text NOT NULL, `email_key` text NOT NULL DEFAULT (''), `return_to` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `used_at` integer NULL, PRIMARY KEY (`id`));
-- copy rows from old table "links" to new temporary table "new_links"
INSERT INTO `new_links` (`id`, `token_hash`, `purpose`, `subject_id`, `request`, `return_to`, `created_at`, `expires_at`, `used_at`) SELECT `id`, `token_hash`, `purpose`, `subject_id`, `request`, `return_to`, `created_at`, `expires_at`, `used_at` FROM `links`;
-- drop "links" table after copying rows
DROP TABLE `links`;
-- rename temporary table "new_links" to "links"
ALTER TABLE `new_links` RENAME TO `links`;
-- create index "links_token_hash_key" to table: "links"
CREATE UNIQUE INDEX `links_token_hash_key` ON `links` (`token_hash`);
-- create index "link_request" to table: "links"
CREATE INDEX `link_request` ON `links` (`request`);
-- create index "link_subject_id" to table: "links"
CREATE INDEX `link_subject_id` ON `links` (`subject_id`);
-- create index "link_expires_at" to table: "links"
CREATE INDEX `link_expires_at` ON `links` (`expires_at`);
-- create index "link_email_key" to table: "links"
CREATE INDEX `link_email_key` ON `links` (`email_key`);
-- create "new_sessions" table
CREATE TABLE `new_sessions` (`id` integer NOT NULL, `token_hash` text NOT NULL, `method` text NOT NULL, `provider` text NOT NULL DEFAULT (''), `provider_session` text NOT NULL DEFAULT (''), `provider_subject` text NOT NULL DEFAULT (''), `user_agent` text NOT NULL DEFAULT (''), `address` text NOT NULL DEFAULT (''), `email_key` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `last_seen_at` integer NOT NULL, `expires_at` integer NOT NULL, `user_id` integer NOT NULL, `account_id` integer NULL, `viewing_account_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `sessions_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `sessions_accounts_viewing_account` FOREIGN KEY (`viewing_account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "sessions" to new temporary table "new_sessions"
INSERT INTO `new_sessions` (`id`, `token_hash`, `method`, `provider`, `provider_session`, `provider_subject`, `user_agent`, `address`, `created_at`, `last_seen_at`, `expires_at`, `user_id`, `account_id`, `viewing_account_id`) SELECT `id`, `token_hash`, `method`, `provider`, `provider_session`, `provider_subject`, `user_agent`, `address`, `created_at`, `last_seen_at`, `expires_at`, `user_id`, `account_id`, `viewing_account_id` FROM `sessions`;
-- drop "sessions" table after copying rows
DROP TABLE `sessions`;
-- rename temporary table "new_sessions" to "sessions"
ALTER TABLE `new_sessions` RENAME TO `sessions`;
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
-- create index "session_email_key" to table: "sessions"
CREATE INDEX `session_email_key` ON `sessions` (`email_key`);
-- a way to a provider that began before its issuer was kept begins anew
DELETE FROM sign_in_attempts;
-- create "new_sign_in_attempts" table
CREATE TABLE `new_sign_in_attempts` (`id` integer NOT NULL, `state_hash` text NOT NULL, `browser_hash` text NOT NULL, `provider` text NOT NULL, `issuer` text NOT NULL DEFAULT (''), `nonce` text NOT NULL, `verifier` text NOT NULL, `return_to` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `expires_at` integer NOT NULL, PRIMARY KEY (`id`));
-- copy rows from old table "sign_in_attempts" to new temporary table "new_sign_in_attempts"
INSERT INTO `new_sign_in_attempts` (`id`, `state_hash`, `browser_hash`, `provider`, `nonce`, `verifier`, `return_to`, `created_at`, `expires_at`) SELECT `id`, `state_hash`, `browser_hash`, `provider`, `nonce`, `verifier`, `return_to`, `created_at`, `expires_at` FROM `sign_in_attempts`;
-- drop "sign_in_attempts" table after copying rows
DROP TABLE `sign_in_attempts`;
-- rename temporary table "new_sign_in_attempts" to "sign_in_attempts"
ALTER TABLE `new_sign_in_attempts` RENAME TO `sign_in_attempts`;
-- create index "sign_in_attempts_state_hash_key" to table: "sign_in_attempts"
CREATE UNIQUE INDEX `sign_in_attempts_state_hash_key` ON `sign_in_attempts` (`state_hash`);
-- create index "signinattempt_expires_at" to table: "sign_in_attempts"
CREATE INDEX `signinattempt_expires_at` ON `sign_in_attempts` (`expires_at`);
-- create "domain_proofs" table
CREATE TABLE `domain_proofs` (`id` integer NOT NULL, `domain` text NOT NULL, `challenge` text NOT NULL, `proven_at` integer NULL, `approved` bool NOT NULL DEFAULT (false), `checked_at` integer NULL, `failing_since` integer NULL, `lapsed_at` integer NULL, `created_at` integer NOT NULL, `account_id` integer NOT NULL, `approved_by_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `domain_proofs_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `domain_proofs_users_approved_by` FOREIGN KEY (`approved_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `domain_proofs_lapsed` CHECK (lapsed_at IS NULL OR proven_at IS NOT NULL));
-- create index "domainproof_account_id_domain" to table: "domain_proofs"
CREATE UNIQUE INDEX `domainproof_account_id_domain` ON `domain_proofs` (`account_id`, `domain`);
-- create index "domainproof_domain" to table: "domain_proofs"
CREATE INDEX `domainproof_domain` ON `domain_proofs` (`domain`);
-- create index "domainproof_checked_at" to table: "domain_proofs"
CREATE INDEX `domainproof_checked_at` ON `domain_proofs` (`checked_at`);
-- create "known_browsers" table
CREATE TABLE `known_browsers` (`id` integer NOT NULL, `token_hash` text NOT NULL, `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `user_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `known_browsers_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT);
-- create index "known_browsers_token_hash_key" to table: "known_browsers"
CREATE UNIQUE INDEX `known_browsers_token_hash_key` ON `known_browsers` (`token_hash`);
-- create index "knownbrowser_user_id" to table: "known_browsers"
CREATE INDEX `knownbrowser_user_id` ON `known_browsers` (`user_id`);
-- create index "knownbrowser_expires_at" to table: "known_browsers"
CREATE INDEX `knownbrowser_expires_at` ON `known_browsers` (`expires_at`);
-- create "mail_budgets" table
CREATE TABLE `mail_budgets` (`id` integer NOT NULL, `name` text NOT NULL, `sent` integer NOT NULL, `window_began_at` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `mail_budgets_sent` CHECK (sent >= 0));
-- create index "mail_budgets_name_key" to table: "mail_budgets"
CREATE UNIQUE INDEX `mail_budgets_name_key` ON `mail_budgets` (`name`);
-- create index "mailbudget_window_began_at" to table: "mail_budgets"
CREATE INDEX `mailbudget_window_began_at` ON `mail_budgets` (`window_began_at`);
-- an address is proven by an invitation to it that was accepted, or by a provider since the user was last changed
UPDATE users SET email_proven_at = COALESCE((SELECT max(i.accepted_at) FROM invitations i WHERE i.accepted_by_id = users.id AND i.email = users.email), (SELECT max(n.created_at) FROM identities n WHERE n.user_id = users.id AND n.created_at >= users.updated_at)) WHERE email IS NOT NULL;
-- an address that only a directory has written is the record's alone
UPDATE users SET email = NULL, email_key = NULL WHERE email_proven_at IS NULL AND producer_role IS NULL AND id IN (SELECT user_id FROM directory_records WHERE user_id IS NOT NULL);
-- nobody knows who was given the credentials of users whom directories could change
DELETE FROM sessions WHERE user_id IN (SELECT user_id FROM directory_records WHERE user_id IS NOT NULL);
UPDATE api_keys SET revoked_at = CAST(strftime('%s', 'now') AS integer) * 1000000 WHERE revoked_at IS NULL AND user_id IN (SELECT user_id FROM directory_records WHERE user_id IS NOT NULL);
UPDATE links SET used_at = CAST(strftime('%s', 'now') AS integer) * 1000000 WHERE used_at IS NULL AND subject_id IN (SELECT user_id FROM directory_records WHERE user_id IS NOT NULL);
-- what began with a link rests on the address to which the link went
UPDATE sessions SET email_key = COALESCE((SELECT u.email_key FROM users u WHERE u.id = sessions.user_id), '') WHERE method = 'LINK';
UPDATE links SET email_key = COALESCE((SELECT u.email_key FROM users u WHERE u.id = links.subject_id), (SELECT i.email_key FROM invitations i WHERE i.id = links.subject_id), '');
-- a person's key rests on the address by which the person signs in, if on nothing else
UPDATE api_keys SET email_key = COALESCE((SELECT u.email_key FROM users u WHERE u.id = api_keys.user_id), '') WHERE user_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identities i WHERE i.user_id = api_keys.user_id);
-- a key of an account reaches the accounts below where whoever made it is known to do
UPDATE api_keys SET include_sub_accounts = TRUE WHERE account_id IS NOT NULL AND (EXISTS (SELECT 1 FROM users u WHERE u.id = api_keys.created_by_id AND u.producer_role = 'OPERATOR') OR EXISTS (SELECT 1 FROM memberships m JOIN account_paths p ON p.ancestor_id = m.account_id AND p.descendant_id = api_keys.account_id WHERE m.user_id = api_keys.created_by_id AND m.include_sub_accounts AND m.product_line_id IS NULL AND m.suspended_at IS NULL AND m.roles & 1 <> 0));
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

