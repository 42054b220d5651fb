-- +goose Up
-- add column "corrected_at" to table: "periods"
ALTER TABLE `periods` ADD COLUMN `corrected_at` integer NULL;

