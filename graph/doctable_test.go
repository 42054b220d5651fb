package graph_test

import (
	"os"
	"strings"
	"testing"
)

// compareTable compares the table between two marks of a page with what it should be, or writes it with -update.
func compareTable(t *testing.T, page, begin, end, want string) {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), begin)
	is, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has no place for its table: %s", page, begin)
	}
	if *update {
		if err := os.WriteFile(page, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if is != want {
		t.Errorf("the table in %s is not that of the schema; run: go test ./graph -run %s -update", page, t.Name())
	}
}
