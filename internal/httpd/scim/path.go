package scim

import (
	"strings"

	filter "github.com/scim2/filter-parser/v2"
)

// maxComplexPaths limits the total bytes of the paths in one PATCH that plainPath cannot parse. The general parser
// takes microseconds for each.
const maxComplexPaths = 8192

// paths parses the paths of one PATCH.
type paths struct{ complexBytes int }

// read parses a path. It returns tooMany if the limit of complex paths is exceeded; known is false if text is not a
// path.
func (p *paths) read(text string) (path filter.Path, known bool, err error) {
	if path, plain := plainPath(text); plain {
		return path, true, nil
	}
	if p.complexBytes += len(text); p.complexBytes > maxComplexPaths {
		return filter.Path{}, false,
			tooMany(
				"The paths of a PATCH have at most 8,192 bytes, those as in emails[type eq \"work\"].value aside. " +
					"Send several.")
	}
	text = capitalEscapes(text)
	if path, err = filter.ParsePathNumber([]byte(text)); err != nil {
		path, err = parsePathApart(text)
	}
	return path, err == nil, nil
}

// plainPath is a fast parser for the paths that directories usually send: name, name.part, name[part eq "text"] and
// name[part eq "text"].part. It reports whether the path has one of these forms; if so, the result equals that of the
// general parser.
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
	if !found || !closed || !ended || !plainName(head) || !plainName(part) ||
		strings.ContainsFunc(value, needsParser) {
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

// needsParser reports whether a character in quotes requires the general parser.
func needsParser(r rune) bool { return r < ' ' || r > '~' || r == '\\' }

func plainName(name string) bool {
	for i := range len(name) {
		c := name[i] | 0x20
		if letter := 'a' <= c && c <= 'z'; !letter && (i == 0 || name[i] < '0' || name[i] > '9') {
			return false
		}
	}
	return name != ""
}
