package main

import (
	"log/slog"

	"github.com/muniment/muniment/internal/store"
)

// RestoreCommand fills an empty database from a backup.
type RestoreCommand struct {
	File string `arg:"" type:"path" help:"File that muniment backup made for the same engine."`
}

// Run restores the backup.
func (r *RestoreCommand) Run(c *console, settings *Settings) error {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	if err := store.Restore(c.ctx, config, r.File); err != nil {
		return err
	}
	c.say("Restored %s into %s.", r.File, name(config))
	return nil
}
