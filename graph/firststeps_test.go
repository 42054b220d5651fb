package graph_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/muniment/muniment/internal/testenv"
)

// The first example of the playground, which operators see on an empty server, answers there without an error.
func TestFirstStepsOnAnEmptyDatabase(t *testing.T) {
	document, err := os.ReadFile("../web/src/playground/examples/00-first-steps.graphql")
	if err != nil {
		t.Fatal(err)
	}
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		answer := env.Ask(t, string(document), nil)
		if len(answer.Errors) > 0 {
			t.Fatalf("%+v, want no errors", answer.Errors)
		}
		var data struct {
			Viewer       struct{ ProducerRole string }
			Accounts     struct{ TotalCount *int }
			ProductLines struct{ TotalCount *int }
		}
		if err := json.Unmarshal(answer.Data, &data); err != nil {
			t.Fatal(err)
		}
		accounts, lines := data.Accounts.TotalCount, data.ProductLines.TotalCount
		if data.Viewer.ProducerRole != "OPERATOR" || accounts == nil || *accounts != 0 || lines == nil || *lines != 0 {
			t.Errorf("%s, want the role OPERATOR, and no accounts and product lines", answer.Data)
		}
	})
}
