package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/testenv"
)

// textLists are all lists with a filter by text, as fields of an account or of the query.
const textLists = `query ($id: ID!, $t: String!) {
	accounts(filter: {text: $t}) {totalCount} users(filter: {text: $t}) {totalCount}
	products(filter: {text: $t}) {totalCount}
	lineItems(filter: {account: $id, text: $t}) {totalCount} devices(filter: {account: $id, text: $t}) {totalCount}
	account(id: $id) {
		lineItems(filter: {text: $t}) {totalCount} devices(filter: {text: $t}) {totalCount}
		memberships(filter: {text: $t}) {totalCount}
	}
}`

// In every list, a text without a word finds nothing, and names in scripts without blanks are found by their parts.
func TestTextsInEveryList(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		const electricity = "\ud55c\uad6d\uc804\ub825" // four syllables of Hangul
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			keep := func(of gid.Type, id gid.ID) {
				var words []*ent.SearchWordCreate
				for _, word := range search.Words(electricity) {
					words = append(words, f.Client().SearchWord.Create().SetEntityType(int16(of)).SetWord(word).
						SetEntityID(id))
				}
				if err := f.Client().SearchWord.CreateBulk(words...).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
			}
			account = f.Account(electricity)
			keep(gid.Account, account)
			keep(gid.User, f.Member(account, electricity))
			keep(gid.Product, f.Product)
			f.Line(account, f.Entitlement(account, "E-1"), f.Seat, "L-1", 1)
			f.Device(account, electricity)
		})
		counts := func(text string) string {
			answer := env.Ask(t, textLists, map[string]any{"id": account.String(), "t": text})
			if len(answer.Errors) > 0 {
				t.Fatalf("%q: %+v, want none", text, answer.Errors)
			}
			return strings.NewReplacer(`"totalCount":`, "", `{`, "", `}`, "", `"`, "").Replace(string(answer.Data))
		}
		const (
			none = "accounts:0,users:0,products:0,lineItems:0,devices:0,account:lineItems:0,devices:0,memberships:0"
			one  = "accounts:1,users:1,products:1,lineItems:1,devices:1,account:lineItems:1,devices:1,memberships:1"
		)
		for _, text := range []string{"\U0001F48E", "%", "_", "++", "'", `"`, `\`, "\u200b", "-", "\uad6d\ud55c"} {
			if got := counts(text); got != none {
				t.Errorf("%+q finds %s, want %v", text, got, none)
			}
		}
		for _, text := range []string{electricity, "\uc804\ub825", "\uad6d\uc804", "\ub825", " ", ""} {
			if got := counts(text); got != one {
				t.Errorf("%+q finds %s, want %v", text, got, one)
			}
		}
	})
}
