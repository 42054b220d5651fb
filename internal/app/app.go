// Package app assembles the server: its services over one database, the HTTP handler, and the background work. It is
// used by the serve command and by the security tests.
package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/netip"
	"net/url"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/customfield"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/dns"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/event"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/httpd/scim"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/issuing"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/legacy/importrun"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/operation"
	"github.com/muniment/muniment/internal/origin"
	"github.com/muniment/muniment/internal/renewing"
	"github.com/muniment/muniment/internal/routine"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
	"github.com/muniment/muniment/web"
)

// Services are the services over one database, for servers and commands.
type Services struct {
	DB      *store.Store
	Changes *change.Pipeline
	Access  *access.Service
	Members *account.Service
	// Catalog changes what is sold.
	Catalog *catalog.Service
	// Rights changes rights that were issued, and Coverages what covers them.
	Rights    *entitlement.Service
	Coverages *coverage.Service
	// Issuing grants new rights.
	Issuing *issuing.Service
	// Renewing renews rights.
	Renewing *renewing.Service
	// Fields declares custom fields and sets their values.
	Fields *customfield.Service
	// Directories manages the records of customers' directories.
	Directories *directory.Service
	Outbox      *mail.Outbox
	Queue       *job.Queue
	// Operation retries jobs, and knows the state of the server.
	Operation *operation.Service

	today func() day.Day
	now   clock.Clock
	// widgets are the manifests of the documents of Muniment's own widgets.
	widgets []web.Manifest
}

// Base holds what NewServices needs. All fields but Workers, Now, Today, DNS and Policy are required.
type Base struct {
	DB *store.Store
	// Workers run the jobs; nil if this process only enqueues jobs, for a server to run.
	Workers *job.Workers
	// From is the sender of mails.
	From mail.Sender
	Log  *slog.Logger
	// Now tells the time; nil is that of the database, which follows the clock of the machine.
	Now clock.Clock
	// Today returns the day for which memberships and rights are evaluated; nil is the day of Now in the time zone of
	// the process.
	Today func() day.Day
	// DNS looks up the records that prove domains; nil uses the name servers of the machine.
	DNS dns.Resolver
	// Policy says how people have to authenticate. New sets it from its options.
	Policy access.Policy
	// Version is the version of the program.
	Version string
}

// NewServices returns the services over a database.
func NewServices(base Base) (*Services, error) {
	if base.Now == nil {
		base.Now = base.DB.Now
	}
	if base.Today == nil {
		base.Today = func() day.Day { return day.Local(base.Now().Time()) }
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
	s := &Services{DB: base.DB, Changes: change.New(base.DB, base.Now, authority), Outbox: outbox, Queue: queue,
		today: base.Today, now: base.Now}
	s.Catalog = catalog.NewService(s.Changes, base.Today)
	s.Rights = entitlement.NewService(s.Changes, base.Today)
	s.Coverages = coverage.NewService(s.Changes, base.Today)
	s.Issuing = issuing.NewService(s.Changes, outbox, base.Today)
	s.Renewing = renewing.NewService(s.Changes, base.Today)
	s.Fields = customfield.NewService(s.Changes)
	s.Operation = operation.NewService(s.Changes, queue, base.Version)
	lateDirectories := &directories{}
	if s.widgets, err = web.WidgetDocuments(); err != nil {
		return nil, err
	}
	s.Access = access.NewService(s.Changes,
		access.Options{Today: base.Today, Outbox: outbox, Directories: lateDirectories, Policy: base.Policy,
			Fits: httpd.CheckDocument, WidgetDocuments: hashesOf(s.widgets)})
	if base.DNS == nil {
		base.DNS = dns.System("")
	}
	s.Members = account.NewService(s.Changes, s.Access, outbox, base.Today, account.WithDNS(base.DNS),
		account.WithJobs(queue))
	s.Directories = directory.NewService(base.DB, s.Members)
	lateDirectories.Service = s.Directories
	return s, nil
}

// directories breaks a cycle: the access service needs the directory service, which in turn depends on it, so that the
// pointer is set last.
type directories struct{ *directory.Service }

// Options configure a server. All fields but Base and PublicURL may be left out.
type Options struct {
	Base
	// PublicURL is the URL under which browsers reach the server.
	PublicURL *url.URL
	// Delivery sends mails. If it is nil, mails stay in the queue for a server that has one, and no sign-in links are
	// offered.
	Delivery mail.Delivery
	// Providers are the identity providers with which people may sign in.
	Providers []signin.Provider
	// ProducerBy are the codes of the providers with which the producer's people have to sign in; none allows every
	// method.
	ProducerBy []string
	// TrustedProxies are the proxies whose X-Forwarded-For header is trusted.
	TrustedProxies []netip.Prefix
	// FailedCredentials is how many keys and tokens from one client may fail within five minutes, and KeyRequests how
	// many requests one API key may send per minute; 0 is no limit.
	FailedCredentials, KeyRequests int
	// Machine is what people on the machine of the server are told about it.
	Machine signin.Machine
	// ServiceLinks lead to services of the producer elsewhere; the portal shows them.
	ServiceLinks []model.ServiceLink
	// Demo are sample users that anybody may sign in as.
	Demo []signin.DemoUser
	// Ready reports whether the database can be used; nil stands for always.
	Ready func(context.Context) error
}

// App is a server: its HTTP handler and its background work.
type App struct {
	*Services
	options Options
	signin  *signin.SignIn
	schema  *graph.Schema
	// contract answers the documents of exports, and turns limits how many of them read at once.
	contract *httpd.Contract
	turns    *turns
	// trusted are the texts of the documents of the portal and of the widgets by their hashes.
	trusted map[string]string
	log     *slog.Logger
}

// New assembles a server. It returns signin.ErrPublicURL for an invalid public URL.
func New(options Options) (*App, error) {
	if options.Workers == nil {
		options.Workers = job.NewWorkers()
	}
	public, err := origin.Canonical(options.PublicURL)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", signin.ErrPublicURL, err)
	}
	options.PublicURL = public
	options.Policy = signin.Policy(options.Providers, options.ProducerBy)
	s, err := NewServices(options.Base)
	if err != nil {
		return nil, err
	}
	signinOptions := signin.Options{Access: s.Access, Members: members{s.Members}, Store: s.DB,
		Setup:     s.Access.Setup,
		Machine:   options.Machine,
		Providers: options.Providers,
		PublicURL: options.PublicURL.String(), Demo: options.Demo, Log: options.Log, Now: s.now,
		TrustedProxies: options.TrustedProxies}
	s.Members.RegisterWork(options.Workers)
	if options.Delivery == nil {
		mail.Leave(options.Workers)
	} else {
		worker, err := mail.NewWorker(mail.Options{Delivery: options.Delivery, Linker: linker{s.Access, s.Members},
			Recipients: recipients{s.Access}, PublicURL: options.PublicURL.String(), From: options.From, Clock: s.now})
		if err != nil {
			return nil, err
		}
		worker.Register(options.Workers)
		signinOptions.Mailer = mailer{s.Outbox, s.DB}
	}
	a := &App{Services: s, options: options, log: options.Log}
	if a.signin, err = signin.New(signinOptions); err != nil {
		return nil, err
	}
	a.schema, err = graph.NewSchema(graph.Options{Store: s.DB,
		Services: graph.Services{Access: s.Access, Members: s.Members, Catalog: s.Catalog, Rights: s.Rights,
			Coverages: s.Coverages, Issuing: s.Issuing, Renewing: s.Renewing, Fields: s.Fields, Operation: s.Operation},
		ServiceLinks: options.ServiceLinks,
		Today:        s.today, Log: options.Log})
	if err != nil {
		return nil, err
	}
	a.contract, a.turns = httpd.NewContract(a.schema, a.log), newTurns(store.LongSnapshots)
	manifests, err := web.Documents()
	if err != nil {
		return nil, err
	}
	if a.trusted, err = trustedDocuments(manifests, httpd.CheckPageDocument, options.Log); err != nil {
		return nil, err
	}
	ofWidgets, err := trustedDocuments(s.widgets, httpd.CheckDocument, options.Log)
	if err != nil {
		return nil, err
	}
	maps.Copy(a.trusted, ofWidgets)
	return a, nil
}

// Mails reports whether the server sends mails.
func (a *App) Mails() bool { return a.options.Delivery != nil }

// Handler returns the HTTP handler. It reports not ready once ctx has ended.
func (a *App) Handler(ctx context.Context) http.Handler {
	public := a.options.PublicURL
	return httpd.New(httpd.Options{
		Schema:       a.schema,
		Documents:    a.document,
		Authenticate: a.signin.Authenticate,
		PublicURL:    public,
		SignIn:       func(router chi.Router) { a.signin.Routes(router) },
		ErrorPage:    a.signin.Refuse,
		Provisioning: scim.New(scim.Options{Directory: a.Directories, Store: a.DB, PublicURL: public.String(),
			Log: a.log}),
		Exports: map[string]http.HandlerFunc{"audit": a.exportAudit, "access-review": a.exportReview,
			"line-items": a.exportLineItems, "catalog": a.exportCatalog},
		Ready: func(request context.Context) error {
			if ctx.Err() != nil {
				return fault.New(fault.Unavailable, "", "The server is stopping.",
					"Send the request to another server, or try again later.")
			}
			if a.options.Ready == nil {
				return nil
			}
			return a.options.Ready(request)
		},
		Client: a.signin.Client, FailedCredentials: a.options.FailedCredentials, KeyRequests: a.options.KeyRequests,
		Now:        a.now,
		Log:        a.log,
		Observe:    a.Operation.Observe,
		Playground: web.Playground(http.HandlerFunc(httpd.NotFound)),
		Widgets:    web.Widgets(http.HandlerFunc(httpd.NotFound)),

		NewPlaygroundToken: a.signin.NewPlaygroundToken,
		Portal: func(ask web.Ask) http.Handler {
			return web.Portal(ask, func() time.Time { return a.now().Time().Local() })
		},
	})
}

// stopTime is how long running jobs may take to finish when the process is asked to stop.
const stopTime = 10 * time.Second

// Work runs the background work until ctx ends: jobs, sealing the audit log, placing events, checking domains, and
// deleting expired rows. It returns once all of it has stopped.
func (a *App) Work(ctx context.Context) error {
	ctx = viewer.With(ctx, viewer.System())
	if err := a.Queue.Start(ctx); err != nil {
		return err
	}
	var all sync.WaitGroup
	repeat := func(kind vocabulary.RoutineKind, r routine.Routine) {
		r.Ran = a.Operation.Ran(kind)
		all.Go(func() { r.Run(ctx, a.log) })
	}
	repeat(vocabulary.RoutineKindSealAudit, audit.Sealing(a.DB, a.now))
	repeat(vocabulary.RoutineKindPlaceEvents, event.Placing(a.DB))
	repeat(vocabulary.RoutineKindCheckDomains, a.Members.Checking())
	all.Go(func() { a.Operation.Sampling(ctx, a.log) })
	all.Go(func() { a.settleLineItems(ctx) })
	all.Go(func() { a.renewEvergreens(ctx) })
	all.Go(func() { a.deleteExpired(ctx) })
	<-ctx.Done()
	all.Wait()
	a.signin.Close()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	return a.Queue.Stop(limit)
}

// expiryInterval is how often expired rows are deleted. Nothing depends on it: expired rows are ignored anyway.
const expiryInterval = 10 * time.Minute

// deleteExpired deletes expired sessions, links, tokens, idempotency keys and findings of imports, now and then at
// every interval, until ctx ends.
func (a *App) deleteExpired(ctx context.Context) {
	ticker, ran := time.NewTicker(expiryInterval), a.Operation.Ran(vocabulary.RoutineKindDeleteExpired)
	defer ticker.Stop()
	for {
		_, swept := a.Access.Sweep(ctx)
		_, forgot := change.Forget(ctx, a.DB, a.now())
		budgets := mail.SweepBudgets(ctx, a.DB, a.now())
		requests := a.Members.SweepOutsideRequests(ctx)
		_, findings := importrun.Sweep(ctx, a.DB, a.now())
		err := errors.Join(swept, forgot, budgets, requests, findings)
		if ctx.Err() == nil {
			ran(err)
		}
		if err != nil && ctx.Err() == nil {
			a.log.ErrorContext(ctx, "expired rows could not be removed; trying again later", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// settleInterval is how often line items are settled whose periods have begun or ended. Answers do not depend on it.
const settleInterval = time.Hour

// settleLineItems settles line items at the start and then every hour, until ctx ends.
func (a *App) settleLineItems(ctx context.Context) {
	ticker, ran := time.NewTicker(settleInterval), a.Operation.Ran(vocabulary.RoutineKindSettleLineItems)
	defer ticker.Stop()
	for {
		settled, err := entitlement.Sweep(ctx, a.DB, a.today(), a.now)
		if ctx.Err() == nil {
			ran(err)
		}
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
