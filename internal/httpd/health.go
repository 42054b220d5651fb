package httpd

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
)

const readyLimit = time.Second

// live answers that the process is running, whatever the state of its database.
func live(w http.ResponseWriter, _ *http.Request) { writeJSON(w, http.StatusOK, `{"live":true}`) }

// ready answers whether operations can be processed. The check may take at most readyLimit.
func ready(check func(context.Context) error, log *slog.Logger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if check == nil {
			writeJSON(w, http.StatusOK, `{"ready":true}`)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), readyLimit)
		defer cancel()
		err := check(ctx)
		if err == nil {
			writeJSON(w, http.StatusOK, `{"ready":true}`)
			return
		}
		log.WarnContext(ctx, "not ready", "request_id", RequestID(ctx), "error", err)
		var reason *fault.Error
		if !errors.As(err, &reason) {
			reason = store.Outage(err)
		}
		if reason == nil || reason.Code == fault.Timeout {
			reason = store.Outage(store.ErrUnavailable)
		}
		refuse(w, r, http.StatusServiceUnavailable, reason)
	}
}

func writeJSON(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", plainJSON)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}
