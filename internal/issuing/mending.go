package issuing

import (
	"context"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
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
	// mends are the lines that are mended, with changes. before says that a line is only as it was issued.
	mends   []*mend
	changes *entitlement.LineChanges
	before  bool
}

// mend is a line that is mended.
type mend struct {
	i    int
	part *catalog.Sold
	*issuedLine
	differs map[string]*fault.Error
	// moves are the days that are corrected.
	moves entitlement.Correction
	// steps are what is done one after another. Each is done for all lines before the next one, so that these are
	// written together.
	steps []func(ctx context.Context) error
}

func (d *mend) is(field string) bool { return d.differs[field] != nil }

// run tells whether anything differs and was mended, and whether the order says all that is there now. of are the line
// items of the lines of the order, nil for a new line, and left are those that it has no lines for.
func (m *mending) run(ctx context.Context, of, left []*issuedLine) (mended, isNow bool, err error) {
	if err := m.order.compareHeader(ctx, m.tx, m.header, &m.wrong); err != nil {
		return false, false, err
	}
	sold, err := m.order.readSold(ctx, m.tx)
	if err != nil {
		return false, false, err
	}
	for i, issued := range of {
		line := &m.order.Lines[i]
		part := sold[line.PartNumber]
		switch {
		case issued == nil:
			differ(&m.wrong, strings.TrimSuffix(at(i, ""), "."), "no such line", "a line")
		case part == nil:
			m.wrong.Add(fault.Missing(at(i, "partNumber"), "PartNumber", line.PartNumber))
		default:
			m.line(i, part, issued)
		}
	}
	for _, l := range left {
		differ(&m.wrong, "input.lines", "the line "+lineName(l.granted.OrderLine), "no such line")
	}
	if len(m.mends) > 0 {
		if err := m.mend(ctx); err != nil {
			return false, false, err
		}
	}
	return len(m.mends) > 0, !m.before, m.wrong.Err()
}

// mend mends the lines that differ.
func (m *mending) mend(ctx context.Context) error {
	ids := make([]gid.ID, len(m.mends))
	for n, d := range m.mends {
		ids[n] = d.item.ID
	}
	amends, field := m.order.OnDifference == vocabulary.OrderDifferenceAmend, "input.period"
	if amends {
		field = "input.lineItem"
	}
	var err error
	if m.changes, err = entitlement.ChangeLines(ctx, m.tx, m.done, m.today(), m.reason, field, amends,
		ids...); err != nil {
		return err
	}
	if !amends {
		m.changes.CoverageFollows()
	}
	for _, d := range m.mends {
		if amends {
			m.amend(d)
		} else {
			m.correct(d)
		}
	}
	if err := inSteps(ctx, m.mends); err != nil || len(m.wrong) > 0 {
		return err
	}
	if err := m.changes.Write(ctx); err != nil {
		return err
	}
	if amends {
		return nil
	}
	if err := m.correctCoverages(ctx); err != nil || len(m.wrong) > 0 {
		return err
	}
	return m.changes.WarnOfOverhang(ctx)
}

// inSteps does the first steps of all lines, and then the second ones, and so on.
func inSteps(ctx context.Context, list []*mend) error {
	for n, left := 0, true; left; n++ {
		left = false
		for _, d := range list {
			if n >= len(d.steps) {
				continue
			}
			left = true
			if err := d.steps[n](ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// readSold returns the part numbers of the lines.
func (o *Order) readSold(ctx context.Context, tx store.Tx) (map[gid.ID]*catalog.Sold, error) {
	parts := make([]gid.ID, len(o.Lines))
	for i := range o.Lines {
		parts[i] = o.Lines[i].PartNumber
	}
	slices.Sort(parts)
	return catalog.ReadSold(ctx, tx, slices.Compact(parts))
}

// differences returns what differs of a line, by the names of the fields. An order that changes what was issued changes
// only what it says otherwise than before: what is corrected by hand, or deployed on another day, stays. A line that is
// to be reported differs from what it is now, or from what was issued: from that which it is most like.
func (m *mending) differences(i int, part *catalog.Sold, l *issuedLine) map[string]*fault.Error {
	line := &m.order.Lines[i]
	var issued, now fault.List
	line.compare(i, part, l.issued, l.activationID, &issued)
	line.compare(i, part, l.present(), l.activationID, &now)
	fieldsOf := func(list fault.List) map[string]*fault.Error {
		found := map[string]*fault.Error{}
		for _, refusal := range change.Refusals(list.Err()) {
			found[strings.TrimPrefix(refusal.Field, at(i, ""))] = refusal
		}
		return found
	}
	asIssued, differs := fieldsOf(issued), fieldsOf(now)
	for field := range differs {
		switch {
		case l.said != nil:
			if line.repeats(field, l.said) {
				delete(differs, field)
			}
		case field == "price" && l.paid() == nil:
			delete(differs, field) // it is not known what was paid for all
		case m.order.OnDifference == vocabulary.OrderDifferenceAmend && field != "pieces" && field != "price" &&
			asIssued[field] == nil:
			delete(differs, field)
		}
	}
	if !m.order.changes() && len(asIssued) < len(differs) {
		m.before = m.before || len(asIssued) == 0
		return asIssued
	}
	return differs
}

// line finds out what is mended of a line, and adds what differs besides.
func (m *mending) line(i int, part *catalog.Sold, l *issuedLine) {
	d := &mend{i: i, part: part, issuedLine: l, differs: m.differences(i, part, l)}
	line := &m.order.Lines[i]
	var mends []string
	switch m.order.OnDifference {
	case vocabulary.OrderDifferenceAmend:
		if d.is("pieces") {
			mends = []string{"pieces", "price"}
		}
	case vocabulary.OrderDifferenceCorrect:
		mends = []string{"pieces", "orderLine"}
		if line.Price != nil {
			mends = append(mends, "price")
		}
		if m.mendsInstalments(d) {
			mends = append(mends, "instalments")
		}
		if !l.granted.Perpetual {
			mends = append(mends, "startsOn", "endsOn")
		} else if line.EndsOn == nil {
			mends = append(mends, "startsOn")
		}
	}
	if d.is("partNumber") {
		mends = nil
	}
	will := false
	for _, field := range []string{"orderLine", "activationId", "partNumber", "pieces", "startsOn", "endsOn",
		"startsLatestOn", "price", "price.amount", "price.currency", "instalments"} {
		switch {
		case !d.is(field):
		case slices.Contains(mends, field):
			will = true
		default:
			m.wrong.Add(d.differs[field])
		}
	}
	if will {
		m.mends = append(m.mends, d)
	}
}

// amend gives a line item as many as the order says now, less what credit notes gave back, from a day on. Credit notes
// that count from later days give back from the new number.
func (m *mending) amend(d *mend) {
	line, from := &m.order.Lines[d.i], d.changesFrom(m.today())
	if m.order.AmendsFrom != nil {
		from = *m.order.AmendsFrom
	}
	d.steps = append(d.steps, func(ctx context.Context) error {
		if p := m.changes.Facts(d.item.ID).InForce(from); p != nil {
			own := append(slices.Clone(d.credited), d.last())
			if refusal := d.overtaken(at(d.i, "pieces"), from, p, own...); refusal != nil {
				m.wrong.Add(refusal)
				return nil
			}
		}
		grant, ok := m.grant(d, d.last(), from, 0)
		if !ok {
			return nil
		}
		_, err := m.changes.Amend(ctx, entitlement.Amendment{LineItem: d.item.ID, StartsOn: from, Grant: grant,
			Purchase: entitlement.Purchase{OrderNumber: &m.number, OrderLine: &line.Name, Price: m.more(d, nil)}})
		return place(&m.wrong, d.i, "input.amendsFrom", err)
	})
	m.creditAgain(d, from, func(ctx context.Context, row *ent.Period, on day.Day, grant entitlement.Grant) error {
		_, err := m.changes.Amend(ctx, entitlement.Amendment{LineItem: d.item.ID, StartsOn: on, Grant: grant,
			Purchase: entitlement.Purchase{OrderNumber: &row.OrderID, OrderLine: &row.OrderLine,
				CreditSystem: orNone(row.CreditSystemID)}})
		return place(&m.wrong, d.i, "input.amendsFrom", err)
	})
}

// creditAgain adds the steps that let the credit notes that count from days after another one give back from a new
// number: give is called with the period of each that is in force on its day, and with what that grants now.
func (m *mending) creditAgain(d *mend, after day.Day,
	give func(ctx context.Context, row *ent.Period, on day.Day, grant entitlement.Grant) error) {
	for _, on := range d.creditDays(after) {
		d.steps = append(d.steps, func(ctx context.Context) error {
			row := m.creditedOn(d, on)
			if row == nil {
				return nil
			}
			grant, ok := m.grant(d, row, on, 0)
			if !ok {
				return nil
			}
			return give(ctx, row, on, grant)
		})
	}
}

// creditedOn returns the period of a credit note that begins on a day and is in force then; nil if there is none.
func (m *mending) creditedOn(d *mend, on day.Day) *ent.Period {
	p := m.changes.Facts(d.item.ID).InForce(on)
	if p == nil || p.First == nil || *p.First != on {
		return nil
	}
	row := m.changes.Period(d.item.ID, p.ID)
	if !slices.ContainsFunc(d.credited, func(c *ent.Period) bool { return ofOneNote(c, row) }) {
		return nil
	}
	return row
}

// grant returns how much the pieces of a line grant on a day on the terms of a period, less what credit notes gave back
// that count on the day and rank before the period, or all of them if before is 0. It returns false after a refusal.
func (m *mending) grant(d *mend, p *ent.Period, on day.Day, before clock.Instant) (entitlement.Grant, bool) {
	part := d.part
	if part.Unit == nil || part.PackSize == nil {
		m.wrong.Add(part.Incomplete(at(d.i, "partNumber")))
		return entitlement.Grant{}, false
	}
	granted, overdraft, counted := part.OfPieces(int64(m.order.Lines[d.i].Pieces), versionOf(part, p))
	back := d.givenBack(on, before)
	if counted && back > 0 {
		if granted -= back; granted < 0 {
			m.wrong.Add(fault.Bad(at(d.i, "pieces"), "Credit notes have given back more than this from {on} on.",
				"Give more pieces, or correct the line item with correctPeriod.", fault.With("on", value.OfDay(on))))
			return entitlement.Grant{}, false
		}
		overdraft, counted = part.OverdraftOf(granted, versionOf(part, p))
	}
	if !counted {
		m.wrong.Add(uncountable(d.i))
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
func (m *mending) more(d *mend, but *ent.Period) *entitlement.Price {
	price := m.order.Lines[d.i].Price
	if price == nil {
		return nil
	}
	left, err := catalog.MinorOf(at(d.i, "price"), price.Amount, price.Currency)
	if err != nil {
		return nil // it was refused
	}
	for _, p := range append([]*ent.Period{d.granted}, d.amended...) {
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

// place adds the refusals of another change to those of a line. first is the field that has its first day. Other errors
// are returned.
func place(wrong *fault.List, i int, first string, err error) error {
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
