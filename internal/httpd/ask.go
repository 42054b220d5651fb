package httpd

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/go-chi/cors"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/origin"
	"github.com/muniment/muniment/internal/viewer"
)

// Authenticate returns the viewer of a request, nil if it has no credential, or the fault UNAUTHENTICATED if the
// credential is not valid. Any other error is a failure of the server.
type Authenticate func(*http.Request) (*viewer.Viewer, error)

// authenticate puts the viewer into the context of a request. An invalid credential in the Authorization header is
// refused. A browser whose session has ended continues without a viewer, so that it can reach the sign-in page.
func authenticate(options Options) func(http.Handler) http.Handler {
	authenticateRequest, log := options.Authenticate, options.Log
	guesses, keys := newGuessLimit(options), &keyLimit{options.KeyRequests, newRate(options.Now, keyWindow)}
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ctx := change.WithRequestID(r.Context(), RequestID(r.Context()))
			if authenticateRequest == nil || preflight(r) {
				next.ServeHTTP(w, r.WithContext(ctx))
				return
			}
			if guesses.refuse(w, r) {
				return
			}
			v, err := authenticateRequest(r.WithContext(ctx))
			guesses.learn(r, err)
			if err != nil && r.Header.Get("Authorization") == "" && fault.CodeOf(err) == change.Unauthenticated {
				v, err = nil, nil
			}
			if err != nil {
				refuseError(w, r, log, err)
				return
			}
			if keys.refuse(w, r, v) {
				return
			}
			if v != nil && v.Playground && r.URL.Path != graphqlPath {
				unauthenticated(w, r, fault.New(change.Unauthenticated, "Authorization",
					"A token of the playground is for its operations at /graphql only.",
					"Send the cookie of the session alone, or an API key."))
				return
			}
			if v != nil {
				noteViewer(ctx, v)
				ctx = viewer.With(ctx, v)
			}
			next.ServeHTTP(w, r.WithContext(ctx))
		})
	}
}

// requireAuth refuses requests without a viewer.
func requireAuth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if viewer.From(r.Context()) == nil {
			unauthenticated(w, r, fault.New(change.Unauthenticated, "Authorization", "Nobody is signed in.",
				"Sign in at /sign-in, or send an API key as Authorization: Bearer."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// viewerHeader says for which viewer a page was loaded, as viewerKey writes it.
const viewerHeader = "Muniment-Viewer"

// viewerKey has the id of the user, and behind a slash the account as which they view, or to which the session is
// narrowed.
func viewerKey(v *viewer.Viewer) string {
	switch {
	case v.ViewingAs != 0:
		return v.User.String() + "/" + v.ViewingAs.String()
	case v.NarrowedTo != 0:
		return v.User.String() + "/" + v.NarrowedTo.String()
	}
	return v.User.String()
}

// sameViewer refuses requests of pages that were loaded for another viewer. All tabs of a browser share one session, so
// that somebody else may have signed in, or view as another account, in another tab. Clients that do not send the
// header are not asked for it.
func sameViewer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		expected := r.Header.Get(viewerHeader)
		if expected != "" && expected != viewerKey(viewer.From(r.Context())) {
			refuse(w, r, http.StatusConflict, fault.New(ViewerChanged, viewerHeader,
				"Since the page was loaded, somebody else has signed in, or the session views as another account now.",
				"Load the page again."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Refuse answers a request outside of GraphQL with an error. A fault is shown as it is; any other error is logged, and
// answered as INTERNAL or UNAVAILABLE.
func Refuse(w http.ResponseWriter, r *http.Request, log *slog.Logger, err error) {
	var reason *fault.Error
	if !errors.As(err, &reason) || reason.Code == change.Unauthenticated {
		refuseError(w, r, log, err)
		return
	}
	status := http.StatusBadRequest
	switch reason.Code {
	case fault.NotFound:
		status = http.StatusNotFound
	case change.Forbidden, account.ServiceClosed:
		status = http.StatusForbidden
	case fault.Unavailable, fault.Timeout:
		status = http.StatusServiceUnavailable
	}
	refuse(w, r, status, reason)
}

func refuseError(w http.ResponseWriter, r *http.Request, log *slog.Logger, err error) {
	var reason *fault.Error
	if errors.As(err, &reason) && reason.Code == change.Unauthenticated {
		unauthenticated(w, r, reason)
		return
	}
	if reason != nil {
		status := http.StatusForbidden
		if reason.Code == signin.ProviderUnavailable {
			status = http.StatusServiceUnavailable
		}
		refuse(w, r, status, reason)
		return
	}
	present := presenter{log}
	f := present.fault(r.Context(), err, "")
	status := http.StatusInternalServerError
	if f.Code == fault.Unavailable || f.Code == fault.Timeout {
		status = http.StatusServiceUnavailable
	}
	refuse(w, r, status, f)
}

func unauthenticated(w http.ResponseWriter, r *http.Request, reason *fault.Error) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="muniment"`)
	refuse(w, r, http.StatusUnauthorized, reason)
}

func preflight(r *http.Request) bool {
	return r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != ""
}

// widgetCORS lets pages of other sites send requests with a widget token. Every https origin may send a preflight
// request, because that does not carry the token yet. The response to the operation itself is readable only by the
// origins in the token. Cookies are never accepted across origins.
func widgetCORS() func(http.Handler) http.Handler {
	return cors.Handler(cors.Options{
		AllowOriginFunc: func(r *http.Request, sender string) bool {
			if preflight(r) {
				return strings.HasPrefix(sender, "https://") || loopbackOrigin(sender)
			}
			v := viewer.From(r.Context())
			return v != nil && v.Widget != nil && names(v.Widget.Origins, sender)
		},
		AllowedMethods: []string{http.MethodGet, http.MethodHead, http.MethodPost},
		AllowedHeaders: []string{"Authorization", "Content-Type"},
		ExposedHeaders: []string{requestIDHeader},
		MaxAge:         600,
	})
}

// letWidgetsRead lets the page that sent a widget token read why it was refused before widgetCORS could know its
// origins: the token has expired, is for another origin, or too many requests failed. A widget asks for a new token if
// it reads the first of these, and says the others. A refusal tells nothing of anybody's data, and whoever has the
// token learns the same with a program, so that the page of any origin may read it.
func letWidgetsRead(w http.ResponseWriter, r *http.Request) {
	header, sender := w.Header(), r.Header.Get("Origin")
	token, isBearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if r.URL.Path != graphqlPath || header.Get("Access-Control-Allow-Origin") != "" ||
		!isBearer || !access.IsWidgetToken(token) || !strings.HasPrefix(sender, "https://") && !loopbackOrigin(sender) {
		return
	}
	header.Set("Access-Control-Allow-Origin", sender)
	header.Set("Access-Control-Expose-Headers", requestIDHeader)
	header.Add("Vary", "Origin")
}

// fromOwnPages refuses requests from pages of foreign origins. With a widget token, the origins in the token are
// allowed; otherwise only pages of this server, and programs.
func (p ownNames) fromOwnPages(next http.Handler) http.Handler {
	own := p.ownOrigin(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := viewer.From(r.Context())
		if v == nil || v.Widget == nil {
			own.ServeHTTP(w, r)
			return
		}
		if !names(v.Widget.Origins, r.Header.Get("Origin")) {
			refuse(w, r, http.StatusForbidden,
				fault.New(ForeignOrigin, "Origin", "The token is not for pages of this origin.",
					"Make a token that names the origin of the page."))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// names reports whether the origins of a token, which are canonical, name the origin that a browser sends. Browsers
// keep a dot at the end of a host.
func names(origins []string, sent string) bool {
	address, err := url.Parse(sent)
	if err != nil {
		return false
	}
	canonical, ok := origin.Of(address)
	return ok && slices.Contains(origins, canonical)
}

// noWidgets refuses widget tokens, which may only run their documents.
func noWidgets(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if viewer.From(r.Context()).Widget != nil {
			refuse(w, r, http.StatusForbidden, documentNotAllowed())
			return
		}
		next.ServeHTTP(w, r)
	})
}

// requireTrusted refuses the text of a document if the viewer may send hashes only, even if it is the text of a trusted
// document: a page has no reason to send it.
func requireTrusted(v *viewer.Viewer, params *asked) *refusal {
	if v == nil || v.SendsText() || !params.hasText() {
		return nil
	}
	return &refusal{http.StatusForbidden, fault.New(TrustedDocumentsOnly, "query",
		"A browser session runs trusted documents only, by their hash. The text of a document is not accepted from it.",
		"Write queries in /playground/, send text from a program with an API key, or send the SHA-256 of a trusted "+
			"document as documentId.")}
}

func documentNotAllowed() *fault.Error {
	return fault.New(DocumentNotAllowed, "query", "The token may not run this document.",
		"Register the document, name it when you make the token, and send exactly the same text, "+
			"or only its SHA-256 as extensions.persistedQuery.sha256Hash.")
}

// mayRunDocument reports whether the viewer may run a document: a widget token lists the documents that it may run.
func mayRunDocument(v *viewer.Viewer, document string) bool {
	if v == nil || v.Widget == nil {
		return true
	}
	sum := sha256.Sum256([]byte(document))
	return slices.Contains(v.Widget.Documents, hex.EncodeToString(sum[:]))
}

// signedIn redirects a browser without a session from a page to the sign-in page, and afterwards back.
func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if viewer.From(r.Context()) == nil {
			http.Redirect(w, r, "/sign-in?return_to="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
			return
		}
		next.ServeHTTP(w, r)
	})
}
