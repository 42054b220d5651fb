package issuing

import (
	"cmp"
	"context"

	"github.com/muniment/muniment/ent"
	entitlementrow "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// checkCredit checks what can be checked of a credit note without the database.
func (o *Order) checkCredit(wrong *fault.List) {
	o.Credits = o.Credits.checked(wrong, "input.credits.externalId")
	if o.Source == nil {
		wrong.Add(fault.Bad("input.source", "A credit note needs a name of its own, so that it counts once.",
			"Give the name that it has in the system of orders."))
	}
	none := func(field string, is bool) {
		if is {
			wrong.Add(fault.Bad(field, "A credit note issues nothing, and changes only how much a line item grants.",
				"Leave this out."))
		}
	}
	none("input.number", o.Number != "")
	none("input.description", o.Description != "")
	none("input.channelPartner", o.ChannelPartner != 0)
	none("input.shipToEmail", o.ShipTo != "")
	none("input.state", o.State != vocabulary.IssueStateLive)
	none("input.onDifference", o.changes())
	for i := range o.Lines {
		l := &o.Lines[i]
		none(at(i, "endsOn"), l.EndsOn != nil)
		none(at(i, "startsLatestOn"), l.StartsLatestOn != nil)
		none(at(i, "activationId"), l.ActivationID != "")
		none(at(i, "price"), l.Price != nil)
		none(at(i, "instalments"), l.Instalments != nil)
	}
}

// credit reduces what an order granted, by amendments from the days of the lines of a credit note on. order is the name
// of the order, whose rights are locked, or nil if there is none. A credit note that was recorded before with the same
// content changes nothing. It returns ORDER_DIFFERS if the content is another one, ORDER_OVERTAKEN if something else
// than what the order recorded would be reduced, and the refusals of an amendment.
func (s *Service) credit(ctx context.Context, tx store.Tx, done *change.Record, o *Order, order *ent.ExternalID,
	source *sourceOf, reason string) error {
	var header *ent.Entitlement
	if order != nil {
		var err error
		header, err = tx.Client().Entitlement.Query().Where(entitlementrow.ID(order.EntityID),
			entitlementrow.AccountID(o.Account)).Only(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return wrap("read what the order became", err)
		}
	}
	if header == nil {
		return fault.Missing("input.credits.externalId", "Entitlement", 0)
	}
	if source.issued != nil && (source.issued.EntityID != header.ID || !source.isSame()) {
		return fault.New(OrderDiffers, "input.source.externalId", "The credit note was recorded before, with another "+
			"content.", "Send it as it was recorded, or give the name of another credit note.")
	}
	number := cmp.Or(header.OrderReference, o.Credits.Name)
	if o.Source.Name == number {
		// Its amendments would be those of the order, and be undone when the order is corrected.
		return fault.Bad("input.source.externalId", "The order that is credited has the number {number}, too.",
			"Give the number of the credit note itself.", fault.WithText("number", number))
	}
	issued, err := readIssued(ctx, tx, header, number)
	if err != nil {
		return err
	}
	done.Result(header.ID)
	var wrong fault.List
	for i := range o.Lines {
		l := o.Lines[i].among(issued)
		if l == nil {
			done.Result(0)
			wrong.Add(fault.Bad(at(i, "orderLine"), "The order {order} has no such line.",
				"Give the number of one of its lines.", fault.WithText("order", o.Credits.Name)))
			continue
		}
		done.Result(l.item.ID)
		if source.issued != nil {
			continue
		}
		if err := s.reduce(ctx, tx, done, o, i, l, reason, &wrong); err != nil {
			return err
		}
	}
	if err := wrong.Err(); err != nil {
		return err
	}
	if source.issued != nil {
		done.Warn("ALREADY_ISSUED", "The order was issued before, as {number}. Nothing was changed.",
			fault.WithText("number", header.Number))
		return nil
	}
	if err := source.keep(ctx, tx, header); err != nil {
		return err
	}
	source.note(done)
	return nil
}

// among returns what the line of an order became that a line of a credit note reduces: the one with its number, or the
// only one if it has none.
func (l *Line) among(issued []*issuedLine) *issuedLine {
	var found *issuedLine
	for _, other := range issued {
		if l.Name != "" && other.granted.OrderLine != l.Name {
			continue
		}
		if found != nil {
			return nil
		}
		found = other
	}
	return found
}

// reduce reduces a line item by a line of a credit note.
func (s *Service) reduce(ctx context.Context, tx store.Tx, done *change.Record, o *Order, i int, l *issuedLine,
	reason string, wrong *fault.List) error {
	line := &o.Lines[i]
	if orNone(l.granted.PartNumberID) != line.PartNumber {
		wrong.Add(fault.Bad(at(i, "partNumber"), "The line was not ordered under this part number.",
			"Give the part number of the line."))
		return nil
	}
	sold, err := catalog.ReadSold(ctx, tx, []gid.ID{line.PartNumber})
	if err != nil {
		return err
	}
	part, from := sold[line.PartNumber], l.changesFrom(s.today())
	if line.StartsOn != nil {
		from = *line.StartsOn
	}
	facts, err := entitlement.FactsIn(ctx, tx, []*ent.LineItem{l.item})
	if err != nil {
		return err
	}
	amendment := entitlement.Amendment{LineItem: l.item.ID, StartsOn: from, Purchase: entitlement.Purchase{
		OrderNumber: &o.Source.Name, OrderLine: &line.Name}}
	none := "0"
	amendment.Grant.Quantity = &none
	if p := facts[l.item.ID].InForce(from); p != nil { // else the amendment is refused
		if refusal := l.overtaken(at(i, "startsOn"), from, p, l.recorded()...); refusal != nil {
			wrong.Add(refusal)
			return nil
		}
		row, err := tx.Client().Period.Query().Where(period.ID(p.ID)).Only(ctx)
		if err != nil {
			return wrap("read the period in force", err)
		}
		if refusal := line.reduced(i, part, row, &amendment.Grant); refusal != nil {
			wrong.Add(refusal)
			return nil
		}
	}
	return applyRule(ctx, tx, done, wrong, i, at(i, "startsOn"), entitlement.AmendRule(s.today, reason, amendment))
}

// reduced finds what is left of a period after a line of a credit note, or refuses it.
func (l *Line) reduced(i int, part *catalog.Sold, p *ent.Period, left *entitlement.Grant) *fault.Error {
	if part.Unit == nil || part.PackSize == nil {
		return part.Incomplete(at(i, "partNumber"))
	}
	if p.Quantity == nil {
		return fault.Bad(at(i, "pieces"), "The right has no quantity that could be reduced.",
			"Change the line item with amendLineItem.")
	}
	back, _, counted := part.OfPieces(-int64(l.Pieces), nil)
	if !counted || back > *p.Quantity {
		return fault.Bad(at(i, "pieces"), "The line item grants only {granted} on the day.", "Give back fewer pieces.",
			fault.With("granted", value.OfQuantity(quantity.Text(*p.Quantity, part.Unit.Scale), part.Unit.ID,
				part.Unit.Code)))
	}
	total := quantity.Text(*p.Quantity-back, part.Unit.Scale)
	left.Quantity = &total
	if orNone(p.PartNumberID) != part.ID { // its overdraft is that of another part number
		return nil
	}
	overdraft, counted := part.OverdraftOf(*p.Quantity-back, versionOf(part, p))
	if counted && overdraft < p.Overdraft {
		beyond := quantity.Text(overdraft, part.Unit.Scale)
		left.Overdraft = &beyond
	}
	return nil
}
