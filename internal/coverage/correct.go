package coverage

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Correction says what was meant when a coverage was recorded. What is nil was recorded rightly.
type Correction struct {
	Coverage         gid.ID
	StartsOn, EndsOn *day.Day
	Perpetual        *bool
	Kind             *vocabulary.CoverageKind
	Level            *gid.ID
	// WithoutLevel says that the coverage has no level.
	WithoutLevel bool
	Order        *Order
	Items        []ItemCorrection
}

// ItemCorrection says what was meant when an item of a coverage was recorded. What is nil was recorded rightly.
type ItemCorrection struct {
	Item gid.ID
	// Quantity is how much of the line is covered, in its unit, as the client wrote it.
	Quantity *string
	// All says that all of the line is covered.
	All   bool
	Level *gid.ID
	// WithoutLevel says that the item has the level of the coverage.
	WithoutLevel bool
}

// maxItems is the maximum number of items of one correction.
const maxItems = 1000

// Correct voids a coverage, which then holds on no day, and adds its replacement with the same items. The decisions
// about the coverage and its items are recorded about the replacement, too, and what renews the coverage renews the
// replacement. The outcome has the ids of the replacement and of the coverage. It returns ALREADY_CORRECTED,
// COVERAGE_WITHDRAWN, TERM_UNDATED, NOTHING_TO_CORRECT, RETIRED, BAD_INPUT, BAD_RANGE or NOT_FOUND, and warns with
// COVERAGE_OVERHANG.
func (s *Service) Correct(ctx context.Context, r change.Request, k Correction) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		b, err := correctCoverages(ctx, tx, r.Reason, k.Coverage)
		if err != nil {
			return err
		}
		id, err := b.add(ctx, k)
		if err != nil {
			return err
		}
		done.Result(id, k.Coverage)
		return b.write(ctx, done)
	})
}

// CorrectAll corrects coverages, each once, in the transaction of another change. It returns the refusals of each
// correction, in the order of the list; if there are any, nothing is corrected. The number of statements does not grow
// with the coverages, except that each level and each quantity of an item that is given is checked with one.
func CorrectAll(ctx context.Context, tx store.Tx, done *change.Record, reason string, list []Correction) (
	refused []error, err error) {
	ids := make([]gid.ID, len(list))
	for i := range list {
		ids[i] = list[i].Coverage
	}
	b, err := correctCoverages(ctx, tx, reason, ids...)
	if err != nil {
		return nil, err
	}
	refused = make([]error, len(list))
	for i := range list {
		if _, refused[i] = b.add(ctx, list[i]); refused[i] != nil && change.Refusals(refused[i]) == nil {
			return nil, refused[i]
		}
	}
	if errors.Join(refused...) != nil {
		return refused, nil
	}
	return refused, b.write(ctx, done)
}

// corrections are corrections of coverages that are written together.
type corrections struct {
	tx       store.Tx
	reason   string
	subjects map[gid.ID]*subject
	// replacedBy are the corrections of the coverages that were made before, renews is what they renew, and renewedBy
	// what renews them.
	replacedBy map[gid.ID]*ent.Coverage
	renews     map[gid.ID]*ent.Coverage
	renewedBy  map[gid.ID][]*successorOf
	list       []*correction
}

// correction is a coverage that was recorded wrongly, and its replacement.
type correction struct {
	*subject
	meant *newCoverage
}

// correctCoverages locks coverages that are to be corrected, and reads what tells whether they may be.
func correctCoverages(ctx context.Context, tx store.Tx, reason string, ids ...gid.ID) (*corrections, error) {
	subjects, err := lockCoverages(ctx, tx, rights.Wanted{Coverages: ids})
	if err != nil {
		return nil, err
	}
	b := &corrections{tx: tx, reason: reason, subjects: subjects, replacedBy: map[gid.ID]*ent.Coverage{}}
	made, err := tx.Client().Coverage.Query().Where(store.KeyIn(coverage.FieldReplacesID, ids)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the corrections of coverages: %w", err)
	}
	for _, c := range made {
		b.replacedBy[*c.ReplacesID] = c
	}
	rows := make([]*ent.Coverage, 0, len(subjects))
	for _, s := range subjects {
		rows = append(rows, s.Coverage)
	}
	if b.renews, err = predecessorsOf(ctx, tx, rows...); err != nil {
		return nil, err
	}
	b.renewedBy, err = successorsOf(ctx, tx, rows...)
	return b, err
}

// add adds a correction, and returns the id of the replacement, or refuses it.
func (b *corrections) add(ctx context.Context, k Correction) (gid.ID, error) {
	c, tx := b.subjects[k.Coverage], b.tx
	if c == nil {
		return 0, fault.Missing("input.coverage", "Coverage", k.Coverage)
	}
	var wrong refusals
	wrong.Reason(b.reason)
	wrong.order("input.order", k.Order)
	wrong.corrected(c, b.replacedBy[c.ID])
	meant := *c.Coverage
	if k.WithoutLevel && k.Level != nil {
		wrong.Add(fault.Bad("input.withoutLevel", "A level is given, too.", "Give one of them."))
	}
	if err := wrong.level(ctx, tx, "input.level", &meant.LevelID, &meant.Edges.Level, k.Level); err != nil {
		return 0, err
	}
	if k.StartsOn != nil || k.EndsOn != nil || k.Perpetual != nil {
		wrong.undated("input.coverage", c)
	}
	wrong.days(&meant, k)
	wrong.place(c, b.renews[c.ID], b.renewedBy[c.ID], &meant)
	k.apply(&meant)
	items := c.copied()
	differ, err := wrong.items(ctx, tx, items, k.Items)
	if err != nil {
		return 0, err
	}
	if len(wrong.List) == 0 && !differ &&
		len(change.Difference(attributesOf(c.Coverage), attributesOf(&meant))) == 0 {
		wrong.Add(fault.New(NothingToCorrect, "input", "The coverage was recorded like this.",
			"Give what was meant instead."))
	}
	if err := wrong.Err(); err != nil {
		return 0, err
	}
	meant.ID, meant.ReplacesID, meant.Decided = gid.New(gid.Coverage, c.AccountID.Locality()), &c.ID, false
	b.list = append(b.list, &correction{c, &newCoverage{Coverage: &meant, label: meant.ActivationID, items: items,
		decisions: carried(c.decisions[c.ID], day.Beginning, day.Forever)}})
	return meant.ID, nil
}

// write voids the coverages, and adds their replacements.
func (b *corrections) write(ctx context.Context, done *change.Record) error {
	var voids []labelled
	var fresh []*newCoverage
	by := map[gid.ID]*ent.Coverage{}
	for _, k := range b.list {
		void := withdrawal(k.AccountID, k.ID, day.Beginning, day.Forever, b.reason)
		void.Voids = true
		voids, fresh = append(voids, labelled{void, k.ActivationID}), append(fresh, k.meant)
		by[k.ID] = k.meant.Coverage
		WarnOfOverhang(done, k.meant.EndsOn, linesOf(k.meant.items)...)
	}
	if err := decideAll(ctx, b.tx, done, voids); err != nil {
		return err
	}
	if err := create(ctx, b.tx, done, fresh...); err != nil {
		return err
	}
	return pointOn(ctx, b.tx, done, by)
}

// items sets what was meant of the items of a coverage, and tells whether that differs from what was recorded.
func (r *refusals) items(ctx context.Context, tx store.Tx, items []*newItem, list []ItemCorrection) (
	differ bool, err error) {
	if n := len(list); n > maxItems {
		r.Add(fault.LongList("input.items", maxItems, n))
		return false, nil
	}
	named := map[gid.ID]bool{}
	for i, k := range list {
		field := "input.items." + strconv.Itoa(i)
		at := slices.IndexFunc(items, func(item *newItem) bool { return item.CoverageItem.ID == k.Item })
		switch {
		case at < 0:
			r.Add(fault.Missing(field+".coverageItem", "CoverageItem", k.Item))
			continue
		case named[k.Item]:
			r.Add(fault.Bad(field+".coverageItem", "The list names {id} twice.", "Name it once.",
				fault.With("id", value.OfReference(k.Item, ""))))
			continue
		case k.All && k.Quantity != nil:
			r.Add(fault.Bad(field+".quantity", "A quantity is given, and all of the line item, too.",
				"Give one of them."))
		case k.WithoutLevel && k.Level != nil:
			r.Add(fault.Bad(field+".withoutLevel", "A level is given, too.", "Give one of them."))
		}
		named[k.Item] = true
		item := items[at]
		was := item.CoverageItem
		if err := r.quantity(ctx, tx, field+".quantity", item, k.Quantity); err != nil {
			return false, err
		}
		if err := r.level(ctx, tx, field+".level", &item.LevelID, &item.Edges.Level, k.Level); err != nil {
			return false, err
		}
		if k.All {
			item.Quantity = nil
		}
		if k.WithoutLevel {
			item.LevelID, item.Edges.Level = nil, nil
		}
		differ = differ || orZero(was.LevelID) != orZero(item.LevelID) ||
			(was.Quantity == nil) != (item.Quantity == nil) || orZero(was.Quantity) != orZero(item.Quantity)
	}
	return differ, nil
}

// apply sets the kind, the order and a missing level, which need no check.
func (k Correction) apply(meant *ent.Coverage) {
	if k.Kind != nil {
		meant.Kind = *k.Kind
	}
	if k.Order != nil {
		meant.OrderID, meant.OrderLine = k.Order.Number, k.Order.Line
	}
	if k.WithoutLevel {
		meant.LevelID, meant.Edges.Level = nil, nil
	}
}

// days sets the days of a corrected coverage.
func (r *refusals) days(meant *ent.Coverage, k Correction) {
	if k.StartsOn != nil {
		meant.StartsOn = k.StartsOn
	}
	perpetual := meant.Perpetual && k.EndsOn == nil
	if k.Perpetual != nil {
		perpetual = *k.Perpetual
	}
	switch {
	case perpetual && k.EndsOn != nil:
		r.Add(fault.Bad("input.endsOn", "A coverage without end has no last day.",
			"Leave the day out, or send perpetual: false."))
	case perpetual:
		meant.EndsOn = day.Forever
	case k.EndsOn != nil:
		meant.EndsOn = *k.EndsOn
		r.Add(fault.EndsTooLate("input.endsOn", meant.EndsOn))
	case meant.Perpetual:
		r.Add(fault.Bad("input.endsOn", "A coverage that is not perpetual has a last day.", "Give the last day."))
	}
	meant.Perpetual = perpetual
	r.Days("input.endsOn", meant.StartsOn, &meant.EndsOn)
}

// copied returns the items of the coverage with all decisions about them.
func (s *subject) copied() []*newItem {
	items := make([]*newItem, len(s.items))
	for i, item := range s.items {
		items[i] = &newItem{CoverageItem: *item, line: s.lines[item.LineItemID],
			decisions: carried(s.decisions[item.ID], day.Beginning, day.Forever)}
	}
	return items
}

// corrected refuses a coverage that was corrected by another one, which is nil if there is none, or that is withdrawn
// on every day.
func (r *refusals) corrected(c *subject, by *ent.Coverage) {
	switch {
	case by != nil:
		r.Add(fault.New(AlreadyCorrected, "input.coverage", "The coverage {replacement} corrects this one already.",
			"Correct that one.", fault.With("replacement", value.OfReference(by.ID, by.ActivationID))))
	case isRuledOut(withdrawals(c.about(c.ID)), c.Coverage):
		r.Add(fault.New(Withdrawn, "input.coverage", "The coverage {coverage} is withdrawn.", "Name another coverage.",
			fault.With("coverage", c.reference())))
	}
}

// WithdrawnOf tells which coverages are withdrawn on all their days, so that they cannot be corrected. Those that were
// corrected before are.
func WithdrawnOf(ctx context.Context, tx store.Tx, list ...*ent.Coverage) (map[gid.ID]bool, error) {
	ids := make([]gid.ID, len(list))
	for i, c := range list {
		ids[i] = c.ID
	}
	about, err := rights.DecisionsAbout(ctx, tx, ids...)
	if err != nil {
		return nil, fmt.Errorf("read the decisions about coverages: %w", err)
	}
	withdrawn := map[gid.ID]bool{}
	for _, c := range list {
		withdrawn[c.ID] = isRuledOut(withdrawals(about[c.ID]), c)
	}
	return withdrawn, nil
}

// isRuledOut tells whether decisions hold on all days of a coverage.
func isRuledOut(decisions rights.Decisions, c *ent.Coverage) bool {
	_, free := decisions.LastFree(orBeginning(c.StartsOn), c.EndsOn)
	return !free
}
