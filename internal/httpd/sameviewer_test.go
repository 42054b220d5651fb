package httpd_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/viewer"
)

// A page that was loaded for somebody else gets no file and no token either.
func TestPagesOfSomebodyElseGetNothing(t *testing.T) {
	for path, method := range map[string]string{"/export/lines": http.MethodGet, "/playground/token": http.MethodPost} {
		t.Run(path, func(t *testing.T) {
			served := 0
			e := newEdge(t, func(o *httpd.Options) {
				o.Authenticate = guests
				o.Exports = map[string]http.HandlerFunc{"lines": func(http.ResponseWriter, *http.Request) { served++ }}
				o.Playground = http.NotFoundHandler()
				o.NewPlaygroundToken = func(*http.Request) (string, clock.Instant, error) {
					served++
					return "token", 0, nil
				}
			})
			send := func(cookie string, loadedFor ...string) answer {
				r := with(httptest.NewRequest(method, path, nil), "Cookie", "session="+cookie)
				r.Host = "localhost"
				for _, user := range loadedFor {
					r = with(r, "Muniment-Viewer", user)
				}
				return e.send(t, r)
			}
			send("good", gid.New(gid.User, 8).String()).want(t, http.StatusConflict, "VIEWER_CHANGED")
			send("old", gid.New(gid.User, 8).String()).want(t, http.StatusUnauthorized, "UNAUTHENTICATED")
			if served != 0 {
				t.Fatal("it was served")
			}
			for _, a := range []answer{send("good"), send("good", somebody.String())} {
				if a.status != http.StatusOK {
					t.Errorf("status %d: %s", a.status, a.text)
				}
			}
			if served != 2 {
				t.Errorf("served %d times", served)
			}
		})
	}
}

// A page that was loaded before the session began to look as an account gets nothing, and the other way round.
func TestPagesOfAnotherViewGetNothing(t *testing.T) {
	account, other := gid.New(gid.Account, 3), gid.New(gid.Account, 4)
	for name, change := range map[string]func(*viewer.Viewer){
		"viewing as":  func(v *viewer.Viewer) { v.ViewingAs = account },
		"narrowed to": func(v *viewer.Viewer) { v.NarrowedTo = account },
	} {
		t.Run(name, func(t *testing.T) {
			e := newEdge(t, func(o *httpd.Options) {
				o.Authenticate = func(r *http.Request) (*viewer.Viewer, error) {
					v := *browser(true)
					change(&v)
					return &v, nil
				}
			})
			for key, status := range map[string]int{
				somebody.String():                          http.StatusConflict,
				somebody.String() + "/" + other.String():   http.StatusConflict,
				somebody.String() + "/" + account.String(): http.StatusOK,
			} {
				if a := e.send(t, with(query("{ __typename }", nil), "Muniment-Viewer", key)); a.status != status {
					t.Errorf("%s: status %d, want %d: %s", key, a.status, status, a.text)
				}
			}
		})
	}
}
