package benchmark

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/loadset"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// smallSize is the number of entitlements that is enough for all tests except those of throughput.
const smallSize = 2000

// entitlements returns the number of entitlements in the database of a test.
func entitlements(t testing.TB) int {
	t.Helper()
	if text := os.Getenv("MUNIMENT_BENCH_ENTITLEMENTS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatalf("MUNIMENT_BENCH_ENTITLEMENTS: %v", err)
		}
		return n
	}
	if os.Getenv("MUNIMENT_SOAK") != "" {
		return loadset.Reference(testenv.Today).Entitlements
	}
	return smallSize
}

// server is the GraphQL API and the handlers written by hand over one database.
type server struct {
	*testenv.Env
	sample *Sample
	// mux serves requests without a credential, with a fixed viewer.
	mux *http.ServeMux
}

// each runs a test with a filled database of each engine.
func each(t *testing.T, n int, test func(t *testing.T, s *server)) {
	t.Helper()
	database.EachConfig(t, func(t *testing.T, config store.Config) { test(t, filled(t, config, n)) })
}

// filled fills a database, or opens the one that MUNIMENT_BENCH_SQLITE (a data directory) or MUNIMENT_BENCH_POSTGRES
// (a URL) names if it holds a load set already.
func filled(t testing.TB, config store.Config, n int) *server {
	t.Helper()
	httpd.TuneCollector() // as a serving process does; it is the same for both sides
	if kept := os.Getenv("MUNIMENT_BENCH_SQLITE"); kept != "" && config.Directory != "" {
		config = store.Config{Directory: kept}
	}
	if kept := os.Getenv("MUNIMENT_BENCH_POSTGRES"); kept != "" && config.URL != "" {
		config = store.Config{URL: kept}
	}
	s := database.Open(t, config)
	there, err := s.Client().Account.Query().Exist(testenv.Operator(t))
	if err != nil {
		t.Fatal(err)
	}
	if !there {
		if _, err := loadset.Fill(testenv.Operator(t), s, loadset.Scaled(n, testenv.Today), nil); err != nil {
			t.Fatal(err)
		}
	}
	sample, err := Take(testenv.Operator(t), s, testenv.Today)
	if err != nil {
		t.Fatal(err)
	}
	return serve(s, sample)
}

// serve returns a server over an open database.
func serve(s *store.Store, sample *Sample) *server {
	env := testenv.Over(s)
	mux := http.NewServeMux()
	mux.Handle("/graphql", env.Handler)
	for _, o := range Operations() {
		mux.Handle("/"+path(o), Handwritten(s, o))
	}
	return &server{env, sample, mux}
}

// withKey returns a handler that requires an API key, which both sides check on every request by the same rule, and
// the key of a program with the scope READ. The key has a unique name, because only two keys with one name may be
// active and a database can be reused for many runs.
func (s *server) withKey(t testing.TB) (handler http.Handler, key string) {
	t.Helper()
	ctx := viewer.With(context.WithoutCancel(t.Context()), viewer.CommandLine())
	_, key, err := s.Services.Access.CreateKey(ctx, change.Request{Action: "createApiKey"}, access.NewKey{
		Name:     "benchmark " + rand.Text(), // a reused database has the keys of earlier runs
		Producer: vocabulary.ProducerRoleIntegration, Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})
	if err != nil {
		t.Fatal(err)
	}
	proven := func(r *http.Request) (*viewer.Viewer, error) {
		_, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		return s.Services.Access.Bearer(r.Context(), token)
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", served(s, proven))
	for _, o := range Operations() {
		byHand := Handwritten(s.Store, o)
		mux.HandleFunc("/"+path(o), func(w http.ResponseWriter, r *http.Request) {
			if _, err := proven(r); err != nil {
				http.Error(w, err.Error(), http.StatusUnauthorized)
				return
			}
			byHand.ServeHTTP(w, r)
		})
	}
	return mux, key
}

func path(o Operation) string {
	return string(bytes.ReplaceAll([]byte(o.Name), []byte(" "), []byte("-")))
}

// body returns the request body of an operation, for the GraphQL API or for the handler written by hand.
func body(o Operation, in Input, byHand bool) any {
	if byHand {
		return in
	}
	return map[string]any{"query": o.Document, "variables": in}
}

// ask sends one operation to the server without a network and returns its data.
func (s *server) ask(t testing.TB, o Operation, in Input, byHand bool) (data json.RawMessage, statements []string) {
	t.Helper()
	text, err := json.Marshal(body(o, in, byHand))
	if err != nil {
		t.Fatal(err)
	}
	at := "/graphql"
	if byHand {
		at = "/" + path(o)
	}
	ctx, counter := store.WithCounter(context.WithoutCancel(testenv.Operator(t)))
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "http://127.0.0.1"+at, bytes.NewReader(text))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	s.mux.ServeHTTP(recorder, request)
	var answer struct {
		Data   json.RawMessage
		Errors json.RawMessage
	}
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil || recorder.Code != http.StatusOK ||
		answer.Errors != nil {
		t.Fatalf("%s of %+v: status %d: %.500s, want %d", o.Name, in, recorder.Code, recorder.Body, http.StatusOK)
	}
	return answer.Data, counter.Statements()
}

// plain rewrites global ids as numbers, which is how the handlers written by hand leave them.
func plain(value any) any {
	return rewritten(value, func(value any) any {
		text, _ := value.(string)
		if id, err := gid.Parse(text); err == nil {
			return json.Number(strconv.FormatInt(int64(id), 10))
		}
		return value
	})
}

// rewritten applies change to every value of a response, inner values first.
func rewritten(value any, change func(any) any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, inside := range value {
			value[name] = rewritten(inside, change)
		}
	case []any:
		for i, inside := range value {
			value[i] = rewritten(inside, change)
		}
	}
	return change(value)
}

func decode(t testing.TB, data []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}
