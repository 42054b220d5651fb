// Package history tells what was recorded about rights. See README.md.
package history

import (
	"cmp"
	"context"
	"slices"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Event is something that was recorded about a right. The ids of objects that it does not concern are 0.
type Event struct {
	At   clock.Instant
	Kind vocabulary.RightEventKind
	// Entitlement is the header that was issued or decided about.
	Entitlement gid.ID
	// LineItem is the line of the period or of the coverage item, or the line that was decided about.
	LineItem gid.ID
	// Period, Coverage and CoverageItem are what was recorded, voided or decided about.
	Period, Coverage, CoverageItem gid.ID
	// Decision is the decision that was recorded or lifted.
	Decision gid.ID

	position position
}

// position is the place of an event in the order of all events.
type position struct {
	at     clock.Instant
	source int64
	key    int64
}

func (p position) compare(o position) int {
	return cmp.Or(cmp.Compare(p.at, o.at), cmp.Compare(p.source, o.source), cmp.Compare(p.key, o.key))
}

// Question says which events are asked for: those of one account or, if Entitlement is not 0, of one entitlement or of
// one line item of it.
type Question struct {
	Account, Entitlement, LineItem gid.ID
	// From is the first moment, inclusive, and To the last one, exclusive; nil is no bound.
	From, To *clock.Instant
	// Page is the page that is asked for, by First and After. Its binding says whose events these are.
	Page page.Request
}

// Page is a page of events, the newest first. Cursor is that of its last event; "" if it has none.
type Page struct {
	Events []*Event
	Cursor string
	More   bool
}

// numbers is how many numbers a cursor has: those of a position.
const numbers = 3

// request returns the request for the page, with the order of the events.
func (q Question) request() page.Request {
	r := q.Page
	r.Order = page.Order{Name: "RECORDED", Descending: true}
	return r
}

// window returns the size of the page, and the position before which it begins; nil if it begins with the newest event.
func (q Question) window() (int, *position, error) {
	size, after, err := q.request().Position(numbers)
	if err != nil || after == nil {
		return size, nil, err
	}
	return size, &position{clock.Instant(after[0]), after[1], after[2]}, nil
}

// Check returns BAD_RANGE, BAD_PAGE_SIZE or BAD_CURSOR if the question is invalid.
func (q Question) Check() error {
	if err := page.CheckMoments("to", q.From, q.To); err != nil {
		return err
	}
	_, _, err := q.window()
	return err
}

// Statements is the most statements that Find and Read run: one for each object that the question names, and one for
// each source.
func Statements() int { return 2 + len(sources) }

// Read returns a page of the events that the scope of the view shows. It runs one statement for each source. The
// question is one that Check lets pass.
func Read(ctx context.Context, v *page.View, q Question) (Page, error) {
	limit, before, err := q.window()
	if err != nil {
		return Page{}, err
	}
	var all []*Event
	for number, s := range sources {
		found, err := s.read(ctx, v, q, int64(number), before, limit+1)
		if err != nil {
			return Page{}, err
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, func(a, b *Event) int { return b.position.compare(a.position) })
	p := Page{Events: all, More: len(all) > limit}
	if p.More {
		p.Events = all[:limit]
	}
	if n := len(p.Events); n > 0 {
		last := p.Events[n-1].position
		p.Cursor = q.request().CursorOf(int64(last.at), last.source, last.key)
	}
	return p, nil
}
