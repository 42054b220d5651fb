package app_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/app"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/operation"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// evergreenLog collects what a log says of evergreen line items, until a run of them has ended.
type evergreenLog struct {
	slog.Handler
	mu    sync.Mutex
	said  []string
	until string
	ended chan struct{}
}

func (l *evergreenLog) Enabled(context.Context, slog.Level) bool { return true }

func (l *evergreenLog) Handle(_ context.Context, r slog.Record) error {
	if !strings.Contains(r.Message, "evergreen") {
		return nil
	}
	text := r.Level.String() + " " + r.Message
	r.Attrs(func(a slog.Attr) bool {
		text += fmt.Sprintf(" %s=%v", a.Key, a.Value)
		return true
	})
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.said = append(l.said, text); strings.Contains(text, l.until) {
		l.until = "\x00" // once
		close(l.ended)
	}
	return nil
}

func (l *evergreenLog) WithAttrs([]slog.Attr) slog.Handler { return l }

func (l *evergreenLog) WithGroup(string) slog.Handler { return l }

// evergreens adds line items with one evergreen term each.
type evergreens struct {
	*fixture.Fixture
	t             *testing.T
	account, part gid.ID
}

func (e *evergreens) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

// sell adds a part number that is sold for a year at a time.
func (e *evergreens) sell() {
	c := e.Client()
	e.part = gid.New(gid.PartNumber, 0)
	e.must(c.LicenseModelVersion.Create().SetID(gid.New(gid.LicenseModelVersion, 0)).SetLicenseModelID(e.LicenseModel).
		SetNumber(1).SetValidFrom(fixture.Today - 1000).SetGraceDays(0).SetOverdraftAllowed(false).
		SetOfflineAllowed(true).Exec(e.Context()))
	e.must(c.PartNumber.Create().SetID(e.part).SetCode("YEARLY").SetProductID(e.Product).SetUnitID(e.Seat).
		SetTerm(vocabulary.TermSubscription).SetStartRule(vocabulary.StartRuleFixed).SetTermLength(1).
		SetTermUnit(vocabulary.TermUnitYears).SetPackSize(1).SetCancelDays(30).Exec(e.Context()))
}

// line adds a line item that ends on a day, and returns the builder of its period.
func (e *evergreens) line(name string, last day.Day, used int64) (gid.ID, *ent.PeriodCreate) {
	first := last - 364
	id := e.Line(e.account, e.Entitlement(e.account, name), e.Seat, name, 0)
	e.must(e.Client().LineItem.UpdateOneID(id).SetUsed(used).SetExcess(used).SetEndsOn(last).Exec(e.Context()))
	return id, e.Period(e.account, id, &first, &last, 10).SetCancelDays(30).SetCancelUntil(last - 30).
		SetRenewsOn(last - 29)
}

// runEvergreens starts a server on a day and lets it work until its log has a text about evergreen line items. It
// returns what the log said of them, and how the routine fares.
func runEvergreens(t *testing.T, db *store.Store, today day.Day, until string) ([]string, operation.Routine) {
	t.Helper()
	log := &evergreenLog{Handler: slog.DiscardHandler, until: until, ended: make(chan struct{})}
	a, err := app.New(app.Options{Base: app.Base{DB: db, Log: slog.New(log), Today: func() day.Day { return today },
		Now: clock.Freeze(clock.At(today.Time())).Now, From: mail.Sender{Address: "licenses@example.com"}},
		PublicURL: &url.URL{Scheme: "https", Host: "licenses.example.com"}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	worked := make(chan error, 1)
	go func() { worked <- a.Work(ctx) }()
	select {
	case <-log.ended:
	case err := <-worked:
		t.Fatal(err)
	}
	stop()
	if err := <-worked; err != nil {
		t.Error(err)
	}
	routines := a.Operation.Routines()
	at := slices.IndexFunc(routines, func(r operation.Routine) bool {
		return r.Kind == vocabulary.RoutineKindRenewEvergreens
	})
	return log.said, routines[at]
}

// The log names each line item that could not be renewed, with the reason, and says whether it is tried again; it names
// those that were renewed with a warning, and says how many terms were added.
func TestTheLogTellsOfEvergreenLineItems(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		var fine, surplus, stuck, given gid.ID
		fixture.Fill(t, db, func(f *fixture.Fixture) {
			e := &evergreens{Fixture: f, t: t, account: f.Account("Harbor")}
			e.sell()
			var create *ent.PeriodCreate
			fine, create = e.line("FINE", fixture.Today+10, 0)
			e.must(create.SetPartNumberID(e.part).Exec(f.Context()))
			surplus, create = e.line("SURPLUS", fixture.Today+10, 12)
			e.must(create.SetPartNumberID(e.part).Exec(f.Context()))
			// Nothing says under which part number these two go on.
			stuck, create = e.line("STUCK", fixture.Today+5, 0)
			e.must(create.Exec(f.Context()))
			given, create = e.line("GIVEN UP", fixture.Today-31, 0)
			e.must(create.Exec(f.Context()))
		})
		const failed = "ERROR evergreen line items could not be renewed; trying again within an hour error="
		said, routine := runEvergreens(t, db, fixture.Today, failed)
		const why = "error=BAD_INPUT: The last term of the line item has no part number."
		want := []string{
			"WARN an evergreen line item could not be renewed; trying again within an hour lineItem=" + stuck.String() +
				" " + why,
			"WARN an evergreen line item could not be renewed; it ended long ago and is not tried again lineItem=" +
				given.String() + " " + why,
			"WARN an evergreen line item was renewed with a warning lineItem=" + surplus.String(),
			"INFO renewed evergreen line items terms=2",
			failed + "2 line items could not be renewed",
		}
		mustSay(t, said, want)
		if !routine.Failing {
			t.Errorf("%+v: the routine has not failed", routine)
		}
		for _, text := range said {
			if strings.Contains(text, fine.String()) {
				t.Errorf("%q", text)
			}
		}
		// On the next day, what was given up is not told again, and once the other one ended long ago, it is given up.
		said, _ = runEvergreens(t, db, fixture.Today+1, failed)
		mustSay(t, said, []string{want[0], failed + "1 line items could not be renewed"})
		said, _ = runEvergreens(t, db, fixture.Today+36, failed)
		mustSay(t, said, []string{strings.Replace(want[1], given.String(), stuck.String(), 1),
			failed + "1 line items could not be renewed"})
	})
}

// mustSay checks that a log says these things, and nothing else; what it says may go on.
func mustSay(t *testing.T, said, want []string) {
	t.Helper()
	for _, text := range want {
		if !slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, text) }) {
			t.Errorf("the log does not say %q", text)
		}
	}
	if len(said) != len(want) {
		t.Errorf("the log says %q", said)
	}
}
