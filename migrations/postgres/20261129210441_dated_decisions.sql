-- +goose Up
-- Every decision has its record. One without would be a defect of an older version; it is kept.
INSERT INTO "decisions" ("account_id", "subject_id", "kind", "reason", "actor", "recorded_at") SELECT s."account_id", s."id", s."decision", 'kept from an older version', 'muniment', s."updated_at" FROM "entitlements" s WHERE s."decision" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "decisions" d WHERE d."subject_id" = s."id" AND d."lifted_at" IS NULL);
INSERT INTO "decisions" ("account_id", "subject_id", "kind", "reason", "actor", "recorded_at") SELECT s."account_id", s."id", s."decision", 'kept from an older version', 'muniment', s."updated_at" FROM "line_items" s WHERE s."decision" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "decisions" d WHERE d."subject_id" = s."id" AND d."lifted_at" IS NULL);
INSERT INTO "decisions" ("account_id", "subject_id", "kind", "reason", "actor", "recorded_at") SELECT s."account_id", s."id", s."decision", 'kept from an older version', 'muniment', s."updated_at" FROM "periods" s WHERE s."decision" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "decisions" d WHERE d."subject_id" = s."id" AND d."lifted_at" IS NULL);
INSERT INTO "decisions" ("account_id", "subject_id", "kind", "reason", "actor", "recorded_at") SELECT s."account_id", s."id", s."decision", 'kept from an older version', 'muniment', s."updated_at" FROM "coverages" s WHERE s."decision" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "decisions" d WHERE d."subject_id" = s."id" AND d."lifted_at" IS NULL);
-- modify "coverage_items" table
ALTER TABLE "coverage_items" ADD COLUMN "decided" boolean NOT NULL DEFAULT false;
-- modify "coverages" table
ALTER TABLE "coverages" DROP COLUMN "decision", ADD COLUMN "decided" boolean NOT NULL DEFAULT false;
-- modify "decisions" table
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_days" CHECK ((starts_on <= planned_ends_on) AND (ends_on <= planned_ends_on)), ADD CONSTRAINT "decisions_lifted" CHECK ((lifted_at IS NOT NULL) OR (ends_on = planned_ends_on)), ADD COLUMN "starts_on" integer NOT NULL DEFAULT -2147483648, ADD COLUMN "ends_on" integer NOT NULL DEFAULT 2147483647, ADD COLUMN "planned_ends_on" integer NOT NULL DEFAULT 2147483647, ADD COLUMN "lifted_by" character varying NOT NULL DEFAULT '' COLLATE "C", ADD COLUMN "lift_reason" character varying NOT NULL DEFAULT '' COLLATE "C";
-- modify "entitlements" table
ALTER TABLE "entitlements" DROP COLUMN "decision", ADD COLUMN "decided" boolean NOT NULL DEFAULT false;
-- modify "line_items" table
ALTER TABLE "line_items" DROP COLUMN "decision", ADD COLUMN "decided" boolean NOT NULL DEFAULT false;
-- modify "periods" table
ALTER TABLE "periods" DROP COLUMN "decision", ADD COLUMN "decided" boolean NOT NULL DEFAULT false;
-- Since when the decisions in effect hold was not recorded, so that they hold on every day. Those that were lifted
-- counted on no day, and still do: they end before they begin.
UPDATE "decisions" SET "starts_on" = CAST("recorded_at" / 86400000000 AS integer), "ends_on" = CAST("recorded_at" / 86400000000 AS integer) - 1, "lifted_by" = "actor" WHERE "lifted_at" IS NOT NULL;
UPDATE "entitlements" SET "decided" = true WHERE "id" IN (SELECT "subject_id" FROM "decisions");
UPDATE "line_items" SET "decided" = true WHERE "id" IN (SELECT "subject_id" FROM "decisions");
UPDATE "periods" SET "decided" = true WHERE "id" IN (SELECT "subject_id" FROM "decisions");
UPDATE "coverages" SET "decided" = true WHERE "id" IN (SELECT "subject_id" FROM "decisions");
UPDATE "coverage_items" SET "decided" = true WHERE "id" IN (SELECT "subject_id" FROM "decisions");
