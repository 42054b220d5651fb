-- +goose Up
-- what was granted and what was used beyond it have the names that line items use
ALTER TABLE `usage_records` RENAME COLUMN `entitled` TO `granted`;
ALTER TABLE `usage_records` RENAME COLUMN `over_numerator` TO `excess_numerator`;
