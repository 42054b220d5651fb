package access_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/internal/access"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	read      = vocabulary.KeyScopeRead
	write     = vocabulary.KeyScopeWrite
	provision = vocabulary.KeyScopeProvision
	mint      = vocabulary.KeyScopeMintWidgetTokens
)

func scopes(list ...vocabulary.KeyScope) vocabulary.KeyScopeSet {
	set, err := vocabulary.KeyScopes(list...)
	if err != nil {
		panic(err)
	}
	return set
}

func (w *world) operator() context.Context {
	return viewer.With(w.t.Context(), viewer.CommandLine())
}

func TestPersonalKey(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada")
		m := w.member(ada, w.harbor, below)
		secret, id := w.key(w.as(ada), access.NewKey{})
		ctx, counter := store.WithCounter(t.Context())
		got := w.must(w.Bearer(ctx, secret))
		want := &viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, CredentialID: id, User: ada, Name: "ada",
			Scopes: scopes(read),
			Grants: []viewer.Grant{{Membership: m, Account: w.harbor, Accounts: sorted(w.harbor, w.dock), Below: true,
				Roles:    roles(vocabulary.RoleReader),
				Services: vocabulary.EveryService}}}
		if diff := cmp.Diff(want, got, sameViewer); diff != "" || got.Changes() {
			t.Error(diff)
		}
		if counter.Count() != 2 { // the first use is written down
			t.Errorf("%q, want 2", counter.Statements())
		}
		ctx, counter = store.WithCounter(t.Context())
		w.must(w.Bearer(ctx, secret))
		w.clock.Advance(10*time.Minute - time.Microsecond)
		w.must(w.another().Bearer(ctx, secret))
		if counter.Count() != 2 {
			t.Errorf("%q, want 2", counter.Statements())
		}
		w.clock.Advance(time.Microsecond)
		w.must(w.Bearer(t.Context(), secret))
		row := w.db.Client().APIKey.Query().OnlyX(database.Operator(t))
		if *row.LastUsedAt != w.clock.Now() || row.Hint != secret[:8] || row.CreatedByID == nil ||
			*row.CreatedByID != ada {
			t.Errorf("%+v, want LastUsedAt = %v, Hint = %v, CreatedByID != nil and CreatedByID = %v", row,
				w.clock.Now(), secret[:8], ada)
		}

		writer, _ := w.key(w.as(ada), access.NewKey{Name: "writer", Scopes: []vocabulary.KeyScope{read, write}})
		if v := w.must(w.Key(t.Context(), writer)); !v.Changes() {
			t.Errorf("%+v", v)
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(ada).SetActive(false).Exec(ctx)
		})
		w.unauthenticated(w.Key(t.Context(), secret))
	})
}

func TestKeyOfAnAccount(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada")
		w.member(ada, w.harbor, below, administrator)
		secret, id := w.key(w.as(ada), access.NewKey{Account: w.harbor, Scopes: []vocabulary.KeyScope{read, write},
			Roles: []vocabulary.Role{vocabulary.RoleAccountAdministrator}, IncludeSubAccounts: true})
		got := w.must(w.Key(t.Context(), secret))
		want := &viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, CredentialID: id, Name: "nightly",
			Account: w.harbor,
			Scopes:  scopes(read, write), Grants: []viewer.Grant{{Account: w.harbor,
				Accounts: sorted(w.harbor, w.dock), Below: true, Roles: roles(vocabulary.RoleAccountAdministrator),
				Services: services(vocabulary.ServiceLicensing)}}}
		if diff := cmp.Diff(want, got, sameViewer); diff != "" || !got.Manages(w.dock) || got.Sees(w.meadow) {
			t.Error(diff)
		}
		secret, _ = w.key(w.as(ada), access.NewKey{Account: w.dock, Name: "plain"})
		if v := w.must(w.Key(t.Context(), secret)); v.Holds(w.dock, vocabulary.RoleLicenseManager) ||
			!v.Holds(w.dock, vocabulary.RoleReader) ||
			!v.Reaches(w.dock, vocabulary.ServiceLicensing) || v.Reaches(w.dock, vocabulary.ServiceDownloads) ||
			v.Sees(w.harbor) {
			t.Errorf("%+v, want Holds = false, Holds = true, Reaches = true, Reaches = false and Sees(harbor) = false",
				v)
		}
		// A key does not reach the accounts below unless requested.
		secret, _ = w.key(w.as(ada), access.NewKey{Account: w.harbor, Name: "own account"})
		if v := w.must(w.Key(t.Context(), secret)); !v.Sees(w.harbor) || v.Sees(w.dock) || v.Grants[0].Below {
			t.Errorf("%+v, want Sees(harbor) = true, Sees(dock) = false and Below = false", v)
		}
		// A provisioning key knows its account, but sees no rows.
		secret, _ = w.key(w.as(ada), access.NewKey{Account: w.harbor, Name: "directory",
			Scopes: []vocabulary.KeyScope{provision}})
		v := w.must(w.Key(t.Context(), secret))
		if len(v.Grants) != 0 || v.Account != w.harbor || v.Sees(w.harbor) || v.Administers(w.harbor) ||
			v.Services(w.harbor) != 0 {
			t.Errorf(
				"%+v, want len(Grants) = 0, Account = %v, Sees(harbor) = false, Administers(harbor) = false and "+
					"Services(harbor) = 0",
				v, w.harbor)
		}
		seen := w.db.Client().Membership.Query().CountX(viewer.With(t.Context(), v))
		if seen != 0 {
			t.Errorf("it sees %d memberships, want 0", seen)
		}
	})
}

func TestKeyOfTheProducer(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		secret, id := w.key(w.operator(), access.NewKey{Producer: vocabulary.ProducerRoleIntegration,
			Scopes: []vocabulary.KeyScope{read, write}})
		got := w.must(w.Key(t.Context(), secret))
		want := &viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, CredentialID: id, Name: "nightly",
			Scopes:   scopes(read, write),
			Producer: vocabulary.ProducerRoleIntegration}
		if diff := cmp.Diff(want, got, sameViewer); diff != "" || !got.SeesEverything() {
			t.Error(diff)
		}
		secret, _ = w.key(w.operator(), access.NewKey{Producer: vocabulary.ProducerRoleIntegration, Name: "mint",
			Scopes: []vocabulary.KeyScope{mint}})
		if v := w.must(w.Key(t.Context(), secret)); v.SeesEverything() || len(v.Grants) != 0 {
			t.Errorf("%+v, want SeesEverything = false and len(Grants) = 0", v)
		}
		// An operator's own key without READ sees nothing either.
		boss := w.user("boss", of(vocabulary.ProducerRoleOperator))
		w.member(boss, w.harbor)
		secret, _ = w.key(w.as(boss), access.NewKey{})
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.APIKey.Update().Where(apikey.UserID(boss)).SetScopes(scopes(write)).Exec(ctx)
		})
		if v := w.must(w.Key(t.Context(), secret)); v.SeesEverything() || len(v.Grants) != 0 {
			t.Errorf("%+v, want SeesEverything = false and len(Grants) = 0", v)
		}
	})
}

func TestKeysThatDoNotHold(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada")
		days := 1
		secret, id := w.key(w.as(ada), access.NewKey{Days: &days})
		ctx, counter := store.WithCounter(t.Context())
		for _, bad := range []string{"mk_", secret[:len(secret)-1], secret + "0", strings.ToLower(secret),
			swap(secret, 10), swap(secret, len(secret)-1)} {
			w.unauthenticated(w.Key(ctx, bad))
		}
		if counter.Count() != 0 {
			t.Errorf("mistyped keys were looked up: %q", counter.Statements())
		}
		if _, err := w.Bearer(t.Context(), "eyJhbGciOiJub25lIn0.e30."); !errors.Is(err, access.ErrNotOurs) {
			t.Errorf("a token of another: %v, want %v", err, access.ErrNotOurs)
		}
		w.clock.Advance(24*time.Hour - time.Microsecond)
		w.must(w.Key(t.Context(), secret))
		w.clock.Advance(time.Microsecond)
		w.unauthenticated(w.Key(t.Context(), secret))

		secret, id = w.key(w.as(ada), access.NewKey{})
		outcome, err := w.RevokeKey(w.as(ada), change.Request{Action: "revokeApiKey"}, id)
		if err != nil || len(outcome.IDs) != 1 || len(outcome.Warnings) != 0 {
			t.Errorf("%+v %v, want len(IDs) = 1 and len(Warnings) = 0", outcome, err)
		}
		w.unauthenticated(w.Key(t.Context(), secret))
		outcome, err = w.RevokeKey(w.as(ada), change.Request{Action: "revokeApiKey"}, id)
		if err != nil || len(outcome.Warnings) != 1 || len(outcome.Effects) != 0 {
			t.Errorf("%+v %v, want len(Warnings) = 1 and len(Effects) = 0", outcome, err)
		}
	})
}

// swap replaces the digit at an index by another one.
func swap(text string, at int) string {
	digit := byte('7')
	if text[at] == digit {
		digit = '8'
	}
	return text[:at] + string(digit) + text[at+1:]
}

func TestWhoMayMakeAndEndKeys(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		boss, ada, bob := w.user("boss", of(vocabulary.ProducerRoleOperator)), w.user("ada"), w.user("bob")
		w.member(ada, w.harbor, administrator)
		w.member(bob, w.harbor)
		r := change.Request{Action: "createApiKey"}
		try := func(ctx context.Context, n access.NewKey) error {
			n.Name, n.Scopes = "nightly", []vocabulary.KeyScope{read}
			_, _, err := w.CreateKey(ctx, r, n)
			return err
		}
		producer := access.NewKey{Producer: vocabulary.ProducerRoleSupportAgent}
		for name, test := range map[string]struct {
			who  context.Context
			key  access.NewKey
			code fault.Code
		}{
			"nobody":             {t.Context(), access.NewKey{}, change.Unauthenticated},
			"own":                {w.as(bob), access.NewKey{}, ""},
			"reader, account":    {w.as(bob), access.NewKey{Account: w.harbor}, change.Forbidden},
			"administrator":      {w.as(ada), access.NewKey{Account: w.harbor}, ""},
			"another's account":  {w.as(ada), access.NewKey{Account: w.meadow}, fault.NotFound},
			"producer, customer": {w.as(ada), producer, change.Forbidden},
			"producer":           {w.as(boss), producer, ""},
			"operator":           {w.as(boss), access.NewKey{Account: w.harbor}, ""},
			"program, personal":  {w.operator(), access.NewKey{}, change.Forbidden},
			"operator, no such":  {w.as(boss), access.NewKey{Account: gid.New(gid.Account, 1)}, fault.NotFound},
			"account and producer": {w.as(boss),
				access.NewKey{Account: w.harbor, Producer: vocabulary.ProducerRoleOperator}, fault.BadInput},
			"producer's read-only": {w.as(w.user("agent", of(vocabulary.ProducerRoleSupportAgent))), access.NewKey{},
				change.ReadOnly},
		} {
			if err := try(test.who, test.key); test.code == "" && err != nil || test.code != "" &&
				fault.CodeOf(err) != test.code {
				t.Errorf("%s: %v, want %q", name, err, test.code)
			}
		}

		_, adas := w.key(w.as(ada), access.NewKey{Name: "ada's"})
		_, harbors := w.key(w.as(ada), access.NewKey{Name: "harbor's", Account: w.harbor})
		_, producers := w.key(w.as(boss), access.NewKey{Name: "producer's",
			Producer: vocabulary.ProducerRoleIntegration})
		end := func(ctx context.Context, id gid.ID) error {
			_, err := w.RevokeKey(ctx, change.Request{Action: "revokeApiKey"}, id)
			return err
		}
		for name, err := range map[string]error{
			"another's": end(w.as(bob), adas), "the account's": end(w.as(bob), harbors),
			"the producer's": end(w.as(ada), producers),
			"no such":        end(w.as(boss), gid.New(gid.APIKey, 1)),
		} {
			if fault.CodeOf(err) != fault.NotFound {
				t.Errorf("%s: %v, want %v", name, err, fault.NotFound)
			}
		}
		if err := end(t.Context(), adas); fault.CodeOf(err) != change.Unauthenticated {
			t.Error(err)
		}
		for name, err := range map[string]error{
			"operator": end(w.as(boss), adas), "administrator": end(w.as(ada), harbors),
			"producer's": end(w.operator(), producers),
		} {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestAKeyIsNeverAllowedMoreThanWhoMakesIt(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		wide, plain := w.user("wide"), w.user("plain")
		w.member(wide, w.harbor, administrator, below)
		w.member(plain, w.harbor, administrator)
		// Grants of a directory apply only to its own account, even if the membership reaches further.
		directory := w.user("directory")
		w.member(directory, w.harbor, below,
			func(c *ent.MembershipCreate) { c.SetDirectoryRoles(roles(vocabulary.RoleAccountAdministrator)) })
		program := func(name string, n access.NewKey) context.Context {
			n.Name, n.Account, n.Roles = name, w.harbor, []vocabulary.Role{vocabulary.RoleAccountAdministrator}
			n.Scopes = []vocabulary.KeyScope{read, write}
			secret, _ := w.key(w.as(wide), n)
			return viewer.With(t.Context(), w.must(w.Key(t.Context(), secret)))
		}
		community := program("community", access.NewKey{Services: []vocabulary.Service{vocabulary.ServiceCommunity}})
		reaching := program("reaching", access.NewKey{IncludeSubAccounts: true})
		for name, test := range map[string]struct {
			who   context.Context
			key   access.NewKey
			code  fault.Code
			field string
		}{
			"below, by one who reaches it": {w.as(wide), access.NewKey{IncludeSubAccounts: true}, "", ""},
			"below, by one of the account": {w.as(plain), access.NewKey{IncludeSubAccounts: true},
				members.ReachTooWide, "input.includeSubAccounts"},
			"below, by one of the directory": {w.as(directory), access.NewKey{IncludeSubAccounts: true},
				members.ReachTooWide, "input.includeSubAccounts"},
			"in the account below": {w.as(plain), access.NewKey{Account: w.dock}, fault.NotFound,
				"input.account"},
			"every service, by a person": {w.as(plain),
				access.NewKey{Services: vocabulary.EveryService.List()}, "", ""},
			"LICENSING, by a program without": {community, access.NewKey{}, members.GrantTooWide,
				"input.serviceAccess"},
			"DOWNLOADS, by a program without": {community,
				access.NewKey{Services: []vocabulary.Service{vocabulary.ServiceDownloads}}, members.GrantTooWide,
				"input.serviceAccess"},
			"its own service, by a program": {community,
				access.NewKey{Services: []vocabulary.Service{vocabulary.ServiceCommunity}}, "", ""},
			"below, by a program of the account": {community,
				access.NewKey{Services: []vocabulary.Service{vocabulary.ServiceCommunity}, IncludeSubAccounts: true},
				members.ReachTooWide, "input.includeSubAccounts"},
			"below, by a program that reaches it": {reaching, access.NewKey{IncludeSubAccounts: true}, "", ""},
			"in the account below, by a program": {community, access.NewKey{Account: w.dock}, fault.NotFound,
				"input.account"},
			"in the account below, by one reaching": {reaching,
				access.NewKey{Account: w.dock, IncludeSubAccounts: true}, "", ""},
		} {
			n := test.key
			if n.Account == 0 {
				n.Account = w.harbor
			}
			n.Name, n.Scopes = name, []vocabulary.KeyScope{read}
			_, _, err := w.CreateKey(test.who, change.Request{Action: "createApiKey", DryRun: true}, n)
			if test.code != "" {
				w.refused(err, test.code, test.field)
			} else if err != nil {
				t.Errorf("%s, dry run: %v", name, err)
			}
			_, secret, err := w.CreateKey(test.who, change.Request{Action: "createApiKey"}, n)
			if test.code != "" {
				w.refused(err, test.code, test.field)
			} else if err != nil || secret == "" {
				t.Errorf(`%s: %v, want secret != ""`, name, err)
			}
		}
		ada := w.user("ada")
		w.member(ada, w.harbor, administrator)
		secret, _ := w.key(w.as(ada), access.NewKey{Name: "ada's", Scopes: []vocabulary.KeyScope{read, write}})
		ctx := viewer.With(t.Context(), w.must(w.Key(t.Context(), secret)))
		_, _, err := w.CreateKey(ctx, change.Request{Action: "createApiKey"},
			access.NewKey{Name: "more", Account: w.harbor, Scopes: []vocabulary.KeyScope{read, provision}})
		w.refused(err, access.ScopeBeyond, "input.scopes")
		w.key(ctx, access.NewKey{Name: "less", Account: w.harbor})
	})
}

func TestWhatAKeyMayBe(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada")
		w.member(ada, w.harbor, administrator)
		ctx := w.as(ada)
		number := func(n int) *int { return &n }
		good := access.NewKey{Name: "nightly", Scopes: []vocabulary.KeyScope{read}}
		for name, test := range map[string]struct {
			change func(*access.NewKey)
			field  string
		}{
			"no name":       {func(n *access.NewKey) { n.Name = " " }, "input.name"},
			"long name":     {func(n *access.NewKey) { n.Name = strings.Repeat("ü", 101) }, "input.name"},
			"no scope":      {func(n *access.NewKey) { n.Scopes = nil }, "input.scopes"},
			"unknown scope": {func(n *access.NewKey) { n.Scopes = []vocabulary.KeyScope{"ALL"} }, "input.scopes"},
			"own directory": {func(n *access.NewKey) { n.Scopes = []vocabulary.KeyScope{provision} }, "input.scopes"},
			"own tokens":    {func(n *access.NewKey) { n.Scopes = []vocabulary.KeyScope{mint} }, "input.scopes"},
			"blind":         {func(n *access.NewKey) { n.Scopes = []vocabulary.KeyScope{write} }, "input.scopes"},
			"roles of its own": {
				func(n *access.NewKey) { n.Roles = []vocabulary.Role{vocabulary.RoleReader} }, "input.roles"},
			"unknown role": {
				func(n *access.NewKey) { n.Account, n.Roles = w.harbor, []vocabulary.Role{"ROOT"} }, "input.roles"},
			"reach of its own": {func(n *access.NewKey) { n.IncludeSubAccounts = true }, "input.includeSubAccounts"},
			"unknown service": {func(n *access.NewKey) {
				n.Account, n.Services = w.harbor,
					[]vocabulary.Service{"MAIL"}
			}, "input.serviceAccess"},
			"no days":       {func(n *access.NewKey) { n.Days = number(0) }, "input.days"},
			"too many days": {func(n *access.NewKey) { n.Days = number(731) }, "input.days"},
		} {
			n := good
			test.change(&n)
			_, secret, err := w.CreateKey(ctx, change.Request{Action: "createApiKey"}, n)
			if secret != "" {
				t.Errorf("%s: a secret was answered", name)
			}
			w.refused(err, fault.BadInput, test.field)
		}
		n := good
		n.Name, n.Days = strings.Repeat("ü", 100), number(730)
		w.key(ctx, n)
		row := w.db.Client().APIKey.Query().OnlyX(database.Operator(t))
		if row.ExpiresAt.Time() != noon.AddDate(0, 0, 730) || row.Name != n.Name {
			t.Errorf("%+v", row)
		}
	})
}

func TestTwoKeysOfANameForRotation(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada")
		w.member(ada, w.harbor, administrator)
		ctx := w.as(ada)
		old, oldID := w.key(ctx, access.NewKey{})
		fresh, _ := w.key(ctx, access.NewKey{})
		w.must(w.Key(t.Context(), old))
		w.must(w.Key(t.Context(), fresh))
		try := func(n access.NewKey) error {
			n.Scopes = []vocabulary.KeyScope{read}
			_, _, err := w.CreateKey(ctx, change.Request{Action: "createApiKey"}, n)
			return err
		}
		w.refused(try(access.NewKey{Name: "nightly"}), access.KeyLimit, "input.name")
		if err := try(access.NewKey{Name: "nightly", Account: w.harbor}); err != nil {
			t.Errorf("a key of the account counted toward the limit of the person: %v", err)
		}
		if _, err := w.RevokeKey(ctx, change.Request{Action: "revokeApiKey"}, oldID); err != nil {
			t.Fatal(err)
		}
		if err := try(access.NewKey{Name: "nightly"}); err != nil {
			t.Errorf("after the old one was revoked: %v", err)
		}
		w.unauthenticated(w.Key(t.Context(), old))
		w.must(w.Key(t.Context(), fresh))
		w.clock.Advance(366 * 24 * time.Hour)
		ctx = w.as(ada)
		if err := try(access.NewKey{Name: "nightly"}); err != nil {
			t.Errorf("after they expired: %v", err)
		}
		for n := range 49 {
			if err := try(access.NewKey{Name: fmt.Sprint("job ", n)}); err != nil {
				t.Fatal(err)
			}
		}
		w.refused(try(access.NewKey{Name: "one more"}), access.KeyLimit, "input.name")
	})
}

func TestKeyLimitsHoldAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.as(w.user("ada"))
		var all sync.WaitGroup
		for range 16 {
			all.Go(func() {
				_, _, err := w.CreateKey(ctx, change.Request{Action: "createApiKey"},
					access.NewKey{Name: "nightly", Scopes: []vocabulary.KeyScope{read}})
				if err != nil && fault.CodeOf(err) != access.KeyLimit {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if n := w.db.Client().APIKey.Query().CountX(database.Operator(t)); n != 2 {
			t.Errorf("%d keys, want 2", n)
		}
	})
}

func TestARepeatedRequestAnswersNoSecret(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.as(w.user("ada"))
		once := "once"
		n := access.NewKey{Name: "nightly", Scopes: []vocabulary.KeyScope{read}}
		dry, secret, err := w.CreateKey(ctx, change.Request{Action: "createApiKey", Input: n, Key: &once,
			DryRun: true}, n)
		if err != nil || secret != "" || !dry.DryRun || len(dry.Effects) == 0 {
			t.Errorf(`%+v %q %v, want secret = "", DryRun = true and len(Effects) != 0`, dry, secret, err)
		}
		first, secret, err := w.CreateKey(ctx, change.Request{Action: "createApiKey", Input: n, Key: &once}, n)
		if err != nil || secret == "" {
			t.Fatal(err)
		}
		w.must(w.Key(t.Context(), secret))
		second, none, err := w.CreateKey(ctx, change.Request{Action: "createApiKey", Input: n, Key: &once}, n)
		if err != nil || none != "" || !second.Replayed || second.IDs[0] != first.IDs[0] {
			t.Errorf(`%+v %q %v, want none = "", Replayed = true and IDs[0] = %v`, second, none, err, first.IDs[0])
		}
		if n := w.db.Client().APIKey.Query().CountX(database.Operator(t)); n != 1 {
			t.Errorf("%d keys, want 1", n)
		}
		if diff := cmp.Diff([]string{"producer: ada signIn ada", "producer: ada createApiKey nightly"},
			w.actions()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestForUser(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada")
		m := w.member(ada, w.harbor)
		ctx, counter := store.WithCounter(t.Context())
		got := w.must(w.ForUser(ctx, ada, vocabulary.CredentialKindAccessToken, scopes(read)))
		want := &viewer.Viewer{Credential: vocabulary.CredentialKindAccessToken, User: ada, Name: "ada",
			Scopes: scopes(read),
			Grants: []viewer.Grant{{Membership: m, Account: w.harbor, Accounts: sorted(w.harbor),
				Roles:    roles(vocabulary.RoleReader),
				Services: vocabulary.EveryService}}}
		if diff := cmp.Diff(want, got, sameViewer); diff != "" || counter.Count() != 1 {
			t.Errorf("%d statements %s, want no difference and statements = 1", counter.Count(), diff)
		}
		w.unauthenticated(w.ForUser(t.Context(), w.user("gone", inactive), vocabulary.CredentialKindAccessToken,
			scopes(read)))
		w.unauthenticated(w.ForUser(t.Context(), gid.New(gid.User, 1), vocabulary.CredentialKindAccessToken,
			scopes(read)))
	})
}

// The owner of a new key, or the administrators of its account, are notified. A person's key depends on the
// address of the session that created it.
func TestPeopleAreToldOfKeys(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada, dora := w.user("ada", withEmail("ada@example.com")), w.user("dora", withEmail("dora@example.com"))
		w.member(ada, w.harbor, administrator)
		w.member(dora, w.harbor, administrator, func(c *ent.MembershipCreate) { c.SetSuspendedAt(1) })
		w.member(w.user("reader", withEmail("reader@example.com")), w.harbor)
		token := w.session(ada)
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.Session.Update().SetEmailKey("ada@example.com").Exec(ctx)
		})
		ctx := viewer.With(t.Context(), w.must(w.Session(t.Context(), token)))
		secret, own := w.key(ctx, access.NewKey{Name: "own", Scopes: []vocabulary.KeyScope{read, write}})
		byKey := viewer.With(t.Context(), w.must(w.Key(t.Context(), secret)))
		if _, _, err := w.CreateKey(byKey, change.Request{Action: "createApiKey"},
			access.NewKey{Name: "by key", Scopes: []vocabulary.KeyScope{read}}); fault.CodeOf(
			err) != change.Forbidden {
			t.Errorf("a person's key created a key of the person: %v", err)
		}
		_, accounts := w.key(ctx, access.NewKey{Name: "account's", Account: w.harbor})
		w.key(w.operator(), access.NewKey{Name: "producer's", Producer: vocabulary.ProducerRoleIntegration})
		var got []string
		for _, m := range w.mails {
			letter := m.(mail.KeyCreated)
			got = append(got, letter.To+" "+letter.Account+" "+letter.KeyName)
		}
		want := []string{"ada@example.com  own", "ada@example.com Harbor account's"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		for id, rests := range map[gid.ID]string{own: "ada@example.com", accounts: ""} {
			if row := w.db.Client().APIKey.Query().Where(apikey.ID(id)).
				OnlyX(database.Operator(t)); row.EmailKey != rests {
				t.Errorf("%s rests on %q, want %v", row.Name, row.EmailKey, rests)
			}
		}
	})
}
