package httpd

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
)

// longestMessage limits the bytes of a message or a field name in a response, because they may quote names of any
// length from the request.
const longestMessage = 300

// presenter converts any error into one for the client. Errors that are not meant for clients become INTERNAL with the
// request id, and are logged.
type presenter struct{ log *slog.Logger }

func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	var (
		carrier *gqlerror.Error
		reason  *fault.Error
	)
	errors.As(err, &carrier)
	path, field := splitPath(ctx, carrier)
	switch {
	case errors.As(err, &reason):
		if reason.Field != "" {
			field = reason.Field
		}
		shown := *reason
		shown.Field = shorten(field)
		reason = &shown
	case carrier != nil && carrier.Extensions["code"] == errcode.ParseFailed:
		reason = parseFault(carrier)
		path = nil
	case carrier != nil && carrier.Extensions["code"] == errcode.ValidationFailed:
		reason = validationFault(carrier)
		path = nil
	default:
		reason = p.fault(ctx, err, field)
	}
	out := asGraphQL(reason)
	out.Message = shorten(out.Message)
	out.Path = path
	if carrier != nil {
		out.Locations = carrier.Locations
	}
	return out
}

// splitPath splits the path of an error: the part up to the field is a path of the response, and the rest names an
// argument.
func splitPath(ctx context.Context, carrier *gqlerror.Error) (ast.Path, string) {
	var path ast.Path
	if carrier != nil {
		path = carrier.Path
	}
	if !graphql.HasOperationContext(ctx) {
		return path, ""
	}
	fc := graphql.GetFieldContext(ctx)
	if fc == nil {
		return path, ""
	}
	own := fc.Path()
	if len(path) <= len(own) {
		return path, ""
	}
	return own, dotted(path[len(own):])
}

func dotted(path ast.Path) string {
	parts := make([]string, len(path))
	for i, element := range path {
		parts[i] = fmt.Sprint(element)
	}
	return strings.Join(parts, ".")
}

func (p presenter) fault(ctx context.Context, err error, field string) *fault.Error {
	if outage := store.Outage(err); outage != nil {
		if outage.Code != fault.Timeout {
			p.failed(ctx, "the database cannot be used", err)
		}
		return outage
	}
	if refused := graph.ValueFault(field, err); refused != nil {
		return refused
	}
	if field != "" {
		return fault.New(fault.BadInput, field, "This value cannot be read.",
			"Give a value of the type that the contract names.")
	}
	p.failed(ctx, "operation failed", err)
	return internalFault(ctx)
}

func (p presenter) failed(ctx context.Context, message string, err error) {
	if !firstFailure(ctx) {
		return
	}
	attributes := []any{"request_id", RequestID(ctx), "error", err}
	var failure *store.Error
	if errors.As(err, &failure) {
		attributes = append(attributes, "database_code", failure.Code, "cause", errors.Join(failure.Unwrap()...))
	}
	p.log.ErrorContext(ctx, message, attributes...)
}

// errPanic replaces a panic that has been logged.
var errPanic = errors.New("a resolver gave up")

// recover logs the panic of a resolver.
func (p presenter) recover(ctx context.Context, failure any) error {
	logPanic(ctx, p.log, failure)
	return errPanic
}

func logPanic(ctx context.Context, log *slog.Logger, failure any) {
	if firstFailure(ctx) {
		log.ErrorContext(ctx, "panic", "request_id", RequestID(ctx), "panic", fmt.Sprint(failure), "stack", stack())
	}
}

func parseFault(carrier *gqlerror.Error) *fault.Error {
	if strings.HasPrefix(carrier.Message, "exceeded token limit") {
		// the parser counts no further
		return tooLarge("The document has more than {max} tokens.", maxTokens, maxTokens+1)
	}
	if strings.HasPrefix(carrier.Message, "exceeded maximum nesting depth") {
		return tooLarge("The document nests brackets more than {max} levels deep.", parser.MaxNestingDepth,
			parser.MaxNestingDepth+1)
	}
	return fault.New(ParseFailed, "query", "The document is not GraphQL: {reason}",
		"Check brackets, quotes and names near the place named.",
		fault.WithText("reason", shorten(carrier.Message)))
}

func validationFault(carrier *gqlerror.Error) *fault.Error {
	return fault.New(ValidationFailed, "query", "{reason}",
		"Compare the document with the contract: /playground/ shows it.",
		fault.WithText("reason", shorten(carrier.Message)))
}

func internalFault(ctx context.Context) *fault.Error {
	return fault.New(fault.Internal, "",
		"An internal error occurred. The server's log has the details under request {requestId}.",
		"Try again. If the error stays, tell the operator the request id.",
		fault.WithText("requestId", RequestID(ctx)))
}

func shorten(message string) string {
	if len(message) <= longestMessage {
		return message
	}
	return strings.ToValidUTF8(message[:longestMessage], "") + "…"
}
