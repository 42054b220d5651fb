package scim

import (
	"slices"
	"strings"

	filter "github.com/scim2/filter-parser/v2"
)

// equalityHint is an equality comparison that every resource matching the filter satisfies, so that the database can
// use an index to find candidates.
type equalityHint struct {
	// attribute is in lower case, such as emails.value.
	attribute, value string
}

// hintOf looks for a hint in a filter, for one of the attributes, which are given in lower case.
func hintOf(e filter.Expression, attributes ...string) (equalityHint, bool) {
	switch e := e.(type) {
	case *filter.LogicalExpression:
		if e.Operator != filter.AND {
			return equalityHint{}, false
		}
		if found, ok := hintOf(e.Left, attributes...); ok {
			return found, true
		}
		return hintOf(e.Right, attributes...)
	case *filter.ValuePath:
		found, ok := hintOf(e.ValueFilter, "value")
		if !ok {
			return equalityHint{}, false
		}
		return restrictTo(
			equalityHint{strings.ToLower(e.AttributePath.AttributeName) + ".value", found.value}, attributes)
	case *filter.AttributeExpression:
		quoted, ok := e.CompareValue.(string)
		if !ok || e.Operator != filter.EQ {
			return equalityHint{}, false
		}
		value, err := unquote(quoted)
		if err != nil {
			return equalityHint{}, false
		}
		name := strings.ToLower(e.AttributePath.AttributeName)
		if part := e.AttributePath.SubAttributeName(); part != "" {
			name += "." + strings.ToLower(part)
		}
		return restrictTo(equalityHint{name, value}, attributes)
	}
	return equalityHint{}, false
}

func restrictTo(c equalityHint, attributes []string) (equalityHint, bool) {
	return c, slices.Contains(attributes, c.attribute)
}

// mentions reports whether a filter uses an attribute.
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

// exactFirst moves the rows whose name is exactly the one of a filter to the front, because a client takes the first
// one. Older versions let names stand side by side that are the same now.
func exactFirst[R any](rows []R, name string, of func(R) string) {
	slices.SortStableFunc(rows, func(a, b R) int {
		switch {
		case of(a) == name && of(b) != name:
			return -1
		case of(a) != name && of(b) == name:
			return 1
		}
		return 0
	})
}
