package store

import (
	"context"
	"io/fs"
	"time"

	"github.com/jackc/pgx/v5"
)

// MigrateWith is Migrate with another history.
func (s *Store) MigrateWith(ctx context.Context, history fs.FS) (Migration, error) {
	return s.migrate(ctx, history, false)
}

// ProbeAt sets the time that Writable takes for now. Nothing else may use the store meanwhile.
func (s *Store) ProbeAt(now time.Time) { s.refusal.now = func() time.Time { return now } }

// ProbeEvery is the shortest time between two probes.
const ProbeEvery = probeEvery

// UpTo applies the program's own history up to and including a step.
func (s *Store) UpTo(ctx context.Context, version int64) error {
	history, err := s.history()
	if err != nil {
		return err
	}
	_, err = s.up(ctx, s.writer, history, version)
	return err
}

// Tables returns the names of the tables of the schema.
func (s *Store) Tables(ctx context.Context) ([]string, error) { return s.tables(ctx) }

// Rebind numbers placeholders.
func (s *Store) Rebind(statement string) string { return s.rebind(statement) }

// NumberPlaceholders numbers placeholders after a prefix.
func NumberPlaceholders(statement, prefix string) string {
	return numberPlaceholders(statement, prefix)
}

// KeptStatements is the maximum number of prepared statements that a connection caches.
const KeptStatements = keptStatements

// RowsPerStatement is the number of rows in one INSERT on SQLite.
const RowsPerStatement = rowsPerStatement

// HasUpdatedAt reports whether updates of a type set updated_at.
func HasUpdatedAt(name string) bool { return hasUpdatedAt[name] }

// TypesWithUpdatedAt returns how many types have updated_at.
func TypesWithUpdatedAt() int { return len(hasUpdatedAt) }

// RequestedSettings returns the settings with which a connection to a URL is opened.
func RequestedSettings(url string) (map[string]string, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	requestSettings(config)
	return config.RuntimeParams, nil
}
