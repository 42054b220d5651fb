-- +goose Up
-- create index "api_keys_of_producer" to table: "api_keys"
CREATE INDEX "api_keys_of_producer" ON "api_keys" ("created_at", "id") WHERE (producer_role IS NOT NULL);

