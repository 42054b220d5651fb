package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/event"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/httpd/scim"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/web"
)

// services are the subjects over one database, as servers and commands need them.
type services struct {
	db      *store.Store
	changes *change.Pipeline
	access  *access.Service
	members *account.Service
	outbox  *mail.Outbox
	queue   *job.Queue
}

// newServices puts the subjects over a database. workers are nil where jobs are only taken, for a server to do.
func newServices(db *store.Store, workers *job.Workers, from mail.Sender, log *slog.Logger) (*services, error) {
	queue, err := job.New(db, workers, log)
	if err != nil {
		return nil, err
	}
	outbox, err := mail.NewOutbox(queue, from)
	if err != nil {
		return nil, err
	}
	s := &services{db: db, changes: change.New(db, clock.System), outbox: outbox, queue: queue}
	s.access = access.NewService(s.changes, today)
	s.members = account.NewService(s.changes, s.access, outbox, today)
	return s, nil
}

// house is everything that a serving process runs beside the way in.
type house struct {
	*services
	signin *signin.SignIn
	// mails tells whether this server does the jobs.
	mails bool
	log   *slog.Logger
}

// doors are what a house is opened with.
type doors struct {
	public   *url.URL
	entrance Entrance
	post     Post
	demo     []signin.DemoUser
}

// newHouse puts everything over a database. mailbox is the directory to which mails go, if they go to one.
func newHouse(db *store.Store, config store.Config, in doors, log *slog.Logger) (h *house, mailbox string, err error) {
	from, err := in.post.sender(in.public.Host)
	if err != nil {
		return nil, "", err
	}
	delivery, mailbox, err := in.post.delivery(config)
	if err != nil {
		return nil, "", err
	}
	providers, err := in.entrance.providers()
	if err != nil {
		return nil, "", err
	}
	proxies, err := in.entrance.proxies()
	if err != nil {
		return nil, "", err
	}
	var workers *job.Workers // without a way for mail, jobs wait for another server that has one
	if delivery != nil {
		workers = job.NewWorkers()
	}
	s, err := newServices(db, workers, from, log)
	if err != nil {
		return nil, "", err
	}
	options := signin.Options{Access: s.access, Members: invited{s.members}, Store: db, Providers: providers,
		PublicURL: in.public.String(), Demo: in.demo, Log: log, TrustedProxies: proxies}
	if delivery != nil {
		worker, err := mail.NewWorker(mail.Options{Delivery: delivery, Linker: linker{s.access, s.members}, Recipients: readers{s.access, db},
			PublicURL: in.public.String(), From: from})
		if err != nil {
			return nil, "", err
		}
		worker.Register(workers)
		options.Mailer = mailer{s.outbox, db}
	}
	entrance, err := signin.New(options)
	if errors.Is(err, signin.ErrPublicURL) {
		return nil, "", fault.New(usage, "public-url", err.Error(), "name the https address under which browsers reach the server")
	}
	return &house{s, entrance, delivery != nil, log}, mailbox, err
}

// handler answers requests. It is not ready any more once ctx has ended.
func (h *house) handler(ctx context.Context, public *url.URL) http.Handler {
	resolver := graph.NewResolver(h.db.Client(), today, graph.Services{Access: h.access, Members: h.members})
	return httpd.New(httpd.Options{
		Schema:       generated.NewExecutableSchema(generated.Config{Resolvers: resolver}),
		Operation:    resolver.Operation,
		Authenticate: h.signin.Authenticate,
		PublicURL:    public,
		SignIn:       func(router chi.Router) { h.signin.Routes(router) },
		Provisioning: scim.New(scim.Options{Changes: h.changes, Access: h.access, Members: h.members, Today: today, PublicURL: public.String(), Log: h.log}),
		Exports:      map[string]http.HandlerFunc{"audit": h.exportAudit, "access-review": h.exportReview},
		Ready: func(request context.Context) error {
			if ctx.Err() != nil {
				return fault.New(fault.Unavailable, "", "The server is stopping.", "Ask another, or later.")
			}
			if err := h.db.RequireSchema(request); err != nil {
				return errors.Join(explain(err), err)
			}
			return nil
		},
		Log:        h.log,
		Playground: web.Playground(),
	})
}

// stopTime is how long running jobs may take to finish when the process is asked to stop.
const stopTime = 10 * time.Second

// work does what has no request of its own until ctx ends: jobs, sealing, placing events, sweeping. It returns once all of it
// has stopped.
func (h *house) work(ctx context.Context) error {
	ctx = viewer.With(ctx, viewer.System())
	if h.mails {
		if err := h.queue.Start(ctx); err != nil {
			return err
		}
	}
	var all sync.WaitGroup
	all.Go(func() { audit.Sealing(h.db, clock.System).Run(ctx, h.log) })
	all.Go(func() { event.Placing(h.db).Run(ctx, h.log) })
	all.Go(func() { sweep(ctx, h.db, h.log) })
	all.Go(func() { h.tidy(ctx) })
	<-ctx.Done()
	all.Wait()
	h.signin.Close()
	if !h.mails {
		return nil
	}
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	return h.queue.Stop(limit)
}

// tidyEvery is how often what has expired is removed. Nothing waits for it: what has expired is refused by itself.
const tidyEvery = 10 * time.Minute

// tidy removes sessions, links, tokens and keys to repeat by that have expired.
func (h *house) tidy(ctx context.Context) {
	ticker := time.NewTicker(tidyEvery)
	defer ticker.Stop()
	for {
		_, swept := h.access.Sweep(ctx)
		_, forgot := change.Forget(ctx, h.db, clock.System())
		if err := errors.Join(swept, forgot); err != nil && ctx.Err() == nil {
			h.log.ErrorContext(ctx, "removing what has expired failed; it is tried again", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
