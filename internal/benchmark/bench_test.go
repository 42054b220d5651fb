package benchmark

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// BenchmarkOperation runs each operation without a network, for profiles and for comparing two versions.
func BenchmarkOperation(b *testing.B) {
	for _, engine := range []store.Engine{store.SQLite, store.Postgres} {
		b.Run(string(engine), func(b *testing.B) {
			config := store.Config{Directory: b.TempDir()}
			if engine == store.Postgres {
				config = store.Config{URL: database.Postgres(b)}
			}
			s := filled(b, config, entitlements(b))
			for _, o := range Operations() {
				for _, byHand := range []bool{false, true} {
					kind := map[bool]string{false: "contract", true: "by hand"}[byHand]
					b.Run(o.Name+"/"+kind, func(b *testing.B) { s.run(b, o, byHand) })
				}
			}
		})
	}
}

func (s *server) run(b *testing.B, o Operation, byHand bool) {
	at := "/graphql"
	if byHand {
		at = "/" + path(o)
	}
	var bodies [][]byte
	for _, in := range o.Inputs(s.sample) {
		text, err := json.Marshal(body(o, in, byHand))
		if err != nil {
			b.Fatal(err)
		}
		bodies = append(bodies, text)
	}
	b.ReportAllocs()
	began := processorTime(b)
	for n := 0; b.Loop(); n++ {
		request := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+at, bytes.NewReader(bodies[n%len(bodies)]))
		request.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		s.mux.ServeHTTP(recorder, request)
		if recorder.Code != http.StatusOK {
			b.Fatalf("status %d: %.300s, want %d", recorder.Code, recorder.Body, http.StatusOK)
		}
	}
	b.ReportMetric(float64((processorTime(b)-began).Microseconds())/float64(b.N), "cpu-µs/op")
}
