package search_test

import (
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/testenv"
)

func TestWhere(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		env.Fill(t, func(f *testenv.Fixture) {
			for _, name := range []string{"Harbor Works", "Harp & Co", "100% Harbor", "株式会社東京電機"} {
				keep(t, f, gid.Account, f.Account(name), name)
			}
			for _, name := range []string{"ada", "grace"} {
				keep(t, f, gid.User, f.Member(f.Account("Harbor of "+name), name), name)
			}
			keep(t, f, gid.Product, f.Product, "Harbor")
		})
		for text, want := range map[string][3]int{ // accounts, users, products
			"":                  {6, 2, 1},
			"東京":                {1, 0, 0},
			"京":                 {1, 0, 0},
			"機":                 {1, 0, 0},
			"京東":                {},
			"東京 harbor":         {},
			"har":               {3, 0, 1},
			"harbor":            {2, 0, 1},
			"harbor work":       {1, 0, 0},
			"100%":              {1, 0, 0},
			"harbor \U0001F48E": {2, 0, 1},
			"\U0001F48E":        {},
			"%":                 {},
			"_":                 {},
			"++":                {},
			" ":                 {6, 2, 1},
			"\t\n":              {6, 2, 1},
			"\u200B":            {},
			"'":                 {},
			"a":                 {0, 1, 0},
		} {
			var got [3]int
			for i, list := range []string{"accounts", "users", "products"} {
				type page struct{ TotalCount int }
				data, _ := testenv.Must[map[string]page](t, env,
					`query($text: String) {`+list+`(filter: {text: $text}) {totalCount}}`,
					map[string]any{"text": text})
				got[i] = data[list].TotalCount
			}
			if got != want {
				t.Errorf("%q finds %v accounts, users and products, want %v", text, got, want)
			}
		}
	})
}

func keep(t *testing.T, f *testenv.Fixture, of gid.Type, id gid.ID, name string) {
	t.Helper()
	var words []*ent.SearchWordCreate
	for _, word := range search.Words(name) {
		words = append(words, f.Client().SearchWord.Create().SetEntityType(int16(of)).SetWord(word).SetEntityID(id))
	}
	if err := f.Client().SearchWord.CreateBulk(words...).Exec(f.Context()); err != nil {
		t.Fatal(err)
	}
}
