package history_test

import (
	"testing"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/history"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Pages of every size have the same events in the same order, without losing or repeating one, also where events of
// several tables have one moment.
func TestPagesLoseAndRepeatNothing(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account, header gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("Pages")
			header = f.Entitlement(account, "ENT-1")
			for range 7 {
				line := f.Line(account, header, f.Seat, gid.New(gid.LineItem, 0).String(), 1)
				first := testenv.Today
				if err := f.Period(account, line, &first, nil, 1).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
				f.Coverage(account, first, day.Forever, line)
				f.Decide(account, line, vocabulary.DecisionOnHold)
			}
			// All at one moment.
			if err := f.Client().Period.Update().SetCreatedAt(77).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
			if err := f.Client().Decision.Update().SetRecordedAt(77).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		from, to := clock.Instant(0), clock.Instant(1<<62)
		for _, q := range []history.Question{{Entitlement: header}, {Account: account, From: &from, To: &to}} {
			whole := read(t, env, q, page.Max)
			if n := len(whole); n != 1+7+7+7 {
				t.Fatalf("%d events, want %d", n, 22)
			}
			for size := 1; size < len(whole); size++ {
				got := read(t, env, q, size)
				if len(got) != len(whole) {
					t.Fatalf("pages of %d have %d events, want %d", size, len(got), len(whole))
				}
				for i := range got {
					if got[i] != whole[i] {
						t.Fatalf("pages of %d: %+v, want %+v", size, got[i], whole[i])
					}
				}
			}
		}
	})
}

func read(t *testing.T, env *testenv.Env, q history.Question, size int) (all []history.Event) {
	t.Helper()
	q.Page.First = &size
	for {
		var p history.Page
		database.View(t, env.Store, store.Everything(), func(v *page.View) error {
			var err error
			p, err = history.Read(t.Context(), v, q)
			return err
		})
		for _, e := range p.Events {
			all = append(all, *e)
		}
		if !p.More {
			return all
		}
		q.Page.After = &p.Cursor
	}
}
