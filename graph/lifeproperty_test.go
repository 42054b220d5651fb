package graph_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// lives makes random changes of everything that was issued over a catalog, by all mutations of rights. It keeps no
// reading of its own: what must hold, holds whatever the changes are.
type lives struct {
	*issuingWorld
	env *testenv.Env
	// issued counts orders and new activation ids.
	issued atomic.Int64
}

// mutationsOfLives make inputs for the mutations of rights. Many of the inputs are refused.
var mutationsOfLives = map[string]func(*lives, testing.TB, *rand.Rand) map[string]any{
	"issueEntitlement":    (*lives).order,
	"deployEntitlement":   (*lives).deployment,
	"amendLineItem":       (*lives).amendment,
	"correctPeriod":       (*lives).correction,
	"voidPeriod":          (*lives).voiding,
	"renewLineItems":      (*lives).renewal,
	"convertTrial":        (*lives).conversion,
	"holdLineItems":       (*lives).decision,
	"suspendLineItems":    (*lives).decision,
	"grantGrace":          (*lives).grace,
	"cancelRenewals":      (*lives).cancellation,
	"withdrawEntitlement": (*lives).withdrawal,
	"releaseDecision":     (*lives).release,
	"replaceActivationId": (*lives).rename,
	"addCoverage":         (*lives).addition,
	"extendCoverage":      (*lives).extension,
	"linkCoverage":        (*lives).link,
	"unlinkCoverage":      (*lives).unlink,
	"endCoverage":         (*lives).coverageEnd,
	"correctCoverage":     (*lives).coverageCorrection,
}

// drawn are the mutations in the order of their names. Those that let rights begin and go on are drawn more often, so
// that not everything is withdrawn soon.
func drawn() []string {
	names := slices.Sorted(maps.Keys(mutationsOfLives))
	return append(names, "issueEntitlement", "issueEntitlement", "issueEntitlement", "deployEntitlement",
		"amendLineItem", "correctPeriod", "convertTrial", "releaseDecision", "extendCoverage", "linkCoverage",
		"correctCoverage")
}

// near returns a day near today.
func near(r *rand.Rand) string { return (testenv.Today + day.Day(r.IntN(120)-60)).String() }

// maybe sets a field of an input in one of n cases.
func maybe(r *rand.Rand, n int, in map[string]any, field string, value any) {
	if r.IntN(n) == 0 {
		in[field] = value
	}
}

// oneOf returns one of the ids, as text. It ends the goroutine if there is none.
func oneOf(t testing.TB, r *rand.Rand, ids []gid.ID, err error) string {
	t.Helper()
	if err != nil || len(ids) == 0 {
		t.Fatalf("%d ids: %v", len(ids), err)
	}
	slices.SortFunc(ids, func(a, b gid.ID) int { return strings.Compare(a.String(), b.String()) })
	return ids[r.IntN(len(ids))].String()
}

func (l *lives) client() *ent.Client { return l.env.Store.Client() }

func (l *lives) line(t testing.TB, r *rand.Rand) string {
	ids, err := l.client().LineItem.Query().IDs(testenv.Operator(t))
	return oneOf(t, r, ids, err)
}

func (l *lives) period(t testing.TB, r *rand.Rand) string {
	ids, err := l.client().Period.Query().IDs(testenv.Operator(t))
	return oneOf(t, r, ids, err)
}

func (l *lives) coverage(t testing.TB, r *rand.Rand) string {
	ids, err := l.client().Coverage.Query().IDs(testenv.Operator(t))
	return oneOf(t, r, ids, err)
}

func (l *lives) header(t testing.TB, r *rand.Rand) string {
	ids, err := l.client().Entitlement.Query().IDs(testenv.Operator(t))
	return oneOf(t, r, ids, err)
}

func (l *lives) order(_ testing.TB, r *rand.Rand) map[string]any {
	parts := []string{l.part, l.perpetual, l.trial, l.pool, l.first, l.each, l.evergreen}
	part := parts[r.IntN(len(parts))]
	number := fmt.Sprint("LIFE-", l.issued.Add(1))
	line := map[string]any{"partNumber": part, "pieces": 1 + r.IntN(3), "activationId": number}
	if part != l.first {
		maybe(r, 2, line, "startsOn", near(r))
	}
	in := map[string]any{"account": l.account, "number": number, "lines": []any{line}}
	maybe(r, 4, in, "state", []string{"DRAFT", "TEST"}[r.IntN(2)])
	return in
}

func (l *lives) deployment(t testing.TB, r *rand.Rand) map[string]any {
	in := map[string]any{"entitlement": l.header(t, r)}
	maybe(r, 2, in, "startsOn", near(r))
	return in
}

func (l *lives) amendment(t testing.TB, r *rand.Rand) map[string]any {
	in := map[string]any{"lineItem": l.line(t, r), "startsOn": near(r), "quantity": fmt.Sprint(r.IntN(30))}
	if r.IntN(3) == 0 {
		in["endsOn"], in["after"] = near(r), []string{"RETURN", "END"}[r.IntN(2)]
	}
	return in
}

func (l *lives) correction(t testing.TB, r *rand.Rand) map[string]any {
	in := map[string]any{"period": l.period(t, r), "reason": "recorded wrongly"}
	maybe(r, 2, in, "quantity", fmt.Sprint(r.IntN(30)))
	maybe(r, 3, in, "startsOn", near(r))
	maybe(r, 3, in, "endsOn", near(r))
	maybe(r, 8, in, "perpetual", true)
	return in
}

func (l *lives) voiding(t testing.TB, r *rand.Rand) map[string]any {
	return map[string]any{"period": l.period(t, r), "reason": "never ordered"}
}

func (l *lives) renewal(t testing.TB, r *rand.Rand) map[string]any {
	lines := map[string]any{}
	for range 1 + r.IntN(3) {
		id := l.line(t, r)
		line := map[string]any{"lineItem": id}
		maybe(r, 3, line, "quantity", fmt.Sprint(1+r.IntN(20)))
		maybe(r, 3, line, "startsOn", near(r))
		maybe(r, 2, line, "again", true)
		lines[id] = line
	}
	in := map[string]any{"mode": []string{"EACH", "ALL_OR_NOTHING"}[r.IntN(2)]}
	var list []any
	for _, id := range slices.Sorted(maps.Keys(lines)) {
		list = append(list, lines[id])
	}
	in["lines"] = list
	return in
}

func (l *lives) conversion(t testing.TB, r *rand.Rand) map[string]any {
	trials, err := l.client().Period.Query().Where(period.TermEQ(vocabulary.TermTrial)).All(testenv.Operator(t))
	var ids []gid.ID
	for _, p := range trials {
		ids = append(ids, p.LineItemID)
	}
	in := map[string]any{"lineItem": oneOf(t, r, ids, err), "partNumber": []string{l.part, l.perpetual}[r.IntN(2)]}
	maybe(r, 2, in, "startsOn", near(r))
	return in
}

func (l *lives) decision(t testing.TB, r *rand.Rand) map[string]any {
	ids := []string{l.line(t, r), l.line(t, r)}
	slices.Sort(ids)
	in := map[string]any{"lineItems": slices.Compact(ids), "reason": "a dispute", "from": near(r), "mode": "EACH"}
	maybe(r, 2, in, "until", near(r))
	return in
}

func (l *lives) grace(t testing.TB, r *rand.Rand) map[string]any {
	ids := []string{l.line(t, r), l.line(t, r)}
	slices.Sort(ids)
	return map[string]any{"lineItems": slices.Compact(ids), "reason": "the order is late", "mode": "EACH",
		"until": (testenv.Today + day.Day(r.IntN(900))).String()}
}

func (l *lives) cancellation(t testing.TB, r *rand.Rand) map[string]any {
	ids := []string{l.line(t, r), l.line(t, r)}
	slices.Sort(ids)
	return map[string]any{"lineItems": slices.Compact(ids), "reason": "they leave", "mode": "EACH"}
}

func (l *lives) withdrawal(t testing.TB, r *rand.Rand) map[string]any {
	return map[string]any{"entitlement": l.header(t, r), "from": near(r), "acceptLive": true, "reason": "not paid"}
}

func (l *lives) release(t testing.TB, r *rand.Rand) map[string]any {
	keys, err := l.client().Decision.Query().IDs(testenv.Operator(t))
	var ids []gid.ID
	for _, key := range keys {
		ids = append(ids, gid.FromKey(gid.Decision, key))
	}
	return map[string]any{"decision": oneOf(t, r, ids, err), "reason": "settled", "lastDay": near(r)}
}

func (l *lives) rename(t testing.TB, r *rand.Rand) map[string]any {
	return map[string]any{"lineItem": l.line(t, r), "activationId": fmt.Sprint("RENAMED-", l.issued.Add(1))}
}

func (l *lives) extension(t testing.TB, r *rand.Rand) map[string]any {
	in := map[string]any{"coverage": l.coverage(t, r)}
	maybe(r, 3, in, "startsOn", near(r))
	maybe(r, 3, in, "endsOn", near(r))
	maybe(r, 2, in, "again", true)
	return in
}

func (l *lives) addition(t testing.TB, r *rand.Rand) map[string]any {
	in := map[string]any{"lineItem": l.line(t, r), "kind": []string{"MAINTENANCE", "SUPPORT"}[r.IntN(2)],
		"length": 1 + r.IntN(12), "lengthUnit": "MONTHS"}
	maybe(r, 2, in, "startsOn", near(r))
	maybe(r, 4, in, "quantity", "2")
	return in
}

func (l *lives) link(t testing.TB, r *rand.Rand) map[string]any {
	return map[string]any{"coverage": l.coverage(t, r), "lineItem": l.line(t, r), "from": near(r)}
}

func (l *lives) unlink(t testing.TB, r *rand.Rand) map[string]any {
	ids, err := l.client().CoverageItem.Query().IDs(testenv.Operator(t))
	in := map[string]any{"coverageItem": oneOf(t, r, ids, err)}
	maybe(r, 2, in, "from", near(r))
	return in
}

func (l *lives) coverageEnd(t testing.TB, r *rand.Rand) map[string]any {
	in := map[string]any{"coverage": l.coverage(t, r)}
	maybe(r, 2, in, "from", near(r))
	return in
}

func (l *lives) coverageCorrection(t testing.TB, r *rand.Rand) map[string]any {
	in := map[string]any{"coverage": l.coverage(t, r), "reason": "recorded wrongly"}
	maybe(r, 2, in, "startsOn", near(r))
	maybe(r, 2, in, "endsOn", near(r))
	return in
}

// newLives returns a world in which something of each kind was issued.
func newLives(t testing.TB, env *testenv.Env) *lives {
	t.Helper()
	l := &lives{issuingWorld: issuingOver(t, env), env: env}
	for _, part := range []string{l.part, l.perpetual, l.trial} {
		number := fmt.Sprint("LIFE-", l.issued.Add(1))
		mustChangeRight(t, env, "issueEntitlement", map[string]any{"account": l.account, "number": number,
			"lines": []any{map[string]any{"partNumber": part, "pieces": 2, "activationId": number,
				"startsOn": (testenv.Today - 20).String()}}})
	}
	mustChangeRight(t, env, "holdLineItems", map[string]any{"reason": "x", "from": near(rand.New(rand.NewPCG(1, 1))),
		"lineItems": []any{l.line(t, rand.New(rand.NewPCG(1, 2)))}})
	return l
}

// invented is an activation id that Muniment made. A dry run does not tell it, because the real run makes another.
var invented = regexp.MustCompile(`\b[0-9A-Z]{5}(-[0-9A-Z]{5}){3}\b`)

func withoutInvented(effects []string) []string {
	for i, e := range effects {
		effects[i] = invented.ReplaceAllString(e, "")
	}
	return effects
}

// beliefOfLife is all that was answered about a right on a day, at a moment.
type beliefOfLife struct {
	line, on string
	at       clock.Instant
	answer   string
}

const believedFields = "status(%[2]s) granted(%[2]s) { amount unlimited } overdraft(%[2]s) { amount } " +
	"isCovered(%[2]s) coveredQuantity(%[2]s) { amount unlimited } coveredUntil(%[2]s) isCoveredForever(%[2]s) "

// asked answers about a right.
func (l *lives) asked(t testing.TB, line, on string) string {
	t.Helper()
	got, _ := testenv.Must[struct{ LineItem json.RawMessage }](t, l.env, fmt.Sprintf("{ lineItem(id: %q) { "+
		believedFields+"} }", line, on), nil)
	return string(got.LineItem)
}

// checkRuns checks that the last covered day is covered, and the next one is not.
func (l *lives) checkRuns(t testing.TB, line, on string) {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct{ CoveredUntil *string }
	}](t, l.env,
		fmt.Sprintf("{ lineItem(id: %q) { coveredUntil(on: %q) } }", line, on), nil)
	if got.LineItem.CoveredUntil == nil {
		return
	}
	until := dayOf(t, *got.LineItem.CoveredUntil)
	is, _ := testenv.Must[struct{ LineItem struct{ Last, Next bool } }](t, l.env, fmt.Sprintf(
		"{ lineItem(id: %q) { last: isCovered(on: %q) next: isCovered(on: %q) } }", line, until, until+1), nil)
	if !is.LineItem.Last || is.LineItem.Next {
		t.Errorf("%s is covered until %s, and on that day and the next: %+v", line, until, is.LineItem)
	}
}

// Whatever is done to rights, in whatever order: a dry run tells what the real run does, and changes nothing; the
// ledger adds up and the doctor finds nothing; and a question about what was known at a moment is answered as it was
// then.
func TestRandomLivesOfRights(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	const steps = 80
	for seed := range uint64(3) {
		testenv.Each(t, func(t *testing.T, env *testenv.Env) {
			t.Logf("seed %d", seed)
			l, r := newLives(t, env), rand.New(rand.NewPCG(seed, 77))
			names, made := drawn(), map[string]int{}
			var believed []beliefOfLife
			for range steps {
				env.Clock.Advance(time.Minute)
				mutation := names[r.IntN(len(names))]
				input := mutationsOfLives[mutation](l, t, r)
				input["dryRun"] = true
				dry := changeRight(t, env, mutation, input)
				input["dryRun"] = false
				wet := changeRight(t, env, mutation, input)
				t.Log(mutation, input, wet.codes())
				d := cmp.Diff(withoutInvented(dry.effects()), withoutInvented(wet.effects()))
				if d == "" {
					d = cmp.Diff(dry.Warnings, wet.Warnings)
				}
				if d == "" {
					d = cmp.Diff(dry.Errors, wet.Errors)
				}
				if d != "" {
					t.Fatalf("%s %v: the real run differs from the dry run: %s", mutation, input, d)
				}
				if len(wet.Errors) == 0 {
					made[mutation]++
				}
				mustBeHealthy(t, env)
				if t.Failed() {
					t.Fatalf("after %s %v", mutation, input)
				}
				b := beliefOfLife{line: l.line(t, r), at: env.Clock.Now()}
				on := near(r)
				l.checkRuns(t, b.line, on)
				b.on = fmt.Sprintf("on: %q", on)
				b.answer = l.asked(t, b.line, b.on)
				if !strings.Contains(b.answer, "DRAFT") { // a draft that is deployed was never one
					believed = append(believed, b)
				}
			}
			env.Clock.Advance(time.Minute)
			for _, b := range believed {
				if now := l.asked(t, b.line, fmt.Sprintf("%s, knownAt: %q", b.on, b.at)); now != b.answer {
					t.Errorf("%s %s, as known at %s: %s, and then it was %s", b.line, b.on, b.at, now, b.answer)
				}
			}
			t.Logf("%v", made)
			if len(made) < len(mutationsOfLives)/2 {
				t.Errorf("only %v were made: the test proves little", made)
			}
		})
	}
}

// Many change the same few rights at once, in all ways: nobody hears of a deadlock or of another fault of the server,
// and no count is wrong at the end.
func TestManyChangeTheSameRightsAtOnce(t *testing.T) {
	const writers = 64
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		l := newLives(t, env)
		names := drawn()
		var running sync.WaitGroup
		for writer := range writers {
			running.Go(func() {
				r := rand.New(rand.NewPCG(5, uint64(writer)))
				for range 2 {
					mutation := names[r.IntN(len(names))]
					changeRight(t, env, mutation, mutationsOfLives[mutation](l, t, r))
				}
			})
		}
		running.Wait()
		mustBeHealthy(t, env)
	})
}
