package benchmark

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/muniment/muniment/internal/store"
)

// ceilings holds the maximum number of allocations of each operation on SQLite, about a seventh above the measured
// number. Allocations, unlike times, do not vary between runs: an operation that exceeds its ceiling has become
// slower.
var ceilings = map[string]float64{
	"dashboard": 1950, "renewals": 1230, "renewals of an account": 720, "entitlement": 330, "search": 460,
	"lookup": 400,
}

func TestAllocationsStayBelowTheirCeilings(t *testing.T) {
	s := filled(t, store.Config{Directory: t.TempDir()}, smallSize)
	for _, o := range Operations() {
		text, err := json.Marshal(body(o, o.Inputs(s.sample)[0], false))
		if err != nil {
			t.Fatal(err)
		}
		got := testing.AllocsPerRun(20, func() {
			request := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/graphql", bytes.NewReader(text))
			request.Header.Set("Content-Type", "application/json")
			recorder := httptest.NewRecorder()
			s.mux.ServeHTTP(recorder, request)
			if recorder.Code != http.StatusOK {
				t.Fatalf("%s: status %d: %.300s, want %d", o.Name, recorder.Code, recorder.Body, http.StatusOK)
			}
		})
		most, known := ceilings[o.Name]
		if !known || got > most {
			t.Errorf("%s: %.0f allocations, the ceiling is %.0f", o.Name, got, most)
		}
		t.Logf("%s: %.0f allocations", o.Name, got)
	}
}
