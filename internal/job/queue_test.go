package job_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"go.uber.org/goleak"

	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

type note struct {
	Text   string `json:"text"`
	Number int64  `json:"number"`
}

func (note) Kind() string { return "note" }

type stranger struct{}

func (stranger) Kind() string { return "stranger" }

var silent = slog.New(slog.DiscardHandler)

func newQueue(t *testing.T, s *store.Store, work func(context.Context, note) error) *job.Queue {
	t.Helper()
	workers := job.NewWorkers()
	job.Register(workers, work)
	q, err := job.New(s, workers, silent)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func start(t *testing.T, q *job.Queue) {
	t.Helper()
	if err := q.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = q.Stop(context.Background()) })
}

func stop(t *testing.T, q *job.Queue) {
	t.Helper()
	if err := q.Stop(t.Context()); err != nil {
		t.Errorf("stop: %v", err)
	}
}

func insert(t *testing.T, s *store.Store, q *job.Queue, text string) {
	t.Helper()
	if err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		return q.Insert(ctx, tx, note{Text: text})
	}); err != nil {
		t.Fatal(err)
	}
}

func execute(t *testing.T, s *store.Store, statement string) {
	t.Helper()
	if err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Exec(ctx, statement)
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// states returns the states of all jobs in the order in which they were recorded.
func states(t *testing.T, s *store.Store) []string {
	t.Helper()
	rows, err := s.Catalog(t.Context(), "SELECT CAST(state AS text) FROM river_job ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var state string
		if err := rows.Scan(&state); err != nil {
			t.Fatal(err)
		}
		all = append(all, state)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func oneState(t *testing.T, s *store.Store, want string) {
	t.Helper()
	if all := states(t, s); len(all) != 1 || all[0] != want {
		t.Errorf("jobs are %v, want one %s", all, want)
	}
}

func TestAJobRunsOnceAfterItsCommit(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		done := make(chan string, 10)
		q := newQueue(t, s, func(_ context.Context, n note) error {
			done <- n.Text
			return nil
		})
		start(t, q)
		changed := errors.New("changed my mind")
		err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			if err := q.Insert(ctx, tx, note{Text: "rolled back"}); err != nil {
				return err
			}
			return changed
		})
		if !errors.Is(err, changed) {
			t.Fatal(err)
		}
		insert(t, s, q, "first")
		if got := <-done; got != "first" {
			t.Errorf(`%s ran, want "first"`, got)
		}
		insert(t, s, q, "second")
		if got := <-done; got != "second" {
			t.Errorf(`%s ran, want "second"`, got)
		}
		stop(t, q)
		if len(done) != 0 {
			t.Errorf("%s ran too", <-done)
		}
		if all := states(t, s); len(all) != 2 || all[0] != "completed" || all[1] != "completed" {
			t.Errorf("jobs are %v", all)
		}
	})
}

func TestArgumentsArriveAsTheyWere(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		want := note{"a \"quoted\" \x00 Ω <b> \\ {x}, NULL", math.MaxInt64 - 1}
		done := make(chan note, 1)
		q := newQueue(t, s, func(_ context.Context, n note) error {
			done <- n
			return nil
		})
		start(t, q)
		if err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			return q.Insert(ctx, tx, want)
		}); err != nil {
			t.Fatal(err)
		}
		if got := <-done; got != want {
			t.Errorf("%+v became %+v", want, got)
		}
		stop(t, q)
	})
}

func TestArgumentsThatCannotBeReadAreNotQuoted(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	var log lines
	workers := job.NewWorkers()
	job.Register(workers, func(context.Context, note) error { return nil })
	q, err := job.New(s, workers, slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	insert(t, s, q, "a")
	execute(t, s,
		`UPDATE river_job SET max_attempts = 1, args = '{"args": "{\"text\": \"secret\", \"number\": \"secret\"}"}'`)
	log.came = make(chan struct{}, 100)
	start(t, q)
	<-log.came
	stop(t, q)
	if text := log.take(); !strings.Contains(text, "cannot be read") || strings.Contains(text, "secret") {
		t.Errorf("the log says\n%s", text)
	}
	oneState(t, s, "discarded")
}

func TestStopWaitsForRunningWork(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		started, release := make(chan struct{}), make(chan struct{})
		var finished atomic.Bool
		q := newQueue(t, s, func(ctx context.Context, _ note) error {
			close(started)
			<-release
			finished.Store(true)
			return ctx.Err()
		})
		start(t, q)
		if err := q.Start(t.Context()); !errors.Is(err, job.ErrRunning) {
			t.Errorf("a second start: %v, want %v", err, job.ErrRunning)
		}
		insert(t, s, q, "slow")
		<-started
		stopped := make(chan error)
		go func() { stopped <- q.Stop(t.Context()) }()
		close(release)
		if err := <-stopped; err != nil || !finished.Load() {
			t.Errorf("stopped with %v, finished %v", err, finished.Load())
		}
		oneState(t, s, "completed")
	})
}

func TestStopCutsOffWorkThatTakesTooLong(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		started := make(chan struct{})
		q := newQueue(t, s, func(ctx context.Context, _ note) error {
			close(started)
			<-ctx.Done()
			return ctx.Err()
		})
		start(t, q)
		insert(t, s, q, "endless")
		<-started
		over, cancel := context.WithCancel(t.Context())
		cancel()
		if err := q.Stop(over); !errors.Is(err, job.ErrCutOff) || errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		// It will be retried.
		oneState(t, s, "available")
	})
}

func TestAFailedJobIsTriedAgain(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var tries atomic.Int64
		done := make(chan struct{})
		q := newQueue(t, s, func(context.Context, note) error {
			if tries.Add(1) == 1 {
				return errors.New("not yet")
			}
			close(done)
			return nil
		})
		start(t, q)
		insert(t, s, q, "stubborn")
		<-done
		stop(t, q)
		oneState(t, s, "completed")
		if n := tries.Load(); n != 2 {
			t.Errorf("%d tries, want 2", n)
		}
	})
}

func TestAPermanentFailureIsNotTriedAgain(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var tries atomic.Int64
		tried := make(chan struct{})
		q := newQueue(t, s, func(context.Context, note) error {
			if tries.Add(1) == 1 {
				close(tried)
			}
			return job.Permanent(errors.New("never"))
		})
		start(t, q)
		insert(t, s, q, "hopeless")
		<-tried
		stop(t, q)
		oneState(t, s, "cancelled")
	})
}

func TestJobsOfADeadProcessAreTakenOver(t *testing.T) {
	s := database.Open(t, store.Config{Directory: t.TempDir()})
	done := make(chan struct{})
	q := newQueue(t, s, func(context.Context, note) error {
		close(done)
		return nil
	})
	insert(t, s, q, "orphan")
	execute(t, s,
		"UPDATE river_job SET state = 'running', attempt = 1, attempted_at = datetime('now'), attempted_by = "+
			"'[\"dead\"]'")
	execute(t, s, "INSERT INTO river_leader (elected_at, expires_at, leader_id) VALUES "+
		"(datetime('now'), datetime('now', '+1 day'), 'dead')")
	start(t, q)
	<-done
	stop(t, q)
	oneState(t, s, "completed")
}

func TestInsertRefusesUnknownKinds(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		q := newQueue(t, s, func(context.Context, note) error { return nil })
		add := func(q *job.Queue, before func()) error {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			return s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				if before != nil {
					cancel()
				}
				return q.Insert(ctx, tx, stranger{})
			})
		}
		if err := add(q, nil); !errors.Is(err, job.ErrUnknownKind) {
			t.Errorf("got %v, want %v", err, job.ErrUnknownKind)
		}
		only, err := job.New(s, nil, silent)
		if err != nil {
			t.Fatal(err)
		}
		if err := add(only, func() {}); !errors.Is(err, store.ErrTimeout) {
			t.Errorf("after the deadline: %v, want %v", err, store.ErrTimeout)
		}
		if err := only.Start(t.Context()); !errors.Is(err, job.ErrUnknownKind) {
			t.Errorf("start without work: %v", err)
		}
		if err := add(only, nil); err != nil {
			t.Errorf("without workers: %v", err)
		}
		oneState(t, s, "available")
	})
}

// Work writes while other transactions write and record jobs. They must not deadlock.
func TestWorkWritesAmongOtherWriters(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		const writers, each = 8, 5
		done := make(chan struct{}, writers*each)
		execute(t, s, "CREATE TABLE marks (text varchar(100))")
		mark := func(ctx context.Context, tx store.Tx, text string) error {
			_, err := tx.Exec(ctx, "INSERT INTO marks VALUES (?)", text)
			return err
		}
		q := newQueue(t, s, func(ctx context.Context, n note) error {
			err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error { return mark(ctx, tx, n.Text) })
			done <- struct{}{}
			return err
		})
		start(t, q)
		var group sync.WaitGroup
		for range writers {
			group.Go(func() {
				for range each {
					if err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
						return errors.Join(mark(ctx, tx, "writer"), q.Insert(ctx, tx, note{Text: "worker"}))
					}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		for range writers * each {
			<-done
		}
		stop(t, q)
		rows, err := s.Catalog(t.Context(), "SELECT count(*) FROM marks")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		var n int
		if !rows.Next() || rows.Scan(&n) != nil || n != 2*writers*each {
			t.Errorf("%d marks", n)
		}
	})
}

// lines is a log writer that can be emptied. It is safe for concurrent use.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
	came chan struct{} // receives a value for each line, if set
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.came != nil {
		l.came <- struct{}{}
	}
	return l.text.Write(p)
}

func (l *lines) take() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	text := l.text.String()
	l.text.Reset()
	return text
}

func TestTheQueueIsQuietAndLeavesNothingBehind(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		before := goleak.IgnoreCurrent()
		var log lines
		config.SlowStatement = 1
		config.Log = slog.New(slog.NewTextHandler(&log, nil))
		s, err := store.Open(t.Context(), config)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		workers := job.NewWorkers()
		done := make(chan struct{})
		job.Register(workers, func(context.Context, note) error {
			close(done)
			return nil
		})
		q, err := job.New(s, workers, config.Log)
		if err != nil {
			t.Fatal(err)
		}
		insert(t, s, q, "a")
		log.take()
		if err := q.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		<-done
		stop(t, q)
		if text := log.take(); text != "" {
			t.Errorf("the log says\n%s", text)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		goleak.VerifyNone(t, before)
	})
}

type elsewhere struct{}

func (elsewhere) Kind() string { return "elsewhere" }

func (elsewhere) Queue() string { return "elsewhere" }

// TestJobsAreLeftForTheProcessThatDoesThem checks that a process neither runs nor discards jobs of a kind that it has
// left to others.
func TestJobsAreLeftForTheProcessThatDoesThem(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		add := func(q *job.Queue, args job.Args) {
			t.Helper()
			if err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
				return q.Insert(ctx, tx, args)
			}); err != nil {
				t.Fatal(err)
			}
		}
		queue := func(register func(*job.Workers)) *job.Queue {
			workers := job.NewWorkers()
			register(workers)
			q, err := job.New(s, workers, silent)
			if err != nil {
				t.Fatal(err)
			}
			return q
		}
		done := map[string]chan struct{}{"note": make(chan struct{}), "elsewhere": make(chan struct{})}
		one := queue(func(w *job.Workers) {
			job.Register(w, func(context.Context, note) error { close(done["note"]); return nil })
			job.Leave[elsewhere](w)
		})
		other := queue(func(w *job.Workers) {
			job.Register(w, func(context.Context, elsewhere) error { close(done["elsewhere"]); return nil })
			job.Leave[note](w)
		})
		add(one, elsewhere{})
		add(one, note{Text: "a"})
		start(t, one)
		<-done["note"]
		stop(t, one)
		if got := states(t, s); len(got) != 2 || got[0] != "available" || got[1] != "completed" {
			t.Errorf(`%v, want len(got) = 2, got[0] = "available" and got[1] = "completed"`, got)
		}
		start(t, other)
		<-done["elsewhere"]
		stop(t, other)
		if got := states(t, s); len(got) != 2 || got[0] != "completed" {
			t.Errorf(`%v, want len(got) = 2 and got[0] = "completed"`, got)
		}
	})
}
