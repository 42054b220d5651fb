// Package change is the single path for all changes of data: it authorizes, replays repeated requests, opens the
// transaction, runs the rule, writes audit entries and events, commits, and runs the functions registered for after
// the commit. See README.md.
package change

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/event"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Pipeline executes changes. It is safe for concurrent use.
type Pipeline struct {
	db        *store.Store
	now       clock.Clock
	authority Authority
}

// New returns a pipeline. It asks authority inside the transaction of each change whether the viewer still has the
// right.
func New(db *store.Store, now clock.Clock, authority Authority) *Pipeline {
	return &Pipeline{db, now, authority}
}

// Store returns the database, for reads before a change.
func (p *Pipeline) Store() *store.Store { return p.db }

// Now returns the current time of the pipeline's clock.
func (p *Pipeline) Now() clock.Instant { return p.now() }

// Check returns the refusals that Do returns before it reads anything. It is for work before the transaction of a
// change.
func (p *Pipeline) Check(ctx context.Context, needs Needs) error {
	return needs.check(viewer.From(ctx))
}

// Request describes a change and the right that it needs.
type Request struct {
	// Action is the name of the GraphQL mutation, such as inviteMembers, or of another action.
	Action string
	// Needs is the right that the change needs.
	Needs Needs
	// Homes lists what the change affects; Muniment must hold each of them, not another system.
	Homes []Home
	// Input is the client's input. It distinguishes a repeated request from a different one with the same key.
	Input any
	// Key is the idempotency key, at most 255 bytes. It makes the request safe to repeat for 24 hours. Nil means none.
	Key *string
	// DryRun rolls the change back, so that Do only returns what it would do.
	DryRun bool
	// Reason is the viewer's explanation, at most 500 characters; it is stored in the audit entries.
	Reason string
}

// Rule changes rows in the transaction and notes in done what it did. It may run more than once, so it must not have
// an effect that a rollback does not undo. If it returns a fault, the change is refused and rolled back.
type Rule func(ctx context.Context, tx store.Tx, done *Record) error

// Outcome says what a change did or, for a dry run, would do.
type Outcome struct {
	// IDs are the changed or created objects, in an order that the action defines.
	IDs      []gid.ID  `json:"ids,omitempty"`
	Effects  []Effect  `json:"effects,omitempty"`
	Warnings []Warning `json:"warnings,omitempty"`
	// Refused are the objects that a change of many left as they were, if it may leave some out.
	Refused []Refused `json:"refused,omitempty"`
	// Rows are what the change did with each row of a table in its input.
	Rows []Row `json:"rows,omitempty"`
	// AuditEntries are the ids of the audit entries of the change, one for each subject, in the order of the notes.
	AuditEntries []gid.ID `json:"auditEntries,omitempty"`
	// Replayed says that the same request was executed before, and nothing was done now.
	Replayed bool `json:"-"`
	// DryRun says that nothing was done.
	DryRun bool `json:"-"`
}

var errDryRun = errors.New("the change is not to be kept")

// Do executes a change. It returns the outcome, or a fault: UNAUTHENTICATED, READ_ONLY, FORBIDDEN, NOT_FOUND,
// HOME_ELSEWHERE, IDEMPOTENCY_CONFLICT, BAD_INPUT, TEXT_TOO_LONG, or a fault of the rule. Any other error is a
// failure of the server, and nothing was changed.
//
// The viewer's right is checked twice. The check before the transaction refuses viewers without the right at no cost
// to the database. The check in the transaction is decisive, because the right may have been revoked since the request
// began.
//
// If a concurrent change took what this one wanted, the rule runs again, as Retry says.
func (p *Pipeline) Do(ctx context.Context, r Request, rule Rule) (Outcome, error) {
	who := viewer.From(ctx)
	if err := r.Needs.check(who); err != nil {
		return Outcome{}, err
	}
	if err := checkReason(r.Reason); err != nil {
		return Outcome{}, err
	}
	key, err := r.key(who)
	if err != nil {
		return Outcome{}, err
	}
	var (
		outcome Outcome
		after   []func(context.Context)
	)
	err = Retry(ctx, func(ctx context.Context) error {
		outcome, after, err = p.once(ctx, r, key, rule)
		return err
	})
	for _, follow := range after {
		follow(ctx)
	}
	return outcome, err
}

// longestReason is the maximum length of a reason, in characters.
const longestReason = 500

func checkReason(reason string) error {
	if n := utf8.RuneCountInString(reason); n > longestReason {
		return fault.LongText("input.reason", longestReason, n)
	}
	return nil
}

func (p *Pipeline) once(ctx context.Context, r Request, key *key, rule Rule) (Outcome, []func(context.Context),
	error) {
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
		if err := AtHome(ctx, tx, r.Homes...); err != nil {
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

// Refusals returns the faults in an error, or nil if the error is not made of faults only and thus a failure of the
// server.
func Refusals(err error) []*fault.Error {
	var list []*fault.Error
	var walk func(error) bool
	walk = func(err error) bool {
		if f, ok := err.(*fault.Error); ok { //nolint:errorlint // errors.As would return only the first fault of the tree
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

// WithRequestID returns a context with the id of the request in the log, for the audit entries.
func WithRequestID(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// RequestID returns the id of the request in the log, or "".
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// AtHome returns HOME_ELSEWHERE if another system holds one of the homes. A rule calls it for homes that it learns of
// only from what it reads, before it changes anything there.
func AtHome(ctx context.Context, tx store.Tx, homes ...Home) error {
	for _, h := range homes {
		system, err := h.elsewhere(ctx, tx)
		if err != nil {
			return fmt.Errorf("find the home of %s: %w", h.Account, err)
		}
		if system != "" {
			return fault.New(HomeElsewhere, "", "The system {system} still manages this object.",
				"Change it in {system}, or ask the producer when it will be moved to Muniment.",
				fault.WithText("system", system))
		}
	}
	return nil
}
