package signin_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

const direct = "providers:\n  - {code: company, name: Company directory, issuer: https://login.example.com, " +
	"clientId: muniment," +
	" clientSecretFile: secret, domains: [customer.example]%s}\n"

func TestAskingForALink(t *testing.T) {
	d := open(t, nil, nil)
	b := d.browser(t)
	known := b.post("/sign-in/link", "email", " Administrator@example.com ", "return_to", "/licenses").status(
		t, http.StatusOK)
	known.contains(t, "Administrator@example.com", "15 minutes")
	unknown := b.post("/sign-in/link", "email", "Administrator@nowhere.net").status(t, http.StatusOK)
	if strings.ReplaceAll(known.text, "example.com", "nowhere.net") != unknown.text {
		t.Error("the responses for a known and an unknown address differ")
	}
	if got := fmt.Sprint(d.mailer.sent); got != "[Administrator@example.com /licenses Administrator@nowhere.net /]" {
		t.Errorf("sent %s, want %q", got, "[Administrator@example.com /licenses Administrator@nowhere.net /]")
	}
	for _, wrong := range []string{"", "x", "a@b@c", "A <a@example.com>", "a@example.com, b@example.com",
		"a@" + strings.Repeat("x", 300) + ".com", "<script>@"} {
		got := b.post("/sign-in/link", "email", wrong).status(t, http.StatusUnprocessableEntity)
		got.contains(t, "This is not an e-mail address", `aria-invalid="true"`)
	}
	if d.mailer.count() != 2 {
		t.Errorf("%d links were sent", d.mailer.count())
	}
	d.mailer.fail = errors.New("the queue is full of administrator@example.com")
	b.post("/sign-in/link", "email", "c@example.com").status(t, http.StatusInternalServerError)
}

// The request does not reveal whether a user has the address, because that is looked up only when the mail is sent.
func TestARequestDoesNotRevealAddresses(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		d := open(t, db, nil)
		addUser(t, db, d.access.user, "known@example.com")
		ask := func(address string) ([]string, page) {
			r := form(t, "/sign-in/link", "email", address)
			ctx, counter := store.WithCounter(r.Context())
			got := d.browser(t).do(r.WithContext(ctx))
			return counter.Statements(), got
		}
		knownWork, known := ask("known@example.com")
		otherWork, other := ask("other@example.com")
		if fmt.Sprint(knownWork) != fmt.Sprint(otherWork) {
			t.Errorf("statements %q and %q, want %v", knownWork, otherWork, fmt.Sprint(otherWork))
		}
		if strings.ReplaceAll(known.text, "known@", "other@") != other.text || known.StatusCode != other.StatusCode ||
			fmt.Sprint(known.Header) != fmt.Sprint(other.Header) {
			t.Error("the answers differ")
		}
	})
}

func TestTheDomainSelectsTheProvider(t *testing.T) {
	b := func(more string) (*browser, *fixture) {
		d := open(t, nil, func(o *signin.Options) { o.Providers = providersFile(t, fmt.Sprintf(direct, more)) })
		return d.browser(t), d
	}
	free, d := b("")
	free.post("/sign-in/link", "email", "a@CUSTOMER.example", "return_to", "/x").status(t, http.StatusOK).
		contains(t, "Continue with Company directory",
			"/sign-in/provider/company?login_hint=a%40CUSTOMER.example&return_to=%2Fx", "Send me a link")
	if d.mailer.count() != 0 {
		t.Error("a link was sent to somebody who has a provider")
	}
	free.post("/sign-in/link", "email", "a@customer.example", "by", "link").contains(t, "15 minutes")
	free.post("/sign-in/link", "email", "a@sub.customer.example").contains(t, "15 minutes")
	if d.mailer.count() != 2 {
		t.Errorf("%d links were sent, want 2", d.mailer.count())
	}
	if strings.Contains(free.get("/sign-in").text, "Company directory") {
		t.Error("the page reveals the customers' providers")
	}

	bound, d := b(", requireForDomains: true")
	for _, by := range []string{"", "link"} {
		got := bound.post("/sign-in/link", "email", "a@customer.example", "by", by).contains(t,
			"Continue with Company directory")
		if strings.Contains(got.text, "Send me a link") {
			t.Error("a link is offered where the provider is required")
		}
	}
	if d.mailer.count() != 0 {
		t.Error("a link was sent where the provider is required")
	}
}

// A known browser gets the same response, but its mail may be charged to another budget.
func TestAKnownBrowser(t *testing.T) {
	d := open(t, nil, nil)
	d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	b := d.browser(t)
	b.post("/sign-in/link/ml_1").leads(t, "/")
	known := b.cookies["__Host-muniment-known"]
	if known == "" || d.access.browsers[known] != d.access.user {
		t.Fatalf("the browser is not known: %v", b.cookies)
	}
	delete(b.cookies, "__Host-muniment")
	answer := b.post("/sign-in/link", "email", "administrator@example.com")
	stranger := d.browser(t)
	stranger.cookies["__Host-muniment-known"] = "mb_made up"
	if other := stranger.post("/sign-in/link", "email", "administrator@example.com"); other.text != answer.text {
		t.Error("the response reveals whether the browser is known")
	}
	if got := fmt.Sprint(d.mailer.sent); got != "[administrator@example.com / "+known+" administrator@example.com /]" {
		t.Errorf("sent %s, want %v", got, "[administrator@example.com / "+known+" administrator@example.com /]")
	}
	d.access.links["ml_2"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	b.post("/sign-in/link/ml_2").leads(t, "/")
	if b.cookies["__Host-muniment-known"] == known || len(d.access.browsers) != 1 {
		t.Errorf("the sign-in did not replace the browser's token: %v", d.access.browsers)
	}
}

func TestOneClientAsksTooOften(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := open(t, nil, nil)
		ask := func(address, forwarded string) page {
			b := d.browser(t)
			b.address = address
			r := form(t, "/sign-in/link", "email", fmt.Sprintf("a%d@example.com", d.mailer.count()))
			if forwarded != "" {
				r.Header.Set("X-Forwarded-For", forwarded)
			}
			return b.do(r)
		}
		for range 30 {
			ask("192.0.2.7:1", "").status(t, http.StatusOK)
		}
		got := ask("192.0.2.7:2", "203.0.113.1") // the header of an untrusted client is ignored
		got.status(t, http.StatusTooManyRequests).contains(t, "RATE_LIMITED")
		if got.Header.Get("Retry-After") == "" {
			t.Error("the answer does not say when to try again")
		}
		ask("192.0.2.8:1", "").status(t, http.StatusOK)
		for i := range 30 { // an IPv6 /64 network counts as one client
			ask(fmt.Sprintf("[2001:db8::%x]:1", i), "").status(t, http.StatusOK)
		}
		ask("[2001:db8::ffff]:1", "").status(t, http.StatusTooManyRequests)
		time.Sleep(20 * time.Minute)
		ask("192.0.2.7:1", "").status(t, http.StatusOK)
	})
}

func TestOpeningALinkDoesNotUseIt(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		d := open(t, db, nil)
		addUser(t, db, d.access.user, "administrator@example.com")
		d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user,
			returnTo: "/licenses"}
		scanner := d.browser(t)
		for range 3 {
			scanner.get("/sign-in/link/ml_1").status(t, http.StatusOK).contains(t, "administrator", `method="post"`)
		}
		if len(d.access.tokens()) != 0 || d.access.links["ml_1"].used {
			t.Fatal("opening the link used it")
		}
		b := d.browser(t)
		b.post("/sign-in/link/ml_1").leads(t, "/licenses")
		if s := d.access.sessions[b.cookies["__Host-muniment"]]; s.User != d.access.user ||
			s.Method != vocabulary.SignInMethodLink {
			t.Errorf("session %+v, want User = %v and Method = %v", s, d.access.user, vocabulary.SignInMethodLink)
		}
		b.post("/sign-in/link/ml_1").status(t, http.StatusGone).contains(t, "LINK_INVALID")
		b.get("/sign-in/link/ml_1").status(t, http.StatusGone).contains(t, "LINK_INVALID")
		b.get("/sign-in/link/unknown").status(t, http.StatusGone)
		if len(d.access.tokens()) != 1 {
			t.Errorf("%d sessions, want 1", len(d.access.tokens()))
		}
	})
}

func TestLinksOfAnotherPurpose(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	d := open(t, db, nil)
	addUser(t, db, d.access.user, "administrator@example.com")
	d.access.links["ml_in"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	d.access.links["ml_inv"] = &link{purpose: vocabulary.LinkPurposeInvitation, subject: gid.New(gid.Invitation, 0)}
	b := d.browser(t)
	b.get("/sign-in/link/ml_inv").status(t, http.StatusGone)
	b.post("/sign-in/link/ml_inv").status(t, http.StatusGone)
	b.get("/invitation/ml_in").status(t, http.StatusGone)
	b.post("/invitation/ml_in", "name", "X").status(t, http.StatusGone)
	if len(d.access.tokens()) != 0 || len(d.members.accepted) != 0 {
		t.Error("a link was accepted for another purpose")
	}
}

func TestInvitations(t *testing.T) {
	d := open(t, nil, nil)
	d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeInvitation, subject: gid.New(gid.Invitation, 0)}
	b := d.browser(t)
	got := b.get("/invitation/ml_1").status(t, http.StatusOK)
	got.contains(t, "An administrator", "Harbor <Works>", "new@customer.example", "December 1, 2026",
		"license manager", "licensing, downloads", "only Marine", "June 30, 2027", "Welcome.",
		"/sign-in?return_to=%2Finvitation%2Fml_1")
	if len(d.members.accepted) != 0 {
		t.Fatal("opening the link accepted")
	}
	for _, wrong := range []string{"", "  ", strings.Repeat("x", 201), "\x00\u202E"} {
		b.post("/invitation/ml_1", "name", wrong).status(t, http.StatusUnprocessableEntity).contains(t,
			`aria-invalid="true"`)
	}
	b.post("/invitation/ml_1", "name", "  The \u202E  New\nOne ").leads(t, "/accounts/"+theAccount.String())
	if got := fmt.Sprint(d.members.accepted); got != "[ml_1 as The New One]" {
		t.Errorf(`accepted %s, want "[ml_1 as The New One]"`, got)
	}
	if s := d.access.sessions[b.cookies["__Host-muniment"]]; s.User != d.members.newUser {
		t.Errorf("session %+v, want User = %v", s, d.members.newUser)
	}
	// A signed-in user accepts without typing a name.
	b.get("/invitation/ml_1").contains(t, "You are signed in as", "Accept as administrator")
	b.post("/invitation/ml_1").leads(t, "/accounts/"+theAccount.String())
	if got := d.members.accepted[1]; got != "ml_1 by "+d.members.newUser.String() {
		t.Errorf("accepted %s, want %v", got, "ml_1 by "+d.members.newUser.String())
	}
	if len(d.access.tokens()) != 1 {
		t.Error("accepting signed in again")
	}
}

func TestAnInvitationForSomebodyWhoExists(t *testing.T) {
	d := open(t, nil, nil)
	d.members.known = true
	d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeInvitation, subject: gid.New(gid.Invitation, 0)}
	b := d.browser(t)
	got := b.get("/invitation/ml_1").contains(t, "new@customer.example", "/sign-in?return_to=%2Finvitation%2Fml_1")
	if strings.Contains(got.text, "<form") {
		t.Error("the page lets a stranger accept")
	}
	b.post("/invitation/ml_1", "name", "X").status(t, http.StatusForbidden).contains(t, "SIGN_IN_REQUIRED")
	if len(d.access.tokens()) != 0 || len(d.members.accepted) != 0 {
		t.Error("a stranger accepted")
	}
	d.access.links["ml_2"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	b.post("/sign-in/link/ml_2").leads(t, "/")
	b.get("/invitation/ml_1").contains(t, "signed in as <strong>administrator</strong>",
		"is for <strong>new@customer.example</strong>")
	b.post("/invitation/ml_1").leads(t, "/accounts/"+theAccount.String())
}

func TestAnInvitationWhereTheProviderIsRequired(t *testing.T) {
	d := open(t, nil, func(o *signin.Options) {
		o.Providers = providersFile(t, fmt.Sprintf(direct, ", requireForDomains: true"))
	})
	d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeInvitation, subject: gid.New(gid.Invitation, 0)}
	b := d.browser(t)
	offers := func() {
		t.Helper()
		got := b.get("/invitation/ml_1").contains(t, "Continue with Company directory",
			"return_to=%2Finvitation%2Fml_1")
		if strings.Contains(got.text, "<form") {
			t.Error("the page offers to accept without the required provider")
		}
	}
	offers()
	for provider, accepts := range map[string]bool{"": false, "another": false, "company": true} {
		b.cookies["__Host-muniment"], _, _ = d.access.Begin(t.Context(),
			access.NewSession{User: d.access.user, Provider: provider})
		if accepts {
			b.get("/invitation/ml_1").contains(t, "Accept as administrator")
		} else {
			offers()
		}
	}
}
