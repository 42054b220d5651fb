package httpd

import (
	"net/http"
	"net/url"
	"path"

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

// membersDocument is the GraphQL document that shows who is a member of an account. The link in the mail about a new
// administrator opens it in the playground.
const membersDocument = `# Who is a member of the account, and who granted it.
query Members($account: ID!) {
  account(id: $account) {
    name
    memberships(first: 100) {
      nodes { id user { userName displayName email } roles serviceAccess origin createdAt }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`

// decideRequest redirects the link in a mail about an access request to the page where it is decided.
func decideRequest(w http.ResponseWriter, r *http.Request) {
	openInPlayground(w, r, gid.AccessRequest, "id", decideDocument, "RequestedAccess")
}

// showMembers redirects the link in a mail about a new administrator to the members of the account.
func showMembers(w http.ResponseWriter, r *http.Request) {
	openInPlayground(w, r, gid.Account, "account", membersDocument, "Members")
}

// openInPlayground redirects a link with an id of a type to an operation about it in the playground, by way of the
// sign-in page if needed.
func openInPlayground(w http.ResponseWriter, r *http.Request, of gid.Type, variable, document, operation string) {
	id, err := gid.Parse(chi.URLParam(r, "id"))
	if err != nil || id.Type() != of {
		NotFound(w, r)
		return
	}
	if viewer.From(r.Context()) == nil {
		to := path.Join(path.Dir(r.URL.Path), id.String())
		http.Redirect(w, r, "/sign-in?return_to="+url.QueryEscape(to), http.StatusSeeOther)
		return
	}
	values := url.Values{"query": {document}, "variables": {`{"` + variable + `": "` + id.String() + `"}`},
		"operationName": {operation}}
	http.Redirect(w, r, "/playground/?"+values.Encode(), http.StatusSeeOther)
}
