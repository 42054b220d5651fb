package httpd_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
)

// edge is the complete handler over a real database with a few rows.
type edge struct {
	http.Handler
	log         *bytes.Buffer
	entitlement gid.ID
}

func newEdge(t *testing.T, change func(*httpd.Options)) *edge {
	t.Helper()
	env := testenv.New(t, store.Config{Directory: t.TempDir()})
	e := &edge{log: &bytes.Buffer{}}
	env.Fill(t, func(f *testenv.Fixture) {
		account := f.Account("Harbor Works")
		e.entitlement = f.Entitlement(account, "ENT-1")
		f.Entitlement(account, "ENT-2")
	})
	options := httpd.Options{
		Schema:       schemaOver(t, env.Store),
		Authenticate: operator,
		Ready:        env.Store.Ping,
		Log:          slog.New(slog.NewJSONHandler(e.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	if change != nil {
		change(&options)
	}
	e.Handler = httpd.New(options)
	return e
}

// operator authenticates every request as an operator.
func operator(*http.Request) (*viewer.Viewer, error) { return viewer.System(), nil }

type answer struct {
	status int
	header http.Header
	text   string
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct {
			Code, Field, Remedy string
			Parameters          []struct {
				Name  string
				Value struct{ Number int }
			}
		}
	}
}

// parameter is a number that the first error names; 0 if it names none.
func (a answer) parameter(name string) int {
	for _, p := range a.Errors[0].Extensions.Parameters {
		if p.Name == name {
			return p.Value.Number
		}
	}
	return 0
}

func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Code
}

func (e *edge) send(t *testing.T, request *http.Request) answer {
	t.Helper()
	recorder := httptest.NewRecorder()
	e.ServeHTTP(recorder, request)
	text, err := io.ReadAll(recorder.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	a := answer{status: recorder.Code, header: recorder.Header(), text: string(text)}
	if strings.Contains(a.header.Get("Content-Type"), "json") {
		if err := json.Unmarshal(text, &a); err != nil {
			t.Fatalf("not JSON: %.300s", text)
		}
	}
	return a
}

func post(body string) *http.Request {
	request := httptest.NewRequestWithContext(context.Background(), http.MethodPost, "http://127.0.0.1:8080/graphql",
		strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	return request
}

func query(document string, variables map[string]any) *http.Request {
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		panic(err) // the tests give maps of plain values
	}
	return post(string(body))
}
