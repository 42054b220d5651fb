package scim

import (
	"context"
	"fmt"
)

// Limits of how many values may be visited by a filter over the users or groups of an account, and by the operations
// of a PATCH. A long text, or one with non-ASCII characters, counts as several values.
const (
	maxVisits      = 1_000_000
	maxPatchVisits = 500_000
)

// meter counts the visited values of one request, and stops it if there are too many, or if its context has ended.
type meter struct {
	ctx   context.Context
	most  int
	spent int
	err   error
}

func newMeter(ctx context.Context, most int) *meter {
	return &meter{ctx: ctx, most: most, err: ctx.Err()}
}

// spend adds visits to the count. It returns an error if the work must stop.
func (m *meter) spend(visits int) error {
	before := m.spent
	m.spent += visits
	switch {
	case m.err != nil:
	case m.spent > m.most:
		m.err = tooMany(
			fmt.Sprintf(
				"The request looks at more than %d,000 values. Send fewer values or operations, or a simpler filter.",
				m.most/1000))
	case before>>8 != m.spent>>8: // not every time, because ctx.Err takes a lock
		m.err = m.ctx.Err()
	}
	return m.err
}

// weight returns as how many values a compared text counts. Folding the case of non-ASCII characters is far more
// expensive than of others.
func weight(text string) int {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return 1 + len(text)
		}
	}
	return 1 + len(text)/64
}
