package main

import (
	"fmt"
	"log/slog"
	"text/tabwriter"

	"github.com/muniment/muniment/internal/store"
)

// SchemaCommand groups the commands about the schema history.
type SchemaCommand struct {
	Status SchemaStatusCommand `cmd:"" help:"List the migrations of the database schema. Fails if some are pending."`
	Up     SchemaUpCommand     `cmd:"" help:"Apply the pending migrations and upgrade rows that older versions wrote. A SQLite database with rows is backed up first."`
}

// SchemaStatusCommand lists the steps.
type SchemaStatusCommand struct{}

// Run lists the steps, and fails unless the database has exactly those that this program knows.
func (*SchemaStatusCommand) Run(c *console, settings *Settings) (err error) {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	db, err := openReadOnly(c.ctx, config)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	steps, err := db.SchemaStatus(c.ctx)
	if err != nil {
		return err
	}
	c.say("%s", name(config))
	table := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', 0)
	for _, step := range steps {
		fmt.Fprintf(table, "%d\t%s\t%s\n", step.Version, stepName(step), stepState(step))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return db.RequireSchema(c.ctx)
}

func stepName(step store.SchemaStep) string {
	if step.Name == "" {
		return "(unknown to this program)"
	}
	return step.Name
}

func stepState(step store.SchemaStep) string {
	if step.AppliedAt == nil {
		return "pending"
	}
	return "applied " + step.AppliedAt.String()
}

// SchemaUpCommand applies the pending steps.
type SchemaUpCommand struct{}

// Run brings the schema up to date.
func (*SchemaUpCommand) Run(c *console, settings *Settings) (err error) {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	db, err := store.Open(c.ctx, config)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	c.say("%s", name(config))
	done, err := db.Migrate(c.ctx)
	if done.Backup != "" {
		c.say("A copy of the database from before the upgrade is in %s.", done.Backup)
	}
	for _, step := range done.Applied {
		c.say("applied %d %s", step.Version, step.Name)
	}
	if err != nil {
		return err
	}
	if len(done.Applied) == 0 {
		c.say("The schema is up to date.")
	}
	if err := upgradeRows(c.ctx, c, db); err != nil {
		return err
	}
	return seedUnits(c.ctx, db)
}
