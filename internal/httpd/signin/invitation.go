package signin

import (
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/portalpath"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// showInvitation shows an invitation without using its link.
func (s *SignIn) showInvitation(w http.ResponseWriter, r *http.Request) {
	s.invitation(w, r, http.StatusOK, "", "")
}

// invitation shows an invitation. problem says what is wrong with the name that was typed, or is "".
func (s *SignIn) invitation(w http.ResponseWriter, r *http.Request, status int, name, problem string) {
	token := chi.URLParam(r, "token")
	invitation, err := s.pendingInvitation(r, token)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	here := invitationPath + token
	view := invitationView{Action: here, Invitation: invitation, Name: name, Problem: problem,
		SignIn: signInAddress(here)}
	who, _ := s.signedIn(r)
	if who != nil {
		view.UserName, view.ReadsOnly = who.Name, !who.Changes()
	}
	if p := s.providerFor(invitation.Email); p != nil && p.RequireForDomains &&
		(who == nil || who.Provider != p.Code) {
		choice := s.choice(p, here, invitation.Email)
		view.Provider = &choice
	}
	s.show(w, r, status, "invitation", "Invitation to {account}", view,
		"{account}", invitation.Account)
}

func (s *SignIn) pendingInvitation(r *http.Request, token string) (Invitation, error) {
	purpose, subject, _, err := s.access.PeekLink(r.Context(), token)
	if err != nil {
		return Invitation{}, err
	}
	if purpose != vocabulary.LinkPurposeInvitation {
		return Invitation{}, fault.New(account.LinkInvalid, "", "This link is not an invitation.",
			"Open the link in the newest e-mail, or ask for a new invitation.")
	}
	return s.members.Invitation(r.Context(), subject)
}

// acceptInvitation accepts an invitation for the signed-in user or, if nobody is signed in, creates a user and signs
// in.
func (s *SignIn) acceptInvitation(w http.ResponseWriter, r *http.Request) {
	token := chi.URLParam(r, "token")
	who, err := s.signedIn(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if who != nil {
		account, err := s.members.AcceptInvitation(viewer.With(r.Context(), who), token)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		http.Redirect(w, r, portalpath.Account(account), http.StatusSeeOther)
		return
	}
	invitation, err := s.pendingInvitation(r, token)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	typed := r.PostForm.Get("name")
	name := person.Name(typed)
	problem := ""
	switch {
	case invitation.Known:
	case name == "":
		problem = "The name is empty. Write the name that colleagues see, such as Ada Lovelace."
	case utf8.RuneCountInString(strings.TrimSpace(typed)) > person.LongestName:
		problem = "The name has more than 200 characters. Write a shorter one."
	}
	if problem != "" {
		s.invitation(w, r, http.StatusUnprocessableEntity, name, phrase(languageOf(r), problem))
		return
	}
	id, account, err := s.members.AcceptAsNew(r.Context(), token, name)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.enter(w, r, access.NewSession{User: id, Method: vocabulary.SignInMethodLink, Email: invitation.Email},
		portalpath.Account(account))
}
