package mail_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// counter is an outbox whose jobs are not run.
type counter struct {
	t      *testing.T
	store  *store.Store
	outbox *mail.Outbox
	clock  *clock.Frozen
}

func counting(t *testing.T, s *store.Store) *counter {
	t.Helper()
	queue, err := job.New(s, nil, silent)
	if err != nil {
		t.Fatal(err)
	}
	frozen := clock.Freeze(noon)
	outbox, err := mail.NewOutbox(queue, from, frozen.Now)
	if err != nil {
		t.Fatal(err)
	}
	return &counter{t, s, outbox, frozen}
}

// send enqueues each message in its own transaction. It returns how many were stored, and the last error.
func (c *counter) send(ctx context.Context, messages ...mail.Message) (int, error) {
	c.t.Helper()
	_, before := jobs(c.t, c.store)
	var refused error
	for _, message := range messages {
		err := c.store.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			return c.outbox.Enqueue(ctx, tx, message)
		})
		if err != nil && !errors.Is(err, mail.ErrBudget) {
			c.t.Fatal(err)
		}
		if err != nil {
			refused = err
		}
	}
	_, after := jobs(c.t, c.store)
	return len(after) - len(before), refused
}

func (c *counter) exec(statement string, args ...any) {
	c.t.Helper()
	err := c.store.Write(c.t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Exec(ctx, statement, args...)
		return err
	})
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c *counter) wants(ctx context.Context, want int, over bool, messages ...mail.Message) {
	c.t.Helper()
	got, err := c.send(ctx, messages...)
	if got != want || errors.Is(err, mail.ErrBudget) != over {
		c.t.Errorf("%d mails and %v, want %d", got, err, want)
	}
}

func people(t *testing.T, user, key gid.ID, producer vocabulary.ProducerRole, grants ...viewer.Grant) context.Context {
	return viewer.With(t.Context(), (&viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, CredentialID: key,
		User:     user,
		Producer: producer, Scopes: vocabulary.EveryKeyScope, Grants: grants}).Settle())
}

func TestBudgetOfAnAddress(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		c := counting(t, s)
		link := mail.SignInLink{Address: "bo@example.org"}
		c.wants(t.Context(), 5, false, slices.Repeat([]mail.Message{link}, 8)...)
		c.wants(t.Context(), 0, false, mail.SignInLink{Address: "BO@Example.org"})
		c.wants(t.Context(), 1, false, mail.SignInLink{Address: "ada@example.org"})
		// Requests of unknown browsers, or of another known one, do not use the budget of a known browser.
		for _, browser := range []string{"one", "two"} {
			link.Browser = browser
			c.wants(t.Context(), 5, false, slices.Repeat([]mail.Message{link}, 7)...)
		}
		var invitations []mail.Message
		for i := range 15 {
			to := "bo@example.org"
			if i%2 == 1 {
				to = fmt.Sprintf("B.o+%d@example.org", i) // the same mailbox
			}
			invitations = append(invitations, mail.Invitation{To: to, Invitation: invitation})
		}
		c.wants(t.Context(), 10, true, invitations...)
		// A budget that strangers have used up does not suppress notices.
		c.wants(t.Context(), 1, false, mail.KeyCreated{To: "bo@example.org"})
		c.wants(t.Context(), 20, false, slices.Repeat([]mail.Message{mail.AddressChanged{To: "bo@example.org",
			Old: "bo@example.org"}}, 22)...)
		c.clock.Advance(time.Hour - time.Microsecond)
		c.wants(t.Context(), 0, true, invitations[0])
		c.clock.Advance(time.Microsecond)
		c.wants(t.Context(), 10, true, invitations...)
		c.wants(t.Context(), 5, false, slices.Repeat([]mail.Message{link}, 8)...)
	})
}

func TestOneAccountCannotUseUpTheBudgetOfAnAddress(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		c := counting(t, s)
		for _, n := range []int{4, 4, 2} {
			message := mail.Invitation{To: "bo@example.org", Invitation: invitation,
				Of: gid.New(gid.Account, gid.NewLocality())}
			c.wants(t.Context(), n, true, slices.Repeat([]mail.Message{message}, 6)...)
		}
	})
}

func TestBudgetOfASender(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		c := counting(t, s)
		accounts := []gid.ID{gid.New(gid.Account, 1), gid.New(gid.Account, 2)}
		key := func() gid.ID { return gid.New(gid.APIKey, gid.NewLocality()) }
		grant := func(i int) viewer.Grant { return viewer.Grant{Account: accounts[i], Accounts: accounts[i : i+1]} }
		use := func(ctx context.Context, again context.Context, most int, shared bool) {
			t.Helper()
			if n, err := c.send(ctx, mail.Invitation{To: "first@example.org", Invitation: invitation}); n != 1 ||
				err != nil {
				t.Fatal(n, err)
			}
			c.exec("UPDATE mail_budgets SET sent = ? WHERE name LIKE 'by %' AND sent = 1", most-1)
			if n, err := c.send(ctx, mail.Invitation{To: "second@example.org", Invitation: invitation}); n != 1 ||
				err != nil {
				t.Fatal(n, err)
			}
			last := mail.Invitation{To: "last@example.org", Invitation: invitation}
			_, err := c.send(again, last)
			var over *mail.BudgetError
			if errors.As(err, &over) != shared || shared &&
				(!over.Sender || over.Again != noon+clock.Instant(time.Hour.Microseconds())) {
				t.Errorf("after %d: %v", most, err)
			}
			if n, _ := c.send(ctx, mail.AccessRequest{To: "admin@example.org"}); n != 1 {
				t.Error("the mail about a stored request was dropped, because the requester has used up the budget")
			}
			if n, _ := c.send(ctx, mail.KeyCreated{To: "admin@example.org"}); n != 1 {
				t.Error("the notice of a new key was dropped, because its creator has used up the budget")
			}
			c.exec("DELETE FROM mail_budgets")
		}
		// A person has one budget, whatever the credential.
		use(people(t, ada, key(), ""), people(t, ada, key(), ""), 300, true)
		use(people(t, ada, key(), ""), people(t, gid.New(gid.User, 5), key(), ""), 300, false)
		// All programs of an account share one budget, too.
		use(people(t, 0, key(), "", grant(0)), people(t, 0, key(), "", grant(0)), 300, true)
		use(people(t, 0, key(), "", grant(0)), people(t, 0, key(), "", grant(1)), 300, false)
		use(people(t, ada, key(), vocabulary.ProducerRoleOperator),
			people(t, ada, key(), vocabulary.ProducerRoleOperator), 3000, true)
	})
}

// Concurrent changes do not exceed a budget. The system itself has no sender's budget.
func TestBudgetsHoldAgainstManyAtOnce(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		c := counting(t, s)
		ctx := viewer.With(t.Context(), viewer.System())
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for range 5 {
					err := s.Write(ctx, func(ctx context.Context, tx store.Tx) error {
						return errors.Join(c.outbox.Enqueue(ctx, tx, mail.SignInLink{Address: "bo@example.org"}),
							c.outbox.Enqueue(ctx, tx, mail.AccessRequest{To: "bo@example.org", Request: request}))
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		_, args := jobs(t, s)
		links := slices.DeleteFunc(slices.Clone(args),
			func(arg string) bool { return !strings.Contains(arg, "sign_in_link") })
		if len(args) != 25 || len(links) != 5 {
			t.Errorf("%d mails, %d of them links, want len(args) = 25 and len(links) = 5", len(args), len(links))
		}
	})
}

func TestBudgetsThatAreOverAreSweptAndHoldNoAddress(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		c := counting(t, s)
		c.wants(t.Context(), 1, false, mail.SignInLink{Address: "bo@example.org"})
		c.clock.Advance(30 * time.Minute)
		c.wants(t.Context(), 1, false, mail.SignInLink{Address: "ada@example.org"})
		names := func() (list []string) {
			rows, err := s.Catalog(t.Context(), "SELECT name FROM mail_budgets ORDER BY id")
			if err != nil {
				t.Fatal(err)
			}
			defer rows.Close()
			for rows.Next() {
				var name string
				if err := rows.Scan(&name); err != nil {
					t.Fatal(err)
				}
				list = append(list, name)
			}
			return list
		}
		before := names()
		c.clock.Advance(30 * time.Minute)
		if err := mail.SweepBudgets(t.Context(), s, c.clock.Now()); err != nil {
			t.Fatal(err)
		}
		if after := names(); len(before) != 2 || !slices.Equal(after, before[1:]) ||
			strings.Contains(strings.Join(before, ""), "example") {
			t.Errorf(`%q, then %q, want len(before) = 2, after = %v and before without "example"`, before, after,
				before[1:])
		}
	})
}
