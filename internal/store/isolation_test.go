package store

import (
	"testing"

	"github.com/muniment/muniment/ent/migrate"
)

func TestEveryTableSaysWhoseItsRowsAre(t *testing.T) {
	named := map[string]bool{}
	for _, table := range migrate.Tables {
		named[table.Name] = true
		if isolated[table.Name] == nil {
			t.Errorf("%s: it is not said whose its rows are", table.Name)
		}
	}
	for name := range isolated {
		if !named[name] {
			t.Errorf("%s is not a table", name)
		}
	}
}
