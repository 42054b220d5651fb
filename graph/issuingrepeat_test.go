package graph_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// quantityOn returns what the first line item of an order grants on a day, and what it is covered until.
func quantityOn(t testing.TB, env *testenv.Env, line, on string) string {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct {
			StartsOn, EndsOn string
			Quantity         *struct{ Amount string }
			PeriodInForce    *struct {
				Overdraft      struct{ Amount string }
				OrderReference *struct{ Number, Line string }
				Price          *struct{ Amount string }
			}
		}
	}](t, env, `query ($id: ID!, $on: Date) { lineItem(id: $id) { quantity(on: $on) { amount }
		periodInForce(on: $on) { overdraft { amount } orderReference { number line } price { amount } } } }`,
		map[string]any{"id": line, "on": on})
	p := got.LineItem.PeriodInForce
	if got.LineItem.Quantity == nil || p == nil {
		return "none"
	}
	text := got.LineItem.Quantity.Amount + "+" + p.Overdraft.Amount
	if p.OrderReference != nil {
		text += " " + p.OrderReference.Number + "/" + p.OrderReference.Line
	}
	if p.Price != nil {
		text += " for " + p.Price.Amount
	}
	return text
}

// told returns the effects of an answer without the ids.
func (i issued) told() (list []string) {
	for _, e := range i.Effects {
		text := e.Kind
		if e.Field != nil {
			text += " " + *e.Field
		}
		if e.After != nil && (e.Field == nil || *e.Field != "replaces" && *e.Field != "amends") {
			text += " " + e.After.Text
		}
		list = append(list, text)
	}
	return list
}

// dryAndReal sends an order as a dry run and then in earnest, and expects the same effects.
func dryAndReal(t *testing.T, env *testenv.Env, in map[string]any) issued {
	t.Helper()
	dry := copied(in)
	dry["dryRun"] = true
	would, did := issue(t, env, "issueEntitlement", dry, "id"), issue(t, env, "issueEntitlement", in, "id")
	if d := cmp.Diff(would.told(), did.told()); d != "" || len(did.Errors) == 0 && len(did.Effects) == 0 {
		t.Errorf("the dry run and the real run differ, or did nothing: %s%+v", d, did)
	}
	return did
}

func TestADifferenceOfAnOrderAmends(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(pieces int, price string, more map[string]any) map[string]any {
			in := w.order(more, map[string]any{"partNumber": w.perpetual, "pieces": pieces, "orderLine": "10",
				"startsOn": "2026-03-01", "price": map[string]any{"amount": price, "currency": "EUR"}},
				map[string]any{"partNumber": w.part, "orderLine": "20"})
			in["source"] = map[string]any{"externalId": "SO-7"}
			return in
		}
		amends := func(on string) map[string]any {
			return map[string]any{"onDifference": "AMEND", "amendsFrom": on}
		}
		line := issue(t, env, "issueEntitlement", order(3, "300", nil), "id").Lines[0].LineItem.ID
		got := dryAndReal(t, env, order(5, "460", amends("2026-06-01")))
		if len(got.Errors) > 0 || got.Lines[0].LineItem.ID != line || got.warnings() != "COVERAGE_GROWS" {
			t.Fatalf("%+v", got)
		}
		for on, want := range map[string]string{"2026-05-31": "3+6 /10 for 300", "2026-06-01": "5+10 SO-7/10 for 160"} {
			if is := quantityOn(t, env, line, on); is != want {
				t.Errorf("on %s: %s, want %s", on, is, want)
			}
		}
		again := issue(t, env, "issueEntitlement", order(5, "460", amends("2026-07-01")), "id")
		if again.warnings() != "ALREADY_ISSUED" || len(again.Effects) > 0 {
			t.Errorf("the same once more: %+v", again)
		}
		for want, in := range map[string]map[string]any{
			"ORDER_DIFFERS input.lines.0.pieces, ORDER_DIFFERS input.lines.0.price": order(6, "500",
				nil),
			"ORDER_OVERTAKEN input.lines.0.pieces": order(6, "500", amends("2026-05-01")),
			"ORDER_DIFFERS input.lines.0.price":    order(5, "500", amends("2026-08-01")),
			"ORDER_DIFFERS input.lines.0.partNumber": withLine(order(6, "460", amends("2026-08-01")), 0,
				"partNumber", w.trial),
			"BAD_INPUT input.amendsFrom": order(6, "500", map[string]any{"amendsFrom": "2026-08-01"}),
			"ORDER_DIFFERS input.account": order(6, "500", map[string]any{"account": w.other,
				"onDifference": "AMEND"}),
		} {
			if got := issue(t, env, "issueEntitlement", in, "id"); got.codes() != want {
				t.Errorf("%s: %+v", want, got.Errors)
			}
		}
		if got := dryAndReal(t, env, order(4, "400", amends("2026-09-01"))); len(got.Errors) > 0 {
			t.Errorf("%+v", got)
		}
		if is := quantityOn(t, env, line, "2026-09-01"); is != "4+8 SO-7/10" {
			t.Errorf("with fewer pieces: %s", is)
		}
		checkHealth(t, env)
	})
}

func TestADifferenceOfAnOrderCorrects(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(starts string, pieces int, more map[string]any) map[string]any {
			in := w.order(more, map[string]any{"partNumber": w.part, "pieces": pieces, "startsOn": starts})
			in["source"] = map[string]any{"externalId": "SO-8"}
			return in
		}
		corrects := map[string]any{"onDifference": "CORRECT", "reason": "Typed wrongly"}
		line := issue(t, env, "issueEntitlement", order("2026-03-01", 10, nil), "id").Lines[0].LineItem.ID
		if got := issue(t, env, "issueEntitlement", order("2026-02-01", 8, map[string]any{"onDifference": "CORRECT"}),
			"id"); got.codes() != "BAD_INPUT input.reason" {
			t.Errorf("without a reason: %+v", got)
		}
		if got := dryAndReal(t, env, order("2026-02-01", 8, corrects)); len(got.Errors) > 0 {
			t.Fatalf("%+v", got)
		}
		item, _ := testenv.Must[struct{ LineItem issuedItem }](t, env, `query ($id: ID!) { lineItem(id: $id) {
			startsOn endsOn coverageEndsOn granted { amount } ledger { nodes { kind effectiveOn amount { amount } } } } }`,
			map[string]any{"id": line})
		is := item.LineItem
		if is.StartsOn != "2026-02-01" || is.EndsOn != "2027-01-31" || is.CoverageEndsOn != "2027-01-31" ||
			is.Granted.Amount != "40" || is.Ledger.Nodes[0].Kind != "ADJUST" {
			t.Errorf("%+v", is)
		}
		for want, in := range map[string]map[string]any{
			"ORDER_DIFFERS input.description": order("2026-02-01", 8, map[string]any{"onDifference": "CORRECT",
				"description": "Other", "reason": "Typed wrongly"}),
			"ORDER_DIFFERS input.lines.0.activationId": withLine(order("2026-02-01", 7, corrects), 0, "activationId",
				"OTHER-1"),
		} {
			if got := issue(t, env, "issueEntitlement", in, "id"); got.codes() != want {
				t.Errorf("%s: %+v", want, got.Errors)
			}
		}
		if got := issue(t, env, "issueEntitlement", order("2026-02-01", 8, nil), "id"); got.warnings() !=
			"ALREADY_ISSUED" {
			t.Errorf("the same once more: %+v", got)
		}
		checkHealth(t, env)
	})
}

func TestACreditNoteReducesFromItsDay(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		in := w.order(map[string]any{"source": map[string]any{"externalId": "SO-9"}},
			map[string]any{"partNumber": w.perpetual, "pieces": 5, "orderLine": "10", "startsOn": "2026-03-01"},
			map[string]any{"partNumber": w.part, "orderLine": "20"})
		line := issue(t, env, "issueEntitlement", in, "id").Lines[0].LineItem.ID
		credit := func(name string, line map[string]any, more map[string]any) map[string]any {
			note := map[string]any{"partNumber": w.perpetual, "pieces": -2, "orderLine": "10", "startsOn": "2026-06-01"}
			for name, is := range line {
				note[name] = is
			}
			in := w.order(more, note)
			in["source"], in["credits"] = map[string]any{"externalId": name}, map[string]any{"externalId": "SO-9"}
			return in
		}
		for want, in := range map[string]map[string]any{
			"BAD_INPUT input.lines.0.pieces":        credit("CN-1", map[string]any{"pieces": 2}, nil),
			"BAD_INPUT input.lines.0.orderLine":     credit("CN-1", map[string]any{"orderLine": "30"}, nil),
			"BAD_INPUT input.lines.0.partNumber":    credit("CN-1", map[string]any{"partNumber": w.part}, nil),
			"PERIOD_MISSING input.lines.0.startsOn": credit("CN-1", map[string]any{"startsOn": "2026-02-28"}, nil),
			"NOT_FOUND input.credits.externalId":    credit("CN-1", nil, map[string]any{"account": w.other}),
			"BAD_INPUT input.state":                 credit("CN-1", nil, map[string]any{"state": "DRAFT"}),
		} {
			if got := issue(t, env, "issueEntitlement", in, "id"); got.codes() != want {
				t.Errorf("%s: %+v", want, got.Errors)
			}
		}
		tooMany := credit("CN-1", map[string]any{"pieces": -6}, nil)
		if got := issue(t, env, "issueEntitlement", tooMany, "id"); got.codes() != "BAD_INPUT input.lines.0.pieces" {
			t.Errorf("more than was granted: %+v", got.Errors)
		}
		got := dryAndReal(t, env, credit("CN-1", nil, nil))
		if len(got.Errors) > 0 || got.Lines[0].LineItem.ID != line {
			t.Fatalf("%+v", got)
		}
		if got := issue(t, env, "issueEntitlement", credit("CN-1", nil, nil), "id"); got.warnings() !=
			"ALREADY_ISSUED" || len(got.Effects) > 0 {
			t.Errorf("the same once more: %+v", got)
		}
		other := credit("CN-1", map[string]any{"pieces": -1}, nil)
		if got := issue(t, env, "issueEntitlement", other, "id"); got.codes() !=
			"ORDER_DIFFERS input.source.externalId" {
			t.Errorf("with another content: %+v", got.Errors)
		}
		for on, want := range map[string]string{"2026-05-31": "5", "2026-06-01": "3+6 CN-1/10"} {
			if is := quantityOn(t, env, line, on); !strings.HasPrefix(is, want) {
				t.Errorf("on %s: %s, want %s", on, is, want)
			}
		}
		checkHealth(t, env)
	})
}

// Of two orders that want one activation id at once, one gets it.
func TestTwoOrdersWantOneActivationID(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		answers := make([]issued, 4)
		var running sync.WaitGroup
		for i := range answers {
			running.Go(func() {
				account, id := w.account, "MINE-1"
				if i%2 == 1 {
					account, id = w.other, "mine-1"
				}
				answers[i] = issue(t, env, "issueEntitlement", map[string]any{"account": account,
					"number": fmt.Sprint(i), "lines": []any{map[string]any{"partNumber": w.part,
						"activationId": id}}}, "id")
			})
		}
		running.Wait()
		made := 0
		for _, a := range answers {
			switch a.codes() {
			case "":
				made++
			case "ACTIVATION_ID_TAKEN input.lines.0.activationId":
			default:
				t.Errorf("%+v", a.Errors)
			}
		}
		if made != 1 {
			t.Errorf("%d orders got the id", made)
		}
	})
}

// Operators list drafts and tests over all accounts, and find activation ids in any case.
func TestDraftsAreListed(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		ids := map[string]string{}
		for number, state := range map[string]string{"D-1": "DRAFT", "D-2": "DRAFT", "D-3": "DRAFT", "T-1": "TEST",
			"L-1": "LIVE"} {
			made := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": state, "number": number},
				map[string]any{"partNumber": w.part, "activationId": "ID-" + number}), "id")
			ids[number] = made.Entitlement.ID
		}
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": ids["D-3"]},
			""); len(got.Errors) > 0 {
			t.Fatalf("%+v", got)
		}
		list := func(filter, more string) string {
			answer := env.Ask(t, "{ entitlements("+more+"filter: {"+filter+"}) { totalCount nodes { number } } }", nil)
			return string(answer.Data)
		}
		both := list("decision: [DRAFT]", "")
		if !strings.Contains(both, "D-1") || !strings.Contains(both, "D-2") ||
			!strings.Contains(both, `"totalCount":2`) {
			t.Errorf("drafts: %s", both)
		}
		if one := list("decision: [DRAFT]", "first: 1, "); !strings.Contains(one, `"totalCount":2`) ||
			strings.Count(one, "number") != 1 {
			t.Errorf("a page of drafts: %s", one)
		}
		if all := list(`decision: [TEST, DRAFT], account: "`+w.account+`"`, "orderBy: NUMBER, "); strings.Count(all,
			"number") != 3 {
			t.Errorf("drafts and tests of an account: %s", all)
		}
		broad := env.Ask(t, "{ entitlements(filter: {decision: [WITHDRAWN]}) { totalCount } }", nil)
		if !strings.Contains(fmt.Sprint(broad.Errors), "FILTER_TOO_BROAD") {
			t.Errorf("%+v", broad)
		}
		for _, id := range []string{"ID-L-1", "id-l-1"} {
			if got := env.Ask(t, `query ($account: ID!) { lineItems(filter: {account: $account,
				activationIdStartsWith: "`+id+`"}) { nodes { activationId } } }`,
				map[string]any{"account": w.account}); !strings.Contains(string(got.Data), "ID-L-1") {
				t.Errorf("%s: %s", id, got.Data)
			}
		}
	})
}

// A last day that the order gave stays when a draft is deployed, also if it is that of the part number's length, and
// only what is offered on its first day becomes live.
func TestADeployedDraftKeepsItsLastDay(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		for ends, want := range map[string]string{"2027-04-30": "2027-04-30", "": "2027-11-30"} {
			line := map[string]any{"partNumber": w.part, "startsOn": "2026-05-01"}
			if ends != "" {
				line["endsOn"] = ends
			}
			draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"}, line), "id")
			at := env.Clock.Now()
			env.Clock.Advance(time.Hour)
			if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID,
				"startsOn": "2026-12-01"}, ""); len(got.Errors) > 0 {
				t.Fatalf("%+v", got)
			}
			known := env.Ask(t, `query ($id: ID!, $at: DateTime) { lineItem(id: $id) {
				before: status(on: "2026-06-01", knownAt: $at) now: status(on: "2026-06-01") } }`,
				map[string]any{"id": draft.Lines[0].LineItem.ID, "at": at.String()})
			if !strings.Contains(string(known.Data), `"before":"DRAFT","now":"FUTURE"`) {
				t.Errorf("what was known before the draft was deployed: %s", known.Data)
			}
			item, _ := testenv.Must[struct{ LineItem issuedItem }](t, env,
				"query ($id: ID!) { lineItem(id: $id) { startsOn endsOn } }",
				map[string]any{"id": draft.Lines[0].LineItem.ID})
			if item.LineItem.EndsOn != want {
				t.Errorf("with %q: %+v, want %s", ends, item, want)
			}
		}
		draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"}, w.perpetual), "id")
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.perpetual, "retired": true},
			"partNumber")
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID},
			""); got.codes() != "RETIRED input.entitlement" {
			t.Errorf("%+v", got)
		}
	})
}

// An order tells all that is wrong with it together.
func TestAnOrderTellsAllRefusalsTogether(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		got := issue(t, env, "issueEntitlement", w.order(map[string]any{"number": " bad "},
			map[string]any{"partNumber": w.part, "startsOn": "2026-05-01", "endsOn": "2026-04-01", "pieces": 0},
			w.gapped, map[string]any{"partNumber": w.part, "price": map[string]any{"amount": "1", "currency": "XXX"}}),
			"id")
		for _, want := range []string{"BAD_INPUT input.number", "BAD_INPUT input.lines.0.pieces",
			"BAD_RANGE input.lines.0.endsOn", "PART_NUMBER_INCOMPLETE input.lines.1.partNumber",
			"BAD_INPUT input.lines.2.price.currency"} {
			if !strings.Contains(got.codes(), want) {
				t.Errorf("%s is not told: %s", want, got.codes())
			}
		}
	})
}

// The limit of custom fields holds for one that comes back from retirement, too.
func TestARetiredCustomFieldNeedsAPlace(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var retired string
		for i := range 101 {
			id := fieldOn(t, env, "DEVICE", "TEXT", map[string]any{"code": fmt.Sprintf("field%d", i)})
			if i == 0 {
				retired = id
				env.Ask(t, `mutation ($id: ID!) { changeCustomField(input: {customField: $id, retired: true}) {
					errors { code } } }`, map[string]any{"id": id})
			}
		}
		got := env.Ask(t, `mutation ($id: ID!) { changeCustomField(input: {customField: $id, retired: false}) {
			errors { code field } } }`, map[string]any{"id": retired})
		if !strings.Contains(string(got.Data), `"TOO_MANY_CUSTOM_FIELDS","field":"input.retired"`) {
			t.Errorf("%s", got.Data)
		}
	})
}

// Rows come in any order, also if new part numbers name each other.
func TestPartNumbersThatNameEachOtherAreImported(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		issuingOver(t, env)
		got := importCatalog(t, env, vocabulary.CatalogListPartNumbers, "code,successor\nA,B\nB,C\nC,A\nD,A\n")
		if len(got.refusals()) > 0 {
			t.Fatalf("%v", got.refusals())
		}
		table := exportCatalog(t, env, vocabulary.CatalogListPartNumbers)
		again := importCatalog(t, env, vocabulary.CatalogListPartNumbers, table)
		if len(again.refusals()) > 0 || strings.Contains(strings.Join(again.results(), " "), " CHANGED") {
			t.Errorf("%v %v", again.refusals(), again.results())
		}
	})
}

// An order that was issued as a draft and deployed is the same order if it is sent again as one that is live.
func TestADeployedOrderIsLive(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(state string) issued {
			return issue(t, env, "issueEntitlement", w.order(map[string]any{"state": state,
				"source": map[string]any{"externalId": "SO-8"}}, w.part), "id")
		}
		draft := order("DRAFT")
		if got := order("LIVE"); got.codes() != "ORDER_DIFFERS input.state" {
			t.Errorf("before it is deployed: %+v", got)
		}
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID},
			""); got.codes() != "" {
			t.Fatalf("%+v", got)
		}
		for _, state := range []string{"LIVE", "DRAFT"} {
			if got := order(state); got.codes() != "" || got.warnings() != "ALREADY_ISSUED" {
				t.Errorf("%s: %+v", state, got)
			}
		}
		if got := order("TEST"); got.codes() != "ORDER_DIFFERS input.state" {
			t.Errorf("%+v", got)
		}
	})
}

// Activation ids are one whether their letters are composed or not.
func TestActivationIDsAreComposed(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "activationId": "cafe\u0301-1"}, nil)
		mustChangeRight(t, env, "replaceActivationId", map[string]any{"lineItem": line, "activationId": "cre\u0301me"})
		for _, id := range []string{"caf\u00e9-1", "cr\u00e9me"} {
			got, _ := testenv.Must[struct{ Lookup *struct{ ID string } }](t, env,
				`query ($id: String!) { lookup(externalId: {value: $id}) { id } }`, map[string]any{"id": id})
			if got.Lookup == nil || got.Lookup.ID != line {
				t.Errorf("%s is %+v", id, got.Lookup)
			}
		}
	})
}
