package graph_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/testenv"
)

// A line that is linked again from a day to come, and then earlier: what was believed in between is still answered.
func TestALinkAgainIsReleasedEarlier(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		item := w.items[0].String()
		step := func(mutation string, in map[string]any) coverageChange {
			t.Helper()
			env.Clock.Advance(time.Minute)
			made, _ := w.must(t, mutation, in)
			return made
		}
		step("unlinkCoverage", map[string]any{"coverageItem": item, "from": "2026-03-01", "reason": "Sold"})
		step("linkCoverage", map[string]any{"coverage": w.coverage.String(), "lineItem": w.lines[0].String(),
			"from": "2026-12-20", "reason": "Bought back"})
		between := env.Clock.Now()
		got, _ := testenv.Must[struct {
			CoverageItem struct {
				Decisions []struct{ ID, StartsOn, EndsOn string }
			}
		}](t, env, "query ($id: ID!) { coverageItem(id: $id) { decisions { id startsOn endsOn } } }",
			map[string]any{"id": item})
		stands := slices.IndexFunc(got.CoverageItem.Decisions, func(d struct{ ID, StartsOn, EndsOn string }) bool {
			return d.EndsOn == "2026-12-19"
		})
		if stands < 0 {
			t.Fatalf("%+v", got)
		}
		env.Clock.Advance(time.Minute)
		mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": got.CoverageItem.Decisions[stands].ID,
			"lastDay": "2026-12-01", "reason": "Earlier"})
		covered := func(known string) (list []bool) {
			for _, on := range []string{"2026-02-28", "2026-11-20", "2026-12-01", "2026-12-02", "2026-12-19",
				"2026-12-20"} {
				got, _ := testenv.Must[struct{ LineItem struct{ IsCovered bool } }](t, env, fmt.Sprintf(
					"{ lineItem(id: %q) { isCovered(on: %q%s) } }", w.lines[0], on, known), nil)
				list = append(list, got.LineItem.IsCovered)
			}
			return list
		}
		expect(t, "now", []bool{true, false, false, true, true, true}, covered(""))
		expect(t, "between both", []bool{true, false, false, false, false, true},
			covered(fmt.Sprintf(", knownAt: %q", between)))
		w.isHealthy(t)
	})
}

// renewsOf returns what a coverage renews.
func (w *coveredWorld) renewsOf(t testing.TB, coverage string) string {
	t.Helper()
	got, _ := testenv.Must[struct {
		Coverage struct{ Renews *struct{ ID string } }
	}](t, w.env, "query ($id: ID!) { coverage(id: $id) { renews { id } } }", map[string]any{"id": coverage})
	if got.Coverage.Renews == nil {
		return ""
	}
	return got.Coverage.Renews.ID
}

// A successor renews the correction of what it renewed, and what was known before is answered as before.
func TestASuccessorRenewsTheCorrection(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		_, next := w.must(t, "extendCoverage", map[string]any{"coverage": w.coverage.String(),
			"startsOn": "2026-10-01", "endsOn": "2027-09-30"})
		items := func(known string) int {
			got, _ := testenv.Must[struct {
				LineItem struct {
					CoverageTimeline []struct{ Items []struct{ ID string } }
				}
			}](t, env, fmt.Sprintf("{ lineItem(id: %q) { coverageTimeline(from: \"2026-11-01\", to: \"2026-11-30\"%s) "+
				"{ items { id } } } }", w.lines[0], known), nil)
			return len(got.LineItem.CoverageTimeline[0].Items)
		}
		before := env.Clock.Now()
		meant := w.coverage.String()
		for _, end := range []string{"2026-12-30", "2026-12-29"} {
			env.Clock.Advance(time.Minute)
			_, meant = w.must(t, "correctCoverage", map[string]any{"coverage": meant, "endsOn": end,
				"reason": "Mistyped"})
			expect(t, "what the successor renews", meant, w.renewsOf(t, next))
			expect(t, "items now", 1, items(""))
			expect(t, "items as known before", 1, items(fmt.Sprintf(", knownAt: %q", before)))
		}
		refused := func(want string, in map[string]any) {
			t.Helper()
			got, _ := w.change(t, "correctCoverage", merged(in, map[string]any{"reason": "Mistyped"}))
			expect(t, fmt.Sprint(in), want, got.codes())
		}
		refused("BAD_INPUT input.startsOn", map[string]any{"coverage": next, "startsOn": "2026-01-01"})
		refused("BAD_INPUT input.startsOn", map[string]any{"coverage": meant, "startsOn": "2026-10-01"})
		refused("", map[string]any{"coverage": next, "startsOn": "2026-01-02"})
		refused("BAD_INPUT input.startsOn", map[string]any{"coverage": meant, "startsOn": "2026-01-02"})
		w.isHealthy(t)
	})
}

// A gap is told only if neither the coverage nor a successor of it covers the days.
func TestAFurtherSuccessorLeavesNoGap(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		extend := func(more map[string]any) (coverageChange, string) {
			return w.must(t, "extendCoverage", merged(map[string]any{"coverage": w.coverage.String(), "again": true},
				more))
		}
		_, second := extend(nil)
		third, _ := extend(nil)
		expect(t, "after a successor", "COVERAGE_OVERHANG, COVERAGE_OVERHANG", third.warnings())
		_, far := w.must(t, "extendCoverage", map[string]any{"coverage": second, "again": true,
			"startsOn": "2029-01-01", "endsOn": "2029-12-31"})
		fourth, id := extend(nil)
		expect(t, "after a successor of a successor", "COVERAGE_OVERHANG, COVERAGE_OVERHANG", fourth.warnings())
		expect(t, "the day after", "2030-12-31", w.endsOn(t, id))
		gap, _ := extend(map[string]any{"startsOn": "2031-02-01", "endsOn": "2031-02-28"})
		expect(t, "a gap", "COVERAGE_GAP, COVERAGE_OVERHANG, COVERAGE_OVERHANG", gap.warnings())
		expect(t, "the days",
			"Nothing is covered by the coverage or its successor from 1 January 2031 to 31 January 2031.",
			gap.Warnings[0].Message)
		if far == "" {
			t.Error("no successor")
		}
	})
}

// Only coverages that are in force while the line grows are told.
func TestCoveragesGrowOnTheDaysOfAnAmendment(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		line := w.lines[0].String()
		w.must(t, "extendCoverage", map[string]any{"coverage": w.coverage.String()})
		amend := func(first, last, quantity string) string {
			in := map[string]any{"lineItem": line, "startsOn": first, "quantity": quantity}
			if last != "" {
				in["endsOn"], in["after"] = last, "RETURN"
			}
			return mustChangeRight(t, env, "amendLineItem", in).growing()
		}
		expect(t, "in one", "COVERAGE_GROWS 1", amend("2026-11-01", "2026-11-30", "12"))
		expect(t, "in both", "COVERAGE_GROWS 2", amend("2026-12-01", "", "15"))
		expect(t, "under a later total", "COVERAGE_GROWS 1", amend("2026-10-01", "", "13"))
	})
}

// growing returns the warnings of growing coverages with their numbers.
func (c *rightChange) growing() (text string) {
	for _, w := range c.Warnings {
		number := w.Message[len(w.Message)-2 : len(w.Message)-1]
		text += w.Code + " " + number
	}
	return text
}
