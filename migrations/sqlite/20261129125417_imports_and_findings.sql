-- +goose Up
-- create "findings" table
CREATE TABLE `findings` (`id` integer NOT NULL, `rule` text NOT NULL, `severity` text NOT NULL, `kind` text NOT NULL, `legacy_id` text NOT NULL DEFAULT (''), `related_ids` text NOT NULL DEFAULT (''), `file` text NOT NULL DEFAULT (''), `line` integer NOT NULL DEFAULT (0), `message` text NOT NULL DEFAULT (''), `remedy` text NOT NULL DEFAULT (''), `words` text NOT NULL DEFAULT (''), `import_run_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `findings_import_runs_import_run` FOREIGN KEY (`import_run_id`) REFERENCES `import_runs` (`id`) ON DELETE RESTRICT);
-- create index "finding_import_run_id_id" to table: "findings"
CREATE INDEX `finding_import_run_id_id` ON `findings` (`import_run_id`, `id`);
-- create index "finding_import_run_id_rule_id" to table: "findings"
CREATE INDEX `finding_import_run_id_rule_id` ON `findings` (`import_run_id`, `rule`, `id`);
-- create index "finding_import_run_id_severity_id" to table: "findings"
CREATE INDEX `finding_import_run_id_severity_id` ON `findings` (`import_run_id`, `severity`, `id`);
-- create "import_runs" table
CREATE TABLE `import_runs` (`id` integer NOT NULL, `system_code` text NOT NULL, `bundle` text NOT NULL, `home` text NOT NULL, `skip_invalid` bool NOT NULL, `state` text NOT NULL, `started_at` integer NOT NULL, `seen_at` integer NOT NULL, `finished_at` integer NULL, `failure_code` text NOT NULL DEFAULT (''), `failure` text NOT NULL DEFAULT (''), `plan_hash` text NOT NULL DEFAULT (''), `kinds` text NOT NULL DEFAULT ('[]'), `rows_written` integer NOT NULL DEFAULT (0), `rules` text NOT NULL DEFAULT ('[]'), `finding_count` integer NOT NULL DEFAULT (0), `error_count` integer NOT NULL DEFAULT (0), `findings_removed_at` integer NULL, PRIMARY KEY (`id`));
-- create index "importrun_system_code_id" to table: "import_runs"
CREATE INDEX `importrun_system_code_id` ON `import_runs` (`system_code`, `id`);

