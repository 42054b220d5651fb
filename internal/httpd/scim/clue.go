package scim

import (
	"slices"
	"strings"

	filter "github.com/scim2/filter-parser/v2"
)

// clue is a comparison that every resource passes which the filter keeps, and by which the database finds them.
type clue struct {
	// attribute is in small letters, such as emails.value.
	attribute, value string
}

// clueOf looks for a clue in a filter, among attributes given in small letters.
func clueOf(e filter.Expression, attributes ...string) (clue, bool) {
	switch e := e.(type) {
	case *filter.LogicalExpression:
		if e.Operator != filter.AND {
			return clue{}, false
		}
		if found, ok := clueOf(e.Left, attributes...); ok {
			return found, true
		}
		return clueOf(e.Right, attributes...)
	case *filter.ValuePath:
		found, ok := clueOf(e.ValueFilter, "value")
		if !ok {
			return clue{}, false
		}
		return listed(clue{strings.ToLower(e.AttributePath.AttributeName) + ".value", found.value}, attributes)
	case *filter.AttributeExpression:
		quoted, ok := e.CompareValue.(string)
		if !ok || e.Operator != filter.EQ {
			return clue{}, false
		}
		value, err := unquote(quoted)
		if err != nil {
			return clue{}, false
		}
		name := strings.ToLower(e.AttributePath.AttributeName)
		if part := e.AttributePath.SubAttributeName(); part != "" {
			name += "." + strings.ToLower(part)
		}
		return listed(clue{name, value}, attributes)
	}
	return clue{}, false
}

func listed(c clue, attributes []string) (clue, bool) {
	return c, slices.Contains(attributes, c.attribute)
}

// mentions tells whether a filter asks about an attribute.
func mentions(e filter.Expression, attribute string) bool {
	switch e := e.(type) {
	case *filter.LogicalExpression:
		return mentions(e.Left, attribute) || mentions(e.Right, attribute)
	case *filter.NotExpression:
		return mentions(e.Expression, attribute)
	case *filter.ValuePath:
		return strings.EqualFold(e.AttributePath.AttributeName, attribute)
	case *filter.AttributeExpression:
		return strings.EqualFold(e.AttributePath.AttributeName, attribute)
	}
	return false
}
