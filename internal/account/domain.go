package account

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/joiningdomain"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// JoiningDomain is a domain whose people may join an account. Empty Roles mean READER.
type JoiningDomain struct {
	Account  gid.ID
	Domain   string
	Roles    []vocabulary.Role
	Services []vocabulary.Service
}

// AllowJoiningDomain lets everybody with a proven e-mail address of a domain join the account as long as the domain is
// proven for it. If the domain is allowed already, it changes what people get who join later. The outcome names the
// account. It returns BAD_INPUT, also for the administrator role, which nobody can get by joining, PUBLIC_DOMAIN,
// DOMAIN_NOT_PROVEN, GRANT_TOO_WIDE, or an error of change.Pipeline.Do.
func (s *Service) AllowJoiningDomain(ctx context.Context, r change.Request, in JoiningDomain) (change.Outcome, error) {
	return s.manage(ctx, r, in.Account, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		by, err := MayHandOut(ctx, in.Account)
		if err != nil {
			return err
		}
		if len(in.Roles) == 0 {
			in.Roles = reader.List()
		}
		roles, rolesErr := chosenRoles(in.Roles)
		if roles.Has(vocabulary.RoleAccountAdministrator) {
			rolesErr = badInput("input.roles", "Nobody can become an administrator by joining.",
				"Give another role, and invite administrators.")
		}
		services, servicesErr := chosenServices(in.Services)
		domain, domainErr := ownDomain(in.Domain)
		if err := errors.Join(rolesErr, servicesErr, domainErr); err != nil {
			return err
		}
		done.Result(in.Account)
		what, before := grant{roles: roles, services: services}, grant{}
		row, err := tx.Client().JoiningDomain.Query().Where(joiningdomain.AccountID(in.Account),
			joiningdomain.Domain(domain)).Only(ctx)
		if row != nil {
			before = grant{roles: row.Roles, services: row.ServiceAccess}
		}
		if err := by.refuse(what, before, grantInput); err != nil {
			return err
		}
		switch {
		case ent.IsNotFound(err):
			if err := requireProof(ctx, tx, in.Account, domain); err != nil {
				return err
			}
			return allow(ctx, tx, done, in.Account, domain, what)
		case err != nil:
			return fmt.Errorf("look for the domain: %w", err)
		}
		return allowAnew(ctx, tx, done, row, what)
	})
}

// ownDomain returns the canonical form of a domain that an account can own. It returns BAD_INPUT, or PUBLIC_DOMAIN for
// a domain where anybody can get an address.
func ownDomain(text string) (string, error) {
	domain, ok := email.CanonicalDomain(text)
	if !ok {
		return "", badInput("input.domain", "This is not a valid domain.", "Give one such as example.com.")
	}
	if email.PublicDomain(domain) {
		return "", fault.New(PublicDomain, "input.domain", "Anybody can get an e-mail address of this domain.",
			"Give a domain of your own, or invite people one by one.")
	}
	return domain, nil
}

// requireProof returns DOMAIN_NOT_PROVEN if a domain is not proven for an account. Operators need the proof too and
// call approveDomain first, so that the audit log says who confirmed the owner.
func requireProof(ctx context.Context, tx store.Tx, account gid.ID, domain string) error {
	proven, err := DomainIsProven(ctx, tx.Client(), account, domain)
	if err != nil || proven {
		return err
	}
	return fault.New(DomainNotProven, "input.domain", "The domain is not proven for the account.",
		"Call claimDomain, publish the TXT record that it answers, and call checkDomain; or ask the producer to "+
			"call approveDomain.")
}

func allow(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID, domain string, what grant) error {
	err := tx.Client().JoiningDomain.Create().SetAccountID(account).SetDomain(domain).SetRoles(what.roles).
		SetServiceAccess(what.services).SetCreatedAt(done.Now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("allow the domain: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "JoiningDomainAllowed", Account: account,
		Label: domain, Fields: what.fields()})
	return nil
}

func allowAnew(ctx context.Context, tx store.Tx, done *change.Record, row *ent.JoiningDomain, what grant) error {
	fields := what.became(grant{roles: row.Roles, services: row.ServiceAccess})
	if len(fields) == 0 {
		return nil
	}
	if err := tx.Client().JoiningDomain.UpdateOneID(row.ID).SetRoles(what.roles).SetServiceAccess(what.services).
		Exec(ctx); err != nil {
		return fmt.Errorf("allow the domain anew: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "JoiningDomainChanged", Account: row.AccountID,
		Label: row.Domain, Fields: fields})
	return nil
}

// DisallowJoiningDomain stops people of a domain from joining; those who joined stay members. The outcome names the
// account. It returns NOT_FOUND, or an error of change.Pipeline.Do.
func (s *Service) DisallowJoiningDomain(ctx context.Context, r change.Request, account gid.ID,
	text string) (change.Outcome, error) {
	return s.manage(ctx, r, account, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		domain, _ := email.CanonicalDomain(text)
		row, err := tx.Client().JoiningDomain.Query().Where(joiningdomain.AccountID(account),
			joiningdomain.Domain(domain)).Only(ctx)
		if ent.IsNotFound(err) {
			return fault.New(fault.NotFound, "input.domain", "People of {name} may not join the account.",
				"Look at the account's joiningDomains.", fault.WithText("type", "JoiningDomain"),
				fault.WithText("name", text))
		}
		if err != nil {
			return fmt.Errorf("look for the domain: %w", err)
		}
		if err := tx.Client().JoiningDomain.DeleteOneID(row.ID).Exec(ctx); err != nil {
			return fmt.Errorf("disallow the domain: %w", err)
		}
		done.Result(account)
		done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "JoiningDomainDisallowed", Account: account,
			Label: domain, Fields: grant{roles: row.Roles, services: row.ServiceAccess}.gone()})
		return nil
	})
}
