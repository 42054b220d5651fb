package entitlement

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// What was known at a moment follows from what was recorded up to it, that moment included: rows that were added later
// are left out, and decisions that were lifted later hold as they were planned. Periods, decisions, coverages and
// ledger entries are never changed by a mutation, but for the days of a term that waits, which its start fills in: they
// count for earlier moments, too. An import does change periods and coverages: it states anew what its source says of
// them.

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
	known := &Facts{Header: f.Header.KnownAt(*at), Line: f.Line.KnownAt(*at), Cancelled: f.Cancelled.KnownAt(*at)}
	for i := range f.Periods {
		if p := f.Periods[i]; p.Recorded <= *at {
			p.Decisions, p.Graces, p.Successors = p.Decisions.KnownAt(*at), p.Graces.KnownAt(*at), nil
			p.undecideRenewal(*at)
			known.Periods = append(known.Periods, p)
		}
	}
	for i := range known.Periods {
		known.Periods[i].Renews = f.namedAt(known.Periods[i].Renews, *at)
		known.Periods[i].Amends = f.namedAt(known.Periods[i].Amends, *at)
	}
	for _, s := range f.successions {
		if s.recorded <= *at {
			then := *s
			then.of = f.namedAt(s.of, *at)
			then.decisions, then.own = s.decisions.KnownAt(*at), s.own.KnownAt(*at)
			known.successions = append(known.successions, &then)
			then.addTo(known)
		}
	}
	return known
}

// undecideRenewal lets it be open how the period is followed if that was decided after a moment.
func (p *PeriodFact) undecideRenewal(at clock.Instant) {
	if p.RenewalDecided != nil && *p.RenewalDecided > at {
		p.RenewsOn = RenewsOn(CancelUntil(p.CancelDays, p.First, p.Last, p.Amends != 0), p.Last)
		p.RenewalDecided = nil
	}
}

// namedAt returns which period was named at a moment by what names a period now.
func (f *Facts) namedAt(id gid.ID, at clock.Instant) gid.ID {
	return NamedAt(f.Periods, id, at, func(p *PeriodFact) Replacement {
		return Replacement{p.ID, p.Replaces, p.Recorded}
	})
}

// Replacement is a row that replaces another one, since the moment at which it was recorded; Replaces is 0 for none.
type Replacement struct {
	ID, Replaces gid.ID
	Recorded     clock.Instant
}

// NamedAt returns which of some rows was named at a moment by what names the one with an id now: a correction lets what
// named a row, such as a renewal, an amendment or the lineage, name its replacement.
func NamedAt[T any](rows []T, id gid.ID, at clock.Instant, of func(*T) Replacement) gid.ID {
	for i := 0; i < len(rows); i++ {
		if r := of(&rows[i]); r.ID == id && r.Recorded > at && r.Replaces != 0 {
			id, i = r.Replaces, -1 // look for the one that was replaced
		}
	}
	return id
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
		out[i] = Summarize(periods[id].KnownAt(&at).Periods, on).amounts(used[id])
	}
	return out, nil
}
