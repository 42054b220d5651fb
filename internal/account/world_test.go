package account_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/migrate"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	address "github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/testjob"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

const (
	admin      = vocabulary.RoleAccountAdministrator
	manager    = vocabulary.RoleLicenseManager
	downloader = vocabulary.RoleDownloader
	reader     = vocabulary.RoleReader
)

// world is a database with a few accounts and users, and the services on it.
type world struct {
	*account.Service
	access *access.Service
	t      testing.TB
	db     *store.Store
	clock  *clock.Frozen
	// records is the fake DNS.
	records *records
	// writing is the transaction of together, or nil.
	writing *ent.Client

	// harbor has dock below it; meadow stands alone.
	harbor, dock, meadow gid.ID
	productLine          gid.ID
	// ada administers harbor and the accounts below it, without a last day. dora administers only dock.
	ada, dora gid.ID
}

func each(t *testing.T, test func(t *testing.T, w *world)) {
	t.Helper()
	database.Each(t, func(t *testing.T, db *store.Store) { test(t, newWorld(t, db)) })
}

func newWorld(t testing.TB, db *store.Store) *world {
	t.Helper()
	w := &world{t: t, db: db, clock: clock.Freeze(clock.At(noon)), records: &records{}}
	queue, err := job.New(db, nil, slog.New(slog.DiscardHandler))
	w.must(err)
	outbox, err := mail.NewOutbox(queue, mail.Sender{Name: "Licensing", Address: "licensing@example.com"}, w.clock.Now)
	w.must(err)
	policy := access.Policy{Providers: []access.PolicyProvider{
		{Code: "open", Name: "Open"}, {Code: "strict", Name: "Strict", Domains: []string{"strict.example"},
			Required: true}}}
	changes := change.New(db, w.clock.Now, access.NewAuthority(w.today).Under(policy))
	w.access = access.NewService(changes, access.Options{Today: w.today, Outbox: outbox, Policy: policy})
	w.Service = account.NewService(changes, w.access, outbox, w.today, account.WithDNS(w.records),
		account.WithJobs(queue))
	w.together(func() {
		w.harbor, w.dock, w.meadow = w.account("Harbor"), w.account("Dock"), w.account("Meadow")
		w.productLine = gid.New(gid.ProductLine, 0)
		w.write(func(ctx context.Context, c *ent.Client) error {
			if err := c.ProductLine.Create().SetID(w.productLine).SetName("Tide").SetCreatedAt(w.clock.Now()).
				Exec(ctx); err != nil {
				return err
			}
			return c.AccountPath.Create().SetAncestorID(w.harbor).SetDescendantID(w.dock).SetDepth(1).Exec(ctx)
		})
		w.ada, w.dora = w.user("ada", email("ada@harbor.example")), w.user("dora", email("dora@dock.example"))
		w.member(w.ada, w.harbor, administrator, below)
		w.member(w.dora, w.dock, administrator)
	})
	return w
}

// work runs the jobs of access requests.
func (w *world) work() { w.must(testjob.Do(w.all(), w.db, "access_request", w.RegisterWork)) }

func (w *world) today() day.Day { return day.Of(w.clock.Now().Time()) }

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// all returns a context that sees all rows, for reading the database directly.
func (w *world) all() context.Context {
	return viewer.With(context.WithoutCancel(w.t.Context()), viewer.System())
}

// together runs writes in one transaction, for speed.
func (w *world) together(write func()) {
	w.t.Helper()
	w.write(func(_ context.Context, c *ent.Client) error {
		w.writing = c
		defer func() { w.writing = nil }()
		write()
		return nil
	})
}

func (w *world) write(change func(ctx context.Context, c *ent.Client) error) {
	w.t.Helper()
	if w.writing != nil {
		w.must(change(w.all(), w.writing))
		return
	}
	w.must(w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error { return change(ctx, tx.Client()) }))
}

func (w *world) account(name string) gid.ID {
	id := gid.New(gid.Account, gid.NewLocality())
	w.write(func(ctx context.Context, c *ent.Client) error {
		err := c.Account.Create().SetID(id).SetName(name).SetNameKey(strings.ToLower(name)).
			SetKind(vocabulary.AccountKindCustomer).
			SetVisible(true).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
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
		create := c.User.Create().SetID(id).SetUserName(name).SetUserNameKey(address.UserNameKey(name)).
			SetActive(true).SetShared(false).SetCreatedAt(1).
			SetUpdatedAt(1)
		for _, m := range more {
			m(create)
		}
		return create.Exec(ctx)
	})
	return id
}

func email(address string) func(*ent.UserCreate) {
	return func(c *ent.UserCreate) { c.SetEmail(address).SetEmailKey(strings.ToLower(address)) }
}

// record inserts a directory record of an account, linked to a user or unlinked.
func (w *world) record(account gid.ID, address string, user gid.ID) {
	w.write(func(ctx context.Context, c *ent.Client) error {
		create := c.DirectoryRecord.Create().SetID(gid.New(gid.DirectoryRecord, account.Locality())).
			SetAccountID(account).
			SetUserName(address).SetUserNameKey(address).SetEmail(address).SetEmailKey(strings.ToLower(address)).
			SetActive(true).
			SetCreatedAt(1).SetUpdatedAt(1)
		if user != 0 {
			create.SetUserID(user).SetLinkedAt(1)
		}
		return create.Exec(ctx)
	})
}

// proves inserts the proof of a domain for an account.
func (w *world) proves(domain string, account gid.ID) {
	w.write(func(ctx context.Context, c *ent.Client) error {
		return c.DomainProof.Create().SetAccountID(account).SetDomain(domain).SetChallenge("x").SetProvenAt(1).
			SetCreatedAt(1).Exec(ctx)
	})
}

func inactive(c *ent.UserCreate) { c.SetActive(false) }

func operating(c *ent.UserCreate) { c.SetProducerRole(vocabulary.ProducerRoleOperator) }

// member makes a user a reader of an account with access to every service.
func (w *world) member(user, account gid.ID, more ...func(*ent.MembershipCreate)) gid.ID {
	id := gid.New(gid.Membership, account.Locality())
	w.write(func(ctx context.Context, c *ent.Client) error {
		who, err := c.User.Get(ctx, user)
		if err != nil {
			return err
		}
		create := c.Membership.Create().SetID(id).SetAccountID(account).SetUserID(user).SetUserName(who.UserName).
			SetRoles(roles(reader)).
			SetServiceAccess(vocabulary.EveryService).SetIncludeSubAccounts(false).SetCreatedAt(w.clock.Now())
		for _, m := range more {
			m(create)
		}
		return create.Exec(ctx)
	})
	return id
}

func below(c *ent.MembershipCreate) { c.SetIncludeSubAccounts(true) }

func administrator(c *ent.MembershipCreate) { c.SetRoles(roles(admin)) }

func ending(on day.Day) func(*ent.MembershipCreate) {
	return func(c *ent.MembershipCreate) { c.SetEndsOn(on) }
}

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

// session signs a user in and returns the token.
func (w *world) session(user gid.ID) string {
	w.t.Helper()
	token, _, err := w.access.Begin(context.WithoutCancel(w.t.Context()),
		access.NewSession{User: user, Method: vocabulary.SignInMethodDemo})
	w.must(err)
	return token
}

// as returns the context of a request of a user with their current grants. The credential is a token of an
// identity provider, which is not stored.
func (w *world) as(user gid.ID) context.Context {
	w.t.Helper()
	v, err := w.access.ForUser(context.WithoutCancel(w.t.Context()), user, vocabulary.CredentialKindAccessToken,
		vocabulary.EveryKeyScope)
	w.must(err)
	return viewer.With(context.WithoutCancel(w.t.Context()), v)
}

// program returns the context of a program whose key was created on the command line.
func (w *world) program(n access.NewKey) context.Context {
	w.t.Helper()
	_, secret, err := w.access.CreateKey(viewer.With(context.WithoutCancel(w.t.Context()), viewer.CommandLine()),
		request("createApiKey"), n)
	w.must(err)
	v, err := w.access.Key(w.t.Context(), secret)
	w.must(err)
	return viewer.With(context.WithoutCancel(w.t.Context()), v)
}

// token creates the link of an invitation, as the worker that sends the mail does.
func (w *world) token(id gid.ID) string {
	w.t.Helper()
	i, err := w.db.Client().Invitation.Query().Where(invitation.ID(id)).Only(w.all())
	w.must(err)
	mail := fmt.Sprint("mail ", id, i.ExpiresAt) // each sending is a separate mail
	token, _, err := w.access.NewLink(w.all(), vocabulary.LinkPurposeInvitation, id, mail, "")
	w.must(err)
	return token
}

func request(action string) change.Request { return change.Request{Action: action} }

// invite invites one address to an account with a role.
func (w *world) invite(ctx context.Context, to gid.ID, address string, role ...vocabulary.Role) gid.ID {
	w.t.Helper()
	outcome, err := w.InviteMembers(ctx, request("inviteMembers"),
		account.Invite{Account: to, Emails: []string{address},
			Grant: account.Grant{Roles: role, Services: []vocabulary.Service{vocabulary.ServiceLicensing}}})
	w.must(err)
	return outcome.IDs[0]
}

func (w *world) membership(id gid.ID) *ent.Membership {
	w.t.Helper()
	m, err := w.db.Client().Membership.Query().Where(membership.ID(id)).WithUser().Only(w.all())
	w.must(err)
	return m
}

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

// refused expects an error that consists of faults, among them one with a code at a field.
func refused(t testing.TB, err error, code fault.Code, field string) {
	t.Helper()
	for _, f := range change.Refusals(err) {
		if f.Code == code && f.Field == field {
			if f.Message == "" || f.Remedy == "" {
				t.Errorf("%s says too little: %+v", code, f)
			}
			return
		}
	}
	t.Errorf("%v, want %s at %q", err, code, field)
}

// mails returns the queued mails: the type, the recipient and the account.
func (w *world) mails() []string {
	w.t.Helper()
	rows, err := w.db.Catalog(w.t.Context(), "SELECT CAST(args AS text) FROM river_job ORDER BY id")
	w.must(err)
	defer rows.Close()
	var list []string
	for rows.Next() {
		var (
			text     string
			envelope struct {
				Type    string
				Message struct{ To, Account string }
			}
		)
		w.must(rows.Scan(&text))
		var recorded struct{ Args string }
		w.must(json.Unmarshal([]byte(text), &recorded))
		w.must(json.Unmarshal([]byte(recorded.Args), &envelope))
		list = append(list, envelope.Type+" "+envelope.Message.To+" "+envelope.Message.Account)
	}
	return list
}

// recordsOf returns the audit entries of accounts: the actor, the action, the subject and the fields.
func (w *world) recordsOf(of gid.ID) []string {
	w.t.Helper()
	rows, err := w.db.Client().AuditEntry.Query().Where(auditentry.AccountID(of)).Order(ent.Asc("id")).All(w.all())
	w.must(err)
	var list []string
	for _, row := range rows {
		list = append(list, row.ActorName+" "+row.Action+" "+row.SubjectLabel)
	}
	return list
}

// dump returns the contents of the database, a line for each row.
func (w *world) dump() []string {
	w.t.Helper()
	tables := []string{"river_job"}
	for _, table := range migrate.Tables {
		tables = append(tables, table.Name)
	}
	return w.dumpOf(tables)
}

// dumpOf returns the contents of some tables.
func (w *world) dumpOf(tables []string) []string {
	w.t.Helper()
	var lines []string
	for _, table := range tables {
		lines = append(lines, w.dumpTable(table)...)
	}
	slices.Sort(lines)
	return lines
}

func (w *world) dumpTable(table string) []string {
	w.t.Helper()
	rows, err := w.db.Scoped(w.all(), store.Everything(), "SELECT * FROM "+table+" WHERE /*scope:id*/")
	w.must(err)
	defer rows.Close()
	columns, err := rows.Columns()
	w.must(err)
	var lines []string
	for rows.Next() {
		cells := make([]sql.RawBytes, len(columns))
		into := make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		w.must(rows.Scan(into...))
		line := table
		for i, cell := range cells {
			line += fmt.Sprintf(" %s=%q", columns[i], cell)
		}
		lines = append(lines, line)
	}
	w.must(rows.Err())
	return lines
}

// moveHome makes another system the home of the members of an account.
func (w *world) moveHome(account gid.ID) {
	w.t.Helper()
	w.write(func(ctx context.Context, c *ent.Client) error {
		id := gid.New(gid.System, 0)
		if err := c.System.Create().SetID(id).SetCode("old").SetName("Old").SetKind(vocabulary.SystemKindEntitlement).
			Exec(ctx); err != nil {
			return err
		}
		return c.Home.Create().SetAccountID(account).SetProductLineID(0).SetSystemID(id).SetSince(1).Exec(ctx)
	})
}
