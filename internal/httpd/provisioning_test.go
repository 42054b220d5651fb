package httpd_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// SCIM clients understand only SCIM errors, so that middleware in front of SCIM must send them too.
func TestDirectoriesAreRefusedInSCIMsOwnForm(t *testing.T) {
	wrong := fault.New(change.Unauthenticated, "", "The credential is not valid.", "Send a valid key.")
	e := newEdge(t, func(o *httpd.Options) {
		o.Authenticate = func(r *http.Request) (*viewer.Viewer, error) {
			switch r.Header.Get("Authorization") {
			case "":
				return nil, nil
			case "Bearer wrong":
				return nil, wrong
			case "Bearer broken":
				return nil, errors.New("secret reason")
			case "Bearer later":
				return nil, &store.Error{Kind: store.ErrUnavailable}
			}
			return viewer.System(), nil
		}
		o.Provisioning = http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("secret reason") })
	})
	for name, test := range map[string]struct {
		path, credential, host string
		status                 int
		code                   string
	}{
		"no credential":           {"/scim/v2/Users", "", "", 401, "UNAUTHENTICATED"},
		"a wrong one":             {"/scim/v2/Users", "Bearer wrong", "", 401, "UNAUTHENTICATED"},
		"a foreign host":          {"/scim/v2/Users", "Bearer right", "evil.example", 403, "FOREIGN_HOST"},
		"a panic":                 {"/scim/v2/Users", "Bearer right", "", 500, "INTERNAL"},
		"a failure":               {"/scim/v2/Users", "Bearer broken", "", 500, "INTERNAL"},
		"a database that is away": {"/scim/v2", "Bearer later", "", 503, "UNAVAILABLE"},
		"two slashes":             {"/scim//v2/Users", "Bearer right", "", 404, "NO_SUCH_PATH"},
		"an unknown path":         {"//scim/v2/Nothing", "", "", 404, "NO_SUCH_PATH"},
	} {
		t.Run(name, func(t *testing.T) {
			request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "http://127.0.0.1:8080/", nil)
			request.URL.Path = test.path
			if test.host != "" {
				request.Host = test.host
			}
			if test.credential != "" {
				request.Header.Set("Authorization", test.credential)
			}
			got := e.send(t, request)
			var body struct {
				Schemas        []string
				Status, Detail string
			}
			if err := json.Unmarshal([]byte(got.text), &body); err != nil {
				t.Fatal(err)
			}
			if got.status != test.status || body.Status != strconv.Itoa(test.status) || len(body.Schemas) != 1 ||
				body.Schemas[0] != "urn:ietf:params:scim:api:messages:2.0:Error" ||
				!strings.HasPrefix(body.Detail, test.code+": ") ||
				!strings.HasPrefix(got.header.Get("Content-Type"), "application/scim+json") ||
				strings.Contains(got.text, "secret") {
				t.Errorf(
					`%d %s, want status = %v, Status = %v, len(Schemas) = 1, Schemas[0] = `+
						`"urn:ietf:params:scim:api:messages:2.0:Error", Detail %v at its beginning, Content-Type `+
						`"application/scim+json" at its beginning and text without "secret"`,
					got.status, got.text, test.status, strconv.Itoa(test.status), test.code+": ")
			}
			if challenge := got.header.Get("WWW-Authenticate"); strings.HasPrefix(challenge,
				"Bearer") != (test.status == 401) {
				t.Errorf("challenge %q, want %v", challenge, test.status == 401)
			}
		})
	}
}

func TestNoSecretStandsInTheLog(t *testing.T) {
	const secret = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	e := newEdge(t, nil)
	for _, path := range []string{"/sign-in/link/ml_" + secret, "//sign-in/link/ml_" + secret, "/sign-in//link/ml_" +
		secret,
		"/./sign-in/link/ml_" + secret + "/more", "/x/../sign-in/link/ml_" + secret, "/SIGN-IN/Link/ml_" + secret,
		"/invitation//ml_" + secret,
		"/sign-in/link/../ml_" + secret, `/\\sign-in\\link\\ml_` + secret, "/sign-in/link/%6dl%5f" + secret,
		"/sign%252Din/link/ml%255F" + secret,
		"/graphql/mk_" + secret, "/" + strings.ToLower(secret), "/playground/assets/ms_" + secret + ".js",
		"/%2530%2531" + secret[2:], "/a;mw_" + secret,
		"/sign-in/link/ml_" + secret + "/..", "/invitation/" + secret[:10] + "/" + secret[10:]} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			e.log.Reset()
			request, err := http.NewRequestWithContext(
				t.Context(), method, "http://127.0.0.1:8080/?token=ml_"+secret, nil)
			if err != nil {
				t.Fatal(err)
			}
			request.URL.Path = path
			if parsed, err := request.URL.Parse(path); err == nil && parsed.Host == "" {
				request.URL.Path, request.URL.RawPath = parsed.Path, parsed.RawPath
			}
			e.send(t, request)
			if line := e.log.String(); strings.Contains(strings.ToUpper(line), secret[4:10]) ||
				!strings.Contains(line, `"path"`) {
				t.Errorf("%s %s is logged as %s", method, path, line)
			}
		}
	}
}
