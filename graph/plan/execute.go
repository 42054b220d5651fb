package plan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

// Options are what an executor stands on.
type Options struct {
	Table *Table
	// Introspect answers __schema and __type.
	Introspect graphql.ExecutableSchema
	// Snapshot calls read with the database as the viewer of the context sees it, as it was at one moment. most is how many
	// statements read runs at most; 0 is not known.
	Snapshot func(ctx context.Context, most int, read func(*page.View) error) error
	// Today is the day for questions that name none.
	Today func() day.Day
	// Log gets what each place took, at debug level; nil logs nothing.
	Log *slog.Logger
}

// Executor answers operations. It is safe for concurrent use.
type Executor struct {
	Options
	plans *lru.Cache[planKey, *Plan]
}

// planKey names a plan: the operation, as parsed, and the values of the variables of @skip and @include. The plan keeps the
// operation, so that no other one can come to its address while the key is known.
type planKey struct {
	operation *ast.OperationDefinition
	switches  string
}

const (
	keptPlans = 1000
	// longestKept is how long the text of an operation may be whose plan is kept, in bytes.
	longestKept = 16 << 10
	// mostKeptStates is how many fields a plan may have that is kept, each counted for every type of which its object can be: a
	// short document can have a plan of megabytes.
	mostKeptStates = 4000
)

// NewExecutor makes an executor.
func NewExecutor(o Options) *Executor {
	plans, err := lru.New[planKey, *Plan](keptPlans)
	if err != nil {
		panic(err) // the size is positive
	}
	return &Executor{o, plans}
}

// Exec answers the operation of a context, as graphql.ExecutableSchema does.
func (e *Executor) Exec(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	if op.Operation.Operation == ast.Subscription {
		return graphql.OneShot(graphql.ErrorResponse(ctx, "unsupported GraphQL operation"))
	}
	done := false
	return func(ctx context.Context) *graphql.Response {
		if done {
			return nil
		}
		done = true
		return e.answer(ctx, op)
	}
}

// buffers are used again: an answer is copied out once it is whole.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 16<<10); return &b }}

// largestBuffer is what is kept for the next answer, in bytes.
const largestBuffer = 1 << 20

func (e *Executor) answer(ctx context.Context, op *graphql.OperationContext) *graphql.Response {
	p := e.plan(op)
	room := buffers.Get().(*[]byte)
	w := &writer{b: (*room)[:0]}
	w.meta = func(f *field) ([]byte, error) { return e.introspect(ctx, op, f) }
	defer func() {
		if cap(w.b) <= largestBuffer {
			*room = w.b[:0]
			buffers.Put(room)
		}
	}()
	root := &level{place: p.root, n: 1, values: []any{nil}}
	w.run = e.run(ctx, op, p)
	var err error
	if op.Operation.Operation == ast.Mutation {
		w.act = func(f *field) bool { return e.act(w, p, f) }
	} else {
		err = e.Snapshot(ctx, p.most(), func(view *page.View) error {
			w.run.call.View = view
			return w.run.read(p.root, root)
		})
		w.run.call.View = nil // nothing reads while the answer is written
	}
	switch {
	case ended(err):
		return nil
	case err != nil:
		w.fail(nil, err)
		return &graphql.Response{Data: []byte("null")}
	}
	if !w.object(p.root, root, 0) {
		w.b = append(w.b, "null"...)
	}
	if w.act == nil && (w.full || len(w.b) > mostBytes) { // act looks at each payload
		w.fail(nil, errTooLarge)
		return &graphql.Response{Data: []byte("null")}
	}
	return &graphql.Response{Data: bytes.Clone(w.b)}
}

func (e *Executor) run(ctx context.Context, op *graphql.OperationContext, p *Plan) *run {
	r := &run{table: e.Table, variables: op.Variables, states: make([]state, p.states),
		call: Call{Context: ctx, Viewer: viewer.From(ctx), Today: e.Today()}}
	if e.Log != nil && e.Log.Enabled(ctx, slog.LevelDebug) {
		r.log = e.Log
	}
	return r
}

// Successor is a payload of a mutation that changes who the viewer is, or what they may see.
type Successor interface {
	// Successor returns the viewer as they are after the change, for whom the payload is read; nil is the one who asked. An error
	// fails the payload: nobody knows for whom it would be read.
	Successor() (*viewer.Viewer, error)
}

// act carries out one mutation, and writes its payload. The payload is read after the commit, in a snapshot of its own.
func (e *Executor) act(w *writer, p *Plan, f *field) bool {
	r := w.run
	r.objects, w.written = 0, 0 // each payload has limits of its own
	asked := r.call
	defer func() { r.call = asked }() // the next mutation is asked by who asked
	st := &r.states[f.state]
	root := &level{place: p.root, n: 1, values: []any{nil}}
	var payload any
	if st.args, st.err = r.arguments(p.root, f); st.err == nil {
		call := r.call
		call.Args = st.args
		st.err = r.guard(func() (err error) { payload, err = f.feed.value(&call, Row{root, 0}); return err })
		if st.err == nil {
			st.level = &level{place: f.values, values: []any{payload}, n: 1}
			st.err = e.unread(r.call.Context, payload, e.readPayload(p, f, r, payload))
		}
	}
	if st.err != nil {
		w.fail(f, st.err)
		return true
	}
	begin := len(w.b)
	null := !w.object(f.values, st.level, 0)
	if w.full || len(w.b) > mostBytes {
		w.b, w.full = w.b[:begin], false
		w.fail(f, e.unread(r.call.Context, payload, errTooLarge))
		return true
	}
	return null
}

// unread is the error for a payload that cannot be answered. It says what became of the change: one that is made must not look
// refused, nor a refused one made.
func (e *Executor) unread(ctx context.Context, payload any, err error) error {
	ending := Made
	if p, ok := payload.(Change); ok {
		ending = p.Ending()
	}
	said := unreadable[ending]
	switch {
	case ctx.Err() != nil || ended(err):
		return said.late
	case errors.Is(err, errTooLarge):
		return said.large
	case err != nil:
		if e.Log != nil {
			e.Log.ErrorContext(ctx, "the result of a mutation cannot be read", "ending", said.unavailable.Message, "error", err)
		}
		return said.unavailable
	}
	return nil
}

// readPayload reads what a payload names. From then on the run is that of the viewer as they are after the change: what is
// computed while the payload is written depends on the viewer too.
func (e *Executor) readPayload(p *Plan, f *field, r *run, payload any) error {
	if s, is := payload.(Successor); is {
		v, err := s.Successor()
		if err != nil {
			return fmt.Errorf("read the viewer anew: %w", err)
		}
		if v != nil {
			r.call.Context, r.call.Viewer = viewer.With(r.call.Context, v), v
		}
	}
	return e.Snapshot(r.call.Context, p.most(), func(view *page.View) error {
		r.call.View = view
		return r.read(f.values, r.states[f.state].level)
	})
}

// plan returns the plan of an operation.
func (e *Executor) plan(op *graphql.OperationContext) *Plan {
	key := planKey{op.Operation, switched(op)}
	if p, known := e.plans.Get(key); known {
		return p
	}
	p := e.Table.compile(op.Operation, op.Variables)
	if len(op.RawQuery) <= longestKept && p.states <= mostKeptStates {
		e.plans.Add(key, p)
	}
	return p
}

// switched writes the values on which @skip and @include depend.
func switched(op *graphql.OperationContext) string {
	names := switches(op.Operation)
	if len(names) == 0 {
		return ""
	}
	var b strings.Builder
	for _, name := range names {
		truth, _ := op.Variables[name].(bool)
		fmt.Fprintf(&b, "%s=%t ", name, truth)
	}
	return b.String()
}

// introspect lets the generated executor answer one field that asks for the contract.
func (e *Executor) introspect(ctx context.Context, op *graphql.OperationContext, f *field) ([]byte, error) {
	if op.DisableIntrospection {
		return nil, fault.New(fault.BadInput, "", "Introspection is switched off here.", "Read it in the documentation.")
	}
	operation := &ast.OperationDefinition{Operation: ast.Query, Position: op.Operation.Position}
	for _, node := range f.nodes {
		if err := nullBelow(ast.SelectionSet{node}, op.Variables); err != nil {
			return nil, err
		}
		operation.SelectionSet = append(operation.SelectionSet, node)
	}
	ctx = graphql.WithOperationContext(ctx, &graphql.OperationContext{RawQuery: op.RawQuery, Variables: op.Variables, Doc: op.Doc,
		Operation: operation, RecoverFunc: op.RecoverFunc, ResolverMiddleware: op.ResolverMiddleware,
		RootResolverMiddleware: op.RootResolverMiddleware, Headers: op.Headers, Stats: op.Stats})
	response := e.Introspect.Exec(ctx)(ctx)
	if response == nil {
		return nil, context.Cause(ctx)
	}
	data := bytes.TrimPrefix(response.Data, slices.Concat([]byte{'{'}, f.label))
	return bytes.TrimSuffix(data, []byte{'}'}), nil
}
