package graph_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// coveredWorld has an account with three lines of ten seats in 2026 and 2027, of which a coverage covers the first
// wholly and four of the second until the end of 2026.
type coveredWorld struct {
	env                       *testenv.Env
	account, coverage, part   gid.ID
	level, retired            gid.ID
	lines                     [3]gid.ID
	items                     [2]gid.ID
	elsewhere, ofAnother      gid.ID // lines of another account and of another product line
	perpetual, withdrawn, old gid.ID // coverages
}

func newCoveredWorld(t testing.TB, env *testenv.Env) *coveredWorld {
	t.Helper()
	w := &coveredWorld{env: env, part: gid.New(gid.PartNumber, 0), level: gid.New(gid.CoverageLevel, 0),
		retired: gid.New(gid.CoverageLevel, 0)}
	env.Fill(t, func(f *testenv.Fixture) {
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		c, ctx := f.Client(), f.Context()
		line := func(account gid.ID, number string) gid.ID {
			id := f.Line(account, f.Entitlement(account, number), f.Seat, "L-"+number, 10)
			first, last := day.Date(2026, 1, 1), day.Date(2027, 12, 31)
			must(f.Period(account, id, &first, &last, 10).Exec(ctx))
			must(c.LedgerEntry.Create().SetAccountID(account).SetLineItemID(id).SetKind(vocabulary.LedgerKindOpen).
				SetAmount(10).SetExcess(0).SetEffectiveOn(first).SetRecordedAt(0).SetActor("test").Exec(ctx))
			must(c.LineItem.UpdateOneID(id).SetStartsOn(first).SetEndsOn(last).SetInForceUntil(last).Exec(ctx))
			return id
		}
		w.account = f.Account("covered")
		for i := range w.lines {
			w.lines[i] = line(w.account, fmt.Sprint(i+1))
		}
		w.elsewhere, w.ofAnother = line(f.Account("elsewhere"), "elsewhere"), line(w.account, "of another")
		other := gid.New(gid.ProductLine, 0)
		must(c.ProductLine.Create().SetID(other).SetName("Quay").SetCreatedAt(0).Exec(ctx))
		must(c.LineItem.UpdateOneID(w.ofAnother).SetProductLineID(other).Exec(ctx))
		for id, code := range map[gid.ID]string{w.level: "GOLD", w.retired: "TIN"} {
			must(c.CoverageLevel.Create().SetID(id).SetCode(code).SetName(code).SetRank(1).Exec(ctx))
		}
		must(c.CoverageLevel.UpdateOneID(w.retired).SetRetiredAt(1).Exec(ctx))
		must(c.PartNumber.Create().SetID(w.part).SetCode("CARE").SetCoverageKind(vocabulary.CoverageKindMaintenance).
			SetCoverageLength(6).SetCoverageLengthUnit(vocabulary.TermUnitMonths).Exec(ctx))
		w.coverage = f.Coverage(w.account, day.Date(2026, 1, 1), day.Date(2026, 12, 31), w.lines[0], w.lines[1])
		for i := range w.items {
			var err error
			w.items[i], err = c.CoverageItem.Query().Where(coverageitem.CoverageID(w.coverage),
				coverageitem.LineItemID(w.lines[i])).OnlyID(ctx)
			must(err)
		}
		must(c.CoverageItem.UpdateOneID(w.items[1]).SetQuantity(4).Exec(ctx))
		w.perpetual = f.Coverage(w.account, day.Date(2026, 1, 1), day.Forever, w.lines[2])
		must(c.Coverage.UpdateOneID(w.perpetual).SetPerpetual(true).SetKind(vocabulary.CoverageKindSupport).Exec(ctx))
		w.withdrawn = f.Coverage(w.account, day.Date(2026, 1, 1), day.Date(2026, 12, 31), w.ofAnother)
		f.DecideFor(w.account, w.withdrawn, vocabulary.DecisionWithdrawn, day.Date(2026, 7, 1), day.Forever)
		w.old = f.Coverage(w.account, day.Date(2024, 2, 1), day.Date(2024, 2, 29), w.ofAnother)
	})
	return w
}

// coverageChange is the answer of a mutation of coverages.
type coverageChange struct {
	catalogChange
	Warnings []struct {
		Code, Message string
	}
}

func (c coverageChange) warnings() string {
	var list []string
	for _, w := range c.Warnings {
		list = append(list, w.Code)
	}
	return strings.Join(list, ", ")
}

// change sends a mutation, and returns its answer and the id of the changed object, if there is one.
func (w *coveredWorld) change(t testing.TB, mutation string, input map[string]any) (out coverageChange, id string) {
	t.Helper()
	object := "coverage"
	if strings.HasPrefix(mutation, "link") || strings.HasPrefix(mutation, "unlink") {
		object = "coverageItem"
	}
	got, _ := testenv.Must[struct{ Change json.RawMessage }](t, w.env, fmt.Sprintf(
		"mutation ($input: %s%sInput!) { change: %s(input: $input) { object: %s { id } effects { kind label field "+
			"before { text } after { text } } warnings { code message } errors { code field message remedy } } }",
		strings.ToUpper(mutation[:1]), mutation[1:], mutation, object), map[string]any{"input": input})
	var named struct{ Object *struct{ ID string } }
	for _, into := range []any{&out, &named} {
		if err := json.Unmarshal(got.Change, into); err != nil {
			t.Fatal(err)
		}
	}
	if named.Object != nil {
		id = named.Object.ID
	}
	return out, id
}

// must is change for a change that is not refused.
func (w *coveredWorld) must(t testing.TB, mutation string, input map[string]any) (coverageChange, string) {
	t.Helper()
	out, id := w.change(t, mutation, input)
	if len(out.Errors) > 0 || id == "" {
		t.Fatalf("%s: %+v", mutation, out)
	}
	return out, id
}

// timeline returns the coverage of a line from 2026 to 2028 as lines such as "2026-01-01 2026-12-31 COVERED 10 1".
func (w *coveredWorld) timeline(t testing.TB, line gid.ID, kind string) []string {
	t.Helper()
	got, _ := testenv.Must[struct {
		LineItem struct {
			CoverageTimeline []struct {
				StartsOn, EndsOn, State string
				Quantity                *struct{ Amount *string }
				Items                   []struct{ ID string }
			}
		}
	}](t, w.env, `query ($id: ID!, $kind: CoverageKind) { lineItem(id: $id) {
		coverageTimeline(from: "2026-01-01", to: "2028-12-31", kind: $kind) {
			startsOn endsOn state quantity { amount } items { id } } } }`,
		map[string]any{"id": line.String(), "kind": kind})
	var list []string
	for _, s := range got.LineItem.CoverageTimeline {
		amount := "?"
		if s.Quantity != nil && s.Quantity.Amount != nil {
			amount = *s.Quantity.Amount
		}
		list = append(list, fmt.Sprint(s.StartsOn, " ", s.EndsOn, " ", s.State, " ", amount, " ", len(s.Items)))
	}
	return list
}

func (w *coveredWorld) isHealthy(t testing.TB) {
	t.Helper()
	report, err := doctor.Check(t.Context(), w.env.Store)
	if err != nil || !report.Healthy() {
		t.Errorf("doctor: %v, %v", report.Broken(), err)
	}
}

func expect[T any](t testing.TB, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want, +got):\n%s", what, diff)
	}
}

func TestExtendingACoverageAddsASuccessor(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		id := w.coverage.String()
		made, next := w.must(t, "extendCoverage", map[string]any{"coverage": id, "level": w.level.String(),
			"order":  map[string]any{"number": "PO-7", "line": "3"},
			"prices": []any{priceOf(w.items[1].String(), "99.50")}})
		expect(t, "warnings", "", made.warnings())
		got, _ := testenv.Must[map[string]any](t, env, `query ($id: ID!, $next: ID!) {
			coverage(id: $id) { startsOn endsOn status(on: "2026-06-01") renews { id } decisions { kind } }
			next: coverage(id: $next) { startsOn endsOn kind perpetual renews { id } replaces { id } level { code }
				orderReference { number line } items { nodes { quantity { amount } price { amount } lineItem { activationId } } } }
			}`, map[string]any{"id": id, "next": next})
		expect(t, "the coverage and its successor", map[string]any{
			"coverage": map[string]any{"startsOn": "2026-01-01", "endsOn": "2026-12-31", "status": "ACTIVE",
				"renews": nil, "decisions": []any{}},
			"next": map[string]any{"startsOn": "2027-01-01", "endsOn": "2027-12-31", "kind": "MAINTENANCE",
				"perpetual": false, "renews": map[string]any{"id": id}, "replaces": nil,
				"level":          map[string]any{"code": "GOLD"},
				"orderReference": map[string]any{"number": "PO-7", "line": "3"},
				"items": map[string]any{"nodes": []any{
					map[string]any{"quantity": nil, "price": nil, "lineItem": map[string]any{"activationId": "L-1"}},
					map[string]any{"quantity": map[string]any{"amount": "4"}, "price": map[string]any{"amount": "99.5"},
						"lineItem": map[string]any{"activationId": "L-2"}}}}}}, ordered(got))
		expect(t, "line 2", []string{"2026-01-01 2026-12-31 COVERED 4 1", "2027-01-01 2027-12-31 COVERED 4 1",
			"2028-01-01 2028-12-31 NONE 0 0"}, w.timeline(t, w.lines[1], "MAINTENANCE"))
		again, _ := w.change(t, "extendCoverage", map[string]any{"coverage": id})
		expect(t, "a second successor", "ALREADY_EXTENDED input.coverage", again.codes())
		// The further one overlaps its predecessor, whose part it takes, but not the first successor's.
		further, _ := w.must(t, "extendCoverage", map[string]any{"coverage": id, "again": true,
			"startsOn": "2026-12-01", "length": 14, "lengthUnit": "MONTHS"})
		expect(t, "warnings", "COVERAGE_OVERLAP, COVERAGE_OVERHANG, COVERAGE_OVERHANG", further.warnings())
		expect(t, "line 2", []string{"2026-01-01 2026-11-30 COVERED 4 1", "2026-12-01 2026-12-31 COVERED 4 1",
			"2027-01-01 2027-12-31 COVERED 8 2", "2028-01-01 2028-01-31 OVERHANG 0 1",
			"2028-02-01 2028-12-31 NONE 0 0"},
			w.timeline(t, w.lines[1], "MAINTENANCE"))
		// The length of the part number comes before that of the coverage.
		late, old := w.must(t, "extendCoverage", map[string]any{"coverage": w.old.String(), "startsOn": "2024-03-11"})
		expect(t, "warnings", "COVERAGE_GAP", late.warnings())
		expect(t, "the end of a successor of one month", "2024-04-10", w.endsOn(t, old))
		env.Fill(t, func(f *testenv.Fixture) {
			f.Client().Coverage.UpdateOneID(w.perpetual).SetPerpetual(false).SetEndsOn(day.Date(2026, 2, 28)).
				SetPartNumberID(w.part).ExecX(f.Context())
		})
		_, sold := w.must(t, "extendCoverage", map[string]any{"coverage": w.perpetual.String()})
		expect(t, "the end of a successor of six months", "2026-08-31", w.endsOn(t, sold))
		w.isHealthy(t)
	})
}

// ordered sorts the items of a coverage by their lines.
func ordered(got map[string]any) map[string]any {
	nodes := got["next"].(map[string]any)["items"].(map[string]any)["nodes"].([]any) //nolint:forcetypeassert // asked so
	if len(nodes) == 2 && nodes[0].(map[string]any)["quantity"] != nil {             //nolint:forcetypeassert // as above
		nodes[0], nodes[1] = nodes[1], nodes[0]
	}
	return got
}

func (w *coveredWorld) endsOn(t testing.TB, coverage string) string {
	t.Helper()
	got, _ := testenv.Must[struct{ Coverage struct{ EndsOn string } }](t, w.env,
		`query ($id: ID!) { coverage(id: $id) { endsOn } }`, map[string]any{"id": coverage})
	return got.Coverage.EndsOn
}

// What is decided about an item for all of the new days is left out, and other decisions go on.
func TestDecisionsGoOnInASuccessor(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		env.Fill(t, func(f *testenv.Fixture) {
			f.DecideFor(w.account, w.items[0], vocabulary.DecisionWithdrawn, day.Date(2026, 10, 1), day.Forever)
			f.DecideFor(w.account, w.items[1], vocabulary.DecisionOnHold, day.Date(2026, 12, 1), day.Date(2027, 1, 31))
			f.DecideFor(w.account, w.coverage, vocabulary.DecisionSuspended, day.Date(2027, 11, 1), day.Forever)
		})
		made, next := w.must(t, "extendCoverage", map[string]any{"coverage": w.coverage.String()})
		expect(t, "line 1", []string{"2026-01-01 2026-09-30 COVERED 10 1", "2026-10-01 2027-12-31 GAP 0 0",
			"2028-01-01 2028-12-31 NONE 0 0"}, w.timeline(t, w.lines[0], "MAINTENANCE"))
		expect(t, "line 2", []string{"2026-01-01 2026-11-30 COVERED 4 1", "2026-12-01 2027-01-31 GAP 0 0",
			"2027-02-01 2027-10-31 COVERED 4 1", "2027-11-01 2027-12-31 GAP 0 0", "2028-01-01 2028-12-31 NONE 0 0"},
			w.timeline(t, w.lines[1], "MAINTENANCE"))
		if len(made.Effects) == 0 {
			t.Error("no effects")
		}
		w.must(t, "endCoverage", map[string]any{"coverage": next, "from": "2027-01-01", "reason": "Not paid"})
		// A successor that is withdrawn on all of its days does not keep the coverage from being extended.
		w.must(t, "extendCoverage", map[string]any{"coverage": w.coverage.String()})
		w.isHealthy(t)
	})
}

func TestLinesAreLinkedUnlinkedAndCoveragesEnd(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		linked, item := w.must(t, "linkCoverage", map[string]any{"coverage": w.coverage.String(),
			"lineItem": w.lines[2].String(), "from": "2026-03-01", "quantity": "6", "level": w.level.String()})
		expect(t, "effects", []string{"CREATED L-3", "CHANGED L-3 lineItem: to L-3", "CHANGED L-3 quantity: to 6 SEAT",
			"CHANGED L-3 level: to GOLD", "CREATED L-3", "CHANGED L-3 kind: to withdrawn",
			"CHANGED L-3 subjectId: to " + item, "CHANGED L-3 endsOn: to 28 February 2026",
			"CHANGED L-3 perpetual: to no"}, linked.effects())
		expect(t, "line 3", []string{"2026-01-01 2026-02-28 GAP 0 0", "2026-03-01 2026-12-31 COVERED 6 1",
			"2027-01-01 2027-12-31 GAP 0 0", "2028-01-01 2028-12-31 NONE 0 0"},
			w.timeline(t, w.lines[2], "MAINTENANCE"))
		w.must(t, "unlinkCoverage", map[string]any{"coverageItem": item, "from": "2026-06-01", "reason": "Sold"})
		expect(t, "line 3", []string{"2026-01-01 2026-02-28 GAP 0 0", "2026-03-01 2026-05-31 COVERED 6 1",
			"2026-06-01 2027-12-31 GAP 0 0", "2028-01-01 2028-12-31 NONE 0 0"},
			w.timeline(t, w.lines[2], "MAINTENANCE"))
		again, _ := w.change(t, "unlinkCoverage", map[string]any{"coverageItem": item, "from": "2026-07-01",
			"reason": "Sold"})
		expect(t, "unlinked twice", "COVERAGE_WITHDRAWN input.from", again.codes())
		w.must(t, "endCoverage", map[string]any{"coverage": w.coverage.String(), "reason": "Not paid"})
		expect(t, "line 2", []string{"2026-01-01 2026-11-21 COVERED 4 1", "2026-11-22 2027-12-31 GAP 0 0",
			"2028-01-01 2028-12-31 NONE 0 0"}, w.timeline(t, w.lines[1], "MAINTENANCE"))
		got, _ := testenv.Must[map[string]any](t, env, `query ($id: ID!, $item: ID!) {
			coverage(id: $id) { endsOn status items { totalCount } decisions { kind reason startsOn perpetual } }
			coverageItem(id: $item) { decision before: decision(on: "2026-05-31") first: decision(on: "2026-02-28")
				decisions { reason startsOn endsOn } } }`,
			map[string]any{"id": w.coverage.String(), "item": item})
		expect(t, "decisions", map[string]any{
			"coverage": map[string]any{"endsOn": "2026-12-31", "status": "WITHDRAWN",
				"items": map[string]any{"totalCount": 3.0}, "decisions": []any{map[string]any{"kind": "WITHDRAWN",
					"reason": "Not paid", "startsOn": "2026-11-22", "perpetual": true}}},
			"coverageItem": map[string]any{"decision": "WITHDRAWN", "before": nil, "first": "WITHDRAWN",
				"decisions": []any{map[string]any{"reason": "Sold", "startsOn": "2026-06-01", "endsOn": nil},
					map[string]any{"reason": nil, "startsOn": nil, "endsOn": "2026-02-28"}}}}, got)
		w.isHealthy(t)
	})
}

func TestACorrectionVoidsACoverageAndReplacesIt(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		id := w.coverage.String()
		_, next := w.must(t, "extendCoverage", map[string]any{"coverage": id})
		w.must(t, "unlinkCoverage", map[string]any{"coverageItem": w.items[0].String(), "from": "2026-04-01",
			"reason": "Sold"})
		_, meant := w.must(t, "correctCoverage", map[string]any{"coverage": id, "startsOn": "2026-02-01",
			"endsOn": "2027-03-31", "level": w.level.String(), "reason": "Mistyped"})
		got, _ := testenv.Must[map[string]any](t, env, `query ($id: ID!, $meant: ID!) {
			coverage(id: $id) { startsOn endsOn status(on: "2026-06-01") replaces { id } replacedBy { id } }
			meant: coverage(id: $meant) { startsOn endsOn kind level { code } replaces { id } replacedBy { id }
				items { totalCount } status(on: "2026-06-01") } }`, map[string]any{"id": id, "meant": meant})
		expect(t, "both", map[string]any{
			"coverage": map[string]any{"startsOn": "2026-01-01", "endsOn": "2026-12-31", "status": "WITHDRAWN",
				"replaces": nil, "replacedBy": map[string]any{"id": meant}},
			"meant": map[string]any{"startsOn": "2026-02-01", "endsOn": "2027-03-31", "kind": "MAINTENANCE",
				"level": map[string]any{"code": "GOLD"}, "replaces": map[string]any{"id": id}, "replacedBy": nil,
				"items": map[string]any{"totalCount": 2.0}, "status": "ACTIVE"}}, got)
		expect(t, "line 1", []string{"2026-01-01 2026-01-31 GAP 0 0", "2026-02-01 2026-03-31 COVERED 10 1",
			"2026-04-01 2026-12-31 GAP 0 0", "2027-01-01 2027-12-31 COVERED 10 1", "2028-01-01 2028-12-31 NONE 0 0"},
			w.timeline(t, w.lines[0], "MAINTENANCE"))
		// The successor of the corrected coverage replaces the correction, too.
		expect(t, "line 2", []string{"2026-01-01 2026-01-31 GAP 0 0", "2026-02-01 2026-12-31 COVERED 4 1",
			"2027-01-01 2027-12-31 COVERED 4 1", "2028-01-01 2028-12-31 NONE 0 0"},
			w.timeline(t, w.lines[1], "MAINTENANCE"))
		for _, c := range []struct {
			mutation string
			input    map[string]any
			want     string
		}{
			{"correctCoverage", map[string]any{"coverage": id, "kind": "SUPPORT"}, "ALREADY_CORRECTED input.coverage"},
			{"correctCoverage", map[string]any{"coverage": meant, "endsOn": "2027-03-31"}, "NOTHING_TO_CORRECT input"},
			{"extendCoverage", map[string]any{"coverage": meant}, "ALREADY_EXTENDED input.coverage"},
			{"extendCoverage", map[string]any{"coverage": id, "again": true}, "COVERAGE_WITHDRAWN input.coverage"},
		} {
			if c.mutation == "correctCoverage" {
				c.input["reason"] = "Mistyped"
			}
			refused, _ := w.change(t, c.mutation, c.input)
			expect(t, fmt.Sprint(c.mutation, c.input), c.want, refused.codes())
		}
		_, without := w.must(t, "correctCoverage", map[string]any{"coverage": meant, "perpetual": true,
			"withoutLevel": true, "kind": "SUPPORT", "reason": "Mistyped again"})
		expect(t, "a coverage without end", "", w.endsOn(t, without))
		w.must(t, "correctCoverage", map[string]any{"coverage": next, "endsOn": "2027-06-30", "reason": "So long"})
		expect(t, "line 2", []string{"2026-01-01 2026-12-31 GAP 0 0", "2027-01-01 2027-06-30 COVERED 4 1",
			"2027-07-01 2027-12-31 GAP 0 0", "2028-01-01 2028-12-31 NONE 0 0"},
			w.timeline(t, w.lines[1], "MAINTENANCE"))
		w.isHealthy(t)
	})
}

func TestRefusedChangesOfCoverages(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		id, item, missing := w.coverage.String(), w.items[0].String(), gid.New(gid.Coverage, 7).String()
		for _, c := range []struct {
			mutation string
			input    map[string]any
			want     string
		}{
			{"extendCoverage", map[string]any{"coverage": missing}, "NOT_FOUND input.coverage"},
			{"extendCoverage", map[string]any{"coverage": w.lines[0].String()}, "NOT_FOUND input.coverage"},
			{"extendCoverage", map[string]any{"coverage": w.perpetual.String(), "length": 0, "lengthUnit": "DAYS"},
				"BAD_INPUT input.length, COVERAGE_HAS_NO_END input.coverage"},
			{"extendCoverage", map[string]any{"coverage": w.withdrawn.String()}, "COVERAGE_WITHDRAWN input.coverage"},
			{"extendCoverage", map[string]any{"coverage": id, "length": 1, "endsOn": "2027-01-01",
				"level": w.retired.String(), "order": map[string]any{"number": " "}},
				"BAD_INPUT input.order.number, BAD_INPUT input.lengthUnit, BAD_INPUT input.length, " +
					"RETIRED input.level"},
			{"extendCoverage", map[string]any{"coverage": id, "startsOn": "2027-02-01", "endsOn": "2027-01-31",
				"prices": []any{priceOf(missing, "1"), priceOf(item, "1.005"), priceOf(item, "1")}},
				"BAD_RANGE input.endsOn, NOT_FOUND input.prices.0.coverageItem, " +
					"BAD_INPUT input.prices.1.price.amount, BAD_INPUT input.prices.2.coverageItem"},
			{"extendCoverage", map[string]any{"coverage": id, "startsOn": "2026-01-01"}, "BAD_INPUT input.startsOn"},
			{"linkCoverage", map[string]any{"coverage": id, "lineItem": w.lines[0].String(), "from": "2025-12-31",
				"quantity": "0"}, "ALREADY_IN_COVERAGE input.lineItem, BAD_INPUT input.from, BAD_INPUT input.quantity"},
			{"linkCoverage", map[string]any{"coverage": id, "lineItem": w.elsewhere.String(), "from": "2027-01-01",
				"quantity": "0.5"}, "OTHER_ACCOUNT input.lineItem, BAD_INPUT input.from, BAD_INPUT input.quantity"},
			{"linkCoverage", map[string]any{"coverage": id, "lineItem": w.ofAnother.String(), "from": "2026-06-01",
				"level": missing}, "OTHER_PRODUCT_LINE input.lineItem, NOT_FOUND input.level"},
			{"linkCoverage", map[string]any{"coverage": id, "lineItem": missing, "from": "2026-06-01"},
				"NOT_FOUND input.lineItem"},
			{"linkCoverage", map[string]any{"coverage": w.withdrawn.String(), "lineItem": w.lines[0].String(),
				"from": "2026-07-01"}, "COVERAGE_WITHDRAWN input.coverage"},
			{"unlinkCoverage", map[string]any{"coverageItem": missing, "reason": "why"},
				"NOT_FOUND input.coverageItem"},
			{"unlinkCoverage", map[string]any{"coverageItem": item, "from": "2027-01-01", "reason": " "},
				"BAD_INPUT input.reason, BAD_INPUT input.from"},
			{"endCoverage", map[string]any{"coverage": w.withdrawn.String(), "from": "2026-08-01", "reason": "why"},
				"COVERAGE_WITHDRAWN input.from"},
			{"correctCoverage", map[string]any{"coverage": id, "perpetual": true, "endsOn": "2027-01-01",
				"withoutLevel": true, "level": w.level.String(), "reason": ""},
				"BAD_INPUT input.reason, BAD_INPUT input.withoutLevel, BAD_INPUT input.endsOn"},
			{"correctCoverage", map[string]any{"coverage": w.perpetual.String(), "perpetual": false, "reason": "why"},
				"BAD_INPUT input.endsOn"},
			{"correctCoverage", map[string]any{"coverage": id, "startsOn": "2027-01-01", "reason": "why"},
				"BAD_RANGE input.endsOn"},
		} {
			refused, object := w.change(t, c.mutation, c.input)
			expect(t, fmt.Sprint(c.mutation, c.input), c.want, refused.codes())
			if object != "" || len(refused.Effects) > 0 {
				t.Errorf("%s: %+v, want no effects", c.mutation, refused)
			}
		}
		w.isHealthy(t)
	})
}

// priceOf is the price of a coverage item in euros, as an input has it.
func priceOf(item, amount string) map[string]any {
	return map[string]any{"coverageItem": item, "price": map[string]any{"amount": amount, "currency": "EUR"}}
}

// However coverages are changed, what the database says of them stays consistent, and isCovered says of each day what
// the timeline says.
func TestRandomChangesOfCoveragesStayConsistent(t *testing.T) {
	seed := seedOfTest(t)
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		coverages := []string{w.coverage.String(), w.perpetual.String(), w.withdrawn.String(), w.old.String()}
		items := []string{w.items[0].String(), w.items[1].String()}
		pick := func(list []string) string { return list[r.IntN(len(list))] }
		on := func() string { return (day.Date(2026, 1, 1) + day.Day(r.IntN(900))).String() }
		made := 0
		for range 60 {
			var id string
			var out coverageChange
			switch r.IntN(5) {
			case 0:
				out, id = w.change(t, "extendCoverage", map[string]any{"coverage": pick(coverages), "startsOn": on(),
					"length": 1 + r.IntN(400), "lengthUnit": "DAYS", "again": r.IntN(2) == 0})
			case 1:
				out, id = w.change(t, "linkCoverage", map[string]any{"coverage": pick(coverages), "from": on(),
					"lineItem": w.lines[r.IntN(3)].String(), "quantity": fmt.Sprint(1 + r.IntN(9))})
				if id != "" {
					items = append(items, id)
				}
				id = ""
			case 2:
				out, _ = w.change(t, "unlinkCoverage", map[string]any{"coverageItem": pick(items), "from": on(),
					"reason": "random"})
			case 3:
				out, _ = w.change(t, "endCoverage", map[string]any{"coverage": pick(coverages), "from": on(),
					"reason": "random"})
			case 4:
				out, id = w.change(t, "correctCoverage", map[string]any{"coverage": pick(coverages), "startsOn": on(),
					"kind": []string{"SUPPORT", "MAINTENANCE"}[r.IntN(2)], "reason": "random"})
			}
			if len(out.Errors) == 0 {
				made++
			}
			if id != "" {
				coverages = append(coverages, id)
			}
		}
		if made < 5 {
			t.Errorf("%d changes were made, want 5 or more", made)
		}
		w.isHealthy(t)
		for _, line := range w.lines {
			for _, s := range w.timeline(t, line, "MAINTENANCE") {
				part := strings.Fields(s)
				for _, d := range part[:2] {
					got, _ := testenv.Must[struct {
						LineItem struct {
							IsCovered       bool
							CoveredQuantity struct{ Amount string }
							CoverageEndsOn  *string
						}
					}](t, env, `query ($id: ID!, $on: Date!) { lineItem(id: $id) { coverageEndsOn
						isCovered(on: $on, kind: MAINTENANCE) coveredQuantity(on: $on, kind: MAINTENANCE) { amount } } }`,
						map[string]any{"id": line.String(), "on": d})
					l := got.LineItem
					if l.IsCovered != (part[2] == "COVERED") || l.CoveredQuantity.Amount != part[3] {
						t.Errorf("on %s: %+v, and the timeline says %s", d, l, s)
					}
					if l.IsCovered && l.CoverageEndsOn != nil && *l.CoverageEndsOn < d {
						t.Errorf("covered on %s, and the coverages end on %s", d, *l.CoverageEndsOn)
					}
				}
			}
		}
	})
}

// Maintenance that is bought later than the right covers it, once for the same days.
func TestACoverageIsAdded(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.perpetual}, nil)
		in := func(more map[string]any) map[string]any {
			return merged(map[string]any{"lineItem": line, "kind": "SUPPORT", "length": 1, "lengthUnit": "YEARS"}, more)
		}
		for want, more := range map[string]map[string]any{
			"BAD_INPUT input.endsOn":     {"length": nil, "lengthUnit": nil},
			"BAD_INPUT input.length":     {"endsOn": "2027-01-01"},
			"BAD_RANGE input.endsOn":     {"length": nil, "lengthUnit": nil, "endsOn": "2026-01-01"},
			"BAD_INPUT input.lengthUnit": {"lengthUnit": nil},
			"BAD_INPUT input.quantity":   {"quantity": "0"},
			"NOT_FOUND input.lineItem":   {"lineItem": w.part},
			"NOT_FOUND input.level":      {"level": w.part},
		} {
			if got := changeRight(t, env, "addCoverage", in(more)); got.codes() != want {
				t.Errorf("%v: %s, want %s", more, got.codes(), want)
			}
		}
		supported := func() bool {
			got, _ := testenv.Must[struct{ LineItem struct{ IsCovered bool } }](t, env,
				"query ($id: ID!) { lineItem(id: $id) { isCovered(kind: SUPPORT) } }", map[string]any{"id": line})
			return got.LineItem.IsCovered
		}
		before := supported()
		dry := changeRight(t, env, "addCoverage", in(map[string]any{"dryRun": true}))
		real := mustChangeRight(t, env, "addCoverage", in(map[string]any{"price": map[string]any{"amount": "12.50",
			"currency": "EUR"}, "order": map[string]any{"number": "PO-9", "line": "1"}}))
		if dry.codes() != "" || len(dry.Effects) == 0 || len(real.Effects) < len(dry.Effects) {
			t.Errorf("dry run %+v, then %+v", dry, real)
		}
		if before || !supported() {
			t.Errorf("supported before: %v, after: %v", before, supported())
		}
		if got := changeRight(t, env, "addCoverage", in(nil)); got.codes() != "ALREADY_COVERED input.lineItem" {
			t.Errorf("%s", got.codes())
		}
		for _, more := range []map[string]any{{"again": true}, {"kind": "SUBSCRIPTION"}, {"startsOn": "2027-11-22"}} {
			if got := changeRight(t, env, "addCoverage", in(more)); got.codes() != "" {
				t.Errorf("%v: %s", more, got.codes())
			}
		}
		mustBeHealthy(t, env)
	})
}

// Of several operators who extend a coverage at the same time, one succeeds, and the others are told. So it is with
// corrections, and with links of one line item.
func TestOneOfSeveralWhoChangeACoverageSucceeds(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		for _, c := range []struct {
			mutation string
			input    map[string]any
			refusal  string
		}{
			{"linkCoverage", map[string]any{"lineItem": w.lines[2].String(), "from": "2026-06-01"},
				"ALREADY_IN_COVERAGE input.lineItem"},
			{"extendCoverage", map[string]any{}, "ALREADY_EXTENDED input.coverage"},
			{"correctCoverage", map[string]any{"endsOn": "2026-11-30", "reason": "Mistyped"},
				"ALREADY_CORRECTED input.coverage"},
		} {
			const tries = 4
			var running sync.WaitGroup
			codes := make([]string, tries)
			for i := range tries {
				running.Go(func() {
					out, _ := w.change(t, c.mutation, merged(c.input, map[string]any{"coverage": w.coverage.String()}))
					codes[i] = out.codes()
				})
			}
			running.Wait()
			slices.Sort(codes)
			expect(t, c.mutation, append([]string{""}, slices.Repeat([]string{c.refusal}, tries-1)...), codes)
		}
		w.isHealthy(t)
	})
}

// What an item covers is corrected with its coverage, and a line item that was unlinked is linked again from a later
// day.
func TestItemsAreCorrectedAndLinkedAgain(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		id := w.coverage.String()
		link := map[string]any{"coverage": id, "lineItem": w.lines[0].String(), "from": "2026-06-01"}
		refused := func(want, mutation string, in map[string]any) {
			t.Helper()
			got, _ := w.change(t, mutation, in)
			expect(t, mutation, want, got.codes())
		}
		refused("ALREADY_IN_COVERAGE input.lineItem", "linkCoverage", link)
		w.must(t, "unlinkCoverage", map[string]any{"coverageItem": w.items[0].String(), "from": "2026-03-01",
			"reason": "Sold"})
		refused("ALREADY_IN_COVERAGE input.lineItem", "linkCoverage", map[string]any{"coverage": id,
			"lineItem": w.lines[0].String(), "from": "2026-06-01", "quantity": "3"})
		_, again := w.must(t, "linkCoverage", link)
		expect(t, "the item that was linked again", w.items[0].String(), again)
		expect(t, "line 1", []string{"2026-01-01 2026-02-28 COVERED 10 1", "2026-03-01 2026-05-31 GAP 0 0",
			"2026-06-01 2026-12-31 COVERED 10 1", "2027-01-01 2027-12-31 GAP 0 0", "2028-01-01 2028-12-31 NONE 0 0"},
			w.timeline(t, w.lines[0], "MAINTENANCE"))
		item := func(n int, more map[string]any) map[string]any {
			in := map[string]any{"coverageItem": w.items[n].String()}
			for name, is := range more {
				in[name] = is
			}
			return in
		}
		correct := func(items ...any) map[string]any {
			return map[string]any{"coverage": id, "reason": "Mistyped", "items": items}
		}
		refused("NOTHING_TO_CORRECT input", "correctCoverage", correct(item(1, map[string]any{"quantity": "4"})))
		refused("BAD_INPUT input.items.0.quantity, BAD_INPUT input.items.1.coverageItem", "correctCoverage",
			correct(item(0, map[string]any{"quantity": "3", "all": true}), item(0, nil)))
		refused("NOT_FOUND input.items.0.coverageItem", "correctCoverage", correct(map[string]any{
			"coverageItem": gid.New(gid.CoverageItem, 0).String()}))
		w.must(t, "correctCoverage", correct(item(0, map[string]any{"quantity": "3", "level": w.level.String()}),
			item(1, map[string]any{"all": true})))
		expect(t, "line 1", []string{"2026-01-01 2026-02-28 COVERED 3 1", "2026-03-01 2026-05-31 GAP 0 0",
			"2026-06-01 2026-12-31 COVERED 3 1", "2027-01-01 2027-12-31 GAP 0 0", "2028-01-01 2028-12-31 NONE 0 0"},
			w.timeline(t, w.lines[0], "MAINTENANCE"))
		expect(t, "line 2", []string{"2026-01-01 2026-12-31 COVERED 10 1", "2027-01-01 2027-12-31 GAP 0 0",
			"2028-01-01 2028-12-31 NONE 0 0"}, w.timeline(t, w.lines[1], "MAINTENANCE"))
		w.isHealthy(t)
	})
}

// A coverage that waits for its activation has no days, a retired account gets nothing new, and no coverage ends after
// the last day that there is.
func TestCoveragesThatAreNotExtendedOrLinked(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := newCoveredWorld(t, env)
		refused := func(want, mutation string, in map[string]any) {
			t.Helper()
			got, _ := w.change(t, mutation, in)
			expect(t, mutation, want, got.codes())
		}
		env.Fill(t, func(f *testenv.Fixture) {
			f.Client().Coverage.UpdateOneID(w.perpetual).SetPerpetual(false).ClearStartsOn().ExecX(f.Context())
			f.Client().Coverage.UpdateOneID(w.old).SetEndsOn(day.Latest).ExecX(f.Context())
		})
		refused("TERM_UNDATED input.coverage", "linkCoverage", map[string]any{"coverage": w.perpetual.String(),
			"lineItem": w.lines[0].String(), "from": "2026-06-01"})
		refused("TERM_UNDATED input.coverage", "correctCoverage", map[string]any{"coverage": w.perpetual.String(),
			"startsOn": "2026-06-01", "reason": "Mistyped"})
		w.must(t, "correctCoverage", map[string]any{"coverage": w.perpetual.String(), "kind": "MAINTENANCE",
			"reason": "Mistyped"})
		refused("BAD_INPUT input.coverage", "extendCoverage", map[string]any{"coverage": w.old.String()})
		refused("BAD_INPUT input.endsOn", "extendCoverage", map[string]any{"coverage": w.coverage.String(),
			"startsOn": "9999-12-31", "length": 2, "lengthUnit": "DAYS"})
		env.Fill(t, func(f *testenv.Fixture) {
			f.Client().Account.UpdateOneID(w.account).SetRetiredAt(1).ExecX(f.Context())
		})
		refused("ACCOUNT_RETIRED input.coverage", "extendCoverage", map[string]any{"coverage": w.coverage.String()})
		refused("ACCOUNT_RETIRED input.coverage", "linkCoverage", map[string]any{"coverage": w.coverage.String(),
			"lineItem": w.lines[2].String(), "from": "2026-06-01"})
	})
}
