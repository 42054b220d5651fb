package httpd

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/muniment/muniment/internal/fault"
)

const readyLimit = time.Second

// live says that the process answers, whatever its database does.
func live(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, `{"live":true}`) }

// ready says whether operations can be answered, within a second.
func ready(check func(context.Context) error, log *slog.Logger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if check == nil {
			say(w, http.StatusOK, `{"ready":true}`)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), readyLimit)
		defer cancel()
		err := check(ctx)
		if err == nil {
			say(w, http.StatusOK, `{"ready":true}`)
			return
		}
		log.WarnContext(ctx, "not ready", "request_id", RequestID(ctx), "error", err)
		var reason *fault.Error
		if !errors.As(err, &reason) {
			reason = unavailable()
		}
		refuse(w, r, http.StatusServiceUnavailable, reason)
	}
}

func say(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", plainJSON)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}
