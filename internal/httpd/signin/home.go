package signin

import (
	"net/http"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/viewer"
)

// homePath is the path of the page for customers.
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

// root redirects to the page with which a person begins: the playground for the producer's people, the page of
// customers for others, and the sign-in page if nobody is signed in. Without Members there is no page of customers, and
// all begin at the playground.
func (s *SignIn) root(w http.ResponseWriter, r *http.Request) {
	who, err := s.signedIn(r)
	switch {
	case err != nil:
		s.fail(w, r, err)
	case who == nil:
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
	case who.OfProducer() || s.members == nil:
		http.Redirect(w, r, "/playground/", http.StatusSeeOther)
	default:
		http.Redirect(w, r, homePath, http.StatusSeeOther)
	}
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
		view.UserName, view.OfProducer = who.Name, who.OfProducer()
		view.Memberships, err = s.members.Memberships(viewer.With(r.Context(), who))
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "home", "Your access", view)
}
