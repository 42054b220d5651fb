package doctor

import (
	"context"
	"fmt"
	"time"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
)

// maxUnsealedAge is how long an audit entry may stay unsealed without a warning. The server seals every second.
const maxUnsealedAge = time.Minute

// audit verifies the chains of all accounts, and warns if entries have been unsealed for too long.
func (c *checker) audit(ctx context.Context) error {
	chain, unsealed := &Finding{Rule: AuditChain}, &Finding{Rule: AuditUnsealed, Warning: true}
	defer func() { c.close(chain, unsealed) }()
	seen, err := audit.Verify(ctx, c.db, func(b audit.Breach) error {
		chain.add(b.Name(), "%s", b.Message)
		return nil
	})
	if err != nil {
		return err
	}
	chain.Checked, unsealed.Checked = seen.Entries+seen.Seals, seen.Entries
	age := clock.System().Time().Sub(seen.OldestUnsealed.Time()).Truncate(time.Second)
	if seen.Unsealed > 0 && age > maxUnsealedAge {
		unsealed.add(fmt.Sprintf("audit entry %d", seen.OldestID),
			"%d entries wait for their seals, the oldest for %s: is the server running?", seen.Unsealed, age)
	}
	return nil
}

// heads compares the chains with the heads of an earlier list.
func (c *checker) heads(ctx context.Context) error {
	if c.kept == nil {
		return nil
	}
	f := &Finding{Rule: AuditHeads, Checked: int64(len(c.kept))}
	defer func() { c.close(f) }()
	return audit.CompareHeads(ctx, c.db, c.kept, func(b audit.Breach) error {
		f.add(b.Name(), "%s", b.Message)
		return nil
	})
}
