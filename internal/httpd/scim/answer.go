package scim

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	scim "github.com/elimity-com/scim/errors"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
)

const mediaType = "application/scim+json"

// reply is a successful response. A nil body sends none.
type reply struct {
	status   int
	body     any
	version  string
	location string
}

func (s *server) write(w http.ResponseWriter, r *http.Request, a *reply) {
	if a.version != "" {
		w.Header().Set("ETag", a.version)
	}
	if a.location != "" {
		w.Header().Set("Location", a.location)
	}
	s.send(w, r, a.status, a.body)
}

func (s *server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	answer, known := toSCIMError(err)
	if !known {
		s.log.LogAttrs(r.Context(), slog.LevelError, "provisioning failed",
			slog.String("request_id", change.RequestID(r.Context())),
			slog.String("error", err.Error()))
	}
	var method notAllowedError
	switch {
	case errors.As(err, &method):
		w.Header().Set("Allow", method.methods)
	case answer.Status == http.StatusUnauthorized:
		w.Header().Set("WWW-Authenticate", "Bearer")
	case answer.Status == http.StatusServiceUnavailable:
		w.Header().Set("Retry-After", "5")
	}
	s.send(w, r, answer.Status, answer)
}

// Refuse answers with an error in the form of SCIM (RFC 7644, section 3.12), whose detail begins with the code. It is
// for requests that are refused before they reach the handler.
func Refuse(w http.ResponseWriter, status int, f *fault.Error) {
	// Marshaling this error cannot fail.
	_ = send(w, status, scim.ScimError{Status: status, Detail: detailOf(f)})
}

func (s *server) send(w http.ResponseWriter, r *http.Request, status int, body any) {
	if err := send(w, status, body); err != nil {
		s.log.LogAttrs(r.Context(), slog.LevelError, "provisioning failed", slog.String("error", err.Error()))
	}
}

// send writes a response. If the body cannot be marshaled, it sends an internal error and returns the reason.
func send(w http.ResponseWriter, status int, body any) error {
	w.Header().Set("Cache-Control", "no-store")
	if body == nil {
		w.WriteHeader(status)
		return nil
	}
	text, err := json.Marshal(body)
	if err != nil {
		status, text = http.StatusInternalServerError,
			[]byte(`{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"500"}`)
	}
	w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(text) // the client may have disconnected; nothing can be done about it
	return err
}
