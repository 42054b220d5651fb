package entitlement

import (
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A period under a part number with cancel days is evergreen: if its line ends with it, the line may be renewed by
// itself; Facts.evergreen tells changes whether it is, and Facts.Evergreen tells readers. A period keeps its cancel
// days: its replacements have the same, and so have its amendments, unless they end it earlier. One without an end
// keeps them, too, but is not evergreen: if a correction gives it an end again, it is what it was before. The last day
// to cancel follows the end.

// CancelUntil returns the last day, inclusive, on which the renewal of a period can be cancelled; nil if it is not
// evergreen, or if its days are not known yet. The term of an amendment began before it: its first day moves nothing.
func CancelUntil(cancelDays *int, first, last *day.Day, amends bool) *day.Day {
	if cancelDays == nil || first == nil || last == nil {
		return nil
	}
	since := *first
	if amends {
		since = day.Beginning
	}
	until := catalog.CancelUntil(since, *last, *cancelDays)
	return &until
}

// cancelUntilOf is CancelUntil of a row.
func cancelUntilOf(p *ent.Period) *day.Day {
	return CancelUntil(p.CancelDays, p.StartsOn, p.EndsOn, p.AmendsID != nil)
}

// SetEvergreen says in a new row what makes its period evergreen.
func SetEvergreen(p *ent.PeriodCreate, cancelDays *int, first, last *day.Day) {
	until := CancelUntil(cancelDays, first, last, false)
	p.SetNillableCancelDays(cancelDays).SetNillableCancelUntil(until).SetNillableRenewsOn(RenewsOn(until, last))
}

// keepEvergreen sets what follows from the cancel days and the end of a new period, which may be a copy of another one.
// If it was decided for good how the other one is followed, that is decided of the copy, too.
func keepEvergreen(p *ent.Period) {
	if p.CancelDays == nil {
		p.RenewalDecidedAt = nil
	}
	p.CancelUntil, p.RenewsOn = cancelUntilOf(p), nil
	if p.RenewalDecidedAt == nil {
		p.RenewsOn = RenewsOn(p.CancelUntil, p.EndsOn)
	}
}

// reopenRenewal lets the line be renewed by itself after a corrected term that is not over, if it was given up because
// the term seemed to be over. What was followed by another term stays decided, even if that was voided.
func (c *lineChange) reopenRenewal(p *ent.Period) {
	isFollowed := slices.ContainsFunc(c.rows, func(other *ent.Period) bool {
		return other.RenewsID != nil && other.RankedAt > p.RankedAt
	})
	if p.EndsOn != nil && *p.EndsOn >= c.today && !isFollowed {
		p.RenewalDecidedAt = nil
	}
}

// RenewsOn returns the first day on which the period after an evergreen one is written: the day after the last one to
// cancel, but no later than the last day of the period, so that the line serves without a break. It is nil if there is
// no last day to cancel.
func RenewsOn(cancelUntil, last *day.Day) *day.Day {
	if cancelUntil == nil {
		return nil
	}
	on := min(*cancelUntil+1, *last)
	return &on
}

// ofEvergreen returns the form of whether a period is evergreen; "" if it is not.
func ofEvergreen(p *ent.Period) string {
	if p.CancelDays == nil || p.Perpetual {
		return ""
	}
	return ofBoolean(true)
}

// evergreen returns the period after which the line is renewed by itself, or why it is not. It does not ask whether
// that is cancelled (isCancelled), or whether another line took the place of this one.
func (f *Facts) evergreen(today day.Day) (*PeriodFact, *fault.Error) {
	if refusal := f.undatedTerm(); refusal != nil && slices.ContainsFunc(f.Periods, func(p PeriodFact) bool {
		return p.CancelDays != nil
	}) {
		return nil, refusal
	}
	_, last := extent(f.Periods)
	p := f.InForce(last)
	if p == nil || p.Last == nil || *p.Last != last || p.CancelDays == nil {
		return nil, fault.New(NotEvergreen, "", "The line item does not end with an evergreen period, so that it is "+
			"not renewed by itself.", "Leave it as it is: nothing follows its last day.")
	}
	if p.grantsNothing() {
		return nil, fault.New(NotEvergreen, "", "The line item grants nothing when it ends, so that it is not renewed "+
			"by itself.", "Leave it as it is, or renew it with renewLineItems and a quantity.")
	}
	if p.RenewsOn == nil {
		return nil, fault.New(NotEvergreen, "", "The line item is no longer renewed by itself: the period after "+
			"{endsOn} was voided, or it could not be written in time.",
			"Leave it as it is, or renew it with renewLineItems.", fault.With("endsOn", value.OfDay(last)))
	}
	if refusal := f.refuseAfter(last, today); refusal != nil {
		return nil, refusal
	}
	return p, nil
}

// grantsNothing tells whether it is known that the period grants nothing: all of it was given back.
func (p *PeriodFact) grantsNothing() bool {
	return !p.Unlimited && p.Quantity != nil && *p.Quantity == 0
}

// refuseAfter returns why a line that ends on a day is not renewed by itself, if it is withdrawn then, or if it is not
// live today or on the next day.
func (f *Facts) refuseAfter(last, today day.Day) *fault.Error {
	rulings := slices.Concat(f.Header, f.Line)
	if slices.ContainsFunc(rulings, func(d Decided) bool {
		return d.Kind == vocabulary.DecisionWithdrawn && d.Holds(last)
	}) {
		return fault.New(RightWithdrawn, "", "The right is withdrawn on {on}.", "Leave it as it is.",
			fault.With("on", value.OfDay(last)))
	}
	return refuseNotLive("", rulings, today, last+1, last+1)
}

// isCancelled tells whether it was decided that the line is not renewed by itself after a day.
func (f *Facts) isCancelled(last day.Day) bool { return f.Cancelled.cancel(last) }

// cancel tells whether one of the decisions cancels the renewal after a day. A cancellation that was not released
// counts from the beginning: it may have been recorded after the term had ended, or the end of the term may be
// corrected to a day before.
func (list Decisions) cancel(last day.Day) bool {
	return slices.ContainsFunc(list, func(d Decided) bool {
		return d.Holds(last) || d.Lifted == nil && last <= d.Last
	})
}
