package oracle_test

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/oracle"
)

// plain is the server of these tests. It executes a document one field after another, depth first, and stops at the
// first error that makes an object null.
type plain struct {
	schema   *ast.Schema
	document *ast.QueryDocument
	answer   oracle.Answer
	// mistake is one of the mistakes below, or "".
	mistake   string
	variables map[string]any
	errors    []wireError
	// byAlias holds the values that the first mistake reuses.
	byAlias map[string]json.RawMessage
}

// Mistakes that an executor could make.
const (
	remembersByAlias      = "a relation is remembered by its alias alone"
	remembersByName       = "a relation is remembered by its name, whatever the arguments"
	readsFirstSelection   = "of a field that is selected twice only the first selection is read"
	ordersByLast          = "a field that is selected twice stands where it was selected last"
	ignoresSkip           = "skip is ignored"
	ignoresInclude        = "include is ignored"
	ignoresSecond         = "of two directives only the first is read"
	ignoresInterfaces     = "a fragment on an interface is not applied"
	appliesAll            = "every fragment is applied to every type that has the field"
	ignoresDefault        = "the default of an argument is left out"
	ignoresInputDefault   = "the default of a field of an input is left out"
	ignoresVariable       = "the default of a variable is left out"
	takesNullForAbsent    = "a variable that is null counts as absent"
	takesAbsentForNull    = "a variable that is absent counts as null"
	keepsSingle           = "one value is not made a list of one"
	leavesNull            = "null stands where the type does not allow it"
	voidsAll              = "an error voids the whole answer"
	losesErrors           = "an error is not reported"
	reportsNoIndex        = "the path of an error has no index"
	reportsNames          = "the path of an error has the names of the schema"
	reportsOneCode        = "every error has the same code"
	losesLastRow          = "the last row of a page is lost"
	answersTypeOfFragment = "__typename is the type of the fragment"
)

var mistakes = []string{remembersByAlias, remembersByName, readsFirstSelection, ordersByLast, ignoresSkip,
	ignoresInclude, ignoresSecond, ignoresInterfaces, appliesAll, ignoresDefault, ignoresInputDefault, ignoresVariable,
	takesNullForAbsent,
	takesAbsentForNull, keepsSingle, leavesNull, voidsAll, losesErrors, reportsNoIndex, reportsNames, reportsOneCode,
	losesLastRow, answersTypeOfFragment}

type wireError struct {
	Path       []any             `json:"path,omitempty"`
	Message    string            `json:"message"`
	Extensions map[string]string `json:"extensions"`
}

// execute returns the body of the response to a valid document.
func (p *plain) execute(d oracle.Document) ([]byte, error) {
	operation := p.document.Operations[0]
	if d.OperationName != nil {
		operation = p.document.Operations.ForName(*d.OperationName)
	}
	if err := p.coerceVariables(operation, d.Variables); err != nil {
		return refusal("BAD_INPUT", err)
	}
	p.byAlias = map[string]json.RawMessage{}
	data, ok := p.object(operation.SelectionSet, p.schema.Query, json.RawMessage("null"), nil)
	if !ok {
		data = []byte("null")
	}
	return json.Marshal(map[string]any{"data": json.RawMessage(data), "errors": p.errors})
}

func refusal(code string, err error) ([]byte, error) {
	errors := []wireError{{Message: err.Error(), Extensions: map[string]string{"code": code}}}
	return json.Marshal(map[string]any{"errors": errors})
}

// group is the fields of one response name.
type group struct {
	name   string
	fields []*ast.Field
}

func (p *plain) collect(groups []group, set ast.SelectionSet, on *ast.Definition) []group {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			if p.skipped(s.Directives) {
				continue
			}
			i := slices.IndexFunc(groups, func(g group) bool { return g.name == s.Alias })
			if i < 0 {
				i, groups = len(groups), append(groups, group{name: s.Alias})
			}
			if p.mistake == ordersByLast && len(groups[i].fields) > 0 {
				again := groups[i]
				groups = append(slices.Delete(groups, i, i+1), again)
				i = len(groups) - 1
			}
			groups[i].fields = append(groups[i].fields, s)
		case *ast.InlineFragment:
			if !p.skipped(s.Directives) && p.applies(s.TypeCondition, on) {
				groups = p.collect(groups, s.SelectionSet, on)
			}
		case *ast.FragmentSpread:
			if !p.skipped(s.Directives) && p.applies(s.Definition.TypeCondition, on) {
				groups = p.collect(groups, s.Definition.SelectionSet, on)
			}
		}
	}
	return groups
}

func (p *plain) applies(condition string, on *ast.Definition) bool {
	if p.mistake == ignoresInterfaces && condition != on.Name {
		return condition == ""
	}
	if p.mistake == appliesAll {
		return true
	}
	return condition == "" || condition == on.Name ||
		slices.Contains(p.schema.GetPossibleTypes(p.schema.Types[condition]), on)
}

func (p *plain) skipped(directives ast.DirectiveList) bool {
	for i, d := range directives {
		if d.Name == "skip" && p.mistake == ignoresSkip || d.Name == "include" && p.mistake == ignoresInclude ||
			i > 0 && p.mistake == ignoresSecond {
			continue
		}
		args, _ := p.coerced(d.Definition.Arguments, d.Arguments)
		if args["if"] == (d.Name == "skip") {
			return true
		}
	}
	return false
}

func (p *plain) fail(path []any, code, message string) {
	switch p.mistake {
	case losesErrors:
		if len(p.errors) > 0 {
			return
		}
	case reportsNoIndex:
		path = slices.DeleteFunc(slices.Clone(path),
			func(element any) bool { _, index := element.(int); return index })
	case reportsOneCode:
		code = "INTERNAL"
	}
	p.errors = append(p.errors, wireError{slices.Clone(path), message, map[string]string{"code": code}})
}

func (p *plain) object(set ast.SelectionSet, on *ast.Definition, ref json.RawMessage, path []any) ([]byte, bool) {
	return p.groups(p.collect(nil, set, on), on, ref, path)
}

func (p *plain) groups(groups []group, on *ast.Definition, ref json.RawMessage, path []any) ([]byte, bool) {
	out := []byte{'{'}
	for i, g := range groups {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(strconv.AppendQuote(out, g.name), ':')
		name := g.name
		if p.mistake == reportsNames {
			name = g.fields[0].Name
		}
		value, ok := p.field(g, on, ref, append(path, name))
		if !ok {
			return nil, false
		}
		out = append(out, value...)
	}
	return append(out, '}'), true
}

func (p *plain) field(g group, on *ast.Definition, ref json.RawMessage, path []any) ([]byte, bool) {
	f := g.fields[0]
	if p.mistake == appliesAll && f.Name != "__typename" && on.Fields.ForName(f.Name) == nil {
		return []byte("null"), true
	}
	if f.Name == "__typename" && p.mistake == answersTypeOfFragment {
		return strconv.AppendQuote(nil, f.ObjectDefinition.Name), true
	}
	if f.Name == "__typename" {
		return strconv.AppendQuote(nil, on.Name), true
	}
	t := f.Definition.Type
	arguments, err := p.coerced(f.Definition.Arguments, f.Arguments)
	if err != nil {
		p.fail(path, "BAD_INPUT", err.Error())
		return []byte("null"), p.passes(t)
	}
	args, err := json.Marshal(arguments)
	if err != nil {
		panic(err)
	}
	if known, ok := p.byAlias[p.remembered(f, on, ref)]; ok {
		return p.complete(g, t, known, path)
	}
	answered, err := p.answer(oracle.Question{Parent: ref, Type: on.Name, Name: f.Name, Args: args})
	if err != nil {
		fault := err.(*oracle.Fault)
		p.fail(path, fault.Code, fault.Message)
		return []byte("null"), p.passes(t)
	}
	text, err := json.Marshal(answered)
	if err != nil {
		panic(err)
	}
	if key := p.remembered(f, on, ref); key != "" {
		p.byAlias[key] = text
	}
	return p.complete(g, t, text, path)
}

// remembered returns the key under which a mistake caches the value of a field with arguments, or "".
func (p *plain) remembered(f *ast.Field, on *ast.Definition, ref json.RawMessage) string {
	switch {
	case len(f.Definition.Arguments) == 0 || on == p.schema.Query:
		return ""
	case p.mistake == remembersByAlias:
		return f.Definition.Type.Name() + f.Alias
	case p.mistake == remembersByName:
		return string(ref) + f.Name
	}
	return ""
}

func (p *plain) complete(g group, t *ast.Type, value json.RawMessage, path []any) ([]byte, bool) {
	if string(value) == "null" {
		if t.NonNull {
			p.fail(path, "INTERNAL", "must not be null")
		}
		return value, !t.NonNull || p.passes(t)
	}
	out, ok := p.completeSome(g, t, value, path)
	if !ok {
		return []byte("null"), p.passes(t)
	}
	return out, true
}

// passes tells whether a type allows null.
func (p *plain) passes(t *ast.Type) bool {
	switch p.mistake {
	case leavesNull:
		return true
	case voidsAll:
		return false
	}
	return !t.NonNull
}

func (p *plain) completeSome(g group, t *ast.Type, value json.RawMessage, path []any) ([]byte, bool) {
	if t.Elem != nil {
		var elements []json.RawMessage
		if err := json.Unmarshal(value, &elements); err != nil {
			panic(err)
		}
		if p.mistake == losesLastRow && len(elements) > 2 {
			elements = elements[:len(elements)-1]
		}
		out := []byte{'['}
		for i, element := range elements {
			if i > 0 {
				out = append(out, ',')
			}
			text, ok := p.complete(g, t.Elem, element, append(path, i))
			if !ok {
				return nil, false
			}
			out = append(out, text...)
		}
		return append(out, ']'), true
	}
	definition := p.schema.Types[t.Name()]
	if definition.Kind == ast.Scalar || definition.Kind == ast.Enum {
		return value, true
	}
	var object struct {
		Ref   string
		Error *struct{ Code, Message string }
	}
	if err := json.Unmarshal(value, &object); err != nil {
		panic(err)
	}
	if object.Error != nil {
		p.fail(path, object.Error.Code, object.Error.Message)
		return nil, false
	}
	var r row
	if err := json.Unmarshal([]byte(object.Ref), &r); err != nil {
		panic(err)
	}
	var groups []group
	for i, f := range g.fields {
		if i > 0 && p.mistake == readsFirstSelection {
			break
		}
		groups = p.collect(groups, f.SelectionSet, p.schema.Types[r.Type])
	}
	return p.groups(groups, p.schema.Types[r.Type], json.RawMessage(object.Ref), path)
}
