package scim_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/scim"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

var today = day.Date(2026, 11, 22)

// fixture is a server with two customers, Alder and Birch, each with a directory and a proven domain.
type fixture struct {
	*app.Services
	t            *testing.T
	store        *store.Store
	clock        *clock.Frozen
	server       *httptest.Server
	alder, birch gid.ID
}

// each runs a test on both engines.
func each(t *testing.T, test func(t *testing.T, o *fixture)) {
	t.Helper()
	database.Each(t, func(t *testing.T, s *store.Store) { test(t, open(t, s)) })
}

func open(t *testing.T, s *store.Store) *fixture {
	t.Helper()
	o := &fixture{t: t, store: s, clock: clock.Freeze(clock.At(today.Time()))}
	var err error
	o.Services, err = app.NewServices(app.Base{DB: s,
		From: mail.Sender{Name: "Licensing", Address: "licensing@example.com"},
		Log:  slog.New(slog.DiscardHandler), Now: o.clock.Now, Today: func() day.Day { return today },
		Policy: access.Policy{Providers: []access.PolicyProvider{{Code: "idp", Name: "Provider",
			Domains: []string{"alder.example", "else.example"}}}}})
	o.must(err)
	o.alder, o.birch = o.account("Alder"), o.account("Birch")
	o.proven(o.alder, "alder.example")
	o.proven(o.birch, "birch.example")
	handler := scim.New(scim.Options{Directory: o.Directories, Store: s, PublicURL: "https://licenses.example.com/"})
	secrets := map[string]string{
		"alder": o.key(access.NewKey{Name: "directory", Account: o.alder,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeProvision},
			Roles:  administrator, Services: vocabulary.EveryService.List()}),
		"narrow": o.key(access.NewKey{Name: "narrow", Account: o.alder,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeProvision}}),
		"birch": o.key(access.NewKey{Name: "directory", Account: o.birch,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeProvision}}),
		"reader": o.key(access.NewKey{Name: "reader", Account: o.alder,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}}),
		"operator": o.key(access.NewKey{Name: "operator", Producer: vocabulary.ProducerRoleOperator,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}}),
	}
	o.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if secret := secrets[strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")]; secret != "" {
			who, err := o.Access.Bearer(r.Context(), secret)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			r = r.WithContext(viewer.With(r.Context(), who))
		}
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(o.server.Close)
	return o
}

// key makes a key and returns its secret.
func (o *fixture) key(n access.NewKey) string {
	o.t.Helper()
	_, secret, err := o.Access.CreateKey(o.all(), change.Request{Action: "createApiKey"}, n)
	o.must(err)
	return secret
}

// proven marks a domain as proven for an account.
func (o *fixture) proven(account gid.ID, domain string) {
	o.t.Helper()
	o.write(func(ctx context.Context, c *ent.Client) error {
		return c.DomainProof.Create().SetAccountID(account).SetDomain(domain).SetChallenge("x").SetProvenAt(1).
			SetCreatedAt(1).Exec(ctx)
	})
}

// prove records that a user has proven an address, as a sign-in does.
func (o *fixture) prove(id gid.ID, address string) {
	o.t.Helper()
	_, err := o.Changes.Do(o.all(), change.Request{Action: "signIn"},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			u, err := tx.Client().User.Get(ctx, id)
			if err != nil {
				return err
			}
			return o.Directories.Link(ctx, tx, done, u, address)
		})
	o.must(err)
}

// arrive creates a user who has proven an address.
func (o *fixture) arrive(address string) gid.ID {
	o.t.Helper()
	id := o.person(address, address, nil)
	o.prove(id, address)
	return id
}

func (o *fixture) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *fixture) all() context.Context {
	return viewer.With(context.WithoutCancel(o.t.Context()), viewer.System())
}

// write changes rows directly in the database.
func (o *fixture) write(change func(ctx context.Context, c *ent.Client) error) {
	o.t.Helper()
	o.must(o.store.Write(o.all(), func(ctx context.Context, tx store.Tx) error { return change(ctx, tx.Client()) }))
}

func (o *fixture) account(name string) gid.ID {
	o.t.Helper()
	id := gid.New(gid.Account, gid.NewLocality())
	o.write(func(ctx context.Context, c *ent.Client) error {
		err := c.Account.Create().SetID(id).SetName(name).SetNameKey(name).SetKind(vocabulary.AccountKindCustomer).
			SetVisible(true).
			SetCreatedAt(o.clock.Now()).SetUpdatedAt(o.clock.Now()).Exec(ctx)
		if err != nil {
			return err
		}
		return c.AccountPath.Create().SetAncestorID(id).SetDescendantID(id).SetDepth(0).Exec(ctx)
	})
	return id
}

// person creates a user directly in the database, with a membership with the roles in each account.
func (o *fixture) person(userName, address string, roles []vocabulary.Role, accounts ...gid.ID) gid.ID {
	o.t.Helper()
	id := gid.New(gid.User, gid.NewLocality())
	set, err := vocabulary.Roles(roles...)
	o.must(err)
	o.write(func(ctx context.Context, c *ent.Client) error {
		create := c.User.Create().SetID(id).SetUserName(userName).SetUserNameKey(email.UserNameKey(userName)).
			SetActive(true).SetShared(false).SetFirstName("As").
			SetLastName("Before").
			SetCreatedAt(o.clock.Now()).SetUpdatedAt(o.clock.Now())
		if address != "" {
			create.SetEmail(address).SetEmailKey(strings.ToLower(address))
		}
		if err := create.Exec(ctx); err != nil {
			return err
		}
		for _, account := range accounts {
			if err := c.Membership.Create().SetID(gid.New(gid.Membership, account.Locality())).SetAccountID(account).
				SetUserID(id).SetRoles(set).
				SetServiceAccess(0).SetIncludeSubAccounts(false).SetCreatedAt(o.clock.Now()).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	return id
}

func (o *fixture) membershipOf(user, account gid.ID) *ent.Membership {
	o.t.Helper()
	m, err := o.store.Client().Membership.Query().Where(membership.UserID(user), membership.AccountID(account)).
		WithUser().Only(o.all())
	o.must(err)
	return m
}

// isMember reports whether a user has a membership in an account.
func (o *fixture) isMember(user, account gid.ID) bool {
	o.t.Helper()
	is, err := o.store.Client().Membership.Query().Where(membership.UserID(user), membership.AccountID(account)).
		Exist(o.all())
	o.must(err)
	return is
}

func (o *fixture) record(id string) *ent.DirectoryRecord {
	o.t.Helper()
	key, err := gid.Parse(id)
	o.must(err)
	r, err := o.store.Client().DirectoryRecord.Get(o.all(), key)
	o.must(err)
	return r
}

// membership returns the membership of the user to whom a record is linked.
func (o *fixture) membership(id string) *ent.Membership {
	o.t.Helper()
	r := o.record(id)
	if r.UserID == nil {
		o.t.Fatalf("%s is not linked to a user", id)
	}
	return o.membershipOf(*r.UserID, r.AccountID)
}

// signIn gives a user a session and a key.
func (o *fixture) signIn(user gid.ID) {
	o.t.Helper()
	o.write(func(ctx context.Context, c *ent.Client) error {
		id, later := gid.New(gid.Session, user.Locality()), o.clock.Now()+clock.Instant(time.Hour.Microseconds())
		if err := c.Session.Create().SetID(id).SetUserID(user).SetTokenHash(id.String()).
			SetMethod(vocabulary.SignInMethodLink).
			SetCreatedAt(o.clock.Now()).SetLastSeenAt(o.clock.Now()).SetExpiresAt(later).Exec(ctx); err != nil {
			return err
		}
		return c.APIKey.Create().SetID(gid.New(gid.APIKey, user.Locality())).SetSecretHash("key " + id.String()).
			SetHint("mk_").SetName("own").
			SetUserID(user).SetScopes(vocabulary.EveryKeyScope).SetCreatedAt(o.clock.Now()).SetExpiresAt(later).
			Exec(ctx)
	})
}

// open returns how many valid sessions and keys a user has.
func (o *fixture) open(user gid.ID) int {
	o.t.Helper()
	sessions, err := o.store.Client().Session.Query().Where(session.UserID(user)).Count(o.all())
	o.must(err)
	keys, err := o.store.Client().APIKey.Query().Where(apikey.UserID(user), apikey.RevokedAtIsNil()).Count(o.all())
	o.must(err)
	return sessions + keys
}

// request is one request of a directory.
type request struct {
	as, method, path string
	body             any
	header           http.Header
}

// answer is a response of the server.
type answer struct {
	t      *testing.T
	status int
	header http.Header
	text   string
	body   map[string]any
}

func (o *fixture) send(r request) answer {
	o.t.Helper()
	var body io.Reader
	switch b := r.body.(type) {
	case nil:
	case string:
		body = strings.NewReader(b)
	default:
		text, err := json.Marshal(b)
		o.must(err)
		body = bytes.NewReader(text)
	}
	path := r.path
	if before, filter, found := strings.Cut(path, "filter="); found {
		filter, rest, more := strings.Cut(filter, "&")
		if path = before + "filter=" + url.QueryEscape(filter); more {
			path += "&" + rest
		}
	}
	sent, err := http.NewRequestWithContext(o.t.Context(), r.method, o.server.URL+"/scim/v2"+path, body)
	o.must(err)
	if r.as != "" {
		sent.Header.Set("Authorization", "Bearer "+r.as)
	}
	if body != nil {
		sent.Header.Set("Content-Type", "application/scim+json; charset=utf-8")
	}
	for name, values := range r.header {
		sent.Header[name] = values
	}
	got, err := http.DefaultClient.Do(sent)
	o.must(err)
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	o.must(err)
	a := answer{t: o.t, status: got.StatusCode, header: got.Header, text: string(text)}
	if len(text) > 0 {
		if err := json.Unmarshal(text, &a.body); err != nil {
			o.t.Fatalf("%s %s: not JSON: %.400s", r.method, r.path, text)
		}
		if media := got.Header.Get("Content-Type"); !strings.HasPrefix(media, "application/scim+json") {
			o.t.Errorf(`%s %s: media type %q, want "application/scim+json" at its beginning`, r.method, r.path, media)
		}
	}
	return a
}

func (o *fixture) get(path string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodGet, path: path})
}

func (o *fixture) post(path, body string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodPost, path: path, body: body})
}

func (o *fixture) put(path, body string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodPut, path: path, body: body})
}

// patch sends operations, given as the elements of a JSON list.
func (o *fixture) patch(path, operations string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodPatch, path: path,
		body: `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[` + operations + `]}`})
}

func (o *fixture) delete(path string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodDelete, path: path})
}

// user creates a user by SCIM and returns the id.
func (o *fixture) user(as, userName string) string {
	o.t.Helper()
	a := o.send(request{as: as, method: http.MethodPost, path: "/Users", body: map[string]any{"userName": userName}})
	return a.want(http.StatusCreated).id()
}

// linked creates a user by SCIM in Alder's directory, who proves the address at once, and returns the id.
func (o *fixture) linked(name string) string {
	o.t.Helper()
	id := o.user("alder", name+"@alder.example")
	o.arrive(name + "@alder.example")
	return id
}

// want checks the status.
func (a answer) want(status int) answer {
	a.t.Helper()
	if a.status != status {
		a.t.Fatalf("status %d, want %d: %.600s", a.status, status, a.text)
	}
	return a
}

// refused checks the form of an error.
func (a answer) refused(status int, kind string) answer {
	a.t.Helper()
	a.want(status)
	got, _ := a.body["scimType"].(string)
	if got != kind || a.body["status"] != jsonOf(status) ||
		!reflect.DeepEqual(a.body["schemas"], []any{"urn:ietf:params:scim:api:messages:2.0:Error"}) ||
		a.body["detail"] == "" {
		a.t.Errorf("want %d with %q: %.400s", status, kind, a.text)
	}
	if detail, _ := a.body["detail"].(string); !coded.MatchString(detail) {
		a.t.Errorf("the detail does not begin with a code: %.400s", a.text)
	}
	for _, word := range []string{"SELECT", "sqlite", "ent:", ".go", "goroutine"} {
		if strings.Contains(a.text, word) {
			a.t.Errorf("the response reveals internal details: %.400s", a.text)
		}
	}
	return a
}

// coded matches the code at the beginning of a detail.
var coded = regexp.MustCompile(`^[A-Z_]+: \S`)

func jsonOf(v any) string { text, _ := json.Marshal(v); return string(text) }

func (a answer) id() string {
	a.t.Helper()
	id, _ := a.body["id"].(string)
	if id == "" {
		a.t.Fatalf("no id: %.400s", a.text)
	}
	return id
}

// at returns the value at a path of keys and indexes joined by dots.
func at(value any, path string) any {
	for key := range strings.SplitSeq(path, ".") {
		switch v := value.(type) {
		case map[string]any:
			value = v[key]
		case []any:
			var i int
			if json.Unmarshal([]byte(key), &i) != nil || i >= len(v) {
				return nil
			}
			value = v[i]
		default:
			return nil
		}
	}
	return value
}

// holds compares values of the body by their paths.
func (a answer) holds(want map[string]any) answer {
	a.t.Helper()
	for path, value := range want {
		if got := at(a.body, path); jsonOf(got) != jsonOf(value) {
			a.t.Errorf("%s is %s, want %s", path, jsonOf(got), jsonOf(value))
		}
	}
	return a
}

// ids returns the ids of the resources of a list.
func (a answer) ids() []string {
	a.t.Helper()
	a.want(http.StatusOK)
	list, _ := a.body["Resources"].([]any)
	ids := []string{}
	for _, one := range list {
		ids = append(ids, at(one, "id").(string))
	}
	return ids
}

// names returns an attribute of the resources of a list.
func (a answer) names(attribute string) []string {
	a.t.Helper()
	a.want(http.StatusOK)
	list, _ := a.body["Resources"].([]any)
	names := []string{}
	for _, one := range list {
		name, _ := at(one, attribute).(string)
		names = append(names, name)
	}
	return names
}
