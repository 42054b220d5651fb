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
// ends last; it begins after that one. Holds and suspensions of the renewed coverage that hold on some of the days
// are recorded anew. Lines that one coverage covered are covered by one successor if their terms have the same days.
// Renew returns the id of the coverage of each term, or 0: if none is sold along, or if the line is covered as long
// already, of which it warns with COVERAGE_LASTS.
//
// dryRun says that the change is not kept: then it does not tell the activation ids that Muniment makes up.
func Renew(ctx context.Context, tx store.Tx, done *change.Record, terms []Term, dryRun bool) ([]gid.ID, error) {
	known, err := coveragesOf(ctx, tx, terms)
	if err != nil {
		return nil, err
	}
	ids := make([]gid.ID, len(terms))
	var list []*successor
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
	return ids, storeSuccessors(ctx, tx, done, list)
}

// successor is a coverage that is sold along with terms of one or more lines.
type successor struct {
	*ent.Coverage
	// label is its activation id; "" if that is not told.
	label     string
	items     []*newItem
	decisions []rights.NewDecision
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

// until returns the last day on which an item covers its line and neither it nor its coverage is withdrawn. The second
// result is false if there is none: a draft and a test cover nothing that is live.
func (k *covering) until(item *ent.CoverageItem) (day.Day, bool) {
	c := item.Edges.Coverage
	var list rights.Decisions
	for _, id := range []gid.ID{item.ID, c.ID, orZero(c.EntitlementID)} {
		for _, d := range k.decisions[id] {
			if d.Kind != vocabulary.DecisionOnHold && d.Kind != vocabulary.DecisionSuspended {
				list = append(list, rights.Decided{Kind: d.Kind, First: d.StartsOn, Last: d.EndsOn})
			}
		}
	}
	return list.LastFree(orBeginning(c.StartsOn), c.EndsOn)
}

// next returns the days of the coverage that is sold along with a term, and the item of the coverage that it renews,
// which is nil if there is none. If the line is covered as long already, it warns, and the last day is before the
// first.
func (k *covering) next(done *change.Record, t *Term) (first, last day.Day, before *ent.CoverageItem) {
	first, last = t.First, t.PartNumber.CoveredUntil(&t.First, t.Last)
	covered := day.Beginning
	for _, item := range k.items[t.Line.ID] {
		if until, free := k.until(item); free && item.Edges.Coverage.Kind == *t.PartNumber.CoverageKind &&
			(before == nil || until >= covered) {
			covered, before = until, item
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
		warnOfGap(done, covered+1, first-1)
	default:
		first = covered + 1
	}
	return first, last, before
}

// successorFor returns the coverage in which a line is covered: one that is in the list, if it has the same days and
// renews the same, or a new one.
func (k *covering) successorFor(list *[]*successor, t *Term, before *ent.CoverageItem, first, last day.Day) *successor {
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
	s := &successor{Coverage: c}
	if before != nil {
		s.decisions = k.held(before.CoverageID, c.ID, first, last)
	}
	*list = append(*list, s)
	return s
}

// held returns the holds and suspensions of one subject that hold on some of the days, for another one.
func (k *covering) held(of, by gid.ID, first, last day.Day) []rights.NewDecision {
	kept := slices.DeleteFunc(slices.Clone(k.decisions[of]), func(d *ent.Decision) bool {
		return d.Kind != vocabulary.DecisionOnHold && d.Kind != vocabulary.DecisionSuspended
	})
	decisions := carried(kept, first, last)
	for i := range decisions {
		decisions[i].Subject = by
	}
	return decisions
}

// add adds a line to a coverage.
func (s *successor) add(k *covering, t *Term, before *ent.CoverageItem) {
	item := &newItem{CoverageItem: ent.CoverageItem{ID: gid.New(gid.CoverageItem, s.AccountID.Locality()),
		AccountID: s.AccountID, CoverageID: s.ID, LineItemID: t.Line.ID}, line: t.Line}
	if before != nil {
		item.decisions = k.held(before.ID, item.ID, *s.StartsOn, s.EndsOn)
	}
	s.items = append(s.items, item)
}

// storeSuccessors stores coverages with their items, and notes them.
func storeSuccessors(ctx context.Context, tx store.Tx, done *change.Record, list []*successor) error {
	c, now := tx.Client(), done.Now()
	for part := range slices.Chunk(list, itemsAtOnce) {
		rows := make([]*ent.CoverageCreate, len(part))
		for i, s := range part {
			rows[i] = c.Coverage.Create().SetID(s.ID).SetAccountID(s.AccountID).
				SetNillableEntitlementID(s.EntitlementID).SetProductLineID(s.ProductLineID).
				SetNillablePartNumberID(s.PartNumberID).SetNillableLevelID(s.LevelID).
				SetNillableRenewsID(s.RenewsID).SetActivationID(s.ActivationID).SetKind(s.Kind).
				SetNillableStartsOn(s.StartsOn).SetEndsOn(s.EndsOn).SetPerpetual(false).SetOrderID(s.OrderID).
				SetOrderLine(s.OrderLine).SetVisible(s.Visible).SetCreatedAt(now).SetUpdatedAt(now)
		}
		if err := c.Coverage.CreateBulk(rows...).Exec(ctx); err != nil {
			return fmt.Errorf("create coverages: %w", err)
		}
	}
	var items []*newItem
	for _, s := range list {
		items = append(items, s.items...)
	}
	for part := range slices.Chunk(items, itemsAtOnce) {
		rows := make([]*ent.CoverageItemCreate, len(part))
		for i, item := range part {
			rows[i] = c.CoverageItem.Create().SetID(item.ID).SetAccountID(item.AccountID).
				SetCoverageID(item.CoverageID).SetLineItemID(item.LineItemID)
		}
		if err := c.CoverageItem.CreateBulk(rows...).Exec(ctx); err != nil {
			return fmt.Errorf("create coverage items: %w", err)
		}
	}
	for _, s := range list {
		if err := s.note(ctx, tx, done); err != nil {
			return err
		}
	}
	return nil
}

// note notes a coverage and its items, and records the decisions about them.
func (s *successor) note(ctx context.Context, tx store.Tx, done *change.Record) error {
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "CoverageCreated", Account: s.AccountID,
		Subject: s.ID, Label: s.label, Fields: change.Difference(nil, attributesOf(s.Coverage))})
	lines := make([]*ent.LineItem, len(s.items))
	for i, item := range s.items {
		lines[i] = item.line
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "CoverageItemCreated", Account: s.AccountID,
			Subject: item.ID, Label: item.line.ActivationID, Fields: change.Difference(nil, item.attributes(nil))})
		if len(item.decisions) > 0 {
			if err := decide(ctx, tx, done, item.line.ActivationID, item.decisions...); err != nil {
				return err
			}
		}
	}
	WarnOfOverhang(done, s.EndsOn, lines...)
	if len(s.decisions) == 0 {
		return nil
	}
	return decide(ctx, tx, done, s.label, s.decisions...)
}
