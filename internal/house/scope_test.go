package house

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// unscoped matches what reaches a table without the scope that page.Query adds: a table or SQL text written directly,
// or a method of ent's selector that page.Query replaces.
var unscoped = regexp.MustCompile(`\bsql\.(Table|Select|SelectExpr|Dialect|Raw|Expr|ExprP|ExprFunc|P)\(|` +
	`\.Selector\.|\.(From|AppendFrom|FromExpr|AppendFromExpr|FromSelect|RightJoin|FullJoin|Union|UnionAll|Prefix)\(`)

// unbounded are the files that ask page.Query for a subquery or a join without a scope: SubOf and JoinOf say when that is right.
var unbounded = []string{"internal/search/where.go", "internal/coverage/coverage.go", "internal/entitlement/facts.go",
	"internal/entitlement/ending.go"}

func TestFiltersReachTablesThroughTheScope(t *testing.T) {
	filters := 0
	err := filepath.WalkDir(filepath.Join(top, "internal"), func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		name, err := filepath.Rel(top, file)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		text, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(text), "page.Query") {
			return err
		}
		filters++
		for line := range strings.Lines(string(text)) {
			if unscoped.MatchString(line) {
				t.Errorf("%s reads without the scope: %s", name, strings.TrimSpace(line))
			}
			if (strings.Contains(line, ".SubOf(") || strings.Contains(line, ".JoinOf(")) && !slices.Contains(unbounded, name) {
				t.Errorf("%s asks for a subquery without a scope: %s", name, strings.TrimSpace(line))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if filters < 10 {
		t.Errorf("found only %d files with filters", filters)
	}
}
