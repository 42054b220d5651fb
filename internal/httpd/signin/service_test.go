package signin_test

import (
	"context"
	"net/http"
	"net/http/httptest"
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
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// TestOverTheAccessService uses every sign-in method with the real access service.
func TestOverTheAccessService(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		frozen := clock.Freeze(start)
		p := newIDP(t)
		providers := providersFile(t, "providers:\n  - {code: company, name: Company, issuer: "+p.URL+
			", clientId: muniment, clientSecretFile: secret, audience: "+audience+"}\n")
		today, policy := func() day.Day { return day.Of(frozen.Now().Time()) }, signin.Policy(providers, nil)
		service := access.NewService(change.New(db, frozen.Now, access.NewAuthority(today).Under(policy)),
			access.Options{Today: today, Policy: policy}) // no Outbox, because no keys are created
		d := open(t, db, func(o *signin.Options) {
			o.Access, o.Now = service, frozen.Now
			o.Providers = providers
		})
		user := gid.New(gid.User, gid.NewLocality())
		addUser(t, db, user, "administrator@customer.example")
		everything := store.WithScope(t.Context(), store.Everything())

		who := func(b *browser) (*viewer.Viewer, error) {
			r := httptest.NewRequest(http.MethodPost, publicURL+"/graphql", nil)
			for name, value := range b.cookies {
				r.AddCookie(&http.Cookie{Name: name, Value: value})
			}
			return d.Authenticate(r)
		}
		in := func(t *testing.T, b *browser) *viewer.Viewer {
			t.Helper()
			v, err := who(b)
			if err != nil || v == nil || v.User != user || v.Credential != vocabulary.CredentialKindSession {
				t.Fatalf("%+v, %v, want v != nil, User = %v and Credential = %v", v, err, user,
					vocabulary.CredentialKindSession)
			}
			return v
		}
		out := func(t *testing.T, b *browser) {
			t.Helper()
			if v, err := who(b); v != nil || fault.CodeOf(err) != change.Unauthenticated {
				t.Errorf("%+v, %v, want v = nil and code = %v", v, err, change.Unauthenticated)
			}
		}

		t.Run("provider", func(t *testing.T) {
			b := d.browser(t)
			p.through(b, "/licenses").leads(t, "/licenses")
			v := in(t, b)
			row, err := db.Client().Session.Get(everything, v.CredentialID)
			if err != nil || row.Provider != "company" || row.ProviderSession != "session-1" ||
				row.ProviderSubject != subject ||
				row.Method != vocabulary.SignInMethodOpenID || row.Address != "192.0.2.1" {
				t.Errorf(
					`%+v, %v, want Provider = "company", ProviderSession = "session-1", ProviderSubject = %v, `+
						`Method = %v and Address = "192.0.2.1"`,
					row, err, subject, vocabulary.SignInMethodOpenID)
			}
			before := *b
			before.cookies = map[string]string{"__Host-muniment": b.cookies["__Host-muniment"]}
			p.through(b, "/").leads(t, "/")
			out(t, &before)
			in(t, b)
			kept := map[string]string{"__Host-muniment": b.cookies["__Host-muniment"]}
			b.post("/sign-out").leads(t, "/signed-out?provider=company")
			b.cookies = kept
			out(t, b)
		})

		t.Run("logout of the provider", func(t *testing.T) {
			b := d.browser(t)
			p.through(b, "/").leads(t, "/")
			in(t, b)
			tell(t, d, backchannel, p.sign(logoutClaims(p, "one"))).status(t, http.StatusOK)
			out(t, b)
		})

		t.Run("link", func(t *testing.T) {
			token, _, err := service.NewLink(t.Context(), vocabulary.LinkPurposeSignIn, user, "the first mail",
				"/licenses")
			if err != nil {
				t.Fatal(err)
			}
			b := d.browser(t)
			b.get("/sign-in/link/"+token).status(t, http.StatusOK).contains(t, "administrator")
			b.post("/sign-in/link/"+token).leads(t, "/licenses")
			in(t, b)
			d.browser(t).post("/sign-in/link/"+token).status(t, http.StatusGone).contains(t, "LINK_INVALID")
			late, _, err := service.NewLink(t.Context(), vocabulary.LinkPurposeSignIn, user, "the second mail", "")
			if err != nil {
				t.Fatal(err)
			}
			frozen.Advance(15 * 60 * 1e9)
			d.browser(t).get("/sign-in/link/"+late).status(t, http.StatusGone)
			frozen.Set(start)
		})

		t.Run("access token", func(t *testing.T) {
			r := httptest.NewRequest(http.MethodPost, publicURL+"/graphql", nil)
			r.Header.Set("Authorization", "Bearer "+p.sign(p.access()))
			v, err := d.Authenticate(r)
			if err != nil || v.User != user || v.Credential != vocabulary.CredentialKindAccessToken {
				t.Errorf("%+v, %v, want User = %v and Credential = %v", v, err, user,
					vocabulary.CredentialKindAccessToken)
			}
		})

		t.Run("somebody unknown", func(t *testing.T) {
			p.set(func() {
				p.forge = func(claims map[string]any) string {
					claims["sub"], claims["email"] = "subject-2", "nobody@nowhere.example"
					return p.sign(claims)
				}
			})
			defer p.set(func() { p.forge = nil })
			b := d.browser(t)
			p.through(b, "/").status(t, http.StatusForbidden).contains(t, "NOT_KNOWN")
			if b.cookies["__Host-muniment"] != "" {
				t.Error("an unknown person is signed in")
			}
		})

		t.Run("somebody who may not come in any more", func(t *testing.T) {
			b := d.browser(t)
			p.through(b, "/").leads(t, "/")
			err := db.Write(everything, func(ctx context.Context, tx store.Tx) error {
				return deactivate(ctx, tx.Client(), user)
			})
			if err != nil {
				t.Fatal(err)
			}
			out(t, b)
			p.through(d.browser(t), "/").status(t, http.StatusForbidden)
		})
	})
}

func deactivate(ctx context.Context, client *ent.Client, id gid.ID) error {
	return client.User.UpdateOneID(id).SetActive(false).Exec(ctx)
}
