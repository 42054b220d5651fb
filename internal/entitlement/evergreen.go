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
// itself; Facts.evergreen tells whether it is. A period keeps its cancel days: its replacements have the same, and so
// have its amendments, unless they end it earlier. The last day to cancel follows the end.

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
	decided := p.CancelUntil != nil && p.RenewsOn == nil
	p.CancelUntil = cancelUntilOf(p)
	if p.RenewsOn = RenewsOn(p.CancelUntil, p.EndsOn); decided {
		p.RenewsOn = nil
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
	if p.CancelDays == nil {
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
	if p.RenewsOn == nil {
		return nil, fault.New(NotEvergreen, "", "The line item is no longer renewed by itself: the period after "+
			"{endsOn} was voided, or it could not be written in time.",
			"Leave it as it is, or renew it with renewLineItems.", fault.With("endsOn", value.OfDay(last)))
	}
	rulings := slices.Concat(f.Header, f.Line)
	if slices.ContainsFunc(rulings, func(d Decided) bool {
		return d.Kind == vocabulary.DecisionWithdrawn && d.holds(last)
	}) {
		return nil, fault.New(RightWithdrawn, "", "The right is withdrawn on {on}.", "Leave it as it is.",
			fault.With("on", value.OfDay(last)))
	}
	if refusal := refuseNotLive("", rulings, today, last+1, last+1); refusal != nil {
		return nil, refusal
	}
	return p, nil
}

// isCancelled tells whether it was decided that the line is not renewed by itself after a day. A cancellation that was
// not released counts from the beginning: the last day of a term may be corrected to one before it was recorded.
func (f *Facts) isCancelled(last day.Day) bool {
	return slices.ContainsFunc(f.Cancelled, func(d Decided) bool {
		return d.holds(last) || d.Lifted == nil && last <= d.Last
	})
}
