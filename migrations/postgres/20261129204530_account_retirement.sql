-- +goose Up
-- modify "accounts" table
ALTER TABLE "accounts" ADD COLUMN "retired_at" bigint NULL;

