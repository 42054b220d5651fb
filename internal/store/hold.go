package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// Hold keeps others waiting who hold the same name, until the transaction ends. Each statement after it sees what they have
// committed. On SQLite there is one writer anyway.
func (t Tx) Hold(ctx context.Context, name string) error {
	sum := sha256.Sum256([]byte(name))
	return t.HoldNumber(ctx, int64(binary.BigEndian.Uint64(sum[:])))
}

// HoldNumber is Hold for a number, which processes of other versions know too.
func (t Tx) HoldNumber(ctx context.Context, number int64) error {
	if t.Engine() != Postgres {
		return nil
	}
	_, err := t.Exec(ctx, "SELECT pg_advisory_xact_lock(?)", number)
	return err
}

// Locked is a predicate of a query that keeps others from changing the rows it finds, until the transaction ends. The lock is a weak
// one: rows that refer to these may be added meanwhile.
func Locked(q *entsql.Selector) {
	if q.Dialect() == dialect.Postgres {
		q.For(entsql.LockNoKeyUpdate)
	}
}
