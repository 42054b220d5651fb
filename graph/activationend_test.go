package graph_test

import (
	"fmt"
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// An activation ends with its line item, whatever was recorded with it, unless each activation has its own term.
func TestAnActivationEndsWithItsLineItem(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		recorded, last, renewed := testenv.Today+3, testenv.Today+9, testenv.Today+99
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("Active")
			add := func(name string, rule vocabulary.StartRule, lineEnds day.Day, periodEnds, own *day.Day) {
				line := f.Line(account, f.Entitlement(account, name), f.Seat, name, 10)
				first := testenv.Today - 9
				p, err := f.Period(account, line, &first, periodEnds, 10).SetStartRule(rule).Save(f.Context())
				must(t, err)
				must(t, f.Client().LineItem.UpdateOneID(line).SetEndsOn(lineEnds).Exec(f.Context()))
				activation := f.Activation(account, line, f.Device(account, name), 1)
				must(t, f.Client().Activation.UpdateOneID(activation).SetLabel(name).SetPeriodID(p.ID).
					SetNillableEndsOn(own).
					Exec(f.Context()))
			}
			add("renewed", vocabulary.StartRuleFixed, renewed, &last, &recorded)
			add("no end recorded", vocabulary.StartRuleFixed, last, &last, nil)
			add("without end", vocabulary.StartRuleFirstActivation, day.Forever, nil, &recorded)
			add("own term", vocabulary.StartRuleEachActivation, renewed, &last, &recorded)
			add("own term, not known", vocabulary.StartRuleEachActivation, renewed, &last, nil)
			add("own term without end", vocabulary.StartRuleEachActivation, day.Forever, nil, nil)
		})
		answer := env.Ask(t, `query ($id: ID!) { account(id: $id) { devices { nodes { activations { nodes {
			label endsOn perpetual recordedEndsOn } } } } } }`, map[string]any{"id": account.String()})
		want := ""
		for i, c := range []struct {
			label      string
			ends       *day.Day
			perpetual  bool
			ownRecords *day.Day
		}{
			{"no end recorded", &last, false, nil}, {"own term", &recorded, false, &recorded},
			{"own term without end", nil, true, nil},
			{"own term, not known", nil, false, nil}, {"renewed", &renewed, false, &recorded},
			{"without end", nil, true, &recorded},
		} {
			if i > 0 {
				want += ","
			}
			want += fmt.Sprintf(
				`{"activations":{"nodes":[{"label":%q,"endsOn":%s,"perpetual":%t,"recordedEndsOn":%s}]}}`,
				c.label, quoted(c.ends), c.perpetual, quoted(c.ownRecords))
		}
		same(t, "activations", answer, `{"account":{"devices":{"nodes":[`+want+`]}}}`)
	})
}

// quoted writes a day as JSON.
func quoted(d *day.Day) string {
	if d == nil {
		return "null"
	}
	return `"` + d.String() + `"`
}
