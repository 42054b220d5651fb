package store

import (
	"testing"

	"github.com/muniment/muniment/ent/migrate"
)

func TestEveryTableHasAnIsolationRule(t *testing.T) {
	named := map[string]bool{}
	for _, table := range migrate.Tables {
		named[table.Name] = true
		if isolated[table.Name] == nil {
			t.Errorf("%s has no isolation rule", table.Name)
		}
	}
	for name := range isolated {
		if !named[name] {
			t.Errorf("%s is not a table", name)
		}
	}
}
