package account

import (
	"context"
	"fmt"
	"slices"

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
	return administratorsBut(ctx, tx, account, today, nil)
}

// administratorsBut returns what administratorsOf does, but without some users. It reads in portions: a statement could not name
// all these.
func administratorsBut(ctx context.Context, tx store.Tx, account gid.ID, today day.Day, but []*ent.User) ([]*ent.User, error) {
	left := map[gid.ID]bool{}
	for _, u := range but {
		left[u.ID] = true
	}
	var people []*ent.User
	for last := gid.ID(0); ; {
		members, err := tx.Client().Membership.Query().Where(membership.AccountID(account), InForceOn(today), membership.ProductLineIDIsNil(),
			isAdministrator, membership.IDGT(last), membership.HasUserWith(user.Active(true), user.EmailNotNil())).WithUser().
			Order(ent.Asc(membership.FieldID)).Limit(portion).All(store.Unscoped(ctx)) // whoever causes the mail does not learn who gets it
		if err != nil {
			return nil, fmt.Errorf("read the administrators: %w", err)
		}
		for _, m := range members {
			last = m.ID
			if !left[m.UserID] && len(people) < mostTold {
				people = append(people, m.Edges.User)
			}
		}
		if len(people) == mostTold || len(members) < portion {
			return people, nil
		}
	}
}

// send puts a mail to a user into the outbox. Users without an address that a mail can go to get none.
func send(ctx context.Context, tx store.Tx, outbox Outbox, u *ent.User, message func(to string) mail.Message) error {
	if u.Email == nil || !u.Active || !email.Valid(*u.Email) {
		return nil
	}
	return outbox.Enqueue(ctx, tx, message(*u.Email))
}

// namedAtMost is how many new administrators a mail to the others names.
const namedAtMost = 3

// tellOfAdministrator does what tellOfAdministrators does, if a membership makes its user an administrator who was none before.
// Everything that changes what one membership gives calls it.
func (s *Service) tellOfAdministrator(ctx context.Context, tx store.Tx, account gid.ID, was bool, id gid.ID) error {
	if was {
		return nil
	}
	m, err := tx.Client().Membership.Query().Where(membership.ID(id)).WithUser().Only(store.Unscoped(ctx))
	if err != nil {
		return fmt.Errorf("read the membership: %w", err)
	}
	if !s.administers(m) {
		return nil
	}
	return s.tellOfAdministrators(ctx, tx, account, []*ent.User{m.Edges.User})
}

// tellOfAdministrators writes to each of those whom a change has made administrators of an account, and one mail about all of them
// to each of the others, of whom at most mostTold.
func (s *Service) tellOfAdministrators(ctx context.Context, tx store.Tx, account gid.ID, added []*ent.User) error {
	added = slices.DeleteFunc(added, func(u *ent.User) bool { return !u.Active })
	if len(added) == 0 {
		return nil
	}
	others, err := administratorsBut(ctx, tx, account, s.today(), added)
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
	tell := func(people []*ent.User, letter func(*ent.User) mail.AdministratorAdded) error {
		for _, u := range people {
			err := send(ctx, tx, s.outbox, u, func(to string) mail.Message {
				m := letter(u)
				m.To, m.Account, m.Granter = to, name, granter
				return m
			})
			if err != nil {
				return err
			}
		}
		return nil
	}
	err = tell(added, func(u *ent.User) mail.AdministratorAdded { return mail.AdministratorAdded{Administrator: nameOf(u)} })
	if err != nil {
		return err
	}
	about := mail.AdministratorAdded{Administrator: nameOf(added[0]), More: max(0, len(added)-namedAtMost)}
	for _, u := range added[1:min(len(added), namedAtMost)] {
		about.Others = append(about.Others, nameOf(u))
	}
	return tell(others, func(*ent.User) mail.AdministratorAdded { return about })
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
		people, err = tx.Client().User.Query().Where(user.ID(*key.UserID)).All(store.Unscoped(ctx))
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
