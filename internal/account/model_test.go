package account_test

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// kept are the tables that changes of members write to; a table comes after those that refer to it.
var kept = []string{"mail_budgets", "directory_group_members", "directory_groups", "directory_records",
	"domain_proofs", "joining_domains", "outside_requests", "access_requests", "invitations", "links", "identities",
	"sessions", "api_keys", "devices", "memberships", "unsealed_entries", "audit_entries", "events",
	"idempotency_keys", "search_words",
	"river_job", "users", "account_paths", "accounts", "product_lines"}

// TestMembersBehaveLikeTheModel runs random changes of members, each first as a dry run, and compares the service
// with a small model.
func TestMembersBehaveLikeTheModel(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	limitChecks(t)
	database.Each(t, func(t *testing.T, db *store.Store) {
		rapid.Check(t, func(r *rapid.T) {
			err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
				for _, table := range kept {
					if _, err := tx.Exec(ctx, "DELETE FROM "+table); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			m := newModel(newWorld(t, db))
			r.Repeat(map[string]func(*rapid.T){
				"": m.check, "invite": m.doInvite, "invite more": m.doInvite, "accept": m.doAccept,
				"accept more": m.doAccept, "resend": m.doResend, "revoke": m.doRevoke, "change": m.doChange,
				"suspend": m.doSuspend, "reinstate": m.doReinstate, "remove": m.doRemove, "request": m.doRequest,
				"decide":     m.doDecide,
				"grantGroup": m.doGrantGroup, "place": m.doPlace, "wait": m.doWait,
			})
		})
	})
}

// limitChecks makes a test of random changes short, unless a number of checks or the long rounds are asked for.
func limitChecks(t *testing.T) {
	t.Helper()
	if checks := flag.Lookup("rapid.checks"); checks != nil && checks.Value.String() == checks.DefValue &&
		os.Getenv("MUNIMENT_SOAK") == "" {
		if err := checks.Value.Set("20"); err != nil {
			t.Fatal(err)
		}
	}
}

// grant is the access of a member in the model.
type grant struct {
	roles    vocabulary.RoleSet
	services vocabulary.ServiceSet
	below    bool
	ends     day.Day // 0 means none
}

func (g grant) exceeds(o grant) bool {
	return g.roles&^o.roles != 0 || g.services&^o.services != 0 || g.wider(o)
}

func (g grant) wider(o grant) bool {
	return g.below && !o.below || o.ends != 0 && (g.ends == 0 || g.ends > o.ends)
}

func (g grant) endsOn() *day.Day {
	if g.ends == 0 {
		return nil
	}
	return &g.ends
}

type member struct {
	grant
	id        gid.ID
	suspended clock.Instant
}

type offer struct {
	grant
	id, account gid.ID
	address     string
	sent        clock.Instant
	closed      bool
}

type wish struct {
	grant
	id, account, who gid.ID
	decided          bool
	// outside says that the requester did not see the account; granted, that the request was granted.
	outside, granted bool
}

type team struct {
	grant
	id, account gid.ID
	members     map[gid.ID]bool // by user
}

// model is the expected state of the members of harbor, and of dock below it.
type model struct {
	*world
	members  map[gid.ID]map[gid.ID]*member // by account and user
	people   []gid.ID
	emails   map[gid.ID]string
	operator gid.ID
	offers   []*offer
	wishes   []*wish
	teams    []*team
	known    map[gid.ID]map[gid.ID]bool // users with a record in the directory of an account
	count    int
}

func newModel(w *world) *model {
	m := &model{world: w, members: map[gid.ID]map[gid.ID]*member{w.harbor: {}, w.dock: {}},
		emails: map[gid.ID]string{},
		known:  map[gid.ID]map[gid.ID]bool{w.harbor: {}, w.dock: {}}}
	m.operator = w.user("operator", operating)
	m.people = append(m.people, w.ada, w.dora)
	m.emails[w.ada], m.emails[w.dora] = "ada@harbor.example", "dora@dock.example"
	m.members[w.harbor][w.ada] = &member{grant{roles(admin), vocabulary.EveryService, true, 0},
		w.membershipOf(w.ada, w.harbor).ID, 0}
	m.members[w.dock][w.dora] = &member{grant{roles(admin), vocabulary.EveryService, false, 0},
		w.membershipOf(w.dora, w.dock).ID, 0}
	for _, name := range []string{"bo", "cy"} {
		m.emails[w.user(name, email(name+"@harbor.example"))] = name + "@harbor.example"
		m.people = append(m.people, w.called(name))
	}
	for _, of := range []gid.ID{w.harbor, w.dock} {
		m.teams = append(m.teams, &team{id: w.group(of, "Team"), account: of, members: map[gid.ID]bool{}})
	}
	return m
}

func (m *model) accounts() []gid.ID { return []gid.ID{m.harbor, m.dock} }

func (m *model) inForce(x *member) bool {
	return x != nil && x.suspended == 0 && (x.ends == 0 || x.ends >= m.today())
}

// groups returns what the directory adds to a member.
func (m *model) groups(of, who gid.ID) grant {
	var sum grant
	if m.known[of][who] {
		sum.roles = roles(reader)
	}
	for _, g := range m.teams {
		if g.account == of && g.members[who] {
			sum.roles, sum.services = sum.roles|g.roles, sum.services|g.services
		}
	}
	return sum
}

// reach visits the memberships of a user that include an account today.
func (m *model) reach(who, of gid.ID, visit func(x *member, groups grant)) {
	for _, at := range m.accounts() {
		x := m.members[at][who]
		if m.inForce(x) && (at == of || at == m.harbor && x.below) {
			var groups grant // directory grants do not apply to accounts below
			if at == of {
				groups = m.groups(at, who)
			}
			visit(x, groups)
		}
	}
}

// may returns the expected error for a user who manages the members of an account: NOT_FOUND, FORBIDDEN or
// "", and whether they may grant access to accounts below.
func (m *model) may(who, of gid.ID) (fault.Code, bool) {
	if who == m.operator {
		return "", true
	}
	code, wide := fault.NotFound, false
	m.reach(who, of, func(x *member, groups grant) {
		if (x.roles | groups.roles).Has(admin) {
			code, wide = "", wide || x.roles.Has(admin) && x.below
		} else if code == fault.NotFound {
			code = change.Forbidden
		}
	})
	return code, wide
}

// sees reports whether a user sees the members, invitations, requests and groups of an account.
func (m *model) sees(who, of gid.ID) bool {
	code, _ := m.may(who, of)
	return code == ""
}

// administrators counts the administrators of an account: today, and without a last day.
func (m *model) administrators(of gid.ID) (today, lasting int) {
	for who, x := range m.members[of] {
		if m.inForce(x) && (x.roles | m.groups(of, who).roles).Has(admin) {
			today++
			if x.ends == 0 {
				lasting++
			}
		}
	}
	return today, lasting
}

// guarded makes a change in the model, and undoes it if it would leave an account without an administrator.
func (m *model) guarded(who, of gid.ID, do, undo func()) fault.Code {
	today, lasting := m.administrators(of)
	do()
	nowToday, nowLasting := m.administrators(of)
	if who != m.operator && (today > 0 && nowToday == 0 || lasting > 0 && nowLasting == 0) {
		undo()
		return account.LastAdministrator
	}
	return ""
}

// run makes a change, first as a dry run, and compares the results with those that the model expects.
func (m *model) run(t *rapid.T, want fault.Code, do func(r change.Request) (change.Outcome, error)) change.Outcome {
	before, last := m.dumpOf(kept), m.lastEntry()
	dry, dryErr := do(change.Request{DryRun: true})
	if d := cmp.Diff(before, m.dumpOf(kept)); d != "" {
		t.Fatalf("the dry run left data: %s", d)
	}
	outcome, err := do(change.Request{})
	for _, err := range []error{dryErr, err} {
		code := fault.Code("")
		if err != nil {
			code = fault.CodeOf(err)
		}
		if code != want {
			t.Fatalf("%v, want %q", err, want)
		}
	}
	after := m.dumpOf(kept)
	if want != "" {
		if d := cmp.Diff(before, after); d != "" {
			t.Fatalf("a refused change left data: %s", d)
		}
		return outcome
	}
	if d := cmp.Diff(known(dry.Effects, before), known(outcome.Effects, before)) +
		cmp.Diff(dry.Warnings, outcome.Warnings); d != "" {
		t.Fatalf("the dry run has another result: %s", d)
	}
	m.recorded(t, last, before, after)
	return outcome
}

// known returns effects without the ids of new rows.
func known(effects []change.Effect, before []string) []change.Effect {
	text := strings.Join(before, "\n")
	out := slices.Clone(effects)
	for i, e := range out {
		if !strings.Contains(text, fmt.Sprintf("id=%q", fmt.Sprint(int64(e.Subject)))) {
			out[i].Subject = 0
		}
	}
	return out
}

func (m *model) lastEntry() int64 {
	id, err := m.db.Client().AuditEntry.Query().Order(ent.Desc("id")).FirstID(m.all())
	if ent.IsNotFound(err) {
		return 0
	}
	m.must(err)
	return id
}

var (
	rowOf = regexp.MustCompile(`^(users|memberships|invitations|access_requests|directory_groups) id="(\d+)"`)
	// a proof of an address has an audit entry of its own
	touchedAt = regexp.MustCompile(` (updated_at|email_proven_at)="\d*"`)
)

// recorded expects exactly one audit entry for each changed subject, and no others.
func (m *model) recorded(t *rapid.T, last int64, before, after []string) {
	lines := map[string]int{}
	for _, line := range before {
		lines[touchedAt.ReplaceAllString(line, "")]++
	}
	for _, line := range after {
		lines[touchedAt.ReplaceAllString(line, "")]--
	}
	want := map[string]int{}
	for line, n := range lines {
		if found := rowOf.FindStringSubmatch(line); n != 0 && found != nil {
			want[found[2]] = 1
		}
	}
	got := map[string]int{}
	for _, e := range m.db.Client().AuditEntry.Query().Where(auditentry.IDGT(last)).AllX(m.all()) {
		got[fmt.Sprint(int64(*e.SubjectID))]++
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatalf("records: %s", d)
	}
}

// check compares the rights of all users with the model.
func (m *model) check(t *rapid.T) {
	m.clock.Advance(20 * time.Minute) // so that mail budgets do not interfere
	for _, who := range m.people {
		v := viewer.From(m.as(who))
		for _, of := range m.accounts() {
			var want grant
			m.reach(who, of, func(x *member, groups grant) {
				want.roles, want.services = want.roles|x.roles|groups.roles, want.services|x.services|groups.services
			})
			if v.Roles(of) != want.roles || v.Services(of) != want.services {
				t.Fatalf("%s in %s: %v and %v, want %v and %v", m.emails[who], of, v.Roles(of), v.Services(of),
					want.roles, want.services)
			}
		}
	}
	for of, members := range m.members {
		if n := m.db.Client().Membership.Query().Where(membership.AccountID(of)).CountX(m.all()); n != len(members) {
			t.Fatalf("%d members, want %d", n, len(members))
		}
	}
}

// ---- random inputs

// actor draws the user who manages an account: mostly one with the right to.
func (m *model) actor(t *rapid.T, of gid.ID) gid.ID {
	those := append([]gid.ID{m.operator}, m.people...)
	if rapid.IntRange(0, 3).Draw(t, "somebody who may") > 0 {
		those = slices.DeleteFunc(slices.Clone(those), func(who gid.ID) bool { return !m.sees(who, of) })
	}
	return rapid.SampledFrom(those).Draw(t, "actor")
}

func (m *model) somewhere(t *rapid.T) gid.ID {
	return rapid.SampledFrom(m.accounts()).Draw(t, "account")
}

func drawRoles(t *rapid.T) vocabulary.RoleSet {
	return rapid.SampledFrom([]vocabulary.RoleSet{roles(admin), roles(reader), roles(manager, reader),
		roles(admin, downloader)}).Draw(t, "roles")
}

func drawServices(t *rapid.T) vocabulary.ServiceSet {
	return vocabulary.ServiceSet(rapid.IntRange(0, 7).Draw(t, "services"))
}

func (m *model) drawGiven(t *rapid.T) grant {
	g := grant{drawRoles(t), drawServices(t), rapid.Bool().Draw(t, "below"), 0}
	if rapid.Bool().Draw(t, "has an end") {
		g.ends = m.today() + day.Day(rapid.IntRange(0, 20).Draw(t, "days"))
	}
	return g
}

// someMember draws a membership, or skips if there is none.
func (m *model) someMember(t *rapid.T) (of, who gid.ID, x *member) {
	of = m.somewhere(t)
	people := slices.Sorted(maps.Keys(m.members[of]))
	if len(people) == 0 {
		t.Skip("nobody is there")
	}
	who = rapid.SampledFrom(people).Draw(t, "member")
	return of, who, m.members[of][who]
}

// seesMember returns the expected error for a user who changes a membership.
func (m *model) seesMember(by, of, who gid.ID) (fault.Code, bool) {
	code, wide := m.may(by, of)
	if code == change.Forbidden && by != who {
		code = fault.NotFound // only administrators see others' memberships
	}
	return code, wide
}

// ---- actions

func (m *model) doInvite(t *rapid.T) {
	of, what := m.somewhere(t), m.drawGiven(t)
	by := m.actor(t, of)
	address := "new" + fmt.Sprint(m.count) + "@harbor.example"
	if rapid.IntRange(0, 3).Draw(t, "somebody known") > 0 {
		address = m.emails[rapid.SampledFrom(m.people).Draw(t, "whom")]
	}
	code, wide := m.may(by, of)
	open := slices.ContainsFunc(m.offers, func(o *offer) bool {
		return o.account == of && o.address == address && !o.closed && o.sent+fortnight > m.clock.Now()
	})
	switch {
	case code != "":
	case what.below && !wide:
		code = account.ReachTooWide
	case open:
		code = account.AlreadyInvited
	}
	if code == "" || code == account.AlreadyInvited {
		for who, x := range m.members[of] {
			switch {
			case m.emails[who] != address:
			case x.suspended != 0:
				code = account.Suspended
			case m.inForce(x):
				code = account.AlreadyMember
			}
		}
	}
	outcome := m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "inviteMembers"
		return m.InviteMembers(m.as(by), r, account.Invite{Account: of, Emails: []string{address},
			Grant: account.Grant{
				Roles: what.roles.List(), Services: what.services.List(), IncludeSubAccounts: what.below,
				EndsOn: what.endsOn()}})
	})
	if code != "" {
		return
	}
	m.count++
	for _, o := range m.offers { // an expired invitation is replaced
		o.closed = o.closed || o.account == of && o.address == address
	}
	m.offers = append(m.offers, &offer{what, outcome.IDs[0], of, address, m.clock.Now(), false})
}

const fortnight = clock.Instant(14 * 24 * time.Hour / time.Microsecond)

func (m *model) someOffer(t *rapid.T) *offer {
	if len(m.offers) == 0 {
		t.Skip("nobody is invited")
	}
	open := slices.DeleteFunc(slices.Clone(m.offers), func(o *offer) bool { return o.closed })
	if len(open) > 0 && rapid.IntRange(0, 4).Draw(t, "an open one") > 0 {
		return rapid.SampledFrom(open).Draw(t, "invitation")
	}
	return rapid.SampledFrom(m.offers).Draw(t, "invitation")
}

func (m *model) doAccept(t *rapid.T) {
	o := m.someOffer(t)
	token := m.token(o.id)
	anew := rapid.Bool().Draw(t, "not signed in")
	who := rapid.SampledFrom(m.people).Draw(t, "who accepts")
	if anew {
		who = 0
		for p, address := range m.emails {
			if address == o.address {
				who = p
			}
		}
	}
	code, x := fault.Code(""), m.members[o.account][who]
	what := o.grant
	switch {
	case o.closed || o.sent+fortnight <= m.clock.Now() || o.ends != 0 && o.ends < m.today():
		code = account.LinkInvalid
	case anew && who != 0:
		code = account.SignInRequired
	case x != nil && x.suspended != 0:
		code = account.Suspended
	case m.inForce(x) && !what.exceeds(x.grant):
		what = x.grant
	case m.inForce(x) && x.wider(what):
		code = account.ScopesDiffer
	case m.inForce(x):
		what.roles, what.services = what.roles|x.roles, what.services|x.services
	}
	var (
		made gid.ID
		user = who
	)
	if anew {
		before, last := m.dumpOf(kept), m.lastEntry()
		var err error
		user, made, err = m.AcceptAsNew(m.t.Context(), token, "Some Body")
		if err != nil && fault.CodeOf(err) != code || err == nil && code != "" {
			t.Fatalf("%v, want %q", err, code)
		}
		if code == "" {
			m.recorded(t, last, before, m.dumpOf(kept))
		}
	} else {
		outcome := m.run(t, code, func(r change.Request) (change.Outcome, error) {
			r.Action = "acceptInvitation"
			return m.AcceptInvitation(m.as(who), r, token)
		})
		if code == "" {
			made = outcome.IDs[0]
		}
	}
	if code != "" {
		return
	}
	if who == 0 {
		m.people = append(m.people, user)
		m.emails[user] = o.address
	}
	o.closed = true
	m.members[o.account][user] = &member{what, made, 0}
}

func (m *model) doResend(t *rapid.T) {
	o := m.someOffer(t)
	by := m.actor(t, o.account)
	code, wide := m.may(by, o.account)
	switch {
	case code != "":
		code = fault.NotFound // only administrators see invitations
	case o.closed:
		code = account.AlreadyDecided
	case o.ends != 0 && o.ends < m.today():
		code = fault.BadInput
	case o.below && !wide:
		code = account.ReachTooWide
	}
	m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "resendInvitation"
		return m.ResendInvitation(m.as(by), r, o.id)
	})
	if code == "" {
		o.sent = m.clock.Now()
	}
}

func (m *model) doRevoke(t *rapid.T) {
	o := m.someOffer(t)
	by := m.actor(t, o.account)
	code := fault.NotFound
	if m.sees(by, o.account) {
		code = ""
		if o.closed {
			code = account.AlreadyDecided
		}
	}
	m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "revokeInvitation"
		return m.RevokeInvitation(m.as(by), r, o.id)
	})
	o.closed = o.closed || code == ""
}

func (m *model) doChange(t *rapid.T) {
	of, who, x := m.someMember(t)
	by, before := m.actor(t, of), *x
	in, what := account.ChangedAccess{}, x.grant
	if rapid.Bool().Draw(t, "other roles") {
		what.roles = drawRoles(t)
		in.Roles = what.roles.List()
	}
	if rapid.Bool().Draw(t, "other services") {
		what.services = drawServices(t)
		in.Services = what.services.List()
	}
	if rapid.Bool().Draw(t, "another reach") {
		what.below = rapid.Bool().Draw(t, "below")
		in.IncludeSubAccounts = &what.below
	}
	switch rapid.IntRange(0, 4).Draw(t, "another end") {
	case 0:
		what.ends = m.today() + 5
		in.EndsOn = what.endsOn()
	case 1:
		what.ends, in.Perpetual = 0, yes()
	}
	code, wide := m.seesMember(by, of, who)
	if code == "" && what.below && !wide && what.exceeds(x.grant) {
		code = account.ReachTooWide
	}
	if code == "" {
		code = m.guarded(by, of, func() { x.grant = what }, func() { *x = before })
	}
	after := *x
	*x = before // restored, because the service has not made the change yet
	m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "changeMemberAccess"
		return m.ChangeMemberAccess(m.as(by), r, x.id, in)
	})
	*x = after
}

func (m *model) doSuspend(t *rapid.T) {
	of, who, x := m.someMember(t)
	by := m.actor(t, of)
	code, _ := m.seesMember(by, of, who)
	was := x.suspended
	if code == "" && was == 0 {
		code = m.guarded(by, of, func() { x.suspended = m.clock.Now() }, func() { x.suspended = 0 })
	}
	m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "suspendMember"
		return m.SuspendMember(m.as(by), r, x.id)
	})
}

func (m *model) doReinstate(t *rapid.T) {
	of, who, x := m.someMember(t)
	by := m.actor(t, of)
	code, wide := m.seesMember(by, of, who)
	if code == "" && x.suspended != 0 && x.below && !wide {
		code = account.ReachTooWide
	}
	m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "reinstateMember"
		return m.ReinstateMember(m.as(by), r, x.id)
	})
	if code == "" {
		x.suspended = 0
	}
}

func (m *model) doRemove(t *rapid.T) {
	of, who, x := m.someMember(t)
	by := m.actor(t, of)
	code, _ := m.seesMember(by, of, who)
	if code == "" && m.known[of][who] {
		code = account.InDirectory
	}
	if code == "" {
		code = m.guarded(by, of, func() { delete(m.members[of], who) }, func() { m.members[of][who] = x })
	}
	m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "removeMember"
		outcome, _, err := m.RemoveMember(m.as(by), r, x.id, 0)
		return outcome, err
	})
}

func (m *model) doRequest(t *rapid.T) {
	who, of, what := rapid.SampledFrom(m.people).Draw(t, "who"), m.somewhere(t),
		grant{roles: drawRoles(t), services: drawServices(t)}
	sees := false
	m.reach(who, of, func(*member, grant) { sees = true })
	waits := slices.ContainsFunc(m.wishes, func(w *wish) bool {
		return w.account == of && w.who == who && !w.decided && !(sees && w.outside)
	})
	x, groups := m.members[of][who], m.groups(of, who)
	code := fault.Code("")
	switch {
	case !sees:
	case waits:
		code = account.AlreadyRequested
	case m.inForce(x) && what.roles&^(x.roles|groups.roles) == 0 && what.services&^(x.services|groups.services) == 0:
		code = account.AlreadyMember
	}
	outcome := m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "requestAccess"
		return m.RequestAccess(m.as(who), r,
			account.WantedAccess{Account: of, Roles: what.roles.List(), Services: what.services.List()})
	})
	m.work()
	switch {
	case code != "" || waits:
	case sees:
		m.wishes = append(m.wishes, &wish{grant: what, id: outcome.IDs[0], account: of, who: who})
	default:
		m.wishes = append(m.wishes, &wish{grant: what, id: m.waiting(who, of), account: of, who: who, outside: true})
	}
}

func (m *model) doDecide(t *rapid.T) {
	if len(m.wishes) == 0 {
		t.Skip("nobody asks")
	}
	q := rapid.SampledFrom(m.wishes).Draw(t, "request")
	by := m.actor(t, q.account)
	in := account.Decision{Grant: rapid.IntRange(0, 3).Draw(t, "grant") > 0}
	what := grant{roles: q.roles, services: q.services}
	if rapid.Bool().Draw(t, "other roles") {
		what.roles = drawRoles(t)
		in.Roles = what.roles.List()
	}
	x := m.members[q.account][q.who]
	code, wide := m.may(by, q.account)
	if code == change.Forbidden && (by != q.who || q.outside && !q.granted) {
		code = fault.NotFound // a requester sees an outside request only once it is granted
	}
	switch {
	case code != "":
	case q.decided:
		code = account.AlreadyDecided
	case in.Grant && x != nil && x.suspended != 0:
		code = account.Suspended
	case in.Grant && m.inForce(x):
		what.below, what.ends = x.below, x.ends
		if what.below && !wide && what.exceeds(x.grant) {
			code = account.ReachTooWide
		}
		what.roles, what.services = what.roles|x.roles, what.services|x.services
	}
	outcome := m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "decideAccessRequest"
		return m.DecideAccessRequest(m.as(by), r, q.id, in)
	})
	if code != "" {
		return
	}
	q.decided, q.granted = true, in.Grant
	if in.Grant {
		m.members[q.account][q.who] = &member{what, outcome.IDs[1], 0}
	}
}

func (m *model) doGrantGroup(t *rapid.T) {
	g := rapid.SampledFrom(m.teams).Draw(t, "group")
	by := m.actor(t, g.account)
	before, what := g.grant, grant{services: drawServices(t)}
	if rapid.Bool().Draw(t, "has roles") {
		what.roles = drawRoles(t)
	}
	code, _ := m.may(by, g.account)
	if code != "" {
		code = fault.NotFound // only administrators see groups
	}
	if code == "" {
		code = m.guarded(by, g.account, func() { g.grant = what }, func() { g.grant = before })
	}
	after := g.grant
	g.grant = before
	m.run(t, code, func(r change.Request) (change.Outcome, error) {
		r.Action = "grantDirectoryGroup"
		return m.GrantDirectoryGroup(m.as(by), r, g.id, what.roles.List(), what.services.List())
	})
	g.grant = after
}

// doPlace adds a member to a group as the directory.
func (m *model) doPlace(t *rapid.T) {
	of, who, x := m.someMember(t)
	for _, g := range m.teams {
		if g.account == of && !g.members[who] {
			m.must(m.place(of, g.id, x.id))
			g.members[who], m.known[of][who] = true, true
		}
	}
}

func (m *model) doWait(t *rapid.T) {
	m.clock.Advance(time.Duration(rapid.IntRange(1, 4).Draw(t, "days")) * 24 * time.Hour)
}
