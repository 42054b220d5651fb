package httpd

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/go-chi/chi/v5/middleware"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/signin"
)

const longestLogged = 200

// logRequests returns middleware that logs one line for each request. Query strings, bodies, documents and variables
// are never logged: they may contain names of customers and keys. observe, which may be nil, is told the status and the
// duration of each request but those about the health of the server.
func logRequests(log *slog.Logger, observe func(int, time.Duration)) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			began := time.Now()
			wrapped := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
			defer func() {
				status := wrapped.Status()
				if status == 0 {
					status = http.StatusOK
				}
				if observe != nil && !aboutHealth(r.URL.Path) {
					observe(status, time.Since(began))
				}
				level := levelOf(r.URL.Path, status)
				if !log.Enabled(r.Context(), level) {
					return
				}
				attributes := []slog.Attr{
					slog.String("request_id", RequestID(r.Context())),
					slog.String("method", cut(r.Method)),
					slog.String("path", cut(signin.LoggedPath(r.URL.Path))),
					slog.Int("status", status),
					slog.Int("bytes", wrapped.BytesWritten()),
					slog.Float64("duration_ms", float64(time.Since(began).Microseconds())/1000),
				}
				rec := recordOf(r.Context())
				rec.mu.Lock()
				if rec.viewer != "" {
					attributes = append(attributes, slog.String("viewer", rec.viewer),
						slog.String("credential", rec.credential))
				}
				if rec.kind != "" {
					attributes = append(attributes, slog.String("kind", rec.kind))
				}
				if rec.operation != "" {
					attributes = append(attributes, slog.String("operation", cut(rec.operation)))
				}
				if len(rec.codes) > 0 {
					attributes = append(attributes, slog.Any("codes", rec.codes))
				}
				rec.mu.Unlock()
				log.LogAttrs(r.Context(), level, "request", attributes...)
			}()
			next.ServeHTTP(wrapped, r)
		})
	}
}

func levelOf(path string, status int) slog.Level {
	switch {
	case status >= 500:
		return slog.LevelWarn
	case aboutHealth(path) || strings.HasPrefix(path, "/playground/"):
		return slog.LevelDebug
	}
	return slog.LevelInfo
}

func aboutHealth(path string) bool { return path == "/livez" || path == "/readyz" }

func cut(s string) string {
	if len(s) > longestLogged {
		return strings.ToValidUTF8(s[:longestLogged], "") + "…"
	}
	return s
}

// recoverer returns middleware that answers a panic with INTERNAL and logs its stack.
func recoverer(log *slog.Logger) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				failure := recover()
				if failure == nil {
					return
				}
				if failure == http.ErrAbortHandler {
					panic(failure) // net/http's own way to drop a connection
				}
				logPanic(r.Context(), log, failure)
				if wrapped, ok := w.(middleware.WrapResponseWriter); ok && wrapped.Status() != 0 {
					// part of the response was sent: abort it, so that the client does not take it for complete
					panic(http.ErrAbortHandler)
				}
				refuse(w, r, http.StatusInternalServerError, internalFault(r.Context()))
			}()
			next.ServeHTTP(w, r)
		})
	}
}

// NotFound refuses a path under which nothing is served.
func NotFound(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, http.StatusNotFound, fault.New(NoSuchPath, "", "Nothing is served under this path.",
		"Send operations to /graphql, or open /playground/ in a browser."))
}

func stack() string { return fmt.Sprintf("%s", debug.Stack()) }
