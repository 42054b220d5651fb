package graph_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/testenv"
)

// pricesOf are the first days of the periods of a line that were not voided, in their order, with what was paid for
// each, and when.
func pricesOf(t testing.TB, env *testenv.Env, line string) (prices []string) {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct {
			Periods struct {
				Nodes []struct {
					StartsOn    string
					Decision    *string
					Price       *struct{ Amount, Currency string }
					Instalments []struct {
						DueOn string
						Price struct{ Amount string }
					}
				}
			}
		}
	}](t, env, `query ($id: ID!) { lineItem(id: $id) { periods(first: 100) { nodes { startsOn decision
		price { amount currency } instalments { dueOn price { amount } } } } } }`, map[string]any{"id": line})
	for _, p := range got.LineItem.Periods.Nodes {
		if p.Decision != nil && *p.Decision == "WITHDRAWN" {
			continue
		}
		text := p.StartsOn
		if p.Price != nil {
			text += " " + p.Price.Amount + " " + p.Price.Currency
		}
		for _, i := range p.Instalments {
			text += ", " + i.DueOn + " " + i.Price.Amount
		}
		prices = append(prices, text)
	}
	slices.Sort(prices)
	return prices
}

// A term that nobody ordered costs what the term before it cost, at its rate, and is paid in the same way. Nothing is
// made up: what had no price has none.
func TestATermThatIsRenewedByItselfCostsWhatTheOneBeforeItCost(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := func(more map[string]any) string {
			in := map[string]any{"partNumber": w.evergreen, "pieces": 3}
			for name, is := range more {
				in[name] = is
			}
			return issueLine(t, env, w, in, nil)
		}
		lines := map[string]string{
			"paid at once": line(map[string]any{"price": euros("99.90")}),
			"in instalments": line(map[string]any{"price": euros("100"), "instalments": due("2026-11-01", "33.34",
				"2026-12-22", "33.33", "2027-01-31", "33.33")}),
			"amended": line(map[string]any{"price": euros("100"),
				"instalments": due("2026-12-01", "50", "2027-01-01", "50")}),
			"reduced":  line(map[string]any{"price": euros("100")}),
			"unpriced": line(nil),
			"for free": line(map[string]any{"price": euros("0")}),
			"shorter":  line(map[string]any{"price": euros("10"), "endsOn": "2026-12-21"}),
			"deferred": line(map[string]any{"startsOn": "2026-11-30", "price": euros("100"),
				"instalments": due("2026-11-30", "50", "2026-12-31", "50")}),
		}
		env.Clock.Advance(time.Minute)
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": lines["amended"], "startsOn": "2026-12-01",
			"quantity": "8", "price": euros("160")})
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": lines["reduced"], "startsOn": "2026-12-01",
			"quantity": "1"})
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-31"), 8)
		for name, want := range map[string][]string{
			"paid at once": {"2026-11-22 99.9 EUR", "2027-02-22 99.9 EUR"},
			"in instalments": {
				"2026-11-22 100 EUR, 2026-11-01 33.34, 2026-12-22 33.33, 2027-01-31 33.33",
				"2027-02-22 100 EUR, 2027-02-01 33.34, 2027-03-22 33.33, 2027-04-30 33.33"},
			"amended": {"2026-11-22 100 EUR, 2026-12-01 50, 2027-01-01 50", "2026-12-01 160 EUR",
				"2027-02-22 266.67 EUR, 2027-03-01 133.34, 2027-04-01 133.33"},
			"reduced":  {"2026-11-22 100 EUR", "2026-12-01", "2027-02-22 33.33 EUR"},
			"unpriced": {"2026-11-22", "2027-02-22"},
			"for free": {"2026-11-22 0 EUR", "2027-02-22 0 EUR"},
			"shorter":  {"2026-11-22 10 EUR", "2026-12-22 30 EUR"},
			"deferred": {"2026-11-30 100 EUR, 2026-11-30 50, 2026-12-31 50",
				"2027-03-01 100 EUR, 2027-02-28 50, 2027-03-31 50"},
		} {
			if d := cmp.Diff(want, pricesOf(t, env, lines[name])); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
		mustBeHealthy(t, env)
	})
}

// Under a successor of another length, a term costs as much a day as the one before it.
func TestATermOfAnotherLengthCostsTheSameADay(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		year := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-G2", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 1, "termUnit": "YEARS",
			"cancelDays": 90}, "partNumber")
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "pieces": 2,
			"price":       euros("92"),
			"instalments": due("2026-11-22", "46", "2027-01-01", "46")}, nil)
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.evergreen, "successor": year},
			"partNumber")
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 1)
		if d := cmp.Diff([]string{"2026-11-22 92 EUR, 2026-11-22 46, 2027-01-01 46",
			"2027-02-22 365 EUR, 2027-02-22 182.5, 2027-04-03 182.5"}, pricesOf(t, env, line)); d != "" {
			t.Error(d)
		}
		mustBeHealthy(t, env)
	})
}

// A correction to a right without an end, and back, leaves a period as evergreen as it was, with its amendments. The
// preview says so, and so does the term once its renewal was decided for good.
func TestAPeriodIsEvergreenAgainAfterItHadNoEnd(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "pieces": 5}, nil)
		// What was sold keeps what it was granted with.
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.evergreen, "cancelDays": 60},
			"partNumber")
		standing := func(line string) string {
			all := env.Store.Client().Period.Query().Where(period.LineItemID(parsed(t, line)),
				period.Not(period.HasReplacement()), period.AmendsIDIsNil()).AllX(testenv.Operator(t))
			return all[len(all)-1].ID.String()
		}
		correct := func(line string, more map[string]any) *rightChange {
			t.Helper()
			env.Clock.Advance(time.Minute)
			in := map[string]any{"period": standing(line), "reason": "misread", "dryRun": true}
			for name, is := range more {
				in[name] = is
			}
			dry := mustChangeRight(t, env, "correctPeriod", in)
			in["dryRun"] = false
			wet := mustChangeRight(t, env, "correctPeriod", in)
			if d := cmp.Diff(dry.effects(), wet.effects()); d != "" {
				t.Errorf("the dry run says something else: %s", d)
			}
			return wet
		}
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "startsOn": "2026-12-01",
			"quantity": "7"})
		endless := correct(line, map[string]any{"perpetual": true})
		mustHaveTerms(t, env, line, "2026-11-22 - 5", "2026-12-01 - 7")
		if said := strings.Join(endless.effects(), "\n"); strings.Contains(said, "evergreen") {
			t.Errorf("%s", said)
		}
		mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 0)
		mustBeHealthy(t, env)
		again := correct(line, map[string]any{"endsOn": "2027-03-31"})
		said := strings.Join(again.effects(), "\n")
		if strings.Count(said, " evergreen: - yes") != 2 || strings.Count(said, " cancelUntil: - ") != 2 {
			t.Errorf("%s", said)
		}
		mustHaveTerms(t, env, line, "2026-11-22 2027-03-31 5 until 2027-03-01",
			"2026-12-01 2027-03-31 7 until 2027-03-01")
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-01"), 0)
		mustRenewEvergreens(t, env, dayOf(t, "2027-03-02"), 1)

		plain := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		correct(plain, map[string]any{"perpetual": true})
		correct(plain, map[string]any{"endsOn": "2026-12-31"})
		mustHaveTerms(t, env, plain, "2026-11-22 2026-12-31 5")

		// What was decided for good stays decided.
		final := issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "startsOn": "2026-08-10"}, nil)
		env.Clock.Advance(time.Minute)
		if got := cancelRenewal(t, env, nil, final); got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		mustRenewEvergreens(t, env, testenv.Today, 0)
		correct(final, map[string]any{"perpetual": true})
		correct(final, map[string]any{"endsOn": "2026-11-15"})
		mustBeEvergreen(t, env, final, map[string]string{today: "2026-11-15 cancelled"})
		mustRenewEvergreens(t, env, dayOf(t, "2026-11-23"), 0)
		mustBeHealthy(t, env)
	})
}
