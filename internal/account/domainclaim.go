package account

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/ent/joiningdomain"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxDomains is how many domains an account may claim.
const maxDomains = 100

// ClaimDomain creates the random challenge that the DNS of a domain must hold to prove that the account owns it. It
// proves nothing itself. A domain that is claimed already keeps its challenge. The outcome names the account. It
// returns BAD_INPUT, PUBLIC_DOMAIN, DOMAIN_LIMIT, or an error of change.Pipeline.Do.
func (s *Service) ClaimDomain(ctx context.Context, r change.Request, id gid.ID, text string) (change.Outcome, error) {
	return s.manage(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		domain, err := ownDomain(text)
		if err != nil {
			return err
		}
		done.Result(id)
		row, err := proofOf(ctx, tx, id, domain)
		if err != nil || row != nil {
			return err
		}
		if row, err = claim(ctx, tx, done, id, domain); err != nil {
			return err
		}
		noteDomain(done, row, "DomainClaimed", "")
		return nil
	})
}

// claim creates the claim of a domain. The caller records it.
func claim(ctx context.Context, tx store.Tx, done *change.Record, id gid.ID, domain string) (*ent.DomainProof, error) {
	claimed, err := tx.Client().DomainProof.Query().Where(domainproof.AccountID(id)).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count the domains: %w", err)
	}
	if claimed >= maxDomains {
		return nil, fault.New(DomainLimit, "input.domain",
			"The account has already claimed {max} domains, which is the maximum.",
			"Call releaseDomain for one that is not needed.", fault.WithNumber("max", maxDomains),
			fault.WithNumber("given", claimed))
	}
	row, err := tx.Client().DomainProof.Create().SetAccountID(id).SetDomain(domain).
		SetChallenge(strings.ToLower(rand.Text())).
		SetCreatedAt(done.Now()).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("claim the domain: %w", err)
	}
	return row, nil
}

// proofOf returns the proof of a domain, or nil if the account has not claimed it. The row stays locked until the
// transaction ends.
func proofOf(ctx context.Context, tx store.Tx, id gid.ID, domain string) (*ent.DomainProof, error) {
	row, err := tx.Client().DomainProof.Query().Where(domainproof.AccountID(id), domainproof.Domain(domain),
		store.Locked).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, wrap("look for the domain", err)
}

// notClaimed returns NOT_FOUND for a domain as the viewer wrote it.
func notClaimed(text string) error {
	return fault.New(fault.NotFound, "input.domain", "The account has not claimed {name}.",
		"Call claimDomain, or look at the account's domains.", fault.WithText("type", "DomainProof"),
		fault.WithText("name", text))
}

// ApproveDomain records that an operator knows that an account owns a domain. The domain then is proven without DNS,
// until it is released. Only operators may approve, with a reason. The outcome names the account. It returns
// BAD_INPUT, PUBLIC_DOMAIN, DOMAIN_LIMIT, NOT_FOUND, or an error of change.Pipeline.Do.
func (s *Service) ApproveDomain(ctx context.Context, r change.Request, id gid.ID, text string) (change.Outcome,
	error) {
	r.Homes = []change.Home{{Account: id}}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if err := LockAccount(ctx, tx, id); err != nil {
			return err
		}
		if _, err := tx.Client().Account.Query().Where(account.ID(id)).OnlyID(ctx); err != nil {
			return orNotFound(err, "input.account", "Account", id)
		}
		if strings.TrimSpace(r.Reason) == "" {
			return badInput("input.reason", "The reason is missing. It must say how you know whose domain it is.",
				"Give a reason.")
		}
		domain, err := ownDomain(text)
		if err != nil {
			return err
		}
		done.Result(id)
		row, err := proofOf(ctx, tx, id, domain)
		if err != nil {
			return err
		}
		before := vocabulary.DomainState("")
		if row == nil {
			if row, err = claim(ctx, tx, done, id, domain); err != nil {
				return err
			}
		} else if before = DomainState(row); before == vocabulary.DomainStateApproved {
			done.Warn("ALREADY_APPROVED", "The domain was already approved.")
			return nil
		}
		update := tx.Client().DomainProof.UpdateOne(row).SetApproved(true).ClearLapsedAt().ClearFailingSince().
			ClearDueAt()
		if row.ProvenAt == nil {
			update.SetProvenAt(done.Now())
		}
		by := viewer.From(ctx).Author()
		after, err := update.SetNillableApprovedByID(by.User).SetNillableApprovedByKeyID(by.Key).Save(ctx)
		if err != nil {
			return fmt.Errorf("approve the domain: %w", err)
		}
		noteDomain(done, after, "DomainApproved", before)
		return nil
	})
}

// ReleaseDomain removes a claim and its proof: nobody else is linked or joins by the domain, and memberships stay. The
// outcome names the account. It returns NOT_FOUND, or an error of change.Pipeline.Do.
func (s *Service) ReleaseDomain(ctx context.Context, r change.Request, id gid.ID, text string) (change.Outcome,
	error) {
	return s.manage(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		domain, _ := email.CanonicalDomain(text)
		row, err := proofOf(ctx, tx, id, domain)
		if err != nil {
			return err
		}
		if row == nil {
			return notClaimed(text)
		}
		if err := tx.Client().DomainProof.DeleteOneID(row.ID).Exec(ctx); err != nil {
			return fmt.Errorf("release the domain: %w", err)
		}
		done.Result(id)
		done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "DomainReleased", Account: id, Label: domain,
			Fields: change.Was("state", string(DomainState(row)))})
		return warnOfJoining(ctx, tx, done, id, domain)
	})
}

// NobodyJoins is the code of the warning that the account lets a domain join that is no longer proven, so that nobody
// can join.
const NobodyJoins fault.Code = "NOBODY_JOINS"

func warnOfJoining(ctx context.Context, tx store.Tx, done *change.Record, id gid.ID, domain string) error {
	open, err := tx.Client().JoiningDomain.Query().Where(joiningdomain.AccountID(id), joiningdomain.Domain(domain)).
		Exist(ctx)
	if err != nil {
		return fmt.Errorf("read the joining domains: %w", err)
	}
	if !open {
		return nil
	}
	proven, err := DomainIsProven(ctx, tx.Client(), id, domain)
	if err == nil && !proven {
		done.Warn(string(NobodyJoins),
			"People with addresses of {domain} can no longer join, because the domain is not proven.",
			fault.WithText("domain", domain))
	}
	return err
}

// noteDomain records that the state of a proof has changed. before is "" for a new proof.
func noteDomain(done *change.Record, row *ent.DomainProof, event string, before vocabulary.DomainState) {
	kind := vocabulary.EffectKindChanged
	if before == "" {
		kind = vocabulary.EffectKindCreated
	}
	done.Note(change.Note{Kind: kind, Event: event, Account: row.AccountID, Label: row.Domain,
		Fields: turned("state", string(before), string(DomainState(row)))})
}
