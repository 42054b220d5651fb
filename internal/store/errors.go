package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// The kinds of database failure, common to both engines. Test with errors.Is.
var (
	// ErrUnique says that a row with the same unique key exists.
	ErrUnique = errors.New("a row with this key exists already")
	// ErrForeignKey says that a row refers to a missing row, or that other rows refer to the row to be deleted.
	ErrForeignKey = errors.New("a row refers to one that does not exist, or is still referred to")
	// ErrCheck says that a row violates a CHECK constraint, for instance used <= granted.
	ErrCheck = errors.New("a row breaks a rule that the database keeps")
	// ErrNotNull says that a NOT NULL column has no value.
	ErrNotNull = errors.New("a required value is missing")
	// ErrBusy says that a lock was not granted in time or that a concurrent transaction won; the same change may
	// succeed later.
	ErrBusy = errors.New("the database is busy")
	// ErrFull says that the disk, or the space assigned to the database, is full.
	ErrFull = errors.New("the database has no space left")
	// ErrTimeout says that the deadline passed or the context was canceled; nothing was changed.
	ErrTimeout = errors.New("the database did not answer in time")
	// ErrUnavailable says that the database cannot be reached.
	ErrUnavailable = errors.New("the database cannot be reached")
	// ErrNoTLS says that the URL asks for an encrypted connection, and the server does not encrypt.
	ErrNoTLS = errors.New("the server does not encrypt connections")
	// ErrSilent says that something took the connection and did not answer.
	ErrSilent = errors.New("no answer came")
	// ErrReadOnly says that a write was attempted on a read-only store or connection.
	ErrReadOnly = errors.New("the database is open for reading only")
	// ErrDamaged says that the file is not a database or is corrupt.
	ErrDamaged = errors.New("the database file is damaged")
	// ErrStatement is every other refusal of a statement. It indicates a bug in the program.
	ErrStatement = errors.New("the database refused a statement")
)

// Error is a failure of the database with its kind. Its text contains no SQL, no values and no host names; the
// cause, for the log, is available through Unwrap.
type Error struct {
	// Kind is one of the errors above.
	Kind error
	// Code is the engine's own code: SQLite's extended result code, or PostgreSQL's SQLSTATE.
	Code string
	// Constraint is the name of the violated constraint. Only PostgreSQL reports it.
	Constraint string
	cause      error
}

// Error returns the text of the kind.
func (e *Error) Error() string { return e.Kind.Error() }

// Unwrap returns the kind and the engine's own error.
func (e *Error) Unwrap() []error {
	if e.cause == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.cause}
}

// Translate wraps a driver's error in an Error with its kind. It returns any other error, and nil, unchanged. Errors
// of statements that run through the store are translated already; Translate is for errors of rows read directly.
func Translate(err error) error {
	if err == nil {
		return nil
	}
	var known *Error
	if errors.As(err, &known) {
		return err
	}
	// database/sql compares these with ==, so they must stay unwrapped. It finds ErrBadConn inside an Error too.
	if errors.Is(err, driver.ErrSkip) || errors.Is(err, sql.ErrNoRows) {
		return err
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return &Error{Kind: postgresKind(pg.Code), Code: pg.Code, Constraint: pg.ConstraintName, cause: err}
	}
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		return &Error{Kind: sqliteKind(lite.Code()), Code: sqliteCode(lite.Code()), cause: err}
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return &Error{Kind: ErrFull, cause: err}
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return &Error{Kind: ErrTimeout, cause: err}
	}
	var (
		connect *pgconn.ConnectError
		network net.Error
	)
	if errors.As(err, &connect) || errors.As(err, &network) || errors.Is(err, sql.ErrConnDone) ||
		errors.Is(err, driver.ErrBadConn) {
		return &Error{Kind: ErrUnavailable, cause: err}
	}
	return err
}

// translateDriver is Translate for errors that come directly from a driver, in which io.EOF, or a connection that is
// already closed, means that the server has gone away.
func translateDriver(err error) error {
	translated := Translate(err)
	var known *Error
	if err == nil || errors.As(translated, &known) {
		return translated
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || pgconn.SafeToRetry(err) {
		return &Error{Kind: ErrUnavailable, cause: err}
	}
	return translated
}

// connectFailure is translateDriver for a connection that could not be opened. If the context has not ended, a timeout
// means that the server cannot be reached. Whatever PostgreSQL does not take at this point comes from the URL, or from
// the state of the database; no statement was sent.
func connectFailure(ctx context.Context, err error) error {
	translated := translateDriver(err)
	var (
		connect *pgconn.ConnectError
		pg      *pgconn.PgError
	)
	switch {
	case errors.As(err, &pg):
		switch {
		case !errors.Is(translated, ErrStatement):
		case pg.Code == "42501":
			return &Error{Kind: ErrUnavailable, Code: pg.Code, cause: err}
		case strings.HasPrefix(pg.Code, "22"), strings.HasPrefix(pg.Code, "42"):
			return &Error{Kind: ErrURL, Code: pg.Code, cause: err}
		default:
			return &Error{Kind: ErrUnavailable, Code: pg.Code, cause: err}
		}
	case !errors.As(err, &connect):
	case isTLSRefusal(attempt(connect)):
		return &Error{Kind: ErrUnavailable, cause: errors.Join(ErrNoTLS, err)}
	case isTimeout(err) && ctx.Err() == nil && !isDialing(err):
		return &Error{Kind: ErrUnavailable, cause: errors.Join(ErrSilent, err)}
	}
	if errors.Is(translated, ErrTimeout) && ctx.Err() == nil {
		return &Error{Kind: ErrUnavailable, cause: err}
	}
	return translated
}

func isTimeout(err error) bool {
	var network net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &network) && network.Timeout()
}

// isDialing reports whether a network connection could not be opened at all.
func isDialing(err error) bool {
	var (
		network *net.OpError
		name    *net.DNSError
	)
	return errors.As(err, &name) || errors.As(err, &network) && network.Op == "dial"
}

func sqliteCode(code int) string {
	if text, ok := sqlite.ErrorCodeString[code]; ok {
		return text
	}
	return sqlite.ErrorCodeString[code&0xff]
}

func sqliteKind(code int) error {
	switch code {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_ROWID:
		return ErrUnique
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_TRIGGER:
		return ErrForeignKey
	case sqlite3.SQLITE_CONSTRAINT_CHECK:
		return ErrCheck
	case sqlite3.SQLITE_CONSTRAINT_NOTNULL:
		return ErrNotNull
	}
	switch code & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return ErrBusy
	case sqlite3.SQLITE_FULL:
		return ErrFull
	case sqlite3.SQLITE_INTERRUPT:
		return ErrTimeout
	case sqlite3.SQLITE_READONLY:
		return ErrReadOnly
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return ErrDamaged
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR:
		return ErrUnavailable
	}
	return ErrStatement
}

// postgresKind maps SQLSTATE codes (PostgreSQL manual, appendix A), by class if all codes of the class mean the same.
func postgresKind(state string) error {
	switch state {
	case "23505":
		return ErrUnique
	case "23503", "23001":
		return ErrForeignKey
	case "23514":
		return ErrCheck
	case "23502":
		return ErrNotNull
	case "40001", "40P01", "55P03":
		return ErrBusy
	case "53100", "53400":
		return ErrFull
	case "53200": // memory, which other statements may give back
		return ErrBusy
	case "57014", "25P04":
		return ErrTimeout
	case "25P03": // the server ended a session that was idle within a transaction
		return ErrUnavailable
	case "XX001", "XX002":
		return ErrDamaged
	case "25006":
		return ErrReadOnly
	}
	if len(state) == 5 {
		switch state[:2] {
		case "08", "28", "3D", "53", "57", "58":
			return ErrUnavailable
		}
	}
	return ErrStatement
}

// repeatable says whether a transaction may be retried: PostgreSQL aborted it in favor of another one, or the
// connection was lost before COMMIT was sent, as happens to every idle connection when the server restarts.
func repeatable(err error) bool {
	var failure *Error
	if !errors.As(err, &failure) {
		return false
	}
	return failure.Code == "40001" || failure.Code == "40P01" ||
		errors.Is(err, ErrUnavailable) && !errors.Is(err, errCommit) && !errors.Is(err, syscall.ECONNREFUSED)
}

// errCommit marks a failed COMMIT whose outcome is unknown. An error that PostgreSQL itself returned is not marked: it
// is certain.
var errCommit = errors.New("commit")
