package coverage

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/coveragelevel"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxPrices is the maximum number of prices of one extension.
const maxPrices = 1000

// Extension says how a coverage is extended.
type Extension struct {
	Coverage gid.ID
	// StartsOn is nil for the day after the coverage ends.
	StartsOn *day.Day
	// EndsOn is the last day. If it is nil, Length tells it, in units of LengthUnit; if that is nil too, the length of
	// the coverage in the part number tells it, or else that of the coverage itself.
	EndsOn     *day.Day
	Length     *int
	LengthUnit *vocabulary.TermUnit
	// Level is that of the successor for all of its items. If it is nil, the levels stay.
	Level *gid.ID
	Order *Order
	// Prices are those of items of the coverage, for their new days.
	Prices []ItemPrice
	// Again allows a further successor.
	Again bool
}

// ItemPrice is the price of an item, as the client wrote it.
type ItemPrice struct {
	Item             gid.ID
	Amount, Currency string
}

// Extend adds a successor of a coverage, with the same items; the coverage itself does not change. Items about which
// decisions hold on all of the new days are left out, and other decisions that hold on some of them are recorded anew.
// The outcome has the id of the successor. It returns ALREADY_EXTENDED, COVERAGE_WITHDRAWN, COVERAGE_HAS_NO_END,
// NOTHING_TO_COVER, RETIRED, BAD_INPUT, BAD_RANGE or NOT_FOUND. It warns with COVERAGE_GAP and COVERAGE_OVERHANG.
func (s *Service) Extend(ctx context.Context, r change.Request, e Extension) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		c, err := lockCoverage(ctx, tx, "input.coverage", rights.Wanted{Coverages: []gid.ID{e.Coverage},
			GrantsAt: "input.coverage"})
		if err != nil {
			return err
		}
		var wrong refusals
		wrong.order("input.order", e.Order)
		wrong.length(e.EndsOn, e.Length, e.LengthUnit)
		wrong.withdrawn("input.coverage", c, c.EndsOn)
		wrong.Add(c.retired)
		renewedBy, err := successorsOf(ctx, tx, c.Coverage)
		if err != nil {
			return err
		}
		successors := renewedBy[c.ID]
		next := *c.Coverage
		if c.EndsOn < day.Forever {
			wrong.nextDays(e, c, successors, &next)
		} else {
			wrong.Add(fault.New(Endless, "input.coverage", "The coverage has no last day after which it could be "+
				"extended.", "End it with endCoverage, or correct its last day with correctCoverage."))
		}
		if len(successors) > 0 && !e.Again {
			wrong.Add(fault.New(AlreadyExtended, "input.coverage", "The coverage {successor} renews this one already.",
				"Extend that one, or send again: true.",
				fault.With("successor", value.OfReference(successors[0].ID, successors[0].ActivationID))))
		}
		if err := wrong.level(ctx, tx, "input.level", &next.LevelID, &next.Edges.Level, e.Level); err != nil {
			return err
		}
		prices, err := wrong.prices(c, e.Prices)
		if err != nil {
			return err
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		next.RenewsID, next.ReplacesID, next.Decided, next.OrderID, next.OrderLine = &c.ID, nil, false, "", ""
		if e.Order != nil {
			next.OrderID, next.OrderLine = e.Order.Number, e.Order.Line
		}
		items := c.continuing(*next.StartsOn, next.EndsOn, e.Level != nil)
		if len(items) == 0 {
			return fault.New(NothingToCover, "input.coverage", "Decisions hold on all of the new days about every "+
				"item of the coverage.", "Lift the decisions, or give other days.")
		}
		for _, item := range items {
			item.PriceMinor, item.Currency = nil, nil
			if p, ok := prices[item.CoverageItem.ID]; ok {
				item.PriceMinor, item.Currency = &p.minor, &p.currency
			}
		}
		if gap := c.coveredBefore(*next.StartsOn, successors) + 1; gap < *next.StartsOn {
			warnOfGap(done, gap, *next.StartsOn-1)
		}
		if *next.StartsOn <= c.EndsOn {
			done.Warn("COVERAGE_OVERLAP", "The coverage that is extended covers the days from {from} to {to} already.",
				fault.With("from", value.OfDay(*next.StartsOn)),
				fault.With("to", value.OfDay(min(c.EndsOn, next.EndsOn))))
		}
		WarnOfOverhang(done, next.EndsOn, linesOf(items)...)
		next.ID = gid.New(gid.Coverage, c.AccountID.Locality())
		if err := create(ctx, tx, done, &newCoverage{Coverage: &next, label: next.ActivationID, items: items,
			decisions: carried(c.decisions[c.ID], *next.StartsOn, next.EndsOn)}); err != nil {
			return err
		}
		done.Result(next.ID)
		return nil
	})
}

// warnOfGap warns of days between a coverage and its successor.
func warnOfGap(done *change.Record, first, last day.Day) {
	done.Warn("COVERAGE_GAP", "Nothing is covered by the coverage or its successor from {from} to {to}.",
		fault.With("from", value.OfDay(first)), fault.With("to", value.OfDay(last)))
}

// coveredBefore returns the last day before another one on which the coverage or one of its successors is in force. Of
// the coverage itself, it is its last day at the earliest.
func (s *subject) coveredBefore(on day.Day, successors []*successorOf) day.Day {
	covered := min(s.EndsOn, on-1)
	for _, next := range successors {
		first := orBeginning(next.StartsOn)
		if last, free := next.withdrawals.LastFree(first, min(next.EndsOn, on-1)); free && first < on {
			covered = max(covered, last)
		}
	}
	return covered
}

// nextDays sets the days of the successor of a coverage. By default it starts after the last end: of the coverage, and
// of the successors that it has, and that these have.
func (r *refusals) nextDays(e Extension, c *subject, successors []*successorOf, next *ent.Coverage) {
	last := c.EndsOn
	for _, s := range successors {
		last = max(last, s.EndsOn)
	}
	first := last + 1
	switch {
	case e.StartsOn != nil:
		first = *e.StartsOn
	case last == day.Forever:
		r.Add(fault.Bad("input.startsOn", "A successor of the coverage has no last day after which another could "+
			"start.", "Give the first day."))
		return
	case last >= day.Latest:
		r.Add(fault.EndsTooLate("input.coverage", first))
		return
	}
	if c.StartsOn != nil && first <= *c.StartsOn {
		r.Add(fault.Bad("input.startsOn", "The coverage itself starts on {startsOn}, and its successor later.",
			"Give a later day.", fault.With("startsOn", value.OfDay(*c.StartsOn))))
		return
	}
	next.StartsOn, next.Perpetual = &first, false
	part := c.Edges.PartNumber
	switch {
	case e.EndsOn != nil:
		next.EndsOn = *e.EndsOn
	case e.Length != nil && e.LengthUnit != nil:
		if !isLength(*e.Length, *e.LengthUnit) {
			return // refused as a length
		}
		next.EndsOn = catalog.LastDay(first, *e.Length, *e.LengthUnit)
	case part != nil && part.CoverageLength != nil && part.CoverageLengthUnit != nil:
		next.EndsOn = catalog.LastDay(first, *part.CoverageLength, *part.CoverageLengthUnit)
	case c.StartsOn != nil:
		next.EndsOn = sameLength(*c.StartsOn, c.EndsOn, first)
	default:
		r.Add(fault.Bad("input.endsOn", "The length of the coverage is not known.",
			"Give the last day, or the length with its unit."))
		return
	}
	r.Days("input.endsOn", &first, &next.EndsOn)
	r.Add(fault.EndsTooLate("input.endsOn", next.EndsOn))
}

// sameLength returns the last day of an interval that starts on a day and is as long as the one from first to last: as
// many calendar months, if that one has whole ones, or else as many days.
func sameLength(first, last, start day.Day) day.Day {
	length, unit := catalog.LengthOf(first, last)
	return catalog.LastDay(start, length, unit)
}

// continuing returns the items that a successor of the coverage has on the days from first to last, with the decisions
// about them that hold on some of these days. Items about which decisions hold on all of them are left out. If oneLevel
// is true, they have no levels of their own.
func (s *subject) continuing(first, last day.Day, oneLevel bool) (items []*newItem) {
	for _, item := range s.items {
		if _, free := s.about(item.ID).LastFree(first, last); !free {
			continue
		}
		next := &newItem{CoverageItem: *item, line: s.lines[item.LineItemID],
			decisions: carried(s.decisions[item.ID], first, last)}
		if oneLevel {
			next.LevelID, next.Edges.Level = nil, nil
		}
		items = append(items, next)
	}
	return items
}

func linesOf(items []*newItem) []*ent.LineItem {
	lines := make([]*ent.LineItem, len(items))
	for i, item := range items {
		lines[i] = item.line
	}
	return lines
}

// successorOf is a coverage that renews another, directly or by others, with the decisions that withdraw it.
type successorOf struct {
	*ent.Coverage
	withdrawals rights.Decisions
}

// successorsOf returns, for each of several coverages, those that renew it, and those that renew these, and so on, that
// are not withdrawn on all of their days. What renews a coverage renews its corrections, too. The number of statements
// grows with the length of these chains, and not with the coverages.
func successorsOf(ctx context.Context, tx store.Tx, list ...*ent.Coverage) (map[gid.ID][]*successorOf, error) {
	// of has the coverage of the list that each other one belongs to: as what it corrects, or as what renews it.
	of, ids := map[gid.ID]gid.ID{}, []gid.ID(nil)
	for corrections := list; len(corrections) > 0; {
		var before []gid.ID
		for _, c := range corrections {
			if of[c.ID] == 0 {
				of[c.ID] = c.ID
			}
			if ids = append(ids, c.ID); c.ReplacesID != nil {
				of[*c.ReplacesID], before = of[c.ID], append(before, *c.ReplacesID)
			}
		}
		corrections = nil
		if len(before) > 0 {
			rows, err := tx.Client().Coverage.Query().Where(store.KeyIn(coverage.FieldID, before)).All(ctx)
			if err != nil {
				return nil, fmt.Errorf("read what coverages correct: %w", err)
			}
			corrections = rows
		}
	}
	live := map[gid.ID][]*successorOf{}
	for seen := map[gid.ID]bool{}; len(ids) > 0; {
		rows, err := tx.Client().Coverage.Query().Where(store.KeyIn(coverage.FieldRenewsID, ids)).
			Order(ent.Asc(coverage.FieldID)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read the successors of coverages: %w", err)
		}
		ids = nil
		for _, row := range rows {
			if !seen[row.ID] {
				seen[row.ID], ids = true, append(ids, row.ID)
				of[row.ID] = of[*row.RenewsID]
			}
		}
		about, err := rights.DecisionsAbout(ctx, tx, ids...)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			withdrawn := withdrawals(about[row.ID])
			if origin := of[*row.RenewsID]; !isRuledOut(withdrawn, row) {
				live[origin] = append(live[origin], &successorOf{row, withdrawn})
			}
		}
	}
	return live, nil
}

// level sets a level, if one is given, and refuses one that is missing or newly named and retired. field is its path in
// the input.
func (r *refusals) level(ctx context.Context, tx store.Tx, field string, id **gid.ID, row **ent.CoverageLevel,
	level *gid.ID) error {
	if level == nil {
		return nil
	}
	found, err := readLevel(ctx, tx, *level)
	switch {
	case err != nil:
		return err
	case found == nil:
		r.Add(fault.Missing(field, "CoverageLevel", *level))
		return nil
	case found.RetiredAt != nil && orZero(*id) != found.ID:
		r.Add(fault.New(catalog.Retired, field, "{name} is retired.",
			"Name another one, or send retired: false in the mutation that changes it.",
			fault.With("name", value.OfReference(found.ID, found.Code))))
		return nil
	}
	*id, *row = &found.ID, found
	return nil
}

// readLevel reads a coverage level; nil if there is none.
func readLevel(ctx context.Context, tx store.Tx, id gid.ID) (*ent.CoverageLevel, error) {
	row, err := tx.Client().CoverageLevel.Query().Where(coveragelevel.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", id, err)
	}
	return row, nil
}

// paid is an amount of money in minor units.
type paid struct {
	minor    int64
	currency string
}

// prices reads the prices of items of a coverage.
func (r *refusals) prices(c *subject, list []ItemPrice) (map[gid.ID]paid, error) {
	if n := len(list); n > maxPrices {
		r.Add(fault.LongList("input.prices", maxPrices, n))
		return nil, nil
	}
	prices := make(map[gid.ID]paid, len(list))
	for i, p := range list {
		field := "input.prices." + strconv.Itoa(i)
		if !slices.ContainsFunc(c.items, func(item *ent.CoverageItem) bool { return item.ID == p.Item }) {
			r.Add(fault.Missing(field+".coverageItem", "CoverageItem", p.Item))
			continue
		}
		if _, twice := prices[p.Item]; twice {
			r.Add(fault.Bad(field+".coverageItem", "The list names {id} twice.", "Name it once.",
				fault.With("id", value.OfReference(p.Item, ""))))
			continue
		}
		minor, err := catalog.MinorOf(field+".price", p.Amount, p.Currency)
		if err := r.AddIf(err); err != nil {
			return nil, err
		}
		prices[p.Item] = paid{minor, p.Currency}
	}
	return prices, nil
}
