package account

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/accountpath"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Through is the kind of grant by which somebody has access to an account.
type Through string

// The values of Through, in the order in which a review lists them.
const (
	// ThroughMembership: a membership in the account.
	ThroughMembership Through = "MEMBERSHIP"
	// ThroughDirectoryGroup: a group of the customer's directory.
	ThroughDirectoryGroup Through = "DIRECTORY_GROUP"
	// ThroughAccountAbove: a membership in an account above that includes the accounts below.
	ThroughAccountAbove Through = "ACCOUNT_ABOVE"
	// ThroughAPIKey: an API key of a program.
	ThroughAPIKey Through = "API_KEY"
)

// Leaver is a reason why an entry may be of somebody who has left.
type Leaver string

// The values of Leaver.
const (
	// LeaverEnded: the membership, or the key, has ended.
	LeaverEnded Leaver = "ENDED"
	// LeaverSuspended: the membership is suspended.
	LeaverSuspended Leaver = "SUSPENDED"
	// LeaverInactive: the user is deactivated.
	LeaverInactive Leaver = "INACTIVE"
	// LeaverNotSeen: the user has not signed in, or the key was not used, for 180 days.
	LeaverNotSeen Leaver = "NOT_SEEN"
)

// notSeenFor is the time without use after which LeaverNotSeen applies.
const notSeenFor = clock.Instant(180 * 24 * time.Hour / time.Microsecond)

// MostReviewed is the maximum number of entries of a Review.
const MostReviewed = 5000

// Review lists who has access to an account, and through which grant.
type Review struct {
	Account gid.ID
	TakenAt clock.Instant
	// Entries has one entry for each grant, by name, at most MostReviewed.
	Entries []ReviewEntry
}

// ReviewEntry is one grant. Empty and nil mean none.
type ReviewEntry struct {
	// Name is the user name, or the name of a key.
	Name, DisplayName, Email string
	Through                  Through
	// ThroughLabel is the name of the group, the name of the account above, or the visible beginning of the key.
	ThroughLabel string
	Roles        vocabulary.RoleSet
	Services     vocabulary.ServiceSet
	// Scopes are the scopes of a key; 0 for other grants.
	Scopes vocabulary.KeyScopeSet
	// Below is true if the grant includes the accounts below.
	Below bool
	// ProductLine is the name of the product line to which the grant is limited, and ProductLineID its id.
	ProductLine   string
	ProductLineID gid.ID
	Origin        vocabulary.MembershipOrigin
	// GrantedBy is the name of the user, or of the API key of a program, that granted it, and GrantedByID its id.
	GrantedBy   string
	GrantedByID gid.ID
	GrantedAt   clock.Instant
	EndsOn      *day.Day
	// LastUsedAt is when the user last signed in or used a key of their own, or the key was last used.
	LastUsedAt *clock.Instant
	Leaver     []Leaver
	// User, Membership, Group and Key are ids for changing the grant. They are 0 for a grant of an account above that
	// the viewer does not administer.
	User, Membership, Group, Key gid.ID
}

// Review returns who has access to an account: its members, including those whose membership is not in force, what
// groups add, members of accounts above, and API keys of programs. It returns nil if the viewer does not see the
// account, and FORBIDDEN if the viewer sees it but does not administer it.
func (s *Service) Review(ctx context.Context, of gid.ID) (*Review, error) {
	entries, err := s.review(ctx, of)
	if err != nil || entries == nil {
		return nil, err
	}
	return &Review{Account: of, TakenAt: s.now(), Entries: entries[:min(len(entries), MostReviewed)]}, nil
}

// review returns all entries, or nil or FORBIDDEN as Review does.
func (s *Service) review(ctx context.Context, of gid.ID) ([]ReviewEntry, error) {
	// The same statement runs whether the account is missing or not visible, so that the time does not reveal which.
	exists, err := s.db().Client().Account.Query().Where(account.ID(of)).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("review: %w", err)
	}
	who := viewer.From(ctx)
	if !exists || who == nil || !who.Sees(of) {
		return nil, nil
	}
	if !who.Administers(of) {
		return nil, fault.New(change.Forbidden, "account", "Only administrators of the account may review its access.",
			"Ask an administrator of the account.")
	}
	r := &reviewing{s: s, ctx: store.Unscoped(ctx), who: who, of: of, now: s.now(),
		entries: []ReviewEntry{}}
	// An administrator may see everybody with access to the account, including users whom they do not see otherwise.
	for _, part := range []func() error{r.members, r.above, r.keys} {
		if err := part(); err != nil {
			return nil, fmt.Errorf("review: %w", err)
		}
	}
	order := []Through{ThroughMembership, ThroughDirectoryGroup, ThroughAccountAbove, ThroughAPIKey}
	slices.SortStableFunc(r.entries, func(a, b ReviewEntry) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name),
			cmp.Compare(slices.Index(order, a.Through), slices.Index(order, b.Through)),
			cmp.Compare(a.ThroughLabel, b.ThroughLabel))
	})
	return r.entries, nil
}

// reviewing collects the entries of a review.
type reviewing struct {
	s       *Service
	ctx     context.Context
	who     *viewer.Viewer
	of      gid.ID
	now     clock.Instant
	entries []ReviewEntry
}

func (r *reviewing) client() *ent.Client { return r.s.db().Client() }

// members adds the members of the account, and what groups add to them.
func (r *reviewing) members() error {
	groupMembers, err := r.client().DirectoryGroupMember.Query().Where(directorygroupmember.AccountID(r.of)).
		WithDirectoryGroup().
		WithDirectoryRecord().Order(ent.Asc(directorygroupmember.FieldID)).All(r.ctx)
	if err != nil {
		return err
	}
	in := map[gid.ID][]*ent.DirectoryGroup{} // by user
	for _, entry := range groupMembers {
		if record := entry.Edges.DirectoryRecord; record.Active && record.UserID != nil {
			in[*record.UserID] = append(in[*record.UserID], entry.Edges.DirectoryGroup)
		}
	}
	return r.each(r.ofAccount, func(m *ent.Membership, e ReviewEntry) {
		r.entries = append(r.entries, e)
		for _, g := range in[m.UserID] {
			if g.Roles == 0 && g.ServiceAccess == 0 {
				continue
			}
			e := e
			e.Through, e.ThroughLabel, e.Roles, e.Services = ThroughDirectoryGroup, g.Name, g.Roles, g.ServiceAccess
			e.Group, e.Below = g.ID, false // what a directory grants holds in its own account alone
			e.Origin, e.GrantedBy, e.GrantedByID = vocabulary.MembershipOriginDirectory, "", 0
			e.GrantedAt = max(m.CreatedAt, g.CreatedAt)
			r.entries = append(r.entries, e)
		}
	})
}

// above adds the members of accounts above whose membership includes this one.
func (r *reviewing) above() error {
	reach := membership.And(membership.IncludeSubAccounts(true), InForceOn(r.s.today()),
		r.isAbove(membership.FieldAccountID))
	return r.each(reach, func(m *ent.Membership, e ReviewEntry) {
		e.Through, e.ThroughLabel = ThroughAccountAbove, m.Edges.Account.Name
		e.Roles, e.Services = m.Roles, m.ServiceAccess // what a directory grants holds in its own account alone
		if !r.who.Administers(m.AccountID) {
			// only administrators of the account above may see that
			e.GrantedBy, e.GrantedByID, e.User, e.Membership = "", 0, 0, 0
		}
		r.entries = append(r.entries, e)
	})
}

// isAbove is the condition that a column names an account above this one.
func (r *reviewing) isAbove(column string) func(*sql.Selector) {
	return func(q *sql.Selector) {
		paths := sql.Dialect(q.Dialect()).Select(accountpath.FieldAncestorID).From(sql.Table(accountpath.Table))
		paths.Where(sql.And(sql.EQ(paths.C(accountpath.FieldDescendantID), int64(r.of)),
			sql.GT(paths.C(accountpath.FieldDepth), 0)))
		q.Where(sql.In(q.C(column), paths))
	}
}

func (r *reviewing) ofAccount(q *sql.Selector) {
	q.Where(sql.EQ(q.C(membership.FieldAccountID), int64(r.of)))
}

// each calls line with an entry for each membership, which is loaded with its user, account and product line, in
// batches.
func (r *reviewing) each(where predicate.Membership, line func(*ent.Membership, ReviewEntry)) error {
	for last := gid.ID(0); ; {
		members, err := r.client().Membership.Query().Where(where, membership.IDGT(last)).WithUser().WithProductLine().
			WithAccount().
			Order(ent.Asc(membership.FieldID)).Limit(batchSize).All(r.ctx)
		if err != nil || len(members) == 0 {
			return err
		}
		if err := r.add(members, line); err != nil {
			return err
		}
		last = members[len(members)-1].ID
	}
}

func (r *reviewing) add(members []*ent.Membership, line func(*ent.Membership, ReviewEntry)) error {
	people, granters := make([]gid.ID, len(members)), make([]gid.ID, len(members))
	for i, m := range members {
		people[i], granters[i] = m.UserID, cmp.Or(orNone(m.GrantedByID), orNone(m.GrantedByKeyID))
	}
	used, err := r.lastUses(people)
	if err != nil {
		return err
	}
	names, err := r.actorNames(granters)
	if err != nil {
		return err
	}
	for i, m := range members {
		u := m.Edges.User
		e := ReviewEntry{Name: u.UserName, DisplayName: nameOf(u), Email: orEmpty(u.Email), Through: ThroughMembership,
			Roles: m.Roles | m.DirectoryRoles&reader, Services: m.ServiceAccess, Below: m.IncludeSubAccounts,
			User:       u.ID,
			Membership: m.ID, Origin: m.Origin, GrantedBy: names[granters[i]],
			GrantedByID: granters[i],
			GrantedAt:   m.CreatedAt, EndsOn: m.EndsOn, LastUsedAt: latest(u.LastSignInAt, used[m.UserID])}
		if m.Edges.ProductLine != nil {
			e.ProductLine, e.ProductLineID = m.Edges.ProductLine.Name, m.Edges.ProductLine.ID
		}
		if ended(m, r.s.today()) {
			e.Leaver = append(e.Leaver, LeaverEnded)
		}
		if m.SuspendedAt != nil {
			e.Leaver = append(e.Leaver, LeaverSuspended)
		}
		if !u.Active {
			e.Leaver = append(e.Leaver, LeaverInactive)
		}
		if r.notSeen(e) {
			e.Leaver = append(e.Leaver, LeaverNotSeen)
		}
		line(m, e)
	}
	return nil
}

// notSeen reports whether the last use, or without one the grant, is more than notSeenFor ago.
func (r *reviewing) notSeen(e ReviewEntry) bool {
	seen := e.GrantedAt
	if e.LastUsedAt != nil {
		seen = *e.LastUsedAt
	}
	return seen < r.now-notSeenFor
}

// lastUses returns when users last used a key of their own.
func (r *reviewing) lastUses(users []gid.ID) (map[gid.ID]*clock.Instant, error) {
	uses := map[gid.ID]*clock.Instant{}
	keys, err := r.client().APIKey.Query().Where(apikey.LastUsedAtNotNil(), apikey.UserIDIn(users...)).All(r.ctx)
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		uses[*k.UserID] = latest(uses[*k.UserID], k.LastUsedAt)
	}
	return uses, nil
}

// actorNames returns the names of users, and of API keys.
func (r *reviewing) actorNames(ids []gid.ID) (map[gid.ID]string, error) {
	isKey := func(id gid.ID) bool { return id.Type() == gid.APIKey }
	names := map[gid.ID]string{}
	people, err := r.client().User.Query().Where(user.IDIn(ids...)).Select(user.FieldUserName).All(r.ctx)
	if err != nil {
		return nil, err
	}
	for _, u := range people {
		names[u.ID] = u.UserName
	}
	if !slices.ContainsFunc(ids, isKey) {
		return names, nil
	}
	keys, err := r.client().APIKey.Query().Where(apikey.IDIn(ids...)).Select(apikey.FieldName).All(r.ctx)
	if err != nil {
		return nil, err
	}
	for _, k := range keys {
		names[k.ID] = k.Name
	}
	return names, nil
}

// keys adds the API keys of the account, and those of accounts above that include the accounts below.
func (r *reviewing) keys() error {
	own := func(q *sql.Selector) { q.Where(sql.EQ(q.C(apikey.FieldAccountID), int64(r.of))) }
	above := apikey.And(r.isAbove(apikey.FieldAccountID), apikey.IncludeSubAccounts(true))
	for _, whose := range []predicate.APIKey{own, above} {
		keys, err := r.client().APIKey.Query().Where(whose, apikey.RevokedAtIsNil()).WithAccount().
			Order(ent.Asc(apikey.FieldID)).All(r.ctx)
		if err != nil {
			return err
		}
		creators := make([]gid.ID, len(keys))
		for i, k := range keys {
			creators[i] = cmp.Or(orNone(k.CreatedByID), orNone(k.CreatedByKeyID))
		}
		names, err := r.actorNames(creators)
		if err != nil {
			return err
		}
		for i, k := range keys {
			ends := day.Of(k.ExpiresAt.Time())
			e := ReviewEntry{Name: k.Name, Through: ThroughAPIKey, ThroughLabel: k.Hint, Roles: k.Roles,
				Services: k.ServiceAccess,
				Scopes:   k.Scopes, Below: k.IncludeSubAccounts, GrantedAt: k.CreatedAt, EndsOn: &ends,
				LastUsedAt: k.LastUsedAt}
			if *k.AccountID != r.of {
				e.ThroughLabel += " of " + k.Edges.Account.Name
			}
			if r.who.Administers(*k.AccountID) {
				e.Key, e.GrantedBy, e.GrantedByID = k.ID, names[creators[i]], creators[i]
			}
			if k.ExpiresAt <= r.now {
				e.Leaver = append(e.Leaver, LeaverEnded)
			}
			if r.notSeen(e) {
				e.Leaver = append(e.Leaver, LeaverNotSeen)
			}
			r.entries = append(r.entries, e)
		}
	}
	return nil
}

func latest(a, b *clock.Instant) *clock.Instant {
	if a == nil || b != nil && *b > *a {
		return b
	}
	return a
}
