package graph_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// due writes instalments for an input: pairs of a day and an amount.
func due(pairs ...string) []any {
	list := []any{}
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, map[string]any{"dueOn": pairs[i], "amount": pairs[i+1]})
	}
	return list
}

func euros(amount string) map[string]any { return map[string]any{"amount": amount, "currency": "EUR"} }

// periodPaid is how a period is paid.
type periodPaid struct {
	ID          string
	Price       *struct{ Amount, Currency string }
	Instalments []struct {
		DueOn string
		Price struct{ Amount, Currency string }
	}
	ReplacedBy *struct{ ID string }
}

// text returns the price and its instalments, such as "10 EUR: 2027-01-01 4 EUR, 2028-01-01 6 EUR".
func (p *periodPaid) text() string {
	text := "no price"
	if p.Price != nil {
		text = p.Price.Amount + " " + p.Price.Currency
	}
	var list []string
	for _, i := range p.Instalments {
		list = append(list, i.DueOn+" "+i.Price.Amount+" "+i.Price.Currency)
	}
	if len(list) == 0 {
		return text
	}
	return text + ": " + strings.Join(list, ", ")
}

// paid returns how the periods of a line item are paid, in the order in which they were recorded; what was voided is
// left out.
func paid(t testing.TB, env *testenv.Env, line string) (texts []string, last string) {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct{ Periods struct{ Nodes []periodPaid } }
	}](t, env, `query ($id: ID!) { lineItem(id: $id) { periods { nodes { id price { amount currency }
		instalments { dueOn price { amount currency } } replacedBy { id } } } } }`, map[string]any{"id": line})
	for _, p := range got.LineItem.Periods.Nodes {
		if p.ReplacedBy == nil {
			texts, last = append(texts, p.text()), p.ID
		}
	}
	return texts, last
}

// effectOf returns what the effects say of the instalments.
func (c *rightChange) effectOf(field string) (text string) {
	for _, e := range c.Effects {
		if e.Field != nil && *e.Field == field && e.After != nil {
			text = e.After.Text
		}
	}
	return text
}

// dryAndRealRight sends a mutation of rights as a dry run and then in earnest, and expects the same effects.
func dryAndRealRight(t *testing.T, env *testenv.Env, mutation string, in map[string]any) *rightChange {
	t.Helper()
	dry := maps.Clone(in)
	dry["dryRun"] = true
	would, did := changeRight(t, env, mutation, dry), mustChangeRight(t, env, mutation, in)
	told := func(c *rightChange) (list []string) {
		for _, e := range c.Effects {
			if e.Field != nil && e.After != nil && e.After.SubjectID == nil {
				list = append(list, e.Kind+" "+*e.Field+" "+e.After.Text)
			}
		}
		return list
	}
	if d := cmp.Diff(told(would), told(did)); d != "" {
		t.Errorf("%s: the dry run and the real run differ: %s", mutation, d)
	}
	return did
}

// The instalments of a period are recorded with it and never change: an amendment has its own, and a correction carries
// them or gives others.
func TestAPeriodIsPaidInInstalments(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		in := w.order(map[string]any{"number": "DEAL-1"}, map[string]any{"partNumber": w.part,
			"startsOn": "2026-03-01", "endsOn": "2028-02-29", "activationId": "DEAL-1-1",
			"price": euros("1000.01"), "instalments": due("2026-02-01", "500.01", "2027-03-01", "500")},
			map[string]any{"partNumber": w.part, "price": euros("7"), "activationId": "DEAL-1-2"})
		made := dryAndReal(t, env, in)
		line := made.Lines[0].LineItem.ID
		expect := func(what string, want ...string) (last string) {
			t.Helper()
			got, last := paid(t, env, line)
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q, want %q", what, got, want)
			}
			checkHealth(t, env)
			return last
		}
		issued := "1000.01 EUR: 2026-02-01 500.01 EUR, 2027-03-01 500 EUR"
		if got, _ := paid(t, env, made.Lines[1].LineItem.ID); !slices.Equal(got, []string{"7 EUR"}) {
			t.Errorf("paid at once: %q", got)
		}
		period := expect("issued", issued)
		env.Clock.Advance(time.Minute)

		// A correction of something else carries them.
		c := dryAndRealRight(t, env, "correctPeriod", map[string]any{"period": period, "endsOn": "2029-02-28",
			"reason": "three years"})
		if got := c.effectOf("instalments"); got != strings.TrimPrefix(issued, "1000.01 EUR: ") {
			t.Errorf("the effects tell %q", got)
		}
		period = expect("corrected days", issued)
		// Another price, or another currency of it, demands them anew.
		for name, price := range map[string]map[string]any{"price": euros("900"),
			"currency": {"amount": "1000.01", "currency": "USD"}} {
			got := changeRight(t, env, "correctPeriod", map[string]any{"period": period, "price": price, "reason": "x"})
			if got.codes() != "INSTALMENTS_DIFFER input.instalments" {
				t.Errorf("another %s: %+v", name, got.Errors)
			}
		}
		dryAndRealRight(t, env, "correctPeriod", map[string]any{"period": period, "reason": "dollars",
			"price":       map[string]any{"amount": "900", "currency": "USD"},
			"instalments": due("2026-03-01", "300", "2027-03-01", "300", "2028-03-01", "300")})
		dollars := "900 USD: 2026-03-01 300 USD, 2027-03-01 300 USD, 2028-03-01 300 USD"
		period = expect("corrected price", dollars)
		got := changeRight(t, env, "correctPeriod", map[string]any{"period": period, "reason": "x",
			"instalments": due("2026-03-01", "300", "2027-03-01", "300", "2028-03-01", "300")})
		if got.codes() != "BAD_INPUT input" {
			t.Errorf("the same instalments again: %+v", got.Errors)
		}
		mustChangeRight(t, env, "correctPeriod", map[string]any{"period": period, "reason": "other days",
			"instalments": due("2026-04-01", "450", "2027-04-01", "450")})
		period = expect("corrected instalments", "900 USD: 2026-04-01 450 USD, 2027-04-01 450 USD")
		mustChangeRight(t, env, "correctPeriod", map[string]any{"period": period, "reason": "at once",
			"instalments": due()})
		expect("paid at once", "900 USD")

		// An amendment is paid by itself, and so is a renewal.
		dryAndRealRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "startsOn": "2027-01-01",
			"quantity": "9", "price": euros("20"), "instalments": due("2027-01-01", "5", "2027-02-01", "15")})
		amended := expect("amended", "900 USD", "20 EUR: 2027-01-01 5 EUR, 2027-02-01 15 EUR")
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "startsOn": "2027-06-01",
			"quantity": "10"})
		expect("amended without a price", "900 USD", "20 EUR: 2027-01-01 5 EUR, 2027-02-01 15 EUR", "no price")
		mustChangeRight(t, env, "correctPeriod", map[string]any{"period": amended, "quantity": "8", "reason": "x"})
		renewal := renewLine(t, env, line, map[string]any{"price": euros("0.03"),
			"instalments": due("2029-03-01", "0.01", "2029-04-01", "0.02")})
		if renewal.codes() != "" {
			t.Fatalf("%+v", renewal)
		}
		expect("renewed", "900 USD", "20 EUR: 2027-01-01 5 EUR, 2027-02-01 15 EUR", "no price",
			"0.03 EUR: 2029-03-01 0.01 EUR, 2029-04-01 0.02 EUR")
	})
}

// What was corrected keeps the instalments that it was recorded with.
func TestAVoidedPeriodKeepsItsInstalments(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "price": euros("10"),
			"instalments": due("2026-12-01", "4", "2027-12-01", "6")}, nil)
		_, period := paid(t, env, line)
		env.Clock.Advance(time.Minute)
		mustChangeRight(t, env, "correctPeriod", map[string]any{"period": period, "reason": "x", "price": euros("12"),
			"instalments": due("2026-12-01", "12")})
		got, _ := testenv.Must[struct{ Period periodPaid }](t, env, `query ($id: ID!) { period(id: $id) {
			price { amount currency } instalments { dueOn price { amount currency } } } }`,
			map[string]any{"id": period})
		if is := got.Period.text(); is != "10 EUR: 2026-12-01 4 EUR, 2027-12-01 6 EUR" {
			t.Errorf("the voided period is paid by %s", is)
		}
		if is, _ := paid(t, env, line); !slices.Equal(is, []string{"12 EUR: 2026-12-01 12 EUR"}) {
			t.Errorf("its replacement is paid by %q", is)
		}
	})
}

// Instalments are refused that are not the price, or not in the order of their days.
func TestInstalmentsThatAreRefused(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		var many []string
		for i := range 121 {
			many = append(many, (testenv.Today+1).Time().AddDate(0, i, 0).Format(time.DateOnly), "1")
		}
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "price": euros("10")}, nil)
		_, period := paid(t, env, line)
		for _, c := range []struct {
			name  string
			price map[string]any
			given []any
			want  string
		}{
			{"without a price", nil, due("2027-01-01", "1"), "BAD_INPUT instalments"},
			{"less than the price", euros("10"), due("2027-01-01", "4", "2028-01-01", "5.99"),
				"INSTALMENTS_DIFFER instalments"},
			{"more than the price", euros("10"), due("2027-01-01", "10.01"), "INSTALMENTS_DIFFER instalments"},
			{"of nothing", euros("10"), due("2027-01-01", "10", "2028-01-01", "0.00"),
				"BAD_INPUT instalments.1.amount"},
			{"with too many decimals", euros("10"), due("2027-01-01", "9.999", "2028-01-01", "0.001"),
				"BAD_INPUT instalments.0.amount, BAD_INPUT instalments.1.amount"},
			{"negative", euros("10"), due("2027-01-01", "-1", "2028-01-01", "11"), "BAD_INPUT instalments.0.amount"},
			{"on one day", euros("10"), due("2027-01-01", "4", "2027-01-01", "6"), "BAD_INPUT instalments.1.dueOn"},
			{"in another order", euros("10"), due("2028-01-01", "2", "2027-01-01", "3", "2027-06-01", "5"),
				"BAD_INPUT instalments.1.dueOn"},
			{"too many", euros("121"), due(many...), "LIST_TOO_LONG instalments"},
			{"beyond 64 bits", euros("90000000000000000"), due("2027-01-01", "90000000000000000", "2028-01-01",
				"90000000000000000"), "BAD_INPUT instalments.1.amount"},
		} {
			in := map[string]any{"instalments": c.given}
			if c.price != nil {
				in["price"] = c.price
			}
			want := func(at string) string {
				return strings.ReplaceAll(c.want, " instalments", " input."+at+"instalments")
			}
			sold := maps.Clone(in)
			sold["partNumber"] = w.part
			for _, more := range []map[string]any{nil, {"source": map[string]any{"externalId": "SO-1"}},
				{"state": "DRAFT"}} {
				got := issue(t, env, "issueEntitlement", w.order(more, sold), "id")
				if got.codes() != want("lines.0.") {
					t.Errorf("%s, issued: %+v", c.name, got.Errors)
				}
			}
			if got := renewLine(t, env, line, in); got.codes() != want("lines.0.") {
				t.Errorf("%s, renewed: %+v", c.name, got.Errors)
			}
			amends := maps.Clone(in)
			maps.Copy(amends, map[string]any{"lineItem": line, "quantity": "3", "startsOn": testenv.Today.String()})
			if got := changeRight(t, env, "amendLineItem", amends); got.codes() != want("") {
				t.Errorf("%s, amended: %+v", c.name, got.Errors)
			}
			if c.price == nil {
				continue // the period has a price
			}
			corrects := maps.Clone(in)
			maps.Copy(corrects, map[string]any{"period": period, "reason": "x"})
			if got := changeRight(t, env, "correctPeriod", corrects); got.codes() != want("") {
				t.Errorf("%s, corrected: %+v", c.name, got.Errors)
			}
		}
		got := changeRight(t, env, "correctPeriod", map[string]any{"period": period, "reason": "x",
			"instalments": due("2027-01-01", "4", "2028-01-01", "7")})
		if got.codes() != "INSTALMENTS_DIFFER input.instalments" ||
			!strings.Contains(got.Errors[0].Message, "11 EUR") || !strings.Contains(got.Errors[0].Message, "10 EUR") {
			t.Errorf("not the price that is recorded: %+v", got.Errors)
		}
		checkHealth(t, env)
	})
}

// An order that is repeated with other instalments differs, and is corrected.
func TestAnOrderRepeatsItsInstalments(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, price string, given []any, more map[string]any) map[string]any {
			in := w.order(more, map[string]any{"partNumber": w.part, "pieces": pieces, "orderLine": "10",
				"startsOn": "2026-03-01", "price": euros(price), "instalments": given})
			in["source"] = map[string]any{"externalId": "SO-7"}
			return in
		}
		corrects := map[string]any{"onDifference": "CORRECT", "reason": "Typed wrongly"}
		line := issue(t, env, "issueEntitlement", order(3, "300", due("2026-03-01", "100", "2027-03-01", "200"), nil),
			"id").Lines[0].LineItem.ID
		sent := func(want string, in map[string]any) {
			t.Helper()
			if got := issue(t, env, "issueEntitlement", in, "id"); got.codes()+got.warnings() != want {
				t.Errorf("%+v, want %s", got, want)
			}
		}
		recorded := func(want ...string) {
			t.Helper()
			if got, _ := paid(t, env, line); !slices.Equal(got, want) {
				t.Errorf("%q, want %q", got, want)
			}
		}
		sent("ALREADY_ISSUED", order(3, "300", due("2026-03-01", "100", "2027-03-01", "200"), nil))
		sent("ALREADY_ISSUED", order(3, "300.00", due("2026-03-01", "100.0", "2027-03-01", "200.00"), nil))
		sent("ORDER_DIFFERS input.lines.0.instalments", order(3, "300", due("2026-03-01", "150", "2027-03-01", "150"),
			nil))
		sent("ORDER_DIFFERS input.lines.0.instalments", order(3, "300", nil, nil))
		sent("ORDER_DIFFERS input.lines.0.instalments", order(3, "300", due("2026-03-01", "300"),
			map[string]any{"onDifference": "AMEND"}))
		sent("INSTALMENTS_DIFFER input.lines.0.instalments", order(3, "300", due("2026-03-01", "301"), corrects))
		env.Clock.Advance(time.Minute)
		if got := dryAndReal(t, env, order(3, "300", due("2026-03-01", "150", "2027-03-01", "150"),
			corrects)); len(got.Errors) > 0 {
			t.Fatalf("%+v", got.Errors)
		}
		recorded("300 EUR: 2026-03-01 150 EUR, 2027-03-01 150 EUR")
		sent("", order(3, "280", due("2026-03-01", "280"), corrects))
		recorded("280 EUR: 2026-03-01 280 EUR")
		sent("", order(3, "290", nil, corrects))
		recorded("290 EUR")
		sent("", order(3, "300", due("2026-03-01", "100", "2027-03-01", "200"), corrects))

		// What was amended by itself is the same order, if its instalments are those of both periods.
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "startsOn": "2026-06-01",
			"quantity": "20", "price": euros("60"), "orderNumber": "SO-7", "orderLine": "10",
			"instalments": due("2026-06-01", "10", "2027-03-01", "50")})
		recorded("300 EUR: 2026-03-01 100 EUR, 2027-03-01 200 EUR",
			"60 EUR: 2026-06-01 10 EUR, 2027-03-01 50 EUR")
		both := due("2026-03-01", "100", "2026-06-01", "10", "2027-03-01", "250")
		sent("ALREADY_ISSUED", order(4, "360", both, corrects))
		sent("ORDER_DIFFERS input.lines.0.instalments", order(4, "360", due("2026-03-01", "360"), corrects))
		checkHealth(t, env)
	})
}

// A draft that is deployed on other days keeps the days of its instalments.
func TestADraftThatMovesKeepsItsInstalments(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"},
			map[string]any{"partNumber": w.part, "startsOn": "2027-01-01", "price": euros("10"),
				"instalments": due("2027-01-01", "4", "2027-07-01", "6")}), "id")
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID,
			"startsOn": "2027-02-01"}, ""); len(got.Errors) > 0 {
			t.Fatalf("%+v", got.Errors)
		}
		if got, _ := paid(t, env, draft.Lines[0].LineItem.ID); !slices.Equal(got,
			[]string{"10 EUR: 2027-01-01 4 EUR, 2027-07-01 6 EUR"}) {
			t.Errorf("%q", got)
		}
		checkHealth(t, env)
	})
}

// A credit note has no instalments.
func TestACreditNoteHasNoInstalments(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := w.order(map[string]any{"source": map[string]any{"externalId": "SO-9"}},
			map[string]any{"partNumber": w.part, "pieces": 3, "orderLine": "10"})
		issue(t, env, "issueEntitlement", order, "id")
		credit := w.order(map[string]any{"source": map[string]any{"externalId": "CN-9"},
			"credits": map[string]any{"externalId": "SO-9"}}, map[string]any{"partNumber": w.part, "pieces": -1,
			"orderLine": "10", "instalments": due("2027-01-01", "1")})
		if got := issue(t, env, "issueEntitlement", credit, "id"); got.codes() !=
			"BAD_INPUT input.lines.0.instalments" {
			t.Errorf("%+v", got.Errors)
		}
	})
}

// Instalments are seen exactly where the price is: they are its parts.
func TestInstalmentsAreSeenWhereThePriceIs(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		given := map[string]any{"partNumber": w.part, "price": euros("10"), "instalments": due("2027-01-01", "10")}
		lines := map[string]string{
			"sold directly": issueLine(t, env, w, given, map[string]any{"number": "A"}),
			"sold through a partner": issueLine(t, env, w, given, map[string]any{"number": "B",
				"channelPartner": w.partner}),
			"a draft": issueLine(t, env, w, given, map[string]any{"number": "C", "state": "DRAFT"}),
		}
		people := map[string]gid.ID{}
		env.Fill(t, func(f *testenv.Fixture) {
			for name, role := range map[string]vocabulary.Role{"administrator": vocabulary.RoleAccountAdministrator,
				"reader": vocabulary.RoleReader, "renewals manager": vocabulary.RoleRenewalsManager} {
				people[name] = f.After(7000+10*len(people)).Member(parsed(t, w.account), name)
				roles, _ := vocabulary.Roles(role)
				f.Client().Membership.Update().Where(membership.UserID(people[name])).SetRoles(roles).
					SetServiceAccess(vocabulary.EveryService).ExecX(f.Context())
			}
			people["somebody else"] = f.After(7100).Member(parsed(t, w.other), "stranger")
		})
		viewers := map[string]*testenv.Env{"operator": env}
		for name, user := range people {
			viewers[name] = env.As(signedIn(t, env, user))
		}
		seen := 0
		for who, as := range viewers {
			for what, line := range lines {
				_, period := paid(t, env, line)
				answer := as.Ask(t, `query ($id: ID!) { period(id: $id) { price { amount currency }
					instalments { dueOn price { amount currency } } } }`, map[string]any{"id": period})
				var got struct{ Period *periodPaid }
				if err := json.Unmarshal(answer.Data, &got); err != nil {
					t.Fatal(err)
				}
				if got.Period == nil {
					continue
				}
				if is := got.Period.text(); is != "no price" && is != "10 EUR: 2027-01-01 10 EUR" {
					t.Errorf("%s, %s: %s", who, what, is)
				}
				if got.Period.Price != nil {
					seen++
				}
			}
		}
		if seen < len(lines)+3 {
			t.Errorf("prices are seen %d times", seen)
		}
	})
}
