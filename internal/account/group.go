package account

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// portion is how many memberships one statement names.
const portion = 500

// GrantDirectoryGroup says what a group of the customer's directory adds to what each of its members is given; no roles and
// no services take it back. The outcome names the group. It returns BAD_INPUT, NOT_FOUND, REACH_TOO_WIDE where it would give
// more to a member who reaches accounts below that the viewer does not administer, LAST_ADMINISTRATOR, or what change.Pipeline.Do does.
func (s *Service) GrantDirectoryGroup(ctx context.Context, r change.Request, id gid.ID, roles []vocabulary.Role, services []vocabulary.Service) (change.Outcome, error) {
	if err := s.somebody(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	g, err := s.db().Client().DirectoryGroup.Query().Where(directorygroup.ID(id)).Only(ctx)
	if err != nil {
		return change.Outcome{}, orNotFound(err, "input.directoryGroup", "group", id)
	}
	return s.manage(ctx, r, g.AccountID, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		by, err := s.authority(ctx, tx, g.AccountID)
		if err != nil {
			return err
		}
		what, err := groupGrant(roles, services)
		if err != nil {
			return err
		}
		g, err := tx.Client().DirectoryGroup.Query().Where(directorygroup.ID(id), locked).Only(ctx)
		if err != nil {
			return orNotFound(err, "input.directoryGroup", "group", id)
		}
		done.Result(id)
		before := given{roles: g.Roles, services: g.ServiceAccess}
		fields := what.became(before)
		if len(fields) == 0 {
			return nil
		}
		err = tx.Client().DirectoryGroup.UpdateOneID(id).SetRoles(what.roles).SetServiceAccess(what.services).
			SetUpdatedAt(later(g.UpdatedAt, done.Now())).Exec(ctx)
		if err != nil {
			return fmt.Errorf("change the group: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DirectoryGroupChanged", Account: g.AccountID, Subject: id,
			Label: g.Name, Fields: fields})
		return s.keeping(ctx, tx, done, g.AccountID, by, func() error { return s.regroupMembers(ctx, tx, done, id, by, what.exceeds(before)) })
	})
}

func groupGrant(roles []vocabulary.Role, services []vocabulary.Service) (given, error) {
	var (
		what    given
		problem error
	)
	if len(roles) > 0 {
		what.roles, problem = chosenRoles(roles)
	}
	set, another := chosenServices(services)
	what.services = set
	return what, errors.Join(problem, another)
}

// regroupMembers works out anew what the members of a group are given, and notes whom it gives something else.
func (s *Service) regroupMembers(ctx context.Context, tx store.Tx, done *change.Record, group gid.ID, by authority, more bool) error {
	places, err := tx.Client().DirectoryGroupMember.Query().Where(directorygroupmember.DirectoryGroupID(group)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the members of the group: %w", err)
	}
	ids := make([]gid.ID, len(places))
	for i, place := range places {
		ids[i] = place.MembershipID
	}
	slices.Sort(ids)
	for part := range slices.Chunk(ids, portion) {
		changed, err := regroup(ctx, tx, part)
		if err != nil {
			return err
		}
		for _, c := range changed {
			if more && c.is.IncludeSubAccounts && !by.below && groupsOf(c.is).exceeds(groupsOf(c.was)) {
				return reachTooWide("input.directoryGroup")
			}
			err := tx.Client().Membership.UpdateOneID(c.is.ID).SetUpdatedAt(later(c.was.UpdatedAt, done.Now())).Exec(ctx)
			if err != nil {
				return fmt.Errorf("change the membership: %w", err)
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "MembershipChanged", Account: c.is.AccountID, Subject: c.is.ID,
				Label: c.was.Edges.User.UserName, Fields: append(change.Became("groupRoles", c.was.GroupRoles.String(), c.is.GroupRoles.String()),
					change.Became("groupServiceAccess", c.was.GroupServices.String(), c.is.GroupServices.String())...)})
		}
	}
	return nil
}

func groupsOf(m *ent.Membership) given {
	return given{roles: m.GroupRoles, services: m.GroupServices}
}

// Regroup works out anew what the groups of the directory add to memberships. It is called in the transaction of a change of
// groups or of who is in them, after that change, and leaves it to the caller to note what is another.
func (s *Service) Regroup(ctx context.Context, tx store.Tx, memberships []gid.ID) error {
	for part := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(memberships))), portion) {
		if _, err := regroup(ctx, tx, part); err != nil {
			return err
		}
	}
	return nil
}

// regrouped is a membership to which groups add something else, before with its user and after.
type regrouped struct{ was, is *ent.Membership }

// regroup holds the memberships first, in the order of their ids: of two changes of groups that share a member, the second then
// sees what the first has done.
func regroup(ctx context.Context, tx store.Tx, ids []gid.ID) ([]regrouped, error) {
	ctx = store.Beyond(ctx) // what a group adds depends on no viewer
	members, err := tx.Client().Membership.Query().Where(membership.IDIn(ids...), locked).WithUser().Order(ent.Asc(membership.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the members: %w", err)
	}
	places, err := tx.Client().DirectoryGroupMember.Query().Where(directorygroupmember.MembershipIDIn(ids...)).WithDirectoryGroup().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the groups: %w", err)
	}
	sums := map[gid.ID]given{}
	for _, place := range places {
		sum := sums[place.MembershipID]
		sum.roles |= place.Edges.DirectoryGroup.Roles
		sum.services |= place.Edges.DirectoryGroup.ServiceAccess
		sums[place.MembershipID] = sum
	}
	var changed []regrouped
	for _, m := range members {
		if sum := sums[m.ID]; sum.roles != m.GroupRoles || sum.services != m.GroupServices {
			is := *m
			is.GroupRoles, is.GroupServices = sum.roles, sum.services
			changed = append(changed, regrouped{m, &is})
		}
	}
	byGrant := func(c regrouped) int { return int(c.is.GroupRoles)<<16 | int(c.is.GroupServices) }
	sorted := slices.SortedFunc(slices.Values(changed), func(a, b regrouped) int { return cmp.Compare(byGrant(a), byGrant(b)) })
	for first := 0; first < len(sorted); { // one statement for all that are given the same
		last, alike := first, []gid.ID{}
		for ; last < len(sorted) && byGrant(sorted[last]) == byGrant(sorted[first]); last++ {
			alike = append(alike, sorted[last].is.ID)
		}
		err := tx.Client().Membership.Update().Where(membership.IDIn(alike...)).SetGroupRoles(sorted[first].is.GroupRoles).
			SetGroupServices(sorted[first].is.GroupServices).Exec(ctx)
		if err != nil {
			return nil, fmt.Errorf("add up what groups grant: %w", err)
		}
		first = last
	}
	return changed, nil
}
