package graph

import (
	"strings"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/gid"
)

func root() subject {
	return subject{
		objects: append(valueObjects(), []*plan.Object{
			{Name: "UserError", Value: (*model.UserError)(nil)},
			{Name: "Warning", Value: (*model.Warning)(nil)},
			actorObject(),
			{Name: "Effect", Value: (*model.Effect)(nil)},
		}...),
		queries: plan.Fields{
			"node":  byID(),
			"nodes": plan.Keys(namedIDs),
		},
	}
}

// byID declares a root field that returns the object whose id is the argument id.
func byID() *plan.Field {
	return plan.Key(func(c *plan.Call, _ plan.Row) gid.ID { return plan.Arg[gid.ID](c, "id") }).Required("id", "")
}

func namedIDs(c *plan.Call, _ plan.Row) ([]gid.ID, error) {
	return plan.Arg[[]gid.ID](c, "ids"), nil
}

func orNone(id *gid.ID) gid.ID {
	if id == nil {
		return 0
	}
	return *id
}

func orFalse(b *bool) bool { return b != nil && *b }

// searched is a text by which a list is filtered. Blanks around it are ignored, so a blank text is no condition.
func searched(text *string) string { return strings.TrimSpace(orEmpty(text)) }

func orEmpty[T ~string](s *T) T {
	if s == nil {
		return ""
	}
	return *s
}

func noneAsNull(id gid.ID) *gid.ID {
	if id == 0 {
		return nil
	}
	return &id
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
