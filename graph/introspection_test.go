package graph_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/muniment/muniment/internal/testenv"
)

// The lists of a type are null for the kinds of types that do not have them, and lists for the others, wherever the
// type stands in the answer.
func TestListsOfIntrospection(t *testing.T) {
	type kindOfType struct {
		Kind                                                       string
		Fields, Interfaces, PossibleTypes, EnumValues, InputFields *[]json.RawMessage
		OfType                                                     *kindOfType
	}
	has := map[string][]string{"SCALAR": nil, "OBJECT": {"fields", "interfaces"},
		"INTERFACE": {"fields", "interfaces", "possibleTypes"}, "UNION": {"possibleTypes"}, "ENUM": {"enumValues"},
		"INPUT_OBJECT": {"inputFields"}, "LIST": nil, "NON_NULL": nil}
	const lists = `kind fields(includeDeprecated: true) { name } interfaces { name } possibleTypes { name }
		enumValues(includeDeprecated: true) { name } inputFields { name }`
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		answer := env.Ask(t, `{ __schema { types { name `+lists+` } queryType { fields { type { `+lists+` ofType { `+
			lists+` ofType { `+lists+` } } } args { type { `+lists+` ofType { `+lists+` } } } } } } one: __type(name: `+
			`"Day") { `+lists+` } }`, nil)
		var got struct {
			Schema struct {
				Types     []kindOfType
				QueryType struct {
					Fields []struct {
						Type kindOfType
						Args []struct{ Type kindOfType }
					}
				}
			} `json:"__schema"`
		}
		if err := json.Unmarshal(answer.Data, &got); err != nil || len(answer.Errors) > 0 {
			t.Fatalf("%v %+v", err, answer.Errors)
		}
		seen := map[string]int{}
		check := func(of kindOfType) {
			seen[of.Kind]++
			for name, list := range map[string]*[]json.RawMessage{"fields": of.Fields, "interfaces": of.Interfaces,
				"possibleTypes": of.PossibleTypes, "enumValues": of.EnumValues, "inputFields": of.InputFields} {
				if want := slices.Contains(has[of.Kind], name); want != (list != nil) {
					t.Errorf("%s of kind %s: null %t, want null %t", name, of.Kind, list == nil, !want)
				}
			}
		}
		all := func(of *kindOfType) {
			for ; of != nil; of = of.OfType {
				check(*of)
			}
		}
		for _, of := range got.Schema.Types {
			check(of)
		}
		for _, field := range got.Schema.QueryType.Fields {
			all(&field.Type)
			for _, argument := range field.Args {
				all(&argument.Type)
			}
		}
		for kind := range has {
			if seen[kind] == 0 && kind != "UNION" { // the contract may be without unions
				t.Errorf("no type of kind %s was looked at", kind)
			}
		}
	})
}
