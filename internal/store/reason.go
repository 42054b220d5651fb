package store

import (
	"errors"
	"fmt"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// Reason returns why a database cannot be reached or used, in the words of PostgreSQL or of the operating system, or
// "" if they said nothing. It contains no SQL, no value and no password. It may name the host, the user and the
// database, so it is for whoever runs the server and not for clients.
func Reason(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		if pg.Code == "25006" { // its message names a statement
			return "PostgreSQL takes only read-only transactions"
		}
		if aboutAccess(pg.Code) {
			return pg.Message
		}
		return ""
	}
	var connect *pgconn.ConnectError
	if !errors.As(err, &connect) {
		return ""
	}
	var name *net.DNSError
	if errors.As(err, &name) {
		return fmt.Sprintf("the host %s cannot be looked up: %s", name.Name, name.Err)
	}
	var network *net.OpError
	if errors.As(err, &network) {
		return network.Error()
	}
	first, _, _ := strings.Cut(connect.Unwrap().Error(), "\n")
	return first
}

// aboutAccess reports whether errors with an SQLSTATE are about the access to the database or about its state. Their
// messages name users, databases, schemas and limits, and never values of rows.
func aboutAccess(state string) bool {
	if state == "42501" {
		return true
	}
	if len(state) != 5 {
		return false
	}
	switch state[:2] {
	case "08", "28", "3D", "3F", "53", "57":
		return true
	}
	return false
}
