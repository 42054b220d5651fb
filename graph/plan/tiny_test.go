package plan_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

// schema parses the GraphQL schema of a test.
func schema(t testing.TB, text string) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "tiny.graphqls", Input: text})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asGiven decodes the arguments of tiny schemas. It implements plan.Decode.
func asGiven(_ context.Context, _, _ string, raw map[string]any) (map[string]any, error) {
	out := map[string]any{"first": (*int)(nil), "last": (*int)(nil), "after": (*string)(nil), "before": (*string)(nil)}
	for name, v := range raw {
		switch v := v.(type) {
		case int64:
			n := int(v)
			out[name] = &n
		case string:
			out[name] = &v
		default:
			out[name] = v
		}
	}
	return out, nil
}

// tiny is an executable schema that uses only plan.Executor.
type tiny struct {
	text     *ast.Schema
	executor *plan.Executor
}

func (c *tiny) Schema() *ast.Schema { return c.text }

func (c *tiny) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	return 0, false
}

func (c *tiny) Exec(ctx context.Context) graphql.ResponseHandler { return c.executor.Exec(ctx) }

// snapshot implements plan.Options.Snapshot in a test.
type snapshot func(ctx context.Context, most int, read func(*page.View) error) error

// noDatabase is the snapshot for schemas without database rows.
func noDatabase(_ context.Context, _ int, read func(*page.View) error) error { return read(nil) }

func newTiny(t testing.TB, text *ast.Schema, read snapshot, objects ...*plan.Object) *tiny {
	t.Helper()
	table, err := plan.NewTableOfAnyNulls(text, asGiven, objects...)
	if err != nil {
		t.Fatal(err)
	}
	return &tiny{text, plan.NewExecutor(plan.Options{Table: table, Snapshot: read,
		Today: func() day.Day { return 0 }})}
}

// internal is the error code that the recover function gives to a panic.
const internal fault.Code = "INTERNAL"

// ask executes a document.
func (c *tiny) ask(ctx context.Context, t testing.TB, document string, variables map[string]any) *graphql.Response {
	t.Helper()
	return c.askBy(ctx, t, executor.New(c), document, variables)
}

// askBy executes a document with an executor, which may cache parsed documents.
func (c *tiny) askBy(ctx context.Context, t testing.TB, e *executor.Executor, document string,
	variables map[string]any) *graphql.Response {
	t.Helper()
	e.SetRecoverFunc(func(_ context.Context, failure any) error {
		return fault.New(internal, "", fmt.Sprint(failure), "Report it.")
	})
	ctx = viewer.With(graphql.StartOperationTrace(ctx), viewer.System())
	op, errs := e.CreateOperationContext(ctx, &graphql.RawParams{Query: document, Variables: variables})
	if len(errs) > 0 {
		t.Fatalf("%s: %v, want none", document, errs)
	}
	next, ctx := e.DispatchOperation(ctx, op)
	response := next(ctx)
	if response != nil && next(ctx) != nil {
		t.Error("a second response")
	}
	return response
}

// codes lists the errors of a response as "path CODE", in order. For an error without a code it uses the message.
func codes(list gqlerror.List) []string {
	var out []string
	for _, e := range list {
		var f *fault.Error
		code := e.Message
		if errors.As(e, &f) {
			code = string(f.Code)
		}
		out = append(out, e.Path.String()+" "+code)
	}
	return out
}
