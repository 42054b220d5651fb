// Package account holds accounts, their graph, users and memberships, and lets customers manage their own people. See
// README.md.
package account

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/dns"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Access keeps credentials. Its methods that take a transaction are called in that of a change. Its refusals are faults.
type Access interface {
	// PeekLink tells what a link is for that could be used, and does not use it; else it returns LINK_INVALID.
	PeekLink(ctx context.Context, token string) (purpose vocabulary.LinkPurpose, subject gid.ID, returnTo string, err error)
	// UseLink uses a link of a purpose. Of many who try at once exactly one succeeds; the others get LINK_INVALID.
	UseLink(ctx context.Context, tx store.Tx, token string, purpose vocabulary.LinkPurpose) (subject gid.ID, returnTo string, err error)
	// MayComeIn returns PROVIDER_REQUIRED if people with an address come in by a provider, and the viewer did not.
	MayComeIn(ctx context.Context, address string) error
	// Proven notes that a user has proven an address, and links the records of directories that have it.
	Proven(ctx context.Context, tx store.Tx, done *change.Record, who *ent.User, address string) error
}

// Outbox takes the mails of changes, in their transactions.
type Outbox interface {
	Enqueue(ctx context.Context, tx store.Tx, message mail.Message) error
	// Charge takes one mail from the budget of the viewer, for a change of which mails follow later.
	Charge(ctx context.Context, tx store.Tx) error
}

// Service lets customers manage their own people. It is safe for concurrent use.
type Service struct {
	changes *change.Pipeline
	access  Access
	outbox  Outbox
	jobs    Jobs
	today   func() day.Day
	dns     dns.Resolver
}

// Option changes how a service works.
type Option func(*Service)

// WithDNS lets a service look for the records that prove domains with another resolver than that of the machine.
func WithDNS(resolver dns.Resolver) Option { return func(s *Service) { s.dns = resolver } }

// NewService makes a service. today is the day on which memberships are judged.
func NewService(changes *change.Pipeline, access Access, outbox Outbox, today func() day.Day, options ...Option) *Service {
	s := &Service{changes: changes, access: access, outbox: outbox, today: today, dns: dns.System("")}
	for _, option := range options {
		option(s)
	}
	return s
}

func (s *Service) db() *store.Store { return s.changes.Store() }

func (s *Service) now() clock.Instant { return s.changes.Now() }

// attempts is how often a change is tried that met with another at the same moment: over a new id, an address or a name.
const attempts = 3

// do carries a change out. Where another one was faster it is tried anew, and then sees what that one did.
func (s *Service) do(ctx context.Context, r change.Request, rule change.Rule) (change.Outcome, error) {
	for attempt := 1; ; attempt++ {
		outcome, err := s.changes.Do(ctx, r, rule)
		if attempt == attempts || !errors.Is(err, store.ErrUnique) && !errors.Is(err, store.ErrForeignKey) {
			return outcome, err
		}
	}
}

// somebody returns UNAUTHENTICATED where nobody is asking, so that nothing is read on nobody's behalf.
func (s *Service) somebody(ctx context.Context, r change.Request) error {
	if viewer.From(ctx) != nil {
		return nil
	}
	_, err := s.changes.Do(ctx, r, nil)
	return err
}

// manage carries a change of the members of an account out, for those who may manage them, one after another: the pipeline has
// locked the account when the rule runs.
func (s *Service) manage(ctx context.Context, r change.Request, account gid.ID, rule change.Rule) (change.Outcome, error) {
	r.Needs = change.Needs{Right: change.ManageMembers, Account: account}
	r.Homes = []change.Home{{Account: account}}
	return s.do(ctx, r, rule)
}

// LockAccount keeps others waiting who change the members of the account, until the transaction ends. The lock is a weak one:
// rows that refer to the account may be added meanwhile. On SQLite there is one writer anyway.
func LockAccount(ctx context.Context, tx store.Tx, account gid.ID) error {
	if tx.Engine() != store.Postgres {
		return nil
	}
	if _, err := tx.Exec(ctx, "SELECT 1 FROM accounts WHERE id = ? FOR NO KEY UPDATE", int64(account)); err != nil {
		return fmt.Errorf("wait for other changes of the members: %w", err)
	}
	return nil
}

func orNone(id *gid.ID) gid.ID {
	if id == nil {
		return 0
	}
	return *id
}

func orNull(id gid.ID) *gid.ID {
	if id == 0 {
		return nil
	}
	return &id
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
