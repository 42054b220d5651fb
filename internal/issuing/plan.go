package issuing

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// line is a line item that is to be made, with its period and what covers it.
type line struct {
	*Line
	sold  *catalog.Sold
	terms *ent.LicenseModelVersion
	// id is the line item, period its period; coverage and item are 0 if no coverage is sold along.
	id, period, coverage, item gid.ID
	activationID               string
	// from is the first day, or today if an activation starts the term.
	from day.Day
	// starts is nil if the first activation starts the term; ends is nil if an activation does, and if there is no end.
	starts, ends *day.Day
	perpetual    bool
	// quantity and overdraft are in base units.
	quantity, overdraft int64
	// minor is the price in minor units; nil if it is not known.
	minor *int64
	// instalments have no period yet.
	instalments []*ent.Instalment
	// covered is the last day of the coverage; day.Forever if it is not known yet.
	covered day.Day
}

// plan finds out what the lines of an order become on a day, and adds what prevents it. Lines with refusals are
// incomplete.
func (o *Order) plan(ctx context.Context, tx store.Tx, today day.Day, wrong *fault.List) ([]*line, error) {
	sold, err := o.readSold(ctx, tx)
	if err != nil {
		return nil, err
	}
	lines := make([]*line, len(o.Lines))
	for i := range o.Lines {
		l := &line{Line: &o.Lines[i], sold: sold[o.Lines[i].PartNumber]}
		lines[i] = l
		if l.sold == nil {
			wrong.Add(fault.Missing(at(i, "partNumber"), "PartNumber", l.PartNumber))
			continue
		}
		if gaps := l.sold.Incomplete(at(i, "partNumber")); gaps != nil {
			wrong.Add(catalog.CheckOffered(at(i, "partNumber"), offerAgain, l.sold, today)...)
			wrong.Add(gaps)
			continue
		}
		l.dates(i, today, wrong)
		l.amounts(i, wrong)
		wrong.Add(catalog.CheckOffered(at(i, "partNumber"), offerAgain, l.sold, l.from)...)
	}
	return lines, nil
}

// dates finds the days of a line and the terms on which it is granted.
func (l *line) dates(i int, today day.Day, wrong *fault.List) {
	l.perpetual = *l.sold.Term == vocabulary.TermPerpetual
	l.from = today
	waits := !l.perpetual && *l.sold.StartRule == vocabulary.StartRuleFirstActivation
	each := !l.perpetual && *l.sold.StartRule == vocabulary.StartRuleEachActivation
	switch {
	case !waits:
		if l.StartsOn != nil {
			l.from = *l.StartsOn
		}
		l.starts = &l.from
	case l.StartsOn != nil:
		wrong.Add(startsByActivation(at(i, "startsOn")))
	}
	l.startsLatest(i, today, waits, wrong)
	switch {
	case l.EndsOn != nil && l.perpetual:
		wrong.Add(fault.Bad(at(i, "endsOn"), "A perpetual right has no last day.",
			"Leave the day out, or name a part number with another term."))
	case l.EndsOn != nil && (waits || each):
		wrong.Add(fault.Bad(at(i, "endsOn"), "The term lasts as long as its part number says from an activation on, "+
			"so that it has no last day yet.", "Leave the day out, or name a part number with the start rule FIXED."))
	case l.EndsOn != nil:
		l.ends = l.EndsOn
		if *l.ends < l.from && l.StartsOn == nil { // both days are compared already
			wrong.Add(endsBeforeStart(at(i, "endsOn"), l.from, *l.ends))
		}
	case !l.perpetual && !waits && !each:
		last := catalog.LastDay(l.from, *l.sold.TermLength, *l.sold.TermUnit)
		l.ends = &last
	}
	if l.terms = l.sold.TermsOn(l.from); l.terms == nil {
		wrong.Add(l.sold.TermsNotValidYet(at(i, "startsOn")))
	}
	l.covered = l.sold.CoveredUntil(l.starts, l.ends)
	wrong.Add(fault.EndsTooLate(at(i, "startsOn"), lastOf(l.ends), l.covered))
}

// offerAgain is the remedy for a part number under which nothing is granted.
const offerAgain = "Name another part number, or offer this one again with the mutations of the catalog."

// startsLatest checks the day on which a term starts by itself.
func (l *line) startsLatest(i int, today day.Day, waits bool, wrong *fault.List) {
	field := at(i, "startsLatestOn")
	switch latest := l.StartsLatestOn; {
	case latest == nil:
	case !waits:
		wrong.Add(fault.Bad(field, "Only a term that the first activation starts can start by itself.",
			"Leave the day out, or name a part number with the start rule FIRST_ACTIVATION."))
	case *latest < today:
		wrong.Add(fault.Bad(field, "The term would have started by itself before today, {today}.",
			"Give {today} or a later day.", fault.With("today", value.OfDay(today))))
	default:
		wrong.Add(fault.EndsTooLate(field, catalog.LastDay(*latest, *l.sold.TermLength, *l.sold.TermUnit)))
	}
}

// amounts finds the quantity, the overdraft and the price of a line.
func (l *line) amounts(i int, wrong *fault.List) {
	var counted bool
	if l.quantity, l.overdraft, counted = l.sold.OfPieces(int64(l.Pieces), l.terms); !counted {
		wrong.Add(uncountable(i))
	}
	if l.Price != nil {
		minor, err := catalog.MinorOf(at(i, "price"), l.Price.Amount, l.Price.Currency)
		if l.minor = &minor; err != nil {
			_ = wrong.AddIf(err) // it is a refusal
		}
	}
	l.instalments = l.readInstalments(i, wrong)
}

// identify gives the objects of the lines their ids. Ids rise with the lines, so that a list of rows that were created
// at one moment has the order of the lines.
func identify(lines []*line, account gid.ID) {
	sorted := func(t gid.Type) []gid.ID {
		ids := make([]gid.ID, len(lines))
		for i := range ids {
			ids[i] = gid.New(t, account.Locality())
		}
		slices.Sort(ids)
		return ids
	}
	items, periods := sorted(gid.LineItem), sorted(gid.Period)
	coverages, covering := sorted(gid.Coverage), sorted(gid.CoverageItem)
	for i, l := range lines {
		l.id, l.period = items[i], periods[i]
		if l.sold.CoverageKind != nil {
			l.coverage, l.item = coverages[i], covering[i]
		}
		if l.activationID = l.ActivationID; l.activationID == "" {
			l.activationID = entitlement.NewActivationID()
		}
	}
}

// checkActivationIDs refuses activation ids that other line items have, or had.
func (o *Order) checkActivationIDs(ctx context.Context, tx store.Tx, wrong *fault.List) error {
	lines := map[string]int{}
	for i := range o.Lines {
		if id := o.Lines[i].ActivationID; id != "" {
			lines[id] = i
		}
	}
	if len(lines) == 0 {
		return nil
	}
	ids := make([]string, 0, len(lines))
	for id := range lines {
		ids = append(ids, id)
	}
	taken, err := entitlement.TakenActivationIDs(ctx, tx, ids...)
	if err != nil {
		return err
	}
	for _, id := range taken {
		wrong.Add(entitlement.ActivationIDIsTaken(at(lines[id], "activationId")))
	}
	return nil
}

// atHome refuses the order if another system holds the rights of the account in the product line of a line.
func atHome(ctx context.Context, tx store.Tx, account gid.ID, productLines ...gid.ID) error {
	slices.Sort(productLines)
	var homes []change.Home
	for _, id := range slices.Compact(productLines) {
		homes = append(homes, change.Home{Account: account, ProductLine: id})
	}
	return change.AtHome(ctx, tx, homes...)
}

func endsBeforeStart(field string, first, last day.Day) *fault.Error {
	return fault.New(fault.BadRange, field, "The range ends on {to}, before it begins on {from}.",
		"Give a later last day.", fault.With("from", value.OfDay(first)), fault.With("to", value.OfDay(last)))
}

func uncountable(i int) *fault.Error {
	return fault.Bad(at(i, "pieces"), "So many pieces cannot be counted.", "Give fewer pieces, in several lines.")
}

// lastOf is a last day; day.Forever if there is none.
func lastOf(ends *day.Day) day.Day {
	if ends == nil {
		return day.Forever
	}
	return *ends
}

func startsByActivation(field string) *fault.Error {
	return fault.Bad(field, "The right starts when it is activated, so that it has no days yet.",
		"Leave the day out, or name a part number with the start rule FIXED.")
}
