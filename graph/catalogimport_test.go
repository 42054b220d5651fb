package graph_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// importedCatalog is the answer of an import.
type importedCatalog struct {
	Rows []struct {
		Row           int
		Label, Result string
		Effects       []struct{ Kind, Field string }
	}
	Effects []struct{ Kind string }
	Errors  []struct{ Code, Field, Message string }
}

// results returns what came of the rows, such as "2 CREATED HS-1".
func (i importedCatalog) results() (list []string) {
	for _, r := range i.Rows {
		list = append(list, fmt.Sprint(r.Row, " ", r.Result, " ", r.Label))
	}
	return list
}

func (i importedCatalog) refusals() (list []string) {
	for _, e := range i.Errors {
		list = append(list, e.Code+" "+e.Field)
	}
	return list
}

func importCatalog(t *testing.T, env *testenv.Env, list vocabulary.CatalogList, csv string, more ...map[string]any) (
	out importedCatalog) {
	t.Helper()
	input := map[string]any{"list": string(list), "csv": csv}
	for _, m := range more {
		input = merged(input, m)
	}
	got, _ := testenv.Must[struct{ ImportCatalog importedCatalog }](t, env,
		`mutation ($input: ImportCatalogInput!) { importCatalog(input: $input) {
			rows { row label result effects { kind field } } effects { kind } errors { code field message } } }`,
		map[string]any{"input": input})
	return got.ImportCatalog
}

func exportCatalog(t *testing.T, env *testenv.Env, list vocabulary.CatalogList) string {
	t.Helper()
	var out bytes.Buffer
	if err := env.Services.Catalog.Export(testenv.Operator(t), list, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// dryRun is the part of an input that asks for a preview.
var dryRun = map[string]any{"dryRun": true}

// What was written out comes in again as it was: nothing changes.
func TestTheExportedCatalogComesInUnchanged(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		load(t, env)
		env.Fill(t, func(f *testenv.Fixture) { fillRest(t, f) })
		if got := importCatalog(t, env, vocabulary.CatalogListFeatures,
			"code,version,name\nodd,1,'=a\nodd,,\"a, \"\"b\"\"\"\n"); len(got.Errors) > 0 {
			t.Fatal(got.Errors)
		}
		mustChangeCatalog(t, env, "createProductLine", map[string]any{"name": "Signs",
			"description": "'=1+1\nsecond line\r\nthird, \"quoted\""}, "productLine")
		for _, name := range vocabulary.CatalogList("").Values() {
			list := vocabulary.CatalogList(name)
			csv := exportCatalog(t, env, list)
			got := importCatalog(t, env, list, csv)
			if len(got.Errors) > 0 || len(got.Effects) > 0 || len(got.Rows) == 0 {
				t.Errorf("%s: %+v\n%s", list, got, csv)
			}
			for _, r := range got.Rows {
				if r.Result != "UNCHANGED" {
					t.Errorf("%s: %+v", list, r)
				}
			}
			if again := exportCatalog(t, env, list); again != csv {
				t.Errorf("%s: %s", list, cmp.Diff(csv, again))
			}
		}
	})
}

// A catalog that was written out comes into an empty installation.
func TestACatalogMovesToAnotherInstallation(t *testing.T) {
	lists := []vocabulary.CatalogList{vocabulary.CatalogListUnitsOfMeasure, vocabulary.CatalogListCoverageLevels,
		vocabulary.CatalogListFeatures, vocabulary.CatalogListLicenseModels, vocabulary.CatalogListProductLines,
		vocabulary.CatalogListProducts, vocabulary.CatalogListPartNumbers, vocabulary.CatalogListListPrices}
	csv := map[vocabulary.CatalogList]string{
		vocabulary.CatalogListUnitsOfMeasure: "code,singular,plural,kind,pool,aggregation,baseUnit,rule,retired\n" +
			"CRANE,crane,cranes,COUNT,NODE,LAST,crane,Each crane counts.,false\n" +
			"HOOK,hook,hooks,COUNT,NODE,LAST,hook,Each hook counts.,true\n",
		vocabulary.CatalogListCoverageLevels: "code,name,rank\nPLATINUM,Platinum,12\n",
		vocabulary.CatalogListFeatures:       "code,version,name\nhoist,1,Hoisting\nhoist,,\n",
		vocabulary.CatalogListLicenseModels: "name,activationModel,graceDays,overdraftAllowed,offlineAllowed," +
			"startsOn\n" +
			"By crane,FLOATING,7,false,true,2026-01-01\n",
		vocabulary.CatalogListProductLines: "name,description\nQuay,What lifts\n",
		vocabulary.CatalogListProducts: "name,version,productLine,kind,licenseModel,features,suiteMembers\n" +
			"All,,Quay,SUITE,,,\"Lifter 1 × 2\nHook\"\nLifter,1,Quay,,By crane,hoist 1 × 3,\nHook,,Quay,,,,\n",
		vocabulary.CatalogListPartNumbers: "code,product,unit,term,startRule,successor,upgradesFrom\n" +
			"L-1,Lifter 1,CRANE,PERPETUAL,FIXED,L-2,Hook\nL-2,Lifter 1,CRANE,PERPETUAL,FIXED,,\n",
		vocabulary.CatalogListListPrices: "partNumber,currency,startsOn,amount\nL-1,EUR,2026-01-01,12.50\n",
	}
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		for _, list := range lists {
			preview := importCatalog(t, env, list, csv[list], dryRun)
			if len(preview.Errors) > 0 {
				t.Fatalf("%s: %+v", list, preview.Errors)
			}
			got := importCatalog(t, env, list, csv[list])
			if d := cmp.Diff(preview, got); d != "" {
				t.Errorf("%s: the preview differs: %s", list, d)
			}
			for _, r := range got.Rows {
				if r.Result != "CREATED" {
					t.Errorf("%s: %+v", list, r)
				}
			}
			again := importCatalog(t, env, list, csv[list])
			if len(again.Errors) > 0 || len(again.Effects) > 0 {
				t.Errorf("%s again: %+v", list, again)
			}
		}
		out := exportCatalog(t, env, vocabulary.CatalogListProducts)
		if !strings.Contains(out, "Lifter 1 × 2\r\nHook × 1") || !strings.Contains(out, "hoist 1 × 3") {
			t.Error(out)
		}
	})
}

// Rows change what differs, an empty cell leaves a value, and a hyphen removes it.
func TestAnImportChangesWhatDiffers(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		must := func(got importedCatalog) importedCatalog {
			t.Helper()
			if len(got.Errors) > 0 {
				t.Fatal(got.Errors)
			}
			return got
		}
		must(importCatalog(t, env, vocabulary.CatalogListPartNumbers, "code,description,term,termLength,termUnit\n"+
			"A,One,SUBSCRIPTION,1,YEARS\nB,Two,SUBSCRIPTION,1,YEARS\nC,Three,SUBSCRIPTION,1,YEARS\n"))
		got := must(importCatalog(t, env, vocabulary.CatalogListPartNumbers,
			"description,code,termLength,termUnit,packSize,retired\n"+
				",A,,,,\n-,B,-,-,,\nThree,C,1,YEARS,5,true\nFour,D,,,,\n"))
		results := []string{"2 UNCHANGED A", "3 CHANGED B", "4 CHANGED C", "5 CREATED D"}
		if d := cmp.Diff(results, got.results()); d != "" {
			t.Error(d)
		}
		var fields []string
		for _, e := range got.Rows[1].Effects {
			fields = append(fields, e.Field)
		}
		if d := cmp.Diff([]string{"description", "termLength", "termUnit"}, fields); d != "" {
			t.Error(d)
		}
		want := "code,description,product,licenseModel,unit,term,startRule,termLength,termUnit,packSize,overdraft," +
			"coverageKind,coverageLength,coverageLengthUnit,coverageLevel,successor,upgradesFrom,cancelDays," +
			"retired\r\n" +
			"A,One,,,,SUBSCRIPTION,,1,YEARS,1,0,,,,,,,,false\r\nB,,,,,SUBSCRIPTION,,,,1,0,,,,,,,,false\r\n" +
			"C,Three,,,,SUBSCRIPTION,,1,YEARS,5,0,,,,,,,,true\r\nD,Four,,,,,,,,1,0,,,,,,,,false\r\n"
		if d := cmp.Diff(want, exportCatalog(t, env, vocabulary.CatalogListPartNumbers)); d != "" {
			t.Error(d)
		}
	})
}

// A table with anything wrong changes nothing, and all of it is told with the row and the column.
func TestRefusedRowsOfAnImport(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		if got := importCatalog(t, env, vocabulary.CatalogListUnitsOfMeasure,
			"code,singular,plural,kind,pool,aggregation,baseUnit,rule\n"+
				"CRANE,crane,cranes,COUNT,NODE,LAST,crane,Each crane counts.\n"); len(got.Errors) > 0 {
			t.Fatal(got.Errors)
		}
		for name, c := range map[string]struct {
			list vocabulary.CatalogList
			csv  string
			want []string
		}{
			"nothing": {vocabulary.CatalogListFeatures, "",
				[]string{"BAD_INPUT input.csv"}},
			"no key": {vocabulary.CatalogListFeatures, "name\n",
				[]string{"BAD_INPUT input.csv.1", "BAD_INPUT input.csv.1"}},
			"column": {vocabulary.CatalogListFeatures, "code,version,nam\n",
				[]string{"BAD_INPUT input.csv.1"}},
			"quotes": {vocabulary.CatalogListFeatures, "code,version\na\"b,1\n",
				[]string{"BAD_INPUT input.csv.2"}},
			"cells": {vocabulary.CatalogListFeatures, "code,version\na,1\nb\n",
				[]string{"BAD_INPUT input.csv.3"}},
			"twice": {vocabulary.CatalogListFeatures, "code,version\na,1\na,1\n",
				[]string{"BAD_INPUT input.csv.3.code"}},
			"incomplete": {vocabulary.CatalogListCoverageLevels, "code,name\nX,\n",
				[]string{"BAD_INPUT input.csv.2.name", "BAD_INPUT input.csv.2.rank"}},
			"fixed": {vocabulary.CatalogListUnitsOfMeasure, "code,scale,kind\nCRANE,2,COUNT\n",
				[]string{"BAD_INPUT input.csv.2.scale"}},
			"not removed": {vocabulary.CatalogListUnitsOfMeasure, "code,rule\nCRANE,-\n",
				[]string{"BAD_INPUT input.csv.2.rule"}},
			"values": {vocabulary.CatalogListPartNumbers,
				"code,packSize,term,unit,product,retired,termLength,termUnit\nA,1,,CRANE,,,,\n" +
					"B,many,FOREVER,BOAT,Ship,maybe,,\n" +
					"C,0,PERPETUAL,,,,1,YEARS\n",
				[]string{"NOT_FOUND input.csv.3.product", "NOT_FOUND input.csv.3.unit", "BAD_INPUT input.csv.3.term",
					"BAD_INPUT input.csv.3.packSize", "BAD_INPUT input.csv.3.retired",
					"BAD_INPUT input.csv.4.termLength", "BAD_INPUT input.csv.4.packSize"}},
			"many": {vocabulary.CatalogListFeatures, "code,version\n" + strings.Repeat("a,1\n", 1001),
				[]string{"LIST_TOO_LONG input.csv"}},
			"long": {vocabulary.CatalogListFeatures, strings.Repeat("a", 250_001), []string{"TEXT_TOO_LONG input.csv"}},
		} {
			got := importCatalog(t, env, c.list, c.csv)
			if d := cmp.Diff(c.want, got.refusals()); d != "" {
				t.Errorf("%s: %s\n%+v", name, d, got.Errors)
			}
		}
		for _, list := range []vocabulary.CatalogList{vocabulary.CatalogListPartNumbers,
			vocabulary.CatalogListFeatures} {
			if out := exportCatalog(t, env, list); strings.Count(out, "\n") != 1 {
				t.Errorf("%s has rows: %s", list, out)
			}
		}
	})
}
