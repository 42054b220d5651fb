package graph_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/testenv"
)

// The largest order is amended, credited and corrected by one request each, whose statements do not grow with each
// line.
func TestAThousandLinesAreMended(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		w := issuingOver(t, env)
		order := func(starts string, pieces int, more map[string]any) map[string]any {
			lines := make([]any, 1000)
			for i := range lines {
				lines[i] = map[string]any{"partNumber": w.perpetual, "pieces": pieces + i, "startsOn": starts,
					"orderLine": fmt.Sprint(10 * i)}
			}
			return w.order(more, lines...)
		}
		send := func(what string, in map[string]any) (first, last string) {
			t.Helper()
			began := time.Now()
			answer := env.Ask(t, `mutation ($input: IssueEntitlementInput!) { issueEntitlement(input: $input) {
				lines { lineItem { id } } errors { code field message } } }`, map[string]any{"input": in})
			took := time.Since(began)
			var got struct {
				IssueEntitlement struct {
					Lines  []struct{ LineItem struct{ ID string } }
					Errors []struct{ Code, Field, Message string }
				}
			}
			if err := json.Unmarshal(answer.Data, &got); err != nil || len(answer.Errors) > 0 {
				t.Fatalf("%s: %.300s %+v %v", what, answer.Data, answer.Errors, err)
			}
			is := got.IssueEntitlement
			if len(is.Errors) > 0 || len(is.Lines) != 1000 {
				t.Fatalf("%s: %d lines, %+v", what, len(is.Lines), is.Errors[:min(3, len(is.Errors))])
			}
			t.Logf("%s: %d statements, %v", what, len(answer.Statements), took.Round(time.Millisecond))
			if n := len(answer.Statements); what != "issued" && n > 400 {
				t.Errorf("%s with %d statements", what, n)
			}
			return is.Lines[0].LineItem.ID, is.Lines[999].LineItem.ID
		}
		check := func(line string, want map[string]string) {
			t.Helper()
			for on, granted := range want {
				if is := quantityOn(t, env, line, on); is != granted {
					t.Errorf("on %s: %s, want %s", on, is, granted)
				}
			}
		}
		first, last := send("issued", order("2026-03-01", 10, orderNamed("SO-1")))
		send("amended", order("2026-03-01", 20, map[string]any{"source": map[string]any{"externalId": "SO-1"},
			"onDifference": "AMEND", "amendsFrom": "2026-05-01"}))
		check(first, map[string]string{"2026-04-30": "10+20 /0", "2026-05-01": "20+40 SO-1/0"})
		check(last, map[string]string{"2026-04-30": "1009+2018 /9990", "2026-05-01": "1019+2038 SO-1/9990"})
		credit := order("2026-07-01", 0, map[string]any{"source": map[string]any{"externalId": "CN-1"},
			"credits": map[string]any{"externalId": "SO-1"}})
		for _, line := range credit["lines"].([]any) {
			line.(map[string]any)["pieces"] = -1
		}
		send("credited", credit)
		check(last, map[string]string{"2026-06-30": "1019+2038 SO-1/9990", "2026-07-01": "1018+2036 CN-1/9990"})
		send("corrected", order("2026-02-01", 30, corrected("SO-1")))
		check(first, map[string]string{"2026-01-31": "none", "2026-02-01": "10+20 /0", "2026-05-01": "30+60 SO-1/0"})
		check(last, map[string]string{"2026-02-01": "1009+2018 /9990", "2026-05-01": "1029+2058 SO-1/9990"})
		checkHealth(t, env)
	})
}
