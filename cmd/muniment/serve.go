package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/web"
)

// Listening is what servers take besides the database.
type Listening struct {
	Listen string        `default:"127.0.0.1:8080" placeholder:"ADDR" help:"Address to listen on; it must be of this machine alone. Port 0 takes a free one. Default: 127.0.0.1:8080."`
	Grace  time.Duration `default:"10s" placeholder:"DURATION" help:"How long running requests may take to finish when the server is stopped. Default: 10s."`
}

// ServeCommand serves a database.
type ServeCommand struct{ Listening }

// Run serves until the context ends.
func (s *ServeCommand) Run(c *console, settings *Settings) (err error) {
	log := settings.log(c, slog.LevelInfo)
	config, err := settings.config(defaultData, log)
	if err != nil {
		return err
	}
	listener, err := s.listen(c.ctx)
	if err != nil {
		return err
	}
	defer listener.Close()
	db, err := open(c.ctx, c, config, ownMigration)
	if err != nil {
		return err
	}
	defer closing(db, &err)
	return s.serve(c, db, name(config), listener, log)
}

// serve answers until the context ends; the caller closes the database.
func (s *Listening) serve(c *console, db *store.Store, database string, listener net.Listener, log *slog.Logger) error {
	httpd.TuneCollector()
	ctx, stop := context.WithCancel(c.ctx)
	var background sync.WaitGroup
	defer background.Wait()
	defer stop()
	background.Go(func() { sweep(ctx, db, log) })

	address := "http://" + listener.Addr().String()
	c.say("Muniment serves %s.", database)
	c.say("It answers everybody on this machine as one operator, who may read everything; nobody else can reach it.")
	c.say("")
	c.say("  playground  %s/playground/", address)
	c.say("  contract    %s/graphql", address)
	c.say("  health      %s/readyz", address)
	c.say("")
	c.say("Stop it with Ctrl-C.")
	err := httpd.Serve(ctx, listener, handler(ctx, db, log), log, s.Grace)
	if err == nil {
		c.say("Stopped.")
	}
	return err
}

// handler puts the contract over a database. It is not ready any more once ctx has ended.
func handler(ctx context.Context, db *store.Store, log *slog.Logger) http.Handler {
	resolver := graph.NewResolver(db.Client(), today)
	return httpd.New(httpd.Options{
		Schema:    generated.NewExecutableSchema(generated.Config{Resolvers: resolver}),
		Operation: resolver.Operation,
		Ready: func(request context.Context) error {
			if ctx.Err() != nil {
				return fault.New(fault.Unavailable, "", "The server is stopping.", "Ask another, or later.")
			}
			if err := db.RequireSchema(request); err != nil {
				return errors.Join(explain(err), err)
			}
			return nil
		},
		Log:        log,
		Playground: web.Playground(),
	})
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
