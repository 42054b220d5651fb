package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/testenv"
)

// A dry run does not tell the activation id of the first coverage of a line, which the real run makes up.
func TestADryRunOfARenewalDoesNotTellWhatItInvents(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		plain := mustChangeCatalog(t, env, "createPartNumber", map[string]any{"code": "LIFT-N", "product": w.product,
			"unit": w.unit, "term": "SUBSCRIPTION", "startRule": "FIXED", "termLength": 1, "termUnit": "YEARS"},
			"partNumber")
		line := issueLine(t, env, w, map[string]any{"partNumber": plain, "activationId": "MINE"}, nil)
		labels := func(dry bool) map[string]bool {
			got := renew(t, env, "renewLineItems", map[string]any{"dryRun": dry,
				"lines": []any{map[string]any{"lineItem": line, "partNumber": w.part}}})
			if got.codes() != "" {
				t.Fatalf("%+v", got)
			}
			told := map[string]bool{}
			for _, e := range got.Effects {
				told[e.Label] = true
			}
			return told
		}
		if told := labels(true); len(told) != 2 || !told["MINE"] || !told[""] {
			t.Errorf("the dry run tells %v", told)
		}
		if told := labels(false); len(told) != 2 || !told["MINE"] || told[""] {
			t.Errorf("the real run tells %v", told)
		}
	})
}

// Coverage that is sold along with a perpetual right ends on a day that somebody can write, too.
func TestCoverageOfAPerpetualRenewalHasAnEnd(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		line := issueLine(t, env, w, map[string]any{"partNumber": w.part}, nil)
		got := renewLine(t, env, line, map[string]any{"partNumber": w.perpetual, "startsOn": "9999-06-01"})
		if got.codes() != "BAD_INPUT input.lines.0.startsOn" {
			t.Errorf("%+v", got)
		}
	})
}
