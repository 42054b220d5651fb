package access_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/muniment/muniment/ent"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (w *world) link(purpose vocabulary.LinkPurpose, subject gid.ID, request string) string {
	w.t.Helper()
	token, _, err := w.NewLink(w.t.Context(), purpose, subject, request, "/devices")
	if err != nil {
		w.t.Fatal(err)
	}
	return token
}

func (w *world) use(token string, purpose vocabulary.LinkPurpose) (subject gid.ID, returnTo string, err error) {
	err = w.db.Write(w.t.Context(), func(ctx context.Context, tx store.Tx) error {
		subject, returnTo, err = w.UseLink(ctx, tx, token, purpose)
		return err
	})
	return subject, returnTo, err
}

func TestLinks(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada", withEmail("ada@example.com"))
		first, second := w.link(vocabulary.LinkPurposeSignIn, ada, "mail 1"),
			w.link(vocabulary.LinkPurposeSignIn, ada, "mail 1")
		apart := w.link(vocabulary.LinkPurposeSignIn, ada, "mail 2")
		for range 2 {
			purpose, subject, returnTo, err := w.PeekLink(t.Context(), second)
			if purpose != vocabulary.LinkPurposeSignIn || subject != ada || returnTo != "/devices" || err != nil {
				t.Errorf(`%v %v %q %v, want purpose = %v, subject = %v and returnTo = "/devices"`, purpose, subject,
					returnTo, err, vocabulary.LinkPurposeSignIn, ada)
			}
		}
		_, _, err := w.use(second, vocabulary.LinkPurposeInvitation)
		w.refused(err, members.LinkInvalid, "")
		subject, returnTo, err := w.use(second, vocabulary.LinkPurposeSignIn)
		if subject != ada || returnTo != "/devices" || err != nil {
			t.Errorf(`%v %q %v, want subject = %v and returnTo = "/devices"`, subject, returnTo, err, ada)
		}
		// If a mail is sent again after its link was used, the new link is used up too.
		late := w.link(vocabulary.LinkPurposeSignIn, ada, "mail 1")
		for _, used := range []string{first, second, late, swap(apart, 12), "ml_", "", "mk_" + apart[3:]} {
			_, _, err := w.use(used, vocabulary.LinkPurposeSignIn)
			w.refused(err, members.LinkInvalid, "")
			_, _, _, err = w.PeekLink(t.Context(), used)
			w.refused(err, members.LinkInvalid, "")
		}
		w.clock.Advance(15*time.Minute - time.Microsecond)
		if _, _, _, err := w.PeekLink(t.Context(), apart); err != nil {
			t.Error(err)
		}
		w.clock.Advance(time.Microsecond)
		_, _, err = w.use(apart, vocabulary.LinkPurposeSignIn)
		w.refused(err, members.LinkInvalid, "")
	})
}

func TestLinksOfInvitations(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		invitation := gid.New(gid.Invitation, w.harbor.Locality())
		w.write(func(ctx context.Context, c *ent.Client) error {
			return c.Invitation.Create().SetID(invitation).SetAccountID(w.harbor).SetEmail("bob@example.com").
				SetEmailKey("bob@example.com").
				SetRoles(roles(vocabulary.RoleReader)).SetServiceAccess(0).SetIncludeSubAccounts(false).
				SetCreatedAt(w.clock.Now()).
				SetExpiresAt(w.clock.Now() + clock.Instant((7 * 24 * time.Hour).Microseconds())).Exec(ctx)
		})
		token, other := w.link(vocabulary.LinkPurposeInvitation, invitation, "mail 1"),
			w.link(vocabulary.LinkPurposeInvitation, invitation, "mail 2")
		_, _, err := w.NewLink(t.Context(), vocabulary.LinkPurposeInvitation, gid.New(gid.Invitation, 1), "mail 3", "")
		w.refused(err, members.LinkInvalid, "")
		w.clock.Advance(7*24*time.Hour - time.Microsecond)
		if subject, _, err := w.use(token, vocabulary.LinkPurposeInvitation); subject != invitation || err != nil {
			t.Errorf("%v %v, want %v", subject, err, invitation)
		}
		if _, _, _, err := w.PeekLink(t.Context(), other); err != nil {
			t.Error(err)
		}
		err = w.db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			return members.EndLinks(ctx, tx, w.clock.Now(), invitation)
		})
		if err != nil {
			t.Fatal(err)
		}
		_, _, _, err = w.PeekLink(t.Context(), other)
		w.refused(err, members.LinkInvalid, "")
	})
}

func TestOfManyWhoUseALinkOneSucceeds(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ada := w.user("ada", withEmail("ada@example.com"))
		for round := range 4 {
			request := fmt.Sprint("mail ", round)
			tokens := []string{w.link(vocabulary.LinkPurposeSignIn, ada, request),
				w.link(vocabulary.LinkPurposeSignIn, ada, request)}
			var (
				all     sync.WaitGroup
				entered atomic.Int32
			)
			for n := range 64 {
				all.Go(func() {
					_, _, err := w.use(tokens[n%len(tokens)], vocabulary.LinkPurposeSignIn)
					switch {
					case err == nil:
						entered.Add(1)
					case fault.CodeOf(err) != members.LinkInvalid:
						t.Error(err)
					}
				})
			}
			all.Wait()
			if entered.Load() != 1 {
				t.Errorf("%d entered, want 1", entered.Load())
			}
		}
	})
}

// If the transaction that uses a link fails, the link can still be used.
func TestALinkIsUsedOnlyWithWhatFollows(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		token := w.link(vocabulary.LinkPurposeSignIn, w.user("ada", withEmail("ada@example.com")), "mail 1")
		err := w.db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			if _, _, err := w.UseLink(ctx, tx, token, vocabulary.LinkPurposeSignIn); err != nil {
				return err
			}
			return fmt.Errorf("a later step failed")
		})
		if err == nil {
			t.Fatal("the error was ignored")
		}
		if _, _, err := w.use(token, vocabulary.LinkPurposeSignIn); err != nil {
			t.Error(err)
		}
	})
}
