package mail_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// emptyTx is for messages that are refused before the transaction is used.
var emptyTx store.Tx

func TestMailsFollowTheirChange(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		letters := newTray()
		links := &linker{token: "T0KEN"}
		o := open(t, s, newWorker(t, letters, links, directory{}), silent)
		changed := errors.New("changed my mind")
		if err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			if err := o.outbox.Enqueue(ctx, tx,
				mail.MembershipEnded{To: "never@example.org", Account: account}); err != nil {
				return err
			}
			return changed
		}); !errors.Is(err, changed) {
			t.Fatal(err)
		}
		o.enqueue(t, mail.Invitation{To: "bo@example.org", Invitation: invitation, Inviter: "Ada", Account: account,
			LastDay: day.Date(2026, 12, 31)})
		<-letters.came
		o.stop(t)
		all := letters.all()
		if len(all) != 1 || all[0].To != "bo@example.org" ||
			!strings.Contains(all[0].Text, publicURL+"/invitation/T0KEN\n") {
			t.Errorf(`got %+v, want len(all) = 1, To = "bo@example.org" and Text with %v`, all,
				publicURL+"/invitation/T0KEN\n")
		}
		if want := []string{"INVITATION " + invitation.String() + " "}; !slices.Equal(links.made, want) {
			t.Errorf("links %q, want %q", links.made, want)
		}
		states, args := jobs(t, s)
		if len(states) != 1 || states[0] != "completed" {
			t.Errorf("jobs are %v", states)
		}
		if !strings.Contains(args[0], all[0].MessageID) || !strings.HasSuffix(all[0].MessageID, "@example.com") {
			t.Errorf("%s has another message id than %s", all[0].MessageID, args[0])
		}
		if strings.Contains(args[0], "T0KEN") {
			t.Errorf("a secret in %s", args[0])
		}
	})
}

func TestSignInLinksGoToWhomeverTheAddressBelongs(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		bo := gid.Derive(gid.User, 7, "test", "bo", 0)
		gone := gid.Derive(gid.User, 7, "test", "gone", 0)
		letters := newTray()
		links := &linker{unwanted: gone}
		people := directory{
			"ada@example.org": {{Subject: ada, UserName: "ada", Address: "Ada@example.org"}},
			"team@example.org": {{Subject: bo, UserName: "bo", Address: "team@example.org"},
				{Subject: ada, UserName: "ada.team", Address: "team@example.org"}},
			"gone@example.org": {{Subject: gone, UserName: "gone", Address: "gone@example.org"},
				{Subject: bo, UserName: "bo", Address: "broken"}},
		}
		o := open(t, s, newWorker(t, letters, links, people), silent)
		typed := []string{"nobody@example.org", "no address\r\nat all", "gone@example.org", "ADA@example.org",
			"team@example.org"}
		for _, address := range typed {
			o.enqueue(t, mail.SignInLink{Address: address, ReturnTo: "/entitlements"})
		}
		for range 3 {
			<-letters.came
		}
		o.stop(t)
		states, args := jobs(t, s)
		if len(states) != len(typed) || slices.ContainsFunc(states,
			func(state string) bool { return state != "completed" }) {
			t.Errorf("jobs are %v", states)
		}
		all := letters.all()
		seen := make(map[string]bool)
		for _, letter := range all {
			seen[letter.MessageID] = true
			switch {
			case letter.To == "Ada@example.org" && strings.Contains(letter.Text, "as ada:"):
				if !strings.Contains(args[3], letter.MessageID) {
					t.Errorf("%s has another message id than %s", letter.MessageID, args[3])
				}
			case letter.To == "team@example.org" && strings.Contains(letter.Text, "as bo:"):
			case letter.To == "team@example.org" && strings.Contains(letter.Text, "as ada.team:"):
			default:
				t.Errorf("a letter to %s:\n%s", letter.To, letter.Text)
			}
			if !strings.Contains(letter.Text, publicURL+"/sign-in/link/") ||
				strings.Contains(letter.Text, "entitlements") {
				t.Errorf("a wrong link in\n%s", letter.Text)
			}
		}
		if len(all) != 3 || len(seen) != 3 {
			t.Errorf("%d letters with %d message ids, want len(all) = 3 and len(seen) = 3", len(all), len(seen))
		}
		if !slices.Contains(links.made, "SIGN_IN "+ada.String()+" /entitlements") || len(links.made) != 3 {
			t.Errorf("links %q, want made with %v and len(made) = 3", links.made,
				"SIGN_IN "+ada.String()+" /entitlements")
		}
		err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			return o.outbox.Enqueue(ctx, tx, mail.SignInLink{Address: strings.Repeat("a", 255)})
		})
		if !errors.Is(err, mail.ErrAddress) {
			t.Errorf("a very long address: %v, want %v", err, mail.ErrAddress)
		}
	})
}

func TestAnInvitationThatWasTakenBackIsNotSent(t *testing.T) {
	letters := newTray()
	worker := newWorker(t, letters, &linker{unwanted: invitation}, directory{})
	if err := worker.Send(t.Context(), "a@b",
		mail.Invitation{To: "bo@example.org", Invitation: invitation}); err != nil {
		t.Error(err)
	}
	if all := letters.all(); len(all) != 0 {
		t.Errorf("got %+v, want none", all)
	}
}
