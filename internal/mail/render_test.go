package mail_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/language"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/vocabulary"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	invitation = gid.Derive(gid.Invitation, 7, "test", "invitation", 0)
	request    = gid.Derive(gid.AccessRequest, 7, "test", "request", 0)
	ada        = gid.Derive(gid.User, 7, "test", "ada", 0)
)

// messages returns messages of all kinds, each in one language.
func messages(in vocabulary.Language) map[string]mail.Message {
	w := mail.Wording{Language: in}
	return map[string]mail.Message{
		"invitation": mail.Invitation{Wording: w, To: "bo@example.org", Invitation: invitation,
			Inviter: "Ada <b>Lovelace</b>", Greeting: "Welcome.\nWrite to me <b>any time</b>.",
			Account: account, Roles: []string{"Account administrator", "Reader"},
			Services: []string{"Licensing", "Downloads"}, ProductLine: "Marine <CAD>", IncludeSubAccounts: true,
			EndsOn: new(day.Date(2027, 6, 30)), LastDay: day.Date(2026, 12, 31)},
		"invitation_bare": mail.Invitation{Wording: w, To: "bo@example.org", Invitation: invitation,
			Inviter: "Ada Lovelace", Account: account, LastDay: day.Date(2026, 12, 31)},
		"sign_in_link": mail.SignInLink{Address: "ADA@example.org", ReturnTo: "/entitlements"},
		"access_request": mail.AccessRequest{Wording: w, To: "ada@example.org", Request: request,
			Of:        gid.Derive(gid.Account, 7, "test", "account", 0),
			Requester: "Bo Diddley (bo@example.org)",
			Account:   account, Reason: "I look after the build servers.\r\nSince May, that is. <script>",
			Roles: []string{"Downloader"}, Services: []string{"Downloads"}, Member: true,
			HasRoles: []string{"Reader"}, HasServices: []string{"Licensing"}},
		"access_request_bare": mail.AccessRequest{Wording: w, To: "ada@example.org", Request: request,
			Requester: "Bo Diddley", Account: account},
		"access_granted": mail.AccessDecision{Wording: w, To: "bo@example.org", Account: account, Granted: true,
			Roles: []string{"Downloader"}, Services: []string{"Downloads"}, Reason: "Welcome!"},
		"access_widened": mail.AccessDecision{Wording: w, To: "bo@example.org", Account: account, Granted: true,
			Was: mail.AccessWidened, Roles: []string{"Reader", "Downloader"}, ProductLine: "Marine <CAD>",
			IncludeSubAccounts: true, EndsOn: new(day.Date(2027, 6, 30))},
		"access_unchanged": mail.AccessDecision{Wording: w, To: "bo@example.org", Account: account, Granted: true,
			Was: mail.AccessUnchanged, Roles: []string{"Reader"}},
		"access_declined_outside": mail.AccessDecision{Wording: w, To: "bo@example.org", Reference: "INV-<1>"},
		"access_declined": mail.AccessDecision{Wording: w, To: "bo@example.org", Account: account,
			Reason: "Please ask Grace first."},
		"access_declined_bare": mail.AccessDecision{Wording: w, To: "bo@example.org"},
		"membership_ended": mail.MembershipEnded{Wording: w, To: "bo@example.org", Account: account,
			LastDay: day.Date(2026, 2, 28)},
		"key_created": mail.KeyCreated{Wording: w, To: "bo@example.org", KeyName: "Build server", Hint: "mk_7Q2x",
			Creator: "Bo Diddley",
			LastDay: day.Date(2027, 11, 25)},
		"key_created_for_account": mail.KeyCreated{Wording: w, To: "ada@example.org", Account: account, KeyName: "Okta",
			Hint:    "mk_7Q2x",
			Creator: "Bo Diddley", LastDay: day.Date(2027, 11, 25)},
		"administrator_added": mail.AdministratorAdded{Wording: w, To: "ada@example.org", Account: account,
			Of:            gid.Derive(gid.Account, 7, "test", "account", 0),
			Administrator: "Bo Diddley",
			Granter:       "Grace Hopper"},
		"administrators_added": mail.AdministratorAdded{Wording: w, To: "ada@example.org", Account: account,
			Administrator: "Bo Diddley",
			Others:        []string{"Cy", "Di"}, More: 297, Granter: "Grace Hopper"},
		"administrator_added_bare": mail.AdministratorAdded{Wording: w, To: "ada@example.org", Account: account,
			Administrator: "Bo Diddley"},
		"address_changed_old": mail.AddressChanged{Wording: w, To: "bo@example.org", UserName: "bo",
			Old: "bo@example.org", New: "diddley@example.net"},
		"address_changed_new": mail.AddressChanged{Wording: w, To: "diddley@example.net", UserName: "bo",
			Old: "bo@example.org", New: "diddley@example.net"},
		"address_first": mail.AddressChanged{Wording: w, To: "diddley@example.net", UserName: "bo",
			New: "diddley@example.net"},
		"domain_failing": mail.DomainFailing{Wording: w, To: "ada@example.org", Account: account, Domain: "example.org",
			RecordName: "_muniment.example.org", RecordValue: "muniment-verification=4PLYQ7ZC",
			LapsesOn: day.Date(2026, 12, 9)},
		"activation_ids": mail.ActivationIDs{Wording: w, To: "goods@example.org", Account: account,
			Of: gid.Derive(gid.Account, 7, "test", "account", 0), Number: "ENT-<1>", Order: "PO-4711",
			Rights: []mail.Right{
				{ActivationID: "4PLYQ-7ZC2X-9KD3M-T0V5W", Product: "Harbor <Packager> 2026.1", Quantity: "5 seats",
					StartsOn: new(day.Date(2026, 3, 1)), EndsOn: new(day.Date(2027, 2, 28))},
				{ActivationID: "A", Product: "Crane", Quantity: "1 crane", StartsOn: new(day.Date(2026, 3, 1)),
					Perpetual: true},
				{ActivationID: "B", Product: "Winch"}},
			More: 900},
		"activation_ids_bare": mail.ActivationIDs{Wording: w, To: "goods@example.org", Account: account,
			Number: "ENT-1", Rights: []mail.Right{{ActivationID: "A", Product: "Crane", Perpetual: true}}},
	}
}

// printed sends a message to people who chose the language, and returns the letter.
func printed(t *testing.T, in vocabulary.Language, message mail.Message) mail.Letter {
	t.Helper()
	letters := newTray()
	people := directory{"ada@example.org": {{Subject: ada, UserName: "ada", Address: "ada@example.org", Language: in}}}
	worker := newWorker(t, letters, &linker{token: "T0KEN_-x"}, people)
	if err := worker.Send(t.Context(), "id@example.com", message); err != nil {
		t.Fatal(err)
	}
	return letters.all()[0]
}

func TestMailsAsPrinted(t *testing.T) {
	for _, in := range language.All {
		for name, message := range messages(in) {
			t.Run(in.Tag()+"/"+name, func(t *testing.T) {
				l := printed(t, in, message)
				got := fmt.Sprintf("From: %s <%s>\nTo: %s\nDate: %s\nMessage-ID: %s\nSubject: %s\n\n%s\n%s",
					l.From.Name, l.From.Address, l.To, l.Date, l.MessageID, l.Subject, l.Text, l.HTML)
				file := filepath.Join("testdata", in.Tag(), name+".golden")
				if *update {
					if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if difference := cmp.Diff(string(want), got); difference != "" {
					t.Errorf("run with -update if this is wanted:\n%s", difference)
				}
				for line := range strings.Lines(l.Text) {
					if utf8.RuneCountInString(line) > 100 && !strings.HasPrefix(line, "http") {
						t.Errorf("a long line: %s", line)
					}
				}
			})
		}
	}
}

func TestWrongOptionsAreRefused(t *testing.T) {
	for _, public := range []string{"", "licenses.example.com", "ftp://example.com", "https://",
		"https://a@example.com",
		"https://example.com/?a=b", "https://example.com/#a", "javascript:alert(1)", "https://exa mple.com"} {
		if _, err := mail.NewWorker(mail.Options{PublicURL: public, From: from}); !errors.Is(err, mail.ErrPublicURL) {
			t.Errorf("%q: %v, want %v", public, err, mail.ErrPublicURL)
		}
	}
	if _, err := mail.NewWorker(mail.Options{PublicURL: publicURL}); !errors.Is(err, mail.ErrAddress) {
		t.Errorf("no sender: %v", err)
	}
	if _, err := mail.NewOutbox(nil, mail.Sender{}, clock.System); !errors.Is(err, mail.ErrAddress) {
		t.Errorf("no sender: %v", err)
	}
	for text, want := range map[string]mail.Sender{
		"a@example.com":           {Address: "a@example.com"},
		"Example <a@example.com>": {Name: "Example", Address: "a@example.com"},
		`"A, \"B\"" <a@b.c>`:      {Name: `A, "B"`, Address: "a@b.c"},
	} {
		if got, err := mail.ParseSender(text); err != nil || got != want {
			t.Errorf("%s: %+v, %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "nobody", "a@b.c, d@e.f", "A <a@b.c>\r\nBcc: d@e.f"} {
		if got, err := mail.ParseSender(text); !errors.Is(err, mail.ErrAddress) {
			t.Errorf("%q: %+v, %v, want %v", text, got, err, mail.ErrAddress)
		}
	}
}

func TestUnreadableMessages(t *testing.T) {
	worker := newWorker(t, newTray(), &linker{}, directory{})
	for _, typ := range []string{"invitation", "sign_in_link", "access_request", "access_decision", "membership_ended",
		"key_created", "administrator_added", "address_changed", "domain_failing", "activation_ids", "later"} {
		err := worker.SendUnknown(t.Context(), typ, `{"to": 5, "address": ["secret"], "account": "secret"}`)
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", typ, err)
		}
	}
}
