//go:build shelved

package scim

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	provisionGroup         = "provisionGroup"
	removeProvisionedGroup = "removeProvisionedGroup"
)

// portion is how many rows one statement names.
const portion = 500

func portions(ids []gid.ID) iter.Seq[[]gid.ID] { return slices.Chunk(ids, portion) }

func (l groups) create(ctx context.Context, body map[string]any) (gid.ID, error) {
	d, err := deltaOfBody(body)
	if err != nil {
		return 0, err
	}
	var made gid.ID
	err = l.do(ctx, provisionGroup, body, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		made = 0
		if err := l.free(ctx, tx, *d.name, 0); err != nil {
			return err
		}
		roles, services := grantOf(*d.name)
		create := tx.Client().DirectoryGroup.Create().SetID(gid.New(gid.DirectoryGroup, l.account.Locality())).
			SetAccountID(l.account).SetName(*d.name).SetRoles(roles).SetServiceAccess(services).
			SetCreatedAt(done.Now()).SetUpdatedAt(done.Now())
		fields := change.Is("name", *d.name)
		if roles != 0 {
			fields = append(fields, change.Is("roles", roles.String())...)
		}
		if services != 0 {
			fields = append(fields, change.Is("serviceAccess", services.String())...)
		}
		if d.key != nil && *d.key != "" {
			create.SetDirectoryKey(*d.key)
			fields = append(fields, change.Is("externalId", *d.key)...)
		}
		g, err := create.Save(ctx)
		if err != nil {
			return fmt.Errorf("make the group: %w", err)
		}
		made = g.ID
		done.Result(g.ID)
		moved, err := l.movement(ctx, tx, g, d)
		if err != nil {
			return err
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "DirectoryGroupAdded", Account: l.account, Subject: g.ID,
			Label: g.Name, Fields: append(fields, moved.fields()...)})
		return l.move(ctx, tx, done, g, moved)
	})
	return made, err
}

// free refuses a name that another group of the account has.
func (l groups) free(ctx context.Context, tx store.Tx, name string, but gid.ID) error {
	has, err := tx.Client().DirectoryGroup.Query().
		Where(directorygroup.AccountID(l.account), directorygroup.Name(name), directorygroup.IDNEQ(but)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for the name of the group: %w", err)
	}
	if has {
		return taken()
	}
	return nil
}

func (l groups) replace(ctx context.Context, id gid.ID, when condition, body map[string]any) error {
	d, err := deltaOfBody(body)
	if err != nil {
		return err
	}
	return l.alter(ctx, id, when, body, d)
}

func (l groups) patch(ctx context.Context, id gid.ID, when condition, body map[string]any) error {
	operations, err := operationsOf(body, groupAttributes)
	if err != nil {
		return err
	}
	d, err := deltaOfOperations(operations)
	if err != nil {
		return err
	}
	return l.alter(ctx, id, when, body, d)
}

func (l groups) alter(ctx context.Context, id gid.ID, when condition, input any, d delta) error {
	if _, err := l.find(ctx, l.client(), id, when); err != nil {
		return err
	}
	return l.do(ctx, provisionGroup, input, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		g, err := l.find(ctx, tx.Client(), id, when, locked)
		if err != nil {
			return err
		}
		done.Result(g.ID)
		update := tx.Client().DirectoryGroup.UpdateOneID(g.ID).SetUpdatedAt(after(g.UpdatedAt, done.Now()))
		var fields []audit.Field
		if d.name != nil && *d.name != g.Name {
			if err := l.free(ctx, tx, *d.name, g.ID); err != nil {
				return err
			}
			update.SetName(*d.name)
			fields = append(fields, change.Became("name", g.Name, *d.name)...)
		}
		if d.key != nil && *d.key != orEmpty(g.DirectoryKey) {
			if update.SetDirectoryKey(*d.key); *d.key == "" {
				update.ClearDirectoryKey()
			}
			fields = append(fields, change.Became("externalId", orEmpty(g.DirectoryKey), *d.key)...)
		}
		moved, err := l.movement(ctx, tx, g, d)
		if err != nil {
			return err
		}
		if fields = append(fields, moved.fields()...); len(fields) == 0 {
			return nil
		}
		g, err = update.Save(ctx)
		if err != nil {
			return fmt.Errorf("change the group: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DirectoryGroupChanged", Account: l.account, Subject: g.ID,
			Label: g.Name, Fields: fields})
		return l.move(ctx, tx, done, g, moved)
	})
}

func (l groups) remove(ctx context.Context, id gid.ID, when condition) error {
	if _, err := l.find(ctx, l.client(), id, when); err != nil {
		return err
	}
	return l.do(ctx, removeProvisionedGroup, map[string]string{"id": id.String()}, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		g, err := l.find(ctx, tx.Client(), id, when, locked)
		if err != nil {
			return err
		}
		d := newDelta()
		d.whole = true
		moved, err := l.movement(ctx, tx, g, d)
		if err != nil {
			return err
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "DirectoryGroupRemoved", Account: l.account, Subject: g.ID,
			Label: g.Name, Fields: append(change.Was("name", g.Name), moved.fields()...)})
		if err := l.move(ctx, tx, done, g, moved); err != nil {
			return err
		}
		if err := tx.Client().DirectoryGroup.DeleteOneID(g.ID).Exec(ctx); err != nil {
			return fmt.Errorf("remove the group: %w", err)
		}
		return nil
	})
}

// movement is who comes into a group and who leaves it, in the order of their ids.
type movement struct {
	fresh, gone []gid.ID
	people      map[gid.ID]*ent.Membership
}

// movement works out what a delta means for a group as it stands. It returns a refusal with invalidValue for somebody
// who is no member of the account.
func (l groups) movement(ctx context.Context, tx store.Tx, g *ent.DirectoryGroup, d delta) (movement, error) {
	present, err := l.present(ctx, tx, g, d)
	if err != nil {
		return movement{}, err
	}
	var m movement
	for id := range d.add {
		if !present[id] {
			m.fresh = append(m.fresh, id)
		}
	}
	for id := range present {
		if d.gone[id] || d.whole && !d.add[id] {
			m.gone = append(m.gone, id)
		}
	}
	slices.Sort(m.fresh)
	slices.Sort(m.gone)
	if m.people, err = l.memberships(ctx, tx.Client(), slices.Concat(m.fresh, m.gone)); err != nil {
		return movement{}, err
	}
	for _, id := range m.fresh {
		if m.people[id] == nil {
			return movement{}, noMember(id.String())
		}
	}
	return m, nil
}

// present tells which members of a group are there, of all or of those that a delta names.
func (l groups) present(ctx context.Context, tx store.Tx, g *ent.DirectoryGroup, d delta) (map[gid.ID]bool, error) {
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
			present[row.MembershipID] = true
		}
		return nil
	}
	if d.whole {
		return present, collect()
	}
	for part := range portions(slices.Concat(slices.Collect(maps.Keys(d.add)), slices.Collect(maps.Keys(d.gone)))) {
		if err := collect(directorygroupmember.MembershipIDIn(part...)); err != nil {
			return nil, err
		}
	}
	return present, nil
}

func (m movement) fields() []audit.Field {
	var fields []audit.Field
	for _, id := range m.fresh {
		fields = append(fields, change.Is("members."+id.String(), m.name(id))...)
	}
	for _, id := range m.gone {
		fields = append(fields, change.Was("members."+id.String(), m.name(id))...)
	}
	return fields
}

func (m movement) name(id gid.ID) string {
	if member := m.people[id]; member != nil {
		return member.Edges.User.UserName
	}
	return id.String()
}

// move carries a movement out, and what it means for the rights of those who come and go.
func (l groups) move(ctx context.Context, tx store.Tx, done *change.Record, g *ent.DirectoryGroup, m movement) error {
	all := slices.Concat(m.fresh, m.gone)
	slices.Sort(all)
	// The members are touched first: that locks them, so that of two groups that take the same member in at the same
	// moment, the second to add up sees what the first has added. And they are other versions then.
	for part := range portions(all) {
		if err := touch(ctx, tx, done.Now(), part); err != nil {
			return err
		}
	}
	for part := range portions(m.fresh) {
		rows := make([]*ent.DirectoryGroupMemberCreate, len(part))
		for i, id := range part {
			rows[i] = tx.Client().DirectoryGroupMember.Create().SetAccountID(l.account).SetDirectoryGroupID(g.ID).SetMembershipID(id)
		}
		if err := tx.Client().DirectoryGroupMember.CreateBulk(rows...).Exec(ctx); err != nil {
			return fmt.Errorf("add the members: %w", err)
		}
	}
	for part := range portions(m.gone) {
		if _, err := tx.Client().DirectoryGroupMember.Delete().
			Where(directorygroupmember.DirectoryGroupID(g.ID), directorygroupmember.MembershipIDIn(part...)).Exec(ctx); err != nil {
			return fmt.Errorf("remove the members: %w", err)
		}
	}
	for part := range portions(all) {
		if err := l.members.Regroup(store.Beyond(ctx), tx, part); err != nil {
			return fmt.Errorf("add up what groups grant: %w", err)
		}
	}
	return l.noteRights(ctx, tx, done, all, m.people)
}

func touch(ctx context.Context, tx store.Tx, now clock.Instant, ids []gid.ID) error {
	err := tx.Client().Membership.Update().Where(membership.IDIn(ids...)).Modify(func(u *sql.UpdateBuilder) {
		u.Set(membership.FieldUpdatedAt, sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString("CASE WHEN ").Ident(membership.FieldUpdatedAt).WriteString(" < ").Arg(int64(now))
			b.WriteString(" THEN ").Arg(int64(now)).WriteString(" ELSE ").Ident(membership.FieldUpdatedAt).WriteString(" + 1 END")
		}))
	}).Exec(ctx)
	if err != nil {
		return fmt.Errorf("touch the members: %w", err)
	}
	return nil
}

// noteRights records whose rights are others now, and sees to it that somebody still administers the account.
func (l groups) noteRights(ctx context.Context, tx store.Tx, done *change.Record, ids []gid.ID, before map[gid.ID]*ent.Membership) error {
	now, err := l.memberships(ctx, tx.Client(), ids)
	if err != nil {
		return err
	}
	fewer := false
	for _, id := range ids {
		was, is := before[id], now[id]
		if was == nil || is == nil {
			continue
		}
		fields := append(change.Became("groupRoles", was.GroupRoles.String(), is.GroupRoles.String()),
			change.Became("groupServiceAccess", was.GroupServices.String(), is.GroupServices.String())...)
		if len(fields) > 0 {
			done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "MembershipChanged", Account: l.account, Subject: id,
				Label: is.Edges.User.UserName, Fields: fields})
		}
		fewer = fewer || l.administers(was) && !l.administers(is)
	}
	if fewer {
		return l.guard(ctx, tx)
	}
	return nil
}
