//go:build shelved

package scim

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"

	"github.com/elimity-com/scim/schema"
)

// users are the members of an account.
type users struct{ directory }

func (l users) query(c *ent.Client) *ent.MembershipQuery {
	return c.Membership.Query().Where(membership.AccountID(l.account)).Order(membership.ByID()).WithUser()
}

func (l users) get(ctx context.Context, id gid.ID, want selection) (resource, error) {
	m, err := l.query(l.client()).Where(membership.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return resource{}, notFound()
	}
	if err != nil {
		return resource{}, fmt.Errorf("read the user: %w", err)
	}
	bodies, err := l.render(ctx, []*ent.Membership{m}, want)
	if err != nil {
		return resource{}, err
	}
	return resource{bodies[0], versionOf(m), l.location("Users", m.ID)}, nil
}

func (d directory) location(list string, id gid.ID) string {
	return d.base + "/" + list + "/" + url.PathEscape(id.String())
}

func changedAt(m *ent.Membership) clock.Instant { return max(m.UpdatedAt, m.CreatedAt) }

func versionOf(m *ent.Membership) string { return version(changedAt(m), m.Edges.User.UpdatedAt) }

// render writes members as clients see them, in the same order.
func (l users) render(ctx context.Context, rows []*ent.Membership, want selection) ([]map[string]any, error) {
	var in map[gid.ID][]any
	if want.wants("groups") {
		var err error
		if in, err = l.groupsOf(ctx, rows); err != nil {
			return nil, err
		}
	}
	bodies := make([]map[string]any, len(rows))
	for i, m := range rows {
		u := m.Edges.User
		body := personOf(m, u).document()
		body["active"] = m.SuspendedAt == nil && u.Active
		body["schemas"], body["id"] = []string{schema.UserSchema}, m.ID.String()
		if name, ok := body["name"].(map[string]any); ok {
			name["formatted"] = strings.TrimSpace(u.FirstName + " " + u.LastName)
		}
		body["meta"] = map[string]any{"resourceType": "User", "created": m.CreatedAt.String(),
			"lastModified": max(changedAt(m), u.UpdatedAt).String(), "location": l.location("Users", m.ID), "version": versionOf(m)}
		if groups := in[m.ID]; len(groups) > 0 {
			body["groups"] = groups
		}
		bodies[i] = body
	}
	return bodies, nil
}

func (l users) groupsOf(ctx context.Context, rows []*ent.Membership) (map[gid.ID][]any, error) {
	ids := make([]gid.ID, len(rows))
	for i, m := range rows {
		ids[i] = m.ID
	}
	found, err := l.client().DirectoryGroupMember.Query().Where(directorygroupmember.MembershipIDIn(ids...)).
		Order(directorygroupmember.ByDirectoryGroupID()).WithDirectoryGroup().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the groups of users: %w", err)
	}
	in := map[gid.ID][]any{}
	for _, row := range found {
		in[row.MembershipID] = append(in[row.MembershipID], map[string]any{"value": row.DirectoryGroupID.String(),
			"$ref": l.location("Groups", row.DirectoryGroupID), "display": row.Edges.DirectoryGroup.Name, "type": "direct"})
	}
	return in, nil
}

func (l users) list(ctx context.Context, q query) (page, error) {
	if q.filter == nil {
		return l.all(ctx, q)
	}
	passes, err := compile(q.filter, userAttributes)
	if err != nil {
		return page{}, err
	}
	var kept []map[string]any
	keep := func(rows []*ent.Membership) error {
		bodies, err := l.render(ctx, rows, selection{}) // a filter may ask about what the client does not want
		for _, body := range bodies {
			if passes(body) {
				kept = append(kept, body)
			}
		}
		return err
	}
	if c, ok := clueOf(q.filter, "username", "externalid", "id", "emails.value", "emails"); ok {
		rows, err := l.candidates(ctx, c)
		if err != nil {
			return page{}, err
		}
		if err := keep(rows); err != nil {
			return page{}, err
		}
	} else if err := l.scan(ctx, keep); err != nil {
		return page{}, err
	}
	from, to := q.cut(len(kept))
	return page{len(kept), kept[from:to]}, nil
}

func (l users) all(ctx context.Context, q query) (page, error) {
	total, err := l.client().Membership.Query().Where(membership.AccountID(l.account)).Count(ctx)
	if err != nil {
		return page{}, fmt.Errorf("count the users: %w", err)
	}
	if q.count == 0 {
		return page{total: total}, nil
	}
	rows, err := l.query(l.client()).Offset(q.start - 1).Limit(q.count).All(ctx)
	if err != nil {
		return page{}, fmt.Errorf("read the users: %w", err)
	}
	bodies, err := l.render(ctx, rows, q.want)
	return page{total, bodies}, err
}

// scan reads all members of the account, a page at a time.
func (l users) scan(ctx context.Context, keep func([]*ent.Membership) error) error {
	var last gid.ID
	for seen := 0; ; {
		rows, err := l.query(l.client()).Where(membership.IDGT(last)).Limit(scanPage).All(ctx)
		if err != nil {
			return fmt.Errorf("look through the users: %w", err)
		}
		if seen += len(rows); seen > maxScan {
			return tooMany(fmt.Sprintf("The account has more than %d users. Filter by userName, externalId, emails.value or id with eq.", maxScan))
		}
		if err := keep(rows); err != nil {
			return err
		}
		if len(rows) < scanPage {
			return nil
		}
		last = rows[len(rows)-1].ID
	}
}

// candidates finds the members that a clue leads to; there may be others among them.
func (l users) candidates(ctx context.Context, c clue) ([]*ent.Membership, error) {
	q := l.query(l.client())
	switch c.attribute {
	case "id":
		id, err := gid.Parse(c.value)
		if err != nil {
			return nil, nil
		}
		q.Where(membership.ID(id))
	case "externalid":
		q.Where(membership.DirectoryKey(c.value))
	default:
		people, err := l.people(ctx, l.client(), c)
		if err != nil || len(people) == 0 {
			return nil, err
		}
		q.Where(membership.UserIDIn(people...))
	}
	rows, err := q.Limit(maxCount).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("find the user: %w", err)
	}
	return rows, nil
}

// people finds users of the account by user name or e-mail address. A user name in other letters counts where nobody has
// it in these: RFC 7643 does not tell them apart, and older systems do.
func (l users) people(ctx context.Context, c *ent.Client, by clue) ([]gid.ID, error) {
	exact := user.EmailKey(email.Key(by.value))
	if by.attribute == "username" {
		exact = user.UserName(by.value)
	}
	ids, err := c.User.Query().Where(exact, l.ofAccount).Limit(maxCount).IDs(ctx)
	if err == nil && len(ids) == 0 && by.attribute == "username" {
		ids, err = c.User.Query().Where(l.ofAccount, user.UserNameEqualFold(by.value)).Limit(maxCount).IDs(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("find the user: %w", err)
	}
	return ids, nil
}

// ofAccount keeps the users who are members of the account.
func (l users) ofAccount(q *sql.Selector) {
	members := sql.Dialect(q.Dialect()).Select(membership.FieldUserID).From(sql.Table(membership.Table))
	members.Where(sql.EQ(members.C(membership.FieldAccountID), int64(l.account)))
	q.Where(sql.In(q.C(user.FieldID), members))
}
