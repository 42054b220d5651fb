package access

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/identity"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/joiningdomain"
	"github.com/muniment/muniment/ent/user"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Claims are an identity provider's statements about a person. Their signature has been verified.
type Claims struct {
	// Provider is the code of the provider in the settings and in the policy.
	Provider string
	// Issuer and Subject are the provider's identifiers of itself and of the person. They never change.
	Issuer, Subject string
	Email           string
	// EmailVerified says that the provider has verified the address, or that the settings trust all its addresses.
	EmailVerified bool
	Name          string
}

// Identify returns the user for an identity provider's claims, and the address that is proven by them, or "" if the
// provider is not trusted for the address.
//
// A person whose issuer and subject are linked to a user is that user. Otherwise, the single active user who has the
// proven address is linked to the issuer and subject, unless that user is already linked to another subject of the
// issuer. If no user has the address, a user is created if the address was invited, a directory expects it, or an
// account lets its domain join. The new user has access to nothing until they accept the invitation or join, or until
// the sign-in links the directory record. It returns NOT_KNOWN for everybody else, and PROVIDER_REQUIRED.
func (s *Service) Identify(ctx context.Context, c Claims) (id gid.ID, proven string, err error) {
	c.Email = email.Normal(c.Email)
	if c.EmailVerified && email.Valid(c.Email) && s.policy.Believes(c.Provider, c.Email) {
		proven = c.Email
	}
	err = change.Retry(ctx, func(ctx context.Context) error {
		id, err = s.identify(ctx, c, proven)
		return err
	})
	if err != nil {
		return 0, "", err
	}
	return id, proven, nil
}

func (s *Service) identify(ctx context.Context, c Claims, proven string) (gid.ID, error) {
	unscoped := store.Unscoped(ctx) // there is no viewer yet
	client := s.db().Client()
	known, err := client.Identity.Query().Where(identity.Issuer(c.Issuer), identity.Subject(c.Subject)).WithUser().
		Only(unscoped)
	switch {
	case err == nil && !known.Edges.User.Active:
		return 0, mayNotSignIn()
	case err == nil:
		return known.UserID, nil
	case !ent.IsNotFound(err):
		return 0, fmt.Errorf("look for the identity: %w", err)
	}
	if proven == "" {
		return 0, notKnown("No user has this sign-in, and the identity provider does not confirm an e-mail address.",
			"Sign in with a link sent by mail, or ask an administrator of your account to invite you.")
	}
	found, err := s.usersOf(unscoped, client, proven)
	if err != nil {
		return 0, err
	}
	switch active := found.active(); {
	case len(active) == 1:
		return s.linkIdentity(ctx, c, proven, active[0])
	case len(active) > 1:
		return 0, notKnown("Several users share this e-mail address.",
			"Sign in with a link sent by mail: there is one for each user.")
	case len(found) > 0:
		return 0, mayNotSignIn()
	}
	if err := s.requireExpected(unscoped, client, proven); err != nil {
		return 0, err
	}
	return s.addIdentified(ctx, c, proven)
}

// requireExpected returns NOT_KNOWN unless a person with the proven address is expected: by an invitation, by a
// directory, or by an account that lets the domain join and has proven it.
func (s *Service) requireExpected(ctx context.Context, client *ent.Client, address string) error {
	for _, expects := range []func() (bool, error){
		func() (bool, error) {
			return client.Invitation.Query().Where(invitation.EmailKey(email.Key(address)),
				invitation.AcceptedAtIsNil(),
				invitation.RevokedAtIsNil(), invitation.ExpiresAtGT(s.now())).Exist(ctx)
		},
		func() (bool, error) {
			record, err := s.directories.Expected(ctx, client, address)
			return record != nil, err
		},
		func() (bool, error) { return mayJoin(ctx, client, email.Domain(address)) },
	} {
		expected, err := expects()
		if err != nil {
			return fmt.Errorf("look for who expects an address: %w", err)
		}
		if expected {
			return nil
		}
	}
	return notKnown("No user has this e-mail address.", "Ask an administrator of your account to invite you.")
}

// mayJoin reports whether any account that has proven the domain lets it join.
func mayJoin(ctx context.Context, client *ent.Client, domain string) (bool, error) {
	open, err := client.JoiningDomain.Query().Where(joiningdomain.Domain(domain)).All(ctx)
	if err != nil {
		return false, err
	}
	for _, row := range open {
		proven, err := members.DomainIsProven(ctx, client, row.AccountID, domain)
		if err != nil || proven {
			return proven, err
		}
	}
	return false, nil
}

func (s *Service) linkIdentity(ctx context.Context, c Claims, proven string, who *ent.User) (gid.ID, error) {
	_, err := s.changes.Do(viewer.With(ctx, viewer.System()), change.Request{Action: "linkIdentity"},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			// The lock prevents a concurrent change of the user's address until the identity is linked.
			still, err := tx.Client().User.Query().Where(user.ID(who.ID), user.Active(true), store.Locked).Only(ctx)
			if ent.IsNotFound(err) || err == nil && (still.Email == nil || !email.Same(*still.Email, proven)) {
				return mayNotSignIn()
			}
			if err != nil {
				return fmt.Errorf("look for the user again: %w", err)
			}
			if err := s.policy.admits(still, NewSession{Method: vocabulary.SignInMethodOpenID, Provider: c.Provider,
				Email: proven}); err != nil {
				return err
			}
			other, err := tx.Client().Identity.Query().Where(identity.UserID(who.ID), identity.Issuer(c.Issuer)).
				Only(ctx)
			switch {
			case err == nil && other.Subject == c.Subject:
				return nil // a concurrent sign-in has linked it
			case err == nil:
				return notKnown(
					"The user with this e-mail address signs in with another account at the identity provider.",
					"Sign in there with the account that you used before. If you no longer have it, ask the "+
						"company that runs this "+
						"server to let you sign in with the new one.")
			case !ent.IsNotFound(err):
				return fmt.Errorf("look for other identities: %w", err)
			}
			return createIdentity(ctx, tx, done, c, who.ID, who.UserName)
		})
	return who.ID, err
}

func (s *Service) addIdentified(ctx context.Context, c Claims, proven string) (gid.ID, error) {
	id := gid.New(gid.User, gid.NewLocality())
	_, err := s.changes.Do(viewer.With(ctx, viewer.System()), change.Request{Action: "linkIdentity"},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			if err := members.LockAddress(ctx, tx, proven); err != nil {
				return err
			}
			found, err := s.usersOf(ctx, tx.Client(), proven)
			if err != nil {
				return err
			}
			if len(found) > 0 {
				return fmt.Errorf("another sign-in made the user meanwhile: %w", store.ErrUnique)
			}
			if err := s.requireExpected(ctx, tx.Client(), proven); err != nil {
				return err
			}
			if err := s.createExpectedUser(ctx, tx, done,
				NewUser{id: id, Email: proven, DisplayName: c.Name}); err != nil {
				return err
			}
			return createIdentity(ctx, tx, done, c, id, proven)
		})
	return id, err
}

func createIdentity(ctx context.Context, tx store.Tx, done *change.Record, c Claims, who gid.ID, name string) error {
	err := tx.Client().Identity.Create().SetUserID(who).SetIssuer(c.Issuer).SetSubject(c.Subject).
		SetCreatedAt(done.Now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("link an identity: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "IdentityLinked", Subject: who, Label: name,
		Fields: append(change.Is("issuer", c.Issuer), change.Is("subject", c.Subject)...)})
	return nil
}
