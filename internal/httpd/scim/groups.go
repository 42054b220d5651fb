package scim

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/elimity-com/scim/schema"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/gid"
)

// groups implements resources for the groups of an account's directory.
type groups struct{ accountDirectory }

func (l groups) query(c *ent.Client) *ent.DirectoryGroupQuery {
	return c.DirectoryGroup.Query().Where(directorygroup.AccountID(l.account)).Order(directorygroup.ByID())
}

func (l groups) get(ctx context.Context, id gid.ID, want selection) (resource, error) {
	g, err := l.query(l.client()).Where(directorygroup.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return resource{}, notFound()
	}
	if err != nil {
		return resource{}, fmt.Errorf("read the group: %w", err)
	}
	bodies, err := l.render(ctx, []*ent.DirectoryGroup{g}, want)
	if err != nil {
		return resource{}, err
	}
	return resource{bodies[0], version(g.UpdatedAt), l.location("Groups", g.ID)}, nil
}

// render returns groups in their SCIM form, in the same order.
func (l groups) render(ctx context.Context, rows []*ent.DirectoryGroup, want selection) ([]map[string]any, error) {
	var in map[gid.ID][]any
	if want.wants("members") && len(rows) > 0 {
		var err error
		if in, err = l.membersOf(ctx, rows); err != nil {
			return nil, err
		}
	}
	bodies := make([]map[string]any, len(rows))
	for i, g := range rows {
		body := map[string]any{"schemas": []string{schema.GroupSchema}, "id": g.ID.String(), "displayName": g.Name,
			"meta": map[string]any{"resourceType": "Group", "created": g.CreatedAt.String(),
				"lastModified": g.UpdatedAt.String(),
				"location":     l.location("Groups", g.ID), "version": version(g.UpdatedAt)}}
		set(body, "externalId", orEmpty(g.ExternalID), orEmpty(g.ExternalID) == "")
		if members := in[g.ID]; len(members) > 0 {
			body["members"] = members
		}
		bodies[i] = body
	}
	return bodies, nil
}

func (l groups) membersOf(ctx context.Context, rows []*ent.DirectoryGroup) (map[gid.ID][]any, error) {
	ids := make([]gid.ID, len(rows))
	for i, g := range rows {
		ids[i] = g.ID
	}
	found, err := l.client().DirectoryGroupMember.Query().Where(directorygroupmember.DirectoryGroupIDIn(ids...)).
		Order(directorygroupmember.ByDirectoryGroupID(), directorygroupmember.ByDirectoryRecordID()).
		Limit(maxScan + 1).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the members of groups: %w", err)
	}
	if len(found) > maxScan {
		return nil,
			tooBroad(
				fmt.Sprintf(
					"These groups have more than %d members. Ask with excludedAttributes=members, or for fewer groups.",
					maxScan))
	}
	ids = ids[:0:0]
	for _, row := range found {
		ids = append(ids, row.DirectoryRecordID)
	}
	people, err := l.userNames(ctx, ids)
	if err != nil {
		return nil, err
	}
	in := map[gid.ID][]any{}
	for _, row := range found {
		member := map[string]any{"value": row.DirectoryRecordID.String(),
			"$ref": l.location("Users", row.DirectoryRecordID), "type": "User"}
		if name, known := people[row.DirectoryRecordID]; known {
			member["display"] = name
		}
		in[row.DirectoryGroupID] = append(in[row.DirectoryGroupID], member)
	}
	return in, nil
}

// userNames returns the user names of directory records.
func (l groups) userNames(ctx context.Context, ids []gid.ID) (map[gid.ID]string, error) {
	names := make(map[gid.ID]string, len(ids))
	for part := range slices.Chunk(ids, scanPage) {
		rows, err := l.client().DirectoryRecord.Query().Where(directoryrecord.AccountID(l.account),
			directoryrecord.IDIn(part...)).
			Select(directoryrecord.FieldID, directoryrecord.FieldUserName).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read the members: %w", err)
		}
		for _, r := range rows {
			names[r.ID] = r.UserName
		}
	}
	return names, nil
}

func (l groups) list(ctx context.Context, q query) (page, error) {
	if q.filter == nil {
		return l.all(ctx, q)
	}
	passes, err := compile(q.filter, groupAttributes)
	if err != nil {
		return page{}, err
	}
	c, found := hintOf(q.filter, "displayname", "externalid", "id", "members.value", "members")
	rows, err := l.candidates(ctx, c, found)
	if err != nil {
		return page{}, err
	}
	asked := selection{without: map[string]bool{"members": !mentions(q.filter, "members")}}
	var kept []*ent.DirectoryGroup
	bodies, err := l.render(ctx, rows, asked) // the filter may use attributes that the client did not request
	if err != nil {
		return page{}, err
	}
	m := newMeter(ctx, maxVisits)
	for i, body := range bodies {
		if m.spend(1) == nil && passes(m, body) {
			kept = append(kept, rows[i])
		}
	}
	if m.err != nil {
		return page{}, m.err
	}
	from, to := q.cut(len(kept))
	bodies, err = l.render(ctx, kept[from:to], q.want)
	return page{len(kept), bodies}, err
}

func (l groups) all(ctx context.Context, q query) (page, error) {
	total, err := l.client().DirectoryGroup.Query().Where(directorygroup.AccountID(l.account)).Count(ctx)
	if err != nil {
		return page{}, fmt.Errorf("count the groups: %w", err)
	}
	if q.count == 0 {
		return page{total: total}, nil
	}
	rows, err := l.query(l.client()).Offset(q.start - 1).Limit(q.count).All(ctx)
	if err != nil {
		return page{}, fmt.Errorf("read the groups: %w", err)
	}
	bodies, err := l.render(ctx, rows, q.want)
	return page{total, bodies}, err
}

// candidates returns the groups that satisfy a hint, or all groups without one. Not all of them need to match the
// filter.
func (l groups) candidates(ctx context.Context, c equalityHint, found bool) ([]*ent.DirectoryGroup, error) {
	q := l.query(l.client())
	switch {
	case !found:
	case c.attribute == "id":
		id, err := gid.Parse(c.value)
		if err != nil {
			return nil, nil
		}
		q.Where(directorygroup.ID(id))
	case c.attribute == "externalid":
		q.Where(directorygroup.ExternalID(c.value))
	case c.attribute == "displayname":
		q.Where(directory.HasGroupName(c.value))
	default:
		id, ok := memberID(c.value)
		if !ok {
			return nil, nil
		}
		q.Where(func(s *sql.Selector) {
			rows := sql.Dialect(s.Dialect()).Select(directorygroupmember.FieldDirectoryGroupID).
				From(sql.Table(directorygroupmember.Table))
			rows.Where(sql.EQ(rows.C(directorygroupmember.FieldDirectoryRecordID), int64(id)))
			s.Where(sql.In(s.C(directorygroup.FieldID), rows))
		})
	}
	rows, err := q.Limit(maxScan + 1).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("find the groups: %w", err)
	}
	if len(rows) > maxScan {
		return nil, tooManyGroups()
	}
	if found && c.attribute == "displayname" {
		exactFirst(rows, c.value, func(g *ent.DirectoryGroup) string { return g.Name })
	}
	return rows, nil
}

func tooManyGroups() error {
	return tooBroad(fmt.Sprintf("The account has more than %d groups. Filter by externalId or id with eq.", maxScan))
}

func (l groups) create(ctx context.Context, body map[string]any) (gid.ID, error) {
	d, err := deltaOfBody(body)
	if err != nil {
		return 0, err
	}
	return l.directory.AddGroup(ctx, l.account, d.Delta, body)
}

func (l groups) replace(ctx context.Context, id gid.ID, when condition, body map[string]any) error {
	d, err := deltaOfBody(body)
	if err != nil {
		return err
	}
	return l.directory.AlterGroup(ctx, l.account, id, d.Delta, body, when.checked())
}

func (l groups) patch(ctx context.Context, id gid.ID, when condition, body map[string]any) error {
	operations, err := operationsOf(ctx, body, groupAttributes)
	if err != nil {
		return err
	}
	d, err := deltaOfOperations(newMeter(ctx, maxPatchVisits), operations)
	if err != nil {
		return err
	}
	return l.directory.AlterGroup(ctx, l.account, id, d.Delta, body, when.checked())
}

func (l groups) remove(ctx context.Context, id gid.ID, when condition) error {
	return l.directory.RemoveGroup(ctx, l.account, id, map[string]string{"id": id.String()}, when.checked())
}
