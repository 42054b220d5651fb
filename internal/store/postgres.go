package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

var (
	// ErrTooOld is returned for a PostgreSQL server below version 15.
	ErrTooOld = errors.New("PostgreSQL 15 or later is needed")
	// ErrEncoding is returned for a PostgreSQL database whose encoding is not UTF-8.
	ErrEncoding = errors.New("the PostgreSQL database must be made with ENCODING 'UTF8'")
)

const (
	oldestPostgres = 150000
	idleTime       = 5 * time.Minute
	lifetime       = time.Hour
)

func (s *Store) openPostgres(ctx context.Context) error {
	// If the URL does not parse, the error quotes it without the password.
	config, err := pgx.ParseConfig(s.config.URL)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrConfig, err)
	}
	config.RuntimeParams["timezone"] = "UTC"
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "muniment"
	}
	if !s.config.ReadOnly {
		s.writer = s.postgresPool(config.Copy(), "writer", s.writerCount())
	}
	reading := config.Copy()
	reading.RuntimeParams["default_transaction_read_only"] = "on"
	s.readers = s.postgresPool(reading, "reader", s.readerCount()+1)

	var (
		version  int
		encoding string
	)
	row := s.readers.QueryRowContext(ctx,
		"SELECT current_setting('server_version_num')::int, current_setting('server_encoding')")
	if err := row.Scan(&version, &encoding); err != nil {
		return fmt.Errorf("open the database: %w", Translate(err))
	}
	if version < oldestPostgres {
		return fmt.Errorf("%w: this server is %d.%d", ErrTooOld, version/10000, version%10000)
	}
	if encoding != "UTF8" {
		return fmt.Errorf("%w: it is %s", ErrEncoding, encoding)
	}
	return nil
}

func (s *Store) postgresPool(config *pgx.ConnConfig, name string, n int) *sql.DB {
	watch := s.observe(name)
	db := sql.OpenDB(connector{stdlib.GetConnector(*config), func(conn driver.Conn) driver.Conn {
		inner, ok := conn.(*stdlib.Conn)
		if !ok {
			return conn
		}
		return &postgresConn{Conn: inner, watch: watch}
	}})
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	db.SetConnMaxIdleTime(idleTime)
	db.SetConnMaxLifetime(lifetime)
	return db
}
