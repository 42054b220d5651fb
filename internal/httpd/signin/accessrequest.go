package signin

import (
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
)

// accessRequestPath is the path of the page on which an access request is decided, followed by its id. Mails lead to
// it.
const accessRequestPath = "/access-requests/"

// AccessRequest is what is shown of an access request to who decides it.
type AccessRequest struct {
	// Name, UserName and Email are of the person who asks. Email may be empty.
	Name, UserName, Email string
	// Account is the name of the account.
	Account string
	// Asked are the roles and services that are asked for.
	Asked AccessWords
	// Note is what the person wrote; may be empty.
	Note    string
	AskedOn day.Day
	// Has is the access of the person as it is now; nil for somebody who is no member.
	Has *AccessWords
	// Suspended and Ended say that the membership gives nothing today.
	Suspended, Ended bool
	// DecidedOn is the day of the decision; nil if nobody decided. Granted is what was decided, DecidedBy the name of
	// who decided, and Answer what they wrote; both may be empty.
	DecidedOn         *day.Day
	Granted           bool
	DecidedBy, Answer string
	// ReadsOnly says that the viewer may not decide.
	ReadsOnly bool
}

// toHome leads from an error page to the page of customers.
var toHome = choice{"Go to your access", homePath}

// showAccessRequest shows an access request.
func (s *SignIn) showAccessRequest(w http.ResponseWriter, r *http.Request) {
	if who, id, ok := s.namedByPath(w, r, gid.AccessRequest, accessRequestPath); ok {
		s.accessRequest(w, r, who, id, "", nil)
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
		back := homePath
		if id != 0 {
			back = path + id.String()
		}
		http.Redirect(w, r, signInAddress(back), http.StatusSeeOther)
		return nil, 0, false
	}
	return who, id, true
}

// accessRequest shows an access request. answer is what was typed, and refused says why it was not decided, or is nil.
func (s *SignIn) accessRequest(w http.ResponseWriter, r *http.Request, who *viewer.Viewer, id gid.ID, answer string,
	refused error) {
	request, err := s.members.AccessRequest(viewer.With(r.Context(), who), id)
	if err != nil {
		s.failWith(w, r, err, toHome)
		return
	}
	view := accessRequestView{Action: accessRequestPath + id.String(), UserName: who.Name, Request: request,
		Answer: answer, Problems: faultsIn(refused)}
	status := http.StatusOK
	if len(view.Problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	s.show(w, r, status, "access_request", "Request for access to "+request.Account, view)
}

// decideAccessRequest grants or declines an access request, and leads to the page that shows what was decided.
func (s *SignIn) decideAccessRequest(w http.ResponseWriter, r *http.Request) {
	who, id, ok := s.namedByPath(w, r, gid.AccessRequest, accessRequestPath)
	if !ok {
		return
	}
	decision := r.PostForm.Get("decision")
	if decision != "grant" && decision != "decline" {
		s.failWith(w, r, fault.New(fault.BadInput, "", "The form does not say what to decide.",
			"Open the link of the mail again, and use one of the buttons."), toHome)
		return
	}
	answer := strings.TrimSpace(strings.ReplaceAll(r.PostForm.Get("answer"), "\r\n", "\n"))
	err := s.members.DecideAccessRequest(viewer.With(r.Context(), who), id, decision == "grant", answer)
	switch code := fault.CodeOf(err); {
	case err == nil || code == account.AlreadyDecided:
		http.Redirect(w, r, accessRequestPath+id.String(), http.StatusSeeOther)
	case code == change.Unauthenticated:
		http.Redirect(w, r, signInAddress(accessRequestPath+id.String()), http.StatusSeeOther)
	case len(faultsIn(err)) == 0:
		s.failWith(w, r, err, toHome)
	default: // for who may not see the request, the page says so in its own words
		s.accessRequest(w, r, who, id, answer, err)
	}
}
