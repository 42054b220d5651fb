package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/gid"
)

// ErrUnscoped is returned for a raw statement without a scope marker. It indicates a bug in the program.
var ErrUnscoped = errors.New("a raw statement without a scope")

// marker matches a scope marker. It takes the place of a condition in a raw statement, and names the column with the
// account of a row:
//
//	SELECT ... FROM line_items li WHERE /*scope:li.account_id*/ AND li.product_id = ?
var marker = regexp.MustCompile(`/\*scope:([a-z_]+(?:\.[a-z_]+)?)\*/`)

// Scoped runs a raw query on the readers. The statement must contain at least one scope marker, /*scope:COLUMN*/, in
// place of a condition. The marker is replaced by a test of that column against the accounts whose rights may be seen.
// They are one parameter, so the text is the same for all viewers other than those who see everything. Accounts
// limited to a product line are not included. Other placeholders are question marks on both engines. Rows of the
// catalog have no account: see Catalog. It returns ErrUnscoped, ErrTimeout or ErrUnavailable.
func (s *Store) Scoped(ctx context.Context, scope Scope, statement string, args ...any) (*sql.Rows, error) {
	text, values, err := s.applyScope(scope, statement, args)
	if err != nil {
		return nil, err
	}
	return s.read(ctx, text, values)
}

// Catalog runs a raw query on the readers over tables that belong to the producer: products, units, releases and the
// tables below them. Placeholders are question marks on both engines. A statement that names a table in which
// customers own rows is refused with ErrUnscoped.
func (s *Store) Catalog(ctx context.Context, statement string, args ...any) (*sql.Rows, error) {
	if table := ownedTable(statement); table != "" {
		return nil, fmt.Errorf("%w: customers own rows of %s", ErrUnscoped, table)
	}
	return s.read(ctx, s.rebind(statement), args)
}

var owned = sync.OnceValue(func() map[string]bool {
	tables := map[string]bool{"accounts": true, "users": true, "account_links": true, "account_paths": true}
	for _, table := range migrate.Tables {
		for _, column := range table.Columns {
			if column.Name == "account_id" {
				tables[table.Name] = true
			}
		}
	}
	return tables
})

var word = regexp.MustCompile(`[a-z_]+`)

// ownedTable returns the first table in a statement in which customers own rows, or "".
func ownedTable(statement string) string {
	tables := owned()
	for _, name := range word.FindAllString(statement, -1) {
		if tables[name] {
			return name
		}
	}
	return ""
}

func (s *Store) read(ctx context.Context, text string, values []any) (*sql.Rows, error) {
	found, err := s.readers.QueryContext(ctx, text, values...)
	if err != nil {
		return nil, fmt.Errorf("read: %w", Translate(err))
	}
	return found, nil
}

// applyScope replaces the markers. SQLite numbers its placeholders so that one value serves every marker; PostgreSQL's
// are numbered by rebind, and the value is the last argument.
func (s *Store) applyScope(scope Scope, statement string, args []any) (string, []any, error) {
	if !marker.MatchString(statement) {
		return "", nil, ErrUnscoped
	}
	if scope.all {
		return s.rebind(marker.ReplaceAllString(statement, "TRUE")), args, nil
	}
	if s.engine == Postgres {
		text := s.rebind(statement)
		last := "$" + strconv.Itoa(len(args)+1)
		text = marker.ReplaceAllString(text, "${1} = ANY("+strings.ReplaceAll(last, "$", "$$")+")")
		return text, append(args[:len(args):len(args)], scope.sets[licensing].keys), nil
	}
	last := "?" + strconv.Itoa(len(args)+1)
	text := marker.ReplaceAllString(statement, "${1} IN (SELECT value FROM json_each("+last+"))")
	// SQLite numbers a bare question mark after the greatest number before it, so a marker before other placeholders
	// would shift them.
	text = numberPlaceholders(text, "?")
	return text, append(args[:len(args):len(args)], scope.sets[licensing].list()), nil
}

// In returns the condition that a column holds a member of a set. It has one question mark for the whole set, whose
// value is returned by Set. The text does not depend on the size of the set, so the statement is prepared only once.
func (s *Store) In(column string) string {
	if s.engine == Postgres {
		return column + " = ANY(?)"
	}
	return column + " IN (SELECT value FROM json_each(?))"
}

// Set returns the value for a condition made by In.
func (s *Store) Set(ids []gid.ID) any {
	if s.engine == Postgres {
		set := make([]int64, len(ids))
		for i, id := range ids {
			set[i] = int64(id)
		}
		return set
	}
	text := make([]byte, 0, 2+20*len(ids))
	text = append(text, '[')
	for i, id := range ids {
		if i > 0 {
			text = append(text, ',')
		}
		text = strconv.AppendInt(text, int64(id), 10)
	}
	return string(append(text, ']'))
}

// rebind replaces the question marks of a statement by numbered placeholders for PostgreSQL, which has no other form.
func (s *Store) rebind(statement string) string {
	if s.engine != Postgres {
		return statement
	}
	return numberPlaceholders(statement, "$")
}

// numberPlaceholders replaces every bare question mark outside quotes and comments by prefix and its number.
func numberPlaceholders(statement, prefix string) string {
	if !strings.Contains(statement, "?") {
		return statement
	}
	var out strings.Builder
	out.Grow(len(statement) + 16)
	number := 0
	for i := 0; i < len(statement); {
		end := i + 1
		switch c := statement[i]; {
		case c == '\'' || c == '"' || c == '`':
			end = after(statement, i+1, string(c))
		case strings.HasPrefix(statement[i:], "--"):
			end = after(statement, i+2, "\n")
		case strings.HasPrefix(statement[i:], "/*"):
			end = after(statement, i+2, "*/")
		case c == '?' && (end == len(statement) || statement[end] < '0' || statement[end] > '9'):
			number++
			out.WriteString(prefix)
			out.WriteString(strconv.Itoa(number))
			i = end
			continue
		}
		out.WriteString(statement[i:end])
		i = end
	}
	return out.String()
}

// after returns the index just after the next mark at or after from, or the length of the text.
func after(text string, from int, mark string) int {
	if at := strings.Index(text[from:], mark); at >= 0 {
		return from + at + len(mark)
	}
	return len(text)
}
