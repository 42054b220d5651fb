package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

var (
	// ErrURL is returned by Open for a URL that is not one of PostgreSQL or cannot be parsed.
	ErrURL = errors.New("the URL of the database cannot be used")
	// ErrTooOld is returned for a PostgreSQL server below version 15.
	ErrTooOld = errors.New("PostgreSQL 15 or later is needed")
	// ErrEncoding is returned for a PostgreSQL database whose encoding is not UTF-8.
	ErrEncoding = errors.New("the PostgreSQL database must be made with ENCODING 'UTF8'")
	// ErrNoSchema is returned if the search_path of the connection names no schema that exists and that the user may
	// use.
	ErrNoSchema = errors.New("the search_path names no schema that this user may use")
)

const (
	oldestPostgres = 150000
	// connectTime is how long it may take to open a connection, unless the URL says connect_timeout.
	connectTime = 10 * time.Second
	idleTime    = 5 * time.Minute
	lifetime    = time.Hour
)

func (s *Store) openPostgres(ctx context.Context) error {
	config, err := parseURL(s.config.URL)
	if err != nil {
		return err
	}
	requestSettings(config)
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "muniment"
	}
	if !s.config.ReadOnly {
		s.writer = s.postgresPool(config.Copy(), writerPool, s.writerCount())
	}
	reading := config.Copy()
	reading.RuntimeParams["default_transaction_read_only"] = "on"
	s.readers = s.postgresPool(reading, readerPool, s.readerCount()+1)

	var (
		version  int
		encoding string
		path     string
		schema   sql.NullString
	)
	row := s.readers.QueryRowContext(ctx, "SELECT current_setting('server_version_num')::int, "+
		"current_setting('server_encoding'), current_setting('search_path'), current_schema()::text")
	if err := row.Scan(&version, &encoding, &path, &schema); err != nil {
		return fmt.Errorf("open the database: %w", Translate(err))
	}
	if version < oldestPostgres {
		return fmt.Errorf("%w: this server is %d.%d", ErrTooOld, version/10000, version%10000)
	}
	if encoding != "UTF8" {
		return fmt.Errorf("%w: it is %s", ErrEncoding, encoding)
	}
	if !schema.Valid {
		return fmt.Errorf("%w: it is %s", ErrNoSchema, path)
	}
	return nil
}

// parseURL parses a connection string. The error does not quote it, because it may contain a password.
func parseURL(text string) (*pgx.ConnConfig, error) {
	scheme, _, isURL := strings.Cut(text, "://")
	switch {
	case isURL && scheme != "postgres" && scheme != "postgresql":
		return nil, fmt.Errorf("%w: %.20q is not the scheme of a PostgreSQL URL", ErrURL, scheme)
	case !isURL && !strings.Contains(text, "="):
		return nil, fmt.Errorf("%w: it has no scheme", ErrURL)
	}
	config, err := pgx.ParseConfig(text)
	if err == nil {
		if config.ConnectTimeout == 0 {
			config.ConnectTimeout = connectTime
		}
		return config, nil
	}
	reason := "it cannot be parsed"
	var parsing *pgconn.ParseConfigError
	if errors.As(err, &parsing) {
		// The text is "cannot parse `URL`: reason".
		said := parsing.Error()
		if end := strings.LastIndex(said, "`: "); end >= 0 {
			reason = said[end+len("`: "):]
		}
	}
	return nil, fmt.Errorf("%w: %s", ErrURL, reason)
}

func (s *Store) postgresPool(config *pgx.ConnConfig, name string, n int) *sql.DB {
	watch := s.observe(name)
	base := stdlib.GetConnector(*config, stdlib.OptionAfterConnect(requireSettings))
	db := sql.OpenDB(connector{base, func(conn driver.Conn) driver.Conn {
		inner, ok := conn.(*stdlib.Conn)
		if !ok {
			return conn
		}
		return newPostgresConn(inner, watch)
	}})
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	db.SetConnMaxIdleTime(idleTime)
	db.SetConnMaxLifetime(lifetime)
	return db
}
