package operation

import (
	"context"
	"errors"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Codes of refusals.
const (
	// JobRunning: a process works on the job.
	JobRunning fault.Code = "JOB_RUNNING"
	// JobWaiting: the job waits for its attempt already.
	JobWaiting fault.Code = "JOB_WAITING"
	// JobEnded: the job has ended, so that there is nothing to retry or to give up.
	JobEnded fault.Code = "JOB_ENDED"
	// LinkEnded: the link in the mail can no longer be used.
	LinkEnded fault.Code = "LINK_ENDED"
)

// kinds are the kinds of jobs that this version knows.
var kinds = map[vocabulary.JobKind]string{
	vocabulary.JobKindMail: mail.JobKind, vocabulary.JobKindAccessRequest: account.RequestJobKind,
}

// knownKinds returns the kinds of jobs that this version knows, as the table of jobs has them.
func knownKinds() []any {
	var list []any
	for _, kind := range kinds {
		list = append(list, kind)
	}
	return list
}

// KindOf returns the kind of a job.
func KindOf(kind string) vocabulary.JobKind {
	for known, is := range kinds {
		if is == kind {
			return known
		}
	}
	return vocabulary.JobKindOther
}

// JobFilter selects jobs. A zero value is no condition.
type JobFilter struct {
	States  []vocabulary.JobState
	Kinds   []vocabulary.JobKind
	Overdue *bool
}

// Where returns the condition of the filter at a moment.
func (f JobFilter) Where(now clock.Instant) page.Where {
	return func(q *page.Query) {
		page.OneOf(q, "state", f.States)
		if len(f.Kinds) > 0 {
			var any []*sql.Predicate
			for _, k := range f.Kinds {
				if text, known := kinds[k]; known {
					any = append(any, sql.EQ(q.C("kind"), text))
					continue
				}
				any = append(any, sql.NotIn(q.C("kind"), knownKinds()...))
			}
			q.Where(sql.Or(any...))
		}
		if f.Overdue == nil {
			return
		}
		before := int64(now.Add(-job.RunsAtMost))
		if *f.Overdue {
			q.Where(sql.And(sql.EQ(q.C("state"), string(vocabulary.JobStateRunning)),
				sql.LT(q.C("attempted_at"), before)))
			return
		}
		q.Where(sql.Or(sql.NEQ(q.C("state"), string(vocabulary.JobStateRunning)),
			sql.GTE(q.C("attempted_at"), before)))
	}
}

// Overdue reports whether a job has been running for longer than a job can.
func Overdue(state vocabulary.JobState, attempted *clock.Instant, now clock.Instant) bool {
	return state == vocabulary.JobStateRunning && attempted != nil && attempted.Add(job.RunsAtMost) < now
}

// Retriable returns why a job cannot be tried again at a moment; nil if it can. A job that has succeeded is not: its
// work would be done twice.
func Retriable(j job.Job, now clock.Instant) error {
	switch j.State {
	case vocabulary.JobStateRunning:
		return running()
	case vocabulary.JobStateWaiting:
		return fault.New(JobWaiting, "input.job", "The job waits for its attempt already.",
			"Wait until it has been tried. If it stays, look whether a server that sends mails is running.")
	case vocabulary.JobStateDone:
		return fault.New(JobEnded, "input.job", "The job has succeeded.", "Nothing needs to be done.")
	}
	if j.Kind != mail.JobKind {
		return nil
	}
	about, readable := mail.AboutJob(j.Arguments)
	if readable && about.LinkEnds != nil && *about.LinkEnds <= now {
		return fault.New(LinkEnded, "input.job", "The link in the mail can no longer be used.",
			"Send a new invitation.")
	}
	return nil
}

// RetryJob makes a job available at once. It returns NOT_FOUND, JOB_RUNNING, JOB_WAITING, JOB_ENDED, LINK_ENDED, or an
// error of change.Pipeline.Do.
func (s *Service) RetryJob(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changeJob(ctx, r, id, "JobRetried",
		func(j job.Job) error { return Retriable(j, s.now()) }, s.queue.Retry)
}

// DiscardJob gives a job up that waits for an attempt or has failed. It returns NOT_FOUND, JOB_RUNNING, JOB_ENDED, or
// an error of change.Pipeline.Do.
func (s *Service) DiscardJob(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changeJob(ctx, r, id, "JobDiscarded", discardable, s.queue.Discard)
}

func running() error {
	return fault.New(JobRunning, "input.job", "The job is running.", "Wait until it has ended.")
}

func discardable(j job.Job) error {
	switch j.State {
	case vocabulary.JobStateRunning:
		return running()
	case vocabulary.JobStateWaiting, vocabulary.JobStateRetrying, vocabulary.JobStateFailed:
		return nil
	}
	return fault.New(JobEnded, "input.job", "The job has ended.",
		"Nothing needs to be done: there are no more attempts.")
}

func (s *Service) changeJob(ctx context.Context, r change.Request, id gid.ID, event string,
	check func(job.Job) error, act func(context.Context, store.Tx, int64) (vocabulary.JobState, error),
) (change.Outcome, error) {
	r.Needs = change.Needs{Visible: true}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if id.Type() != gid.Job {
			return fault.Missing("input.job", "Job", id)
		}
		j, err := job.Find(ctx, tx, id.Key())
		if errors.Is(err, job.ErrNoJob) {
			return fault.Missing("input.job", "Job", id)
		}
		if err != nil {
			return err
		}
		if err := check(j); err != nil {
			return err
		}
		becomes, err := act(ctx, tx, j.ID)
		if err != nil {
			return err
		}
		done.Result(id)
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: event, Subject: id,
			Label: string(KindOf(j.Kind)), Fields: change.Became("state", string(j.State), string(becomes))})
		return nil
	})
}

// AccountOf returns the account that a job is about; 0 if its arguments do not say.
func AccountOf(j job.Job) gid.ID {
	switch j.Kind {
	case mail.JobKind:
		about, _ := mail.AboutJob(j.Arguments)
		return about.Account
	case account.RequestJobKind:
		return account.AboutJob(j.Arguments)
	}
	return 0
}
