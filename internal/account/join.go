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

// Joinable is an account that the viewer may join because of the domain of their e-mail address.
type Joinable struct {
	Account      gid.ID
	Name, Domain string
}

// Joinable returns the accounts that the viewer may join, by name: those that allow the domain of the viewer's proven
// e-mail address and for which the domain is proven. Accounts in which the viewer has a membership, in force or not,
// are left out.
func (s *Service) Joinable(ctx context.Context) ([]Joinable, error) {
	who := viewer.From(ctx)
	if who == nil || who.User == 0 || !who.Changes() || !who.Scopes.Has(vocabulary.KeyScopeRead) {
		return nil, nil
	}
	ctx = store.Unscoped(ctx) // the viewer may see the names of joinable accounts, but nothing else of them
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

// JoinAccount makes the viewer a member of an account that allows the domain of the viewer's e-mail address. The
// outcome names the membership. It returns EMAIL_NOT_PROVEN, NOT_FOUND for an account that the viewer may not join,
// ALREADY_MEMBER also for a membership that is suspended or has ended, or an error of change.Pipeline.Do.
func (s *Service) JoinAccount(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.SignedIn}
	if who := viewer.From(ctx); who != nil && who.User != 0 {
		unscoped := store.Unscoped(ctx) // only a viewer who may join may learn the home of the account
		_, domain, err := provenDomain(unscoped, s.db().Client(), who.User)
		if err != nil {
			return change.Outcome{}, err
		}
		row, err := joiningBy(unscoped, s.db().Client(), id, domain)
		if err != nil {
			return change.Outcome{}, err
		}
		if row != nil {
			r.Homes = []change.Home{{Account: id}}
		}
	}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if err := LockAccount(ctx, tx, id); err != nil {
			return err
		}
		unscoped := store.Unscoped(ctx) // as above
		u, domain, err := provenDomain(unscoped, tx.Client(), viewerID(ctx))
		if err != nil {
			return err
		}
		if domain == "" {
			return fault.New(EmailNotProven, "", "Nothing proves that the e-mail address is yours.",
				"Sign in with a link sent by mail to that address.")
		}
		row, err := joiningBy(unscoped, tx.Client(), id, domain)
		if err != nil {
			return err
		}
		if row == nil {
			return fault.New(fault.NotFound, "input.account", "There is no {type} {id} that you may join.",
				"Look at viewer.joinableAccounts, or request access.",
				fault.WithText("type", "Account"),
				fault.With("id", value.OfReference(id, "")))
		}
		m, err := membershipOf(ctx, tx, id, u.ID)
		if err != nil {
			return err
		}
		if m != nil {
			return fault.New(AlreadyMember, "input.account", "You already have a membership in this account.",
				"If it does not give what you need, ask the administrators of the account.")
		}
		member, err := s.admit(ctx, tx, done,
			admission{account: id, user: u, grant: grant{roles: row.Roles, services: row.ServiceAccess},
				origin: vocabulary.MembershipOriginDomain})
		if err != nil {
			return err
		}
		done.Result(member)
		return nil
	})
}

// joiningBy returns the joining rule of an account for a domain, or nil if there is none or the domain is not (or no
// longer) proven for the account.
func joiningBy(ctx context.Context, client *ent.Client, account gid.ID, domain string) (*ent.JoiningDomain, error) {
	row, err := client.JoiningDomain.Query().Where(joiningdomain.AccountID(account), joiningdomain.Domain(domain)).
		Only(ctx)
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

// provenDomain returns a user and the domain of their proven e-mail address. The domain is "" if the address is not
// proven. It is proven by a link that was sent to it, or by an identity provider that is trusted for its domain.
func provenDomain(ctx context.Context, client *ent.Client, id gid.ID) (*ent.User, string, error) {
	u, err := client.User.Query().Where(user.ID(id), user.Active(true)).Only(ctx)
	if ent.IsNotFound(err) { // deactivated since the request began
		return nil, "", fault.New(change.Unauthenticated, "", "The user is deactivated and may not sign in.",
			"Ask an administrator of your account.")
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
