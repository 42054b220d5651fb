package signin

import (
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/email"
)

// The paths of links.
const (
	linkPath       = "/sign-in/link/"
	invitationPath = "/invitation/"
)

// requestLink sends a sign-in link to an address. The response depends only on the domain of the address, never on
// whether a user has it.
func (s *SignIn) requestLink(w http.ResponseWriter, r *http.Request) {
	returnTo := localPath(r.PostForm.Get("return_to"))
	address, ok := addressIn(r.PostForm.Get("email"))
	if !ok {
		s.signInPage(w, r, http.StatusUnprocessableEntity,
			signInView{ReturnTo: returnTo, Email: printable(r.PostForm.Get("email"), email.Longest),
				Problem: phrase(languageOf(r), "This is not an e-mail address. Write it like name@example.com.")})
		return
	}
	if p := s.providerFor(address); p != nil && (p.RequireForDomains || r.PostForm.Get("by") != "link") {
		s.show(w, r, http.StatusOK, "choose", "Sign in",
			chooseView{Email: address, ReturnTo: returnTo, Provider: s.choice(p, returnTo, address),
				Required: p.RequireForDomains})
		return
	}
	browser, err := s.access.KnownBrowser(r.Context(), singleCookie(r, knownCookie), address)
	if err == nil {
		err = s.mailer.SendSignInLink(r.Context(), address, returnTo, browser)
	}
	if err != nil {
		s.fail(w, r, fmt.Errorf("ask for a link: %w", err))
		return
	}
	view := linkSentView{Email: address, ReturnTo: returnTo}
	if machine := s.machineFor(r); machine != nil {
		view.Outbox = machine.Outbox
	}
	s.show(w, r, http.StatusOK, "link_sent", "Look into your mail", view)
}

// showLink shows what a link is for without using it, because mail scanners open links too.
func (s *SignIn) showLink(w http.ResponseWriter, r *http.Request) {
	token := chi.URLParam(r, "token")
	who, err := s.access.PeekArrival(r.Context(), token)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "use_link", "Sign in", useLinkView{Action: linkPath + token, UserName: who.UserName})
}

// useLink signs in with a link.
func (s *SignIn) useLink(w http.ResponseWriter, r *http.Request) {
	token, returnTo, err := s.access.BeginByLink(r.Context(), chi.URLParam(r, "token"),
		access.NewSession{UserAgent: printable(r.UserAgent(), maxUserAgent), Address: clientAddress(r)})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.finishSignIn(w, r, token, returnTo)
}
