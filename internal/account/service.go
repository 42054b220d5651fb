// Package account has the rules of accounts, their graph, users and memberships, and lets customers manage their own
// people. See README.md.
package account

import (
	"context"
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

// Access manages credentials. Methods with a transaction are called in the transaction of a change. Refusals are of
// type fault.Error.
type Access interface {
	// PeekLink returns the purpose of a valid link without using it, or LINK_INVALID.
	PeekLink(ctx context.Context, token string) (purpose vocabulary.LinkPurpose, subject gid.ID, returnTo string,
		err error)
	// UseLink uses a link. Of concurrent attempts exactly one succeeds; the others return LINK_INVALID.
	UseLink(ctx context.Context, tx store.Tx, token string, purpose vocabulary.LinkPurpose) (subject gid.ID,
		returnTo string, err error)
	// MayComeIn returns PROVIDER_REQUIRED if people with the address must sign in with an identity provider and the
	// viewer did not.
	MayComeIn(ctx context.Context, address string) error
	// Proven records that a user has proven an address, and links the directory records with that address.
	Proven(ctx context.Context, tx store.Tx, done *change.Record, who *ent.User, address string) error
}

// Outbox queues mails in the transaction of the change that causes them.
type Outbox interface {
	Enqueue(ctx context.Context, tx store.Tx, message mail.Message) error
	// Charge takes one mail from the viewer's budget, for a change whose mails are queued later.
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

// Option configures a Service.
type Option func(*Service)

// WithDNS sets the resolver for the records that prove domains. The default is that of the machine.
func WithDNS(resolver dns.Resolver) Option { return func(s *Service) { s.dns = resolver } }

// NewService creates a service. today returns the day on which memberships are evaluated.
func NewService(changes *change.Pipeline, access Access, outbox Outbox, today func() day.Day,
	options ...Option) *Service {
	s := &Service{changes: changes, access: access, outbox: outbox, today: today, dns: dns.System("")}
	for _, option := range options {
		option(s)
	}
	return s
}

func (s *Service) db() *store.Store { return s.changes.Store() }

func (s *Service) now() clock.Instant { return s.changes.Now() }

// requireAuth returns UNAUTHENTICATED if there is no viewer, so that no row is read for an anonymous request.
func (s *Service) requireAuth(ctx context.Context, r change.Request) error {
	if viewer.From(ctx) != nil {
		return nil
	}
	_, err := s.changes.Do(ctx, r, nil)
	return err
}

// manage runs a change of the members of an account, for viewers who may manage them. The pipeline has locked the
// account when the rule runs, so that such changes run one after another. If the input names another object than the
// account, r.Needs.Missing is the refusal that names that object.
func (s *Service) manage(ctx context.Context, r change.Request, account gid.ID, rule change.Rule) (
	change.Outcome, error) {
	r.Needs = change.Needs{Right: change.ManageMembers, Account: account, Missing: r.Needs.Missing}
	r.Homes = []change.Home{{Account: account}}
	return s.changes.Do(ctx, r, rule)
}

// LockAccount serializes changes of the members of an account until the transaction ends. The lock is FOR NO KEY
// UPDATE: rows that refer to the account may still be added. On SQLite it does nothing, because there is only one
// writer.
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
