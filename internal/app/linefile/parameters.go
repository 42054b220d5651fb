package linefile

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
)

// Format is a format of the file.
type Format string

// The formats.
const (
	CSV  Format = "csv"
	XLSX Format = "xlsx"
)

// Request says what a file has: an account, a day, and the filter and the order of the contract.
type Request struct {
	Format   Format
	Language Language

	account, on string
	list        map[string]any // the variables of listDocument
}

// Name returns the name of the file.
func (r Request) Name() string {
	return "line-items-" + r.account + "-" + r.on + "." + string(r.Format)
}

// ContentType returns the media type of the file.
func (r Request) ContentType() string {
	if r.Format == XLSX {
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return "text/csv; charset=utf-8"
}

// asksAboutDay are the filters that depend on the day. The contract refuses a day without one of them.
var asksAboutDay = []string{"status", "covered", "hasFree", "hasExcess"}

// Parse reads the parameters of an address. Beside account, on, format, language, orderBy and direction, they are the
// fields of the contract's LineItemFilterInput; a field of a field is written with a dot, such as endsBetween.from, and
// a list by repeating the parameter. Their values are judged by the contract, when the file is written. today is the
// day if the address names none.
func Parse(address url.Values, contract *ast.Schema, account gid.ID, today day.Day) (Request, error) {
	r := Request{Format: CSV, Language: English, account: account.String(), on: today.String()}
	filter := map[string]any{"account": r.account}
	r.list = map[string]any{"filter": filter}
	for _, name := range slices.Sorted(maps.Keys(address)) {
		given := address[name]
		var err error
		switch name {
		case "account": // read by the caller
			err = once(name, given)
		case "on":
			r.on, err = given[0], once(name, given)
			var read day.Day
			if err == nil && read.UnmarshalGQL(r.on) != nil {
				err = fault.New(fault.BadInput, name, "This is not a day.", "Write it as 2026-03-31.")
			}
		case "format":
			r.Format, err = oneOf(name, given, CSV, XLSX)
		case "language":
			r.Language, err = oneOf(name, given, English, German)
		case "orderBy", "direction":
			r.list[name], err = given[0], once(name, given)
		default:
			err = set(filter, contract, contract.Types["LineItemFilterInput"], name, strings.Split(name, "."), given)
		}
		if err != nil {
			return Request{}, err
		}
	}
	if slices.ContainsFunc(asksAboutDay, func(name string) bool { return filter[name] != nil }) {
		filter["on"] = r.on
	}
	return r, nil
}

func once(name string, given []string) error {
	if len(given) > 1 {
		return fault.New(fault.BadInput, name, "This parameter was given twice.", "Give it once.")
	}
	return nil
}

func oneOf[T ~string](name string, given []string, choices ...T) (T, error) {
	if err := once(name, given); err != nil {
		return "", err
	}
	if choice := T(given[0]); slices.Contains(choices, choice) {
		return choice, nil
	}
	texts := make([]string, len(choices))
	for i, choice := range choices {
		texts[i] = string(choice)
	}
	return "", fault.New(fault.BadInput, name, "This value is not known.", "Give one of these: {choices}.",
		fault.WithText("choices", strings.Join(texts, ", ")))
}

// set puts the values of a parameter into an input object of the contract, at a path.
func set(into map[string]any, contract *ast.Schema, input *ast.Definition, name string, path, given []string) error {
	field := input.Fields.ForName(path[0])
	if field == nil {
		return unknown(name)
	}
	inner := contract.Types[field.Type.Name()]
	switch {
	case inner.Kind == ast.InputObject && len(path) > 1:
		below, _ := into[path[0]].(map[string]any)
		if below == nil {
			below = map[string]any{}
			into[path[0]] = below
		}
		return set(below, contract, inner, name, path[1:], given)
	case inner.Kind == ast.InputObject || len(path) > 1:
		return unknown(name)
	case field.Type.Elem != nil:
		list := make([]any, len(given))
		for i, text := range given {
			list[i] = valueOf(inner, text)
		}
		into[path[0]] = list
		return nil
	}
	into[path[0]] = valueOf(inner, given[0])
	return once(name, given)
}

// valueOf returns the text as the contract takes it in JSON.
func valueOf(of *ast.Definition, text string) any {
	if of.Name == "Boolean" && (text == "true" || text == "false") {
		return text == "true"
	}
	return text
}

func unknown(name string) error {
	return fault.New(fault.BadInput, name, "The export has no parameter of this name.",
		"Leave it out, or correct its name. The filters are the fields of LineItemFilterInput in the contract.")
}

// parameterOf returns the parameter for a place in the variables or arguments of a document, such as
// variables.filter.status.0.
func parameterOf(place string) string {
	place = strings.TrimPrefix(place, "variables.")
	place = strings.TrimPrefix(place, "filter.")
	parts := strings.Split(place, ".")
	last := parts[len(parts)-1]
	if len(parts) > 1 && strings.Trim(last, "0123456789") == "" {
		parts = parts[:len(parts)-1] // the position in a list
	}
	if len(parts) == 1 && parts[0] == "id" {
		return "account" // of accountDocument
	}
	return strings.Join(parts, ".")
}
