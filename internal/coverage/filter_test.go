package coverage_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	entcoverage "github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/vocabulary"
)

// covered is a coverage of a separate line, and its facts.
type covered struct {
	id, line int64
	fact     coverage.Fact
}

// customer is an account with a coverage for every combination of dates, of a decision about it and of one about its
// entitlement, on which there is no line of any product line.
type customer struct {
	account, productLine gid.ID
	coverages            []covered
}

func fill(t *testing.T, s *store.Store) customer {
	t.Helper()
	var c customer
	fixture.Fill(t, s, func(f *fixture.Fixture) {
		c.account, c.productLine = f.Account("covered"), f.ProductLine
		lines := f.Entitlement(c.account, "lines")
		decisions := []rights.Decisions{nil}
		for n, name := range vocabulary.Decision("").Values() {
			switch vocabulary.Decision(name) {
			case vocabulary.DecisionGrace, vocabulary.DecisionRenewalCancelled:
				continue // they are about line items only
			}
			d := rights.Decided{Kind: vocabulary.Decision(name), First: day.Beginning, Last: day.Forever}
			if n%2 == 0 {
				d.First = *on(-4)
			}
			if n%3 == 0 {
				d.Last = *on(5)
			}
			decisions = append(decisions, rights.Decisions{d})
		}
		for _, header := range decisions {
			entitlement := f.Entitlement(c.account, fmt.Sprintf("header %d", len(c.coverages)))
			decide(f, c.account, entitlement, header)
			for _, own := range decisions {
				for _, fact := range []coverage.Fact{
					{First: on(-20), Last: *on(-5)}, {First: on(-20), Last: *on(5)}, {First: on(5), Last: *on(20)},
					{Last: *on(5)}, {First: on(-5), Last: day.Forever, Perpetual: true},
					{Last: day.Forever, Perpetual: true},
				} {
					fact.Kind, fact.Own, fact.Header = vocabulary.CoverageKindMaintenance, own, header
					line := f.Line(c.account, lines, f.Seat, fmt.Sprint(len(c.coverages)), 1)
					id := f.Coverage(c.account, 0, fact.Last, line)
					update := f.Client().Coverage.UpdateOneID(id).SetEntitlementID(entitlement).
						SetPerpetual(fact.Perpetual).SetNillableStartsOn(fact.First)
					if fact.First == nil {
						update.ClearStartsOn()
					}
					saved, err := update.Save(f.Context())
					must(t, err)
					decide(f, c.account, id, own)
					fact.Created, fact.Coverage = saved.CreatedAt, id
					c.coverages = append(c.coverages, covered{int64(id), int64(line), fact})
				}
			}
		}
	})
	return c
}

func decide(f *fixture.Fixture, account, subject gid.ID, list rights.Decisions) {
	for _, d := range list {
		f.DecideFor(account, subject, d.Kind, d.First, d.Last)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func on(offset int) *day.Day {
	d := fixture.Today + day.Day(offset)
	return &d
}

// The filter computes the status in SQL, and Fact in Go. Both must agree for every viewer. A viewer who is limited to
// a product line may not see the entitlement of a coverage, but the decision on the entitlement still counts.
func TestTheStateFilterAgreesWithTheJudgement(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		c := fill(t, s)
		limited := store.Within(store.Reach{Member: []gid.ID{c.account},
			Limited: []store.Limit{{Accounts: []gid.ID{c.account}, ProductLine: c.productLine}}})
		if seen := database.IDs(t, s, limited, "entitlements", nil); len(seen) != 1 {
			t.Fatalf("one who sees a product line only sees %d entitlements: this proves nothing", len(seen))
		}
		for who, scope := range map[string]store.Scope{
			"an operator": store.Everything(), "a customer": store.Accounts([]gid.ID{c.account}),
			"of a product line": limited,
		} {
			t.Run(who, func(t *testing.T) {
				compareFacts(t, s, scope, c.coverages)
				compareStates(t, s, scope, c)
			})
		}
	})
}

// onlyDays compares decisions by what they are and when they hold.
var onlyDays = cmpopts.IgnoreFields(rights.Decided{}, "Recorded", "Lifted", "Planned", "ID")

// compareFacts reads the facts of coverages and compares them with what was written.
func compareFacts(t *testing.T, s *store.Store, scope store.Scope, coverages []covered) {
	t.Helper()
	var ids, lines []int64
	for _, c := range coverages {
		ids, lines = append(ids, c.id), append(lines, c.line)
	}
	var (
		ruled  []coverage.Ruled
		facts  [][]coverage.Fact
		untils []coverage.Until
	)
	database.View(t, s, scope, func(v *page.View) (err error) {
		if ruled, err = coverage.RuledOf(t.Context(), v, ids); err != nil {
			return err
		}
		if facts, err = coverage.FactsOfLines(t.Context(), v, lines); err != nil {
			return err
		}
		untils, err = coverage.UntilOfLines(t.Context(), v, lines)
		return err
	})
	for i, c := range coverages {
		if diff := cmp.Diff(coverage.Ruled{Own: c.fact.Own, Header: c.fact.Header}, ruled[i], onlyDays); diff != "" {
			t.Errorf("decisions of %+v (-want, +got):\n%s", c.fact, diff)
		}
		want := c.fact
		want.Item = facts[i][0].Item
		if diff := cmp.Diff([]coverage.Fact{want}, facts[i], onlyDays); diff != "" || want.Item == 0 {
			t.Errorf("facts (-want, +got):\n%s", diff)
		}
		if diff := cmp.Diff(coverage.UntilOf([]coverage.Fact{c.fact}), untils[i]); diff != "" {
			t.Errorf("end of %+v (-want, +got):\n%s", c.fact, diff)
		}
	}
}

// compareStates finds coverages by status on several days, with the filter and with Fact, and compares the results.
func compareStates(t *testing.T, s *store.Store, scope store.Scope, c customer) {
	t.Helper()
	seen := map[vocabulary.Status]int{}
	for _, offset := range []int{-21, -20, -5, -4, 0, 5, 6, 30} {
		want := map[vocabulary.Status][]int64{}
		for _, one := range c.coverages {
			status := one.fact.Status(*on(offset))
			want[status] = append(want[status], one.id)
			seen[status]++
		}
		for _, name := range vocabulary.Status("").Values() {
			status := vocabulary.Status(name)
			filter := coverage.Filter{Account: c.account, Statuses: []vocabulary.Status{status}, On: *on(offset)}
			where, err := filter.Where(coverage.Newest)
			must(t, err)
			if diff := cmp.Diff(sorted(want[status]),
				database.IDs(t, s, scope, entcoverage.Table, where)); diff != "" {
				t.Errorf("%s on day %d (judged -, found +):\n%s", status, offset, diff)
			}
		}
	}
	for _, status := range []vocabulary.Status{vocabulary.StatusActive, vocabulary.StatusExpired,
		vocabulary.StatusFuture,
		vocabulary.StatusAwaitingActivation, vocabulary.StatusWithdrawn, vocabulary.StatusOnHold} {
		if seen[status] == 0 {
			t.Errorf("no coverage was ever %s: the test proves nothing for it", status)
		}
	}
}

func sorted(ids []int64) []int64 {
	slices.Sort(ids)
	return ids
}
