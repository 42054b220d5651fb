package directory

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// batchSize is how many rows one statement names.
const batchSize = 500

// AddGroup creates a group with its members; d must have a name. It returns the id, or d.NameRefused,
// GROUP_NAME_TAKEN, BAD_INPUT for a member that is not a record of the directory, or an error of change.Pipeline.Do.
func (s *Service) AddGroup(ctx context.Context, account gid.ID, d Delta, input any) (gid.ID, error) {
	if d.NameRefused != nil {
		return 0, d.NameRefused
	}
	var made gid.ID
	err := s.do(ctx, account, provisionGroup, input, groupNameTaken,
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			if err := checkGroupName(ctx, tx, account, *d.Name, 0); err != nil {
				return err
			}
			roles, services, err := grantOf(ctx, tx, *d.Name)
			if err != nil {
				return err
			}
			create := tx.Client().DirectoryGroup.Create().SetID(gid.New(gid.DirectoryGroup, account.Locality())).
				SetAccountID(account).SetName(*d.Name).SetNameKey(fold.Text(*d.Name)).SetRoles(roles).
				SetServiceAccess(services).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now())
			fields := change.Is("name", *d.Name)
			if roles != 0 {
				fields = append(fields, change.Is("roles", roles.String())...)
			}
			if services != 0 {
				fields = append(fields, change.Is("serviceAccess", services.String())...)
			}
			if d.ExternalID != nil && *d.ExternalID != "" {
				create.SetExternalID(*d.ExternalID)
				fields = append(fields, change.Is("externalId", *d.ExternalID)...)
			}
			g, err := create.Save(ctx)
			if err != nil {
				return fmt.Errorf("make the group: %w", err)
			}
			made = g.ID
			done.Result(g.ID)
			m, err := memberChangeOf(ctx, tx, g, d)
			if err != nil {
				return err
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "DirectoryGroupAdded", Account: account,
				Subject: g.ID,
				Label:   g.Name, Fields: append(fields, m.fields()...)})
			return s.move(ctx, tx, done, g, m)
		})
	if err != nil {
		return 0, err
	}
	return made, nil
}

// grantOf returns what a new group grants because of its name: License Manager, license-manager and LICENSE_MANAGER
// grant the role, Downloads grants the service, other names nothing. It is limited to what the key of the directory
// has itself. Afterwards only the account's administrators change what the group grants.
func grantOf(ctx context.Context, tx store.Tx, name string) (vocabulary.RoleSet, vocabulary.ServiceSet, error) {
	word := strings.ToUpper(strings.Join(strings.FieldsFunc(name, func(r rune) bool {
		return r == ' ' || r == '-' ||
			r == '_'
	}), "_"))
	roles, err := vocabulary.Roles(vocabulary.Role(word))
	if err != nil {
		roles = 0
	}
	services, err := vocabulary.Services(vocabulary.Service(word))
	if err != nil {
		services = 0
	}
	if roles == 0 && services == 0 {
		return 0, 0, nil
	}
	held, heldServices, err := account.HeldByKey(ctx, tx)
	return roles & held, services & heldServices, err
}

// checkGroupName returns GROUP_NAME_TAKEN if another group of the directory than but has the name, in any letter case.
func checkGroupName(ctx context.Context, tx store.Tx, account gid.ID, name string, but gid.ID) error {
	taken, err := tx.Client().DirectoryGroup.Query().Where(directorygroup.AccountID(account),
		directorygroup.IDNEQ(but), HasGroupName(name)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for the name of the group: %w", err)
	}
	if taken {
		return groupNameTaken()
	}
	return nil
}

// AlterGroup changes a group and its members. If nothing changes, nothing is recorded. It returns NOT_FOUND,
// GROUP_NAME_TAKEN, d.NameRefused for another name, LAST_ADMINISTRATOR, BAD_INPUT for a member that is not a record of
// the directory, an error of check, or an error of change.Pipeline.Do.
func (s *Service) AlterGroup(ctx context.Context, account, id gid.ID, d Delta, input any, check Check) error {
	ctx = directoryScope(ctx, account)
	if _, err := findGroup(ctx, s.db.Client(), account, id, check); err != nil {
		return err
	}
	return s.do(ctx, account, provisionGroup, input, groupNameTaken,
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			g, err := findGroup(ctx, tx.Client(), account, id, check, store.Locked)
			if err != nil {
				return err
			}
			done.Result(id)
			update := tx.Client().DirectoryGroup.UpdateOneID(id).SetUpdatedAt(clock.Later(g.UpdatedAt, done.Now()))
			var fields []audit.Field
			if d.Name != nil && *d.Name != g.Name {
				if d.NameRefused != nil {
					return d.NameRefused
				}
				if err := checkGroupName(ctx, tx, account, *d.Name, id); err != nil {
					return err
				}
				update.SetName(*d.Name).SetNameKey(fold.Text(*d.Name))
				fields = append(fields, change.Became("name", g.Name, *d.Name)...)
			}
			if d.ExternalID != nil && *d.ExternalID != orEmpty(g.ExternalID) {
				if update.SetExternalID(*d.ExternalID); *d.ExternalID == "" {
					update.ClearExternalID()
				}
				fields = append(fields, change.Became("externalId", orEmpty(g.ExternalID), *d.ExternalID)...)
			}
			m, err := memberChangeOf(ctx, tx, g, d)
			if err != nil {
				return err
			}
			if fields = append(fields, m.fields()...); len(fields) == 0 {
				return nil
			}
			if g, err = update.Save(ctx); err != nil {
				return fmt.Errorf("change the group: %w", err)
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DirectoryGroupChanged", Account: account,
				Subject: id,
				Label:   g.Name, Fields: fields})
			return s.move(ctx, tx, done, g, m)
		})
}

// RemoveGroup removes a group and what it granted to its members. It returns NOT_FOUND, LAST_ADMINISTRATOR, an error
// of check, or an error of change.Pipeline.Do.
func (s *Service) RemoveGroup(ctx context.Context, account, id gid.ID, input any, check Check) error {
	ctx = directoryScope(ctx, account)
	if _, err := findGroup(ctx, s.db.Client(), account, id, check); err != nil {
		return err
	}
	return s.do(ctx, account, removeProvisionedGroup, input, groupNameTaken,
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			g, err := findGroup(ctx, tx.Client(), account, id, check, store.Locked)
			if err != nil {
				return err
			}
			m, err := memberChangeOf(ctx, tx, g, Delta{Whole: true})
			if err != nil {
				return err
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "DirectoryGroupRemoved", Account: account,
				Subject: id,
				Label:   g.Name, Fields: append(change.Was("name", g.Name), m.fields()...)})
			if err := s.move(ctx, tx, done, g, m); err != nil {
				return err
			}
			if err := tx.Client().DirectoryGroup.DeleteOneID(id).Exec(ctx); err != nil {
				return fmt.Errorf("remove the group: %w", err)
			}
			return nil
		})
}

// findGroup reads a group. It returns NOT_FOUND, or an error of check.
func findGroup(ctx context.Context, c *ent.Client, account, id gid.ID, check Check,
	how ...func(*sql.Selector)) (*ent.DirectoryGroup, error) {
	q := c.DirectoryGroup.Query().Where(directorygroup.AccountID(account), directorygroup.ID(id))
	for _, modify := range how {
		q.Where(modify)
	}
	g, err := q.Only(ctx)
	if err != nil {
		return nil, orNotFound(err, "Group")
	}
	return g, check(g.UpdatedAt)
}

// memberChange lists the records that join or leave a group, in the order of their ids.
type memberChange struct {
	added, removed []gid.ID
	records        map[gid.ID]*ent.DirectoryRecord
}

// memberChangeOf computes what a delta changes in the members of a group. It returns BAD_INPUT if an added id is not a
// record of the directory.
func memberChangeOf(ctx context.Context, tx store.Tx, g *ent.DirectoryGroup, d Delta) (memberChange, error) {
	present, err := currentMembers(ctx, tx, g, d)
	if err != nil {
		return memberChange{}, err
	}
	var m memberChange
	for id := range d.Add {
		if !present[id] {
			m.added = append(m.added, id)
		}
	}
	for id := range present {
		if d.Gone[id] || d.Whole && !d.Add[id] {
			m.removed = append(m.removed, id)
		}
	}
	slices.Sort(m.added)
	slices.Sort(m.removed)
	m.records = map[gid.ID]*ent.DirectoryRecord{}
	for part := range slices.Chunk(m.all(), batchSize) {
		rows, err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.AccountID(g.AccountID),
			directoryrecord.IDIn(part...)).All(ctx)
		if err != nil {
			return memberChange{}, fmt.Errorf("read the records: %w", err)
		}
		for _, row := range rows {
			m.records[row.ID] = row
		}
	}
	for _, id := range m.added {
		if m.records[id] == nil {
			return memberChange{}, notARecord(id)
		}
	}
	return m, nil
}

// currentMembers returns the records that are in a group: all of them if d.Whole, otherwise of those that d names.
func currentMembers(ctx context.Context, tx store.Tx, g *ent.DirectoryGroup, d Delta) (map[gid.ID]bool, error) {
	present := map[gid.ID]bool{}
	collect := func(more ...func(*sql.Selector)) error {
		q := tx.Client().DirectoryGroupMember.Query().Where(directorygroupmember.DirectoryGroupID(g.ID))
		for _, where := range more {
			q.Where(where)
		}
		rows, err := q.All(ctx)
		if err != nil {
			return fmt.Errorf("read the members of the group: %w", err)
		}
		for _, row := range rows {
			present[row.DirectoryRecordID] = true
		}
		return nil
	}
	if d.Whole {
		return present, collect()
	}
	for part := range slices.Chunk(slices.Concat(slices.Sorted(maps.Keys(d.Add)), slices.Sorted(maps.Keys(d.Gone))),
		batchSize) {
		if err := collect(directorygroupmember.DirectoryRecordIDIn(part...)); err != nil {
			return nil, err
		}
	}
	return present, nil
}

// all returns added and removed ids, sorted.
func (m memberChange) all() []gid.ID {
	all := slices.Concat(m.added, m.removed)
	slices.Sort(all)
	return all
}

func (m memberChange) fields() []audit.Field {
	var fields []audit.Field
	for _, id := range m.added {
		fields = append(fields, change.Is("members."+id.String(), m.name(id))...)
	}
	for _, id := range m.removed {
		fields = append(fields, change.Was("members."+id.String(), m.name(id))...)
	}
	return fields
}

func (m memberChange) name(id gid.ID) string {
	if record := m.records[id]; record != nil {
		return record.UserName
	}
	return id.String()
}

// move applies a memberChange, and updates the memberships of the users to whom the records are linked.
func (s *Service) move(ctx context.Context, tx store.Tx, done *change.Record, g *ent.DirectoryGroup,
	m memberChange) error {
	for part := range slices.Chunk(m.all(), batchSize) {
		if err := bumpVersions(ctx, tx, done.Now(), part); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(m.added, batchSize) {
		rows := make([]*ent.DirectoryGroupMemberCreate, len(part))
		for i, id := range part {
			rows[i] = tx.Client().DirectoryGroupMember.Create().SetAccountID(g.AccountID).SetDirectoryGroupID(g.ID).
				SetDirectoryRecordID(id)
		}
		if err := tx.Client().DirectoryGroupMember.CreateBulk(rows...).Exec(ctx); err != nil {
			return fmt.Errorf("add the members: %w", err)
		}
	}
	for part := range slices.Chunk(m.removed, batchSize) {
		if _, err := tx.Client().DirectoryGroupMember.Delete().
			Where(directorygroupmember.DirectoryGroupID(g.ID), directorygroupmember.DirectoryRecordIDIn(part...)).
			Exec(ctx); err != nil {
			return fmt.Errorf("remove the members: %w", err)
		}
	}
	return s.members.Regroup(ctx, tx, done, g.AccountID, linkedTo(slices.Collect(maps.Values(m.records))...))
}

// bumpVersions advances the updated_at of records, which is their version.
func bumpVersions(ctx context.Context, tx store.Tx, now clock.Instant, ids []gid.ID) error {
	err := tx.Client().DirectoryRecord.Update().Where(directoryrecord.IDIn(ids...)).Modify(func(u *sql.UpdateBuilder) {
		u.Set(directoryrecord.FieldUpdatedAt, sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString("CASE WHEN ").Ident(directoryrecord.FieldUpdatedAt).WriteString(" < ").Arg(int64(now))
			b.WriteString(" THEN ").Arg(int64(now)).WriteString(" ELSE ").Ident(directoryrecord.FieldUpdatedAt).
				WriteString(" + 1 END")
		}))
	}).Exec(ctx)
	if err != nil {
		return fmt.Errorf("touch the records: %w", err)
	}
	return nil
}
