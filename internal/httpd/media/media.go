// Package media parses media types in the headers of requests. Every endpoint uses it, so that all accept the same
// spellings.
package media

import (
	"mime"
	"strings"
)

// Type is a media type with its parameters.
type Type struct {
	// Name is in lower case, such as application/json.
	Name string
	// Parameters are by their names in lower case.
	Parameters map[string]string
}

// Parse parses a media type, as in Content-Type. It returns false if text is not a media type.
func Parse(text string) (Type, bool) {
	name, parameters, err := mime.ParseMediaType(text)
	return Type{name, parameters}, err == nil
}

// List parses the media types of an Accept header. Those that cannot be read are left out.
func List(lines []string) []Type {
	var list []Type
	for _, line := range lines {
		for line != "" {
			end := len(line)
			quoted := false
			for i := 0; i < len(line); i++ {
				switch line[i] {
				case '"':
					quoted = !quoted
				case '\\':
					if quoted {
						i++
					}
				case ',':
					if !quoted {
						end = i
					}
				}
				if end < len(line) {
					break
				}
			}
			if parsed, ok := Parse(line[:end]); ok {
				list = append(list, parsed)
			}
			line = line[min(end+1, len(line)):]
		}
	}
	return list
}

// UTF8 reports whether a body of the type is in UTF-8, as far as the type says: its charset is utf-8, also written
// utf8, or missing.
func (t Type) UTF8() bool {
	charset := t.Parameters["charset"]
	return charset == "" || strings.EqualFold(charset, "utf-8") || strings.EqualFold(charset, "utf8")
}
