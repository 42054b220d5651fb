package apply

import (
	"context"

	"github.com/muniment/muniment/internal/viewer"
)

// asOperator is a context in which Muniment itself asks, which outlives a test that has ended.
func asOperator() context.Context { return viewer.With(context.Background(), viewer.System()) }
