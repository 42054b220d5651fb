-- +goose Up
-- modify "users" table
ALTER TABLE "users" ADD COLUMN "user_name_key" character varying NOT NULL DEFAULT '' COLLATE "C";
-- names beyond ASCII get their keys from the program
UPDATE "users" SET "user_name_key" = lower("user_name");
-- create index "user_user_name_key" to table: "users"
CREATE INDEX "user_user_name_key" ON "users" ("user_name_key");
