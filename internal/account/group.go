package account

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// batchSize is how many memberships one statement names.
const batchSize = 500

// GrantDirectoryGroup sets what a group of the customer's directory adds to the access of its members; no roles and no
// services remove it. It applies to the directory's own account only, not to accounts below. The outcome names the
// group. It returns BAD_INPUT, NOT_FOUND, GRANT_TOO_WIDE, LAST_ADMINISTRATOR, or an error of change.Pipeline.Do.
func (s *Service) GrantDirectoryGroup(ctx context.Context, r change.Request, id gid.ID, roles []vocabulary.Role,
	services []vocabulary.Service) (change.Outcome, error) {
	if err := s.requireAuth(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	g, err := s.db().Client().DirectoryGroup.Query().Where(directorygroup.ID(id)).Only(ctx)
	if err != nil {
		return change.Outcome{}, orNotFound(err, "input.directoryGroup", "DirectoryGroup", id)
	}
	r.Needs.Missing = fault.Missing("input.directoryGroup", "DirectoryGroup", id)
	return s.manage(ctx, r, g.AccountID, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		by, err := MayHandOut(ctx, g.AccountID)
		if err != nil {
			return err
		}
		what, err := groupGrant(roles, services)
		if err != nil {
			return err
		}
		g, err := tx.Client().DirectoryGroup.Query().Where(directorygroup.ID(id), store.Locked).Only(ctx)
		if err != nil {
			return orNotFound(err, "input.directoryGroup", "DirectoryGroup", id)
		}
		done.Result(id)
		before := grant{roles: g.Roles, services: g.ServiceAccess}
		if err := by.refuse(what, before, grantInput); err != nil {
			return err
		}
		fields := what.became(before)
		if len(fields) == 0 {
			return nil
		}
		err = tx.Client().DirectoryGroup.UpdateOneID(id).SetRoles(what.roles).SetServiceAccess(what.services).
			SetUpdatedAt(clock.Later(g.UpdatedAt, done.Now())).Exec(ctx)
		if err != nil {
			return fmt.Errorf("change the group: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DirectoryGroupChanged", Account: g.AccountID,
			Subject: id,
			Label:   g.Name, Fields: fields})
		return s.keepAdministrator(ctx, tx, done, g.AccountID, by,
			func() error { return s.regroupMembers(ctx, tx, done, g) })
	})
}

func groupGrant(roles []vocabulary.Role, services []vocabulary.Service) (grant, error) {
	var (
		what     grant
		rolesErr error
	)
	if len(roles) > 0 {
		what.roles, rolesErr = chosenRoles(roles)
	}
	set, servicesErr := chosenServices(services)
	what.services = set
	return what, errors.Join(rolesErr, servicesErr)
}

// regroupMembers updates what the directory grants to the users whose records are in a group.
func (s *Service) regroupMembers(ctx context.Context, tx store.Tx, done *change.Record,
	group *ent.DirectoryGroup) error {
	var users []gid.ID
	err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.UserIDNotNil(), inGroup(group.ID)).
		Select(directoryrecord.FieldUserID).Scan(ctx, &users)
	if err != nil {
		return fmt.Errorf("read the members of the group: %w", err)
	}
	return s.Regroup(ctx, tx, done, group.AccountID, users)
}

// Regroup updates what the directory of an account grants to users who are linked to its records: READER for an active
// record, and what the groups of the record add. A user with an active record and without a membership gets one.
// Regroup records every change of a membership, and ends sessions and keys of users who have no membership in force
// left. It is called in the transaction of a change of records, of groups or of the members of groups, after that
// change.
func (s *Service) Regroup(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID,
	users []gid.ID) error {
	var added []*ent.User // those who administer the account now and did not before
	for part := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(users))), batchSize) {
		more, err := s.regroup(ctx, tx, done, account, part)
		if err != nil {
			return err
		}
		added = append(added, more...)
	}
	return s.notifyOfAdministrators(ctx, tx, account, added)
}

// regroup is Regroup for one batch. It returns the users who have become administrators of the account. It locks the
// memberships first, in the order of their ids: if two changes of groups share a member, the second one sees the
// result of the first.
func (s *Service) regroup(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID,
	users []gid.ID) ([]*ent.User, error) {
	ctx = store.Unscoped(ctx) // what a directory gives depends on no viewer
	members, err := tx.Client().Membership.Query().Where(membership.AccountID(account), membership.UserIDIn(users...),
		store.Locked).WithUser().
		Order(ent.Asc(membership.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the members: %w", err)
	}
	byUser, err := directoryGrants(ctx, tx, account, users)
	if err != nil {
		return nil, err
	}
	if err := touch(ctx, tx, done.Now(), members); err != nil {
		return nil, err
	}
	var added []*ent.User
	for _, m := range members {
		is, administered := byUser[m.UserID], s.administers(m)
		delete(byUser, m.UserID)
		if err := s.giveByDirectory(ctx, tx, done, m, is); err != nil {
			return nil, err
		}
		if !administered && s.administers(m) {
			added = append(added, m.Edges.User)
		}
	}
	joined, err := s.joinByDirectory(ctx, tx, done, account, byUser)
	return append(added, joined...), err
}

// touch sets the moment of the last change of memberships, also of those to which the directory gives nothing new: the
// groups that they name have changed.
func touch(ctx context.Context, tx store.Tx, now clock.Instant, members []*ent.Membership) error {
	ids := make([]gid.ID, len(members))
	for i, m := range members {
		ids[i], now = m.ID, clock.Later(m.UpdatedAt, now)
	}
	if len(ids) == 0 {
		return nil
	}
	err := tx.Client().Membership.Update().Where(membership.IDIn(ids...)).SetUpdatedAt(now).Exec(ctx)
	if err != nil {
		return fmt.Errorf("note the change of the memberships: %w", err)
	}
	for _, m := range members {
		m.UpdatedAt = now
	}
	return nil
}

// giveByDirectory sets what the directory grants to a member.
func (s *Service) giveByDirectory(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership,
	is grant) error {
	if is.roles == m.DirectoryRoles && is.services == m.DirectoryServices {
		return nil
	}
	gave := s.inForce(m)
	told := grant{roles: m.Roles | is.roles, services: m.ServiceAccess | is.services}.became(
		grant{roles: m.Roles | m.DirectoryRoles, services: m.ServiceAccess | m.DirectoryServices})
	fields := append(change.Became("directoryRoles", m.DirectoryRoles.String(), is.roles.String()),
		change.Became("directoryServiceAccess", m.DirectoryServices.String(), is.services.String())...)
	m.DirectoryRoles, m.DirectoryServices = is.roles, is.services
	err := tx.Client().Membership.UpdateOneID(m.ID).SetDirectoryRoles(is.roles).SetDirectoryServices(is.services).
		Exec(ctx)
	if err != nil {
		return fmt.Errorf("change what the directory gives: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "MembershipChanged", Account: m.AccountID,
		Subject: m.ID,
		Label:   m.Edges.User.UserName, Fields: fields,
		Effects: change.Effects(vocabulary.EffectKindChanged, m.ID, m.Edges.User.UserName, told)})
	if gave && !s.inForce(m) {
		return s.endAccess(ctx, tx, done, m)
	}
	return nil
}

// joinByDirectory creates memberships for users who have none and get access from the directory. It returns the new
// administrators of the account.
func (s *Service) joinByDirectory(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID,
	gives map[gid.ID]grant) ([]*ent.User, error) {
	if len(gives) == 0 {
		return nil, nil
	}
	people, err := tx.Client().User.Query().Where(user.IDIn(slices.Sorted(maps.Keys(gives))...)).
		Order(ent.Asc(user.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the users of records: %w", err)
	}
	var added []*ent.User
	for _, u := range people {
		id, is := gid.New(gid.Membership, account.Locality()), gives[u.ID]
		m, err := tx.Client().Membership.Create().SetID(id).SetAccountID(account).SetUserID(u.ID).
			SetUserName(u.UserName).SetRoles(0).
			SetServiceAccess(0).SetIncludeSubAccounts(false).SetDirectoryRoles(is.roles).
			SetDirectoryServices(is.services).
			SetOrigin(vocabulary.MembershipOriginDirectory).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now()).Save(ctx)
		if err != nil {
			return nil, fmt.Errorf("make the membership of a record: %w", err)
		}
		origin := change.Is("origin", string(vocabulary.MembershipOriginDirectory))
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "MembershipCreated", Account: account,
			Subject: id, Label: u.UserName,
			Fields: slices.Concat(origin, turned("directoryRoles", "", is.roles.String()),
				turned("directoryServiceAccess", "", is.services.String())),
			Effects: change.Effects(vocabulary.EffectKindCreated, id, u.UserName, append(origin, is.fields()...))})
		if s.administers(m) {
			added = append(added, u)
		}
	}
	return added, nil
}

// inGroup is the condition that a record is in a group.
func inGroup(group gid.ID) predicate.DirectoryRecord {
	return func(q *sql.Selector) {
		groupMembers := sql.Dialect(q.Dialect()).Select(directorygroupmember.FieldDirectoryRecordID).
			From(sql.Table(directorygroupmember.Table))
		groupMembers.Where(sql.EQ(groupMembers.C(directorygroupmember.FieldDirectoryGroupID), int64(group)))
		q.Where(sql.In(q.C(directoryrecord.FieldID), groupMembers))
	}
}

// directoryGrants returns what the directory of an account grants to users through the records that are linked to
// them.
func directoryGrants(ctx context.Context, tx store.Tx, account gid.ID, users []gid.ID) (map[gid.ID]grant, error) {
	records, err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.AccountID(account),
		directoryrecord.UserIDIn(users...),
		directoryrecord.Active(true)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the records: %w", err)
	}
	ids, user := make([]gid.ID, len(records)), map[gid.ID]gid.ID{}
	sums := map[gid.ID]grant{}
	for i, record := range records {
		ids[i], user[record.ID] = record.ID, *record.UserID
		sums[*record.UserID] = grant{roles: reader}
	}
	groupMembers, err := tx.Client().DirectoryGroupMember.Query().
		Where(directorygroupmember.DirectoryRecordIDIn(ids...)).WithDirectoryGroup().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the groups: %w", err)
	}
	for _, member := range groupMembers {
		sum := sums[user[member.DirectoryRecordID]]
		sum.roles |= member.Edges.DirectoryGroup.Roles
		sum.services |= member.Edges.DirectoryGroup.ServiceAccess
		sums[user[member.DirectoryRecordID]] = sum
	}
	return sums, nil
}

// LeaveGroups removes a record from all groups, and updates the version of these groups.
func (s *Service) LeaveGroups(ctx context.Context, tx store.Tx, now clock.Instant, row *ent.DirectoryRecord) error {
	groups, err := tx.Client().DirectoryGroup.Query().Where(directorygroup.AccountID(row.AccountID),
		func(q *sql.Selector) {
			groupMembers := sql.Dialect(q.Dialect()).Select(directorygroupmember.FieldDirectoryGroupID).
				From(sql.Table(directorygroupmember.Table))
			groupMembers.Where(sql.EQ(groupMembers.C(directorygroupmember.FieldDirectoryRecordID), int64(row.ID)))
			q.Where(sql.In(q.C(directorygroup.FieldID), groupMembers))
		}).Order(directorygroup.ByID()).All(ctx)
	if err != nil {
		return fmt.Errorf("read the groups of the record: %w", err)
	}
	for _, g := range groups {
		if err := tx.Client().DirectoryGroup.UpdateOneID(g.ID).SetUpdatedAt(clock.Later(g.UpdatedAt, now)).
			Exec(ctx); err != nil {
			return fmt.Errorf("change the group: %w", err)
		}
	}
	if _, err := tx.Client().DirectoryGroupMember.Delete().Where(directorygroupmember.DirectoryRecordID(row.ID)).
		Exec(ctx); err != nil {
		return fmt.Errorf("leave the groups: %w", err)
	}
	return nil
}
