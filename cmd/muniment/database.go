package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/upgrade"
)

// migration says whether a command migrates the schema itself.
type migration int

const (
	// ownMigration migrates SQLite only. PostgreSQL is migrated by muniment schema up, because other processes may use
	// it.
	ownMigration migration = iota
	// alwaysMigrate also migrates PostgreSQL. It is for commands that use a new database alone.
	alwaysMigrate
)

// open opens a database for writing, and migrates or checks its schema.
func open(ctx context.Context, c *console, config store.Config, who migration) (*store.Store, error) {
	db, err := store.Open(ctx, config)
	if err != nil {
		return nil, err
	}
	if db.Engine() == store.Postgres && who == ownMigration {
		err = db.RequireSchema(ctx)
	} else {
		err = migrate(ctx, c, db)
	}
	if err == nil {
		err = seedUnits(ctx, db)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

func migrate(ctx context.Context, c *console, db *store.Store) error {
	done, err := db.Migrate(ctx)
	if done.Backup != "" {
		c.say("A copy of the database from before the upgrade is in %s.", done.Backup)
	}
	if err != nil {
		return err
	}
	return upgradeRows(ctx, c, db)
}

// upgradeRows makes the changes to rows that the steps of the schema cannot make, and prints what was done and what is
// left.
func upgradeRows(ctx context.Context, c *console, db *store.Store) error {
	bar := newProgress(c.stderr)
	report, err := upgrade.Run(ctx, db, clock.System, func(now upgrade.Progress) {
		bar.show(step{phase: now.Part, label: now.Part, items: "rows", done: now.Done, total: now.Total})
	})
	bar.end()
	for _, sentence := range append(report.Done, report.Left...) {
		c.say("%s", sentence)
	}
	return err
}

// seedUnits inserts the standard units of measure into a new database.
func seedUnits(ctx context.Context, db *store.Store) error {
	return db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := catalog.SeedUnits(ctx, tx.Client())
		return err
	})
}

// openReadOnly opens a database that other processes may be using.
func openReadOnly(ctx context.Context, config store.Config) (*store.Store, error) {
	if err := requireDatabase(config); err != nil {
		return nil, err
	}
	config.ReadOnly = true
	return store.Open(ctx, config)
}

// requireDatabase returns NO_DATABASE if there is no SQLite file. Only commands that make a database may go on then.
func requireDatabase(config store.Config) error {
	found, err := exists(config)
	if err == nil && !found {
		err = fault.New(noDatabase, "", "there is no database in "+config.Directory,
			"name another directory with --data; muniment user add, import, serve and schema up make one there")
	}
	return err
}

// exists reports whether the SQLite file exists. For PostgreSQL it returns true, because only connecting can tell.
func exists(config store.Config) (bool, error) {
	if config.Directory == "" {
		return true, nil
	}
	_, err := os.Stat(filepath.Join(config.Directory, store.FileName))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("%w: %w", store.ErrDirectory, err)
	}
	return true, nil
}

// postgresName returns how a PostgreSQL database is shown. Only the host and the path of a URL are known to contain no
// password; a connection string of keywords may have one anywhere.
func postgresName(text string) string {
	address, err := url.Parse(text)
	if err != nil || address.Scheme == "" {
		return "PostgreSQL"
	}
	return strings.TrimSpace("PostgreSQL " + address.Host + address.Path)
}

// databaseFlag returns the flag with which another command uses the same database, quoted for a shell. It contains no
// password; complete tells whether it can be used as it is.
func databaseFlag(config store.Config) (flag string, complete bool) {
	if config.Directory != "" {
		return "--data " + quoted(config.Directory), true
	}
	address, err := url.Parse(config.URL)
	if err != nil || address.Scheme == "" {
		return "--database URL", false
	}
	complete = true
	if _, secret := address.User.Password(); secret {
		address.User, complete = url.User(address.User.Username()), false
	}
	values := address.Query()
	for _, secret := range []string{"password", "sslpassword"} {
		if values.Has(secret) {
			values.Del(secret)
			complete = false
		}
	}
	address.RawQuery = values.Encode()
	return "--database " + quoted(address.String()), complete
}

// closeDatabase closes a database at the end of a command and joins the error to that of the command.
func closeDatabase(db *store.Store, err *error) { *err = errors.Join(*err, db.Close()) }
