package account_test

import (
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// group creates a group with members and without a grant, as a directory does.
func (w *world) group(of gid.ID, name string, members ...gid.ID) gid.ID {
	w.t.Helper()
	id := gid.New(gid.DirectoryGroup, of.Locality())
	w.write(func(ctx context.Context, c *ent.Client) error {
		return c.DirectoryGroup.Create().SetID(id).SetAccountID(of).SetName(name).SetNameKey(name).
			SetCreatedAt(w.clock.Now()).
			SetUpdatedAt(w.clock.Now()).Exec(ctx)
	})
	w.must(w.place(of, id, members...))
	return id
}

// place adds the records of members to a group, as a directory does.
func (w *world) place(of, group gid.ID, members ...gid.ID) error {
	return w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
		return w.placeIn(ctx, tx, of, group, members...)
	})
}

func (w *world) placeIn(ctx context.Context, tx store.Tx, of, group gid.ID, members ...gid.ID) error {
	var users []gid.ID
	for _, id := range members {
		m, err := tx.Client().Membership.Query().Where(membership.ID(id)).WithUser().Only(ctx)
		if err != nil {
			return err
		}
		record, err := recordOf(ctx, tx.Client(), m)
		if err != nil {
			return err
		}
		if err := tx.Client().DirectoryGroupMember.Create().SetAccountID(of).SetDirectoryGroupID(group).
			SetDirectoryRecordID(record).Exec(ctx); err != nil {
			return err
		}
		users = append(users, m.UserID)
	}
	return w.Regroup(ctx, tx, &change.Record{}, of, users)
}

// recordOf returns the directory record of a member, and creates it if there is none. m is loaded with its user.
func recordOf(ctx context.Context, c *ent.Client, m *ent.Membership) (gid.ID, error) {
	id, err := c.DirectoryRecord.Query().Where(directoryrecord.AccountID(m.AccountID),
		directoryrecord.UserID(m.UserID)).OnlyID(ctx)
	if !ent.IsNotFound(err) {
		return id, err
	}
	id = gid.New(gid.DirectoryRecord, m.AccountID.Locality())
	return id, c.DirectoryRecord.Create().SetID(id).SetAccountID(m.AccountID).SetUserName(m.Edges.User.UserName).
		SetUserNameKey(m.Edges.User.UserName).SetActive(true).SetUserID(m.UserID).SetLinkedAt(1).SetCreatedAt(1).
		SetUpdatedAt(1).Exec(ctx)
}

func (w *world) grant(by, group gid.ID, services []vocabulary.Service, roles ...vocabulary.Role) (
	change.Outcome, error) {
	return w.GrantDirectoryGroup(w.as(by), request("grantDirectoryGroup"), group, roles, services)
}

func TestGroupsAddToTheAccessOfMembers(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo, cy := w.member(w.user("bo"), w.harbor), w.member(w.user("cy"), w.harbor)
		one, two := w.group(w.harbor, "One", bo, cy), w.group(w.harbor, "Two", bo)
		community := []vocabulary.Service{vocabulary.ServiceCommunity}
		outcome, err := w.grant(w.ada, one, community, manager)
		w.must(err)
		if outcome.IDs[0] != one {
			t.Errorf("%+v, want IDs[0] = %v", outcome, one)
		}
		_, err = w.grant(w.ada, two, nil, downloader)
		w.must(err)
		of := func(id gid.ID) string {
			m := w.membership(id)
			return m.Roles.String() + "|" + m.DirectoryRoles.String() + "|" + m.DirectoryServices.String()
		}
		if of(bo) != "READER|LICENSE_MANAGER,DOWNLOADER,READER|COMMUNITY" ||
			of(cy) != "READER|LICENSE_MANAGER,READER|COMMUNITY" {
			t.Errorf(
				`%s, %s, want of = "READER|LICENSE_MANAGER,DOWNLOADER,READER|COMMUNITY" and of = `+
					`"READER|LICENSE_MANAGER,READER|COMMUNITY"`,
				of(bo), of(cy))
		}
		before := w.dump()
		if outcome, err := w.grant(w.ada, two, nil, downloader); err != nil || len(outcome.Effects) != 0 {
			t.Errorf("%+v, %v, want none", outcome, err)
		}
		if d := cmp.Diff(before, w.dump()); d != "" {
			t.Errorf("a change without effect left data: %s", d)
		}
		_, err = w.grant(w.ada, one, nil)
		w.must(err)
		if of(bo) != "READER|DOWNLOADER,READER|" || of(cy) != "READER|READER|" {
			t.Errorf(`%s, %s, want of = "READER|DOWNLOADER,READER|" and of = "READER|READER|"`, of(bo), of(cy))
		}
		want := []string{"ada grantDirectoryGroup One", "ada grantDirectoryGroup bo", "ada grantDirectoryGroup cy",
			"ada grantDirectoryGroup Two",
			"ada grantDirectoryGroup bo", "ada grantDirectoryGroup One", "ada grantDirectoryGroup bo",
			"ada grantDirectoryGroup cy"}
		if d := cmp.Diff(sorted(want), sorted(w.recordsOf(w.harbor))); d != "" {
			t.Error(d)
		}
		_, err = w.grant(w.dora, one, nil, manager)
		refused(t, err, fault.NotFound, "input.directoryGroup")
		_, err = w.grant(w.called("cy"), one, nil, manager)
		refused(t, err, fault.NotFound, "input.directoryGroup") // only administrators see groups
		_, err = w.grant(w.ada, one, nil, "KING")
		refused(t, err, fault.BadInput, "input.roles")
		_, err = w.GrantDirectoryGroup(t.Context(), request("grantDirectoryGroup"), one, nil, nil)
		refused(t, err, change.Unauthenticated, "")
	})
}

// TestGroupsThatChangeAtOnceAddUp adds members to groups by a directory while administrators change the grants of
// these groups.
func TestGroupsThatChangeAtOnceAddUp(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		for range 8 {
			m := w.member(w.user(gid.New(gid.User, gid.NewLocality()).String()), w.harbor)
			name := gid.New(gid.User, gid.NewLocality()).String()
			one, two := w.group(w.harbor, name, m), w.group(w.harbor, name+"2")
			var all sync.WaitGroup
			for _, f := range []func() error{
				func() error { _, err := w.grant(w.ada, one, nil, manager); return err },
				func() error { _, err := w.grant(w.ada, two, nil, downloader); return err },
				func() error { return w.lockedPlace(w.harbor, two, m) },
			} {
				all.Go(func() {
					if err := f(); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if got := w.membership(m).DirectoryRoles; got != roles(manager, downloader, reader) {
				t.Errorf("%v, want %v", got, roles(manager, downloader, reader))
			}
		}
	})
}

// lockedPlace adds a member to a group under the lock of the group, as a directory does.
func (w *world) lockedPlace(of, group, member gid.ID) error {
	return w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
		if tx.Engine() == store.Postgres {
			if _, err := tx.Exec(ctx, "SELECT 1 FROM directory_groups WHERE id = ? FOR UPDATE",
				int64(group)); err != nil {
				return err
			}
		}
		return w.placeIn(ctx, tx, of, group, member)
	})
}

func TestALargeGroupIsRegrouped(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		var members []gid.ID
		w.write(func(ctx context.Context, c *ent.Client) error {
			for range 1100 {
				u, m := gid.New(gid.User, gid.NewLocality()), gid.New(gid.Membership, w.harbor.Locality())
				if err := c.User.Create().SetID(u).SetUserName(u.String()).SetActive(true).SetShared(false).
					SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx); err != nil {
					return err
				}
				if err := c.Membership.Create().SetID(m).SetAccountID(w.harbor).SetUserID(u).SetRoles(roles(reader)).
					SetServiceAccess(0).
					SetIncludeSubAccounts(false).SetCreatedAt(1).Exec(ctx); err != nil {
					return err
				}
				members = append(members, m)
			}
			return nil
		})
		g := w.group(w.harbor, "Everybody", members...)
		outcome, err := w.grant(w.ada, g, nil, manager)
		told := slices.DeleteFunc(outcome.Effects, func(e change.Effect) bool { return e.Internal })
		if err != nil || len(told) != 1101 {
			t.Errorf("%d effects, %v, want 1101", len(told), err)
		}
	})
}

// A membership is newer after each change of its groups, also if the groups give nothing new, so that whoever asks for
// what has changed sees the groups that it names.
func TestAMembershipIsNewerAfterAChangeOfItsGroups(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		u := w.user("bo")
		m := w.member(u, w.harbor)
		w.group(w.harbor, "One", m)
		updated := func() clock.Instant {
			return w.db.Client().Membership.Query().Where(membership.ID(m)).OnlyX(w.all()).UpdatedAt
		}
		regroup := func() clock.Instant {
			w.must(w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
				return w.Regroup(ctx, tx, &change.Record{}, w.harbor, []gid.ID{u})
			}))
			return updated()
		}
		first := regroup() // it may give the membership something
		if second := regroup(); second <= first {
			t.Errorf("updated at %s, and then at %s", first, second)
		}
	})
}

// TestAGrantWaitsForADirectoryThatMovesTheSameMember starts a grant while a directory holds the lock of a member. The
// grant ends after the directory has added the member to another group, and must see that.
func TestAGrantWaitsForADirectoryThatMovesTheSameMember(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		if w.db.Engine() != store.Postgres {
			t.Skip("SQLite has only one writer")
		}
		m := w.member(w.user("bo"), w.harbor)
		one, two := w.group(w.harbor, "One", m), w.group(w.harbor, "Two")
		_, err := w.grant(w.ada, two, nil, downloader)
		w.must(err)
		granted := make(chan error, 1)
		w.must(w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
			if _, err := tx.Exec(ctx, "SELECT 1 FROM memberships WHERE id = ? FOR NO KEY UPDATE",
				int64(m)); err != nil {
				return err
			}
			go func() {
				_, err := w.grant(w.ada, one, nil, manager)
				granted <- err
			}()
			for waits := 0; waits == 0; {
				err := tx.QueryRow(ctx,
					"SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))",
					nil, &waits)
				if err != nil {
					return err
				}
			}
			return w.placeIn(ctx, tx, w.harbor, two, m)
		}))
		w.must(<-granted)
		if got := w.membership(m).DirectoryRoles; got != roles(manager, downloader, reader) {
			t.Errorf("%v, want %v", got, roles(manager, downloader, reader))
		}
	})
}
