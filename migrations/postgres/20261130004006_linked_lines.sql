-- +goose Up
-- modify "coverage_items" table
ALTER TABLE "coverage_items" ADD COLUMN "linked_at" bigint NOT NULL DEFAULT 0;

