package signin

import (
	"net/http"
	"slices"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// DemoUser is a sample user as whom anybody on the machine may sign in with one click.
type DemoUser struct {
	// Label is the name of the role, and Description says what it demonstrates.
	Label, Description string
	UserID             gid.ID
}

// signInAsDemo signs in as a demo user. The route exists only if there are demo users.
func (s *SignIn) signInAsDemo(w http.ResponseWriter, r *http.Request) {
	if !onLoopback(r) {
		s.fail(w, r, fault.New(NotOnLoopback, "", "Only a browser on the machine of the server may use sample roles.",
			"Open http://127.0.0.1 with the server's port, there."))
		return
	}
	id, err := gid.Parse(r.PostForm.Get("user"))
	if err != nil || !slices.ContainsFunc(s.demo, func(d DemoUser) bool { return d.UserID == id }) {
		s.fail(w, r, fault.New(fault.NotFound, "user", "There is no such sample role.",
			"Choose one of those on the page."))
		return
	}
	s.enter(w, r, access.NewSession{User: id, Method: vocabulary.SignInMethodDemo},
		localPath(r.PostForm.Get("return_to")))
}
