package account_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/outsiderequest"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/event"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// evelyn is a user with data in every table that may hold personal data.
type evelyn struct {
	id       gid.ID
	operator gid.ID
	// other is another user, whose data must stay.
	other gid.ID
}

// marks are texts that must not be found after the erasure, in lower case.
var marks = []string{"evelyn", "lovelace", "+44 20 7946", "evie", "subject-of-eve", "eve-in-crm"}

func traces(t *testing.T, w *world) evelyn {
	t.Helper()
	var e evelyn
	const address, before = "evelyn@lovelace.example", "evie@old.example"
	w.together(func() {
		e.operator = w.user("olga", operating, email("olga@producer.example"))
		e.other = w.user("otto", email("otto@harbor.example"))
		w.member(e.other, w.harbor)
		e.id = w.user("Evelyn.Lovelace", email(address), func(c *ent.UserCreate) {
			c.SetFirstName("Evelyn").SetLastName("Lovelace").SetDisplayName("Dr. Evelyn Lovelace").
				SetPhone("+44 20 7946 0000").SetLocale("en-GB").
				SetTimeZone("Europe/London").SetEmailProvenAt(1).SetLastSignInAt(1)
		})
		w.member(e.id, w.harbor, administrator)
		w.member(e.id, w.meadow, administrator)
	})
	w.must(w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
		u := tx.Client().User.GetX(ctx, e.id)
		if err := search.KeepUser(ctx, tx, u); err != nil {
			return err
		}
		member := w.membershipIn(tx, e.id, w.harbor)
		text := func(s string) *string { return &s }
		if err := tx.Client().AccountLink.Create().SetParentID(w.harbor).SetChildID(w.dock).Exec(ctx); err != nil {
			return err
		}
		if err := event.Append(ctx, tx, 1, event.Event{Type: "UserChanged", Subject: e.id,
			Old: map[string]string{"email": before}, Cause: "x"},
			event.Event{Type: "KeyChanged", Subject: gid.New(gid.APIKey, 1),
				New: map[string]string{"grantedBy": "Evelyn.Lovelace", "n": "1"}, Cause: "x"}); err != nil {
			return err
		}
		return audit.Record(ctx, tx, w.clock.Now(),
			audit.Entry{Action: "changeAddress", Subject: e.id, Label: "Evelyn.Lovelace", Reason: "she was married",
				Fields: []audit.Field{{Field: "email", Before: text(before), After: text(address)},
					{Field: "secretHobby", After: text("chess")}}},
			audit.Entry{Account: w.harbor, Action: "changeMemberAccess", Subject: member, Label: "Evelyn.Lovelace",
				Reason: "she asked for it",
				Fields: []audit.Field{{Field: "roles", Before: text("READER"), After: text("ACCOUNT_ADMINISTRATOR")}}},
			audit.Entry{Account: w.dock, Action: "removeMember", Subject: gid.New(gid.Membership, 1),
				Label: "evelyn.lovelace", Reason: "she left us"},
			audit.Entry{Account: w.harbor, Action: "other", Label: "otto",
				Reason: "as asked by <EVELYN@lovelace.example>, and otto"},
			audit.Entry{Account: w.harbor, Action: "other", Label: "otto", Reason: "untouched",
				Fields: []audit.Field{{Field: "grantedBy",
					Before: text("otto"), After: text("dr. evelyn lovelace")}, {Field: "name", Before: text("Otto")}}})
	}))
	_, err := audit.Seal(w.all(), w.db, w.clock.Now())
	w.must(err)
	// The following entries are not sealed yet.
	key := "invite evelyn@lovelace.example"
	_, err = w.InviteMembers(w.as(w.ada), change.Request{Action: "inviteMembers", Key: &key,
		Reason: "for Dr. Evelyn Lovelace"}, account.Invite{
		Account: w.dock, Emails: []string{address, before}, Greeting: "Dear Evelyn Lovelace",
		Grant: account.Grant{Roles: []vocabulary.Role{reader},
			Services: []vocabulary.Service{vocabulary.ServiceLicensing}}})
	w.must(err)
	key = "invite another"
	_, err = w.InviteMembers(w.as(e.id), change.Request{Action: "inviteMembers", Key: &key}, account.Invite{
		Account: w.harbor, Emails: []string{"nina@harbor.example"}, Greeting: "Yours, Evelyn Lovelace",
		Grant: account.Grant{Roles: []vocabulary.Role{reader},
			Services: []vocabulary.Service{vocabulary.ServiceLicensing}}})
	w.must(err)
	w.session(e.id)
	w.write(func(ctx context.Context, c *ent.Client) error {
		record := func(of gid.ID, user *gid.ID, name string) gid.ID {
			id := gid.New(gid.DirectoryRecord, 1)
			create := c.DirectoryRecord.Create().SetID(id).SetAccountID(of).SetUserName(name).
				SetUserNameKey(strings.ToLower(name)).
				SetEmail(address).SetEmailKey(address).SetDisplayName("Evelyn Lovelace").SetExternalID("evelyn-7").
				SetActive(true).
				SetCreatedAt(1).SetUpdatedAt(1)
			if user != nil {
				create.SetUserID(*user).SetLinkedAt(1)
			}
			create.ExecX(ctx)
			return id
		}
		linked := record(w.harbor, &e.id, "elovelace@harbor.example")
		record(w.dock, nil, "Evelyn@lovelace.example")
		group := gid.New(gid.DirectoryGroup, 1)
		c.DirectoryGroup.Create().SetID(group).SetAccountID(w.harbor).SetName("all").SetNameKey("all").
			SetCreatedAt(1).SetUpdatedAt(1).
			ExecX(ctx)
		c.DirectoryGroupMember.Create().SetAccountID(w.harbor).SetDirectoryGroupID(group).SetDirectoryRecordID(linked).
			ExecX(ctx)
		m := c.Membership.Query().Where(membership.UserID(e.id), membership.AccountID(w.harbor)).OnlyX(ctx)
		c.Membership.UpdateOneID(m.ID).SetDirectoryRoles(roles(reader)).ExecX(ctx)
		keyID := gid.New(gid.APIKey, 1)
		c.APIKey.Create().SetID(keyID).SetSecretHash("h1").SetHint("mk_1").SetName("Evelyn's laptop").SetUserID(e.id).
			SetScopes(1).
			SetEmailKey(address).SetCreatedAt(1).SetExpiresAt(w.clock.Now() * 2).ExecX(ctx)
		c.APIKey.Create().SetID(gid.New(gid.APIKey, 1)).SetSecretHash("h2").SetHint("mk_2").
			SetName("by Evelyn Lovelace").SetAccountID(w.harbor).
			SetScopes(1).SetCreatedByID(e.id).SetCreatedAt(1).SetExpiresAt(w.clock.Now() * 2).ExecX(ctx)
		c.Identity.Create().SetUserID(e.id).SetIssuer("https://id.example").SetSubject("subject-of-eve").
			SetCreatedAt(1).ExecX(ctx)
		c.KnownBrowser.Create().SetTokenHash("b1").SetUserID(e.id).SetCreatedAt(1).SetExpiresAt(w.clock.Now() * 2).
			ExecX(ctx)
		c.WidgetToken.Create().SetTokenHash("w1").SetUserID(e.id).SetOrigins("[]").SetDocuments("[]").SetCreatedAt(1).
			SetExpiresAt(w.clock.Now() * 2).ExecX(ctx)
		c.Link.Create().SetTokenHash("l1").SetPurpose(vocabulary.LinkPurposeSignIn).SetSubjectID(e.id).SetRequest("r").
			SetEmailKey(address).
			SetCreatedAt(1).SetExpiresAt(w.clock.Now() * 2).ExecX(ctx)
		c.AccessRequest.Create().SetID(gid.New(gid.AccessRequest, 1)).SetAccountID(w.dock).SetUserID(e.id).
			SetRoles(roles(reader)).SetServiceAccess(1).
			SetNote("Evelyn here").SetGranted(false).SetCreatedAt(1).ExecX(ctx)
		c.AccessRequest.Create().SetID(gid.New(gid.AccessRequest, 1)).SetAccountID(w.harbor).SetUserID(e.other).
			SetRoles(roles(reader)).SetServiceAccess(1).
			SetNote("otto here").SetAnswer("so be it, Evelyn").SetDecidedAt(1).SetDecidedByID(e.id).SetGranted(true).
			SetCreatedAt(1).ExecX(ctx)
		for _, label := range []string{address, "Evelyn.Lovelace", "PC of Evelyn Lovelace"} {
			c.Device.Create().SetID(gid.New(gid.Device, 1)).SetAccountID(w.harbor).SetFingerprint("f" +
				fmt.Sprint(len(label))).SetUserLabel(label).
				SetName("otto's").SetKind(vocabulary.DeviceKindClient).SetStatus(vocabulary.DeviceStatusActive).
				SetCreatedAt(1).SetUpdatedAt(1).ExecX(ctx)
		}
		system := gid.New(gid.System, 0)
		c.System.Create().SetID(system).SetCode("crm").SetName("CRM").SetKind(vocabulary.SystemKindEntitlement).
			ExecX(ctx)
		c.ExternalID.Create().SetSystemID(system).SetKind("user").SetValue("eve-in-crm").SetEntityID(e.id).ExecX(ctx)
		return nil
	})
	return e
}

// membershipIn returns the id of a membership within a transaction.
func (w *world) membershipIn(tx store.Tx, user, account gid.ID) gid.ID {
	return tx.Client().Membership.Query().Where(membership.UserID(user), membership.AccountID(account)).
		OnlyIDX(w.all())
}

// found returns the lines of a dump that contain a mark.
func found(lines []string) []string {
	var list []string
	for _, line := range lines {
		small := strings.ToLower(line)
		if slices.ContainsFunc(marks, func(mark string) bool { return strings.Contains(small, mark) }) {
			list = append(list, line)
		}
	}
	return list
}

func warnings(o change.Outcome) []string {
	var list []string
	for _, w := range o.Warnings {
		list = append(list, w.Code)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// TestNothingIsLeftOfAnErasedPerson searches every column of every table, including tables that are added later.
func TestNothingIsLeftOfAnErasedPerson(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		e := traces(t, w)
		before := w.dump()
		tables := map[string]bool{}
		for _, line := range found(before) {
			table, _, _ := strings.Cut(line, " ")
			tables[table] = true
		}
		for _, table := range []string{"users", "directory_records", "invitations", "api_keys", "identities", "links",
			"search_words", "external_ids",
			"access_requests", "devices", "audit_entries", "events", "idempotency_keys", "river_job"} {
			if !tables[table] {
				t.Errorf("before the erasure, %s has no data of the person", table)
			}
		}
		heads, err := audit.Heads(w.all(), w.db)
		w.must(err)

		r := request("eraseUser")
		r.DryRun = true
		plan, err := w.EraseUser(w.as(e.operator), r, e.id)
		w.must(err)
		if !slices.Equal(w.dump(), before) {
			t.Error("a dry run changed something")
		}
		r.DryRun, r.Reason = false, "a request under article 17"
		did, err := w.EraseUser(w.as(e.operator), r, e.id)
		w.must(err)
		counts := account.ErasedCounts(did)
		for _, n := range counts {
			if _, err := strconv.Atoi(*n.Before); err != nil {
				t.Errorf("%s is no number of %s", *n.Before, n.Field)
			}
		}
		if len(counts) < 12 || len(counts) != len(account.ErasedCounts(plan)) {
			t.Errorf("counted %+v", counts)
		}
		if !slices.Equal(names(plan.Effects), names(did.Effects)) || len(did.Effects) < 15 {
			t.Errorf("planned %v, did %v", names(plan.Effects), names(did.Effects))
		}
		want := []string{string(account.LastAdministrator), string(account.MayBeImported),
			string(account.MayBeProvisioned)}
		if got := warnings(did); !slices.Equal(got, want) {
			t.Errorf("warned of %v, want %v", did.Warnings, want)
		}
		if list := found(w.dump()); len(list) > 0 {
			t.Errorf("%d lines name the person:\n%s", len(list), strings.Join(list, "\n"))
		}
		u := w.db.Client().User.GetX(w.all(), e.id)
		if u.Active || u.ErasedAt == nil || u.UserName != "erased-"+e.id.String() || u.Email != nil ||
			u.EmailProvenAt != nil {
			t.Errorf("%+v, want Active = false, ErasedAt != nil, UserName = %v, Email = nil and EmailProvenAt = nil",
				u, "erased-"+e.id.String())
		}
		if w.membershipOf(e.id, w.harbor) != nil || w.membershipOf(e.id, w.meadow) != nil ||
			w.membershipOf(e.other, w.harbor) == nil {
			t.Error("memberships are wrong")
		}
		checkErasureEntry(t, w, e)
		if g := w.db.Client().DirectoryGroup.Query().OnlyX(w.all()); g.UpdatedAt == 1 {
			t.Error("the group lost a member and still has the same version")
		}
		checkUnrelated(t, w)
		checkChains(t, w, heads)
		again, err := w.EraseUser(w.as(e.operator), request("eraseUser"), e.id)
		if w.must(err); !slices.Equal(warnings(again), []string{string(account.AlreadyErased)}) ||
			len(again.Effects) > 0 {
			t.Errorf("again: %+v", again)
		}
	})
}

func names(effects []change.Effect) []string {
	var list []string
	for _, e := range effects {
		if e.Before != nil {
			list = append(list, e.Field+" "+*e.Before)
		}
	}
	return list
}

// checkErasureEntry expects an audit entry of the erasure, and one of each membership in the audit of its account. All
// name the user only by ids.
func checkErasureEntry(t *testing.T, w *world, e evelyn) {
	t.Helper()
	rows := w.db.Client().AuditEntry.Query().Where(auditentry.Action("eraseUser")).
		Order(ent.Asc(auditentry.FieldID)).AllX(w.all())
	if rows[0].SubjectLabel != e.id.String() || *rows[0].SubjectID != e.id || rows[0].AccountID != nil {
		t.Errorf("%v", rows[0])
	}
	memberships := map[gid.ID]int{}
	for _, row := range rows {
		if row.SubjectLabel != row.SubjectID.String() || row.ActorName != "olga" {
			t.Errorf("%v", row)
		}
		if row.SubjectID.Type() == gid.Membership {
			memberships[*row.AccountID]++
		}
	}
	if d := cmp.Diff(map[gid.ID]int{w.harbor: 1, w.meadow: 1}, memberships); d != "" {
		t.Error(d)
	}
}

// checkUnrelated expects values that do not name the person to be unchanged.
func checkUnrelated(t *testing.T, w *world) {
	t.Helper()
	all := strings.Join(w.dumpOf([]string{"audit_entries", "access_requests", "devices", "invitations",
		"directory_groups"}), "\n")
	for _, stays := range []string{"ACCOUNT_ADMINISTRATOR", "untouched", "Otto", "otto's", "otto here",
		"nina@harbor.example", "chess"} {
		if strings.Contains(all, stays) == (stays == "chess") {
			t.Errorf("%q is present: %v", stays, stays == "chess")
		}
	}
}

// checkChains expects valid audit chains, also where entries were erased before they were sealed, and no findings of
// doctor.
func checkChains(t *testing.T, w *world, heads []audit.Head) {
	t.Helper()
	_, err := audit.Seal(w.all(), w.db, w.clock.Now())
	w.must(err)
	report, err := doctor.CheckAgainst(w.all(), w.db, heads)
	if w.must(err); len(report.Broken()) > 0 || len(heads) < 3 {
		t.Errorf("doctor finds %+v, want len(Broken) = 0 and len(heads) >= 3", report.Findings)
	}
	for _, chain := range []gid.ID{0, w.harbor, w.dock} {
		var out bytes.Buffer
		w.must(audit.Export(w.all(), w.db, nil, chain, 0, 0, audit.JSONLines, &out))
		if proof, err := audit.VerifyExport(bytes.NewReader(out.Bytes())); err != nil || proof.Last == 0 ||
			proof.Unsealed > 0 {
			t.Errorf("%s: %+v, %v\n%s", audit.ChainName(chain), proof, err, out.String())
		}
		if chain == w.harbor && !strings.Contains(out.String(), `"digests":{`) {
			t.Errorf("nothing was erased: %s", out.String())
		}
	}
}

// An older version took addresses that are refused now; an erasure finds what belongs to them all the same.
func TestErasingAnAddressThatIsNotValidNow(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		address := strings.Repeat("a", 65) + "@harbor.example"
		id := w.user("leaver", email(address))
		w.user("ERASED-" + id.String())
		w.record(w.harbor, address, 0)
		_, err := w.EraseUser(w.as(w.user("olga", operating)), request("eraseUser"), id)
		w.must(err)
		if n := w.db.Client().DirectoryRecord.Query().CountX(w.all()); n != 0 {
			t.Errorf("%d records of the person are left", n)
		}
		if u := w.db.Client().User.GetX(w.all(), id); u.UserName != "erased-"+id.String()+" (2)" {
			t.Errorf("the user is called %q, which looks like another name", u.UserName)
		}
	})
}

func TestErasingIsRefused(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		e := traces(t, w)
		agent := w.user("agent", func(c *ent.UserCreate) { c.SetProducerRole(vocabulary.ProducerRoleSupportAgent) })
		command := viewer.With(context.WithoutCancel(t.Context()), viewer.CommandLine())
		before := w.dump()
		for name, test := range map[string]struct {
			ctx    context.Context
			user   gid.ID
			reason string
			code   fault.Code
			field  string
		}{
			"nobody":            {t.Context(), e.id, "", change.Unauthenticated, ""},
			"an administrator":  {w.as(w.ada), e.id, "", change.Forbidden, ""},
			"the person":        {w.as(e.id), e.id, "", change.Forbidden, ""},
			"an agent":          {w.as(agent), e.id, "", change.Forbidden, ""},
			"oneself":           {w.as(e.operator), e.operator, "", account.OwnRole, "input.user"},
			"the last operator": {command, e.operator, "", account.LastOperator, "input.user"},
			"nobody of that id": {w.as(e.operator), gid.New(gid.User, 1), "", fault.NotFound, "input.user"},
			"an account":        {w.as(e.operator), w.harbor, "", fault.NotFound, "input.user"},
			"a reason that names": {w.as(e.operator), e.id, "Evelyn Lovelace wants it", fault.BadInput,
				"input.reason"},
			"a reason by the address": {
				w.as(e.operator), e.id, "evie@old.example wants it", fault.BadInput, "input.reason"},
		} {
			r := request("eraseUser")
			r.Reason = test.reason
			_, err := w.EraseUser(test.ctx, r, test.user)
			t.Run(name, func(t *testing.T) { refused(t, err, test.code, test.field) })
		}
		r, key := request("eraseUser"), "erase evelyn.lovelace"
		r.Key = &key
		_, err := w.EraseUser(w.as(e.operator), r, e.id)
		refused(t, err, fault.BadInput, "input.idempotencyKey")
		if !slices.Equal(w.dump(), before) {
			t.Error("a refusal changed something")
		}
		second := w.user("second", operating)
		_, err = w.EraseUser(command, request("eraseUser"), e.operator)
		w.must(err)
		_, err = w.EraseUser(w.as(second), request("eraseUser"), e.id)
		w.must(err)
	})
}

// TestADirectoryErasesNothingOfOthers: names in a directory record count only in the directory's own account.
func TestADirectoryErasesNothingOfOthers(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		var bo, operator gid.ID
		w.together(func() {
			operator = w.user("olga", operating)
			bo = w.user("bo", email("bo@harbor.example"))
			w.member(bo, w.harbor)
		})
		const victim, word = "victim@dock.example", "Windows Server"
		asked := w.invite(w.as(w.ada), w.dock, victim, reader)
		token := w.token(asked)
		var here gid.ID
		w.must(w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
			c := tx.Client()
			c.DirectoryRecord.Create().SetID(gid.New(gid.DirectoryRecord, 1)).SetAccountID(w.harbor).SetUserName("bo").
				SetUserNameKey("bo").
				SetEmail(victim).SetEmailKey(victim).SetDisplayName(word).SetExternalID("perpetual license").
				SetActive(true).SetUserID(bo).SetLinkedAt(1).
				SetCreatedAt(1).SetUpdatedAt(1).ExecX(ctx)
			for _, of := range []gid.ID{w.harbor, w.dock} {
				here = gid.New(gid.Device, 1)
				c.Device.Create().SetID(here).SetAccountID(of).SetFingerprint("f").SetUserLabel(victim).SetName(word).
					SetKind(vocabulary.DeviceKindClient).
					SetStatus(vocabulary.DeviceStatusActive).SetCreatedAt(1).SetUpdatedAt(1).ExecX(ctx)
			}
			text := word
			if err := event.Append(ctx, tx, 1,
				event.Event{Type: "X", Account: w.dock, Subject: here, New: map[string]string{"name": word},
					Cause: "x"}); err != nil {
				return err
			}
			return audit.Record(ctx, tx, 1, audit.Entry{Account: w.dock, Action: "x", Subject: here, Label: word,
				Reason: "for " + victim,
				Fields: []audit.Field{{Field: "name", After: &text}}})
		}))
		others := func() []string {
			var of []string
			for _, line := range w.dumpOf([]string{"devices", "invitations", "events", "audit_entries", "links",
				"river_job"}) {
				if strings.Contains(line, victim) || strings.Contains(line, word) {
					of = append(of, line)
				}
			}
			return of
		}
		before := others()
		_, err := w.EraseUser(w.as(operator), request("eraseUser"), bo)
		w.must(err)
		after := others()
		if len(before) != len(after)+1 { // the device of the directory's own account
			t.Errorf("data of others is\n%s\nand was\n%s", strings.Join(after, "\n"), strings.Join(before, "\n"))
		}
		if _, _, _, err := w.access.PeekLink(w.all(), token); err != nil {
			t.Errorf("the link of the invitation: %v", err)
		}
		if i := w.db.Client().Invitation.GetX(w.all(), asked); i.RevokedAt != nil || i.Email != victim {
			t.Errorf("%+v, want RevokedAt = nil and Email = %v", i, victim)
		}
	})
}

// TestNamesakesKeepTheirNames: a value that is only a shared name may refer to the other user and stays.
func TestNamesakesKeepTheirNames(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		var ann, other, operator gid.ID
		w.together(func() {
			operator = w.user("olga", operating)
			ann = w.user("ann1", email("office@harbor.example"),
				func(c *ent.UserCreate) { c.SetDisplayName("Ann Smith").SetLastName("Smith") })
			other = w.user("ann2", email("office@harbor.example"),
				func(c *ent.UserCreate) { c.SetDisplayName("Ann Smith").SetLastName("Smith") })
			w.member(other, w.harbor)
		})
		w.must(w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
			name := "Ann Smith"
			return audit.Record(ctx, tx, 1, audit.Entry{Account: w.harbor, Action: "x", Subject: other, Label: "ann2",
				Reason: "Ann Smith, office@harbor.example",
				Fields: []audit.Field{{Field: "displayName", After: &name}}})
		}))
		w.invite(w.as(w.ada), w.dock, "office@harbor.example", reader)
		did, err := w.EraseUser(w.as(operator), request("eraseUser"), ann)
		if w.must(err); !slices.Contains(warnings(did), string(account.CalledTheSame)) {
			t.Errorf("%v, want %v in it", did.Warnings, string(account.CalledTheSame))
		}
		all := strings.Join(w.dumpOf([]string{"audit_entries", "invitations"}), "\n")
		for _, stays := range []string{"Ann Smith, office@harbor.example", `\"Ann Smith\"`,
			`email="office@harbor.example"`} {
			if !strings.Contains(all, stays) {
				t.Errorf("%s was removed: %s", stays, all)
			}
		}
	})
}

// Letter case does not matter outside ASCII either, in any spelling, and alike on both engines.
func TestNamesAreErasedInEverySpelling(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		var elodie, operator gid.ID
		w.together(func() {
			operator = w.user("olga", operating)
			elodie = w.user("Élodie.Müller", func(c *ent.UserCreate) {
				c.SetDisplayName("Γιώργος").SetFirstName("Élodie").SetLastName("Müller")
			})
			w.member(elodie, w.harbor)
			w.user("namesake", func(c *ent.UserCreate) { c.SetFirstName("élODIE").SetLastName("Other") })
		})
		spellings := []string{"Élodie MÜLLER", "éLODIE mÜller", "E\u0301LODIE Mu\u0308ller", "by élodie.MÜLLER today",
			"ΓΙΏΡΓΟΣ"}
		w.must(w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
			for _, text := range append(spellings, "Elodie Muller", "Élodie Möller") {
				err := audit.Record(ctx, tx, 1, audit.Entry{Account: w.harbor, Action: "x", Subject: w.harbor,
					Label: "Harbor", Reason: text, Fields: []audit.Field{{Field: "note", After: &text}}})
				if err != nil {
					return err
				}
			}
			return nil
		}))
		did, err := w.EraseUser(w.as(operator), request("eraseUser"), elodie)
		if w.must(err); !slices.Contains(warnings(did), string(account.CalledTheSame)) {
			t.Errorf("the namesake was not found: %v", did.Warnings)
		}
		all := strings.Join(w.dumpOf([]string{"audit_entries"}), "\n")
		for _, gone := range spellings {
			if strings.Contains(all, gone) {
				t.Errorf("%q is left", gone)
			}
		}
		for _, stays := range []string{"Elodie Muller", "Élodie Möller"} {
			if !strings.Contains(all, stays) {
				t.Errorf("%q was removed", stays)
			}
		}
	})
}

// Whoever asks for access by texts that name a person does not keep the person from being erased. What an administrator
// answered to an outside request is erased too if it has a name that only the directory of the account knows.
func TestOutsideRequestsAreErased(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		e := traces(t, w)
		bo := w.user("bo")
		w.name("INV-1", w.harbor)
		for _, reference := range []string{"Evelyn Lovelace", "by evelyn@lovelace.example", "elovelace@harbor.example",
			"INV-1"} {
			_, err := w.RequestAccess(w.as(bo), request("requestAccess"), account.WantedAccess{Reference: reference})
			w.must(err)
		}
		w.work()
		_, err := w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), w.waiting(bo, w.harbor),
			account.Decision{Answer: "Ask elovelace@harbor.example."})
		w.must(err)
		dry := request("eraseUser")
		dry.DryRun = true
		for _, r := range []change.Request{dry, request("eraseUser")} {
			_, err := w.EraseUser(w.as(e.operator), r, e.id)
			w.must(err)
		}
		left := w.db.Client().OutsideRequest.Query().Where(outsiderequest.UserID(bo)).
			Order(ent.Asc(outsiderequest.FieldReference)).AllX(w.all())
		got := map[string]string{}
		for _, row := range left {
			got[row.Reference] = row.Answer
		}
		// elovelace@harbor.example leads to no account, so no directory tells whose name it is
		if d := cmp.Diff(map[string]string{"INV-1": "", "elovelace@harbor.example": ""}, got); d != "" {
			t.Error(d)
		}
	})
}
