-- +goose Up
-- create "instalments" table
CREATE TABLE `instalments` (`id` integer NOT NULL, `due_on` integer NOT NULL, `price_minor` integer NOT NULL, `currency` text NOT NULL, `account_id` integer NOT NULL, `period_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `instalments_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `instalments_periods_period` FOREIGN KEY (`period_id`) REFERENCES `periods` (`id`) ON DELETE RESTRICT, CONSTRAINT `instalments_price` CHECK (price_minor > 0));
-- create index "instalment_period_id_due_on" to table: "instalments"
CREATE UNIQUE INDEX `instalment_period_id_due_on` ON `instalments` (`period_id`, `due_on`);
-- create index "instalment_account_id_due_on" to table: "instalments"
CREATE INDEX `instalment_account_id_due_on` ON `instalments` (`account_id`, `due_on`);

