package doctor

import (
	"context"
	"database/sql"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// membershipBatch is the number of memberships that are compared at a time.
const membershipBatch = 2000

// added holds the roles and services that groups add to a membership.
type added struct {
	roles    vocabulary.RoleSet
	services vocabulary.ServiceSet
}

// groups compares the roles and services stored in memberships as added by groups with those that the groups grant.
func (c *checker) groups(ctx context.Context) error {
	f := &Finding{Rule: MembershipGroups}
	defer func() { c.close(f) }()
	for after := int64(0); ; {
		var says, grants map[int64]added
		var last int64
		err := c.together(ctx, func() (err error) {
			if says, last, err = c.readMemberships(ctx, after); err == nil && len(says) > 0 {
				grants, err = c.readGroups(ctx, after, last)
			}
			return err
		})
		if err != nil || len(says) == 0 {
			return err
		}
		for id, have := range says {
			f.Checked++
			if want := grants[id]; have != want {
				f.add(gid.ID(id).String(), "it says that groups add %q and %q, its groups grant %q and %q", have.roles,
					have.services,
					want.roles, want.services)
			}
		}
		after = last
	}
}

// records finds active directory records whose linked user has no membership.
func (c *checker) records(ctx context.Context) error {
	f := &Finding{Rule: DirectoryMembers}
	defer func() { c.close(f) }()
	err := c.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&f.Checked) },
		"SELECT count(*) FROM directory_records r WHERE r.user_id IS NOT NULL AND r.active AND /*scope:r.account_id*/")
	if err != nil {
		return err
	}
	return c.query(ctx, func(rows *sql.Rows) error {
		var id, user int64
		if err := rows.Scan(&id, &user); err != nil {
			return err
		}
		f.add(gid.ID(id).String(), "it is active and linked to %s, who has no membership in its account", gid.ID(user))
		return nil
	}, `SELECT r.id, r.user_id FROM directory_records r
		LEFT JOIN memberships m ON m.user_id = r.user_id AND m.account_id = r.account_id
		WHERE r.user_id IS NOT NULL AND r.active AND m.id IS NULL AND /*scope:r.account_id*/ ORDER BY r.id`)
}

func (c *checker) readMemberships(ctx context.Context, after int64) (says map[int64]added, last int64, err error) {
	says = map[int64]added{}
	err = c.query(ctx, func(rows *sql.Rows) error {
		var a added
		if err := rows.Scan(&last, &a.roles, &a.services); err != nil {
			return err
		}
		says[last] = a
		return nil
	},
		"SELECT id, directory_roles, directory_services FROM memberships WHERE id > ? AND /*scope:account_id*/ "+
			"ORDER BY id LIMIT ?",
		after, membershipBatch)
	return says, last, err
}

func (c *checker) readGroups(ctx context.Context, after, last int64) (map[int64]added, error) {
	grants := map[int64]added{}
	err := c.query(ctx, func(rows *sql.Rows) error {
		var id int64
		var a added
		if err := rows.Scan(&id, &a.roles, &a.services); err != nil {
			return err
		}
		together := grants[id]
		grants[id] = added{together.roles | a.roles, together.services | a.services}
		return nil
	}, `SELECT m.id, g.roles | 16, g.service_access FROM memberships m
		JOIN directory_records r ON r.account_id = m.account_id AND r.user_id = m.user_id AND r.active
		JOIN (SELECT p.directory_record_id record, g.roles, g.service_access FROM directory_group_members p
			JOIN directory_groups g ON g.id = p.directory_group_id
			UNION ALL SELECT id, 0, 0 FROM directory_records) g ON g.record = r.id
		WHERE m.id > ? AND m.id <= ? AND /*scope:m.account_id*/`, after, last)
	return grants, err
}
