package account

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/identity"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/joiningdomain"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
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
	ctx = store.Beyond(ctx) // of accounts that may be joined the viewer sees the names, and only these
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
		beyond := store.Beyond(ctx) // only who may join is told where the account is kept
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
		beyond := store.Beyond(ctx) // as above
		u, domain, err := provenDomain(beyond, tx.Client(), viewerID(ctx))
		if err != nil {
			return err
		}
		if domain == "" {
			return fault.New(EmailNotProven, "", "Nothing proves that the e-mail address is yours.",
				"Sign in with a link sent by mail. An address that was changed is proven a quarter of an hour later.")
		}
		row, err := joiningBy(beyond, tx.Client(), id, domain)
		if err != nil {
			return err
		}
		if row == nil {
			return fault.New(fault.NotFound, "input.account", "There is no account "+id.String()+" that you may join.", "Look at viewer.joinableAccounts, or request access.")
		}
		m, err := membershipOf(ctx, tx, id, u.ID)
		if err != nil {
			return err
		}
		if m != nil {
			return fault.New(AlreadyMember, "input.account", "You have a membership in this account.", "Ask its administrators where it does not give what you need.")
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

// linkLife is how long a link that signs in can be used after it was sent.
const linkLife = clock.Instant(15 * time.Minute / time.Microsecond)

// provenDomain returns a user with the domain of the e-mail address, or "" where nothing proves that the address is theirs.
// That somebody signed in is no proof: the address may be another one since, as directories and imports change it. It is proven
// by
//   - an invitation to this address that the user accepted;
//   - an identity that was linked since the user was last changed, as that takes an address that the provider has proven;
//   - a session that began with a link, if the user was not changed since, nor while the link can have been on its way.
func provenDomain(ctx context.Context, client *ent.Client, id gid.ID) (*ent.User, string, error) {
	u, err := client.User.Query().Where(user.ID(id), user.Active(true)).Only(ctx)
	if err != nil {
		return nil, "", fmt.Errorf("read the viewer: %w", err)
	}
	domain := email.Domain(orEmpty(u.Email))
	if domain == "" {
		return u, "", nil
	}
	for _, proof := range []func() (bool, error){
		func() (bool, error) {
			return client.Invitation.Query().Where(invitation.AcceptedByID(id), invitation.Email(*u.Email)).Exist(ctx)
		},
		func() (bool, error) {
			return client.Identity.Query().Where(identity.UserID(id), identity.CreatedAtGTE(u.UpdatedAt)).Exist(ctx)
		},
		func() (bool, error) {
			return client.Session.Query().Where(session.UserID(id), session.MethodEQ(vocabulary.SignInMethodLink),
				session.CreatedAtGTE(u.UpdatedAt+linkLife)).Exist(ctx)
		},
	} {
		if proven, err := proof(); err != nil || proven {
			return u, domain, wrap("look for what proves the address", err)
		}
	}
	return u, "", nil
}

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
