package apply

import (
	"context"

	"github.com/muniment/muniment/internal/viewer"
)

// asOperator returns a context of the system viewer that outlives the test.
func asOperator() context.Context { return viewer.With(context.Background(), viewer.System()) }
