package signin

import (
	"net/http"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/portalpath"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// homePath is the path of the page on which people see their own access and requests, also those of no account.
const homePath = "/home"

// AccessWords describes access in words.
type AccessWords struct {
	Roles, Services []string
	// ProductLine is the name of the product line to which the access is limited; "" for no limit.
	ProductLine string
	// IncludeSubAccounts says that the accounts below are included.
	IncludeSubAccounts bool
	// EndsOn is the last day; nil for no end.
	EndsOn *day.Day
}

// Membership is a membership of the viewer.
type Membership struct {
	Account string
	Access  AccessWords
}

// Request is a request for access by the viewer.
type Request struct {
	// For is the name of the account, or what the viewer named it by.
	For string
	// Outside says that nothing tells whether there is such an account until somebody decides.
	Outside       bool
	Open, Granted bool
	// Answer is what the administrator wrote; may be empty.
	Answer  string
	AskedOn day.Day
}

// root redirects to the page with which a person begins: the portal for who is a member of an account or views as one,
// the operator console for the other people of the producer, the page of their requests for those who have no access,
// and the sign-in page if nobody is signed in. Without Members there is no page of requests; the playground stands in.
func (s *SignIn) root(w http.ResponseWriter, r *http.Request) {
	who, err := s.signedIn(r)
	switch {
	case err != nil:
		s.fail(w, r, err)
	case who == nil:
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
	case len(who.Grants) > 0:
		http.Redirect(w, r, startOf(who), http.StatusSeeOther)
	case who.OfProducer():
		http.Redirect(w, r, portalpath.Console+"/", http.StatusSeeOther)
	case s.members == nil:
		http.Redirect(w, r, "/playground/", http.StatusSeeOther)
	default:
		http.Redirect(w, r, homePath, http.StatusSeeOther)
	}
}

// startOf is the path of the account of a viewer in the portal, or that of the portal if there are several.
func startOf(who *viewer.Viewer) string {
	first := who.Grants[0].Account
	for _, grant := range who.Grants {
		if grant.Account != first {
			return portalpath.Root
		}
	}
	return portalpath.Account(first)
}

// home shows what the signed-in person may do.
func (s *SignIn) home(w http.ResponseWriter, r *http.Request) {
	who, err := s.signedIn(r)
	if err == nil && who == nil {
		http.Redirect(w, r, signInAddress(homePath), http.StatusSeeOther)
		return
	}
	view := homeView{}
	if err == nil {
		view.UserName = who.Name
		view.Operator = who.Producer == vocabulary.ProducerRoleOperator
		view.SupportAgent = who.Producer == vocabulary.ProducerRoleSupportAgent
		ctx := viewer.With(r.Context(), who)
		view.Memberships, err = s.members.Memberships(ctx)
		if err == nil {
			view.Requests, err = s.members.Requests(ctx)
		}
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "home", "Your access", view)
}
