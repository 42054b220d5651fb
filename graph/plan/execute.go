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
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

// Options configures an Executor.
type Options struct {
	Table *Table
	// Introspect executes __schema and __type.
	Introspect graphql.ExecutableSchema
	// Snapshot calls read with a consistent snapshot of the database, limited to the scope of the viewer of ctx. read
	// runs at most maxStatements statements; 0 means unknown.
	Snapshot func(ctx context.Context, maxStatements int, read func(*page.View) error) error
	// Renew returns the viewer of ctx as they are now, before every mutation of a document but the first; nil if their
	// credential is no longer valid. Nil renews nobody.
	Renew func(ctx context.Context) (*viewer.Viewer, error)
	// Today returns the default for arguments that name a day.
	Today func() day.Day
	// Refused returns the payload of a mutation with an argument that cannot be read, at the path field. It returns nil
	// for an error of the mutation's field.
	Refused func(field string, err error) any
	// Log receives a line for each fetch, at debug level; nil logs nothing.
	Log *slog.Logger
}

// Executor executes operations. It is safe for concurrent use.
type Executor struct {
	Options
	plans *lru.Cache[planKey, *Plan]
}

// planKey identifies a plan by the parsed operation and the values of the variables of @skip and @include. The plan
// keeps a reference to the operation, so no other operation can get the same address while the key is in the cache.
type planKey struct {
	operation *ast.OperationDefinition
	switches  string
}

const (
	maxKeptPlans = 1000
	// maxKeptLength is the maximum length, in bytes, of a document whose plan is cached.
	maxKeptLength = 16 << 10
	// maxKeptStates is the maximum number of fields of a plan that is cached. A field counts once for every possible
	// type of its object, because a short document can have a plan of several megabytes.
	maxKeptStates = 4000
)

// NewExecutor returns an executor.
func NewExecutor(o Options) *Executor {
	plans, err := lru.New[planKey, *Plan](maxKeptPlans)
	if err != nil {
		panic(err) // the size is positive
	}
	return &Executor{o, plans}
}

// Exec executes the operation of the context. It has the signature of graphql.ExecutableSchema.Exec.
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

// buffers pools output buffers. A finished response is copied out of its buffer.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 16<<10); return &b }}

// largestBuffer is the maximum capacity, in bytes, of a buffer that is returned to the pool.
const largestBuffer = 1 << 20

func (e *Executor) answer(ctx context.Context, op *graphql.OperationContext) *graphql.Response {
	p := e.plan(op)
	buffer := buffers.Get().(*[]byte)
	w := &writer{b: (*buffer)[:0]}
	w.introspect = func(f *field) ([]byte, error) { return e.introspect(ctx, op, f) }
	defer func() {
		if cap(w.b) <= largestBuffer {
			*buffer = w.b[:0]
			buffers.Put(buffer)
		}
	}()
	root := &rowSet{selection: p.root, n: 1, values: []any{nil}}
	w.run = e.run(ctx, op, p)
	var err error
	if op.Operation.Operation == ast.Mutation {
		later := false
		w.act = func(f *field) bool {
			renew := later
			later = true
			return e.act(w, p, f, renew)
		}
	} else {
		err = e.Snapshot(ctx, p.maxStatements(), func(view *page.View) error {
			w.run.call.View = view
			return w.run.read(p.root, root)
		})
		w.run.call.View = nil // the snapshot has ended: writing the response must not read
	}
	switch {
	case timedOut(err):
		return nil
	case err != nil:
		w.fail(nil, err)
		return &graphql.Response{Data: []byte("null")}
	}
	if !w.object(p.root, root, 0) {
		w.b = append(w.b, "null"...)
	}
	if w.act == nil && (w.stopped || len(w.b) > maxBytes) { // for mutations, act checks each payload
		w.fail(nil, errTooLarge)
		return &graphql.Response{Data: []byte("null")}
	}
	return &graphql.Response{Data: bytes.Clone(w.b)}
}

func (e *Executor) run(ctx context.Context, op *graphql.OperationContext, p *Plan) *run {
	r := &run{table: e.Table, variables: op.Variables, states: make([]state, p.states),
		call: &Call{Context: ctx, Viewer: viewer.From(ctx), Today: e.Today()}}
	if e.Log != nil && e.Log.Enabled(ctx, slog.LevelDebug) {
		r.log = e.Log
	}
	return r
}

// Successor is implemented by payloads of mutations that can change the viewer or what the viewer may see.
type Successor interface {
	// Successor returns the viewer after the change, in whose scope the payload is read; nil if the viewer is
	// unchanged, and viewer.Nobody if the change ended the viewer's credential. An error fails the payload, because
	// its scope is then unknown.
	Successor() (*viewer.Viewer, error)
}

// act runs one mutation and writes its payload. The payload is read after the commit, in a separate snapshot. If renew
// is true, the mutation runs as the viewer is now, because a mutation before it may have changed or ended the viewer.
func (e *Executor) act(w *writer, p *Plan, f *field, renew bool) bool {
	r := w.run
	r.objects, w.written = 0, 0 // each payload has limits of its own
	original := r.call
	own := *original
	r.call = &own
	defer func() { r.call = original }() // the next mutation renews the original viewer
	st := &r.states[f.state]
	root := &rowSet{selection: p.root, n: 1, values: []any{nil}}
	var payload any
	if st.args, st.err = r.arguments(p.root, f); st.err == nil && renew {
		st.err = e.renew(r.call)
	}
	if st.err == nil {
		call := *r.call
		call.Args = st.args
		st.err = r.guard(func() (err error) { payload, err = f.decl.value(&call, Row{root, 0}); return err })
	} else if payload = e.refused(st.err); payload != nil {
		st.err = nil
	}
	if st.err == nil {
		st.set = &rowSet{selection: f.values, values: []any{payload}, n: 1}
		st.err = e.payloadError(r.call.Context, payload, e.readPayload(p, f, r, payload))
	}
	if st.err != nil {
		w.fail(f, st.err)
		return true
	}
	begin := len(w.b)
	null := !w.object(f.values, st.set, 0)
	if w.stopped || len(w.b) > maxBytes {
		w.b, w.stopped = w.b[:begin], false
		w.fail(f, e.payloadError(r.call.Context, payload, errTooLarge))
		return true
	}
	return null
}

// refused returns the payload of a mutation whose argument cannot be read, or nil.
func (e *Executor) refused(err error) any {
	if e.Refused == nil {
		return nil
	}
	var at *gqlerror.Error
	if !errors.As(err, &at) {
		return nil
	}
	steps := make([]string, len(at.Path))
	for i, step := range at.Path {
		steps[i] = fmt.Sprint(step)
	}
	return e.Refused(strings.Join(steps, "."), err)
}

// renew replaces the viewer of a call by the viewer as they are now.
func (e *Executor) renew(call *Call) error {
	if e.Renew == nil || call.Viewer == nil {
		return nil
	}
	v, err := e.Renew(call.Context)
	switch {
	case err != nil:
		return fmt.Errorf("read the viewer before the change: %w", err)
	case v == nil:
		call.Context, call.Viewer = viewer.Without(call.Context), nil
	default:
		call.Context, call.Viewer = viewer.With(call.Context, v), v
	}
	return nil
}

// payloadError returns the error for a payload that cannot be returned because of err; nil if err is nil and the
// deadline has not passed. The error states whether the change was made, so that the client does not have to guess.
func (e *Executor) payloadError(ctx context.Context, payload any, err error) error {
	ending := Made
	if p, ok := payload.(Change); ok {
		ending = p.Ending()
	}
	messages := unreadable[ending]
	switch {
	case ctx.Err() != nil || timedOut(err):
		return messages.late
	case errors.Is(err, errTooLarge):
		return messages.large
	case err != nil:
		if e.Log != nil {
			e.Log.ErrorContext(ctx, "the result of a mutation cannot be read", "ending", messages.unavailable.Message,
				"error", err)
		}
		return messages.unavailable
	}
	return nil
}

// readPayload reads the rows of a payload. From then on the run uses the viewer after the change, because values that
// are computed while the payload is written depend on the viewer too.
func (e *Executor) readPayload(p *Plan, f *field, r *run, payload any) error {
	if s, is := payload.(Successor); is {
		v, err := s.Successor()
		if err != nil {
			return fmt.Errorf("read the viewer after the change: %w", err)
		}
		if v != nil {
			r.call.Context, r.call.Viewer = viewer.With(r.call.Context, v), v
		}
	}
	return e.Snapshot(r.call.Context, p.maxStatements(), func(view *page.View) error {
		r.call.View = view
		return r.read(f.values, r.states[f.state].set)
	})
}

// plan returns the plan of an operation.
func (e *Executor) plan(op *graphql.OperationContext) *Plan {
	key := planKey{op.Operation, switchValues(op)}
	if p, known := e.plans.Get(key); known {
		return p
	}
	p := e.Table.compile(op.Operation, op.Variables)
	if len(op.RawQuery) <= maxKeptLength && p.states <= maxKeptStates {
		e.plans.Add(key, p)
	}
	return p
}

// switchValues returns the values of the variables of @skip and @include as a string, for planKey.
func switchValues(op *graphql.OperationContext) string {
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

// introspect executes a __schema or __type field with the executor generated by gqlgen.
func (e *Executor) introspect(ctx context.Context, op *graphql.OperationContext, f *field) ([]byte, error) {
	if op.DisableIntrospection {
		return nil, fault.New(fault.BadInput, "", "Introspection is switched off here.",
			"Read it in the documentation.")
	}
	operation := &ast.OperationDefinition{Operation: ast.Query, Position: op.Operation.Position}
	for _, node := range f.nodes {
		if err := nullBelow(ast.SelectionSet{node}, op.Variables); err != nil {
			return nil, err
		}
		operation.SelectionSet = append(operation.SelectionSet, node)
	}
	ctx = graphql.WithOperationContext(ctx, &graphql.OperationContext{RawQuery: op.RawQuery, Variables: op.Variables,
		Doc:       op.Doc,
		Operation: operation, RecoverFunc: op.RecoverFunc, ResolverMiddleware: withNulls(op.ResolverMiddleware),
		RootResolverMiddleware: op.RootResolverMiddleware, Headers: op.Headers, Stats: op.Stats})
	response := e.Introspect.Exec(ctx)(ctx)
	if response == nil {
		return nil, context.Cause(ctx)
	}
	data := bytes.TrimPrefix(response.Data, slices.Concat([]byte{'{'}, f.label))
	return bytes.TrimSuffix(data, []byte{'}'}), nil
}
