package graph_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The names of people who can open a service, which the database computes, are those of the review of access, which Go
// computes.
func TestTheNamesOfPeopleFollowOneRule(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var at, reader, first gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			at = f.Account("Names")
			reader = f.Member(at, "reader")
			for userName, name := range map[string][3]string{
				"all":        {"Display", "First", "Last"},
				"blank":      {" ", "First", "Last"},
				"two":        {"", "First", "Last"},
				"first":      {"", "First", ""},
				"last":       {"", "", "Last"},
				"none":       {"", "", ""},
				"only blank": {"", " ", " "},
				"around":     {"", " First", "Last  "},
				"a tab":      {"", "\tFirst", "Last\n"},
				"no break":   {"", "\u00a0", "\u00a0"},
				"wide":       {"", "\u3000太郎", "山田"},
			} {
				user := f.Member(f.Account("of "+userName), userName)
				first = user
				for _, err := range []error{
					f.Client().User.UpdateOneID(user).SetDisplayName(name[0]).SetFirstName(name[1]).
						SetLastName(name[2]).Exec(f.Context()),
					member(f.Client(), at, user, vocabulary.RoleAccountAdministrator).Exec(f.Context()),
				} {
					if err != nil {
						t.Fatal(err)
					}
				}
			}
		})
		services, _ := testenv.Must[struct {
			Viewer struct {
				Services []struct {
					Accounts []struct{ Administrators []struct{ Name string } }
				}
			}
		}](t, env.As(signedIn(t, env, reader)), `{ viewer { services { accounts { administrators { name } } } } }`,
			nil)
		var bySQL, byGo []string
		for _, who := range services.Viewer.Services[0].Accounts[0].Administrators {
			bySQL = append(bySQL, who.Name)
		}
		review, _ := testenv.Must[struct {
			AccessReview struct {
				Entries []struct {
					DisplayName *string
					Roles       []string
				}
			}
		}](t, env.As(signedIn(t, env, first)), `query ($account: ID!) { accessReview(account: $account) {
			entries { displayName roles } } }`, map[string]any{"account": at.String()})
		for _, e := range review.AccessReview.Entries {
			if e.DisplayName != nil && slices.Contains(e.Roles, "ACCOUNT_ADMINISTRATOR") {
				byGo = append(byGo, *e.DisplayName)
			}
		}
		slices.Sort(bySQL)
		slices.Sort(byGo)
		if d := cmp.Diff(byGo, bySQL); d != "" || len(bySQL) != 11 {
			t.Errorf("%d names (-Go, +SQL):\n%s", len(bySQL), d)
		}
	})
}
