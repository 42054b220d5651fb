package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// issued is the answer of a mutation that issues, deploys or sends.
type issued struct {
	Entitlement *struct {
		ID, Number, ShipToEmail string
		Decision                string
		Visible                 bool
		ExternalIDs             []struct {
			Kind, Value string
			System      struct{ Code string }
		} `json:"externalIds"`
	}
	Lines []struct {
		Index    int
		LineItem *issuedItem
	}
	Effects []struct {
		Kind, Label   string
		Field         *string
		Before, After *struct{ Text string }
	}
	Warnings []struct{ Code, Message string }
	Errors   []struct{ Code, Field, Message, Remedy string }
}

type issuedItem struct {
	ID, ActivationID, Status, StartsOn, EndsOn string
	Perpetual                                  bool
	Quantity, Granted, Overdraft               *struct{ Amount string }
	IsCovered                                  bool
	CoverageEndsOn                             string
	CoverageItems                              struct {
		Nodes []struct {
			Coverage struct {
				Kind, Status, StartsOn string
				Level                  *struct{ Code string }
			}
		}
	}
	Periods struct {
		Nodes []struct {
			Term, StartRule, Status string
			TermLength              int
			Price                   *struct{ Amount, Currency string }
			PartNumber              struct{ Code string }
			LicenseModelVersion     struct{ Number int }
			OrderReference          *struct{ Number, Line string }
		}
	}
	Ledger struct {
		Nodes []struct {
			Kind, EffectiveOn string
			Amount            struct{ Amount string }
		}
	}
}

const issuedItemFields = `id activationId status startsOn endsOn perpetual quantity { amount } granted { amount }
	overdraft { amount } isCovered coverageEndsOn
	coverageItems { nodes { coverage { kind status startsOn level { code } } } }
	periods { nodes { term startRule status termLength price { amount currency } partNumber { code }
		licenseModelVersion { number } orderReference { number line } } }
	ledger { nodes { kind effectiveOn amount { amount } } }`

const issuedHeader = `entitlement { id number shipToEmail decision visible
	externalIds { kind value system { code } } }`

// issue sends one of the mutations that issue. lines is the selection of the lines; "" for none.
func issue(t testing.TB, env *testenv.Env, mutation string, input map[string]any, lines string) (out issued) {
	t.Helper()
	if lines != "" {
		lines = "lines { index lineItem { " + lines + " } }"
	}
	got, _ := testenv.Must[struct{ Change issued }](t, env, fmt.Sprintf(
		"mutation ($input: %s%sInput!) { change: %s(input: $input) { %s %s effects { kind label field before { text } "+
			"after { text } } warnings { code message } errors { code field message remedy } } }",
		strings.ToUpper(mutation[:1]), mutation[1:], mutation, issuedHeader, lines), map[string]any{"input": input})
	return got.Change
}

func (i issued) codes() string {
	var list []string
	for _, e := range i.Errors {
		list = append(list, e.Code+" "+e.Field)
	}
	return strings.Join(list, ", ")
}

func (i issued) warnings() string {
	var list []string
	for _, w := range i.Warnings {
		list = append(list, w.Code)
	}
	return strings.Join(list, ", ")
}

// issuingWorld is a catalog with a part number of each kind, and accounts.
type issuingWorld struct {
	enteredCatalog
	account, partner, other                              string
	perpetual, trial, pool, first, each, retired, gapped string
	evergreen                                            string
}

func issuingOver(t testing.TB, env *testenv.Env) *issuingWorld {
	t.Helper()
	w := &issuingWorld{enteredCatalog: enterCatalog(t, env)}
	env.Fill(t, func(f *testenv.Fixture) {
		account, partner := f.Account("Harbor Works"), f.Account("Partner")
		w.account, w.partner, w.other = account.String(), partner.String(), f.Account("Other").String()
		if err := f.Client().Account.UpdateOneID(partner).SetKind(vocabulary.AccountKindChannelPartner).
			Exec(f.Context()); err != nil {
			t.Fatal(err)
		}
	})
	pool := mustChangeCatalog(t, env, "createUnitOfMeasure", map[string]any{"code": "LIFTS",
		"singular": "thousand lifts", "plural": "thousands of lifts", "kind": "COUNT", "pool": "NONE",
		"aggregation": "SUM", "baseUnit": "lift", "scale": "1000", "rule": "Each lift counts."}, "unitOfMeasure")
	part := func(code string, more map[string]any) string {
		in := map[string]any{"code": code, "product": w.product, "unit": w.unit, "startRule": "FIXED"}
		for name, is := range more {
			in[name] = is
		}
		return mustChangeCatalog(t, env, "createPartNumber", in, "partNumber")
	}
	w.perpetual = part("LIFT-P", map[string]any{"term": "PERPETUAL", "overdraft": 2, "coverageKind": "MAINTENANCE",
		"coverageLength": 1, "coverageLengthUnit": "YEARS", "coverageLevel": w.level})
	w.trial = part("LIFT-T", map[string]any{"term": "TRIAL", "termLength": 30, "termUnit": "DAYS",
		"coverageKind": "SUPPORT", "coverageLength": 6, "coverageLengthUnit": "MONTHS"})
	w.pool = part("LIFT-U", map[string]any{"term": "SUBSCRIPTION", "termLength": 1, "termUnit": "MONTHS", "unit": pool,
		"packSize": 10})
	w.first = part("LIFT-F", map[string]any{"term": "SUBSCRIPTION", "termLength": 1, "termUnit": "YEARS",
		"startRule": "FIRST_ACTIVATION", "coverageKind": "SUPPORT"})
	w.each = part("LIFT-E", map[string]any{"term": "SUBSCRIPTION", "termLength": 1, "termUnit": "YEARS",
		"startRule": "EACH_ACTIVATION"})
	w.evergreen = part("LIFT-G", map[string]any{"term": "SUBSCRIPTION", "termLength": 3, "termUnit": "MONTHS",
		"coverageKind": "SUPPORT", "cancelDays": 30})
	w.gapped = mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-GAP"}, "partNumber")
	w.retired = part("LIFT-OLD", map[string]any{"term": "PERPETUAL"})
	mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.retired, "retired": true},
		"partNumber")
	return w
}

// order returns an input of issueEntitlement. Each line is a part number, or a map.
func (w *issuingWorld) order(more map[string]any, lines ...any) map[string]any {
	in := map[string]any{"account": w.account}
	list := make([]any, len(lines))
	for i, l := range lines {
		if part, ok := l.(string); ok {
			l = map[string]any{"partNumber": part}
		}
		list[i] = l
	}
	in["lines"] = list
	for name, is := range more {
		in[name] = is
	}
	return in
}

// checkHealth runs the doctor, who finds everything that does not fit together.
func checkHealth(t testing.TB, env *testenv.Env) {
	t.Helper()
	report, err := doctor.Check(context.Background(), env.Store)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		if f.Broken > 0 && !f.Warning {
			t.Errorf("the doctor finds %+v", f)
		}
	}
}

// mailsOf returns the arguments of the mails that wait.
func mailsOf(t testing.TB, env *testenv.Env) (list []string) {
	t.Helper()
	rows, err := env.Store.Catalog(t.Context(), "SELECT CAST(args AS text) FROM river_job ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var args string
		if err := rows.Scan(&args); err != nil {
			t.Fatal(err)
		}
		list = append(list, strings.ReplaceAll(args, `\"`, `"`))
	}
	return list
}

// Each kind of part number becomes the right that it stands for.
func TestEachKindOfPartNumberIsIssued(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		got := issue(t, env, "issueEntitlement", w.order(
			map[string]any{"orderReference": "PO-1", "channelPartner": w.partner, "shipToEmail": "goods@example.com",
				"description": "Ordered at the fair.", "source": map[string]any{"externalId": "4711"}},
			map[string]any{"partNumber": w.perpetual, "pieces": 3, "startsOn": "2026-03-01", "orderLine": "10",
				"price": map[string]any{"amount": "300.50", "currency": "EUR"}},
			map[string]any{"partNumber": w.part, "pieces": 2, "startsOn": "2026-03-01", "orderLine": "20"},
			map[string]any{"partNumber": w.trial, "activationId": "MY-OWN-ID"},
			map[string]any{"partNumber": w.pool, "pieces": 2, "startsOn": "2026-12-01"},
			w.first, w.each,
			map[string]any{"partNumber": w.part, "startsOn": "2026-11-01", "endsOn": "2026-12-31"}), issuedItemFields)
		if len(got.Errors) > 0 || got.warnings() != "COVERAGE_OVERHANG" || len(got.Lines) != 7 {
			t.Fatalf("%+v", got)
		}
		e := got.Entitlement
		if e.Number != "PO-1" || e.Decision != "" || !e.Visible || len(e.ExternalIDs) != 1 ||
			e.ExternalIDs[0].Value != "4711" || e.ExternalIDs[0].Kind != "order" ||
			e.ExternalIDs[0].System.Code != "orders" {
			t.Errorf("%+v", e)
		}
		var lines []string
		for i, l := range got.Lines {
			if l.Index != i {
				t.Errorf("line %d has the index %d", i, l.Index)
			}
			lines = append(lines, l.LineItem.text())
		}
		if d := cmp.Diff([]string{
			"LIFT-P PERPETUAL FIXED ACTIVE 2026-03-01..forever quantity 3 granted 3 overdraft 6 of PO-1/10 for 300.5 " +
				"EUR, ledger OPEN 3 on 2026-03-01, MAINTENANCE GOLD ACTIVE 2026-03-01..2027-02-28, covered",
			"LIFT-1 SUBSCRIPTION FIXED ACTIVE 2026-03-01..2027-02-28 quantity 10 granted 10 overdraft 0 of PO-1/20, " +
				"ledger OPEN 10 on 2026-03-01, SUPPORT GOLD ACTIVE 2026-03-01..2027-02-28, covered",
			"LIFT-T TRIAL FIXED ACTIVE 2026-11-22..2026-12-21 quantity 1 granted 1 overdraft 0 of PO-1/, ledger OPEN " +
				"1 on 2026-11-22, SUPPORT ACTIVE 2026-11-22..2027-05-21, covered",
			"LIFT-U SUBSCRIPTION FIXED FUTURE 2026-12-01..2026-12-31 quantity 20 granted 0 overdraft 0 of PO-1/",
			"LIFT-F SUBSCRIPTION FIRST_ACTIVATION AWAITING_ACTIVATION .. quantity 1 granted 0 overdraft 0 of PO-1/, " +
				"length 1, SUPPORT AWAITING_ACTIVATION ..",
			"LIFT-E SUBSCRIPTION EACH_ACTIVATION ACTIVE 2026-11-22.. quantity 1 granted 1 overdraft 0 of PO-1/, " +
				"length 1, ledger OPEN 1 on 2026-11-22",
			"LIFT-1 SUBSCRIPTION FIXED ACTIVE 2026-11-01..2026-12-31 quantity 5 granted 5 overdraft 0 of PO-1/, " +
				"ledger OPEN 5 on 2026-11-01, SUPPORT GOLD ACTIVE 2026-11-01..2026-12-31, covered",
		}, lines); d != "" {
			t.Error(d)
		}
		if got.Lines[2].LineItem.ActivationID != "MY-OWN-ID" || len(got.Lines[0].LineItem.ActivationID) != 23 {
			t.Errorf("activation ids %q, %q", got.Lines[2].LineItem.ActivationID, got.Lines[0].LineItem.ActivationID)
		}
		mails := mailsOf(t, env)
		if len(mails) != 1 || !strings.Contains(mails[0], "MY-OWN-ID") ||
			!strings.Contains(mails[0], `"3 cranes"`) || !strings.Contains(mails[0], "goods@example.com") ||
			!strings.Contains(mails[0], "Harbor Works") {
			t.Errorf("mails %s", mails)
		}
		checkHealth(t, env)
	})
}

// An order that is recorded once its term has ended opens the ledger with what it granted, and a step ends that. One of
// which the grace has not ended opens it on its first day, too.
func TestAnOrderOfAPastTermOpensTheLedger(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		got := issue(t, env, "issueEntitlement", w.order(nil,
			map[string]any{"partNumber": w.part, "pieces": 2, "startsOn": "2026-02-01", "endsOn": "2026-03-31"},
			map[string]any{"partNumber": w.part, "startsOn": "2026-11-01", "endsOn": "2026-11-20"}), issuedItemFields)
		if len(got.Errors) > 0 || len(got.Lines) != 2 {
			t.Fatalf("%+v", got)
		}
		var ledgers []string
		for _, l := range got.Lines {
			text := l.LineItem.Status
			for _, e := range l.LineItem.Ledger.Nodes {
				text += ", " + e.Kind + " " + e.Amount.Amount + " on " + e.EffectiveOn
			}
			ledgers = append(ledgers, text+", granted "+l.LineItem.Granted.Amount)
		}
		if d := cmp.Diff([]string{
			"EXPIRED, STEP -10 on 2026-04-15, OPEN 10 on 2026-02-01, granted 0",
			"IN_GRACE, OPEN 5 on 2026-11-01, granted 5",
		}, ledgers); d != "" {
			t.Error(d)
		}
		checkHealth(t, env)
	})
}

func (l *issuedItem) text() string {
	p := l.Periods.Nodes[0]
	ends := l.EndsOn
	if l.Perpetual {
		ends = "forever"
	}
	text := fmt.Sprintf("%s %s %s %s %s..%s quantity %s granted %s overdraft %s", p.PartNumber.Code, p.Term,
		p.StartRule, l.Status, l.StartsOn, ends, l.Quantity.Amount, l.Granted.Amount, l.Overdraft.Amount)
	if p.OrderReference != nil {
		text += " of " + p.OrderReference.Number + "/" + p.OrderReference.Line
	}
	if p.Price != nil {
		text += " for " + p.Price.Amount + " " + p.Price.Currency
	}
	if p.TermLength > 0 {
		text += fmt.Sprint(", length ", p.TermLength)
	}
	for _, e := range l.Ledger.Nodes {
		text += ", ledger " + e.Kind + " " + e.Amount.Amount + " on " + e.EffectiveOn
	}
	for _, c := range l.CoverageItems.Nodes {
		if c.Coverage.Status == "WITHDRAWN" {
			continue // a coverage of the draft that was replaced
		}
		text += ", " + c.Coverage.Kind
		if c.Coverage.Level != nil {
			text += " " + c.Coverage.Level.Code
		}
		text += " " + c.Coverage.Status + " " + c.Coverage.StartsOn + ".." + l.CoverageEndsOn
	}
	if l.IsCovered {
		text += ", covered"
	}
	return text
}

// An order that is sent again changes nothing, and one with the same name and another content is refused.
func TestAnOrderIsIssuedOnce(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, more map[string]any) map[string]any {
			in := w.order(more, map[string]any{"partNumber": w.part, "pieces": pieces, "orderLine": "10"},
				map[string]any{"partNumber": w.perpetual, "orderLine": "20"})
			in["source"] = map[string]any{"externalId": "SO-7"}
			return in
		}
		first := issue(t, env, "issueEntitlement", order(2, nil), "id")
		if len(first.Errors) > 0 || first.Entitlement.Number != "SO-7" {
			t.Fatalf("%+v", first)
		}
		again := issue(t, env, "issueEntitlement", order(2, nil), "id")
		if again.warnings() != "ALREADY_ISSUED" || len(again.Effects) > 0 ||
			cmp.Diff(first.Entitlement, again.Entitlement) != "" || cmp.Diff(first.Lines, again.Lines) != "" {
			t.Errorf("%+v, first %+v", again, first)
		}
		// In another order, the lines are the same by their numbers.
		turned := order(2, nil)
		lines := turned["lines"].([]any)
		turned["lines"] = []any{lines[1], lines[0]}
		if got := issue(t, env, "issueEntitlement", turned, "id"); got.warnings() != "ALREADY_ISSUED" ||
			got.Lines[0].LineItem.ID != first.Lines[1].LineItem.ID {
			t.Errorf("%+v", got)
		}
		for want, in := range map[string]map[string]any{
			"ORDER_DIFFERS input.lines.0.pieces": order(3, nil),
			"ORDER_DIFFERS input.shipToEmail":    order(2, map[string]any{"shipToEmail": "a@example.com"}),
			"ORDER_DIFFERS input.state":          order(2, map[string]any{"state": "TEST"}),
			"ORDER_DIFFERS input.account":        order(2, map[string]any{"account": w.other}),
			"ORDER_DIFFERS input.lines.0.endsOn": withLine(order(2, nil), 0, "endsOn", "2026-12-24"),
			"ORDER_DIFFERS input.lines.1.price":  withLine(order(2, nil), 1, "price", someMoney),
			"ORDER_DIFFERS input.lines.1, ORDER_DIFFERS input.lines": withLine(order(2, nil), 1, "orderLine",
				"30"),
			"ORDER_DIFFERS input.lines.1.partNumber": withLine(order(2, nil), 1, "partNumber", w.trial),
		} {
			if got := issue(t, env, "issueEntitlement", in, "id"); got.codes() != want {
				t.Errorf("%s: %+v", want, got.Errors)
			}
		}
		checkHealth(t, env)
	})
}

var someMoney = map[string]any{"amount": "1", "currency": "EUR"}

func withLine(in map[string]any, line int, field string, is any) map[string]any {
	in["lines"].([]any)[line].(map[string]any)[field] = is
	return in
}

// What prevents an order is told all at once, and nothing is issued.
func TestOrdersAreRefused(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		taken := issue(t, env, "issueEntitlement", w.order(map[string]any{"number": "E-1"},
			map[string]any{"partNumber": w.part, "activationId": "TAKEN"},
			map[string]any{"partNumber": w.part, "activationId": "Mixed-\u00c9"}), "id")
		if len(taken.Errors) > 0 {
			t.Fatalf("%+v", taken)
		}
		none := gid.New(gid.PartNumber, 0).String()
		var gone string
		env.Fill(t, func(f *testenv.Fixture) {
			id := f.After(9000).Account("Gone")
			gone = id.String()
			former := gid.New(gid.System, 0)
			for _, err := range []error{
				f.Client().Account.UpdateOneID(id).SetRetiredAt(1).Exec(f.Context()),
				f.Client().System.Create().SetID(former).SetCode("former").SetName("Former").
					SetKind(vocabulary.SystemKindEntitlement).Exec(f.Context()),
				f.Client().ExternalID.Create().SetSystemID(former).SetKind("activation").SetValue("Former").
					SetValueKey("former").SetEntityID(parsed(t, taken.Lines[0].LineItem.ID)).
					SetAccountID(parsed(t, w.account)).Exec(f.Context()),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		many := make([]any, 1001)
		for i := range many {
			many[i] = w.part
		}
		for _, c := range []struct {
			want string
			in   map[string]any
		}{
			{"PART_NUMBER_INCOMPLETE input.lines.0.partNumber, RETIRED input.lines.1.partNumber, " +
				"NOT_FOUND input.lines.2.partNumber", w.order(nil, w.gapped, w.retired, none)},
			{"ACCOUNT_RETIRED input.account, NOT_FOUND input.channelPartner", w.order(map[string]any{"account": gone,
				"channelPartner": gid.New(gid.Account, 0).String()}, w.part)},
			{"BAD_INPUT input.channelPartner", w.order(map[string]any{"channelPartner": w.other}, w.part)},
			{"NOT_FOUND input.account", w.order(map[string]any{"account": gid.New(gid.Account, 0).String()}, w.part)},
			{"NUMBER_TAKEN input.number", w.order(map[string]any{"number": "E-1"}, w.part)},
			{"ACTIVATION_ID_TAKEN input.lines.1.activationId", w.order(nil, w.part,
				map[string]any{"partNumber": w.part, "activationId": "TAKEN"})},
			{"ACTIVATION_ID_TAKEN input.lines.1.activationId", w.order(nil,
				map[string]any{"partNumber": w.part, "activationId": "TWICE"},
				map[string]any{"partNumber": w.part, "activationId": "TWICE"})},
			{"BAD_INPUT input.lines.0.startsOn, BAD_INPUT input.lines.1.endsOn, " +
				"TERMS_NOT_VALID input.lines.2.startsOn, NOT_OFFERED input.lines.2.partNumber",
				w.order(nil, map[string]any{"partNumber": w.first, "startsOn": "2026-12-01"},
					map[string]any{"partNumber": w.perpetual, "endsOn": "2027-12-01"},
					map[string]any{"partNumber": w.part, "startsOn": "2025-12-31"})},
			{"BAD_INPUT input.lines.0.startsOn, BAD_INPUT input.lines.1.startsOn", w.order(nil,
				map[string]any{"partNumber": w.part, "startsOn": "9999-06-01"},
				map[string]any{"partNumber": w.perpetual, "startsOn": "9999-06-01"})},
			{"ACTIVATION_ID_TAKEN input.lines.0.activationId, ACTIVATION_ID_TAKEN input.lines.1.activationId",
				w.order(nil, map[string]any{"partNumber": w.part, "activationId": "FORMER"},
					map[string]any{"partNumber": w.part, "activationId": "MixeD-\u00e9"})},
			{"ACTIVATION_ID_TAKEN input.lines.1.activationId", w.order(nil,
				map[string]any{"partNumber": w.part, "activationId": "NeW-\u00e9"},
				map[string]any{"partNumber": w.part, "activationId": "nEw-\u00c9"})},
			{"BAD_RANGE input.lines.0.endsOn",
				w.order(nil, map[string]any{"partNumber": w.part, "endsOn": "2026-11-21"})},
			{"BAD_INPUT input.shipToEmail, BAD_INPUT input.lines.0.pieces",
				w.order(map[string]any{"shipToEmail": "nobody"}, map[string]any{"partNumber": w.part, "pieces": 0})},
			{"BAD_INPUT input.lines.0.price.currency", w.order(nil, map[string]any{"partNumber": w.part,
				"price": map[string]any{"amount": "1", "currency": "XXX1"}})},
			{"BAD_INPUT input.lines", w.order(nil)},
			{"LIST_TOO_LONG input.lines", w.order(nil, many...)},
			{"NOT_FOUND input.source.system", w.order(map[string]any{"source": map[string]any{"externalId": "x",
				"system": gid.New(gid.System, 0).String()}}, w.part)},
		} {
			got := issue(t, env, "issueEntitlement", c.in, "id")
			if got.codes() != c.want || got.Entitlement != nil || len(got.Effects) > 0 {
				t.Errorf("%s, want %s: %+v", got.codes(), c.want, got.Errors)
			}
		}
		env.Fill(t, func(f *testenv.Fixture) {
			system, account := gid.New(gid.System, 0), parsed(t, w.account)
			for _, err := range []error{
				f.Client().System.Create().SetID(system).SetCode("old").SetName("Old").
					SetKind(vocabulary.SystemKindEntitlement).Exec(f.Context()),
				f.Client().Home.Create().SetAccountID(account).SetProductLineID(parsed(t, w.line)).
					SetSystemID(system).SetSince(clock.Instant(1)).Exec(f.Context()),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		if got := issue(t, env, "issueEntitlement", w.order(nil, w.part), "id"); got.codes() != "HOME_ELSEWHERE " {
			t.Errorf("a home elsewhere: %+v", got)
		}
		checkHealth(t, env)
	})
}

func parsed(t testing.TB, text string) gid.ID {
	t.Helper()
	id, err := gid.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// A draft grants nothing until it is deployed, and a test never does.
func TestADraftIsDeployed(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT",
			"shipToEmail": "goods@example.com"}, map[string]any{"partNumber": w.part, "startsOn": "2026-05-01"},
			w.perpetual, w.first), issuedItemFields)
		if len(draft.Errors) > 0 || draft.Entitlement.Decision != "DRAFT" || draft.Entitlement.Visible {
			t.Fatalf("%+v", draft)
		}
		for _, l := range draft.Lines {
			if l.LineItem.Status != "DRAFT" || l.LineItem.IsCovered {
				t.Errorf("%+v", l.LineItem)
			}
		}
		test := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "TEST",
			"shipToEmail": "goods@example.com"}, w.part), issuedItemFields)
		if test.Entitlement.Decision != "TEST" || test.Lines[0].LineItem.Status != "TEST" {
			t.Errorf("%+v", test)
		}
		for _, e := range []issued{draft, test} {
			if got := issue(t, env, "sendActivationIds", map[string]any{"entitlement": e.Entitlement.ID},
				""); got.codes() != "NOT_LIVE input.entitlement" {
				t.Errorf("sent: %+v", got)
			}
		}
		deploy := func(e issued, more map[string]any) issued {
			in := map[string]any{"entitlement": e.Entitlement.ID}
			for name, is := range more {
				in[name] = is
			}
			return issue(t, env, "deployEntitlement", in, "")
		}
		if got := deploy(test, nil); got.codes() != "NOT_A_DRAFT input.entitlement" {
			t.Errorf("a test was deployed: %+v", got)
		}
		if mails := mailsOf(t, env); len(mails) > 0 {
			t.Errorf("mails of what is not live: %s", mails)
		}
		if got := deploy(draft, map[string]any{"startsOn": "2026-11-01", "dryRun": true}); len(got.Errors) > 0 {
			t.Errorf("%+v", got)
		}
		if got := deploy(draft, map[string]any{"startsOn": "2026-11-01"}); len(got.Errors) > 0 ||
			got.Entitlement.Decision != "" || !got.Entitlement.Visible {
			t.Fatalf("%+v", got)
		}
		var now []string
		for _, l := range draft.Lines {
			got, _ := testenv.Must[struct{ LineItem issuedItem }](t, env,
				`query ($id: ID!) { lineItem(id: $id) { `+issuedItemFields+` } }`, map[string]any{"id": l.LineItem.ID})
			now = append(now, got.LineItem.text())
		}
		if d := cmp.Diff([]string{
			"LIFT-1 SUBSCRIPTION FIXED ACTIVE 2026-11-01..2027-10-31 quantity 5 granted 5 overdraft 0, " +
				"ledger OPEN 5 on 2026-05-01, SUPPORT GOLD ACTIVE 2026-11-01..2027-10-31, covered",
			"LIFT-P PERPETUAL FIXED ACTIVE 2026-11-01..forever quantity 1 granted 1 overdraft 2, ledger OPEN 1 on " +
				"2026-11-22, MAINTENANCE GOLD ACTIVE 2026-11-01..2027-10-31, covered",
			"LIFT-F SUBSCRIPTION FIRST_ACTIVATION AWAITING_ACTIVATION .. quantity 1 granted 0 overdraft 0, length " +
				"1, SUPPORT AWAITING_ACTIVATION ..",
		}, now); d != "" {
			t.Error(d)
		}
		activation := draft.Lines[0].LineItem.ActivationID
		if mails := mailsOf(t, env); len(mails) != 1 || !strings.Contains(mails[0], activation) {
			t.Errorf("mails %s", mails)
		}
		if got := deploy(draft, nil); got.codes() != "NOT_A_DRAFT input.entitlement" {
			t.Errorf("deployed twice: %+v", got)
		}
		if got := issue(t, env, "sendActivationIds", map[string]any{"entitlement": draft.Entitlement.ID,
			"to": "other@example.com", "language": "DE"}, ""); len(got.Errors) > 0 || len(got.Effects) != 1 {
			t.Errorf("%+v", got)
		}
		if mails := mailsOf(t, env); len(mails) != 2 || !strings.Contains(mails[1], "other@example.com") {
			t.Errorf("mails %s", mails)
		}
		checkHealth(t, env)
	})
}

// The largest order is one request, and its statements do not grow with each line, except those that settle.
func TestAThousandLinesAreIssued(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		lines := make([]any, 1000)
		for i := range lines {
			lines[i] = map[string]any{"partNumber": w.part, "pieces": 1 + i, "orderLine": fmt.Sprint(10 * i)}
		}
		answer := env.Ask(t, `mutation ($input: IssueEntitlementInput!) { issueEntitlement(input: $input) {
			lines { lineItem { id granted { amount } } } errors { code field } } }`,
			map[string]any{"input": w.order(map[string]any{"shipToEmail": "goods@example.com"}, lines...)})
		var got struct {
			IssueEntitlement struct {
				Lines []struct {
					LineItem struct {
						ID      string
						Granted struct{ Amount string }
					}
				}
			}
		}
		if err := json.Unmarshal(answer.Data, &got); err != nil || len(answer.Errors) > 0 {
			t.Fatalf("%s %+v %v", answer.Data, answer.Errors, err)
		}
		if n := len(got.IssueEntitlement.Lines); n != 1000 {
			t.Fatalf("%d lines", n)
		}
		for i, l := range got.IssueEntitlement.Lines {
			if want := fmt.Sprint(5 * (1 + i)); l.LineItem.Granted.Amount != want {
				t.Fatalf("line %d grants %s, want %s", i, l.LineItem.Granted.Amount, want)
			}
		}
		settling := 0
		for _, statement := range answer.Statements {
			if strings.HasPrefix(statement, "UPDATE") && strings.Contains(statement, "line_items") {
				settling++
			}
		}
		if rest := len(answer.Statements) - settling; settling > 1000 || rest > 120 {
			t.Errorf("%d statements, and %d that settle", rest, settling)
		}
		checkHealth(t, env)
	})
}

// Of two requests at once that issue the same order, one issues it.
func TestTheSameOrderAtOnceIsIssuedOnce(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		const requests = 4
		answers := make([]issued, requests)
		var running sync.WaitGroup
		for i := range requests {
			running.Go(func() {
				in := w.order(map[string]any{"source": map[string]any{"externalId": "SO-1"}}, w.part)
				answers[i] = issue(t, env, "issueEntitlement", in, "id")
			})
		}
		running.Wait()
		made := 0
		for _, a := range answers {
			if len(a.Errors) > 0 || cmp.Diff(a.Entitlement, answers[0].Entitlement) != "" {
				t.Errorf("%+v", a)
			}
			if a.warnings() == "" {
				made++
			}
		}
		ctx := store.Unscoped(testenv.Operator(t))
		n, err := env.Store.Client().Entitlement.Query().Count(ctx)
		if err != nil || n != 1 || made != 1 {
			t.Errorf("%d entitlements, %d requests that made one, %v", n, made, err)
		}
		checkHealth(t, env)
	})
}

// The partner of a sale is told by the entitlement, and another account sees nothing of it.
func TestOnlyTheAccountSeesWhatWasIssued(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		made := issue(t, env, "issueEntitlement", w.order(map[string]any{"channelPartner": w.partner}, w.part), "id")
		if len(made.Errors) > 0 {
			t.Fatalf("%+v", made)
		}
		for name, account := range map[string]string{"partner": w.partner, "other": w.other} {
			var who gid.ID
			env.Fill(t, func(f *testenv.Fixture) { who = f.After(7000).Member(parsed(t, account), "of "+name) })
			answer := env.As(signedIn(t, env, who)).Ask(t, `query ($id: ID!) { entitlement(id: $id) { id } }`,
				map[string]any{"id": made.Entitlement.ID})
			if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "NOT_FOUND" {
				t.Errorf("%s: %s %+v", name, answer.Data, answer.Errors)
			}
			refused := env.As(signedIn(t, env, who)).Ask(t,
				`mutation ($id: ID!) { deployEntitlement(input: {entitlement: $id}) { errors { code } } }`,
				map[string]any{"id": made.Entitlement.ID})
			if !strings.Contains(string(refused.Data), "FORBIDDEN") {
				t.Errorf("%s deploys: %s", name, refused.Data)
			}
		}
	})
}

// A number that is taken gets another one behind it, and a right whose mail may not be sent is issued all the same.
func TestNumbersThatAreTakenAndMailsThatAreTooMany(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		in := w.order(map[string]any{"orderReference": "PO-1", "shipToEmail": "goods@example.com"}, w.part)
		for _, want := range []string{"PO-1", "PO-1-2", "PO-1-3"} {
			if got := issue(t, env, "issueEntitlement", in, ""); got.Entitlement.Number != want ||
				len(got.Warnings) > 0 {
				t.Errorf("%+v, want %s", got, want)
			}
		}
		none := issue(t, env, "issueEntitlement", w.order(nil, w.part), "")
		if !strings.HasPrefix(none.Entitlement.Number, "ENT-") {
			t.Errorf("%+v", none.Entitlement)
		}
		err := env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Exec(ctx, "UPDATE mail_budgets SET sent = 200")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		late := issue(t, env, "issueEntitlement", in, "")
		if late.warnings() != "MAIL_NOT_SENT" || late.Entitlement == nil {
			t.Errorf("%+v", late)
		}
		again := issue(t, env, "sendActivationIds", map[string]any{"entitlement": late.Entitlement.ID}, "")
		if again.codes() != "RATE_LIMITED input.to" {
			t.Errorf("%+v", again)
		}
		if got := issue(t, env, "sendActivationIds", map[string]any{"entitlement": none.Entitlement.ID},
			""); got.codes() != "BAD_INPUT input.to" {
			t.Errorf("%+v", got)
		}
		if mails := mailsOf(t, env); len(mails) != 3 {
			t.Errorf("%d mails", len(mails))
		}
	})
}
