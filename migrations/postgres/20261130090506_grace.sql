-- +goose Up
-- modify "line_items" table
ALTER TABLE "line_items" ADD COLUMN "grace_until" integer NULL;

