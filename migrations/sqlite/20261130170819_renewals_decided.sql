-- +goose Up
-- add column "renewal_decided_at" to table: "periods"
ALTER TABLE `periods` ADD COLUMN `renewal_decided_at` integer NULL;

-- It was decided of terms without a day to renew them, but not recorded when: no later than now.
UPDATE `periods` SET `renewal_decided_at` = `updated_at` WHERE `cancel_until` IS NOT NULL AND `renews_on` IS NULL;
