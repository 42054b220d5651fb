package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

var (
	// ErrURL is returned by Open for a URL that is not one of PostgreSQL or cannot be parsed.
	ErrURL = errors.New("the URL of the database cannot be used")
	// ErrAmbiguousURL is returned, together with ErrURL, for a URL with characters that must be encoded.
	ErrAmbiguousURL = errors.New("it is not clear where the password ends, because of a further @, a # or a ?")
	// ErrParameter is returned, together with ErrURL, for a URL with a parameter that pgx does not take. It may also
	// come from a variable such as PGSSLMODE.
	ErrParameter = errors.New("it has a parameter with a wrong value")
	// ErrTooOld is returned for a PostgreSQL server below version 15.
	ErrTooOld = errors.New("PostgreSQL 15 or later is needed")
	// ErrEncoding is returned for a PostgreSQL database whose encoding is not UTF-8.
	ErrEncoding = errors.New("the PostgreSQL database must be made with ENCODING 'UTF8'")
	// ErrNoSchema is returned if the search_path of the connection names no schema that exists and that the user may
	// use.
	ErrNoSchema = errors.New("the search_path names no schema that this user may use")
	// ErrOtherSchema is returned if the URL names no schema, public has no tables of Muniment, and another schema has.
	ErrOtherSchema = errors.New("the tables of Muniment are not in the schema public")
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
	named := names(config.RuntimeParams, "search_path")
	requestSettings(config)
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "muniment"
	}
	if !s.config.ReadOnly {
		s.writer = s.postgresPool(config.Copy(), writerPool, s.writerCount())
	}
	reading := config.Copy()
	reading.RuntimeParams["default_transaction_read_only"] = "on"
	s.readers = s.postgresPool(reading, readerPool, s.readerConnections())

	var (
		version  int
		encoding string
		path     string
		schema   sql.NullString
		others   sql.NullString
	)
	row := s.readers.QueryRowContext(ctx, "SELECT current_setting('server_version_num')::int, "+
		"current_setting('server_encoding'), current_setting('search_path'), current_schema()::text, ("+
		otherSchemas+")")
	if err := row.Scan(&version, &encoding, &path, &schema, &others); err != nil {
		return fmt.Errorf("open the database: %w", Translate(err))
	}
	if version < oldestPostgres {
		return fmt.Errorf("%w: this server is %d.%d", ErrTooOld, version/10000, version%10000)
	}
	if encoding != "UTF8" {
		return fmt.Errorf("%w: it is %s", ErrEncoding, encoding)
	}
	if !named && path != defaultSearchPath {
		return unset("search_path", path, defaultSearchPath)
	}
	if !named && others.Valid {
		return fmt.Errorf("%w, but in %s", ErrOtherSchema, others.String)
	}
	if !schema.Valid {
		return fmt.Errorf("%w: it is %s", ErrNoSchema, path)
	}
	return nil
}

// otherSchemas is a query of the schemas that have Muniment's tables. It returns null if there are none, and if the
// schema of the connection has the tables. Other programs have a table of versions of the same name, but not both.
const otherSchemas = "SELECT string_agg(quote_ident(n.nspname), ', ' ORDER BY n.nspname) FROM pg_namespace n " +
	"WHERE (to_regclass('" + versionTable + "') IS NULL OR to_regclass('line_items') IS NULL) AND " +
	"EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = '" + versionTable + "') AND " +
	"EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'line_items')"

// parseURL parses a connection string. The error does not quote it, because it may contain a password.
func parseURL(text string) (*pgx.ConnConfig, error) {
	scheme, rest, isURL := strings.Cut(text, "://")
	isURL = isURL && isScheme.MatchString(scheme) // a password of a connection string of keywords may have "://"
	switch {
	case isURL && scheme != "postgres" && scheme != "postgresql":
		return nil, fmt.Errorf("%w: %.20q is not the scheme of a PostgreSQL URL", ErrURL, scheme)
	case !isURL && !strings.Contains(text, "="):
		return nil, fmt.Errorf("%w: it has no scheme", ErrURL)
	case isURL && isAmbiguous(rest):
		return nil, fmt.Errorf("%w: %w", ErrURL, ErrAmbiguousURL)
	}
	config, err := pgx.ParseConfig(text)
	if err == nil {
		if config.ConnectTimeout == 0 {
			config.ConnectTimeout = connectTime
		}
		return config, nil
	}
	reason, kind := "it cannot be parsed", error(ErrURL)
	var parsing *pgconn.ParseConfigError
	if errors.As(err, &parsing) {
		// The text is "cannot parse `URL`: reason".
		said := parsing.Error()
		if end := strings.LastIndex(said, "`: "); end >= 0 {
			reason = said[end+len("`: "):]
		}
		if !strings.HasPrefix(reason, "failed to parse") && !strings.HasPrefix(reason, "invalid port") {
			kind = fmt.Errorf("%w: %w", ErrURL, ErrParameter)
		}
	}
	return nil, fmt.Errorf("%w: %s", kind, reason)
}

// isAmbiguous reports whether a URL without its scheme may have a password with characters that separate the parts of a
// URL. A part of the password would then be taken for the host or the database, and be printed. An @ in the value of a
// parameter is not taken for the end of a password if the authority is complete without it.
func isAmbiguous(rest string) bool {
	address, query, _ := strings.Cut(rest, "?")
	authority, _, hasPath := strings.Cut(address, "/")
	if strings.Contains(rest, "#") || strings.Count(authority, "@") > 1 ||
		strings.Contains(address[len(authority):], "@") {
		return true
	}
	complete := strings.Contains(authority, "@") || hasPath && isHost.MatchString(authority)
	for parameter := range strings.SplitSeq(query, "&") {
		named := isParameter.MatchString(parameter)
		if strings.Contains(parameter, "@") && !(complete && named) || parameter != "" && !named && !complete {
			return true
		}
	}
	return false
}

var (
	isScheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*$`)
	// isHost matches an authority that has no user, with one host or several.
	isHost      = regexp.MustCompile(`^([^:@]*(:[0-9]*)?|\[[0-9a-fA-F:.]*\](:[0-9]*)?)(,[^:@]*(:[0-9]*)?)*$`)
	isParameter = regexp.MustCompile(`^[A-Za-z_.]+=`)
)

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
