package attack_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const publicURL = "https://rights.example.com"

// start is the time at which every test begins.
var start = clock.At(time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC))

// world is the whole server over one database, with two unrelated customers and the producer's people.
type world struct {
	t       *testing.T
	db      *store.Store
	app     *app.App
	handler http.Handler
	clock   *clock.Frozen
	workers *job.Workers
	mails   *mailbox
	dns     *zone
	// options are the options of the server.
	options app.Options
	// providers are the identity providers that users may use.
	providers []signin.Provider

	// productLine and otherLine are two product lines of the producer.
	productLine, otherLine gid.ID
	// alder is the victim, birch another customer.
	alder, birch *customer
	// operator and agent are the producer's people.
	operator, agent actor

	// solo has a single administrator. Only the table uses it.
	solo *customer

	addresses, count int
}

// customer is an account with one account below it, and its members.
type customer struct {
	name, domain   string
	account, below gid.ID
	// chief administers the account and those below. admin, manager, reader and plain are members of the account only.
	chief, admin, manager, reader person
	// limited is an administrator limited to one product line. Only the table uses it and the table viewers.
	limited      person
	tableViewers map[string]*tableViewer
}

// person is a user with a session.
type person struct {
	actor
	email      string
	membership gid.ID
}

// each runs a test with the whole server, once for each database engine.
func each(t *testing.T, test func(t *testing.T, w *world), change ...func(*app.Options)) {
	t.Helper()
	database.Each(t, func(t *testing.T, s *store.Store) { test(t, open(t, s, change...)) })
}

// open assembles the server as in production, except for the clock, the delivery of mails, and DNS.
func open(t *testing.T, s *store.Store, change ...func(*app.Options)) *world {
	t.Helper()
	w := &world{t: t, db: s, clock: clock.Freeze(start), workers: job.NewWorkers(), mails: new(mailbox),
		dns: newZone()}
	public, err := url.Parse(publicURL)
	w.must(err)
	from, err := mail.ParseSender("Muniment <muniment@rights.example.com>")
	w.must(err)
	options := app.Options{
		Base: app.Base{DB: s, Workers: w.workers, From: from, Log: slog.New(slog.DiscardHandler), Now: w.clock.Now,
			DNS:   w.dns,
			Today: func() day.Day { return day.Of(w.clock.Now().Time()) }},
		PublicURL: public, Delivery: w.mails,
	}
	for _, c := range change {
		c(&options)
	}
	w.providers, w.options = options.Providers, options
	w.app, err = app.New(options)
	w.must(err)
	w.handler = w.app.Handler(context.WithoutCancel(t.Context()))
	w.write(func(ctx context.Context, c *ent.Client) {
		for _, line := range []struct {
			id   *gid.ID
			name string
		}{{&w.productLine, "Quay"}, {&w.otherLine, "Lagoon"}} {
			*line.id = gid.New(gid.ProductLine, 0)
			w.must(c.ProductLine.Create().SetID(*line.id).SetName(line.name).SetCreatedAt(start).Exec(ctx))
		}
	})
	w.alder, w.birch = w.customer("Alder"), w.customer("Birch")
	w.operator = w.producer("operator", vocabulary.ProducerRoleOperator)
	w.agent = w.producer("agent", vocabulary.ProducerRoleSupportAgent)
	return w
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// all returns a context that may read and write every row directly.
func (w *world) all() context.Context {
	return viewer.With(context.WithoutCancel(w.t.Context()), viewer.System())
}

// write changes rows directly in the database, as an import does.
func (w *world) write(change func(ctx context.Context, c *ent.Client)) {
	w.t.Helper()
	w.must(w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
		change(ctx, tx.Client())
		return nil
	}))
}

// account creates an account, below the account above if it is given.
func (w *world) account(name string, above ...gid.ID) gid.ID {
	w.t.Helper()
	id := gid.New(gid.Account, gid.NewLocality())
	w.write(func(ctx context.Context, c *ent.Client) {
		w.must(c.Account.Create().SetID(id).SetName(name).SetNameKey(strings.ToLower(name)).
			SetKind(vocabulary.AccountKindCustomer).
			SetVisible(true).SetCreatedAt(start).SetUpdatedAt(start).Exec(ctx))
		w.must(c.AccountPath.Create().SetAncestorID(id).SetDescendantID(id).SetDepth(0).Exec(ctx))
		for _, parent := range above {
			w.must(c.AccountLink.Create().SetParentID(parent).SetChildID(id).Exec(ctx))
			w.must(c.AccountPath.Create().SetAncestorID(parent).SetDescendantID(id).SetDepth(1).Exec(ctx))
		}
	})
	return id
}

func (w *world) customer(name string) *customer {
	w.t.Helper()
	c := &customer{name: name, domain: strings.ToLower(name) + ".example"}
	c.account = w.account(name)
	c.below = w.account(name+" Labs", c.account)
	c.chief = w.person(c, "chief", true, vocabulary.RoleAccountAdministrator)
	c.admin = w.person(c, "admin", false, vocabulary.RoleAccountAdministrator)
	c.manager = w.person(c, "manager", false, vocabulary.RoleLicenseManager)
	c.reader = w.person(c, "reader", false, vocabulary.RoleReader)
	return c
}

// person creates, as an import does, a member with access to every service, and a session.
func (w *world) person(c *customer, name string, below bool, roles ...vocabulary.Role) person {
	w.t.Helper()
	p := person{email: name + "@" + c.domain}
	p.user = w.user(p.email)
	p.membership = w.member(c.account, p.user, below, roles...)
	p.actor = w.signIn(name+" of "+c.name, p.user)
	return p
}

// user creates a user with an address that the producer recorded.
func (w *world) user(address string) gid.ID {
	w.t.Helper()
	return w.addUser(access.NewUser{UserName: address, Email: address, DisplayName: "The person " + address})
}

func (w *world) addUser(n access.NewUser) gid.ID {
	w.t.Helper()
	outcome, err := w.app.Access.AddUser(w.all(), change.Request{Action: "addUser", Input: n}, n)
	w.must(err)
	return outcome.IDs[0]
}

// member makes a user a member of an account.
func (w *world) member(account, user gid.ID, below bool, roles ...vocabulary.Role) gid.ID {
	w.t.Helper()
	set, err := vocabulary.Roles(roles...)
	w.must(err)
	id := gid.New(gid.Membership, account.Locality())
	w.write(func(ctx context.Context, c *ent.Client) {
		w.must(c.Membership.Create().SetID(id).SetAccountID(account).SetUserID(user).SetRoles(set).
			SetServiceAccess(vocabulary.EveryService).
			SetIncludeSubAccounts(below).SetCreatedAt(start).Exec(ctx))
	})
	return id
}

func (w *world) producer(name string, role vocabulary.ProducerRole) actor {
	w.t.Helper()
	return w.signIn(name, w.addUser(access.NewUser{UserName: name + "@producer.example",
		Email: name + "@producer.example", Producer: role}))
}

// signIn starts a session, as the pages do after a user has proven their identity.
func (w *world) signIn(name string, user gid.ID) actor {
	w.t.Helper()
	row, err := w.db.Client().User.Get(w.all(), user)
	w.must(err)
	proof := access.NewSession{User: user, Method: vocabulary.SignInMethodOpenID}
	for _, p := range w.providers {
		if row.Email != nil && slices.Contains(p.Domains, email.Domain(*row.Email)) {
			proof.Provider = p.Code
		}
	}
	token, _, err := w.app.Access.Begin(context.WithoutCancel(w.t.Context()), proof)
	w.must(err)
	return actor{name: name, cookie: token, user: user}
}

// newMember creates another member of a customer.
func (c *customer) newMember(w *world, name string, below bool, roles ...vocabulary.Role) person {
	w.t.Helper()
	return w.person(c, name, below, roles...)
}

// deactivate deactivates a user by changing the row directly.
func (w *world) deactivate(user gid.ID) {
	w.t.Helper()
	w.write(func(ctx context.Context, c *ent.Client) { w.must(c.User.UpdateOneID(user).SetActive(false).Exec(ctx)) })
}

// entitlement creates an entitlement.
func (w *world) entitlement(account gid.ID, number string) gid.ID {
	w.t.Helper()
	id := gid.New(gid.Entitlement, account.Locality())
	w.write(func(ctx context.Context, c *ent.Client) {
		w.must(c.Entitlement.Create().SetID(id).SetAccountID(account).SetNumber(number).SetVisible(true).
			SetCreatedAt(start).SetUpdatedAt(start).Exec(ctx))
	})
	return id
}

// membershipOf returns the membership of a user in an account, or nil.
func (w *world) membershipOf(user, account gid.ID) *ent.Membership {
	w.t.Helper()
	m, err := w.db.Client().Membership.Query().Where(membership.UserID(user), membership.AccountID(account)).
		Only(w.all())
	if ent.IsNotFound(err) {
		return nil
	}
	w.must(err)
	return m
}

// prove proves a domain for an account with an operator's approval.
func (w *world) prove(account gid.ID, domain string) {
	w.t.Helper()
	w.write(func(ctx context.Context, c *ent.Client) {
		w.must(c.DomainProof.Create().SetAccountID(account).SetDomain(domain).SetChallenge("a challenge of " + domain).
			SetProvenAt(start).
			SetApproved(true).SetCreatedAt(start).Exec(ctx))
	})
}

// providers returns an option that sets the identity providers.
func providers(all ...signin.Provider) func(*app.Options) {
	return func(o *app.Options) { o.Providers = all }
}
