package scim

import (
	"context"
	"fmt"
)

// Bounds of how many values are looked at by a filter over the people or groups of an account, and by the operations of a PATCH.
// A long text, or one beyond ASCII, counts for several.
const (
	maxVisits      = 1_000_000
	maxPatchVisits = 500_000
)

// meter counts the visits of one request, and stops it if there are too many, or if nobody waits for the answer any more.
type meter struct {
	ctx   context.Context
	most  int
	spent int
	err   error
}

func newMeter(ctx context.Context, most int) *meter {
	return &meter{ctx: ctx, most: most, err: ctx.Err()}
}

// spend counts visits. It returns what stops the work, if anything does.
func (m *meter) spend(visits int) error {
	before := m.spent
	m.spent += visits
	switch {
	case m.err != nil:
	case m.spent > m.most:
		m.err = tooMany(fmt.Sprintf("The request looks at more than %d,000 values. Send fewer values or operations, or a simpler filter.", m.most/1000))
	case before>>8 != m.spent>>8: // asking a context takes a lock
		m.err = m.ctx.Err()
	}
	return m.err
}

// weight is for how many values a text counts that is compared. To fold letters beyond ASCII costs by far more than others.
func weight(text string) int {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return 1 + len(text)
		}
	}
	return 1 + len(text)/64
}
