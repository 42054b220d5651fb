// Package account reads accounts, their graph, users and memberships. See README.md.
package account

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/page"
)

// Reader fetches the rows of this subject. Every row it returns is one that the viewer may see.
type Reader struct {
	// Accounts are the rows of type Account.
	Accounts page.Set[*ent.Account]
	// Links are the rows of type AccountLink.
	Links page.Set[*ent.AccountLink]
	// Users are the rows of type User.
	Users page.Set[*ent.User]
	// Memberships are the rows of type Membership.
	Memberships page.Set[*ent.Membership]
}

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{
		Accounts:    accountSet(c),
		Links:       accountLinkSet(c),
		Users:       userSet(c),
		Memberships: membershipSet(c),
	}
}

func accountSet(c *ent.Client) page.Set[*ent.Account] {
	return page.Set[*ent.Account]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Account, error) {
			q := c.Account.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Account.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Account, column string) any {
			switch column {
			case "name_key":
				return row.NameKey
			case "created_at":
				return int64(row.CreatedAt)
			}
			return int64(row.ID)
		},
	}
}

func accountLinkSet(c *ent.Client) page.Set[*ent.AccountLink] {
	return page.Set[*ent.AccountLink]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.AccountLink, error) {
			q := c.AccountLink.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.AccountLink.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.AccountLink, column string) any {
			switch column {
			case "parent_id":
				return int64(row.ParentID)
			case "child_id":
				return int64(row.ChildID)
			}
			return int64(row.ID)
		},
	}
}

func userSet(c *ent.Client) page.Set[*ent.User] {
	return page.Set[*ent.User]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.User, error) {
			q := c.User.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.User.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.User, column string) any {
			switch column {
			case "user_name":
				return row.UserName
			}
			return int64(row.ID)
		},
	}
}

func membershipSet(c *ent.Client) page.Set[*ent.Membership] {
	return page.Set[*ent.Membership]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Membership, error) {
			q := c.Membership.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Membership.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Membership, column string) any {
			switch column {
			case "account_id":
				return int64(row.AccountID)
			case "user_id":
				return int64(row.UserID)
			}
			return int64(row.ID)
		},
	}
}
