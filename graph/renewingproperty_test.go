package graph_test

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/testenv"
)

// A renewal without a gap and without fewer copies leaves no device without a license: on each day of the old term the
// line grants what it granted before, and on each day of the new one as much as on the last day of the old one. A dry
// run tells what the real run does.
func TestARenewalLeavesNoDayWithoutARight(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		rapid.Check(t, func(r *rapid.T) {
			today := testenv.Today
			first := today + day.Day(rapid.IntRange(-200, 30).Draw(r, "first"))
			last := first + day.Day(rapid.IntRange(0, 300).Draw(r, "length"))
			line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "startsOn": first.String(),
				"endsOn": last.String(), "pieces": rapid.IntRange(1, 4).Draw(r, "pieces")}, nil)
			id := parsed(t, line)
			for range rapid.IntRange(0, 2).Draw(r, "amendments") {
				on := first + day.Day(rapid.IntRange(0, int(last-first)).Draw(r, "amended"))
				mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "startsOn": on.String(),
					"quantity": fmt.Sprint(rapid.IntRange(1, 40).Draw(r, "total"))})
			}
			days := []day.Day{first, (first + last) / 2, last, last + 1, last + 30}
			before, _, _ := lineOn(t, env, id, days...)
			in := map[string]any{"lineItem": line}
			if rapid.Bool().Draw(r, "more") {
				in["quantity"] = "41"
			}
			if rapid.Bool().Draw(r, "ends") {
				in["endsOn"] = (last + day.Day(rapid.IntRange(30, 900).Draw(r, "new length"))).String()
			}
			input := map[string]any{"lines": []any{in}, "dryRun": true}
			dry := renew(t, env, "renewLineItems", input)
			input["dryRun"] = false
			wet := renew(t, env, "renewLineItems", input)
			if d := cmp.Diff(dry.effectTexts(), wet.effectTexts()); d != "" || wet.codes() != "" ||
				dry.warnings() != wet.warnings() {
				r.Fatalf("%s %s %s", d, wet.codes(), wet.warnings())
			}
			end := dayOf(t, wet.Results[0].Period.EndsOn)
			after, _, _ := lineOn(t, env, id, append(days, end, end+15)...) // after 14 days of grace
			for i, on := range days[:3] {
				if before[i] != after[i] {
					r.Fatalf("%s grants %s on %s, and %s before", line, after[i], on, before[i])
				}
			}
			want := before[2]
			if in["quantity"] != nil {
				want = "41"
			}
			if after[3] != want || after[4] != want || after[5] != want || after[6] != "0" {
				r.Fatalf("%s grants %v, want %s", line, after, want)
			}
		})
		mustBeHealthy(t, env)
	})
}

// Many renew overlapping lists at once: nobody is refused for another reason than that a line is renewed already, and
// no line is renewed twice.
func TestLinesAreRenewedByManyAtOnce(t *testing.T) {
	const writers = 16
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		var lines []string
		for i := range 6 {
			in := map[string]any{"partNumber": w.part, "startsOn": "2026-01-01", "endsOn": "2026-12-31"}
			if i%2 == 0 {
				in["endsOn"] = "2026-06-30" // it is over
			}
			lines = append(lines, issueLine(t, env, w, in, nil))
		}
		var running sync.WaitGroup
		for writer := range writers {
			running.Go(func() {
				random := rand.New(rand.NewPCG(9, uint64(writer)))
				some := append([]string{}, lines...)
				random.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
				var in []any
				for _, line := range some[:1+random.IntN(len(some))] {
					in = append(in, map[string]any{"lineItem": line})
				}
				got := renew(t, env, "renewLineItems", map[string]any{"lines": in, "mode": "EACH"})
				if len(got.Errors) > 0 || len(got.Results) != len(in) {
					t.Errorf("%+v", got)
				}
				for _, r := range got.Results {
					for _, refusal := range r.Refusals {
						if refusal.Code != "ALREADY_RENEWED" {
							t.Errorf("%+v", refusal)
						}
					}
				}
			})
		}
		running.Wait()
		for _, line := range lines {
			n := env.Store.Client().Period.Query().Where(period.LineItemID(parsed(t, line)), period.RenewsIDNotNil()).
				CountX(testenv.Operator(t))
			if n > 1 {
				t.Errorf("%s was renewed %d times", line, n)
			}
		}
		mustBeHealthy(t, env)
	})
}
