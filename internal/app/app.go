// Package app assembles the server: the subjects over one database, what is served over HTTP, and the work that has no
// request of its own. The command line serves what it assembles, and the suite of attacks tries the same.
package app

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/dns"
	"github.com/muniment/muniment/internal/entitlement"
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

// Services are the subjects over one database, as servers and commands need them.
type Services struct {
	DB      *store.Store
	Changes *change.Pipeline
	Access  *access.Service
	Members *account.Service
	// Directories keeps what customers' directories know.
	Directories *directory.Service
	Outbox      *mail.Outbox
	Queue       *job.Queue

	today func() day.Day
	now   clock.Clock
}

// Base is what services stand on; all but Workers, Now and Today are required.
type Base struct {
	DB *store.Store
	// Workers do the jobs; nil if jobs are only taken, for a server to do.
	Workers *job.Workers
	// From is who mails are from.
	From mail.Sender
	Log  *slog.Logger
	// Now tells the time; nil is that of the database, which follows the clock of the machine.
	Now clock.Clock
	// Today tells the day on which memberships and rights are judged; nil is that of Now, in the time zone of the process.
	Today func() day.Day
	// DNS finds the records that prove domains; nil asks the servers of the machine.
	DNS dns.Resolver
	// Policy says by what people have to prove who they are. New makes it of its options.
	Policy access.Policy
}

// NewServices puts the subjects over a database.
func NewServices(base Base) (*Services, error) {
	if base.Now == nil {
		base.Now = base.DB.Now
	}
	if base.Today == nil {
		base.Today = func() day.Day { return day.Of(base.Now().Time().Local()) }
	}
	queue, err := job.New(base.DB, base.Workers, base.Log)
	if err != nil {
		return nil, err
	}
	outbox, err := mail.NewOutbox(queue, base.From, base.Now)
	if err != nil {
		return nil, err
	}
	authority := access.NewAuthority(base.Today).Under(base.Policy)
	s := &Services{DB: base.DB, Changes: change.New(base.DB, base.Now, authority), Outbox: outbox, Queue: queue, today: base.Today, now: base.Now}
	known := &directories{}
	s.Access = access.NewService(s.Changes, access.Options{Today: base.Today, Outbox: outbox, Directories: known, Policy: base.Policy})
	if base.DNS == nil {
		base.DNS = dns.System("")
	}
	s.Members = account.NewService(s.Changes, s.Access, outbox, base.Today, account.WithDNS(base.DNS), account.WithJobs(queue))
	s.Directories = directory.NewService(base.DB, s.Members)
	known.Service = s.Directories
	return s, nil
}

// directories are asked by what directories themselves stand on, so that they are known last.
type directories struct{ *directory.Service }

// Options are what a server is assembled from; all but Base and PublicURL may be left out.
type Options struct {
	Base
	// PublicURL is the address under which browsers reach the server.
	PublicURL *url.URL
	// Delivery is the way for mails. Without one mails wait for another server that has one, and no links are offered.
	Delivery mail.Delivery
	// Providers are the identity providers at which people may sign in.
	Providers []signin.Provider
	// ProducerBy are the codes of the providers by which alone the producer's people sign in; none stand for every way.
	ProducerBy []string
	// TrustedProxies are those whose X-Forwarded-For is believed.
	TrustedProxies []netip.Prefix
	// FailedCredentials is how many keys and tokens from one client may fail within five minutes, and KeyRequests how many
	// requests one API key may send in a minute; 0 is no limit.
	FailedCredentials, KeyRequests int
	// Demo are sample roles that anybody may take.
	Demo []signin.DemoUser
	// Ready says whether the database can be served; nil is always.
	Ready func(context.Context) error
}

// App is a server: its handler, and the work beside it.
type App struct {
	*Services
	options Options
	signin  *signin.SignIn
	schema  *graph.Schema
	log     *slog.Logger
}

// New assembles a server. It returns signin.ErrPublicURL for a public URL that cannot be one.
func New(options Options) (*App, error) {
	if options.Workers == nil {
		options.Workers = job.NewWorkers()
	}
	options.Policy = signin.Policy(options.Providers, options.ProducerBy)
	s, err := NewServices(options.Base)
	if err != nil {
		return nil, err
	}
	entrance := signin.Options{Access: s.Access, Members: invited{s.Members}, Store: s.DB, Providers: options.Providers,
		PublicURL: options.PublicURL.String(), Demo: options.Demo, Log: options.Log, Now: s.now, TrustedProxies: options.TrustedProxies}
	s.Members.RegisterWork(options.Workers)
	if options.Delivery == nil {
		mail.Leave(options.Workers)
	} else {
		worker, err := mail.NewWorker(mail.Options{Delivery: options.Delivery, Linker: linker{s.Access, s.Members},
			Recipients: readers{s.Access}, PublicURL: options.PublicURL.String(), From: options.From, Clock: s.now})
		if err != nil {
			return nil, err
		}
		worker.Register(options.Workers)
		entrance.Mailer = mailer{s.Outbox, s.DB}
	}
	a := &App{Services: s, options: options, log: options.Log}
	if a.signin, err = signin.New(entrance); err != nil {
		return nil, err
	}
	a.schema, err = graph.NewSchema(graph.Options{Store: s.DB, Services: graph.Services{Access: s.Access, Members: s.Members},
		Today: s.today, Log: options.Log})
	return a, err
}

// Mails tells whether the server sends mails.
func (a *App) Mails() bool { return a.options.Delivery != nil }

// Handler answers requests. It is not ready any more once ctx has ended.
func (a *App) Handler(ctx context.Context) http.Handler {
	public := a.options.PublicURL
	return httpd.New(httpd.Options{
		Schema:       a.schema,
		Authenticate: a.signin.Authenticate,
		PublicURL:    public,
		SignIn:       func(router chi.Router) { a.signin.Routes(router) },
		Provisioning: scim.New(scim.Options{Directory: a.Directories, Store: a.DB, PublicURL: public.String(), Log: a.log}),
		Exports:      map[string]http.HandlerFunc{"audit": a.exportAudit, "access-review": a.exportReview},
		Ready: func(request context.Context) error {
			if ctx.Err() != nil {
				return fault.New(fault.Unavailable, "", "The server is stopping.", "Send the request to another server, or try again later.")
			}
			if a.options.Ready == nil {
				return nil
			}
			return a.options.Ready(request)
		},
		Client: a.signin.Client, FailedCredentials: a.options.FailedCredentials, KeyRequests: a.options.KeyRequests, Now: a.now,
		Log:        a.log,
		Playground: web.Playground(),
	})
}

// stopTime is how long running jobs may take to finish when the process is asked to stop.
const stopTime = 10 * time.Second

// Work does what has no request of its own until ctx ends: jobs, sealing, placing events, sweeping. It returns once all of it
// has stopped.
func (a *App) Work(ctx context.Context) error {
	ctx = viewer.With(ctx, viewer.System())
	if err := a.Queue.Start(ctx); err != nil {
		return err
	}
	var all sync.WaitGroup
	all.Go(func() { audit.Sealing(a.DB, a.now).Run(ctx, a.log) })
	all.Go(func() { event.Placing(a.DB).Run(ctx, a.log) })
	all.Go(func() { a.Members.Checking().Run(ctx, a.log) })
	all.Go(func() { a.sweep(ctx) })
	all.Go(func() { a.tidy(ctx) })
	<-ctx.Done()
	all.Wait()
	a.signin.Close()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	return a.Queue.Stop(limit)
}

// tidyEvery is how often what has expired is removed. Nothing waits for it: what has expired is refused by itself.
const tidyEvery = 10 * time.Minute

// tidy removes sessions, links, tokens and keys to repeat by that have expired.
func (a *App) tidy(ctx context.Context) {
	ticker := time.NewTicker(tidyEvery)
	defer ticker.Stop()
	for {
		_, swept := a.Access.Sweep(ctx)
		_, forgot := change.Forget(ctx, a.DB, a.now())
		budgets := mail.SweepBudgets(ctx, a.DB, a.now())
		if err := errors.Join(swept, forgot, budgets); err != nil && ctx.Err() == nil {
			a.log.ErrorContext(ctx, "expired rows could not be removed; trying again later", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// sweepEvery is how often lines are settled whose periods begin or end. What is answered never waits for it.
const sweepEvery = time.Hour

// sweep settles lines at the start and then every hour, until the context ends.
func (a *App) sweep(ctx context.Context) {
	ticker := time.NewTicker(sweepEvery)
	defer ticker.Stop()
	for {
		settled, err := entitlement.Sweep(ctx, a.DB, a.today(), a.now)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			a.log.ErrorContext(ctx, "line items could not be settled; trying again within an hour", "error", err)
		case settled > 0:
			a.log.InfoContext(ctx, "settled line items", "count", settled)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
