package issuing

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	entitlementrow "github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

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
	issued, err := readIssued(ctx, tx, header, source.orderNumber(header), source.issued)
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
	mended, isNow := false, false
	if !source.isSame() {
		m := &mending{Service: s, tx: tx, done: done, order: o, header: header, reason: reason,
			number: source.orderNumber(header)}
		if mended, isNow, err = m.run(ctx, of, left); err != nil {
			return err
		}
	}
	if !mended {
		done.Warn("ALREADY_ISSUED", "The order was issued before, as {number}. Nothing was changed.",
			fault.WithText("number", header.Number))
	}
	if !isNow { // it is the same as before, or an older one, which was overtaken
		return nil
	}
	said := make([]saidLine, len(of))
	for i, l := range of {
		said[i] = saidLine{LineItem: l.item.ID, Line: o.Lines[i]}
	}
	return source.keepAgain(ctx, tx, said)
}

// numbersOf return the numbers by which a line is found: the one that the order said last, or "" if it is not known,
// the one that it has now, and the one that it was issued with.
var numbersOf = []func(*issuedLine) string{
	func(l *issuedLine) string {
		if l.said == nil {
			return ""
		}
		return l.said.Name
	},
	func(l *issuedLine) string { return l.granted.OrderLine },
	func(l *issuedLine) string { return l.issued.OrderLine },
}

// match returns what each line of the order became, or nil for a line that became nothing, and what is left: what was
// issued and belongs to no line.
//
// If all lines of the order have different numbers, they are matched by these numbers, in the order of numbersOf;
// otherwise the first line is matched with what was issued first, and so on. In an order that corrects, the number of a
// line may itself be what is wrong. If as many lines became nothing as are left, they are matched with those, one after
// the other.
func (o *Order) match(issued []*issuedLine) (of, left []*issuedLine) {
	of = make([]*issuedLine, len(o.Lines))
	names := o.placesByName()
	if len(names) < len(o.Lines) {
		return of, issued[copy(of, issued):]
	}
	left = issued
	for _, numberOf := range numbersOf {
		var others []*issuedLine
		for _, l := range left {
			if place, known := names[numberOf(l)]; known && of[place] == nil {
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
		// What was deployed does not differ from an order that is live, nor from the draft that it was.
		if state == vocabulary.IssueStateDraft && made[0].LiftedAt != nil && o.State == vocabulary.IssueStateLive {
			state = o.State
		}
	}
	differ(wrong, "input.state", string(state), string(o.State))
	return nil
}

// compare adds what differs between a line of an order and a period that it became.
func (l *Line) compare(i int, part *catalog.Sold, p *ent.Period, activationID string, wrong *fault.List) {
	differ(wrong, at(i, "orderLine"), p.OrderLine, l.Name)
	if folded := system.ActivationKey(l.ActivationID); folded != "" &&
		folded != system.ActivationKey(activationID) {
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
