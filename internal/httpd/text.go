package httpd

import (
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/legible"
)

// unfit finds the first character in the texts of a value that no text may hold.
func unfit(value any) (rune, bool) {
	switch v := value.(type) {
	case string:
		return legible.Unfit(v)
	case []any:
		for _, inner := range v {
			if c, ok := unfit(inner); ok {
				return c, true
			}
		}
	case map[string]any:
		for _, inner := range v {
			if c, ok := unfit(inner); ok {
				return c, true
			}
		}
	}
	return 0, false
}

// refuseEscape refuses a text with an escape that is half a character. Decoders would put U+FFFD in its place.
func refuseEscape(field, half string) *fault.Error {
	return fault.New(fault.BadInput, field, "A text holds {character}, which is half a character.",
		"Write the whole character itself, in UTF-8.", fault.WithText("character", half))
}
