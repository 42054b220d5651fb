package access_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

const today = "2026-11-22"

// world is a database with some accounts and users.
type world struct {
	*access.Service
	t     testing.TB
	db    *store.Store
	clock *clock.Frozen
	mails []mail.Message

	// dock is below harbor; meadow has neither parent nor child.
	harbor, dock, meadow gid.ID
	productLine          gid.ID

	// expected holds the directory records by address key; linked lists the addresses that were
	// proven, and by whom.
	expected map[string]gid.ID
	mu       sync.Mutex
	linked   []string
}

// policy knows a provider for every domain, and one that its domain requires.
var policy = access.Policy{Providers: []access.PolicyProvider{{Code: "open", Name: "Open"},
	{Code: "listed", Name: "Listed", Domains: []string{"listed.example"}},
	{Code: "strict", Name: "Strict", Domains: []string{"strict.example"}, Required: true}}}

// Expected implements access.Directories.
func (w *world) Expected(ctx context.Context, client *ent.Client, address string) (*ent.DirectoryRecord, error) {
	id := w.expected[email.Key(address)]
	if id == 0 {
		return nil, nil
	}
	return client.DirectoryRecord.Get(ctx, id)
}

// Link implements access.Directories.
func (w *world) Link(_ context.Context, _ store.Tx, _ *change.Record, u *ent.User, address string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.linked = append(w.linked, u.UserName+" "+address)
	return nil
}

func each(t *testing.T, test func(t *testing.T, w *world)) {
	t.Helper()
	database.Each(t, func(t *testing.T, db *store.Store) { test(t, newWorld(t, db)) })
}

func newWorld(t testing.TB, db *store.Store) *world {
	t.Helper()
	w := emptyWorld(t, db)
	w.harbor, w.dock, w.meadow = w.account("Harbor"), w.account("Dock"), w.account("Meadow")
	w.productLine = gid.New(gid.ProductLine, 0)
	w.write(func(ctx context.Context, c *ent.Client) error {
		if err := c.ProductLine.Create().SetID(w.productLine).SetName("Tide").SetCreatedAt(w.clock.Now()).
			Exec(ctx); err != nil {
			return err
		}
		return c.AccountPath.Create().SetAncestorID(w.harbor).SetDescendantID(w.dock).SetDepth(1).Exec(ctx)
	})
	return w
}

// emptyWorld is a world without accounts and users.
func emptyWorld(t testing.TB, db *store.Store) *world {
	t.Helper()
	w := &world{t: t, db: db, clock: clock.Freeze(clock.At(noon))}
	w.Service = w.another()
	return w
}

// another returns a second service on the same database, as in another process.
func (w *world) another() *access.Service {
	today := func() day.Day { return day.Of(w.clock.Now().Time()) }
	return access.NewService(change.New(w.db, w.clock.Now, access.NewAuthority(today).Under(policy)),
		access.Options{Today: today, Outbox: w, Directories: w, Policy: policy})
}

// Enqueue implements account.Outbox.
func (w *world) Enqueue(_ context.Context, _ store.Tx, message mail.Message) error {
	w.mails = append(w.mails, message)
	return nil
}

// Charge implements account.Outbox.
func (w *world) Charge(context.Context, store.Tx) error { return nil }

func (w *world) write(change func(ctx context.Context, c *ent.Client) error) {
	w.t.Helper()
	err := w.db.Write(database.Operator(w.t),
		func(ctx context.Context, tx store.Tx) error { return change(ctx, tx.Client()) })
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) account(name string) gid.ID {
	id := gid.New(gid.Account, gid.NewLocality())
	w.write(func(ctx context.Context, c *ent.Client) error {
		err := c.Account.Create().SetID(id).SetName(name).SetNameKey(name).SetKind(vocabulary.AccountKindCustomer).
			SetVisible(true).
			SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
		if err != nil {
			return err
		}
		return c.AccountPath.Create().SetAncestorID(id).SetDescendantID(id).SetDepth(0).Exec(ctx)
	})
	return id
}

func (w *world) user(name string, more ...func(*ent.UserCreate)) gid.ID {
	id := gid.New(gid.User, gid.NewLocality())
	w.write(func(ctx context.Context, c *ent.Client) error {
		create := c.User.Create().SetID(id).SetUserName(name).SetUserNameKey(email.UserNameKey(name)).
			SetActive(true).SetShared(false).SetCreatedAt(1).
			SetUpdatedAt(1)
		for _, m := range more {
			m(create)
		}
		return create.Exec(ctx)
	})
	return id
}

func withEmail(address string) func(*ent.UserCreate) {
	return func(c *ent.UserCreate) { c.SetEmail(address).SetEmailKey(email.Key(address)) }
}

func inactive(c *ent.UserCreate) { c.SetActive(false) }

func of(role vocabulary.ProducerRole) func(*ent.UserCreate) {
	return func(c *ent.UserCreate) { c.SetProducerRole(role) }
}

func (w *world) member(user, account gid.ID, more ...func(*ent.MembershipCreate)) gid.ID {
	id := gid.New(gid.Membership, account.Locality())
	w.write(func(ctx context.Context, c *ent.Client) error {
		create := c.Membership.Create().SetID(id).SetAccountID(account).SetUserID(user).
			SetRoles(roles(vocabulary.RoleReader)).
			SetServiceAccess(vocabulary.EveryService).SetIncludeSubAccounts(false).SetCreatedAt(1)
		for _, m := range more {
			m(create)
		}
		return create.Exec(ctx)
	})
	return id
}

func below(c *ent.MembershipCreate) { c.SetIncludeSubAccounts(true) }

func administrator(c *ent.MembershipCreate) { c.SetRoles(roles(vocabulary.RoleAccountAdministrator)) }

func roles(list ...vocabulary.Role) vocabulary.RoleSet {
	set, err := vocabulary.Roles(list...)
	if err != nil {
		panic(err)
	}
	return set
}

func services(list ...vocabulary.Service) vocabulary.ServiceSet {
	set, err := vocabulary.Services(list...)
	if err != nil {
		panic(err)
	}
	return set
}

func sorted(ids ...gid.ID) []gid.ID { return slices.Sorted(slices.Values(ids)) }

// session signs a user in and returns the token.
func (w *world) session(user gid.ID) string {
	w.t.Helper()
	token, _, err := w.Begin(w.t.Context(), access.NewSession{User: user, Method: vocabulary.SignInMethodLink})
	if err != nil {
		w.t.Fatal(err)
	}
	return token
}

// as returns the context of a user who has signed in.
func (w *world) as(user gid.ID) context.Context {
	w.t.Helper()
	return w.within(w.session(user))
}

func (w *world) within(token string) context.Context {
	w.t.Helper()
	return viewer.With(w.t.Context(), w.must(w.Session(w.t.Context(), token)))
}

func (w *world) must(v *viewer.Viewer, err error) *viewer.Viewer {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

// key creates a key and returns its secret and id.
func (w *world) key(ctx context.Context, n access.NewKey) (string, gid.ID) {
	w.t.Helper()
	if n.Name == "" {
		n.Name = "nightly"
	}
	if n.Scopes == nil {
		n.Scopes = []vocabulary.KeyScope{vocabulary.KeyScopeRead}
	}
	outcome, secret, err := w.CreateKey(ctx, change.Request{Action: "createApiKey"}, n)
	if err != nil {
		w.t.Fatal(err)
	}
	return secret, outcome.IDs[0]
}

// refused fails the test unless err is a fault with the code and the field.
func (w *world) refused(err error, code fault.Code, field string) {
	w.t.Helper()
	for _, f := range change.Refusals(err) {
		if f.Code == code && f.Field == field {
			if f.Message == "" || f.Remedy == "" {
				w.t.Errorf("%s has no message or remedy: %+v", code, f)
			}
			return
		}
	}
	w.t.Errorf("%v, want %s at %q", err, code, field)
}

func (w *world) unauthenticated(v *viewer.Viewer, err error) {
	w.t.Helper()
	if v != nil {
		w.t.Errorf("authenticated: %+v, want nil", v)
	}
	w.refused(err, change.Unauthenticated, "")
}

// actions returns the entries of the audit log so far: account, actor, action and subject.
func (w *world) actions() []string {
	w.t.Helper()
	rows, err := w.db.Client().AuditEntry.Query().Order(ent.Asc("id")).All(database.Operator(w.t))
	if err != nil {
		w.t.Fatal(err)
	}
	var list []string
	for _, row := range rows {
		whose := "producer"
		for id, name := range map[gid.ID]string{w.harbor: "harbor", w.dock: "dock", w.meadow: "meadow"} {
			if row.AccountID != nil && *row.AccountID == id {
				whose = name
			}
		}
		list = append(list, whose+": "+row.ActorName+" "+row.Action+" "+row.SubjectLabel)
	}
	return list
}
