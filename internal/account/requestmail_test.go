package account_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/vocabulary"
)

// lastLetter reads the newest mail of a type into a message.
func (w *world) lastLetter(kind string, message any) {
	w.t.Helper()
	rows, err := w.db.Catalog(w.t.Context(), "SELECT CAST(args AS text) FROM river_job ORDER BY id DESC")
	w.must(err)
	defer rows.Close()
	for rows.Next() {
		var (
			text     string
			recorded struct{ Args string }
			envelope struct {
				Type    string
				Message json.RawMessage
			}
		)
		w.must(rows.Scan(&text))
		w.must(json.Unmarshal([]byte(text), &recorded))
		w.must(json.Unmarshal([]byte(recorded.Args), &envelope))
		if envelope.Type == kind {
			w.must(json.Unmarshal(envelope.Message, message))
			return
		}
	}
	w.t.Errorf("there is no mail %s", kind)
}

// Administrators are told what is asked for and what the person has. The person is told the access as it is after the
// grant, and whether it is new, wider, or the same.
func TestMailsSayWhatTheAccessIs(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		last := w.today() + 30
		decide := func(of gid.ID, in account.Decision) (letter mail.AccessDecision) {
			t.Helper()
			_, err := w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), w.waiting(bo, of), in)
			w.must(err)
			w.lastLetter("access_decision", &letter)
			return letter
		}
		_, err := w.ask(bo, w.harbor, downloader)
		w.must(err)
		var asked mail.AccessRequest
		w.lastLetter("access_request", &asked)
		if asked.Member || strings.Join(asked.Roles, ",") != "downloader" || strings.Join(asked.Services, ",") !=
			"downloads" {
			t.Errorf("%+v, want downloader, downloads and no member", asked)
		}
		if got := decide(w.harbor, account.Decision{Grant: true}); got.Was != mail.NoAccess || got.EndsOn != nil ||
			strings.Join(got.Roles, ",") != "downloader" {
			t.Errorf("%+v, want a new member who is a downloader", got)
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.Membership.UpdateOneID(w.membershipOf(bo, w.harbor).ID).SetEndsOn(last).
				SetProductLineID(w.productLine).Exec(ctx)
		})
		_, err = w.ask(bo, w.harbor, manager)
		w.must(err)
		asked = mail.AccessRequest{}
		w.lastLetter("access_request", &asked)
		if !asked.Member || strings.Join(asked.HasRoles, ",") != "downloader" {
			t.Errorf("%+v, want a member who is a downloader", asked)
		}
		got := decide(w.harbor, account.Decision{Grant: true})
		if got.Was != mail.AccessWidened || len(got.Roles) != 2 || got.EndsOn == nil || *got.EndsOn != last ||
			got.ProductLine == "" {
			t.Errorf("%+v, want both roles, the last day and the product line", got)
		}
		_, err = w.ask(bo, w.harbor, reader)
		w.must(err)
		if got := decide(w.harbor, account.Decision{Grant: true,
			Roles: []vocabulary.Role{manager}}); got.Was != mail.AccessUnchanged {
			t.Errorf("%+v, want that nothing changed", got)
		}
	})
}

// A refusal says what the person typed, and names the account only to who sees it.
func TestARefusalSaysWhichRequest(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		w.name("INV-1", w.harbor)
		_, err := w.RequestAccess(w.as(bo), request("requestAccess"), account.WantedAccess{Reference: "INV-1"})
		w.must(err)
		w.work()
		_, err = w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), w.waiting(bo, w.harbor),
			account.Decision{})
		w.must(err)
		var got mail.AccessDecision
		w.lastLetter("access_decision", &got)
		if d := cmp.Diff(mail.AccessDecision{Wording: mail.Wording{Language: vocabulary.LanguageEN},
			To: "bo@harbor.example", Reference: "INV-1"}, got); d != "" {
			t.Error(d)
		}
	})
}

// The account of a request is told to who administers it, and not to others.
func TestTheAccountOfARequest(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		cy := w.user("cy")
		w.member(cy, w.harbor)
		_, err := w.ask(bo, w.harbor, downloader)
		w.must(err)
		id := w.waiting(bo, w.harbor)
		if of, open, err := w.AccountOfRequest(w.as(w.ada), id); err != nil || of != w.harbor || !open {
			t.Errorf("%v, open %v: %v; want the account, open", of, open, err)
		}
		_, err = w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), id, account.Decision{})
		w.must(err)
		if of, open, err := w.AccountOfRequest(w.as(w.ada), id); err != nil || of != w.harbor || open {
			t.Errorf("%v, open %v: %v; want the account, decided", of, open, err)
		}
		words := map[string]bool{}
		for _, who := range []gid.ID{bo, cy, w.dora} {
			for _, request := range []gid.ID{id, gid.New(gid.AccessRequest, 7)} {
				_, _, err := w.AccountOfRequest(w.as(who), request)
				refused(t, err, fault.NotFound, "")
				words[err.Error()] = true
			}
		}
		if len(words) != 1 {
			t.Errorf("%v, want one text", words)
		}
	})
}
