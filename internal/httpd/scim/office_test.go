//go:build shelved

package scim_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/scim"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

var today = day.Date(2026, 11, 22)

// office is two customers, Alder and Birch, each with a directory, and the server that both talk to.
type office struct {
	t            *testing.T
	store        *store.Store
	clock        *clock.Frozen
	server       *httptest.Server
	alder, birch gid.ID
}

// each runs a test on both engines.
func each(t *testing.T, test func(t *testing.T, o *office)) {
	t.Helper()
	database.Each(t, func(t *testing.T, s *store.Store) { test(t, open(t, s)) })
}

func open(t *testing.T, s *store.Store) *office {
	t.Helper()
	o := &office{t: t, store: s, clock: clock.Freeze(clock.At(today.Time()))}
	o.alder, o.birch = o.account("Alder"), o.account("Birch")
	handler := scim.New(scim.Options{Changes: change.New(s, o.clock.Now), Access: ender{}, Members: rules{}, Today: func() day.Day { return today },
		PublicURL: "https://licenses.example.com/"})
	viewers := map[string]*viewer.Viewer{
		"alder": directoryOf(t, o.alder), "birch": directoryOf(t, o.birch),
		"reader": o.key(o.alder, vocabulary.KeyScopeRead), "operator": viewer.CommandLine(),
	}
	o.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if who := viewers[strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")]; who != nil {
			r = r.WithContext(viewer.With(r.Context(), who))
		}
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(o.server.Close)
	return o
}

func directoryOf(t *testing.T, account gid.ID) *viewer.Viewer {
	return (&office{t: t}).key(account, vocabulary.KeyScopeProvision)
}

func (o *office) key(account gid.ID, scope vocabulary.KeyScope) *viewer.Viewer {
	scopes, err := vocabulary.KeyScopes(scope)
	o.must(err)
	return (&viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, CredentialID: gid.New(gid.APIKey, account.Locality()), Name: "directory",
		Scopes: scopes, Grants: []viewer.Grant{{Account: account, Accounts: []gid.ID{account}}}}).Settle()
}

func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) all() context.Context {
	return viewer.With(context.WithoutCancel(o.t.Context()), viewer.System())
}

// write changes rows behind the server's back.
func (o *office) write(change func(ctx context.Context, c *ent.Client) error) {
	o.t.Helper()
	o.must(o.store.Write(o.all(), func(ctx context.Context, tx store.Tx) error { return change(ctx, tx.Client()) }))
}

func (o *office) account(name string) gid.ID {
	o.t.Helper()
	id := gid.New(gid.Account, gid.NewLocality())
	o.write(func(ctx context.Context, c *ent.Client) error {
		return c.Account.Create().SetID(id).SetName(name).SetNameKey(name).SetKind(vocabulary.AccountKindCustomer).SetVisible(true).
			SetCreatedAt(o.clock.Now()).SetUpdatedAt(o.clock.Now()).Exec(ctx)
	})
	return id
}

// person makes a user behind the server's back, with a membership with these roles in each account.
func (o *office) person(userName, email string, roles []vocabulary.Role, accounts ...gid.ID) gid.ID {
	o.t.Helper()
	id := gid.New(gid.User, gid.NewLocality())
	set, err := vocabulary.Roles(roles...)
	o.must(err)
	o.write(func(ctx context.Context, c *ent.Client) error {
		create := c.User.Create().SetID(id).SetUserName(userName).SetActive(true).SetShared(false).SetFirstName("As").SetLastName("Before").
			SetCreatedAt(o.clock.Now()).SetUpdatedAt(o.clock.Now())
		if email != "" {
			create.SetEmail(email).SetEmailKey(strings.ToLower(email))
		}
		if err := create.Exec(ctx); err != nil {
			return err
		}
		for _, account := range accounts {
			if err := c.Membership.Create().SetID(gid.New(gid.Membership, account.Locality())).SetAccountID(account).SetUserID(id).SetRoles(set).
				SetServiceAccess(0).SetIncludeSubAccounts(false).SetCreatedAt(o.clock.Now()).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	return id
}

func (o *office) membershipOf(user, account gid.ID) *ent.Membership {
	o.t.Helper()
	m, err := o.store.Client().Membership.Query().Where(membership.UserID(user), membership.AccountID(account)).WithUser().Only(o.all())
	o.must(err)
	return m
}

func (o *office) membership(id string) *ent.Membership {
	o.t.Helper()
	key, err := gid.Parse(id)
	o.must(err)
	m, err := o.store.Client().Membership.Query().Where(membership.ID(key)).WithUser().Only(o.all())
	o.must(err)
	return m
}

// signIn gives a user a session and a key.
func (o *office) signIn(user gid.ID) {
	o.t.Helper()
	o.write(func(ctx context.Context, c *ent.Client) error {
		id, later := gid.New(gid.Session, user.Locality()), o.clock.Now()+clock.Instant(time.Hour.Microseconds())
		if err := c.Session.Create().SetID(id).SetUserID(user).SetTokenHash(id.String()).SetMethod(vocabulary.SignInMethodLink).
			SetCreatedAt(o.clock.Now()).SetLastSeenAt(o.clock.Now()).SetExpiresAt(later).Exec(ctx); err != nil {
			return err
		}
		return c.APIKey.Create().SetID(gid.New(gid.APIKey, user.Locality())).SetSecretHash("key " + id.String()).SetHint("mk_").SetName("own").
			SetUserID(user).SetScopes(vocabulary.EveryKeyScope).SetCreatedAt(o.clock.Now()).SetExpiresAt(later).Exec(ctx)
	})
}

// open tells how many sessions and keys a user has that are still good.
func (o *office) open(user gid.ID) int {
	o.t.Helper()
	sessions, err := o.store.Client().Session.Query().Where(session.UserID(user)).Count(o.all())
	o.must(err)
	keys, err := o.store.Client().APIKey.Query().Where(apikey.UserID(user), apikey.RevokedAtIsNil()).Count(o.all())
	o.must(err)
	return sessions + keys
}

// ender ends sessions and keys as the real one does.
type ender struct{}

func (ender) EndOf(ctx context.Context, tx store.Tx, user gid.ID) error {
	_, err := tx.Client().Session.Delete().Where(session.UserID(user)).Exec(ctx)
	return err
}

func (ender) EndKeysOf(ctx context.Context, tx store.Tx, user gid.ID, now clock.Instant) (int, error) {
	return tx.Client().APIKey.Update().Where(apikey.UserID(user), apikey.RevokedAtIsNil()).SetRevokedAt(now).Save(ctx)
}

// rules are the rules of members in small.
type rules struct{}

func (rules) Regroup(ctx context.Context, tx store.Tx, memberships []gid.ID) error {
	for _, id := range memberships {
		rows, err := tx.Client().DirectoryGroupMember.Query().Where(directorygroupmember.MembershipID(id)).All(ctx)
		if err != nil {
			return err
		}
		var (
			roles    vocabulary.RoleSet
			services vocabulary.ServiceSet
		)
		for _, row := range rows {
			g, err := tx.Client().DirectoryGroup.Query().Where(directorygroup.ID(row.DirectoryGroupID)).Only(ctx)
			if err != nil {
				return err
			}
			roles, services = roles|g.Roles, services|g.ServiceAccess
		}
		if err := tx.Client().Membership.Update().Where(membership.ID(id)).SetGroupRoles(roles).SetGroupServices(services).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (rules) GuardLastAdministrator(ctx context.Context, tx store.Tx, account gid.ID) error {
	rows, err := tx.Client().Membership.Query().Where(membership.AccountID(account), membership.SuspendedAtIsNil()).All(ctx)
	if err != nil {
		return err
	}
	for _, m := range rows {
		if (m.Roles | m.GroupRoles).Has(vocabulary.RoleAccountAdministrator) {
			return nil
		}
	}
	return fault.New("LAST_ADMINISTRATOR", "", "The account would have no administrator left.", "Make somebody else an administrator first.")
}

// request is one request of a directory.
type request struct {
	as, method, path string
	body             any
	header           http.Header
}

// answer is what the server said.
type answer struct {
	t      *testing.T
	status int
	header http.Header
	text   string
	body   map[string]any
}

func (o *office) send(r request) answer {
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
			o.t.Errorf("%s %s: media type %q", r.method, r.path, media)
		}
	}
	return a
}

func (o *office) get(path string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodGet, path: path})
}

func (o *office) post(path, body string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodPost, path: path, body: body})
}

func (o *office) put(path, body string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodPut, path: path, body: body})
}

// patch sends operations, which are the inside of a JSON list.
func (o *office) patch(path, operations string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodPatch, path: path,
		body: `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[` + operations + `]}`})
}

func (o *office) delete(path string) answer {
	o.t.Helper()
	return o.send(request{as: "alder", method: http.MethodDelete, path: path})
}

// user makes a user by SCIM and returns the id.
func (o *office) user(as, userName string) string {
	o.t.Helper()
	a := o.send(request{as: as, method: http.MethodPost, path: "/Users", body: map[string]any{"userName": userName}})
	return a.want(http.StatusCreated).id()
}

// want checks the status.
func (a answer) want(status int) answer {
	a.t.Helper()
	if a.status != status {
		a.t.Fatalf("status %d, want %d: %.600s", a.status, status, a.text)
	}
	return a
}

// refused checks the shape of an error.
func (a answer) refused(status int, kind string) answer {
	a.t.Helper()
	a.want(status)
	got, _ := a.body["scimType"].(string)
	if got != kind || a.body["status"] != jsonOf(status) ||
		!reflect.DeepEqual(a.body["schemas"], []any{"urn:ietf:params:scim:api:messages:2.0:Error"}) || a.body["detail"] == "" {
		a.t.Errorf("want %d with %q: %.400s", status, kind, a.text)
	}
	for _, word := range []string{"SELECT", "sqlite", "ent:", ".go", "goroutine"} {
		if strings.Contains(a.text, word) {
			a.t.Errorf("the answer tells of the inside: %.400s", a.text)
		}
	}
	return a
}

func jsonOf(v any) string { text, _ := json.Marshal(v); return string(text) }

func (a answer) id() string {
	a.t.Helper()
	id, _ := a.body["id"].(string)
	if id == "" {
		a.t.Fatalf("no id: %.400s", a.text)
	}
	return id
}

// at reads a value by a path of keys and indexes joined by dots.
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

// ids lists the ids of a list.
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

// names lists an attribute of the resources of a list.
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
