package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/jackc/pgx/v5"
)

// rowsPerStatement is the number of rows in one INSERT on SQLite, by measurement (BenchmarkInsertRows): with more,
// preparing the statement costs more and inserting is no faster.
const rowsPerStatement = 10

// ErrShape is returned by InsertRows for a row with more or fewer values than columns. It indicates a bug in the
// program.
var ErrShape = errors.New("a row does not fit its columns")

// InsertRows inserts many rows into one table: with COPY on PostgreSQL, with prepared statements of several rows on
// SQLite. It returns the number of inserted rows. It does not keep a row's slice, so the caller may reuse one slice
// for all rows. Values are of the types a driver takes (integers, text, bytes, bool, float64, nil) or types based on
// them; a nil pointer to such a type is null. table and columns must be names of the schema, never user input.
//
// It returns ErrUnique, ErrForeignKey, ErrCheck, ErrNotNull or ErrShape for the first invalid row; the
// transaction must then be rolled back.
func (t Tx) InsertRows(ctx context.Context, table string, columns []string, rows iter.Seq[[]any]) (int64, error) {
	running, err := t.enter(ctx)
	if err != nil {
		return 0, err
	}
	var n int64
	err = t.conn.Raw(func(conn any) error {
		var err error
		switch conn := conn.(type) {
		case *postgresConn:
			n, err = copyRows(running, conn, table, columns, rows)
		case *sqliteConn:
			insert := &sqliteInsert{ctx: ctx, conn: conn, table: table, columns: columns}
			n, err = insert.run(rows)
		default:
			err = fmt.Errorf("%w: unknown connection %T", ErrStatement, conn)
		}
		return err
	})
	if err != nil {
		return n, fmt.Errorf("insert into %s: %w", table, Translate(err))
	}
	return n, nil
}

func copyRows(
	ctx context.Context, conn *postgresConn, table string, columns []string, rows iter.Seq[[]any],
) (int64, error) {
	next, stop := iter.Pull(rows)
	defer stop()
	end := conn.watch.begin(ctx, "COPY "+table)
	var shapeErr error // kept here because PostgreSQL's error for an aborted COPY does not contain it
	n, err := conn.pgx().CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromFunc(func() ([]any, error) {
		row, ok := next()
		if !ok {
			return nil, nil
		}
		if len(row) != len(columns) {
			shapeErr = fmt.Errorf("%w: %d values for %d columns", ErrShape, len(row), len(columns))
			return nil, shapeErr
		}
		return row, nil
	}))
	switch {
	case shapeErr != nil:
		err = shapeErr
	case err != nil && ctx.Err() != nil: // after a cancellation the driver may only report a closed connection
		err = ctx.Err()
	}
	return n, conn.note(end(err))
}

// sqliteInsert collects rows into statements. It calls the driver directly, because the checks of database/sql for
// each value take as long as the insert.
type sqliteInsert struct {
	ctx     context.Context //nolint:containedctx // it lives for one call
	conn    *sqliteConn
	table   string
	columns []string
	values  []driver.NamedValue
	filled  int
	n       int64
}

func (i *sqliteInsert) run(rows iter.Seq[[]any]) (int64, error) {
	width := len(i.columns)
	i.values = make([]driver.NamedValue, rowsPerStatement*width)
	for at := range i.values {
		i.values[at].Ordinal = at + 1
	}
	for row := range rows {
		if len(row) != width {
			return i.n, fmt.Errorf("%w: %d values for %d columns", ErrShape, len(row), width)
		}
		for at, value := range row {
			converted, err := driverValue(value)
			if err != nil {
				return i.n, fmt.Errorf("column %s: %w", i.columns[at], err)
			}
			i.values[i.filled*width+at].Value = converted
		}
		if i.filled++; i.filled == rowsPerStatement {
			if err := i.flush(rowsPerStatement); err != nil {
				return i.n, err
			}
		}
	}
	// The remaining rows are inserted one by one: a statement for each possible number of rows would only fill the
	// cache.
	for rest := range i.filled {
		copy(i.values, i.values[rest*width:(rest+1)*width])
		for at := range width {
			i.values[at].Ordinal = at + 1
		}
		i.filled = 1
		if err := i.flush(1); err != nil {
			return i.n, err
		}
	}
	return i.n, nil
}

// flush inserts the first rows collected. The deadline is checked between statements.
func (i *sqliteInsert) flush(rows int) error {
	if err := i.ctx.Err(); err != nil {
		return Translate(err)
	}
	statement := insertStatement(i.table, i.columns, rows)
	if _, err := i.conn.ExecContext(context.WithoutCancel(i.ctx), statement,
		i.values[:rows*len(i.columns)]); err != nil {
		return err
	}
	i.n += int64(rows)
	i.filled = 0
	return nil
}

func insertStatement(table string, columns []string, rows int) string {
	var text strings.Builder
	text.WriteString("INSERT INTO `" + table + "` (`" + strings.Join(columns, "`, `") + "`) VALUES ")
	row := "(" + strings.Repeat("?, ", len(columns)-1) + "?)"
	for n := range rows {
		if n > 0 {
			text.WriteString(", ")
		}
		text.WriteString(row)
	}
	return text.String()
}

// driverValue converts a value to one of the types that a driver takes.
func driverValue(value any) (driver.Value, error) {
	switch value := value.(type) {
	case nil, int64, string, []byte, bool, float64:
		return value, nil
	case int:
		return int64(value), nil
	case int32:
		return int64(value), nil
	}
	return driver.DefaultParameterConverter.ConvertValue(value)
}
