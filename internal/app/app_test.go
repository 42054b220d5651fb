package app_test

import (
	"context"
	"log/slog"
	"net/url"
	"testing"

	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// unreadable is a job of an access request that this version cannot decode, so that it fails if it is run.
type unreadable struct {
	User string `json:"user"`
}

func (unreadable) Kind() string { return "access_request" }

func (unreadable) Queue() string { return "access_requests" }

// failures collects the log entries of failed jobs.
type failures struct {
	slog.Handler
	came chan string
}

func (f failures) Enabled(context.Context, slog.Level) bool { return true }

func (f failures) Handle(_ context.Context, r slog.Record) error {
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "job_kind" {
			select {
			case f.came <- a.Value.String():
			default:
			}
		}
		return true
	})
	return nil
}

func (f failures) WithAttrs([]slog.Attr) slog.Handler { return f }

func (f failures) WithGroup(string) slog.Handler { return f }

// A server without mail delivery runs all other jobs, and leaves mail jobs in the queue for a server that has it.
func TestAServerWithoutMailDoesTheOtherJobs(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		public, err := url.Parse("https://licenses.example.com")
		if err != nil {
			t.Fatal(err)
		}
		log := failures{slog.DiscardHandler, make(chan string, 1)}
		a, err := app.New(app.Options{Base: app.Base{DB: db, Log: slog.New(log),
			From: mail.Sender{Address: "licenses@example.com"}}, PublicURL: public})
		if err != nil {
			t.Fatal(err)
		}
		err = db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			if err := a.Outbox.Enqueue(ctx, tx,
				mail.MembershipEnded{To: "bo@example.com", Account: "Harbor"}); err != nil {
				return err
			}
			return a.Queue.Insert(ctx, tx, unreadable{"nobody"})
		})
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- a.Work(ctx) }()
		if kind := <-log.came; kind != "access_request" {
			t.Errorf("%s was tried", kind)
		}
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		rows, err := db.Catalog(t.Context(), "SELECT CAST(state AS text) FROM river_job WHERE kind = 'mail'")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for state := ""; rows.Next(); {
			if err := rows.Scan(&state); err != nil || state != "available" {
				t.Errorf("the mail is %s, %v", state, err)
			}
		}
		if err := rows.Err(); err != nil {
			t.Error(err)
		}
	})
}
