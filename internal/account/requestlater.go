package account

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Jobs records what is done after the commit of a change.
type Jobs interface {
	Insert(ctx context.Context, tx store.Tx, args job.Args) error
}

// WithJobs lets a service record jobs. Without it strangers cannot ask for access.
func WithJobs(jobs Jobs) Option { return func(s *Service) { s.jobs = jobs } }

// RegisterWork lets workers do the jobs of the service.
func (s *Service) RegisterWork(workers *job.Workers) { job.Register(workers, s.receive) }

// askedFor is a request for access by somebody who does not see the account. The right of the viewer in it is confirmed again
// when the job is done.
type askedFor struct {
	Credential   vocabulary.CredentialKind `json:"credential"`
	CredentialID gid.ID                    `json:"credential_id"`
	User         gid.ID                    `json:"user"`
	Name         string                    `json:"name"`
	Scopes       vocabulary.KeyScopeSet    `json:"scopes"`
	Request      string                    `json:"request,omitempty"`
	Reason       string                    `json:"reason,omitempty"`
	Account      gid.ID                    `json:"account"`
	Roles        vocabulary.RoleSet        `json:"roles"`
	Services     vocabulary.ServiceSet     `json:"services"`
	Note         string                    `json:"note,omitempty"`
}

// Kind implements job.Args.
func (askedFor) Kind() string { return "access_request" }

// Queue implements job.Queued: mails are sent by some servers only, and wait elsewhere.
func (askedFor) Queue() string { return "access_requests" }

var errNoJobs = errors.New("nothing records jobs")

// requestLater records what a stranger asks for, whatever the account is. It returns RATE_LIMITED to somebody who has asked too often.
func (s *Service) requestLater(ctx context.Context, tx store.Tx, r change.Request, in WantedAccess, what given) error {
	if s.jobs == nil {
		return errNoJobs
	}
	if err := s.outbox.Charge(ctx, tx); err != nil {
		return overBudget(err, "")
	}
	who := viewer.From(ctx)
	return s.jobs.Insert(ctx, tx, askedFor{Credential: who.Credential, CredentialID: who.CredentialID, User: who.User, Name: who.Name,
		Scopes: who.Scopes, Request: change.RequestID(ctx), Reason: r.Reason, Account: in.Account, Roles: what.roles, Services: what.services,
		Note: in.Note})
}

// receive makes the request of a stranger, in a change of its own and in their name. It does nothing if there is no account, if
// a request waits, or if they may not ask any more.
func (s *Service) receive(ctx context.Context, a askedFor) error {
	who := &viewer.Viewer{Credential: a.Credential, CredentialID: a.CredentialID, User: a.User, Name: a.Name, Scopes: a.Scopes}
	ctx = change.WithRequestID(viewer.With(ctx, who.Settle()), a.Request)
	r := change.Request{Action: "requestAccess", Reason: a.Reason, Needs: change.Needs{Right: change.SignedIn}}
	_, err := s.do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		in := WantedAccess{Account: a.Account, Note: a.Note}
		return s.request(ctx, tx, done, in, given{roles: a.Roles, services: a.Services}, false)
	})
	if err != nil && change.Refusals(err) == nil {
		return fmt.Errorf("make a request for access: %w", err)
	}
	return nil
}
