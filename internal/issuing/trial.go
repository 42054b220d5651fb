package issuing

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// trialEvery is how many days after the first day of a trial another one of the same product may begin.
const trialEvery = 180

// trials says on which days trials of an account begin, by their products. Its account is locked, so that two trials
// that are granted at once are counted.
type trials map[gid.ID][]day.Day

// readTrials reads the trials that an account has, or had, of products: those of drafts and tests do not count, and
// those of the entitlement without are left out. A trial that was amended or prolonged began with its first period, and
// one that waits for its activation counts from the day on which it was recorded.
func readTrials(ctx context.Context, tx store.Tx, account, without gid.ID, today day.Day, products []gid.ID) (
	trials, error) {
	found := trials{}
	if len(products) == 0 {
		return found, nil
	}
	lines, err := tx.Client().LineItem.Query().Where(lineitem.AccountID(account), lineitem.ProductIDIn(products...),
		lineitem.EntitlementIDNEQ(without)).All(ctx)
	if err != nil {
		return nil, wrap("read the line items of the products", err)
	}
	of, keys := map[gid.ID]*ent.LineItem{}, make([]int64, len(lines))
	for i, l := range lines {
		of[l.ID], keys[i] = l, int64(l.ID)
	}
	periods, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, keys),
		period.TermEQ(vocabulary.TermTrial)).All(ctx)
	if err != nil {
		return nil, wrap("read the trials", err)
	}
	var subjects []gid.ID
	for _, p := range periods {
		subjects = append(subjects, p.ID, of[p.LineItemID].EntitlementID)
	}
	slices.Sort(subjects)
	decisions, err := entitlement.DecisionsAbout(ctx, tx, slices.Compact(subjects)...)
	if err != nil {
		return nil, err
	}
	began := map[gid.ID]day.Day{}
	for _, p := range periods {
		line := of[p.LineItemID]
		header := decisions[line.EntitlementID].On(today)
		if header != nil && (*header == vocabulary.DecisionDraft || *header == vocabulary.DecisionTest) {
			continue
		}
		first := day.Local(p.CreatedAt.Time())
		if p.StartsOn != nil {
			first = *p.StartsOn
		}
		if _, free := decisions[p.ID].LastFree(first, day.Latest); !free {
			continue // voided, or withdrawn from its first day on
		}
		if earlier, known := began[line.ID]; !known || first < earlier {
			began[line.ID] = first
		}
	}
	for id, first := range began {
		found[of[id].ProductID] = append(found[of[id].ProductID], first)
	}
	return found, nil
}

// grant refuses a trial that begins less than trialEvery days after another one, or before it, and counts it otherwise.
func (t trials) grant(field string, product *ent.Product, first day.Day) *fault.Error {
	again := day.Beginning
	for _, other := range t[product.ID] {
		if other-trialEvery < first && first < other+trialEvery {
			again = max(again, other+trialEvery)
		}
	}
	if again == day.Beginning {
		t[product.ID] = append(t[product.ID], first)
		return nil
	}
	return fault.New(TrialUsed, field, "The account has a trial of {product} that begins less than {days} days from "+
		"{startsOn}.", "Grant another term, or another trial from {again} on.",
		fault.With("product", value.OfReference(product.ID, catalog.LabelOfProduct(product))),
		fault.WithNumber("days", trialEvery), fault.With("startsOn", value.OfDay(first)),
		fault.With("again", value.OfDay(again)))
}

// checkTrials refuses lines by which the account would get a second trial of a product too early.
func (s *Service) checkTrials(ctx context.Context, tx store.Tx, o *Order, lines []*line, wrong *refusals) error {
	var products []gid.ID
	for _, l := range lines {
		if l.isTrial() {
			products = append(products, l.sold.Product.ID)
		}
	}
	given, err := readTrials(ctx, tx, o.Account, 0, s.today(), products)
	if err != nil {
		return err
	}
	for i, l := range lines {
		if l.isTrial() {
			wrong.add(given.grant(at(i, "partNumber"), l.sold.Product, l.from))
		}
	}
	return nil
}

// isTrial tells whether a line without gaps grants a trial.
func (l *line) isTrial() bool {
	return l.terms != nil && l.sold.Product != nil && *l.sold.Term == vocabulary.TermTrial
}
