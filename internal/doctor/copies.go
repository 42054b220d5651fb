package doctor

import (
	"cmp"
	"context"
	"database/sql"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/namekey"
	"github.com/muniment/muniment/internal/search"
)

// membershipNames finds memberships in which the copy of the user name differs from that of the user. Lists sort and
// search memberships by this copy.
func (c *checker) membershipNames(ctx context.Context) error {
	f := &Finding{Rule: MembershipNames}
	defer func() { c.close(f) }()
	err := c.query(ctx, func(rows *sql.Rows) error { return rows.Scan(&f.Checked) },
		"SELECT count(*) FROM memberships WHERE /*scope:account_id*/")
	if err != nil {
		return err
	}
	return c.query(ctx, func(rows *sql.Rows) error {
		var id int64
		var have, want string
		if err := rows.Scan(&id, &have, &want); err != nil {
			return err
		}
		f.add(gid.ID(id).String(), "it keeps the user name %q, its user has %q", have, want)
		return nil
	}, `SELECT m.id, m.user_name, u.user_name FROM memberships m JOIN users u ON u.id = m.user_id
		WHERE m.user_name <> u.user_name AND /*scope:m.account_id*/ ORDER BY m.id`)
}

// nameKeys computes the keys of the names of users, of the records of directories and of their groups, and compares
// them with the stored ones. A user whose key is another one is not found by name, and the name can be given again.
func (c *checker) nameKeys(ctx context.Context) error {
	f := &Finding{Rule: NameKeys}
	defer func() { c.close(f) }()
	for _, keys := range []namekey.Keys{account.UserNameKeys(), directory.UserNameKeys(), directory.GroupNameKeys()} {
		checked, err := keys.Check(ctx, c.db, func(row namekey.Row) {
			f.add(row.ID.String(), "the name %q is compared by %q, which should be %q", row.Name, row.Key, row.Wanted)
		})
		f.Checked += checked
		if err != nil {
			return err
		}
	}
	return nil
}

// deviceBatch is the number of devices that are compared at a time.
const deviceBatch = 2000

// deviceWords computes the search words of every device and license server and compares them with the stored ones.
func (c *checker) deviceWords(ctx context.Context) error {
	f := &Finding{Rule: DeviceWords}
	defer func() { c.close(f) }()
	return cmp.Or(c.wordsOf(ctx, f, "devices", "user_label"), c.wordsOf(ctx, f, "license_servers", "''"))
}

// wordsOf is deviceWords for one table. userLabel is the SQL expression of the user's name.
func (c *checker) wordsOf(ctx context.Context, f *Finding, table, userLabel string) error {
	for after := int64(0); ; {
		before := f.Checked
		err := c.query(ctx, func(rows *sql.Rows) error {
			var name, machine, userLabel, fingerprint, have string
			if err := rows.Scan(&after, &name, &machine, &userLabel, &fingerprint, &have); err != nil {
				return err
			}
			f.Checked++
			if want := search.OfDevice(name, machine, userLabel, fingerprint); have != want {
				f.add(gid.ID(after).String(), "it is found by the words %q, what it is called has %q", have, want)
			}
			return nil
		},
			"SELECT id, name, machine, "+userLabel+", fingerprint, words FROM "+table+
				" WHERE id > ? AND /*scope:account_id*/ ORDER BY id LIMIT ?",
			after, deviceBatch)
		if err != nil || f.Checked == before {
			return err
		}
	}
}
