package doctor

import (
	"context"
	"database/sql"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// membershipBatch is how many memberships are compared at a time.
const membershipBatch = 2000

// added is what groups add to a membership.
type added struct {
	roles    vocabulary.RoleSet
	services vocabulary.ServiceSet
}

// groups compares what every membership says that groups add to it with what its groups grant.
func (c *checker) groups(ctx context.Context) error {
	f := &Finding{Rule: MembershipGroups}
	defer func() { c.close(f) }()
	for after := int64(0); ; {
		says, last, err := c.readMemberships(ctx, after)
		if err != nil || len(says) == 0 {
			return err
		}
		grants, err := c.readGroups(ctx, after, last)
		if err != nil {
			return err
		}
		for id, have := range says {
			f.Checked++
			if want := grants[id]; have != want {
				f.add(gid.ID(id).String(), "it says that groups add %q and %q, its groups grant %q and %q", have.roles, have.services,
					want.roles, want.services)
			}
		}
		after = last
	}
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
	}, "SELECT id, group_roles, group_services FROM memberships WHERE id > ? AND /*scope:account_id*/ ORDER BY id LIMIT ?",
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
	}, `SELECT m.membership_id, g.roles, g.service_access FROM directory_group_members m
		JOIN directory_groups g ON g.id = m.directory_group_id
		WHERE m.membership_id > ? AND m.membership_id <= ? AND /*scope:m.account_id*/`, after, last)
	return grants, err
}
