package coverage

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverageitem"
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

// Term is a new term of a line. Its part number may sell coverage along.
type Term struct {
	// Line is locked, and is as it is with the new term.
	Line       *ent.LineItem
	PartNumber *catalog.Sold
	First      day.Day
	// Last is nil if the right has no end.
	Last  *day.Day
	Order Order
}

// Renew adds the coverages that are sold along with new terms, in the transaction of the change that adds the terms.
// Each covers all of its line on the days of the term, and renews that coverage of the line, of the same kind, that
// lasts longest into the term without a gap, or else that ended last before it; it begins after that one. Holds and
// suspensions of the renewed coverage that hold on some of the days are recorded anew. Lines that one coverage covered
// are covered by one successor if their terms have the same days. Renew returns the id of the coverage of each term, or
// 0: if none is sold along, or if the line is covered as long already, of which it warns with COVERAGE_LASTS.
//
// dryRun says that the change is not kept: then it does not tell the activation ids that Muniment makes up.
func Renew(ctx context.Context, tx store.Tx, done *change.Record, terms []Term, dryRun bool) ([]gid.ID, error) {
	known, err := coveragesOf(ctx, tx, terms)
	if err != nil {
		return nil, err
	}
	ids := make([]gid.ID, len(terms))
	var list []*newCoverage
	for i := range terms {
		if terms[i].PartNumber.CoverageKind == nil {
			continue
		}
		first, last, before := known.next(done, &terms[i])
		if last < first {
			continue
		}
		s := known.successorFor(&list, &terms[i], before, first, last)
		if s.label = s.ActivationID; before == nil && dryRun {
			s.label = ""
		}
		s.add(known, &terms[i], before)
		ids[i] = s.ID
	}
	if err := create(ctx, tx, done, list...); err != nil {
		return nil, err
	}
	for _, s := range list {
		WarnOfOverhang(done, s.EndsOn, linesOf(s.items)...)
	}
	return ids, nil
}

// covering are the items that lines have in coverages, and the decisions about both.
type covering struct {
	items     map[gid.ID][]*ent.CoverageItem
	decisions map[gid.ID][]*ent.Decision
}

// coveragesOf reads what covers the lines of terms with which coverage is sold.
func coveragesOf(ctx context.Context, tx store.Tx, terms []Term) (*covering, error) {
	known := &covering{items: map[gid.ID][]*ent.CoverageItem{}}
	var lines []int64
	for i := range terms {
		if terms[i].PartNumber.CoverageKind != nil {
			lines = append(lines, int64(terms[i].Line.ID))
		}
	}
	if len(lines) == 0 {
		return known, nil
	}
	items, err := tx.Client().CoverageItem.Query().Where(store.KeyIn(coverageitem.FieldLineItemID, lines)).
		Order(ent.Asc(coverageitem.FieldID)).WithCoverage().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read what covers lines: %w", err)
	}
	var subjects []gid.ID
	for _, item := range items {
		known.items[item.LineItemID] = append(known.items[item.LineItemID], item)
		subjects = append(subjects, item.ID, item.CoverageID)
		if header := item.Edges.Coverage.EntitlementID; header != nil {
			subjects = append(subjects, *header)
		}
	}
	slices.Sort(subjects)
	known.decisions, err = decisionsAbout(ctx, tx, slices.Compact(subjects))
	return known, err
}

// ruling returns the decisions with which an item covers nothing. Holds and suspensions are none: what is held goes on
// afterwards. A draft and a test cover nothing that is live.
func (k *covering) ruling(item *ent.CoverageItem) (list rights.Decisions) {
	for _, id := range []gid.ID{item.ID, item.CoverageID, orZero(item.Edges.Coverage.EntitlementID)} {
		for _, d := range k.decisions[id] {
			if d.Kind != vocabulary.DecisionOnHold && d.Kind != vocabulary.DecisionSuspended {
				list = append(list, rights.Decided{Kind: d.Kind, First: d.StartsOn, Last: d.EndsOn})
			}
		}
	}
	return list
}

// endingBy returns the last day, up to one, on which an item covers its line. The second result is false if there is
// none.
func (k *covering) endingBy(item *ent.CoverageItem, last day.Day) (day.Day, bool) {
	c := item.Edges.Coverage
	return k.ruling(item).LastFree(orBeginning(c.StartsOn), min(c.EndsOn, last))
}

// lasting returns the last day up to which an item covers its line without a gap from a day on. The second result is
// false if it does not cover that day.
func (k *covering) lasting(item *ent.CoverageItem, on day.Day) (day.Day, bool) {
	c, ruling := item.Edges.Coverage, k.ruling(item)
	if on < orBeginning(c.StartsOn) || c.EndsOn < on || ruling.On(on) != nil {
		return 0, false
	}
	return ruling.FreeUntil(on, c.EndsOn), true
}

// next returns the days of the coverage that is sold along with a term, and the item of the coverage that it renews,
// which is nil if there is none. If the line is covered as long already, it warns, and the last day is before the
// first.
//
// Only coverage that lasts into the term counts: what covers the first day of the term and, without a gap, the days
// after it. What begins later was sold for itself, or is left from a term that was voided; the days of the term are
// paid all the same.
func (k *covering) next(done *change.Record, t *Term) (first, last day.Day, before *ent.CoverageItem) {
	first, last = t.First, t.PartNumber.CoveredUntil(&t.First, t.Last)
	var same []*ent.CoverageItem
	for _, item := range k.items[t.Line.ID] {
		if item.Edges.Coverage.Kind == *t.PartNumber.CoverageKind {
			same = append(same, item)
		}
	}
	covered := first - 1
	for again := true; again && covered < day.Forever; {
		again = false
		on := covered + 1
		for _, item := range same {
			if until, lasts := k.lasting(item, on); lasts && until >= covered {
				covered, before, again = until, item, true
			}
		}
	}
	if before == nil {
		for _, item := range same {
			if until, is := k.endingBy(item, first-1); is && (before == nil || until >= covered) {
				covered, before = until, item
			}
		}
	}
	switch {
	case before == nil:
	case covered >= last:
		done.Warn("COVERAGE_LASTS", "The coverage {coverage} of {lineItem} lasts as long already, so that the one "+
			"that is sold along is not added.",
			fault.With("coverage", value.OfReference(before.CoverageID, before.Edges.Coverage.ActivationID)),
			fault.With("lineItem", value.OfReference(t.Line.ID, t.Line.ActivationID)))
		return last + 1, last, before
	case covered+1 < first:
		done.Warn("COVERAGE_GAP", "Nothing is covered by the coverage of {lineItem} from {from} to {to}.",
			fault.With("lineItem", value.OfReference(t.Line.ID, t.Line.ActivationID)),
			fault.With("from", value.OfDay(covered+1)), fault.With("to", value.OfDay(first-1)))
	default:
		first = covered + 1
	}
	return first, last, before
}

// successorFor returns the coverage in which a line is covered: one that is in the list, if it has the same days and
// renews the same, or a new one.
func (k *covering) successorFor(list *[]*newCoverage, t *Term, before *ent.CoverageItem,
	first, last day.Day) *newCoverage {
	c := &ent.Coverage{AccountID: t.Line.AccountID, EntitlementID: &t.Line.EntitlementID,
		ProductLineID: t.Line.ProductLineID, PartNumberID: &t.PartNumber.ID, LevelID: t.PartNumber.CoverageLevelID,
		Kind: *t.PartNumber.CoverageKind, StartsOn: &first, EndsOn: last, OrderID: t.Order.Number,
		OrderLine: t.Order.Line, Visible: t.Line.Visible}
	c.Edges.Level = t.PartNumber.Edges.CoverageLevel
	if before == nil {
		c.ActivationID = rights.NewActivationID()
	} else {
		was := before.Edges.Coverage
		c.RenewsID, c.ActivationID = &was.ID, was.ActivationID
		c.EntitlementID, c.Visible = was.EntitlementID, was.Visible
		for _, s := range *list {
			if orZero(s.RenewsID) == before.CoverageID && *s.StartsOn == first && s.EndsOn == last &&
				*s.PartNumberID == t.PartNumber.ID && s.OrderID == c.OrderID && s.OrderLine == c.OrderLine {
				return s
			}
		}
	}
	c.ID = gid.New(gid.Coverage, c.AccountID.Locality())
	s := &newCoverage{Coverage: c}
	if before != nil {
		s.decisions = k.held(before.CoverageID, first, last)
	}
	*list = append(*list, s)
	return s
}

// held returns the holds and suspensions of a subject that hold on some of the days.
func (k *covering) held(of gid.ID, first, last day.Day) []rights.NewDecision {
	kept := slices.DeleteFunc(slices.Clone(k.decisions[of]), func(d *ent.Decision) bool {
		return d.Kind != vocabulary.DecisionOnHold && d.Kind != vocabulary.DecisionSuspended
	})
	return carried(kept, first, last)
}

// add adds a line to a coverage.
func (s *newCoverage) add(k *covering, t *Term, before *ent.CoverageItem) {
	item := &newItem{CoverageItem: ent.CoverageItem{LineItemID: t.Line.ID}, line: t.Line}
	if before != nil {
		item.decisions = k.held(before.ID, *s.StartsOn, s.EndsOn)
	}
	s.items = append(s.items, item)
}
