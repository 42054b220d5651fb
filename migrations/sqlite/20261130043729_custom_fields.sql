-- +goose Up
-- create "custom_fields" table
CREATE TABLE `custom_fields` (`id` integer NOT NULL, `subject` text NOT NULL, `code` text NOT NULL, `type` text NOT NULL, `label_english` text NOT NULL, `label_german` text NOT NULL, `description` text NOT NULL DEFAULT (''), `choices` text NOT NULL DEFAULT (''), `for_customers` bool NOT NULL, `created_at` integer NOT NULL, `retired_at` integer NULL, PRIMARY KEY (`id`));
-- create index "customfield_subject_code" to table: "custom_fields"
CREATE UNIQUE INDEX `customfield_subject_code` ON `custom_fields` (`subject`, `code`);
-- create "custom_values" table
CREATE TABLE `custom_values` (`id` integer NOT NULL, `subject_id` integer NOT NULL, `value` text NOT NULL, `updated_at` integer NOT NULL, `account_id` integer NOT NULL, `custom_field_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `custom_values_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `custom_values_custom_fields_custom_field` FOREIGN KEY (`custom_field_id`) REFERENCES `custom_fields` (`id`) ON DELETE RESTRICT);
-- create index "customvalue_subject_id_custom_field_id" to table: "custom_values"
CREATE UNIQUE INDEX `customvalue_subject_id_custom_field_id` ON `custom_values` (`subject_id`, `custom_field_id`);
-- create index "customvalue_account_id_id" to table: "custom_values"
CREATE INDEX `customvalue_account_id_id` ON `custom_values` (`account_id`, `id`);
-- create index "customvalue_custom_field_id_value" to table: "custom_values"
CREATE INDEX `customvalue_custom_field_id_value` ON `custom_values` (`custom_field_id`, `value`);

