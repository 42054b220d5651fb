package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/batch"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/legacy/apply"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/legacy/sample"
	"github.com/muniment/muniment/internal/store"
)

// DemoCommand serves the sample data.
type DemoCommand struct {
	ListenFlags
	Community string `env:"-" placeholder:"ADDR" help:"Loopback address of the sample community, a page of another site with widgets. Default: the port after that of --listen, or a free one."`
}

// sampleSystem is the code of the fictitious older system from which the sample data is imported.
const sampleSystem = "legacy"

// Run creates the database and loads the sample data unless that was done before, and serves it until the context
// ends.
func (d *DemoCommand) Run(c *console, settings *Settings) (err error) {
	log := settings.log(c, slog.LevelError)
	config, err := settings.onlyGiven().config(defaultDemoData, log)
	if err != nil {
		return err
	}
	if err := d.check(); err != nil {
		return err
	}
	mails, err := demoMails(config)
	if err != nil {
		return err
	}
	listener, err := d.listen(c.ctx, "anybody who reaches the demonstration may be anybody in it")
	if err != nil {
		return err
	}
	defer listener.Close()
	community, err := d.listenForCommunity(c.ctx, listener.Addr())
	if err != nil {
		return err
	}
	defer community.Close()
	db, err := openDemonstration(c, config)
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
	if !loaded {
		if err := createSampleWork(c.ctx, s); err != nil {
			return err
		}
	}
	public, err := (&SignInFlags{}).public(listener.Addr())
	if err != nil {
		return err
	}
	site, err := newCommunity(c.ctx, s, community, public.String(), roles, log)
	if err != nil {
		return err
	}
	return d.serve(c, db, config, listener, serverOptions{public: public, mail: mails, demo: roles,
		community: &communityServer{community, site}}, log)
}

// demoMails returns the settings of mail: mails are written beside the SQLite database, or, with PostgreSQL, into the
// default data directory of the demonstration.
func demoMails(config store.Config) (MailFlags, error) {
	if config.Directory != "" {
		return MailFlags{}, nil
	}
	directory, err := filepath.Abs(defaultDemoData)
	return MailFlags{Outbox: filepath.Join(directory, "outbox")}, err
}

// openDemonstration opens a database that the demonstration made, or an empty one, which it marks as its own. It
// changes nothing in any other database: the sample data would come among real records, and everybody on the machine
// could sign in as an operator.
func openDemonstration(c *console, config store.Config) (_ *store.Store, err error) {
	db, err := store.Open(c.ctx, config)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, db.Close())
		}
	}()
	untouched, err := db.Untouched(c.ctx)
	if err != nil {
		return nil, err
	}
	if !untouched {
		if err := requireMark(c.ctx, db); err != nil {
			return nil, err
		}
	}
	if err := migrate(c.ctx, c, db); err != nil {
		return nil, err
	}
	if untouched {
		if err := mark(c.ctx, db); err != nil {
			return nil, err
		}
	}
	return db, seedUnits(c.ctx, db)
}

// makeDemonstration is the action of the audit entry by which the demonstration knows a database that it made.
const makeDemonstration = "makeDemonstration"

// mark writes that entry. The database has no other rows yet.
func mark(ctx context.Context, db *store.Store) error {
	return db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		return audit.Record(ctx, tx, db.Now(), audit.Entry{Action: makeDemonstration})
	})
}

// requireMark returns NOT_A_DEMONSTRATION unless the database has that entry.
func requireMark(ctx context.Context, db *store.Store) error {
	steps, err := db.SchemaStatus(ctx)
	if err != nil {
		return err
	}
	marked := false
	if slices.ContainsFunc(steps, func(step store.SchemaStep) bool { return step.AppliedAt != nil }) {
		// Only the id is read, because older schemas may lack other columns.
		_, err := db.Client().AuditEntry.Query().
			Where(auditentry.AccountIDIsNil(), auditentry.Action(makeDemonstration)).FirstID(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return err
		}
		marked = err == nil
	}
	if marked {
		return nil
	}
	return fault.New(notDemonstration, "", "this database was not made by muniment demo, which would add sample "+
		"records and an operator as whom everybody on this machine may sign in",
		"name a new directory with --data or an empty database with --database; to serve this one, run muniment serve")
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
		Bundle:      "sample",
		SkipInvalid: true, Today: today(), Progress: bar.showImport,
	})
	bar.end()
	if err != nil {
		return err
	}
	if err := paySample(c.ctx, db); err != nil {
		return err
	}
	c.say("Loaded %d records.", result.Plan.Records())
	return nil
}
