package main

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	homes "github.com/muniment/muniment/ent/home"
	"github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/legacy/apply"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/store"
)

// ImportCommand imports a CSV bundle.
type ImportCommand struct {
	Dir         string `arg:"" type:"path" help:"Directory with the CSV files of the export, plain or gzip."`
	DryRun      bool   `help:"Print what an import would do, and change nothing."`
	SkipInvalid bool   `help:"Skip rows that cannot be imported, and the rows that depend on them."`
	Report      string `type:"path" placeholder:"FILE" help:"Write all findings and the result to a file, as JSON."`
	System      string `default:"legacy" placeholder:"CODE" help:"Code of the older system, under which its ids are kept. Default: legacy."`
	Home        string `enum:"source,here" default:"source" placeholder:"HOME" help:"System that manages new rights: source (the older system goes on changing them) or here. Default: source."`
}

// Run imports the bundle, and prints the findings and the result.
func (i *ImportCommand) Run(c *console, settings *Settings) (err error) {
	log := settings.log(c, slog.LevelError)
	config, err := settings.config(defaultData, log)
	if err != nil {
		return err
	}
	if err := apply.CheckSystem(i.System); err != nil {
		return err
	}
	source, err := csvbundle.Open(i.Dir)
	if err != nil {
		return err
	}
	file, err := createReport(i.Report)
	if err != nil {
		return err
	}
	defer file.discard()
	db, config, remove, err := i.open(c, config)
	if err != nil {
		return err
	}
	defer remove()
	defer closeDatabase(db, &err)
	scratch, removeScratch, err := scratchFile(config)
	if err != nil {
		return err
	}
	defer removeScratch()

	var outbox account.Outbox // nil in a dry run, which sends no notices and has only read access
	if !i.DryRun {
		services, err := commandServices(db, log)
		if err != nil {
			return err
		}
		outbox = services.Outbox
	}
	findings := newListing(c.stdout)
	bar := newProgress(c.stderr)
	result, err := apply.Run(c.ctx, db, apply.Options{
		Source: source, StagePath: scratch, System: i.System, Home: home(i.Home), SkipInvalid: i.SkipInvalid,
		Bundle: filepath.Base(i.Dir), DryRun: i.DryRun, Today: today(), Progress: bar.showImport,
		Finding: both(findings.add, file.add), Outbox: outbox,
	})
	bar.end()
	findings.end(result.Findings, i.Report)
	var refused *fault.Error
	if err != nil && !(errors.As(err, &refused) && refused.Code == apply.InvalidSource) {
		return err
	}
	printResult(c, &result)
	if err == nil {
		err = i.warnOfHomes(c, db)
	}
	if writing := file.finish(&result); writing != nil {
		return errors.Join(err, writing)
	}
	return err
}

// warnOfHomes says that --home here has changed nothing for accounts that earlier imports left to the older system.
func (i *ImportCommand) warnOfHomes(c *console, db *store.Store) error {
	if home(i.Home) != plan.HomeHere {
		return nil
	}
	n, err := db.Client().Home.Query().
		Where(homes.ProductLineID(0), homes.HasSystemWith(system.Code(i.System))).Count(c.ctx)
	if err != nil {
		return fmt.Errorf("look for homes elsewhere: %w", err)
	}
	if n > 0 {
		c.say("%d accounts stay managed by %s, because an earlier import left them there; --home here is for what an "+
			"import creates. Import into a new database to manage them here.", n, i.System)
	}
	return nil
}

// open opens the database for an import. A dry run opens it read-only, so that a server may be running; if there is no
// database yet, it uses a temporary empty one. The returned function removes what is temporary.
func (i *ImportCommand) open(c *console, config store.Config) (*store.Store, store.Config, func(), error) {
	nothing := func() {}
	if !i.DryRun {
		db, err := open(c.ctx, c, config, ownMigration)
		return db, config, nothing, err
	}
	found, err := exists(config)
	if err != nil {
		return nil, config, nothing, err
	}
	if found {
		db, err := openReadOnly(c.ctx, config)
		if err != nil {
			return nil, config, nothing, err
		}
		if err := db.RequireSchema(c.ctx); err != nil {
			return nil, config, nothing, errors.Join(err, db.Close())
		}
		config.Directory = "" // a dry run puts its scratch file into the system's temporary directory
		return db, config, nothing, nil
	}
	directory, err := os.MkdirTemp("", "muniment-dry-run-")
	if err != nil {
		return nil, config, nothing, fmt.Errorf("make a database to compare with: %w", err)
	}
	remove := func() { _ = os.RemoveAll(directory) }
	config.Directory = directory
	db, err := open(c.ctx, c, config, alwaysMigrate)
	if err != nil {
		remove()
		return nil, config, nothing, err
	}
	return db, config, remove, nil
}

func home(word string) plan.Home {
	if word == "here" {
		return plan.HomeHere
	}
	return plan.HomeSource
}
