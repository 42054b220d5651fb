package signin

import (
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxName is how long the name of a person may be, in bytes.
const maxName = 200

// showInvitation shows who invites and to what. It does not use the link.
func (s *SignIn) showInvitation(w http.ResponseWriter, r *http.Request) {
	s.invitation(w, r, http.StatusOK, "", "")
}

// invitation shows an invitation, with what was wrong with the name that was typed.
func (s *SignIn) invitation(w http.ResponseWriter, r *http.Request, status int, name, problem string) {
	token := chi.URLParam(r, "token")
	asked, err := s.invited(r, token)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	here := invitationPath + token
	view := invitationView{Action: here, Invitation: asked, Name: name, Problem: problem, SignIn: signInAddress(here)}
	if who, _ := s.signedIn(r); who != nil {
		view.UserName = who.Name
	} else if p := s.providerFor(asked.Email); p != nil && p.RequireForDomains {
		choice := s.choice(p, here, asked.Email)
		view.Provider = &choice
	}
	s.show(w, r, status, "invitation", "Invitation to "+asked.Account, view)
}

func (s *SignIn) invited(r *http.Request, token string) (Invitation, error) {
	purpose, subject, _, err := s.access.PeekLink(r.Context(), token)
	if err != nil {
		return Invitation{}, err
	}
	if purpose != vocabulary.LinkPurposeInvitation {
		return Invitation{}, fault.New(account.LinkInvalid, "", "This link is no invitation.", "Open the newest mail, or ask to be invited again.")
	}
	return s.members.Invitation(r.Context(), subject)
}

// acceptInvitation accepts for whoever is signed in, and else makes a user and signs in.
func (s *SignIn) acceptInvitation(w http.ResponseWriter, r *http.Request) {
	token := chi.URLParam(r, "token")
	who, err := s.signedIn(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if who != nil {
		if err := s.members.AcceptInvitation(viewer.With(r.Context(), who), token); err != nil {
			s.fail(w, r, err)
			return
		}
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	name := strings.Join(strings.Fields(r.PostForm.Get("name")), " ")
	if name == "" || len(name) > maxName || name != plain(name, maxName) {
		s.invitation(w, r, http.StatusUnprocessableEntity, plain(name, maxName), "Write the name that colleagues are to see, in at most 200 letters.")
		return
	}
	asked, err := s.invited(r, token)
	if err == nil {
		err = s.mayUseLinks(asked.Email)
	}
	var id gid.ID
	if err == nil {
		id, err = s.members.AcceptAsNew(r.Context(), token, name)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.enter(w, r, access.NewSession{User: id, Method: vocabulary.SignInMethodLink}, "/")
}
