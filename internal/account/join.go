package account

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/joiningdomain"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Joinable is an account that the viewer may join by the domain of the e-mail address.
type Joinable struct {
	Account      gid.ID
	Name, Domain string
}

// Joinable returns the accounts that the viewer may join, by name: those that let the domain of the viewer's proven e-mail
// address join, and for which the domain is proven, without those in which the viewer has a membership of any kind.
func (s *Service) Joinable(ctx context.Context) ([]Joinable, error) {
	who := viewer.From(ctx)
	if who == nil || who.User == 0 || !who.Changes() || !who.Scopes.Has(vocabulary.KeyScopeRead) {
		return nil, nil
	}
	ctx = store.Unscoped(ctx) // of accounts that may be joined the viewer sees the names, and only these
	client := s.db().Client()
	_, domain, err := provenDomain(ctx, client, who.User)
	if err != nil || domain == "" {
		return nil, err
	}
	open, err := client.JoiningDomain.Query().Where(joiningdomain.Domain(domain)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for accounts of the domain: %w", err)
	}
	var accounts, joined []gid.ID
	for _, row := range open {
		accounts = append(accounts, row.AccountID)
	}
	proven, err := provenAt(ctx, client, accounts, domain)
	if err != nil {
		return nil, err
	}
	accounts = slices.DeleteFunc(accounts, func(id gid.ID) bool { return !proven[id] })
	err = client.Membership.Query().Where(membership.UserID(who.User), membership.AccountIDIn(accounts...)).
		Select(membership.FieldAccountID).Scan(ctx, &joined)
	if err != nil {
		return nil, fmt.Errorf("look for the viewer's memberships: %w", err)
	}
	rows, err := client.Account.Query().Where(account.IDIn(accounts...), account.IDNotIn(joined...)).
		Order(ent.Asc(account.FieldNameKey, account.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for accounts of the domain: %w", err)
	}
	list := make([]Joinable, len(rows))
	for i, row := range rows {
		list[i] = Joinable{row.ID, row.Name, domain}
	}
	return list, nil
}

// JoinAccount makes the viewer a member of an account that lets the domain of the viewer's e-mail address join. The outcome names
// the membership. It returns EMAIL_NOT_PROVEN, NOT_FOUND for an account that may not be joined, ALREADY_MEMBER also for a
// membership that is suspended or has ended, or what change.Pipeline.Do does.
func (s *Service) JoinAccount(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.SignedIn}
	if who := viewer.From(ctx); who != nil && who.User != 0 {
		beyond := store.Unscoped(ctx) // only who may join is told where the account is kept
		_, domain, err := provenDomain(beyond, s.db().Client(), who.User)
		if err != nil {
			return change.Outcome{}, err
		}
		row, err := joiningBy(beyond, s.db().Client(), id, domain)
		if err != nil {
			return change.Outcome{}, err
		}
		if row != nil {
			r.Homes = []change.Home{{Account: id}}
		}
	}
	return s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if err := LockAccount(ctx, tx, id); err != nil {
			return err
		}
		beyond := store.Unscoped(ctx) // as above
		u, domain, err := provenDomain(beyond, tx.Client(), viewerID(ctx))
		if err != nil {
			return err
		}
		if domain == "" {
			return fault.New(EmailNotProven, "", "Nothing proves that the e-mail address is yours.",
				"Sign in with a link sent by mail to that address.")
		}
		row, err := joiningBy(beyond, tx.Client(), id, domain)
		if err != nil {
			return err
		}
		if row == nil {
			return fault.New(fault.NotFound, "input.account", "There is no account {account} that you may join.", "Look at viewer.joinableAccounts, or request access.",
				fault.With("account", value.OfReference(id, "")))
		}
		m, err := membershipOf(ctx, tx, id, u.ID)
		if err != nil {
			return err
		}
		if m != nil {
			return fault.New(AlreadyMember, "input.account", "You already have a membership in this account.", "If it does not give what you need, ask the administrators of the account.")
		}
		member, err := s.admit(ctx, tx, done, admission{account: id, user: u, given: given{roles: row.Roles, services: row.ServiceAccess},
			origin: vocabulary.MembershipOriginDomain, grantedAt: done.Now()})
		if err != nil {
			return err
		}
		done.Result(member)
		return nil
	})
}

// joiningBy returns how people of a domain join an account, or nil if they may not: it was not allowed, or the domain is not
// proven for the account (any more).
func joiningBy(ctx context.Context, client *ent.Client, account gid.ID, domain string) (*ent.JoiningDomain, error) {
	row, err := client.JoiningDomain.Query().Where(joiningdomain.AccountID(account), joiningdomain.Domain(domain)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for the domain: %w", err)
	}
	proven, err := DomainIsProven(ctx, client, account, domain)
	if err != nil || !proven {
		return nil, err
	}
	return row, nil
}

// provenDomain returns a user with the domain of the e-mail address, or "" if nobody has proven that the address is theirs: by a
// link that was sent to it, or at a provider that is believed about it.
func provenDomain(ctx context.Context, client *ent.Client, id gid.ID) (*ent.User, string, error) {
	u, err := client.User.Query().Where(user.ID(id), user.Active(true)).Only(ctx)
	if ent.IsNotFound(err) { // deactivated since the request began
		return nil, "", fault.New(change.Unauthenticated, "", "The user is deactivated and may not sign in.", "Ask an administrator of your account.")
	}
	if err != nil {
		return nil, "", fmt.Errorf("read the viewer: %w", err)
	}
	if u.Email == nil || u.EmailProvenAt == nil {
		return u, "", nil
	}
	return u, email.Domain(*u.Email), nil
}

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
