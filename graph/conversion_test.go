package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// unitAsRead is a unit of measure as the contract answers it.
type unitAsRead struct {
	Code               string
	CountsAsOneEnglish *string
	CountsAsOneGerman  *string
	Conversions        []struct {
		Unit                   struct{ Code string }
		Numerator, Denominator string
		Factor                 *string
	}
}

// convertsInto returns the conversions as texts, such as "API_CALL 1000/1 1000".
func (u unitAsRead) convertsInto() []string {
	list := []string{}
	for _, c := range u.Conversions {
		factor := "none"
		if c.Factor != nil {
			factor = *c.Factor
		}
		list = append(list, fmt.Sprintf("%s %s/%s %s", c.Unit.Code, c.Numerator, c.Denominator, factor))
	}
	return list
}

// readUnits returns the units by their code.
func readUnits(t testing.TB, env *testenv.Env) map[string]unitAsRead {
	t.Helper()
	data, _ := testenv.Must[struct {
		UnitsOfMeasure struct{ Nodes []unitAsRead }
	}](t, env, `{ unitsOfMeasure(first: 100) { nodes { code countsAsOneEnglish countsAsOneGerman
		conversions { unit { code } numerator denominator factor } } } }`, nil)
	units := map[string]unitAsRead{}
	for _, u := range data.UnitsOfMeasure.Nodes {
		units[u.Code] = u
	}
	return units
}

// seedUnits adds the units of a new installation, and those of money in two currencies.
func seedUnits(t testing.TB, env *testenv.Env) {
	t.Helper()
	var money []catalog.Unit
	for _, currency := range []string{"EUR", "CHF", "JPY"} {
		for _, code := range []string{"REVENUE", "REVENUE_MILLION"} {
			u, known := catalog.UnitIn(code, currency)
			if !known {
				t.Fatalf("no unit %s in %s", code, currency)
			}
			money = append(money, u)
		}
	}
	if _, err := catalog.SeedUnits(testenv.Operator(t), env.Store.Client(), money...); err != nil {
		t.Fatal(err)
	}
}

// Every unit of a new installation says in both languages what counts as one, and into which units it converts.
func TestUnitsSayWhatCountsAsOneAndConvert(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		seedUnits(t, env)
		units := readUnits(t, env)
		for _, u := range catalog.Units() {
			got := units[u.Code]
			if orEmptyText(got.CountsAsOneEnglish) != u.One.English ||
				orEmptyText(got.CountsAsOneGerman) != u.One.German {
				t.Errorf("%s: %+v", u.Code, got)
			}
		}
		for code, want := range map[string][]string{
			"GIB_STORED":          {"GB_STORED 2097152/1953125 1.073741824"},
			"GB_STORED":           {"GIB_STORED 1953125/2097152 0.931322574615478515625"},
			"GB_DELIVERED":        {},
			"API_CALL":            {"API_CALL_THOUSAND 1/1000 0.001"},
			"API_CALL_THOUSAND":   {"API_CALL 1000/1 1000"},
			"REVENUE_EUR":         {"REVENUE_MILLION_EUR 1/1000000 0.000001"},
			"REVENUE_MILLION_JPY": {"REVENUE_JPY 1000000/1 1000000"},
			"REVENUE":             {},
			"REVENUE_MILLION":     {},
			"UNKNOWN":             {},
			"SEAT":                {},
		} {
			if d := cmp.Diff(want, units[code].convertsInto()); d != "" {
				t.Errorf("%s: %s", code, d)
			}
		}
	})
}

func orEmptyText(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// An operator enters, changes and removes what counts as one of a unit, by the mutations and by a table. A retired
// unit stays among the conversions, and a factor without an exact decimal text is null.
func TestWhatCountsAsOneIsEntered(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		seedUnits(t, env)
		minute := map[string]any{"code": "MINUTE", "singular": "minute", "plural": "minutes", "kind": "TIME",
			"pool": "NONE", "aggregation": "SUM", "baseUnit": "second", "scale": "60", "rule": "Each minute counts.",
			"countsAsOneEnglish": "One minute.", "countsAsOneGerman": "Eine Minute."}
		id := mustChangeCatalog(t, env, "createUnitOfMeasure", minute, "unitOfMeasure")
		read := func(want ...string) {
			t.Helper()
			u := readUnits(t, env)["MINUTE"]
			got := []string{orEmptyText(u.CountsAsOneEnglish), orEmptyText(u.CountsAsOneGerman)}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		}
		read("One minute.", "Eine Minute.")
		change := func(in map[string]any) catalogChange {
			in["unitOfMeasure"] = id
			return changeCatalog(t, env, "changeUnitOfMeasure", in)
		}
		change(map[string]any{"countsAsOneGerman": "", "countsAsOneEnglish": "One full minute."})
		read("One full minute.", "")
		change(map[string]any{"retired": true})
		read("One full minute.", "")
		for _, text := range []string{strings.Repeat("x", 301), "two\nlines", " blanks "} {
			got := change(map[string]any{"countsAsOneEnglish": text, "countsAsOneGerman": text})
			if d := cmp.Diff("BAD_INPUT input.countsAsOneEnglish, BAD_INPUT input.countsAsOneGerman",
				got.codes()); d != "" {
				t.Errorf("%.20q: %s", text, d)
			}
		}
		list := vocabulary.CatalogListUnitsOfMeasure
		if got := importCatalog(t, env, list, "code,countsAsOneEnglish,countsAsOneGerman\nMINUTE,-,Eine Minute.\n"+
			"HOUR,,\n"); len(got.Errors) > 0 {
			t.Error(got.Errors)
		}
		read("", "Eine Minute.")
		units := readUnits(t, env)
		if d := cmp.Diff([]string{"MINUTE 60/1 60"}, units["HOUR"].convertsInto()); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff([]string{"HOUR 1/60 none"}, units["MINUTE"].convertsInto()); d != "" {
			t.Error(d)
		}
		csv := exportCatalog(t, env, list)
		if !strings.Contains(csv, "rule,countsAsOneEnglish,countsAsOneGerman,retired") ||
			!strings.Contains(csv, "Each minute counts.,,Eine Minute.,true") {
			t.Error(csv)
		}
		if again := importCatalog(t, env, list, csv); len(again.Errors) > 0 || len(again.Effects) > 0 {
			out, _ := json.Marshal(again)
			t.Errorf("%s", out)
		}
	})
}

// convertDocument asks for an amount in another unit.
const convertDocument = `query ($amount: Decimal!, $from: ID!, $to: ID!) { convert(amount: $amount, from: $from, to: $to) {
	amount exact numerator denominator unit { code } } }`

// unitID returns the id of a unit with a code.
func unitID(t testing.TB, env *testenv.Env, code string) gid.ID {
	t.Helper()
	return env.Store.Client().UnitOfMeasure.Query().Where(unitofmeasure.Code(code)).OnlyIDX(testenv.Operator(t))
}

// Amounts convert exactly within one kind, base unit and currency, and nothing else converts.
func TestAmountsConvert(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		seedUnits(t, env)
		for name, c := range map[string]struct{ amount, from, to, want string }{
			"up":     {"2.5", "API_CALL_THOUSAND", "API_CALL", "2500 true 2500/1 API_CALL"},
			"down":   {"1", "API_CALL", "API_CALL_THOUSAND", "0.001 true 1/1000 API_CALL_THOUSAND"},
			"binary": {"1", "GIB_STORED", "GB_STORED", "1.073741824 true 2097152/1953125 GB_STORED"},
			"itself": {"007.50", "SEAT", "SEAT", "7.5 true 15/2 SEAT"},
			"zero":   {"0.000", "SEAT", "SEAT", "0 true 0/1 SEAT"},
			"money":  {"1.5", "REVENUE_MILLION_JPY", "REVENUE_JPY", "1500000 true 1500000/1 REVENUE_JPY"},
			"beyond 64": {strings.Repeat("9", 40), "SEAT", "SEAT",
				strings.Repeat("9", 40) + " true " + strings.Repeat("9", 40) + "/1 SEAT"},
			"currency": {"1", "REVENUE_EUR", "REVENUE_CHF", "UNIT_MISMATCH to"},
			"no currency": {"1", "REVENUE_MILLION", "REVENUE",
				"UNIT_MISMATCH to"},
			"kind":        {"1", "SEAT", "GB_STORED", "UNIT_MISMATCH to"},
			"base unit":   {"1", "GB_STORED", "GB_DELIVERED", "UNIT_MISMATCH to"},
			"not known":   {"1", "UNKNOWN", "UNKNOWN", "UNIT_MISMATCH to"},
			"negative":    {"-1", "SEAT", "SEAT", "BAD_INPUT amount"},
			"exponent":    {"1e3", "SEAT", "SEAT", "BAD_INPUT amount"},
			"comma":       {"1,5", "SEAT", "SEAT", "BAD_INPUT amount"},
			"no number":   {"NaN", "SEAT", "SEAT", "BAD_INPUT amount"},
			"infinite":    {"Infinity", "SEAT", "SEAT", "BAD_INPUT amount"},
			"empty":       {"", "SEAT", "SEAT", "BAD_INPUT amount"},
			"long":        {strings.Repeat("9", 41), "SEAT", "SEAT", "BAD_INPUT amount"},
			"no decimals": {"1.", "SEAT", "SEAT", "BAD_INPUT amount"},
		} {
			got := converted(t, env, c.amount, unitID(t, env, c.from), unitID(t, env, c.to))
			if got != c.want {
				t.Errorf("%s: %s, want %s", name, got, c.want)
			}
		}
		seat, nothing := unitID(t, env, "SEAT"), gid.New(gid.UnitOfMeasure, 0)
		for want, units := range map[string][2]gid.ID{"NOT_FOUND from": {nothing, seat},
			"NOT_FOUND to": {seat, nothing}} {
			if got := converted(t, env, "1", units[0], units[1]); got != want {
				t.Errorf("%s, want %s", got, want)
			}
		}
	})
}

// A result without an exact decimal text is told as a fraction, with a text that is rounded half up.
func TestAConvertedAmountSaysIfItIsRounded(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		seedUnits(t, env)
		mustChangeCatalog(t, env, "createUnitOfMeasure", map[string]any{"code": "SECOND", "singular": "second",
			"plural": "seconds", "kind": "TIME", "pool": "NONE", "aggregation": "SUM", "baseUnit": "second",
			"rule": "Each second counts."}, "unitOfMeasure")
		second, hour := unitID(t, env, "SECOND"), unitID(t, env, "HOUR")
		for amount, want := range map[string]string{
			"1":    "0.000277778 false 1/3600 HOUR",
			"1800": "0.5 true 1/2 HOUR",
			"1200": "0.333333333 false 1/3 HOUR",
			"2400": "0.666666667 false 2/3 HOUR",
		} {
			if got := converted(t, env, amount, second, hour); got != want {
				t.Errorf("%s: %s, want %s", amount, got, want)
			}
		}
	})
}

// converted asks for an amount in another unit. It returns a text such as "0.5 true 1/2 HOUR", or code and place of an
// error.
func converted(t testing.TB, env *testenv.Env, amount string, from, to gid.ID) string {
	t.Helper()
	answer := env.Ask(t, convertDocument, map[string]any{"amount": amount, "from": from.String(), "to": to.String()})
	if len(answer.Errors) > 0 {
		return answer.Errors[0].Extensions.Code + " " + answer.Errors[0].Extensions.Field
	}
	var data struct {
		Convert struct {
			Amount, Numerator, Denominator string
			Exact                          bool
			Unit                           struct{ Code string }
		}
	}
	if err := json.Unmarshal(answer.Data, &data); err != nil {
		t.Fatal(err)
	}
	c := data.Convert
	return fmt.Sprintf("%s %t %s/%s %s", c.Amount, c.Exact, c.Numerator, c.Denominator, c.Unit.Code)
}
