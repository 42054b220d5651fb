package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"time"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/dns"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/origin"
	"github.com/muniment/muniment/internal/portalpath"
	"github.com/muniment/muniment/internal/store"
)

// ListenFlags is what servers take besides the database.
type ListenFlags struct {
	Listen       string        `default:"127.0.0.1:8080" placeholder:"ADDR" help:"Address to listen on. For serve: if other machines can reach it, --public-url and a way to sign in are required. For demo, it must be a loopback address. Port 0 chooses a free port. Default: 127.0.0.1:8080."`
	Grace        time.Duration `default:"10s" placeholder:"DURATION" help:"Time that running requests have to finish when the server is stopped. Default: 10s."`
	DNSResolver  string        `name:"dns-resolver" placeholder:"ADDR" help:"DNS server that is asked for the records that prove domains, such as 10.0.0.53 or 10.0.0.53:5353. Default: the DNS servers of the machine."`
	ServiceLinks []string      `name:"service-link" placeholder:"NAME=URL" help:"Link to a service of the producer elsewhere, such as Forum=https://forum.example.com, which the portal shows under Services. Several links are separated by commas, or given one by one."`
}

// check refuses settings that cannot be used.
func (s *ListenFlags) check() error {
	if s.Grace < 0 {
		return fault.New(usage, "grace", "--grace must not be negative", "write it as 10s; 0s does not wait at all")
	}
	if _, err := serviceLinks(s.ServiceLinks); err != nil {
		return err
	}
	_, err := s.resolver()
	return err
}

// resolver returns the DNS resolver for the proofs of domains.
func (s *ListenFlags) resolver() (dns.Resolver, error) {
	if s.DNSResolver == "" {
		return dns.System(""), nil
	}
	if address, err := netip.ParseAddr(s.DNSResolver); err == nil {
		return dns.System(netip.AddrPortFrom(address, 53).String()), nil
	}
	if host, port, err := net.SplitHostPort(s.DNSResolver); err != nil || !isHost(host) || port == "" {
		return nil, fault.New(usage, "dns-resolver",
			fmt.Sprintf("--dns-resolver %.80q is not the address of a server", s.DNSResolver),
			"write it as 10.0.0.53 or 10.0.0.53:5353")
	} else if err := checkPort("dns-resolver", port, "write it as 10.0.0.53 or 10.0.0.53:5353"); err != nil {
		return nil, err
	}
	return dns.System(s.DNSResolver), nil
}

// isHost reports whether a text is the name or the IP address of a host.
func isHost(text string) bool {
	if _, err := netip.ParseAddr(text); err == nil {
		return true
	}
	_, ok := origin.Host(text)
	return ok
}

// ServeCommand serves a database.
type ServeCommand struct {
	ListenFlags
	SignInFlags
	MailFlags
}

// Run serves until the context ends.
func (s *ServeCommand) Run(c *console, settings *Settings) (err error) {
	log := settings.log(c, slog.LevelInfo)
	config, err := settings.config(defaultData, log)
	if err != nil {
		return err
	}
	if err := s.check(config); err != nil {
		return err
	}
	listener, err := s.listen(c.ctx, s.reachable())
	if err != nil {
		return err
	}
	defer listener.Close()
	public, err := s.public(listener.Addr())
	if err != nil {
		return err
	}
	db, err := open(c.ctx, c, config, ownMigration)
	if err != nil {
		return err
	}
	defer closeDatabase(db, &err)
	return s.serve(
		c, db, config, listener, serverOptions{public: public, signIn: s.SignInFlags, mail: s.MailFlags}, log)
}

// check refuses settings that cannot be used, contradict each other or have no effect, before anything is opened.
func (s *ServeCommand) check(config store.Config) error {
	host := "localhost"
	if s.PublicURL != "" {
		public, err := publicURL(s.PublicURL)
		if err != nil {
			return err
		}
		host = public.Host
	}
	return errors.Join(s.ListenFlags.check(), s.SignInFlags.check(), s.MailFlags.check(config, host))
}

// reachable returns the reason why other machines must not reach the server, or "".
func (s *ServeCommand) reachable() string {
	switch {
	case s.PublicURL == "":
		return "without --public-url it does not know under which name it is reached"
	case s.IdentityProviders == "" && !s.sends():
		return "nobody could sign in: there is neither --identity-providers nor --smtp"
	}
	return ""
}

// serve serves until the context ends. The caller closes the database.
func (s *ListenFlags) serve(c *console, db *store.Store, config store.Config, listener net.Listener, in serverOptions,
	log *slog.Logger) error {
	httpd.TuneCollector()
	resolver, err := s.resolver()
	if err != nil {
		return err
	}
	in.dns = resolver
	if in.links, err = serviceLinks(s.ServiceLinks); err != nil {
		return err
	}
	served, mailbox, err := assemble(db, config, in, log)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(c.ctx)
	working := make(chan error, 1)
	go func() { working <- served.Work(ctx) }()

	address := in.public.String()
	c.say("Muniment serves %s.", name(config))
	switch {
	case len(in.demo) > 0:
		c.say("Open the portal, and choose one of the sample roles. Only this machine can reach it.")
		c.say("E-mails are written to %s.", mailbox)
	case mailbox != "":
		c.say("E-mails, including links to sign in, are written to %s.", mailbox)
	case !served.Mails():
		c.say(
			"No e-mail is sent, so nobody can sign in with a link. Give a mail server with --smtp, or a directory " +
				"with --outbox.")
	}
	if here := "http://" + listener.Addr().String(); here != address {
		c.say("The server listens on %s.", listener.Addr())
	}
	log.Info("listening", "address", listener.Addr().String(), "public_url", address)
	c.say("")
	c.say("  portal      %s%s", address, portalpath.Root)
	c.say("  console     %s%s/", address, portalpath.Console)
	c.say("  sign in     %s/sign-in", address)
	c.say("  playground  %s/playground/", address)
	c.say("  contract    %s/graphql", address)
	c.say("  health      %s/readyz", address)
	serving := make(chan error, 1)
	if in.community == nil {
		serving <- nil
	} else {
		c.say("  community   http://%s/, a page of another site with widgets", in.community.listener.Addr())
		go func() {
			serving <- httpd.Serve(ctx, in.community.listener, in.community.handler, log, s.Grace)
		}()
	}
	c.say("")
	c.say("Stop it with Ctrl-C.")
	err = httpd.Serve(ctx, listener, served.Handler(ctx), log, s.Grace)
	stop()
	if err = errors.Join(err, <-working, <-serving); err == nil {
		c.say("Stopped.")
	}
	return err
}

// serverOptions configure a server.
type serverOptions struct {
	public *url.URL
	signIn SignInFlags
	mail   MailFlags
	demo   []signin.DemoUser
	dns    dns.Resolver
	links  []model.ServiceLink
	// community is the sample community that is served as well; nil for none.
	community *communityServer
}

// assemble builds a server over a database. mailbox is the directory to which mails are written, or "".
func assemble(db *store.Store, config store.Config, in serverOptions, log *slog.Logger) (served *app.App,
	mailbox string, err error) {
	from, err := in.mail.sender(in.public.Host)
	if err != nil {
		return nil, "", err
	}
	delivery, mailbox, err := in.mail.delivery(config)
	if err != nil {
		return nil, "", err
	}
	providers, err := in.signIn.providers()
	if err != nil {
		return nil, "", err
	}
	proxies, err := in.signIn.proxies()
	if err != nil {
		return nil, "", err
	}
	producerBy, err := in.signIn.operatorsBy(providers)
	if err != nil {
		return nil, "", err
	}
	served, err = app.New(app.Options{
		Base:      app.Base{DB: db, From: from, Log: log, Today: today, DNS: in.dns, Version: version()},
		Machine:   machine(config, mailbox),
		PublicURL: in.public, Delivery: delivery, Providers: providers, ProducerBy: producerBy,
		TrustedProxies: proxies, Demo: in.demo, ServiceLinks: in.links,
		FailedCredentials: maxFailedCredentials, KeyRequests: in.signIn.KeyRequests,
		Ready: func(ctx context.Context) error {
			if err := db.RequireSchema(ctx); err != nil {
				if errors.Is(err, store.ErrPendingMigrations) || errors.Is(err, store.ErrNewerSchema) {
					return errors.Join(explain(err), err)
				}
				return err // explain gives the reason in the words of the database, which are not for everybody
			}
			return db.Writable(ctx)
		},
	})
	return served, mailbox, err
}

// machine returns what the sign-in pages tell people on this machine.
func machine(config store.Config, mailbox string) signin.Machine {
	flag, complete := databaseFlag(config)
	return signin.Machine{Database: flag, PasswordMissing: !complete, Outbox: mailbox}
}

// today returns the current day in the time zone of the process.
func today() day.Day { return day.Local(time.Now()) }
