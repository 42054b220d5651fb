-- +goose Up
-- create index "account_updated_at_id" to table: "accounts"
CREATE INDEX "account_updated_at_id" ON "accounts" ("updated_at", "id");
-- create index "activation_updated_at_id" to table: "activations"
CREATE INDEX "activation_updated_at_id" ON "activations" ("updated_at", "id");
-- drop index "coverage_product_id" from table: "coverages"
DROP INDEX "coverage_product_id";
-- create index "coverage_product_id_ends_on_id" to table: "coverages"
CREATE INDEX "coverage_product_id_ends_on_id" ON "coverages" ("product_id", "ends_on", "id");
-- create index "coverage_updated_at_id" to table: "coverages"
CREATE INDEX "coverage_updated_at_id" ON "coverages" ("updated_at", "id");
-- modify "devices" table
ALTER TABLE "devices" ADD COLUMN "words" character varying NOT NULL DEFAULT '' COLLATE "C";
-- create index "device_updated_at_id" to table: "devices"
CREATE INDEX "device_updated_at_id" ON "devices" ("updated_at", "id");
-- create index "entitlement_updated_at_id" to table: "entitlements"
CREATE INDEX "entitlement_updated_at_id" ON "entitlements" ("updated_at", "id");
-- create index "licenseserver_updated_at_id" to table: "license_servers"
CREATE INDEX "licenseserver_updated_at_id" ON "license_servers" ("updated_at", "id");
-- create index "lineitem_updated_at_id" to table: "line_items"
CREATE INDEX "lineitem_updated_at_id" ON "line_items" ("updated_at", "id");
-- modify "memberships" table
ALTER TABLE "memberships" ADD COLUMN "user_name" character varying NOT NULL DEFAULT '' COLLATE "C";
-- create index "membership_account_id_user_name_id" to table: "memberships"
CREATE INDEX "membership_account_id_user_name_id" ON "memberships" ("account_id", "user_name", "id");
-- create index "membership_updated_at_id" to table: "memberships"
CREATE INDEX "membership_updated_at_id" ON "memberships" ("updated_at", "id");
-- create index "user_updated_at_id" to table: "users"
CREATE INDEX "user_updated_at_id" ON "users" ("updated_at", "id");

-- members are listed by the user name, and a membership that was never changed was changed when it was made
UPDATE "memberships" SET "user_name" = (SELECT "user_name" FROM "users" WHERE "users"."id" = "memberships"."user_id");
UPDATE "memberships" SET "updated_at" = "created_at" WHERE "updated_at" = 0;
