package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/internal/gid"
)

// TestPrefixesAreDocumented compares the table of prefixes in docs/clients.md with the types of Nodes.
func TestPrefixesAreDocumented(t *testing.T) {
	var rows []string
	names := graph.NodeTypes()
	for _, typ := range gid.Types() {
		if names[typ] == "" {
			t.Errorf("no Node has ids of the type %s", typ.Prefix())
		}
		rows = append(rows, fmt.Sprintf("| `%s_` | `%s` |\n", typ.Prefix(), names[typ]))
	}
	slices.Sort(rows)
	compareTable(t, "../docs/clients.md",
		"<!-- The table of prefixes is made from the schema: go test ./graph -run PrefixesAreDocumented -update -->\n",
		"<!-- End of the table of prefixes. -->\n",
		"\n| prefix of the id | type |\n|---|---|\n"+strings.Join(rows, "")+"\n")
}
