package stage

import (
	"context"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Accounts calls yield with every valid account after a Ref, parents before the accounts below them.
func (s *Stage) Accounts(ctx context.Context, after Ref, yield func(Account) error) error {
	more := s.encoders[legacy.Accounts].unpacker()
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.accountId, k.name, k.more FROM r_accounts r JOIN accounts k
		ON k.rid = r.rid
		WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		more.open(row[5])
		return yield(Account{Head: r.head(row), ID: row.Text(3), Name: row.Text(4),
			Kind:        vocabulary.AccountKind(more.text("accountType")),
			Description: more.text("description"), Address: more.text("address1"), City: more.text("city"),
			State:      more.text("state"),
			PostalCode: more.text("zipcode"), Country: more.text("country"), Region: more.text("region"),
			Visible: more.flag("visible", true), CRMID: more.text("crmAccountId"),
			CreatedAt: more.instant("createdDate"), ModifiedAt: more.instant("dateLastModified")})
	})
}

// AccountLinks calls yield with every valid link after a Ref.
func (s *Stage) AccountLinks(ctx context.Context, after Ref, yield func(AccountLink) error) error {
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, r.parent, r.child, k.parentAccountId, k.accountId
		FROM r_account_links r
		JOIN account_links k ON k.rid = r.rid WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		return yield(AccountLink{Head: r.head(row), Parent: row.Ref(3), Child: row.Ref(4), ParentID: row.Text(5),
			ChildID: row.Text(6)})
	})
}

// Users calls yield with every valid user after a Ref.
func (s *Stage) Users(ctx context.Context, after Ref, yield func(User) error) error {
	more := s.encoders[legacy.Users].unpacker()
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.userName, k.emailAddress, k.shared, k.more FROM r_users r
		JOIN users k ON k.rid = r.rid
		WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		more.open(row[6])
		return yield(User{Head: r.head(row), UserName: row.Text(3), Email: row.Text(4),
			FirstName: more.text("firstName"),
			LastName:  more.text("lastName"), DisplayName: more.text("displayName"), Phone: more.text("phoneNumber"),
			Active: more.text("status") == legacy.UserActive, CanLogIn: more.flag("canLogin", true),
			Shared: row.Bool(5),
			Locale: more.text("locale"), TimeZone: more.text("timezone"), CreatedAt: more.instant("dateCreated"),
			ModifiedAt: more.instant("dateLastModified"), LastLoginAt: more.instant("dateLastLogin")})
	})
}

// Memberships calls yield with every valid membership after a Ref, ordered by account.
func (s *Stage) Memberships(ctx context.Context, after Ref, yield func(Membership) error) error {
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, r.user, r.account, k.userName, k.accountId, k.roles,
		k.expiryDate FROM r_memberships r
		JOIN user_accounts k ON k.rid = r.rid WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		return yield(Membership{Head: r.head(row), User: row.Ref(3), Account: row.Ref(4), UserName: row.Text(5),
			AccountID: row.Text(6),
			Roles:     vocabulary.RoleSet(row.Int(7)), LastDay: row.Day(8)})
	})
}
