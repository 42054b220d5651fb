package httpd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
)

// Contract executes documents of the program itself, for downloads, as /graphql executes those of clients: with the
// same checks, in the scope of the viewer of the context, and with the same errors.
type Contract struct {
	schema   *graph.Schema
	executor *executor.Executor
	present  presenter
}

// NewContract returns what executes documents of the program.
func NewContract(schema *graph.Schema, log *slog.Logger) *Contract {
	c := &Contract{schema, executor.New(schema), presenter{log}}
	c.executor.SetDefaultRulesFn(validationRules)
	equip(c.executor, c.present)
	return c
}

// Schema returns the contract.
func (c *Contract) Schema() *ast.Schema { return c.schema.Schema() }

// Reading calls read with a context in which all documents see the same state of the database; see
// graph.Schema.Reading.
func (c *Contract) Reading(ctx context.Context, read func(context.Context) error) error {
	return c.schema.Reading(ctx, read)
}

// Ask executes a document and decodes its data. If the answer has errors, it returns the first of them.
func (c *Contract) Ask(ctx context.Context, document string, variables map[string]any, into any) error {
	ctx = graphql.StartOperationTrace(ctx)
	op, list := c.prepare(ctx, document, variables)
	if len(list) > 0 {
		return c.first(ctx, list)
	}
	responses, ctx := c.executor.DispatchOperation(ctx, op)
	response := responses(ctx)
	switch {
	case response == nil && ctx.Err() != nil:
		return ctx.Err()
	case response == nil:
		return errors.New("the document has no answer")
	case len(response.Errors) > 0:
		return c.first(ctx, response.Errors)
	}
	if err := json.Unmarshal(response.Data, into); err != nil {
		return fmt.Errorf("decode an answer: %w", err)
	}
	return nil
}

// Keys returns the ids of the whole list that a document selects; see plan.Executor.Keys.
func (c *Contract) Keys(ctx context.Context, document string, variables map[string]any, most int) ([]gid.ID, error) {
	ctx = graphql.StartOperationTrace(ctx)
	op, list := c.prepare(ctx, document, variables)
	if len(list) > 0 {
		return nil, c.first(ctx, list)
	}
	ids, err := c.schema.Keys(graphql.WithOperationContext(ctx, op), op, most)
	if err != nil {
		return nil, c.refusal(ctx, err)
	}
	return ids, nil
}

func (c *Contract) prepare(ctx context.Context, document string,
	variables map[string]any) (*graphql.OperationContext, gqlerror.List) {
	now := graphql.Now()
	return prepare(ctx, c.executor, c.Schema(), &graphql.RawParams{Query: document, Variables: variables,
		ReadTime: graphql.TraceTiming{Start: now, End: now}})
}

func (c *Contract) first(ctx context.Context, list gqlerror.List) error {
	return c.refusal(ctx, list[0])
}

// refusal returns the fault in an error, with its place. An argument that cannot be read has its place in the path of
// the error. Any other error stays what it is.
func (c *Contract) refusal(ctx context.Context, err error) error {
	var (
		reason  *fault.Error
		carrier *gqlerror.Error
	)
	switch {
	case errors.As(err, &reason):
		return reason
	case errors.As(err, &carrier) && len(carrier.Path) > 0:
		return c.present.fault(ctx, err, dotted(carrier.Path))
	}
	return err
}
