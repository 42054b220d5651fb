package plan

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (p *Planner) walkUsers(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "users", typ: gid.User, main: t.user, parts: []*table{t.word}}
	return stream(ctx, p.gather(s, executor), p.stage.Users, func(u stage.User) *record {
		return &record{ref: u.Ref, key: name{KindUser, u.UserName}, source: int64(u.Digest), into: &p.users,
			// A user belongs to no account, so the locality only makes the id more random.
			locality: gid.DeriveLocality(p.options.System, "user\x1f"+u.UserName),
			natural:  &natural{[]string{"user_name"}, []any{u.UserName}},
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				since := first(clock.Instant(p.midnight()), u.CreatedAt, u.ModifiedAt)
				return aggregate{
					main: t.user.row(int64(id), u.UserName, maybeText(email.Normal(u.Email)),
						maybeText(email.Key(u.Email)), u.FirstName,
						u.LastName, u.DisplayName, u.Phone, u.Locale, u.TimeZone, u.Active, u.Shared,
						email.UserNameKey(u.UserName), maybeInstant(u.LastLoginAt), whenWritten, since),
					parts: p.words(gid.User, id, 0, search.OfUser(
						u.FirstName, u.LastName, u.DisplayName, u.UserName, u.Email)),
				}, ""
			}}
	})
}

func (p *Planner) walkAccounts(ctx context.Context, executor Executor) error {
	t := p.tables
	above := map[stage.Ref][]stage.AccountLink{}
	err := p.stage.AccountLinks(ctx, 0, func(l stage.AccountLink) error {
		above[l.Child] = append(above[l.Child], l)
		return nil
	})
	if err != nil {
		return err
	}
	s := &subject{kind: "accounts", typ: gid.Account, main: t.account, parts: []*table{t.accountLink, t.word}}
	return stream(ctx, p.gather(s, executor), p.stage.Accounts, func(a stage.Account) *record {
		links := above[a.Ref]
		source := newDigestMix(a.Digest)
		for _, l := range links {
			source.add(l.Digest)
		}
		key := name{KindAccount, a.ID}
		r := &record{ref: a.Ref, key: key, source: source.sum(), into: &p.accounts, homed: true, newHome: true,
			locality: gid.DeriveLocality(p.options.System, a.ID),
			counted:  []counted{{"accountLinks", int64(len(links))}},
			build: func(id gid.ID, _ idOfPart, changes *Changes) (aggregate, Reason) {
				return p.account(&a, links, id, changes), ""
			},
			check: p.checkCircle, abandon: p.abandonAccount, follow: p.followAccount}
		if a.CRMID != "" {
			r.alias = name{KindCRMAccount, a.CRMID}
		}
		return r
	})
}

func (p *Planner) account(a *stage.Account, links []stage.AccountLink, id gid.ID, changes *Changes) aggregate {
	t := p.tables
	since := first(clock.Instant(p.midnight()), a.CreatedAt, a.ModifiedAt)
	next := aggregate{main: t.account.row(int64(id), a.Name, search.Key(a.Name), string(a.Kind), a.Description,
		a.Address,
		a.City, a.State, a.PostalCode, a.Country, a.Region, a.Visible, whenWritten, since)}
	var parents []gid.ID
	for _, l := range links {
		// The id of a parent in the same chunk is not in p.accounts until the chunk is settled.
		parent := at(p.accounts, l.Parent)
		if parent == 0 {
			parent = changes.accounts[l.Parent]
		}
		if parent == 0 || slices.Contains(parents, parent) {
			continue
		}
		parents = append(parents, parent)
		next.parts = append(next.parts, t.accountLink.row(int64(parent), int64(id)))
	}
	changes.accounts[a.Ref] = id
	changes.graph[id] = parents
	for ancestor, depth := range p.ancestors(id, changes) {
		next.once = append(next.once, t.accountPath.row(int64(ancestor), int64(id), int64(depth)))
	}
	slices.SortFunc(next.once, func(x, y row) int { return int(x.values[2].(int64) - y.values[2].(int64)) })
	next.parts = append(next.parts, p.words(gid.Account, id, id, search.Words(a.Name))...)
	next.names = append(next.names, external{name: name{KindAccount, a.ID}, entity: id, account: id})
	if a.CRMID != "" {
		next.names = append(next.names, external{name: name{KindCRMAccount, a.CRMID}, entity: id, account: id})
	}
	return next
}

// ancestors returns an account and all accounts above it, with the length of the shortest path.
func (p *Planner) ancestors(id gid.ID, changes *Changes) map[gid.ID]int {
	return account.Ancestors(id, func(id gid.ID) []gid.ID {
		if above, ok := changes.graph[id]; ok {
			return above
		}
		return p.parents[id]
	})
}

// checkCircle refuses parents that are below the account. Links that were made in Muniment can cause that.
func (p *Planner) checkCircle(id gid.ID, changes *Changes) Reason {
	for _, parent := range changes.graph[id] {
		if _, below := p.ancestors(parent, changes)[id]; below {
			return Circle
		}
	}
	return ""
}

func (p *Planner) abandonAccount(id gid.ID, changes *Changes) { delete(changes.graph, id) }

func (p *Planner) followAccount(_ context.Context, _ Reader, have *stored, next *aggregate, changes *Changes) error {
	if links(have.parts) != links(next.parts) {
		changes.moved = append(changes.moved, gid.ID(next.main.id()))
	}
	return nil
}

// updatePaths updates the transitive closure for the accounts of a chunk whose parents have changed, and for
// the accounts below them.
func (j *judgement) updatePaths(ctx context.Context) error {
	if len(j.changes.moved) == 0 {
		return nil
	}
	affected := map[gid.ID]bool{}
	for _, graph := range []map[gid.ID][]gid.ID{j.parents, j.changes.graph} {
		for candidate := range graph {
			above := j.ancestors(candidate, j.changes)
			for _, moved := range j.changes.moved {
				if _, ok := above[moved]; ok && !j.changes.created[candidate] {
					affected[candidate] = true
				}
			}
		}
	}
	t := j.tables.accountPath
	want := map[[2]gid.ID]int{}
	ids := make([]gid.ID, 0, len(affected))
	for descendant := range affected {
		ids = append(ids, descendant)
		for ancestor, depth := range j.ancestors(descendant, j.changes) {
			want[[2]gid.ID{ancestor, descendant}] = depth
		}
	}
	err := each(ctx, j.q, func(v []any) error {
		of := [2]gid.ID{idOf(v[0]), idOf(v[1])}
		if depth, ok := want[of]; ok && int64(depth) == plain(v[2]) {
			delete(want, of)
		} else {
			j.changes.remove(row{table: t, values: v})
		}
		return nil
	}, "SELECT ancestor_id, descendant_id, depth FROM account_paths WHERE "+j.store.In("descendant_id"),
		j.store.Set(ids))
	if err != nil {
		return fmt.Errorf("read the account paths: %w", err)
	}
	for of, depth := range want {
		j.changes.insert(t.row(int64(of[0]), int64(of[1]), int64(depth)))
	}
	return nil
}

// links returns the ids of the parents among the parts of an account, sorted.
func links(parts []row) string {
	var ids []string
	for i := range parts {
		if parts[i].table.name == "account_links" {
			ids = append(ids, idOf(parts[i].values[0]).String())
		}
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

func (p *Planner) walkMemberships(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "memberships", typ: gid.Membership, main: t.membership}
	return stream(ctx, p.gather(s, executor), p.stage.Memberships, func(m stage.Membership) *record {
		account, user := at(p.accounts, m.Account), at(p.users, m.User)
		r := &record{ref: m.Ref, key: name{KindMembership, Join(m.AccountID, m.UserName)}, source: int64(m.Digest),
			owner: account, homed: true, locality: account.Locality(),
			natural: &natural{[]string{"account_id", "user_id"}, []any{int64(account), int64(user)}},
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				return aggregate{main: t.membership.row(int64(id), int64(account), int64(user), int64(m.Roles),
						int64(accessOf(m.Roles)), nil, false, maybeDay(m.LastDay), m.UserName, whenWritten,
						p.midnight())},
					""
			}}
		if account == 0 || user == 0 {
			r.skip = DependsOnSkipped
		}
		return r
	})
}

// accessOf returns the services for imported roles. A source has no service access; docs/import.md lists the rule.
func accessOf(roles vocabulary.RoleSet) vocabulary.ServiceSet {
	var access vocabulary.ServiceSet
	for _, role := range roles.List() {
		services := []vocabulary.Service{vocabulary.ServiceCommunity}
		switch role {
		case vocabulary.RoleAccountAdministrator, vocabulary.RoleLicenseManager:
			services = append(services, vocabulary.ServiceLicensing, vocabulary.ServiceDownloads)
		case vocabulary.RoleDownloader:
			services = append(services, vocabulary.ServiceDownloads)
		default:
			services = append(services, vocabulary.ServiceLicensing)
		}
		set, err := vocabulary.Services(services...)
		if err == nil {
			access |= set
		}
	}
	return access
}

func (p *Planner) walkEntitlements(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "entitlements", typ: gid.Entitlement, main: t.entitlement}
	return stream(ctx, p.gather(s, executor), p.stage.Entitlements, func(e stage.Entitlement) *record {
		account := at(p.accounts, e.Account)
		if !e.PortalLogin {
			p.hidden[e.Ref] = true
		}
		r := &record{ref: e.Ref, key: name{KindEntitlement, e.ID}, source: int64(e.Digest), into: &p.entitlements,
			owner: account, homed: true, locality: account.Locality(),
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				return aggregate{main: t.entitlement.row(int64(id), int64(account),
					maybeID(at(p.accounts, e.ChannelPartner)), e.ID,
					e.Description, e.OrderReference, e.ShipToEmail, e.PortalLogin, maybeText(e.Decision),
					whenWritten,
					first(clock.Instant(p.midnight()), e.CreatedAt, e.ModifiedAt))}, ""
			}}
		if account == 0 {
			r.skip = DependsOnSkipped
		}
		return r
	})
}
