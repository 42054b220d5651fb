package benchmark

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/graph"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// BenchmarkAuthentication measures the dashboard for an administrator of the account, with a fixed viewer and with a
// session token, in alternating rounds. It reports the ratio of the second time to the first.
func BenchmarkAuthentication(b *testing.B) {
	for _, engine := range []string{"sqlite", "postgres"} {
		b.Run(engine, func(b *testing.B) {
			config := store.Config{Directory: b.TempDir()}
			if engine == "postgres" {
				config = store.Config{URL: database.Postgres(b)}
			}
			s := filled(b, config, smallSize)
			account := s.sample.Accounts[0]
			token, who := signedIn(b, s, account)
			known := served(s, func(*http.Request) (*viewer.Viewer, error) { return who, nil })
			proven := served(s, func(r *http.Request) (*viewer.Viewer, error) {
				return s.Services.Access.Session(r.Context(), token)
			})
			o := dashboard()
			text, err := json.Marshal(map[string]any{"query": o.Document,
				"variables": map[string]any{"id": account.String()}})
			if err != nil {
				b.Fatal(err)
			}
			if one, other := answered(b, known, text), answered(b, proven, text); !bytes.Equal(one, other) ||
				len(one) < 1000 {
				b.Fatalf("answers of %d and %d bytes, want one = %v and len(one) >= 1000", len(one), len(other), other)
			}
			var without, with []time.Duration
			for b.Loop() {
				without, with = append(without, timeOf(b, known, text)), append(with, timeOf(b, proven, text))
			}
			ratio := float64(medianTime(with)) / float64(medianTime(without))
			b.ReportMetric(float64(medianTime(without).Nanoseconds()), "ns-known/op")
			b.ReportMetric(float64(medianTime(with).Nanoseconds()), "ns-proven/op")
			b.ReportMetric(ratio, "proven/known")
		})
	}
}

// signedIn makes one of the account's users its administrator and signs them in.
func signedIn(b *testing.B, s *server, account gid.ID) (string, *viewer.Viewer) {
	b.Helper()
	ctx := database.Operator(b)
	roles, err := vocabulary.Roles(vocabulary.RoleAccountAdministrator)
	if err != nil {
		b.Fatal(err)
	}
	row, err := s.Store.Client().Membership.Query().Where(membership.AccountID(account)).First(ctx)
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Store.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if err := tx.Client().User.UpdateOneID(row.UserID).SetActive(true).Exec(ctx); err != nil {
			return err
		}
		return tx.Client().Membership.UpdateOneID(row.ID).SetRoles(roles).SetServiceAccess(vocabulary.EveryService).
			ClearEndsOn().
			ClearProductLineID().Exec(ctx)
	}); err != nil {
		b.Fatal(err)
	}
	token, _, err := s.Services.Access.Begin(ctx,
		access.NewSession{User: row.UserID, Method: vocabulary.SignInMethodDemo})
	if err != nil {
		b.Fatal(err)
	}
	who, err := s.Services.Access.Session(ctx, token)
	if err != nil {
		b.Fatal(err)
	}
	return token, who
}

func served(s *server, who httpd.Authenticate) http.Handler {
	schema, err := graph.NewSchema(graph.Options{Store: s.Store, Services: s.Services, Today: testenv.Day})
	if err != nil {
		panic(err)
	}
	return httpd.New(httpd.Options{Schema: schema, Authenticate: who, Deadline: time.Minute})
}

func answered(b *testing.B, handler http.Handler, text []byte) []byte {
	b.Helper()
	request := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/graphql", bytes.NewReader(text))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	if recorder.Code != http.StatusOK || bytes.Contains(recorder.Body.Bytes(), []byte(`"errors"`)) {
		b.Fatalf("status %d: %.300s", recorder.Code, recorder.Body)
	}
	return recorder.Body.Bytes()
}

// round is the number of requests that are timed together.
const round = 20

func timeOf(b *testing.B, handler http.Handler, text []byte) time.Duration {
	began := time.Now()
	for range round {
		answered(b, handler, text)
	}
	return time.Since(began) / round
}

func medianTime(list []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}
