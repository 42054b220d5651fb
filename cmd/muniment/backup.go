package main

import (
	"errors"
	"log/slog"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/store"
)

// BackupCommand copies a database into a file.
type BackupCommand struct {
	File string `arg:"" type:"path" help:"File to write. Neither it nor FILE.heads may exist yet."`
}

// Run makes the backup.
func (b *BackupCommand) Run(c *console, settings *Settings) (err error) {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	db, err := openReadOnly(c.ctx, config)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	beside := headsFile(b.File)
	if err := store.RequireNone(beside); err != nil {
		return err
	}
	// The heads are read before the copy is made, so that the copy contains all of them. A database with an older
	// schema may have none.
	heads, headless := audit.Heads(c.ctx, db)
	if headless != nil && !errors.Is(db.RequireSchema(c.ctx), store.ErrPendingMigrations) {
		return headless
	}
	if err := db.Backup(c.ctx, b.File); err != nil {
		return err
	}
	c.say("Copied %s to %s.", name(config), b.File)
	if headless != nil {
		return nil
	}
	if err := writeHeads(beside, heads); err != nil {
		return err
	}
	c.say(
		"The heads of the audit's hash chains are in %s. Keep a copy where nobody who can change the database can "+
			"change it.", beside)
	return nil
}
