package entitlement_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

var decisions = []vocabulary.Decision{
	"", "", "", "", vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest,
	vocabulary.DecisionSuspended, vocabulary.DecisionOnHold, vocabulary.DecisionRenewalCancelled,
}

// drawDecisions draws up to two decisions about one subject: on every day, or on some days near that of the tests.
func drawDecisions(t *rapid.T, name string) entitlement.Decisions {
	var list entitlement.Decisions
	for range rapid.SampledFrom([]int{1, 1, 1, 2}).Draw(t, name) {
		d := entitlement.Decided{Kind: rapid.SampledFrom(decisions).Draw(t, "kind"), First: day.Beginning,
			Last: day.Forever}
		if rapid.Bool().Draw(t, "dated") {
			d.First = fixture.Today + day.Day(rapid.IntRange(-21, 10).Draw(t, "from"))
		}
		if rapid.Bool().Draw(t, "ends") {
			d.Last = fixture.Today + day.Day(rapid.IntRange(-10, 20).Draw(t, "to"))
		}
		if d.Kind != "" && d.First <= d.Last {
			list = append(list, d)
		}
	}
	return list
}

// drawn is a randomly generated line for property tests; its days are close to the day of the tests.
type drawn struct {
	header, line, after entitlement.Decisions
	periods             []drawnPeriod
	successor           bool
	cancelled           []entitlement.Interval
}

type drawnPeriod struct {
	decisions   entitlement.Decisions
	first, days int
	ranked      int // so many microseconds after the others
	waiting     bool
	endless     bool
	trial       bool
	graceDays   int
	granted     int  // days of grace by a decision
	undated     bool // perpetual without a first day
	renews      bool
	cancelDays  int  // 0 for none
	decided     bool // what follows was decided
}

func drawLine(t *rapid.T) drawn {
	d := drawn{
		header: drawDecisions(t, "header"), line: drawDecisions(t, "line"), after: drawDecisions(t, "after"),
		successor: rapid.Bool().Draw(t, "successor"),
	}
	first := rapid.IntRange(-30, 10).Draw(t, "first")
	for n := range rapid.IntRange(0, 3).Draw(t, "periods") {
		p := drawnPeriod{
			decisions: drawDecisions(t, "decisions"), first: first,
			days: rapid.IntRange(1, 20).Draw(t, "days"), ranked: rapid.IntRange(0, 2).Draw(t, "ranked"),
			renews:    n > 0 && rapid.Bool().Draw(t, "renews"),
			trial:     rapid.IntRange(0, 4).Draw(t, "trial") == 0,
			graceDays: rapid.SampledFrom([]int{0, 0, 5, 14}).Draw(t, "grace"),
			granted:   rapid.SampledFrom([]int{0, 0, 9, 30}).Draw(t, "granted"),
		}
		switch rapid.IntRange(0, 9).Draw(t, "form") {
		case 0:
			p.waiting = !p.renews
		case 1:
			p.endless = true
		case 2:
			p.undated = true
		}
		d.periods = append(d.periods, p)
		first += rapid.SampledFrom([]int{0, 0, 1, 3, 7, 12, 20, 25}).Draw(t, "next")
	}
	for i := range d.periods {
		d.periods[i].cancelDays = rapid.SampledFrom([]int{0, 1, 4}).Draw(t, "cancelDays")
		d.periods[i].decided = rapid.IntRange(0, 3).Draw(t, "what follows is decided") == 0
	}
	for range rapid.IntRange(0, 1).Draw(t, "cancelled") {
		from, to := fixture.Today+day.Day(rapid.IntRange(-20, 30).Draw(t, "from")), day.Forever
		if rapid.Bool().Draw(t, "lifted") {
			to = from + day.Day(rapid.IntRange(-1, 20).Draw(t, "to"))
		}
		d.cancelled = append(d.cancelled, entitlement.Interval{First: &from, Last: &to})
	}
	return d
}

func write(t *testing.T, f *fixture.Fixture, account gid.ID, d drawn, name string) {
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	decide := func(subject gid.ID, list entitlement.Decisions) {
		t.Helper()
		for _, d := range list {
			f.DecideFor(account, subject, d.Kind, d.First, d.Last)
		}
	}
	ctx, c := f.Context(), f.Client()
	header := f.Entitlement(account, name)
	decide(header, d.header)
	line := f.Line(account, header, f.Seat, name, 10)
	decide(line, d.line)
	for _, c := range d.cancelled {
		must(cancel(f, account, line, c))
	}
	var previous gid.ID
	for _, p := range d.periods {
		first := fixture.Today + day.Day(p.first)
		last := first + day.Day(p.days) - 1
		firstDay, lastDay := &first, &last
		switch {
		case p.waiting:
			firstDay, lastDay = nil, nil
		case p.endless:
			lastDay = nil
		case p.undated:
			firstDay, lastDay = nil, nil
		}
		create := f.Period(account, line, firstDay, lastDay, 10)
		if p.undated {
			create.SetPerpetual(true)
		}
		at, _ := create.Mutation().RankedAt()
		create.SetRankedAt(at + clock.Instant(p.ranked)).SetGraceDays(p.graceDays)
		if p.trial {
			create.SetTerm(vocabulary.TermTrial)
		}
		if p.granted > 0 {
			f.DecideFor(account, line, vocabulary.DecisionGrace, last+1, last+day.Day(p.granted))
		}
		if p.renews {
			create.SetRenewsID(previous)
		}
		if p.cancelDays > 0 {
			until := entitlement.CancelUntil(&p.cancelDays, firstDay, lastDay, false)
			create.SetCancelDays(p.cancelDays).SetNillableCancelUntil(until)
			if p.decided && until != nil {
				create.SetRenewalDecidedAt(at)
			} else {
				create.SetNillableRenewsOn(entitlement.RenewsOn(until, lastDay))
			}
		}
		saved, err := create.Save(ctx)
		must(err)
		decide(saved.ID, p.decisions)
		previous = saved.ID
	}
	must(c.LineItem.UpdateOneID(line).SetGraceUntil(fixture.Today + 99).Exec(ctx))
	if d.successor && previous != 0 {
		next := f.Line(account, f.Entitlement(account, name+" next"), f.Seat, name+" next", 10)
		decide(next, d.after)
		first, last := fixture.Today-5, fixture.Today+5
		must(f.Period(account, next, &first, &last, 10).Exec(ctx))
		must(c.LineageStep.Create().SetAccountID(account).SetLineItemID(line).SetPeriodID(previous).
			SetCounterpartID(next).
			SetDirection(vocabulary.LineageDirectionTo).SetReason(vocabulary.LineageReasonUpgrade).Exec(ctx))
	}
}

// cancel records that the renewal of a line is cancelled on some days; before day.Forever, that was lifted.
func cancel(f *fixture.Fixture, account, line gid.ID, days entitlement.Interval) error {
	create := f.Client().Decision.Create().SetAccountID(account).SetSubjectID(line).
		SetKind(vocabulary.DecisionRenewalCancelled).SetStartsOn(*days.First).SetEndsOn(*days.Last).
		SetPlannedEndsOn(day.Forever).SetActor("test").SetRecordedAt(1)
	if *days.Last != day.Forever {
		create.SetLiftedAt(2)
	}
	f.MarkDecided(line)
	return create.Exec(f.Context())
}

// writeLines writes 400 random lines of an account, and returns it and their ids.
func writeLines(t *testing.T, s *store.Store) (account gid.ID, ids []int64) {
	t.Helper()
	fixture.Fill(t, s, func(f *fixture.Fixture) {
		account = f.Account("judged")
		generator := rapid.Custom(drawLine)
		for n := range 400 {
			write(t, f, account, generator.Example(n), fmt.Sprintf("line %d", n))
		}
	})
	return account, database.IDs(t, s, store.Everything(), lineitem.Table, nil)
}

// factsOf reads what decides about lines.
func factsOf(t *testing.T, s *store.Store, ids []int64) (facts []*entitlement.Facts) {
	t.Helper()
	database.View(t, s, store.Everything(), func(v *page.View) (err error) {
		facts, err = entitlement.FactsOf(t.Context(), v, ids)
		return err
	})
	return facts
}

// The filter finds the lines of which Facts say that they are renewed by themselves after their last day.
func TestTheEvergreenFilterAgreesWithTheJudgement(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		account, ids := writeLines(t, s)
		facts := factsOf(t, s, ids)
		var evergreen, others []int64
		cancelled := 0
		fixture.Fill(t, s, func(f *fixture.Fixture) {
			for i, id := range ids {
				last := entitlement.Summarize(facts[i].Periods, fixture.Today).EndsOn
				if err := f.Client().LineItem.UpdateOneID(gid.ID(id)).SetEndsOn(last).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
				term := facts[i].Evergreen(last)
				switch {
				case term == nil || term.EndsOn != last:
					others = append(others, id)
				case term.Cancelled:
					others, cancelled = append(others, id), cancelled+1
				default:
					evergreen = append(evergreen, id)
				}
			}
		})
		if len(evergreen) < 10 || len(others) < 10 || cancelled == 0 {
			t.Errorf("%d lines are evergreen, %d are not, and %d are cancelled: the test proves too little",
				len(evergreen), len(others), cancelled)
		}
		for _, scope := range []store.Scope{store.Everything(), store.Accounts([]gid.ID{account})} {
			for is, want := range map[bool][]int64{true: evergreen, false: others} {
				filter := entitlement.LineFilter{Account: account, Evergreen: &is}
				if d := cmp.Diff(want, database.IDs(t, s, scope, lineitem.Table, filter.Condition)); d != "" {
					t.Errorf("evergreen: %t (judged -, found +): %s", is, d)
				}
			}
		}
	})
}

// The filter computes the status in SQL, and Facts in Go. They must find the same lines for every day and status.
func TestTheStateFilterAgreesWithTheJudgement(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		account, ids := writeLines(t, s)
		for who, scope := range map[string]store.Scope{
			"an operator": store.Everything(), "a customer": store.Accounts([]gid.ID{account}),
		} {
			t.Run(who, func(t *testing.T) { compareStates(t, s, scope, account, ids) })
		}
	})
}

// compareStates finds lines by status on several days, with the filter and with Facts, and compares the results.
func compareStates(t *testing.T, s *store.Store, scope store.Scope, account gid.ID, ids []int64) {
	var facts []*entitlement.Facts
	database.View(t, s, scope, func(v *page.View) (err error) {
		facts, err = entitlement.FactsOf(t.Context(), v, ids)
		return err
	})
	seen := map[vocabulary.Status]int{}
	for _, offset := range judgedDays {
		on := fixture.Today + day.Day(offset)
		want := map[vocabulary.Status][]int64{}
		for i, f := range facts {
			status := f.Status(on)
			want[status] = append(want[status], ids[i])
			seen[status]++
		}
		for _, name := range vocabulary.Status("").Values() {
			status := vocabulary.Status(name)
			filter := entitlement.LineFilter{Account: account, Statuses: []vocabulary.Status{status}, On: on}
			if diff := cmp.Diff(want[status], database.IDs(t, s, scope, lineitem.Table,
				filter.Condition)); diff != "" {
				t.Errorf("%s on %s (judged -, found +):\n%s", status, on, diff)
			}
		}
	}
	for _, name := range vocabulary.Status("").Values() {
		if status := vocabulary.Status(name); seen[status] == 0 {
			t.Errorf("no line was ever %s: the test proves nothing for it", status)
		}
	}
}

func TestFiltersThatWouldReadTooMuch(t *testing.T) {
	id := gid.New(gid.Product, 0)
	for name, c := range map[string]struct {
		filter entitlement.LineFilter
		broad  bool
	}{
		"nothing":          {entitlement.LineFilter{}, false},
		"a product":        {entitlement.LineFilter{Product: id}, false},
		"product and unit": {entitlement.LineFilter{Product: id, Unit: id}, true},
		"a state": {entitlement.LineFilter{Statuses: []vocabulary.Status{vocabulary.StatusActive}},
			true},
		"a state in an account": {entitlement.LineFilter{Account: id,
			Statuses: []vocabulary.Status{vocabulary.StatusActive}}, false},
		"coverage end":           {entitlement.LineFilter{CoverageEnds: &entitlement.Interval{}}, true},
		"the beginning of an id": {entitlement.LineFilter{ActivationIDStartsWith: "A"}, true},
		"a text":                 {entitlement.LineFilter{Text: "a"}, true},
		"a text of one header":   {entitlement.LineFilter{Text: "a", Entitlement: id}, false},
		"what is free":           {entitlement.LineFilter{HasFree: new(bool)}, true},
		"what is evergreen":      {entitlement.LineFilter{Evergreen: new(bool)}, true},
		"without end":            {entitlement.LineFilter{Account: id, Perpetual: new(bool)}, false},
		"changed since":          {entitlement.LineFilter{UpdatedSince: new(clock.Instant)}, true},
	} {
		err := c.filter.Check(entitlement.LineItemsByLastDay, false)
		var f *fault.Error
		if errors.As(err, &f) != c.broad || c.broad && (f.Code != fault.FilterTooBroad || f.Remedy == "") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
