package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/ledgerentry"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

// plainRight is a plain reading of what the changes of one line mean: its periods in the order in which they take
// precedence among those that start together, and the days on which the line and its header are under a decision.
type plainRight struct {
	line, header gid.ID
	periods      []*plainPeriod
	decisions    []*plainDecision
}

// plainPeriod is a period. It counts on no day of out, and on no day at all once it is voided. A correction changes it
// in its place. amends is the period that it amends.
type plainPeriod struct {
	id          string
	first, last day.Day
	quantity    string
	voided      bool
	amends      *plainPeriod
	out         []plainOut
	// ended are the amendments that ended the line by a decision about this period, and released those of them whose
	// decision was released.
	ended, released map[*plainPeriod]bool
}

// plainOut are the days on which a period is withdrawn, because the line ended with the amendment by.
type plainOut struct {
	first, last day.Day
	by          *plainPeriod
}

type plainDecision struct {
	id, kind    string
	first, last day.Day
	lifted      bool
}

func (p *plainPeriod) counts(on day.Day) bool {
	return !p.voided && p.first <= on && on <= p.last &&
		!slices.ContainsFunc(p.out, func(d plainOut) bool { return d.first <= on && on <= d.last })
}

// end lets the line end with a period: those before it that last longer are out.
func (r *plainRight) end(by *plainPeriod, of func(*plainPeriod) bool) {
	for _, p := range r.periods[:slices.Index(r.periods, by)] {
		if p.voided || p.last <= by.last || !of(p) {
			continue
		}
		for on := max(by.last+1, p.first); on <= p.last; on++ {
			if p.counts(on) {
				p.out = append(p.out, plainOut{by.last + 1, day.Forever, by})
				if p.ended == nil {
					p.ended, p.released = map[*plainPeriod]bool{}, map[*plainPeriod]bool{}
				}
				p.ended[by] = true
				break
			}
		}
	}
}

// lift takes back that the line ended with a period; of those that were not released, unless all is true.
func (r *plainRight) lift(by *plainPeriod, all bool) {
	for _, p := range r.periods {
		if all || !p.released[by] {
			p.out = slices.DeleteFunc(p.out, func(o plainOut) bool { return o.by == by })
			delete(p.ended, by)
		}
	}
}

// isEnding tells whether the line ended with a period.
func (r *plainRight) isEnding(by *plainPeriod) bool {
	return !by.voided && slices.ContainsFunc(r.periods, func(p *plainPeriod) bool { return p.ended[by] })
}

// endingWith returns a period and the amendments that end with it, and those of its amendments that end otherwise.
func (r *plainRight) endingWith(p *plainPeriod) (with, others []*plainPeriod) {
	with = []*plainPeriod{p}
	for i := 0; i < len(with); i++ {
		for _, q := range r.live() {
			switch {
			case q.amends != with[i] || slices.Contains(with, q):
			case q.last == p.last:
				with = append(with, q)
			default:
				others = append(others, q)
			}
		}
	}
	return with, others
}

// refused tells whether other days of a period are refused because of other periods.
func (r *plainRight) refused(p *plainPeriod, first, last day.Day) bool {
	at := slices.Index(r.periods, p)
	for _, q := range r.periods[at+1:] {
		if !q.voided && (p.first <= q.first) != (first <= q.first) {
			return true
		}
	}
	if a := p.amends; a != nil && !a.voided && (first < a.first || last > a.last) {
		return true
	}
	if last == p.last {
		return false
	}
	with, others := r.endingWith(p)
	return slices.ContainsFunc(with[1:], func(q *plainPeriod) bool { return q.first > last }) ||
		slices.ContainsFunc(others, func(q *plainPeriod) bool { return q.last > last })
}

// at returns the period in force on a day.
func (r *plainRight) at(on day.Day) (best *plainPeriod) {
	for _, p := range r.periods {
		if p.counts(on) && (best == nil || p.first >= best.first) {
			best = p
		}
	}
	return best
}

func (r *plainRight) granted(on day.Day) string {
	if p := r.at(on); p != nil {
		return p.quantity
	}
	return "0"
}

// status returns the most severe decision on a day, ACTIVE if a period is in force, and "" otherwise.
func (r *plainRight) status(on day.Day) string {
	for _, kind := range []string{"WITHDRAWN", "SUSPENDED", "ON_HOLD"} {
		if slices.ContainsFunc(r.decisions, func(d *plainDecision) bool {
			return d.kind == kind && d.first <= on && on <= d.last
		}) {
			return kind
		}
	}
	if r.at(on) != nil {
		return "ACTIVE"
	}
	return ""
}

func (r *plainRight) live() (list []*plainPeriod) {
	for _, p := range r.periods {
		if !p.voided {
			list = append(list, p)
		}
	}
	return list
}

// borders returns the days around which something may change.
func (r *plainRight) borders() (days []day.Day) {
	add := func(list ...day.Day) {
		for _, d := range list {
			if d != day.Forever && d > 0 {
				days = append(days, d-1, d, d+1)
			}
		}
	}
	for _, p := range r.periods {
		add(p.first, p.last)
		for _, d := range p.out {
			add(d.first, d.last)
		}
	}
	for _, d := range r.decisions {
		add(d.first, d.last)
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// rightsPlayer makes random changes of lines, and keeps the plain reading.
type rightsPlayer struct {
	*rand.Rand
	env    *testenv.Env
	rights []*plainRight
	count  int
	// corrected and resumed count corrections, and releases that left a decision for days to come.
	corrected, resumed int
	believed           []belief
}

// belief is what was answered at a moment.
type belief struct {
	line            gid.ID
	on              day.Day
	at              clock.Instant
	granted, status string
}

func (p *rightsPlayer) near() day.Day { return testenv.Today + day.Day(p.IntN(60)-30) }

// do tries a change and makes it. The dry run has the same effects, warnings and refusals.
func (p *rightsPlayer) do(t *testing.T, mutation string, input map[string]any) *rightChange {
	t.Helper()
	input["dryRun"] = true
	dry := changeRight(t, p.env, mutation, input)
	input["dryRun"] = false
	wet := changeRight(t, p.env, mutation, input)
	// created objects have no ids in a dry run
	if d := cmp.Diff(dry.effects(), wet.effects()); d != "" {
		t.Errorf("%s %v: the real run differs from the dry run: %s", mutation, input, d)
	}
	if d := cmp.Diff(dry.Warnings, wet.Warnings); d != "" || dry.codes() != wet.codes() {
		t.Errorf("%s %v: the real run differs from the dry run: %s, %q and %q", mutation, input, d, wet.codes(),
			dry.codes())
	}
	return wet
}

func (p *rightsPlayer) step(t *testing.T) {
	t.Helper()
	p.env.Clock.Advance(time.Minute)
	r := p.rights[p.IntN(len(p.rights))]
	switch p.IntN(9) {
	case 0, 1, 2:
		p.amend(t, r)
	case 3:
		p.correct(t, r)
	case 4:
		p.void(t, r)
	case 5:
		p.hold(t)
	case 6:
		p.withdraw(t, r)
	case 7:
		p.release(t, r)
	case 8:
		p.rename(t, r)
	}
}

func (p *rightsPlayer) amend(t *testing.T, r *plainRight) {
	first := p.near()
	fresh := &plainPeriod{first: first, amends: r.at(first), quantity: strconv.Itoa(p.IntN(20))}
	input := map[string]any{"lineItem": r.line.String(), "startsOn": first.String()}
	if p.IntN(8) == 0 {
		fresh.quantity, input["unlimited"] = "unlimited", true
	} else {
		input["quantity"] = fresh.quantity
	}
	old := r.at(first)
	ends := false
	if old != nil {
		fresh.last = old.last
	}
	if p.IntN(2) == 0 {
		fresh.last = first + day.Day(p.IntN(40))
		input["endsOn"] = fresh.last.String()
		if old != nil && fresh.last < old.last {
			ends = p.IntN(2) == 0
			input["after"] = map[bool]string{true: "END", false: "RETURN"}[ends]
		}
	}
	c := p.do(t, "amendLineItem", input)
	switch {
	case r.status(first) == "WITHDRAWN":
		if c.codes() != "RIGHT_WITHDRAWN input.lineItem" {
			t.Errorf("amended what is withdrawn: %+v", c)
		}
		return
	case old == nil:
		if c.codes() != "PERIOD_MISSING input.startsOn" {
			t.Errorf("amended nothing: %+v", c)
		}
		return
	case fresh.last > old.last:
		if c.codes() != "BAD_INPUT input.endsOn" {
			t.Errorf("an amendment that ends after what it amends: %+v", c)
		}
		return
	case len(c.Errors) > 0:
		t.Errorf("%v: %+v", input, c.Errors)
		return
	}
	fresh.id = c.Period.ID
	r.periods = append(r.periods, fresh)
	if ends {
		r.end(fresh, func(*plainPeriod) bool { return true })
	}
}

func (p *rightsPlayer) correct(t *testing.T, r *plainRight) {
	live := r.live()
	if len(live) == 0 {
		return
	}
	old := live[p.IntN(len(live))]
	first, last, quantity := old.first, old.last, old.quantity
	input := map[string]any{"period": old.id, "reason": "recorded wrongly"}
	if p.IntN(2) == 0 {
		quantity = strconv.Itoa(20 + p.IntN(20))
		input["quantity"] = quantity
	}
	if p.IntN(3) == 0 {
		first = p.near()
		input["startsOn"] = first.String()
	}
	if p.IntN(2) == 0 {
		last = p.near() + 10
		input["endsOn"] = last.String()
	}
	c := p.do(t, "correctPeriod", input)
	switch {
	case last < first:
		if len(c.Errors) != 1 || c.Errors[0].Code != "BAD_RANGE" {
			t.Errorf("%v: %+v", input, c)
		}
	case quantity == old.quantity && first == old.first && last == old.last:
		if c.codes() != "BAD_INPUT input" {
			t.Errorf("%v: %+v", input, c)
		}
	case r.refused(old, first, last):
		if !strings.HasPrefix(c.codes(), "OTHER_PERIOD_FIRST") {
			t.Errorf("%v: %+v", input, c)
		}
	case len(c.Errors) > 0:
		t.Errorf("%v: %+v", input, c.Errors)
	default:
		p.corrected++
		r.correct(old, first, last, quantity, func(id string) string { return replacementOf(t, p.env, id) })
	}
}

// correct changes a period, and what ended with it.
func (r *plainRight) correct(old *plainPeriod, first, last day.Day, quantity string, replacement func(string) string) {
	with, moved := []*plainPeriod{old}, last != old.last
	if moved {
		with, _ = r.endingWith(old)
	}
	var endings []*plainPeriod
	for _, q := range with {
		if r.isEnding(q) {
			endings = append(endings, q)
		}
	}
	for _, q := range with {
		q.id, q.last = replacement(q.id), last
	}
	old.first, old.quantity = first, quantity
	if !moved {
		return
	}
	for _, by := range endings {
		r.lift(by, false)
		r.end(by, func(q *plainPeriod) bool { return !q.released[by] })
	}
	for _, by := range r.periods {
		if r.isEnding(by) {
			r.end(by, func(q *plainPeriod) bool { return slices.Contains(with, q) && !q.ended[by] && !q.released[by] })
		}
	}
}

func (p *rightsPlayer) void(t *testing.T, r *plainRight) {
	live := r.live()
	if len(live) < 2 {
		return
	}
	old := live[p.IntN(len(live))]
	want := ""
	for _, q := range live {
		if q.amends == old { // it rests on the period
			want = strings.TrimPrefix(want+", OTHER_PERIOD_FIRST input.period", ", ")
		}
	}
	if c := p.do(t, "voidPeriod", map[string]any{"period": old.id, "reason": "not ordered"}); c.codes() != want {
		t.Errorf("%+v, want %q", c.Errors, want)
	}
	if want != "" {
		return
	}
	r.lift(old, true)
	old.voided = true
}

func (p *rightsPlayer) hold(t *testing.T) {
	mutation, kind := "holdLineItems", "ON_HOLD"
	if p.IntN(2) == 0 {
		mutation, kind = "suspendLineItems", "SUSPENDED"
	}
	first, last := p.near(), day.Forever
	some := slices.Clone(p.rights)
	p.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
	some = some[:1+p.IntN(len(some))]
	input := map[string]any{"from": first.String(), "reason": "a dispute"}
	if p.IntN(2) == 0 {
		last = first + day.Day(p.IntN(20))
		input["until"] = last.String()
	}
	var ids []string
	for _, r := range some {
		ids = append(ids, r.line.String())
	}
	input["lineItems"] = ids
	c := p.do(t, mutation, input)
	if len(c.Results) != len(some) {
		t.Fatalf("%+v", c)
	}
	for i, r := range some {
		r.decisions = append(r.decisions, &plainDecision{id: c.Results[i].Decision.ID, kind: kind, first: first,
			last: last})
	}
}

func (p *rightsPlayer) withdraw(t *testing.T, r *plainRight) {
	first := p.near()
	c := p.do(t, "withdrawEntitlement", map[string]any{"entitlement": r.header.String(), "from": first.String(),
		"acceptLive": true, "reason": "not paid"})
	known := slices.ContainsFunc(r.decisions, func(d *plainDecision) bool {
		return d.kind == "WITHDRAWN" && d.first <= first && d.last == day.Forever
	})
	if known != (c.codes() == "RIGHT_WITHDRAWN input.entitlement") || !known && len(c.Errors) > 0 {
		t.Errorf("withdrawn already: %t, %+v", known, c)
	}
	if !known {
		r.decisions = append(r.decisions, &plainDecision{id: c.Decision.ID, kind: "WITHDRAWN", first: first,
			last: day.Forever})
	}
}

// recordedIn returns the id of the decision that a change recorded; "" if there is none.
func recordedIn(c *rightChange) string {
	for _, e := range c.Effects {
		if e.Kind == "CREATED" && e.Field == nil && e.SubjectID != nil && strings.HasPrefix(*e.SubjectID, "dec_") {
			return *e.SubjectID
		}
	}
	return ""
}

// release releases a decision about the line or its header, or one by which the line ended.
func (p *rightsPlayer) release(t *testing.T, r *plainRight) {
	last := p.near()
	input := map[string]any{"reason": "settled", "lastDay": last.String()}
	if about := decisionsAboutPeriods(t, p.env, r.line); len(about) > 0 && p.IntN(2) == 0 {
		p.releaseOfPeriod(t, r, about[p.IntN(len(about))], last, input)
		return
	}
	if len(r.decisions) == 0 {
		return
	}
	d := r.decisions[p.IntN(len(r.decisions))]
	input["decision"] = d.id
	c, want := p.do(t, "releaseDecision", input), ""
	switch {
	case d.lifted:
		want = "DECISION_LIFTED input.decision"
	case last >= d.last:
		want = "DECISION_ENDED input.lastDay"
	}
	if c.codes() != want {
		t.Errorf("%v: %+v, want %q", input, c, want)
	}
	if want == "" {
		rest := &plainDecision{kind: d.kind, first: max(testenv.Today, d.first), last: last}
		d.last, d.lifted = min(last, rest.first-1), true
		if rest.id = recordedIn(c); rest.id != "" {
			p.resumed++
			r.decisions = append(r.decisions, rest)
		}
		if (rest.id != "") != (rest.first <= last) {
			t.Errorf("%v: %+v", input, c.Effects)
		}
	}
}

func (p *rightsPlayer) releaseOfPeriod(t *testing.T, r *plainRight, d periodDecision, last day.Day,
	input map[string]any) {
	input["decision"] = d.id
	c := p.do(t, "releaseDecision", input)
	if d.startsOn == "" { // it voids the period
		if c.codes() != "DECISION_STAYS input.decision" {
			t.Errorf("%v: %+v", input, c)
		}
		return
	}
	if !slices.ContainsFunc(r.live(), func(q *plainPeriod) bool { return q.id == d.period }) {
		if c.codes() != "PERIOD_VOIDED input.decision" {
			t.Errorf("%v: %+v", input, c)
		}
		return
	}
	first, end := dayOf(t, d.startsOn), day.Forever
	if d.endsOn != "" {
		end = dayOf(t, d.endsOn)
	}
	if last >= end {
		if c.codes() != "DECISION_ENDED input.lastDay" {
			t.Errorf("%v: %+v", input, c)
		}
		return
	}
	if len(c.Errors) > 0 {
		t.Errorf("%v: %+v", input, c)
	}
	for _, period := range r.live() {
		at := slices.IndexFunc(period.out, func(o plainOut) bool { return o.first == first && o.last == end })
		if period.id != d.period || at < 0 {
			continue
		}
		period.released[period.out[at].by] = true
		if period.out[at].last = last; last < first {
			period.out = slices.Delete(period.out, at, at+1)
		}
		return
	}
	t.Errorf("no change put the period %s out from %s to %s", d.period, first, end)
}

func (p *rightsPlayer) rename(t *testing.T, r *plainRight) {
	p.count++
	id := fmt.Sprintf("RENAMED-%d", p.count)
	if c := p.do(t, "replaceActivationId", map[string]any{"lineItem": r.line.String(), "activationId": id}); len(
		c.Errors) > 0 {
		t.Errorf("%+v", c.Errors)
	}
}

// check compares each line with the plain reading.
func (p *rightsPlayer) check(t *testing.T) {
	t.Helper()
	for _, r := range p.rights {
		days := r.borders()
		for part := range slices.Chunk(days, 9) {
			granted, _, status := lineOn(t, p.env, r.line, part...)
			for i, on := range part {
				if want := r.granted(on); granted[i] != want {
					t.Errorf("%s grants %s on %s, want %s", r.line, granted[i], on, want)
				}
				if want := r.status(on); want != "" && status[i] != want {
					t.Errorf("%s is %s on %s, want %s", r.line, status[i], on, want)
				}
				p.believed = append(p.believed, belief{r.line, on, p.env.Clock.Now(), granted[i], status[i]})
			}
		}
	}
	mustBeHealthy(t, p.env)
}

// checkBeliefs asks again what was answered, as it was known then.
func (p *rightsPlayer) checkBeliefs(t *testing.T) {
	t.Helper()
	for part := range slices.Chunk(p.believed, 9) {
		var fields strings.Builder
		for i, b := range part {
			fmt.Fprintf(&fields, "a%d: lineItem(id: %q) { status(on: %q, knownAt: %q) granted(on: %[3]q, knownAt: "+
				"%[4]q) { amount unlimited } } ", i, b.line, b.on, b.at)
		}
		got, _ := testenv.Must[map[string]struct {
			Status  string
			Granted struct {
				Amount    string
				Unlimited bool
			}
		}](t, p.env, "query { "+fields.String()+"}", nil)
		for i, b := range part {
			is := got[fmt.Sprint("a", i)]
			if is.Granted.Unlimited {
				is.Granted.Amount = "unlimited"
			}
			if is.Status != b.status || is.Granted.Amount != b.granted {
				t.Errorf("%s on %s, as known at %s: %+v, then it was %s with %s", b.line, b.on, b.at, is, b.status,
					b.granted)
			}
		}
	}
}

// Whatever the order of changes, lines grant what a plain reading says, the ledger adds up to the counts, and a dry run
// tells what the real run does.
func TestRandomChangesOfRightsFollowAPlainReading(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	for seed := range uint64(4) {
		testenv.Each(t, func(t *testing.T, env *testenv.Env) {
			t.Logf("seed %d", seed)
			first, last := testenv.Today-20, testenv.Today+20
			p := &rightsPlayer{Rand: rand.New(rand.NewPCG(seed, 1)), env: env}
			made := issueLines(t, env, first, &last, 10, 8, "ONE", "TWO", "THREE")
			for i, line := range made.lines {
				p.rights = append(p.rights, &plainRight{line: line, header: made.headers[i], periods: []*plainPeriod{{
					id: made.periods[i].String(), first: first, last: last, quantity: "10"}}})
			}
			for range 5 {
				for range 8 {
					p.step(t)
				}
				if p.check(t); t.Failed() {
					return
				}
			}
			p.checkBeliefs(t)
			if p.corrected == 0 {
				t.Error("nothing was corrected: the test proves nothing")
			}
		})
	}
}

// Changes of overlapping lines at once: none fails by the others, and no count is wrong at the end.
func TestRightsAreChangedByManyAtOnce(t *testing.T) {
	const writers, rounds = 16, 3
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		last := testenv.Today + 20
		made := issueLines(t, env, testenv.Today-20, &last, 10, 8, "ONE", "TWO", "THREE", "FOUR", "FIVE")
		var running sync.WaitGroup
		for writer := range writers {
			running.Go(func() {
				random := rand.New(rand.NewPCG(7, uint64(writer)))
				for range rounds {
					some := slices.Clone(made.lines)
					random.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
					var ids []string
					for _, line := range some[:1+random.IntN(4)] {
						ids = append(ids, line.String())
					}
					for mutation, input := range map[string]map[string]any{
						"holdLineItems": {"lineItems": ids, "reason": "x"},
						"amendLineItem": {"lineItem": ids[0], "startsOn": testenv.Today.String(),
							"quantity": strconv.Itoa(random.IntN(20))},
						"withdrawEntitlement": {"entitlement": made.headers[random.IntN(5)].String(),
							"acceptLive": true, "reason": "x",
							"from": (testenv.Today + 1 + day.Day(random.IntN(20))).String()},
						"replaceActivationId": {"lineItem": ids[len(ids)-1]},
					} {
						c := changeRight(t, env, mutation, input)
						if len(c.Errors) > 0 && c.codes() != "RIGHT_WITHDRAWN input.entitlement" {
							t.Errorf("%s: %+v", mutation, c.Errors)
						}
					}
				}
			})
		}
		running.Wait()
		mustBeHealthy(t, env)
		c, ctx := env.Store.Client(), testenv.Operator(t)
		for _, id := range made.lines {
			line := c.LineItem.Query().Where(lineitem.ID(id)).OnlyX(ctx)
			var granted int64
			for _, e := range c.LedgerEntry.Query().Where(ledgerentry.LineItemID(id)).AllX(ctx) {
				if !entitlement.MovesUsed(e.Kind) {
					granted += e.Amount
				}
			}
			if granted != line.Granted {
				t.Errorf("%s grants %d, its ledger %d", id, line.Granted, granted)
			}
		}
	})
}
