-- +goose Up
-- modify "directory_groups" table
ALTER TABLE "directory_groups" ADD COLUMN "name_key" character varying NULL COLLATE "C";
-- a group has its name itself as the key until the program folds it: names may differ in letter case only
UPDATE "directory_groups" SET "name_key" = "name";
ALTER TABLE "directory_groups" ALTER COLUMN "name_key" SET NOT NULL;
-- create index "directorygroup_account_id_name_key" to table: "directory_groups"
CREATE UNIQUE INDEX "directorygroup_account_id_name_key" ON "directory_groups" ("account_id", "name_key");

