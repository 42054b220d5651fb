// Package testenv gives tests a real environment: a migrated database of each engine, the GraphQL API over HTTP, and a
// fixed day.
package testenv

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/coverage"
	"github.com/muniment/muniment/internal/customfield"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/issuing"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/operation"
	"github.com/muniment/muniment/internal/renewing"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/testenv/fixture"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Today is the current day in every test. The expected results for the sample data are for this day.
var Today = fixture.Today

// Env is one database with the GraphQL API over it.
type Env struct {
	Store   *store.Store
	Handler http.Handler
	// Clock is fixed at noon of Today until a test moves it.
	Clock *clock.Frozen
	// Services make the changes.
	Services graph.Services

	viewer *viewer.Viewer
}

// As returns an Env for the same database with another viewer. The default viewer is an operator.
func (e *Env) As(v *viewer.Viewer) *Env {
	other := *e
	other.viewer = v
	return &other
}

type askerKey struct{}

// Each runs test once on SQLite and once on PostgreSQL, each time with a new empty database.
func Each(t *testing.T, test func(t *testing.T, env *Env)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, New(t, store.Config{Directory: t.TempDir()})) })
	t.Run("postgres", func(t *testing.T) { test(t, New(t, store.Config{URL: Postgres(t)})) })
}

// New opens a database, applies all migrations, and closes it when the test ends.
func New(t testing.TB, config store.Config) *Env {
	t.Helper()
	return Over(database.Open(t, config))
}

// operatorViewer returns an operator, who may do everything. It has no credential, so no row of one needs to exist.
func operatorViewer() *viewer.Viewer {
	return (&viewer.Viewer{Credential: vocabulary.CredentialKindCommandLine, Name: "operator",
		Scopes:   vocabulary.EveryKeyScope,
		Producer: vocabulary.ProducerRoleOperator}).Settle()
}

// ServiceLinks are the links to services of the producer that an Env has.
var ServiceLinks = []model.ServiceLink{{Name: "Forum", Address: "https://forum.example.com/"}}

// Over returns an Env over an open database.
func Over(s *store.Store) *Env {
	frozen := clock.Freeze(clock.At(Today.Time()) + noon)
	subjects := services(s, frozen.Now)
	schema, err := graph.NewSchema(graph.Options{Store: s, Services: subjects, Today: Day,
		ServiceLinks: ServiceLinks})
	if err != nil {
		panic(err) // a declaration does not fit the GraphQL schema
	}
	operator := operatorViewer()
	return &Env{Store: s, Clock: frozen, Services: subjects, viewer: operator, Handler: httpd.New(httpd.Options{
		Schema: schema,
		Authenticate: func(r *http.Request) (*viewer.Viewer, error) {
			if v, ok := r.Context().Value(askerKey{}).(*viewer.Viewer); ok {
				return v, nil
			}
			return operator, nil // for requests that are not sent with Ask
		},
		Ready:    s.Ping,
		Log:      slog.New(slog.DiscardHandler),
		Deadline: time.Minute, // long enough for a busy machine
	})}
}

// Day returns the current day in tests.
func Day() day.Day { return Today }

// services returns the services of the server, with a queue that stores jobs but does not run them.
func services(s *store.Store, now clock.Clock) graph.Services {
	queue, err := job.New(s, nil, slog.New(slog.DiscardHandler))
	if err != nil {
		panic(err) // happens only for an unknown engine
	}
	from, err := mail.ParseSender("Muniment <muniment@localhost>")
	if err != nil {
		panic(err)
	}
	outbox, err := mail.NewOutbox(queue, from, now)
	if err != nil {
		panic(err)
	}
	changes := change.New(s, now, access.NewAuthority(Day))
	proofs := access.NewService(changes, access.Options{Today: Day, Outbox: outbox, Fits: httpd.CheckDocument})
	return graph.Services{Access: proofs, Members: account.NewService(changes, proofs, outbox, Day,
		account.WithDNS(published{}), account.WithJobs(queue)),
		Catalog:   catalog.NewService(changes, Day),
		Rights:    entitlement.NewService(changes, Day),
		Coverages: coverage.NewService(changes, Day),
		Issuing:   issuing.NewService(changes, outbox, Day),
		Renewing:  renewing.NewService(changes, Day),
		Fields:    customfield.NewService(changes),
		Operation: operation.NewService(changes, queue, "test")}
}

// Published is the challenge in the DNS records of every domain in tests.
const Published = "published"

type published struct{}

// LookupTXT implements dns.Resolver.
func (published) LookupTXT(context.Context, string) ([]string, error) {
	return []string{"muniment-verification=" + Published}, nil
}

const noon = clock.Instant(12 * time.Hour / time.Microsecond)

// Answer is the response to an operation, with the SQL statements that it ran.
type Answer struct {
	Data       json.RawMessage
	Errors     []Error
	Statements []string
	Status     int
}

// Error is one error of a response.
type Error struct {
	Message    string
	Path       []any
	Extensions struct {
		Code, Field, Remedy string
	}
}

// Ask sends an operation to the HTTP handler and records its SQL statements.
func (e *Env) Ask(t testing.TB, query string, variables map[string]any) Answer {
	t.Helper()
	return e.ask(t, query, variables, func(body []byte) io.Reader { return bytes.NewReader(body) })
}

// AskLate sends an operation and calls meanwhile after the first ten bytes of the body, before the rest. The server
// has authenticated the viewer by then.
func (e *Env) AskLate(t testing.TB, query string, variables map[string]any, meanwhile func()) Answer {
	t.Helper()
	return e.ask(t, query, variables, func(body []byte) io.Reader {
		return io.MultiReader(bytes.NewReader(body[:10]), &delayedBody{meanwhile, bytes.NewReader(body[10:])})
	})
}

// delayedBody calls a function before it is read for the first time.
type delayedBody struct {
	before func()
	io.Reader
}

func (l *delayedBody) Read(p []byte) (int, error) {
	if l.before != nil {
		l.before()
		l.before = nil
	}
	return l.Reader.Read(p)
}

// asker is the viewer of a request. Tests write their own documents, and a session does that in the playground only.
func (e *Env) asker() *viewer.Viewer {
	if e.viewer == nil || e.viewer.Credential != vocabulary.CredentialKindSession {
		return e.viewer
	}
	inPlayground := *e.viewer
	inPlayground.Playground = true
	return &inPlayground
}

func (e *Env) ask(t testing.TB, query string, variables map[string]any, send func(body []byte) io.Reader) Answer {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	ctx, counter := store.WithCounter(context.WithValue(context.WithoutCancel(t.Context()), askerKey{}, e.asker()))
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "http://127.0.0.1/graphql", send(body))
	request.Header.Set("Content-Type", "application/json")
	if e.viewer != nil && e.viewer.Widget != nil && len(e.viewer.Widget.Origins) > 0 {
		request.Header.Set("Origin", e.viewer.Widget.Origins[0]) // a page of the token's first origin asks
	}
	recorder := httptest.NewRecorder()
	e.Handler.ServeHTTP(recorder, request)
	text, err := io.ReadAll(recorder.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	answer := Answer{Status: recorder.Code, Statements: counter.Statements()}
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatalf("status %d, not JSON: %.400s", recorder.Code, text)
	}
	return answer
}

// Must sends an operation and decodes its data into a value of type T. The test fails if there is an error.
func Must[T any](t testing.TB, e *Env, query string, variables map[string]any) (T, Answer) {
	t.Helper()
	answer := e.Ask(t, query, variables)
	if len(answer.Errors) > 0 {
		t.Fatalf("errors: %+v\n%s", answer.Errors, query)
	}
	var data T
	if err := json.Unmarshal(answer.Data, &data); err != nil {
		t.Fatal(err)
	}
	return data, answer
}
