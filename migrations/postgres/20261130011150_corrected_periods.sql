-- +goose Up
-- modify "periods" table
ALTER TABLE "periods" ADD COLUMN "corrected_at" bigint NULL;

