package entitlement

import (
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/eligibility"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// findRenewed finds the period that is renewed: the one in force on the last day of the line. It refuses a line that
// cannot be renewed.
func (r *renewal) findRenewed() {
	if !r.isKnown() {
		return
	}
	known := r.facts.RenewalOn(r.of.today, termsOf(r.rows))
	switch known.Unrenewable() {
	case "":
	case vocabulary.EligibilityCodeCopiesEndApart:
		r.wrong.Add(copiesEndApart("input.lineItem"))
		return
	case vocabulary.EligibilityCodeNotBegun:
		r.wrong.Add(fault.New(TermUndated, "input.lineItem", "The term of the line item has no days before its first "+
			"activation.", "Renew the line item after its first activation."))
		return
	case vocabulary.EligibilityCodeNoEnd:
		r.wrong.Add(fault.New(NoEndToRenew, "input.lineItem", "The line item has no last day after which it could be "+
			"renewed.", "Extend its coverage with extendCoverage."))
		return
	default:
		r.wrong.Add(nothingToRenew())
		return
	}
	_, r.last = extent(r.facts.Periods)
	r.old = r.row(known.Term)
	switch trial := known.Trial; {
	case r.of.converts && !trial:
		r.wrong.Add(fault.New(NotATrial, "input.lineItem", "The line item is no trial, or was converted already.",
			"Renew the line item with renewLineItems."))
	case !r.of.converts && trial:
		r.wrong.Add(fault.New(IsATrial, "input.lineItem", "The line item is a trial.",
			"Convert it with convertTrial."))
	}
	switch {
	case r.of.byItself:
		r.wrong.Add(r.refuseByItself())
	case !r.Again && !r.of.converts:
		r.wrong.Add(r.renewedAlready(known.By))
	}
}

// renewedAlready returns ALREADY_RENEWED if a term renews the line already (eligibility.RenewedBy), or if another line
// took the place of this one; else nil.
func (r *renewal) renewedAlready(by *eligibility.Term) *fault.Error {
	if by != nil {
		latest := r.row(by.ID)
		return fault.New(AlreadyRenewed, "input.lineItem",
			"The term is renewed already by the period {period}, from {from} to {to}.",
			"Leave it as it is, or send again: true to add another term.",
			fault.With("period", value.OfReference(latest.ID, r.line.ActivationID)),
			fault.With("from", value.OfDay(*latest.StartsOn)), fault.With("to", value.OfDay(lastOfPeriod(latest))))
	}
	return r.takenOver()
}

// takenOver returns ALREADY_RENEWED if another line took the place of this one; else nil.
func (r *renewal) takenOver() *fault.Error { return takenOver(r.succeeded, r.old.ID, r.last) }

// takenOver is renewal.takenOver for a line that ends with a period on a day.
func takenOver(succeeded []*succeeding, old gid.ID, last day.Day) *fault.Error {
	for _, s := range succeeded {
		if s.takesOver(last) && (s.of == 0 || s.of == old) {
			return fault.New(AlreadyRenewed, "input.lineItem",
				"The line item {successor} took the place of this one.",
				"Renew that one, or send again: true to renew this one, too.",
				fault.With("successor", value.OfReference(s.line.ID, s.line.ActivationID)))
		}
	}
	return nil
}

// plan finds out what the new period is, or refuses the line.
func (r *renewal) plan() error {
	if r.findSold(); r.sold == nil {
		return nil
	}
	fresh := &ent.Period{ID: gid.New(gid.Period, r.line.AccountID.Locality()), AccountID: r.line.AccountID,
		LineItemID: r.line.ID, RenewsID: &r.old.ID, Term: *r.sold.Term, StartRule: vocabulary.StartRuleFixed,
		PartNumberID: &r.sold.ID, CancelDays: r.sold.CancelDays}
	r.fresh = fresh
	fresh.CreatedAt, fresh.RankedAt = r.done.Now(), r.nextRank()
	r.starts(fresh)
	r.ends(fresh)
	r.termsOn(fresh)
	r.amounts(fresh)
	// Whoever renews a right that is withdrawn at any later time releases that first. A right that renews by itself
	// goes on until then: Facts.Evergreen tells so of every day.
	live := day.Forever
	if r.of.byItself {
		live = *fresh.StartsOn
	}
	r.wrong.Add(refuseNotLive("input.lineItem", slices.Concat(r.facts.Header, r.facts.Line), r.today, *fresh.StartsOn,
		live))
	if r.of.byItself {
		if len(r.wrong) == 0 {
			r.carryPrice(fresh)
		}
		return nil
	}
	return purchase(&r.wrong, fresh, r.Purchase)
}

// starts finds the first day of the new period. What is paid is never shortened: a term begins after the last day of
// the line. A paid term takes the place of a trial, but begins no earlier than an amendment of it, which would be in
// force again, and after the last day of what is paid already.
func (r *renewal) starts(fresh *ent.Period) {
	earliest, first := r.last+1, r.last+1
	if r.of.converts {
		earliest = day.Beginning
		for _, p := range r.counted() {
			if p.Trial {
				earliest = max(earliest, orBeginning(p.First))
			} else {
				earliest = max(earliest, p.lastCounted()+1)
			}
		}
		first = max(min(r.today, r.last+1), earliest)
	}
	if r.StartsOn != nil {
		first = *r.StartsOn
	}
	if first < earliest {
		r.wrong.Add(fault.New(StartsTooEarly, "input.startsOn", "The term starts on {earliest} at the earliest: what "+
			"was granted before is not shortened.", "Give {earliest} or a later day, or leave the day out.",
			fault.With("earliest", value.OfDay(earliest))))
	}
	fresh.StartsOn, r.gap = &first, first > r.last+1
}

// ends finds the last day of the new period.
func (r *renewal) ends(fresh *ent.Period) {
	first := *fresh.StartsOn
	if fresh.Perpetual = fresh.Term == vocabulary.TermPerpetual; fresh.Perpetual {
		if r.EndsOn != nil {
			r.wrong.Add(fault.Bad("input.endsOn", "A perpetual right has no last day.",
				"Leave the day out, or name a part number with another term."))
		}
		r.checkLast(first, nil)
		return
	}
	last := catalog.LastDay(first, *r.sold.TermLength, *r.sold.TermUnit)
	if r.EndsOn != nil {
		last = *r.EndsOn
		r.wrong.Days("input.endsOn", &first, &last)
	}
	r.checkLast(first, &last)
	if r.of.converts && last < r.last {
		r.wrong.Add(fault.Bad("input.endsOn", "The trial ends on {trialEndsOn}, after the paid term, and would be in "+
			"force again.", "Give {trialEndsOn} or a later day.", fault.With("trialEndsOn", value.OfDay(r.last))))
	}
	fresh.EndsOn, fresh.EndsOrdered = &last, r.EndsOn != nil
}

// checkLast refuses a last day of the new period, or of the coverage that is sold along, that nobody can write. last is
// nil if the period has no end.
func (r *renewal) checkLast(first day.Day, last *day.Day) {
	r.wrong.Add(fault.EndsTooLate("input.startsOn", orForever(last), r.sold.CoveredUntil(&first, last)))
}

// maxPieces is the maximum number of pieces of a part number.
const maxPieces = 1_000_000_000

// amounts finds how much the new period grants.
func (r *renewal) amounts(fresh *ent.Period) {
	unlimited := r.Unlimited != nil && *r.Unlimited
	ways := 0
	for _, given := range []bool{unlimited, r.Quantity != nil, r.Pieces != nil} {
		if given {
			ways++
		}
	}
	field, base := "input.quantity", int64(0)
	switch {
	case ways > 1:
		r.wrong.Add(fault.Bad("input.quantity", "Of quantity, pieces and unlimited, more than one is given.",
			"Give one of them."))
		return
	case unlimited || ways == 0 && r.Unlimited == nil && r.old.Unlimited:
		fresh.Unlimited = true
		return
	case r.Quantity != nil:
		before := len(r.wrong)
		if base = r.base(&r.wrong, field, *r.Quantity); len(r.wrong) > before {
			return
		}
	case r.Pieces != nil:
		field = "input.pieces"
		if refusal := catalog.CheckNumber(field, *r.Pieces, 1, maxPieces); refusal != nil {
			r.wrong.Add(refusal)
			return
		}
		granted, _, ok := r.sold.OfPieces(int64(*r.Pieces), r.terms)
		if base = granted; !ok {
			base = largest + 1
		}
	case r.old.Quantity == nil:
		r.wrong.Add(fault.Bad(field, "It is not known how much the last term grants.", "Give the quantity."))
		return
	default:
		base = *r.old.Quantity
	}
	overdraft, ok := r.sold.OverdraftOf(base, r.terms)
	switch {
	case base == 0:
		r.wrong.Add(fault.Bad(field, "A term grants more than nothing.", "Give a larger quantity."))
	case !ok || base > largest || overdraft > largest:
		r.wrong.Add(fault.Bad(field, "So much cannot be counted.",
			"Give less, and issue the rest with issueEntitlement."))
	}
	fresh.Quantity, fresh.Overdraft = &base, overdraft
}

// warn tells of a gap before the new period, and of use that does not fit into it.
func (r *renewal) warn() {
	if r.gap {
		r.warnOfGap()
	}
	fact := FactOf(r.fresh, nil)
	if surplus := Summarize([]PeriodFact{fact}, *r.fresh.StartsOn).Excess(r.line.Used); surplus > 0 {
		r.done.Warn("SURPLUS", "From {on} on, {surplus} of what is in use of {lineItem} do not fit. The rule of the "+
			"license model is {rule}.", fault.With("on", value.OfDay(*r.fresh.StartsOn)),
			fault.With("surplus", r.quantity(surplus)),
			fault.With("lineItem", value.OfReference(r.line.ID, r.line.ActivationID)),
			fault.With("rule", value.OfEnum("SurplusRule", r.terms.Surplus)))
	}
}

// warnOfGap tells which days are between the last term and the new one, and up to which of them the line is in grace.
func (r *renewal) warnOfGap() {
	first, last := r.last+1, *r.fresh.StartsOn-1
	gap := []fault.Parameter{fault.With("lineItem", value.OfReference(r.line.ID, r.line.ActivationID)),
		fault.With("from", value.OfDay(first)), fault.With("to", value.OfDay(last)),
		fault.WithNumber("days", int64(last-first+1))}
	if r.facts.Status(first) != vocabulary.StatusInGrace {
		r.done.Warn("RENEWAL_GAP", "Nothing is granted by {lineItem} from {from} to {to}, which are {days} days.",
			gap...)
		return
	}
	until := min(last, *r.facts.Graced(first).graceUntil())
	r.done.Warn("RENEWAL_GAP", "No term of {lineItem} contains the days from {from} to {to}, which are {days} days. "+
		"Until {graceUntil} it is in grace, and serves known devices only.",
		append(gap, fault.With("graceUntil", value.OfDay(until)))...)
}

// attributes are those of the new period.
func (r *renewal) attributes() []change.Attribute {
	return append(r.periodAttributes(r.fresh), change.Attribute{"partNumber", ofReference(r.sold.ID, r.sold.Code)})
}

func nothingToRenew() *fault.Error {
	return fault.New(NothingToRenew, "input.lineItem", "The line item has no period that counts.",
		"Release the decisions about its periods with releaseDecision, or issue a new line item with "+
			"issueEntitlement.")
}
