package issuing

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	entitlementrow "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
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
// than what the order recorded would be reduced, BAD_INPUT if the name is taken, and the refusals of an amendment.
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
	issued, err := readIssued(ctx, tx, header, number, order)
	if err != nil {
		return err
	}
	done.Result(header.ID)
	if source.issued != nil {
		return o.repeatCredit(done, header, source, issued)
	}
	if err := checkCreditName(number, source); err != nil {
		return err
	}
	c := &crediting{Service: s, order: o}
	for i := range o.Lines {
		l := o.Lines[i].among(issued)
		if l == nil {
			done.Result(0)
			c.wrong.Add(fault.Bad(at(i, "orderLine"), "The order {order} has no such line.",
				"Give the number of one of its lines.", fault.WithText("order", o.Credits.Name)))
			continue
		}
		done.Result(l.item.ID)
		c.mends = append(c.mends, &mend{i: i, issuedLine: l})
	}
	if len(c.mends) > 0 {
		if err := c.run(ctx, tx, done, reason); err != nil {
			return err
		}
	}
	if err := c.wrong.Err(); err != nil {
		return err
	}
	if err := source.keep(ctx, tx, header, c.said); err != nil {
		return err
	}
	source.note(done)
	return nil
}

// checkCreditName refuses the name of a new credit note that is the number of the order, which its amendments have.
func checkCreditName(number string, source *sourceOf) error {
	if source.name != number {
		return nil
	}
	return fault.Bad("input.source.externalId", "The order that is credited has the number {number}, too.",
		"Give the number of the credit note itself.", fault.WithText("number", number))
}

// repeatCredit answers what a credit note reduced that was recorded before with the same content: the line items that
// its lines found then, whatever numbers they have now. A line item that is not there any more is 0.
func (o *Order) repeatCredit(done *change.Record, header *ent.Entitlement, source *sourceOf,
	issued []*issuedLine) error {
	said, err := saidBy(source.issued)
	if err != nil {
		return err
	}
	found := map[string]gid.ID{} // lines of one number reduced one line item
	for item, lines := range said {
		for i := range lines {
			found[lines[i].Name] = item
		}
	}
	for i := range o.Lines {
		l := &o.Lines[i]
		item := found[l.Name]
		if said == nil { // it was recorded before that was kept
			if now := l.among(issued); now != nil {
				item = now.item.ID
			}
		}
		if !slices.ContainsFunc(issued, func(of *issuedLine) bool { return of.item.ID == item }) {
			item = 0
		}
		done.Result(item)
	}
	done.Warn("ALREADY_ISSUED", "The order was issued before, as {number}. Nothing was changed.",
		fault.WithText("number", header.Number))
	return nil
}

// among returns what the line of an order became that a line of a credit note reduces: the one with its number, or the
// only one if it has none.
func (l *Line) among(issued []*issuedLine) *issuedLine {
	if l.Name == "" {
		if len(issued) == 1 {
			return issued[0]
		}
		return nil
	}
	for _, numberOf := range numbersOf {
		var found []*issuedLine
		for _, other := range issued {
			if numberOf(other) == l.Name {
				found = append(found, other)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0]
		default:
			return nil
		}
	}
	return nil
}

// crediting is a credit note that reduces the lines of an order.
type crediting struct {
	*Service
	order   *Order
	mends   []*mend
	changes *entitlement.LineChanges
	wrong   fault.List
	// said has what the lines say, with their days.
	said []saidLine
}

// run reduces the line items of all lines.
func (c *crediting) run(ctx context.Context, tx store.Tx, done *change.Record, reason string) error {
	sold, err := c.order.readSold(ctx, tx)
	if err != nil {
		return err
	}
	ids := make([]gid.ID, len(c.mends))
	for n, d := range c.mends {
		ids[n] = d.item.ID
	}
	if c.changes, err = entitlement.ChangeLines(ctx, tx, done, c.today(), reason, "input.lineItem", true,
		ids...); err != nil {
		return err
	}
	// Of one line item, what counts from later days is given back first, so that what counts from earlier days is
	// given back from it, too.
	slices.SortStableFunc(c.mends, func(a, b *mend) int { return cmp.Compare(c.from(b), c.from(a)) })
	first, days := map[gid.ID]*mend{}, map[gid.ID][]day.Day{}
	for _, d := range c.mends {
		line := &c.order.Lines[d.i]
		if orNone(d.granted.PartNumberID) != line.PartNumber {
			c.wrong.Add(fault.Bad(at(d.i, "partNumber"), "The line was not ordered under this part number.",
				"Give the part number of the line."))
			continue
		}
		d.part = sold[line.PartNumber]
		if first[d.item.ID] == nil {
			first[d.item.ID] = d
		}
		of := first[d.item.ID]
		of.steps = append(of.steps, c.reduce(d, days[d.item.ID])...)
		days[d.item.ID] = append(days[d.item.ID], c.from(d))
	}
	slices.SortStableFunc(c.mends, func(a, b *mend) int { return cmp.Compare(a.i, b.i) })
	if err := inSteps(ctx, c.mends); err != nil || len(c.wrong) > 0 {
		return err
	}
	return c.changes.Write(ctx)
}

// from is the day from which a line gives back.
func (c *crediting) from(d *mend) day.Day {
	if on := c.order.Lines[d.i].StartsOn; on != nil {
		return *on
	}
	return d.changesFrom(c.today())
}

// reduce returns the steps that reduce a line item from the day of a line on: the period that is in force on the day,
// and those that begin later and that the order or a credit note recorded, or this one does. days are the first days of
// the latter.
func (c *crediting) reduce(d *mend, days []day.Day) (steps []func(context.Context) error) {
	line, from := c.order.Lines[d.i], c.from(d)
	line.StartsOn = &from
	if d.part.Unit != nil && d.part.PackSize != nil { // else it is refused
		back, _, _ := d.part.OfPieces(-int64(line.Pieces), nil)
		c.said = append(c.said, saidLine{LineItem: d.item.ID, GivesBack: back, Line: line})
	}
	steps = append(steps, func(ctx context.Context) error {
		facts := c.changes.Facts(d.item.ID)
		p := facts.InForce(from)
		if p == nil {
			if refusal := d.ended(facts, from); refusal != nil {
				c.wrong.Add(refusal)
				return nil
			}
		}
		if p != nil && !d.owns(c.changes.Period(d.item.ID, p.ID), c.order.Source) {
			c.wrong.Add(d.overtaken(at(d.i, "startsOn"), from, p))
			return nil
		}
		return c.amend(ctx, d, from, p)
	})
	later := append(daysAfter(from, d.recorded()), days...)
	slices.Sort(later)
	for _, on := range slices.Compact(later) {
		if on == from {
			continue
		}
		steps = append(steps, func(ctx context.Context) error {
			p := c.changes.Facts(d.item.ID).InForce(on)
			if p == nil || p.First == nil || *p.First != on ||
				!d.owns(c.changes.Period(d.item.ID, p.ID), c.order.Source) {
				return nil
			}
			return c.amend(ctx, d, on, p)
		})
	}
	return steps
}

// owns tells whether a period is one of the order, or of a credit note for it, or of the one with a name.
func (l *issuedLine) owns(p *ent.Period, credit *Source) bool {
	return p.OrderID == credit.Name && orNone(p.CreditSystemID) == credit.systemID() ||
		slices.ContainsFunc(l.recorded(), func(own *ent.Period) bool { return own.ID == p.ID })
}

// ended returns why a line item is not reduced from a day on which nothing is in force, or nil if the amendment tells.
func (d *mend) ended(facts *entitlement.Facts, on day.Day) *fault.Error {
	last := d.granted.EndsOn
	switch {
	case d.granted.StartsOn == nil && !d.granted.Perpetual:
		return fault.New(entitlement.TermUndated, strings.TrimSuffix(at(d.i, ""), "."), "The term of the line item "+
			"has no days before its first activation.", "Send the credit note after the first activation, or correct "+
			"the quantity of the period with correctPeriod.")
	case last != nil && *last < on && facts.InForce(*last) != nil:
		return fault.New(entitlement.PeriodMissing, at(d.i, "startsOn"), "The right ended on {endsOn}, so that "+
			"nothing is left to give back on {on}.", "Give {endsOn} or an earlier day. Days of grace grant what was "+
			"granted on the last day.", fault.With("endsOn", value.OfDay(*last)), fault.With("on", value.OfDay(on)))
	}
	return nil
}

// amend lets a line item grant less from a day on than the period that is in force then, which is nil if there is none.
func (c *crediting) amend(ctx context.Context, d *mend, on day.Day, p *entitlement.PeriodFact) error {
	line, none := &c.order.Lines[d.i], "0"
	amendment := entitlement.Amendment{LineItem: d.item.ID, StartsOn: on, Purchase: entitlement.Purchase{
		OrderNumber: &c.order.Source.Name, OrderLine: &line.Name, CreditSystem: c.order.Source.systemID()}}
	amendment.Grant.Quantity = &none
	if p != nil { // else the amendment is refused
		row := c.changes.Period(d.item.ID, p.ID)
		if refusal := line.reduced(d.i, d.part, row, on, &amendment.Grant); refusal != nil {
			c.wrong.Add(refusal)
			return nil
		}
	}
	_, err := c.changes.Amend(ctx, amendment)
	return place(&c.wrong, d.i, at(d.i, "startsOn"), err)
}

// reduced finds what is left of a period after a line of a credit note, or refuses it.
func (l *Line) reduced(i int, part *catalog.Sold, p *ent.Period, on day.Day, left *entitlement.Grant) *fault.Error {
	if part.Unit == nil || part.PackSize == nil {
		return part.Incomplete(at(i, "partNumber"))
	}
	if p.Quantity == nil {
		return fault.Bad(at(i, "pieces"), "The right has no quantity that could be reduced.",
			"Change the line item with amendLineItem.")
	}
	back, _, counted := part.OfPieces(-int64(l.Pieces), nil)
	if !counted || back > *p.Quantity {
		return fault.Bad(at(i, "pieces"), "The line item grants only {granted} on {on}.", "Give back fewer pieces.",
			fault.With("on", value.OfDay(on)), fault.With("granted", value.OfQuantity(
				quantity.Text(*p.Quantity, part.Unit.Scale), part.Unit.ID, part.Unit.Code)))
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
