package store

import (
	"context"
	"database/sql"
	"fmt"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
)

// Tx is the open transaction of a Write. Its user cannot commit it or roll it back; it is not safe for
// concurrent use and invalid after Write returns.
type Tx struct{ *txState }

type txState struct {
	store  *Store
	conn   *sql.Conn
	tx     *sql.Tx
	client *ent.Client
}

// Engine returns the engine of the database.
func (t Tx) Engine() Engine { return t.store.engine }

// Client returns an ent client that reads and writes inside the transaction.
func (t Tx) Client() *ent.Client { return t.client }

// SQL returns the open transaction for a library that takes one, such as a job queue. It must not be committed or
// rolled back.
func (t Tx) SQL() *sql.Tx { return t.tx }

// Exec runs a statement inside the transaction. Placeholders are question marks on both engines.
func (t Tx) Exec(ctx context.Context, statement string, args ...any) (sql.Result, error) {
	return t.exec(ctx, t.store.rebind(statement), args)
}

// Query runs a query inside the transaction. Placeholders are question marks on both engines. The rows must be
// closed before the next statement: a PostgreSQL connection can read one result at a time.
func (t Tx) Query(ctx context.Context, statement string, args ...any) (*sql.Rows, error) {
	return t.query(ctx, t.store.rebind(statement), args)
}

// QueryRow runs a query for one row inside the transaction and scans it. It returns sql.ErrNoRows if there is none.
func (t Tx) QueryRow(ctx context.Context, statement string, args []any, into ...any) error {
	found, err := t.Query(ctx, statement, args...)
	if err != nil {
		return err
	}
	defer found.Close()
	if !found.Next() {
		if err := found.Err(); err != nil {
			return fmt.Errorf("query: %w", Translate(err))
		}
		return sql.ErrNoRows
	}
	if err := found.Scan(into...); err != nil {
		return fmt.Errorf("query: %w", Translate(err))
	}
	return Translate(found.Close())
}

// enter is called before every statement of the transaction: it checks the deadline, and returns a context that keeps
// SQLite from interrupting the statement.
func (t *txState) enter(ctx context.Context) (context.Context, error) {
	if err := ctx.Err(); err != nil {
		return nil, Translate(err)
	}
	if t.store.engine == SQLite {
		return context.WithoutCancel(ctx), nil
	}
	return ctx, nil
}

func (t *txState) exec(ctx context.Context, statement string, args []any) (sql.Result, error) {
	ctx, err := t.enter(ctx)
	if err != nil {
		return nil, err
	}
	result, err := t.tx.ExecContext(ctx, statement, args...)
	return result, Translate(err)
}

func (t *txState) query(ctx context.Context, statement string, args []any) (*sql.Rows, error) {
	ctx, err := t.enter(ctx)
	if err != nil {
		return nil, err
	}
	found, err := t.tx.QueryContext(ctx, statement, args...)
	return found, Translate(err)
}

// txDriver is the ent driver over the open transaction. Transactions that ent opens itself become part of it.
type txDriver struct{ *txState }

// Dialect implements dialect.Driver.
func (d *txDriver) Dialect() string { return string(d.store.engine) }

// Close implements dialect.Driver and does nothing.
func (d *txDriver) Close() error { return nil }

// Commit implements dialect.Tx and does nothing: Write commits.
func (d *txDriver) Commit() error { return nil }

// Rollback implements dialect.Tx and does nothing: an error returned to Write undoes everything.
func (d *txDriver) Rollback() error { return nil }

// Tx implements dialect.Driver.
func (d *txDriver) Tx(context.Context) (dialect.Tx, error) { return d, nil }

// BeginTx serves ent's Client.BeginTx.
func (d *txDriver) BeginTx(context.Context, *entsql.TxOptions) (dialect.Tx, error) { return d, nil }

// Exec implements dialect.Driver.
func (d *txDriver) Exec(ctx context.Context, query string, args, v any) error {
	ctx, err := d.enter(ctx)
	if err != nil {
		return err
	}
	return Translate(entsql.NewDriver(d.Dialect(), entsql.Conn{ExecQuerier: d.tx}).Exec(ctx, query, args, v))
}

// Query implements dialect.Driver.
func (d *txDriver) Query(ctx context.Context, query string, args, v any) error {
	ctx, err := d.enter(ctx)
	if err != nil {
		return err
	}
	return Translate(entsql.NewDriver(d.Dialect(), entsql.Conn{ExecQuerier: d.tx}).Query(ctx, query, args, v))
}

// ExecContext serves raw statements of the ent client.
func (d *txDriver) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return d.exec(ctx, query, args)
}

// QueryContext serves raw queries of the ent client.
func (d *txDriver) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return d.query(ctx, query, args)
}
