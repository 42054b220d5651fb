package scim

import (
	"errors"
	"strconv"
	"strings"

	filter "github.com/scim2/filter-parser/v2"
)

// The library reads less within brackets than RFC 7644, section 3.4.2.2, allows: no not beside and or or, as in
// emails[type eq "work" and not (value pr)]. What is in brackets is therefore parsed as a filter of its own.

var errValuePath = errors.New("this is not a path with a filter")

// standIn is the name of an attribute that stands for a value path while the rest of a filter is parsed.
const standIn = "valuePathNumber"

// parseApart parses a filter whose value paths the library cannot read.
func parseApart(text string) (filter.Expression, error) {
	if strings.Contains(text, standIn) {
		return nil, errValuePath
	}
	var (
		outer strings.Builder
		found []*filter.ValuePath
	)
	for {
		open := indexUnquoted(text, "[", 0)
		if open < 0 {
			break
		}
		start := strings.LastIndexAny(text[:open], " (") + 1
		path, rest, err := cutValuePath(text[start:], open-start)
		if err != nil {
			return nil, err
		}
		outer.WriteString(text[:start] + standIn + strconv.Itoa(len(found)) + " pr")
		found, text = append(found, path), rest
	}
	if len(found) == 0 {
		return nil, errValuePath
	}
	parsed, err := filter.ParseFilterNumber([]byte(outer.String() + text))
	if err != nil {
		return nil, err
	}
	return putBack(parsed, found), nil
}

// cutValuePath parses the value path at the beginning of text, whose bracket opens at the given index.
func cutValuePath(text string, open int) (*filter.ValuePath, string, error) {
	end := indexUnquoted(text, "]", open)
	if end < 0 {
		return nil, "", errValuePath
	}
	attribute, err := filter.ParseAttrPath([]byte(text[:open]))
	if err != nil {
		return nil, "", err
	}
	inner, err := filter.ParseFilterNumber([]byte(text[open+1 : end]))
	if err != nil {
		return nil, "", err
	}
	return &filter.ValuePath{AttributePath: attribute, ValueFilter: inner}, text[end+1:], nil
}

// putBack replaces the attributes that stand for value paths.
func putBack(e filter.Expression, paths []*filter.ValuePath) filter.Expression {
	switch e := e.(type) {
	case *filter.LogicalExpression:
		e.Left, e.Right = putBack(e.Left, paths), putBack(e.Right, paths)
	case *filter.NotExpression:
		e.Expression = putBack(e.Expression, paths)
	case *filter.AttributeExpression:
		if number, stands := strings.CutPrefix(e.AttributePath.AttributeName, standIn); stands {
			if n, err := strconv.Atoi(number); err == nil && n < len(paths) {
				return paths[n]
			}
		}
	}
	return e
}

// parsePathApart parses a path of a PATCH with a filter that the library cannot read.
func parsePathApart(text string) (filter.Path, error) {
	open := indexUnquoted(text, "[", 0)
	if open < 0 {
		return filter.Path{}, errValuePath
	}
	found, rest, err := cutValuePath(text, open)
	if err != nil {
		return filter.Path{}, err
	}
	path := filter.Path{AttributePath: found.AttributePath, ValueExpression: found.ValueFilter}
	if rest != "" {
		part, parted := strings.CutPrefix(rest, ".")
		if !parted || !plainName(part) {
			return filter.Path{}, errValuePath
		}
		path.SubAttribute = &part
	}
	return path, nil
}
