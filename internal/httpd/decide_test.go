package httpd_test

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/vektah/gqlparser/v2"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/viewer"
)

// Links of mails lead to an operation that fits the contract, by way of the sign-in page if nobody is signed in.
func TestLinksOfMailsLeadToAnOperation(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{})
	var who *viewer.Viewer
	e := &edge{Handler: httpd.New(httpd.Options{Schema: schema, Playground: http.NotFoundHandler(),
		Authenticate: func(*http.Request) (*viewer.Viewer, error) { return who, nil }})}
	get := func(path string) (status int, location *url.URL) {
		request := post("")
		request.Method, request.URL.Path = http.MethodGet, path
		answer := e.send(t, request)
		location, err := url.Parse(answer.header.Get("Location"))
		if err != nil {
			t.Fatal(err)
		}
		return answer.status, location
	}
	account, request := gid.New(gid.Account, gid.NewLocality()), gid.New(gid.AccessRequest, gid.NewLocality())
	for path, other := range map[string]string{
		"/members/" + account.String():         "/members/" + request.String(),
		"/access-requests/" + request.String(): "/access-requests/" + account.String(),
	} {
		who = nil
		if status, to := get(path); status != http.StatusSeeOther || to.Path != "/sign-in" ||
			to.Query().Get("return_to") != path {
			t.Errorf("%s signed out: %d %s, want 303 to /sign-in and back", path, status, to)
		}
		who = &viewer.Viewer{Name: "lee"}
		status, to := get(path)
		if status != http.StatusSeeOther || to.Path != "/playground/" || to.Query().Get("variables") == "" {
			t.Errorf("%s signed in: %d %s, want 303 to the playground with variables", path, status, to)
		}
		document, err := gqlparser.LoadQuery(schema.Schema(), to.Query().Get("query"))
		if err != nil {
			t.Errorf("%s: %v", path, err)
		} else if name := to.Query().Get("operationName"); document.Operations.ForName(name) == nil {
			t.Errorf("%s: the document has no operation %q", path, name)
		}
		if status, _ := get(other); status != http.StatusNotFound {
			t.Errorf("%s: %d, want 404 for an id of another type", other, status)
		}
	}
}
