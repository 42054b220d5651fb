// Package change is the one way in which anything is changed: it authorises, replays, opens the transaction, runs the
// rule, writes the records and events, commits, and runs what follows a commit. See README.md.
package change

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/event"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Pipeline carries changes out. It is safe for concurrent use.
type Pipeline struct {
	db        *store.Store
	now       clock.Clock
	authority Authority
}

// New makes a pipeline. authority is asked inside the transaction of each change whether the viewer's right still holds.
func New(db *store.Store, now clock.Clock, authority Authority) *Pipeline {
	return &Pipeline{db, now, authority}
}

// Store returns the database, for reading what a change needs to know before it begins.
func (p *Pipeline) Store() *store.Store { return p.db }

// Now tells the time, as the pipeline records it.
func (p *Pipeline) Now() clock.Instant { return p.now() }

// Check returns what Do refuses a viewer with before it reads anything, for work that comes before a change and outside of it.
func (p *Pipeline) Check(ctx context.Context, needs Needs) error {
	return needs.check(viewer.From(ctx))
}

// Request says what is to be changed, and on whose right.
type Request struct {
	// Action is the verb of the contract, such as inviteMembers.
	Action string
	// Needs is what the viewer must be allowed.
	Needs Needs
	// Homes are what the change touches; each must be at home here.
	Homes []Home
	// Input is what the client sent, for telling a repeated request from another one under the same key.
	Input any
	// Key makes the request safe to repeat for 24 hours; nil does not. At most 255 bytes.
	Key *string
	// DryRun tells what would be done, and does nothing.
	DryRun bool
	// Reason is what the viewer says about it; it stands in the records.
	Reason string
}

// Rule changes rows in the transaction and notes what it did. It may run more than once, and is to leave nothing behind
// that a rollback does not undo. A fault it returns is a refusal, of which nothing remains.
type Rule func(ctx context.Context, tx store.Tx, done *Record) error

// Outcome is what a change did, or would do.
type Outcome struct {
	// IDs are the objects that were changed or made, in an order that the action defines.
	IDs      []gid.ID  `json:"ids,omitempty"`
	Effects  []Effect  `json:"effects,omitempty"`
	Warnings []Warning `json:"warnings,omitempty"`
	// AuditEntries are the records that the change made, one for each subject, in the order in which they were noted.
	AuditEntries []gid.ID `json:"auditEntries,omitempty"`
	// Replayed says that the same request was carried out before, and nothing was done now.
	Replayed bool `json:"-"`
	// DryRun says that nothing was done.
	DryRun bool `json:"-"`
}

var errDryRun = errors.New("the change is not to be kept")

// Do carries a change out. It returns the outcome, or a fault: UNAUTHENTICATED, READ_ONLY, FORBIDDEN, NOT_FOUND,
// HOME_ELSEWHERE, IDEMPOTENCY_CONFLICT, BAD_INPUT, or what the rule refuses with. Any other error is a failure of the
// server, and nothing was changed.
//
// The viewer's right is checked twice. The check before the transaction spares the database those who have none. The one in the
// transaction decides: since the request began, the right may have been taken back.
func (p *Pipeline) Do(ctx context.Context, r Request, rule Rule) (Outcome, error) {
	who := viewer.From(ctx)
	if err := r.Needs.check(who); err != nil {
		return Outcome{}, err
	}
	key, err := r.key(who)
	if err != nil {
		return Outcome{}, err
	}
	for again := true; ; again = false {
		outcome, after, err := p.once(ctx, r, key, rule)
		if again && errors.Is(err, errTaken) { // another request with this key was faster: look at what it did
			continue
		}
		for _, follow := range after {
			follow(ctx)
		}
		return outcome, err
	}
}

func (p *Pipeline) once(ctx context.Context, r Request, key *key, rule Rule) (Outcome, []func(context.Context), error) {
	var (
		outcome Outcome
		after   []func(context.Context)
	)
	err := p.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		outcome, after = Outcome{}, nil
		ctx, err := confirm(ctx, tx, p.authority, p.now(), r.Needs)
		if err != nil {
			return err
		}
		if key != nil {
			known, err := key.find(ctx, tx)
			if err != nil {
				return err
			}
			if known != nil {
				outcome = *known
				return nil
			}
			if err := key.take(ctx, tx, p.now()); err != nil {
				return err
			}
		}
		if err := atHome(ctx, tx, r.Homes); err != nil {
			return err
		}
		done := &Record{action: r.Action, reason: r.Reason, request: RequestID(ctx), now: p.now()}
		if err := rule(ctx, tx, done); err != nil {
			return err
		}
		if err := done.label(ctx, tx); err != nil {
			return err
		}
		outcome = done.outcome
		if r.DryRun {
			return errDryRun
		}
		after = done.after
		if outcome.AuditEntries, err = audit.Append(ctx, tx, done.now, done.entries...); err != nil {
			return err
		}
		if err := event.Append(ctx, tx, done.now, done.events...); err != nil {
			return err
		}
		if key != nil {
			return key.remember(ctx, tx, outcome)
		}
		return nil
	})
	switch {
	case errors.Is(err, errDryRun):
		outcome.DryRun = true
		return outcome, nil, nil
	case err != nil:
		return Outcome{}, nil, err
	}
	return outcome, after, nil
}

// Refusals lists the faults in an error, or nil where it is a failure of the server.
func Refusals(err error) []*fault.Error {
	var list []*fault.Error
	var walk func(error) bool
	walk = func(err error) bool {
		if f, ok := err.(*fault.Error); ok { //nolint:errorlint // the tree is walked by hand, to keep every fault
			list = append(list, f)
			return true
		}
		switch wrapped := err.(type) { //nolint:errorlint // as above
		case interface{ Unwrap() []error }:
			for _, e := range wrapped.Unwrap() {
				if !walk(e) {
					return false
				}
			}
			return true
		case interface{ Unwrap() error }:
			return walk(wrapped.Unwrap())
		}
		return false
	}
	if err == nil || !walk(err) {
		return nil
	}
	return list
}

type requestKey struct{}

// WithRequestID notes the id under which the log knows the request, for the records.
func WithRequestID(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// RequestID returns the id under which the log knows the request, or "".
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// atHome refuses with HOME_ELSEWHERE where another system holds what is to be changed.
func atHome(ctx context.Context, tx store.Tx, homes []Home) error {
	for _, h := range homes {
		system, err := h.elsewhere(ctx, tx)
		if err != nil {
			return fmt.Errorf("find the home of %s: %w", h.Account, err)
		}
		if system != "" {
			return fault.New(HomeElsewhere, "", "The system {system} still manages this object.",
				"Change it in {system}, or wait until it was moved to Muniment.", fault.WithText("system", system))
		}
	}
	return nil
}
