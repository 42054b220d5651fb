package mail_test

import (
	"context"
	"crypto/rand"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

const publicURL = "https://licenses.example.com/portal"

var (
	from    = mail.Sender{Name: "Example Licensing", Address: "licensing@example.com"}
	noon    = clock.At(time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC))
	silent  = slog.New(slog.DiscardHandler)
	account = "Northwind Traders"
)

// linker returns a fixed token, or different ones. It returns ErrNotWanted for some subjects.
type linker struct {
	token    string
	unwanted gid.ID
	mu       sync.Mutex
	made     []string
}

func (l *linker) NewLink(_ context.Context, purpose vocabulary.LinkPurpose, subject gid.ID, _, _,
	returnTo string) (string, error) {
	if subject == l.unwanted {
		return "", mail.ErrNotWanted
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	token := l.token
	if token == "" {
		token = rand.Text()
	}
	l.made = append(l.made, strings.Join([]string{string(purpose), subject.String(), returnTo}, " "))
	return token, nil
}

// directory returns users by address, ignoring letter case.
type directory map[string][]mail.Recipient

func (d directory) Recipients(_ context.Context, address string) ([]mail.Recipient, error) {
	return d[strings.ToLower(address)], nil
}

// tray collects the delivered letters.
type tray struct {
	mu      sync.Mutex
	letters []mail.Letter
	came    chan struct{}
}

func newTray() *tray { return &tray{came: make(chan struct{}, 100)} }

func (d *tray) Deliver(_ context.Context, letter mail.Letter) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.letters = append(d.letters, letter)
	d.came <- struct{}{}
	return nil
}

func (d *tray) all() []mail.Letter {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]mail.Letter(nil), d.letters...)
}

func newWorker(t *testing.T, delivery mail.Delivery, links mail.Linker, people mail.Recipients) *mail.Worker {
	t.Helper()
	worker, err := mail.NewWorker(mail.Options{Delivery: delivery, Linker: links, Recipients: people,
		PublicURL: publicURL, From: from, Clock: clock.Freeze(noon).Now})
	if err != nil {
		t.Fatal(err)
	}
	return worker
}

// fixture is a running queue with an outbox.
type fixture struct {
	store  *store.Store
	queue  *job.Queue
	outbox *mail.Outbox
}

func open(t *testing.T, s *store.Store, worker *mail.Worker, log *slog.Logger) fixture {
	t.Helper()
	workers := job.NewWorkers()
	worker.Register(workers)
	queue, err := job.New(s, workers, log)
	if err != nil {
		t.Fatal(err)
	}
	outbox, err := mail.NewOutbox(queue, from, clock.Freeze(noon).Now)
	if err != nil {
		t.Fatal(err)
	}
	if err := queue.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = queue.Stop(context.Background()) })
	return fixture{store: s, queue: queue, outbox: outbox}
}

func (o fixture) enqueue(t *testing.T, messages ...mail.Message) {
	t.Helper()
	if err := o.store.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		for _, message := range messages {
			if err := o.outbox.Enqueue(ctx, tx, message); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func (o fixture) stop(t *testing.T) {
	t.Helper()
	if err := o.queue.Stop(t.Context()); err != nil {
		t.Error(err)
	}
}

// jobs returns the states and arguments of all jobs in the order in which they were recorded.
func jobs(t *testing.T, s *store.Store) (states, args []string) {
	t.Helper()
	rows, err := s.Catalog(t.Context(), "SELECT CAST(state AS text), CAST(args AS text) FROM river_job ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var state, text string
		if err := rows.Scan(&state, &text); err != nil {
			t.Fatal(err)
		}
		states, args = append(states, state), append(args, text)
	}
	return states, args
}
