package store

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"

	"github.com/muniment/muniment/internal/page"
)

var _ snapshotter = (*postgresConn)(nil)

const (
	beginSnapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
	endSnapshot   = "ROLLBACK"
)

func (c *postgresConn) begin(_ context.Context, maxStatements int) error {
	c.begins, c.began, c.aborted, c.left, c.last = true, false, nil, maxStatements, false
	return nil
}

func (c *postgresConn) end(ctx context.Context) {
	c.begins, c.aborted, c.left, c.last = false, nil, 0, false
	if !c.began {
		return
	}
	c.began = false
	if _, err := c.pgx().Exec(context.WithoutCancel(ctx), endSnapshot); err != nil {
		_ = c.pgx().Close(context.WithoutCancel(ctx)) // the pool replaces a closed connection
	}
}

// Query implements page.Querier.
func (c *postgresConn) Query(ctx context.Context, statement string, args []any) (page.Cursor, error) {
	if err := ctx.Err(); err != nil {
		return nil, Translate(err)
	}
	if c.aborted != nil { // PostgreSQL refuses further statements in the transaction
		return nil, c.aborted
	}
	if c.last {
		return nil, errors.New("a snapshot runs more statements than it said")
	}
	if c.left > 0 {
		c.left--
		c.last = c.left == 0
	}
	for i, arg := range args {
		args[i] = basicValue(arg)
	}
	end := c.watch.begin(ctx, statement)
	if c.begins || c.last {
		return c.runBatched(ctx, statement, args, end)
	}
	found, err := c.pgx().Query(ctx, statement, args...)
	if err = end(err); err != nil {
		return nil, c.abort(err)
	}
	columns := found.FieldDescriptions()
	if len(columns) == 0 { // pgx reports some errors only through the rows
		found.Close()
		if err := c.abort(found.Err()); err != nil {
			return nil, err
		}
	}
	return &postgresCursor{conn: c, rows: found, columns: columns}, nil
}

// runBatched runs the first or the last statement of a snapshot in one batch with the BEGIN or the ROLLBACK.
func (c *postgresConn) runBatched(ctx context.Context, statement string, args []any,
	end func(error) error) (page.Cursor, error) {
	var batch pgx.Batch
	begins := c.begins
	if begins {
		batch.Queue(beginSnapshot)
	}
	batch.Queue(statement, args...)
	if c.last {
		batch.Queue(endSnapshot)
	}
	c.begins, c.began = false, true
	results := c.pgx().SendBatch(ctx, &batch)
	var err error
	if begins {
		_, err = results.Exec()
	}
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

// abort translates an error, notes that it ended the transaction of a snapshot if one is open, and returns it.
func (c *postgresConn) abort(err error) error {
	err = c.note(Translate(translateDriver(err)))
	if err != nil && c.began {
		c.aborted = err
	}
	return err
}

// postgresCursor decodes the rows of a statement from PostgreSQL's wire format.
type postgresCursor struct {
	conn    *postgresConn
	rows    pgx.Rows
	columns []pgconn.FieldDescription
	batch   pgx.BatchResults // nil unless the statement was sent in a batch
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
		// an error of the batch is that of the rows, which is returned already
		if c.batch.Close() == nil && c.conn.last {
			c.conn.began = false
		}
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
