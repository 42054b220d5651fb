package event_test

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/muniment/muniment/ent"
	row "github.com/muniment/muniment/ent/event"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/event"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

var began = clock.At(time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC))

var errRolledBack = errors.New("rolled back")

func everything(t *testing.T) context.Context {
	return store.WithScope(t.Context(), store.Everything())
}

// appendEvents writes n events in one transaction.
func appendEvents(ctx context.Context, db *store.Store, n int, rollBack bool) error {
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		for range n {
			e := event.Event{Type: "MembershipChanged", Old: map[string]string{"roles": "READER"},
				Cause: "changeMemberAccess"}
			if err := event.Append(ctx, tx, began, e); err != nil {
				return err
			}
		}
		if rollBack {
			return errRolledBack
		}
		return nil
	})
	if rollBack && errors.Is(err, errRolledBack) {
		return nil
	}
	return err
}

// positions returns the ids in the order of the feed, which must have no gap, and how many events have no position.
func positions(t *testing.T, db *store.Store) (ids []int64, waiting int) {
	t.Helper()
	all, err := db.Client().Event.Query().Order(ent.Asc(row.FieldPosition)).All(everything(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		if e.Position == nil {
			waiting++
			continue
		}
		if ids = append(ids, e.ID); *e.Position != int64(len(ids)) {
			t.Errorf("position %d is the %d. of the feed", *e.Position, len(ids))
		}
	}
	return ids, waiting
}

func TestEventsArePlacedInOrderWithoutGaps(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		if err := errors.Join(appendEvents(everything(t), db, 2*event.AtOnce, false),
			appendEvents(everything(t), db, 3, true),
			appendEvents(everything(t), db, 7, false)); err != nil {
			t.Fatal(err)
		}
		for _, want := range []int{event.AtOnce, event.AtOnce, 7, 0} {
			if n, err := event.Place(t.Context(), db); err != nil || n != want {
				t.Fatalf("placed %d, %v, want %d", n, err, want)
			}
		}
		ids, waiting := positions(t, db)
		if len(ids) != 2*event.AtOnce+7 || waiting != 0 {
			t.Errorf("%d have a position, %d wait", len(ids), waiting)
		}
		for i := 1; i < len(ids); i++ {
			if ids[i] <= ids[i-1] {
				t.Fatalf("event %d comes after event %d", ids[i], ids[i-1])
			}
		}
	})
}

func TestNothingToPlaceNeedsNoWriter(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		err := db.Write(everything(t), func(context.Context, store.Tx) error {
			_, err := event.Place(t.Context(), db) // the writer is in use, so a write would never return
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// TestAPositionThatWasSeenStays reads the feed while events are written, rolled back and placed concurrently. After a
// reader has seen a position, no other event may appear at it or before it.
func TestAPositionThatWasSeenStays(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ctx := everything(t)
		var seen []int64
		rapid.Check(t, func(r *rapid.T) {
			var tasks []func() error
			for range rapid.IntRange(0, 8).Draw(r, "changes") {
				n, rollBack := rapid.IntRange(1, 4).Draw(r, "events"), rapid.Bool().Draw(r, "rolls back")
				tasks = append(tasks, func() error { return appendEvents(ctx, db, n, rollBack) })
			}
			for range rapid.IntRange(0, 4).Draw(r, "placers") {
				tasks = append(tasks, func() error {
					_, err := event.Place(ctx, db)
					return err
				})
			}
			errs := make([]error, len(tasks))
			var group sync.WaitGroup
			for i, task := range tasks {
				group.Go(func() { errs[i] = task() })
			}
			group.Wait()
			if err := errors.Join(errs...); err != nil {
				r.Fatal(err)
			}
			now, _ := positions(t, db)
			for i, id := range seen {
				if now[i] != id {
					r.Fatalf("event %d stands where event %d stood", now[i], id)
				}
			}
			seen = now
		})
	})
}

func TestRunPlacesAtEveryTickUntilItIsToEnd(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ctx, end := context.WithCancel(t.Context())
		tick, ended := make(chan time.Time), make(chan struct{})
		go func() {
			event.Placing(db).OnTicks(ctx, slog.New(slog.DiscardHandler), tick)
			close(ended)
		}()
		for n := 1; n <= 3; n++ {
			if err := appendEvents(everything(t), db, 1, false); err != nil {
				t.Fatal(err)
			}
			tick <- began.Time()
			tick <- began.Time() // it is received after the earlier events are placed
			if ids, waiting := positions(t, db); len(ids) != n || waiting != 0 {
				t.Errorf("%d have a position, %d wait, want %d", len(ids), waiting, n)
			}
		}
		end()
		<-ended
	})
}
