package httpd

import (
	"context"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
)

// Limits of one operation. The introspection query of GraphiQL, the largest legitimate query, needs about a third of
// the fields and three quarters of the depth.
const (
	// maxBody is in bytes.
	maxBody = 256 << 10
	// maxTokens limits the tokens of the document.
	maxTokens = 2000
	// maxFields limits the fields after fragments are expanded at each use, and also the fields that are written in
	// the document.
	maxFields = 500
	// maxRepeats is how often one selection may contain the same response name, because validation compares each pair
	// of them.
	maxRepeats = 10
	// maxDepth counts nested fields; edges and node are two of them.
	maxDepth = 20
	// maxRoots limits the root fields of the operation.
	maxRoots = 20
	// maxAliases limits the fields with an alias.
	maxAliases = 30
	// maxDirectives limits directives, counted after fragments are expanded.
	maxDirectives = 30
	// maxRows is how many rows all pages and sums of an operation could hold together.
	maxRows = 500_000
	// aggregateRows is how many rows sums over an account are counted as: they have no pages, and read every line
	// item.
	aggregateRows = 1000
	// judgedRows is how many rows the sums of a day that the client names are counted as. Only sums of today are
	// stored; those of another day are added up from every line item, its periods and its ledger.
	judgedRows = 20_000
	// forecastRows is how many rows a forecast is counted as. It reads only the line items that end, and what is
	// ordered.
	forecastRows = 300
	// forecastMonths is the largest number of months of a forecast; each has a page of its own.
	forecastMonths = 36
)

// aggregates are the types of the contract that hold sums over the line items of an account.
var aggregates = map[string]bool{"Position": true, "Renewal": true}

// limits refuses operations that ask for too much, before anything runs. It stops at the first limit it meets, so that
// fragments that double with every level cost no more than an honest query.
type limits struct {
	// validated reports whether a document has been validated before.
	validated func(ctx context.Context, text string) bool
}

var (
	_ graphql.OperationParameterMutator = limits{}
	_ graphql.OperationContextMutator   = limits{}
)

func (limits) ExtensionName() string { return "Limits" }

func (limits) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters checks a new document before validation, because the cost of validation grows with the
// square of repeated fields. A document that cannot be parsed passes; the executor reports the error.
func (l limits) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	if l.validated(ctx, params.Query) {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: params.Query}, maxTokens)
	if err != nil || document == nil {
		return nil
	}
	if err := sizeOf(document); err != nil {
		return gqlerror.Wrap(err)
	}
	return nil
}

// sizeOf refuses a document in which too much is written.
func sizeOf(document *ast.QueryDocument) error {
	w := documentSize{}
	for _, operation := range document.Operations {
		if err := w.selection(operation.SelectionSet, 1); err != nil {
			return err
		}
	}
	for _, fragment := range document.Fragments {
		if err := w.selection(fragment.SelectionSet, 1); err != nil {
			return err
		}
	}
	return nil
}

// documentSize counts what is written in a document.
type documentSize struct{ fields, directives int }

// selection adds the selections at a depth, which is the depth of their fields.
func (w *documentSize) selection(selections ast.SelectionSet, depth int) error {
	repeats := map[string]int{}
	for _, selection := range selections {
		var (
			directives ast.DirectiveList
			inner      ast.SelectionSet
			below      = depth
		)
		switch s := selection.(type) {
		case *ast.Field:
			if below++; depth > maxDepth {
				return tooLarge("The document nests fields more than {max} levels deep.", maxDepth, depth)
			}
			if w.fields++; w.fields > maxFields {
				return tooLarge("The document asks for more than {max} fields.", maxFields, w.fields)
			}
			if repeats[s.Alias]++; repeats[s.Alias] > maxRepeats {
				return tooLarge("The document names one field more than {max} times in one place.", maxRepeats,
					repeats[s.Alias])
			}
			directives, inner = s.Directives, s.SelectionSet
		case *ast.InlineFragment:
			directives, inner = s.Directives, s.SelectionSet
		case *ast.FragmentSpread:
			if repeats[s.Name]++; repeats[s.Name] > maxRepeats {
				return tooLarge("The document names one fragment more than {max} times in one place.", maxRepeats,
					repeats[s.Name])
			}
			directives = s.Directives
		}
		if w.directives += len(directives); w.directives > maxDirectives {
			return tooLarge("The document has more than {max} directives.", maxDirectives, w.directives)
		}
		if err := w.selection(inner, below); err != nil {
			return err
		}
	}
	return nil
}

// MutateOperationContext checks the operation with its fragments expanded and its variables coerced.
func (limits) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := operationSize{variables: op.Variables}
	if err := m.operation(op.Operation); err != nil {
		return gqlerror.Wrap(err)
	}
	return nil
}

// operationSize counts what an operation selects with its fragments expanded.
type operationSize struct {
	variables map[string]any
	// leastRows counts a page whose size is a variable as the smallest one, because the variables are not known yet.
	leastRows                             bool
	fields, spreads, aliases, roots, rows int
	directives                            int
}

func (m *operationSize) operation(operation *ast.OperationDefinition) error {
	if err := m.directive(operation.Directives); err != nil {
		return err
	}
	return m.walk(operation.SelectionSet, 1, 1)
}

func (m *operationSize) walk(selections ast.SelectionSet, depth, parents int) error {
	for _, selection := range selections {
		var err error
		switch s := selection.(type) {
		case *ast.Field:
			err = m.field(s, depth, parents)
		case *ast.InlineFragment:
			if err = m.fragment(s.Directives); err == nil {
				err = m.walk(s.SelectionSet, depth, parents)
			}
		case *ast.FragmentSpread:
			if err = m.fragment(s.Directives); err == nil && s.Definition != nil {
				err = m.walk(s.Definition.SelectionSet, depth, parents)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (m *operationSize) field(f *ast.Field, depth, parents int) error {
	if depth > maxDepth {
		return tooLarge("The document nests fields more than {max} levels deep.", maxDepth, depth)
	}
	if m.fields++; m.fields > maxFields {
		return tooLarge("The document asks for more than {max} fields.", maxFields, m.fields)
	}
	if depth == 1 {
		if m.roots++; m.roots > maxRoots {
			return tooLarge("The document has more than {max} root fields.", maxRoots, m.roots)
		}
	}
	if f.Alias != f.Name && f.Name != "__typename" {
		if m.aliases++; m.aliases > maxAliases {
			return tooLarge("The document has more than {max} aliases.", maxAliases, m.aliases)
		}
	}
	if err := m.directive(f.Directives); err != nil {
		return err
	}
	if rows := m.rowsOf(f); rows > 0 {
		if m.rows += parents * rows; m.rows > maxRows {
			return fault.New(QueryTooCostly, "query",
				"The pages and sums of this operation could hold more than {max} rows.",
				"Ask for smaller pages (first, last) on the inner lists, or in several requests. Counting stopped "+
					"at {given} rows.",
				fault.WithNumber("max", maxRows), fault.WithNumber("given", m.rows))
		}
		if f.Definition.Type.Name() == "RenewalForecast" {
			rows = forecastMonths // only its months have fields below them that read rows
		}
		parents *= rows
	}
	return m.walk(f.SelectionSet, depth+1, parents)
}

// fragment counts spreads against the same limit as fields, since a fragment may contain only other fragments.
func (m *operationSize) fragment(directives ast.DirectiveList) error {
	if m.spreads++; m.spreads > maxFields {
		return tooLarge("The document spreads more than {max} fragments.", maxFields, m.spreads)
	}
	return m.directive(directives)
}

func (m *operationSize) directive(list ast.DirectiveList) error {
	if m.directives += len(list); m.directives > maxDirectives {
		return tooLarge("The document has more than {max} directives.", maxDirectives, m.directives)
	}
	return nil
}

// rowsOf returns how many rows a field counts as for each object that holds it. It is 0 for a field that is not a
// list.
func (m *operationSize) rowsOf(f *ast.Field) int {
	switch {
	case f.Definition == nil:
		return 0
	case aggregates[f.Definition.Type.Name()] && m.given(f.Arguments.ForName("on")):
		return judgedRows
	case f.Definition.Type.Name() == "RenewalForecast":
		return forecastRows
	case aggregates[f.Definition.Type.Name()]:
		return aggregateRows
	case strings.HasSuffix(f.Definition.Type.Name(), "Connection"), f.Definition.Type.Name() == "ForecastLinePage":
		return m.pageSize(f.Arguments)
	}
	return 0
}

// given reports whether an argument has a value other than null.
func (m *operationSize) given(argument *ast.Argument) bool {
	if argument == nil || argument.Value == nil {
		return false
	}
	if argument.Value.Kind == ast.Variable {
		return m.variables[argument.Value.Raw] != nil
	}
	return argument.Value.Kind != ast.NullValue
}

// pageSize returns the most rows of a page. A size out of range counts as the nearest allowed size, because the list
// itself refuses it with a better message.
func (m *operationSize) pageSize(arguments ast.ArgumentList) int {
	for _, name := range [...]string{"first", "last"} {
		argument := arguments.ForName(name)
		if argument == nil || argument.Value == nil {
			continue
		}
		if m.leastRows && argument.Value.Kind == ast.Variable {
			return 1
		}
		if n, ok := m.number(argument.Value); ok {
			return min(max(n, 1), page.Max)
		}
	}
	return page.Default
}

func (m *operationSize) number(value *ast.Value) (int, bool) {
	if value.Kind != ast.Variable {
		n, err := strconv.Atoi(value.Raw)
		return n, err == nil
	}
	n, ok := m.variables[value.Raw].(int64)
	return int(n), ok
}

// tooLarge refuses a document. given is what was counted when counting stopped.
func tooLarge(message string, limit, given int) *fault.Error {
	return fault.New(QueryTooLarge, "query", message,
		"Split the request into several. Counting stopped at {given}.",
		fault.WithNumber("max", limit), fault.WithNumber("given", given))
}
