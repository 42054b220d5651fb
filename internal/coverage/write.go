package coverage

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Order is the order from which a coverage came. An unknown part is "".
type Order struct{ Number, Line string }

// newItem is an item of a new coverage.
type newItem struct {
	ent.CoverageItem
	line *ent.LineItem
	// decisions are those about it that are recorded along.
	decisions []rights.NewDecision
}

// itemsAtOnce is how many items one statement adds. A statement has at most 32,766 parameters on SQLite.
const itemsAtOnce = 200

// newCoverage is a coverage that is to be added, with its items. Its id is set.
type newCoverage struct {
	*ent.Coverage
	// label is its activation id; "" if that is not told.
	label string
	items []*newItem
	// decisions are those about it that are recorded along.
	decisions []rights.NewDecision
}

// create adds coverages with their items, and notes both. It sets the ids of the items, and the subjects of the
// decisions.
func create(ctx context.Context, tx store.Tx, done *change.Record, list ...*newCoverage) error {
	now, c := done.Now(), tx.Client()
	for part := range slices.Chunk(list, itemsAtOnce) {
		rows := make([]*ent.CoverageCreate, len(part))
		for i, n := range part {
			n.CreatedAt, n.UpdatedAt = now, now
			rows[i] = c.Coverage.Create().SetID(n.ID).SetAccountID(n.AccountID).
				SetNillableEntitlementID(n.EntitlementID).SetNillableProductID(n.ProductID).
				SetProductLineID(n.ProductLineID).SetNillablePartNumberID(n.PartNumberID).
				SetNillableLevelID(n.LevelID).SetNillableRenewsID(n.RenewsID).SetNillableReplacesID(n.ReplacesID).
				SetActivationID(n.ActivationID).SetKind(n.Kind).SetNillableStartsOn(n.StartsOn).SetEndsOn(n.EndsOn).
				SetPerpetual(n.Perpetual).SetVisible(n.Visible).SetOrderID(n.OrderID).SetOrderLine(n.OrderLine).
				SetCreatedAt(now).SetUpdatedAt(now)
		}
		if err := c.Coverage.CreateBulk(rows...).Exec(ctx); err != nil {
			return fmt.Errorf("create coverages: %w", err)
		}
	}
	return addItems(ctx, tx, done, 0, list...)
}

// addItems adds the items of coverages, notes them, and the coverages if they are new, and records the decisions about
// both. linked is when the items were linked, or 0 if the coverages are new.
func addItems(ctx context.Context, tx store.Tx, done *change.Record, linked clock.Instant, list ...*newCoverage) error {
	var items []*newItem
	for _, n := range list {
		for _, item := range n.items {
			item.ID, item.AccountID = gid.New(gid.CoverageItem, n.AccountID.Locality()), n.AccountID
			item.CoverageID = n.ID
		}
		items = append(items, n.items...)
	}
	units, err := unitsOf(ctx, tx, items)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(items, itemsAtOnce) {
		rows := make([]*ent.CoverageItemCreate, len(part))
		for i, item := range part {
			rows[i] = tx.Client().CoverageItem.Create().SetID(item.ID).SetAccountID(item.AccountID).
				SetCoverageID(item.CoverageID).SetLineItemID(item.LineItemID).SetNillableQuantity(item.Quantity).
				SetNillableLevelID(item.LevelID).SetNillablePriceMinor(item.PriceMinor).
				SetNillableCurrency(item.Currency).SetLinkedAt(linked)
		}
		if err := tx.Client().CoverageItem.CreateBulk(rows...).Exec(ctx); err != nil {
			return fmt.Errorf("create coverage items: %w", err)
		}
	}
	var decisions []labelled
	for _, n := range list {
		if linked == 0 {
			done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "CoverageCreated", Account: n.AccountID,
				Subject: n.ID, Label: n.label, Fields: change.Difference(nil, attributesOf(n.Coverage))})
		}
		for _, item := range n.items {
			done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "CoverageItemCreated",
				Account: n.AccountID, Subject: item.ID, Label: item.line.ActivationID,
				Fields: change.Difference(nil, item.attributes(units))})
			decisions = append(decisions, about(item.ID, item.line.ActivationID, item.decisions)...)
		}
		decisions = append(decisions, about(n.ID, n.label, n.decisions)...)
	}
	return decideAll(ctx, tx, done, decisions)
}

// labelled is a decision about something that people know by a label.
type labelled struct {
	rights.NewDecision
	label string
}

// about returns decisions as those about a subject.
func about(subject gid.ID, label string, decisions []rights.NewDecision) []labelled {
	list := make([]labelled, len(decisions))
	for i, d := range decisions {
		d.Subject = subject
		list[i] = labelled{d, label}
	}
	return list
}

// unitsOf returns the units of the lines of items that have a quantity.
func unitsOf(ctx context.Context, tx store.Tx, items []*newItem) (map[gid.ID]*ent.UnitOfMeasure, error) {
	var ids []gid.ID
	for _, item := range items {
		if item.Quantity != nil && !slices.Contains(ids, item.line.UnitID) {
			ids = append(ids, item.line.UnitID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := tx.Client().UnitOfMeasure.Query().Where(unitofmeasure.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read units: %w", err)
	}
	units := make(map[gid.ID]*ent.UnitOfMeasure, len(rows))
	for _, row := range rows {
		units[row.ID] = row
	}
	return units, nil
}

// decide records decisions about a coverage or an item, and notes them. label is how people call the subject.
func decide(ctx context.Context, tx store.Tx, done *change.Record, label string,
	decisions ...rights.NewDecision) error {
	list := make([]labelled, len(decisions))
	for i, d := range decisions {
		list[i] = labelled{d, label}
	}
	return decideAll(ctx, tx, done, list)
}

// decideAll is decide for decisions about several subjects.
func decideAll(ctx context.Context, tx store.Tx, done *change.Record, list []labelled) error {
	if len(list) == 0 {
		return nil
	}
	decisions := make([]rights.NewDecision, len(list))
	for i, d := range list {
		decisions[i] = d.NewDecision
	}
	made, err := rights.Decide(ctx, tx, done.Now(), rights.AuthorOf(ctx), decisions...)
	if err != nil {
		return err
	}
	for i, d := range made {
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "DecisionRecorded", Account: d.AccountID,
			Subject: gid.FromKey(gid.Decision, d.ID), Label: list[i].label,
			Fields: change.Difference(nil, []change.Attribute{
				{"kind", string(d.Kind)}, {"subjectId", ofReference(d.SubjectID, "")}, {"startsOn", ofDay(&d.StartsOn)},
				{"endsOn", ofDay(&d.EndsOn)}, {"perpetual", strconv.FormatBool(d.EndsOn == day.Forever)}})})
	}
	return nil
}

// withdrawal is the decision that a coverage or an item is withdrawn from a first to a last day.
func withdrawal(account, of gid.ID, first, last day.Day, reason string) rights.NewDecision {
	return rights.NewDecision{Account: account, Subject: of, Kind: vocabulary.DecisionWithdrawn, First: first,
		Last: last, Reason: reason}
}

// carried returns those decisions that hold on some of the days from first to last, so that they can be recorded about
// what continues their subject.
func carried(list []*ent.Decision, first, last day.Day) (decisions []rights.NewDecision) {
	for _, d := range list {
		if max(d.StartsOn, first) <= min(d.EndsOn, last) {
			decisions = append(decisions, rights.NewDecision{Account: d.AccountID, Kind: d.Kind, First: d.StartsOn,
				Last: d.EndsOn, Reason: d.Reason})
		}
	}
	return decisions
}

// attributesOf returns the attributes of a coverage that changes set. The level is the one that was read along.
func attributesOf(c *ent.Coverage) []change.Attribute {
	order := c.OrderID
	if c.OrderLine != "" {
		order += "/" + c.OrderLine
	}
	level := ""
	if c.LevelID != nil && c.Edges.Level != nil {
		level = c.Edges.Level.Code
	}
	return []change.Attribute{{"kind", string(c.Kind)}, {"startsOn", ofDay(c.StartsOn)}, {"endsOn", ofDay(&c.EndsOn)},
		{"perpetual", strconv.FormatBool(c.Perpetual)}, {"level", ofReference(orZero(c.LevelID), level)},
		{"orderReference", order}, {"renews", ofReference(orZero(c.RenewsID), c.ActivationID)},
		{"replaces", ofReference(orZero(c.ReplacesID), c.ActivationID)}}
}

func (i *newItem) attributes(units map[gid.ID]*ent.UnitOfMeasure) []change.Attribute {
	amount, price, level := "", "", ""
	if unit := units[i.line.UnitID]; i.Quantity != nil && unit != nil {
		amount = value.OfQuantity(quantity.Text(*i.Quantity, unit.Scale), unit.ID, unit.Code).Form
	}
	if i.PriceMinor != nil && i.Currency != nil {
		price = catalog.FormOfMoney(*i.PriceMinor, *i.Currency)
	}
	if i.LevelID != nil && i.Edges.Level != nil {
		level = i.Edges.Level.Code
	}
	return []change.Attribute{{"lineItem", ofReference(i.LineItemID, i.line.ActivationID)}, {"quantity", amount},
		{"level", ofReference(orZero(i.LevelID), level)}, {"price", price}}
}

// ofDay returns the form of a day; "" for none, day.Beginning and day.Forever.
func ofDay(d *day.Day) string {
	if d == nil || *d == day.Beginning || *d == day.Forever {
		return ""
	}
	return d.String()
}

// ofReference returns the form of a reference; id is 0 for none.
func ofReference(id gid.ID, label string) string {
	if id == 0 {
		return ""
	}
	return value.OfReference(id, label).Form
}
