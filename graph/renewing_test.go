package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// renewal is the answer of a mutation that renews.
type renewal struct {
	Results []renewedResult
	renewedResult
	Effects []struct {
		Kind, Label   string
		Field         *string
		Before, After *struct{ Text string }
	}
	Warnings []struct{ Code, Message string }
	Errors   []struct{ Code, Field, Message, Remedy string }
	Replayed bool
}

type renewedResult struct {
	LineItem *struct{ ID string }
	Period   *struct {
		ID, StartsOn, EndsOn string
		Quantity             *struct{ Amount *string }
		Overdraft            struct{ Amount string }
		Renews               *struct{ ID string }
		PartNumber           *struct{ Code string }
		Price                *struct{ Amount, Currency string }
		LicenseModelVersion  *struct{ Number int }
	}
	Coverage *struct {
		ID, Kind, StartsOn, EndsOn string
		Renews                     *struct{ ID string }
		Level                      *struct{ Code string }
	}
	Refusals []struct{ Code, Field string }
}

const renewedObjects = `lineItem { id } period { id startsOn endsOn quantity { amount } overdraft { amount }
	renews { id } partNumber { code } price { amount currency } licenseModelVersion { number } }
	coverage { id kind startsOn endsOn renews { id } level { code } }`

// renew sends renewLineItems or convertTrial.
func renew(t testing.TB, env *testenv.Env, mutation string, input map[string]any) *renewal {
	t.Helper()
	objects := renewedObjects
	if mutation == "renewLineItems" {
		objects = "results { " + objects + " refusals: errors { code field } }"
	}
	got, _ := testenv.Must[struct{ Change *renewal }](t, env, fmt.Sprintf(
		"mutation ($input: %s%sInput!) { change: %s(input: $input) { %s effects { kind label field before { text } "+
			"after { text } } warnings { code message } errors { code field message remedy } replayed } }",
		strings.ToUpper(mutation[:1]), mutation[1:], mutation, objects), map[string]any{"input": input})
	return got.Change
}

// renewLine renews one line.
func renewLine(t testing.TB, env *testenv.Env, line string, more map[string]any) *renewal {
	t.Helper()
	in := map[string]any{"lineItem": line}
	maps.Copy(in, more)
	return renew(t, env, "renewLineItems", map[string]any{"lines": []any{in}})
}

func (r *renewal) codes() string {
	var list []string
	for _, e := range r.Errors {
		list = append(list, e.Code+" "+e.Field)
	}
	return strings.Join(list, ", ")
}

func (r *renewal) warnings() string {
	var list []string
	for _, w := range r.Warnings {
		list = append(list, w.Code)
	}
	return strings.Join(list, ", ")
}

// days are the first and last days of what one line was renewed by: its period, and its coverage if there is one.
func (r *renewal) days() string {
	result := r.renewedResult
	if len(r.Results) > 0 {
		result = r.Results[0]
	}
	if result.Period == nil {
		return ""
	}
	text := result.Period.StartsOn + " " + result.Period.EndsOn
	if result.Coverage != nil {
		text += " covered " + result.Coverage.StartsOn + " " + result.Coverage.EndsOn
	}
	return text
}

// effectTexts returns the effects without ids.
func (r *renewal) effectTexts() (list []string) {
	for _, e := range r.Effects {
		text := e.Kind + " " + e.Label
		if e.Field != nil {
			text += " " + *e.Field
		}
		for _, v := range []*struct{ Text string }{e.Before, e.After} {
			if v != nil {
				text += " " + v.Text
			}
		}
		list = append(list, text)
	}
	return list
}

// issueLine issues a line of a part number, and returns its id.
func issueLine(t testing.TB, env *testenv.Env, w *issuingWorld, line map[string]any, more map[string]any) string {
	t.Helper()
	got := issue(t, env, "issueEntitlement", w.order(more, line), "id")
	if len(got.Errors) > 0 {
		t.Fatalf("%+v", got.Errors)
	}
	return got.Lines[0].LineItem.ID
}

// use puts base units of a line to use on a device.
func use(t testing.TB, env *testenv.Env, line gid.ID, used int64) {
	t.Helper()
	ctx, c := testenv.Operator(t), env.Store.Client()
	row := c.LineItem.GetX(ctx, line)
	env.Fill(t, func(f *testenv.Fixture) {
		f = f.After(20000)
		live := f.Activation(row.AccountID, line, f.Device(row.AccountID, "of "+row.ActivationID), used)
		for _, err := range []error{
			f.Client().LineItem.UpdateOneID(line).SetUsed(used).Exec(f.Context()),
			f.Client().LedgerEntry.Create().SetAccountID(row.AccountID).SetLineItemID(line).
				SetKind(vocabulary.LedgerKindActivate).SetAmount(used).SetExcess(0).SetEffectiveOn(testenv.Today).
				SetRecordedAt(1).SetActor("a test").SetCause("x").SetSubjectID(live).Exec(f.Context()),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}

// A renewal is one more period of the same line, and begins on the day after the last one. Coverage that is sold along
// is the successor of the one of the line.
func TestARenewalFollowsTheLastDay(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "pieces": 2, "startsOn": "2026-03-01"}, nil)
		id := parsed(t, line)
		use(t, env, id, 8)
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "startsOn": "2026-06-01",
			"quantity": "12"})
		mustChangeRight(t, env, "holdLineItems", map[string]any{"lineItems": []string{line}, "reason": "x"})
		before := ledgerOf(t, env, id)
		input := map[string]any{"dryRun": true, "lines": []any{map[string]any{"lineItem": line, "orderNumber": "4711",
			"orderLine": "10", "price": map[string]any{"amount": "12.50", "currency": "EUR"}}}}
		dry := renew(t, env, "renewLineItems", input)
		input["dryRun"] = false
		wet := renew(t, env, "renewLineItems", input)
		if d := cmp.Diff(dry.effectTexts(), wet.effectTexts()); d != "" || dry.Results[0].Period != nil {
			t.Errorf("the real run differs from the dry run: %s", d)
		}
		if got := wet.days(); got != "2027-03-01 2028-02-29 covered 2027-03-01 2028-02-29" || wet.warnings() != "" {
			t.Errorf("%s %+v", got, wet)
		}
		result := wet.Results[0]
		if *result.Period.Quantity.Amount != "12" || result.Period.PartNumber.Code != "LIFT-1" ||
			result.Period.Price.Amount != "12.5" || result.Coverage.Kind != "SUPPORT" ||
			result.Coverage.Renews == nil || result.Coverage.Level.Code != "GOLD" {
			t.Errorf("%+v", result)
		}
		if d := cmp.Diff(before, ledgerOf(t, env, id)); d != "" {
			t.Errorf("a renewal to come moved a count: %s", d)
		}
		granted, _, status := lineOn(t, env, id, dayOf(t, "2027-02-28"), dayOf(t, "2027-03-01"), dayOf(t, "2028-02-29"),
			dayOf(t, "2028-03-15")) // after 14 days of grace
		if fmt.Sprint(granted) != "[12 12 12 0]" || status[1] != "ON_HOLD" {
			t.Errorf("%v %v", granted, status)
		}
		again := renewLine(t, env, line, nil)
		if again.codes() != "ALREADY_RENEWED input.lines.0.lineItem" ||
			!strings.Contains(again.Errors[0].Message, "1 March 2027") {
			t.Errorf("%+v", again.Errors)
		}
		again = renewLine(t, env, line, map[string]any{"again": true, "pieces": 3, "endsOn": "2028-12-31"})
		if again.days() != "2028-03-01 2028-12-31 covered 2028-03-01 2028-12-31" ||
			*again.Results[0].Period.Quantity.Amount != "15" {
			t.Errorf("%s %+v", again.days(), again)
		}
		row := env.Store.Client().Period.GetX(testenv.Operator(t), parsed(t, result.Period.ID))
		if row.GraceDays != 14 || row.RankedAt < row.CreatedAt || row.StartRule != vocabulary.StartRuleFixed {
			t.Errorf("%+v", row)
		}
		mustBeHealthy(t, env)
	})
}

// A late renewal still begins on the day after the last one, and moves the counts today. A later day leaves a gap, and
// an earlier one is refused.
func TestWhenARenewalBegins(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		over := map[string]any{"partNumber": w.part, "startsOn": "2026-01-01", "endsOn": "2026-06-30"}
		late, gap := issueLine(t, env, w, over, nil), issueLine(t, env, w, over, nil)
		got := renewLine(t, env, late, nil)
		if got.days() != "2026-07-01 2027-06-30 covered 2026-07-01 2027-06-30" || got.warnings() != "" {
			t.Errorf("%s %+v", got.days(), got)
		}
		if list := ledgerOf(t, env, parsed(t, late)); list[0] != "STEP 5 0 2026-07-01" {
			t.Errorf("%v", list)
		}
		if got := renewLine(t, env, late, nil); got.codes() != "ALREADY_RENEWED input.lines.0.lineItem" {
			t.Errorf("renewed twice: %+v", got)
		}
		if got := renewLine(t, env, gap, map[string]any{"startsOn": "2026-06-30"}); got.codes() !=
			"STARTS_TOO_EARLY input.lines.0.startsOn" || !strings.Contains(got.Errors[0].Message, "1 July 2026") {
			t.Errorf("%+v", got)
		}
		got = renewLine(t, env, gap, map[string]any{"startsOn": "2026-07-11", "endsOn": "2026-07-10"})
		if got.codes() != "BAD_RANGE input.lines.0.endsOn" {
			t.Errorf("%+v", got)
		}
		got = renewLine(t, env, gap, map[string]any{"startsOn": "2026-12-01"})
		if got.warnings() != "RENEWAL_GAP, COVERAGE_GAP" || !strings.Contains(got.Warnings[0].Message, "153 days") {
			t.Errorf("%+v", got)
		}
		granted, _, _ := lineOn(t, env, parsed(t, gap), dayOf(t, "2026-06-30"), dayOf(t, "2026-07-14"),
			dayOf(t, "2026-07-15"), dayOf(t, "2026-11-30"), dayOf(t, "2026-12-01"))
		if fmt.Sprint(granted) != "[5 5 0 0 5]" { // there are 14 days of grace
			t.Errorf("%v", granted)
		}
		mustBeHealthy(t, env)
	})
}

// With fewer copies no device stops on that day: what does not fit is excess from that day on.
func TestARenewalWithFewerCopiesLeavesExcess(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "pieces": 2, "endsOn": "2026-12-31"}, nil)
		id := parsed(t, line)
		use(t, env, id, 8)
		got := renewLine(t, env, line, map[string]any{"quantity": "5"})
		if got.warnings() != "SURPLUS" || !strings.Contains(got.Warnings[0].Message, "3 CRANE") {
			t.Errorf("%+v", got)
		}
		now := clock.At((testenv.Today + 50).Time())
		if _, err := entitlement.Sweep(testenv.Operator(t), env.Store, testenv.Today+50,
			func() clock.Instant { return now }); err != nil {
			t.Fatal(err)
		}
		row := env.Store.Client().LineItem.GetX(testenv.Operator(t), id)
		if row.Granted != 5 || row.Used != 8 || row.Excess != 3 {
			t.Errorf("%+v", row)
		}
		if list := ledgerOf(t, env, id); list[0] != "STEP -5 3 2027-01-01" {
			t.Errorf("%v", list)
		}
		mustBeHealthy(t, env)
	})
}

// Each refusal names its line, and a remedy. With the mode EACH the other lines are renewed.
func TestLinesThatAreNotRenewed(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := func(part string, more map[string]any) string {
			return issueLine(t, env, w, map[string]any{"partNumber": part}, more)
		}
		withdrawn := issue(t, env, "issueEntitlement", w.order(nil, w.part), "id")
		mustChangeRight(t, env, "withdrawEntitlement", map[string]any{"entitlement": withdrawn.Entitlement.ID,
			"from": "2027-12-01", "reason": "x"})
		voided := line(w.part, nil)
		all := env.Store.Client().Period.Query().Where(period.LineItemID(parsed(t, voided))).IDsX(testenv.Operator(t))
		mustChangeRight(t, env, "voidPeriod", map[string]any{"period": all[0].String(), "reason": "x"})
		other := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "SORT-1",
			"product": w.enteredCatalog.other, "unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIXED",
			"termLength": 1, "termUnit": "YEARS"}, "partNumber")
		floating := mustChangeCatalog(t, env, "createLicenseModel", map[string]any{"name": "By server",
			"terms": someTerms, "activationModel": "FLOATING", "startsOn": "2026-01-01"}, "licenseModel")
		served := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-S", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 1, "termUnit": "YEARS",
			"licenseModel": floating}, "partNumber")
		good := line(w.part, nil)
		cases := []struct {
			want string
			in   map[string]any
		}{
			{"NOT_FOUND lineItem", map[string]any{"lineItem": gid.New(gid.LineItem, 0).String()}},
			{"IS_A_TRIAL lineItem", map[string]any{"lineItem": line(w.trial, nil)}},
			{"RIGHT_HAS_NO_END lineItem", map[string]any{"lineItem": line(w.perpetual, nil)}},
			{"TERM_UNDATED lineItem", map[string]any{"lineItem": line(w.first, nil)}},
			{"NOT_LIVE lineItem", map[string]any{"lineItem": line(w.part, map[string]any{"state": "DRAFT"})}},
			{"NOT_LIVE lineItem", map[string]any{"lineItem": line(w.part, map[string]any{"state": "TEST"})}},
			{"RIGHT_WITHDRAWN lineItem", map[string]any{"lineItem": withdrawn.Lines[0].LineItem.ID}},
			{"NOTHING_TO_RENEW lineItem", map[string]any{"lineItem": voided}},
			{"UPGRADE_NEEDED partNumber", map[string]any{"partNumber": other}},
			{"UNIT_DIFFERS partNumber", map[string]any{"partNumber": w.pool}},
			{"ACTIVATION_DIFFERS partNumber", map[string]any{"partNumber": served}},
			{"RETIRED partNumber", map[string]any{"partNumber": w.retired}},
			{"PART_NUMBER_INCOMPLETE partNumber", map[string]any{"partNumber": w.gapped}},
			{"BAD_INPUT partNumber", map[string]any{"partNumber": w.trial}},
			{"COPIES_END_APART partNumber", map[string]any{"partNumber": w.each}},
			{"BAD_INPUT endsOn", map[string]any{"partNumber": w.perpetual, "endsOn": "2030-01-01"}},
			{"BAD_INPUT quantity", map[string]any{"quantity": "3", "pieces": 1}},
			{"BAD_INPUT quantity", map[string]any{"quantity": "0"}},
			{"BAD_INPUT quantity", map[string]any{"quantity": "1.5"}},
			{"BAD_INPUT pieces", map[string]any{"pieces": 0}},
			{"BAD_INPUT startsOn", map[string]any{"startsOn": "9999-06-01"}},
			{"TEXT_TOO_LONG orderNumber", map[string]any{"orderNumber": strings.Repeat("x", 101)}},
			{"BAD_INPUT price.currency", map[string]any{"price": map[string]any{"amount": "1", "currency": "XYZ"}}},
		}
		var lines []any
		var want []string
		for i, c := range cases {
			if c.in["lineItem"] == nil {
				c.in["lineItem"] = line(w.part, nil)
			}
			lines = append(lines, c.in)
			code, field, _ := strings.Cut(c.want, " ")
			want = append(want, fmt.Sprintf("%s input.lines.%d.%s", code, i, field))
		}
		lines = append(lines, map[string]any{"lineItem": good}, map[string]any{"lineItem": good})
		want = append(want, fmt.Sprintf("BAD_INPUT input.lines.%d.lineItem", len(lines)-1))
		got := renew(t, env, "renewLineItems", map[string]any{"lines": lines})
		if d := cmp.Diff(strings.Join(want, ", "), got.codes()); d != "" {
			t.Error(d)
		}
		for _, e := range got.Errors {
			if e.Remedy == "" || e.Message == "" {
				t.Errorf("%+v", e)
			}
		}
		each := renew(t, env, "renewLineItems", map[string]any{"lines": lines, "mode": "EACH"})
		var refused []string
		for i, r := range each.Results {
			for _, e := range r.Refusals {
				refused = append(refused, e.Code+" "+e.Field)
			}
			if (r.Period == nil) != (i != len(cases)) || (r.LineItem == nil) != (i == 0) {
				t.Errorf("line %d: %+v", i, r)
			}
		}
		if d := cmp.Diff(want, refused); d != "" || len(each.Errors) > 0 {
			t.Error(d, each.Errors)
		}
		for _, in := range []map[string]any{{"lines": []any{}},
			{"lines": slices.Repeat([]any{map[string]any{"lineItem": good}}, 1001)}} {
			got := renew(t, env, "renewLineItems", in)
			if len(got.Errors) != 1 || got.Errors[0].Field != "input.lines" {
				t.Errorf("%+v", got.Errors)
			}
		}
		mustBeHealthy(t, env)
	})
}

// What is renewed elsewhere, or by another line, or belongs to a retired account.
func TestLinesThatOthersRenew(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		one := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		two := issueLine(t, env, w, map[string]any{"partNumber": w.part, "startsOn": "2027-11-22"}, nil)
		account := parsed(t, w.account)
		env.Fill(t, func(f *testenv.Fixture) {
			if err := f.Client().LineageStep.Create().SetAccountID(account).SetLineItemID(parsed(t, one)).
				SetCounterpartID(parsed(t, two)).SetCounterpartLabel("TWO").
				SetDirection(vocabulary.LineageDirectionTo).SetReason(vocabulary.LineageReasonRenewal).
				Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		if got := renewLine(t, env, one, nil); got.codes() != "ALREADY_RENEWED input.lines.0.lineItem" {
			t.Errorf("%+v", got)
		}
		if got := renewLine(t, env, one, map[string]any{"again": true}); got.codes() != "" {
			t.Errorf("%+v", got)
		}
		env.Fill(t, func(f *testenv.Fixture) {
			if err := f.Client().Account.UpdateOneID(account).SetRetiredAt(1).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
		})
		if got := renewLine(t, env, two, nil); got.codes() != "ACCOUNT_RETIRED input.lines.0.lineItem" {
			t.Errorf("%+v", got)
		}
		env.Fill(t, func(f *testenv.Fixture) {
			system := gid.New(gid.System, 0)
			for _, err := range []error{
				f.Client().Account.UpdateOneID(account).ClearRetiredAt().Exec(f.Context()),
				f.Client().System.Create().SetID(system).SetCode("old").SetName("Old").
					SetKind(vocabulary.SystemKindEntitlement).Exec(f.Context()),
				f.Client().Home.Create().SetAccountID(account).SetProductLineID(parsed(t, w.line)).
					SetSystemID(system).SetSince(clock.Instant(1)).Exec(f.Context()),
			} {
				if err != nil {
					t.Fatal(err)
				}
			}
		})
		if got := renewLine(t, env, two, nil); got.codes() != "HOME_ELSEWHERE input.lines.0.lineItem" {
			t.Errorf("%+v", got)
		}
	})
}

// A renewal is sold under the successor of the part number, on the terms that are valid on its first day.
func TestARenewalIsSoldUnderTheSuccessor(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		mustChangeCatalog(t, env, "reviseLicenseModel", map[string]any{"licenseModel": w.model, "terms": map[string]any{
			"graceDays": 3, "overdraftAllowed": true, "offlineAllowed": false}, "startsOn": "2027-02-01"},
			"licenseModelVersion")
		next := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-2", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIRST_ACTIVATION", "termLength": 6,
			"termUnit": "MONTHS", "packSize": 2, "overdraft": 1}, "partNumber")
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.part, "successor": next,
			"retired": true}, "partNumber")
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.part, "retired": false},
			"partNumber")
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part, "endsOn": "2027-01-31"}, nil)
		retired := issueLine(t, env, w, map[string]any{"partNumber": w.pool}, nil)
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": w.pool, "retired": true},
			"partNumber")
		got := renewLine(t, env, line, nil)
		p := got.Results[0].Period
		if got.days() != "2027-02-01 2027-07-31" || p.PartNumber.Code != "LIFT-2" || *p.Quantity.Amount != "5" ||
			p.Overdraft.Amount != "2" || p.LicenseModelVersion.Number != 2 {
			t.Errorf("%s %+v", got.days(), p)
		}
		// A successor that is retired may lead back.
		mustChangeCatalog(t, env, "changePartNumber", map[string]any{"partNumber": next, "successor": w.part,
			"retired": true}, "partNumber")
		if got := renewLine(t, env, line, map[string]any{"again": true}); got.codes() != "" ||
			got.Results[0].Period.PartNumber.Code == "LIFT-2" {
			t.Errorf("%+v", got)
		}
		if got := renewLine(t, env, retired, nil); got.codes() != "RETIRED input.lines.0.partNumber" ||
			!strings.Contains(got.Errors[0].Message, "LIFT-U") {
			t.Errorf("%+v", got.Errors)
		}
		mustBeHealthy(t, env)
	})
}

// Lines that one coverage covers are covered by one successor of it. A line that is covered beyond its new term gets
// no coverage, and one that is covered into it gets the rest.
func TestCoverageIsRenewedAlong(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		plain := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-N", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 1, "termUnit": "YEARS"},
			"partNumber")
		first := testenv.Today
		var lines []string
		for range 5 {
			lines = append(lines, issueLine(t, env, w, map[string]any{"partNumber": plain}, nil))
		}
		account, ids := parsed(t, w.account), make([]gid.ID, len(lines))
		for i, l := range lines {
			ids[i] = parsed(t, l)
		}
		var shared gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			f = f.After(21000)
			year := dayOf(t, "2027-11-21")
			shared = f.Coverage(account, first, year, ids[0], ids[1])
			long, half := f.Coverage(account, first, year+800, ids[2]), f.Coverage(account, first, year+100, ids[3])
			for _, id := range []gid.ID{shared, long, half} {
				if err := f.Client().Coverage.UpdateOneID(id).SetKind(vocabulary.CoverageKindSupport).
					SetProductLineID(parsed(t, w.line)).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
			}
			f.DecideFor(account, shared, vocabulary.DecisionOnHold, first, day.Forever)
		})
		var in []any
		for _, l := range lines {
			in = append(in, map[string]any{"lineItem": l, "partNumber": w.part})
		}
		got := renew(t, env, "renewLineItems", map[string]any{"lines": in})
		if got.codes() != "" || got.warnings() != "COVERAGE_LASTS" {
			t.Fatalf("%+v %+v", got.Errors, got.Warnings)
		}
		covered := func(i int) string {
			c := got.Results[i].Coverage
			if c == nil {
				return ""
			}
			renews := "new"
			if c.Renews != nil {
				renews = "renews"
			}
			return renews + " " + c.StartsOn + " " + c.EndsOn
		}
		for i, want := range []string{"renews 2027-11-22 2028-11-21", "renews 2027-11-22 2028-11-21", "",
			"renews 2028-03-01 2028-11-21", "new 2027-11-22 2028-11-21"} {
			if covered(i) != want {
				t.Errorf("line %d: %q, want %q", i, covered(i), want)
			}
		}
		if got.Results[0].Coverage.ID != got.Results[1].Coverage.ID ||
			got.Results[0].Coverage.Renews.ID != shared.String() {
			t.Errorf("%+v", got.Results[:2])
		}
		one := env.Store.Client().CoverageItem.Query().Where(
			coverageitem.CoverageID(parsed(t, got.Results[0].Coverage.ID))).AllX(testenv.Operator(t))
		if len(one) != 2 || one[0].Quantity != nil {
			t.Errorf("%+v", one)
		}
		if made := env.Store.Client().Coverage.GetX(testenv.Operator(t), one[0].CoverageID); !made.Decided {
			t.Error("the hold of the coverage did not survive")
		}
		mustBeHealthy(t, env)
	})
}

// A trial becomes a paid right on the same line: its devices stay, and the trial is no longer in force.
func TestATrialIsConverted(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		trial := map[string]any{"partNumber": w.trial}
		line := issueLine(t, env, w, trial, nil)
		over := issueLine(t, env, w, map[string]any{"partNumber": w.trial, "startsOn": "2026-05-01"}, nil)
		paid := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		id := parsed(t, line)
		use(t, env, id, 1)
		convert := func(line string, more map[string]any) *renewal {
			in := map[string]any{"lineItem": line, "partNumber": w.part}
			maps.Copy(in, more)
			return renew(t, env, "convertTrial", in)
		}
		if got := convert(paid, nil); got.codes() != "NOT_A_TRIAL input.lineItem" {
			t.Errorf("%+v", got)
		}
		if got := convert(line, map[string]any{"startsOn": "2026-11-21"}); got.codes() !=
			"STARTS_TOO_EARLY input.startsOn" {
			t.Errorf("%+v", got)
		}
		if got := convert(line, map[string]any{"endsOn": "2026-12-01"}); got.codes() != "BAD_INPUT input.endsOn" {
			t.Errorf("%+v", got)
		}
		got := convert(line, map[string]any{"pieces": 2})
		if got.codes() != "" || got.days() != "2026-11-22 2027-11-21 covered 2027-05-22 2027-11-21" {
			t.Errorf("%s %+v %+v", got.days(), got.Errors, got.Warnings)
		}
		granted, excess, status := lineOn(t, env, id, testenv.Today, testenv.Today+29, testenv.Today+364)
		if fmt.Sprint(granted, excess, status) != "[10 10 10] [0 0 0] [ACTIVE ACTIVE ACTIVE]" {
			t.Errorf("%v %v %v", granted, excess, status)
		}
		if got := convert(line, nil); got.codes() != "NOT_A_TRIAL input.lineItem" {
			t.Errorf("%+v", got)
		}
		if got := convert(over, map[string]any{"quantity": "3"}); got.Period == nil ||
			got.Period.StartsOn != "2026-05-31" {
			t.Errorf("%+v", got)
		}
		mustBeHealthy(t, env)
	})
}

// The same request is carried out once.
func TestARepeatedRenewalIsReplayed(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		in := map[string]any{"lines": []any{map[string]any{"lineItem": line}}, "idempotencyKey": "k"}
		first, second := renew(t, env, "renewLineItems", in), renew(t, env, "renewLineItems", in)
		if !second.Replayed || cmp.Diff(first.Results, second.Results) != "" {
			t.Errorf("%+v %+v", first, second)
		}
	})
}
