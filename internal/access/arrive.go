package access

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/user"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Arrival describes who is signed in by a link.
type Arrival struct {
	// UserName is the name of the user, or the address if the sign-in will create the user.
	UserName string
	// Address is the address that following the link proves.
	Address string
}

// PeekArrival returns who would be signed in by a link, without using it. It returns LINK_INVALID, NOT_KNOWN for a
// user who may not sign in, or PROVIDER_REQUIRED: the policy may have changed after the link was sent.
func (s *Service) PeekArrival(ctx context.Context, token string) (Arrival, error) {
	row, err := s.link(ctx, s.db().Client(), token)
	if err != nil {
		return Arrival{}, err
	}
	// possession of the token is the authorization
	who, address, err := s.arrivingUser(store.Unscoped(ctx), s.db().Client(), row)
	if err != nil {
		return Arrival{}, err
	}
	return Arrival{UserName: who.UserName, Address: address},
		s.policy.admits(who, NewSession{Method: vocabulary.SignInMethodLink, Email: address})
}

// BeginByLink uses a link and signs in its user, in one transaction. If a directory expects the person and there is no
// user yet, it creates the user. It returns the token of the session and the URL to which the browser is redirected,
// or the errors of PeekArrival.
func (s *Service) BeginByLink(ctx context.Context, link string, n NewSession) (token, returnTo string, err error) {
	err = change.Retry(ctx, func(ctx context.Context) error {
		token, returnTo, err = s.beginByLink(ctx, link, n)
		return err
	})
	return token, returnTo, err
}

func (s *Service) beginByLink(ctx context.Context, link string, n NewSession) (token, returnTo string, err error) {
	row, err := s.link(ctx, s.db().Client(), link)
	if err != nil {
		return "", "", err
	}
	who, _, err := s.arrivingUser(store.Unscoped(ctx), s.db().Client(), row)
	if err != nil {
		return "", "", err
	}
	isNew := who.ID == 0
	if isNew {
		who.ID = gid.New(gid.User, row.SubjectID.Locality())
	}
	token = newSecret(sessionPrefix)
	id := gid.New(gid.Session, who.ID.Locality())
	_, err = s.changes.Do(asSession(ctx, id, who),
		change.Request{Action: "signIn", Needs: change.Needs{Right: change.Arrive}},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			if _, returnTo, err = s.UseLink(ctx, tx, link, vocabulary.LinkPurposeSignIn); err != nil {
				return err
			}
			if isNew {
				if err := members.LockAddress(ctx, tx, row.EmailKey); err != nil {
					return err
				}
			}
			now, address, err := s.arrivingUser(store.Unscoped(ctx), tx.Client(), row)
			if err != nil {
				return err
			}
			if now.ID != who.ID && (now.ID != 0 || !isNew) {
				return fmt.Errorf("a concurrent sign-in created the user: %w", store.ErrUnique)
			}
			if now.ID == 0 {
				if err := s.createExpectedUser(store.Unscoped(ctx), tx, done,
					NewUser{id: who.ID, Email: address, DisplayName: now.DisplayName}); err != nil {
					return err
				}
			}
			n.User, n.Method, n.Email = who.ID, vocabulary.SignInMethodLink, address
			return s.enter(ctx, tx, done, n, id, token)
		})
	if err != nil {
		return "", "", err
	}
	return token, returnTo, nil
}

// arrivingUser returns the user who is signed in by a link, and the address that the link proves. The user has no id
// if the sign-in is going to create it. It returns LINK_INVALID if the link was sent to another address than the
// subject has now.
func (s *Service) arrivingUser(ctx context.Context, client *ent.Client, row *ent.Link) (*ent.User, string, error) {
	if row.Purpose != vocabulary.LinkPurposeSignIn {
		return nil, "", members.InvalidLink()
	}
	if row.SubjectID.Type() == gid.DirectoryRecord {
		return s.arrivingByRecord(ctx, client, row)
	}
	who, err := client.User.Query().Where(user.ID(row.SubjectID)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil, "", members.InvalidLink()
	case err != nil:
		return nil, "", fmt.Errorf("look for the user of a link: %w", err)
	case !who.Active:
		return nil, "", mayNotSignIn()
	case who.Email == nil || email.Key(*who.Email) != row.EmailKey:
		return nil, "", members.InvalidLink()
	}
	return who, *who.Email, nil
}

// arrivingByRecord returns the user whose address is that of a directory record. The link proves the address. The user
// to whom the record is linked does not matter: the directory may have changed the record's address since. If no user
// has the address, one may be created for a record that is not linked yet, provided that the record's own account has
// proven the domain.
func (s *Service) arrivingByRecord(ctx context.Context, client *ent.Client, row *ent.Link) (*ent.User, string, error) {
	record, err := client.DirectoryRecord.Query().Where(directoryrecord.ID(row.SubjectID),
		directoryrecord.Active(true)).Only(ctx)
	if ent.IsNotFound(err) || err == nil && (record.Email == nil || email.Key(*record.Email) != row.EmailKey) {
		return nil, "", members.InvalidLink()
	}
	if err != nil {
		return nil, "", fmt.Errorf("look for the record of a link: %w", err)
	}
	address := *record.Email
	people, err := s.usersOf(ctx, client, address)
	if err != nil {
		return nil, "", err
	}
	switch active := people.active(); {
	case len(active) == 1:
		return active[0], address, nil
	case len(active) > 1: // ambiguous: each user needs a link of their own
		return nil, "", members.InvalidLink()
	case len(people) > 0:
		return nil, "", mayNotSignIn()
	}
	proven, err := members.DomainIsProven(ctx, client, record.AccountID, email.Domain(address))
	if err != nil {
		return nil, "", err
	}
	if !proven || record.UserID != nil {
		return nil, "", members.InvalidLink()
	}
	return &ent.User{UserName: address, Email: &address, Active: true, DisplayName: displayNameOf(record)}, address,
		nil
}

// displayNameOf returns the display name for a user who is created for a directory record.
func displayNameOf(record *ent.DirectoryRecord) string {
	if record.DisplayName != "" {
		return record.DisplayName
	}
	return strings.TrimSpace(record.FirstName + " " + record.LastName)
}

// people are users who have the same e-mail address.
type people []*ent.User

func (s *Service) usersOf(ctx context.Context, client *ent.Client, address string) (people, error) {
	all, err := client.User.Query().Where(user.EmailKey(email.Key(address))).Order(ent.Asc(user.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for the users of an address: %w", err)
	}
	return slices.DeleteFunc(all, func(u *ent.User) bool { return u.Email == nil || !email.Same(*u.Email, address) }),
		nil
}

// active returns the users who may sign in.
func (p people) active() people {
	return slices.DeleteFunc(slices.Clone(p), func(u *ent.User) bool { return !u.Active })
}

// createExpectedUser creates a user who has proven an address that an invitation, a directory or a joining domain
// expects.
func (s *Service) createExpectedUser(ctx context.Context, tx store.Tx, done *change.Record, n NewUser) (err error) {
	if n.UserName, err = members.FreeUserName(ctx, tx, n.Email); err != nil {
		return err
	}
	_, err = createUser(ctx, tx, done, n)
	return err
}
