package oracle

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// Result is the response to a document. Data is nil if the request was refused before execution.
type Result struct {
	Data   json.RawMessage `json:"data"`
	Errors []Error         `json:"errors"`
}

// Error is one error of a result. In a result of the reference, the code comes from the Answer function or is one of
// the constants below.
type Error struct {
	// Path holds response names and, for elements of lists, numbers.
	Path    []any
	Code    string
	Message string
}

// UnmarshalJSON reads an error in the form of the server, with the code in the extensions, or in that of the
// reference.
func (e *Error) UnmarshalJSON(text []byte) error {
	var wire struct {
		Path       []any  `json:"path"`
		Code       string `json:"code"`
		Message    string `json:"message"`
		Extensions struct {
			Code string `json:"code"`
		} `json:"extensions"`
	}
	if err := json.Unmarshal(text, &wire); err != nil {
		return err
	}
	*e = Error{Path: wire.Path, Code: wire.Code, Message: wire.Message}
	if wire.Extensions.Code != "" {
		e.Code = wire.Extensions.Code
	}
	return nil
}

func (e Error) String() string {
	return fmt.Sprintf("%s at %s (%s)", e.Code, formatPath(e.Path), e.Message)
}

// ReadResult parses the body of a response.
func ReadResult(body []byte) (*Result, error) {
	r := &Result{}
	return r, json.Unmarshal(body, r)
}

// The codes of errors that the reference itself finds.
const (
	// CodeRequest: the document is invalid, or a variable does not fit.
	CodeRequest = "REQUEST"
	// CodeNull: a non-null field has the value null.
	CodeNull = "NULL"
	// CodeArgument: a non-null argument is null because of a variable.
	CodeArgument = "ARGUMENT"
	// CodeValue: a value does not fit the type of its field.
	CodeValue = "VALUE"
)

// DefaultCodes returns, for each code of the reference, the codes of the server that mean the same.
func DefaultCodes() map[string][]string {
	return map[string][]string{
		CodeRequest:  {"BAD_INPUT", "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED"},
		CodeNull:     {"INTERNAL"},
		CodeArgument: {"BAD_INPUT"},
		CodeValue:    {"INTERNAL"},
	}
}

// Comparison compares results of documents of one schema.
type Comparison struct {
	// Codes lists, for a code of the reference, the codes of the server that mean the same, in addition to the same
	// code.
	Codes  map[string][]string
	schema *ast.Schema
}

// NewComparison returns a comparison for a schema in SDL.
func NewComparison(schema string) (*Comparison, error) {
	parsed, err := gqlparser.LoadSchema(&ast.Source{Name: "schema", Input: schema})
	if err != nil {
		return nil, err
	}
	return &Comparison{Codes: DefaultCodes(), schema: parsed}, nil
}

// maxDifferences is the maximum number of differences that are printed for one document.
const maxDifferences = 10

// Compare returns a description of the differences, with the document, or "" if there are none. Data must be equal,
// including the order of keys. Errors must be equal as sets of path and code, with one exception: if an error of a
// non-null field made a parent null, the server and the reference need not report the same other errors below that
// parent.
func (c *Comparison) Compare(d Document, server, reference *Result) string {
	found := c.differences(d, server, reference)
	if len(found) == 0 {
		return ""
	}
	if len(found) > maxDifferences {
		more := len(found) - maxDifferences
		found = append(found[:maxDifferences], fmt.Sprintf("and %d more differences", more))
	}
	return strings.Join(found, "\n") + "\n" + d.String()
}

func (c *Comparison) differences(d Document, server, reference *Result) []string {
	refused := len(server.Data) == 0 || bytes.Equal(server.Data, []byte("null")) && refusedWhole(server.Errors)
	switch {
	case len(reference.Data) == 0 && !refused:
		return []string{fmt.Sprintf("the reference refuses the request, %v; the server answers", reference.Errors)}
	case len(reference.Data) == 0:
		for _, e := range server.Errors {
			if !c.sameCode(e.Code, CodeRequest) {
				return []string{fmt.Sprintf("the reference refuses the request, %v; the server has %v",
					reference.Errors, e)}
			}
		}
		return nil
	case len(server.Data) == 0:
		return []string{fmt.Sprintf("the server refuses the request, %v; the reference answers it", server.Errors)}
	}
	got, err := decode(server.Data)
	if err != nil {
		return []string{fmt.Sprintf("data of the server: %v", err)}
	}
	want, err := decode(reference.Data)
	if err != nil {
		return []string{fmt.Sprintf("data of the reference: %v", err)}
	}
	found := compareValues(nil, "data", got, want)
	return append(found, c.compareErrors(d, server.Errors, reference.Errors)...)
}

// refusedWhole tells whether all errors concern the whole request, and none a path of the response.
func refusedWhole(errors []Error) bool {
	return len(errors) > 0 && !slices.ContainsFunc(errors, func(e Error) bool { return len(e.Path) > 0 })
}

// object is a JSON object that keeps the order of its keys and duplicate keys.
type object struct {
	keys   []string
	values []any
}

// decode parses a JSON value. Numbers stay text.
func decode(text []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	value, err := decodeValue(decoder)
	if err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, fmt.Errorf("more follows after the value: %v", err)
	}
	return value, nil
}

func decodeValue(decoder *json.Decoder) (any, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		o := object{}
		for decoder.More() {
			key, err := decoder.Token()
			if err != nil {
				return nil, err
			}
			value, err := decodeValue(decoder)
			if err != nil {
				return nil, err
			}
			o.keys, o.values = append(o.keys, key.(string)), append(o.values, value)
		}
		_, err := decoder.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for decoder.More() {
			value, err := decodeValue(decoder)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err := decoder.Token()
		return list, err
	}
	return token, nil
}

func compareValues(found []string, at string, got, want any) []string {
	switch want := want.(type) {
	case object:
		got, ok := got.(object)
		if !ok {
			break
		}
		if !slices.Equal(got.keys, want.keys) {
			return append(found, fmt.Sprintf("%s: the server has the keys %v, the reference %v",
				at, got.keys, want.keys))
		}
		for i, key := range want.keys {
			found = compareValues(found, at+"."+key, got.values[i], want.values[i])
		}
		return found
	case []any:
		got, ok := got.([]any)
		if !ok {
			break
		}
		if len(got) != len(want) {
			return append(found, fmt.Sprintf("%s: the server has %d elements, %s, the reference %d, %s",
				at, len(got), abbreviate(got), len(want), abbreviate(want)))
		}
		for i := range want {
			found = compareValues(found, fmt.Sprintf("%s[%d]", at, i), got[i], want[i])
		}
		return found
	case json.Number:
		if got, ok := got.(json.Number); ok && sameNumber(got, want) {
			return found
		}
	default:
		if _, compound := got.(object); compound {
			break
		}
		if _, compound := got.([]any); !compound && got == want {
			return found
		}
	}
	return append(found, fmt.Sprintf("%s: the server has %s, the reference %s", at, abbreviate(got), abbreviate(want)))
}

// sameNumber compares numbers by value, because the reference writes 1.0 as 1.
func sameNumber(a, b json.Number) bool {
	if a == b {
		return true
	}
	x, err := a.Float64()
	y, err2 := b.Float64()
	return err == nil && err2 == nil && x == y && strings.ContainsAny(string(a)+string(b), ".eE")
}

// abbreviate returns a value as text of at most about 200 bytes.
func abbreviate(value any) string {
	var b strings.Builder
	write(&b, value)
	if b.Len() > 200 {
		return strings.ToValidUTF8(b.String()[:200], "") + "…"
	}
	return b.String()
}

func write(b *strings.Builder, value any) {
	switch v := value.(type) {
	case object:
		b.WriteByte('{')
		for i, key := range v.keys {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(strconv.Quote(key) + ":")
			write(b, v.values[i])
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for i, element := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			write(b, element)
		}
		b.WriteByte(']')
	case string:
		b.WriteString(strconv.Quote(v))
	case nil:
		b.WriteString("null")
	default:
		fmt.Fprint(b, v)
	}
}

// failure is an error with the path that it made null.
type failure struct {
	Error
	void []any
}

func (c *Comparison) compareErrors(d Document, server, reference []Error) (found []string) {
	document, err := parser.ParseQuery(&ast.Source{Input: d.Text})
	if err != nil {
		return []string{fmt.Sprintf("the document cannot be parsed: %v", err)}
	}
	p := paths{schema: c.schema, document: document}
	if d.OperationName != nil {
		p.operation = document.Operations.ForName(*d.OperationName)
	} else if len(document.Operations) == 1 {
		p.operation = document.Operations[0]
	}
	locate := func(whose string, errors []Error) []failure {
		located := make([]failure, len(errors))
		for i, e := range errors {
			void, err := p.nulledPath(e.Path)
			if err != nil {
				found = append(found, fmt.Sprintf("errors: %s has %v: %v", whose, e, err))
			}
			located[i] = failure{e, void}
		}
		return located
	}
	got, want := locate("the server", server), locate("the reference", reference)
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g failure) bool { return c.same(g, w) }) && !dispensable(w, got) {
			found = append(found, fmt.Sprintf("errors: the server lacks %v; it has %v", w.Error, server))
		}
	}
	for _, g := range got {
		if !slices.ContainsFunc(want, func(w failure) bool { return c.same(g, w) }) && !dispensable(g, want) {
			found = append(found, fmt.Sprintf("errors: the server alone has %v; the reference has %v",
				g.Error, reference))
		}
	}
	return found
}

func (c *Comparison) same(server, reference failure) bool {
	return c.sameCode(server.Code, reference.Code) && formatPath(server.Path) == formatPath(reference.Path)
}

func (c *Comparison) sameCode(server, reference string) bool {
	return server == reference || slices.Contains(c.Codes[reference], server)
}

// dispensable tells whether one side need not report an error: its path is below a path that another error of that
// side made null.
func dispensable(e failure, others []failure) bool {
	return slices.ContainsFunc(others, func(o failure) bool {
		return len(o.Path) > len(o.void) && len(e.Path) > len(o.void) &&
			formatPath(e.Path[:len(o.void)]) == formatPath(o.void)
	})
}

// formatPath formats a path, for example lineItems.nodes[0].status.
func formatPath(path []any) string {
	var b strings.Builder
	for _, element := range path {
		if name, ok := element.(string); ok {
			b.WriteString("." + name)
		} else {
			fmt.Fprintf(&b, "[%v]", element)
		}
	}
	if b.Len() == 0 {
		return "the root"
	}
	return strings.TrimPrefix(b.String(), ".")
}

// paths finds the types along a path of the response.
type paths struct {
	schema    *ast.Schema
	document  *ast.QueryDocument
	operation *ast.OperationDefinition
}

// selected is a selection set with the type of its objects.
type selected struct {
	on  string
	set ast.SelectionSet
}

// nulledPath returns the path that becomes null because of an error at a path: its longest nullable prefix.
func (p paths) nulledPath(path []any) ([]any, error) {
	if len(path) == 0 {
		return nil, nil
	}
	if p.operation == nil {
		return nil, fmt.Errorf("there is no operation")
	}
	sets := []selected{{p.schema.Query.Name, p.operation.SelectionSet}}
	var at *ast.Type
	void := 0
	for i, element := range path {
		if name, ok := element.(string); ok {
			at, sets = p.step(sets, name)
		} else if at != nil {
			at = at.Elem
		}
		if at == nil {
			return nil, fmt.Errorf("the document has no place %s", formatPath(path[:i+1]))
		}
		if !at.NonNull {
			void = i + 1
		}
	}
	return path[:void], nil
}

// step returns the type of the field with a response name, and the selection sets below it. All fields with one
// response name have the same nullability, so the first one found is enough.
func (p paths) step(sets []selected, response string) (*ast.Type, []selected) {
	var (
		found *ast.Type
		below []selected
		look  func(s selected)
	)
	look = func(s selected) {
		for _, selection := range s.set {
			switch f := selection.(type) {
			case *ast.Field:
				if f.Alias != response {
					continue
				}
				if t := p.fieldType(s.on, f.Name); t != nil {
					found, below = t, append(below, selected{t.Name(), f.SelectionSet})
				}
			case *ast.InlineFragment:
				on := f.TypeCondition
				if on == "" {
					on = s.on
				}
				look(selected{on, f.SelectionSet})
			case *ast.FragmentSpread:
				if fragment := p.document.Fragments.ForName(f.Name); fragment != nil {
					look(selected{fragment.TypeCondition, fragment.SelectionSet})
				}
			}
		}
	}
	for _, s := range sets {
		look(s)
	}
	return found, below
}

func (p paths) fieldType(on, name string) *ast.Type {
	if name == "__typename" {
		return ast.NonNullNamedType("String", nil)
	}
	definition := p.schema.Types[on]
	if definition == nil {
		return nil
	}
	if field := definition.Fields.ForName(name); field != nil {
		return field.Type
	}
	return nil
}
