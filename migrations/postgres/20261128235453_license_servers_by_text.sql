-- +goose Up
-- modify "license_servers" table
ALTER TABLE "license_servers" ADD COLUMN "words" character varying NOT NULL DEFAULT '' COLLATE "C";

