-- +goose Up
-- modify "part_numbers" table
ALTER TABLE "part_numbers" ADD COLUMN "cancel_days" bigint NULL;
-- modify "periods" table
ALTER TABLE "periods" ADD COLUMN "cancel_days" bigint NULL, ADD COLUMN "cancel_until" integer NULL, ADD COLUMN "renews_on" integer NULL;
-- create index "period_renews_on_line_item_id" to table: "periods"
CREATE INDEX "period_renews_on_line_item_id" ON "periods" ("renews_on", "line_item_id");

