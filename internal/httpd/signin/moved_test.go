package signin_test

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// signedIn returns a fixture, and a browser in which somebody has signed in.
func signedIn(t *testing.T) (*fixture, *browser) {
	t.Helper()
	d := open(t, nil, nil)
	d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	b := d.browser(t)
	b.post("/sign-in/link/ml_1").leads(t, "/")
	return d, b
}

func TestLinksOfOlderMailsLeadToThePortal(t *testing.T) {
	d, b := signedIn(t)
	people := "/accounts/" + theAccount.String() + "/people"
	b.get("/members/"+theAccount.String()).leads(t, people)
	b.get("/access-requests/"+theRequest.String()).leads(t, people+"?tab=requests")
	d.members.decided = true
	b.get("/access-requests/"+theRequest.String()).leads(t, people+"?decided=true&tab=requests")
}

// What does not exist, what somebody may not see, and what is no id at all are refused in the same words. Who is not
// signed in comes back after the sign-in page.
func TestLinksOfOlderMailsForOthers(t *testing.T) {
	_, in := signedIn(t)
	out := open(t, nil, nil).browser(t)
	for prefix, known := range map[string]gid.ID{"/access-requests/": theRequest, "/members/": theAccount} {
		path := prefix + known.String()
		out.get(path).leads(t, "/sign-in?return_to="+url.QueryEscape(path))
		out.get(prefix+"nonsense").leads(t, "/sign-in")
	}
	var texts []string
	for _, id := range []string{gid.New(gid.AccessRequest, 0).String(), gid.New(gid.User, 0).String(), "nonsense"} {
		texts = append(texts, in.get("/access-requests/"+id).status(t, http.StatusNotFound).
			contains(t, "There is no such", "Go to the start page").text)
	}
	if texts[0] != texts[1] || texts[0] != texts[2] {
		t.Errorf("other words: %q", texts)
	}
	in.get("/members/"+theRequest.String()).status(t, http.StatusNotFound).contains(t, "There is no such account")
}
