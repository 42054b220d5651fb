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
	present := presenter{options.Log}
	cache := documents{lru.New[*ast.QueryDocument](cachedDocuments)}
	server := handler.New(options.Schema)
	server.AddTransport(transport{options.Log, options.Schema.Schema(), options.Documents})
	server.SetParserTokenLimit(maxTokens)
	server.SetDisableSuggestion(true) // otherwise it puts back the rules that suggest names of fields
	server.SetValidationRulesFn(validationRules)
	server.SetQueryCache(cache)
	server.SetErrorPresenter(present.present)
	server.SetRecoverFunc(present.recover)
	server.Use(extension.Introspection{})
	server.Use(limits{cache.has}) // first, because it bounds the work of the extensions that walk the document
	server.Use(arguments{})       // after the limits, which bound how often fragments are expanded
	server.Use(requireRead{})
	return server
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
