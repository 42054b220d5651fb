package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// AdvisoryLock takes an exclusive advisory lock on a name until the transaction ends, and waits while another
// transaction has it. Later statements see what that transaction committed. On SQLite it does nothing, since there is
// only one writer.
func (t Tx) AdvisoryLock(ctx context.Context, name string) error {
	sum := sha256.Sum256([]byte(name))
	return t.AdvisoryLockNumber(ctx, int64(binary.BigEndian.Uint64(sum[:])))
}

// AdvisoryLockNumber is AdvisoryLock for a fixed number. Processes of all versions that use the number exclude each
// other.
func (t Tx) AdvisoryLockNumber(ctx context.Context, number int64) error {
	if t.Engine() != Postgres {
		return nil
	}
	_, err := t.Exec(ctx, "SELECT pg_advisory_xact_lock(?)", number)
	return err
}

// Locked is a query predicate that locks the rows found (FOR NO KEY UPDATE) until the transaction ends, so that other
// transactions cannot change them. Rows that refer to them can still be inserted. On SQLite it does nothing.
func Locked(q *entsql.Selector) {
	if q.Dialect() == dialect.Postgres {
		q.For(entsql.LockNoKeyUpdate)
	}
}
