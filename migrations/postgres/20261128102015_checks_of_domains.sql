-- +goose Up
-- drop index "domainproof_checked_at" from table: "domain_proofs"
DROP INDEX "domainproof_checked_at";
-- modify "domain_proofs" table
ALTER TABLE "domain_proofs" ADD COLUMN "due_at" bigint NULL;
-- create index "domainproof_due_at" to table: "domain_proofs"
CREATE INDEX "domainproof_due_at" ON "domain_proofs" ("due_at");
-- create index "user_producer_role" to table: "users"
CREATE INDEX "user_producer_role" ON "users" ("producer_role");

