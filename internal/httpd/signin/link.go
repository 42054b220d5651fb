package signin

import (
	"context"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Where links lead.
const (
	linkPath       = "/sign-in/link/"
	invitationPath = "/invitation/"
)

// askLink takes an address. What it answers depends on the address's domain alone, never on whether somebody has it.
func (s *SignIn) askLink(w http.ResponseWriter, r *http.Request) {
	returnTo := pathHere(r.PostForm.Get("return_to"))
	address, ok := addressIn(r.PostForm.Get("email"))
	if !ok {
		s.signInPage(w, r, http.StatusUnprocessableEntity, signInView{ReturnTo: returnTo, Email: plain(r.PostForm.Get("email"), email.Longest),
			Problem: "This is not an e-mail address. Write it like name@example.com."})
		return
	}
	if p := s.providerFor(address); p != nil && (p.RequireForDomains || r.PostForm.Get("by") != "link") {
		s.show(w, r, http.StatusOK, "choose", "Sign in", chooseView{Email: address, ReturnTo: returnTo, Provider: s.choice(p, returnTo, address),
			Required: p.RequireForDomains})
		return
	}
	if s.sent.allow(hashOf(email.Key(address))) {
		if err := s.mailer.SendSignInLink(r.Context(), address, returnTo); err != nil {
			s.fail(w, r, fmt.Errorf("ask for a link: %w", err))
			return
		}
	}
	s.show(w, r, http.StatusOK, "link_sent", "Look into your mail", linkSentView{Email: address, ReturnTo: returnTo})
}

// showLink shows what a link is for. It does not use the link: programs that look through mails open it too.
func (s *SignIn) showLink(w http.ResponseWriter, r *http.Request) {
	token := chi.URLParam(r, "token")
	who, err := s.linkUser(r.Context(), token)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "use_link", "Sign in", useLinkView{Action: linkPath + token, UserName: who.UserName})
}

// useLink signs in with a link.
func (s *SignIn) useLink(w http.ResponseWriter, r *http.Request) {
	token := chi.URLParam(r, "token")
	if _, err := s.linkUser(r.Context(), token); err != nil {
		s.fail(w, r, err)
		return
	}
	var (
		id       gid.ID
		returnTo string
	)
	err := s.db.Write(r.Context(), func(ctx context.Context, tx store.Tx) error {
		var err error
		id, returnTo, err = s.access.UseLink(ctx, tx, token, vocabulary.LinkPurposeSignIn)
		return err
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.enter(w, r, access.NewSession{User: id, Method: vocabulary.SignInMethodLink}, returnTo)
}

// linkUser returns whom a link signs in. It refuses people who must sign in at their provider: that may have been settled
// after the link was sent.
func (s *SignIn) linkUser(ctx context.Context, token string) (*ent.User, error) {
	purpose, subject, _, err := s.access.PeekLink(ctx, token)
	if err != nil {
		return nil, err
	}
	if purpose != vocabulary.LinkPurposeSignIn {
		return nil, wrongLink()
	}
	who, err := s.userOf(ctx, subject)
	if err != nil {
		return nil, err
	}
	if who.Email != nil {
		return who, s.mayUseLinks(*who.Email)
	}
	return who, nil
}

func wrongLink() error {
	return fault.New(account.LinkInvalid, "", "This link is not for signing in.", "Open the newest mail, or ask for another link.")
}

func (s *SignIn) userOf(ctx context.Context, id gid.ID) (*ent.User, error) {
	row, err := s.db.Client().User.Query().Where(user.ID(id)).Select(user.FieldUserName, user.FieldEmail).
		Only(store.Beyond(ctx)) // the link has proven whose it is
	if ent.IsNotFound(err) {
		return nil, wrongLink()
	}
	if err != nil {
		return nil, fmt.Errorf("look for the user of a link: %w", err)
	}
	return row, nil
}

func (s *SignIn) mayUseLinks(address string) error {
	if p := s.providerFor(address); p != nil && p.RequireForDomains {
		return fault.New(access.ProviderRequired, "", "People with your e-mail address sign in with "+p.Name+".", "Open the sign-in page, and type your address.")
	}
	return nil
}
