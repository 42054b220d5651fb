package main

import (
	"log/slog"
	"path/filepath"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
)

// Settings are the flags that every command takes.
type Settings struct {
	Data     string `type:"path" placeholder:"DIR" help:"Data directory; the SQLite database lives in it. Default: muniment-data, for demo muniment-data/demo."`
	Database string `placeholder:"URL" help:"PostgreSQL database, postgres://user@host/name, in place of --data."`
	// given has the names of the flags that stand on the command line and not only in the environment.
	given map[string]bool

	LogLevel logLevel `placeholder:"LEVEL" help:"Lowest level of the JSON log on stderr: debug, info, warn or error. Default: info for serve, error for every other command."`
}

const (
	defaultData     = "muniment-data"
	defaultDemoData = "muniment-data/demo"
)

// config returns the database of the settings; directory is the default data directory.
func (s *Settings) config(directory string, log *slog.Logger) (store.Config, error) {
	if s.Data != "" && s.Database != "" {
		// The command line counts more than the environment.
		switch {
		case s.given["database"] && !s.given["data"]:
			s.Data = ""
		case s.given["data"] && !s.given["database"]:
			s.Database = ""
		default:
			return store.Config{}, fault.New(usage, "", "--data and --database, or MUNIMENT_DATA and "+
				"MUNIMENT_DATABASE, name two databases", "name one; unset a variable of the environment to name none")
		}
	}
	config := store.Config{Directory: s.Data, URL: s.Database, Log: log}
	if config.Directory == "" && config.URL == "" {
		absolute, err := filepath.Abs(directory)
		if err != nil {
			return store.Config{}, err
		}
		config.Directory = absolute
	}
	return config, nil
}

// onlyGiven returns the settings without a database that only the environment names. The demonstration must not use
// the database of a server whose settings are exported in the same shell.
func (s *Settings) onlyGiven() *Settings {
	own := *s
	if !s.given["data"] {
		own.Data = ""
	}
	if !s.given["database"] {
		own.Database = ""
	}
	return &own
}

// log returns the logger of the process. level is the default level.
func (s *Settings) log(c *console, level slog.Level) *slog.Logger {
	switch s.LogLevel {
	case "debug":
		level = slog.LevelDebug
	case "info":
		level = slog.LevelInfo
	case "warn":
		level = slog.LevelWarn
	case "error":
		level = slog.LevelError
	}
	return slog.New(slog.NewJSONHandler(c.stderr, &slog.HandlerOptions{Level: level}))
}

// name returns how the database is shown: its file, or the PostgreSQL URL without user and password.
func name(config store.Config) string {
	if config.Directory != "" {
		return filepath.Join(config.Directory, store.FileName) + " (SQLite)"
	}
	return postgresName(config.URL)
}
