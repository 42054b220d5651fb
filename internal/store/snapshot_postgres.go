package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"strconv"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"

	"github.com/muniment/muniment/internal/page"
)

var _ snapshotter = (*postgresConn)(nil)

const beginSnapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

func (c *postgresConn) begin(context.Context) error {
	c.begins, c.began, c.aborted = true, false, nil
	return nil
}

func (c *postgresConn) end(ctx context.Context) {
	c.begins, c.aborted = false, nil
	if !c.began {
		return
	}
	c.began = false
	if _, err := c.pgx().Exec(context.WithoutCancel(ctx), "ROLLBACK"); err != nil {
		_ = c.pgx().Close(context.WithoutCancel(ctx)) // the pool opens another one
	}
}

// Query implements page.Querier.
func (c *postgresConn) Query(ctx context.Context, statement string, args []any) (page.Cursor, error) {
	if err := ctx.Err(); err != nil {
		return nil, Translate(err)
	}
	if c.aborted != nil { // PostgreSQL runs nothing more in the transaction
		return nil, c.aborted
	}
	for i, arg := range args {
		args[i] = bare(arg)
	}
	end := c.watch.begin(ctx, statement)
	if c.begins {
		return c.first(ctx, statement, args, end)
	}
	found, err := c.pgx().Query(ctx, statement, args...)
	if err = end(err); err != nil {
		return nil, c.abort(err)
	}
	columns := found.FieldDescriptions()
	if len(columns) == 0 { // pgx tells some errors with the rows only
		found.Close()
		if err := c.abort(found.Err()); err != nil {
			return nil, err
		}
	}
	return &postgresCursor{conn: c, rows: found, columns: columns}, nil
}

// first runs the first statement of a snapshot, together with what begins it.
func (c *postgresConn) first(ctx context.Context, statement string, args []any, end func(error) error) (page.Cursor, error) {
	c.begins, c.began = false, true
	var both pgx.Batch
	both.Queue(beginSnapshot)
	both.Queue(statement, args...)
	results := c.pgx().SendBatch(ctx, &both)
	_, err := results.Exec()
	if err == nil {
		var found pgx.Rows
		if found, err = results.Query(); err == nil {
			_ = end(nil)
			return &postgresCursor{conn: c, rows: found, columns: found.FieldDescriptions(), batch: results}, nil
		}
	}
	_ = results.Close()
	return nil, c.abort(end(err))
}

// abort notes an error that ends the transaction of a snapshot, and returns it.
func (c *postgresConn) abort(err error) error {
	err = Translate(translateDriver(err))
	if err != nil && c.began {
		c.aborted = err
	}
	return err
}

// postgresCursor reads the rows of a statement in the form in which they arrive.
type postgresCursor struct {
	conn    *postgresConn
	rows    pgx.Rows
	columns []pgconn.FieldDescription
	batch   pgx.BatchResults // nil unless the statement went together with another
}

// Columns implements page.Cursor.
func (c *postgresCursor) Columns() []string {
	names := make([]string, len(c.columns))
	for i, d := range c.columns {
		names[i] = d.Name
	}
	return names
}

// Next implements page.Cursor.
func (c *postgresCursor) Next(row []page.Cell) (bool, error) {
	if !c.rows.Next() {
		return false, c.conn.abort(c.rows.Err())
	}
	for i, raw := range c.rows.RawValues() {
		cell, err := cellOf(raw, &c.columns[i])
		if err != nil {
			return false, err
		}
		row[i] = cell
	}
	return true, nil
}

// Close implements page.Cursor.
func (c *postgresCursor) Close() error {
	c.rows.Close()
	if c.batch != nil {
		_ = c.batch.Close() // its error is that of the rows
		c.batch = nil
	}
	return c.conn.abort(c.rows.Err())
}

func cellOf(raw []byte, d *pgconn.FieldDescription) (page.Cell, error) {
	if raw == nil {
		return page.Cell{}, nil
	}
	binaryForm := d.Format == pgtype.BinaryFormatCode
	switch d.DataTypeOID {
	case pgtype.Int8OID, pgtype.Int4OID, pgtype.Int2OID:
		switch {
		case !binaryForm:
			n, err := strconv.ParseInt(string(raw), 10, 64)
			return page.Number(n), err
		case len(raw) == 8:
			return page.Number(int64(binary.BigEndian.Uint64(raw))), nil
		case len(raw) == 4:
			return page.Number(int64(int32(binary.BigEndian.Uint32(raw)))), nil
		}
		return page.Number(int64(int16(binary.BigEndian.Uint16(raw)))), nil
	case pgtype.BoolOID:
		return page.Truth(len(raw) == 1 && (raw[0] == 1 || raw[0] == 't')), nil
	case pgtype.TextOID, pgtype.VarcharOID, pgtype.BPCharOID, pgtype.NameOID, pgtype.JSONOID:
		return page.Text(string(raw)), nil
	}
	return page.Cell{}, fmt.Errorf("column %s has a type that is not read here: %d", d.Name, d.DataTypeOID)
}
