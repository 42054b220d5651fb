package stage

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/muniment/muniment/internal/store"
)

// scratch is one connection to the scratch file. It bypasses database/sql, which takes a third of the time of a bulk
// load. It is not safe for concurrent use, but several statements may be open on it.
type scratch struct {
	conn driver.Conn
	exec driver.ExecerContext
	ask  driver.QueryerContext
}

// openScratch opens the file at path. Pages are cached by the operating system rather than by SQLite.
func openScratch(path string, readOnly bool) (*scratch, error) {
	dc, err := store.OpenScratch(path, readOnly)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	exec, canExec := dc.(driver.ExecerContext)
	ask, canAsk := dc.(driver.QueryerContext)
	if !canExec || !canAsk {
		return nil, errors.Join(errors.New("the SQLite driver has lost an interface that the stage needs"), dc.Close())
	}
	return &scratch{conn: dc, exec: exec, ask: ask}, nil
}

func (s *scratch) close() error { return s.conn.Close() }

// do runs statements, separated by semicolons, and returns the number of rows that the last one changed.
func (s *scratch) do(ctx context.Context, statements string, args ...any) (int64, error) {
	result, err := s.exec.ExecContext(ctx, statements, named(args))
	if err != nil {
		return 0, describe(statements, err)
	}
	return result.RowsAffected()
}

// each calls yield with every row of a query. The row is valid during the call only; the texts in it stay valid.
func (s *scratch) each(ctx context.Context, query string, args []any, yield func(Row) error) error {
	rows, err := s.ask.QueryContext(ctx, query, named(args))
	if err != nil {
		return describe(query, err)
	}
	row := make(Row, len(rows.Columns()))
	for {
		if err := rows.Next(row); err != nil {
			closing := rows.Close()
			if errors.Is(err, io.EOF) {
				return closing
			}
			return errors.Join(describe(query, err), closing)
		}
		if err := yield(row); err != nil {
			_ = rows.Close()
			return err
		}
	}
}

// number returns the first value of the first row, or 0 if there is none.
func (s *scratch) number(ctx context.Context, query string, args ...any) (int64, error) {
	var n int64
	err := s.each(ctx, query, args, func(r Row) error {
		n = r.Int(0)
		return nil
	})
	return n, err
}

// prepare compiles a statement that is run many times.
func (s *scratch) prepare(text string) (*statement, error) {
	prepared, err := s.conn.Prepare(text)
	if err != nil {
		return nil, describe(text, err)
	}
	run, ok := prepared.(driver.StmtExecContext)
	if !ok {
		return nil, errors.Join(errors.New("the SQLite driver has lost an interface that the stage needs"),
			prepared.Close())
	}
	return &statement{prepared: prepared, run: run, text: text}, nil
}

// statement is a prepared statement without a result.
type statement struct {
	prepared driver.Stmt
	run      driver.StmtExecContext
	text     string
	args     []driver.NamedValue
}

// do runs the statement. It takes no context, because the driver would start a goroutine per call to watch one; the
// callers check their contexts between calls.
func (s *statement) do(values ...driver.Value) error {
	for len(s.args) < len(values) {
		s.args = append(s.args, driver.NamedValue{Ordinal: len(s.args) + 1})
	}
	for i, v := range values {
		s.args[i].Value = v
	}
	if _, err := s.run.ExecContext(context.Background(), s.args[:len(values)]); err != nil {
		return describe(s.text, err)
	}
	return nil
}

func (s *statement) close() error { return s.prepared.Close() }

func named(values []any) []driver.NamedValue {
	args := make([]driver.NamedValue, len(values))
	for i, v := range values {
		args[i] = driver.NamedValue{Ordinal: i + 1, Value: plain(v)}
	}
	return args
}

func plain(v any) driver.Value {
	switch v := v.(type) {
	case int:
		return int64(v)
	case Ref:
		return int64(v)
	default:
		return v
	}
}

func describe(statement string, err error) error {
	statement = strings.Join(strings.Fields(statement), " ")
	if len(statement) > 120 {
		statement = statement[:120] + "…"
	}
	return fmt.Errorf("stage: %w (%s)", err, statement)
}
