package main

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"

	"github.com/muniment/muniment/internal/store"
)

// RestoreCommand fills an empty database from a backup.
type RestoreCommand struct {
	File string `arg:"" type:"path" help:"File that muniment backup wrote from a database of the same kind."`
}

// Run restores the backup.
func (r *RestoreCommand) Run(c *console, settings *Settings) (err error) {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	if err := store.Restore(c.ctx, config, r.File); err != nil {
		return err
	}
	c.say("Restored %s into %s.", r.File, name(config))
	beside := headsFile(r.File)
	if _, err := os.Stat(beside); errors.Is(err, fs.ErrNotExist) {
		c.say("The audit was not compared with its heads, because there is no file %s.", beside)
		return nil
	}
	db, err := openReadOnly(c.ctx, config)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	return compareHeads(c.ctx, c, db, beside)
}
