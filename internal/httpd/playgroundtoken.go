package httpd

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"time"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
)

// NewPlaygroundToken returns a token with which the playground may send the text of documents in the session of a
// request, and when it expires. It returns UNAUTHENTICATED for a request without a valid session.
type NewPlaygroundToken func(*http.Request) (token string, expires clock.Instant, err error)

// playgroundTokenPath is the path at which the playground exchanges its session for a token.
const playgroundTokenPath = "/playground/token"

// givePlaygroundToken answers with a token: {"token": "…", "expiresAt": "…"}. A request with an API key needs none, and
// is refused, so that the token is always one of the session in the cookie.
func givePlaygroundToken(exchange NewPlaygroundToken, log *slog.Logger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "" {
			unauthenticated(w, r, fault.New(change.Unauthenticated, "Authorization",
				"Only a browser session is exchanged for a token of the playground.",
				"Sign in with a browser, and send the cookie of the session alone."))
			return
		}
		token, expires, err := exchange(r)
		if err != nil {
			refuseError(w, r, log, err)
			return
		}
		header := w.Header()
		header.Set("Content-Type", plainJSON)
		header.Set("Cache-Control", "no-store")
		_ = json.NewEncoder(w).Encode(map[string]string{"token": token,
			"expiresAt": expires.Time().UTC().Format(time.RFC3339)})
	}
}
