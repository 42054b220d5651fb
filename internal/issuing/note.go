package issuing

import (
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// fields collects the fields of a new object that have a value.
type fields []audit.Field

func (f *fields) add(name, is string) {
	if is != "" {
		*f = append(*f, change.Is(name, is)...)
	}
}

// told adds a field whose value is not told if it is "": a dry run does not tell what the real run invents.
func (f *fields) told(name, is string) {
	if is == "" {
		*f = append(*f, audit.Field{Field: name})
		return
	}
	f.add(name, is)
}

func (f *fields) day(name string, is *day.Day) {
	if is != nil && *is != day.Forever {
		f.add(name, is.String())
	}
}

func (f *fields) reference(name string, id gid.ID, label string) {
	if id != 0 {
		f.add(name, value.OfReference(id, label).Form)
	}
}

// note notes what an order became. Numbers and activation ids that were invented are not told if they are secret.
func note(done *change.Record, header *ent.Entitlement, o *Order, lines []*line, secret bool) {
	var is fields
	is.reference("account", header.AccountID, "")
	number := header.Number
	if secret && o.invented {
		number = ""
	}
	is.told("number", number)
	is.add("description", header.Description)
	is.reference("channelPartner", orNone(header.ChannelPartnerID), "")
	is.add("orderReference", header.OrderReference)
	is.add("shipToEmail", header.ShipToEmail)
	if o.State != vocabulary.IssueStateLive {
		is.add("decision", string(o.State))
	}
	created := func(event string, id gid.ID, label string, f fields) {
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: event, Account: header.AccountID, Subject: id,
			Label: label, Fields: f})
	}
	created("EntitlementIssued", header.ID, number, is)
	for _, l := range lines {
		label := l.told(secret)
		created("LineItemIssued", l.id, label, l.itemFields(label))
		created("PeriodGranted", l.period, label, l.periodFields())
		if l.coverage != 0 {
			created("CoverageIssued", l.coverage, label, l.coverageFields())
		}
	}
}

// told returns the activation id of the line item; "" if it was invented and is secret.
func (l *line) told(secret bool) string {
	if secret && l.ActivationID == "" {
		return ""
	}
	return l.activationID
}

func (l *line) itemFields(activationID string) (is fields) {
	is.told("activationId", activationID)
	is.reference("product", l.sold.Product.ID, catalog.LabelOfProduct(l.sold.Product))
	is.reference("unit", l.sold.Unit.ID, l.sold.Unit.Code)
	return is
}

func (l *line) periodFields() (is fields) {
	is.reference("partNumber", l.sold.ID, l.sold.Code)
	is.add("term", string(*l.sold.Term))
	is.add("startRule", string(*l.sold.StartRule))
	is.day("startsOn", l.starts)
	is.day("endsOn", l.ends)
	is.day("startsLatestOn", l.StartsLatestOn)
	if l.sold.CancelDays != nil {
		is.add("evergreen", strconv.FormatBool(true))
		is.day("cancelUntil", entitlement.CancelUntil(l.sold.CancelDays, l.starts, l.ends, false))
	}
	if l.perpetual {
		is.add("perpetual", strconv.FormatBool(true))
	}
	is.add("quantity", value.OfQuantity(quantity.Text(l.quantity, l.sold.Unit.Scale), l.sold.Unit.ID,
		l.sold.Unit.Code).Form)
	if l.minor != nil {
		is.add("price", catalog.FormOfMoney(*l.minor, l.Price.Currency))
	}
	is.add("instalments", entitlement.FormOfInstalments(l.instalments))
	return is
}

func (l *line) coverageFields() (is fields) {
	is.add("kind", string(*l.sold.CoverageKind))
	is.day("startsOn", l.starts)
	is.day("endsOn", &l.covered)
	return is
}
