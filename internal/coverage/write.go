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

// create writes a new coverage with its items, and notes both. decisions are about the coverage; their subject, and
// that of the decisions about items, are set here.
func create(ctx context.Context, tx store.Tx, done *change.Record, c *ent.Coverage, items []*newItem,
	decisions []rights.NewDecision) error {
	now := done.Now()
	c.ID, c.CreatedAt, c.UpdatedAt = gid.New(gid.Coverage, c.AccountID.Locality()), now, now
	if err := tx.Client().Coverage.Create().SetID(c.ID).SetAccountID(c.AccountID).
		SetNillableEntitlementID(c.EntitlementID).SetNillableProductID(c.ProductID).SetProductLineID(c.ProductLineID).
		SetNillablePartNumberID(c.PartNumberID).SetNillableLevelID(c.LevelID).SetNillableRenewsID(c.RenewsID).
		SetNillableReplacesID(c.ReplacesID).SetActivationID(c.ActivationID).SetKind(c.Kind).
		SetNillableStartsOn(c.StartsOn).SetEndsOn(c.EndsOn).SetPerpetual(c.Perpetual).SetVisible(c.Visible).
		SetOrderID(c.OrderID).SetOrderLine(c.OrderLine).SetCreatedAt(now).SetUpdatedAt(now).Exec(ctx); err != nil {
		return fmt.Errorf("create a coverage: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "CoverageCreated", Account: c.AccountID,
		Subject: c.ID, Label: c.ActivationID, Fields: change.Difference(nil, attributesOf(c))})
	for i := range decisions {
		decisions[i].Subject = c.ID
	}
	if err := addItems(ctx, tx, done, c, 0, items); err != nil {
		return err
	}
	return decide(ctx, tx, done, c.ActivationID, decisions...)
}

// addItems adds items to a coverage, and notes them. linked is when they were linked, or 0 if the coverage is new.
func addItems(ctx context.Context, tx store.Tx, done *change.Record, c *ent.Coverage, linked clock.Instant,
	items []*newItem) error {
	units, err := unitsOf(ctx, tx, items)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(items, itemsAtOnce) {
		rows := make([]*ent.CoverageItemCreate, len(part))
		for i, item := range part {
			item.ID = gid.New(gid.CoverageItem, c.AccountID.Locality())
			rows[i] = tx.Client().CoverageItem.Create().SetID(item.ID).SetAccountID(c.AccountID).SetCoverageID(c.ID).
				SetLineItemID(item.LineItemID).SetNillableQuantity(item.Quantity).SetNillableLevelID(item.LevelID).
				SetNillablePriceMinor(item.PriceMinor).SetNillableCurrency(item.Currency).SetLinkedAt(linked)
		}
		if err := tx.Client().CoverageItem.CreateBulk(rows...).Exec(ctx); err != nil {
			return fmt.Errorf("create coverage items: %w", err)
		}
	}
	for _, item := range items {
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "CoverageItemCreated", Account: c.AccountID,
			Subject: item.ID, Label: item.line.ActivationID, Fields: change.Difference(nil, item.attributes(units))})
		for i := range item.decisions {
			item.decisions[i].Subject = item.ID
		}
		if err := decide(ctx, tx, done, item.line.ActivationID, item.decisions...); err != nil {
			return err
		}
	}
	return nil
}

// unitsOf returns the units of the lines of items.
func unitsOf(ctx context.Context, tx store.Tx, items []*newItem) (map[gid.ID]*ent.UnitOfMeasure, error) {
	var ids []gid.ID
	for _, item := range items {
		if !slices.Contains(ids, item.line.UnitID) {
			ids = append(ids, item.line.UnitID)
		}
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
	made, err := rights.Decide(ctx, tx, done.Now(), rights.AuthorOf(ctx), decisions...)
	if err != nil {
		return err
	}
	for _, d := range made {
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "DecisionRecorded", Account: d.AccountID,
			Subject: gid.FromKey(gid.Decision, d.ID), Label: label, Fields: change.Difference(nil, []change.Attribute{
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
