package account

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// mostTold is how many administrators of an account get a mail about one thing.
const mostTold = 50

// administratorsOf returns the active users with an address who administer an account by a membership of its own, the oldest
// membership first, at most mostTold.
func administratorsOf(ctx context.Context, tx store.Tx, account gid.ID, today day.Day) ([]*ent.User, error) {
	members, err := tx.Client().Membership.Query().Where(membership.AccountID(account), InForceOn(today), membership.ProductLineIDIsNil(),
		isAdministrator, membership.HasUserWith(user.Active(true), user.EmailNotNil())).WithUser().Order(ent.Asc(membership.FieldID)).
		Limit(mostTold).All(store.Beyond(ctx)) // whoever causes the mail does not learn who gets it
	if err != nil {
		return nil, fmt.Errorf("read the administrators: %w", err)
	}
	people := make([]*ent.User, len(members))
	for i, m := range members {
		people[i] = m.Edges.User
	}
	return people, nil
}

// send puts a mail to a user into the outbox. Users without an address that a mail can go to get none.
func send(ctx context.Context, tx store.Tx, outbox Outbox, u *ent.User, message func(to string) mail.Message) error {
	if u.Email == nil || !u.Active || !email.Valid(*u.Email) {
		return nil
	}
	return outbox.Enqueue(ctx, tx, message(*u.Email))
}

// tellOfAdministrator writes to the administrators of an account, and so to the new one too, if a membership makes its user an
// administrator who was none before. Everything that changes what a membership gives calls it.
func (s *Service) tellOfAdministrator(ctx context.Context, tx store.Tx, account gid.ID, was bool, id gid.ID) error {
	m, err := tx.Client().Membership.Query().Where(membership.ID(id)).WithUser().Only(store.Beyond(ctx))
	if err != nil {
		return fmt.Errorf("read the membership: %w", err)
	}
	if was || !s.administers(m) || !m.Edges.User.Active {
		return nil
	}
	people, err := administratorsOf(ctx, tx, account, s.today())
	if err != nil {
		return err
	}
	name, err := accountName(ctx, tx, account)
	if err != nil {
		return err
	}
	granter, err := granterName(ctx, tx)
	if err != nil {
		return err
	}
	// The new one is told in any case, also if more administrators are older.
	told := []*ent.User{m.Edges.User}
	for _, u := range people {
		if u.ID != m.UserID && len(told) < mostTold {
			told = append(told, u)
		}
	}
	for _, u := range told {
		err := send(ctx, tx, s.outbox, u, func(to string) mail.Message {
			return mail.AdministratorAdded{To: to, Account: name, Administrator: nameOf(m.Edges.User), Granter: granter}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// granterName is how people call the viewer; "" for somebody who has just proven who they are, and for Muniment itself.
func granterName(ctx context.Context, tx store.Tx) (string, error) {
	who := viewer.From(ctx)
	if who.Credential == vocabulary.CredentialKindLink || who.Credential == vocabulary.CredentialKindSystem {
		return "", nil
	}
	return viewerName(ctx, tx)
}

// TellOfKey writes about a key that was made: to the person for whom it acts, or to the administrators of its account. Nobody is
// told of the producer's keys.
func TellOfKey(ctx context.Context, tx store.Tx, outbox Outbox, done *change.Record, key *ent.APIKey) error {
	creator, err := viewerName(ctx, tx)
	if err != nil {
		return err
	}
	letter := mail.KeyCreated{KeyName: key.Name, Hint: key.Hint, Creator: creator, LastDay: day.Of(key.ExpiresAt.Time())}
	var people []*ent.User
	switch {
	case key.UserID != nil:
		people, err = tx.Client().User.Query().Where(user.ID(*key.UserID)).All(store.Beyond(ctx))
	case key.AccountID != nil:
		if letter.Account, err = accountName(ctx, tx, *key.AccountID); err == nil {
			people, err = administratorsOf(ctx, tx, *key.AccountID, day.Of(done.Now().Time()))
		}
	}
	if err != nil {
		return fmt.Errorf("look for who is told of a key: %w", err)
	}
	for _, u := range people {
		err := send(ctx, tx, outbox, u, func(to string) mail.Message {
			letter.To = to
			return letter
		})
		if err != nil {
			return err
		}
	}
	return nil
}
