package store

import (
	"container/list"
	"context"
	"database/sql/driver"
	"errors"
)

const (
	// keptStatements is the maximum number of prepared statements a connection caches. Preparing one takes about a
	// tenth of the time of a query by primary key.
	keptStatements = 256
	// keptStatementSize is the longest statement text that is cached, in bytes: longer ones are lists of placeholders
	// that seldom repeat.
	keptStatementSize = 16 << 10
)

// sqliteInner lists the interfaces of a modernc.org/sqlite connection that the store uses.
type sqliteInner interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// sqliteConn is an observed connection to SQLite with an LRU cache of prepared statements.
// It needs no lock: database/sql uses a connection from one goroutine at a time.
type sqliteConn struct {
	sqliteInner
	watch *observer
	// translate is the method of watch, kept so that statements need not allocate it.
	translate func(error) error

	recent *list.List // of *keptStatement, the most recently used first
	byText map[string]*list.Element
	stuck  bool
}

type keptStatement struct {
	text string
	stmt driver.Stmt
	busy bool // its rows are still being read
}

func watchSQLite(conn driver.Conn, watch *observer) driver.Conn {
	inner, ok := conn.(sqliteInner)
	if !ok {
		return conn
	}
	return &sqliteConn{sqliteInner: inner, watch: watch, translate: watch.translate, recent: list.New(),
		byText: make(map[string]*list.Element)}
}

// prepared returns the cached statement for a text, or nil if the text is too long to be cached or its statement is in
// use: a transaction may run a statement again while it still reads rows of the first run.
func (c *sqliteConn) prepared(ctx context.Context, text string) (*keptStatement, error) {
	if element, ok := c.byText[text]; ok {
		kept := element.Value.(*keptStatement)
		if kept.busy {
			return nil, nil
		}
		c.recent.MoveToFront(element)
		return kept, nil
	}
	if len(text) > keptStatementSize {
		return nil, nil
	}
	stmt, err := c.sqliteInner.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	kept := &keptStatement{text: text, stmt: stmt}
	c.byText[text] = c.recent.PushFront(kept)
	c.shrink()
	return kept, nil
}

func (c *sqliteConn) shrink() {
	for element := c.recent.Back(); element != nil && c.recent.Len() > keptStatements; {
		previous := element.Prev()
		if kept := element.Value.(*keptStatement); !kept.busy && previous != nil {
			c.recent.Remove(element)
			delete(c.byText, kept.text)
			_ = kept.stmt.Close()
		}
		element = previous
	}
}

func (c *sqliteConn) Close() error {
	var errs []error
	for element := c.recent.Front(); element != nil; element = element.Next() {
		errs = append(errs, element.Value.(*keptStatement).stmt.Close())
	}
	c.recent.Init()
	clear(c.byText)
	return Translate(errors.Join(append(errs, c.sqliteInner.Close())...))
}

func (c *sqliteConn) BeginTx(ctx context.Context, options driver.TxOptions) (driver.Tx, error) {
	tx, err := c.sqliteInner.BeginTx(ctx, options)
	if err != nil {
		return nil, c.watch.translate(err)
	}
	return transaction{tx, c.translate}, nil
}

func (c *sqliteConn) ExecContext(
	ctx context.Context, statement string, values []driver.NamedValue,
) (driver.Result, error) {
	end := c.watch.begin(ctx, statement)
	kept, err := c.prepared(ctx, statement)
	if err != nil {
		return nil, end(err)
	}
	if kept == nil {
		result, err := c.sqliteInner.ExecContext(ctx, statement, values)
		return result, end(err)
	}
	result, err := kept.stmt.(driver.StmtExecContext).ExecContext(ctx, values)
	return result, end(err)
}

func (c *sqliteConn) QueryContext(
	ctx context.Context, statement string, values []driver.NamedValue,
) (driver.Rows, error) {
	end := c.watch.begin(ctx, statement)
	kept, err := c.prepared(ctx, statement)
	if err != nil {
		return nil, end(err)
	}
	if kept == nil {
		found, err := c.sqliteInner.QueryContext(ctx, statement, values)
		if err = end(err); err != nil {
			return nil, err
		}
		return &rows{Rows: found, translate: c.translate}, nil
	}
	found, err := kept.stmt.(driver.StmtQueryContext).QueryContext(ctx, values)
	if err = end(err); err != nil {
		return nil, err
	}
	kept.busy = true
	return &rows{Rows: found, translate: c.translate, closed: func() { kept.busy = false }}, nil
}
