package account_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/outsiderequest"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (w *world) ask(user, of gid.ID, more ...vocabulary.Role) (change.Outcome, error) {
	defer w.work()
	return w.RequestAccess(w.as(user), request("requestAccess"), account.WantedAccess{Account: of, Roles: more,
		Services: []vocabulary.Service{vocabulary.ServiceDownloads}, Note: "for the harvest"})
}

// name gives an account a name in another system.
func (w *world) name(text string, id gid.ID) {
	w.t.Helper()
	c := w.db.Client()
	system, err := c.System.Query().FirstID(w.all())
	if ent.IsNotFound(err) {
		system = gid.New(gid.System, 1)
		err = c.System.Create().SetID(system).SetCode("crm").SetName("CRM").
			SetKind(vocabulary.SystemKindEntitlement).Exec(w.all())
	}
	w.must(err)
	w.must(c.ExternalID.Create().SetSystemID(system).SetKind("account").SetValue(text).SetEntityID(id).SetAccountID(id).
		Exec(w.all()))
}

// waiting returns the open request of a user.
func (w *world) waiting(user, of gid.ID) gid.ID {
	w.t.Helper()
	id, err := w.db.Client().AccessRequest.Query().
		Where(accessrequest.UserID(user), accessrequest.AccountID(of), accessrequest.DecidedAtIsNil()).OnlyID(w.all())
	w.must(err)
	return id
}

func TestRequestingAccessDoesNotRevealAccounts(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		missing := gid.New(gid.Account, 7)
		w.moveHome(w.meadow)
		type attempt struct {
			dry bool
			n   int
		}
		statements := map[attempt][]string{}
		for _, dry := range []bool{true, false} {
			for n := range 2 { // the second time a request is open
				now := attempt{dry, n}
				w.work()
				for _, id := range []gid.ID{w.harbor, missing, w.meadow} {
					asking, counter := store.WithCounter(w.as(bo))
					outcome, err := w.RequestAccess(asking, change.Request{Action: "requestAccess", DryRun: dry},
						account.WantedAccess{Account: id, Note: "please"})
					want := change.Outcome{DryRun: dry,
						Effects: []change.Effect{{Kind: vocabulary.EffectKindCreated, Label: "bo"}}}
					if d := cmp.Diff(want, outcome); d != "" || err != nil {
						t.Errorf("%s: %v %s", id, err, d)
					}
					ran := slices.DeleteFunc(counter.Statements(), func(statement string) bool {
						// the queue sends notifications at irregular times
						return strings.Contains(statement, "PGNotify")
					})
					if statements[now] == nil {
						statements[now] = ran
					}
					if d := cmp.Diff(statements[now], ran); d != "" || len(statements[now]) == 0 {
						t.Errorf("%s, dry run %t: other statements: %s", id, dry, d)
					}
				}
			}
		}
		w.work()
		if n := w.db.Client().AccessRequest.Query().CountX(w.all()); n != 2 {
			t.Errorf("%d requests, want 2", n)
		}
		if d := cmp.Diff([]string{"access_request ada@harbor.example Harbor"}, w.mails()); d != "" {
			t.Error(d)
		}
		_, err := w.RequestAccess(w.as(bo), request("requestAccess"),
			account.WantedAccess{Account: missing, Note: strings.Repeat("x", 501)})
		refused(t, err, fault.TextTooLong, "input.note")
		_, err = w.RequestAccess(w.as(bo), request("requestAccess"),
			account.WantedAccess{Account: missing, Roles: []vocabulary.Role{"KING"}})
		refused(t, err, fault.BadInput, "input.roles")
		_, err = w.RequestAccess(t.Context(), request("requestAccess"), account.WantedAccess{Account: w.harbor})
		refused(t, err, change.Unauthenticated, "")
	})
}

func TestAnAdministratorGrantsAPartOfWhatWasAskedFor(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		_, err := w.ask(bo, w.harbor, admin, downloader)
		w.must(err)
		id := w.waiting(bo, w.harbor)
		for _, who := range []gid.ID{bo, w.dora} {
			_, err := w.DecideAccessRequest(w.as(who), request("decideAccessRequest"), id,
				account.Decision{Grant: true})
			if code := fault.CodeOf(err); code != fault.NotFound {
				t.Errorf("decided by another: %v, want code = %v", err, fault.NotFound)
			}
		}
		_, err = w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), id,
			account.Decision{Grant: true, Roles: []vocabulary.Role{}})
		refused(t, err, fault.BadInput, "input.roles")
		outcome, err := w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), id,
			account.Decision{Grant: true, Roles: []vocabulary.Role{downloader}, Answer: "Only for downloads."})
		w.must(err)
		m := w.membership(outcome.IDs[1])
		if outcome.IDs[0] != id || m.UserID != bo || m.Roles != roles(downloader) ||
			m.ServiceAccess != services(vocabulary.ServiceDownloads) ||
			m.Origin != vocabulary.MembershipOriginRequest || *m.GrantedByID != w.ada {
			t.Errorf(
				"%+v, want IDs[0] = %v, UserID = %v, Roles = %v, ServiceAccess = %v, Origin = %v and GrantedByID = %v",
				m, id, bo, roles(downloader), services(vocabulary.ServiceDownloads),
				vocabulary.MembershipOriginRequest, w.ada)
		}
		row := w.db.Client().AccessRequest.Query().Where(accessrequest.ID(id)).OnlyX(w.all())
		if account.RequestState(row.DecidedAt, row.Granted) != vocabulary.AccessRequestStateGranted ||
			row.Answer != "Only for downloads." ||
			*row.DecidedByID != w.ada {
			t.Errorf(`%+v, want RequestState(row) = %v, Answer = "Only for downloads." and DecidedByID = %v`, row,
				vocabulary.AccessRequestStateGranted, w.ada)
		}
		if d := cmp.Diff([]string{"access_request ada@harbor.example Harbor",
			"access_decision bo@harbor.example Harbor"}, w.mails()); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff([]string{"bo requestAccess bo", "ada decideAccessRequest bo", "ada decideAccessRequest bo"},
			w.recordsOf(w.harbor)); d != "" {
			t.Error(d)
		}
		_, err = w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), id, account.Decision{})
		refused(t, err, account.AlreadyDecided, "")
		// A member asks for additional access, sees the request, and gets ALREADY_REQUESTED while it is open.
		_, err = w.ask(bo, w.harbor, downloader)
		refused(t, err, account.AlreadyMember, "")
		more, err := w.ask(bo, w.harbor, manager)
		if err != nil || len(more.IDs) != 1 {
			t.Errorf("%+v, %v, want 1 of them", more, err)
		}
		_, err = w.ask(bo, w.harbor, admin)
		refused(t, err, account.AlreadyRequested, "")
		_, err = w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), more.IDs[0],
			account.Decision{Grant: true})
		w.must(err)
		if m := w.membership(m.ID); m.Roles != roles(downloader, manager) {
			t.Errorf("%v, want %v", m.Roles, roles(downloader, manager))
		}
	})
}

func TestARequestIsDeclined(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("not an address"))
		_, err := w.ask(bo, w.harbor)
		w.must(err)
		id := w.waiting(bo, w.harbor)
		outcome, err := w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), id, account.Decision{})
		if err != nil || len(outcome.IDs) != 1 || w.membershipOf(bo, w.harbor) != nil {
			t.Errorf("%+v, %v, want len(IDs) = 1 and membershipOf = nil", outcome, err)
		}
		row := w.db.Client().AccessRequest.Query().Where(accessrequest.ID(id)).OnlyX(w.all())
		if account.RequestState(row.DecidedAt, row.Granted) != vocabulary.AccessRequestStateDeclined ||
			row.Roles != roles(reader) {
			t.Errorf("%+v, want RequestState(row) = %v and Roles = %v", row, vocabulary.AccessRequestStateDeclined,
				roles(reader))
		}
		if mails := w.mails(); len(mails) != 1 { // the requester has no valid address
			t.Errorf("%v, want 1 of them", mails)
		}
		if _, err := w.ask(bo, w.harbor); err != nil { // and may ask again
			t.Error(err)
		}
		w.waiting(bo, w.harbor)
	})
}

// A refusal names the account only to a member of it who asked for the account itself.
func TestARefusalDoesNotNameTheAccountToStrangers(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo, cy := w.user("bo", email("bo@harbor.example")), w.user("cy", email("cy@harbor.example"))
		di := w.user("di", email("di@harbor.example"))
		w.member(cy, w.harbor)
		w.member(di, w.harbor)
		c, system := w.db.Client(), gid.New(gid.System, 1)
		w.must(c.System.Create().SetID(system).SetCode("crm").SetName("CRM").SetKind(vocabulary.SystemKindEntitlement).
			Exec(w.all()))
		w.must(c.ExternalID.Create().SetSystemID(system).SetKind("account").SetValue("INV-1").SetEntityID(w.harbor).
			SetAccountID(w.harbor).Exec(w.all()))
		for _, who := range []gid.ID{bo, di} {
			_, err := w.RequestAccess(w.as(who), request("requestAccess"),
				account.WantedAccess{Reference: "INV-1", Roles: []vocabulary.Role{manager}})
			w.must(err)
			w.work()
		}
		_, err := w.ask(cy, w.harbor, manager)
		w.must(err)
		for _, who := range []gid.ID{bo, cy, di} {
			_, err := w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), w.waiting(who, w.harbor),
				account.Decision{})
			w.must(err)
		}
		want := []string{"access_request ada@harbor.example Harbor", "access_request ada@harbor.example Harbor",
			"access_request ada@harbor.example Harbor", "access_decision bo@harbor.example ",
			"access_decision cy@harbor.example Harbor", "access_decision di@harbor.example "}
		if d := cmp.Diff(want, w.mails()); d != "" {
			t.Error(d)
		}
		for who, want := range map[gid.ID]int{bo: 0, cy: 1, di: 0} {
			if n := w.db.Client().AccessRequest.Query().Where(accessrequest.UserID(who)).CountX(w.as(who)); n != want {
				t.Errorf("%s sees %d requests, want %d", who, n, want)
			}
		}
	})
}

// A name in another system leads to the account, and an activation id to the account of the line item. The answer does
// not tell so.
func TestRequestingAccessByReference(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		c, system := w.db.Client(), gid.New(gid.System, 1)
		w.must(c.System.Create().SetID(system).SetCode("crm").SetName("CRM").SetKind(vocabulary.SystemKindEntitlement).
			Exec(w.all()))
		for kind, names := range map[string]map[string]gid.ID{
			"account": {"ACC-1": w.harbor, "SHARED": w.harbor, "twin": w.harbor},
			"crm":     {"SHARED": w.meadow, "TWIN": w.meadow, "Mu\u0308-1": w.meadow}} {
			for name, id := range names {
				w.must(c.ExternalID.Create().SetSystemID(system).SetKind(kind).SetValue(name).SetEntityID(id).
					SetAccountID(id).Exec(w.all()))
			}
		}
		w.must(c.ExternalID.Create().SetSystemID(system).SetKind("activation").SetValue("LINE-1").
			SetEntityID(gid.New(gid.LineItem, 1)).SetAccountID(w.meadow).Exec(w.all()))
		fixture.Fill(t, w.db, func(f *fixture.Fixture) {
			harbor, meadow := f.Entitlement(w.harbor, "E-1"), f.Entitlement(w.meadow, "E-2")
			f.Line(w.meadow, meadow, f.Seat, "Act-1\u00e9", 1)
			for _, id := range []string{"ACT-2", "Act-3"} {
				f.Line(w.meadow, meadow, f.Seat, id, 1)
				f.LineOfSameID(w.meadow, meadow, f.Seat, id)
			}
			f.LineOfSameID(w.harbor, harbor, f.Seat, "ACT-2")
			f.LineOfSameID(w.harbor, harbor, f.Seat, "aCT-3")
		})
		for reference, leads := range map[string]gid.ID{" ACC-1 ": w.harbor, "LINE-1": w.meadow, "SHARED": 0,
			"Act-1\u00e9": w.meadow, "aCT-1e\u0301": w.meadow, "ACT-2": 0, "Act-3": w.meadow, "aCT-3": w.harbor,
			"ACT-3": 0, "nothing": 0,
			"acc-1": w.harbor, "act-2": 0, "M\u00fc-1": w.meadow, "Mu\u0308-1": w.meadow, "twin": w.harbor,
			"TWIN": w.meadow, "Twin": 0} {
			outcome, err := w.RequestAccess(w.as(bo), request("requestAccess"),
				account.WantedAccess{Reference: reference})
			want := []change.Effect{{Kind: vocabulary.EffectKindCreated, Label: "bo"}}
			if d := cmp.Diff(want, outcome.Effects); d != "" || len(outcome.IDs) > 0 || err != nil {
				t.Errorf("%s: %v %s", reference, err, d)
			}
			w.work()
			open, err := c.AccessRequest.Query().Where(accessrequest.DecidedAtIsNil()).All(w.all())
			w.must(err)
			var got gid.ID
			for _, r := range open {
				got = r.AccountID
			}
			if got != leads || len(open) > 1 {
				t.Errorf("%q leads to %s, want %s", reference, got, leads)
			}
			_, err = c.OutsideRequest.Delete().Exec(w.all())
			w.must(err)
			_, err = c.AccessRequest.Delete().Exec(w.all())
			w.must(err)
		}
		for _, in := range []account.WantedAccess{{}, {Account: w.harbor, Reference: "ACC-1"}} {
			_, err := w.RequestAccess(w.as(bo), request("requestAccess"), in)
			refused(t, err, fault.BadInput, "input.reference")
		}
		for _, reference := range []string{"\u200b\u2060", " ", "a\nb", "ACC-1\nb"} {
			_, err := w.RequestAccess(w.as(bo), request("requestAccess"), account.WantedAccess{Reference: reference})
			refused(t, err, fault.BadInput, "input.reference")
		}
		_, err := w.RequestAccess(w.as(bo), request("requestAccess"),
			account.WantedAccess{Reference: "\u200bACC-1\u2060\u200b"})
		w.must(err)
		if kept := c.OutsideRequest.Query().OnlyX(w.all()); kept.Reference != "ACC-1" {
			t.Errorf("the reference is kept as %+q, want ACC-1", kept.Reference)
		}
		_, err = w.RequestAccess(w.as(bo), request("requestAccess"),
			account.WantedAccess{Reference: strings.Repeat("x", 201)})
		refused(t, err, fault.TextTooLong, "input.reference")
	})
}

func TestGrantingARequest(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		inLine := func(m *ent.MembershipCreate) { m.SetProductLineID(w.productLine) }
		for name, test := range map[string]struct {
			has  []func(*ent.MembershipCreate)
			ask  vocabulary.Role
			by   gid.ID
			code fault.Code
			want vocabulary.RoleSet
		}{
			"of who was suspended": {[]func(*ent.MembershipCreate){administrator,
				func(m *ent.MembershipCreate) { m.SetSuspendedAt(1) }}, manager, w.dora, account.Suspended, 0},
			"of who has left": {[]func(*ent.MembershipCreate){administrator, below, ending(1)}, manager, w.dora,
				"", roles(manager)},
			"in a line": {[]func(*ent.MembershipCreate){inLine}, manager, w.dora,
				"", roles(reader, manager)},
			"to administer a line":   {[]func(*ent.MembershipCreate){inLine}, admin, w.dora, fault.BadInput, 0},
			"further than one's own": {[]func(*ent.MembershipCreate){below}, manager, w.dora, account.ReachTooWide, 0},
			"by one above": {[]func(*ent.MembershipCreate){below}, manager, w.ada, "",
				roles(reader, manager)},
		} {
			bo := w.user("bo " + name)
			m := w.member(bo, w.dock, test.has...)
			_, err := w.ask(bo, w.dock, test.ask)
			w.must(err)
			_, err = w.DecideAccessRequest(w.as(test.by), request("decideAccessRequest"), w.waiting(bo, w.dock),
				account.Decision{Grant: true})
			if test.code != "" {
				if fault.CodeOf(err) != test.code {
					t.Errorf("%s: %v, want %v", name, err, test.code)
				}
				continue
			}
			if after := w.membership(m); err != nil || after.Roles != test.want || after.SuspendedAt != nil ||
				after.EndsOn != nil {
				t.Errorf("%s: %v, %+v, want Roles = %v, SuspendedAt = nil and EndsOn = nil", name, err, after,
					test.want)
			}
		}
		off := w.user("off")
		_, err := w.ask(off, w.dock)
		w.must(err)
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(off).SetActive(false).Exec(ctx)
		})
		_, err = w.DecideAccessRequest(w.as(w.dora), request("decideAccessRequest"), w.waiting(off, w.dock),
			account.Decision{Grant: true})
		refused(t, err, change.Forbidden, "")
	})
}

func TestOneRequestWaitsAndIsDecidedOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo")
		w.member(bo, w.harbor)
		var (
			all            sync.WaitGroup
			asked, decided atomic.Int32
			ctx, by        = w.as(bo), w.as(w.ada)
		)
		for range 16 {
			all.Go(func() {
				_, err := w.RequestAccess(ctx, request("requestAccess"),
					account.WantedAccess{Account: w.harbor, Roles: []vocabulary.Role{manager}})
				if err == nil {
					asked.Add(1)
				} else if fault.CodeOf(err) != account.AlreadyRequested {
					t.Error(err)
				}
			})
		}
		all.Wait()
		id := w.waiting(bo, w.harbor)
		for n := range 16 {
			all.Go(func() {
				_, err := w.DecideAccessRequest(by, request("decideAccessRequest"), id,
					account.Decision{Grant: n%2 == 0, Answer: fmt.Sprint(n)})
				if err == nil {
					decided.Add(1)
				} else if fault.CodeOf(err) != account.AlreadyDecided {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if asked.Load() != 1 || decided.Load() != 1 {
			t.Errorf("asked %d times, decided %d times, want asked = 1 and decided = 1", asked.Load(), decided.Load())
		}
	})
}

func TestAnOperatorGetsNotFoundForAnUnknownAccount(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		_, err := w.ask(w.user("boss", operating), gid.New(gid.Account, 3))
		refused(t, err, fault.NotFound, "input.account")
		support := viewer.With(t.Context(), (&viewer.Viewer{Credential: vocabulary.CredentialKindSession,
			User:     w.user("agent"),
			Producer: vocabulary.ProducerRoleSupportAgent, Scopes: vocabulary.EveryKeyScope}).Settle())
		_, err = w.RequestAccess(support, request("requestAccess"), account.WantedAccess{Account: w.harbor})
		refused(t, err, change.ReadOnly, "")
	})
}

// An id that names something else than an account is refused: it is no secret that it is no account.
func TestRequestingAccessToWhatIsNoAccount(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		for _, who := range []gid.ID{bo, w.ada} {
			_, err := w.RequestAccess(w.as(who), request("requestAccess"), account.WantedAccess{Account: bo})
			refused(t, err, fault.NotFound, "input.account")
		}
		if n := w.db.Client().OutsideRequest.Query().CountX(w.all()); n != 0 {
			t.Errorf("%d outside requests, want 0", n)
		}
	})
}

// A request counts once against the budget of mails, whether its reference leads to an account or not, and however many
// administrators the account has. If the budget is used up, nothing is stored.
func TestARequestIsChargedOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for _, name := range []string{"second", "third", "fourth"} {
			w.member(w.user(name, email(name+"@harbor.example")), w.harbor, administrator)
		}
		bo, kim := w.user("bo", email("bo@harbor.example")), w.user("kim")
		w.member(kim, w.harbor)
		w.name("INV-1", w.harbor)
		left := map[string]int{}
		for reference, who := range map[string]gid.ID{"INV-1": bo, "INV-2": w.user("cy"), "": kim} {
			in := account.WantedAccess{Reference: reference, Roles: []vocabulary.Role{manager}}
			if reference == "" {
				in.Account = w.harbor
			}
			_, err := w.RequestAccess(w.as(who), request("requestAccess"), in)
			w.must(err)
			w.work()
			for err = nil; err == nil; left[reference]++ {
				_, err = w.RequestAccess(w.as(who), request("requestAccess"), account.WantedAccess{Reference: "INV-3"})
			}
			refused(t, err, fault.RateLimited, "")
		}
		if want := map[string]int{"INV-1": 300, "INV-2": 300, "": 300}; !cmp.Equal(want, left) {
			t.Errorf("%v requests were left, want %v", left, want)
		}
		w.work()
		requests := w.db.Client().AccessRequest.Query().CountX(w.all())
		if mails := w.mails(); requests != 2 || len(mails) != 2*4 {
			t.Errorf("%d requests and %v, want 2 requests and a mail to each of 4 administrators", requests, mails)
		}
		// the budget of a member is used up: the request is refused, not stored without a mail
		_, err := w.RequestAccess(w.as(kim), request("requestAccess"),
			account.WantedAccess{Account: w.harbor, Roles: []vocabulary.Role{downloader}})
		refused(t, err, fault.RateLimited, "")
		if n := w.db.Client().AccessRequest.Query().CountX(w.all()); n != requests {
			t.Errorf("%d requests, want %d", n, requests)
		}
	})
}

// What a person sees of a request by reference is the same whether it leads to an account or not, also to a member who
// could look for the rights of their own account by it, until an administrator decides.
func TestARequestByReferenceTellsNothingUntilItIsDecided(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.name("INV-1", w.harbor)
		w.name("INV-2", w.meadow)
		bo, kim := w.user("bo", email("bo@harbor.example")), w.user("kim")
		w.member(kim, w.harbor)
		type seen struct {
			Reference, Answer string
			Open, Granted     bool
			Account           gid.ID
		}
		shown := func(who gid.ID) map[string]seen {
			t.Helper()
			found := map[string]seen{}
			for _, r := range w.db.Client().OutsideRequest.Query().AllX(w.as(who)) {
				one := seen{Answer: r.Answer, Open: r.DecidedAt == nil, Granted: r.Granted}
				if r.AccountID != nil {
					one.Account = *r.AccountID
				}
				found[r.Reference] = one
			}
			return found
		}
		requests := func(who gid.ID) int { return w.db.Client().AccessRequest.Query().CountX(w.as(who)) }
		for _, who := range []gid.ID{bo, kim} {
			for range 2 {
				for _, reference := range []string{"INV-1", "nothing"} {
					_, err := w.RequestAccess(w.as(who), request("requestAccess"),
						account.WantedAccess{Reference: reference, Roles: []vocabulary.Role{manager}})
					w.must(err)
					w.work()
				}
			}
			if d := cmp.Diff(map[string]seen{"INV-1": {Open: true}, "nothing": {Open: true}}, shown(who)); d != "" ||
				requests(who) != 0 {
				t.Errorf("%d requests are seen, want 0: %s", requests(who), d)
			}
			w.waiting(who, w.harbor) // the administrators have one
		}
		// a member may still ask for the account itself, as if there were no other request
		_, err := w.RequestAccess(w.as(kim), request("requestAccess"),
			account.WantedAccess{Account: w.harbor, Roles: []vocabulary.Role{manager}})
		if err != nil || requests(kim) != 1 {
			t.Errorf("%v, %d requests, want 1", err, requests(kim))
		}
		_, err = w.RequestAccess(w.as(kim), request("requestAccess"), account.WantedAccess{Account: w.harbor})
		refused(t, err, account.AlreadyRequested, "")
		if d := cmp.Diff(map[string]seen{"INV-1": {Open: true}, "nothing": {Open: true}}, shown(kim)); d != "" {
			t.Error(d)
		}
		_, err = w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), w.waiting(bo, w.harbor),
			account.Decision{Answer: "Who are you?"})
		w.must(err)
		d := cmp.Diff(map[string]seen{"INV-1": {Answer: "Who are you?"}, "nothing": {Open: true}}, shown(bo))
		if d != "" {
			t.Errorf("after a refusal: %s", d)
		}
		_, err = w.RequestAccess(w.as(bo), request("requestAccess"), account.WantedAccess{Reference: "INV-1"})
		w.must(err)
		w.work()
		_, err = w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), w.waiting(bo, w.harbor),
			account.Decision{Grant: true})
		w.must(err)
		granted := w.db.Client().OutsideRequest.Query().Where(outsiderequest.Granted(true)).OnlyX(w.as(bo))
		if granted.Reference != "INV-1" || *granted.AccountID != w.harbor || requests(bo) != 1 {
			t.Errorf("%+v and %d requests, want INV-1, %s and 1", granted, requests(bo), w.harbor)
		}
		if others := w.db.Client().OutsideRequest.Query().CountX(w.as(w.ada)); others != 0 {
			t.Errorf("an administrator sees %d outside requests of others, want 0", others)
		}
	})
}

// One outside request shows how the request stands that was made of it. Others that lead to the same account stay open,
// as those that lead nowhere: decided together they would tell which references are right. So do all of a member whose
// own request waits already.
func TestOutsideRequestsAreDecidedAlone(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.name("INV-1", w.harbor)
		w.name("INV-2", w.harbor)
		ask := func(who gid.ID, references ...string) {
			t.Helper()
			for _, reference := range references {
				_, err := w.RequestAccess(w.as(who), request("requestAccess"),
					account.WantedAccess{Reference: reference, Roles: []vocabulary.Role{manager}})
				w.must(err)
				w.work()
			}
		}
		states := func(who gid.ID) map[string]string {
			t.Helper()
			got := map[string]string{}
			for _, r := range w.db.Client().OutsideRequest.Query().AllX(w.as(who)) {
				got[r.Reference] = fmt.Sprint(r.DecidedAt != nil, r.Granted, r.AccountID != nil)
			}
			return got
		}
		const open, declined, granted = "false false false", "true false false", "true true true"
		for name, test := range map[string]struct {
			member, sweep, grant bool
			want                 string // of INV-1
		}{
			"a stranger is granted":  {grant: true, want: granted},
			"a stranger is declined": {want: declined},
			"after the sweep":        {sweep: true, grant: true, want: granted},
			"a member is granted":    {member: true, grant: true, want: open},
			"a member is declined":   {member: true, want: open},
		} {
			who, first := w.user(name), []string{"INV-1"}
			if test.member {
				w.member(who, w.harbor)
				first = nil
				_, err := w.ask(who, w.harbor, manager)
				w.must(err)
			}
			ask(who, first...)
			if test.sweep {
				w.db.Client().OutsideRequest.Delete().Where(outsiderequest.UserID(who)).ExecX(w.all())
			}
			ask(who, "INV-1", "INV-2", "nothing")
			if d := cmp.Diff(map[string]string{"INV-1": open, "INV-2": open, "nothing": open}, states(who)); d != "" {
				t.Errorf("%s, before the decision: %s", name, d)
			}
			_, err := w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), w.waiting(who, w.harbor),
				account.Decision{Grant: test.grant})
			w.must(err)
			want := map[string]string{"INV-1": test.want, "INV-2": open, "nothing": open}
			if d := cmp.Diff(want, states(who)); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
	})
}

// A person sees at most 100 outside requests, of the last 90 days.
func TestOutsideRequestsAreKeptForAWhile(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo")
		for i := range 103 {
			_, err := w.RequestAccess(w.as(bo), request("requestAccess"),
				account.WantedAccess{Reference: fmt.Sprintf("INV-%d", i)})
			w.must(err)
		}
		kept := func() int { return w.db.Client().OutsideRequest.Query().CountX(w.as(bo)) }
		if kept() != 100 {
			t.Errorf("%d are kept, want 100", kept())
		}
		w.must(w.SweepOutsideRequests(w.all()))
		if kept() != 100 {
			t.Errorf("%d are kept, want 100", kept())
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.OutsideRequest.Update().SetCreatedAt(1).Exec(ctx)
		})
		w.must(w.SweepOutsideRequests(w.all()))
		if kept() != 0 {
			t.Errorf("%d are kept after 90 days, want 0", kept())
		}
	})
}

// TestRequestsForUnknownAccountsAreLimited asks for access to an account that does not exist: no mail is sent, but the
// budget is used.
func TestRequestsForUnknownAccountsAreLimited(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		stranger := w.as(w.user("stranger"))
		nowhere := gid.New(gid.Account, gid.NewLocality())
		var last error
		asked := 0
		for ; asked < 400 && last == nil; asked++ {
			_, last = w.RequestAccess(stranger, request("requestAccess"), account.WantedAccess{Account: nowhere})
		}
		refused(t, last, fault.RateLimited, "")
		if asked != 301 {
			t.Errorf("refused at request %d, want 301", asked)
		}
	})
}
