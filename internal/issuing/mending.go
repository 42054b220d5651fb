package issuing

import (
	"context"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// mending does what an order asks for that was issued before with another content: it amends or corrects what was
// issued, by the rules of these changes, or refuses what differs. What was recorded since without the order does not
// differ: a line may be as it was issued, or as it is now.
type mending struct {
	*Service
	tx     store.Tx
	done   *change.Record
	order  *Order
	header *ent.Entitlement
	reason string
	// number is that of the order, which its amendments have.
	number string
	wrong  fault.List
}

// run tells whether anything differs and was mended. of are the line items of the lines of the order, nil for a new
// line, and left are those that it has no lines for.
func (m *mending) run(ctx context.Context, of, left []*issuedLine) (mended bool, err error) {
	if err := m.order.compareHeader(ctx, m.tx, m.header, &m.wrong); err != nil {
		return false, err
	}
	parts := make([]gid.ID, len(m.order.Lines))
	for i := range m.order.Lines {
		parts[i] = m.order.Lines[i].PartNumber
	}
	slices.Sort(parts)
	sold, err := catalog.ReadSold(ctx, m.tx, slices.Compact(parts))
	if err != nil {
		return false, err
	}
	for i, issued := range of {
		line := &m.order.Lines[i]
		part := sold[line.PartNumber]
		switch {
		case issued == nil:
			differ(&m.wrong, strings.TrimSuffix(at(i, ""), "."), "no such line", "a line")
			continue
		case part == nil:
			m.wrong.Add(fault.Missing(at(i, "partNumber"), "PartNumber", line.PartNumber))
			continue
		}
		did, err := m.line(ctx, i, part, issued)
		if err != nil {
			return false, err
		}
		mended = mended || did
	}
	for _, l := range left {
		differ(&m.wrong, "input.lines", "the line "+lineName(l.granted.OrderLine), "no such line")
	}
	return mended, m.wrong.Err()
}

// differences returns what differs of a line, by the names of the fields. A line that is to be reported differs from
// what was issued, or from what it is now: from that which it is most like.
func (m *mending) differences(i int, part *catalog.Sold, l *issuedLine) map[string]*fault.Error {
	line := &m.order.Lines[i]
	var before, now fault.List
	line.compare(i, part, l.issued, l.activationID, &before)
	line.compare(i, part, l.present(), l.activationID, &now)
	fieldsOf := func(list fault.List) map[string]*fault.Error {
		found := map[string]*fault.Error{}
		for _, refusal := range change.Refusals(list.Err()) {
			found[strings.TrimPrefix(refusal.Field, at(i, ""))] = refusal
		}
		return found
	}
	asIssued, differs := fieldsOf(before), fieldsOf(now)
	if slices.ContainsFunc(l.amended, func(p *ent.Period) bool { return p.PriceMinor == nil }) {
		delete(differs, "price") // it is not known what was paid for all
	}
	if m.order.changes() {
		return differs
	}
	if len(asIssued) < len(differs) {
		return asIssued
	}
	return differs
}

// line mends a line, or adds what differs. It tells whether it mended anything.
func (m *mending) line(ctx context.Context, i int, part *catalog.Sold, l *issuedLine) (bool, error) {
	differs := m.differences(i, part, l)
	line := &m.order.Lines[i]
	is := func(field string) bool { return differs[field] != nil }
	var mends []string
	switch m.order.OnDifference {
	case vocabulary.OrderDifferenceAmend:
		if is("pieces") {
			mends = []string{"pieces", "price"}
		}
	case vocabulary.OrderDifferenceCorrect:
		mends = []string{"pieces", "orderLine"}
		if line.Price != nil {
			mends = append(mends, "price")
		}
		if m.mendsInstalments(i, l) {
			mends = append(mends, "instalments")
		}
		if !l.granted.Perpetual {
			mends = append(mends, "startsOn", "endsOn")
		} else if line.EndsOn == nil {
			mends = append(mends, "startsOn")
		}
	}
	if is("partNumber") {
		mends = nil
	}
	will := false
	for _, field := range []string{"orderLine", "activationId", "partNumber", "pieces", "startsOn", "endsOn",
		"startsLatestOn", "price", "price.amount", "price.currency", "instalments"} {
		switch {
		case !is(field):
		case slices.Contains(mends, field):
			will = true
		default:
			m.wrong.Add(differs[field])
		}
	}
	if !will {
		return false, nil
	}
	if m.order.OnDifference == vocabulary.OrderDifferenceAmend {
		return true, m.amend(ctx, i, part, l)
	}
	return true, m.correct(ctx, i, part, l, is)
}

// amend gives a line item as many as the order says now, from a day on.
func (m *mending) amend(ctx context.Context, i int, part *catalog.Sold, l *issuedLine) error {
	line := &m.order.Lines[i]
	from := l.changesFrom(m.today())
	if m.order.AmendsFrom != nil {
		from = *m.order.AmendsFrom
	}
	facts, err := entitlement.FactsIn(ctx, m.tx, []*ent.LineItem{l.item})
	if err != nil {
		return err
	}
	if p := facts[l.item.ID].InForce(from); p != nil {
		if refusal := l.overtaken(at(i, "pieces"), from, p, l.last()); refusal != nil {
			m.wrong.Add(refusal)
			return nil
		}
	}
	grant, ok := m.grant(i, part, l.last())
	if !ok {
		return nil
	}
	return m.apply(ctx, i, "input.amendsFrom", entitlement.AmendRule(m.today, m.reason, entitlement.Amendment{
		LineItem: l.item.ID, StartsOn: from, Grant: grant,
		Purchase: entitlement.Purchase{OrderNumber: &m.number, OrderLine: &line.Name, Price: m.more(i, l, nil)}}))
}

// grant returns how much the pieces of a line grant on the terms of a period. It returns false after a refusal.
func (m *mending) grant(i int, part *catalog.Sold, p *ent.Period) (entitlement.Grant, bool) {
	if part.Unit == nil || part.PackSize == nil {
		m.wrong.Add(part.Incomplete(at(i, "partNumber")))
		return entitlement.Grant{}, false
	}
	granted, overdraft, counted := part.OfPieces(int64(m.order.Lines[i].Pieces), versionOf(part, p))
	if !counted {
		m.wrong.Add(uncountable(i))
		return entitlement.Grant{}, false
	}
	all, beyond := quantity.Text(granted, part.Unit.Scale), quantity.Text(overdraft, part.Unit.Scale)
	return entitlement.Grant{Quantity: &all, Overdraft: &beyond}, true
}

// versionOf returns the terms of a period; nil if they are not known.
func versionOf(part *catalog.Sold, p *ent.Period) *ent.LicenseModelVersion {
	for _, v := range part.Versions {
		if v.ID == orNone(p.LicenseModelVersionID) {
			return v
		}
	}
	return nil
}

// more returns what of the price of a line was not paid with the periods of the order other than one; nil if that is
// not known, or less than nothing.
func (m *mending) more(i int, l *issuedLine, but *ent.Period) *entitlement.Price {
	price := m.order.Lines[i].Price
	if price == nil {
		return nil
	}
	left, err := catalog.MinorOf(at(i, "price"), price.Amount, price.Currency)
	if err != nil {
		return nil // it was refused
	}
	for _, p := range append([]*ent.Period{l.granted}, l.amended...) {
		switch {
		case p == but:
		case p.PriceMinor == nil || *p.Currency != price.Currency:
			return nil
		default:
			left -= *p.PriceMinor
		}
	}
	if left < 0 {
		return nil
	}
	amount, _, _ := strings.Cut(catalog.FormOfMoney(left, price.Currency), " ")
	return &entitlement.Price{Amount: amount, Currency: price.Currency}
}

// apply runs the rule of another change for a line, and adds its refusals. first is the field that has its first day.
func (m *mending) apply(ctx context.Context, i int, first string, rule change.Rule) error {
	return applyRule(ctx, m.tx, m.done, &m.wrong, i, first, rule)
}

func applyRule(ctx context.Context, tx store.Tx, done *change.Record, wrong *fault.List, i int, first string,
	rule change.Rule) error {
	err := done.Part(ctx, tx, rule)
	list := change.Refusals(err)
	if list == nil {
		return err
	}
	for _, refusal := range list {
		placed := *refusal
		switch argument := strings.TrimPrefix(refusal.Field, "input."); argument {
		case "reason":
		case "startsOn":
			placed.Field = first
		case "quantity", "overdraft":
			placed.Field = at(i, "pieces")
		case "endsOn", "orderLine", "price.amount", "price.currency":
			placed.Field = at(i, argument)
		default:
			placed.Field = strings.TrimSuffix(at(i, ""), ".")
		}
		addOnce(wrong, &placed)
	}
	return nil
}
