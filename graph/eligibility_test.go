package graph_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// eligibilityAnswer is the answer to a question of eligibility.
type eligibilityAnswer struct {
	Allowed   bool
	Reasons   []*eligibilityReason
	LineItems []struct {
		LineItem struct{ ID string }
		Allowed  bool
	}
	LineItemCount int
}

type eligibilityReason struct {
	Code, Sentence              string
	Refuses                     bool
	LineItem, Successor, Period *struct{ ID string }
	CoverageItem                *struct{ ID string }
	Partner                     *struct{ ID string }
	Decision                    *struct{ ID string }
	Role, Service, From, To     *string
	Remedies                    []*eligibilityRemedy
}

type eligibilityRemedy struct {
	Kind, By, Sentence string
	Mutation, Role, On *string
	Decisions          []*struct{ ID string }
	People             []struct {
		Name string
		User *struct{ ID string }
	}
}

const eligibilityFields = `{ allowed lineItemCount lineItems { lineItem { id } allowed }
	reasons { code refuses sentence lineItem { id } decision { id } period { id } coverageItem { id } successor { id }
		partner { id } role service from to
		remedies { kind by sentence mutation role on decisions { id } people { name user { id } } } } }`

// eligible asks whether an action is allowed.
func eligible(t testing.TB, env *testenv.Env, action string, variables map[string]any) *eligibilityAnswer {
	t.Helper()
	got, _ := testenv.Must[struct{ Eligibility *eligibilityAnswer }](t, env,
		"query ($subject: ID!, $product: ID, $on: Date) { eligibility(subject: $subject, product: $product, "+
			"action: "+action+", on: $on) "+eligibilityFields+" }", variables)
	return got.Eligibility
}

func (a *eligibilityAnswer) reason(code string) *eligibilityReason {
	if at := slices.IndexFunc(a.Reasons, func(r *eligibilityReason) bool { return r.Code == code }); at >= 0 {
		return a.Reasons[at]
	}
	return nil
}

// codes are the codes of the reasons; those that do not refuse are in parentheses.
func (a *eligibilityAnswer) codes() string {
	var list []string
	for _, r := range a.Reasons {
		if r.Refuses {
			list = append(list, r.Code)
		} else {
			list = append(list, "("+r.Code+")")
		}
	}
	return strings.Join(list, " ")
}

func (r *eligibilityReason) remedy(kind, mutation string) *eligibilityRemedy {
	at := slices.IndexFunc(r.Remedies, func(m *eligibilityRemedy) bool {
		return m.Kind == kind && (mutation == "" || m.Mutation != nil && *m.Mutation == mutation)
	})
	if at < 0 {
		return nil
	}
	return r.Remedies[at]
}

// mended is a line with a reason, and how its remedy is done.
type mended struct {
	name, action, code, remedy, mutation string
	// line makes the line.
	line func() string
	do   func(line string, r *eligibilityReason, m *eligibilityRemedy)
	// allowed says that nothing else stands against the action once it is done.
	allowed bool
}

// What a remedy names, once it is done by the mutation that it names, takes its reason away.
func TestARemedyTakesItsReasonAway(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		for _, m := range remedies(t, env, w) {
			t.Run(m.name, func(t *testing.T) {
				line := m.line()
				before := eligible(t, env, m.action, map[string]any{"subject": line})
				reason := before.reason(m.code)
				if reason == nil || reason.LineItem == nil || reason.LineItem.ID != line {
					t.Fatalf("%s: %s, want %s", m.action, before.codes(), m.code)
				}
				remedy := reason.remedy(m.remedy, m.mutation)
				if remedy == nil {
					t.Fatalf("%s has no remedy %s by %s: %+v", m.code, m.remedy, m.mutation, reason)
				}
				asked := map[string]any{"subject": line}
				if m.do == nil {
					asked["on"] = *remedy.On
				} else {
					m.do(line, reason, remedy)
				}
				after := eligible(t, env, m.action, asked)
				if after.reason(m.code) != nil || m.allowed && !after.Allowed {
					t.Errorf("%s before: %s, after %s: %s", m.action, before.codes(), m.remedy, after.codes())
				}
			})
		}
		mustBeHealthy(t, env)
	})
}

func remedies(t *testing.T, env *testenv.Env, w *issuingWorld) []mended {
	on := func(n int) string { return testenv.Today.AddMonths(n).String() }
	issued := func(line map[string]any, more map[string]any) func() string {
		return func() string { return issueLine(t, env, w, line, more) }
	}
	running := map[string]any{"partNumber": w.part, "startsOn": on(-3)}
	ended := map[string]any{"partNumber": w.part, "startsOn": on(-9), "endsOn": on(-3)}
	release := func(_ string, _ *eligibilityReason, m *eligibilityRemedy) {
		for _, d := range m.Decisions {
			mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": d.ID, "reason": "x"})
		}
	}
	stopped := func(mutation string, more map[string]any) func() string {
		return func() string {
			line := issueLine(t, env, w, running, nil)
			in := map[string]any{"lineItems": []string{line}, "reason": "x"}
			for name, is := range more {
				in[name] = is
			}
			mustChangeRight(t, env, mutation, in)
			return line
		}
	}
	renews := func(line string, _ *eligibilityReason, _ *eligibilityRemedy) {
		if got := renewLine(t, env, line, map[string]any{"startsOn": testenv.Today.String()}); len(got.Errors) > 0 {
			t.Fatalf("%+v", got.Errors)
		}
	}
	converts := func(line string, _ *eligibilityReason, _ *eligibilityRemedy) {
		got := renew(t, env, "convertTrial", map[string]any{"lineItem": line, "partNumber": w.part})
		if len(got.Errors) > 0 {
			t.Fatalf("%+v", got.Errors)
		}
	}
	coverages := &coveredWorld{env: env}
	item := func(line string) *ent.CoverageItem {
		return env.Store.Client().CoverageItem.Query().Where(coverageitem.LineItemID(parsed(t, line))).
			FirstX(testenv.Operator(t))
	}
	list := []mended{
		{"hold", "ACTIVATE", "ON_HOLD", "RELEASE_DECISION", "releaseDecision",
			stopped("holdLineItems", nil), release, true},
		{"suspension", "DOWNLOAD", "SUSPENDED", "RELEASE_DECISION", "releaseDecision",
			stopped("suspendLineItems", nil), release, true},
		{"hold that ends", "SUPPORT", "ON_HOLD", "WAIT", "",
			stopped("holdLineItems", map[string]any{"until": on(1)}), nil, true},
		{"withdrawal", "SUPPORT", "WITHDRAWN", "RELEASE_DECISION", "releaseDecision", func() string {
			got := issue(t, env, "issueEntitlement", w.order(nil, running), "id")
			mustChangeRight(t, env, "withdrawEntitlement",
				map[string]any{"entitlement": got.Entitlement.ID, "reason": "x"})
			return got.Lines[0].LineItem.ID
		}, release, true},
		{"withdrawal to come", "RENEW", "WITHDRAWN", "RELEASE_DECISION", "releaseDecision", func() string {
			got := issue(t, env, "issueEntitlement", w.order(nil, running), "id")
			mustChangeRight(t, env, "withdrawEntitlement", map[string]any{"entitlement": got.Entitlement.ID,
				"from": on(30), "reason": "x"})
			return got.Lines[0].LineItem.ID
		}, release, true},
		{"draft", "SUPPORT", "DRAFT", "DEPLOY", "deployEntitlement",
			issued(running, map[string]any{"state": "DRAFT"}),
			func(line string, _ *eligibilityReason, _ *eligibilityRemedy) {
				header := env.Store.Client().LineItem.GetX(testenv.Operator(t), parsed(t, line)).EntitlementID
				issue(t, env, "deployEntitlement", map[string]any{"entitlement": header.String()}, "")
			}, true},
		{"begins later", "DOWNLOAD", "NOT_BEGUN", "WAIT", "",
			issued(map[string]any{"partNumber": w.part, "startsOn": on(2)}, nil), nil, true},
		{"ended, renewed", "SUPPORT", "EXPIRED", "RENEW", "renewLineItems", issued(ended, nil), renews, true},
		{"ended, grace", "DOWNLOAD", "EXPIRED", "GRANT_GRACE", "grantGrace", issued(ended, nil),
			func(line string, _ *eligibilityReason, _ *eligibilityRemedy) {
				mustChangeRight(t, env, "grantGrace", map[string]any{"lineItems": []string{line},
					"until": testenv.Today.String(), "reason": "x"})
			}, true},
		{"trial ended", "DOWNLOAD", "EXPIRED", "CONVERT_TRIAL", "convertTrial",
			issued(map[string]any{"partNumber": w.trial, "startsOn": on(-3)}, nil), converts, true},
		{"in grace", "ACTIVATE", "IN_GRACE", "RENEW", "renewLineItems", issued(map[string]any{"partNumber": w.part,
			"startsOn": on(-6), "endsOn": (testenv.Today - 5).String()}, nil), renews, true},
		{"all in use", "ACTIVATE", "NO_FREE_COPY", "BUY_MORE", "amendLineItem", func() string {
			line := issueLine(t, env, w, running, nil)
			use(t, env, parsed(t, line), 5)
			return line
		}, func(line string, _ *eligibilityReason, _ *eligibilityRemedy) {
			mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line,
				"startsOn": testenv.Today.String(), "quantity": "6"})
		}, true},
		{"unknown quantity", "ACTIVATE", "QUANTITY_UNKNOWN", "CORRECT_QUANTITY", "correctPeriod", func() string {
			line := issueLine(t, env, w, running, nil)
			env.Fill(t, func(f *testenv.Fixture) {
				f.Client().Period.Update().Where(period.LineItemID(parsed(t, line))).ClearQuantity().ExecX(f.Context())
			})
			resettle(t, env, parsed(t, line))
			return line
		}, func(_ string, r *eligibilityReason, _ *eligibilityRemedy) {
			mustChangeRight(t, env, "correctPeriod", map[string]any{"period": r.Period.ID, "quantity": "4",
				"reason": "x"})
		}, true},
		{"coverage unlinked", "SUPPORT", "NOT_COVERED", "RELEASE_DECISION", "releaseDecision", func() string {
			line := issueLine(t, env, w, running, nil)
			coverages.must(t, "unlinkCoverage", map[string]any{"coverageItem": item(line).ID.String(), "reason": "x"})
			return line
		}, release, true},
		{"coverage ended", "SUPPORT", "NOT_COVERED", "EXTEND_COVERAGE", "extendCoverage",
			func() string {
				line := issueLine(t, env, w, map[string]any{"partNumber": w.perpetual, "startsOn": on(-9)}, nil)
				coverages.must(t, "correctCoverage", map[string]any{"coverage": item(line).CoverageID.String(),
					"endsOn": on(-3), "reason": "x"})
				return line
			},
			func(_ string, r *eligibilityReason, _ *eligibilityRemedy) {
				covers := env.Store.Client().CoverageItem.GetX(testenv.Operator(t), parsed(t, r.CoverageItem.ID))
				coverages.must(t, "extendCoverage", map[string]any{"coverage": covers.CoverageID.String()})
			}, true},
		{"partly covered", "SUPPORT", "PARTLY_COVERED", "COVER_THE_REST", "correctCoverage", func() string {
			line := issueLine(t, env, w, running, nil)
			env.Fill(t, func(f *testenv.Fixture) {
				f.Client().CoverageItem.Update().Where(coverageitem.LineItemID(parsed(t, line))).SetQuantity(2).
					ExecX(f.Context())
			})
			return line
		}, func(line string, _ *eligibilityReason, _ *eligibilityRemedy) {
			coverages.must(t, "correctCoverage", map[string]any{"coverage": item(line).CoverageID.String(),
				"reason": "x", "items": []any{map[string]any{"coverageItem": item(line).ID.String(), "all": true}}})
		}, true},
		{"renewed", "RENEW", "ALREADY_RENEWED", "WAIT", "", func() string {
			line := issueLine(t, env, w, running, nil)
			renewLine(t, env, line, nil)
			return line
		}, nil, true},
		{"a trial", "RENEW", "IS_A_TRIAL", "CONVERT_TRIAL", "convertTrial",
			issued(map[string]any{"partNumber": w.trial, "startsOn": on(0)}, map[string]any{"account": w.other}),
			converts, false},
	}
	sold := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-GONE", "product": w.product,
		"unit": w.unit, "term": "SUBSCRIPTION", "termLength": 1, "termUnit": "YEARS", "startRule": "FIXED"},
		"partNumber")
	gone := func() string {
		line := issueLine(t, env, w, map[string]any{"partNumber": sold, "startsOn": on(-3)}, nil)
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": sold, "retired": true}, "partNumber")
		return line
	}
	bare := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-BARE", "product": w.product,
		"unit": w.unit, "term": "PERPETUAL", "startRule": "FIXED"}, "partNumber")
	list = append(list, mended{"never covered", "SUPPORT", "NOT_COVERED", "BUY_COVERAGE", "addCoverage",
		issued(map[string]any{"partNumber": bare}, nil), func(line string, _ *eligibilityReason, _ *eligibilityRemedy) {
			mustChangeRight(t, env, "addCoverage", map[string]any{"lineItem": line, "kind": "MAINTENANCE", "length": 1,
				"lengthUnit": "YEARS"})
		}, true}, mended{"retired account", "RENEW", "ACCOUNT_RETIRED", "REINSTATE_ACCOUNT", "reinstateAccount",
		func() string {
			line := issueLine(t, env, w, running, map[string]any{"account": w.other})
			mustChangeRight(t, env, "retireAccount", map[string]any{"account": w.other, "reason": "x"})
			return line
		}, func(string, *eligibilityReason, *eligibilityRemedy) {
			mustChangeRight(t, env, "reinstateAccount", map[string]any{"account": w.other})
		}, true})
	return append(list, mended{"no successor", "RENEW", "NO_SUCCESSOR", "NAME_SUCCESSOR", "changePartNumber", gone,
		func(string, *eligibilityReason, *eligibilityRemedy) {
			mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": sold, "successor": w.part},
				"partNumber")
		}, true})
}

// A right that may be supported is covered, one that may be activated has something free, and the dry run of a renewal
// accepts what may be renewed: the engine and the fields of the line say the same.
func TestEligibilityAgreesWithTheRest(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		load(t, env)
		w := issuingOver(t, env)
		for _, part := range []string{w.part, w.perpetual, w.trial, w.first, w.each, w.evergreen} {
			issueLine(t, env, w, map[string]any{"partNumber": part}, nil)
		}
		issueLine(t, env, w, map[string]any{"partNumber": w.part}, map[string]any{"channelPartner": w.partner})
		type line struct {
			ID, Status string
			IsCovered  bool
			Free       struct {
				Amount    *string
				Unlimited bool
			}
		}
		got, _ := testenv.Must[map[string]struct{ Nodes []line }](t, env, `query ($account: ID!) {
			issued: lineItems(filter: {account: $account}) { ...all } others: lineItems(last: 40) { ...all } }
			fragment all on LineItemConnection { nodes { id status isCovered free { amount unlimited } } }`,
			map[string]any{"account": w.account})
		seen := map[string]int{}
		for _, l := range slices.Concat(got["issued"].Nodes, got["others"].Nodes) {
			answers := map[string]*eligibilityAnswer{}
			for _, action := range []string{"ACTIVATE", "SUPPORT", "RENEW"} {
				answers[action] = eligible(t, env, action, map[string]any{"subject": l.ID})
				seen[action+strconv.FormatBool(answers[action].Allowed)]++
			}
			home := answers["SUPPORT"].reason("HOME_ELSEWHERE") == nil
			if home && answers["SUPPORT"].Allowed != l.IsCovered {
				t.Errorf("%s %s is covered: %v, support: %s", l.ID, l.Status, l.IsCovered, answers["SUPPORT"].codes())
			}
			free := l.Free.Unlimited || *l.Free.Amount != "0"
			if a := answers["ACTIVATE"]; home && a.reason("NOT_BEGUN") == nil && a.Allowed != free {
				t.Errorf("%s %s has something free: %v, activate: %s", l.ID, l.Status, free, a.codes())
			}
			if answers["RENEW"].Allowed {
				if r := renew(t, env, "renewLineItems", map[string]any{"dryRun": true,
					"lines": []any{map[string]any{"lineItem": l.ID}}}); len(r.Errors) > 0 {
					t.Errorf("%s may be renewed, and is refused: %+v", l.ID, r.Errors)
				}
			}
		}
		for _, action := range []string{"ACTIVATE", "SUPPORT", "RENEW"} {
			if seen[action+"true"] == 0 || seen[action+"false"] == 0 {
				t.Errorf("%s is always allowed or always refused, so that the test proves nothing: %v", action, seen)
			}
		}
	})
}

// Of an account's lines of a product the best one decides, and the reasons of each are told. A suite counts for the
// products that it contains.
func TestEligibilityForAProduct(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		ask := func(action string, account any) *eligibilityAnswer {
			return eligible(t, env, action, map[string]any{"subject": account, "product": w.product})
		}
		if a := ask("SUPPORT", w.account); a.Allowed || a.codes() != "NO_RIGHT" || a.LineItemCount != 0 {
			t.Errorf("without a right: %+v", a)
		}
		held := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		mustChangeRight(t, env, "holdLineItems", map[string]any{"lineItems": []string{held}, "reason": "x"})
		gone := issueLine(t, env, w, map[string]any{"partNumber": w.part, "startsOn": "2026-01-01",
			"endsOn": "2026-06-30"}, nil)
		a := ask("SUPPORT", w.account)
		if a.Allowed || a.codes() != "ON_HOLD EXPIRED NOT_COVERED" || a.LineItems[0].LineItem.ID != held ||
			a.LineItems[1].LineItem.ID != gone {
			t.Errorf("held and ended: %s %+v", a.codes(), a.LineItems)
		}
		good := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		a = ask("SUPPORT", w.account)
		if !a.Allowed || a.codes() != "ON_HOLD EXPIRED NOT_COVERED" || a.LineItems[0].LineItem.ID != good ||
			!a.LineItems[0].Allowed || a.LineItems[1].Allowed || a.LineItemCount != 3 {
			t.Errorf("one of three: %s %+v", a.codes(), a.LineItems)
		}
		sold := issueLine(t, env, w, map[string]any{"partNumber": w.part}, map[string]any{"channelPartner": w.partner})
		a = eligible(t, env, "RENEW", map[string]any{"subject": sold})
		if r := a.reason("VIA_PARTNER"); a.Allowed || r == nil || r.Partner == nil || r.Partner.ID != w.partner {
			t.Errorf("sold through a partner: %s", a.codes())
		}
		env.Fill(t, func(f *testenv.Fixture) {
			f.Client().SuiteMember.Create().SetSuiteID(parsed(t, w.product)).
				SetProductID(parsed(t, w.enteredCatalog.other)).SetQuantity(1).ExecX(f.Context())
		})
		a = eligible(t, env, "SUPPORT", map[string]any{"subject": w.account, "product": w.enteredCatalog.other})
		if !a.Allowed || a.LineItemCount != 4 {
			t.Errorf("a suite: %v, %d lines: %s", a.Allowed, a.LineItemCount, a.codes())
		}
	})
}

func TestEligibilityTakesTheSameStatementsForMoreLines(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		count := func(action string) int {
			answer := env.Ask(t, "query ($subject: ID!, $product: ID!) { eligibility(subject: $subject, "+
				"product: $product, action: "+action+") "+eligibilityFields+" }",
				map[string]any{"subject": w.account, "product": w.product})
			if len(answer.Errors) > 0 {
				t.Fatalf("%+v", answer.Errors)
			}
			return len(answer.Statements)
		}
		line := func() {
			id := issueLine(t, env, w, map[string]any{"partNumber": w.part, "startsOn": "2026-01-01",
				"endsOn": "2026-06-30"}, nil)
			mustChangeRight(t, env, "holdLineItems", map[string]any{"lineItems": []string{id}, "reason": "x"})
		}
		line()
		one := map[string]int{}
		for _, action := range vocabulary.EligibilityAction("").Values() {
			one[action] = count(action)
		}
		for range 9 {
			line()
		}
		for action, n := range one {
			if ten := count(action); ten != n {
				t.Errorf("%s: %d statements for one line, %d for ten", action, n, ten)
			}
		}
		t.Logf("%v", one)
	})
}

// Only those who may see members are told them; other members are told who the administrators are.
func TestWhoIsToldWhoCanHelp(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		p := newPeople(t, env)
		var line gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			f = f.After(30000)
			line = f.Line(p.first, f.Entitlement(p.first, "E-told"), f.Seat, "L-told", 1)
			first := testenv.Today - 100
			f.Period(p.first, line, &first, &first, 1).ExecX(f.Context())
			f.Client().Membership.Update().Where(membership.UserID(p.ada), membership.AccountID(p.first)).
				SetServiceAccess(vocabulary.EveryService).ExecX(f.Context())
			manager := f.Member(p.first, "renewals")
			roles, _ := vocabulary.Roles(vocabulary.RoleRenewalsManager)
			f.Client().Membership.Update().Where(membership.UserID(manager)).SetRoles(roles).ExecX(f.Context())
			reader := f.Member(p.first, "reader")
			only, _ := vocabulary.Roles(vocabulary.RoleReader)
			f.Client().Membership.Update().Where(membership.UserID(reader)).SetRoles(only).
				SetServiceAccess(vocabulary.EveryService).ExecX(f.Context())
		})
		told := func(env *testenv.Env) map[string][]string {
			names := map[string][]string{}
			a := eligible(t, env, "DOWNLOAD", map[string]any{"subject": line.String()})
			for _, r := range a.Reasons {
				for _, m := range r.Remedies {
					for _, someone := range m.People {
						names[m.Kind] = append(names[m.Kind], someone.Name)
					}
				}
			}
			return names
		}
		reader := told(env.As(signedIn(t, env, named(t, env, "reader"))))
		if len(reader["GIVE_ROLE"]) == 0 || len(reader["RENEW"]) > 0 || len(reader) != 1 {
			t.Errorf("a reader is told %v, want administrators alone", reader)
		}
		operator := told(env)
		if !slices.Contains(operator["RENEW"], "renewals") || slices.Contains(operator["RENEW"], "reader") {
			t.Errorf("the producer is told %v", operator)
		}
		if diff := cmp.Diff(operator["RENEW"], told(env.As(signedIn(t, env, p.ada)))["RENEW"]); diff != "" {
			t.Errorf("an administrator is told others than the producer: %s", diff)
		}
	})
}

func TestEligibilityIsRefused(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		alpha, bravo := twoTenants(t, env)
		products := env.Store.Client().LineItem.GetX(testenv.Operator(t), alpha.line).ProductID.String()
		reader := env.As(alpha.asMember(1, vocabulary.RoleReader))
		own := env.As(alpha.asAdministrator())
		for _, test := range []struct {
			name             string
			env              *testenv.Env
			subject, product any
			want             string
		}{
			{"a line of another customer", own, bravo.line.String(), nil, "NOT_FOUND"},
			{"another customer", own, bravo.account.String(), products, "NOT_FOUND"},
			{"no product", own, alpha.account.String(), nil, "BAD_INPUT"},
			{"a product for a line", own, alpha.line.String(), products, "BAD_INPUT"},
			{"a product that is none", own, alpha.account.String(), gid.New(gid.Product, 0).String(), "NOT_FOUND"},
			{"a user", own, alpha.member.String(), nil, "BAD_INPUT"},
			{"a line, without the service", reader, alpha.line.String(), nil, "NOT_FOUND"},
		} {
			answer := test.env.Ask(t, "query ($subject: ID!, $product: ID) { eligibility(subject: $subject, "+
				"product: $product, action: SUPPORT) { allowed } }",
				map[string]any{"subject": test.subject, "product": test.product})
			if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != test.want {
				t.Errorf("%s: %+v, want %s", test.name, answer.Errors, test.want)
			}
		}
		a := eligible(t, reader, "DOWNLOAD", map[string]any{"subject": alpha.account.String(), "product": products})
		if a.Allowed || a.codes() != "ROLE_MISSING SERVICE_CLOSED SERVICE_CLOSED" || a.LineItemCount != 0 {
			t.Errorf("without services: %+v", a)
		}
	})
}
