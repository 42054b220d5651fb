package account

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// invitationLife is how long an invitation can be accepted.
	invitationLife = clock.Instant(14 * 24 * time.Hour / time.Microsecond)
	// maxInvited is how many addresses one request may invite.
	maxInvited = 100
)

// Invite is the input of InviteMembers.
type Invite struct {
	Account gid.ID
	// Emails are 1 to 100 addresses without repetition.
	Emails []string
	// Greeting is a text of at most 500 characters for the mail.
	Greeting string
	Grant
}

// InviteMembers invites people by mail to become members: either all addresses or none. The outcome names the
// invitations in the order of the addresses. It returns BAD_INPUT, ALREADY_MEMBER or ALREADY_INVITED for each wrong
// address, LIST_TOO_LONG, TEXT_TOO_LONG, GRANT_TOO_WIDE, REACH_TOO_WIDE, RATE_LIMITED, or an error of
// change.Pipeline.Do.
func (s *Service) InviteMembers(ctx context.Context, r change.Request, in Invite) (change.Outcome, error) {
	return s.manage(ctx, r, in.Account, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		by, err := MayHandOut(ctx, in.Account)
		if err != nil {
			return err
		}
		addresses, addressErr := in.addresses()
		what, grantErr := in.grant(ctx, tx, s.today())
		if err := errors.Join(addressErr, grantErr, checkText("input.greeting", in.Greeting)); err != nil {
			return err
		}
		if err := by.refuse(what, grant{}, grantInput); err != nil {
			return err
		}
		if err := s.checkInvitable(ctx, tx, in.Account, addresses); err != nil {
			return err
		}
		if err := s.replaceExpired(ctx, tx, done, in.Account, addresses); err != nil {
			return err
		}
		rows := make([]*ent.Invitation, len(addresses))
		for i, address := range addresses {
			if rows[i], err = s.invite(ctx, tx, done, in, address, what); err != nil {
				return err
			}
		}
		return s.sendInvitations(ctx, tx, rows)
	})
}

func emailField(n int) string { return "input.emails." + strconv.Itoa(n) }

// addresses returns the addresses without surrounding blanks, or BAD_INPUT for each that is invalid or repeated.
func (in Invite) addresses() ([]string, error) {
	switch n := len(in.Emails); {
	case n == 0:
		return nil, badInput("input.emails", "The list of addresses is empty.", "Give at least one address.")
	case n > maxInvited:
		return nil, fault.LongList("input.emails", maxInvited, n)
	}
	var (
		problems []error
		seen     = map[string]bool{}
		out      = make([]string, len(in.Emails))
	)
	for i, text := range in.Emails {
		out[i] = email.Normal(strings.TrimSpace(text))
		key := email.Key(out[i])
		switch {
		case !email.Valid(out[i]):
			problems = append(problems, badInput(emailField(i), "This is not a valid e-mail address.",
				"Give a bare address, such as somebody@example.com."))
		case seen[key]:
			problems = append(problems, badInput(emailField(i), "The list has this address twice.",
				"Give each address once."))
		}
		seen[key] = true
	}
	return out, errors.Join(problems...)
}

func emailKeys(addresses []string) []string {
	keys := make([]string, len(addresses))
	for i, address := range addresses {
		keys[i] = email.Key(address)
	}
	return keys
}

// checkInvitable returns an error for each address that belongs to a member in force, or to a suspended one, whom an
// invitation does not bring back, or that has an open invitation.
func (s *Service) checkInvitable(ctx context.Context, tx store.Tx, account gid.ID, addresses []string) error {
	keys := emailKeys(addresses)
	names := make([]string, len(addresses)) // the keys of the addresses as user names
	for i, address := range addresses {
		names[i] = email.UserNameKey(address)
	}
	members, err := tx.Client().Membership.Query().Where(membership.AccountID(account),
		membership.HasUserWith(user.Or(user.EmailKeyIn(keys...), user.UserNameKeyIn(names...)))).
		WithUser().All(ctx)
	if err != nil {
		return fmt.Errorf("look for members with the addresses: %w", err)
	}
	waiting, err := tx.Client().Invitation.Query().Where(invitation.AccountID(account), invitation.EmailKeyIn(keys...),
		invitation.AcceptedAtIsNil(), invitation.RevokedAtIsNil(), invitation.ExpiresAtGT(s.now())).All(ctx)
	if err != nil {
		return fmt.Errorf("look for invitations to the addresses: %w", err)
	}
	known, named := map[string]error{}, map[string]error{}
	for _, i := range waiting {
		known[i.EmailKey] = fault.New(AlreadyInvited, "", "This address already has an open invitation.",
			"Send it again with resendInvitation, or revoke it first with revokeInvitation.")
	}
	for _, m := range members {
		refusal := fault.New(AlreadyMember, "", "A member already has this address.",
			"Change what the member may do with changeMemberAccess.")
		switch {
		case m.SuspendedAt != nil:
			refusal = suspended()
		case !s.inForce(m):
			continue
		}
		named[m.Edges.User.UserNameKey] = refusal
		known[orEmpty(m.Edges.User.EmailKey)] = refusal
	}
	var problems []error
	for i, key := range keys {
		if refusal, ok := cmp.Or(known[key], named[names[i]]).(*fault.Error); ok { //nolint:errorlint // made above
			refused := *refusal
			refused.Field = emailField(i)
			problems = append(problems, &refused)
		}
	}
	return errors.Join(problems...)
}

// replaceExpired revokes expired invitations to the addresses: an address has at most one invitation at a time.
func (s *Service) replaceExpired(ctx context.Context, tx store.Tx, done *change.Record, account gid.ID,
	addresses []string) error {
	expired, err := tx.Client().Invitation.Query().Where(invitation.AccountID(account),
		invitation.EmailKeyIn(emailKeys(addresses)...),
		invitation.AcceptedAtIsNil(), invitation.RevokedAtIsNil()).Order(ent.Asc(invitation.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("look for expired invitations: %w", err)
	}
	for _, i := range expired {
		if err := s.revoke(ctx, tx, done, i); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) invite(ctx context.Context, tx store.Tx, done *change.Record, in Invite, address string,
	what grant) (*ent.Invitation, error) {
	id, by := gid.New(gid.Invitation, in.Account.Locality()), viewer.From(ctx).Author()
	row, err := tx.Client().Invitation.Create().SetID(id).SetAccountID(in.Account).SetEmail(address).
		SetEmailKey(email.Key(address)).
		SetGreeting(in.Greeting).SetRoles(what.roles).SetServiceAccess(what.services).
		SetNillableProductLineID(orNull(what.productLine)).
		SetIncludeSubAccounts(what.below).SetNillableEndsOn(what.endsOn).SetNillableInvitedByID(by.User).
		SetNillableInvitedByKeyID(by.Key).SetCreatedAt(done.Now()).SetExpiresAt(done.Now() + invitationLife).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("invite: %w", err)
	}
	done.Result(id)
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "MemberInvited", Account: in.Account, Subject: id,
		Label:  address,
		Fields: append(what.withEnd(), change.Is("expiresAt", row.ExpiresAt.String())...)})
	return row, nil
}

// sendInvitations sends one invitation to each address, or none: it returns RATE_LIMITED for each address whose mail
// budget is used up. It locks the budgets of addresses in a fixed order, so that two changes never deadlock.
func (s *Service) sendInvitations(ctx context.Context, tx store.Tx, rows []*ent.Invitation) error {
	by, err := inviterOf(ctx, tx, rows)
	if err != nil {
		return err
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(rows[a].EmailKey, rows[b].EmailKey) })
	var refused []error
	for _, i := range order {
		err := overBudget(s.sendInvitation(ctx, tx, by, rows[i]), emailField(i))
		if err != nil && fault.CodeOf(err) != fault.RateLimited {
			return err
		}
		refused = append(refused, err)
	}
	return errors.Join(refused...)
}

// overBudget converts the error of a mail budget that is used up to RATE_LIMITED, and returns other errors unchanged.
func overBudget(err error, field string) error {
	var over *mail.BudgetError
	switch {
	case !errors.As(err, &over):
		return err
	case over.Sender:
		return fault.New(fault.RateLimited, field, "You have caused the maximum number of e-mails for one hour.",
			"Try again after {again}.",
			fault.Again(over.Again))
	}
	return fault.New(fault.RateLimited, field,
		"This address has received the maximum number of invitations for one hour.",
		"Links in earlier e-mails still work. Try again after {again}.", fault.Again(over.Again))
}

// inviter is what the invitations of one change have in common.
type inviter struct {
	name     string // of the viewer
	language vocabulary.Language
	accounts map[gid.ID]string // the names of the accounts
}

// inviterOf reads what the invitations of a change have in common.
func inviterOf(ctx context.Context, tx store.Tx, rows []*ent.Invitation) (inviter, error) {
	by := inviter{accounts: map[gid.ID]string{}}
	var err error
	if by.name, err = viewerName(ctx, tx); err != nil {
		return by, err
	}
	// The person who is invited has chosen no language, but the person who invites writes the greeting in theirs.
	if by.language, err = viewerLanguage(ctx, tx); err != nil {
		return by, err
	}
	for _, row := range rows {
		if _, known := by.accounts[row.AccountID]; known {
			continue
		}
		if by.accounts[row.AccountID], err = accountName(ctx, tx, row.AccountID); err != nil {
			return by, err
		}
	}
	return by, nil
}

// sendInvitationAgain sends an invitation that was sent before.
func (s *Service) sendInvitationAgain(ctx context.Context, tx store.Tx, i *ent.Invitation) error {
	by, err := inviterOf(ctx, tx, []*ent.Invitation{i})
	if err != nil {
		return err
	}
	return s.sendInvitation(ctx, tx, by, i)
}

func (s *Service) sendInvitation(ctx context.Context, tx store.Tx, by inviter, i *ent.Invitation) error {
	words, err := grantIn(i).words(ctx, tx.Client())
	if err != nil {
		return err
	}
	return s.outbox.Enqueue(ctx, tx, mail.Invitation{Wording: mail.Wording{Language: by.language}, To: i.Email,
		Of: i.AccountID, Invitation: i.ID, Inviter: by.name, Account: by.accounts[i.AccountID],
		Greeting: i.Greeting, Roles: words.Roles, Services: words.Services,
		ProductLine: words.ProductLine, IncludeSubAccounts: words.IncludeSubAccounts, EndsOn: words.EndsOn,
		LastDay: lastDay(i), Expires: i.ExpiresAt})
}

// lastDay is the last day, in UTC, on which an invitation can be accepted.
func lastDay(i *ent.Invitation) day.Day { return day.Of(i.ExpiresAt.Time()) }
