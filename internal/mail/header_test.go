package mail_test

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/mail"
)

const evil = "Evil\r\nBcc: victim@example.net\r\n\r\nHello\u2028\u202egnp.exe \x00\xff"

func readMail(t *testing.T, directory, messageID string) (*netmail.Message, []byte) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(directory, mail.FileName(messageID)))
	if err != nil {
		t.Fatal(err)
	}
	message, err := netmail.ReadMessage(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return message, text
}

// plainText returns the text of a mail and its HTML.
func plainText(t *testing.T, message *netmail.Message) (text, page string) {
	t.Helper()
	_, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for reader := multipart.NewReader(message.Body, parameters["boundary"]); ; {
		part, err := reader.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(quotedprintable.NewReader(part))
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, string(content))
	}
	if len(parts) != 2 {
		t.Fatalf("%d parts, want 2", len(parts))
	}
	return parts[0], parts[1]
}

func TestNamesCannotAddHeadersOrParagraphs(t *testing.T) {
	directoryPath := t.TempDir()
	delivery, err := mail.NewDirectory(directoryPath)
	if err != nil {
		t.Fatal(err)
	}
	people := directory{"ada@example.org": {{Subject: ada, UserName: evil, Address: "ada@example.org"}}}
	worker := newWorker(t, delivery, &linker{}, people)
	for name, message := range map[string]mail.Message{
		"invitation": mail.Invitation{To: "bo@example.org", Invitation: invitation, Inviter: evil, Account: evil,
			Roles: []string{evil}, Services: []string{evil}, LastDay: day.Date(2026, 12, 31)},
		"link": mail.SignInLink{Address: "ada@example.org", ReturnTo: evil},
		"request": mail.AccessRequest{To: "bo@example.org", Request: request, Requester: evil, Account: evil,
			Reason: evil},
		"decision": mail.AccessDecision{To: "bo@example.org", Account: evil, Reason: evil},
		"ended":    mail.MembershipEnded{To: "bo@example.org", Account: evil},
		"key": mail.KeyCreated{To: "bo@example.org", Account: evil, KeyName: evil, Hint: evil, Creator: evil,
			LastDay: day.Date(2026, 12, 31)},
		"administrator": mail.AdministratorAdded{To: "bo@example.org", Account: evil, Administrator: evil,
			Granter: evil},
		"address":     mail.AddressChanged{To: "bo@example.org", UserName: evil, Old: "bo@example.org", New: evil},
		"new address": mail.AddressChanged{To: "bo@example.org", UserName: evil, Old: evil, New: "bo@example.org"},
		"domain": mail.DomainFailing{To: "bo@example.org", Account: evil, Domain: evil, RecordName: evil,
			RecordValue: evil,
			LapsesOn:    day.Date(2026, 12, 31)},
		"activation ids": mail.ActivationIDs{To: "bo@example.org", Account: evil, Number: evil, Order: evil,
			Rights: []mail.Right{{ActivationID: evil, Product: evil, Quantity: evil}}},
		"long": mail.MembershipEnded{To: "bo@example.org", Account: strings.Repeat("Ω long ", 1000)},
	} {
		t.Run(name, func(t *testing.T) {
			id := name + "@example.com"
			if err := worker.Send(t.Context(), id, message); err != nil {
				t.Fatal(err)
			}
			got, raw := readMail(t, directoryPath, id)
			var headers []string
			for header := range got.Header {
				headers = append(headers, header)
			}
			slices.Sort(headers)
			want := []string{
				"Auto-Submitted", "Content-Type", "Date", "From", "Message-Id", "Mime-Version", "Subject", "To"}
			if !slices.Equal(headers, want) {
				t.Errorf("headers %v, want %v", headers, want)
			}
			for header, want := range map[string]string{"Auto-Submitted": "auto-generated", "Message-Id": "<" +
				id + ">",
				"From": `"Example Licensing" <licensing@example.com>`, "Date": "Wed, 25 Nov 2026 12:00:00 +0000"} {
				if got := got.Header.Get(header); got != want {
					t.Errorf("%s is %q, want %q", header, got, want)
				}
			}
			subject, err := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
			if err != nil || strings.ContainsAny(subject, "\r\n\u2028\u202e\x00") || len(subject) > 1000 {
				t.Errorf("subject %q, %v", subject, err)
			}
			text, page := plainText(t, got)
			for _, content := range []string{text, page} {
				if strings.ContainsAny(content, "\u2028\u202e\x00") {
					t.Errorf("hidden characters in\n%s", content)
				}
			}
			if name != "request" && name != "decision" && strings.Contains(text, "\nBcc:") {
				t.Errorf("a line of its own in\n%s", text)
			}
			for line := range strings.Lines(string(raw)) {
				if len(line) > 1000 {
					t.Error("a line is longer than mail servers allow")
				}
			}
		})
	}
}

func TestWrongAddressesAreRefused(t *testing.T) {
	for _, address := range []string{"", "bo", "bo@", "Bo <bo@example.org>",
		"bo@example.org\r\nBcc: victim@example.net",
		"bo@example.org, victim@example.net", strings.Repeat("b", 250) + "@example.org"} {
		for _, message := range []mail.Message{mail.Invitation{To: address}, mail.AccessRequest{To: address},
			mail.AccessDecision{To: address}, mail.MembershipEnded{To: address}, mail.KeyCreated{To: address},
			mail.AdministratorAdded{To: address}, mail.AddressChanged{To: address, Old: address},
			mail.DomainFailing{To: address}, mail.ActivationIDs{To: address}} {
			outbox, err := mail.NewOutbox(nil, from, clock.System)
			if err != nil {
				t.Fatal(err)
			}
			if err := outbox.Enqueue(t.Context(), emptyTx, message); !errors.Is(err, mail.ErrAddress) ||
				address != "" && len(address) > 3 && strings.Contains(err.Error(), address) {
				t.Errorf("%.40q: %v", address, err)
			}
		}
	}
}

func TestFilesAreTheOwnersAndAreReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mails")
	delivery, err := mail.NewDirectory(path)
	if err != nil {
		t.Fatal(err)
	}
	letter := mail.Letter{MessageID: "../../a/b@example.com", From: from, To: "bo@example.org", Date: noon,
		Subject: "first"}
	for _, letter.Subject = range []string{"first", "second"} {
		if err := delivery.Deliver(t.Context(), letter); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := os.ReadDir(path)
	if err != nil || len(entries) != 1 || entries[0].Name() != "_.._a_b@example.com.eml" {
		t.Fatalf(`%v, %v, want len(entries) = 1 and Name = "_.._a_b@example.com.eml"`, entries, err)
	}
	info, err := entries[0].Info()
	if err != nil || info.Mode() != 0o600 {
		t.Errorf("mode %v, %v, want 0o600", info.Mode(), err)
	}
	got, _ := readMail(t, path, letter.MessageID)
	if subject := got.Header.Get("Subject"); subject != "second" {
		t.Errorf(`subject %s, want "second"`, subject)
	}
	letter.To = "bo@example.org\r\nBcc: a@b.c"
	if err := delivery.Deliver(t.Context(), letter); !errors.Is(err, mail.ErrAddress) {
		t.Errorf("got %v, want %v", err, mail.ErrAddress)
	}
}
