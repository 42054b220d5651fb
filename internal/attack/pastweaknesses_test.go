package attack_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// These responses once revealed or allowed too much.

func (w *world) invite(by actor, account string, address string, roles ...string) string {
	w.t.Helper()
	if len(roles) == 0 {
		roles = []string{"READER"}
	}
	w.change(by, "inviteMembers", input{"account": account, "emails": []string{address}, "roles": roles,
		"serviceAccess": []string{"COMMUNITY"}}).ok(w.t)
	return w.invitationTo(address)
}

// An invitation found in a mailbox does not sign in as the existing user of that address, with access to all their
// accounts.
func TestAnInvitationSignsNobodyInAsSomebodyWhoIsThere(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for _, address := range []string{w.alder.reader.email, strings.ToUpper(w.alder.admin.email),
			"operator@producer.example"} {
			link := w.invite(w.birch.admin.actor, w.birch.account.String(), address)
			b := w.browser()
			b.follow(link, "name", "A stranger")
			if who := b.who(); who != "" {
				t.Errorf("the invitation to %s signs in as %s", address, who)
			}
			w.change(w.birch.reader.actor, "acceptInvitation", input{"token": tokenIn(link), "dryRun": true})
		}
		// The user can accept after signing in with a link to the address.
		link := w.invitationTo(w.alder.reader.email)
		b := w.browser()
		b.follow(b.askLink(w.alder.reader.email))
		b.follow(link)
		if w.membershipOf(w.alder.reader.user, w.birch.account) == nil {
			t.Error("who signed in cannot accept")
		}
	})
}

// An administrator cannot claim a domain at which anyone can get an address.
func TestNobodyClaimsAPublicDomain(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for _, domain := range []string{"gmail.com", "GMAIL.com", "gmail.com.", "ｇmail.com", "googlemail.com",
			"hotmail.co.uk", "outlook.com", "yahoo.co.jp",
			"proton.me", "co.uk", "com", "github.io", "blogspot.com", "mailinator.com", "icloud.com", "qq.com",
			"web.de", "t-online.de", "yandex.ru"} {
			in := input{"account": w.birch.account.String(), "domain": domain, "serviceAccess": []string{"COMMUNITY"}}
			for _, as := range []actor{w.birch.chief.actor, w.operator} {
				if a := w.change(as, "allowJoiningDomain", in); a.code != "PUBLIC_DOMAIN" && a.code != "BAD_INPUT" {
					t.Errorf("%s, by %s: %q %.300s", domain, as.name, a.code, a.text)
				}
			}
			if contract.Mutation.Fields.ForName("claimDomain") != nil {
				if a := w.change(w.birch.chief.actor, "claimDomain",
					input{"account": w.birch.account.String(), "domain": domain}); !a.refused() {
					t.Errorf("%s can be claimed: %.300s", domain, a.text)
				}
			}
		}
	})
}

// A user cannot join through a domain that is not proven for the account, or with an address that they have not
// proven.
func TestNobodyJoinsWithoutAProof(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		in := input{"account": w.birch.account.String(), "domain": w.alder.domain,
			"serviceAccess": []string{"COMMUNITY"}}
		w.change(w.birch.chief.actor, "allowJoiningDomain", in).want(t, "DOMAIN_NOT_PROVEN")
		// Rows that an older version allowed grant nothing either.
		roles, err := vocabulary.Roles(vocabulary.RoleReader)
		w.must(err)
		w.write(func(ctx context.Context, c *ent.Client) {
			w.must(c.JoiningDomain.Create().SetAccountID(w.birch.account).SetDomain(w.alder.domain).SetRoles(roles).
				SetServiceAccess(1).SetCreatedAt(start).Exec(ctx))
			w.must(c.JoiningDomain.Create().SetAccountID(w.alder.account).SetDomain(w.alder.domain).SetRoles(roles).
				SetServiceAccess(1).SetCreatedAt(start).Exec(ctx))
		})
		w.prove(w.alder.account, w.alder.domain)
		outsider := w.user("outsider@" + w.alder.domain)
		unproven := w.signIn("an address that nobody has proven", outsider)
		w.change(unproven, "joinAccount", input{"account": w.alder.account.String()}).refusedAny(t)
		b := w.browser()
		b.follow(b.askLink("outsider@" + w.alder.domain))
		w.change(b.as("outsider"), "joinAccount", input{"account": w.birch.account.String()}).refusedAny(t)
		w.change(b.as("outsider"), "joinAccount", input{"account": w.alder.account.String()}).ok(t)
	})
}

// A record of one directory does not prevent a user from joining another company, whatever its user name is.
func TestARecordOfOneDirectoryStandsInNobodysWay(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		const hire = "hire@alder.example"
		w.prove(w.birch.account, w.birch.domain)
		directory := w.directory(w.birch)
		w.provision(directory, hire, input{"externalId": "7"})
		link := w.invite(w.alder.admin.actor, w.alder.account.String(), hire)
		b := w.browser()
		b.follow(link, "name", "The new hire")
		got := w.query(b.as("hire"), "{ viewer { name } accounts { nodes { name } } }", nil)
		if !strings.Contains(got.text, `"Alder"`) || strings.Contains(got.text, "Birch") {
			t.Errorf(`the new hire sees %s, want text with "Alder" and text without "Birch"`, got.text)
		}
	})
}

// A directory cannot find out whether a user with a name exists.
func TestADirectoryDoesNotLearnWhoIsThere(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		directory := w.directory(w.birch)
		shapes := map[string]string{}
		for name, userName := range map[string]string{"a user of another customer": w.alder.admin.email,
			"an operator": "operator@producer.example", "nobody": "nobody@nowhere.example"} {
			a := w.scim(directory, http.MethodPost, "/Users",
				input{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:User"}, "userName": userName,
					"emails": []any{map[string]any{"value": userName}}, "active": true})
			shape := fmt.Sprint(a.status)
			for key := range a.data {
				shape += " " + key
			}
			shapes[name] = fmt.Sprint(a.status, len(a.data))
			if again := w.scim(directory, http.MethodPost, "/Users",
				input{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:User"},
					"userName": strings.ToUpper(userName)}); again.status != http.StatusConflict {
				t.Errorf("%s, a second time: %d, want %d", name, again.status, http.StatusConflict)
			}
		}
		for name, shape := range shapes {
			if shape != shapes["nobody"] || !strings.HasPrefix(shape, "201") {
				t.Errorf(`%s: %s, nobody: %s, want shape = %v and shape "201" at its beginning`, name, shape,
					shapes["nobody"], shapes["nobody"])
			}
		}
	})
}

// Names cannot contain characters that change the direction of text or end a line.
func TestNamesHoldNoControlCharacters(t *testing.T) {
	const evil = "Eve\u202egro.elpmaxe\x07\u2066\r\nBcc: x"
	database.Each(t, func(t *testing.T, s *store.Store) {
		p := newIDP(t)
		w := open(t, s, providers(p.described("own", "domains: [alder.example]")))
		w.invite(w.alder.admin.actor, w.alder.account.String(), "eve@alder.example")
		claims := proven("eve", "eve@alder.example")
		claims["name"], claims["given_name"], claims["family_name"] = evil, evil, evil
		b := w.browser()
		p.through(b, "own", claims)
		b2 := w.browser()
		b2.follow(w.invite(w.alder.admin.actor, w.alder.account.String(), "eve2@alder.example"), "name", evil)
		w.prove(w.alder.account, w.alder.domain)
		body := input{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:User"},
			"userName": "eve3@alder.example", "displayName": evil,
			"name":   map[string]any{"givenName": evil, "familyName": evil},
			"emails": []any{map[string]any{"value": "eve3@alder.example"}}, "active": true}
		if a := w.scim(w.directory(w.alder), http.MethodPost, "/Users", body); !a.refused() {
			b3 := w.browser()
			b3.follow(b3.askLink("eve3@alder.example"))
		}
		rows, err := w.db.Client().User.Query().Where(user.EmailHasPrefix("eve")).All(w.all())
		w.must(err)
		for _, row := range rows {
			for _, text := range []string{row.DisplayName, row.FirstName, row.LastName, row.UserName} {
				if strings.ContainsFunc(text, func(r rune) bool {
					return unicode.IsControl(r) ||
						unicode.Is(unicode.Bidi_Control, r)
				}) {
					t.Errorf("%s is called %q", row.UserName, text)
				}
			}
		}
	})
}

// No cell of an export can be interpreted as a formula.
func TestNoExportHoldsAFormula(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		formulas := []string{"=cmd|'/c calc'!A0", "  =1+1", "＝1+1", "＋1", "－1", "＠SUM(1)", "\t=1", "+1", "-1", "@A1",
			"\u00a0=1", "\u200b=1", "\ufeff=1", "％0A=1"}
		for n, formula := range formulas {
			id := w.user(fmt.Sprintf("formula%d@alder.example", n))
			w.member(w.alder.account, id, false, vocabulary.RoleReader)
			w.write(func(ctx context.Context, c *ent.Client) {
				w.must(c.User.UpdateOneID(id).SetDisplayName(formula).Exec(ctx))
			})
		}
		r := w.request(http.MethodGet, "/export/access-review?account="+w.alder.account.String(), nil)
		w.alder.chief.credential(r)
		a := w.serve(r)
		if a.status != http.StatusOK {
			t.Fatal(a.status, a.text)
		}
		for _, formula := range formulas {
			plain := strings.TrimFunc(formula, func(r rune) bool {
				return unicode.IsSpace(r) || r == '\u200b' ||
					r == '\ufeff'
			})
			for _, cut := range []string{"," + formula, `,"` + formula, "," + plain, `,"` + plain} {
				if strings.Contains(a.text, cut) && strings.ContainsAny(string([]rune(plain)[0]), "=+-@＝＋－＠\t") {
					t.Errorf("a cell begins with %q", formula)
				}
			}
		}
	})
}

// No token is written to the log, however its path is encoded.
func TestNoTokenStandsInTheLog(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var log bytes.Buffer
		w := open(t, s, func(o *app.Options) {
			o.Log = slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		})
		link := w.browser().askLink(w.alder.reader.email)
		invitation := w.invite(w.alder.admin.actor, w.alder.account.String(), "new@alder.example")
		key := w.key(w.alder.reader.actor, input{"scopes": []string{"READ"}})
		for _, secret := range []string{link, invitation} {
			token := tokenIn(secret)
			for _, path := range []string{secret, "/" + secret, strings.Replace(secret, "/"+token, "//"+token, 1),
				strings.ToUpper(secret[:len(secret)-len(token)]) + token,
				secret + "/", "/./" + secret[1:], "/x/.." + secret, strings.Replace(secret, "i", "%69", 1),
				"/graphql/" + token, "/" + token, secret + "/more"} {
				r := w.request(http.MethodGet, "/", nil)
				r.URL.Path = path
				r.RequestURI = path
				w.serve(r)
				if strings.Contains(log.String(), token) {
					t.Fatalf("the token stands in the log after %s", path[:len(path)-5])
				}
			}
		}
		for _, path := range []string{"/graphql?key=" + key.bearer, "/export/audit?account=" + key.bearer,
			"/graphql/" + key.bearer, "/scim/v2/Users/" + key.bearer} {
			r := w.request(http.MethodGet, path, nil)
			key.credential(r)
			if a := w.serve(r); strings.Contains(log.String(), key.bearer) || strings.Contains(a.text, key.bearer) {
				t.Errorf("the key is repeated after %.30s", path)
			}
		}
		if strings.Contains(log.String(), w.alder.reader.cookie) {
			t.Error("a cookie stands in the log")
		}
	})
}

// Errors of the SCIM interface have SCIM's own format for every client, so that directories can show the reason.
func TestSCIMRefusesInItsOwnForm(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		directory := w.directory(w.alder)
		reads := w.key(w.alder.admin.actor, input{"account": w.alder.account.String(), "scopes": []string{"READ"},
			"name": "reads"})
		for _, c := range []struct {
			name   string
			as     actor
			host   string
			status int
			code   string
		}{
			{"without a credential", actor{}, "", 401, "UNAUTHENTICATED"},
			{"with a wrong key", actor{bearer: "mk_wrong"}, "", 401, "UNAUTHENTICATED"},
			{"with a token of nobody", actor{bearer: "eyJhbGciOiJub25lIn0.e30."}, "", 401, "UNAUTHENTICATED"},
			{"under a foreign host", directory, "evil.example", 403, "FOREIGN_HOST"},
			{"with a session", w.alder.admin.actor, "", 403, "FORBIDDEN"},
			{"with a key that reads", reads, "", 403, "FORBIDDEN"},
			{"as the operator", w.operator, "", 403, "FORBIDDEN"},
		} {
			for _, path := range []string{"/scim/v2/Users", "/scim/v2/Groups", "/scim/v2/ServiceProviderConfig",
				"/scim/v2/Users/drec_0"} {
				r := w.request(http.MethodGet, path, nil)
				if c.host != "" {
					r.Host = c.host
				}
				c.as.credential(r)
				a := w.serve(r)
				if strings.HasSuffix(path, "Config") && a.status == http.StatusOK && c.host == "" {
					continue // the capabilities of the server are public
				}
				if a.status != c.status || !strings.Contains(a.header.Get("Content-Type"), "application/scim+json") ||
					a.code != c.code ||
					!strings.Contains(a.text, "urn:ietf:params:scim:api:messages:2.0:Error") {
					t.Errorf(
						`%s, %s: %d %s %q %.300s, want status = %v, Content-Type with "application/scim+json", `+
							`code = %v and text with "urn:ietf:params:scim:api:messages:2.0:Error"`,
						c.name, path, a.status, a.header.Get("Content-Type"), a.code, a.text, c.status, c.code)
				}
			}
		}
	})
}

// A dry run of requestAccess runs the same statements for an account that exists and for one that does not.
func TestARequestForAccessTellsOfNoAccount(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		as := w.birch.reader.actor
		ask := func(account string, dry bool) (answer, []string) {
			r := w.request(http.MethodPost, "/graphql",
				strings.NewReader(encoded(t, map[string]any{"query": document("requestAccess"),
					"variables": map[string]any{
						"input": input{"account": account, "roles": []string{"READER"},
							"serviceAccess": []string{"COMMUNITY"}, "dryRun": dry}}})))
			r.Header.Set("Content-Type", "application/json")
			as.credential(r)
			ctx, counter := store.WithCounter(r.Context())
			answered := w.payload(w.serve(r.WithContext(ctx)))
			return answered, slices.DeleteFunc(counter.Statements(), func(statement string) bool {
				return strings.Contains(statement, "PGNotify") // the queue wakes others now and then
			})
		}
		ask(w.birch.account.String(), true) // warms caches, so that they do not affect the comparison
		there, throughThere := ask(w.alder.account.String(), true)
		absent := missingID(w, w.alder.account.String())
		missing, throughMissing := ask(absent, true)
		if len(throughThere) != len(throughMissing) {
			t.Errorf("%d statements for an account that is there, %d for one that is not:\n%s\n--\n%s",
				len(throughThere), len(throughMissing),
				strings.Join(throughThere, "\n"), strings.Join(throughMissing, "\n"))
		}
		same := func(a, b answer) {
			t.Helper()
			if strings.ReplaceAll(a.text, w.alder.account.String(), "") != strings.ReplaceAll(b.text, absent, "") {
				t.Errorf("different answers:\n%s\n%s", a.text, b.text)
			}
		}
		same(there, missing)
		there, _ = ask(w.alder.account.String(), false)
		missing, _ = ask(absent, false)
		same(there, missing)
	})
}

// viewAs requires a sign-in within the last 15 minutes.
func TestNobodyViewsAsACustomerWithAnOldSession(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		in := input{"account": w.alder.account.String()}
		w.change(w.agent, "viewAs", in).ok(t)
		w.change(w.agent, "viewAs", input{}).ok(t)
		w.clock.Advance(16 * time.Minute)
		if a := w.change(w.agent, "viewAs", in); !a.refused() {
			t.Errorf("a session of 16 minutes: %s", a.text)
		}
		w.change(w.signIn("agent", w.agent.user), "viewAs", in).ok(t)
	})
}

// Sessions, links, keys and invitations that depend on an address end when it changes.
func TestNothingOutlivesTheAddressItRestsOn(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		const fresh = "fresh@alder.example"
		victim := w.alder.manager
		b := w.browser()
		b.follow(b.askLink(victim.email))
		key := w.key(b.as("by link"), input{"scopes": []string{"READ", "WRITE"}})
		waiting := w.browser().askLink(victim.email)
		invitation := w.invite(w.birch.admin.actor, w.birch.account.String(), victim.email)
		w.change(w.operator, "changeUserEmail", input{"user": victim.user.String(), "email": fresh}).ok(t)
		w.deliver()
		for name, as := range map[string]actor{"the session": b.as(""), "the key": key} {
			if a := w.query(as, "{ viewer { name } }", nil); a.code != "UNAUTHENTICATED" {
				t.Errorf(`%s goes on: %s, want code = "UNAUTHENTICATED"`, name, a.text)
			}
		}
		old := w.browser()
		old.follow(waiting)
		if old.who() != "" {
			t.Error("the link that was sent to the old address signs in")
		}
		old.follow(invitation, "name", "The old address")
		if m := w.membershipOf(victim.user, w.birch.account); m != nil {
			t.Error("the invitation to the old address makes its former owner a member")
		}
		if link := w.browser().askLink(victim.email); link != "" {
			t.Error("links go to the old address")
		}
		now := w.browser()
		now.follow(now.askLink(fresh))
		if now.who() == "" {
			t.Error("nobody comes in by the new address")
		}
		for _, address := range []string{victim.email, fresh} {
			told := false
			for _, letter := range w.mails.to(address) {
				told = told || strings.Contains(strings.ToLower(letter.Subject), "address")
			}
			if !told {
				t.Errorf("%s is not told", address)
			}
		}
	})
}

// A user is identified by the provider's subject: another subject of the same issuer with the same address is another
// user.
func TestAnotherSubjectOfAnIssuerIsSomebodyElse(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		p := newIDP(t)
		w := open(t, s, providers(p.described("own", "domains: [alder.example]")))
		b := w.browser()
		p.through(b, "own", proven("first", w.alder.admin.email))
		if b.who() != w.alder.admin.email {
			t.Fatalf("%q, want %v", b.who(), w.alder.admin.email)
		}
		// The provider has given the address to another person.
		again := w.browser()
		p.through(again, "own", proven("second", w.alder.admin.email))
		if again.who() != "" {
			t.Errorf("another subject is %s", again.who())
		}
		if a := w.query(p.accessToken(w, proven("second", w.alder.admin.email)), "{ viewer { name } }",
			nil); !a.refused() {
			t.Errorf("an access token of another subject: %s", a.text)
		}
	})
}

// The number of guesses of keys is limited for each client, and the limit does not affect other clients.
func TestFailedKeysAreLimitedForEachClient(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		key := w.key(w.alder.reader.actor, input{"scopes": []string{"READ"}})
		limited := false
		for n := range 2000 {
			guess := "mk_" + strings.Repeat(string(rune('A'+n%26)), 39)
			if n%2 == 0 {
				guess = "ms_" + guess
			}
			r := w.request(http.MethodPost, "/graphql", strings.NewReader(`{"query":"{ viewer { name } }"}`))
			r.RemoteAddr = "192.0.2.66:4711"
			r.Header.Set("Content-Type", "application/json")
			actor{bearer: guess}.credential(r)
			if a := w.serve(r); a.status == http.StatusTooManyRequests {
				limited = true
				break
			}
		}
		if !limited {
			t.Error("two thousand guesses of one client are not limited")
		}
		if a := w.query(key, "{ viewer { name } }", nil); a.refused() {
			t.Errorf("somebody else is kept out: %d %s", a.status, a.text)
		}
	}, func(o *app.Options) { o.FailedCredentials = 30 })
}
