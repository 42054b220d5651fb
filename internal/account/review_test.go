package account_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// brief is an abbreviated entry of a review.
func brief(e account.ReviewEntry) string {
	parts := []string{e.Name, string(e.Through), e.ThroughLabel, e.Roles.String()}
	if e.ProductLine != "" {
		parts = append(parts, "of "+e.ProductLine)
	}
	if e.GrantedBy != "" {
		parts = append(parts, "by "+e.GrantedBy)
	}
	for _, l := range e.Leaver {
		parts = append(parts, string(l))
	}
	return strings.Join(parts, " ")
}

// reviewed creates an account with all kinds of grants: dock, below harbor.
func (w *world) reviewed() {
	ago := func(days int) clock.Instant {
		return w.clock.Now() - clock.Instant(days)*clock.Instant(24*time.Hour/time.Microsecond)
	}
	created := func(days int) func(*ent.MembershipCreate) {
		return func(m *ent.MembershipCreate) { m.SetCreatedAt(ago(days)) }
	}
	seen := func(days int) func(*ent.UserCreate) {
		return func(c *ent.UserCreate) { c.SetLastSignInAt(ago(days)) }
	}
	bo := w.member(w.user("bo", seen(10), func(c *ent.UserCreate) { c.SetDisplayName("=Bo") }), w.dock, created(400),
		func(m *ent.MembershipCreate) { m.SetGrantedByID(w.dora).SetProductLineID(w.productLine) })
	w.member(w.user("ended", seen(10)), w.dock, ending(w.today()-1))
	w.member(w.user("off", seen(10), inactive), w.dock)
	w.member(w.user("paused", seen(181)), w.dock, func(m *ent.MembershipCreate) { m.SetSuspendedAt(1) })
	w.member(w.user("never"), w.dock, created(181))
	w.member(w.user("new"), w.dock, created(10))
	keyed := w.user("keyed", seen(300))
	w.member(keyed, w.dock, created(400))
	w.member(w.user("above"), w.harbor, below,
		func(m *ent.MembershipCreate) { m.SetDirectoryRoles(roles(manager)).SetGrantedByID(w.ada) })
	w.member(w.user("above.ended"), w.harbor, below, ending(1))
	w.member(w.user("beside"), w.harbor)
	group := w.group(w.dock, "Managers", bo)
	w.group(w.dock, "Nothing", bo)
	_, err := w.grant(w.dora, group, nil, manager)
	w.must(err)
	for _, n := range []struct {
		by gid.ID
		access.NewKey
	}{
		{w.dora, access.NewKey{Name: "nightly", Account: w.dock}}, {keyed, access.NewKey{Name: "own"}},
		{w.ada, access.NewKey{Name: "sync", Account: w.harbor, IncludeSubAccounts: true}},
		{w.ada, access.NewKey{Name: "harbor alone", Account: w.harbor}},
	} {
		n.Scopes = []vocabulary.KeyScope{vocabulary.KeyScopeRead}
		_, _, err := w.access.CreateKey(w.as(n.by), request("createApiKey"), n.NewKey)
		w.must(err)
	}
	w.write(func(ctx context.Context, c *ent.Client) error {
		if err := c.APIKey.Update().SetHint("mk_hint").Exec(ctx); err != nil {
			return err
		}
		for _, k := range c.APIKey.Query().AllX(ctx) {
			if k.Name == "own" {
				return c.APIKey.UpdateOneID(k.ID).SetLastUsedAt(ago(5)).Exec(ctx)
			}
		}
		return nil
	})
}

func TestAReviewListsWhoHasAccess(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.reviewed()
		review, err := w.Review(w.as(w.dora), w.dock)
		w.must(err)
		var got []string
		for _, e := range review.Entries {
			got = append(got, brief(e))
		}
		want := []string{
			"above ACCOUNT_ABOVE Harbor READER",
			"ada ACCOUNT_ABOVE Harbor ACCOUNT_ADMINISTRATOR",
			"bo MEMBERSHIP  READER of Tide by dora",
			"bo DIRECTORY_GROUP Managers LICENSE_MANAGER of Tide",
			"dora MEMBERSHIP  ACCOUNT_ADMINISTRATOR",
			"ended MEMBERSHIP  READER ENDED",
			"keyed MEMBERSHIP  READER",
			"never MEMBERSHIP  READER NOT_SEEN",
			"new MEMBERSHIP  READER",
			"nightly API_KEY mk_hint READER by dora",
			"off MEMBERSHIP  READER INACTIVE",
			"paused MEMBERSHIP  READER SUSPENDED NOT_SEEN",
			"sync API_KEY mk_hint of Harbor READER",
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
		if review.Account != w.dock || review.TakenAt != w.clock.Now() {
			t.Errorf("%+v, want Account = %v and TakenAt = %v", review, w.dock, w.clock.Now())
		}
		// Ids for changing a grant are included only if the viewer administers its account.
		for _, e := range review.Entries {
			own := e.Through != account.ThroughAccountAbove && e.Name != "sync"
			key, group := e.Through == account.ThroughAPIKey, e.Through == account.ThroughDirectoryGroup
			if (e.Key != 0) != (key && own) || (e.Membership != 0) != (!key && own) ||
				(e.User != 0) != (!key && own) || (e.Group != 0) != group {
				t.Errorf("%s: ids %v %v %v %v", brief(e), e.User, e.Membership, e.Group, e.Key)
			}
			if (e.Scopes != 0) != key || e.Below != (e.Name == "sync" || e.Through == account.ThroughAccountAbove) {
				t.Errorf("%s: scopes %v, below %v", brief(e), e.Scopes, e.Below)
			}
		}
		// An administrator of the account above also sees who granted there, and may change the grant.
		review, err = w.Review(w.as(w.ada), w.dock)
		w.must(err)
		for _, e := range review.Entries {
			if e.Membership == 0 && e.Key == 0 {
				t.Errorf("%s: nothing to act on", brief(e))
			}
		}
		if got := brief(review.Entries[0]); got != "above ACCOUNT_ABOVE Harbor READER by ada" {
			t.Error(got)
		}
	})
}

func TestOnlyAdministratorsReview(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.reviewed()
		for _, test := range []struct{ who, account gid.ID }{{w.called("bo"), w.dock}} {
			review, err := w.Review(w.as(test.who), test.account)
			if review != nil {
				t.Errorf("%+v", review)
			}
			refused(t, err, change.Forbidden, "account")
		}
		for _, test := range []struct{ who, account gid.ID }{{w.dora, w.harbor}, {w.ada, w.meadow},
			{w.ada, gid.New(gid.Account, 1)}} {
			review, err := w.Review(w.as(test.who), test.account)
			if review != nil || err != nil {
				t.Errorf("%+v, %v, want nil", review, err)
			}
			var out bytes.Buffer
			refused(t, w.ReviewCSV(w.as(test.who), test.account, &out), fault.NotFound, "account")
			if out.Len() > 0 {
				t.Errorf("written: %s, want 0", &out)
			}
		}
	})
}

func TestAReviewIsExportedWhole(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		w.reviewed()
		w.write(func(ctx context.Context, c *ent.Client) error {
			for range account.MostReviewed {
				u := gid.New(gid.User, gid.NewLocality())
				if err := c.User.Create().SetID(u).SetUserName("z" + u.String()).SetActive(true).SetShared(false).
					SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx); err != nil {
					return err
				}
				if err := c.Membership.Create().SetID(gid.New(gid.Membership, w.dock.Locality())).SetAccountID(w.dock).
					SetUserID(u).SetRoles(roles(reader)).
					SetServiceAccess(0).SetIncludeSubAccounts(false).SetCreatedAt(1).Exec(ctx); err != nil {
					return err
				}
			}
			return nil
		})
		review, err := w.Review(w.as(w.dora), w.dock)
		w.must(err)
		if len(review.Entries) != account.MostReviewed {
			t.Errorf("%d lines, want %v", len(review.Entries), account.MostReviewed)
		}
		var out bytes.Buffer
		w.must(w.ReviewCSV(w.as(w.dora), w.dock, &out))
		lines, err := csv.NewReader(&out).ReadAll()
		w.must(err)
		if len(lines) != 1+13+account.MostReviewed {
			t.Errorf("%d lines, want %v", len(lines), 1+13+account.MostReviewed)
		}
		want := []string{"bo", "'=Bo", "", "MEMBERSHIP", "", "READER", "COMMUNITY,LICENSING,DOWNLOADS", "Tide",
			"IMPORT", "dora",
			"2025-10-18T12:00:00Z", "", "2026-11-12T12:00:00Z", "", "", "false", w.called("bo").String(),
			w.membershipOf(w.called("bo"), w.dock).ID.String(), "", ""}
		if d := cmp.Diff(want, lines[3]); d != "" {
			t.Error(d)
		}
	})
}
