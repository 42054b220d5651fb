package issuing

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	entitlementrow "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// issuedLine is a line item as it was issued.
type issuedLine struct {
	item *ent.LineItem
	// issued is the period as it was issued, and granted what took its place, if it was corrected, or else the same.
	issued, granted *ent.Period
	// amended are the amendments of the order, in the order of their ranks. An amendment is one of the order if it has
	// its number and that of the line.
	amended []*ent.Period
	// credited are the amendments of the credit notes for the order. They have the numbers of these.
	credited []*ent.Period
	// activationID is the one that it was issued with; it may have been replaced since.
	activationID string
}

// last is the period that the order recorded last.
func (l *issuedLine) last() *ent.Period {
	if n := len(l.amended); n > 0 {
		return l.amended[n-1]
	}
	return l.granted
}

// recorded are the periods of the order and of its credit notes.
func (l *issuedLine) recorded() []*ent.Period {
	return slices.Concat([]*ent.Period{l.granted}, l.amended, l.credited)
}

// changesFrom is the day from which a change counts that gives none: today, or the first day of a right that starts
// later.
func (l *issuedLine) changesFrom(today day.Day) day.Day {
	if first := l.granted.StartsOn; first != nil {
		return max(today, *first)
	}
	return today
}

// overtaken returns ORDER_OVERTAKEN if the period that is in force on a day is none of those that an order may change.
func (l *issuedLine) overtaken(field string, on day.Day, inForce *entitlement.PeriodFact,
	own ...*ent.Period) *fault.Error {
	if slices.ContainsFunc(own, func(p *ent.Period) bool { return p.ID == inForce.ID }) {
		return nil
	}
	return fault.New(OrderOvertaken, field, "On {on}, the period {period} is in force, which is not what the order "+
		"recorded last.", "Give a day on which that is in force, or change the line item with amendLineItem.",
		fault.With("on", value.OfDay(on)), fault.With("period", value.OfReference(inForce.ID, l.item.ActivationID)))
}

// present is what the order granted with its amendments, as one period: the price is what was paid for all of it.
func (l *issuedLine) present() *ent.Period {
	p := *l.granted
	p.Quantity, p.Unlimited = l.last().Quantity, l.last().Unlimited
	for _, a := range l.amended {
		if p.PriceMinor != nil && a.PriceMinor != nil && *p.Currency == *a.Currency {
			sum := *p.PriceMinor + *a.PriceMinor
			p.PriceMinor = &sum
		}
		p.Edges.Instalments = addInstalments(p.Edges.Instalments, a.Edges.Instalments)
	}
	return &p
}

// repeat answers what an order became when it was issued before, and does with what differs what the order says.
func (s *Service) repeat(ctx context.Context, tx store.Tx, done *change.Record, o *Order, source *sourceOf,
	reason string) error {
	header, err := tx.Client().Entitlement.Query().Where(entitlementrow.ID(source.issued.EntityID)).Only(ctx)
	if ent.IsNotFound(err) {
		return fault.Bad("input.source.externalId", "Something that is no entitlement has this name.",
			"Give another name.")
	}
	if err != nil {
		return wrap("read what was issued", err)
	}
	if header.AccountID != o.Account {
		return fault.New(OrderDiffers, "input.account", "The order was issued to {issued}, not to {given}.",
			"Give the account to which it was issued, or the name of another order.",
			fault.WithText("issued", header.AccountID.String()), fault.WithText("given", o.Account.String()))
	}
	issued, err := readIssued(ctx, tx, header, source.orderNumber(header))
	if err != nil {
		return err
	}
	of, left := o.match(issued)
	done.Result(header.ID)
	for _, l := range of {
		if l == nil {
			done.Result(0)
			continue
		}
		done.Result(l.item.ID)
	}
	mended := false
	if !source.isSame() {
		m := &mending{Service: s, tx: tx, done: done, order: o, header: header, reason: reason,
			number: source.orderNumber(header)}
		if mended, err = m.run(ctx, of, left); err != nil {
			return err
		}
	}
	if !mended {
		done.Warn("ALREADY_ISSUED", "The order was issued before, as {number}. Nothing was changed.",
			fault.WithText("number", header.Number))
		return nil
	}
	return wrap("store the content of the order", tx.Client().ExternalID.UpdateOneID(source.issued.ID).
		SetSourceDigest(source.digest).Exec(ctx))
}

// readIssued returns the line items of an entitlement that were made with it and are still there, in the order of the
// lines of the order. number is that of the order.
func readIssued(ctx context.Context, tx store.Tx, header *ent.Entitlement, number string) ([]*issuedLine, error) {
	items, err := tx.Client().LineItem.Query().Where(lineitem.EntitlementID(header.ID),
		lineitem.CreatedAt(header.CreatedAt)).Order(ent.Asc(lineitem.FieldID)).All(ctx)
	if err != nil {
		return nil, wrap("read the line items that were issued", err)
	}
	keys := make([]int64, len(items))
	for i, item := range items {
		keys[i] = int64(item.ID)
	}
	first, err := entitlement.FirstActivationIDs(ctx, tx, items)
	if err != nil {
		return nil, err
	}
	periods, err := tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, keys)).WithPartNumber().
		WithInstalments(entitlement.ByDueDay).Order(ent.Asc(period.FieldRankedAt), ent.Asc(period.FieldID)).All(ctx)
	if err != nil {
		return nil, wrap("read the periods of what was issued", err)
	}
	of, replacement, amended := map[gid.ID]*ent.Period{}, map[gid.ID]*ent.Period{}, []gid.ID{}
	for _, p := range periods {
		switch {
		case p.ReplacesID != nil:
			replacement[*p.ReplacesID] = p
		case p.CreatedAt == header.CreatedAt && p.RenewsID == nil && p.AmendsID == nil:
			of[p.LineItemID] = p
		}
		if p.AmendsID != nil {
			amended = append(amended, p.ID)
		}
	}
	decisions, err := entitlement.DecisionsAbout(ctx, tx, amended...)
	if err != nil {
		return nil, err
	}
	credits, err := tx.Client().ExternalID.Query().Where(externalid.EntityID(header.ID), externalid.Kind(kindCredit)).
		Select(externalid.FieldValue).Strings(ctx)
	if err != nil {
		return nil, wrap("read the credit notes for what was issued", err)
	}
	var issued []*issuedLine
	for i, item := range items {
		p := of[item.ID]
		if p == nil {
			continue
		}
		l := &issuedLine{item: item, issued: p, granted: p, activationID: first[i]}
		for replacement[l.granted.ID] != nil {
			l.granted = replacement[l.granted.ID]
		}
		for _, a := range periods {
			voided := slices.ContainsFunc(decisions[a.ID], func(d entitlement.Decided) bool { return d.Voids })
			switch {
			case a.LineItemID != item.ID || a.AmendsID == nil || voided:
			case a.OrderID == number && (a.OrderLine == l.issued.OrderLine || a.OrderLine == l.granted.OrderLine):
				l.amended = append(l.amended, a)
			case slices.Contains(credits, a.OrderID):
				l.credited = append(l.credited, a)
			}
		}
		issued = append(issued, l)
	}
	return issued, nil
}

// match returns, for each line of the order, what it became, or nil, and what is left: by the numbers of the lines that
// they have now, and then those that they were issued with, if all have different ones, and else by their places. In an
// order that corrects, lines that have no such number may have a wrong one: they match what is left by their places, if
// these are as many.
func (o *Order) match(issued []*issuedLine) (of, left []*issuedLine) {
	of = make([]*issuedLine, len(o.Lines))
	names := o.placesByName()
	if len(names) < len(o.Lines) {
		return of, issued[copy(of, issued):]
	}
	left = issued
	for _, nameOf := range []func(*issuedLine) string{
		func(l *issuedLine) string { return l.granted.OrderLine },
		func(l *issuedLine) string { return l.issued.OrderLine },
	} {
		var others []*issuedLine
		for _, l := range left {
			if place, known := names[nameOf(l)]; known && of[place] == nil {
				of[place] = l
				continue
			}
			others = append(others, l)
		}
		left = others
	}
	missing := 0
	for _, l := range of {
		if l == nil {
			missing++
		}
	}
	if o.OnDifference != vocabulary.OrderDifferenceCorrect || missing != len(left) {
		return of, left
	}
	for i := range of {
		if of[i] == nil {
			of[i], left = left[0], left[1:]
		}
	}
	return of, left
}

// compareHeader adds what differs between an order and the entitlement that it became. What Muniment chose, or would
// choose, does not differ.
func (o *Order) compareHeader(ctx context.Context, tx store.Tx, header *ent.Entitlement, wrong *fault.List) error {
	if o.Number != "" {
		differ(wrong, "input.number", header.Number, o.Number)
	}
	differ(wrong, "input.description", header.Description, o.Description)
	differ(wrong, "input.orderReference", header.OrderReference, o.Reference)
	differ(wrong, "input.shipToEmail", header.ShipToEmail, email.Normal(o.ShipTo))
	differ(wrong, "input.channelPartner", idText(orNone(header.ChannelPartnerID)), idText(o.ChannelPartner))
	made, err := tx.Client().Decision.Query().Where(decision.SubjectID(header.ID),
		decision.RecordedAt(header.CreatedAt),
		decision.KindIn(vocabulary.DecisionDraft, vocabulary.DecisionTest)).Order(ent.Asc(decision.FieldID)).All(ctx)
	if err != nil {
		return wrap("read how it was issued", err)
	}
	state := vocabulary.IssueStateLive
	if len(made) > 0 {
		state = vocabulary.IssueState(made[0].Kind)
	}
	differ(wrong, "input.state", string(state), string(o.State))
	return nil
}

// compare adds what differs between a line of an order and a period that it became.
func (l *Line) compare(i int, part *catalog.Sold, p *ent.Period, activationID string, wrong *fault.List) {
	differ(wrong, at(i, "orderLine"), p.OrderLine, l.Name)
	if folded := entitlement.FoldActivationID(l.ActivationID); folded != "" &&
		folded != entitlement.FoldActivationID(activationID) {
		differ(wrong, at(i, "activationId"), activationID, l.ActivationID)
	}
	if p.PartNumberID == nil || *p.PartNumberID != part.ID {
		code := "none"
		if p.Edges.PartNumber != nil {
			code = p.Edges.PartNumber.Code
		}
		differ(wrong, at(i, "partNumber"), code, part.Code)
		return // what it grants is another thing
	}
	if part.PackSize != nil && part.Unit != nil && p.Quantity != nil {
		granted, err := quantity.Of(int64(l.Pieces)*int64(*part.PackSize), quantity.Unit{Scale: part.Unit.Scale})
		if err != nil || granted.Base != *p.Quantity {
			pack, _ := quantity.Of(int64(*part.PackSize), quantity.Unit{Scale: part.Unit.Scale})
			differ(wrong, at(i, "pieces"), quantity.Text(*p.Quantity, pack.Base), fmt.Sprint(l.Pieces))
		}
	}
	differDay(wrong, at(i, "startsOn"), p.StartsOn, l.StartsOn)
	differDay(wrong, at(i, "endsOn"), p.EndsOn, l.EndsOn)
	differDay(wrong, at(i, "startsLatestOn"), p.StartsLatestOn, l.StartsLatestOn)
	was, is := "", ""
	if p.PriceMinor != nil && p.Currency != nil {
		was = catalog.FormOfMoney(*p.PriceMinor, *p.Currency)
	}
	if l.Price != nil {
		minor, err := catalog.MinorOf(at(i, "price"), l.Price.Amount, l.Price.Currency)
		if err != nil {
			_ = wrong.AddIf(err) // it is a refusal
			return
		}
		is = catalog.FormOfMoney(minor, l.Price.Currency)
	}
	differ(wrong, at(i, "price"), was, is)
	l.compareInstalments(i, p, wrong)
}

// differ adds ORDER_DIFFERS if two texts differ.
func differ(wrong *fault.List, field, issued, given string) {
	if issued == given {
		return
	}
	wrong.Add(fault.New(OrderDiffers, field, "The order was issued with {issued}, and now has {given}.",
		"Send the order as it was issued, or change what was issued with the mutations of rights.",
		fault.WithText("issued", orNothing(issued)), fault.WithText("given", orNothing(given))))
}

// differDay is differ for a day that the order gives.
func differDay(wrong *fault.List, field string, issued, given *day.Day) {
	if given != nil {
		was := ""
		if issued != nil {
			was = value.OfDay(*issued).Form
		}
		differ(wrong, field, was, value.OfDay(*given).Form)
	}
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

func lineName(name string) string {
	if name == "" {
		return "without a number"
	}
	return name
}

func idText(id gid.ID) string {
	if id == 0 {
		return ""
	}
	return id.String()
}

func orNone(id *gid.ID) gid.ID {
	if id == nil {
		return 0
	}
	return *id
}
