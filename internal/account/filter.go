package account

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/accountpath"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/joiningdomain"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Sort orders of the lists of this package.
var (
	ByName          = page.Order{Name: "NAME", Columns: []string{account.FieldNameKey}}
	Newest          = page.Order{Name: "CREATED", Columns: []string{account.FieldCreatedAt}, Descending: true}
	Updated         = page.Order{Name: page.UpdatedOrder, Columns: []string{account.FieldUpdatedAt}}
	UsersByName     = page.Order{Name: "USER_NAME", Columns: []string{user.FieldUserName}}
	UsersUpdated    = page.Order{Name: page.UpdatedOrder, Columns: []string{user.FieldUpdatedAt}}
	MembershipsByID = page.Order{Name: "ID"}

	MembershipsByName  = page.Order{Name: "USER_NAME", Columns: []string{membership.FieldUserName}}
	MembershipsUpdated = page.Order{Name: page.UpdatedOrder, Columns: []string{membership.FieldUpdatedAt}}

	LinksByID = page.Order{Name: "ID"}

	InvitationsNewest    = page.Order{Name: "NEWEST", Columns: []string{invitation.FieldCreatedAt}, Descending: true}
	AccessRequestsNewest = page.Order{Name: "NEWEST", Columns: []string{accessrequest.FieldCreatedAt},
		Descending: true}
	JoiningDomainsByName = page.Order{Name: "DOMAIN", Columns: []string{joiningdomain.FieldDomain}}
	DomainProofsByName   = page.Order{Name: "DOMAIN", Columns: []string{domainproof.FieldDomain}}
	DirectoryRecordsByID = page.Order{Name: "ID"}
	// RecordsOfGroups orders the records of a group by their ids.
	RecordsOfGroups = page.Order{Name: "RECORD", Columns: []string{directorygroupmember.FieldDirectoryRecordID}}

	DirectoryGroupsByName = page.Order{Name: "NAME", Columns: []string{directorygroup.FieldName}}
)

// Filter selects accounts. Zero values mean no condition. Text holds words of the name, each of which may be cut
// short.
type Filter struct {
	Below        gid.ID
	Kinds        []vocabulary.AccountKind
	Retired      *bool
	Text         string
	UpdatedSince *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD if UpdatedSince is combined with another order than UPDATED, or
// another filter with that order. Every other combination is allowed: there are few accounts compared with what they
// own.
func (f Filter) Where(o page.Order) (page.Where, error) {
	other := page.FirstGiven(page.GivenIf("filter.below", f.Below != 0), page.GivenIf("filter.kind", len(f.Kinds) > 0),
		page.GivenIf("filter.retired", f.Retired != nil), page.GivenIf("filter.text", f.Text != ""))
	return f.condition, page.CheckSinceAlone(f.UpdatedSince, other, o, page.Unbounded)
}

func (f Filter) condition(q *page.Query) {
	q.Since(f.UpdatedSince)
	if f.Below != 0 {
		paths := q.Sub(accountpath.Table, "ap")
		paths.Select(paths.C(accountpath.FieldDescendantID)).Where(sql.And(
			sql.EQ(paths.C(accountpath.FieldAncestorID), int64(f.Below)), sql.GT(paths.C(accountpath.FieldDepth), 0)))
		q.Where(sql.In(q.C(account.FieldID), paths.Selector))
	}
	page.OneOf(q, account.FieldKind, f.Kinds)
	if f.Retired != nil {
		retired := sql.IsNull(q.C(account.FieldRetiredAt))
		if *f.Retired {
			retired = sql.NotNull(q.C(account.FieldRetiredAt))
		}
		q.Where(retired)
	}
	search.Where(q, gid.Account, f.Text)
}

// DirectoryRecordFilter selects directory records. Nil means no condition.
type DirectoryRecordFilter struct{ Linked, Active, Adopted *bool }

// CheckAcross returns FILTER_TOO_BROAD if no index serves the filter over all accounts.
func (f DirectoryRecordFilter) CheckAcross() error {
	if f.Adopted == nil && (f.Linked != nil || f.Active != nil) {
		return fault.New(fault.FilterTooBroad, page.FirstGiven(page.GivenIf("filter.linked", f.Linked != nil),
			page.GivenIf("filter.active", true)),
			"To list the records of all accounts, filter.adopted is required.",
			"Give filter.adopted, or ask for Account.directoryRecords.")
	}
	return nil
}

// Where returns the condition.
func (f DirectoryRecordFilter) Where(q *page.Query) {
	if f.Linked != nil {
		if *f.Linked {
			q.Where(sql.NotNull(q.C(directoryrecord.FieldUserID)))
		} else {
			q.Where(sql.IsNull(q.C(directoryrecord.FieldUserID)))
		}
	}
	if f.Active != nil {
		q.Equal(directoryrecord.FieldActive, *f.Active)
	}
	if f.Adopted != nil {
		q.Equal(directoryrecord.FieldAdopted, *f.Adopted)
	}
}

// UserFilter selects users. Zero values mean no condition.
type UserFilter struct {
	Account            gid.ID
	IncludeSubAccounts bool
	Text               string
	UpdatedSince       *clock.Instant
}

// Where returns the condition, or FILTER_TOO_BROAD: without an account, UpdatedSince needs the order UPDATED, and Text
// another order.
func (f UserFilter) Where(o page.Order) (page.Where, error) {
	if f.Account != 0 {
		return f.condition, nil
	}
	if err := CheckWithin(f.Account, f.IncludeSubAccounts); err != nil {
		return nil, err
	}
	return f.condition, page.CheckSinceAlone(f.UpdatedSince,
		page.FirstGiven(page.GivenIf("filter.text", f.Text != "")), o, page.ByAccount)
}

func (f UserFilter) condition(q *page.Query) {
	q.Since(f.UpdatedSince)
	if f.Account != 0 {
		members := q.Sub(membership.Table, "ms")
		members.Select(members.C(membership.FieldUserID))
		Within(membership.FieldAccountID, f.Account, f.IncludeSubAccounts)(members)
		q.Where(sql.In(q.C(user.FieldID), members.Selector))
	}
	search.Where(q, gid.User, f.Text)
}
