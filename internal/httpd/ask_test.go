package httpd_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

const widgetDocument = "{ viewer { name } }"

// guests authenticates one session, one key and one widget token.
func guests(r *http.Request) (*viewer.Viewer, error) {
	bad := fault.New(change.Unauthenticated, "", "The credential is not valid.", "Sign in.")
	switch token, bearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); {
	case token == "key":
		return viewer.System(), nil
	case token == "playground":
		return browser(true), nil
	case token == "widget":
		sum := sha256.Sum256([]byte(widgetDocument))
		return (&viewer.Viewer{Credential: vocabulary.CredentialKindWidgetToken, User: gid.New(gid.User, 1),
			Name: "somebody", ReadOnly: true,
			Widget: &viewer.Widget{Origins: []string{"https://community.example"},
				Documents: []string{hex.EncodeToString(sum[:])}}}).Settle(), nil
	case token == "other provider":
		return nil, fault.New(access.ProviderRequired, "", "People of the domain sign in elsewhere.", "Sign in there.")
	case token == "silent provider":
		return nil, fault.New(signin.ProviderUnavailable, "", "The provider does not answer.", "Try again.")
	case bearer:
		return nil, bad
	}
	switch cookie, err := r.Cookie("session"); {
	case err != nil:
		return nil, nil
	case cookie.Value == "good":
		return browser(false), nil
	}
	return nil, bad
}

// somebody is the user of the sessions.
var somebody = gid.New(gid.User, 7)

// browser is an operator who signed in with a browser, and perhaps uses the playground there.
func browser(playground bool) *viewer.Viewer {
	return (&viewer.Viewer{Credential: vocabulary.CredentialKindSession, User: somebody, Name: "somebody",
		Producer: vocabulary.ProducerRoleOperator, Scopes: vocabulary.EveryKeyScope, Playground: playground}).Settle()
}

func hashOf(document string) string {
	sum := sha256.Sum256([]byte(document))
	return hex.EncodeToString(sum[:])
}

func TestWhoMayAsk(t *testing.T) {
	const document = "{ __typename }"
	public, err := url.Parse("https://rights.example")
	if err != nil {
		t.Fatal(err)
	}
	e := newEdge(t, func(o *httpd.Options) {
		o.Authenticate, o.PublicURL = guests, public
		o.Documents = func(_ context.Context, hash string) (string, bool, error) {
			text, found := map[string]string{hashOf(widgetDocument): widgetDocument, hashOf(document): document}[hash]
			return text, found, nil
		}
	})
	byHash := func(hash string) *http.Request {
		return post(`{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "` + hash + `"}}}`)
	}
	persisted := func(text, version, hash string) *http.Request {
		return with(post(`{"query": "`+text+`", "extensions": {"persistedQuery": {`+version+
			`"sha256Hash": "`+hash+`"}}}`),
			"Authorization", "Bearer key")
	}
	// getByHash asks by GET, or by HEAD, with a widget token from a page.
	getByHash := func(method, hash, page string) *http.Request {
		r := get("extensions=" + url.QueryEscape(`{"persistedQuery": {"version": 1, "sha256Hash": "`+hash+`"}}`))
		r.Method = method
		return with(with(r, "Authorization", "Bearer widget"), "Origin", page)
	}
	onPublic := func(r *http.Request) *http.Request {
		r.Host = "rights.example"
		return r
	}
	cookie := func(r *http.Request, value string) *http.Request { return with(r, "Cookie", "session="+value) }
	for name, test := range map[string]struct {
		request *http.Request
		status  int
		code    string
	}{
		"nobody":                     {query(document, nil), 401, "UNAUTHENTICATED"},
		"nobody, about the contract": {query("{ __schema { types { name } } }", nil), 401, "UNAUTHENTICATED"},
		"a key":                      {with(query(document, nil), "Authorization", "Bearer key"), 200, ""},
		"a wrong key": {with(query(document, nil), "Authorization", "Bearer wrong"), 401,
			"UNAUTHENTICATED"},
		"a wrong key beside a good session": {with(cookie(query(document, nil), "good"), "Authorization",
			"Bearer wrong"), 401, "UNAUTHENTICATED"},
		"a token of another provider": {with(query(document, nil), "Authorization", "Bearer other provider"), 403,
			"PROVIDER_REQUIRED"},
		"a token of a silent provider": {with(query(document, nil), "Authorization", "Bearer silent provider"), 503,
			"PROVIDER_UNAVAILABLE"},
		"a session":                {cookie(byHash(hashOf(document)), "good"), 200, ""},
		"a session, by documentId": {cookie(post(`{"documentId": "sha256:`+hashOf(document)+`"}`), "good"), 200, ""},
		"a session, by documentId without prefix": {cookie(post(`{"documentId": "`+hashOf(document)+`"}`), "good"),
			200, ""},
		"a session, by GET": {cookie(get("documentId="+hashOf(document)), "good"), 200, ""},
		"a session, for its user": {with(cookie(byHash(hashOf(document)), "good"), "Muniment-Viewer",
			somebody.String()), 200, ""},
		"a session, for another user": {with(cookie(byHash(hashOf(document)), "good"), "Muniment-Viewer",
			gid.New(gid.User, 8).String()), 409, "VIEWER_CHANGED"},
		"a session, for nobody that is known": {with(cookie(byHash(hashOf(document)), "good"), "Muniment-Viewer", "?"),
			409, "VIEWER_CHANGED"},
		"a session that has ended, for its user": {with(cookie(byHash(hashOf(document)), "old"), "Muniment-Viewer",
			somebody.String()), 401, "UNAUTHENTICATED"},
		"a session, by a hash of nothing": {cookie(byHash(hashOf("nothing")), "good"), 400, "DOCUMENT_UNKNOWN"},
		"a session, with text":            {cookie(query(document, nil), "good"), 403, "TRUSTED_DOCUMENTS_ONLY"},
		"a session, with no GraphQL":      {cookie(query("?", nil), "good"), 403, "TRUSTED_DOCUMENTS_ONLY"},
		"a session, with text by GET":     {cookie(asked(document), "good"), 403, "TRUSTED_DOCUMENTS_ONLY"},
		"a session, with text by HEAD": {func() *http.Request {
			r := cookie(asked(document), "good")
			r.Method = http.MethodHead
			return r
		}(), 403, "TRUSTED_DOCUMENTS_ONLY"},
		"a session, with a trusted text and its hash": {cookie(post(`{"query": "`+document+`", "documentId": "`+
			hashOf(document)+`"}`), "good"), 403, "TRUSTED_DOCUMENTS_ONLY"},
		"the playground": {with(cookie(query(document, nil), "good"), "Authorization", "Bearer playground"), 200, ""},
		"two hashes": {with(post(`{"documentId": "`+hashOf("x")+`", "extensions": {"persistedQuery": {"version": 1, `+
			`"sha256Hash": "`+hashOf(document)+`"}}}`), "Authorization", "Bearer key"), 400, "MALFORMED_REQUEST"},
		"a documentId that is a number": {with(post(`{"documentId": 1}`), "Authorization", "Bearer key"), 400,
			"MALFORMED_REQUEST"},
		"a session that has ended": {cookie(query(document, nil), "old"), 401, "UNAUTHENTICATED"},
		"a session, from a foreign page": {with(cookie(query(document, nil), "good"), "Origin",
			"https://evil.example"), 403, "FOREIGN_ORIGIN"},
		"a session, from a page of the same site": {with(with(cookie(onPublic(query(document, nil)), "good"), "Origin",
			"https://other.rights.example"),
			"Sec-Fetch-Site", "same-site"), 403, "FOREIGN_ORIGIN"},
		"a session, by the public name": {with(with(cookie(onPublic(byHash(hashOf(document))), "good"), "Origin",
			"https://rights.example"), "Sec-Fetch-Site", "same-origin"), 200, ""},
		"a foreign name": {func() *http.Request {
			r := cookie(query(document, nil), "good")
			r.Host = "evil.example"
			return r
		}(), 403, "FOREIGN_HOST"},
		"a widget": {with(with(query(widgetDocument, nil), "Authorization", "Bearer widget"),
			"Origin", "https://community.example"), 200, ""},
		"a widget, with another document": {with(with(query(document, nil), "Authorization", "Bearer widget"),
			"Origin", "https://community.example"), 403, "DOCUMENT_NOT_ALLOWED"},
		"a key, by the hash": {with(byHash(hashOf(document)), "Authorization", "Bearer key"), 200, ""},
		"a key, by the hash in capitals": {with(byHash(strings.ToUpper(hashOf(document))), "Authorization",
			"Bearer key"), 200, ""},
		"a widget, on a site with a dot at the end": {with(with(query(widgetDocument, nil), "Authorization",
			"Bearer widget"), "Origin", "https://community.example."), 200, ""},
		"a key, by a hash of nothing": {with(byHash(hashOf("nothing")), "Authorization", "Bearer key"), 400,
			"DOCUMENT_UNKNOWN"},
		"the text and its hash":           {persisted(document, `"version": 1, `, hashOf(document)), 200, ""},
		"the text and another hash":       {persisted(document, `"version": 1, `, hashOf("x")), 400, "MALFORMED_REQUEST"},
		"a hash of another version":       {persisted("", `"version": 2, `, hashOf(document)), 400, "MALFORMED_REQUEST"},
		"a hash without version":          {persisted("", "", hashOf(document)), 400, "MALFORMED_REQUEST"},
		"a text and no hash in its place": {persisted(document, `"version": 1, `, ""), 400, "MALFORMED_REQUEST"},
		"a widget, by the hash": {with(with(byHash(hashOf(widgetDocument)), "Authorization", "Bearer widget"),
			"Origin", "https://community.example"), 200, ""},
		"a widget, by another hash": {with(with(byHash(hashOf(document)), "Authorization", "Bearer widget"),
			"Origin", "https://community.example"), 403, "DOCUMENT_NOT_ALLOWED"},
		"a widget, by GET":  {getByHash("GET", hashOf(widgetDocument), "https://community.example"), 200, ""},
		"a widget, by HEAD": {getByHash("HEAD", hashOf(widgetDocument), "https://community.example"), 200, ""},
		"a widget, by GET with another hash": {getByHash("GET", hashOf(document), "https://community.example"), 403,
			"DOCUMENT_NOT_ALLOWED"},
		"a widget, by GET on another site": {getByHash("GET", hashOf(widgetDocument), "https://evil.example"), 403,
			"FOREIGN_ORIGIN"},
		"a widget, on another site": {with(with(query(widgetDocument, nil), "Authorization", "Bearer widget"),
			"Origin", "https://evil.example"), 403, "FOREIGN_ORIGIN"},
		"a widget, from no page": {with(query(widgetDocument, nil), "Authorization", "Bearer widget"), 403,
			"FOREIGN_ORIGIN"},
	} {
		t.Run(name, func(t *testing.T) {
			answer := e.send(t, test.request)
			if test.code != "" {
				answer.want(t, test.status, test.code)
			} else if answer.status != test.status {
				t.Errorf("status %d: %.300s, want %v", answer.status, answer.text, test.status)
			}
			readable := answer.header.Get("Access-Control-Allow-Origin")
			want := slices.Contains([]string{"a widget", "a widget, with another document", "a widget, by the hash",
				"a widget, by another hash", "a widget, by GET", "a widget, by HEAD",
				"a widget, by GET with another hash"}, name)
			if (readable == "https://community.example") != want || readable == "*" {
				t.Errorf("readable for %q", readable)
			}
			if answer.header.Get("Access-Control-Allow-Credentials") != "" {
				t.Error("credentials of another site are allowed")
			}
			if (answer.status == 401) != (answer.header.Get("WWW-Authenticate") != "") {
				t.Errorf("WWW-Authenticate: %q", answer.header.Get("WWW-Authenticate"))
			}
		})
	}
}

func TestABrowserMayAskWhetherAWidgetMay(t *testing.T) {
	e := newEdge(t, func(o *httpd.Options) { o.Authenticate = guests })
	ask := func(origin, method string) answer {
		request := query("", nil)
		request.Method = http.MethodOptions
		request.Header.Set("Origin", origin)
		request.Header.Set("Access-Control-Request-Method", method)
		request.Header.Set("Access-Control-Request-Headers", "authorization, content-type")
		return e.send(t, request)
	}
	for _, method := range []string{"POST", "GET", "HEAD"} {
		if got := ask("https://community.example", method); got.status != 200 ||
			got.header.Get("Access-Control-Allow-Origin") != "https://community.example" ||
			got.header.Get("Access-Control-Allow-Methods") != method ||
			got.header.Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf(
				`%s: %d %v, want status = 200, Access-Control-Allow-Origin = "https://community.example" and `+
					`Access-Control-Allow-Credentials = ""`,
				method, got.status, got.header)
		}
	}
	for origin, method := range map[string]string{"http://community.example": "POST",
		"https://community.example": "PUT", "null": "POST"} {
		if got := ask(origin, method); got.header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf(`%s by %s: %v, want ""`, origin, method, got.header)
		}
	}
}
