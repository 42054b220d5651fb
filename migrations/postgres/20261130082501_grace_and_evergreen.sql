-- +goose Up
-- modify "line_items" table
ALTER TABLE "line_items" ADD COLUMN "grace_until" integer NULL;
-- modify "part_numbers" table
ALTER TABLE "part_numbers" ADD CONSTRAINT "part_numbers_cancel_days" CHECK (cancel_days >= 0), ADD COLUMN "evergreen" boolean NOT NULL DEFAULT false, ADD COLUMN "cancel_days" bigint NOT NULL DEFAULT 0;
-- modify "periods" table
ALTER TABLE "periods" ADD CONSTRAINT "periods_cancel" CHECK ((cancel_until IS NULL) OR evergreen), ADD COLUMN "evergreen" boolean NOT NULL DEFAULT false, ADD COLUMN "cancel_until" integer NULL;
-- create index "period_cancel_until" to table: "periods"
CREATE INDEX "period_cancel_until" ON "periods" ("cancel_until");

