package signin

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/media"
	"github.com/muniment/muniment/internal/origin"
)

const (
	formType = "application/x-www-form-urlencoded"
	// maxForm limits a form, in bytes.
	maxForm = 32 << 10
)

// ownForm accepts only URL-encoded forms from this server's own pages.
func (s *SignIn) ownForm(next http.Handler) http.Handler {
	deny := func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, fault.New(ForeignForm, "", "The form was sent by a page of another site.",
			"Open the page of this server, and use the form there."))
	}
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(deny))
	own := protection.Handler(s.plainForm(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.otherScheme(r.Header.Get("Origin")) {
			deny(w, r)
			return
		}
		own.ServeHTTP(w, r)
	})
}

// otherScheme reports whether an Origin header names this server with another scheme, which http.CrossOriginProtection
// does not look at.
func (s *SignIn) otherScheme(header string) bool {
	sender, err := url.Parse(header)
	if err != nil {
		return false
	}
	canonical, ok := origin.Of(sender)
	return ok && origin.OtherScheme(s.public, canonical)
}

// plainForm parses a URL-encoded form, and refuses everything else.
func (s *SignIn) plainForm(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sent, ok := media.Parse(r.Header.Get("Content-Type"))
		if ok = ok && sent.Name == formType && sent.UTF8(); ok {
			r.Header.Set("Content-Type", formType) // ParseForm knows fewer spellings
			r.Body = http.MaxBytesReader(w, r.Body, maxForm)
			ok = r.ParseForm() == nil
		}
		if !ok {
			s.fail(w, r, fault.New(ForeignForm, "", "The request does not come from a form of this server.",
				"Open the page of this server, and use the form there."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// addressIn returns the typed address as it is stored, without surrounding space, and whether it is a valid e-mail
// address.
func addressIn(text string) (string, bool) {
	text = email.Normal(strings.TrimSpace(text))
	return text, email.Valid(text)
}
