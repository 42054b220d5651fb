// Package stage stores a source's records in typed form in a scratch database, joins them, and derives the records of
// Muniment. It does not depend on the format of the source. See ../README.md.
package stage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/muniment/muniment/internal/legacy"
)

// Stage is a scratch database with the records of one source. Create, Load, Resolve and Add must not be called
// concurrently; after them any number of iterations may run concurrently.
type Stage struct {
	path       string
	db         *scratch
	encoders   map[legacy.Kind]*encoder
	severities map[legacy.Rule]legacy.Severity
	addFinding *statement
	place      func(accountID string) int64 // may be nil
}

// Create creates an empty stage in a file, replacing an existing one. The file can be created again at any
// time and is not protected against crashes.
func Create(ctx context.Context, path string) (*Stage, error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("replace the scratch file: %w", err)
	}
	db, err := openScratch(path, false)
	if err != nil {
		return nil, err
	}
	s := &Stage{path: path, db: db, encoders: map[legacy.Kind]*encoder{}, severities: legacy.Severities()}
	if err := s.makeTables(ctx); err != nil {
		return nil, errors.Join(err, db.close())
	}
	return s, nil
}

// Close closes the stage. The file stays.
func (s *Stage) Close() error {
	var closing error
	if s.addFinding != nil {
		closing = s.addFinding.close()
	}
	return errors.Join(closing, s.db.close())
}

func (s *Stage) makeTables(ctx context.Context) error {
	units := legacy.NewUnits()
	var script strings.Builder
	for _, kind := range legacy.Kinds() {
		e := newEncoder(kind, units)
		s.encoders[kind] = e
		fmt.Fprintf(&script, "CREATE TABLE %s (rid INTEGER PRIMARY KEY, %s);\n", kind, strings.Join(e.names(), ", "))
		if len(e.layout.shared) > 0 {
			fmt.Fprintf(&script, "CREATE TABLE %s_terms (id INTEGER PRIMARY KEY, %s);\n", kind,
				strings.Join(e.layout.shared, ", "))
		}
	}
	script.WriteString(`
CREATE TABLE files (id INTEGER PRIMARY KEY, name);
CREATE TABLE findings (severity, rule, kind, legacyId, related, file, line, message, remedy);`)
	if _, err := s.db.do(ctx, script.String()); err != nil {
		return err
	}
	add, err := s.db.prepare("INSERT INTO findings VALUES (?,?,?,?,?,?,?,?,?)")
	s.addFinding = add
	return err
}

// keyColumns lists the columns of a kind's key.
func keyColumns(kind legacy.Kind) []string {
	var names []string
	for _, c := range kind.Columns() {
		if c.Key {
			names = append(names, c.Name)
		}
	}
	return names
}

// Select runs a query on the tables of the stage. There is a table for each kind of records, named after it, with the
// columns rid, pos (file << 40 | line), digest, valid, and those that the layout gives a column; and a table for each
// kind of resolved records. Days count from 1970-01-01, flags are 0 and 1, words are those of Muniment.
func (s *Stage) Select(ctx context.Context, query string, args []any, yield func(Row) error) error {
	return s.db.each(ctx, query, args, yield)
}
