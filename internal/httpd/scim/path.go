package scim

import (
	"strings"

	filter "github.com/scim2/filter-parser/v2"
)

// maxOddPaths bounds the bytes of all paths of one PATCH that are not plain ones. The parser takes microseconds for each.
const maxOddPaths = 8192

// paths reads the paths of one PATCH.
type paths struct{ odd int }

// read returns what a path says. It returns tooMany for more odd paths than one PATCH may have; known is false for what is no path.
func (p *paths) read(text string) (path filter.Path, known bool, err error) {
	if path, plain := plainPath(text); plain {
		return path, true, nil
	}
	if p.odd += len(text); p.odd > maxOddPaths {
		return filter.Path{}, false, tooMany("The paths of a PATCH have at most 8,192 bytes, those as in emails[type eq \"work\"].value aside. Send several.")
	}
	path, err = filter.ParsePathNumber([]byte(text))
	return path, err == nil, nil
}

// plainPath reads the paths that directories send, in one go: name, name.part, name[part eq "text"] and name[part eq "text"].part.
// It tells whether a path is one of these, and says of it what the parser would.
func plainPath(text string) (path filter.Path, plain bool) {
	head, tail, filtered := strings.Cut(text, "[")
	if !filtered {
		name, part, parted := strings.Cut(text, ".")
		path.AttributePath.AttributeName = name
		if parted {
			path.AttributePath.SubAttribute = &part
		}
		return path, plainName(name) && (!parted || plainName(part))
	}
	part, tail, found := strings.Cut(tail, " eq \"")
	value, tail, closed := strings.Cut(tail, "\"")
	tail, ended := strings.CutPrefix(tail, "]")
	if !found || !closed || !ended || !plainName(head) || !plainName(part) || strings.ContainsFunc(value, odd) {
		return filter.Path{}, false
	}
	if sub, parted := strings.CutPrefix(tail, "."); parted && plainName(sub) {
		path.SubAttribute = &sub
	} else if tail != "" {
		return filter.Path{}, false
	}
	path.AttributePath.AttributeName = head
	path.ValueExpression = &filter.AttributeExpression{
		AttributePath: filter.AttributePath{AttributeName: part}, Operator: filter.EQ, CompareValue: value,
	}
	return path, true
}

// odd tells whether a character of a quoted text is left to the parser.
func odd(r rune) bool { return r < ' ' || r > '~' || r == '\\' }

func plainName(name string) bool {
	for i := range len(name) {
		c := name[i] | 0x20
		if letter := 'a' <= c && c <= 'z'; !letter && (i == 0 || name[i] < '0' || name[i] > '9') {
			return false
		}
	}
	return name != ""
}
