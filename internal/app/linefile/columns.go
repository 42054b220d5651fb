package linefile

import (
	"strconv"
	"strings"
)

// The types of a cell. A cell may also be a string or a bool; nil is an empty cell.
type (
	number string // a decimal number, such as 12.5
	date   string // a day, such as 2026-03-31
)

// column is a column of the file.
type column struct {
	english, german string
	width           float64 // of the sheet, in characters
	value           func(*lineItem, *words) any
}

func (c column) header(l Language) string {
	if l == German {
		return c.german
	}
	return c.english
}

var columns = []column{
	{"Account", "Konto", 28, func(l *lineItem, _ *words) any { return l.Account.Name }},
	{"Account id", "Konto-Id", 22, func(l *lineItem, _ *words) any { return l.Account.ID }},
	{"Entitlement", "Berechtigung", 20, func(l *lineItem, _ *words) any { return l.Entitlement.Number }},
	{"Line item id", "Positions-Id", 22, func(l *lineItem, _ *words) any { return l.ID }},
	{"Activation id", "Aktivierungskennung", 26, func(l *lineItem, _ *words) any { return l.ActivationID }},
	{"Part number", "Artikelnummer", 18, func(l *lineItem, _ *words) any {
		if part := l.period().PartNumber; part != nil {
			return part.Code
		}
		return nil
	}},
	{"Product", "Produkt", 32, func(l *lineItem, _ *words) any { return l.Product.Name }},
	{"Version", "Version", 10, func(l *lineItem, _ *words) any { return l.Product.Version }},
	{"Product line", "Produktlinie", 24, func(l *lineItem, _ *words) any { return l.ProductLine.Name }},
	{"Status", "Status", 14, func(l *lineItem, w *words) any { return w.status[l.Status] }},
	{"Quantity", "Menge", 12, func(l *lineItem, w *words) any { return l.Quantity.cell(w) }},
	{"Unit", "Einheit", 20, func(l *lineItem, _ *words) any { return l.Unit.Plural }},
	{"Unit code", "Einheitencode", 16, func(l *lineItem, _ *words) any { return l.Unit.Code }},
	{"Granted", "Gewährt", 12, func(l *lineItem, w *words) any { return l.Granted.cell(w) }},
	{"Used", "In Gebrauch", 12, func(l *lineItem, w *words) any { return l.Used.cell(w) }},
	{"Free", "Frei", 12, func(l *lineItem, w *words) any { return l.Free.cell(w) }},
	{"Overdraft allowed", "Überziehung erlaubt", 18, func(l *lineItem, w *words) any { return l.Overdraft.cell(w) }},
	{"Used too much", "Zu viel in Gebrauch", 18, func(l *lineItem, w *words) any { return l.Excess.cell(w) }},
	{"Starts", "Beginnt", 12, func(l *lineItem, _ *words) any { return dayCell(l.StartsOn) }},
	{"Ends", "Endet", 12, func(l *lineItem, _ *words) any { return dayCell(l.EndsOn) }},
	{"Perpetual", "Dauerhaft", 10, func(l *lineItem, _ *words) any { return l.Perpetual }},
	{"Days left", "Tage übrig", 10, func(l *lineItem, _ *words) any { return daysAfter(l.DaysLeft) }},
	{"Covered", "Abgedeckt", 10, func(l *lineItem, _ *words) any { return l.IsCovered }},
	{"Maintenance until", "Wartung bis", 18, func(l *lineItem, w *words) any { return l.Maintenance.until(w) }},
	{"Subscription until", "Abonnement bis", 18, func(l *lineItem, w *words) any { return l.Subscription.until(w) }},
	{"Support until", "Support bis", 18, func(l *lineItem, w *words) any { return l.Support.until(w) }},
	{"Coverage level", "Abdeckungsstufe", 20, func(l *lineItem, _ *words) any { return l.Level.level() }},
	{"Last coverage ends", "Letzte Abdeckung endet", 22, func(l *lineItem, w *words) any {
		if l.CoveragePerpetual {
			return w.perpetual
		}
		return dayCell(l.CoverageEndsOn)
	}},
	{"Order number", "Bestellnummer", 20, func(l *lineItem, _ *words) any { return l.order().Number }},
	{"Order line", "Bestellposition", 14, func(l *lineItem, _ *words) any { return l.order().Line }},
	{"Channel partner", "Vertriebspartner", 24, func(l *lineItem, _ *words) any {
		if l.Entitlement.ChannelPartner == nil {
			return nil
		}
		return l.Entitlement.ChannelPartner.Name
	}},
	{"Recorded", "Erfasst", 12, func(l *lineItem, _ *words) any { return dayOf(l.CreatedAt) }},
	{"Changed", "Geändert", 12, func(l *lineItem, _ *words) any { return dayOf(l.UpdatedAt) }},
}

func (a *amount) cell(w *words) any {
	switch {
	case a == nil:
		return nil
	case a.Unlimited:
		return w.unlimited
	}
	return number(a.Amount)
}

func (c *covering) until(w *words) any {
	switch {
	case c == nil || c.Coverage == nil:
		return nil
	case c.Coverage.Perpetual:
		return w.perpetual
	}
	return dayCell(c.Coverage.EndsOn)
}

func (c *covering) level() any {
	if c == nil || c.Level == nil {
		return nil
	}
	return c.Level.Name
}

// dayCell returns a day, or an empty cell if there is none.
func dayCell(text string) any {
	if text == "" {
		return nil
	}
	return date(text)
}

// dayOf returns the day of a moment, in UTC.
func dayOf(moment string) any {
	text, _, _ := strings.Cut(moment, "T")
	return dayCell(text)
}

// daysAfter returns how many days follow the day of the file, as the portal counts them, from a count that includes
// that day. It returns an empty cell if nothing is left, not even that day, or if there is no end.
func daysAfter(left *int) any {
	if left == nil || *left == 0 {
		return nil
	}
	return number(strconv.Itoa(*left - 1))
}
