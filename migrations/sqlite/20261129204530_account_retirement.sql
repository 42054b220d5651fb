-- +goose Up
-- add column "retired_at" to table: "accounts"
ALTER TABLE `accounts` ADD COLUMN `retired_at` integer NULL;

