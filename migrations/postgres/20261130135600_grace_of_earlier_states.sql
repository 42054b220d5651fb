-- +goose Up
-- Grace came after the days of grace of periods. Line items get the last day of it, and those of which nothing is in
-- force although grace had not ended when they were settled are due, so that they are settled again.
UPDATE "line_items" SET "grace_until" = (SELECT max(p."ends_on" + p."grace_days") FROM "periods" p WHERE p."line_item_id" = "line_items"."id" AND p."grace_days" > 0 AND p."term" <> 'TRIAL' AND NOT p."perpetual" AND p."starts_on" IS NOT NULL AND p."ends_on" IS NOT NULL) WHERE "grace_until" IS NULL AND "id" IN (SELECT "line_item_id" FROM "periods" WHERE "grace_days" > 0);
UPDATE "line_items" SET "next_starts_on" = "starts_on" WHERE "settled_on" <= "grace_until" AND "in_force_until" IS NULL;
