package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// refusedRight sends a mutation of rights, and returns the codes and fields of its refusals.
func refusedRight(t testing.TB, env *testenv.Env, mutation string, input map[string]any) string {
	t.Helper()
	got, _ := testenv.Must[struct{ Change issued }](t, env, "mutation ($input: "+strings.ToUpper(mutation[:1])+
		mutation[1:]+"Input!) { change: "+mutation+"(input: $input) { errors { code field message } } }",
		map[string]any{"input": input})
	return got.Change.codes()
}

// Customers see nothing of a draft, not even in their audit, until it is deployed.
func TestCustomersSeeADraftOnceItIsDeployed(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT", "number": "SECRET-1"},
			map[string]any{"partNumber": w.part, "activationId": "SECRET-2"}), "id")
		var who gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			who = f.After(7000).Member(parsed(t, w.account), "buyer")
			roles, _ := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
			f.Client().Membership.Update().SetRoles(roles).SetServiceAccess(vocabulary.EveryService).ExecX(f.Context())
		})
		ask := func() string {
			answer := env.As(signedIn(t, env, who)).Ask(t, `query ($account: ID!, $id: ID!, $line: ID!) {
				account(id: $account) { lineItems { totalCount } entitlements { nodes { number } }
					coverages { totalCount } auditEntries { nodes { label action } } }
				nodes(ids: [$id, $line]) { id }
				lookup(externalId: {value: "SECRET-2"}) { id } }`, map[string]any{"account": w.account,
				"id": draft.Entitlement.ID, "line": draft.Lines[0].LineItem.ID})
			return string(answer.Data)
		}
		before := ask()
		if strings.Contains(before, "SECRET") || !strings.Contains(before, `"lineItems":{"totalCount":0}`) ||
			!strings.Contains(before, `"nodes":[null,null]`) {
			t.Errorf("the draft is seen: %s", before)
		}
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID},
			""); len(got.Errors) > 0 {
			t.Fatalf("%+v", got)
		}
		after := ask()
		for _, want := range []string{"SECRET-1", `"lineItems":{"totalCount":1}`, `"coverages":{"totalCount":1}`,
			draft.Lines[0].LineItem.ID, "deployEntitlement", "issueEntitlement"} {
			if !strings.Contains(after, want) {
				t.Errorf("after the deployment, %s is not seen: %s", want, after)
			}
		}
	})
}

// A draft starts on another day by rows that replace those of the order, so that what was known before is still known,
// and the order is still the one that was issued.
func TestADraftStartsOnAnotherDay(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := w.order(map[string]any{"state": "DRAFT", "source": map[string]any{"externalId": "SO-1"}},
			map[string]any{"partNumber": w.part, "startsOn": "2026-05-01", "endsOn": "2026-12-24", "orderLine": "1"},
			map[string]any{"partNumber": w.perpetual, "startsOn": "2026-05-01", "orderLine": "2"},
			map[string]any{"partNumber": w.each, "startsOn": "2026-05-01", "orderLine": "3", "activationId": "MINE-1"})
		draft := issue(t, env, "issueEntitlement", order, "id")
		if len(draft.Errors) > 0 {
			t.Fatalf("%+v", draft)
		}
		id := draft.Entitlement.ID
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": id, "startsOn": "2026-12-25"},
			""); got.codes() != "BAD_RANGE input.startsOn" {
			t.Errorf("beyond the last day of the order: %s", got.codes())
		}
		moved := issue(t, env, "deployEntitlement", map[string]any{"entitlement": id, "startsOn": "2026-12-01"}, "")
		if len(moved.Errors) > 0 {
			t.Fatalf("%+v", moved)
		}
		type period struct{ StartsOn, EndsOn, Decision string }
		got, _ := testenv.Must[struct {
			LineItem struct {
				Periods struct{ Nodes []period }
				Ledger  struct{ Nodes []struct{ Kind string } }
			}
		}](t, env, `query ($id: ID!) { lineItem(id: $id) { periods { nodes { startsOn endsOn decision } }
			ledger { nodes { kind } } } }`, map[string]any{"id": draft.Lines[0].LineItem.ID})
		seen := map[period]bool{}
		for _, p := range got.LineItem.Periods.Nodes {
			seen[p] = true
		}
		if len(seen) != 2 || !seen[period{"2026-05-01", "2026-12-24", "WITHDRAWN"}] ||
			!seen[period{"2026-12-01", "2026-12-24", ""}] {
			t.Errorf("periods %v", got.LineItem.Periods.Nodes)
		}
		if n := got.LineItem.Ledger.Nodes; len(n) != 2 || n[0].Kind != "ADJUST" && n[1].Kind != "ADJUST" {
			t.Errorf("ledger %v", n)
		}
		for _, again := range []map[string]any{order, withLine(copied(order), 2, "activationId", "mine-1")} {
			if got := issue(t, env, "issueEntitlement", again, "id"); got.warnings() != "ALREADY_ISSUED" {
				t.Errorf("sent again: %+v", got)
			}
		}
		if got := refusedRight(t, env, "replaceActivationId", map[string]any{"lineItem": draft.Lines[2].LineItem.ID,
			"activationId": "OTHER-1"}); got != "" {
			t.Fatal(got)
		}
		turned := copied(order)
		lines := turned["lines"].([]any)
		turned["lines"] = []any{lines[2], lines[1], lines[0]}
		if got := issue(t, env, "issueEntitlement", turned, "id"); got.warnings() != "ALREADY_ISSUED" {
			t.Errorf("sent again in another order: %+v", got)
		}
		if got := issue(t, env, "issueEntitlement", withLine(copied(order), 2, "activationId", "OTHER-1"),
			"id"); got.codes() != "ORDER_DIFFERS input.lines.2.activationId" {
			t.Errorf("with another activation id: %+v", got)
		}
		checkHealth(t, env)
	})
}

// copied returns an order with lines of its own.
func copied(in map[string]any) map[string]any {
	out := merged(in)
	var lines []any
	for _, l := range in["lines"].([]any) {
		lines = append(lines, merged(l.(map[string]any)))
	}
	out["lines"] = lines
	return out
}

// What was recorded since a draft was issued keeps it from being moved, but not from being deployed.
func TestAChangedDraftIsNotMoved(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"}, w.part), "id")
		if got := refusedRight(t, env, "amendLineItem", map[string]any{"lineItem": draft.Lines[0].LineItem.ID,
			"startsOn": "2026-12-01", "quantity": "7", "reason": "More"}); got != "" {
			t.Fatal(got)
		}
		in := map[string]any{"entitlement": draft.Entitlement.ID, "startsOn": "2026-12-01"}
		if got := issue(t, env, "deployEntitlement", in, ""); got.codes() != "DRAFT_CHANGED input.startsOn" {
			t.Errorf("%+v", got)
		}
		delete(in, "startsOn")
		if got := issue(t, env, "deployEntitlement", in, ""); len(got.Errors) > 0 {
			t.Errorf("%+v", got)
		}
		withdrawn := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"}, w.part), "id")
		if got := refusedRight(t, env, "withdrawEntitlement", map[string]any{"entitlement": withdrawn.Entitlement.ID,
			"reason": "Canceled"}); got != "" {
			t.Fatal(got)
		}
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": withdrawn.Entitlement.ID},
			""); got.codes() != "NOT_LIVE input.entitlement" {
			t.Errorf("%+v", got)
		}
	})
}

// What was decided about a line item of a draft, such as a hold, keeps the draft from being moved, also after it was
// released: the days of the decision were meant for those of the draft.
func TestADecidedDraftIsNotMoved(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		for _, c := range []struct {
			mutation string
			releases bool
		}{{"holdLineItems", false}, {"holdLineItems", true}, {"suspendLineItems", false}} {
			draft := issue(t, env, "issueEntitlement", w.order(map[string]any{"state": "DRAFT"}, w.part), "id")
			line := draft.Lines[0].LineItem.ID
			decided := mustChangeRight(t, env, c.mutation, map[string]any{"lineItems": []string{line},
				"reason": "not paid"})
			if c.releases {
				mustChangeRight(t, env, "releaseDecision", map[string]any{"reason": "paid",
					"decision": decided.Results[0].Decision.ID})
			}
			in := map[string]any{"entitlement": draft.Entitlement.ID, "startsOn": "2026-12-01"}
			if got := issue(t, env, "deployEntitlement", in, ""); got.codes() != "DRAFT_CHANGED input.startsOn" {
				t.Errorf("after %s: %+v", c.mutation, got)
			}
			delete(in, "startsOn")
			if got := issue(t, env, "deployEntitlement", in, ""); len(got.Errors) > 0 {
				t.Errorf("without a day, after %s: %+v", c.mutation, got)
			}
		}
	})
}

// A mail says what is in force, and only of what is live.
func TestAMailSaysWhatIsInForce(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		made := issue(t, env, "issueEntitlement", w.order(nil,
			map[string]any{"partNumber": w.part, "activationId": "GROWN"},
			map[string]any{"partNumber": w.part, "activationId": "ENDLESS"},
			map[string]any{"partNumber": w.part, "activationId": "VOIDED"}), "id")
		for i, in := range []map[string]any{
			{"startsOn": "2026-12-01", "quantity": "77"}, {"startsOn": testenv.Today.String(), "unlimited": true}} {
			in["lineItem"], in["reason"] = made.Lines[i].LineItem.ID, "Bought"
			if got := refusedRight(t, env, "amendLineItem", in); got != "" {
				t.Fatal(got)
			}
		}
		got, _ := testenv.Must[struct {
			LineItem struct {
				Periods struct{ Nodes []struct{ ID string } }
			}
		}](t, env,
			`query ($id: ID!) { lineItem(id: $id) { periods { nodes { id } } } }`,
			map[string]any{"id": made.Lines[2].LineItem.ID})
		if got := refusedRight(t, env, "voidPeriod", map[string]any{"period": got.LineItem.Periods.Nodes[0].ID,
			"reason": "Mistaken"}); got != "" {
			t.Fatal(got)
		}
		send := map[string]any{"entitlement": made.Entitlement.ID, "to": "goods@example.com"}
		if got := issue(t, env, "sendActivationIds", send, ""); len(got.Errors) > 0 {
			t.Fatalf("%+v", got)
		}
		mails := mailsOf(t, env)
		if len(mails) != 1 || !strings.Contains(mails[0], `"5 cranes"`) || strings.Contains(mails[0], "77 cranes") ||
			!strings.Contains(mails[0], `"unlimited":true`) || strings.Contains(mails[0], "VOIDED") {
			t.Errorf("mails %s", mails)
		}
		if got := refusedRight(t, env, "withdrawEntitlement", map[string]any{"entitlement": made.Entitlement.ID,
			"reason": "Returned"}); got != "" {
			t.Fatal(got)
		}
		if got := issue(t, env, "sendActivationIds", send, ""); got.codes() != "NOT_LIVE input.entitlement" {
			t.Errorf("%+v", got)
		}
	})
}

// What is not offered is not issued, and what was issued before stays as it is.
func TestOnlyWhatIsOfferedIsIssued(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		before := issue(t, env, "issueEntitlement", w.order(nil, w.part), "id")
		change := func(mutation, object string, in map[string]any) {
			t.Helper()
			mustChangeCatalog(t, env, mutation, in, object)
		}
		refused := func(want string, line any) {
			t.Helper()
			if got := issue(t, env, "issueEntitlement", w.order(nil, line), "id"); got.codes() != want {
				t.Errorf("%s, want %s: %+v", got.codes(), want, got.Errors)
			}
		}
		planned := mustChangeCatalog(t, env, "createProduct", map[string]any{"productLine": w.line, "name": "Planned",
			"licenseModel": w.model, "state": "DRAFT"}, "product")
		refused("NOT_OFFERED input.lines.0.partNumber", mustChangeCatalog(t, env, "createPartNumber", map[string]any{
			"code": "PLAN-1", "product": planned, "unit": w.unit, "term": "PERPETUAL", "startRule": "FIXED"},
			"partNumber"))
		for _, state := range []string{"INACTIVE", "OBSOLETE"} {
			change("changeProduct", "product", map[string]any{"product": w.product, "state": state})
			refused("NOT_OFFERED input.lines.0.partNumber", w.part)
		}
		change("changeProduct", "product", map[string]any{"product": w.product, "state": "AVAILABLE",
			"startsOn": "2026-03-01", "endsOn": "2027-03-31"})
		refused("NOT_OFFERED input.lines.0.partNumber", map[string]any{"partNumber": w.part, "startsOn": "2026-02-28"})
		refused("NOT_OFFERED input.lines.0.partNumber", map[string]any{"partNumber": w.part, "startsOn": "2027-04-01"})
		refused("", map[string]any{"partNumber": w.part, "startsOn": "2027-03-31"})
		change("changeLicenseModel", "licenseModel", map[string]any{"licenseModel": w.model, "retired": true})
		refused("RETIRED input.lines.0.partNumber", w.part)
		change("changeLicenseModel", "licenseModel", map[string]any{"licenseModel": w.model, "retired": false})
		change("changeProductLine", "productLine", map[string]any{"productLine": w.line, "retired": true})
		refused("RETIRED input.lines.0.partNumber", w.part)
		got, _ := testenv.Must[struct{ LineItem struct{ Status string } }](t, env,
			`query ($id: ID!) { lineItem(id: $id) { status } }`, map[string]any{"id": before.Lines[0].LineItem.ID})
		if got.LineItem.Status != "ACTIVE" {
			t.Errorf("what was issued is %s", got.LineItem.Status)
		}
	})
}

// An account has one trial of a product in 180 days. Drafts and tests do not count.
func TestOneTrialOfAProduct(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		trial := func(state, startsOn string) issued {
			return issue(t, env, "issueEntitlement", w.order(map[string]any{"state": state},
				map[string]any{"partNumber": w.trial, "startsOn": startsOn}), "id")
		}
		draft, dropped := trial("DRAFT", "2026-11-22"), trial("DRAFT", "2026-11-22")
		mustChangeRight(t, env, "withdrawEntitlement", map[string]any{"entitlement": dropped.Entitlement.ID,
			"reason": "not wanted"})
		for _, state := range []string{"DRAFT", "TEST", "LIVE"} {
			if got := trial(state, "2026-11-22"); len(got.Errors) > 0 {
				t.Fatalf("%+v", got)
			}
		}
		// Of 22 November, the 180th day after is 21 May.
		for startsOn, want := range map[string]string{"2026-05-27": "TRIAL_USED input.lines.0.partNumber",
			"2027-05-20": "TRIAL_USED input.lines.0.partNumber"} {
			got := trial("LIVE", startsOn)
			if got.codes() != want || !strings.Contains(got.Errors[0].Remedy, "21 May 2027") {
				t.Errorf("%s: %+v", startsOn, got.Errors)
			}
		}
		if got := issue(t, env, "deployEntitlement", map[string]any{"entitlement": draft.Entitlement.ID},
			""); got.codes() != "TRIAL_USED input.entitlement" {
			t.Errorf("%+v", got)
		}
		if got := trial("LIVE", "2027-05-21"); len(got.Errors) > 0 {
			t.Errorf("%+v", got)
		}
		// The 180th day after the first trial is too close to the second one.
		if got := trial("LIVE", "2026-12-01"); len(got.Errors) != 1 ||
			!strings.Contains(got.Errors[0].Remedy, "17 November 2027") {
			t.Errorf("between two trials: %+v", got.Errors)
		}
		if got := trial("LIVE", "2027-11-17"); len(got.Errors) > 0 {
			t.Errorf("on the day of the remedy: %+v", got)
		}
		twice := w.order(map[string]any{"account": w.other}, w.trial, w.trial)
		if got := issue(t, env, "issueEntitlement", twice, "id"); got.codes() != "TRIAL_USED input.lines.1.partNumber" {
			t.Errorf("%+v", got)
		}
	})
}

// A dry run does not tell what Muniment would invent, because the real run invents something else.
func TestADryRunDoesNotTellWhatItInvents(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		in := w.order(map[string]any{"dryRun": true}, w.trial,
			map[string]any{"partNumber": w.part, "activationId": "MINE"})
		got := issue(t, env, "issueEntitlement", in, "id")
		if len(got.Errors) > 0 || len(got.Effects) == 0 {
			t.Fatalf("%+v", got)
		}
		told := map[string]bool{}
		for _, e := range got.Effects {
			told[e.Label] = true
			if e.Field != nil && *e.Field == "activationId" && e.After != nil && e.After.Text != "MINE" {
				t.Errorf("an activation id is told: %+v", e)
			}
			if strings.HasPrefix(e.Label, "ENT-") || e.Field != nil && *e.Field == "number" && e.After != nil {
				t.Errorf("a number is told: %+v", e)
			}
		}
		if len(told) != 2 || !told["MINE"] || !told[""] {
			t.Errorf("labels %v", told)
		}
	})
}

// Texts of an order: numbers are cut to what a number may have, and the name of the order says what is wrong with it.
func TestNamesAndNumbersOfOrders(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		long := strings.Repeat("Ä", 100)
		for _, want := range []string{long, strings.Repeat("Ä", 98) + "-2"} {
			got := issue(t, env, "issueEntitlement", w.order(map[string]any{"orderReference": long}, w.part), "id")
			if got.Entitlement == nil || got.Entitlement.Number != want {
				t.Errorf("%+v, want %s", got, want)
			}
		}
		source := func(name string) issued {
			return issue(t, env, "issueEntitlement",
				w.order(map[string]any{"source": map[string]any{"externalId": name}}, w.part), "id")
		}
		for name, want := range map[string]string{"": "is empty", " SO": "at its ends", "S  O": "several blanks",
			"S\nO": "line breaks", "S\u200bO": "nobody sees"} {
			if got := source(name); got.codes() != "BAD_INPUT input.source.externalId" ||
				!strings.Contains(got.Errors[0].Message, want) {
				t.Errorf("%q: %+v", name, got.Errors)
			}
		}
		if got := source(strings.Repeat("x", 101)); got.codes() != "TEXT_TOO_LONG input.source.externalId" {
			t.Errorf("%+v", got)
		}
		if got := source("U\u0308ber"); len(got.Errors) > 0 || got.Entitlement.ExternalIDs[0].Value != "Über" {
			t.Errorf("%+v", got)
		}
		if got := source("Über"); got.warnings() != "ALREADY_ISSUED" {
			t.Errorf("%+v", got)
		}
		folded := w.order(nil, map[string]any{"partNumber": w.part, "activationId": "Mixed-1"},
			map[string]any{"partNumber": w.part, "activationId": "mIXED-1"})
		if got := issue(t, env, "issueEntitlement", folded, ""); got.codes() !=
			"ACTIVATION_ID_TAKEN input.lines.1.activationId" {
			t.Errorf("%+v", got)
		}
	})
}

// The day on which a term starts by itself is kept with its period.
func TestATermMayStartByItself(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(part, on string) map[string]any {
			return w.order(nil, map[string]any{"partNumber": part, "startsLatestOn": on})
		}
		got := issue(t, env, "issueEntitlement", order(w.first, "2027-01-31"),
			"id periods { nodes { startsOn startsLatestOn } }")
		if len(got.Errors) > 0 {
			t.Fatalf("%+v", got)
		}
		line, _ := testenv.Must[struct {
			LineItem struct {
				Status  string
				Periods struct {
					Nodes []struct {
						StartsOn, StartsLatestOn *string
					}
				}
			}
		}](t, env, `query ($id: ID!) { lineItem(id: $id) { status
			periods { nodes { startsOn startsLatestOn } } } }`, map[string]any{"id": got.Lines[0].LineItem.ID})
		p := line.LineItem.Periods.Nodes[0]
		if line.LineItem.Status != "AWAITING_ACTIVATION" || p.StartsOn != nil || p.StartsLatestOn == nil ||
			*p.StartsLatestOn != "2027-01-31" {
			t.Errorf("%+v", line)
		}
		for on, part := range map[string]string{"2026-11-21": w.first, "9999-12-31": w.first, "2027-01-31": w.part} {
			if got := issue(t, env, "issueEntitlement", order(part, on), "id"); got.codes() !=
				"BAD_INPUT input.lines.0.startsLatestOn" {
				t.Errorf("%s: %+v", on, got.Errors)
			}
		}
	})
}
