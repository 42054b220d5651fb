package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// viewerRoles has the roles of every membership in force that reaches the account, also of those that are limited to a
// product line.
func TestRolesOfTheViewer(t *testing.T) {
	both := []vocabulary.Role{vocabulary.RoleLicenseManager, vocabulary.RoleDownloader}
	for _, test := range []struct {
		name string
		// readsGroup says that the person is also a reader of the account above and of all accounts below it.
		readsGroup bool
		// how changes the person's membership of the company, which has the roles of both.
		how            func(*ent.MembershipUpdate, gid.ID)
		group, company []string
	}{
		{name: "no limit", company: []string{"LICENSE_MANAGER", "DOWNLOADER"}},
		{name: "limited to a product line", company: []string{"LICENSE_MANAGER", "DOWNLOADER"},
			how: func(u *ent.MembershipUpdate, line gid.ID) { u.SetProductLineID(line) }},
		{name: "limited, and a reader without limit", readsGroup: true, group: []string{"READER"},
			company: []string{"LICENSE_MANAGER", "DOWNLOADER", "READER"},
			how:     func(u *ent.MembershipUpdate, line gid.ID) { u.SetProductLineID(line) }},
		{name: "ended", readsGroup: true, group: []string{"READER"}, company: []string{"READER"},
			how: func(u *ent.MembershipUpdate, _ gid.ID) { u.SetEndsOn(testenv.Today - 1) }},
		{name: "suspended", readsGroup: true, group: []string{"READER"}, company: []string{"READER"},
			how: func(u *ent.MembershipUpdate, _ gid.ID) { u.SetSuspendedAt(1) }},
		{name: "of the directory, and limited", company: []string{"READER"},
			how: func(u *ent.MembershipUpdate, line gid.ID) {
				u.SetRoles(0).SetDirectoryRoles(rolesOf(t, vocabulary.RoleReader)).SetProductLineID(line)
			}},
	} {
		t.Run(test.name, func(t *testing.T) {
			testenv.Each(t, func(t *testing.T, env *testenv.Env) {
				var group, company, user gid.ID
				env.Fill(t, func(f *testenv.Fixture) {
					group, company = f.Account("group"), f.Account("company")
					f.Below(group, company)
					user = f.Member(company, "person")
					update := f.Client().Membership.Update().Where(membership.UserID(user)).
						SetRoles(rolesOf(t, both...))
					if test.how != nil {
						test.how(update, f.ProductLine)
					}
					if err := update.Exec(f.Context()); err != nil {
						t.Fatal(err)
					}
					if !test.readsGroup {
						return
					}
					if err := f.Client().Membership.Create().SetID(gid.New(gid.Membership, group.Locality())).
						SetAccountID(group).SetUserID(user).SetRoles(rolesOf(t, vocabulary.RoleReader)).
						SetServiceAccess(0).SetIncludeSubAccounts(true).SetCreatedAt(1).Exec(f.Context()); err != nil {
						t.Fatal(err)
					}
				})
				got, _ := testenv.Must[struct {
					Accounts struct {
						Nodes []struct {
							ID          string
							ViewerRoles []string
						}
					}
				}](t, env.As(signedIn(t, env, user)), `{ accounts(first: 10) { nodes { id viewerRoles } } }`, nil)
				roles := map[string][]string{}
				for _, n := range got.Accounts.Nodes {
					roles[n.ID] = n.ViewerRoles
				}
				want := map[string][]string{company.String(): test.company}
				if test.readsGroup {
					want[group.String()] = test.group
				}
				if diff := cmp.Diff(want, roles); diff != "" {
					t.Errorf("roles by account (-want +got):\n%s", diff)
				}
			})
		})
	}
}

func rolesOf(t *testing.T, list ...vocabulary.Role) vocabulary.RoleSet {
	t.Helper()
	set, err := vocabulary.Roles(list...)
	if err != nil {
		t.Fatal(err)
	}
	return set
}
