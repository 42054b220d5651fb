-- +goose Up
-- create index "membership_account_id_directory_key" to table: "memberships"
CREATE INDEX `membership_account_id_directory_key` ON `memberships` (`account_id`, `directory_key`);
-- create index "auditentry_actor_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_actor_id_id` ON `audit_entries` (`actor_id`, `id`);
-- create index "auditentry_subject_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_subject_id_id` ON `audit_entries` (`subject_id`, `id`);

