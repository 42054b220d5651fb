package oracle_test

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/oracle"
)

// plain is the server of these tests: it executes a document one field after the other, depth first, and gives an
// object up at the first error that makes it null.
type plain struct {
	schema    *ast.Schema
	answer    oracle.Answer
	variables map[string]any
	errors    []wireError
}

type wireError struct {
	Path       []any             `json:"path,omitempty"`
	Message    string            `json:"message"`
	Extensions map[string]string `json:"extensions"`
}

// execute returns the body of the response.
func (p *plain) execute(d oracle.Document) ([]byte, error) {
	document, errs := gqlparser.LoadQuery(p.schema, d.Text)
	if errs != nil {
		return refusal("GRAPHQL_VALIDATION_FAILED", errs)
	}
	operation := document.Operations[0]
	if d.OperationName != nil {
		operation = document.Operations.ForName(*d.OperationName)
	}
	if err := p.coerceVariables(operation, d.Variables); err != nil {
		return refusal("BAD_INPUT", err)
	}
	data, ok := p.object(operation.SelectionSet, p.schema.Query, json.RawMessage("null"), nil)
	if !ok {
		data = []byte("null")
	}
	return json.Marshal(map[string]any{"data": json.RawMessage(data), "errors": p.errors})
}

func refusal(code string, err error) ([]byte, error) {
	return json.Marshal(map[string]any{"errors": []wireError{{Message: err.Error(), Extensions: map[string]string{"code": code}}}})
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
	return condition == "" || condition == on.Name || slices.Contains(p.schema.GetPossibleTypes(p.schema.Types[condition]), on)
}

func (p *plain) skipped(directives ast.DirectiveList) bool {
	for _, d := range directives {
		args, err := p.coerced(d.Definition.Arguments, d.Arguments)
		if err != nil {
			panic(err)
		}
		if args["if"] == (d.Name == "skip") {
			return true
		}
	}
	return false
}

func (p *plain) fail(path []any, code, message string) {
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
		value, ok := p.field(g, on, ref, append(path, g.name))
		if !ok {
			return nil, false
		}
		out = append(out, value...)
	}
	return append(out, '}'), true
}

func (p *plain) field(g group, on *ast.Definition, ref json.RawMessage, path []any) ([]byte, bool) {
	f := g.fields[0]
	if f.Name == "__typename" {
		return strconv.AppendQuote(nil, on.Name), true
	}
	t := f.Definition.Type
	arguments, err := p.coerced(f.Definition.Arguments, f.Arguments)
	if err != nil {
		p.fail(path, "BAD_INPUT", err.Error())
		return []byte("null"), !t.NonNull
	}
	args, err := json.Marshal(arguments)
	if err != nil {
		panic(err)
	}
	answered, err := p.answer(oracle.Question{Parent: ref, Type: on.Name, Name: f.Name, Args: args})
	if err != nil {
		fault := err.(*oracle.Fault)
		p.fail(path, fault.Code, fault.Message)
		return []byte("null"), !t.NonNull
	}
	text, err := json.Marshal(answered)
	if err != nil {
		panic(err)
	}
	return p.complete(g, t, text, path)
}

func (p *plain) complete(g group, t *ast.Type, value json.RawMessage, path []any) ([]byte, bool) {
	if string(value) == "null" {
		if t.NonNull {
			p.fail(path, "INTERNAL", "must not be null")
		}
		return value, !t.NonNull
	}
	out, ok := p.completeSome(g, t, value, path)
	if !ok {
		return []byte("null"), !t.NonNull
	}
	return out, true
}

func (p *plain) completeSome(g group, t *ast.Type, value json.RawMessage, path []any) ([]byte, bool) {
	if t.Elem != nil {
		var elements []json.RawMessage
		if err := json.Unmarshal(value, &elements); err != nil {
			panic(err)
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
	for _, f := range g.fields {
		groups = p.collect(groups, f.SelectionSet, p.schema.Types[r.Type])
	}
	return p.groups(groups, p.schema.Types[r.Type], json.RawMessage(object.Ref), path)
}
