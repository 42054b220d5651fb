package signin_test

import (
	"context"
	"net/http"
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
	b.get("/home").status(t, http.StatusOK).contains(t, "signed in as <strong>administrator</strong>",
		"Harbor <Works>", "reader", "Programs and pages of your company", "INV <7>", "we do not say which",
		"waits for an administrator", "declined", "Who are you?", "granted")
	for role, want := range map[vocabulary.ProducerRole]string{
		vocabulary.ProducerRoleOperator:     "an operator of the producer",
		vocabulary.ProducerRoleSupportAgent: "a support agent of the producer",
	} {
		d.access.producer = role
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
	b.get("/sign-in").status(t, http.StatusOK).contains(t, "no accounts", "muniment user add", "muniment import DIR")
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
