package store

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// Reason returns why a database cannot be reached or used, in the words of PostgreSQL or of the operating system, or
// "" if they said nothing. It contains no SQL, no value and no password. It may name the host, the user and the
// database, so it is for whoever runs the server and not for clients.
func Reason(err error) string {
	var (
		pg      *pgconn.PgError
		connect *pgconn.ConnectError
	)
	connecting := errors.As(err, &connect)
	if errors.As(err, &pg) {
		if pg.Code == "25006" { // its message names a statement
			return "PostgreSQL takes only read-only transactions"
		}
		if connecting || namesNoValue(pg.Code) {
			return pg.Message
		}
		return ""
	}
	if !connecting {
		return ""
	}
	if errors.Is(err, ErrSilent) {
		return "a program takes connections at " + address(connect) + ", but does not answer as PostgreSQL does"
	}
	var name *net.DNSError
	if errors.As(err, &name) {
		return fmt.Sprintf("the host %s cannot be looked up: %s", name.Name, name.Err)
	}
	var network *net.OpError
	if errors.As(err, &network) {
		return network.Error()
	}
	return attempt(connect)
}

// attempt returns what the first attempt to connect met. If the URL leaves it to the server, each host is tried with
// TLS and without: then a server without TLS is no failure.
func attempt(failed *pgconn.ConnectError) string {
	attempts := strings.Split(failed.Unwrap().Error(), "\n")
	for _, text := range attempts {
		if !isTLSRefusal(text) {
			return text
		}
	}
	return attempts[0]
}

// isTLSRefusal reports whether an attempt to connect failed because the server has no TLS. pgx has no value for it.
func isTLSRefusal(text string) bool { return strings.Contains(text, "server refused TLS connection") }

// address returns the host and the port of a failed connection.
func address(failed *pgconn.ConnectError) string {
	if failed.Config == nil {
		return "the address"
	}
	return net.JoinHostPort(failed.Config.Host, strconv.Itoa(int(failed.Config.Port)))
}

// namesNoValue reports whether the messages of an SQLSTATE contain names of users, databases, schemas and tables and
// limits only, and neither values of rows nor texts of statements (42601).
func namesNoValue(state string) bool {
	if len(state) != 5 || state == "42601" {
		return false
	}
	switch state[:2] {
	case "08", "0A", "28", "3D", "3F", "42", "53", "54", "55", "57", "58", "XX":
		return true
	}
	return false
}
