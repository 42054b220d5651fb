package store

import (
	"context"
	"io/fs"
)

// MigrateWith is Migrate with another history.
func (s *Store) MigrateWith(ctx context.Context, history fs.FS) (Migration, error) {
	return s.migrate(ctx, history, false)
}

// UpTo applies the program's own history as far as a step.
func (s *Store) UpTo(ctx context.Context, version int64) error {
	history, err := s.history()
	if err != nil {
		return err
	}
	_, err = s.up(ctx, s.writer, history, version)
	return err
}

// Tables names the tables of the schema.
func (s *Store) Tables(ctx context.Context) ([]string, error) { return s.tables(ctx) }

// Rebind numbers placeholders.
func (s *Store) Rebind(statement string) string { return s.rebind(statement) }

// NumberPlaceholders numbers placeholders after a prefix.
func NumberPlaceholders(statement, prefix string) string {
	return numberPlaceholders(statement, prefix)
}

// KeptStatements is how many prepared statements a connection keeps.
const KeptStatements = keptStatements

// RowsPerStatement is how many rows SQLite takes in one INSERT.
const RowsPerStatement = rowsPerStatement

// Followed tells whether updates of a type move the moment of its last change.
func HasUpdatedAt(name string) bool { return hasUpdatedAt[name] }
