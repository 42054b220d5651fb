-- +goose Up
-- modify "coverages" table
ALTER TABLE "coverages" ADD COLUMN "renews_id" bigint NULL, ADD COLUMN "replaces_id" bigint NULL, ADD CONSTRAINT "coverages_coverages_replacement" FOREIGN KEY ("replaces_id") REFERENCES "coverages" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "coverages_coverages_successors" FOREIGN KEY ("renews_id") REFERENCES "coverages" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- create index "coverage_renews_id" to table: "coverages"
CREATE INDEX "coverage_renews_id" ON "coverages" ("renews_id");
-- create index "coverages_replaces_id_key" to table: "coverages"
CREATE UNIQUE INDEX "coverages_replaces_id_key" ON "coverages" ("replaces_id");
-- modify "decisions" table
ALTER TABLE "decisions" ADD COLUMN "actor_id" bigint NULL, ADD COLUMN "lifted_by_id" bigint NULL;
-- modify "ledger_entries" table
ALTER TABLE "ledger_entries" ADD COLUMN "actor_id" bigint NULL;
-- modify "periods" table
ALTER TABLE "periods" ADD COLUMN "replaces_id" bigint NULL, ADD CONSTRAINT "periods_periods_replacement" FOREIGN KEY ("replaces_id") REFERENCES "periods" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- create index "periods_replaces_id_key" to table: "periods"
CREATE UNIQUE INDEX "periods_replaces_id_key" ON "periods" ("replaces_id");

