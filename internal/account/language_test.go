package account_test

import (
	"context"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A mail is in the language that its recipient chose, an invitation in that of whoever invites, and everything else is
// English.
func TestMailsAreInTheLanguageOfTheRecipient(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		bo := w.user("bo", email("bo@harbor.example"))
		var invited mail.Invitation
		w.invite(w.as(w.ada), w.harbor, "first@new.example", vocabulary.RoleReader)
		w.lastLetter("invitation", &invited)
		if invited.Language != vocabulary.LanguageEN || invited.To != "first@new.example" {
			t.Errorf("without a choice: %+v", invited)
		}
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.Update().Where(user.IDIn(w.ada, bo)).SetNotificationLanguage(vocabulary.LanguageDE).Exec(ctx)
		})
		w.invite(w.as(w.ada), w.harbor, "second@new.example", vocabulary.RoleReader)
		w.lastLetter("invitation", &invited)
		if invited.Language != vocabulary.LanguageDE || invited.To != "second@new.example" {
			t.Errorf("by somebody who chose German: %+v", invited)
		}
		_, err := w.ask(bo, w.harbor, downloader)
		w.must(err)
		var asked mail.AccessRequest
		w.lastLetter("access_request", &asked)
		if asked.Language != vocabulary.LanguageDE {
			t.Errorf("%+v", asked)
		}
		decided := func(want vocabulary.Language) {
			t.Helper()
			_, err := w.DecideAccessRequest(w.as(w.ada), request("decideAccessRequest"), w.waiting(bo, w.harbor),
				account.Decision{})
			w.must(err)
			var letter mail.AccessDecision
			w.lastLetter("access_decision", &letter)
			if letter.Language != want {
				t.Errorf("%+v, want %s", letter, want)
			}
		}
		decided(vocabulary.LanguageDE)
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.User.UpdateOneID(bo).ClearNotificationLanguage().Exec(ctx)
		})
		_, err = w.ask(bo, w.harbor, downloader)
		w.must(err)
		decided(vocabulary.LanguageEN)
	})
}
