package access_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

func claims(subject, address string) access.Claims {
	return access.Claims{Provider: "open", Issuer: "https://idp.example", Subject: subject, Email: address,
		EmailVerified: true, Name: "Somebody"}
}

func (w *world) lets(domain string, account gid.ID) {
	w.write(func(ctx context.Context, c *ent.Client) error {
		return c.JoiningDomain.Create().SetAccountID(account).SetDomain(domain).SetRoles(roles(vocabulary.RoleReader)).
			SetServiceAccess(0).
			SetCreatedAt(1).Exec(ctx)
	})
}

func (w *world) proves(domain string, account gid.ID) {
	w.write(func(ctx context.Context, c *ent.Client) error {
		return c.DomainProof.Create().SetAccountID(account).SetDomain(domain).SetChallenge("x").SetProvenAt(1).
			SetCreatedAt(1).Exec(ctx)
	})
}

func TestIdentify(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada", withEmail("Ada@Example.com"))
		identify := func(c access.Claims) gid.ID {
			t.Helper()
			id, _, err := w.Identify(t.Context(), c)
			if err != nil {
				t.Fatal(err)
			}
			return id
		}
		if id := identify(claims("1", "ada@EXAMPLE.com")); id != ada {
			t.Errorf("%v, want %v", id, ada)
		}
		// After linking, only issuer and subject count, not the address.
		for _, c := range []access.Claims{claims("1", ""),
			{Issuer: "https://idp.example", Subject: "1", Email: "bob@example.com"}} {
			if id := identify(c); id != ada {
				t.Errorf("%v, want %v", id, ada)
			}
		}
		// Another subject of the same issuer is a different person, even with the same address. A subject of another
		// issuer may be Ada.
		_, _, err := w.Identify(t.Context(), claims("2", "ada@example.com"))
		w.refused(err, access.NotKnown, "")
		other := claims("2", "ada@example.com")
		other.Issuer = "https://other.example"
		if id := identify(other); id != ada {
			t.Errorf("%v, want %v", id, ada)
		}
		if diff := cmp.Diff([]string{"producer: muniment linkIdentity ada", "producer: muniment linkIdentity ada"},
			w.actions()); diff != "" {
			t.Error(diff)
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(ada).SetActive(false).Exec(ctx)
		})
		_, _, err = w.Identify(t.Context(), claims("1", "ada@example.com"))
		w.refused(err, access.NotKnown, "")
	})
}

func TestWhoIsNotKnown(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.user("ada", withEmail("ada@example.com"))
		w.user("one", withEmail("team@example.com"))
		w.user("two", withEmail("Team@example.com"))
		w.user("gone", withEmail("gone@example.com"), inactive)
		w.user("kelvin", withEmail("kim@example.com"))
		w.lets("example.com", w.harbor)
		unproven := claims("1", "ada@example.com")
		unproven.EmailVerified = false
		elsewhere := claims("1", "ada@example.com")
		elsewhere.Provider = "listed"
		w.user("listed", withEmail("lee@listed.example"))
		w.user("strict", withEmail("lee@strict.example"))
		listed := claims("1", "lee@listed.example")
		strict := claims("1", "lee@strict.example")
		for name, c := range map[string]access.Claims{
			"not proven": unproven, "another's domain": elsewhere, "a domain that another lists": listed,
			"one that requires another": strict, "shared": claims("1", "team@example.com"),
			"inactive":   claims("1", "gone@example.com"),
			"no address": claims("1", ""), "no such address": claims("1", "nobody@example.org"),
			"no address at all":           claims("1", "nobody"),
			"a name beside it":            claims("1", "Ada <ada@example.com>"),
			"letters that look alike":     claims("1", "\u212aim@example.com"),
			"a domain that looks alike":   claims("1", "ada@example\u3002com"),
			"a domain that is not proven": claims("1", "joins@example.com"),
		} {
			id, _, err := w.Identify(t.Context(), c)
			if id != 0 {
				t.Errorf("%s: %v, want 0", name, id)
			}
			w.refused(err, access.NotKnown, "")
		}
		if n := w.db.Client().Identity.Query().CountX(database.Operator(t)); n != 0 {
			t.Errorf("%d identities, want 0", n)
		}
		if n := w.db.Client().User.Query().CountX(database.Operator(t)); n != 7 {
			t.Errorf("%d users, want 7", n)
		}
	})
}

func TestSomebodyWhoMayJoinBecomesAUser(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.lets("example.com", w.harbor)
		w.lets("example.com", w.dock)
		w.proves("example.com", w.dock)
		w.lets("example.net", w.meadow)
		var (
			all sync.WaitGroup
			mu  sync.Mutex
			ids = map[gid.ID]int{}
		)
		for range 8 {
			all.Go(func() {
				id, _, err := w.Identify(t.Context(), claims("1", "New.One@Example.com"))
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				ids[id]++
			})
		}
		all.Wait()
		if len(ids) != 1 {
			t.Fatalf("%v, want 1 of them", ids)
		}
		made := w.db.Client().User.Query().OnlyX(database.Operator(t))
		if made.UserName != "New.One@Example.com" || *made.EmailKey != "new.one@example.com" ||
			made.DisplayName != "Somebody" || !made.Active || made.ProducerRole != nil {
			t.Errorf(
				`%+v, want UserName = "New.One@Example.com", EmailKey = "new.one@example.com", DisplayName = `+
					`"Somebody" and Active = true`,
				made)
		}
		if v := w.must(w.Session(t.Context(), w.session(made.ID))); len(v.Grants) != 0 {
			t.Errorf("%+v, want none", v)
		}
	})
}

func TestAddUser(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		r := change.Request{Action: "addUser"}
		outcome, err := w.AddUser(w.operator(), r,
			access.NewUser{UserName: "boss", Email: "Boss@example.com", DisplayName: "The Boss",
				Producer: vocabulary.ProducerRoleOperator})
		if err != nil {
			t.Fatal(err)
		}
		if len(outcome.Warnings) > 0 {
			t.Errorf("warnings %+v, want none", outcome.Warnings)
		}
		second, err := w.AddUser(w.operator(), r, access.NewUser{UserName: "second", Email: "boss@EXAMPLE.com"})
		if err != nil || len(second.Warnings) != 1 || second.Warnings[0].Code != "ADDRESS_SHARED" ||
			!strings.Contains(second.Warnings[0].Message, "The user boss has") {
			t.Errorf("%+v, %v, want one warning ADDRESS_SHARED that names boss", second.Warnings, err)
		}
		if v := w.must(w.Session(t.Context(), w.session(outcome.IDs[0]))); !v.SeesEverything() {
			t.Errorf("%+v", v)
		}
		words := w.db.Client().SearchWord.Query().CountX(database.Operator(t))
		if words != 8 { // the, boss, example, com; second, boss, example, com
			t.Errorf("%d words, want 8", words)
		}
		w.user("ida@b\u00fccher.example")
		for name, test := range map[string]struct {
			user  access.NewUser
			code  fault.Code
			field string
		}{
			"taken, in the ASCII form of the domain": {access.NewUser{UserName: "Ida@xn--bcher-kva.example"},
				access.UserNameTaken, "input.userName"},
			"taken, in other letter case": {access.NewUser{UserName: "IDA@B\u00dcCHER.example"},
				access.UserNameTaken, "input.userName"},
			"taken, decomposed": {access.NewUser{UserName: "ida@bu\u0308cher.example"},
				access.UserNameTaken, "input.userName"},
			"imitated": {access.NewUser{UserName: "\u212Aim@x.example"}, fault.BadInput, "input.userName"},
			"a domain that cannot be read": {access.NewUser{UserName: "x@xn--a.example"}, fault.BadInput,
				"input.userName"},
			"imitated address": {access.NewUser{UserName: "kim", Email: "\u212Aim@x.example"}, fault.BadInput,
				"input.email"},
			"hidden": {access.NewUser{UserName: "ada\u200b"}, fault.BadInput, "input.userName"},
			"hidden in the display name": {access.NewUser{UserName: "ada", DisplayName: "Ada\u200b"}, fault.BadInput,
				"input.displayName"},
			"no name": {access.NewUser{}, fault.BadInput, "input.userName"},
			"blanks":  {access.NewUser{UserName: " ada"}, fault.BadInput, "input.userName"},
			"long":    {access.NewUser{UserName: strings.Repeat("a", 255)}, fault.BadInput, "input.userName"},
			"taken":   {access.NewUser{UserName: "boss"}, access.UserNameTaken, "input.userName"},
			"bad e-mail": {
				access.NewUser{UserName: "ada", Email: "Ada <ada@example.com>"}, fault.BadInput, "input.email"},
			"integration": {access.NewUser{UserName: "ada", Producer: vocabulary.ProducerRoleIntegration},
				fault.BadInput, "input.producerRole"},
			"long name": {access.NewUser{UserName: "ada", DisplayName: strings.Repeat("a", 201)}, fault.BadInput,
				"input.displayName"},
		} {
			outcome, err := w.AddUser(w.operator(), r, test.user)
			if len(outcome.IDs) > 0 {
				t.Errorf("%s: %v, want none", name, outcome)
			}
			w.refused(err, test.code, test.field)
		}
		made, err := w.AddUser(w.operator(), r, access.NewUser{UserName: "E\u0301lo", DisplayName: "E\u0301lo"})
		if err != nil {
			t.Fatal(err)
		}
		if u := w.db.Client().User.GetX(database.Operator(t), made.IDs[0]); u.UserName != "\u00C9lo" ||
			u.DisplayName != "\u00C9lo" {
			t.Errorf("the names %+q and %+q, want them composed", u.UserName, u.DisplayName)
		}
		_, err = w.AddUser(w.as(w.user("ada")), r, access.NewUser{UserName: "bob"})
		w.refused(err, change.Forbidden, "")
	})
}

func TestSomebodyInvitedBecomesAUser(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		account := w.harbor
		invite := func(address string, expires clock.Instant) {
			w.write(func(ctx context.Context, c *ent.Client) error {
				return c.Invitation.Create().SetID(gid.New(gid.Invitation, account.Locality())).SetAccountID(account).
					SetEmail(address).
					SetEmailKey(email.Key(address)).SetRoles(roles(vocabulary.RoleReader)).SetServiceAccess(0).
					SetIncludeSubAccounts(false).SetCreatedAt(1).SetExpiresAt(expires).Exec(ctx)
			})
		}
		invite("new@example.com", w.clock.Now()+1)
		invite("late@example.com", w.clock.Now())
		id, _, err := w.Identify(t.Context(), claims("1", "New@example.com"))
		if err != nil || id == 0 {
			t.Errorf("invited: %v, %v, want other than 0", id, err)
		}
		if _, _, err := w.Identify(t.Context(),
			claims("2", "late@example.com")); fault.CodeOf(err) != access.NotKnown {
			t.Errorf("invited, and too late: %v", err)
		}
		unproven := claims("3", "new@example.com")
		unproven.EmailVerified = false
		if _, _, err := w.Identify(t.Context(), unproven); fault.CodeOf(err) != access.NotKnown {
			t.Errorf("an address that is not proven: %v", err)
		}
	})
}
