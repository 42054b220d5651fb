package legacy

import (
	"regexp"
	"strings"
)

// UnitUnknown is the code of the unit of amounts whose unit the source does not tell.
const UnitUnknown = "UNKNOWN"

// Unit is a unit of the catalog to which a text of the source is mapped.
type Unit struct {
	// Code is the code in the catalog.
	Code string
	// Base is the number of base units in one unit, the scale of the catalog.
	Base int64
	// SourceScale is the scale of meters in the older system for this unit: a raw number divided by it is a
	// number of units.
	SourceScale int64
	// Currency is the ISO 4217 code that the text names, for money only.
	Currency string
}

// Unknown returns the unit for amounts whose unit the source does not tell. It does not convert.
func Unknown() Unit { return Unit{Code: UnitUnknown, Base: 1, SourceScale: 1} }

// Units maps texts to units. It ignores letter case, punctuation and plural forms.
// The zero value is not usable; see NewUnits.
type Units struct {
	texts  map[string]Unit
	models map[string]Unit
	money  *regexp.Regexp
	seen   map[string]Unit
}

// unitText is one row of the mapping: the texts that name a unit, in the form of foldUnit.
type unitText struct {
	unit  Unit
	texts []string
	// inModel are words in the name of a license model that determine the unit.
	inModel []string
}

func unitTexts() []unitText {
	whole := func(code string) Unit { return Unit{Code: code, Base: 1, SourceScale: 1} }
	scaled := func(code string, base, source int64) Unit {
		return Unit{Code: code, Base: base, SourceScale: source}
	}
	return []unitText{
		{whole("SEAT"), []string{"seat", "license seat", "licensed seat"}, []string{"seat"}},
		{whole("NAMED_USER"), []string{"named user", "authorized user", "authorised user"}, []string{"named user"}},
		{whole("CONCURRENT_USER"), []string{"concurrent user", "floating user", "concurrent session",
			"simultaneous user"}, []string{"concurrent"}},
		{whole("EMPLOYEE_USER"), []string{"employee", "employee user"}, nil},
		{whole("ENDPOINT"), []string{"endpoint", "managed endpoint", "end point"}, []string{"endpoint"}},
		{whole("SERVER"), []string{"server"}, []string{"server"}},
		{whole("INSTANCE"), []string{"instance"}, nil},
		{whole("CORE"), []string{"core", "processor core", "cpu core"}, []string{"core"}},
		{whole("CAL_USER"), []string{"cal user", "user cal", "user access license", "user access licence"},
			[]string{"user cal"}},
		{whole("CAL_DEVICE"), []string{"cal device", "device cal", "device access license",
			"device access licence"}, []string{"device cal"}},
		{scaled("GB_STORED", 1_000_000_000, 1), []string{"gb stored", "gigabyte stored", "gbyte stored", "stored gb",
			"stored gigabyte"}, []string{"gb stored", "gigabyte stored"}},
		{scaled("GIB_STORED", 1<<30, 1), []string{"gib stored", "gibibyte stored", "stored gib"},
			[]string{"gib stored"}},
		{scaled("GB_DELIVERED", 1_000_000_000, 1), []string{"gb delivered", "gigabyte delivered", "gbyte delivered",
			"delivered gb", "delivered gigabyte"}, []string{"gb delivered", "gigabyte delivered"}},
		{whole("API_CALL"), []string{"api call", "call"}, nil},
		{scaled("API_CALL_THOUSAND", 1000, 1000), []string{"thousand api call", "thousand call", "api call thousand",
			"1000 api call", "k api call"}, nil},
		{scaled("MILLION_EVENT", 1_000_000, 1_000_000), []string{"million event"}, nil},
		{whole("TOKEN"), []string{"token"}, []string{"token"}},
		{whole("SITE"), []string{"site"}, []string{"site"}},
		{scaled("HOUR", 3600, 1), []string{"hour"}, nil},
		{whole("DEVICE"), []string{"device"}, []string{"device"}},
		{whole("EXTERNAL_USER"), []string{"external user"}, []string{"external user"}},
		{whole("TRANSACTION"), []string{"transaction"}, []string{"transaction"}},
	}
}

// NewUnits returns the mapping. It is not safe for concurrent use.
func NewUnits() *Units {
	u := &Units{texts: map[string]Unit{}, models: map[string]Unit{}, seen: map[string]Unit{},
		money: regexp.MustCompile(`(?i)^(?:[a-z ]*\s)?revenue\s*\(?\s*(million|millions|m)?\s*([a-z]{3})\s*\)?$`)}
	for _, row := range unitTexts() {
		for _, t := range row.texts {
			u.texts[t] = row.unit
		}
		for _, t := range row.inModel {
			u.models[t] = row.unit
		}
	}
	return u
}

// FromText returns the unit that a text names; the second result is false if it names none. "GB" names none, because
// it may be stored or delivered.
func (u *Units) FromText(text string) (Unit, bool) {
	if unit, ok := u.seen[text]; ok {
		return unit, unit.Code != UnitUnknown
	}
	unit, ok := u.texts[foldUnit(text)]
	if !ok {
		unit, ok = u.fromMoney(text)
	}
	if !ok {
		unit = Unknown()
	}
	if len(u.seen) < 4096 {
		u.seen[text] = unit
	}
	return unit, ok
}

func (u *Units) fromMoney(text string) (Unit, bool) {
	m := u.money.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return Unit{}, false
	}
	currency := strings.ToUpper(m[2])
	if minor, ok := minorUnits(currency); !ok {
		return Unit{}, false
	} else if m[1] != "" {
		return Unit{Code: "REVENUE_MILLION", Base: 1_000_000 * minor, SourceScale: 1_000_000, Currency: currency}, true
	} else {
		return Unit{Code: "REVENUE", Base: minor, SourceScale: 1, Currency: currency}, true
	}
}

// minorUnits returns the number of minor units of the currencies that have a hundred of them; the catalog's units of
// money support only these.
func minorUnits(currency string) (int64, bool) {
	switch currency {
	case "USD", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD", "AUD", "INR", "CNY", "BRL", "MXN", "ZAR":
		return 100, true
	}
	return 0, false
}

// FromModel returns the unit in the name of a license model; the second result is false if there is none. The longest
// match wins, so that "Device CAL" is not a device.
func (u *Units) FromModel(name string) (Unit, bool) {
	folded := " " + foldUnit(name) + " "
	best, found := "", false
	for words := range u.models {
		if strings.Contains(folded, " "+words+" ") &&
			(len(words) > len(best) || len(words) == len(best) && words < best) {
			best, found = words, true
		}
	}
	if !found {
		return Unknown(), false
	}
	return u.models[best], true
}

// FromMeter returns the unit of a meter from its texts and its scale, and whether they agree. The meter's own
// code is used only if the text of the scaled unit names no unit.
func (u *Units) FromMeter(scaledText, code string, scale int64) (Unit, bool) {
	unit, ok := u.FromText(scaledText)
	if !ok {
		unit, ok = u.FromText(code)
	}
	switch {
	case ok && unit.SourceScale == scale:
		return unit, true
	case ok && unit.Code == "API_CALL" && scale == 1000:
		return u.texts["thousand api call"], true
	}
	return Unknown(), false
}

// foldUnit converts a text to lower case, keeps only letters and digits, and removes the plural "s".
func foldUnit(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r < 0x80
	})
	for i, w := range words {
		if len(w) > 3 && !strings.HasSuffix(w, "ss") {
			words[i] = strings.TrimSuffix(w, "s")
		}
	}
	return strings.Join(words, " ")
}

// Base returns the number of base units in one unit of a code; 1 for an unknown code.
func (u *Units) Base(code, currency string) int64 {
	for _, unit := range u.texts {
		if unit.Code == code {
			return unit.Base
		}
	}
	minor, _ := minorUnits(currency)
	switch {
	case code == "REVENUE_MILLION" && minor > 0:
		return 1_000_000 * minor
	case code == "REVENUE" && minor > 0:
		return minor
	}
	return 1
}
