-- +goose Up
-- add column "source_content" to table: "external_ids"
ALTER TABLE `external_ids` ADD COLUMN `source_content` text NULL;

