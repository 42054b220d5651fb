package httpd

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
)

func newGraphQL(options Options) http.Handler {
	server := handler.New(options.Schema)
	server.AddTransport(transport{options.Log, options.Schema.Schema(), options.Documents})
	server.SetValidationRulesFn(validationRules)
	equip(server, presenter{options.Log})
	return server
}

// equipped is what executes operations: a server of gqlgen, or its executor alone.
type equipped interface {
	SetParserTokenLimit(limit int)
	SetDisableSuggestion(off bool)
	SetQueryCache(cache graphql.Cache[*ast.QueryDocument])
	SetErrorPresenter(present graphql.ErrorPresenterFunc)
	SetRecoverFunc(recover graphql.RecoverFunc)
	Use(extension graphql.HandlerExtension)
}

// equip sets the limits, the checks and the form of errors, which are the same for every way to execute an operation.
func equip(e equipped, present presenter) {
	cache := documents{lru.New[*ast.QueryDocument](cachedDocuments)}
	e.SetParserTokenLimit(maxTokens)
	e.SetDisableSuggestion(true) // otherwise it puts back the rules that suggest names of fields
	e.SetQueryCache(cache)
	e.SetErrorPresenter(present.present)
	e.SetRecoverFunc(present.recover)
	e.Use(extension.Introspection{})
	e.Use(limits{cache.has}) // first, because it bounds the work of the extensions that walk the document
	e.Use(arguments{})       // after the limits, which bound how often fragments are expanded
	e.Use(requireRead{})
}

const (
	cachedDocuments = 1000
	longestCached   = 16 << 10
)

// documents caches parsed documents. Long ones are not cached, because they would let clients fill the memory.
type documents struct {
	graphql.Cache[*ast.QueryDocument]
}

func (d documents) Add(ctx context.Context, text string, document *ast.QueryDocument) {
	if len(text) <= longestCached {
		d.Cache.Add(ctx, text, document)
	}
}

func (d documents) has(ctx context.Context, text string) bool {
	_, found := d.Get(ctx, text)
	return found
}
