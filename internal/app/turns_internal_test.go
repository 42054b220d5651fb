package app

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/internal/app/linefile"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// stuckFile says when it is first written to, and then waits until it may go on.
type stuckFile struct {
	io.Writer
	reached chan<- struct{}
	goOn    <-chan struct{}
	began   bool
}

func (f *stuckFile) Write(b []byte) (int, error) {
	if !f.began {
		f.began = true
		f.reached <- struct{}{}
		<-f.goOn
	}
	return f.Writer.Write(b)
}

// operator returns a context of an operator.
func operator(ctx context.Context) context.Context {
	return viewer.With(ctx, (&viewer.Viewer{Credential: vocabulary.CredentialKindCommandLine,
		User: gid.New(gid.User, 0), Scopes: vocabulary.EveryKeyScope,
		Producer: vocabulary.ProducerRoleOperator}).Settle())
}

// As many exports as may read at once stop in their middle. Queries are answered meanwhile, and the files have what was
// there when they began.
func TestQueriesAreAnsweredWhileExportsRead(t *testing.T) {
	database.EachConfig(t, func(t *testing.T, config store.Config) {
		config.Readers = store.LongSnapshots
		db := database.Open(t, config)
		a, err := New(Options{Base: Base{DB: db, Log: slog.New(slog.DiscardHandler),
			From: mail.Sender{Address: "licenses@example.com"}}, PublicURL: &url.URL{Scheme: "https",
			Host: "licenses.example.com"}})
		if err != nil {
			t.Fatal(err)
		}
		const rows = 150 // more than one portion, so that an export has to read on
		var account, entitlement, unit gid.ID
		fixture.Fill(t, db, func(f *fixture.Fixture) {
			account, unit = f.Account("Alder"), f.Seat
			entitlement = f.Entitlement(account, "ENT-1")
			for i := range rows {
				f.Line(account, entitlement, unit, fmt.Sprint("LINE-", i), 1)
			}
		})
		reached, goOn := make(chan struct{}), make(chan struct{})
		type result struct {
			file string
			err  error
		}
		results := make(chan result, store.LongSnapshots)
		for range store.LongSnapshots {
			go func() {
				answer := httptest.NewRecorder()
				ctx := operator(t.Context())
				request, err := linefile.Parse(url.Values{}, graph.ContractSchema(), account,
					day.Date(2026, 11, 22))
				if err != nil {
					t.Error(err)
				}
				err = a.spool(ctx, answer, func(file io.Writer) error {
					return linefile.Write(ctx, a.contract, request, &stuckFile{Writer: file, reached: reached,
						goOn: goOn})
				})
				if err != nil {
					reached <- struct{}{}
				}
				results <- result{answer.Body.String(), err}
			}()
		}
		for range store.LongSnapshots {
			<-reached
		}
		fixture.Fill(t, db, func(f *fixture.Fixture) {
			f.After(1_000).Line(account, entitlement, unit, "LATE", 1)
		})
		ctx, cancel := context.WithTimeout(operator(t.Context()), 20*time.Second)
		defer cancel()
		var answer struct {
			Account struct{ LineItems struct{ TotalCount int } }
		}
		err = a.contract.Ask(ctx, `query($id: ID!) { account(id: $id) { lineItems { totalCount } } }`,
			map[string]any{"id": account.String()}, &answer)
		if got := answer.Account.LineItems.TotalCount; err != nil || got != rows+1 {
			t.Errorf("%d line items, %v", got, err)
		}
		close(goOn)
		for range store.LongSnapshots {
			r := <-results
			lines, late := strings.Count(r.file, "\n"), strings.Contains(r.file, "LATE")
			if r.err != nil || lines != rows+1 || late {
				t.Errorf("a file of %d lines, with a late one: %t, %v", lines, late, r.err)
			}
		}
	})
}

func TestTurnsOfExports(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(2)
		take := func(who string) (func(), error) { return turns.take(t.Context(), who) }
		took := func(who string) func() {
			t.Helper()
			leave, err := take(who)
			if err != nil {
				t.Fatalf("%s: %v", who, err)
			}
			return leave
		}
		leave := took("a")
		began := time.Now()
		if _, err := take("a"); fault.CodeOf(err) != fault.Unavailable || !strings.Contains(err.Error(), "yours") {
			t.Errorf("a second one of the same viewer: %v", err)
		}
		leaveB := took("b") // the one that waited had no place
		if _, err := take("c"); fault.CodeOf(err) != fault.Unavailable || strings.Contains(err.Error(), "yours") {
			t.Errorf("a third viewer: %v", err)
		}
		if waited := time.Since(began); waited != 2*turnWait {
			t.Errorf("waited %v, want %v", waited, 2*turnWait)
		}

		over, cancel := context.WithCancel(t.Context())
		cancel()
		for _, who := range []string{"a", "c"} {
			if _, err := turns.take(over, who); err != context.Canceled { //nolint:errorlint // exactly this one
				t.Errorf("%s, who has left: %v", who, err)
			}
		}

		done := make(chan struct{})
		go func() {
			defer close(done)
			if leave, err := take("a"); err != nil {
				t.Error(err)
			} else {
				leave()
			}
		}()
		synctest.Wait()
		leave()
		<-done
		leaveB()
		if len(turns.own) != 0 || len(turns.places) != 0 {
			t.Errorf("%d viewers and %d places remain", len(turns.own), len(turns.places))
		}
	})
}
