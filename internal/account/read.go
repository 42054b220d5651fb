// Package account reads accounts, their graph, users and memberships. See README.md.
package account

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/accountlink"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
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
		Accounts:    page.Of(c.Account.Query, account.Columns, placeAccount),
		Links:       page.Of(c.AccountLink.Query, accountlink.Columns, placeAccountLink),
		Users:       page.Of(c.User.Query, user.Columns, placeUser),
		Memberships: page.Of(c.Membership.Query, membership.Columns, placeMembership),
	}
}

func placeAccount(row *ent.Account, column string) any {
	switch column {
	case "name_key":
		return row.NameKey
	case "created_at":
		return int64(row.CreatedAt)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeAccountLink(row *ent.AccountLink, column string) any {
	switch column {
	case "parent_id":
		return int64(row.ParentID)
	case "child_id":
		return int64(row.ChildID)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeUser(row *ent.User, column string) any {
	switch column {
	case "user_name":
		return row.UserName
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeMembership(row *ent.Membership, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "user_id":
		return int64(row.UserID)
	case "id":
		return int64(row.ID)
	}
	return nil
}
