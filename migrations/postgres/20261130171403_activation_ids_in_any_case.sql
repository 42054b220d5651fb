-- +goose Up
-- modify "external_ids" table
ALTER TABLE "external_ids" ADD COLUMN "value_key" character varying NULL COLLATE "C";
-- activation ids beyond ASCII, and all but one of those that differ in letter case only, get their keys from the program
UPDATE "external_ids" SET "value_key" = CASE WHEN octet_length("value") = char_length("value") THEN lower("value" COLLATE "C") ELSE chr(10) || "id" END WHERE "kind" = 'activation';
UPDATE "external_ids" SET "value_key" = chr(10) || "id" WHERE "id" IN (SELECT "id" FROM (SELECT "id", row_number() OVER (PARTITION BY "value_key" ORDER BY "id") AS "n" FROM "external_ids" WHERE "value_key" IS NOT NULL) AS "same" WHERE "n" > 1);
-- create index "externalid_value_key" to table: "external_ids"
CREATE UNIQUE INDEX "externalid_value_key" ON "external_ids" ("value_key");
-- modify "line_items" table
DROP INDEX "lineitem_activation_id_id";
ALTER TABLE "line_items" ADD COLUMN "activation_key" character varying NULL COLLATE "C";
-- with an expression this writes the table and its indexes anew, which takes a part of the time of an update of all rows
ALTER TABLE "line_items" ALTER COLUMN "activation_key" TYPE character varying COLLATE "C" USING (CASE WHEN octet_length("activation_id") = char_length("activation_id") THEN lower("activation_id" COLLATE "C") ELSE chr(10) || "id" END);
-- of activation ids that differ in letter case only, that of the oldest line item has the key
UPDATE "line_items" SET "activation_key" = chr(10) || "id" WHERE "id" IN (SELECT "id" FROM (SELECT "id", row_number() OVER (PARTITION BY "activation_key" ORDER BY "created_at", "id") AS "n" FROM "line_items") AS "same" WHERE "n" > 1);
ALTER TABLE "line_items" ALTER COLUMN "activation_key" SET NOT NULL;
-- create index "lineitem_activation_key" to table: "line_items"
CREATE UNIQUE INDEX "lineitem_activation_key" ON "line_items" ("activation_key");
