package signin_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/vocabulary"
)

// asked returns a fixture with an open access request, and a browser in which an administrator has signed in.
func asked(t *testing.T) (*fixture, *browser) {
	t.Helper()
	d := open(t, nil, nil)
	d.members.request = signin.AccessRequest{Name: "Bo <b>", UserName: "bo", Email: "bo@customer.example",
		Account: "Harbor <Works>", Note: "For the harvest.", AskedOn: day.Date(2026, 11, 20),
		Asked: signin.AccessWords{Roles: []string{"license manager"}, Services: []string{"downloads"}},
		Has:   &signin.AccessWords{Roles: []string{"reader"}}}
	d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	b := d.browser(t)
	b.post("/sign-in/link/ml_1").leads(t, "/")
	return d, b
}

func TestARequestIsDecidedOnItsPage(t *testing.T) {
	path := "/access-requests/" + theRequest.String()
	for decision, want := range map[string]string{"grant": "Access was granted",
		"decline": "The request was declined"} {
		_, b := asked(t)
		b.get(path).status(t, http.StatusOK).contains(t, "Bo <b>", "bo@customer.example", "Harbor <Works>",
			"license manager", "downloads", "For the harvest.", "is a member with this access", "reader",
			"Grant access", "Decline")
		b.post(path, "decision", decision, "answer", " Until\r\nMay. ").leads(t, path)
		got := b.get(path).status(t, http.StatusOK).contains(t, want, "by administrator", "Until\nMay.")
		if strings.Contains(got.text, "<form") {
			t.Errorf("%s: the request can be decided again: %s", decision, got.text)
		}
		// whoever decides at the same time sees what was decided
		b.post(path, "decision", "grant").leads(t, path)
		b.get(path).contains(t, want)
	}
}

func TestARequestThatCannotBeDecided(t *testing.T) {
	path := "/access-requests/" + theRequest.String()
	d, b := asked(t)
	d.members.refuses = fault.New(account.ScopesDiffer, "", "The two cannot be merged.", "Let somebody change it.")
	b.post(path, "decision", "grant", "answer", "Welcome.").status(t, http.StatusUnprocessableEntity).contains(t,
		"The two cannot be merged. Let somebody change it.", "Welcome.", "Decline")
	b.post(path, "decision", "perhaps").status(t, http.StatusBadRequest).contains(t, "does not say what to decide")
	if foreign := form(t, path, "decision", "grant"); true {
		foreign.Header.Set("Sec-Fetch-Site", "cross-site")
		b.do(foreign).status(t, http.StatusForbidden).contains(t, "FOREIGN_FORM",
			"The form was sent by a page of another site.")
	}
	if d.members.request.DecidedOn != nil {
		t.Error("the request was decided")
	}
	d.access.producer = vocabulary.ProducerRoleSupportAgent
	got := b.get(path).status(t, http.StatusOK).contains(t, "may only read")
	if strings.Contains(got.text, "Grant access") {
		t.Errorf("the page has a button that is refused: %s", got.text)
	}
}

// What does not exist, what somebody may not see, and what is no id at all are refused in the same words. Who is not
// signed in comes back after the sign-in page.
func TestPagesOfMailsForOthers(t *testing.T) {
	_, in := asked(t)
	out := open(t, nil, nil).browser(t)
	for prefix, known := range map[string]gid.ID{"/access-requests/": theRequest, "/members/": theAccount} {
		path := prefix + known.String()
		out.get(path).leads(t, "/sign-in?return_to="+url.QueryEscape(path))
		out.get(prefix+"nonsense").leads(t, "/sign-in?return_to=%2Fhome")
		var texts []string
		for _, id := range []string{gid.New(known.Type(), 0).String(), gid.New(gid.User, 0).String(), "nonsense"} {
			texts = append(texts, in.get(prefix+id).status(t, http.StatusNotFound).contains(t, "There is no such").text)
		}
		if texts[0] != texts[1] || texts[0] != texts[2] {
			t.Errorf("%s: other words: %q", prefix, texts)
		}
	}
	in.post("/access-requests/"+gid.New(gid.AccessRequest, 0).String(), "decision", "grant").
		status(t, http.StatusNotFound).contains(t, "There is no such request")
	out.post("/access-requests/"+theRequest.String(), "decision", "grant").leads(t,
		"/sign-in?return_to="+url.QueryEscape("/access-requests/"+theRequest.String()))
}

func TestThePageOfMembers(t *testing.T) {
	_, b := asked(t)
	b.get("/members/"+theAccount.String()).status(t, http.StatusOK).contains(t, "Members of Harbor <Works>",
		"2 of 120 members", "Ada <b>", "ada@customer.example", "account administrator", "downloads", "invitation",
		"February 1, 2026", "Other members", "suspended")
}
