package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// sales are the amounts that are paid in a sale through the partner and in one to the customer itself, in the main unit
// and in minor units.
var sales = struct{ partners, customers [2]string }{
	[2]string{"76543.21", "7654321"}, [2]string{"45678.12", "4567812"}}

// sellTwice issues an order to the account through the partner and another one to it directly, and changes both by
// every mutation that records what was paid. Of each sale one right is renewed by itself.
func sellTwice(t testing.TB, env *testenv.Env, w *issuingWorld) {
	t.Helper()
	for _, sale := range []struct {
		amount string
		header map[string]any
	}{{sales.partners[0], map[string]any{"channelPartner": w.partner}}, {sales.customers[0], nil}} {
		price := map[string]any{"amount": sale.amount, "currency": "EUR"}
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "startsOn": "2026-11-01", "price": price,
			"instalments": due("2026-11-15", sale.amount)}, sale.header)
		id, ctx, c := parsed(t, line), testenv.Operator(t), env.Store.Client()
		first := c.Period.Query().Where(period.LineItemID(id)).OnlyIDX(ctx).String()
		item := c.CoverageItem.Query().Where(coverageitem.LineItemID(id)).OnlyX(ctx)
		covered := &coveredWorld{env: env}
		covered.must(t, "extendCoverage", map[string]any{"coverage": item.CoverageID.String(), "length": 1,
			"lengthUnit": "YEARS", "prices": []any{priceOf(item.ID.String(), sale.amount)}})
		for mutation, input := range map[string]map[string]any{
			"correctPeriod": {"period": first, "reason": "misread", "orderNumber": "PO-2", "price": price},
			"amendLineItem": {"lineItem": line, "startsOn": "2026-12-01", "quantity": "10", "price": price},
		} {
			if made := changeRight(t, env, mutation, input); made.codes() != "" {
				t.Fatalf("%s: %+v", mutation, made)
			}
		}
		if renewed := renewLine(t, env, line, map[string]any{"price": price}); renewed.codes() != "" {
			t.Fatalf("%+v", renewed)
		}
		issueLine(t, env, w, map[string]any{"partNumber": w.evergreen, "price": price,
			"instalments": due("2026-11-15", sale.amount)}, sale.header)
	}
	mustRenewEvergreens(t, env, dayOf(t, "2027-01-23"), 2)
}

// withGrants returns a person with all rights in accounts.
func withGrants(user gid.ID, accounts ...gid.ID) *viewer.Viewer {
	roles, _ := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
	v := &viewer.Viewer{Credential: vocabulary.CredentialKindAccessToken, User: user, Name: "person",
		Scopes: vocabulary.EveryKeyScope}
	for _, a := range accounts {
		v.Grants = append(v.Grants, viewer.Grant{Account: a, Accounts: []gid.ID{a}, Roles: roles,
			Services: vocabulary.EveryService})
	}
	return v.Settle()
}

// What is paid in a sale through a partner is the partner's cost: nothing that the customer can ask for tells it,
// whatever the customer asks. The producer and the partner's own people see it, and the customer sees the prices of
// direct sales.
func TestTheCustomerNeverSeesWhatThePartnerPaid(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		sellTwice(t, env, w)
		account, partner := parsed(t, w.account), parsed(t, w.partner)
		var user gid.ID
		env.Fill(t, func(f *testenv.Fixture) { user = f.Member(account, "buyer") })
		asked := &walker{t: t, schema: generated.NewExecutableSchema(generated.Config{}).Schema(), home: account,
			ids: []gid.ID{account}}
		c, ctx := env.Store.Client(), testenv.Operator(t)
		nodes := []gid.ID{account}
		for _, ids := range [][]gid.ID{c.Entitlement.Query().IDsX(ctx), c.LineItem.Query().IDsX(ctx),
			c.Period.Query().IDsX(ctx), c.Coverage.Query().IDsX(ctx), c.CoverageItem.Query().IDsX(ctx)} {
			asked.ids, nodes = append(asked.ids, ids[0]), append(nodes, ids...)
		}
		for _, entry := range c.AuditEntry.Query().IDsX(ctx) {
			nodes = append(nodes, gid.FromKey(gid.AuditEntry, entry))
		}
		questions := append(asked.rootQuestions(), asked.nodeQuestions(nodes)...)
		viewingAs := withGrants(user, account)
		viewingAs.Producer, viewingAs.ViewingAs = vocabulary.ProducerRoleOperator, account
		viewingAs.Settle()
		agent := &viewer.Viewer{Credential: vocabulary.CredentialKindAccessToken, User: user, Name: "agent",
			Scopes: vocabulary.EveryKeyScope, Producer: vocabulary.ProducerRoleSupportAgent}
		community := withGrants(user, account, partner)
		community.Grants[1].Services = 1
		community.Settle()
		for name, of := range map[string]struct {
			viewer *viewer.Viewer
			sees   bool
		}{
			"the customer":                       {withGrants(user, account), false},
			"the producer as the customer":       {viewingAs, false},
			"a customer in the partner's forum":  {community, false},
			"the producer":                       {nil, true},
			"somebody of the partner":            {withGrants(user, account, partner), true},
			"a support agent":                    {agent.Settle(), true},
			"the partner without the customer":   {withGrants(user, partner), false},
			"somebody else, of another customer": {withGrants(user, parsed(t, w.other)), false},
		} {
			as, seen := env, map[string]bool{}
			if of.viewer != nil {
				as = env.As(of.viewer)
			}
			partners, customers := map[string]bool{}, 0
			for _, q := range questions {
				answer := raw(t, as, q)
				for _, amount := range sales.partners {
					if strings.Contains(answer, amount) {
						partners[q.document] = true
					}
				}
				if strings.Contains(answer, sales.customers[0]) {
					customers++
				}
				asked.see(t, as, q, seen)
			}
			if of.viewer != nil && of.viewer.Administers(account) {
				if file := exported(t, env, of.viewer, account); of.sees != tellsPaid(file) {
					t.Errorf("%s is told what the partner paid by the exported audit: %t", name, tellsPaid(file))
				} else if !strings.Contains(file, sales.customers[0]) {
					t.Errorf("%s is not told the price of a direct sale by the exported audit", name)
				}
			}
			switch {
			case !of.sees && len(partners) > 0:
				t.Errorf("%s sees what the partner paid by %d documents, such as %s", name, len(partners),
					first(partners))
			case of.sees && len(partners) == 0:
				t.Errorf("%s never sees what the partner paid", name)
			}
			stranger := name == "the partner without the customer" || name == "somebody else, of another customer"
			if stranger != (customers == 0) {
				t.Errorf("%s sees the price of a direct sale in %d answers", name, customers)
			}
			if name != "the producer" {
				continue
			}
			for _, field := range paidFields(asked.schema) {
				if !seen[field] {
					t.Errorf("%s never has a value here, so that nothing is proven of it", field)
				}
			}
		}
	})
}

// exported returns the audit of an account in both formats, as a viewer exports it.
func exported(t *testing.T, env *testenv.Env, v *viewer.Viewer, account gid.ID) string {
	t.Helper()
	var out strings.Builder
	for _, format := range []audit.Format{audit.JSONLines, audit.CSV} {
		if err := audit.Export(viewer.With(t.Context(), v), env.Store, entitlement.SeePaid, account, 0, 0, format,
			&out); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

// tellsPaid tells whether a text has an amount that the partner paid.
func tellsPaid(text string) bool {
	return slices.ContainsFunc(sales.partners[:], func(amount string) bool { return strings.Contains(text, amount) })
}

func first(set map[string]bool) string {
	for name := range set {
		return name
	}
	return ""
}

// paidFields returns the fields of the contract that are amounts of money, except prices of the catalog.
func paidFields(schema *ast.Schema) (fields []string) {
	for _, d := range schema.Types {
		for _, f := range d.Fields {
			if d.Kind == ast.Object && f.Type.Name() == "Money" && d.Name != "ListPrice" {
				fields = append(fields, d.Name+"."+f.Name)
			}
		}
	}
	slices.Sort(fields)
	return fields
}
