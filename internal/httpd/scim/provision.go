//go:build shelved

package scim

import (
	"context"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroup"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/joiningdomain"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The actions by which the records know what a directory does.
const (
	provisionUser   = "provisionUser"
	deprovisionUser = "deprovisionUser"
)

func (l users) create(ctx context.Context, body map[string]any) (gid.ID, error) {
	doc, err := document(body, userAttributes)
	if err != nil {
		return 0, err
	}
	p, err := readPerson(doc, true)
	if err != nil {
		return 0, err
	}
	p = p.withAddress()
	var made gid.ID
	err = l.do(ctx, provisionUser, body, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		made = 0
		m, err := l.join(ctx, tx, done, p)
		if err != nil {
			return err
		}
		made = m.ID
		done.Result(m.ID)
		return nil
	})
	return made, err
}

// join makes somebody a member: a user whom nobody knows, or one who may be bound.
func (l users) join(ctx context.Context, tx store.Tx, done *change.Record, p person) (*ent.Membership, error) {
	same, err := l.people(ctx, tx.Client(), clue{"username", p.userName})
	if err != nil {
		return nil, err
	}
	if len(same) > 0 {
		return nil, taken() // a member of the account has this name
	}
	u, err := l.called(ctx, tx, p.userName)
	if err != nil {
		return nil, err
	}
	own := true
	if u == nil {
		u, err = l.newUser(ctx, tx, done, p)
	} else {
		own, err = l.bindable(ctx, tx, u)
	}
	if err != nil {
		return nil, err
	}
	m, err := l.newMembership(ctx, tx, done, u, p)
	if err != nil {
		return nil, err
	}
	if own {
		return m, l.changeUser(ctx, tx, done, u, p)
	}
	return m, nil
}

// called finds the user who has a name, written so or in small letters, whoever may see them.
func (l users) called(ctx context.Context, tx store.Tx, name string) (*ent.User, error) {
	found, err := tx.Client().User.Query().Where(user.UserNameIn(name, strings.ToLower(name)), locked).All(store.Beyond(ctx))
	if err != nil {
		return nil, fmt.Errorf("look for the user name: %w", err)
	}
	var best *ent.User
	for _, u := range found {
		if best == nil || u.UserName == name {
			best = u
		}
	}
	return best, nil
}

// locked keeps others from changing the row, or from making its user a member elsewhere, until the change is through. On
// SQLite nobody else writes meanwhile.
func locked(q *sql.Selector) {
	if q.Dialect() == dialect.Postgres {
		q.For(sql.LockUpdate)
	}
}

// bindable tells whether the account may make a known user its member, and then whether the user is its own. An account
// has a claim to users of the domains from which it lets people join, and to users who belong to nobody else.
func (l users) bindable(ctx context.Context, tx store.Tx, u *ent.User) (own bool, err error) {
	if u.ProducerRole != nil {
		return false, taken()
	}
	own, err = l.own(ctx, tx, u)
	if err != nil || own {
		return own, err
	}
	claimed, err := l.claims(ctx, tx, orEmpty(u.Email))
	if err != nil {
		return false, err
	}
	if !claimed {
		return false, taken()
	}
	return false, nil
}

// claims tells whether the account lets people of an address's domain join.
func (l users) claims(ctx context.Context, tx store.Tx, address string) (bool, error) {
	if address == "" {
		return false, nil
	}
	is, err := tx.Client().JoiningDomain.Query().Where(joiningdomain.AccountID(l.account), joiningdomain.Domain(email.Domain(address))).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("read the joining domains: %w", err)
	}
	return is, nil
}

// own tells whether a user is of no account but this one, and not of the producer, so that the account's directory may
// say how the user is called.
func (l users) own(ctx context.Context, tx store.Tx, u *ent.User) (bool, error) {
	if u.ProducerRole != nil {
		return false, nil
	}
	others, err := tx.Client().Membership.Query().Where(membership.UserID(u.ID), membership.AccountIDNEQ(l.account)).
		Exist(store.Beyond(ctx)) // the directory sees only its own account
	if err != nil {
		return false, fmt.Errorf("read the memberships elsewhere: %w", err)
	}
	return !others, nil
}

func (l users) newUser(ctx context.Context, tx store.Tx, done *change.Record, p person) (*ent.User, error) {
	u, err := tx.Client().User.Create().SetID(gid.New(gid.User, l.account.Locality())).SetUserName(p.userName).
		SetActive(true).SetShared(false).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now()).
		Save(store.Beyond(ctx)) // a user is seen by the account only once there is a membership
	if err != nil {
		return nil, fmt.Errorf("make the user: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "UserAdded", Account: l.account, Subject: u.ID,
		Label: u.UserName, Fields: change.Is("userName", u.UserName)})
	return u, search.KeepUser(ctx, tx, u)
}

func (l users) newMembership(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User, p person) (*ent.Membership, error) {
	roles, err := vocabulary.Roles(vocabulary.RoleReader)
	if err != nil {
		return nil, err
	}
	create := tx.Client().Membership.Create().SetID(gid.New(gid.Membership, l.account.Locality())).SetAccountID(l.account).
		SetUserID(u.ID).SetRoles(roles).SetServiceAccess(0).SetIncludeSubAccounts(false).
		SetOrigin(vocabulary.MembershipOriginDirectory).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now())
	fields := append(change.Is("roles", roles.String()), change.Is("origin", string(vocabulary.MembershipOriginDirectory))...)
	if p.externalID != "" {
		create.SetDirectoryKey(p.externalID)
		fields = append(fields, change.Is("externalId", p.externalID)...)
	}
	if !p.active {
		create.SetSuspendedAt(done.Now())
		fields = append(fields, change.Is("suspendedAt", done.Now().String())...)
	}
	m, err := create.Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("make the membership: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "MembershipAdded", Account: l.account, Subject: m.ID,
		Label: u.UserName, Fields: fields})
	return m, nil
}

func (l users) replace(ctx context.Context, id gid.ID, when condition, body map[string]any) error {
	doc, err := document(body, userAttributes)
	if err != nil {
		return err
	}
	return l.alter(ctx, id, when, body, func(now person) (person, error) {
		p, err := readPerson(doc, now.active)
		if _, said := doc["externalId"]; !said {
			p.externalID = now.externalID // it is the directory's own name, and no profile
		}
		return p.withAddress(), err
	})
}

func (l users) patch(ctx context.Context, id gid.ID, when condition, body map[string]any) error {
	operations, err := operationsOf(body, userAttributes)
	if err != nil {
		return err
	}
	return l.alter(ctx, id, when, body, func(now person) (person, error) {
		doc := now.document()
		for _, o := range operations {
			if err := o.apply(doc); err != nil {
				return person{}, err
			}
		}
		return readPerson(doc, now.active)
	})
}

// alter changes a member into what wanted makes of them. What changes nothing does not come so far as a change.
func (l users) alter(ctx context.Context, id gid.ID, when condition, input any, wanted func(person) (person, error)) error {
	m, err := l.find(ctx, l.client(), id, when)
	if err != nil {
		return err
	}
	now := personOf(m, m.Edges.User)
	p, err := wanted(now)
	if err != nil || p == now {
		return err
	}
	action := provisionUser
	if now.active && !p.active {
		action = deprovisionUser
	}
	return l.do(ctx, action, input, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		m, err := l.find(ctx, tx.Client(), id, when, locked)
		if err != nil {
			return err
		}
		p, err := wanted(personOf(m, m.Edges.User))
		if err != nil {
			return err
		}
		done.Result(m.ID)
		if err := l.changeMembership(ctx, tx, done, m, p); err != nil {
			return err
		}
		u, err := tx.Client().User.Query().Where(user.ID(m.UserID), locked).Only(ctx)
		if err != nil {
			return fmt.Errorf("read the user: %w", err)
		}
		own, err := l.own(ctx, tx, u)
		if err != nil || !own {
			return err
		}
		return l.changeUser(ctx, tx, done, u, p)
	})
}

// find reads a member. It returns a refusal with 404, or with 412 for another version than the client expects.
func (l users) find(ctx context.Context, c *ent.Client, id gid.ID, when condition, how ...func(*sql.Selector)) (*ent.Membership, error) {
	q := l.query(c).Where(membership.ID(id))
	for _, modify := range how {
		q.Where(modify)
	}
	m, err := q.Only(ctx)
	if ent.IsNotFound(err) {
		return nil, notFound()
	}
	if err != nil {
		return nil, fmt.Errorf("read the user: %w", err)
	}
	return m, when.check(versionOf(m))
}

// changeMembership changes what a member is in the account: whether active, and the directory's name of them.
func (l users) changeMembership(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, p person) error {
	now := personOf(m, m.Edges.User)
	update := tx.Client().Membership.UpdateOneID(m.ID).SetUpdatedAt(after(m.UpdatedAt, done.Now()))
	fields := change.Became("externalId", now.externalID, p.externalID)
	if p.externalID == "" {
		update.ClearDirectoryKey()
	} else {
		update.SetDirectoryKey(p.externalID)
	}
	ends := now.active && !p.active
	switch {
	case ends:
		update.SetSuspendedAt(done.Now())
		fields = append(fields, change.Is("suspendedAt", done.Now().String())...)
	case !now.active && p.active:
		update.ClearSuspendedAt()
		fields = append(fields, change.Was("suspendedAt", m.SuspendedAt.String())...)
	}
	if len(fields) == 0 {
		return nil
	}
	if err := update.Exec(ctx); err != nil {
		return fmt.Errorf("change the membership: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "MembershipChanged", Account: l.account, Subject: m.ID,
		Label: m.Edges.User.UserName, Fields: fields})
	if !ends {
		return nil
	}
	return l.left(ctx, tx, done.Now(), m)
}

// left follows a membership that has just ended: somebody must still administer the account, and a user without another
// membership is signed out.
func (l users) left(ctx context.Context, tx store.Tx, now clock.Instant, m *ent.Membership) error {
	if l.administers(m) {
		if err := l.guard(ctx, tx); err != nil {
			return err
		}
	}
	if m.Edges.User.ProducerRole != nil {
		return nil // a customer does not sign the producer's people out
	}
	beyond := store.Beyond(ctx) // the directory sees neither other accounts nor sessions
	stays, err := tx.Client().Membership.Query().Where(membership.UserID(m.UserID), membership.AccountIDNEQ(l.account),
		membership.SuspendedAtIsNil(), membership.Or(membership.EndsOnIsNil(), membership.EndsOnGTE(l.today()))).Exist(beyond)
	if err != nil {
		return fmt.Errorf("read the other memberships: %w", err)
	}
	if stays {
		return nil
	}
	if err := l.access.EndOf(beyond, tx, m.UserID); err != nil {
		return fmt.Errorf("end the sessions: %w", err)
	}
	if _, err := l.access.EndKeysOf(beyond, tx, m.UserID, now); err != nil {
		return fmt.Errorf("revoke the keys: %w", err)
	}
	return nil
}

// changeUser changes how a user is called.
func (l users) changeUser(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User, p person) error {
	update := tx.Client().User.UpdateOneID(u.ID).SetUpdatedAt(after(u.UpdatedAt, done.Now()))
	var fields []audit.Field
	for _, f := range []struct {
		name, before, after string
		set                 func(string) *ent.UserUpdateOne
	}{
		{"userName", u.UserName, p.userName, update.SetUserName}, {"firstName", u.FirstName, p.firstName, update.SetFirstName},
		{"lastName", u.LastName, p.lastName, update.SetLastName}, {"displayName", u.DisplayName, p.displayName, update.SetDisplayName},
		{"phone", u.Phone, p.phone, update.SetPhone}, {"locale", u.Locale, p.locale, update.SetLocale},
		{"timeZone", u.TimeZone, p.timeZone, update.SetTimeZone}, {"email", orEmpty(u.Email), p.email, func(address string) *ent.UserUpdateOne {
			if address == "" {
				return update.ClearEmail().ClearEmailKey()
			}
			return update.SetEmail(address).SetEmailKey(email.Key(address))
		}},
	} {
		if f.before != f.after {
			f.set(f.after)
			fields = append(fields, change.Became(f.name, f.before, f.after)...)
		}
	}
	if len(fields) == 0 {
		return nil
	}
	if err := l.free(ctx, tx, u, p.userName); err != nil {
		return err
	}
	if err := l.ownAddress(ctx, tx, u, p.email); err != nil {
		return err
	}
	changed, err := update.Save(ctx)
	if err != nil {
		return fmt.Errorf("change the user: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "UserChanged", Account: l.account, Subject: u.ID,
		Label: changed.UserName, Fields: fields})
	return search.KeepUser(ctx, tx, changed)
}

// free refuses a user name that another user has.
func (l users) free(ctx context.Context, tx store.Tx, u *ent.User, name string) error {
	if name == u.UserName {
		return nil
	}
	has, err := tx.Client().User.Query().Where(user.UserName(name), user.IDNEQ(u.ID)).Exist(store.Beyond(ctx))
	if err != nil {
		return fmt.Errorf("look for the user name: %w", err)
	}
	if !has {
		has, err = tx.Client().User.Query().Where(l.ofAccount, user.UserNameEqualFold(name), user.IDNEQ(u.ID)).Exist(ctx)
		if err != nil {
			return fmt.Errorf("look for the user name: %w", err)
		}
	}
	if has {
		return taken()
	}
	return nil
}

// ownAddress refuses an address that somebody of another account, or of the producer, has: people sign in by their address,
// and who shares it has to choose each time. An account may share those of the domains from which it lets people join.
func (l users) ownAddress(ctx context.Context, tx store.Tx, u *ent.User, address string) error {
	key := email.Key(address)
	if address == "" || key == orEmpty(u.EmailKey) {
		return nil
	}
	claimed, err := l.claims(ctx, tx, address)
	if err != nil || claimed {
		return err
	}
	shared, err := tx.Client().User.Query().Where(user.EmailKey(key), user.IDNEQ(u.ID),
		user.Or(user.ProducerRoleNotNil(), func(q *sql.Selector) {
			members := sql.Dialect(q.Dialect()).Select(membership.FieldUserID).From(sql.Table(membership.Table))
			members.Where(sql.And(sql.ColumnsEQ(members.C(membership.FieldUserID), q.C(user.FieldID)), sql.NEQ(members.C(membership.FieldAccountID), int64(l.account))))
			q.Where(sql.Exists(members))
		})).Exist(store.Beyond(ctx)) // the others are of other accounts
	if err != nil {
		return fmt.Errorf("look for the address: %w", err)
	}
	if shared {
		return taken()
	}
	return nil
}

func (l users) remove(ctx context.Context, id gid.ID, when condition) error {
	if _, err := l.find(ctx, l.client(), id, when); err != nil {
		return err
	}
	return l.do(ctx, deprovisionUser, map[string]string{"id": id.String()}, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		m, err := l.find(ctx, tx.Client(), id, when, locked)
		if err != nil {
			return err
		}
		if err := l.leaveGroups(ctx, tx, done.Now(), m.ID); err != nil {
			return err
		}
		if err := tx.Client().Membership.DeleteOneID(m.ID).Exec(ctx); err != nil {
			return fmt.Errorf("remove the membership: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "MembershipRemoved", Account: l.account, Subject: m.ID,
			Label: m.Edges.User.UserName, Fields: change.Was("roles", (m.Roles | m.GroupRoles).String())})
		return l.left(ctx, tx, done.Now(), m)
	})
}

// leaveGroups takes a member out of all groups, which are other versions then.
func (l users) leaveGroups(ctx context.Context, tx store.Tx, now clock.Instant, id gid.ID) error {
	in, err := tx.Client().DirectoryGroup.Query().Where(directorygroup.AccountID(l.account), func(q *sql.Selector) {
		rows := sql.Dialect(q.Dialect()).Select(directorygroupmember.FieldDirectoryGroupID).From(sql.Table(directorygroupmember.Table))
		rows.Where(sql.EQ(rows.C(directorygroupmember.FieldMembershipID), int64(id)))
		q.Where(sql.In(q.C(directorygroup.FieldID), rows))
	}).Order(directorygroup.ByID()).All(ctx)
	if err != nil {
		return fmt.Errorf("read the groups of the user: %w", err)
	}
	for _, g := range in {
		if err := tx.Client().DirectoryGroup.UpdateOneID(g.ID).SetUpdatedAt(after(g.UpdatedAt, now)).Exec(ctx); err != nil {
			return fmt.Errorf("change the group: %w", err)
		}
	}
	if _, err := tx.Client().DirectoryGroupMember.Delete().Where(directorygroupmember.MembershipID(id)).Exec(ctx); err != nil {
		return fmt.Errorf("leave the groups: %w", err)
	}
	return nil
}
