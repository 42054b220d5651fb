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

// DemoCommand serves the sample.
type DemoCommand struct{ Listening }

// sampleSystem is the code of the invented older system that the sample comes from.
const sampleSystem = "legacy"

// Run makes the database and loads the sample, unless that was done before, and serves it until the context ends.
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
	defer closing(db, &err)
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
	roles, err := seatSampleRoles(c.ctx, s)
	if err != nil {
		return err
	}
	public, err := (&Entrance{}).public(listener.Addr())
	if err != nil {
		return err
	}
	return d.serve(c, db, config, listener, doors{public: public, demo: roles}, log)
}

// holdsData says whether there is something that is not the rest of a load that was broken off.
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
