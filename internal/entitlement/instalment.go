package entitlement

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/instalment"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
)

// InstalmentsDiffer: the instalments do not add up to the price.
const InstalmentsDiffer fault.Code = "INSTALMENTS_DIFFER"

// Instalment is a part of the price of a period that is due on a day, as the client wrote it.
type Instalment struct {
	DueOn day.Day
	// Amount is a decimal number in the main unit of the currency of the price.
	Amount string
}

// maxInstalments is the maximum number of instalments of a period: one a month for ten years.
const maxInstalments = 120

// InstalmentsInOrder lists the instalments of a period by the days on which they are due.
var InstalmentsInOrder = page.Order{Name: "DUE_ON", Columns: []string{instalment.FieldDueOn}}

// ByDueDay lists instalments in the same order.
func ByDueDay(q *ent.InstalmentQuery) { q.Order(ent.Asc(instalment.FieldDueOn)) }

// ReadInstalments reads what a client wrote about how a price is paid, in minor units of its currency. field is the
// path of the list. The rows belong to no period yet. It adds LIST_TOO_LONG, BAD_INPUT or INSTALMENTS_DIFFER. Without a
// price, minor and currency are nil.
func ReadInstalments(wrong *fault.List, field string, given []Instalment, minor *int64,
	currency *string) []*ent.Instalment {
	switch {
	case len(given) == 0:
		return nil
	case minor == nil:
		wrong.Add(fault.Bad(field, "Only a price is paid in instalments, and there is none.",
			"Give the price, too, or leave the instalments out."))
		return nil
	case len(given) > maxInstalments:
		wrong.Add(fault.LongList(field, maxInstalments, len(given)))
		return nil
	}
	before, rows := len(*wrong), make([]*ent.Instalment, len(given))
	for i, one := range given {
		rows[i] = &ent.Instalment{DueOn: one.DueOn, Currency: *currency}
		amount, err := catalog.MinorOfAmount(fmt.Sprintf("%s.%d.amount", field, i), one.Amount, *currency)
		_ = wrong.AddIf(err) // it is a refusal
		if rows[i].PriceMinor = amount; err == nil && amount == 0 {
			wrong.Add(fault.Bad(fmt.Sprintf("%s.%d.amount", field, i), "An instalment is more than nothing.",
				"Give a larger amount, or leave the instalment out."))
		}
		if i > 0 && one.DueOn <= given[i-1].DueOn {
			wrong.Add(fault.Bad(fmt.Sprintf("%s.%d.dueOn", field, i), "The instalment is due on {dueOn}, and the one "+
				"before it on {previous}.", "Give one instalment for each day, in the order of the days.",
				fault.With("dueOn", value.OfDay(one.DueOn)), fault.With("previous", value.OfDay(given[i-1].DueOn))))
		}
	}
	if len(*wrong) == before {
		checkInstalments(wrong, field, rows, *minor, *currency)
	}
	return rows
}

// checkInstalments refuses instalments that do not add up to the price, or that are in another currency.
func checkInstalments(wrong *fault.List, field string, rows []*ent.Instalment, minor int64, currency string) {
	sum := int64(0)
	for i, one := range rows {
		if one.PriceMinor > math.MaxInt64-sum {
			wrong.Add(fault.Bad(fmt.Sprintf("%s.%d.amount", field, i), "The instalments up to this one are more than "+
				"any price.", "Give instalments that add up to the price."))
			return
		}
		sum += one.PriceMinor
	}
	if sum != minor || rows[0].Currency != currency {
		wrong.Add(fault.New(InstalmentsDiffer, field, "The instalments add up to {instalments}, and the price is "+
			"{price}.", "Give instalments that add up to the price.",
			fault.WithText("instalments", catalog.FormOfMoney(sum, rows[0].Currency)),
			fault.WithText("price", catalog.FormOfMoney(minor, currency))))
	}
}

// instalments sets in a period what the input says about how its price is paid. If it says nothing, the instalments of
// the period stay, and must still add up to its price.
func instalments(wrong *fault.List, p *ent.Period, given []Instalment) {
	const field = "input.instalments"
	switch rows := p.Edges.Instalments; {
	case given != nil:
		p.Edges.Instalments = ReadInstalments(wrong, field, given, p.PriceMinor, p.Currency)
	case len(rows) > 0:
		checkInstalments(wrong, field, rows, *p.PriceMinor, *p.Currency)
	}
}

// instalmentsAtOnce is how many instalments one statement adds. A statement has at most 32,766 parameters on SQLite.
const instalmentsAtOnce = 1000

// WriteInstalments stores the instalments of periods that were just recorded.
func WriteInstalments(ctx context.Context, tx store.Tx, periods ...*ent.Period) error {
	var rows []*ent.InstalmentCreate
	for _, p := range periods {
		for _, one := range p.Edges.Instalments {
			rows = append(rows, tx.Client().Instalment.Create().SetAccountID(p.AccountID).SetPeriodID(p.ID).
				SetDueOn(one.DueOn).SetPriceMinor(one.PriceMinor).SetCurrency(one.Currency))
		}
	}
	for part := range slices.Chunk(rows, instalmentsAtOnce) {
		if err := tx.Client().Instalment.CreateBulk(part...).Exec(ctx); err != nil {
			return fmt.Errorf("record instalments: %w", err)
		}
	}
	return nil
}

// FormOfInstalments returns the form in which records keep instalments, such as
// "2027-01-01 500 EUR, 2028-01-01 500 EUR"; "" if there are none.
func FormOfInstalments(rows []*ent.Instalment) string {
	forms := make([]string, len(rows))
	for i, one := range rows {
		forms[i] = one.DueOn.String() + " " + catalog.FormOfMoney(one.PriceMinor, one.Currency)
	}
	return strings.Join(forms, ", ")
}
