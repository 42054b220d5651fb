package entitlement

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// An account gets a trial of a product once in 180 days. Whoever lets a trial begin, or lets it begin on another day,
// asks here.

// trialEvery is how many days after the first day of a trial another one of the same product may begin.
const trialEvery = 180

// Trials says on which days trials of an account begin, by their products.
type Trials map[gid.ID][]day.Day

// ReadTrials reads the trials that an account has, or had, of products, on those of its lines that meet the conditions.
// The account must be locked, so that two trials that are granted at once are counted. Those of drafts and tests do not
// count. A trial that was amended or prolonged began with its first period, and one that waits for its activation
// counts from the day on which it was recorded.
func ReadTrials(ctx context.Context, tx store.Tx, account gid.ID, today day.Day, products []gid.ID,
	on ...predicate.LineItem) (Trials, error) {
	found := Trials{}
	if len(products) == 0 {
		return found, nil
	}
	lines, err := tx.Client().LineItem.Query().Where(lineitem.AccountID(account), lineitem.ProductIDIn(products...)).
		Where(on...).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the line items of the products: %w", err)
	}
	of, keys := map[gid.ID]*ent.LineItem{}, make([]int64, len(lines))
	for i, l := range lines {
		of[l.ID], keys[i] = l, int64(l.ID)
	}
	periods, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, keys),
		period.TermEQ(vocabulary.TermTrial)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the trials: %w", err)
	}
	var subjects []gid.ID
	for _, p := range periods {
		subjects = append(subjects, p.ID, of[p.LineItemID].EntitlementID)
	}
	slices.Sort(subjects)
	decisions, err := DecisionsAbout(ctx, tx, slices.Compact(subjects)...)
	if err != nil {
		return nil, err
	}
	ofLine := map[gid.ID][]PeriodFact{}
	for _, p := range periods {
		ofLine[p.LineItemID] = append(ofLine[p.LineItemID], FactOf(p, decisions[p.ID]))
	}
	for id, list := range ofLine {
		line := of[id]
		if first, began := trialBegan(decisions[line.EntitlementID], list, today); began {
			found[line.ProductID] = append(found[line.ProductID], first)
		}
	}
	return found, nil
}

// trialBegan returns the first day of the trial of a line; false if the line has none that counts. header are the
// decisions about its entitlement.
func trialBegan(header Decisions, periods []PeriodFact, today day.Day) (first day.Day, began bool) {
	if slices.ContainsFunc(header, func(d Decided) bool { // also if it is withdrawn, too
		return d.Holds(today) && (d.Kind == vocabulary.DecisionDraft || d.Kind == vocabulary.DecisionTest)
	}) {
		return 0, false
	}
	for i := range periods {
		p := &periods[i]
		since := day.Local(p.Recorded.Time())
		if p.First != nil {
			since = *p.First
		}
		// One that was voided, or withdrawn from its first day on, does not count.
		if _, free := p.Decisions.LastFree(since, day.Latest); p.Trial && free && (!began || since < first) {
			first, began = since, true
		}
	}
	return first, began
}

// Grant refuses a trial that begins less than 180 days after another one, or before it, and counts it otherwise. field
// is the path of the input that asks for it.
func (t Trials) Grant(field string, product *ent.Product, first day.Day) *fault.Error {
	again, taken := t.taken(product.ID, first)
	if !taken {
		t[product.ID] = append(t[product.ID], first)
		return nil
	}
	return fault.New(TrialUsed, field, "The account has a trial of {product} that begins less than {days} days from "+
		"{startsOn}.", "Grant another term, or another trial from {again} on.",
		fault.With("product", value.OfReference(product.ID, catalog.LabelOfProduct(product))),
		fault.WithNumber("days", trialEvery), fault.With("startsOn", value.OfDay(first)),
		fault.With("again", value.OfDay(again)))
}

// taken tells whether a trial of a product begins too close to a day. again is the first day from then on on which
// another one may begin.
func (t Trials) taken(product gid.ID, first day.Day) (again day.Day, is bool) {
	again = first
	for _, other := range slices.Sorted(slices.Values(t[product])) { // a day after one may be too close to the next
		if other-trialEvery < again && again < other+trialEvery {
			again = other + trialEvery
		}
	}
	return again, again != first
}

// checkTrial refuses a correction by which the trial of the line begins too close to another one of the account, unless
// it did so before.
func (c *lineChange) checkTrial(ctx context.Context, wrong *fault.List, old, fresh *ent.Period) error {
	if old.Term != vocabulary.TermTrial || compareFirst(old.StartsOn, fresh.StartsOn) == 0 {
		return nil
	}
	corrected := slices.Clone(c.facts.Periods)
	for i := range corrected {
		if corrected[i].ID == old.ID {
			corrected[i] = FactOf(fresh, corrected[i].Decisions)
		}
	}
	was, had := trialBegan(c.facts.Header, c.facts.Periods, c.today)
	is, has := trialBegan(c.facts.Header, corrected, c.today)
	if !has || had && was == is {
		return nil
	}
	if _, err := c.tx.Client().Account.Query().Where(account.ID(c.line.AccountID), store.Locked).
		OnlyID(ctx); err != nil {
		return fmt.Errorf("lock the account: %w", err)
	}
	product, err := c.tx.Client().Product.Get(ctx, c.line.ProductID)
	if err != nil {
		return fmt.Errorf("read the product of %s: %w", c.line.ID, err)
	}
	others, err := ReadTrials(ctx, c.tx, c.line.AccountID, c.today, []gid.ID{product.ID}, lineitem.IDNEQ(c.line.ID))
	if err != nil {
		return err
	}
	if _, before := others.taken(product.ID, was); !had || !before {
		wrong.Add(others.Grant("input.startsOn", product, is))
	}
	return nil
}
