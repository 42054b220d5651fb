//go:build shelved

package scim

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/elimity-com/scim/schema"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/gid"
)

// groups are the groups of an account's directory.
type groups struct{ directory }

func (l groups) query(c *ent.Client) *ent.DirectoryGroupQuery {
	return c.DirectoryGroup.Query().Where(directorygroup.AccountID(l.account)).Order(directorygroup.ByID())
}

func (l groups) get(ctx context.Context, id gid.ID, want selection) (resource, error) {
	g, err := l.find(ctx, l.client(), id, condition{})
	if err != nil {
		return resource{}, err
	}
	bodies, err := l.render(ctx, []*ent.DirectoryGroup{g}, want)
	if err != nil {
		return resource{}, err
	}
	return resource{bodies[0], version(g.UpdatedAt), l.location("Groups", g.ID)}, nil
}

// find reads a group. It returns a refusal with 404, or with 412 for another version than the client expects.
func (l groups) find(ctx context.Context, c *ent.Client, id gid.ID, when condition, how ...func(*sql.Selector)) (*ent.DirectoryGroup, error) {
	q := l.query(c).Where(directorygroup.ID(id))
	for _, modify := range how {
		q.Where(modify)
	}
	g, err := q.Only(ctx)
	if ent.IsNotFound(err) {
		return nil, notFound()
	}
	if err != nil {
		return nil, fmt.Errorf("read the group: %w", err)
	}
	return g, when.check(version(g.UpdatedAt))
}

// render writes groups as clients see them, in the same order.
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
			"meta": map[string]any{"resourceType": "Group", "created": g.CreatedAt.String(), "lastModified": g.UpdatedAt.String(),
				"location": l.location("Groups", g.ID), "version": version(g.UpdatedAt)}}
		set(body, "externalId", orEmpty(g.DirectoryKey), orEmpty(g.DirectoryKey) == "")
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
		Order(directorygroupmember.ByDirectoryGroupID(), directorygroupmember.ByMembershipID()).Limit(maxScan + 1).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the members of groups: %w", err)
	}
	if len(found) > maxScan {
		return nil, tooMany(fmt.Sprintf("These groups have more than %d members. Ask with excludedAttributes=members, or for fewer groups.", maxScan))
	}
	ids = ids[:0:0]
	for _, row := range found {
		ids = append(ids, row.MembershipID)
	}
	people, err := l.memberships(ctx, l.client(), ids)
	if err != nil {
		return nil, err
	}
	in := map[gid.ID][]any{}
	for _, row := range found {
		member := map[string]any{"value": row.MembershipID.String(), "$ref": l.location("Users", row.MembershipID), "type": "User"}
		if m := people[row.MembershipID]; m != nil {
			member["display"] = m.Edges.User.UserName
		}
		in[row.DirectoryGroupID] = append(in[row.DirectoryGroupID], member)
	}
	return in, nil
}

// memberships reads members of the account with their users. Those that are not there are left out.
func (l groups) memberships(ctx context.Context, c *ent.Client, ids []gid.ID) (map[gid.ID]*ent.Membership, error) {
	found := make(map[gid.ID]*ent.Membership, len(ids))
	for part := range portions(ids) {
		rows, err := c.Membership.Query().Where(membership.AccountID(l.account), membership.IDIn(part...)).WithUser().All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read the members: %w", err)
		}
		for _, m := range rows {
			found[m.ID] = m
		}
	}
	return found, nil
}

func (l groups) list(ctx context.Context, q query) (page, error) {
	if q.filter == nil {
		return l.all(ctx, q)
	}
	passes, err := compile(q.filter, groupAttributes)
	if err != nil {
		return page{}, err
	}
	c, found := clueOf(q.filter, "displayname", "externalid", "id", "members.value", "members")
	rows, err := l.candidates(ctx, c, found)
	if err != nil {
		return page{}, err
	}
	asked := selection{without: map[string]bool{"members": !mentions(q.filter, "members")}}
	var kept []*ent.DirectoryGroup
	bodies, err := l.render(ctx, rows, asked) // a filter may ask about what the client does not want
	if err != nil {
		return page{}, err
	}
	for i, body := range bodies {
		if passes(body) {
			kept = append(kept, rows[i])
		}
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

// candidates finds the groups that a clue leads to, or all groups without one; there may be others among them.
func (l groups) candidates(ctx context.Context, c clue, found bool) ([]*ent.DirectoryGroup, error) {
	q := l.query(l.client())
	exact := false
	switch {
	case !found:
	case c.attribute == "id":
		id, err := gid.Parse(c.value)
		if err != nil {
			return nil, nil
		}
		q.Where(directorygroup.ID(id))
	case c.attribute == "externalid":
		q.Where(directorygroup.DirectoryKey(c.value))
	case c.attribute == "displayname":
		q.Where(directorygroup.Name(c.value))
		exact = true
	default:
		id, ok := memberID(c.value)
		if !ok {
			return nil, nil
		}
		q.Where(func(s *sql.Selector) {
			rows := sql.Dialect(s.Dialect()).Select(directorygroupmember.FieldDirectoryGroupID).From(sql.Table(directorygroupmember.Table))
			rows.Where(sql.EQ(rows.C(directorygroupmember.FieldMembershipID), int64(id)))
			s.Where(sql.In(s.C(directorygroup.FieldID), rows))
		})
	}
	rows, err := q.Limit(maxScan + 1).All(ctx)
	if err == nil && exact && len(rows) == 0 { // names are the same to SCIM in any letters
		rows, err = l.query(l.client()).Where(directorygroup.NameEqualFold(c.value)).Limit(maxScan + 1).All(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("find the groups: %w", err)
	}
	if len(rows) > maxScan {
		return nil, tooMany(fmt.Sprintf("The account has more than %d groups. Filter by displayName, externalId or id with eq.", maxScan))
	}
	return rows, nil
}
