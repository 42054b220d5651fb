package page

// Given is a field of a filter, and whether it is given.
type Given struct {
	Field string
	Is    bool
}

// GivenIf returns a field that is given if is.
func GivenIf(field string, is bool) Given { return Given{field, is} }

// FirstGiven returns the first field that is given, "" if none is.
func FirstGiven(fields ...Given) string {
	for _, f := range fields {
		if f.Is {
			return f.Field
		}
	}
	return ""
}
