package httpd

import (
	"bytes"
	"encoding/json"
)

// members splits a JSON object into its members without reading their values. ok is false for anything but one object and
// nothing after it; twice says that a name stands in it more than once, since readers differ in which of the two they take.
func members(body []byte) (parts map[string]json.RawMessage, twice, ok bool) {
	if !json.Valid(body) {
		return nil, false, false
	}
	// What is left is to find the ends: the text is known to be well-formed.
	rest := bytes.TrimLeft(body, space)
	if rest[0] != '{' {
		return nil, false, false
	}
	parts = make(map[string]json.RawMessage, 4)
	for rest = bytes.TrimLeft(rest[1:], space); rest[0] != '}'; {
		end := valueEnd(rest)
		name, err := nameOf(rest[:end])
		if err != nil {
			return nil, false, false
		}
		rest = bytes.TrimLeft(bytes.TrimLeft(rest[end:], space)[1:], space) // past the colon
		end = valueEnd(rest)
		if _, known := parts[name]; known {
			return nil, true, true
		}
		parts[name] = rest[:end:end]
		if rest = bytes.TrimLeft(rest[end:], space); rest[0] == ',' {
			rest = bytes.TrimLeft(rest[1:], space)
		}
	}
	return parts, false, true
}

// space are the characters that JSON lets stand between any two words.
const space = " \t\r\n"

func nameOf(quoted []byte) (name string, err error) {
	if bytes.IndexByte(quoted, '\\') < 0 {
		return string(quoted[1 : len(quoted)-1]), nil
	}
	err = json.Unmarshal(quoted, &name)
	return name, err
}

// valueEnd returns how long the value is with which a well-formed text begins.
func valueEnd(text []byte) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			for i++; text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			if depth == 0 {
				return i + 1
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth < 0 {
				return i // a number or a word, and then the end of what it stands in
			}
			if depth == 0 {
				return i + 1
			}
		case ',', ':', ' ', '\t', '\r', '\n':
			if depth == 0 {
				return i
			}
		}
	}
	return len(text)
}
