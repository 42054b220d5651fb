package doctor

import (
	"fmt"

	"github.com/muniment/muniment/internal/gid"
)

// rowName names a row: by its global id where the number is one.
func rowName(table string, id int64) string {
	if g := gid.ID(id); g > 0 && g.Type().Prefix() != "" {
		return g.String()
	}
	return fmt.Sprintf("%s %d", table, id)
}
