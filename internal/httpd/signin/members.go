package signin

import (
	"net/http"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
)

// membersPath is the path of the page of an account's members, followed by the account's id. Mails lead to it.
const membersPath = "/members/"

// AccountMembers are the members of an account.
type AccountMembers struct {
	// Account is the name of the account.
	Account string
	// Administrators and Others are the members, or the first of them.
	Administrators, Others []Member
	// Total is the number of all members.
	Total int
}

// Shown is the number of members that are shown.
func (m AccountMembers) Shown() int { return len(m.Administrators) + len(m.Others) }

// Member is a member of an account.
type Member struct {
	// Name, UserName and Email are of the member. Email may be empty.
	Name, UserName, Email string
	Access                AccessWords
	// Origin is how the membership came about, and Since its first day.
	Origin string
	Since  day.Day
	// Suspended and Ended say that the membership gives nothing today.
	Suspended, Ended bool
}

// showMembers shows the members of an account to who may see them.
func (s *SignIn) showMembers(w http.ResponseWriter, r *http.Request) {
	who, id, ok := s.namedByPath(w, r, gid.Account, membersPath)
	if !ok {
		return
	}
	members, err := s.members.Members(viewer.With(r.Context(), who), id)
	if err != nil {
		s.failWith(w, r, err, toHome)
		return
	}
	s.show(w, r, http.StatusOK, "members", "Members of "+members.Account,
		membersView{UserName: who.Name, Members: members})
}
