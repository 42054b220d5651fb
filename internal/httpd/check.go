package httpd

import (
	"errors"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// CheckDocument returns why a document can never run, or nil if it can. It applies the checks of an operation that is
// sent, except those that depend on the viewer, on data, or on the values of variables: the limits count the smallest
// pages that variables can ask for.
func CheckDocument(text string) error {
	// A widget token never is of the producer.
	return checkDocument(text, &viewer.Viewer{Widget: &viewer.Widget{}})
}

// CheckPageDocument returns why a document of the pages of this server can never run, as CheckDocument does for those
// of widgets. Operators of the producer use these pages too.
func CheckPageDocument(text string) error {
	return checkDocument(text, (&viewer.Viewer{Producer: vocabulary.ProducerRoleOperator,
		Scopes: vocabulary.EveryKeyScope}).Settle())
}

func checkDocument(text string, who *viewer.Viewer) error {
	parsed, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, maxTokens)
	if err != nil {
		return reasonOf(err)
	}
	if err := sizeOf(parsed); err != nil {
		return reasonOf(err)
	}
	document, list := gqlparser.LoadQueryWithRules(graph.ContractSchema(), text, validationRules())
	if len(list) > 0 {
		return reasonOf(list[0])
	}
	for _, operation := range document.Operations {
		size := operationSize{leastRows: true}
		if err := size.operation(operation); err != nil {
			return reasonOf(err)
		}
		// without variables there is nothing that a variable could make wrong
		if err := (arguments{}).check(&graphql.OperationContext{Operation: operation}); err != nil {
			return reasonOf(err)
		}
		if err := graph.CheckArguments(operation, who); err != nil {
			return err
		}
	}
	return nil
}

// reason is an error whose text is only its message, without a code and a place.
type reason string

func (r reason) Error() string { return string(r) }

func reasonOf(err error) error {
	var (
		carrier *gqlerror.Error
		refused *fault.Error
	)
	switch {
	case errors.As(err, &refused) && refused.Field != "" && refused.Field != "query":
		return reason(refused.Field + ": " + refused.Message)
	case errors.As(err, &refused):
		return reason(refused.Message)
	case errors.As(err, &carrier):
		return reason(carrier.Message)
	}
	return err
}
