package graph_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// linesInState returns the names of the line items that the filter finds in a state on a day, and how much of what the
// position says.
func linesInState(t testing.TB, env *testenv.Env, account gid.ID, state string, on day.Day) (names []string,
	granted string) {
	t.Helper()
	got, _ := testenv.Must[struct {
		Account struct {
			LineItems struct {
				Nodes []struct{ ActivationID string }
			}
			Positions []struct{ Granted struct{ Amount string } }
		}
	}](t, env, `query ($id: ID!, $state: Status!, $on: Date!) { account(id: $id) {
		lineItems(filter: {status: [$state], on: $on}) { nodes { activationId } }
		positions(by: UNIT, on: $on) { granted { amount } } } }`,
		map[string]any{"id": account.String(), "state": state, "on": on.String()})
	for _, n := range got.Account.LineItems.Nodes {
		names = append(names, n.ActivationID)
	}
	slices.Sort(names)
	if len(got.Account.Positions) > 0 {
		granted = got.Account.Positions[0].Granted.Amount
	}
	return names, granted
}

// settleOn settles the lines that are due on a day, as the server does by itself.
func settleOn(t testing.TB, env *testenv.Env, today day.Day) {
	t.Helper()
	_, err := entitlement.Sweep(testenv.Operator(t), env.Store, today, clock.Freeze(clock.At(today.Time())).Now)
	must(t, err)
}

// Grace keeps the count from the day after the end to its last day, in every answer about the line, and ends by itself
// or by a release. The term ends and is renewed as without it.
func TestGraceIsGranted(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		today := testenv.Today
		last := today - 5
		made := issueLines(t, env, today-100, &last, 10, 0, "ONE", "TWO")
		line := made.lines[0]
		input := map[string]any{"lineItems": []string{line.String()}, "until": (today + 10).String(),
			"reason": "the order is late", "dryRun": true}
		dry := mustChangeRight(t, env, "grantGrace", input)
		if _, _, status := lineOn(t, env, line, today); status[0] != "EXPIRED" {
			t.Errorf("after a dry run the line is %s", status[0])
		}
		input["dryRun"] = false
		wet := mustChangeRight(t, env, "grantGrace", input)
		if list := strings.Join(wet.effects(), "\n"); !slices.Equal(wet.effects(), dry.effects()) ||
			!strings.Contains(list, " granted: 0 SEAT 10 SEAT") {
			t.Errorf("the effects are\n%s\nin a dry run\n%s", list, strings.Join(dry.effects(), "\n"))
		}
		days := []day.Day{last, last + 1, today, today + 10, today + 11}
		granted, _, status := lineOn(t, env, line, days...)
		if !slices.Equal(status, []string{"ACTIVE", "IN_GRACE", "IN_GRACE", "IN_GRACE", "EXPIRED"}) ||
			!slices.Equal(granted, []string{"10", "10", "10", "10", "0"}) {
			t.Errorf("granted %v, %v", granted, status)
		}
		for on, want := range map[day.Day]string{last + 1: "ONE", today: "ONE", today + 11: ""} {
			names, amount := linesInState(t, env, made.account, "IN_GRACE", on)
			if strings.Join(names, " ") != want || (amount == "10") != (want != "") {
				t.Errorf("on %s in grace: %v, the position is %q", on, names, amount)
			}
		}
		got, _ := testenv.Must[struct {
			LineItem struct {
				EndsOn        string
				DaysLeft      int
				PeriodInForce *struct{ ID string }
				Periods       struct{ Nodes []struct{ Status string } }
			}
		}](t, env, `query ($id: ID!) { lineItem(id: $id) { endsOn daysLeft periodInForce { id }
			periods { nodes { status } } } }`, map[string]any{"id": line.String()})
		if l := got.LineItem; l.EndsOn != last.String() || l.DaysLeft != 0 || l.PeriodInForce != nil ||
			l.Periods.Nodes[0].Status != "IN_GRACE" {
			t.Errorf("in grace: %+v", l)
		}
		mustBeHealthy(t, env)
		settleOn(t, env, today+11)
		if row := env.Store.Client().LineItem.GetX(testenv.Operator(t), line); row.Granted != 0 ||
			row.InForceUntil != nil || *row.GraceUntil != today+10 {
			t.Errorf("after the grace: %+v", row)
		}
		if entries := ledgerOf(t, env, line); !strings.Contains(entries[0], (today + 11).String()) {
			t.Errorf("the ledger is %v", entries)
		}
		mustBeHealthy(t, env)
	})
}

// Days of grace without coverage are no gap, and a coverage that is in force on them covers them. They are no longer
// days of grace if the line item is renewed from the day after its end, and as long as it is on hold.
func TestDaysOfGraceAreNoGap(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		today := testenv.Today
		last := today - 5
		made := issueLines(t, env, today-100, &last, 10, 0, "GRACED", "COVERED", "RENEWED", "HELD")
		env.Fill(t, func(f *testenv.Fixture) {
			for _, line := range made.lines {
				f.Coverage(made.account, today-100, last, line)
			}
			f.Coverage(made.account, today-2, today+1, made.lines[1])
		})
		ids := make([]string, len(made.lines))
		for i, line := range made.lines {
			ids[i] = line.String()
		}
		mustChangeRight(t, env, "grantGrace", map[string]any{"lineItems": ids, "until": (today + 10).String(),
			"reason": "late"})
		read := func(line gid.ID, more string) (list []string) {
			t.Helper()
			got, _ := testenv.Must[struct {
				LineItem struct {
					IsCovered        bool
					CoverageTimeline []struct {
						State, StartsOn, EndsOn string
						Quantity                struct{ Amount string }
						Items                   []struct{ ID string }
					}
				}
			}](t, env, `query ($id: ID!, $from: Date!, $to: Date!, $on: Date!) { lineItem(id: $id) { isCovered(on: $on)
				coverageTimeline(from: $from, to: $to`+more+`) {
					state startsOn endsOn quantity { amount } items { id } } } }`,
				map[string]any{"id": line.String(), "from": last.String(), "to": (today + 20).String(),
					"on": (last + 1).String()})
			if got.LineItem.IsCovered {
				t.Errorf("%s is covered in grace by nothing", line)
			}
			for _, s := range got.LineItem.CoverageTimeline {
				list = append(list, s.State+" "+s.StartsOn)
				if s.State == "GRACE" && (s.Quantity.Amount != "0" || len(s.Items) > 0) {
					t.Errorf("a segment of grace: %+v", s)
				}
			}
			return list
		}
		check := func(line int, more string, want ...string) {
			t.Helper()
			if got := read(made.lines[line], more); !slices.Equal(got, want) {
				t.Errorf("the line item %d%s: %q, want %q", line, more, got, want)
			}
		}
		on := func(state string, d day.Day) string { return state + " " + d.String() }
		graced := []string{on("COVERED", last), on("GRACE", last+1), on("NONE", today+11)}
		check(0, "", graced...)
		check(1, "", on("COVERED", last), on("GRACE", last+1), on("COVERED", today-2), on("GRACE", today+2),
			on("NONE", today+11))
		before := ", knownAt: \"" + env.Clock.Now().String() + "\""
		env.Clock.Advance(time.Minute)
		env.Fill(t, func(f *testenv.Fixture) {
			first, end := last+1, today+100
			_, err := f.Period(made.account, made.lines[2], &first, &end, 10).SetCreatedAt(env.Clock.Now()).
				Save(f.Context())
			must(t, err)
		})
		check(2, "", on("COVERED", last), on("GAP", last+1))
		check(2, before, graced...)
		mustChangeRight(t, env, "holdLineItems", map[string]any{"lineItems": []string{ids[3]}, "from": today.String(),
			"until": (today + 1).String(), "reason": "a question"})
		check(3, "", on("COVERED", last), on("GRACE", last+1), on("NONE", today), on("GRACE", today+2),
			on("NONE", today+11))
	})
}

// Grace serves known devices only, so that nothing of a line item is free on its days: neither of what it grants, nor
// of its overdraft, nor without a limit. The same holds for positions, filters, and what was known at a moment; of
// today and of another day, and whether the line item was settled on the day or not.
func TestNothingIsFreeInGrace(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		today := testenv.Today
		last, ending := today-5, today+20
		made := issueLines(t, env, today-100, &last, 10, 0, "GRACED", "UNLIMITED", "ACTIVE")
		env.Fill(t, func(f *testenv.Fixture) {
			c, ctx := f.Client(), f.Context()
			must(t, c.Period.Update().SetOverdraft(2).Exec(ctx))
			must(t, c.Period.UpdateOneID(made.periods[1]).SetUnlimited(true).ClearQuantity().SetOverdraft(0).Exec(ctx))
			must(t, c.Period.UpdateOneID(made.periods[2]).SetEndsOn(ending).SetGraceDays(30).Exec(ctx))
			must(t, c.LineItem.Update().SetNextStartsOn(today).Exec(ctx)) // so that they are settled
		})
		settleOn(t, env, today)
		mustChangeRight(t, env, "grantGrace", map[string]any{"lineItems": []string{made.lines[0].String(),
			made.lines[1].String()}, "until": (today + 10).String(), "reason": "late"})
		read := func(on day.Day, more string) (free []string, hasFree []string, position string) {
			t.Helper()
			got, _ := testenv.Must[struct {
				Account struct {
					LineItems, HasFree struct {
						Nodes []struct {
							ActivationID string
							Free         struct{ Amount *string }
						}
					}
					Positions []struct{ Free, Granted struct{ Amount string } }
				}
			}](t, env, `query ($id: ID!, $on: Date!) { account(id: $id) {
				lineItems { nodes { activationId free(on: $on`+more+`) { amount } } }
				hasFree: lineItems(filter: {hasFree: true, on: $on}) { nodes { activationId free { amount } } }
				positions(by: UNIT, on: $on) { free { amount } granted { amount } } } }`,
				map[string]any{"id": made.account.String(), "on": on.String()})
			for _, n := range got.Account.LineItems.Nodes {
				amount := "unlimited"
				if n.Free.Amount != nil {
					amount = *n.Free.Amount
				}
				free = append(free, n.ActivationID+" "+amount)
			}
			for _, n := range got.Account.HasFree.Nodes {
				hasFree = append(hasFree, n.ActivationID)
			}
			slices.Sort(free)
			slices.Sort(hasFree)
			return free, hasFree, got.Account.Positions[0].Granted.Amount + " " + got.Account.Positions[0].Free.Amount
		}
		for _, c := range []struct {
			on                      day.Day
			more                    string
			free, hasFree, position string
		}{
			{today, "", "ACTIVE 12, GRACED 0, UNLIMITED 0", "ACTIVE", "20 12"},
			{today, `, knownAt: "2200-01-01T00:00:00Z"`, "ACTIVE 12, GRACED 0, UNLIMITED 0", "ACTIVE", "20 12"},
			{today + 5, "", "ACTIVE 12, GRACED 0, UNLIMITED 0", "ACTIVE", "20 12"},
			{last + 1, "", "ACTIVE 12, GRACED 0, UNLIMITED 0", "ACTIVE", "20 12"},
			{last, "", "ACTIVE 12, GRACED 12, UNLIMITED unlimited", "ACTIVE, GRACED, UNLIMITED", "20 24"},
			{ending + 1, "", "ACTIVE 0, GRACED 0, UNLIMITED 0", "", "10 0"},
		} {
			free, hasFree, position := read(c.on, c.more)
			if got := strings.Join(free, ", "); got != c.free {
				t.Errorf("on %s free is %s, want %s", c.on, got, c.free)
			}
			if got := strings.Join(hasFree, ", "); got != c.hasFree {
				t.Errorf("on %s something is free of %s, want %s", c.on, got, c.hasFree)
			}
			if position != c.position {
				t.Errorf("on %s the position is %s, want %s", c.on, position, c.position)
			}
		}
		// Lines that are due are judged by their periods.
		env.Fill(t, func(f *testenv.Fixture) {
			must(t, f.Client().LineItem.Update().SetInForceUntil(last).SetGranted(10).Exec(f.Context()))
		})
		if _, hasFree, position := read(today, ""); strings.Join(hasFree, ", ") != "ACTIVE" || position != "20 12" {
			t.Errorf("of lines that are due, something is free of %v, and the position is %s", hasFree, position)
		}
	})
}

// A release ends grace on its last day, which may be a day to come or one that has passed.
func TestGraceIsReleased(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		today := testenv.Today
		last := today - 5
		made := issueLines(t, env, today-100, &last, 10, 0, "ONE")
		line := made.lines[0]
		graced := mustChangeRight(t, env, "grantGrace", map[string]any{"lineItems": []string{line.String()},
			"until": (today + 10).String(), "reason": "x"})
		for _, until := range []day.Day{today + 3, today - 1} {
			released := mustChangeRight(t, env, "releaseDecision", map[string]any{"reason": "paid",
				"decision": graced.Results[0].Decision.ID, "lastDay": until.String()})
			granted, _, status := lineOn(t, env, line, today-4, until, until+1)
			if !slices.Equal(status, []string{"IN_GRACE", "IN_GRACE", "EXPIRED"}) || granted[2] != "0" {
				t.Errorf("released until %s: granted %v, %v", until, granted, status)
			}
			for _, e := range released.Effects { // the decision that holds on the days that are left
				if e.Kind == "CREATED" && e.SubjectID != nil {
					graced.Results[0].Decision.ID = *e.SubjectID
				}
			}
			mustBeHealthy(t, env)
		}
	})
}

// The days of grace of the license model count without a decision, and only after the period that ended last; a
// renewal is in force all the same.
func TestTheLicenseModelGivesGrace(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		today := testenv.Today
		last := today - 5
		made := issueLines(t, env, today-100, &last, 10, 0, "ONE", "TRIAL", "AMENDED", "RENEWED")
		env.Fill(t, func(f *testenv.Fixture) {
			c, ctx := f.After(900).Client(), f.Context()
			must(t, c.Period.Update().SetGraceDays(14).Exec(ctx))
			must(t, c.Period.UpdateOneID(made.periods[1]).SetTerm(vocabulary.TermTrial).Exec(ctx))
			first, ends := today-20, today-7 // an amendment that ends before what it amends
			must(t, f.Period(made.account, made.lines[2], &first, &ends, 12).SetGraceDays(14).
				SetAmendsID(made.periods[2]).Exec(ctx))
			first, ends = today-2, today+300
			must(t, f.Period(made.account, made.lines[3], &first, &ends, 7).SetRenewsID(made.periods[3]).Exec(ctx))
		})
		resettle(t, env, made.lines...)
		for i, want := range []string{
			"IN_GRACE 10, IN_GRACE 10, EXPIRED 0", "EXPIRED 0, EXPIRED 0, EXPIRED 0",
			"IN_GRACE 10, IN_GRACE 10, EXPIRED 0", "IN_GRACE 10, ACTIVE 7, ACTIVE 7",
		} {
			granted, _, status := lineOn(t, env, made.lines[i], last+1, last+14, last+15)
			var got []string
			for n := range status {
				got = append(got, status[n]+" "+granted[n])
			}
			if strings.Join(got, ", ") != want {
				t.Errorf("%d: %v, want %s", i, got, want)
			}
		}
		names, _ := linesInState(t, env, made.account, "IN_GRACE", today)
		if !slices.Equal(names, []string{"AMENDED", "ONE"}) {
			t.Errorf("in grace are %v", names)
		}
		mustBeHealthy(t, env)
		settleOn(t, env, last+15)
		mustBeHealthy(t, env)
	})
}

// Grace bridges a gap before a recorded renewal, which is in force on its first day all the same.
func TestGraceBridgesAGap(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		today := testenv.Today
		last, first, ends := today-5, today+10, today+300
		made := issueLines(t, env, today-100, &last, 10, 0, "ONE")
		line := made.lines[0]
		env.Fill(t, func(f *testenv.Fixture) {
			must(t, f.After(900).Period(made.account, line, &first, &ends, 7).SetRenewsID(made.periods[0]).
				Exec(f.Context()))
		})
		resettle(t, env, line)
		grant := func(until day.Day) string {
			return changeRight(t, env, "grantGrace", map[string]any{"lineItems": []string{line.String()},
				"until": until.String(), "reason": "x"}).codes()
		}
		for _, until := range []day.Day{last, first, ends} {
			if got := grant(until); got != "BAD_INPUT input.lineItems.0" {
				t.Errorf("until %s, when a period is in force: %q", until, got)
			}
		}
		if got := grant(first - 1); got != "" {
			t.Fatalf("in the gap: %q", got)
		}
		granted, _, status := lineOn(t, env, line, last, today, first-1, first, ends, ends+1)
		if !slices.Equal(status, []string{"ACTIVE", "IN_GRACE", "IN_GRACE", "ACTIVE", "ACTIVE", "EXPIRED"}) ||
			!slices.Equal(granted, []string{"10", "10", "10", "7", "7", "0"}) {
			t.Errorf("granted %v, %v", granted, status)
		}
		if got := grant(ends + 3); got != "" {
			t.Errorf("after the renewal: %q", got)
		}
		mustBeHealthy(t, env)
		settleOn(t, env, ends+2)
		mustBeHealthy(t, env)
	})
}

// A right that is withdrawn later gets no grace on the days of the withdrawal.
func TestNoGraceOnDaysOfAWithdrawal(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		today := testenv.Today
		last := today - 5
		made := issueLines(t, env, today-100, &last, 10, 0, "LINE", "HEADER", "PERIOD")
		env.Fill(t, func(f *testenv.Fixture) {
			for i, subject := range []gid.ID{made.lines[0], made.headers[1], made.periods[2]} {
				f.DecideFor(made.account, subject, vocabulary.DecisionWithdrawn, today+10+day.Day(i), day.Forever)
			}
		})
		for i, line := range made.lines {
			for until, want := range map[day.Day]string{today + 10 + day.Day(i): "RIGHT_WITHDRAWN input.lineItems.0",
				today + 9 + day.Day(i): ""} {
				if got := changeRight(t, env, "grantGrace", map[string]any{"lineItems": []string{line.String()},
					"until": until.String(), "reason": "x", "dryRun": true}).codes(); got != want {
					t.Errorf("%d until %s: %q, want %q", i, until, got, want)
				}
			}
		}
	})
}

// The warning of a gap before a renewal tells whether known devices are served meanwhile.
func TestAGapInGraceIsTold(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		for days, want := range map[int]string{
			0:  "Nothing is granted by {line} from 1 November 2026 to 30 November 2026, which are 30 days.",
			10: "Until 10 November 2026 it is in grace, and serves known devices only.",
			60: "Until 30 November 2026 it is in grace, and serves known devices only.",
		} {
			line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "startsOn": "2026-01-01",
				"endsOn": "2026-10-31"}, nil)
			env.Fill(t, func(f *testenv.Fixture) {
				must(t, f.Client().Period.Update().Where(period.LineItemID(parsed(t, line))).SetGraceDays(days).
					Exec(f.Context()))
			})
			got := renewLine(t, env, line, map[string]any{"startsOn": "2026-12-01"})
			if got.codes() != "" || len(got.Warnings) == 0 || got.Warnings[0].Code != "RENEWAL_GAP" {
				t.Fatalf("%+v", got)
			}
			name := env.Store.Client().LineItem.GetX(testenv.Operator(t), parsed(t, line)).ActivationID
			if told := strings.ReplaceAll(got.Warnings[0].Message, name, "{line}"); !strings.HasSuffix(told, want) {
				t.Errorf("with %d days of grace: %q, want %q", days, told, want)
			}
		}
	})
}

// Grace is refused for what has none, and support agents may grant less of it.
func TestGraceIsRefused(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		today := testenv.Today
		last := today - 5
		made := issueLines(t, env, today-100, &last, 10, 0, "ONE", "TRIAL", "DRAFT", "WITHDRAWN")
		endless := issueLines(t, env, today-100, nil, 10, 0, "ENDLESS")
		var agent gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			f.After(900)
			must(t, f.Client().Period.UpdateOneID(made.periods[1]).SetTerm(vocabulary.TermTrial).Exec(f.Context()))
			f.Decide(made.account, made.headers[2], vocabulary.DecisionDraft)
			f.Decide(made.account, made.lines[3], vocabulary.DecisionWithdrawn)
			agent = f.Member(f.Account("of agent"), "agent")
			must(t, f.Client().User.UpdateOneID(agent).SetProducerRole(vocabulary.ProducerRoleSupportAgent).
				Exec(f.Context()))
		})
		grant := func(env *testenv.Env, line gid.ID, until day.Day) string {
			return changeRight(t, env, "grantGrace", map[string]any{"lineItems": []string{line.String()},
				"until": until.String(), "reason": "x"}).codes()
		}
		for i, want := range []string{"", "IS_A_TRIAL", "NOT_LIVE", "RIGHT_WITHDRAWN"} {
			if want != "" {
				want += " input.lineItems.0"
			}
			if got := grant(env, made.lines[i], today+3); got != want {
				t.Errorf("%d: %q, want %q", i, got, want)
			}
		}
		for name, c := range map[string]struct {
			got, want string
		}{
			"no end":        {grant(env, endless.lines[0], today+3), "RIGHT_HAS_NO_END input.lineItems.0"},
			"too early":     {grant(env, made.lines[0], last), "BAD_INPUT input.lineItems.0"},
			"grace already": {grant(env, made.lines[0], today+3), "GRACE_EXISTS input.lineItems.0"},
		} {
			if c.got != c.want {
				t.Errorf("%s: %q, want %q", name, c.got, c.want)
			}
		}
		agents := env.As(signedIn(t, env, agent))
		if got := grant(agents, made.lines[0], last+31); got != "GRACE_TOO_LONG input.lineItems.0" {
			t.Errorf("31 days of an agent: %q", got)
		}
		if got := grant(agents, made.lines[0], last+30); got != "" {
			t.Errorf("30 days of an agent: %q", got)
		}
		held := changeRight(t, agents, "holdLineItems", map[string]any{"lineItems": []string{made.lines[0].String()},
			"reason": "x"})
		if held.codes() != string(change.Forbidden)+" " {
			t.Errorf("a hold of an agent: %q", held.codes())
		}
	})
}
