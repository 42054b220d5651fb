package account_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestColleaguesAreInvitedWithDifferentAccess(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		last := w.today() + 30
		outcome, err := w.InviteMembers(w.as(w.ada), request("inviteMembers"), account.Invite{Account: w.harbor,
			Emails: []string{" Bo@Harbor.example ", "cy@harbor.example"}, Greeting: "Welcome.",
			Grant: account.Grant{Roles: []vocabulary.Role{manager, downloader},
				Services:    []vocabulary.Service{vocabulary.ServiceDownloads},
				ProductLine: w.productLine, IncludeSubAccounts: true, EndsOn: &last}})
		w.must(err)
		if len(outcome.IDs) != 2 || len(outcome.Effects) == 0 {
			t.Fatalf("%+v, want len(IDs) = 2 and len(Effects) != 0", outcome)
		}
		row, err := w.db.Client().Invitation.Query().Where(invitation.ID(outcome.IDs[0])).Only(w.all())
		w.must(err)
		if row.Email != "Bo@Harbor.example" || row.EmailKey != "bo@harbor.example" ||
			row.Roles != roles(manager, downloader) ||
			row.ServiceAccess != services(vocabulary.ServiceDownloads) || *row.ProductLineID != w.productLine ||
			!row.IncludeSubAccounts ||
			*row.EndsOn != last || *row.InvitedByID != w.ada || row.ExpiresAt.Time() != noon.Add(14*24*time.Hour) {
			t.Errorf("%+v", row)
		}
		if d := cmp.Diff([]string{"invitation Bo@Harbor.example Harbor", "invitation cy@harbor.example Harbor"},
			w.mails()); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff([]string{"ada inviteMembers Bo@Harbor.example", "ada inviteMembers cy@harbor.example"},
			w.recordsOf(w.harbor)); d != "" {
			t.Error(d)
		}
		offer, err := w.Offer(t.Context(), outcome.IDs[0])
		w.must(err)
		want := account.Offer{Inviter: "ada", Account: "Harbor", Email: "Bo@Harbor.example", Greeting: "Welcome.",
			Access: account.AccessWords{Roles: []string{"license manager", "downloader"},
				Services: []string{"downloads"}, ProductLine: "Tide", IncludeSubAccounts: true, EndsOn: &last},
			LastDay: w.today() + 14}
		if d := cmp.Diff(want, offer); d != "" {
			t.Error(d)
		}
		bo := w.user("bo")
		accepted, err := w.AcceptInvitation(w.as(bo), request("acceptInvitation"), w.token(outcome.IDs[0]))
		w.must(err)
		m := w.membership(accepted.IDs[0])
		if m.UserID != bo || m.AccountID != w.harbor || m.Roles != row.Roles || m.ServiceAccess != row.ServiceAccess ||
			*m.ProductLineID != w.productLine ||
			!m.IncludeSubAccounts || *m.EndsOn != last || *m.GrantedByID != w.ada ||
			m.Origin != vocabulary.MembershipOriginInvitation {
			t.Errorf(
				"%+v, want UserID = %v, AccountID = %v, Roles = %v, ServiceAccess = %v, ProductLineID = %v, "+
					"IncludeSubAccounts = true, EndsOn = %v, GrantedByID = %v and Origin = %v",
				m, bo, w.harbor, row.Roles, row.ServiceAccess, w.productLine, last, w.ada,
				vocabulary.MembershipOriginInvitation)
		}
		if _, err := w.Offer(t.Context(), outcome.IDs[0]); fault.CodeOf(err) != account.LinkInvalid {
			t.Errorf("an accepted invitation is still offered: %v", err)
		}
	})
}

// weiß and weiss are two mailboxes, and one of them does not keep the other from being invited.
func TestAnotherMailboxIsInvited(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.member(w.user("strasse@harbor.example"), w.harbor)
		w.member(w.user("fin", email("fin@harbor.example")), w.harbor)
		for _, address := range []string{"stra\u00dfe@harbor.example", "\ufb01n@harbor.example",
			"y\u0131ld\u0131z@harbor.example"} {
			w.invite(w.as(w.ada), w.harbor, address, reader)
		}
	})
}

func TestInvitationsAreRefused(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		past, far := w.today()-1, w.today()+500
		w.member(w.user("kim", email("kim@harbor.example")), w.harbor)
		w.member(w.user("gone", email("gone@harbor.example")), w.harbor, ending(past))
		w.member(w.user("lee@harbor.example"), w.harbor)
		w.member(w.user("mia@b\u00fccher.example"), w.harbor)
		w.invite(w.as(w.ada), w.harbor, "waits@harbor.example", reader)
		w.invite(w.as(w.ada), w.harbor, "ida@b\u00fccher.example", reader)
		many := make([]string, 101)
		for i := range many {
			many[i] = fmt.Sprintf("m%d@harbor.example", i)
		}
		reading := account.Grant{Roles: []vocabulary.Role{reader}}
		with := func(emails ...string) account.Invite {
			return account.Invite{Account: w.harbor, Emails: emails, Grant: reading}
		}
		granting := func(to gid.ID, g account.Grant) account.Invite {
			return account.Invite{Account: to, Emails: []string{"x@harbor.example"}, Grant: g}
		}
		outsider := w.user("out")
		program := viewer.With(t.Context(), (&viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey,
			CredentialID: gid.New(gid.APIKey, 1), Name: "nightly",
			Scopes: 1, Grants: []viewer.Grant{{Account: w.harbor, Accounts: []gid.ID{w.harbor},
				Roles: roles(admin)}}}).Settle())
		for name, test := range map[string]struct {
			ctx   context.Context
			in    account.Invite
			code  fault.Code
			field string
		}{
			"nobody":            {t.Context(), with("x@harbor.example"), change.Unauthenticated, ""},
			"an outsider":       {w.as(outsider), with("x@harbor.example"), fault.NotFound, "input.account"},
			"another's account": {w.as(w.dora), with("x@harbor.example"), fault.NotFound, "input.account"},
			"a reader":          {w.as(w.called("kim")), with("x@harbor.example"), change.Forbidden, ""},
			"a key that reads":  {program, with("x@harbor.example"), change.ReadOnly, ""},
			"no address":        {w.as(w.ada), with(), fault.BadInput, "input.emails"},
			"too many":          {w.as(w.ada), with(many...), fault.ListTooLong, "input.emails"},
			"not an address": {w.as(w.ada), with("x@harbor.example", "x at harbor"), fault.BadInput,
				"input.emails.1"},
			"with a name": {w.as(w.ada), with("X <x@harbor.example>"), fault.BadInput, "input.emails.0"},
			"a header": {w.as(w.ada), with("x@harbor.example\r\nBcc: y@harbor.example"), fault.BadInput,
				"input.emails.0"},
			"too long": {w.as(w.ada), with(strings.Repeat("x", 250) + "@y.de"), fault.BadInput,
				"input.emails.0"},
			"twice": {w.as(w.ada), with("x@harbor.example", "X@HARBOR.example"), fault.BadInput,
				"input.emails.1"},
			"twice, with another accent": {w.as(w.ada), with("e\u0301lo@harbor.example", "\u00E9lo@harbor.example"),
				fault.BadInput, "input.emails.1"},
			"an invisible character": {w.as(w.ada), with("x\u200B@harbor.example"), fault.BadInput, "input.emails.0"},
			"a member": {w.as(w.ada), with("y@harbor.example", "KIM@harbor.example"), account.AlreadyMember,
				"input.emails.1"},
			"a member, by name": {w.as(w.ada), with("Lee@harbor.example"), account.AlreadyMember, "input.emails.0"},
			"a member, with the domain in the other form": {w.as(w.ada), with("Mia@xn--bcher-kva.example"),
				account.AlreadyMember, "input.emails.0"},
			"invited, with the domain in the other form": {w.as(w.ada), with("ida@xn--bcher-kva.example"),
				account.AlreadyInvited, "input.emails.0"},
			"twice, with the domain in both forms": {w.as(w.ada), with("x@B\u00dcCHER.example",
				"x@xn--bcher-kva.example"), fault.BadInput, "input.emails.1"},
			"invited": {w.as(w.ada), with("Waits@harbor.example"), account.AlreadyInvited,
				"input.emails.0"},
			"a long greeting": {w.as(w.ada), account.Invite{Account: w.harbor, Emails: []string{"x@y.de"},
				Greeting: strings.Repeat("ä", 501), Grant: reading}, fault.TextTooLong, "input.greeting"},
			"no role": {w.as(w.ada), granting(w.harbor, account.Grant{}), fault.BadInput, "input.roles"},
			"an unknown role": {w.as(w.ada), granting(w.harbor, account.Grant{Roles: []vocabulary.Role{"KING"}}),
				fault.BadInput, "input.roles"},
			"an unknown service": {w.as(w.ada),
				granting(w.harbor, account.Grant{Roles: reading.Roles, Services: []vocabulary.Service{"TEA"}}),
				fault.BadInput, "input.serviceAccess"},
			"a last day before": {w.as(w.ada), granting(w.harbor, account.Grant{Roles: reading.Roles, EndsOn: &past}),
				fault.BadInput, "input.endsOn"},
			"an unknown line": {w.as(w.ada), granting(w.harbor,
				account.Grant{Roles: reading.Roles, ProductLine: gid.New(gid.ProductLine, 1)}), fault.NotFound,
				"input.productLine"},
			"an administrator of a line": {w.as(w.ada),
				granting(w.harbor, account.Grant{Roles: []vocabulary.Role{admin}, ProductLine: w.productLine}),
				fault.BadInput, "input.productLine"},
			"below, not reached": {w.as(w.dora),
				granting(w.dock, account.Grant{Roles: reading.Roles, IncludeSubAccounts: true, EndsOn: &far}),
				account.ReachTooWide, "input.includeSubAccounts"},
		} {
			before := w.dump()
			_, err := w.InviteMembers(test.ctx, request("inviteMembers"), test.in)
			t.Run(name, func(t *testing.T) { refused(t, err, test.code, test.field) })
			if d := cmp.Diff(before, w.dump()); d != "" {
				t.Errorf("%s: the refused change left data: %s", name, d)
			}
		}
		// A user whose membership has ended may be invited, and the administrator of the account above may include
		// accounts below.
		w.invite(w.as(w.ada), w.harbor, "gone@harbor.example", reader)
		_, err := w.InviteMembers(w.as(w.ada), request("inviteMembers"),
			granting(w.dock, account.Grant{Roles: reading.Roles, IncludeSubAccounts: true, EndsOn: &far}))
		w.must(err)
	})
}

// called returns the user with a user name.
func (w *world) called(name string) gid.ID {
	w.t.Helper()
	rows, err := w.db.Client().User.Query().All(w.all())
	w.must(err)
	i := slices.IndexFunc(rows, func(u *ent.User) bool { return u.UserName == name })
	return rows[i].ID
}

func TestANewInvitationReplacesAnExpiredOne(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		first := w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", reader)
		w.clock.Advance(15 * 24 * time.Hour)
		second := w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", manager)
		rows, err := w.db.Client().Invitation.Query().Where(invitation.IDIn(first, second)).All(w.all())
		w.must(err)
		states := map[gid.ID]vocabulary.InvitationState{}
		for _, row := range rows {
			states[row.ID] = w.InvitationState(row)
		}
		if states[first] != vocabulary.InvitationStateRevoked || states[second] != vocabulary.InvitationStateOpen {
			t.Errorf("%v", states)
		}
	})
}

func TestResendingInvalidatesOldLinks(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo")
		id := w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", reader)
		old := w.token(id)
		w.clock.Advance(5 * time.Minute)
		first, err := w.ResendInvitation(w.as(w.ada), request("resendInvitation"), id)
		w.must(err)
		if _, err := w.AcceptInvitation(w.as(bo), request("acceptInvitation"),
			old); fault.CodeOf(err) != account.LinkInvalid || first.IDs[0] != id {
			t.Errorf("the link of an earlier mail was accepted: %v", err)
		}
		old = w.token(id)
		w.clock.Advance(20 * 24 * time.Hour)
		if _, err := w.AcceptInvitation(w.as(bo), request("acceptInvitation"),
			old); fault.CodeOf(err) != account.LinkInvalid {
			t.Errorf("an expired link was accepted: %v", err)
		}
		outcome, err := w.ResendInvitation(w.as(w.ada), request("resendInvitation"), id)
		w.must(err)
		if len(outcome.IDs) != 1 || len(w.mails()) != 3 {
			t.Errorf("%+v %v, want len(IDs) = 1 and len(mails) = 3", outcome, w.mails())
		}
		if _, err := w.AcceptInvitation(w.as(bo), request("acceptInvitation"),
			old); fault.CodeOf(err) != account.LinkInvalid {
			t.Errorf("the old link works: %v, want %v", err, account.LinkInvalid)
		}
		fresh, _, err := w.access.NewLink(w.all(), vocabulary.LinkPurposeInvitation, id, "another mail", "")
		w.must(err)
		if _, err := w.AcceptInvitation(w.as(bo), request("acceptInvitation"), fresh); err != nil {
			t.Errorf("the new link: %v", err)
		}
		_, err = w.ResendInvitation(w.as(w.ada), request("resendInvitation"), id)
		refused(t, err, account.AlreadyDecided, "")
		_, err = w.RevokeInvitation(w.as(w.ada), request("revokeInvitation"), id)
		refused(t, err, account.AlreadyDecided, "")
		_, err = w.RevokeInvitation(w.as(w.dora), request("revokeInvitation"), id)
		refused(t, err, fault.NotFound, "input.invitation")
		_, err = w.RevokeInvitation(t.Context(), request("revokeInvitation"), id)
		refused(t, err, change.Unauthenticated, "")
	})
}

// A refusal because of the mail budget invalidates nothing: the link that was sent still works.
func TestInvitationsDoNotFloodAMailbox(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		id := w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", reader)
		link := w.token(id)
		_, err := w.ResendInvitation(w.as(w.ada), request("resendInvitation"), id)
		refused(t, err, fault.RateLimited, "input.invitation")
		w.clock.Advance(5*time.Minute - time.Microsecond)
		r := request("resendInvitation")
		r.DryRun = true
		_, err = w.ResendInvitation(w.as(w.ada), r, id)
		refused(t, err, fault.RateLimited, "input.invitation")
		// Revoking an invitation and inviting again does not avoid the limit.
		in := account.Invite{Account: w.harbor, Emails: []string{"cy@harbor.example", "bo+more@harbor.example"},
			Grant: account.Grant{Roles: []vocabulary.Role{reader}}}
		for range 3 {
			outcome, err := w.InviteMembers(w.as(w.ada), request("inviteMembers"), in)
			w.must(err)
			for _, id := range outcome.IDs {
				_, err := w.RevokeInvitation(w.as(w.ada), request("revokeInvitation"), id)
				w.must(err)
			}
		}
		mails := len(w.mails())
		_, err = w.InviteMembers(w.as(w.ada), request("inviteMembers"), in)
		refused(t, err, fault.RateLimited, "input.emails.1")
		w.clock.Advance(time.Minute)
		_, err = w.ResendInvitation(w.as(w.ada), request("resendInvitation"), id)
		refused(t, err, fault.RateLimited, "input.invitation")
		if now := len(w.mails()); now != mails || mails != 7 {
			t.Errorf("%d letters, then %d, want now = %v and mails = 7", mails, now, mails)
		}
		if _, err := w.AcceptInvitation(w.as(w.user("bo")), request("acceptInvitation"), link); err != nil {
			t.Errorf("the link that was sent: %v", err)
		}
	})
}

func TestARevokedInvitationCannotBeAccepted(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		id := w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", reader)
		token := w.token(id)
		_, err := w.RevokeInvitation(w.as(w.ada), request("revokeInvitation"), id)
		w.must(err)
		late := w.token(id) // of a mail that was sent concurrently
		for _, link := range []string{token, late, "", "not a token"} {
			_, err := w.AcceptInvitation(w.as(w.user("bo"+link)), request("acceptInvitation"), link)
			refused(t, err, account.LinkInvalid, "")
			_, _, err = w.AcceptAsNew(t.Context(), link, "Bo")
			refused(t, err, account.LinkInvalid, "")
		}
	})
}

func TestOneRequestIsCarriedOutOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		key := "once"
		r := change.Request{Action: "acceptInvitation", Key: &key, Input: "the token"}
		token := w.token(w.invite(w.as(w.ada), w.harbor, "bo@harbor.example", reader))
		bo := w.user("bo")
		first, err := w.AcceptInvitation(w.as(bo), r, token)
		w.must(err)
		again, err := w.AcceptInvitation(w.as(bo), r, token)
		if err != nil || !again.Replayed || !slices.Equal(first.IDs, again.IDs) {
			t.Errorf("%+v, %v, want Replayed = true and IDs = %v", again, err, again.IDs)
		}
	})
}

func TestManyWhoInviteTheSameAddressInviteItOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		var (
			all  sync.WaitGroup
			mu   sync.Mutex
			made int
		)
		ctx := w.as(w.ada)
		for range 16 {
			all.Go(func() {
				_, err := w.InviteMembers(ctx, request("inviteMembers"),
					account.Invite{Account: w.harbor, Emails: []string{"bo@harbor.example"},
						Grant: account.Grant{Roles: []vocabulary.Role{reader}}})
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					made++
				} else if fault.CodeOf(err) != account.AlreadyInvited {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if made != 1 || len(w.mails()) != 1 {
			t.Errorf("%d made, %v, want made = 1 and len(mails) = 1", made, w.mails())
		}
	})
}
