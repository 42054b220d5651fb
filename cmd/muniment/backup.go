package main

import "log/slog"

// BackupCommand copies a database into a file.
type BackupCommand struct {
	File string `arg:"" type:"path" help:"File to make; it must not exist yet."`
}

// Run makes the backup.
func (b *BackupCommand) Run(c *console, settings *Settings) (err error) {
	config, err := settings.config(defaultData, settings.log(c, slog.LevelError))
	if err != nil {
		return err
	}
	db, err := look(c.ctx, config)
	if err != nil {
		return err
	}
	defer closing(db, &err)
	if err := db.Backup(c.ctx, b.File); err != nil {
		return err
	}
	c.say("Copied %s to %s.", name(config), b.File)
	return nil
}
