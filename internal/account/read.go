// Package account reads accounts, their graph, users and memberships, and lets customers manage their own people. See
// README.md.
package account

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/accountlink"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/joiningdomain"
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
	// Invitations are the rows of type Invitation.
	Invitations page.Set[*ent.Invitation]
	// AccessRequests are the rows of type AccessRequest.
	AccessRequests page.Set[*ent.AccessRequest]
	// JoiningDomains are the rows of type JoiningDomain.
	JoiningDomains page.Set[*ent.JoiningDomain]
	// DomainProofs are the rows of type DomainProof.
	DomainProofs page.Set[*ent.DomainProof]
	// DirectoryGroups are the rows of type DirectoryGroup.
	DirectoryGroups page.Set[*ent.DirectoryGroup]
	// DirectoryRecords are the rows of type DirectoryRecord.
	DirectoryRecords page.Set[*ent.DirectoryRecord]
	// DirectoryGroupMembers are the rows of type DirectoryGroupMember.
	DirectoryGroupMembers page.Set[*ent.DirectoryGroupMember]
}

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{
		Accounts:              page.Of(c.Account.Query, account.Columns, placeAccount),
		Links:                 page.Of(c.AccountLink.Query, accountlink.Columns, placeAccountLink),
		Users:                 page.Of(c.User.Query, user.Columns, placeUser),
		Memberships:           page.Of(c.Membership.Query, membership.Columns, placeMembership),
		Invitations:           page.Of(c.Invitation.Query, invitation.Columns, placeInvitation),
		AccessRequests:        page.Of(c.AccessRequest.Query, accessrequest.Columns, placeAccessRequest),
		JoiningDomains:        page.Of(c.JoiningDomain.Query, joiningdomain.Columns, placeJoiningDomain),
		DomainProofs:          page.Of(c.DomainProof.Query, domainproof.Columns, placeDomainProof),
		DirectoryGroups:       page.Of(c.DirectoryGroup.Query, directorygroup.Columns, placeDirectoryGroup),
		DirectoryRecords:      page.Of(c.DirectoryRecord.Query, directoryrecord.Columns, placeDirectoryRecord),
		DirectoryGroupMembers: page.Of(c.DirectoryGroupMember.Query, directorygroupmember.Columns, placeDirectoryGroupMember),
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

func placeInvitation(row *ent.Invitation, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "created_at":
		return int64(row.CreatedAt)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeAccessRequest(row *ent.AccessRequest, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "user_id":
		return int64(row.UserID)
	case "created_at":
		return int64(row.CreatedAt)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeJoiningDomain(row *ent.JoiningDomain, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "domain":
		return row.Domain
	case "id":
		return row.ID
	}
	return nil
}

func placeDomainProof(row *ent.DomainProof, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "domain":
		return row.Domain
	case "id":
		return row.ID
	}
	return nil
}

func placeDirectoryGroup(row *ent.DirectoryGroup, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "name":
		return row.Name
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeDirectoryRecord(row *ent.DirectoryRecord, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "user_id":
		return int64(orNone(row.UserID))
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeDirectoryGroupMember(row *ent.DirectoryGroupMember, column string) any {
	switch column {
	case "directory_group_id":
		return int64(row.DirectoryGroupID)
	case "directory_record_id":
		return int64(row.DirectoryRecordID)
	case "id":
		return row.ID
	}
	return nil
}
