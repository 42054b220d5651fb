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

// Jobs stores jobs that run after a change is committed.
type Jobs interface {
	Insert(ctx context.Context, tx store.Tx, args job.Args) error
}

// WithJobs sets where a service stores jobs. Without it, viewers who do not see an account cannot request access to
// it.
func WithJobs(jobs Jobs) Option { return func(s *Service) { s.jobs = jobs } }

// RegisterWork registers the service's job handlers.
func (s *Service) RegisterWork(workers *job.Workers) { job.Register(workers, s.recordRequest) }

// outsideRequest is the job of an outside request. The viewer's rights are checked again when the job runs.
type outsideRequest struct {
	Credential   vocabulary.CredentialKind `json:"credential"`
	CredentialID gid.ID                    `json:"credential_id"`
	User         gid.ID                    `json:"user"`
	Name         string                    `json:"name"`
	Scopes       vocabulary.KeyScopeSet    `json:"scopes"`
	Request      string                    `json:"request,omitempty"`
	Reason       string                    `json:"reason,omitempty"`
	Account      gid.ID                    `json:"account"`
	Reference    string                    `json:"reference,omitempty"`
	Roles        vocabulary.RoleSet        `json:"roles"`
	Services     vocabulary.ServiceSet     `json:"services"`
	Note         string                    `json:"note,omitempty"`
}

// Kind implements job.Args.
func (outsideRequest) Kind() string { return RequestJobKind }

// RequestJobKind is the kind of the jobs that deliver requests for access.
const RequestJobKind = "access_request"

// AboutJob returns the account to which a job of the kind RequestJobKind requests access; 0 if its arguments, as the
// table of jobs keeps them, cannot be read.
func AboutJob(arguments string) gid.ID {
	var asked outsideRequest
	if job.Read(arguments, &asked) != nil {
		return 0
	}
	return asked.Account
}

// Queue implements job.Queued. Only servers that send mails work on this queue.
func (outsideRequest) Queue() string { return "access_requests" }

var errNoJobs = errors.New("nothing records jobs")

// requestLater stores the job of an access request, and the outside request that the viewer sees of it, whether the
// account exists or not.
func (s *Service) requestLater(ctx context.Context, tx store.Tx, r change.Request, in WantedAccess, what grant) error {
	if s.jobs == nil {
		return errNoJobs
	}
	if err := s.keepOutside(ctx, tx, in); err != nil {
		return err
	}
	who := viewer.From(ctx)
	return s.jobs.Insert(ctx, tx, outsideRequest{Credential: who.Credential, CredentialID: who.CredentialID,
		User: who.User, Name: who.Name,
		Scopes: who.Scopes, Request: change.RequestID(ctx), Reason: r.Reason, Account: in.Account,
		Reference: in.Reference, Roles: what.roles,
		Services: what.services,
		Note:     in.Note})
}

// recordRequest runs the job: it makes the access request in a change of its own, in the name of the requester. It
// does nothing if the account does not exist, if a request is open, or if the user may no longer ask.
func (s *Service) recordRequest(ctx context.Context, a outsideRequest) error {
	who := &viewer.Viewer{Credential: a.Credential, CredentialID: a.CredentialID, User: a.User, Name: a.Name,
		Scopes: a.Scopes}
	ctx = change.WithRequestID(viewer.With(ctx, who.Settle()), a.Request)
	r := change.Request{Action: "requestAccess", Reason: a.Reason, Needs: change.Needs{Right: change.SignedIn}}
	_, err := s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		in := WantedAccess{Account: a.Account, Note: a.Note}
		if a.Reference != "" {
			var err error
			if in.Account, err = accountCalled(ctx, tx, a.Reference); err != nil || in.Account == 0 {
				return err
			}
		}
		asked := WantedAccess{Account: a.Account, Reference: a.Reference}
		return s.request(ctx, tx, done, in, grant{roles: a.Roles, services: a.Services}, asked.named())
	})
	if err != nil && change.Refusals(err) == nil {
		return fmt.Errorf("make a request for access: %w", err)
	}
	return nil
}
