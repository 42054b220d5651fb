package httpd

import (
	"net/http"
	"net/url"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
)

// decideDocument is the GraphQL document with which an administrator decides an access request. The link in the mail
// opens it in the playground.
const decideDocument = `# Who asks, and for what. Decide with the mutation below it.
query RequestedAccess($id: ID!) {
  node(id: $id) {
    ... on AccessRequest { account { name } user { userName displayName email } roles serviceAccess note state }
  }
}

mutation DecideAccessRequest($id: ID!, $grant: Boolean!) {
  decideAccessRequest(input: {accessRequest: $id, grant: $grant}) {
    membership { user { userName } roles serviceAccess }
    errors { code message remedy }
  }
}
`

// decideRequest redirects the link in a mail about an access request to the page where it is decided, by way of the
// sign-in page if needed.
func decideRequest(w http.ResponseWriter, r *http.Request) {
	id, err := gid.Parse(chi.URLParam(r, "id"))
	if err != nil || id.Type() != gid.AccessRequest {
		NotFound(w, r)
		return
	}
	to := "/access-requests/" + id.String()
	if viewer.From(r.Context()) == nil {
		http.Redirect(w, r, "/sign-in?return_to="+url.QueryEscape(to), http.StatusSeeOther)
		return
	}
	values := url.Values{"query": {decideDocument}, "variables": {`{"id": "` + id.String() + `"}`},
		"operationName": {"RequestedAccess"}}
	http.Redirect(w, r, "/playground/?"+values.Encode(), http.StatusSeeOther)
}
