package fault

import (
	"strings"

	"github.com/muniment/muniment/internal/value"
)

// Parameter is a value in a message. It is kept apart from the text so that a page can translate the message.
type Parameter struct {
	Name  string      `json:"name"`
	Value value.Value `json:"value"`
}

// With makes a parameter.
func With(name string, v value.Value) Parameter { return Parameter{name, v} }

// WithText makes a parameter that is a text.
func WithText(name, text string) Parameter { return With(name, value.OfText(text)) }

// WithNumber makes a parameter that is a whole number.
func WithNumber[N ~int | ~int64](name string, n N) Parameter { return With(name, value.OfNumber(n)) }

// Fill replaces the names in braces in text, such as {account}, by the values of the parameters. A value that ends a
// sentence by itself, as the reason of another program may, needs no full stop behind it.
func Fill(text string, parameters []Parameter) string {
	if len(parameters) == 0 {
		return text
	}
	pairs := make([]string, 0, 2*len(parameters))
	for _, p := range parameters {
		name, text := "{"+p.Name+"}", format(p.Value)
		if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") {
			pairs = append(pairs, name+".", text)
		}
		pairs = append(pairs, name, text)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// format returns a value as it appears in a message. Values of enums keep the names that programs use.
func format(v value.Value) string {
	if v.Kind == value.Enum || v.Kind == value.EnumList {
		return strings.Join(v.Names(), ", ")
	}
	return v.String()
}
