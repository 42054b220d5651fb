package access_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// record creates a directory record in an account.
func (w *world) record(account gid.ID, address string, more ...func(*ent.DirectoryRecordCreate)) gid.ID {
	id := gid.New(gid.DirectoryRecord, account.Locality())
	w.write(func(ctx context.Context, c *ent.Client) error {
		create := c.DirectoryRecord.Create().SetID(id).SetAccountID(account).SetUserName(address).
			SetUserNameKey(address).
			SetEmail(address).SetEmailKey(email.Key(address)).SetActive(true).SetCreatedAt(1).SetUpdatedAt(1)
		for _, m := range more {
			m(create)
		}
		return create.Exec(ctx)
	})
	return id
}

func (w *world) readdress(user gid.ID, address string) {
	w.write(func(ctx context.Context, c *ent.Client) error {
		return c.User.UpdateOneID(user).SetEmail(address).SetEmailKey(email.Key(address)).Exec(ctx)
	})
}

func (w *world) signInLink(subject gid.ID) string {
	w.t.Helper()
	token, _, err := w.NewLink(w.t.Context(), vocabulary.LinkPurposeSignIn, subject,
		"mail "+gid.New(gid.User, 1).String(), "/devices")
	if err != nil {
		w.t.Fatal(err)
	}
	return token
}

func (w *world) arrive(link string) (string, error) {
	token, _, err := w.BeginByLink(w.t.Context(), link, access.NewSession{UserAgent: "a browser"})
	return token, err
}

func (w *world) read(id gid.ID) *ent.User {
	return w.db.Client().User.Query().Where(user.ID(id)).OnlyX(database.Operator(w.t))
}

func TestALinkProvesTheAddressToWhichItWent(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada", withEmail("Ada@Example.com"))
		link := w.signInLink(ada)
		if who, err := w.PeekArrival(t.Context(), link); err != nil ||
			who != (access.Arrival{UserName: "ada", Address: "Ada@Example.com"}) {
			t.Errorf("%+v, %v, want %v", who, err, access.Arrival{UserName: "ada", Address: "Ada@Example.com"})
		}
		if w.read(ada).EmailProvenAt != nil {
			t.Error("the address is proven before the link was used")
		}
		token, returnTo, err := w.BeginByLink(t.Context(), link, access.NewSession{})
		if err != nil || returnTo != "/devices" {
			t.Fatal(returnTo, err)
		}
		v := w.must(w.Session(t.Context(), token))
		row := w.db.Client().Session.GetX(database.Operator(t), v.CredentialID)
		if v.User != ada || row.EmailKey != "ada@example.com" || row.Method != vocabulary.SignInMethodLink {
			t.Errorf(`%+v, want User = %v, EmailKey = "ada@example.com" and Method = %v`, row, ada,
				vocabulary.SignInMethodLink)
		}
		if proven := w.read(ada).EmailProvenAt; proven == nil || *proven != w.clock.Now() {
			t.Errorf("proven at %v, want proven != nil and proven = %v", proven, w.clock.Now())
		}
		if diff := cmp.Diff([]string{"ada Ada@Example.com"}, w.linked); diff != "" {
			t.Error(diff)
		}
		_, err = w.arrive(link)
		w.refused(err, account.LinkInvalid, "")

		// A link is invalid if it was sent to another address, or if its user was deactivated.
		moved, gone := w.signInLink(ada), w.user("gone", withEmail("gone@example.com"))
		left := w.signInLink(gone)
		w.readdress(ada, "ada@elsewhere.example")
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(gone).SetActive(false).Exec(ctx)
		})
		for link, code := range map[string]fault.Code{moved: account.LinkInvalid, left: access.NotKnown} {
			_, err := w.PeekArrival(t.Context(), link)
			w.refused(err, code, "")
			_, err = w.arrive(link)
			w.refused(err, code, "")
		}
		for _, subject := range []gid.ID{gone, w.user("nowhere"), gid.New(gid.User, 1)} {
			_, _, err := w.NewLink(t.Context(), vocabulary.LinkPurposeSignIn, subject, "mail", "")
			w.refused(err, account.LinkInvalid, "")
		}
	})
}

func TestALinkOfARecordMakesTheUserWhomItExpects(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.proves("example.com", w.harbor)
		record := w.record(w.harbor, "New@example.com")
		w.user("New@example.com") // the user name is taken, which must not prevent the sign-in
		links := []string{w.signInLink(record), w.signInLink(record), w.signInLink(record)}
		if who, err := w.PeekArrival(t.Context(), links[0]); err != nil || who.UserName != "New@example.com" {
			t.Errorf(`%+v, %v, want UserName = "New@example.com"`, who, err)
		}
		var all sync.WaitGroup
		for _, link := range links {
			all.Go(func() {
				if _, err := w.arrive(link); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		made := w.db.Client().User.Query().Where(user.EmailKey("new@example.com")).OnlyX(database.Operator(t))
		if made.UserName != "New@example.com (2)" || made.EmailProvenAt == nil || *made.Email != "New@example.com" ||
			made.ProducerRole != nil {
			t.Errorf(`%+v, want UserName = "New@example.com (2)", EmailProvenAt != nil and Email = "New@example.com"`,
				made)
		}
		if len(w.linked) < 3 || w.linked[0] != "New@example.com (2) New@example.com" {
			t.Errorf(`%v, want len(linked) >= 3 and linked[0] = "New@example.com (2) New@example.com"`, w.linked)
		}
	})
}

// Of requests at the same time, for names that differ in letter case only, one gives the name to a user; a person who
// arrives with the address gets another one, or comes first.
func TestUserNamesAreUniqueAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.proves("example.com", w.harbor)
		const races = 30
		links := make([]string, races)
		for i := range links {
			links[i] = w.signInLink(w.record(w.harbor, fmt.Sprintf("race%d@example.com", i)))
		}
		ctx := w.operator()
		var all sync.WaitGroup
		for i, link := range links {
			for _, name := range []string{"race%d@example.com", "RACE%d@example.com"} {
				all.Go(func() {
					_, err := w.AddUser(ctx, change.Request{Action: "addUser"},
						access.NewUser{UserName: fmt.Sprintf(name, i)})
					if err != nil {
						w.refused(err, access.UserNameTaken, "input.userName")
					}
				})
			}
			all.Go(func() {
				if _, err := w.arrive(link); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		have := map[string][]string{}
		for _, u := range w.db.Client().User.Query().AllX(database.Operator(t)) {
			have[u.UserNameKey] = append(have[u.UserNameKey], u.UserName)
		}
		for key, names := range have {
			if len(names) > 1 {
				t.Errorf("several users have the key %q: %q", key, names)
			}
		}
		for i := range races {
			if name := fmt.Sprintf("race%d@example.com", i); len(have[name]) == 0 {
				t.Errorf("nobody is called %s", name)
			}
		}
	})
}

// A directory may set any address in its records. The user to whom a record is linked is therefore not necessarily the
// person who reads the mail.
func TestALinkOfARecordSignsNobodyElseIn(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.proves("example.com", w.harbor)
		w.proves("example.com", w.dock)
		victim, other := w.user("victim", withEmail("victim@example.com")), w.user("other")
		linked := func(c *ent.DirectoryRecordCreate) { c.SetUserID(victim).SetLinkedAt(1) }
		record := w.record(w.harbor, "attacker@example.com", linked)
		late := w.record(w.harbor, "late@example.com")
		foreign := w.record(w.meadow, "late@example.com") // the record's account has not proven the domain
		unlinked := w.record(w.dock, "was@example.com")
		changed := w.record(w.harbor, "new@example.com")
		links := []string{w.signInLink(record), w.signInLink(foreign), w.signInLink(late), w.signInLink(unlinked),
			w.signInLink(changed)}
		if _, err := w.PeekArrival(t.Context(), links[2]); err != nil {
			t.Error(err)
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			if err := c.DirectoryRecord.UpdateOneID(unlinked).SetActive(false).Exec(ctx); err != nil {
				return err
			}
			if err := c.DirectoryRecord.UpdateOneID(late).SetUserID(other).SetLinkedAt(1).Exec(ctx); err != nil {
				return err
			}
			return c.DirectoryRecord.UpdateOneID(changed).SetEmail("victim@example.com").
				SetEmailKey("victim@example.com").Exec(ctx)
		})
		for _, link := range links {
			_, err := w.PeekArrival(t.Context(), link)
			w.refused(err, account.LinkInvalid, "")
			_, err = w.arrive(link)
			w.refused(err, account.LinkInvalid, "")
		}
		if got, err := w.Addressees(t.Context(), "attacker@example.com"); len(got) != 0 || err != nil {
			t.Errorf("%v, %v, want none", got, err)
		}
		if n := w.db.Client().Session.Query().CountX(database.Operator(t)); n != 0 {
			t.Errorf("%d sessions, want 0", n)
		}
	})
}

func TestAddressees(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		two, one := w.user("b", withEmail("Team@example.com")), w.user("a", withEmail("team@Example.com"))
		w.user("c", withEmail("team@example.com"), inactive)
		w.user("d", withEmail("other@example.com"))
		w.user("e", withEmail("somebody@strict.example"))
		w.user("f", withEmail("gone@example.com"), inactive)
		ida := w.user("g", withEmail("ida@xn--bcher-kva.example"))
		byName := []access.Addressee{{Subject: ida, UserName: "g", Address: "ida@xn--bcher-kva.example"}}
		record := w.record(w.harbor, "Hire@example.com")
		w.record(w.dock, "hire@example.com")
		w.record(w.dock, "stranger@example.com")
		w.expected = map[string]gid.ID{"hire@example.com": record,
			"hire@strict.example": w.record(w.dock, "hire@strict.example"),
			"gone@example.com":    w.record(w.dock, "gone@example.com")}
		team := []access.Addressee{{Subject: one, UserName: "a", Address: "team@Example.com"},
			{Subject: two, UserName: "b", Address: "Team@example.com"}}
		hire := []access.Addressee{{Subject: record, UserName: "Hire@example.com", Address: "Hire@example.com"}}
		for address, want := range map[string][]access.Addressee{"team@example.com": team, " TEAM@EXAMPLE.COM ": team,
			"hire@EXAMPLE.com":        hire,
			"ida@b\u00fccher.example": byName, "Ida@B\u00dcCHER.example": byName, "ida@xn--bcher-kva.example": byName,
			"nobody@example.com": nil, "somebody@strict.example": nil, "hire@strict.example": nil,
			"stranger@example.com": nil, "gone@example.com": nil} {
			got, err := w.Addressees(t.Context(), address)
			if err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s", address, diff)
			}
		}
	})
}

func TestRequiredSignIn(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		lee := w.user("lee", withEmail("lee@example.com"))
		link := w.signInLink(lee)
		identify := func(provider, issuer string) {
			w.write(func(ctx context.Context, c *ent.Client) error {
				return c.Identity.Create().SetUserID(lee).SetIssuer(issuer).SetSubject("1").SetCreatedAt(1).Exec(ctx)
			})
		}
		identify("open", "https://open.example")
		identify("strict", "https://strict.example")
		before, _, err := w.Begin(t.Context(), access.NewSession{User: lee, Method: vocabulary.SignInMethodOpenID,
			Provider: "open"})
		if err != nil {
			t.Fatal(err)
		}
		w.readdress(lee, "lee@strict.example")
		_, err = w.PeekArrival(t.Context(), link)
		w.refused(err, account.LinkInvalid, "")
		late := w.signInLink(lee)
		_, err = w.PeekArrival(t.Context(), late)
		w.refused(err, access.ProviderRequired, "")
		_, err = w.arrive(late)
		w.refused(err, access.ProviderRequired, "")
		for _, c := range []struct {
			how  access.NewSession
			good bool
		}{
			{access.NewSession{Method: vocabulary.SignInMethodLink}, false},
			{access.NewSession{Method: vocabulary.SignInMethodDemo}, false},
			{access.NewSession{Method: vocabulary.SignInMethodOpenID, Provider: "open"}, false},
			{access.NewSession{Method: vocabulary.SignInMethodOpenID, Provider: "listed"}, false},
			{access.NewSession{Method: vocabulary.SignInMethodOpenID, Provider: "strict"}, true},
		} {
			c.how.User = lee
			token, _, err := w.Begin(t.Context(), c.how)
			if c.good != (err == nil) || !c.good && fault.CodeOf(err) != access.ProviderRequired {
				t.Errorf("%+v: %v", c.how, err)
			}
			if c.good {
				w.must(w.Session(t.Context(), token))
			}
		}
		// Sessions that began before the policy, and access tokens of another provider, are invalid too.
		w.unauthenticated(w.Session(t.Context(), before))
		_, err = w.ForSubject(t.Context(), "open", "https://open.example", "1", vocabulary.EveryKeyScope)
		w.refused(err, access.ProviderRequired, "")
		v := w.must(w.ForSubject(t.Context(), "strict", "https://strict.example", "1", vocabulary.EveryKeyScope))
		if v.User != lee || v.Provider != "strict" {
			t.Errorf(`%+v, want User = %v and Provider = "strict"`, v, lee)
		}
		w.unauthenticated(w.ForSubject(t.Context(), "strict", "https://strict.example", "2", vocabulary.EveryKeyScope))
		if _, _, err := w.Identify(t.Context(), access.Claims{Provider: "open", Issuer: "https://open.example",
			Subject: "1"}); err != nil {
			t.Error(err) // Identify does not check the policy for known users; Begin does
		}
	})
}

func TestKnownBrowsers(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada, bob := w.user("ada", withEmail("ada@example.com")), w.user("bob", withEmail("bob@example.com"))
		remember := func(user gid.ID, known string) string {
			t.Helper()
			token, err := w.RememberBrowser(t.Context(), w.session(user), known)
			if err != nil {
				t.Fatal(err)
			}
			return token
		}
		name := func(token, address string) string {
			t.Helper()
			name, err := w.KnownBrowser(t.Context(), token, address)
			if err != nil {
				t.Fatal(err)
			}
			return name
		}
		one, two := remember(ada, ""), remember(ada, "")
		if name(one, "Ada@Example.com") == "" || name(one, "ada@example.com") == name(two, "ada@example.com") {
			t.Error("browsers are not recognized, or not distinguished")
		}
		for _, token := range []string{"", "x", "mb_x", w.session(ada), strings.ToLower(one)} {
			if name(token, "ada@example.com") != "" {
				t.Errorf("%q is known", token)
			}
		}
		if name(one, "bob@example.com") != "" {
			t.Error("the browser is recognized for another user's address")
		}
		if again := remember(bob, one); name(one, "ada@example.com") != "" || name(again, "bob@example.com") == "" {
			t.Error("a browser has two names")
		}
		w.clock.Advance(access.BrowserLife - time.Second)
		if name(two, "ada@example.com") == "" {
			t.Error("the browser was forgotten too early")
		}
		w.clock.Advance(time.Second)
		if name(two, "ada@example.com") != "" {
			t.Error("the browser is still recognized after BrowserLife")
		}
		if _, err := w.RememberBrowser(t.Context(), "ms_gone", ""); fault.CodeOf(err) != change.Unauthenticated {
			t.Error(err)
		}
		three := remember(ada, "")
		if _, err := w.EndSessions(w.as(ada), change.Request{Action: "endSessions"}, 0); err != nil {
			t.Fatal(err)
		}
		if name(three, "ada@example.com") != "" {
			t.Error("the browser is recognized after the user signed out everywhere")
		}
		for range 25 {
			remember(ada, "")
		}
		if n := w.db.Client().KnownBrowser.Query().CountX(database.Operator(t)); n > 22 {
			t.Errorf("%d browsers, want 22 or less", n)
		}
		if _, err := w.Sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
		if n := w.db.Client().KnownBrowser.Query().CountX(database.Operator(t)); n != 20 {
			t.Errorf("%d browsers, want 20", n)
		}
	})
}

// TestALinkForAFormerAddressBeginsNoSession signs in with a link for an address that the user changes after the link
// was checked.
func TestALinkForAFormerAddressBeginsNoSession(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada@example.com")
		w.readdress(ada, "ada.new@example.com")
		for address, code := range map[string]fault.Code{"ada@example.com": account.LinkInvalid,
			"ADA.new@example.com": ""} {
			_, _, err := w.Begin(t.Context(), access.NewSession{User: ada, Method: vocabulary.SignInMethodLink,
				Email: address})
			if code != "" {
				w.refused(err, code, "")
			} else if err != nil {
				t.Error(err)
			}
		}
	})
}
