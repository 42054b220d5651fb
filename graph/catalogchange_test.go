package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// catalogChange is the answer of a mutation of the catalog. IDs are those of the objects of the payload.
type catalogChange struct {
	IDs     []string
	Effects []struct {
		Kind, Label   string
		Field         *string
		Before, After *struct{ Text string }
	}
	Errors []struct{ Code, Field, Message, Remedy string }
}

// codes returns the codes of the refusals with their fields.
func (c catalogChange) codes() string {
	var list []string
	for _, e := range c.Errors {
		list = append(list, e.Code+" "+e.Field)
	}
	return strings.Join(list, ", ")
}

// effects returns the effects as texts such as "CHANGED HS-1 overdraft: 0 to 2".
func (c catalogChange) effects() (list []string) {
	for _, e := range c.Effects {
		text := e.Kind + " " + e.Label
		if e.Field != nil {
			text += " " + *e.Field + ":"
		}
		if e.Before != nil {
			text += " " + e.Before.Text
		}
		if e.Field != nil {
			text += " to"
		}
		if e.After != nil {
			text += " " + e.After.Text
		}
		list = append(list, text)
	}
	return list
}

// changeCatalog sends a mutation. objects are the fields of the payload that are objects.
func changeCatalog(t testing.TB, env *testenv.Env, mutation string, input map[string]any, objects ...string) (
	out catalogChange) {
	t.Helper()
	selection := ""
	for _, o := range objects {
		selection += o + " { id } "
	}
	got, _ := testenv.Must[struct{ Change json.RawMessage }](t, env, fmt.Sprintf(
		"mutation ($input: %s%sInput!) { change: %s(input: $input) { %s effects { kind label field before { text } "+
			"after { text } } errors { code field message remedy } } }",
		strings.ToUpper(mutation[:1]), mutation[1:], mutation, selection), map[string]any{"input": input})
	var named map[string]json.RawMessage
	if err := json.Unmarshal(got.Change, &out); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(got.Change, &named); err != nil {
		t.Fatal(err)
	}
	for _, o := range objects {
		var object *struct{ ID string }
		if err := json.Unmarshal(named[o], &object); err != nil {
			t.Fatal(err)
		}
		if object != nil {
			out.IDs = append(out.IDs, object.ID)
		}
	}
	return out
}

// mustChangeCatalog is changeCatalog for a change that is not refused. It returns the id of the first object.
func mustChangeCatalog(t testing.TB, env *testenv.Env, mutation string, input map[string]any,
	objects ...string) string {
	t.Helper()
	c := changeCatalog(t, env, mutation, input, objects...)
	if len(c.Errors) > 0 || len(c.IDs) != len(objects) {
		t.Fatalf("%s: %+v", mutation, c)
	}
	return c.IDs[0]
}

// enteredCatalog has the ids of a catalog that was entered from nothing.
type enteredCatalog struct {
	unit, level, pack, sort, line, model, version, product, other, suite, part string
}

var someTerms = map[string]any{"graceDays": 14, "overdraftAllowed": true, "offlineAllowed": false}

// enterCatalog enters a catalog by the contract.
func enterCatalog(t testing.TB, env *testenv.Env) (e enteredCatalog) {
	t.Helper()
	e.unit = mustChangeCatalog(t, env, "createUnitOfMeasure", map[string]any{"code": "CRANE", "singular": "crane",
		"plural": "cranes", "kind": "COUNT", "pool": "NODE", "aggregation": "LAST", "baseUnit": "crane",
		"rule": "Each crane counts once."}, "unitOfMeasure")
	e.level = mustChangeCatalog(t, env, "createCoverageLevel", map[string]any{"code": "GOLD", "name": "Gold",
		"rank": 3}, "coverageLevel")
	e.pack = mustChangeCatalog(t, env, "createFeature", map[string]any{"code": "pack", "name": "Packing"}, "feature")
	e.sort = mustChangeCatalog(t, env, "createFeature", map[string]any{"code": "sort", "version": "2"}, "feature")
	e.line = mustChangeCatalog(t, env, "createProductLine", map[string]any{"name": "Quay"}, "productLine")
	c := changeCatalog(t, env, "createLicenseModel", map[string]any{"name": "By crane", "terms": someTerms,
		"activationModel": "NODE_LOCKED", "startsOn": "2026-01-01"}, "licenseModel", "licenseModelVersion")
	if len(c.IDs) != 2 {
		t.Fatalf("%+v", c)
	}
	e.model, e.version = c.IDs[0], c.IDs[1]
	for name, id := range map[string]*string{"Lifter": &e.product, "Sorter": &e.other} {
		*id = mustChangeCatalog(t, env, "createProduct", map[string]any{"productLine": e.line, "name": name,
			"version": "1", "licenseModel": e.model, "state": "AVAILABLE", "startsOn": "2026-01-01"}, "product")
	}
	e.suite = mustChangeCatalog(t, env, "createProduct", map[string]any{"productLine": e.line, "name": "Everything",
		"kind": "SUITE"}, "product")
	e.part = mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-1", "product": e.product,
		"unit": e.unit, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 1, "termUnit": "YEARS",
		"packSize": 5, "coverageKind": "SUPPORT", "coverageLevel": e.level, "upgradesFrom": []string{e.other}},
		"partNumber")
	return e
}

// An operator enters a catalog into an empty database, and reads what they entered.
func TestACatalogIsEnteredFromNothing(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		e := enterCatalog(t, env)
		set := changeCatalog(t, env, "setProductFeatures", map[string]any{"product": e.product,
			"features": []any{map[string]any{"feature": e.pack}, map[string]any{"feature": e.sort, "quantity": 2}}})
		if d := cmp.Diff([]string{"CHANGED Lifter 1 features: to pack × 1",
			"CHANGED Lifter 1 features: to sort 2 × 2"}, set.effects()); d != "" {
			t.Error(d)
		}
		set = changeCatalog(t, env, "setProductFeatures", map[string]any{"product": e.product,
			"features": []any{map[string]any{"feature": e.sort, "quantity": 3}}})
		if d := cmp.Diff([]string{"CHANGED Lifter 1 features: pack × 1 to",
			"CHANGED Lifter 1 features: sort 2 × 2 to sort 2 × 3"}, set.effects()); d != "" {
			t.Error(d)
		}
		mustChangeCatalog(t, env, "setSuiteMembers", map[string]any{"suite": e.suite, "members": []any{
			map[string]any{"product": e.product}, map[string]any{"product": e.other, "quantity": 2}}}, "product")
		mustChangeCatalog(t, env, "setListPrice", map[string]any{"partNumber": e.part,
			"price": map[string]any{"amount": "99.50", "currency": "EUR"}}, "listPrice")
		got, _ := testenv.Must[any](t, env, `query ($part: ID!, $suite: ID!) {
			partNumber(id: $part) { code product { name features { quantity feature { code version } } }
				licenseModel { name } unit { code scale } term startRule termLength termUnit packSize overdraft
				coverageKind coverageLength coverageLengthUnit coverageLevel { code } successor { code }
				upgradesFrom { name } gaps retiredAt listPrices { price { amount currency } startsOn perpetual } }
			product(id: $suite) { kind state suiteMembers { quantity product { name
				licenseModel { versions { number startsOn graceDays surplus } } } } } }`,
			map[string]any{"part": e.part, "suite": e.suite})
		var want any
		if err := json.Unmarshal([]byte(`{"partNumber": {"code": "LIFT-1", "product": {"name": "Lifter",
			"features": [{"quantity": 3, "feature": {"code": "sort", "version": "2"}}]}, "licenseModel": null,
			"unit": {"code": "CRANE", "scale": "1"}, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 1,
			"termUnit": "YEARS", "packSize": 5, "overdraft": 0, "coverageKind": "SUPPORT", "coverageLength": null,
			"coverageLengthUnit": null, "coverageLevel": {"code": "GOLD"}, "successor": null,
			"upgradesFrom": [{"name": "Sorter"}], "gaps": [], "retiredAt": null,
			"listPrices": [{"price": {"amount": "99.5", "currency": "EUR"}, "startsOn": "2026-11-22",
			"perpetual": true}]}, "product": {"kind": "SUITE", "state": "DRAFT", "suiteMembers": [
			{"quantity": 1, "product": {"name": "Lifter", "licenseModel": {"versions": [{"number": 1,
			"startsOn": "2026-01-01", "graceDays": 14, "surplus": "WARN"}]}}},
			{"quantity": 2, "product": {"name": "Sorter", "licenseModel": {"versions": [{"number": 1,
			"startsOn": "2026-01-01", "graceDays": 14, "surplus": "WARN"}]}}}]}}`), &want); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
		found, _ := testenv.Must[struct {
			Products struct{ Nodes []struct{ Name string } }
		}](t, env,
			`{ products(filter: { text: "lift" }) { nodes { name } } }`, nil)
		if len(found.Products.Nodes) != 1 {
			t.Errorf("%+v, want the product by a word of its name", found)
		}
	})
}

// What is retired is named by nothing new, stays readable, and can be offered again.
func TestWhatIsRetiredIsNotOfferedAnyMore(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		e := enterCatalog(t, env)
		for _, o := range []struct{ mutation, object, id, list string }{
			{"changeUnitOfMeasure", "unitOfMeasure", e.unit, "unitsOfMeasure"},
			{"changeCoverageLevel", "coverageLevel", e.level, "coverageLevels"},
			{"changeFeature", "feature", e.pack, "features"},
			{"changeProductLine", "productLine", e.line, "productLines"},
			{"changeLicenseModel", "licenseModel", e.model, "licenseModels"},
			{"changePartNumber", "partNumber", e.part, "partNumbers"},
		} {
			read := func(filter string) (ids []string) {
				got, _ := testenv.Must[struct {
					List struct{ Nodes []struct{ ID string } }
				}](t, env,
					`{ list: `+o.list+filter+` { nodes { id } } }`, nil)
				for _, n := range got.List.Nodes {
					ids = append(ids, n.ID)
				}
				return ids
			}
			all := read("")
			mustChangeCatalog(t, env, o.mutation, map[string]any{o.object: o.id, "retired": true}, o.object)
			again := changeCatalog(t, env, o.mutation, map[string]any{o.object: o.id, "retired": true}, o.object)
			if len(again.Effects) > 0 || len(again.Errors) > 0 {
				t.Errorf("%s a second time: %+v", o.mutation, again)
			}
			if got := read("(filter: { retired: true })"); !slices.Equal(got, []string{o.id}) {
				t.Errorf("%s: %v are retired", o.list, got)
			}
			if got := read("(filter: { retired: false })"); slices.Contains(got, o.id) || len(got) != len(all)-1 {
				t.Errorf("%s: %v are not retired", o.list, got)
			}
			if got := read(""); !slices.Equal(got, all) {
				t.Errorf("%s: %v, before %v", o.list, got, all)
			}
		}
		for _, c := range []struct {
			mutation string
			input    map[string]any
			want     string
		}{
			{"createPartNumber", map[string]any{"code": "NEW", "licenseModel": e.model, "unit": e.unit,
				"coverageKind": "SUPPORT", "coverageLevel": e.level, "successor": e.part},
				"RETIRED input.licenseModel, RETIRED input.unit, RETIRED input.coverageLevel, RETIRED input.successor"},
			{"createProduct", map[string]any{"productLine": e.line, "name": "New", "licenseModel": e.model},
				"RETIRED input.productLine, RETIRED input.licenseModel"},
			{"setProductFeatures", map[string]any{"product": e.product,
				"features": []any{map[string]any{"feature": e.pack}}}, "RETIRED input.features"},
			// What names it already may keep it.
			{"changePartNumber", map[string]any{"partNumber": e.part, "description": "Still sold", "unit": e.unit}, ""},
			{"changeProduct", map[string]any{"product": e.product, "licenseModel": e.model, "state": "OBSOLETE"}, ""},
			{"changeLicenseModel", map[string]any{"licenseModel": e.model, "retired": false}, ""},
			{"createProduct", map[string]any{"productLine": e.line, "name": "New", "licenseModel": e.model},
				"RETIRED input.productLine"},
		} {
			if got := changeCatalog(t, env, c.mutation, c.input); got.codes() != c.want {
				t.Errorf("%s %v: %+v, want %s", c.mutation, c.input, got.Errors, c.want)
			}
		}
	})
}

// Each wrong input is refused with a code, the field and a remedy, the same on both engines.
func TestTheCatalogRefusesWrongInput(t *testing.T) {
	long := strings.Repeat("x", 201)
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		e := enterCatalog(t, env)
		nobody := gid.New(gid.Product, 0).String()
		unit := func(other map[string]any) map[string]any {
			in := map[string]any{"code": "NEW", "singular": "a", "plural": "b", "kind": "COUNT", "pool": "NONE",
				"aggregation": "SUM", "baseUnit": "a", "rule": "Counted."}
			for k, v := range other {
				in[k] = v
			}
			return in
		}
		feature := func(id string, n int) map[string]any { return map[string]any{"feature": id, "quantity": n} }
		member := func(id string) map[string]any { return map[string]any{"product": id} }
		for _, c := range []struct {
			mutation string
			input    map[string]any
			want     string
		}{
			{"createUnitOfMeasure", unit(map[string]any{"code": "CRANE"}), "CODE_TAKEN input.code"},
			{"createUnitOfMeasure", unit(map[string]any{"code": " ", "scale": "0", "decimals": 10, "rule": ""}),
				"BAD_INPUT input.code, BAD_INPUT input.rule, BAD_INPUT input.decimals, BAD_INPUT input.scale"},
			{"createUnitOfMeasure", unit(map[string]any{"scale": "1.5"}), "BAD_INPUT input.scale"},
			{"createUnitOfMeasure", unit(map[string]any{"scale": "9223372036854775808"}), "BAD_INPUT input.scale"},
			{"createUnitOfMeasure", unit(map[string]any{"kind": "NONE"}), "BAD_INPUT input.kind"},
			{"createUnitOfMeasure", unit(map[string]any{"kind": "MONEY"}), "BAD_INPUT input.currency"},
			{"createUnitOfMeasure", unit(map[string]any{"kind": "MONEY", "currency": "eur"}),
				"BAD_INPUT input.currency"},
			{"createUnitOfMeasure", unit(map[string]any{"kind": "MONEY", "currency": "EUR"}), "BAD_INPUT input.scale"},
			{"createUnitOfMeasure", unit(map[string]any{"currency": "EUR"}), "BAD_INPUT input.currency"},
			{"changeUnitOfMeasure", map[string]any{"unitOfMeasure": nobody}, "NOT_FOUND input.unitOfMeasure"},
			{"changeUnitOfMeasure", map[string]any{"unitOfMeasure": e.unit, "singular": ""},
				"BAD_INPUT input.singular"},
			{"createCoverageLevel", map[string]any{"code": "GOLD", "name": "Gold", "rank": 1},
				"CODE_TAKEN input.code"},
			{"changeCoverageLevel", map[string]any{"coverageLevel": e.level, "rank": -1}, "BAD_INPUT input.rank"},
			{"createFeature", map[string]any{"code": "sort", "version": "2"}, "CODE_TAKEN input.code"},
			{"createFeature", map[string]any{"code": "sort  2"}, "BAD_INPUT input.code"},
			{"changeFeature", map[string]any{"feature": e.pack, "name": long}, "BAD_INPUT input.name"},
			{"createProductLine", map[string]any{"name": "Quay"}, "NAME_TAKEN input.name"},
			{"changeProductLine", map[string]any{"productLine": e.line, "description": strings.Repeat("x", 2001)},
				"TEXT_TOO_LONG input.description"},
			{"createProduct", map[string]any{"productLine": nobody, "name": "New"}, "NOT_FOUND input.productLine"},
			{"createProduct", map[string]any{"productLine": e.line, "name": "Lifter", "version": "1"},
				"NAME_TAKEN input.name"},
			{"createProduct", map[string]any{"productLine": e.line, "name": "New", "startsOn": "2026-02-01",
				"endsOn": "2026-01-31", "licenseModel": nobody},
				"BAD_RANGE input.endsOn, NOT_FOUND input.licenseModel"},
			{"changeProduct", map[string]any{"product": e.product, "state": "DRAFT"}, "BAD_INPUT input.state"},
			{"changeProduct", map[string]any{"product": e.product, "endsOn": "2027-01-31", "perpetual": true},
				"BAD_INPUT input.endsOn"},
			{"setProductFeatures", map[string]any{"product": e.product,
				"features": []any{feature(e.pack, 1), feature(e.pack, 2), feature(e.sort, 0)}},
				"BAD_INPUT input.features.1, BAD_INPUT input.features.2.quantity"},
			{"setProductFeatures", map[string]any{"product": e.product, "features": []any{feature(nobody, 1)}},
				"NOT_FOUND input.features"},
			{"setSuiteMembers", map[string]any{"suite": e.product, "members": []any{member(e.other)}},
				"NOT_A_SUITE input.suite"},
			{"setSuiteMembers", map[string]any{"suite": e.suite, "members": []any{member(e.suite)}},
				"SUITE_IN_SUITE input.members"},
			{"createLicenseModel", map[string]any{"name": "By crane", "activationModel": "USAGE", "metered": false,
				"terms": map[string]any{"graceDays": -1, "overdraftAllowed": true, "offlineAllowed": false,
					"offlineDays": 0}}, "BAD_INPUT input.metered, BAD_INPUT input.terms.graceDays, BAD_INPUT " +
				"input.terms.offlineDays, BAD_INPUT input.terms.offlineDays, NAME_TAKEN input.name"},
			{"createPartNumber", map[string]any{"code": "LIFT-1"}, "CODE_TAKEN input.code"},
			{"createPartNumber", map[string]any{"code": "NEW", "term": "PERPETUAL", "termLength": 1,
				"termUnit": "YEARS"}, "BAD_INPUT input.termLength"},
			{"createPartNumber", map[string]any{"code": "NEW", "termLength": 101, "termUnit": "YEARS", "packSize": 0,
				"coverageLength": 1}, "BAD_INPUT input.termLength, BAD_INPUT input.packSize, BAD_INPUT " +
				"input.coverageLengthUnit, BAD_INPUT input.coverageKind"},
			{"createPartNumber", map[string]any{"code": "NEW", "product": e.product, "unit": nobody,
				"upgradesFrom": []string{e.product, e.other, e.other, e.unit}}, "NOT_FOUND input.unit, BAD_INPUT " +
				"input.upgradesFrom.0, BAD_INPUT input.upgradesFrom.2, NOT_FOUND input.upgradesFrom.3"},
			{"changePartNumber", map[string]any{"partNumber": e.part, "successor": e.part},
				"BAD_INPUT input.successor"},
			{"setListPrice", map[string]any{"partNumber": e.part, "price": map[string]any{"amount": "1.005",
				"currency": "EUR"}}, "BAD_INPUT input.price.amount"},
			{"setListPrice", map[string]any{"partNumber": e.part, "price": map[string]any{"amount": "-1",
				"currency": "EUR"}}, "BAD_INPUT input.price.amount"},
			{"setListPrice", map[string]any{"partNumber": e.part, "price": map[string]any{"amount": "1",
				"currency": "EURO"}}, "BAD_INPUT input.price.currency"},
			{"removeListPrice", map[string]any{"listPrice": nobody}, "NOT_FOUND input.listPrice"},
		} {
			got := changeCatalog(t, env, c.mutation, c.input)
			if got.codes() != c.want {
				t.Errorf("%s %v: %+v, want %s", c.mutation, c.input, got.Errors, c.want)
			}
			for _, e := range got.Errors {
				if e.Remedy == "" || strings.Contains(e.Message+e.Remedy, "{") {
					t.Errorf("%s: %+v", c.mutation, e)
				}
			}
		}
	})
}

// What a part number stands for does not change once rights were granted under it, but gaps may be filled.
func TestAPartNumberThatWasSoldKeepsWhatItStandsFor(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		e := enterCatalog(t, env)
		part := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "GAPS", "unit": e.unit,
			"termLength": 3, "termUnit": "MONTHS"}, "partNumber")
		gaps := func() []string {
			got, _ := testenv.Must[struct{ PartNumber struct{ Gaps []string } }](t, env,
				`query ($part: ID!) { partNumber(id: $part) { gaps } }`, map[string]any{"part": part})
			return got.PartNumber.Gaps
		}
		if d := cmp.Diff([]string{"PRODUCT", "LICENSE_MODEL", "TERM", "START_RULE"}, gaps()); d != "" {
			t.Error(d)
		}
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": part, "packSize": 2}, "partNumber")
		env.Fill(t, func(f *testenv.Fixture) {
			first, last := testenv.Today, testenv.Today+10
			account := f.Account("buyer")
			line := f.Line(account, f.Entitlement(account, "E-1"), f.Seat, "L-1", 1)
			id := mustParse(t, part)
			if err := f.Period(account, line, &first, &last, 1).SetPartNumberID(id).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		for _, c := range []struct {
			input map[string]any
			want  string
		}{
			{map[string]any{"termLength": 4, "overdraft": 1, "packSize": 3},
				"ALREADY_SOLD input.termLength, ALREADY_SOLD input.packSize, ALREADY_SOLD input.overdraft"},
			{map[string]any{"removes": []string{"TERM_LENGTH"}},
				"ALREADY_SOLD input.termLength, ALREADY_SOLD input.termUnit"},
			{map[string]any{"product": e.product, "term": "TRIAL", "startRule": "FIRST_ACTIVATION",
				"successor": e.part, "description": "Filled in", "upgradesFrom": []string{e.other}}, ""},
			{map[string]any{"product": e.suite}, "ALREADY_SOLD input.product"},
			{map[string]any{"removes": []string{"SUCCESSOR"}, "upgradesFrom": []string{}}, ""},
		} {
			c.input["partNumber"] = part
			if got := changeCatalog(t, env, "changePartNumber", c.input); got.codes() != c.want {
				t.Errorf("%v: %+v, want %s", c.input, got.Errors, c.want)
			}
		}
		if left := gaps(); len(left) > 0 {
			t.Errorf("%v are left", left)
		}
	})
}

func mustParse(t testing.TB, id any) gid.ID {
	t.Helper()
	parsed, err := gid.Parse(fmt.Sprint(id))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// Terms change from a day on, never for days that have begun, and never for periods.
func TestTermsAreRevisedFromADayOn(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		e := enterCatalog(t, env)
		revise := func(day string, grace int) catalogChange {
			in := map[string]any{"licenseModel": e.model, "terms": map[string]any{"graceDays": grace,
				"overdraftAllowed": false, "offlineAllowed": true, "offlineDays": 7, "surplus": "STOP_AFTER_GRACE"}}
			if day != "" {
				in["startsOn"] = day
			}
			return changeCatalog(t, env, "reviseLicenseModel", in, "licenseModel", "licenseModelVersion")
		}
		versions := func() (list []string) {
			got, _ := testenv.Must[struct {
				LicenseModel struct {
					Versions []struct {
						ID, StartsOn      string
						EndsOn            *string
						Number, GraceDays int
					}
				}
			}](t, env, `query ($id: ID!) { licenseModel(id: $id) { versions { id number startsOn endsOn graceDays } } }`,
				map[string]any{"id": e.model})
			for _, v := range got.LicenseModel.Versions {
				list = append(list, fmt.Sprintf("%d %s %d", v.Number, v.StartsOn, v.GraceDays))
			}
			return list
		}
		for _, c := range []struct {
			day   string
			grace int
			want  string
		}{
			{"2026-11-21", 1, "DAY_TOO_EARLY input.startsOn"},
			{"", 2, ""},
			{"2026-11-22", 3, "DAY_TOO_EARLY input.startsOn"}, // today's terms apply already
			{"2027-01-01", 4, ""},
			{"2026-12-31", 5, "DAY_TOO_EARLY input.startsOn"},
			{"2027-01-01", 6, ""}, // nobody uses the version, and its day has not come
		} {
			if got := revise(c.day, c.grace); got.codes() != c.want {
				t.Errorf("%s: %+v, want %s", c.day, got.Errors, c.want)
			}
		}
		if d := cmp.Diff([]string{"3 2027-01-01 6", "2 2026-11-22 2", "1 2026-01-01 14"}, versions()); d != "" {
			t.Error(d)
		}
		fresh := mustChangeCatalog(t, env, "createLicenseModel", map[string]any{"name": "Fresh", "terms": someTerms,
			"activationModel": "NODE_LOCKED"}, "licenseModel")
		for _, c := range []struct{ day, want string }{{"2025-01-01", ""}, {"2024-01-01", ""}, {"2024-01-01", ""},
			{"2024-06-01", "DAY_TOO_EARLY input.startsOn"}} {
			got := changeCatalog(t, env, "reviseLicenseModel", map[string]any{"licenseModel": fresh,
				"terms": someTerms, "startsOn": c.day}, "licenseModel", "licenseModelVersion")
			if got.codes() != c.want {
				t.Errorf("terms that nobody uses, from %s on: %+v, want %s", c.day, got.Errors, c.want)
			}
		}
		last := revise("2027-02-01", 7)
		env.Fill(t, func(f *testenv.Fixture) {
			first := testenv.Today
			account := f.Account("buyer")
			line := f.Line(account, f.Entitlement(account, "E-1"), f.Seat, "L-1", 1)
			id := mustParse(t, last.IDs[1])
			granted := f.Period(account, line, &first, nil, 1).SetLicenseModelVersionID(id)
			if err := granted.Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		if got := revise("2027-02-01", 8); got.codes() != "DAY_TOO_EARLY input.startsOn" {
			t.Errorf("a version that a period uses: %+v", got.Errors)
		}
		n := env.Store.Client().Period.Query().Where(period.LicenseModelVersionIDNotNil()).CountX(testenv.Operator(t))
		if got := revise("2027-02-02", 9); got.codes() != "" || n != 1 {
			t.Errorf("%+v, %d periods", got.Errors, n)
		}
	})
}

// A price of a day that has not come may change, and one that is valid, or was, may not.
func TestListPricesChangeForDaysThatHaveNotCome(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		e := enterCatalog(t, env)
		set := func(day, amount, currency string) catalogChange {
			return changeCatalog(t, env, "setListPrice", map[string]any{"partNumber": e.part, "startsOn": day,
				"price": map[string]any{"amount": amount, "currency": currency}}, "listPrice")
		}
		var past, future catalogChange
		for _, c := range []struct {
			day, amount, currency, want string
			keep                        *catalogChange
		}{
			{"2026-01-01", "10", "EUR", "", &past}, // the first one may be valid already
			{"2025-01-01", "9", "EUR", "DAY_TOO_EARLY input.startsOn", nil},
			{"2026-01-01", "11", "EUR", "ALREADY_VALID input.startsOn", nil},
			{"2026-01-01", "10.00", "EUR", "", nil}, // the same
			{"2025-01-01", "900", "JPY", "", nil},
			{"2027-01-01", "12", "EUR", "", &future},
			{"2027-01-01", "13.25", "EUR", "", nil},
			{"2026-11-22", "11", "EUR", "", nil},
			{"2026-11-22", "12", "EUR", "ALREADY_VALID input.startsOn", nil},
		} {
			got := set(c.day, c.amount, c.currency)
			if got.codes() != c.want {
				t.Errorf("%+v: %+v", c, got.Errors)
			}
			if c.keep != nil {
				*c.keep = got
			}
		}
		got, _ := testenv.Must[struct {
			PartNumber struct {
				ListPrices []struct {
					StartsOn string
					Price    struct{ Amount, Currency string }
				}
			}
		}](t, env, `query ($id: ID!) { partNumber(id: $id) { listPrices { startsOn price { amount currency } } } }`,
			map[string]any{"id": e.part})
		var list []string
		for _, p := range got.PartNumber.ListPrices {
			list = append(list, p.StartsOn+" "+p.Price.Amount+" "+p.Price.Currency)
		}
		if d := cmp.Diff([]string{"2027-01-01 13.25 EUR", "2026-11-22 11 EUR", "2026-01-01 10 EUR",
			"2025-01-01 900 JPY"}, list); d != "" {
			t.Error(d)
		}
		for _, c := range []struct {
			change catalogChange
			want   string
		}{{past, "ALREADY_VALID input.listPrice"}, {future, ""}, {future, "NOT_FOUND input.listPrice"}} {
			removed := changeCatalog(t, env, "removeListPrice", map[string]any{"listPrice": c.change.IDs[0]})
			if removed.codes() != c.want {
				t.Errorf("%+v, want %s", removed.Errors, c.want)
			}
		}
	})
}

// Only operators change the catalog, and programs with a key of the producer's operators that may write.
func TestOnlyOperatorsChangeTheCatalog(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		for name, c := range map[string]struct {
			env  *testenv.Env
			want string
		}{
			"administrator": {env.As(h.asAdministrator()), "FORBIDDEN "},
			"a key that reads": {env.As(program(t, env, access.NewKey{Name: "reads",
				Producer: vocabulary.ProducerRoleOperator, Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})),
				"READ_ONLY "},
			"a key of an integration": {env.As(program(t, env, access.NewKey{Name: "integration",
				Producer: vocabulary.ProducerRoleIntegration,
				Scopes:   []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}})), "FORBIDDEN "},
			"a key that writes": {env.As(program(t, env, access.NewKey{Name: "writes",
				Producer: vocabulary.ProducerRoleOperator,
				Scopes:   []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}})), ""},
		} {
			got := changeCatalog(t, c.env, "createProductLine", map[string]any{"name": "Line of " + name})
			if got.codes() != c.want {
				t.Errorf("%s: %+v, want %s", name, got.Errors, c.want)
			}
		}
	})
}

// Of several operators who enter the same code at the same time, one succeeds, and the others are told.
func TestOneOfSeveralWhoEnterTheSameCodeSucceeds(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		const tries = 6
		var running sync.WaitGroup
		codes := make([]string, tries)
		for i := range tries {
			running.Go(func() {
				codes[i] = changeCatalog(t, env, "createPartNumber", map[string]any{"code": "SAME"}).codes()
			})
		}
		running.Wait()
		slices.Sort(codes)
		want := append([]string{""}, slices.Repeat([]string{"CODE_TAKEN input.code"}, tries-1)...)
		if d := cmp.Diff(want, codes); d != "" {
			t.Error(d)
		}
	})
}
