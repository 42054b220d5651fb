-- +goose Up
-- modify "external_ids" table
ALTER TABLE "external_ids" ADD COLUMN "source_content" text NULL COLLATE "C";

