package access_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const document = "query Mine { viewer { name } }"

// minter returns the context and id of the key of a program that mints widget tokens, for an account or, with 0, for
// the producer.
func (w *world) minter(account gid.ID) (context.Context, gid.ID) {
	w.t.Helper()
	n := access.NewKey{Name: "site", Account: account, Scopes: []vocabulary.KeyScope{mint},
		Services: vocabulary.EveryService.List(), IncludeSubAccounts: true}
	if account == 0 {
		n.Services, n.IncludeSubAccounts, n.Producer = nil, false, vocabulary.ProducerRoleIntegration
	}
	secret, id := w.key(w.operator(), n)
	return viewer.With(w.t.Context(), w.must(w.Key(w.t.Context(), secret))), id
}

func (w *world) register(text string) string {
	w.t.Helper()
	_, hash, err := w.RegisterDocument(w.operator(), registering, "dashboard", text)
	if err != nil {
		w.t.Fatal(err)
	}
	return hash
}

func (w *world) mint(ctx context.Context, n access.NewWidgetToken) (access.Minted, error) {
	if n.Origins == nil {
		n.Origins = []string{"https://community.example.com"}
	}
	_, minted, err := w.MintWidgetToken(ctx, change.Request{Action: "mintWidgetToken"}, n)
	return minted, err
}

func TestWidgetTokenOfAUser(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hash := w.register(document)
		boss := w.user("boss", of(vocabulary.ProducerRoleOperator))
		dock := w.member(boss, w.dock)
		harbor := w.member(boss, w.harbor, below)
		meadow := w.member(boss, w.meadow)
		site, key := w.minter(w.dock)
		minted, err := w.mint(site, access.NewWidgetToken{User: boss,
			Origins: []string{"HTTPS://Community.Example.com:443", "http://localhost:3000", "http://[::1]:80"}})
		if err != nil {
			t.Fatal(err)
		}
		ctx, counter := store.WithCounter(t.Context())
		got := w.must(w.Bearer(ctx, minted.Token))
		grant := func(m, account gid.ID, accounts ...gid.ID) viewer.Grant {
			return viewer.Grant{Membership: m, Account: account, Accounts: sorted(accounts...),
				Roles: roles(vocabulary.RoleReader), Services: vocabulary.EveryService}
		}
		// The viewer is no operator, and sees only the accounts of the minting key.
		inDock, inHarbor := grant(dock, w.dock, w.dock), grant(harbor, w.harbor, w.dock)
		inHarbor.Below = true
		want := &viewer.Viewer{Credential: vocabulary.CredentialKindWidgetToken, CredentialID: key, User: boss,
			Name: "boss", Scopes: scopes(read),
			ReadOnly: true, Grants: []viewer.Grant{inDock, inHarbor}, Widget: &viewer.Widget{Documents: []string{hash},
				Origins: []string{"https://community.example.com", "http://localhost:3000", "http://[::1]"}}}
		if inDock.Membership > inHarbor.Membership {
			want.Grants = []viewer.Grant{inHarbor, inDock}
		}
		if diff := cmp.Diff(want, got, sameViewer); diff != "" {
			t.Error(diff)
		}
		if got.SeesEverything() || got.Changes() || got.Sees(w.harbor) || got.Sees(w.meadow) || counter.Count() != 1 {
			t.Errorf(
				"%+v, %d statements, want SeesEverything = false, Changes = false, Sees(harbor) = false, "+
					"Sees(meadow) = false and statements = 1",
				got, counter.Count())
		}
		if minted.ExpiresAt.Time() != noon.Add(5*time.Minute) {
			t.Errorf("until %v", minted.ExpiresAt)
		}
		// A token that was minted with the producer's key has all grants of the user.
		site, _ = w.minter(0)
		if minted, err = w.mint(site, access.NewWidgetToken{User: boss}); err != nil {
			t.Fatal(err)
		}
		got = w.must(w.WidgetToken(t.Context(), minted.Token))
		if !got.Sees(w.harbor) || !got.Sees(w.dock) || !got.Sees(w.meadow) || got.SeesEverything() ||
			len(got.Grants) != 3 {
			t.Errorf(
				"%+v %v, want Sees(harbor) = true, Sees(dock) = true, Sees(meadow) = true, SeesEverything = "+
					"false and len(Grants) = 3",
				got, meadow)
		}
		actions := w.actions()
		if diff := cmp.Diff([]string{"dock: site mintWidgetToken boss", "producer: operator createApiKey site",
			"producer: site mintWidgetToken boss"},
			[]string{actions[len(actions)-3], strings.Replace(actions[len(actions)-2], "command line", "operator", 1),
				actions[len(actions)-1]}); diff != "" {
			t.Error(diff)
		}
	})
}

func TestWidgetTokenOfAnAccount(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.register(document)
		site, _ := w.minter(w.harbor)
		minted, err := w.mint(site, access.NewWidgetToken{Account: w.dock})
		if err != nil {
			t.Fatal(err)
		}
		got := w.must(w.WidgetToken(t.Context(), minted.Token))
		want := []viewer.Grant{{Account: w.dock, Accounts: []gid.ID{w.dock}, Roles: roles(vocabulary.RoleReader),
			Services: services(vocabulary.ServiceLicensing)}}
		if diff := cmp.Diff(want, got.Grants); diff != "" || got.Name != "Dock" || got.User != 0 {
			t.Error(diff)
		}
		_, err = w.mint(site, access.NewWidgetToken{Account: w.meadow})
		w.refused(err, fault.NotFound, "input.account")
		site, _ = w.minter(0)
		if _, err = w.mint(site, access.NewWidgetToken{Account: w.meadow}); err != nil {
			t.Error(err)
		}
		_, err = w.mint(site, access.NewWidgetToken{Account: gid.New(gid.Account, 1)})
		w.refused(err, fault.NotFound, "input.account")
	})
}

// A widget token is limited to the services of the key that minted it, and to the accounts that the key reaches.
func TestAWidgetTokenShowsNoMoreThanItsKey(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.register(document)
		ada, dora := w.user("ada"), w.user("dora")
		w.member(ada, w.harbor, below)
		w.member(dora, w.dock)
		program := func(name string, n access.NewKey) context.Context {
			n.Name, n.Account, n.Scopes = name, w.harbor, []vocabulary.KeyScope{mint}
			secret, _ := w.key(w.operator(), n)
			return viewer.With(t.Context(), w.must(w.Key(t.Context(), secret)))
		}
		community := program("community", access.NewKey{Services: []vocabulary.Service{vocabulary.ServiceCommunity}})
		reaching := program("reaching", access.NewKey{IncludeSubAccounts: true})
		minted, err := w.mint(community, access.NewWidgetToken{User: ada})
		if err != nil {
			t.Fatal(err)
		}
		if v := w.must(w.WidgetToken(t.Context(), minted.Token)); v.Services(w.harbor) != services(
			vocabulary.ServiceCommunity) || v.Sees(w.dock) {
			t.Errorf("%+v, want Services(harbor) = %v and Sees(dock) = false", v,
				services(vocabulary.ServiceCommunity))
		}
		if minted, err = w.mint(reaching, access.NewWidgetToken{User: ada}); err != nil {
			t.Fatal(err)
		}
		if v := w.must(w.WidgetToken(t.Context(), minted.Token)); v.Services(w.dock) != services(
			vocabulary.ServiceLicensing) {
			t.Errorf("%+v, want %v", v, services(vocabulary.ServiceLicensing))
		}
		if _, err := w.mint(reaching, access.NewWidgetToken{Account: w.dock}); err != nil {
			t.Error(err)
		}
		_, err = w.mint(community, access.NewWidgetToken{Account: w.harbor})
		w.refused(err, members.GrantTooWide, "input.account")
		_, err = w.mint(community, access.NewWidgetToken{Account: w.dock})
		w.refused(err, fault.NotFound, "input.account")
		_, err = w.mint(community, access.NewWidgetToken{User: dora})
		w.refused(err, fault.NotFound, "input.user")
	})
}

func TestWidgetTokensThatDoNotHold(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.register(document)
		ada := w.user("ada")
		w.member(ada, w.harbor)
		site, key := w.minter(w.harbor)
		make := func() string {
			minted, err := w.mint(site, access.NewWidgetToken{User: ada})
			if err != nil {
				t.Fatal(err)
			}
			return minted.Token
		}
		token := make()
		for _, bad := range []string{"mw_", token[1:], swap(token, 9), token + "0"} {
			w.unauthenticated(w.WidgetToken(t.Context(), bad))
		}
		w.clock.Advance(5*time.Minute - time.Microsecond)
		w.must(w.WidgetToken(t.Context(), token))
		w.clock.Advance(time.Microsecond)
		w.unauthenticated(w.WidgetToken(t.Context(), token))

		token = make()
		if n, err := w.Sweep(t.Context()); n != 1 || err != nil {
			t.Errorf("swept %d %v, want 1", n, err)
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(ada).SetActive(false).Exec(ctx)
		})
		w.unauthenticated(w.WidgetToken(t.Context(), token))
		_, err := w.mint(site, access.NewWidgetToken{User: ada})
		w.refused(err, fault.NotFound, "input.user")
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(ada).SetActive(true).Exec(ctx)
		})

		token = make()
		w.must(w.WidgetToken(t.Context(), token))
		expire := func(at clock.Instant) {
			w.write(func(ctx context.Context, c *ent.Client) error {
				return c.APIKey.UpdateOneID(key).SetExpiresAt(at).Exec(ctx)
			})
		}
		expires := w.db.Client().APIKey.GetX(database.Operator(t), key).ExpiresAt
		expire(w.clock.Now())
		w.unauthenticated(w.WidgetToken(t.Context(), token))
		expire(expires)
		w.must(w.WidgetToken(t.Context(), token))
		if _, err := w.RevokeKey(w.operator(), change.Request{Action: "revokeApiKey"}, key); err != nil {
			t.Fatal(err)
		}
		w.unauthenticated(w.WidgetToken(t.Context(), token))
	})
}

func TestWhatAWidgetTokenMayBe(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada, bob := w.user("ada"), w.user("bob")
		w.member(ada, w.harbor)
		w.member(bob, w.meadow)
		site, _ := w.minter(w.harbor)
		_, err := w.mint(site, access.NewWidgetToken{User: ada})
		w.refused(err, access.DocumentUnknown, "input.documents")
		hash, other := w.register(document), w.register("{ viewer { name } }")
		number := func(n int) *int { return &n }
		for name, test := range map[string]struct {
			token access.NewWidgetToken
			code  fault.Code
			field string
		}{
			"nobody":         {access.NewWidgetToken{}, fault.BadInput, "input.user"},
			"both":           {access.NewWidgetToken{User: ada, Account: w.harbor}, fault.BadInput, "input.user"},
			"another's user": {access.NewWidgetToken{User: bob}, fault.NotFound, "input.user"},
			"no such user":   {access.NewWidgetToken{User: gid.New(gid.User, 1)}, fault.NotFound, "input.user"},
			"no origins": {access.NewWidgetToken{User: ada, Origins: []string{}}, fault.BadInput,
				"input.origins"},
			"eleven origins": {access.NewWidgetToken{User: ada, Origins: make([]string, 11)}, fault.ListTooLong,
				"input.origins"},
			"bad origin": {access.NewWidgetToken{User: ada,
				Origins: []string{"https://a.example", "https://b.example/"}}, fault.BadInput, "input.origins.1"},
			"no minutes": {access.NewWidgetToken{User: ada, Minutes: number(0)}, fault.BadInput, "input.minutes"},
			"eleven minutes": {access.NewWidgetToken{User: ada, Minutes: number(11)}, fault.BadInput,
				"input.minutes"},
			"unknown": {access.NewWidgetToken{User: ada, Documents: []string{hash, strings.Repeat("0", 64)}},
				access.DocumentUnknown, "input.documents.1"},
			"no documents": {access.NewWidgetToken{User: ada, Documents: []string{}}, fault.BadInput,
				"input.documents"},
			"101 documents": {access.NewWidgetToken{User: ada, Documents: make([]string, 101)}, fault.ListTooLong,
				"input.documents"},
		} {
			minted, err := w.mint(site, test.token)
			if minted.Token != "" {
				t.Errorf("%s: a token was answered", name)
			}
			w.refused(err, test.code, test.field)
		}
		minted, err := w.mint(site, access.NewWidgetToken{User: ada, Documents: []string{strings.ToUpper(other)},
			Minutes: number(10)})
		if err != nil {
			t.Fatal(err)
		}
		if v := w.must(w.WidgetToken(t.Context(), minted.Token)); len(v.Widget.Documents) != 1 ||
			v.Widget.Documents[0] != other {
			t.Errorf("%+v, want len(Documents) = 1 and Documents[0] = %v", v.Widget, other)
		}
		for name, ctx := range map[string]context.Context{
			"a session": w.as(ada), "a widget": viewer.With(t.Context(),
				w.must(w.WidgetToken(t.Context(), minted.Token))),
			"an operator": w.as(w.user("boss", of(vocabulary.ProducerRoleOperator))),
		} {
			if _, err := w.mint(ctx, access.NewWidgetToken{User: ada}); fault.CodeOf(err) != change.Forbidden {
				t.Errorf("%s: %v, want %v", name, err, change.Forbidden)
			}
		}
		once, n := "once", access.NewWidgetToken{User: ada, Origins: []string{"https://a.example"}}
		r := change.Request{Action: "mintWidgetToken", Input: n, Key: &once}
		if _, minted, err := w.MintWidgetToken(site, r, n); err != nil || minted.Token == "" {
			t.Errorf(`%+v %v, want Token != ""`, minted, err)
		}
		if outcome, minted, err := w.MintWidgetToken(site, r, n); err != nil || minted.Token != "" ||
			!outcome.Replayed {
			t.Errorf(`repeated: %+v %v, want Token = "" and Replayed = true`, minted, err)
		}
		if _, err := w.mint(w.operator(), access.NewWidgetToken{User: bob}); err != nil {
			t.Errorf("the command line: %v", err)
		}
	})
}

var registering = change.Request{Action: "registerWidgetDocument"}

func TestDocuments(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		hash := w.register(document)
		if again := w.register(document); again != hash {
			t.Errorf("%s and %s", again, hash)
		}
		if text, found, err := w.WidgetDocument(t.Context(), hash); text != document || !found || err != nil {
			t.Errorf("%q %v %v, want text = %v and found = true", text, found, err, document)
		}
		if _, found, err := w.WidgetDocument(t.Context(), "none"); found || err != nil {
			t.Errorf("%v %v", found, err)
		}
		if diff := cmp.Diff([]string{"producer: command line registerWidgetDocument dashboard"},
			w.actions()); diff != "" {
			t.Error(diff)
		}
		w.register("query A { viewer { ...N } } fragment N on Viewer { name }")
		for name, text := range map[string]string{
			"nothing": "", "no GraphQL": "hello {", "a mutation": "mutation { a }",
			"a subscription":         "subscription { a }",
			"two queries":            "query A { a } query B { b }",
			"a query and a mutation": "query A { a } mutation B { b }",
			"a fragment":             "fragment N on Viewer { name }", "too long": "{ a } #" +
				strings.Repeat("x", 64<<10),
			"too many tokens": "{ " + strings.Repeat("a ", 2100) + "}",
		} {
			_, _, err := w.RegisterDocument(w.operator(), registering, name, text)
			w.refused(err, fault.BadInput, "input.text")
		}
		_, _, err := w.RegisterDocument(w.operator(), registering, "", document)
		w.refused(err, fault.BadInput, "input.name")
		_, _, err = w.RegisterDocument(w.as(w.user("ada")), registering, "mine", document)
		w.refused(err, change.Forbidden, "")
	})
}

// Of two removals of one document at once, one removes it and the other finds that it is gone. Both have begun before a
// third transaction lets go of the row.
func TestRemovingADocumentAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		if w.db.Engine() != store.Postgres {
			t.Skip("SQLite has only one writer")
		}
		hash, results := w.register(document), make(chan error, 2)
		err := w.db.Write(w.operator(), func(ctx context.Context, tx store.Tx) error {
			if _, err := tx.Exec(ctx, "SELECT 1 FROM widget_documents FOR UPDATE"); err != nil {
				return err
			}
			for range 2 {
				go func() {
					_, _, err := w.RemoveDocument(w.operator(), change.Request{Action: "removeWidgetDocument"}, hash)
					results <- err
				}()
			}
			for waits := 0; waits < 2; {
				// A transaction sees the connections that there were when it first asked, until it forgets them.
				if _, err := tx.Exec(ctx, "SELECT pg_stat_clear_snapshot()"); err != nil {
					return err
				}
				err := tx.QueryRow(ctx, `SELECT COUNT(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
					WHERE NOT l.granted AND a.datname = current_database()`, nil, &waits)
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		one, other := <-results, <-results
		if one != nil {
			one, other = other, one
		}
		if one != nil || fault.CodeOf(other) != access.DocumentUnknown {
			t.Errorf("%v and %v, want nil and %s", one, other, access.DocumentUnknown)
		}
	})
}
