package signin

import (
	"net/http"
	"net/url"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/portalpath"
	"github.com/muniment/muniment/internal/viewer"
)

// The paths of pages that the portal has replaced. Mails that were sent link to them. They are followed by the id of an
// access request and of an account.
const (
	accessRequestPath = "/access-requests/"
	membersPath       = "/members/"
)

// toStart leads from an error page to the page with which the person begins.
var toStart = choice{"Go to the start page", "/"}

// accessRequestMoved leads from the page of an access request to the requests of its account in the portal. Who may not
// see the request gets the same page whether it exists or not.
func (s *SignIn) accessRequestMoved(w http.ResponseWriter, r *http.Request) {
	who, id, ok := s.namedByPath(w, r, gid.AccessRequest, accessRequestPath)
	if !ok {
		return
	}
	account, open, err := s.members.AccessRequest(viewer.With(r.Context(), who), id)
	if err != nil {
		s.failWith(w, r, err, toStart)
		return
	}
	search := url.Values{"tab": {"requests"}}
	if !open {
		search.Set("decided", "true")
	}
	http.Redirect(w, r, portalpath.People(account)+"?"+search.Encode(), http.StatusSeeOther)
}

// membersMoved leads from the page of the members of an account to the portal, which shows them to who may see them.
func (s *SignIn) membersMoved(w http.ResponseWriter, r *http.Request) {
	_, id, ok := s.namedByPath(w, r, gid.Account, membersPath)
	switch {
	case !ok:
	case id == 0:
		s.failWith(w, r, fault.New(fault.NotFound, "", "There is no such account.", "Check the link."), toStart)
	default:
		http.Redirect(w, r, portalpath.People(id), http.StatusSeeOther)
	}
}

// namedByPath returns the signed-in person and the id in the path, which is 0 unless it is of the type. If nobody is
// signed in it redirects to the sign-in page, and back from there.
func (s *SignIn) namedByPath(w http.ResponseWriter, r *http.Request, of gid.Type, path string) (
	*viewer.Viewer, gid.ID, bool) {
	id, err := gid.Parse(chi.URLParam(r, "id"))
	if err != nil || id.Type() != of {
		id = 0
	}
	who, err := s.signedIn(r)
	if err != nil {
		s.fail(w, r, err)
		return nil, 0, false
	}
	if who == nil {
		back := "/"
		if id != 0 {
			back = path + id.String()
		}
		http.Redirect(w, r, signInAddress(back), http.StatusSeeOther)
		return nil, 0, false
	}
	return who, id, true
}
