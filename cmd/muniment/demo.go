package main

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/muniment/muniment/ent/batch"
	"github.com/muniment/muniment/internal/legacy/apply"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/sample"
	"github.com/muniment/muniment/internal/store"
)

// DemoCommand serves the sample data.
type DemoCommand struct{ ListenFlags }

// sampleSystem is the code of the fictitious older system from which the sample data is imported.
const sampleSystem = "legacy"

// Run creates the database and loads the sample data unless that was done before, and serves it until the context
// ends.
func (d *DemoCommand) Run(c *console, settings *Settings) (err error) {
	log := settings.log(c, slog.LevelError)
	config, err := settings.config(defaultDemoData, log)
	if err != nil {
		return err
	}
	listener, err := d.listen(c.ctx, "anybody who reaches the demonstration may be anybody in it")
	if err != nil {
		return err
	}
	defer listener.Close()
	db, err := open(c.ctx, c, config, alwaysMigrate)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	loaded, err := holdsData(c.ctx, db)
	if err != nil {
		return err
	}
	if loaded {
		c.say("Using the data in %s.", name(config))
	} else if err := loadSample(c, db, config); err != nil {
		return fmt.Errorf("load the sample: %w", err)
	}
	s, err := commandServices(db, log)
	if err != nil {
		return err
	}
	roles, err := createSampleUsers(c.ctx, s)
	if err != nil {
		return err
	}
	public, err := (&SignInFlags{}).public(listener.Addr())
	if err != nil {
		return err
	}
	return d.serve(c, db, config, listener, serverOptions{public: public, demo: roles}, log)
}

// holdsData reports whether the database contains anything except the remains of an interrupted import.
func holdsData(ctx context.Context, db *store.Store) (bool, error) {
	finished, err := db.Client().Batch.Query().Where(batch.FinishedAtNotNil()).Exist(ctx)
	if err != nil || finished {
		return finished, err
	}
	begun, err := db.Client().Batch.Query().Exist(ctx)
	if err != nil || begun {
		return false, err
	}
	return db.Client().Account.Query().Exist(ctx)
}

func loadSample(c *console, db *store.Store, config store.Config) error {
	c.say("Loading the sample export into %s …", name(config))
	scratch, remove, err := scratchFile(config)
	if err != nil {
		return err
	}
	defer remove()
	bar := newProgress(c.stderr)
	result, err := apply.Run(c.ctx, db, apply.Options{
		Source: csvbundle.New(sample.Bundle()), StagePath: scratch, System: sampleSystem, Home: plan.HomeHere,
		SkipInvalid: true, Today: today(), Progress: bar.showImport,
	})
	bar.end()
	if err != nil {
		return err
	}
	c.say("Loaded %d records.", result.Plan.Records())
	return nil
}
