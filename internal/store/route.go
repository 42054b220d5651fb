package store

import (
	"context"
	"database/sql"
	"fmt"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// router is the ent driver over both pools. A query goes to the readers only if ent marks it as a query: a
// statement such as INSERT ... RETURNING is run by Query too.
type router struct{ store *Store }

func (r *router) writer() (*entsql.Driver, error) {
	if r.store.writer == nil {
		return nil, ErrReadOnly
	}
	return entsql.OpenDB(r.Dialect(), r.store.writer), nil
}

// Dialect implements dialect.Driver.
func (r *router) Dialect() string { return string(r.store.engine) }

// Close implements dialect.Driver. The pools belong to the store, which closes them.
func (r *router) Close() error { return nil }

// Exec implements dialect.Driver.
func (r *router) Exec(ctx context.Context, query string, args, v any) error {
	driver, err := r.writer()
	if err != nil {
		return err
	}
	r.store.activity.writes.Add(1)
	return Translate(driver.Exec(ctx, query, args, v))
}

// Query implements dialect.Driver.
func (r *router) Query(ctx context.Context, query string, args, v any) error {
	if entgo.QueryFromContext(ctx) != nil {
		return Translate(entsql.OpenDB(r.Dialect(), r.store.readers).Query(ctx, query, args, v))
	}
	driver, err := r.writer()
	if err != nil {
		return err
	}
	r.store.activity.writes.Add(1)
	return Translate(driver.Query(ctx, query, args, v))
}

// QueryContext serves raw reads of the ent client.
func (r *router) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	found, err := r.store.readers.QueryContext(ctx, query, args...)
	return found, Translate(err)
}

// ExecContext serves raw statements of the ent client.
func (r *router) ExecContext(ctx context.Context, statement string, args ...any) (sql.Result, error) {
	if r.store.writer == nil {
		return nil, ErrReadOnly
	}
	r.store.activity.writes.Add(1)
	result, err := r.store.writer.ExecContext(ctx, statement, args...)
	return result, Translate(err)
}

// Tx implements dialect.Driver: ent opens a transaction of its own for an update by id.
func (r *router) Tx(ctx context.Context) (dialect.Tx, error) { return r.BeginTx(ctx, nil) }

// BeginTx serves ent's Client.BeginTx.
func (r *router) BeginTx(ctx context.Context, options *entsql.TxOptions) (dialect.Tx, error) {
	driver, err := r.writer()
	if err != nil {
		return nil, err
	}
	r.store.activity.writes.Add(1)
	tx, err := driver.BeginTx(ctx, options)
	if err != nil {
		return nil, fmt.Errorf("begin: %w", Translate(err))
	}
	return tx, nil
}
