package issuing

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"

	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Order is what is to be issued to an account together.
type Order struct {
	Account gid.ID
	// Number is that of the entitlement; "" for one that Muniment makes.
	Number, Description string
	// ChannelPartner is the account through which it was sold; 0 for none.
	ChannelPartner gid.ID
	// ShipTo is the address that gets the activation ids; "" for none.
	ShipTo string
	// Reference is the number of the order, as people know it.
	Reference string
	State     vocabulary.IssueState
	// Source is the name of the order in the system of orders; nil if the request may be issued again and again.
	Source *Source
	// Credits is the name of the order that this one, a credit note, reduces; nil if it is none.
	Credits *Source `json:",omitempty"`
	Lines   []Line
	// OnDifference says what happens if the order was issued before with another content. AmendsFrom is the day from
	// which its amendments count; nil if the rights tell.
	OnDifference vocabulary.OrderDifference `json:"-"`
	AmendsFrom   *day.Day                   `json:"-"`
	// invented says that Muniment made the number at random.
	invented bool
}

// Source is how a system of orders names an order. System is 0 for the only one that nobody has named.
type Source struct {
	System gid.ID
	Name   string
}

// Line is a line of an order, as the client wrote it.
type Line struct {
	PartNumber gid.ID
	// Pieces is how many pieces of the part number were ordered; negative if they were given back.
	Pieces int
	// StartsOn and EndsOn are the first and the last day, both inclusive; nil if the part number tells.
	StartsOn, EndsOn *day.Day
	// StartsLatestOn is the day on which a term starts by itself that no activation has started; nil if there is none.
	StartsLatestOn *day.Day `json:",omitempty"`
	// Price is what was paid for all pieces; nil if it is not known.
	Price *Price
	// Instalments are how the price is paid; none if it is paid at once.
	Instalments []entitlement.Instalment `json:",omitempty"`
	// Name is the line's number in the order.
	Name string
	// ActivationID is "" for one that Muniment makes.
	ActivationID string
}

// Price is an amount in the main unit of a currency, as the client wrote it.
type Price struct{ Amount, Currency string }

// digest tells whether two orders have the same content. If all lines have different numbers, their places do not
// count.
func (o *Order) digest() (int64, error) {
	content := *o
	if len(o.placesByName()) == len(o.Lines) {
		content.Lines = slices.Clone(o.Lines)
		slices.SortFunc(content.Lines, func(a, b Line) int { return cmp.Compare(a.Name, b.Name) })
	}
	text, err := json.Marshal(&content)
	if err != nil {
		return 0, wrap("write the order", err)
	}
	sum := sha256.Sum256(text)
	return int64(binary.BigEndian.Uint64(sum[:])), nil //nolint:gosec // any 64 bits will do
}

// placesByName returns the places of the lines by their numbers. It is as long as the order if all lines have different
// ones.
func (o *Order) placesByName() map[string]int {
	places := map[string]int{}
	for i := range o.Lines {
		if name := o.Lines[i].Name; name != "" {
			places[name] = i
		}
	}
	return places
}

// check checks what can be checked without the database. What it refuses it takes out of the order, so that the rest
// can still be checked with it.
func (o *Order) check(wrong *fault.List) {
	o.Lines = slices.Clone(o.Lines)
	least, most := 1, maxPieces
	if o.Credits != nil {
		least, most = -maxPieces, -1
		o.checkCredit(wrong)
	}
	text := func(field string, given *string) {
		before := len(*wrong)
		if wrong.MaybeLine(field, *given, longestName); len(*wrong) > before {
			*given = ""
		}
	}
	text("input.number", &o.Number)
	wrong.Add(catalog.CheckText("input.description", o.Description, longestDescription)...)
	text("input.orderReference", &o.Reference)
	wrong.Add(checkAddress("input.shipToEmail", o.ShipTo)...)
	o.Source = o.Source.checked(wrong, "input.source.externalId")
	if o.Source.isSame(o.Credits) {
		wrong.Add(fault.Bad("input.source", "The credit note has the name of the order that it credits.",
			"Give the name that the credit note itself has in the system of orders."))
	}
	if o.AmendsFrom != nil && o.OnDifference != vocabulary.OrderDifferenceAmend {
		wrong.Add(fault.Bad("input.amendsFrom", "Only amendments count from a day.",
			"Leave the day out, or give onDifference: AMEND."))
	}
	if len(o.Lines) == 0 {
		wrong.Add(fault.Bad("input.lines", "There is nothing to issue.", "Give at least one line."))
	}
	activations := map[string]bool{}
	for i := range o.Lines {
		l := &o.Lines[i]
		if refusal := catalog.CheckNumber(at(i, "pieces"), l.Pieces, least, most); refusal != nil {
			wrong.Add(refusal)
			l.Pieces = least
		}
		if o.Credits == nil {
			l.checkInstalments(i, wrong)
		}
		text(at(i, "orderLine"), &l.Name)
		l.ActivationID = norm.NFC.String(l.ActivationID)
		text(at(i, "activationId"), &l.ActivationID)
		if folded := system.ActivationKey(l.ActivationID); folded != "" {
			if activations[folded] {
				wrong.Add(entitlement.ActivationIDIsTaken(at(i, "activationId")))
			}
			activations[folded] = true
		}
		if l.StartsOn != nil && l.EndsOn != nil && *l.EndsOn < *l.StartsOn {
			wrong.Add(endsBeforeStart(at(i, "endsOn"), *l.StartsOn, *l.EndsOn))
		}
	}
}

// at is the field of a line in the input.
func at(line int, field string) string { return fmt.Sprintf("input.lines.%d.%s", line, field) }
