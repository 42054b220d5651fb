-- +goose Up
-- create index "decision_ends_on_subject_id" to table: "decisions"
CREATE INDEX "decision_ends_on_subject_id" ON "decisions" ("ends_on", "subject_id") WHERE (kind IN ('DRAFT', 'TEST'));
-- modify "periods" table
ALTER TABLE "periods" ADD COLUMN "ends_ordered" boolean NOT NULL DEFAULT false;

