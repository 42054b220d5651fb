-- +goose Up
-- create index "decision_kind_ends_on_subject_id" to table: "decisions"
CREATE INDEX "decision_kind_ends_on_subject_id" ON "decisions" ("kind", "ends_on", "subject_id");
-- modify "periods" table
ALTER TABLE "periods" ADD COLUMN "ends_ordered" boolean NOT NULL DEFAULT false;

