package httpd_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
)

func schemaOver(t *testing.T, database graph.Database) graphql.ExecutableSchema {
	t.Helper()
	schema, err := graph.NewSchema(graph.Options{Store: database, Today: testenv.Day})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// broken is a database whose statements all return the error of a function.
type broken struct{ fail func(context.Context) error }

// failing is such a database within one request.
type failing struct {
	broken
	request context.Context //nolint:containedctx // statements that are short do not have the deadline of the request
}

// Snapshot implements graph.Database.
func (b broken) Snapshot(ctx context.Context, scope *store.Scope, _ int, read func(*page.View) error) error {
	return read(page.NewView(failing{b, ctx}, string(store.SQLite), scope))
}

// LongSnapshot implements graph.Database.
func (b broken) LongSnapshot(ctx context.Context, scope *store.Scope, read func(*page.View) error) error {
	return b.Snapshot(ctx, scope, 0, read)
}

// Query implements page.Querier.
func (f failing) Query(context.Context, string, []any) (page.Cursor, error) {
	return nil, f.fail(f.request)
}

func TestFailuresInside(t *testing.T) {
	closed := testenv.New(t, store.Config{Directory: t.TempDir()})
	if err := closed.Store.Close(); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		fail func(context.Context) error
		code string
		logs string
	}{
		"a panic": {func(context.Context) error { panic("SELECT password FROM users") }, "INTERNAL", "panic"},
		"a nil map": {func(context.Context) error { var m map[string]int; m["x"] = 1; return nil }, "INTERNAL",
			"nil map"},
		"SQL text": {func(context.Context) error { return errors.New("SELECT * FROM x: SQLITE_ERROR") }, "INTERNAL",
			"SQLITE_ERROR"},
		"the database": {func(ctx context.Context) error {
			_, err := closed.Store.Client().Account.Query().Count(ctx)
			return err
		}, "", "error"},
		"a deadline": {func(ctx context.Context) error { <-ctx.Done(); return fmt.Errorf("load: %w", ctx.Err()) },
			"TIMEOUT", ""},
		"too slow": {func(context.Context) error {
			return fmt.Errorf("load: %w",
				&store.Error{Kind: store.ErrTimeout})
		}, "TIMEOUT", ""},
		"unreachable": {func(context.Context) error { return &store.Error{Kind: store.ErrUnavailable} }, "UNAVAILABLE",
			"cannot be reached"},
		"busy": {func(context.Context) error { return &store.Error{Kind: store.ErrBusy} }, "UNAVAILABLE", "busy"},
		"a bad statement": {func(context.Context) error {
			return &store.Error{Kind: store.ErrStatement,
				Code: "42601"}
		},
			"INTERNAL", "42601"},
		"not found by ent": {func(context.Context) error { return &ent.NotFoundError{} }, "INTERNAL", "not found"},
	} {
		t.Run(name, func(t *testing.T) {
			e := newEdge(t, func(o *httpd.Options) {
				o.Schema = schemaOver(t, broken{test.fail})
				o.Deadline = time.Minute
				if name == "a deadline" {
					o.Deadline = 50 * time.Millisecond
				}
			})
			request := query(
				`{a: node(id: "ent_0RXAQQ08HZ3FX") {id} b: node(id: "ent_0RXAQQ08HZ3FX") {id} c: node(id: "ent_0RXAQQ08HZ3FX") {id} __typename}`, nil)
			answer := e.send(t, with(request, "X-Request-Id", "the-request"))
			if test.code != "" {
				answer.want(t, 200, test.code)
			} else {
				answer.want(t, 200, answer.code())
				if c := answer.code(); c != "INTERNAL" && c != "UNAVAILABLE" {
					t.Errorf("code %q", c)
				}
			}
			if strings.Contains(answer.text, "password") {
				t.Errorf("the response reveals internal details: %s", answer.text)
			}
			if answer.code() == "INTERNAL" && !strings.Contains(answer.Errors[0].Message, "the-request") {
				t.Errorf("the id of the request is missing: %s", answer.text)
			}
			if len(answer.Errors) != 3 || !strings.Contains(string(answer.Data), `"__typename":"Query"`) {
				t.Errorf("three of four fields should fail: %s", answer.text)
			}
			failures := strings.Count(e.log.String(), `"level":"ERROR"`)
			if want := min(1, len(test.logs)); failures != want {
				t.Errorf("%d failures in the log, want %d:\n%s", failures, want, e.log)
			}
			if !strings.Contains(e.log.String(), test.logs) {
				t.Errorf("the log does not say %q:\n%s", test.logs, e.log)
			}
		})
	}
}

func TestDeadlineBeforeTheAnswer(t *testing.T) {
	e := newEdge(t, func(o *httpd.Options) { o.Deadline = time.Nanosecond })
	e.send(t, query("{__typename}", nil)).want(t, 503, "TIMEOUT")
}

// panicking is a schema whose executor panics.
type panicking struct{ graphql.ExecutableSchema }

// Exec implements graphql.ExecutableSchema.
func (panicking) Exec(context.Context) graphql.ResponseHandler { panic("no executor") }

func TestPanicOutsideOfFields(t *testing.T) {
	e := newEdge(t, func(o *httpd.Options) {
		o.Schema = panicking{o.Schema}
	})
	answer := e.send(t, query("{__typename}", nil))
	answer.want(t, 500, "INTERNAL")
	if !strings.Contains(e.log.String(), "no executor") || !strings.Contains(e.log.String(), "failure_test.go") {
		t.Errorf("the log lacks the panic or its stack: %s", e.log)
	}
}

func TestRequestLog(t *testing.T) {
	e := newEdge(t, nil)
	request := query("query Mine($id: ID!) {entitlement(id: $id) {number}}", map[string]any{"id": "hunter2-secret"})
	request.URL.RawQuery = "token=hunter2-secret"
	e.send(t, with(with(request, "X-Request-Id", "one"), "Authorization", "Bearer hunter2-secret"))
	var line struct {
		Msg, Method, Path, Kind, Operation string
		ID                                 string `json:"request_id"`
		Status, Bytes                      int
		Codes                              []string
	}
	if err := json.Unmarshal(e.log.Bytes(), &line); err != nil {
		t.Fatalf("not one line of JSON: %v\n%s", err, e.log)
	}
	got := fmt.Sprint(line.Msg, line.ID, line.Method, line.Path, line.Kind, line.Operation, line.Status, line.Codes)
	if want := "requestonePOST/graphqlqueryMine200 [BAD_INPUT]"; got != want || line.Bytes == 0 {
		t.Errorf("line %s, want %s\n%s", got, want, e.log)
	}
	for _, secret := range []string{"hunter2", "entitlement", "token", "Bearer"} {
		if strings.Contains(e.log.String(), secret) {
			t.Errorf("%q stands in the log: %s", secret, e.log)
		}
	}
}
