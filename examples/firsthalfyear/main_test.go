package main

import (
	"bytes"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/doctor"
	"github.com/muniment/muniment/internal/testenv"
)

var update = flag.Bool("update", false, "write the golden file")

const golden = "testdata/told.txt"

// The half year is played on an empty database, tells what it should, leaves the database healthy, and changes nothing
// when it is played again.
func TestTheHalfYearIsPlayed(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			env.Clock.Advance(time.Second) // time passes between requests
			env.Handler.ServeHTTP(w, r)
		}))
		t.Cleanup(server.Close)
		played := func() string {
			var out bytes.Buffer
			p := &play{client: client{address: server.URL + "/graphql", http: server.Client()},
				first: testenv.Today.Time().AddDate(0, 0, -halfYear), out: &out}
			if err := p.run(t.Context()); err != nil {
				t.Fatal(err)
			}
			return out.String()
		}
		told := played()
		if *update {
			if err := os.WriteFile(golden, []byte(told), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), told); d != "" {
			t.Errorf("the half year tells something else: %s", d)
		}
		entries := env.Store.Client().AuditEntry.Query().CountX(testenv.Operator(t))
		if again := played(); again != told {
			t.Errorf("played again, it tells %s", again)
		}
		if n := env.Store.Client().AuditEntry.Query().CountX(testenv.Operator(t)); n != entries {
			t.Errorf("played again, it changed something: %d audit entries, want %d", n, entries)
		}
		report, err := doctor.Check(t.Context(), env.Store)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range report.Findings {
			if f.Broken > 0 && !f.Warning {
				t.Errorf("the doctor finds %+v", f)
			}
		}
	})
}
