-- +goose Up
-- modify "api_keys" table
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by" CHECK ((created_by_id IS NULL) OR (created_by_key_id IS NULL)), ADD COLUMN "created_by_key_id" bigint NULL, ADD CONSTRAINT "api_keys_api_keys_created_keys" FOREIGN KEY ("created_by_key_id") REFERENCES "api_keys" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "access_requests" table
ALTER TABLE "access_requests" ADD CONSTRAINT "access_requests_decided_by" CHECK ((decided_by_id IS NULL) OR (decided_by_key_id IS NULL)), ADD COLUMN "decided_by_key_id" bigint NULL, ADD CONSTRAINT "access_requests_api_keys_decided_by_key" FOREIGN KEY ("decided_by_key_id") REFERENCES "api_keys" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "domain_proofs" table
ALTER TABLE "domain_proofs" ADD CONSTRAINT "domain_proofs_approved_by" CHECK ((approved_by_id IS NULL) OR (approved_by_key_id IS NULL)), ADD COLUMN "approved_by_key_id" bigint NULL, ADD CONSTRAINT "domain_proofs_api_keys_approved_by_key" FOREIGN KEY ("approved_by_key_id") REFERENCES "api_keys" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "invitations" table
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by" CHECK ((invited_by_id IS NULL) OR (invited_by_key_id IS NULL)), ADD COLUMN "invited_by_key_id" bigint NULL, ADD CONSTRAINT "invitations_api_keys_invited_by_key" FOREIGN KEY ("invited_by_key_id") REFERENCES "api_keys" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "memberships" table
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_granted_by" CHECK ((granted_by_id IS NULL) OR (granted_by_key_id IS NULL)), ADD COLUMN "granted_by_key_id" bigint NULL, ADD CONSTRAINT "memberships_api_keys_granted_by_key" FOREIGN KEY ("granted_by_key_id") REFERENCES "api_keys" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;

