package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"strings"

	"github.com/jackc/pgx/v5"
)

// ErrSetting is returned for a connection to PostgreSQL that does not have the settings that the program asks for.
var ErrSetting = errors.New("the connection does not have the settings that were asked for")

// sessionSettings are settings of a PostgreSQL session that the program depends on. The server, the database, the role
// or PGOPTIONS may set other values, so every connection asks for them, and requireSettings checks that it got them.
var sessionSettings = map[string]string{
	"client_encoding": "UTF8", // texts are sent in UTF-8 in any case, and would be stored as something else
	// A backslash in a literal, as in ESCAPE '\', is an ordinary character.
	"standard_conforming_strings": "on",
	"TimeZone":                    "UTC",
	// pgx reads times as text in the ISO style only, as with default_query_exec_mode=simple_protocol. The order of day
	// and month is named because the server reports both.
	"DateStyle": "ISO, MDY",
}

// requestSettings adds the settings to those with which a connection is opened. They replace those of the URL and of
// variables such as PGTZ, however these write the name: the server ignores the case of names, and of two values it
// would keep the one that happens to be sent last.
func requestSettings(config *pgx.ConnConfig) {
	if !names(config.RuntimeParams, "search_path") {
		config.RuntimeParams["search_path"] = defaultSearchPath
	}
	if !names(config.RuntimeParams, "jit") {
		// The statements of filters are long and fast. PostgreSQL takes them for expensive, and compiling one takes a
		// hundred times as long as running it.
		config.RuntimeParams["jit"] = "off"
	}
	for name, value := range sessionSettings {
		maps.DeleteFunc(config.RuntimeParams, func(other, _ string) bool { return strings.EqualFold(other, name) })
		config.RuntimeParams[name] = value
	}
}

// defaultSearchPath is the search_path of connections whose URL has none. The tables are in this schema, whatever the
// database and the role set for their sessions.
const defaultSearchPath = "public"

// names reports whether the parameters of a URL, or PGOPTIONS, set a setting.
func names(parameters map[string]string, setting string) bool {
	inOptions := regexp.MustCompile(`(?i)(-c\s*|--)` + setting + `\s*=`)
	for name, value := range parameters {
		if strings.EqualFold(name, setting) || strings.EqualFold(name, "options") && inOptions.MatchString(value) {
			return true
		}
	}
	return false
}

// requireSettings returns ErrSetting and closes the connection unless it has the settings, as the server reported them
// when it was opened. A pooler between the program and the server may ignore what was asked for.
func requireSettings(ctx context.Context, conn *pgx.Conn) error {
	for name, value := range sessionSettings {
		if got := conn.PgConn().ParameterStatus(name); got != value {
			_ = conn.Close(ctx)
			return unset(name, got, value)
		}
	}
	return nil
}

// unset returns ErrSetting for a setting that a connection does not have.
func unset(name, got, want string) error {
	return &Error{Kind: ErrUnavailable, cause: fmt.Errorf("%w: %s is %q instead of %q", ErrSetting, name, got, want)}
}
