package entitlement_test

import (
	"slices"
	"testing"

	"entgo.io/ent/dialect/sql"
	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
)

// judgedDays are the days around today on which the status of lines of drawLine may change.
var judgedDays = []int{-40, -20, -6, -5, -1, 0, 1, 5, 6, 30}

// readPlainly is the rule of the period in force as people read it: keep the periods that contain the day and have no
// decision; of those keep the ones that start last; of those drop what another of them renews; of those keep the ones
// that rank last; of those the one with the highest id. It returns 0 if none is left.
func readPlainly(periods []entitlement.PeriodFact, on day.Day) int64 {
	var left []entitlement.PeriodFact
	for _, p := range periods {
		begun := p.First == nil && p.Perpetual || p.First != nil && *p.First <= on
		decided := slices.ContainsFunc(p.Decisions, func(d entitlement.Decided) bool {
			return d.First <= on && on <= d.Last
		})
		if !decided && begun && (p.Last == nil || on <= *p.Last) {
			left = append(left, p)
		}
	}
	for i, of := range []func(entitlement.PeriodFact) int64{
		func(p entitlement.PeriodFact) int64 {
			if p.First == nil {
				return -1 << 62
			}
			return int64(*p.First)
		},
		func(p entitlement.PeriodFact) int64 { return int64(p.Ranked) },
		func(p entitlement.PeriodFact) int64 { return int64(p.ID) },
	} {
		var last []entitlement.PeriodFact
		for _, p := range left {
			if len(last) > 0 && of(p) > of(last[0]) {
				last = nil
			}
			if len(last) == 0 || of(p) == of(last[0]) {
				last = append(last, p)
			}
		}
		if left = last; i == 0 {
			left = slices.DeleteFunc(slices.Clone(last), func(p entitlement.PeriodFact) bool {
				return slices.ContainsFunc(last, func(q entitlement.PeriodFact) bool { return q.Renews == p.ID })
			})
		}
	}
	if len(left) == 0 {
		return 0
	}
	return int64(left[0].ID)
}

// InForce and JoinInForce find the same period in force as the simple implementation, on every day.
func TestThePeriodInForceIsThatOfAPlainReading(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		_, ids := writeLines(t, s)
		database.View(t, s, store.Everything(), func(v *page.View) error {
			facts, err := entitlement.FactsOf(t.Context(), v, ids)
			if err != nil {
				return err
			}
			tied, undated, early := 0, 0, 0
			for _, offset := range judgedDays {
				on := fixture.Today + day.Day(offset)
				want, got := map[int64]int64{}, map[int64]int64{}
				for i, f := range facts {
					if id := readPlainly(f.Periods, on); id != 0 {
						want[ids[i]] = id
					}
					if p := f.InForce(on); p != nil {
						got[ids[i]] = int64(p.ID)
					}
					for _, a := range f.Periods {
						for _, b := range f.Periods {
							together := a.First != nil && b.First != nil && *a.First == *b.First
							if together && b.Renews == a.ID && want[ids[i]] == int64(b.ID) && b.Ranked < a.Ranked {
								early++
							}
							if a.ID < b.ID && a.Contains(on) && b.Contains(on) {
								tied += count(together)
								undated += count((a.First == nil) != (b.First == nil))
							}
						}
					}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("on %s (read plainly -, judged +):\n%s", on, diff)
				}
				if diff := cmp.Diff(want, joined(t, v, on)); diff != "" || len(want) == 0 && offset == 0 {
					t.Errorf("on %s (read plainly -, found +):\n%s", on, diff)
				}
			}
			if tied == 0 || undated == 0 || early == 0 {
				t.Errorf(
					"%d periods begin together, %d of them rank before what they renew, %d stand beside "+
						"one without a first day: the test proves nothing", tied, early, undated)
			}
			return nil
		})
	})
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// joined are the periods in force that JoinInForce finds, by their lines.
func joined(t *testing.T, v *page.View, on day.Day) map[int64]int64 {
	t.Helper()
	var found []struct {
		Line   int64 `sql:"id"`
		Period int64 `sql:"period"`
	}
	err := v.Scan(t.Context(), lineitem.Table, func(q *page.Query) {
		p := entitlement.JoinInForce(q, q.C(lineitem.FieldID), "p", int64(on))
		q.Select(q.C(lineitem.FieldID), sql.As(p.C(period.FieldID), "period"))
	}, &found)
	if err != nil {
		t.Fatal(err)
	}
	got := map[int64]int64{}
	for _, f := range found {
		if got[f.Line] != 0 {
			t.Errorf("line %d has several periods in force on %s", f.Line, on)
		}
		got[f.Line] = f.Period
	}
	return got
}

// The filter finds the same lines as Perpetual, including lines whose periods are all under a decision.
func TestTheFilterOfLinesWithoutEndAgreesWithTheField(t *testing.T) {
	database.Each(t, func(t *testing.T, s *store.Store) {
		_, ids := writeLines(t, s)
		facts := factsOf(t, s, ids)
		held := 0
		want := map[bool][]int64{}
		for i, f := range facts {
			free, endlessFree, endlessHeld := 0, false, false
			for _, p := range f.Periods {
				ruledOut, heldForever := false, false
				for _, d := range p.Decisions {
					ruledOut = ruledOut || (d.First == day.Beginning || p.First != nil && d.First <= *p.First) &&
						(d.Last == day.Forever || p.Last != nil && d.Last >= *p.Last)
					heldForever = heldForever || d.Last == day.Forever
				}
				free += count(!ruledOut)
				endlessFree = endlessFree || p.Perpetual && !heldForever
				endlessHeld = endlessHeld || p.Perpetual
			}
			is := endlessFree || free == 0 && endlessHeld
			held += count(is && !endlessFree)
			if entitlement.Perpetual(f.Periods) != is {
				t.Errorf("the field of line %d is %t", ids[i], !is)
			}
			want[is] = append(want[is], ids[i])
		}
		for _, is := range []bool{true, false} {
			got := database.IDs(t, s, store.Everything(), lineitem.Table,
				entitlement.LineFilter{Perpetual: &is}.Condition)
			if diff := cmp.Diff(want[is], got); diff != "" {
				t.Errorf("%t (want -, found +):\n%s", is, diff)
			}
		}
		if held == 0 {
			t.Error("no line without end is held as a whole: the test proves nothing")
		}
	})
}
