package main

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"strconv"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
)

// MailFlags says how mail is sent.
type MailFlags struct {
	MailFrom     string       `placeholder:"SENDER" help:"Sender of e-mails, such as 'Rights <rights@example.com>'. Default: muniment@ the host of the public URL."`
	SMTP         string       `name:"smtp" placeholder:"HOST[:PORT]" help:"Mail server that accepts e-mails to every address."`
	SMTPUser     string       `name:"smtp-user" placeholder:"NAME" help:"User name at the mail server."`
	SMTPPassword string       `name:"smtp-password" placeholder:"SECRET" help:"Password at the mail server. Set it in the environment rather than on the command line."`
	SMTPSecurity smtpSecurity `name:"smtp-security" placeholder:"HOW" help:"How the connection to the mail server is encrypted: starttls, tls, or none for a server on this machine. Default: starttls."`
	Outbox       string       `type:"path" placeholder:"DIR" help:"Directory into which e-mails are written instead of being sent. Default without --smtp: outbox in the data directory."`
}

// check refuses settings that cannot be used or have no effect, so that nobody believes that mail is sent. host is that
// of the public URL.
func (p *MailFlags) check(config store.Config, host string) error {
	if _, err := p.sender(host); err != nil {
		return err
	}
	if p.SMTP != "" && p.Outbox != "" {
		return fault.New(usage, "outbox", "--smtp and --outbox name two ways for mail", "name one")
	}
	if p.SMTP != "" {
		_, _, err := p.delivery(config)
		return err
	}
	for _, setting := range []struct{ flag, value string }{
		{"smtp-user", p.SMTPUser}, {"smtp-password", p.SMTPPassword}, {"smtp-security", string(p.SMTPSecurity)},
	} {
		if setting.value != "" {
			return noEffect(setting.flag, "--smtp")
		}
	}
	if p.MailFrom != "" && p.Outbox == "" && config.Directory == "" {
		return noEffect("mail-from", "--smtp or --outbox")
	}
	if p.Outbox != "" {
		return mail.CheckDirectory(p.Outbox)
	}
	return nil
}

func noEffect(flag, needed string) *fault.Error {
	return fault.New(usage, flag, "--"+flag+" has no effect without "+needed,
		"give "+needed+" as well, or leave --"+flag+" out (it may stand in the environment)")
}

// sends reports whether mail is sent to people, and not only written to a directory.
func (p *MailFlags) sends() bool { return p.SMTP != "" }

// delivery returns how mails are delivered, and the directory if they are written to one. It returns nil if mails are
// not delivered.
func (p *MailFlags) delivery(config store.Config) (delivery mail.Delivery, directory string, err error) {
	switch {
	case p.SMTP != "":
		host, port, err := hostAndPort(p.SMTP)
		if err != nil {
			return nil, "", err
		}
		delivery, err := mail.NewSMTP(mail.Server{Host: host, Port: port, User: p.SMTPUser, Password: p.SMTPPassword,
			Security: mail.Security(p.SMTPSecurity)})
		if errors.Is(err, mail.ErrConfig) {
			return nil, "", fault.New(usage, "smtp", "--smtp: "+err.Error(),
				"look at the settings of the mail server in docs/settings.md")
		}
		return delivery, "", err
	case p.Outbox == "" && config.Directory == "":
		return nil, "", nil
	}
	directory = cmp.Or(p.Outbox, filepath.Join(config.Directory, "outbox"))
	delivery, err = mail.NewDirectory(directory)
	return delivery, directory, err
}

func hostAndPort(text string) (string, int, error) {
	host, service, err := net.SplitHostPort(text)
	if err != nil {
		return text, 0, nil
	}
	port, err := strconv.Atoi(service)
	if err != nil || port < 1 || port > 65535 {
		return "", 0, fault.New(usage, "smtp",
			fmt.Sprintf("--smtp has the port %.20q, but ports are numbers from 1 to 65535", service),
			"write it as mail.example.com:587")
	}
	return host, port, nil
}

// sender returns the sender of mails.
func (p *MailFlags) sender(host string) (mail.Sender, error) {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if ip := net.ParseIP(host); ip != nil {
		host = "localhost"
	}
	from, err := mail.ParseSender(cmp.Or(p.MailFrom, "Muniment <muniment@"+host+">"))
	switch {
	case err == nil:
		return from, nil
	case p.MailFrom == "":
		return from, fault.New(usage, "mail-from", "muniment@"+host+" cannot be the sender of mails",
			"name another one with --mail-from, as 'Rights <rights@example.com>'")
	}
	return from, fault.New(usage, "mail-from",
		fmt.Sprintf("--mail-from %.80q is not an e-mail address with or without a name", p.MailFrom),
		"write it as 'Rights <rights@example.com>'")
}
