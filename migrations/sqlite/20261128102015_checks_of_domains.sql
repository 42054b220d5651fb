-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create index "user_producer_role" to table: "users"
CREATE INDEX `user_producer_role` ON `users` (`producer_role`);
-- create "new_domain_proofs" table
CREATE TABLE `new_domain_proofs` (`id` integer NOT NULL, `domain` text NOT NULL, `challenge` text NOT NULL, `proven_at` integer NULL, `approved` bool NOT NULL DEFAULT (false), `checked_at` integer NULL, `failing_since` integer NULL, `due_at` integer NULL, `lapsed_at` integer NULL, `created_at` integer NOT NULL, `account_id` integer NOT NULL, `approved_by_id` integer NULL, PRIMARY KEY (`id`), CONSTRAINT `domain_proofs_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `domain_proofs_users_approved_by` FOREIGN KEY (`approved_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `domain_proofs_lapsed` CHECK (lapsed_at IS NULL OR proven_at IS NOT NULL));
-- copy rows from old table "domain_proofs" to new temporary table "new_domain_proofs"
INSERT INTO `new_domain_proofs` (`id`, `domain`, `challenge`, `proven_at`, `approved`, `checked_at`, `failing_since`, `lapsed_at`, `created_at`, `account_id`, `approved_by_id`) SELECT `id`, `domain`, `challenge`, `proven_at`, `approved`, `checked_at`, `failing_since`, `lapsed_at`, `created_at`, `account_id`, `approved_by_id` FROM `domain_proofs`;
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
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;

