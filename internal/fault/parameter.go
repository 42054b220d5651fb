package fault

import (
	"strings"

	"github.com/muniment/muniment/internal/value"
)

// Parameter is a value that a message names, so that a page can say the message in another language.
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

// Fill puts parameters into the places of a text that name them in braces, such as {account}.
func Fill(text string, parameters []Parameter) string {
	if len(parameters) == 0 {
		return text
	}
	pairs := make([]string, 0, 2*len(parameters))
	for _, p := range parameters {
		pairs = append(pairs, "{"+p.Name+"}", said(p.Value))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// said is how a message says a value: as people read it, but values of enums as programs write them.
func said(v value.Value) string {
	if v.Kind == value.Enum || v.Kind == value.EnumList {
		return strings.Join(v.Names(), ", ")
	}
	return v.String()
}
