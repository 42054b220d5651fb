package mail_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

var letter = mail.Letter{MessageID: "a@example.com", From: from, To: "bo@example.org", Date: noon,
	Subject: "Für Bo", Text: "secret text\n.\nwith a dot", HTML: "<p>secret text</p>"}

func smtp(t *testing.T, server mail.Server) *mail.SMTP {
	t.Helper()
	server.Host = "127.0.0.1"
	delivery, err := mail.NewSMTP(server)
	if err != nil {
		t.Fatal(err)
	}
	return delivery
}

func TestSMTPDelivers(t *testing.T) {
	for name, test := range map[string]struct {
		set       func(*smtpd)
		security  mail.Security
		user      string
		encrypted bool
	}{
		"starttls by default":  {func(s *smtpd) { s.startTLS = true }, "", "bob", true},
		"starttls":             {func(s *smtpd) { s.startTLS = true }, mail.StartTLS, "", true},
		"tls":                  {func(s *smtpd) { s.implicit = true }, mail.TLS, "bob", true},
		"plain on the machine": {nil, mail.NoTLS, "", false},
		"closes after taking":  {func(s *smtpd) { s.dropAfter = true }, mail.NoTLS, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			server := serveMail(t, test.set)
			password := ""
			if test.user != "" {
				password = "opensesame"
			}
			delivery := smtp(t, mail.Server{Port: server.port(), Security: test.security, User: test.user,
				Password: password, Authorities: server.pool})
			if err := delivery.Deliver(t.Context(), letter); err != nil {
				t.Fatal(err)
			}
			all := server.all()
			if len(all) != 1 || all[0].recipient != "TO:<bo@example.org>" || all[0].encrypted != test.encrypted {
				t.Fatalf(`got %+v, want len(all) = 1, recipient = "TO:<bo@example.org>" and encrypted = %v`, all,
					test.encrypted)
			}
			if test.user != "" {
				want := "PLAIN " + base64.StdEncoding.EncodeToString([]byte("\x00bob\x00opensesame"))
				if all[0].user != want {
					t.Errorf("signed in with %s, want %v", all[0].user, want)
				}
			}
			for _, want := range []string{"Message-ID: <a@example.com>\r\n", "Auto-Submitted: auto-generated\r\n",
				"\r\nsecret text\r\n..\r\nwith a dot"} {
				if !strings.Contains(all[0].text, want) {
					t.Errorf("%q is not in\n%s", want, all[0].text)
				}
			}
		})
	}
}

// International domains reach the mail server in ASCII form, so that any server takes them. International local parts
// are sent only to a server that takes them.
func TestInternationalAddresses(t *testing.T) {
	for name, test := range map[string]struct {
		to, extension, recipient, header string
	}{
		"domain": {"second@h\u00e4ndler.example", "", "TO:<second@xn--hndler-bua.example>",
			"second@xn--hndler-bua.example"},
		"domain, letter case": {"Idn@B\u00dcCHER.example", "", "TO:<Idn@xn--bcher-kva.example>",
			"Idn@xn--bcher-kva.example"},
		"one label of the domain": {"x@b\u00fccher.xn--bro-hoa.example", "",
			"TO:<x@xn--bcher-kva.xn--bro-hoa.example>", "xn--bcher"},
		"domain, with SMTPUTF8": {"x@b\u00fccher.example", "SMTPUTF8", "TO:<x@xn--bcher-kva.example>",
			"x@xn--bcher-kva.example"},
		"local part, SMTPUTF8": {"\u00e9lodie@b\u00fccher.example", "SMTPUTF8",
			"TO:<\u00e9lodie@xn--bcher-kva.example>", "\u00e9lodie@xn--bcher-kva.example"},
		"local part, not SMTPUTF8": {"\u00e9lodie@b\u00fccher.example", "", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			server := serveMail(t, func(s *smtpd) {
				s.answer = func(verb, _ string) string {
					switch {
					case verb == "EHLO" && test.extension != "":
						return "250-test\r\n250-" + test.extension + "\r\n250 8BITMIME"
					case verb == "QUIT" && test.recipient == "":
						return "421 closing on " + test.to
					}
					return ""
				}
			})
			international := letter
			international.To = test.to
			err := smtp(t, mail.Server{Port: server.port(), Security: mail.NoTLS}).Deliver(t.Context(), international)
			if test.recipient == "" {
				if !errors.Is(err, mail.ErrRefused) || strings.Contains(err.Error(), "@") {
					t.Errorf(`got %v, want err = %v and Error without "@"`, err, mail.ErrRefused)
				}
				if said := server.said(); strings.Contains(said, "MAIL") {
					t.Errorf("the server was told:\n%s", said)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			all := server.all()
			if len(all) != 1 || all[0].recipient != test.recipient ||
				!strings.Contains(all[0].text, test.header) {
				t.Errorf("got %+v, want the recipient %s", all, test.recipient)
			}
		})
	}
	if _, err := mail.NewSMTP(mail.Server{Host: "mail.b\u00fccher.example"}); err != nil {
		t.Error(err)
	}
	sender, err := mail.ParseSender("B\u00fccher <rights@b\u00fccher.example>")
	if err != nil || sender.Address != "rights@xn--bcher-kva.example" {
		t.Errorf("the sender is %+v, %v", sender, err)
	}
	if sender, err := mail.ParseSender("rights@\uff42ooks.example"); err == nil {
		t.Errorf("a domain that looks like another one is taken: %+v", sender)
	}
}

func TestNothingIsSentWithoutTheEncryptionAskedFor(t *testing.T) {
	bare := serveMail(t, nil)
	delivery := smtp(t, mail.Server{Port: bare.port(), User: "bob", Password: "opensesame", Authorities: bare.pool})
	if err := delivery.Deliver(t.Context(), letter); err == nil || errors.Is(err, mail.ErrRefused) {
		t.Errorf("got %v", err)
	}
	stranger := serveMail(t, func(s *smtpd) { s.startTLS = true })
	delivery = smtp(t, mail.Server{Port: stranger.port(), User: "bob", Password: "opensesame", Authorities: bare.pool})
	if err := delivery.Deliver(t.Context(), letter); err == nil || errors.Is(err, mail.ErrRefused) {
		t.Errorf("got %v", err)
	}
	for _, server := range []*smtpd{bare, stranger} {
		if said := server.said(); strings.Contains(said, "AUTH") || strings.Contains(said, "bo@") {
			t.Errorf("the server heard\n%s", said)
		}
	}
}

func TestUnsafeSettingsAreRefused(t *testing.T) {
	for _, server := range []mail.Server{
		{},
		{Host: "mail.example.com", Security: mail.NoTLS},
		{Host: "10.0.0.1", Security: mail.NoTLS},
		{Host: "mail.example.com", Security: "maybe"},
		{Host: "mail.example.com", User: "bob"},
		{Host: "mail.example.com", Password: "a"},
		{Host: "mail.example.com", Port: 100000},
		{Host: "mail.\uff42ooks.example"},
		{Host: "a b"}, {Host: "xn--a.example"}, {Host: "mail..example"}, {Host: "[::1"}, {Host: "ada@example.com"},
	} {
		if _, err := mail.NewSMTP(server); !errors.Is(err, mail.ErrConfig) {
			t.Errorf("%+v: %v, want %v", server, err, mail.ErrConfig)
		}
	}
	for _, host := range []string{"localhost", "127.0.0.1", "::1", "[::1]"} {
		if _, err := mail.NewSMTP(mail.Server{Host: host, Security: mail.NoTLS}); err != nil {
			t.Errorf("%s: %v", host, err)
		}
	}
}

func TestServerRefusals(t *testing.T) {
	for name, test := range map[string]struct {
		verb, answer string
		refused      bool
	}{
		"unknown recipient":   {"RCPT", "550 5.1.1 <bo@example.org> unknown", true},
		"sender refused":      {"MAIL", "553 no", true},
		"content refused":     {".", "554 5.7.1 spam for bo@example.org", true},
		"mailbox full":        {"RCPT", "452 4.2.2 bo@example.org is full", false},
		"come back later":     {".", "451 later", false},
		"sign in first":       {"MAIL", "530 5.7.0 authentication required", false},
		"not open":            {"EHLO", "421 closing", false},
		"nobody is allowed":   {"EHLO", "554 no service for you", false},
		"nonsense in between": {"RCPT", "banana", false},
	} {
		t.Run(name, func(t *testing.T) {
			server := serveMail(t, func(s *smtpd) {
				s.answer = func(verb, _ string) string {
					if verb == test.verb || verb == "HELO" && test.verb == "EHLO" {
						return test.answer
					}
					return ""
				}
			})
			err := smtp(t, mail.Server{Port: server.port(), Security: mail.NoTLS}).Deliver(t.Context(), letter)
			if err == nil || errors.Is(err, mail.ErrRefused) != test.refused {
				t.Fatalf("got %v", err)
			}
			if text := err.Error(); strings.Contains(text, "bo@") || strings.Contains(text, "secret") {
				t.Errorf("it says too much: %s", text)
			}
		})
	}
	closed := serveMail(t, nil)
	_ = closed.listener.Close()
	if err := smtp(t, mail.Server{Port: closed.port(), Security: mail.NoTLS}).Deliver(t.Context(),
		letter); err == nil ||
		errors.Is(err, mail.ErrRefused) {
		t.Errorf("nobody there: %v", err)
	}
}

func TestRefusalsAreFinalAndDelaysAreNot(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		var delays, refusals atomic.Int64
		server := serveMail(t, func(s *smtpd) {
			s.answer = func(verb, line string) string {
				switch {
				case verb == "RCPT" && strings.Contains(line, "nobody@"):
					refusals.Add(1)
					return "550 nobody@example.org does not exist"
				case verb == "RCPT" && strings.Contains(line, "late@") && delays.Add(1) == 1:
					return "450 late@example.org is asleep"
				}
				return ""
			}
		})
		var log bytes.Buffer
		worker := newWorker(t, smtp(t, mail.Server{Port: server.port(), Security: mail.NoTLS}), &linker{}, directory{})
		o := open(t, s, worker, slog.New(slog.NewTextHandler(&log, nil)))
		o.enqueue(t, mail.MembershipEnded{To: "nobody@example.org", Account: account},
			mail.MembershipEnded{To: "late@example.org", Account: account})
		if got := <-server.came; got.recipient != "TO:<late@example.org>" {
			t.Errorf(`got %+v, want recipient = "TO:<late@example.org>"`, got)
		}
		o.stop(t)
		if states, _ := jobs(t, s); len(states) != 2 || states[0] != "cancelled" || states[1] != "completed" {
			t.Errorf("jobs are %v", states)
		}
		if delays.Load() != 2 || refusals.Load() != 1 {
			t.Errorf("%d and %d attempts, want delays = 2 and refusals = 1", delays.Load(), refusals.Load())
		}
		text := log.String()
		if !strings.Contains(text, "a job failed for good") || !strings.Contains(text, "550") ||
			strings.Contains(text, "example.org") || strings.Contains(text, account) {
			t.Errorf("the log says\n%s", text)
		}
	})
}
