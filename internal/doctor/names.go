package doctor

import (
	"fmt"

	"github.com/muniment/muniment/internal/gid"
)

// rowName returns the global id of a row if its key is one, otherwise the table and the key.
func rowName(table string, id int64) string {
	if g := gid.ID(id); g > 0 && g.Type().Prefix() != "" {
		return g.String()
	}
	return fmt.Sprintf("%s %d", table, id)
}
