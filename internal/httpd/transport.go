package httpd

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

const (
	// maxRequestErrors and maxFieldErrors limit the errors in the response to a document with thousands of mistakes,
	// or in which every row fails.
	maxRequestErrors = 20
	maxFieldErrors   = 200
)

// transport implements GraphQL over HTTP: queries by GET, and all operations by POST of a JSON object. It accepts no
// forms, no batches and no compressed bodies, never quotes a body that it cannot parse, and sends the response as the
// executor wrote it.
type transport struct {
	log    *slog.Logger
	schema *ast.Schema
	// documents returns the text of a trusted document by its hash. Nil knows none.
	documents func(ctx context.Context, hash string) (text string, found bool, err error)
}

var _ graphql.Transport = transport{}

func (transport) Supports(*http.Request) bool { return true }

// Do answers one request. It recovers from panics itself, because gqlgen's server would answer them in another form.
func (t transport) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	recoverer(t.log)(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { t.answer(w, r, exec) })).
		ServeHTTP(w, r)
}

func (t transport) answer(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	w.Header().Add("Vary", "Accept")
	mediaType, ok := negotiate(r.Header.Values("Accept"))
	if !ok {
		refuse(w, r, http.StatusNotAcceptable, fault.New(NotAcceptable, "Accept", "The server answers only with JSON.",
			"Accept application/graphql-response+json or application/json."))
		return
	}
	began := graphql.Now()
	var (
		params *asked
		bad    *refusal
	)
	switch r.Method {
	case http.MethodPost:
		params, bad = readBody(w, r)
	case http.MethodGet:
		params, bad = readQueryString(r)
	case http.MethodOptions:
		w.Header().Set("Allow", "GET, HEAD, POST, OPTIONS")
		w.WriteHeader(http.StatusNoContent)
		return
	}
	if bad == nil {
		bad = requireTrusted(viewer.From(r.Context()), params)
	}
	if bad == nil {
		bad = t.fillIn(r, params)
	}
	if bad != nil {
		refuse(w, r, bad.status, bad.fault)
		return
	}
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: began, End: graphql.Now()}
	t.run(w, r, exec, &params.RawParams, mediaType)
}

func (t transport) run(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor, params *graphql.RawParams,
	mediaType string) {
	ctx := r.Context()
	if !mayRunDocument(viewer.From(ctx), params.Query) {
		refuse(w, r, http.StatusForbidden, documentNotAllowed())
		return
	}
	if r.Method == http.MethodGet && !readsOnly(params) {
		w.Header().Set("Allow", "POST")
		refuse(w, r, http.StatusMethodNotAllowed, fault.New(MethodNotAllowed, "query", "GET is for queries only.",
			"Send mutations with POST."))
		return
	}
	op, list := prepare(ctx, exec, t.schema, params)
	if len(list) > 0 {
		response := exec.DispatchError(graphql.WithOperationContext(ctx, op), capped(list, maxRequestErrors))
		write(w, r, requestErrorStatus(mediaType), mediaType, response.Errors, nil)
		return
	}
	noteOperation(ctx, op.Operation.Name, string(op.Operation.Operation))
	responses, ctx := exec.DispatchOperation(ctx, op)
	response := responses(ctx)
	if response == nil { // the executor returns nil once the context is done
		late := store.Outage(context.DeadlineExceeded)
		if errors.Is(ctx.Err(), nil) {
			late = internalFault(ctx)
		}
		write(w, r, http.StatusServiceUnavailable, mediaType, gqlerror.List{asGraphQL(late)}, nil)
		return
	}
	write(w, r, http.StatusOK, mediaType, capped(response.Errors, maxFieldErrors), response.Data)
}

// prepare validates the document of a request and coerces its variables.
func prepare(ctx context.Context, exec graphql.GraphExecutor, schema *ast.Schema,
	params *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	op, list := exec.CreateOperationContext(ctx, params)
	// the document is valid, but operationName selects none of its operations
	if op.Doc != nil && op.Operation == nil {
		list = gqlerror.List{gqlerror.Wrap(noOperation(op.Doc, params.OperationName))}
	}
	if op.Operation != nil { // the document is valid
		var err error
		if op.Variables, err = coerce(schema, op.Operation.VariableDefinitions, params.Variables); err != nil {
			list = gqlerror.List{gqlerror.Wrap(err)}
		}
	}
	return op, list
}

// noOperation returns the reason why no operation of the document can be executed.
func noOperation(document *ast.QueryDocument, name string) *fault.Error {
	switch {
	case len(document.Operations) == 0:
		return fault.New(ValidationFailed, "query", "The document has no operation.", "Write a query or a mutation.")
	case name == "":
		return fault.New(ValidationFailed, "operationName", "The document has several operations.",
			"Name the operation that is to run in operationName.")
	}
	return fault.New(ValidationFailed, "operationName", "The document has no operation with this name.",
		"Give operationName the name of an operation of the document.")
}

// requestErrorStatus returns the status for a well-formed request whose operation was not executed. Clients that
// accept plain JSON predate the GraphQL media type, and treat anything but 200 as a network failure.
func requestErrorStatus(mediaType string) int {
	if mediaType == graphqlJSON {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

func capped(list gqlerror.List, limit int) gqlerror.List {
	if len(list) > limit {
		return list[:limit]
	}
	return list
}
