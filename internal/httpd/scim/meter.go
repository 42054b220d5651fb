package scim

import "context"

// maxVisits bounds how many values the operations of a PATCH, or a filter, look at. A long text counts for several.
const maxVisits = 1_000_000

// meter counts the visits of one request, and stops it if there are too many, or if nobody waits for the answer any more.
type meter struct {
	ctx   context.Context
	spent int
	err   error
}

func newMeter(ctx context.Context) *meter { return &meter{ctx: ctx, err: ctx.Err()} }

// spend counts visits. It returns what stops the work, if anything does.
func (m *meter) spend(visits int) error {
	before := m.spent
	m.spent += visits
	switch {
	case m.err != nil:
	case m.spent > maxVisits:
		m.err = tooMany("The request looks at more than 1,000,000 values. Send fewer values or operations, or a simpler filter.")
	case before>>8 != m.spent>>8: // asking a context takes a lock
		m.err = m.ctx.Err()
	}
	return m.err
}
