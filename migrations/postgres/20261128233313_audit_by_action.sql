-- +goose Up
-- create index "auditentry_action_id" to table: "audit_entries"
CREATE INDEX "auditentry_action_id" ON "audit_entries" ("action", "id");

