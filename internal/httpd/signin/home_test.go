package signin_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestThePageOfCustomers(t *testing.T) {
	d := open(t, nil, nil)
	b := d.browser(t)
	b.get("/").leads(t, "/sign-in")
	b.get("/home").leads(t, "/sign-in?return_to=%2Fhome")
	d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	b.post("/sign-in/link/ml_1").leads(t, "/")
	b.get("/").leads(t, "/home")
	d.access.member = true
	b.get("/").leads(t, "/accounts/"+theAccount.String())
	b.get("/home").status(t, http.StatusOK).contains(t, "signed in as <strong>administrator</strong>",
		"Harbor <Works>", "reader", "Go to your account", "INV <7>", "we do not say which",
		"waits for an administrator", "declined", "Who are you?", "granted")
	for role, want := range map[vocabulary.ProducerRole]string{
		vocabulary.ProducerRoleOperator:     "an operator of the producer",
		vocabulary.ProducerRoleSupportAgent: "a support agent of the producer",
	} {
		d.access.producer, d.access.member = role, false
		b.get("/").leads(t, "/console/")
		got := b.get("/home").status(t, http.StatusOK).contains(t, want)
		if strings.Contains(got.text, "of no account") {
			t.Errorf("%s: %s", role, got.text)
		}
	}
}

// Who may only read is told so by the page of an invitation, and gets no button that would be refused.
func TestAnInvitationForWhoMayOnlyRead(t *testing.T) {
	d := open(t, nil, nil)
	b := d.browser(t)
	for _, token := range []string{"ml_1", "ml_2"} {
		d.access.links[token] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	}
	d.access.links["ml_2"].purpose = vocabulary.LinkPurposeInvitation
	b.post("/sign-in/link/ml_1").leads(t, "/")
	b.get("/invitation/ml_2").status(t, http.StatusOK).contains(t, "Accept as")
	d.access.producer = vocabulary.ProducerRoleSupportAgent
	got := b.get("/invitation/ml_2").status(t, http.StatusOK).contains(t, "may only read", "Sign out")
	if strings.Contains(got.text, "Accept as") {
		t.Errorf("the page has a button that is refused: %s", got.text)
	}
}

func TestANewServerSaysWhatIsMissing(t *testing.T) {
	var has access.Setup
	d := open(t, nil, func(o *signin.Options) {
		o.Setup = func(context.Context) (access.Setup, error) { return has, nil }
	})
	b := d.browser(t)
	b.get("/sign-in").status(t, http.StatusOK).contains(t, "no accounts", "muniment user add",
		"muniment import DIR --home here</pre>", "with which the server was started")
	has.Operators, has.OneProcess = true, true
	got := b.get("/sign-in").contains(t, "muniment import DIR", "Stop the server while you import")
	if strings.Contains(got.text, "user add") {
		t.Error("the page asks for an operator, although there is one")
	}
	has.Accounts = true
	if got := b.get("/sign-in"); strings.Contains(got.text, "muniment") {
		t.Errorf("a server with accounts says %s", got.text)
	}
}

// Only people on the machine of the server are told where its database and its mails are, and only if browsers
// elsewhere cannot reach it.
func TestTheMachineIsForPeopleOnIt(t *testing.T) {
	for _, test := range []struct {
		name, public string
		change       func(*http.Request)
		told         bool
	}{
		{name: "on the machine", public: "http://127.0.0.1:8080", change: func(*http.Request) {}, told: true},
		{name: "through a proxy", public: "http://127.0.0.1:8080",
			change: func(r *http.Request) { r.Header.Set("X-Forwarded-For", "192.0.2.1") }},
		{name: "from elsewhere", public: "http://127.0.0.1:8080",
			change: func(r *http.Request) { r.RemoteAddr = "192.0.2.1:50000" }},
		{name: "under another name", public: "http://127.0.0.1:8080",
			change: func(r *http.Request) { r.Host = "rights.example.com" }},
		{name: "of a public server", public: "https://rights.example.com", change: func(*http.Request) {}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := open(t, nil, func(o *signin.Options) {
				o.PublicURL = test.public
				o.Setup = func(context.Context) (access.Setup, error) { return access.Setup{}, nil }
				o.Machine = signin.Machine{Database: "--data '/srv/its data'", PasswordMissing: true,
					Outbox: "/srv/its data/outbox"}
			})
			b := d.browser(t)
			ask := form(t, "/sign-in/link", "email", "ada@example.com")
			for _, r := range []*http.Request{httptest.NewRequest(http.MethodGet, "/sign-in", nil), ask} {
				local(r)
				test.change(r)
				got := b.do(r)
				if strings.Contains(got.text, "/srv/") != test.told {
					t.Errorf("%s %s, want the path told: %t\n%s", r.Method, r.URL, test.told, got.text)
				}
				if r.Method == http.MethodGet && test.told {
					got.contains(t, "--operator --data '/srv/its data'", "--home here --data '/srv/its data'",
						"PGPASSWORD")
				}
			}
		})
	}
}
