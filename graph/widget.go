package graph

import (
	"errors"
	"fmt"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/viewer"
)

func (s *contract) widgetSubject() subject {
	hash := plan.Plain(func(_ *plan.Call, r plan.Row) any {
		hash, _ := r.Value().(*payload).more.(string)
		return orNull(hash)
	})
	return subject{
		objects: []*plan.Object{
			{Name: "WidgetDocument", Table: table("widget_documents")},
			payloadObject("RegisterWidgetDocumentPayload", plan.Fields{"hash": hash}),
			payloadObject("RemoveWidgetDocumentPayload", plan.Fields{"hash": hash}),
		},
		queries: plan.Fields{"widgetDocuments": plan.Short(plan.List{Order: access.DocumentsByName,
			Allow: requireOperator})},
		mutations: plan.Fields{
			"registerWidgetDocument": plan.Action(s.registerWidgetDocument),
			"removeWidgetDocument":   plan.Action(s.removeWidgetDocument),
		},
	}
}

func (s *contract) registerWidgetDocument(c *plan.Call) (any, error) {
	in := plan.Arg[model.RegisterWidgetDocumentInput](c, "input")
	outcome, hash, err := s.access.RegisterDocument(c.Context,
		request("registerWidgetDocument", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Name, in.Text)
	return toPayload(outcome, err, hash)
}

func (s *contract) removeWidgetDocument(c *plan.Call) (any, error) {
	in := plan.Arg[model.RemoveWidgetDocumentInput](c, "input")
	outcome, hash, err := s.access.RemoveDocument(c.Context,
		request("removeWidgetDocument", in, in.IdempotencyKey, in.DryRun, in.Reason), in.Hash)
	return toPayload(outcome, err, hashUnless(err, hash))
}

func hashUnless(err error, hash string) string {
	if change.Refusals(err) != nil {
		return ""
	}
	return hash
}

// contractTable is the table of the contract without services. It can only check documents.
var contractTable = sync.OnceValues(func() (*plan.Table, error) {
	return newTable(ContractSchema(), &contract{})
})

// ContractSchema returns the schema of the contract.
var ContractSchema = sync.OnceValue(func() *ast.Schema {
	return withoutDefer(generated.NewExecutableSchema(generated.Config{}).Schema())
})

// CheckArguments returns why a viewer cannot run an operation, which fits the contract, whatever the values of its
// variables are; see plan.Table.CheckArguments. It returns nil if the viewer can.
func CheckArguments(op *ast.OperationDefinition, who *viewer.Viewer) error {
	table, err := contractTable()
	if err != nil {
		return err
	}
	err = table.CheckArguments(op, who)
	var argument *plan.ArgumentError
	if !errors.As(err, &argument) {
		return err
	}
	if refused := ValueFault("", err); refused != nil {
		return fmt.Errorf("%s: %s", argument.Field, refused.Message)
	}
	var refused *fault.Error
	if errors.As(err, &refused) {
		return fmt.Errorf("%s: %s", argument.Field, refused.Message)
	}
	return fmt.Errorf("%s: an argument cannot be read", argument.Field)
}
