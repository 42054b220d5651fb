package entitlement

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/page"
)

// What was known at a moment follows from what was recorded up to it, that moment included: rows that were added later
// are left out, and decisions that were lifted later hold as they were planned. Periods, decisions, coverages and
// ledger entries are never changed by a mutation. An import does change periods and coverages: it states anew what its
// source says of them.

// KnownAt returns the decisions as they were known at a moment.
func (list Decisions) KnownAt(at clock.Instant) Decisions {
	var known Decisions
	for _, d := range list {
		if d.Recorded > at {
			continue
		}
		if d.Lifted != nil && *d.Lifted > at {
			d.Last, d.Lifted = d.Planned, nil
		}
		known = append(known, d)
	}
	return known
}

// KnownAt returns the facts as they were known at a moment. With nil it returns f: what is known now.
func (f *Facts) KnownAt(at *clock.Instant) *Facts {
	if at == nil {
		return f
	}
	known := &Facts{Header: f.Header.KnownAt(*at), Line: f.Line.KnownAt(*at)}
	for i := range f.Periods {
		if p := f.Periods[i]; p.Recorded <= *at {
			p.Decisions, p.Successors = p.Decisions.KnownAt(*at), nil
			known.Periods = append(known.Periods, p)
		}
	}
	for _, s := range f.successions {
		if s.recorded <= *at {
			then := *s
			then.decisions = s.decisions.KnownAt(*at)
			known.successions = append(known.successions, &then)
			then.addTo(known)
		}
	}
	return known
}

// AmountsKnown returns the amounts of lines on a day as they were known at a moment, in the order of lines and with two
// statements, and another if there are decisions.
func AmountsKnown(ctx context.Context, v *page.View, on day.Day, at clock.Instant, lines []int64) ([]Amounts, error) {
	out := make([]Amounts, len(lines))
	if len(lines) == 0 {
		return out, nil
	}
	periods, err := periodsOf(ctx, v, lines)
	if err != nil {
		return nil, err
	}
	used, err := usedUntil(ctx, v, lines, on, func(q *page.Query) *sql.Predicate {
		return sql.LTE(q.C(ledgerentry.FieldRecordedAt), int64(at))
	})
	if err != nil {
		return nil, err
	}
	for i, id := range lines {
		s := Summarize(periods[id].KnownAt(&at).Periods, on)
		out[i] = Amounts{s.Unlimited, s.Granted, s.Overdraft, s.Excess(used[id]), used[id]}
	}
	return out, nil
}
