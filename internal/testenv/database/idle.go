package database

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"testing"

	"github.com/muniment/muniment/internal/store"
)

// idle holds copies of the template that tests have finished with. Deleting the rows of a copy is much faster than
// creating a new one, and nearly all tests change only a few rows.
type idle struct {
	sync.Mutex
	copies []*templateCopy
	// description is the result of describeSchema for a new copy.
	description string
}

// templateCopy is a copy of the template, with a connection to it. The connection is kept because a new one would have
// to load the system catalog, which takes longer than deleting the rows.
type templateCopy struct {
	name string
	db   *store.Store
}

// empty returns the URL of an empty copy of the template, which only this test uses.
func (s *postgresServer) empty(t testing.TB, template string) string {
	t.Helper()
	c, err := s.take(t, template)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.release(t, c) })
	return s.database(c.name)
}

func (s *postgresServer) take(t testing.TB, template string) (*templateCopy, error) {
	t.Helper()
	s.idle.Lock()
	defer s.idle.Unlock()
	if last := len(s.idle.copies) - 1; last >= 0 {
		c := s.idle.copies[last]
		s.idle.copies = s.idle.copies[:last]
		return c, nil
	}
	c := &templateCopy{name: s.create(t, " TEMPLATE "+template)}
	var err error
	if c.db, err = store.Open(context.Background(),
		store.Config{URL: s.database(c.name), Readers: 1, Writers: 1}); err != nil {
		return nil, err
	}
	if s.idle.description == "" {
		if s.idle.description, err = c.description(); err != nil {
			return nil, errors.Join(err, c.db.Close())
		}
	}
	return c, nil
}

// release keeps a database for the next test, unless this test has changed more than rows.
func (s *postgresServer) release(t testing.TB, c *templateCopy) {
	t.Helper()
	description, err := c.description()
	if err == nil && description == s.idle.description {
		if _, err = c.db.Client().ExecContext(context.Background(), deleteRows); err == nil {
			s.idle.Lock()
			defer s.idle.Unlock()
			s.idle.copies = append(s.idle.copies, c)
			return
		}
	}
	if err := errors.Join(err, c.db.Close()); err != nil {
		t.Errorf("empty the database: %v (%s)", err, engineText(err))
	}
	s.drop(t, c.name)
}

// deleteRows deletes all rows except those that record the applied migrations, and resets every sequence.
const deleteRows = `DO $$
DECLARE name text;
BEGIN
	SET LOCAL session_replication_role = replica;
	FOR name IN SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
			AND relname NOT IN ('goose_db_version', 'river_migration') AND pg_relation_size(oid) > 0 LOOP
		EXECUTE 'DELETE FROM ' || name;
	END LOOP;
	PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences
		WHERE last_value IS NOT NULL AND sequencename NOT LIKE 'goose%';
END $$`

// describeSchema computes a checksum of everything except the rows of our tables: the system catalog (a change of the
// schema moves a row of it), statistics, settings of the database, and the applied migrations.
const describeSchema = `SELECT md5(string_agg(line, ' ' ORDER BY line COLLATE "C")) FROM (
	SELECT concat('c', oid, ctid, relpages, reltuples) line FROM pg_class WHERE relnamespace = 'public'::regnamespace
	UNION ALL SELECT concat('a', a.attrelid, a.ctid) FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
	WHERE relnamespace = 'public'::regnamespace
	UNION ALL SELECT concat('k', oid, ctid) FROM pg_constraint
	UNION ALL SELECT concat('i', indexrelid, ctid) FROM pg_index
	UNION ALL SELECT concat('d', oid, ctid) FROM pg_attrdef
	UNION ALL SELECT concat('t', oid, ctid) FROM pg_trigger
	UNION ALL SELECT concat('n', oid, ctid) FROM pg_namespace WHERE nspname NOT LIKE 'pg!_%' ESCAPE '!'
	UNION ALL SELECT concat('p', count(*), max(oid)) FROM pg_proc
	UNION ALL SELECT concat('e', count(*), max(oid)) FROM pg_type
	UNION ALL SELECT concat('x', count(*)) FROM pg_extension
	UNION ALL SELECT concat('s', count(*)) FROM pg_statistic JOIN pg_class c ON c.oid = starelid
	WHERE relnamespace = 'public'::regnamespace
	UNION ALL SELECT concat('r', count(*)) FROM pg_db_role_setting JOIN pg_database b ON b.oid = setdatabase
	WHERE datname = current_database()
	UNION ALL SELECT concat('g', version_id, is_applied) FROM goose_db_version
	UNION ALL SELECT concat('m', line, version) FROM river_migration
) all_of_it`

func (c *templateCopy) description() (description string, err error) {
	rows, err := c.db.Catalog(context.Background(), describeSchema)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	if !rows.Next() {
		return "", errors.Join(sql.ErrNoRows, rows.Err())
	}
	return description, rows.Scan(&description)
}
