package access

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/identity"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/joiningdomain"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Claims are what an identity provider says of somebody, once its signature was verified.
type Claims struct {
	// Issuer and Subject are the provider's own names of itself and of the person, which never change.
	Issuer, Subject string
	Email           string
	// EmailVerified says that the provider has proven the address, or is trusted to give none that it has not.
	EmailVerified bool
	Name          string
	// ProviderDomains are the domains, in small letters, of the addresses that the provider is believed about; none stand
	// for every domain.
	ProviderDomains []string
}

// Identify returns the user of whom an identity provider speaks. One who is known by the provider's own name is that user. Else
// the single active user with the proven e-mail address is, and is known by that name from then on. Where nobody has the
// address, and it was invited or an account lets its domain join, a user is made, who has access to nothing until they
// accept or join. It returns NOT_KNOWN for everybody else: an address that is not proven counts for nothing.
func (s *Service) Identify(ctx context.Context, c Claims) (id gid.ID, err error) {
	err = again(func() error {
		id, err = s.identify(ctx, c)
		return err
	})
	return id, err
}

func (s *Service) identify(ctx context.Context, c Claims) (gid.ID, error) {
	beyond := store.Beyond(ctx) // nobody is asking yet
	client := s.db().Client()
	known, err := client.Identity.Query().Where(identity.Issuer(c.Issuer), identity.Subject(c.Subject)).WithUser().Only(beyond)
	switch {
	case err == nil && !known.Edges.User.Active:
		return 0, mayNotSignIn()
	case err == nil:
		return known.UserID, nil
	case !ent.IsNotFound(err):
		return 0, fmt.Errorf("look for the identity: %w", err)
	}
	domain, ok := c.provenDomain()
	if !ok {
		return 0, notKnown("Nobody is known here by this sign-in, and the provider vouches for no e-mail address of it.",
			"Ask an administrator of your account to invite you, or sign in with a link sent by mail.")
	}
	people, err := client.User.Query().Where(user.EmailKey(email.Key(c.Email))).Order(ent.Asc(user.FieldID)).All(beyond)
	if err != nil {
		return 0, fmt.Errorf("look for the users of an address: %w", err)
	}
	active := slices.DeleteFunc(slices.Clone(people), func(u *ent.User) bool {
		return !u.Active || u.Email == nil || !email.Same(*u.Email, c.Email)
	})
	switch {
	case len(active) == 1:
		return s.linkIdentity(ctx, c, active[0])
	case len(active) > 1:
		return 0, notKnown("Several users share this e-mail address.", "Sign in with a link sent by mail, and choose who you are.")
	case len(people) > 0:
		return 0, mayNotSignIn()
	}
	joins, err := client.JoiningDomain.Query().Where(joiningdomain.Domain(domain)).Exist(beyond)
	if err != nil {
		return 0, fmt.Errorf("look for accounts of the domain: %w", err)
	}
	if !joins {
		// Who was invited may come in by a provider that proves the address, and accept then.
		joins, err = client.Invitation.Query().Where(invitation.EmailKey(email.Key(c.Email)), invitation.AcceptedAtIsNil(),
			invitation.RevokedAtIsNil(), invitation.ExpiresAtGT(s.now())).Exist(beyond)
		if err != nil {
			return 0, fmt.Errorf("look for invitations to the address: %w", err)
		}
	}
	if !joins {
		return 0, notKnown("Nobody is known here by this e-mail address.", "Ask an administrator of your account to invite you.")
	}
	return s.addIdentified(ctx, c)
}

// provenDomain returns the domain of the e-mail address, where the provider vouches for the address and is believed about it.
func (c Claims) provenDomain() (string, bool) {
	if !c.EmailVerified || !email.Valid(c.Email) {
		return "", false
	}
	domain := email.Domain(c.Email)
	return domain, domain != "" && (len(c.ProviderDomains) == 0 || slices.Contains(c.ProviderDomains, domain))
}

func (s *Service) linkIdentity(ctx context.Context, c Claims, who *ent.User) (gid.ID, error) {
	_, err := s.changes.Do(viewer.With(ctx, viewer.System()), change.Request{Action: "linkIdentity"},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			still, err := tx.Client().User.Query().Where(user.ID(who.ID), user.Active(true), user.EmailKey(email.Key(c.Email))).Exist(ctx)
			if err != nil {
				return fmt.Errorf("look for the user again: %w", err)
			}
			if !still {
				return mayNotSignIn()
			}
			return createIdentity(ctx, tx, done, c, who.ID, who.UserName)
		})
	return who.ID, err
}

func (s *Service) addIdentified(ctx context.Context, c Claims) (gid.ID, error) {
	var id gid.ID
	_, err := s.changes.Do(viewer.With(ctx, viewer.System()), change.Request{Action: "linkIdentity"},
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			named, err := tx.Client().User.Query().Where(user.UserName(c.Email)).Only(ctx)
			switch {
			case err == nil && named.EmailKey != nil && *named.EmailKey == email.Key(c.Email):
				return fmt.Errorf("another sign-in made the user meanwhile: %w", store.ErrUnique)
			case err == nil:
				return notKnown("There is a user of this name, who has another e-mail address.", "Ask an administrator of your account to correct the address.")
			case !ent.IsNotFound(err):
				return fmt.Errorf("look for the user name: %w", err)
			}
			if id, err = createUser(ctx, tx, done, NewUser{UserName: c.Email, Email: c.Email, DisplayName: c.Name}); err != nil {
				return err
			}
			return createIdentity(ctx, tx, done, c, id, c.Email)
		})
	return id, err
}

func createIdentity(ctx context.Context, tx store.Tx, done *change.Record, c Claims, who gid.ID, name string) error {
	err := tx.Client().Identity.Create().SetUserID(who).SetIssuer(c.Issuer).SetSubject(c.Subject).SetCreatedAt(done.Now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("link an identity: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "IdentityLinked", Subject: who, Label: name,
		Fields: append(change.Is("issuer", c.Issuer), change.Is("subject", c.Subject)...)})
	return nil
}
