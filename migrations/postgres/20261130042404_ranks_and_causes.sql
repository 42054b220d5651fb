-- +goose Up
-- modify "coverages" table
ALTER TABLE "coverages" ADD COLUMN "visible" boolean NOT NULL DEFAULT true;
-- modify "decisions" table
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_voids" CHECK ((NOT voids) OR ((kind)::text = 'WITHDRAWN'::text)), ADD COLUMN "voids" boolean NOT NULL DEFAULT false, ADD COLUMN "cause_id" bigint NULL;
-- create index "decision_cause_id" to table: "decisions"
CREATE INDEX "decision_cause_id" ON "decisions" ("cause_id");
-- modify "entitlements" table
ALTER TABLE "entitlements" ALTER COLUMN "visible" SET DEFAULT true;
-- modify "line_items" table
ALTER TABLE "line_items" ADD COLUMN "visible" boolean NOT NULL DEFAULT true;
-- modify "periods" table
ALTER TABLE "periods" ADD CONSTRAINT "periods_grace" CHECK (grace_days >= 0), ADD COLUMN "ranked_at" bigint NOT NULL DEFAULT 0, ADD COLUMN "starts_latest_on" integer NULL, ADD COLUMN "grace_days" bigint NOT NULL DEFAULT 0, ADD COLUMN "amends_id" bigint NULL, ADD CONSTRAINT "periods_periods_amendments" FOREIGN KEY ("amends_id") REFERENCES "periods" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- create index "period_amends_id" to table: "periods"
CREATE INDEX "period_amends_id" ON "periods" ("amends_id");
-- create index "period_starts_latest_on" to table: "periods"
CREATE INDEX "period_starts_latest_on" ON "periods" ("starts_latest_on");

-- The rank of periods was the moment at which they were recorded.
UPDATE "periods" SET "ranked_at" = "created_at";
-- What people withdrew on every day from a period or a coverage voided it.
UPDATE "decisions" SET "voids" = true WHERE "kind" = 'WITHDRAWN' AND "starts_on" = -2147483648 AND "ends_on" = 2147483647 AND "actor_id" IS NOT NULL AND "subject_id" BETWEEN 1297036692682702848 AND 1441151880758558719;
-- Line items and coverages are seen if their entitlement is.
UPDATE "line_items" SET "visible" = false WHERE "entitlement_id" IN (SELECT "id" FROM "entitlements" WHERE NOT "visible");
UPDATE "coverages" SET "visible" = false WHERE "entitlement_id" IN (SELECT "id" FROM "entitlements" WHERE NOT "visible");
