package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/store"
)

// Listening is what servers take besides the database.
type Listening struct {
	Listen string        `default:"127.0.0.1:8080" placeholder:"ADDR" help:"Address to listen on. Beyond this machine it needs --public-url and a way to sign in. Port 0 takes a free one. Default: 127.0.0.1:8080."`
	Grace  time.Duration `default:"10s" placeholder:"DURATION" help:"How long running requests may take to finish when the server is stopped. Default: 10s."`
}

// ServeCommand serves a database.
type ServeCommand struct {
	Listening
	Entrance
	Post
}

// Run serves until the context ends.
func (s *ServeCommand) Run(c *console, settings *Settings) (err error) {
	log := settings.log(c, slog.LevelInfo)
	config, err := settings.config(defaultData, log)
	if err != nil {
		return err
	}
	listener, err := s.listen(c.ctx, s.reachable())
	if err != nil {
		return err
	}
	defer listener.Close()
	db, err := open(c.ctx, c, config, ownMigration)
	if err != nil {
		return err
	}
	defer closing(db, &err)
	public, err := s.public(listener.Addr())
	if err != nil {
		return err
	}
	return s.serve(c, db, config, listener, doors{public: public, entrance: s.Entrance, post: s.Post}, log)
}

// reachable says why the server may not be reached by other machines, or nothing where it may.
func (s *ServeCommand) reachable() string {
	switch {
	case s.PublicURL == "":
		return "without --public-url it does not know under which name it is reached"
	case s.IdentityProviders == "" && !s.sends():
		return "nobody could sign in: there is neither --identity-providers nor --smtp"
	}
	return ""
}

// serve answers until the context ends; the caller closes the database.
func (s *Listening) serve(c *console, db *store.Store, config store.Config, listener net.Listener, in doors, log *slog.Logger) error {
	httpd.TuneCollector()
	h, mailbox, err := newHouse(db, config, in, log)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(c.ctx)
	working := make(chan error, 1)
	go func() { working <- h.work(ctx) }()

	address := in.public.String()
	c.say("Muniment serves %s.", name(config))
	switch {
	case len(in.demo) > 0:
		c.say("Take one of the sample roles at the sign-in page; nobody but this machine can reach it.")
		c.say("Mails are written to %s.", mailbox)
	case mailbox != "":
		c.say("Mails, links to sign in among them, are written to %s.", mailbox)
	case !h.mails:
		c.say("No mail is sent, so nobody can sign in by a link: name a mail server with --smtp, or a directory with --outbox.")
	}
	if here := "http://" + listener.Addr().String(); here != address {
		c.say("It listens on %s.", listener.Addr())
	}
	log.Info("listening", "address", listener.Addr().String(), "public_url", address)
	c.say("")
	c.say("  sign in     %s/sign-in", address)
	c.say("  playground  %s/playground/", address)
	c.say("  contract    %s/graphql", address)
	c.say("  health      %s/readyz", address)
	c.say("")
	c.say("Stop it with Ctrl-C.")
	err = httpd.Serve(ctx, listener, h.handler(ctx, in.public), log, s.Grace)
	stop()
	if err = errors.Join(err, <-working); err == nil {
		c.say("Stopped.")
	}
	return err
}

// today is the calendar day in the time zone of the process.
func today() day.Day { return day.Of(time.Now()) }

// sweepEvery is how often lines are settled whose periods begin or end. What is answered never waits for it.
const sweepEvery = time.Hour

// sweep settles lines at the start and then every hour, until the context ends.
func sweep(ctx context.Context, db *store.Store, log *slog.Logger) {
	ticker := time.NewTicker(sweepEvery)
	defer ticker.Stop()
	for {
		settled, err := entitlement.Sweep(ctx, db, today(), clock.At(time.Now()))
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			log.ErrorContext(ctx, "settling line items failed; it is tried again within the hour", "error", err)
		case settled > 0:
			log.InfoContext(ctx, "settled line items", "count", settled)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
