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

// maxNotified is how many administrators of an account get a mail about one event.
const maxNotified = 50

// administratorsOf returns the active users with an address who administer the account by a membership in it, the
// oldest membership first, at most maxNotified.
func administratorsOf(ctx context.Context, tx store.Tx, account gid.ID, today day.Day) ([]*ent.User, error) {
	return administratorsExcept(ctx, tx, account, today, nil)
}

// administratorsExcept is administratorsOf without the users in but. It reads in batches and filters in Go: but can be
// too long for the parameters of one statement.
func administratorsExcept(ctx context.Context, tx store.Tx, account gid.ID, today day.Day,
	but []*ent.User) ([]*ent.User, error) {
	left := map[gid.ID]bool{}
	for _, u := range but {
		left[u.ID] = true
	}
	var people []*ent.User
	for last := gid.ID(0); ; {
		members, err := tx.Client().Membership.Query().Where(membership.AccountID(account), InForceOn(today),
			membership.ProductLineIDIsNil(),
			isAdministrator, membership.IDGT(last), membership.HasUserWith(user.Active(true), user.EmailNotNil())).
			WithUser().
			// whoever causes the mail does not learn who gets it
			Order(ent.Asc(membership.FieldID)).Limit(batchSize).All(store.Unscoped(ctx))
		if err != nil {
			return nil, fmt.Errorf("read the administrators: %w", err)
		}
		for _, m := range members {
			last = m.ID
			if !left[m.UserID] && len(people) < maxNotified {
				people = append(people, m.Edges.User)
			}
		}
		if len(people) == maxNotified || len(members) < batchSize {
			return people, nil
		}
	}
}

// send queues a mail to a user, in the language that the user chose. Deactivated users, and users without a valid
// address, get none.
func send(ctx context.Context, tx store.Tx, outbox Outbox, u *ent.User,
	message func(to string, in mail.Wording) mail.Message) error {
	if u.Email == nil || !u.Active || !email.Valid(*u.Email) {
		return nil
	}
	return outbox.Enqueue(ctx, tx, message(*u.Email, mail.Wording{Language: languageOf(u)}))
}

// namedAtMost is how many new administrators are named in a mail to the others.
const namedAtMost = 3

// notifyOfAdministrator calls notifyOfAdministrators if the membership id makes its user an administrator and did not
// before (was). Every change of what one membership grants calls it.
func (s *Service) notifyOfAdministrator(ctx context.Context, tx store.Tx, account gid.ID, was bool, id gid.ID) error {
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
	return s.notifyOfAdministrators(ctx, tx, account, []*ent.User{m.Edges.User})
}

// notifyOfAdministrators sends a mail to each new administrator of an account, and one mail about all of them to each
// of the other administrators, at most maxNotified.
func (s *Service) notifyOfAdministrators(ctx context.Context, tx store.Tx, account gid.ID, added []*ent.User) error {
	added = slices.DeleteFunc(added, func(u *ent.User) bool { return !u.Active })
	if len(added) == 0 {
		return nil
	}
	others, err := administratorsExcept(ctx, tx, account, s.today(), added)
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
			err := send(ctx, tx, s.outbox, u, func(to string, in mail.Wording) mail.Message {
				m := letter(u)
				m.To, m.Wording, m.Account, m.Of, m.Granter = to, in, name, account, granter
				return m
			})
			if err != nil {
				return err
			}
		}
		return nil
	}
	err = tell(added,
		func(u *ent.User) mail.AdministratorAdded { return mail.AdministratorAdded{Administrator: nameOf(u)} })
	if err != nil {
		return err
	}
	about := mail.AdministratorAdded{Administrator: nameOf(added[0]), More: max(0, len(added)-namedAtMost)}
	for _, u := range added[1:min(len(added), namedAtMost)] {
		about.Others = append(about.Others, nameOf(u))
	}
	return tell(others, func(*ent.User) mail.AdministratorAdded { return about })
}

// granterName returns the display name of the viewer; "" for a viewer who came by a link, and for Muniment itself.
func granterName(ctx context.Context, tx store.Tx) (string, error) {
	who := viewer.From(ctx)
	if who.Credential == vocabulary.CredentialKindLink || who.Credential == vocabulary.CredentialKindSystem {
		return "", nil
	}
	return viewerName(ctx, tx)
}

// NotifyOfKey sends a mail about a new API key to the person for whom it acts, or to the administrators of its
// account. There is no mail about a key of the producer.
func NotifyOfKey(ctx context.Context, tx store.Tx, outbox Outbox, done *change.Record, key *ent.APIKey) error {
	creator, err := viewerName(ctx, tx)
	if err != nil {
		return err
	}
	letter := mail.KeyCreated{KeyName: key.Name, Hint: key.Hint, Creator: creator,
		LastDay: day.Of(key.ExpiresAt.Time())}
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
		err := send(ctx, tx, outbox, u, func(to string, in mail.Wording) mail.Message {
			letter.To, letter.Wording = to, in
			return letter
		})
		if err != nil {
			return err
		}
	}
	return nil
}
