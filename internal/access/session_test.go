package access_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/access"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

var sameViewer = cmpopts.IgnoreUnexported(viewer.Viewer{})

func TestSession(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		who := w.user("ada")
		m := w.member(who, w.harbor, below, administrator, func(c *ent.MembershipCreate) {
			c.SetServiceAccess(services(vocabulary.ServiceLicensing)).
				SetDirectoryServices(services(vocabulary.ServiceDownloads)).
				SetDirectoryRoles(roles(vocabulary.RoleDownloader))
		})
		token, id, err := w.Begin(t.Context(), access.NewSession{User: who, Method: vocabulary.SignInMethodOpenID,
			Provider:  "idp",
			UserAgent: strings.Repeat("ü", 200), Address: "192.0.2.1"})
		if err != nil {
			t.Fatal(err)
		}
		ctx, counter := store.WithCounter(t.Context())
		got := w.must(w.Session(ctx, token))
		want := &viewer.Viewer{Provider: "idp", Credential: vocabulary.CredentialKindSession, CredentialID: id,
			User: who, Name: "ada",
			Scopes: vocabulary.EveryKeyScope, Grants: []viewer.Grant{{Membership: m, Account: w.harbor,
				Accounts: sorted(w.harbor, w.dock), Below: true,
				Roles: roles(vocabulary.RoleAccountAdministrator), Services: services(vocabulary.ServiceLicensing)},
				// Grants of a directory apply only to its own account.
				{Membership: m, Account: w.harbor, Accounts: sorted(w.harbor),
					Roles: roles(vocabulary.RoleDownloader), Services: services(vocabulary.ServiceDownloads)}}}
		if diff := cmp.Diff(want, got, sameViewer); diff != "" {
			t.Error(diff)
		}
		if counter.Count() != 1 {
			t.Errorf("%d statements: %q, want 1", counter.Count(), counter.Statements())
		}
		row := w.db.Client().Session.Query().Where(session.ID(id)).OnlyX(database.Operator(t))
		if row.UserAgent != strings.Repeat("ü", 100) || row.Address != "192.0.2.1" || row.Provider != "idp" {
			t.Errorf(`%+v, want UserAgent = %v, Address = "192.0.2.1" and Provider = "idp"`, row,
				strings.Repeat("ü", 100))
		}
		if u := w.db.Client().User.Query().Where(user.ID(who)).OnlyX(database.Operator(t)); u.LastSignInAt == nil ||
			*u.LastSignInAt != w.clock.Now() {
			t.Errorf("last sign-in %v, want LastSignInAt != nil and LastSignInAt = %v", u.LastSignInAt, w.clock.Now())
		}
		if diff := cmp.Diff([]string{"producer: ada signIn ada"}, w.actions()); diff != "" {
			t.Error(diff)
		}
		if err := w.SignOut(t.Context(), token); err != nil {
			t.Fatal(err)
		}
		w.unauthenticated(w.Session(t.Context(), token))
		if err := w.SignOut(t.Context(), token); err != nil {
			t.Errorf("signing out twice: %v", err)
		}
		if diff := cmp.Diff([]string{"producer: ada signIn ada", "producer: ada signOut ada"},
			w.actions()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestSessionsThatDoNotHold(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		who := w.user("ada")
		token := w.session(who)
		for _, bad := range []string{"", "ms_", token[:len(token)-1], token + "0", "mk_" + token[3:],
			strings.ToLower(token)} {
			w.unauthenticated(w.Session(t.Context(), bad))
		}
		last := byte('0')
		if token[len(token)-1] == '0' {
			last = '1'
		}
		w.unauthenticated(w.Session(t.Context(), token[:len(token)-1]+string(last)))

		// A session that is used every 20 minutes stays valid, but ends after 12 hours.
		for range 35 {
			w.clock.Advance(20 * time.Minute)
			w.must(w.Session(t.Context(), token))
		}
		w.clock.Advance(20*time.Minute - time.Microsecond)
		w.must(w.Session(t.Context(), token))
		w.clock.Advance(time.Microsecond)
		w.unauthenticated(w.Session(t.Context(), token))

		// A session that was used within the last half hour is valid, even if last_seen_at was not written.
		token = w.session(who)
		w.clock.Advance(4 * time.Minute)
		w.must(w.Session(t.Context(), token))
		w.clock.Advance(30 * time.Minute)
		w.must(w.Session(t.Context(), token))
		w.clock.Advance(35*time.Minute - time.Microsecond)
		w.must(w.Session(t.Context(), token))
		w.clock.Advance(35 * time.Minute)
		w.unauthenticated(w.Session(t.Context(), token))

		token = w.session(who)
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(who).SetActive(false).Exec(ctx)
		})
		w.unauthenticated(w.Session(t.Context(), token))
		_, _, err := w.Begin(t.Context(), access.NewSession{User: who, Method: vocabulary.SignInMethodDemo})
		w.refused(err, access.NotKnown, "")
		_, _, err = w.Begin(t.Context(), access.NewSession{User: gid.New(gid.User, 1),
			Method: vocabulary.SignInMethodDemo})
		w.refused(err, access.NotKnown, "")
	})
}

func TestOnlyMembershipsInForceCount(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		who := w.user("ada")
		todayIs, err := day.Parse(today)
		if err != nil {
			t.Fatal(err)
		}
		m := w.member(who, w.harbor)
		token := w.session(who)
		for _, test := range []struct {
			name   string
			set    func(*ent.MembershipUpdateOne)
			counts bool
		}{
			{"without end", func(u *ent.MembershipUpdateOne) {}, true},
			{"last day", func(u *ent.MembershipUpdateOne) { u.SetEndsOn(todayIs) }, true},
			{"ended yesterday", func(u *ent.MembershipUpdateOne) { u.SetEndsOn(todayIs - 1) }, false},
			{"suspended", func(u *ent.MembershipUpdateOne) { u.ClearEndsOn().SetSuspendedAt(1) }, false},
			{"reinstated", func(u *ent.MembershipUpdateOne) { u.ClearSuspendedAt() }, true},
		} {
			w.write(func(ctx context.Context, c *ent.Client) error {
				u := c.Membership.UpdateOneID(m).SetUpdatedAt(1)
				test.set(u)
				return u.Exec(ctx)
			})
			if got := w.must(w.Session(t.Context(), token)); got.Sees(w.harbor) != test.counts ||
				(len(got.Grants) == 1) != test.counts {
				t.Errorf("%s: %+v", test.name, got.Grants)
			}
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.Membership.UpdateOneID(m).SetProductLineID(w.productLine).Exec(ctx)
		})
		if got := w.must(w.Session(t.Context(), token)); got.Grants[0].ProductLine != w.productLine {
			t.Errorf("limited to %v, want %v", got.Grants[0].ProductLine, w.productLine)
		}
	})
}

// The seal must not depend on the order of the database's rows, since cursors are bound to it.
func TestTheSameGrantsMakeTheSameSeal(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		who := w.user("ada")
		w.member(who, w.meadow)
		w.member(who, w.harbor, below)
		seal := func(v *viewer.Viewer, err error) string {
			w.must(v, err)
			if len(v.Grants) != 2 || v.Grants[0].Membership > v.Grants[1].Membership {
				t.Errorf("%+v, want len(Grants) = 2 and Membership <= %v", v.Grants, v.Grants[1].Membership)
			}
			return viewer.Seal(viewer.With(t.Context(), v))
		}
		token := w.session(who)
		first := seal(w.Session(t.Context(), token))
		if again := seal(w.another().Session(t.Context(), token)); again != first {
			t.Errorf("%s and %s", first, again)
		}
		if by := seal(w.ForUser(t.Context(), who, vocabulary.CredentialKindAccessToken,
			vocabulary.EveryKeyScope)); by != first {
			t.Errorf("%s and %s", first, by)
		}
	})
}

func TestSwitchAccount(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		who := w.user("ada")
		w.member(who, w.harbor)
		gone := w.member(who, w.meadow)
		token := w.session(who)
		r := change.Request{Action: "switchAccount"}
		outcome, err := w.SwitchAccount(w.within(token), r, w.harbor)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]gid.ID{w.harbor}, outcome.IDs); diff != "" || len(outcome.Effects) != 1 ||
			!strings.HasPrefix(*outcome.Effects[0].After, w.harbor.String()+" ") {
			t.Errorf("%+v, want no difference, len(Effects) = 1 and After %v at its beginning", outcome,
				w.harbor.String()+" ")
		}
		got := w.must(w.Session(t.Context(), token))
		if got.NarrowedTo != w.harbor || !got.Sees(w.harbor) || got.Sees(w.meadow) {
			t.Errorf("narrowed: %+v, want NarrowedTo = %v, Sees(harbor) = true and Sees(meadow) = false", got,
				w.harbor)
		}
		if _, err := w.SwitchAccount(w.within(token), r, w.meadow); err != nil {
			t.Errorf("from a narrowed session to another account: %v", err)
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.Membership.UpdateOneID(gone).SetSuspendedAt(1).Exec(ctx)
		})
		if got := w.must(w.Session(t.Context(), token)); len(got.Grants) != 0 {
			t.Errorf("a suspended membership still gives %+v", got.Grants)
		}
		_, err = w.SwitchAccount(w.within(token), r, w.dock)
		w.refused(err, fault.NotFound, "input.account")
		_, err = w.SwitchAccount(w.within(token), r, w.meadow)
		w.refused(err, fault.NotFound, "input.account")
		if _, err := w.SwitchAccount(w.within(token), r, 0); err != nil {
			t.Fatal(err)
		}
		if got := w.must(w.Session(t.Context(), token)); got.NarrowedTo != 0 || !got.Sees(w.harbor) {
			t.Errorf("widened: %+v, want NarrowedTo = 0 and Sees(harbor) = true", got)
		}
	})
}

func TestViewAs(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		agent := w.user("support", of(vocabulary.ProducerRoleSupportAgent))
		w.member(agent, w.meadow)
		token := w.session(agent)
		if v := w.must(w.Session(t.Context(), token)); !v.SeesEverything() || v.Changes() {
			t.Errorf("a support agent: %+v, want SeesEverything = true and Changes = false", v)
		}
		r := change.Request{Action: "viewAs", Reason: "ticket 7"}
		if _, err := w.ViewAs(w.within(token), r, w.harbor); err != nil {
			t.Fatal(err)
		}
		got := w.must(w.Session(t.Context(), token))
		want := []viewer.Grant{{Account: w.harbor, Accounts: sorted(w.harbor, w.dock),
			Roles:    roles(vocabulary.RoleAccountAdministrator),
			Services: vocabulary.EveryService}}
		if diff := cmp.Diff(want, got.Grants); diff != "" || got.SeesEverything() || got.Changes() || !got.ReadOnly ||
			got.ViewingAs != w.harbor {
			t.Errorf(
				"viewing as: %+v %s, want no difference, SeesEverything = false, Changes = false, ReadOnly = "+
					"true and ViewingAs = %v",
				got, diff, w.harbor)
		}
		if !got.Administers(w.dock) || got.Sees(w.meadow) {
			t.Error("the viewer does not see exactly what the account's administrator sees")
		}
		// Switch to viewing another account, then end the viewing.
		if _, err := w.ViewAs(w.within(token), r, w.meadow); err != nil {
			t.Fatal(err)
		}
		_, err := w.ViewAs(w.within(token), r, gid.New(gid.Account, 1))
		w.refused(err, fault.NotFound, "input.account")
		if _, err := w.ViewAs(w.within(token), r, 0); err != nil {
			t.Fatal(err)
		}
		if v := w.must(w.Session(t.Context(), token)); !v.SeesEverything() {
			t.Errorf("own eyes: %+v", v)
		}
		if diff := cmp.Diff([]string{"producer: support signIn support", "harbor: support viewAs Harbor",
			"meadow: support viewAs Meadow", // the entry of the account that is viewed from then on is the first
			"harbor: support viewAs Harbor", "meadow: support viewAs Meadow"}, w.actions()); diff != "" {
			t.Error(diff)
		}
		seen := viewer.With(t.Context(),
			(&viewer.Viewer{Grants: []viewer.Grant{{Account: w.harbor, Accounts: []gid.ID{w.harbor},
				Roles: roles(vocabulary.RoleAccountAdministrator)}}}).Settle())
		entries := w.db.Client().AuditEntry.Query().AllX(seen)
		if len(entries) != 2 || !entries[0].ByProducer || entries[0].Reason != "ticket 7" {
			t.Errorf(`the customer's records: %+v, want len(entries) = 2, ByProducer = true and Reason = "ticket 7"`,
				entries)
		}

		// Viewing ends when the user loses the producer's role.
		if _, err := w.ViewAs(w.within(token), r, w.harbor); err != nil {
			t.Fatal(err)
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(agent).ClearProducerRole().Exec(ctx)
		})
		if v := w.must(w.Session(t.Context(), token)); v.ViewingAs != 0 || v.Sees(w.harbor) || !v.Sees(w.meadow) ||
			v.OfProducer() {
			t.Errorf("after the role was taken: %+v", v)
		}
		_, err = w.ViewAs(w.within(token), r, w.meadow)
		w.refused(err, change.Forbidden, "")
		_, err = w.ViewAs(t.Context(), r, w.meadow)
		w.refused(err, change.Unauthenticated, "")
	})
}

func TestViewAsTakesAFreshSignIn(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		token := w.session(w.user("support", of(vocabulary.ProducerRoleSupportAgent)))
		r := change.Request{Action: "viewAs"}
		w.clock.Advance(15*time.Minute - time.Microsecond)
		if _, err := w.ViewAs(w.within(token), r, w.harbor); err != nil {
			t.Fatal(err)
		}
		w.clock.Advance(time.Microsecond)
		_, err := w.ViewAs(w.within(token), r, w.meadow)
		w.refused(err, access.SignInAgain, "")
		var f *fault.Error
		want := []fault.Parameter{fault.WithNumber("max", 15), fault.WithNumber("given", 15)}
		if !errors.As(err, &f) || !slices.Equal(f.Parameters, want) {
			t.Errorf("%+v, want the parameters %v", err, want)
		}
		if _, err := w.ViewAs(w.within(token), r, 0); err != nil {
			t.Errorf("ending it: %v", err)
		}
		_, err = w.ViewAs(w.within(token), r, w.harbor)
		w.refused(err, access.SignInAgain, "")
	})
}

func TestEndSessions(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada, bob := w.user("ada"), w.user("bob")
		here, there, other := w.session(ada), w.session(ada), w.session(bob)
		bobs := w.must(w.Session(t.Context(), other)).CredentialID
		r := change.Request{Action: "endSessions"}
		_, err := w.EndSessions(w.within(here), r, bobs)
		w.refused(err, fault.NotFound, "input.session")
		outcome, err := w.EndSessions(w.within(here), r, 0)
		if err != nil || len(outcome.IDs) != 1 {
			t.Errorf("%+v %v, want 1 of them", outcome, err)
		}
		w.must(w.Session(t.Context(), here))
		w.unauthenticated(w.Session(t.Context(), there))
		w.must(w.Session(t.Context(), other))
		outcome, err = w.EndSessions(w.within(here), r, w.must(w.Session(t.Context(), here)).CredentialID)
		if err != nil || len(outcome.IDs) != 1 {
			t.Errorf("%+v %v, want 1 of them", outcome, err)
		}
		w.unauthenticated(w.Session(t.Context(), here))
		if diff := cmp.Diff([]string{"producer: ada endSessions ada", "producer: ada endSessions ada"},
			w.actions()[3:]); diff != "" {
			t.Error(diff)
		}

		key, _ := w.key(w.as(bob), access.NewKey{})
		err = w.db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			return members.RevokeCredentials(ctx, tx, w.clock.Now(), bob)
		})
		if err != nil {
			t.Fatal(err)
		}
		w.unauthenticated(w.Session(t.Context(), other))
		w.unauthenticated(w.Key(t.Context(), key))
	})
}

func TestEndAtProvider(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada", withEmail("ada@example.com"))
		begin := func(provider, session, subject string) string {
			token, _, err := w.Begin(t.Context(), access.NewSession{User: ada, Method: vocabulary.SignInMethodOpenID,
				Provider:        provider,
				ProviderSession: session, ProviderSubject: subject})
			if err != nil {
				t.Fatal(err)
			}
			return token
		}
		first, second, third := begin("idp", "s1", "u1"), begin("idp", "s2", "u1"), begin("other", "s1", "u1")
		plain := w.session(ada)
		for _, test := range []struct {
			provider, session, subject string
			ended                      int
		}{{"idp", "", "", 0}, {"nobody", "s1", "u1", 0}, {"idp", "s1", "u2", 0}, {"idp", "s1", "", 1},
			{"idp", "", "u1", 1}, {"idp", "", "u1", 0}} {
			if n, err := w.EndAtProvider(t.Context(), test.provider, test.session, test.subject); err != nil ||
				n != test.ended {
				t.Errorf("%+v: %d %v, want %v", test, n, err, test.ended)
			}
		}
		w.unauthenticated(w.Session(t.Context(), first))
		w.unauthenticated(w.Session(t.Context(), second))
		w.must(w.Session(t.Context(), third))
		w.must(w.Session(t.Context(), plain))
		if diff := cmp.Diff([]string{"producer: muniment signOut ada", "producer: muniment signOut ada"},
			w.actions()[4:]); diff != "" {
			t.Error(diff)
		}
	})
}

func TestASessionIsSeenAtMostOnceInFiveMinutes(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		token := w.session(w.user("ada"))
		writes := func(s *access.Service) int {
			ctx, counter := store.WithCounter(t.Context())
			w.must(s.Session(ctx, token))
			n := 0
			for _, statement := range counter.Statements() {
				if strings.HasPrefix(statement, "UPDATE") {
					n++
				}
			}
			return n
		}
		if n := writes(w.Service); n != 0 {
			t.Errorf("%d writes at once, want 0", n)
		}
		w.clock.Advance(5 * time.Minute)
		var (
			all   sync.WaitGroup
			mu    sync.Mutex
			total int
		)
		for range 32 {
			all.Go(func() {
				n := writes(w.Service)
				mu.Lock()
				defer mu.Unlock()
				total += n
			})
		}
		all.Wait()
		if total != 1 {
			t.Errorf("%d writes, want 1", total)
		}
		if n := writes(w.another()); n != 0 {
			t.Errorf("another process writes %d times, want 0", n)
		}
		row := w.db.Client().Session.Query().OnlyX(database.Operator(t))
		if row.LastSeenAt != w.clock.Now() {
			t.Errorf("seen at %v, want %v", row.LastSeenAt, w.clock.Now())
		}
	})
}

// Authentication succeeds even if last_seen_at cannot be written.
func TestTouchingFailsNoRequest(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		token := w.session(w.user("ada"))
		w.clock.Advance(6 * time.Minute)
		held, release := make(chan struct{}), make(chan struct{})
		var writer sync.WaitGroup
		writer.Go(func() {
			if err := w.db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
				_, err := tx.Client().Session.Update().SetAddress("held").Save(ctx)
				close(held)
				<-release
				return err
			}); err != nil {
				t.Errorf("the writer that holds the lock: %v", err)
			}
		})
		<-held
		w.must(w.Session(t.Context(), token))
		close(release)
		writer.Wait()
		if row := w.db.Client().Session.Query().OnlyX(database.Operator(t)); row.LastSeenAt == w.clock.Now() {
			t.Fatal("the writer was not locked")
		}
		w.must(w.Session(t.Context(), token))
		if row := w.db.Client().Session.Query().OnlyX(database.Operator(t)); row.LastSeenAt != w.clock.Now() {
			t.Error("the next request did not write last_seen_at")
		}
	})
}

func TestSweep(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada", withEmail("ada@example.com"))
		w.session(ada)
		if _, _, err := w.NewLink(t.Context(), vocabulary.LinkPurposeSignIn, ada, "mail 1", "/"); err != nil {
			t.Fatal(err)
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.SignInAttempt.Create().SetStateHash("a").SetBrowserHash("b").SetProvider("idp").SetNonce("n").
				SetVerifier("v").
				SetCreatedAt(w.clock.Now()).SetExpiresAt(w.clock.Now() + 1).Exec(ctx)
		})
		if n, err := w.Sweep(t.Context()); n != 0 || err != nil {
			t.Errorf("%d %v, want 0", n, err)
		}
		w.clock.Advance(11 * time.Hour)
		fresh := w.session(ada)
		w.clock.Advance(2 * time.Hour)
		if n, err := w.Sweep(t.Context()); n != 3 || err != nil {
			t.Errorf("%d %v, want 3", n, err)
		}
		if n := w.db.Client().Session.Query().CountX(database.Operator(t)); n != 1 {
			t.Errorf("%d sessions, and %s lives, want 1", n, fresh[:3])
		}
	})
}
