package graph_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/vektah/gqlparser/v2/formatter"

	"github.com/muniment/muniment/graph/generated"
)

var update = flag.Bool("update", false, "write the golden files anew")

const golden = "testdata/schema.golden.graphql"

// The check for breaking changes compares with this golden file. After an intended change of the schema, update it
// with -update.
func TestTheContractIsAsPrinted(t *testing.T) {
	var printed bytes.Buffer
	formatter.NewFormatter(&printed, formatter.WithIndent("  ")).FormatSchema(
		generated.NewExecutableSchema(generated.Config{}).Schema())
	if *update {
		if err := os.WriteFile(golden, printed.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, printed.Bytes()) {
		t.Error(
			"the contract differs from its print; look at the difference and run: go test ./graph -run AsPrinted " +
				"-update")
	}
}
