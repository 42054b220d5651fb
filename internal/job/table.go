package job

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"entgo.io/ent/dialect"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Table is the table of jobs for lists. Its columns are id, kind, state (a vocabulary.JobState), args and errors
// (JSON), attempt, max_attempts, and the moments created_at, attempted_at, scheduled_at and finalized_at.
var Table = page.Derived("jobs", map[string]page.Column{
	"id": integer(false), "kind": {Text: true}, "state": {Text: true}, "args": {Text: true},
	"errors":  {Text: true, Nullable: true},
	"attempt": small(), "max_attempts": small(), "created_at": integer(false),
	"attempted_at": integer(true), "scheduled_at": integer(false), "finalized_at": integer(true),
}, map[string]string{dialect.SQLite: rows(dialect.SQLite), dialect.Postgres: rows(dialect.Postgres)})

func integer(nullable bool) page.Column {
	return page.Column{Least: -1 << 63, Most: 1<<63 - 1, Nullable: nullable}
}

func small() page.Column { return page.Column{Least: -1 << 15, Most: 1<<15 - 1} }

// rows returns the SELECT of Table for an engine. River's columns hold times in forms of their own, and its states do
// not tell a job that somebody gave up from one that failed for good: its metadata do.
func rows(engine string) string {
	canceled, failures := "json_extract(metadata, '$.cancel_attempted_at')", "CAST(errors AS text)"
	moment := func(column string) string {
		// Some columns have a time as Go prints it, such as 2026-11-29 14:07:47.29 +0000 UTC m=+65.05. SQLite reads
		// its beginning with +00:00 at the end; of anything else it reads the seconds.
		zone := "(instr(" + column + ", ' +') + instr(" + column + ", ' -'))"
		part := func(first, length string) string { return "substr(" + column + ", " + first + ", " + length + ")" }
		written := part("1", zone+" - 1") + " || " + part(zone+" + 1", "3") + " || ':' || " + part(zone+" + 4", "2")
		day := "coalesce(julianday(" + column + "), julianday(" + written + "), julianday(" + part("1", "19") + "))"
		return "CAST(round((" + day + " - 2440587.5) * 86400000.0) AS integer) * 1000 AS " + column
	}
	if engine == dialect.Postgres {
		canceled, failures = "metadata->>'cancel_attempted_at'", "CAST(array_to_json(errors) AS text)"
		moment = func(column string) string {
			return "CAST(floor(extract(epoch FROM " + column + ") * 1000) AS bigint) * 1000 AS " + column
		}
	}
	return "SELECT id, kind, CASE CAST(state AS text) WHEN 'available' THEN 'WAITING' " +
		"WHEN 'scheduled' THEN 'WAITING' WHEN 'pending' THEN 'WAITING' WHEN 'running' THEN 'RUNNING' " +
		"WHEN 'retryable' THEN 'RETRYING' " +
		"WHEN 'completed' THEN 'DONE' ELSE CASE WHEN " + canceled + " IS NULL THEN 'FAILED' " +
		"ELSE 'DISCARDED' END END AS state, CAST(args AS text) AS args, " + failures +
		" AS errors, attempt, max_attempts, " + moment("created_at") + ", " + moment("attempted_at") + ", " +
		moment("scheduled_at") + ", " + moment("finalized_at") + " FROM river_job"
}

// Newest is the order of jobs from the last recorded to the first.
var Newest = page.Order{Name: "NEWEST", Descending: true}

// RunsAtMost is the time after which a running job is overdue: its process must have ended.
const RunsAtMost = rescueAfter

// Job is a recorded job.
type Job struct {
	ID        int64
	Kind      string
	State     vocabulary.JobState
	Arguments string // see Read
}

// ErrNoJob is returned for a job that does not exist, or no longer exists.
var ErrNoJob = errors.New("there is no such job")

// Find reads a job in a transaction, and keeps it from being started until the transaction ends. It returns ErrNoJob,
// or a store error.
func Find(ctx context.Context, tx store.Tx, id int64) (Job, error) {
	j := Job{ID: id}
	if tx.Engine() == store.Postgres { // SQLite has one writer
		var locked int64
		err := tx.QueryRow(ctx, "SELECT id FROM river_job WHERE id = ? FOR UPDATE", []any{id}, &locked)
		if errors.Is(err, sql.ErrNoRows) {
			return j, ErrNoJob
		}
		if err != nil {
			return j, fmt.Errorf("lock a job: %w", err)
		}
	}
	err := tx.QueryRow(ctx, "SELECT t.kind, t.state, t.args FROM ("+rows(string(tx.Engine()))+
		") AS t WHERE t.id = ?", []any{id}, &j.Kind, &j.State, &j.Arguments)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return j, ErrNoJob
	case err != nil:
		return j, fmt.Errorf("read a job: %w", err)
	}
	return j, nil
}

// Retry makes a job available at once, in the transaction of a change, and returns the state that it has then. It must
// not be running.
func (q *Queue) Retry(ctx context.Context, tx store.Tx, id int64) (vocabulary.JobState, error) {
	if tx.Engine() == store.SQLite {
		ctx = context.WithoutCancel(ctx)
	}
	if _, err := q.inserter.JobRetryTx(ctx, tx.SQL(), id); err != nil {
		return "", fmt.Errorf("retry a job: %w", store.Translate(err))
	}
	// A job that was given up before, and now fails for good, was not given up.
	forget := "UPDATE river_job SET metadata = json_remove(metadata, '$.cancel_attempted_at') WHERE id = ?"
	if tx.Engine() == store.Postgres {
		forget = "UPDATE river_job SET metadata = metadata - 'cancel_attempted_at' WHERE id = ?"
	}
	if _, err := tx.Exec(ctx, forget, id); err != nil {
		return "", fmt.Errorf("retry a job: %w", err)
	}
	j, err := Find(ctx, tx, id)
	return j.State, err
}

// Discard gives a job up, in the transaction of a change, and returns the state that it has then. It must not be
// running.
func (q *Queue) Discard(ctx context.Context, tx store.Tx, id int64) (vocabulary.JobState, error) {
	if tx.Engine() == store.SQLite {
		ctx = context.WithoutCancel(ctx)
	}
	if _, err := q.inserter.JobCancelTx(ctx, tx.SQL(), id); err != nil {
		return "", fmt.Errorf("give up a job: %w", store.Translate(err))
	}
	// River leaves a job alone that has failed for good.
	note := "UPDATE river_job SET metadata = json_set(metadata, '$.cancel_attempted_at', " +
		"strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) WHERE id = ? AND state IN ('discarded', 'cancelled')"
	if tx.Engine() == store.Postgres {
		note = "UPDATE river_job SET metadata = metadata || jsonb_build_object('cancel_attempted_at', now()) " +
			"WHERE id = ? AND state IN ('discarded', 'cancelled')"
	}
	if _, err := tx.Exec(ctx, note, id); err != nil {
		return "", fmt.Errorf("give up a job: %w", err)
	}
	j, err := Find(ctx, tx, id)
	return j.State, err
}

// Depth is the number of jobs by state, and since when the oldest has waited that could run now.
type Depth struct {
	Counts        map[vocabulary.JobState]int64
	Queued        int64
	OldestWaiting *clock.Instant
}

// DepthOf returns the depth of the queue at a moment.
func DepthOf(ctx context.Context, s *store.Store, now clock.Instant) (Depth, error) {
	d := Depth{Counts: map[vocabulary.JobState]int64{}}
	found, err := s.Catalog(ctx, "SELECT t.state, count(*), "+
		"sum(CASE WHEN t.scheduled_at <= ? AND t.state IN ('WAITING', 'RETRYING') THEN 1 ELSE 0 END), "+
		"min(CASE WHEN t.scheduled_at <= ? AND t.state IN ('WAITING', 'RETRYING') THEN t.scheduled_at END) FROM ("+
		rows(string(s.Engine()))+") AS t GROUP BY t.state", int64(now), int64(now))
	if err != nil {
		return d, fmt.Errorf("count the jobs: %w", err)
	}
	defer found.Close()
	for found.Next() {
		var state vocabulary.JobState
		var n, queued int64
		var oldest *int64
		if err := found.Scan(&state, &n, &queued, &oldest); err != nil {
			return d, fmt.Errorf("count the jobs: %w", store.Translate(err))
		}
		d.Counts[state] = n
		d.Queued += queued
		if oldest != nil && (d.OldestWaiting == nil || *oldest < int64(*d.OldestWaiting)) {
			at := clock.Instant(*oldest)
			d.OldestWaiting = &at
		}
	}
	return d, store.Translate(found.Err())
}

// Failure is an attempt of a job that failed.
type Failure struct {
	Attempt int
	At      clock.Instant
	Message string
}
