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

// Arrival is whom a link signs in.
type Arrival struct {
	// UserName is that of the user; for somebody who is to become one, the address.
	UserName string
	// Address is what following the link proves.
	Address string
}

// PeekArrival tells whom a link signs in, without using it. It returns LINK_INVALID, NOT_KNOWN for a user who may not sign in, or
// PROVIDER_REQUIRED: that may have been settled after the link was sent.
func (s *Service) PeekArrival(ctx context.Context, token string) (Arrival, error) {
	row, err := s.link(ctx, s.db().Client(), token)
	if err != nil {
		return Arrival{}, err
	}
	who, address, err := s.arriving(store.Unscoped(ctx), s.db().Client(), row) // the token proves enough
	if err != nil {
		return Arrival{}, err
	}
	return Arrival{UserName: who.UserName, Address: address},
		s.policy.admits(who, NewSession{Method: vocabulary.SignInMethodLink, Email: address})
}

// BeginByLink uses a link and signs in whom it is for, in one transaction. Somebody whom a directory expects becomes a user. It
// returns the token of the session and where the browser goes on, or what PeekArrival does.
func (s *Service) BeginByLink(ctx context.Context, link string, n NewSession) (token, returnTo string, err error) {
	err = again(func() error {
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
	who, _, err := s.arriving(store.Unscoped(ctx), s.db().Client(), row)
	if err != nil {
		return "", "", err
	}
	isNew := who.ID == 0
	if isNew {
		who.ID = gid.New(gid.User, row.SubjectID.Locality())
	}
	token = newSecret(sessionPrefix)
	id := gid.New(gid.Session, who.ID.Locality())
	_, err = s.changes.Do(asSession(ctx, id, who), change.Request{Action: "signIn", Needs: change.Needs{Right: change.Arrive}},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			if _, returnTo, err = s.UseLink(ctx, tx, link, vocabulary.LinkPurposeSignIn); err != nil {
				return err
			}
			if isNew {
				if err := members.LockAddress(ctx, tx, row.EmailKey); err != nil {
					return err
				}
			}
			now, address, err := s.arriving(store.Unscoped(ctx), tx.Client(), row)
			if err != nil {
				return err
			}
			if now.ID != who.ID && (now.ID != 0 || !isNew) {
				return fmt.Errorf("the user was made meanwhile: %w", store.ErrUnique)
			}
			if now.ID == 0 {
				if err := s.makeExpected(store.Unscoped(ctx), tx, done, NewUser{id: who.ID, Email: address, DisplayName: now.DisplayName}); err != nil {
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

// arriving returns whom a link signs in, and the address that it proves. For somebody who is to become a user it returns one
// without an id. It returns LINK_INVALID if the link was sent to another address than the subject has now.
func (s *Service) arriving(ctx context.Context, client *ent.Client, row *ent.Link) (*ent.User, string, error) {
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

// arrivingByRecord returns the user who has the address of a record, which the link proves. To whom the record is linked says
// nothing: a directory may have given it another address since. If nobody has the address, a user may be made of a record that is
// linked to nobody yet, while its own account has proven the domain.
func (s *Service) arrivingByRecord(ctx context.Context, client *ent.Client, row *ent.Link) (*ent.User, string, error) {
	record, err := client.DirectoryRecord.Query().Where(directoryrecord.ID(row.SubjectID), directoryrecord.Active(true)).Only(ctx)
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
	case len(active) > 1: // links of their own tell them apart
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
	return &ent.User{UserName: address, Email: &address, Active: true, DisplayName: calledIn(record)}, address, nil
}

// calledIn is how a record calls the person, for a user who is to be made.
func calledIn(record *ent.DirectoryRecord) string {
	if record.DisplayName != "" {
		return record.DisplayName
	}
	return strings.TrimSpace(record.FirstName + " " + record.LastName)
}

// people are the users whose address of record is one that was proven.
type people []*ent.User

func (s *Service) usersOf(ctx context.Context, client *ent.Client, address string) (people, error) {
	all, err := client.User.Query().Where(user.EmailKey(email.Key(address))).Order(ent.Asc(user.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for the users of an address: %w", err)
	}
	return slices.DeleteFunc(all, func(u *ent.User) bool { return u.Email == nil || !email.Same(*u.Email, address) }), nil
}

// active returns those who may sign in.
func (p people) active() people {
	return slices.DeleteFunc(slices.Clone(p), func(u *ent.User) bool { return !u.Active })
}

// makeExpected makes the user who has proven an address that somebody expects here.
func (s *Service) makeExpected(ctx context.Context, tx store.Tx, done *change.Record, n NewUser) (err error) {
	if n.UserName, err = members.FreeUserName(ctx, tx.Client(), n.Email); err != nil {
		return err
	}
	_, err = createUser(ctx, tx, done, n)
	return err
}
