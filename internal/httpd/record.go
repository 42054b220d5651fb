package httpd

import (
	"context"
	"crypto/rand"
	"net/http"
	"sync"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/viewer"
)

// record collects what is logged about one request.
type record struct {
	id string

	mu         sync.Mutex
	operation  string // name the client gave
	kind       string // query, mutation
	codes      []string
	viewer     string // the actor, by id
	credential string
	broken     bool // a failure of the server was logged already
}

type recordKey struct{}

// recordOf returns the record of the request, or nil outside of one.
func recordOf(ctx context.Context) *record {
	rec, _ := ctx.Value(recordKey{}).(*record)
	return rec
}

// RequestID returns the id of the request in the log, or "" outside of a request.
func RequestID(ctx context.Context) string {
	if rec := recordOf(ctx); rec != nil {
		return rec.id
	}
	return ""
}

const requestIDHeader = "X-Request-Id"

// assignRequestID gives the request an id: the one that the client sent, if it is valid, or a new one. The response
// contains it.
func assignRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &record{id: r.Header.Get(requestIDHeader)}
		if !validRequestID(rec.id) {
			rec.id = rand.Text()
		}
		w.Header().Set(requestIDHeader, rec.id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), recordKey{}, rec)))
	})
}

// validRequestID reports whether an id is safe for logs and headers: 1 to 64 letters, digits, dots, dashes and
// underscores.
func validRequestID(id string) bool {
	if id == "" || len(id) > 64 {
		return false
	}
	for _, c := range []byte(id) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_', c == '.':
		default:
			return false
		}
	}
	return true
}

func noteOperation(ctx context.Context, name, kind string) {
	if rec := recordOf(ctx); rec != nil {
		rec.mu.Lock()
		rec.operation, rec.kind = name, kind
		rec.mu.Unlock()
	}
}

// noteViewer records the viewer by id, because names are personal data.
func noteViewer(ctx context.Context, v *viewer.Viewer) {
	if rec := recordOf(ctx); rec != nil {
		rec.mu.Lock()
		rec.viewer, rec.credential = v.Actor(), string(v.Credential)
		rec.mu.Unlock()
	}
}

func noteErrors(ctx context.Context, errors gqlerror.List) {
	rec := recordOf(ctx)
	if rec == nil || len(errors) == 0 {
		return
	}
	rec.mu.Lock()
	defer rec.mu.Unlock()
	seen := map[string]bool{}
	for _, e := range errors {
		code, _ := e.Extensions["code"].(string)
		if !seen[code] {
			seen[code] = true
			rec.codes = append(rec.codes, code)
		}
	}
}

// firstFailure reports whether this is the first failure of the server in the request. Only the first is logged, so
// that a broken database does not cause a line for every row.
func firstFailure(ctx context.Context) bool {
	rec := recordOf(ctx)
	if rec == nil {
		return true
	}
	rec.mu.Lock()
	defer rec.mu.Unlock()
	first := !rec.broken
	rec.broken = true
	return first
}
