package coverage

import (
	"context"
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
// replacement. The outcome has the ids of the replacement
// and of the coverage. It returns ALREADY_CORRECTED, COVERAGE_WITHDRAWN, TERM_UNDATED, NOTHING_TO_CORRECT, RETIRED,
// BAD_INPUT, BAD_RANGE or NOT_FOUND, and warns with COVERAGE_OVERHANG.
func (s *Service) Correct(ctx context.Context, r change.Request, k Correction) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, CorrectRule(r.Reason, k))
}

// CorrectRule is the rule of Service.Correct, for a change that corrects among other things.
func CorrectRule(reason string, k Correction) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		c, err := lockCoverage(ctx, tx, "input.coverage", rights.Wanted{Coverages: []gid.ID{k.Coverage}})
		if err != nil {
			return err
		}
		var wrong refusals
		wrong.Reason(reason)
		wrong.order("input.order", k.Order)
		if err := wrong.corrected(ctx, tx, c); err != nil {
			return err
		}
		meant := *c.Coverage
		if k.WithoutLevel && k.Level != nil {
			wrong.Add(fault.Bad("input.withoutLevel", "A level is given, too.", "Give one of them."))
		}
		if err := wrong.level(ctx, tx, "input.level", &meant.LevelID, &meant.Edges.Level, k.Level); err != nil {
			return err
		}
		if k.StartsOn != nil || k.EndsOn != nil || k.Perpetual != nil {
			wrong.undated("input.coverage", c)
		}
		wrong.days(&meant, k)
		if err := wrong.place(ctx, tx, c, &meant); err != nil {
			return err
		}
		k.apply(&meant)
		items := c.copied()
		differ, err := wrong.items(ctx, tx, items, k.Items)
		if err != nil {
			return err
		}
		if len(wrong.List) == 0 && !differ &&
			len(change.Difference(attributesOf(c.Coverage), attributesOf(&meant))) == 0 {
			wrong.Add(fault.New(NothingToCorrect, "input", "The coverage was recorded like this.",
				"Give what was meant instead."))
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		decisions := carried(c.decisions[c.ID], day.Beginning, day.Forever)
		void := withdrawal(c.AccountID, c.ID, day.Beginning, day.Forever, reason)
		void.Voids = true
		if err := decide(ctx, tx, done, c.ActivationID, void); err != nil {
			return err
		}
		meant.ReplacesID, meant.Decided = &c.ID, false
		WarnOfOverhang(done, meant.EndsOn, linesOf(items)...)
		if err := create(ctx, tx, done, &meant, items, decisions); err != nil {
			return err
		}
		if err := pointOn(ctx, tx, done, c.Coverage, &meant); err != nil {
			return err
		}
		done.Result(meant.ID, c.ID)
		return nil
	}
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
		r.beyond("input.endsOn", meant.EndsOn)
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

// corrected refuses a coverage that was corrected, or that is withdrawn on every day.
func (r *refusals) corrected(ctx context.Context, tx store.Tx, c *subject) error {
	by, err := tx.Client().Coverage.Query().Where(coverage.ReplacesID(c.ID)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
	case err != nil:
		return fmt.Errorf("read the correction of %s: %w", c.ID, err)
	default:
		r.Add(fault.New(AlreadyCorrected, "input.coverage", "The coverage {replacement} corrects this one already.",
			"Correct that one.", fault.With("replacement", value.OfReference(by.ID, by.ActivationID))))
		return nil
	}
	if isRuledOut(withdrawals(c.about(c.ID)), c.Coverage) {
		r.Add(fault.New(Withdrawn, "input.coverage", "The coverage {coverage} is withdrawn.", "Name another coverage.",
			fault.With("coverage", c.reference())))
	}
	return nil
}

// IsWithdrawn tells whether a coverage is withdrawn on all its days, so that it cannot be corrected. One that was
// corrected before is.
func IsWithdrawn(ctx context.Context, tx store.Tx, c *ent.Coverage) (bool, error) {
	about, err := rights.DecisionsAbout(ctx, tx, c.ID)
	if err != nil {
		return false, fmt.Errorf("read the decisions about %s: %w", c.ID, err)
	}
	return isRuledOut(withdrawals(about[c.ID]), c), nil
}

// isRuledOut tells whether decisions hold on all days of a coverage.
func isRuledOut(decisions rights.Decisions, c *ent.Coverage) bool {
	_, free := decisions.LastFree(orBeginning(c.StartsOn), c.EndsOn)
	return !free
}
