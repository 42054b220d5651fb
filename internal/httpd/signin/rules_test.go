package signin_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// over returns a fixture with the real access service and two providers: "company" is required for its domain, and
// "open" is for everybody else.
func over(t *testing.T, db *store.Store, company, other *idp, producerBy ...string) (*fixture, *access.Service) {
	t.Helper()
	frozen := clock.Freeze(start)
	providers := providersFile(t, "providers:\n  - {code: company, name: Company, issuer: "+company.URL+
		", clientId: muniment, clientSecretFile: secret, domains: [customer.example], requireForDomains: true}\n"+
		"  - {code: open, name: Open, issuer: "+other.URL+", clientId: muniment, clientSecretFile: secret, audience: "+
		audience+"}\n")
	today, policy := func() day.Day { return day.Of(frozen.Now().Time()) }, signin.Policy(providers, producerBy)
	service := access.NewService(change.New(db, frozen.Now, access.NewAuthority(today).Under(policy)),
		access.Options{Today: today, Policy: policy})
	return open(t, db, func(o *signin.Options) { o.Access, o.Now, o.Providers = service, frozen.Now, providers }),
		service
}

// at begins a sign-in at a provider, and returns the query of its response.
func at(b *browser, code string) url.Values {
	there := b.get("/sign-in/provider/"+code).status(b.t, http.StatusSeeOther)
	address, err := url.Parse(there.Header.Get("Location"))
	if err != nil {
		b.t.Fatal(err)
	}
	if got, want := address.Query().Get("redirect_uri"), publicURL+"/sign-in/callback/"+code; got != want {
		b.t.Errorf("redirect address %s, want %s", got, want)
	}
	return url.Values{"state": {address.Query().Get("state")}, "code": {"x"}}
}

// TestMixUp checks that the response of one provider is never accepted as that of another.
func TestMixUp(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		d, _ := over(t, db, newIDP(t), newIDP(t))
		b := d.browser(t)
		answer := at(b, "open")
		b.get("/sign-in/callback/company?"+answer.Encode()).status(t, http.StatusBadRequest).contains(t,
			"SIGN_IN_LOST")
		b.get("/sign-in/callback/open?"+answer.Encode()).contains(t, "SIGN_IN_LOST") // used up
		b.get("/sign-in/callback?"+at(b, "open").Encode()).status(t, http.StatusBadRequest).contains(t,
			"CALLBACK_MOVED", "/sign-in/callback/CODE")
		b.get("/sign-in/callback/nobody?"+at(b, "open").Encode()).contains(t, "SIGN_IN_LOST")

		// An attempt is bound to the issuer that the settings named when it began.
		answer = at(b, "open")
		err := db.Write(store.WithScope(t.Context(), store.Everything()),
			func(ctx context.Context, tx store.Tx) error {
				return tx.Client().SignInAttempt.Update().SetIssuer("https://another.example").Exec(ctx)
			})
		if err != nil {
			t.Fatal(err)
		}
		b.get("/sign-in/callback/open?"+answer.Encode()).contains(t, "SIGN_IN_LOST")
	})
}

// TestRequiredSignInOnEveryWay tries links, another provider and its access tokens, for a domain with a required
// provider and for the producer's people.
func TestRequiredSignInOnEveryWay(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		engine := t // the providers of all cases stay open until its end: the address of a closed one may come back
		everything := store.WithScope(t.Context(), store.Everything())
		for name, test := range map[string]struct {
			address    string
			producer   bool
			producerBy []string
			free       bool
		}{
			"a customer's domain":           {"lee@customer.example", false, nil, false},
			"an operator of such a domain":  {"ina@customer.example", true, nil, false},
			"an operator, limited":          {"kim@producer.example", true, []string{"company"}, false},
			"an operator, limited to it":    {"bo@producer.example", true, []string{"open"}, false},
			"an operator, not limited":      {"ada@producer.example", true, nil, true},
			"a customer, operators limited": {"may@else.example", false, []string{"company"}, true},
		} {
			t.Run(name, func(t *testing.T) {
				p := newIDP(engine)
				d, service := over(t, db, newIDP(engine), p, test.producerBy...)
				id := gid.New(gid.User, gid.NewLocality())
				err := db.Write(everything, func(ctx context.Context, tx store.Tx) error {
					create := tx.Client().User.Create().SetID(id).SetUserName(test.address).SetEmail(test.address).
						SetEmailKey(test.address).
						SetActive(true).SetShared(false).SetCreatedAt(start).SetUpdatedAt(start)
					if test.producer {
						create.SetProducerRole(vocabulary.ProducerRoleOperator)
					}
					if err := create.Exec(ctx); err != nil {
						return err
					}
					return tx.Client().Identity.Create().SetUserID(id).SetIssuer(p.URL).SetSubject(subject).
						SetCreatedAt(start).Exec(ctx)
				})
				if err != nil {
					t.Fatal(err)
				}
				link, _, err := service.NewLink(t.Context(), vocabulary.LinkPurposeSignIn, id, "mail "+name, "/")
				if err != nil {
					t.Fatal(err)
				}
				byProvider := test.free || test.producerBy != nil && test.producerBy[0] == "open"
				d.browser(t).get("/sign-in/link/"+link).status(t,
					map[bool]int{true: http.StatusOK, false: http.StatusForbidden}[test.free])
				if got := d.browser(t).post("/sign-in/link/" + link); test.free {
					got.leads(t, "/")
				} else {
					got.status(t, http.StatusForbidden).contains(t, "PROVIDER_REQUIRED")
				}
				b := d.browser(t)
				there := b.get("/sign-in/provider/open").status(t, http.StatusSeeOther)
				address, err := url.Parse(there.Header.Get("Location"))
				if err != nil {
					t.Fatal(err)
				}
				p.set(func() {
					p.codes["code"] = [2]string{address.Query().Get("code_challenge"), address.Query().Get("nonce")}
				})
				got := b.get("/sign-in/callback/open?" + url.Values{"state": {address.Query().Get("state")},
					"code": {"code"}}.Encode())
				if byProvider {
					got.leads(t, "/")
				} else {
					got.status(t, http.StatusForbidden).contains(t, "PROVIDER_REQUIRED")
				}
				r := httptest.NewRequest(http.MethodPost, publicURL+"/graphql", nil)
				r.Header.Set("Authorization", "Bearer "+p.sign(p.access()))
				if v, err := d.Authenticate(r); byProvider != (v != nil) || !byProvider &&
					fault.CodeOf(err) != access.ProviderRequired {
					t.Errorf("access token: %+v, %v", v, err)
				}
			})
		}
	})
}

// In TestADirectoryCannotImpersonateAUser, a person in B's directory signs in and creates a key. Then the directory
// gives the record the name and the address of a person at A, whom A invites. The session and the key must not get
// that person's rights.
func TestADirectoryCannotImpersonateAUser(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		everything := store.WithScope(t.Context(), store.Everything())
		d, service := over(t, db, newIDP(t), newIDP(t))
		attacker, record, account := gid.New(gid.User, gid.NewLocality()), gid.New(gid.DirectoryRecord, 1),
			gid.New(gid.Account, gid.NewLocality())
		write := func(change func(ctx context.Context, c *ent.Client) error) {
			t.Helper()
			if err := db.Write(everything, func(ctx context.Context, tx store.Tx) error {
				return change(ctx, tx.Client())
			}); err != nil {
				t.Fatal(err)
			}
		}
		addUser(t, db, attacker, "evil@b.example")
		write(func(ctx context.Context, c *ent.Client) error {
			err := c.Account.Create().SetID(account).SetName("B").SetNameKey("b").
				SetKind(vocabulary.AccountKindCustomer).SetVisible(true).
				SetCreatedAt(start).SetUpdatedAt(start).Exec(ctx)
			if err != nil {
				return err
			}
			return c.DirectoryRecord.Create().SetID(record).SetAccountID(account).SetUserName("evil").
				SetUserNameKey("evil").
				SetEmail("evil@b.example").SetEmailKey("evil@b.example").SetActive(true).SetUserID(attacker).
				SetLinkedAt(start).
				SetCreatedAt(start).SetUpdatedAt(start).Exec(ctx)
		})
		link := func(subject gid.ID) (string, error) {
			token, _, err := service.NewLink(t.Context(), vocabulary.LinkPurposeSignIn, subject,
				"mail to "+subject.String(), "/")
			return token, err
		}
		token, err := link(attacker)
		if err != nil {
			t.Fatal(err)
		}
		b := d.browser(t)
		b.post("/sign-in/link/"+token).leads(t, "/")
		v, err := service.Session(t.Context(), b.cookies["__Host-muniment"])
		if err != nil || v.User != attacker {
			t.Fatalf("%+v, %v, want User = %v", v, err, attacker)
		}
		write(func(ctx context.Context, c *ent.Client) error {
			return c.DirectoryRecord.UpdateOneID(record).SetUserName("victim").SetUserNameKey("victim").
				SetEmail("victim@a.example").
				SetEmailKey("victim@a.example").Exec(ctx)
		})
		// No link for the record is mailed to the victim, since that would sign in as the attacker.
		if got, err := service.Addressees(t.Context(), "victim@a.example"); len(got) != 0 || err != nil {
			t.Errorf("%+v, %v, want none", got, err)
		}
		if token, err := link(record); err == nil {
			d.browser(t).get("/sign-in/link/"+token).status(t, http.StatusGone)
			d.browser(t).post("/sign-in/link/"+token).status(t, http.StatusGone).contains(t, "LINK_INVALID")
		}
		// The real person signs in with a provider, and is not linked to the attacker's user.
		claims := access.Claims{Provider: "open", Issuer: "https://a.example", Subject: "victim",
			Email: "victim@a.example", EmailVerified: true}
		if who, _, err := service.Identify(t.Context(), claims); who == attacker ||
			fault.CodeOf(err) != access.NotKnown {
			t.Errorf("%v, %v, want who != %v and code = %v", who, err, attacker, access.NotKnown)
		}
		now, err := service.Session(t.Context(), b.cookies["__Host-muniment"])
		if err != nil || now.User != attacker || len(now.Grants) != 0 {
			t.Errorf("%+v, %v, want User = %v and len(Grants) = 0", now, err, attacker)
		}
		if u := db.Client().User.GetX(everything, attacker); *u.Email != "evil@b.example" {
			t.Errorf("the user has the address %s", *u.Email)
		}
	})
}
