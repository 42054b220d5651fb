package account_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func yes() *bool { b := true; return &b }

func no() *bool { b := false; return &b }

func TestAccessIsChanged(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo")
		id := w.member(bo, w.harbor)
		last, later := w.today()+5, w.today()+9
		change := func(in account.ChangedAccess) change.Outcome {
			t.Helper()
			outcome, err := w.ChangeMemberAccess(w.as(w.ada), request("changeMemberAccess"), id, in)
			w.must(err)
			return outcome
		}
		change(account.ChangedAccess{Roles: []vocabulary.Role{manager}, ProductLine: w.productLine,
			IncludeSubAccounts: yes(), EndsOn: &last})
		m := w.membership(id)
		if m.Roles != roles(manager) || m.ServiceAccess != vocabulary.EveryService ||
			*m.ProductLineID != w.productLine || !m.IncludeSubAccounts || *m.EndsOn != last {
			t.Errorf(
				"%+v, want Roles = %v, ServiceAccess = %v, ProductLineID = %v, IncludeSubAccounts = true and "+
					"EndsOn = %v",
				m, roles(manager), vocabulary.EveryService, w.productLine, last)
		}
		if got := ends(change(account.ChangedAccess{EndsOn: &later})); got != "endsOn "+last.String()+" -> "+
			later.String() {
			t.Errorf("another last day: %s, want %v", got, "endsOn "+last.String()+" -> "+
				later.String())
		}
		lifted := change(account.ChangedAccess{Services: []vocabulary.Service{}, EveryProductLine: yes(),
			IncludeSubAccounts: no(), Perpetual: yes()})
		if got := ends(lifted); got != "endsOn "+later.String()+" -> none, perpetual false -> true" {
			t.Errorf("without end: %s", got)
		}
		m = w.membership(id)
		if m.Roles != roles(manager) || m.ServiceAccess != 0 || m.ProductLineID != nil || m.IncludeSubAccounts ||
			m.EndsOn != nil {
			t.Errorf(
				"%+v, want Roles = %v, ServiceAccess = 0, ProductLineID = nil, IncludeSubAccounts = false and "+
					"EndsOn = nil",
				m, roles(manager))
		}
		before := w.dump()
		if outcome := change(account.ChangedAccess{Roles: []vocabulary.Role{manager}}); len(outcome.Effects) != 0 ||
			outcome.IDs[0] != id {
			t.Errorf("%+v, want len(Effects) = 0 and IDs[0] = %v", outcome, id)
		}
		if d := cmp.Diff(before, w.dump()); d != "" {
			t.Errorf("a change without effect left data: %s", d)
		}
	})
}

// ends writes the effects that say when a membership ends.
func ends(o change.Outcome) string {
	var list []string
	text := func(s *string) string {
		if s == nil {
			return "none"
		}
		return *s
	}
	for _, e := range o.Effects {
		if e.Field == "endsOn" || e.Field == "perpetual" {
			list = append(list, e.Field+" "+text(e.Before)+" -> "+text(e.After))
		}
	}
	return strings.Join(list, ", ")
}

func TestChangesOfMembersAreRefused(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		past, future := w.today()-1, w.today()+1
		bo, cy := w.user("bo"), w.user("cy")
		id, wide := w.member(bo, w.harbor), w.member(cy, w.dock, below)
		limited := w.member(cy, w.harbor, administrator,
			func(m *ent.MembershipCreate) { m.SetProductLineID(w.productLine) })
		w.moveHome(w.meadow)
		lone := w.user("lone")
		w.member(lone, w.meadow, administrator)
		away := w.member(bo, w.meadow)
		for name, test := range map[string]struct {
			who    gid.ID
			member gid.ID
			in     account.ChangedAccess
			code   fault.Code
			field  string
		}{
			"oneself": {bo, id, account.ChangedAccess{Roles: []vocabulary.Role{admin}}, change.Forbidden,
				""},
			"another account's": {w.dora, id, account.ChangedAccess{}, fault.NotFound, "input.membership"},
			"none such": {w.ada, gid.New(gid.Membership, 1), account.ChangedAccess{}, fault.NotFound,
				"input.membership"},
			"kept elsewhere": {lone, away, account.ChangedAccess{Roles: []vocabulary.Role{manager}},
				change.HomeElsewhere, ""},
			"no roles": {w.ada, id, account.ChangedAccess{Roles: []vocabulary.Role{}}, fault.BadInput, "input.roles"},
			"a wrong service": {w.ada, id, account.ChangedAccess{Services: []vocabulary.Service{"TEA"}},
				fault.BadInput, "input.serviceAccess"},
			"two lines": {w.ada, id, account.ChangedAccess{ProductLine: w.productLine,
				EveryProductLine: yes()}, fault.BadInput, "input.everyProductLine"},
			"two ends": {w.ada, id, account.ChangedAccess{EndsOn: &future, Perpetual: yes()}, fault.BadInput,
				"input.perpetual"},
			"an end, not which": {w.ada, id, account.ChangedAccess{Perpetual: no()}, fault.BadInput,
				"input.perpetual"},
			"a line, not which": {w.ada, id, account.ChangedAccess{EveryProductLine: no()}, fault.BadInput,
				"input.everyProductLine"},
			"an end before": {w.ada, id, account.ChangedAccess{EndsOn: &past}, fault.BadInput, "input.endsOn"},
			"an administrator of a line": {w.ada, id,
				account.ChangedAccess{Roles: []vocabulary.Role{admin}, ProductLine: w.productLine},
				fault.BadInput, "input.productLine"},
			"below, not reached": {w.dora, w.membershipOf(w.dora, w.dock).ID,
				account.ChangedAccess{IncludeSubAccounts: yes()}, account.ReachTooWide, "input.includeSubAccounts"},
			"more below, not reached": {w.dora, wide,
				account.ChangedAccess{Roles: []vocabulary.Role{admin}}, account.ReachTooWide,
				"input.includeSubAccounts"},
			"the last administrator": {w.dora, w.membershipOf(w.dora, w.dock).ID,
				account.ChangedAccess{Roles: []vocabulary.Role{reader}}, account.LastAdministrator, ""},
			"a last day for the last": {w.dora, w.membershipOf(w.dora, w.dock).ID,
				account.ChangedAccess{EndsOn: &future}, account.LastAdministrator, ""},
			"by one above": {w.ada, w.membershipOf(w.dora, w.dock).ID,
				account.ChangedAccess{Roles: []vocabulary.Role{reader}}, account.LastAdministrator, ""},
			"a line for the last": {w.dora, w.membershipOf(w.dora, w.dock).ID,
				account.ChangedAccess{ProductLine: w.productLine}, fault.BadInput, "input.productLine"},
			"an administrator of a product line does not count": {w.ada, w.membershipOf(w.ada, w.harbor).ID,
				account.ChangedAccess{Roles: []vocabulary.Role{manager}}, account.LastAdministrator, ""},
		} {
			before := w.dump()
			_, err := w.ChangeMemberAccess(w.as(test.who), request("changeMemberAccess"), test.member, test.in)
			t.Run(name, func(t *testing.T) { refused(t, err, test.code, test.field) })
			if d := cmp.Diff(before, w.dump()); d != "" {
				t.Errorf("%s: something remains: %s", name, d)
			}
		}
		_, err := w.ChangeMemberAccess(t.Context(), request("changeMemberAccess"), id, account.ChangedAccess{})
		refused(t, err, change.Unauthenticated, "")
		// An administrator may reduce a grant that they could not make, and may change other parts of an older grant
		// for a product line.
		_, err = w.ChangeMemberAccess(w.as(w.dora), request("changeMemberAccess"), wide,
			account.ChangedAccess{Services: []vocabulary.Service{}})
		w.must(err)
		_, err = w.ChangeMemberAccess(w.as(w.ada), request("changeMemberAccess"), limited,
			account.ChangedAccess{Services: []vocabulary.Service{}})
		w.must(err)
	})
}

// ways are the changes by which an account loses an administrator.
func (w *world) ways() map[string]func(ctx context.Context, id gid.ID) (change.Outcome, error) {
	soon := w.today() + 10
	return map[string]func(ctx context.Context, id gid.ID) (change.Outcome, error){
		"demoted": func(ctx context.Context, id gid.ID) (change.Outcome, error) {
			return w.ChangeMemberAccess(ctx, request("changeMemberAccess"), id,
				account.ChangedAccess{Roles: []vocabulary.Role{manager}})
		},
		"given a last day": func(ctx context.Context, id gid.ID) (change.Outcome, error) {
			return w.ChangeMemberAccess(ctx, request("changeMemberAccess"), id, account.ChangedAccess{EndsOn: &soon})
		},
		"suspended": func(ctx context.Context, id gid.ID) (change.Outcome, error) {
			return w.SuspendMember(ctx, request("suspendMember"), id)
		},
		"removed": func(ctx context.Context, id gid.ID) (change.Outcome, error) {
			outcome, _, err := w.RemoveMember(ctx, request("removeMember"), id, 0)
			return outcome, err
		},
	}
}

func TestTheLastAdministratorStays(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		// None of these counts as a remaining administrator.
		off := w.user("off", inactive)
		w.member(off, w.dock, administrator)
		w.member(w.user("until"), w.dock, administrator, ending(w.today()+90))
		w.member(w.user("ended"), w.dock, administrator, ending(w.today()-1))
		w.member(w.user("paused"), w.dock, administrator, func(m *ent.MembershipCreate) { m.SetSuspendedAt(1) })
		w.member(w.user("limited"), w.dock, administrator,
			func(m *ent.MembershipCreate) { m.SetProductLineID(w.productLine) })
		boss := w.user("boss", operating)
		dora := w.membershipOf(w.dora, w.dock).ID
		for name, lose := range w.ways() {
			for who, ctx := range map[string]context.Context{"herself": w.as(w.dora), "one above": w.as(w.ada)} {
				before := w.dump()
				_, err := lose(ctx, dora)
				t.Run(name+" by "+who, func(t *testing.T) { refused(t, err, account.LastAdministrator, "") })
				if d := cmp.Diff(before, w.dump()); d != "" {
					t.Errorf("%s by %s: something remains: %s", name, who, d)
				}
			}
		}
		// Operators may, with a warning; programs of the producer may not.
		program := w.program(access.NewKey{Name: "sync", Producer: vocabulary.ProducerRoleIntegration,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite}})
		_, err := w.SuspendMember(program, request("suspendMember"), dora)
		refused(t, err, account.LastAdministrator, "")
		outcome, err := w.SuspendMember(w.as(boss), request("suspendMember"), dora)
		if err != nil || len(outcome.Warnings) != 1 || outcome.Warnings[0].Code != string(account.LastAdministrator) {
			t.Errorf("%+v, %v, want len(Warnings) = 1 and Code = %v", outcome, err, string(account.LastAdministrator))
		}
	})
}

func TestAnAdministratorMayLeaveIfAnotherStays(t *testing.T) {
	for _, name := range []string{"demoted", "given a last day", "suspended", "removed"} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, w *world) {
				id := w.membershipOf(w.dora, w.dock).ID
				group := gid.New(gid.DirectoryGroup, w.dock.Locality())
				// The other administrator has the role only by a directory group.
				other := w.member(w.user("other"), w.dock,
					func(m *ent.MembershipCreate) { m.SetDirectoryRoles(roles(admin)) })
				w.write(func(ctx context.Context, c *ent.Client) error {
					err := c.DirectoryGroup.Create().SetID(group).SetAccountID(w.dock).SetName("Admins").
						SetNameKey("admins").
						SetRoles(roles(admin)).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
					if err != nil {
						return err
					}
					record, err := recordOf(ctx, c,
						c.Membership.Query().Where(membership.ID(other)).WithUser().OnlyX(ctx))
					if err != nil {
						return err
					}
					return c.DirectoryGroupMember.Create().SetAccountID(w.dock).SetDirectoryGroupID(group).
						SetDirectoryRecordID(record).Exec(ctx)
				})
				_, err := w.ways()[name](w.as(w.dora), id)
				w.must(err)
				for way, lose := range w.ways() {
					if way == "demoted" || way == "removed" {
						continue // the role from the directory stays
					}
					_, err := lose(w.as(w.ada), other)
					t.Run("the other "+way, func(t *testing.T) { refused(t, err, account.LastAdministrator, "") })
				}
				_, err = w.GrantDirectoryGroup(w.as(w.ada), request("grantDirectoryGroup"), group, nil, nil)
				refused(t, err, account.LastAdministrator, "")
			})
		})
	}
}

func TestTwoAdministratorsDoNotRemoveEachOther(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for range 10 {
			here := w.account("Twin")
			var people, members []gid.ID
			w.together(func() {
				for range 2 {
					u := w.user(gid.New(gid.User, gid.NewLocality()).String())
					people, members = append(people, u), append(members, w.member(u, here, administrator))
				}
			})
			ways := w.ways()
			var (
				all  sync.WaitGroup
				errs = make([]error, 2)
			)
			for i, way := range []string{"removed", "suspended"} {
				ctx := w.as(people[i])
				all.Go(func() { _, errs[i] = ways[way](ctx, members[1-i]) })
			}
			all.Wait()
			lost := 0
			for _, err := range errs {
				switch fault.CodeOf(err) {
				case account.LastAdministrator, change.Forbidden, fault.NotFound:
				default:
					if err != nil {
						t.Error(err)
					}
					lost++
				}
			}
			if lost != 1 {
				t.Errorf("%d were lost: %v", lost, errs)
			}
		}
	})
}

func TestManyAdministratorsLeaveAtOnceButOneStays(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		here := w.account("Crowd")
		var people []gid.ID
		w.together(func() {
			for range 12 {
				people = append(people, w.user(gid.New(gid.User, gid.NewLocality()).String()))
				w.member(people[len(people)-1], here, administrator)
			}
		})
		ways := w.ways()
		var all sync.WaitGroup
		for i, name := range []string{"demoted", "given a last day", "suspended", "removed", "demoted",
			"given a last day", "suspended", "removed", "demoted", "removed", "removed", "suspended"} {
			ctx, id := w.as(people[i]), w.membershipOf(people[i], here).ID
			all.Go(func() {
				if _, err := ways[name](ctx, id); err != nil && fault.CodeOf(err) != account.LastAdministrator {
					t.Error(err)
				}
			})
		}
		all.Wait()
		stay := 0
		for _, u := range people {
			if m := w.membershipOf(u, here); m != nil && m.Roles == roles(admin) && m.EndsOn == nil &&
				m.SuspendedAt == nil {
				stay++
			}
		}
		if stay != 1 {
			t.Errorf("%d stay, want 1", stay)
		}
	})
}

// open creates a session and a key for a user and returns their secrets.
func (w *world) open(user gid.ID) (session, key string) {
	w.t.Helper()
	session = w.session(user)
	v, err := w.access.Session(w.t.Context(), session)
	w.must(err)
	_, key, err = w.access.CreateKey(viewer.With(w.t.Context(), v), request("createApiKey"),
		access.NewKey{Name: "laptop", Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})
	w.must(err)
	return session, key
}

// sees lists which of the credentials still work; "+" means that they reach the account.
func (w *world) sees(session, key string, account gid.ID) string {
	out := ""
	if v, err := w.access.Session(w.t.Context(), session); err == nil {
		out += "session"
		if v.Sees(account) {
			out += "+"
		}
	}
	if v, err := w.access.Key(w.t.Context(), key); err == nil {
		out += " key"
		if v.Sees(account) {
			out += "+"
		}
	}
	return strings.TrimSpace(out)
}

func TestASuspendedMemberLosesAccessWithTheNextRequest(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for name, test := range map[string]struct {
			prepare         func(user gid.ID)
			suspend, remove string
		}{
			"alone":                {func(gid.ID) {}, "key", ""},
			"with another account": {func(u gid.ID) { w.member(u, w.meadow) }, "session key", "session key"},
			"with one that ended":  {func(u gid.ID) { w.member(u, w.meadow, ending(w.today()-1)) }, "key", ""},
		} {
			bo := w.user("bo " + name)
			id := w.member(bo, w.harbor)
			test.prepare(bo)
			session, key := w.open(bo)
			if got := w.sees(session, key, w.harbor); got != "session+ key+" {
				t.Fatalf(`%s: before %q, want "session+ key+"`, name, got)
			}
			_, err := w.SuspendMember(w.as(w.ada), request("suspendMember"), id)
			w.must(err)
			if got := w.sees(session, key, w.harbor); got != test.suspend {
				t.Errorf("%s: suspended %q, want %q", name, got, test.suspend)
			}
			outcome, err := w.SuspendMember(w.as(w.ada), request("suspendMember"), id)
			if err != nil || len(outcome.Effects) != 0 || outcome.Warnings[0].Code != "ALREADY_SUSPENDED" {
				t.Errorf("twice: %+v, %v", outcome, err)
			}
			_, err = w.ReinstateMember(w.as(w.ada), request("reinstateMember"), id)
			w.must(err)
			if m := w.membership(id); m.SuspendedAt != nil || m.Roles != roles(reader) {
				t.Errorf("reinstated: %+v, want SuspendedAt = nil and Roles = %v", m, roles(reader))
			}
			outcome, err = w.ReinstateMember(w.as(w.ada), request("reinstateMember"), id)
			if err != nil || len(outcome.Effects) != 0 || outcome.Warnings[0].Code != "NOT_SUSPENDED" {
				t.Errorf("twice: %+v, %v", outcome, err)
			}
			if session = w.session(bo); w.sees(session, key, w.harbor) != "session+ key+" {
				t.Errorf(`%s: reinstated %q, want "session+ key+"`, name, w.sees(session, key, w.harbor))
			}
			_, _, err = w.RemoveMember(w.as(w.ada), request("removeMember"), id, 0)
			w.must(err)
			if got := w.sees(session, key, w.harbor); got != test.remove {
				t.Errorf("%s: removed %q, want %q", name, got, test.remove)
			}
		}
	})
}

func TestReinstatingNeedsTheReachOfTheMembership(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		id := w.member(w.user("bo"), w.dock, below)
		_, err := w.SuspendMember(w.as(w.dora), request("suspendMember"), id)
		w.must(err)
		_, err = w.ReinstateMember(w.as(w.dora), request("reinstateMember"), id)
		refused(t, err, account.ReachTooWide, "input.membership")
		_, err = w.ReinstateMember(w.as(w.ada), request("reinstateMember"), id)
		w.must(err)
	})
}

func TestTheProducersPeopleAreNotSignedOutByACustomer(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		boss := w.user("boss", operating)
		id := w.member(boss, w.harbor)
		session, key := w.open(boss)
		_, _, err := w.RemoveMember(w.as(w.ada), request("removeMember"), id, 0)
		w.must(err)
		if got := w.sees(session, key, w.harbor); got != "session+ key+" {
			t.Errorf(`%q, want "session+ key+"`, got)
		}
	})
}

func (w *world) device(account gid.ID, name, label string) gid.ID {
	id := gid.New(gid.Device, account.Locality())
	w.write(func(ctx context.Context, c *ent.Client) error {
		return c.Device.Create().SetID(id).SetAccountID(account).SetFingerprint(id.String()).SetName(name).
			SetUserLabel(label).
			SetKind(vocabulary.DeviceKindClient).SetStatus(vocabulary.DeviceStatusActive).SetCreatedAt(1).
			SetUpdatedAt(1).Exec(ctx)
	})
	return id
}

func TestRemovingReportsWhatTheMemberHeld(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		id, recipient := w.member(bo, w.harbor, administrator), w.member(w.user("cy"), w.harbor)
		session, key := w.open(bo)
		w.invite(w.as(bo), w.harbor, "new@harbor.example", reader)
		laptop, desk := w.device(w.harbor, "laptop", "bo"), w.device(w.harbor, "", "bo@harbor.example")
		other, foreign := w.device(w.harbor, "other", "bob"), w.device(w.meadow, "foreign", "bo")
		ended := w.member(w.user("gone"), w.harbor, ending(w.today()-1))
		for _, wrong := range []struct {
			to   gid.ID
			code fault.Code
		}{{id, fault.BadInput}, {ended, fault.BadInput}, {w.membershipOf(w.dora, w.dock).ID, fault.NotFound},
			{bo, fault.NotFound}} {
			_, _, err := w.RemoveMember(w.as(w.ada), request("removeMember"), id, wrong.to)
			refused(t, err, wrong.code, "input.reassignTo")
		}
		once := "once"
		r := change.Request{Action: "removeMember", Key: &once, Input: id.String()}
		dry := r
		dry.Key, dry.DryRun = nil, true
		before := w.dump()
		planned, plannedHoldings, err := w.RemoveMember(w.as(w.ada), dry, id, recipient)
		w.must(err)
		if d := cmp.Diff(before, w.dump()); d != "" {
			t.Errorf("a dry run left data: %s", d)
		}
		ctx := w.as(w.ada)
		outcome, holdings, err := w.RemoveMember(ctx, r, id, recipient)
		w.must(err)
		if d := cmp.Diff(planned.Effects, outcome.Effects) + cmp.Diff(plannedHoldings, holdings); d != "" {
			t.Errorf("the dry run has another result: %s", d)
		}
		if outcome.IDs[0] != bo || w.membershipOf(bo, w.harbor) != nil || w.sees(session, key, w.harbor) != "" {
			t.Errorf(`%+v, want IDs[0] = %v, membershipOf = nil and sees = ""`, outcome, bo)
		}
		kinds := map[string]string{}
		for _, h := range holdings {
			kinds[string(h.Kind)+" "+h.Label] = string(h.Fate)
			if h.ID == 0 {
				t.Errorf("%+v, want ID != 0", h)
			}
		}
		want := map[string]string{"DEVICE laptop": "REASSIGNED", "DEVICE " + desk.String(): "REASSIGNED",
			"API_KEY laptop": "ENDED",
			"SESSION signed in on 22 November 2026, 12:00 UTC": "ENDED", "INVITATION new@harbor.example": "KEPT"}
		if d := cmp.Diff(want, kinds); d != "" {
			t.Error(d)
		}
		for id, label := range map[gid.ID]string{laptop: "cy", desk: "cy", other: "bob", foreign: "bo"} {
			if row := w.db.Client().Device.Query().Where(device.ID(id)).OnlyX(w.all()); row.UserLabel != label {
				t.Errorf("%s is %s's", row.Name, row.UserLabel)
			}
		}
		if w.db.Client().APIKey.Query().Where(apikey.UserID(bo), apikey.RevokedAtIsNil()).ExistX(w.all()) {
			t.Error("a key works")
		}
		mails := w.mails()
		if mails[len(mails)-1] != "membership_ended bo@harbor.example Harbor" {
			t.Errorf(`%v, want "membership_ended bo@harbor.example Harbor"`, mails)
		}
		// One audit entry for each subject: the membership, the user, the key and two devices.
		subjects := map[gid.ID]int{}
		for _, e := range w.db.Client().AuditEntry.Query().Where(auditentry.Action("removeMember")).AllX(w.all()) {
			subjects[*e.SubjectID]++
		}
		for subject, n := range subjects {
			if n != 1 {
				t.Errorf("%s has %d records", subject, n)
			}
		}
		if len(subjects) != 5 {
			t.Errorf("%v, want 5 of them", subjects)
		}
		// A repetition of the request gets the stored answer although the membership is removed; another request gets
		// NOT_FOUND.
		again, sameHoldings, err := w.RemoveMember(ctx, r, id, recipient)
		if err != nil || !again.Replayed || cmp.Diff(holdings, sameHoldings) != "" || again.IDs[0] != bo {
			t.Errorf(`%+v, %v, want Replayed = true, Diff = "" and IDs[0] = %v`, again, err, bo)
		}
		_, _, err = w.RemoveMember(ctx, request("removeMember"), id, 0)
		refused(t, err, fault.NotFound, "input.membership")
		another := "another"
		r.Key = &another
		_, _, err = w.RemoveMember(ctx, r, id, recipient)
		refused(t, err, fault.NotFound, "input.membership")
	})
}

func TestRemovingDoesNotRevealOtherAccounts(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo, boss := w.user("bo"), w.user("boss", operating)
		id := w.member(bo, w.harbor)
		w.member(bo, w.meadow)
		w.open(bo)
		dry := change.Request{Action: "removeMember", DryRun: true}
		_, holdings, err := w.RemoveMember(w.as(w.ada), dry, id, 0)
		if err != nil || len(holdings) != 0 {
			t.Errorf("%+v, %v, want none", holdings, err)
		}
		_, holdings, err = w.RemoveMember(w.as(boss), dry, id, 0)
		if err != nil || len(holdings) != 2 || holdings[0].Fate != "KEPT" {
			t.Errorf(`%+v, %v, want len(holdings) = 2 and Fate = "KEPT"`, holdings, err)
		}
	})
}

func TestRemovingWarnsIfTheMemberCanJoinAgain(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.allow(w.harbor, "harbor.example")
		id := w.member(w.user("bo", email("bo@harbor.example")), w.harbor)
		outcome, _, err := w.RemoveMember(w.as(w.ada), request("removeMember"), id, 0)
		if err != nil || len(outcome.Warnings) != 1 || outcome.Warnings[0].Code != string(account.MayJoinAgain) {
			t.Errorf("%+v, %v, want len(Warnings) = 1 and Code = %v", outcome, err, string(account.MayJoinAgain))
		}
	})
}

func TestARightRemovedDuringARequestDoesNotCount(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo, cy := w.user("bo"), w.user("cy")
		was := w.member(bo, w.harbor, administrator)
		id := w.member(cy, w.harbor)
		ctx := w.as(bo) // the request began
		_, err := w.SuspendMember(w.as(w.ada), request("suspendMember"), was)
		w.must(err)
		_, _, err = w.RemoveMember(ctx, request("removeMember"), id, 0)
		refused(t, err, fault.NotFound, "input.membership") // as for anybody who is not a member
		_, err = w.ReinstateMember(w.as(w.ada), request("reinstateMember"), was)
		w.must(err)
		ctx = w.as(bo)
		_, err = w.ChangeMemberAccess(w.as(w.ada), request("changeMemberAccess"), was,
			account.ChangedAccess{Roles: []vocabulary.Role{reader}})
		w.must(err)
		_, _, err = w.RemoveMember(ctx, request("removeMember"), id, 0)
		refused(t, err, change.Forbidden, "")
	})
}

func TestAKeyOfTheAccountManagesItsMembers(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.program(access.NewKey{Name: "hr", Account: w.harbor, IncludeSubAccounts: true,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite},
			Roles:  []vocabulary.Role{admin}})
		w.invite(ctx, w.dock, "bo@dock.example", reader) // the key includes the accounts below
		id := w.member(w.user("cy"), w.harbor)
		once := "once"
		r := change.Request{Action: "removeMember", Key: &once, Input: id.String()}
		_, _, err := w.RemoveMember(ctx, r, id, 0)
		w.must(err)
		again, _, err := w.RemoveMember(ctx, r, id, 0)
		if err != nil || !again.Replayed {
			t.Errorf("%+v, %v", again, err)
		}
		if d := cmp.Diff([]string{"hr inviteMembers bo@dock.example"}, w.recordsOf(w.dock)); d != "" {
			t.Error(d)
		}
	})
}

func TestAMembershipEndsByItself(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo")
		w.member(bo, w.harbor, ending(day.Of(noon)))
		session := w.session(bo)
		if got := w.sees(session, "", w.harbor); got != "session+" {
			t.Errorf(`on the last day: %q, want "session+"`, got)
		}
		w.clock.Advance(12 * time.Hour)
		session = w.session(bo)
		if got := w.sees(session, "", w.harbor); got != "session" {
			t.Errorf(`a day later: %q, want "session"`, got)
		}
	})
}
