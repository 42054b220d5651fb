package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// fieldOn declares a custom field and returns its id.
func fieldOn(t *testing.T, env *testenv.Env, subject, typ string, more map[string]any) string {
	t.Helper()
	input := merged(map[string]any{"subject": subject, "code": "own" + typ, "type": typ, "labelEnglish": "Own",
		"labelGerman": "Eigenes", "forCustomers": true}, more)
	return mustChangeCatalog(t, env, "declareCustomField", input, "customField")
}

const customValues = "{ field { code } text number day boolean choice }"

// valuesOf reads the values of the custom fields of an object.
func valuesOf(t *testing.T, env *testenv.Env, id string) (list []map[string]any) {
	t.Helper()
	got, _ := testenv.Must[struct {
		Node struct{ CustomFields []map[string]any }
	}](t, env, `query ($id: ID!) { node(id: $id) { ... on Account { customFields `+customValues+` }
		... on Entitlement { customFields `+customValues+` } ... on LineItem { customFields `+customValues+` }
		... on Device { customFields `+customValues+` } } }`, map[string]any{"id": id})
	return got.Node.CustomFields
}

// Each kind of objects can have a field of each type, and a value is answered in the form of its type.
func TestValuesOfCustomFields(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var objects map[string]gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			account := f.Account("Fields")
			header := f.Entitlement(account, "ENT-1")
			objects = map[string]gid.ID{"ACCOUNT": account, "ENTITLEMENT": header,
				"LINE_ITEM": f.Line(account, header, f.Seat, "L-1", 1), "DEVICE": f.Device(account, "d-1")}
		})
		values := []struct {
			typ, argument string
			value, text   any
			want          string
		}{
			{"TEXT", "text", "4711 north", "4711 north", ""}, {"NUMBER", "number", "-012.50", "-12.5", "number"},
			{"DAY", "day", "2027-03-31", "2027-03-31", "day"}, {"BOOLEAN", "boolean", true, "true", "boolean"},
			{"CHOICE", "choice", "two", "two", "choice"},
		}
		for subject, object := range objects {
			for _, v := range values {
				more := map[string]any{}
				if v.typ == "CHOICE" {
					more["choices"] = []string{"one", "two"}
				}
				field := fieldOn(t, env, subject, v.typ, more)
				set := map[string]any{"object": object.String(),
					"values": []any{map[string]any{"field": field, v.argument: v.value}}}
				want := map[string]any{"field": map[string]any{"code": "own" + v.typ}, "text": v.text, "number": nil,
					"day": nil, "boolean": nil, "choice": nil}
				if v.want != "" {
					want[v.want] = v.text
				}
				if v.typ == "BOOLEAN" {
					want["boolean"] = true
				}
				if got := changeCatalog(t, env, "setCustomFields", set); len(got.Errors) > 0 || len(got.Effects) != 1 ||
					*got.Effects[0].Field != "customFields.own"+v.typ || got.Effects[0].After == nil {
					t.Fatalf("%s %s: %+v", subject, v.typ, got)
				}
				if d := cmp.Diff([]map[string]any{want}, valuesOf(t, env, object.String())); d != "" {
					t.Errorf("%s %s: %s", subject, v.typ, d)
				}
				if again := changeCatalog(t, env, "setCustomFields", set); len(again.Errors)+len(again.Effects) > 0 {
					t.Errorf("%s %s again: %+v", subject, v.typ, again)
				}
				set["values"] = []any{map[string]any{"field": field}}
				if got := changeCatalog(t, env, "setCustomFields", set); len(got.Errors) > 0 ||
					len(got.Effects) != 1 || got.Effects[0].After != nil {
					t.Errorf("%s %s removed: %+v", subject, v.typ, got)
				}
				if left := valuesOf(t, env, object.String()); len(left) > 0 {
					t.Errorf("%s %s: %v is left", subject, v.typ, left)
				}
			}
		}
	})
}

// Values that do not fit their field are refused together, each at its place, and nothing is set.
func TestRefusedValuesOfCustomFields(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) { account = f.Account("Fields") })
		text, number := fieldOn(t, env, "ACCOUNT", "TEXT", nil), fieldOn(t, env, "ACCOUNT", "NUMBER", nil)
		choice := fieldOn(t, env, "ACCOUNT", "CHOICE", map[string]any{"choices": []string{"one", "two"}})
		other := fieldOn(t, env, "DEVICE", "DAY", nil)
		set := func(values ...any) string {
			return changeCatalog(t, env, "setCustomFields",
				map[string]any{"object": account.String(), "values": values}).codes()
		}
		value := func(field string, pairs ...any) map[string]any {
			v := map[string]any{"field": field}
			for i := 0; i < len(pairs); i += 2 {
				v[pairs[i].(string)] = pairs[i+1]
			}
			return v
		}
		got := set(value(text, "number", "1"), value(number, "number", "1e3"), value(choice, "choice", "three"),
			value(other, "day", "2027-01-01"), value(text, "text", "again"),
			value(gid.New(gid.CustomField, 0).String(), "text", "a"))
		want := "BAD_INPUT input.values.0.number, BAD_INPUT input.values.1.number, BAD_INPUT input.values.2.choice, " +
			"BAD_INPUT input.values.3.field, BAD_INPUT input.values.4.field, NOT_FOUND input.values.5.field"
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got := set(value(text, "text", "a", "boolean", true)); got != "BAD_INPUT input.values.0.boolean" {
			t.Error(got)
		}
		if got := set(value(text, "text", "kept"), value(choice, "choice", "two")); got != "" {
			t.Fatal(got)
		}
		change := func(field string, input map[string]any) string {
			return changeCatalog(t, env, "changeCustomField",
				merged(input, map[string]any{"customField": field})).codes()
		}
		if got := change(choice, map[string]any{"choices": []string{"one"}}); got != "CHOICE_IN_USE input.choices" {
			t.Error(got)
		}
		if got := change(choice, map[string]any{"choices": []string{"two", "three"}}); got != "" {
			t.Error(got)
		}
		if got := change(text, map[string]any{"choices": []string{"a"}}); got != "BAD_INPUT input.choices" {
			t.Error(got)
		}
		if got := change(text, map[string]any{"retired": true}); got != "" {
			t.Error(got)
		}
		if got := set(value(text, "text", "new")); got != "RETIRED input.values.0.field" {
			t.Error(got)
		}
		if got := set(value(text, "text", "kept")); got != "" {
			t.Error(got)
		}
		taken := map[string]any{"subject": "ACCOUNT", "code": "ownTEXT", "type": "DAY", "labelEnglish": "A",
			"labelGerman": "B"}
		if got := changeCatalog(t, env, "declareCustomField", taken).codes(); got != "CODE_TAKEN input.code" {
			t.Error(got)
		}
	})
}

// Customers see the values of the fields that are for them, with their objects; they learn of no other, not even from
// the audit of their account.
func TestWhoSeesValuesOfCustomFields(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		shown := fieldOn(t, env, "ACCOUNT", "TEXT", nil)
		hidden := fieldOn(t, env, "ACCOUNT", "NUMBER", map[string]any{"forCustomers": false})
		mustChangeCatalog(t, env, "setCustomFields", map[string]any{"object": h.account.String(), "values": []any{
			map[string]any{"field": shown, "text": "seen"},
			map[string]any{"field": hidden, "number": "815"}}}, "object")
		codes := func(env *testenv.Env) (list []string) {
			for _, v := range valuesOf(t, env, h.account.String()) {
				if text := fmt.Sprint(v["text"]); text != "12.5" { // which the tenant has anyhow
					list = append(list, text)
				}
			}
			return list
		}
		customer := env.As(h.asAdministrator())
		if got := codes(env); len(got) != 2 {
			t.Errorf("the producer sees %v", got)
		}
		if d := cmp.Diff([]string{"seen"}, codes(customer)); d != "" {
			t.Error(d)
		}
		if got := codes(env.As(h.asMember(0, vocabulary.RoleReader))); len(got) != 1 {
			t.Errorf("a member without LICENSING sees %v of the account", got)
		}
		fields, _ := testenv.Must[struct{ CustomFields []struct{ ID string } }](t, customer,
			`{ customFields(subject: ACCOUNT) { id } }`, nil)
		seen := fmt.Sprint(fields.CustomFields)
		if !strings.Contains(seen, shown) || strings.Contains(seen, hidden) {
			t.Errorf("the customer sees %v", fields)
		}
		audit, _ := testenv.Must[struct {
			Account struct {
				AuditEntries struct {
					Nodes []struct {
						Changes []struct {
							Field string
							After struct{ Text string }
						}
					}
				}
			}
		}](t, customer, `query ($id: ID!) { account(id: $id) { auditEntries(filter: { action: "setCustomFields" }) {
			nodes { changes { field after { text } } } } } }`, map[string]any{"id": h.account.String()})
		nodes := audit.Account.AuditEntries.Nodes
		if len(nodes) != 1 || len(nodes[0].Changes) != 1 || nodes[0].Changes[0].Field != "customFields.ownTEXT" ||
			nodes[0].Changes[0].After.Text != "seen" {
			t.Errorf("the audit of the account has %+v", nodes)
		}
	})
}
