package main

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
)

// Settings are the flags that every command takes.
type Settings struct {
	Data     string `type:"directory" placeholder:"DIR" help:"Data directory; the SQLite database lives in it. Default: muniment-data, for demo muniment-data/demo."`
	Database string `placeholder:"URL" help:"PostgreSQL database, postgres://user@host/name, in place of --data."`
	// given has the names of the flags that stand on the command line and not only in the environment.
	given map[string]bool
	// commandLineOnly says that the environment does not count.
	commandLineOnly bool

	LogLevel logLevel `placeholder:"LEVEL" help:"Lowest level of the JSON log on stderr: debug, info, warn or error. Default: info for serve, error for every other command."`
}

const (
	defaultData     = "muniment-data"
	defaultDemoData = "muniment-data/demo"
)

// config returns the database of the settings; directory is the default data directory.
func (s *Settings) config(directory string, log *slog.Logger) (store.Config, error) {
	if err := s.requireNames(); err != nil {
		return store.Config{}, err
	}
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

// requireNames returns USAGE if the database is set to an empty text, on the command line, or in the environment if the
// command line says nothing. Somebody who sets a database means one, and gets no other.
func (s *Settings) requireNames() error {
	for _, setting := range []struct{ flag, value, lacks, remedy string }{
		{"database", s.Database, "names no database", "for SQLite"},
		{"data", s.Data, "names no directory", "for " + defaultData},
	} {
		if s.given[setting.flag] && setting.value == "" {
			return fault.New(usage, "", "--"+setting.flag+" "+setting.lacks, "leave it out "+setting.remedy)
		}
		variable := "MUNIMENT_" + strings.ToUpper(setting.flag)
		if value, set := os.LookupEnv(variable); set && value == "" && !s.commandLineOnly &&
			!s.given["data"] && !s.given["database"] {
			return fault.New(usage, "", variable+" "+setting.lacks, "unset it "+setting.remedy)
		}
	}
	return nil
}

// directory reads --data: it makes the path absolute, but does not take an empty one for the current directory.
func directory(ctx *kong.DecodeContext, target reflect.Value) error {
	var text string
	if err := ctx.Scan.PopValueInto("directory", &text); err != nil {
		return err
	}
	if text != "" {
		text = kong.ExpandPath(text)
	}
	target.SetString(text)
	return nil
}

// path reads all other paths as kong does, but does not take an empty one for the current directory.
func path(ctx *kong.DecodeContext, target reflect.Value) error {
	next := ctx.Scan.Peek()
	text, _ := next.Value.(string)
	paths := []string{text}
	if target.Kind() == reflect.Slice {
		paths = strings.Split(text, ",")
	}
	if !next.IsEOL() && slices.Contains(paths, "") {
		return errors.New("an empty path names nothing")
	}
	return kong.NewRegistry().RegisterDefaults().ForNamedValue("path", target).Decode(ctx, target)
}

// onlyGiven returns the settings without a database that only the environment names. The demonstration must not use
// the database of a server whose settings are exported in the same shell.
func (s *Settings) onlyGiven() *Settings {
	own := *s
	own.commandLineOnly = true
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
