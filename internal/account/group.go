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
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// portion is how many memberships one statement names.
const portion = 500

// GrantDirectoryGroup says what a group of the customer's directory adds to what each of its members is given; no roles and
// no services take it back. It holds in the account of the directory alone, not in those below. The outcome names the group. It
// returns BAD_INPUT, NOT_FOUND, GRANT_TOO_WIDE, LAST_ADMINISTRATOR, or what change.Pipeline.Do does.
func (s *Service) GrantDirectoryGroup(ctx context.Context, r change.Request, id gid.ID, roles []vocabulary.Role, services []vocabulary.Service) (change.Outcome, error) {
	if err := s.somebody(ctx, r); err != nil {
		return change.Outcome{}, err
	}
	g, err := s.db().Client().DirectoryGroup.Query().Where(directorygroup.ID(id)).Only(ctx)
	if err != nil {
		return change.Outcome{}, orNotFound(err, "input.directoryGroup", "group", id)
	}
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
			return orNotFound(err, "input.directoryGroup", "group", id)
		}
		done.Result(id)
		before := given{roles: g.Roles, services: g.ServiceAccess}
		if err := by.refuse(what, before, inGrant); err != nil {
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
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DirectoryGroupChanged", Account: g.AccountID, Subject: id,
			Label: g.Name, Fields: fields})
		return s.keeping(ctx, tx, done, g.AccountID, by, func() error { return s.regroupMembers(ctx, tx, done, g) })
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

// regroupMembers works out anew what the directory gives to those whose records are in a group, and notes whom it gives
// something else.
func (s *Service) regroupMembers(ctx context.Context, tx store.Tx, done *change.Record, group *ent.DirectoryGroup) error {
	var users []gid.ID
	err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.UserIDNotNil(), inGroup(group.ID)).
		Select(directoryrecord.FieldUserID).Scan(ctx, &users)
	if err != nil {
		return fmt.Errorf("read the members of the group: %w", err)
	}
	return s.Regroup(ctx, tx, done, group.AccountID, users)
}

// Regroup works out anew what the directory of an account gives to users to whom its records are linked: READER for an active
// record, and what the groups grant in which it is. A user of an active record who is no member yet becomes one. It notes whose
// membership gives something else now, and ends sessions and keys of those who have no membership in force left. It is called in
// the transaction of a change of records, of groups or of who is in them, after that change.
func (s *Service) Regroup(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID, users []gid.ID) error {
	var added []*ent.User // those who administer the account now and did not before
	for part := range slices.Chunk(slices.Compact(slices.Sorted(slices.Values(users))), portion) {
		more, err := s.regroup(ctx, tx, done, account, part)
		if err != nil {
			return err
		}
		added = append(added, more...)
	}
	return s.tellOfAdministrators(ctx, tx, account, added)
}

// regroup returns the users who administer the account now and did not before. It holds the memberships first, in the order of their ids: of two changes of groups that share a member, the second then
// sees what the first has done.
func (s *Service) regroup(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID, users []gid.ID) ([]*ent.User, error) {
	ctx = store.Unscoped(ctx) // what a directory gives depends on no viewer
	members, err := tx.Client().Membership.Query().Where(membership.AccountID(account), membership.UserIDIn(users...), store.Locked).WithUser().
		Order(ent.Asc(membership.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the members: %w", err)
	}
	given, err := directoryGrants(ctx, tx, account, users)
	if err != nil {
		return nil, err
	}
	var added []*ent.User
	for _, m := range members {
		is, administered := given[m.UserID], s.administers(m)
		delete(given, m.UserID)
		if err := s.giveByDirectory(ctx, tx, done, m, is); err != nil {
			return nil, err
		}
		if !administered && s.administers(m) {
			added = append(added, m.Edges.User)
		}
	}
	joined, err := s.joinByDirectory(ctx, tx, done, account, given)
	return append(added, joined...), err
}

// giveByDirectory lets the directory give a member something else from now on.
func (s *Service) giveByDirectory(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, is given) error {
	if is.roles == m.DirectoryRoles && is.services == m.DirectoryServices {
		return nil
	}
	gave := s.inForce(m)
	fields := append(change.Became("directoryRoles", m.DirectoryRoles.String(), is.roles.String()),
		change.Became("directoryServiceAccess", m.DirectoryServices.String(), is.services.String())...)
	m.DirectoryRoles, m.DirectoryServices = is.roles, is.services
	err := tx.Client().Membership.UpdateOneID(m.ID).SetDirectoryRoles(is.roles).SetDirectoryServices(is.services).
		SetUpdatedAt(clock.Later(m.UpdatedAt, done.Now())).Exec(ctx)
	if err != nil {
		return fmt.Errorf("change what the directory gives: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "MembershipChanged", Account: m.AccountID, Subject: m.ID,
		Label: m.Edges.User.UserName, Fields: fields})
	if gave && !s.inForce(m) {
		return s.endAccess(ctx, tx, done, m)
	}
	return nil
}

// joinByDirectory makes those members to whom the directory gives something and who are none. It returns who administers the
// account by that.
func (s *Service) joinByDirectory(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID, gives map[gid.ID]given) ([]*ent.User, error) {
	if len(gives) == 0 {
		return nil, nil
	}
	people, err := tx.Client().User.Query().Where(user.IDIn(slices.Sorted(maps.Keys(gives))...)).Order(ent.Asc(user.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the users of records: %w", err)
	}
	var added []*ent.User
	for _, u := range people {
		id, is := gid.New(gid.Membership, account.Locality()), gives[u.ID]
		m, err := tx.Client().Membership.Create().SetID(id).SetAccountID(account).SetUserID(u.ID).SetUserName(u.UserName).SetRoles(0).
			SetServiceAccess(0).SetIncludeSubAccounts(false).SetDirectoryRoles(is.roles).SetDirectoryServices(is.services).
			SetOrigin(vocabulary.MembershipOriginDirectory).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now()).Save(ctx)
		if err != nil {
			return nil, fmt.Errorf("make the membership of a record: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "MembershipCreated", Account: account, Subject: id, Label: u.UserName,
			Fields: slices.Concat(change.Is("origin", string(vocabulary.MembershipOriginDirectory)), turned("directoryRoles", "", is.roles.String()),
				turned("directoryServiceAccess", "", is.services.String()))})
		if s.administers(m) {
			added = append(added, u)
		}
	}
	return added, nil
}

// inGroup keeps the records that are in a group.
func inGroup(group gid.ID) predicate.DirectoryRecord {
	return func(q *sql.Selector) {
		places := sql.Dialect(q.Dialect()).Select(directorygroupmember.FieldDirectoryRecordID).From(sql.Table(directorygroupmember.Table))
		places.Where(sql.EQ(places.C(directorygroupmember.FieldDirectoryGroupID), int64(group)))
		q.Where(sql.In(q.C(directoryrecord.FieldID), places))
	}
}

// directoryGrants tells what the directory of an account gives to users, by the records that are linked to them.
func directoryGrants(ctx context.Context, tx store.Tx, account gid.ID, users []gid.ID) (map[gid.ID]given, error) {
	records, err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.AccountID(account), directoryrecord.UserIDIn(users...),
		directoryrecord.Active(true)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the records: %w", err)
	}
	ids, user := make([]gid.ID, len(records)), map[gid.ID]gid.ID{}
	sums := map[gid.ID]given{}
	for i, record := range records {
		ids[i], user[record.ID] = record.ID, *record.UserID
		sums[*record.UserID] = given{roles: reader}
	}
	places, err := tx.Client().DirectoryGroupMember.Query().Where(directorygroupmember.DirectoryRecordIDIn(ids...)).WithDirectoryGroup().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the groups: %w", err)
	}
	for _, place := range places {
		sum := sums[user[place.DirectoryRecordID]]
		sum.roles |= place.Edges.DirectoryGroup.Roles
		sum.services |= place.Edges.DirectoryGroup.ServiceAccess
		sums[user[place.DirectoryRecordID]] = sum
	}
	return sums, nil
}

// LeaveGroups takes a record out of all groups, which are other versions then.
func (s *Service) LeaveGroups(ctx context.Context, tx store.Tx, now clock.Instant, row *ent.DirectoryRecord) error {
	groups, err := tx.Client().DirectoryGroup.Query().Where(directorygroup.AccountID(row.AccountID), func(q *sql.Selector) {
		places := sql.Dialect(q.Dialect()).Select(directorygroupmember.FieldDirectoryGroupID).From(sql.Table(directorygroupmember.Table))
		places.Where(sql.EQ(places.C(directorygroupmember.FieldDirectoryRecordID), int64(row.ID)))
		q.Where(sql.In(q.C(directorygroup.FieldID), places))
	}).Order(directorygroup.ByID()).All(ctx)
	if err != nil {
		return fmt.Errorf("read the groups of the record: %w", err)
	}
	for _, g := range groups {
		if err := tx.Client().DirectoryGroup.UpdateOneID(g.ID).SetUpdatedAt(clock.Later(g.UpdatedAt, now)).Exec(ctx); err != nil {
			return fmt.Errorf("change the group: %w", err)
		}
	}
	if _, err := tx.Client().DirectoryGroupMember.Delete().Where(directorygroupmember.DirectoryRecordID(row.ID)).Exec(ctx); err != nil {
		return fmt.Errorf("leave the groups: %w", err)
	}
	return nil
}
