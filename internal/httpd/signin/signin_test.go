package signin_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/vocabulary"
)

func TestPublicURL(t *testing.T) {
	for address, good := range map[string]bool{
		"https://rights.example.com": true, "https://rights.example.com/": true,
		"https://rights.example.com:8443": true,
		"http://127.0.0.1:8080":           true, "http://localhost:8080": true, "http://[::1]:8080": true,
		"http://rights.example.com": false, "https://rights.example.com/portal": false, "rights.example.com": false,
		"":                               false,
		"https://a:b@rights.example.com": false, "https://rights.example.com?x": false, "ftp://127.0.0.1": false,
		"https://": false, "https://rights.example.com?": false, "https://rights.example.com/#a": false,
		"https://rights.example.com#": false, "https://xn--a.example": false, "https:rights.example.com": false,
	} {
		if _, err := signin.New(signin.Options{PublicURL: address}); (err == nil) != good || err != nil &&
			!errors.Is(err, signin.ErrPublicURL) {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func demo(o *signin.Options) {
	o.Demo = []signin.DemoUser{
		{Label: "Account administrator", Description: "Manages the members of one customer.",
			UserID: gid.Derive(gid.User, 0, "test", "demo", 0)},
		{Label: "Operator", UserID: gid.Derive(gid.User, 0, "test", "operator", 0)},
	}
}

// local makes a request look as if it came from a browser on the machine.
func local(r *http.Request) *http.Request {
	r.Host, r.RemoteAddr = "127.0.0.1:8080", "127.0.0.1:50000"
	r.Header.Set("Origin", "http://127.0.0.1:8080")
	return r
}

func TestSampleRoles(t *testing.T) {
	d := open(t, nil, demo)
	b := d.browser(t)
	user := gid.Derive(gid.User, 0, "test", "demo", 0)
	b.do(local(httptest.NewRequest(http.MethodGet, "/sign-in", nil))).contains(t, "Sample roles",
		"Account administrator", "Manages the members")
	b.do(local(form(t, "/sign-in/demo", "user", user.String(), "return_to", "/licenses"))).leads(t, "/licenses")
	if s := d.access.sessions[b.cookies["__Host-muniment"]]; s.User != user ||
		s.Method != vocabulary.SignInMethodDemo {
		t.Errorf("session %+v, want User = %v and Method = %v", s, user, vocabulary.SignInMethodDemo)
	}
	for _, stranger := range []string{d.access.user.String(), "", "x", user.String() + "x"} {
		d.browser(t).do(local(form(t, "/sign-in/demo", "user", stranger))).status(t, http.StatusNotFound)
	}
}

func TestSampleRolesOffLoopback(t *testing.T) {
	for name, change := range map[string]func(r *http.Request){
		"another client": func(r *http.Request) { r.RemoteAddr = "192.0.2.1:1" },
		"another name": func(r *http.Request) {
			r.Host = "rights.example.com"
			r.Header.Set("Origin", "https://rights.example.com")
		},
		"a name that looks so":  func(r *http.Request) { r.Host = "127.0.0.1.evil.example"; r.Header.Del("Origin") },
		"a proxy here":          func(r *http.Request) { r.Header.Set("X-Forwarded-For", "192.0.2.1") },
		"a proxy that says via": func(r *http.Request) { r.Header.Set("Via", "1.1 proxy") },
		"a modern proxy":        func(r *http.Request) { r.Header.Set("Forwarded", "for=192.0.2.1") },
		"no address":            func(r *http.Request) { r.RemoteAddr = "@" },
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, nil, demo)
			user := gid.Derive(gid.User, 0, "test", "demo", 0)
			ask, take := local(httptest.NewRequest(http.MethodGet, "/sign-in", nil)),
				local(form(t, "/sign-in/demo", "user", user.String()))
			change(ask)
			change(take)
			if got := d.browser(t).do(ask); strings.Contains(got.text, "Sample roles") {
				t.Error("sample roles are shown")
			}
			d.browser(t).do(take).status(t, http.StatusForbidden).contains(t, "NOT_ON_LOOPBACK")
			if len(d.access.tokens()) != 0 {
				t.Error("somebody is signed in")
			}
		})
	}
	d := open(t, nil, nil)
	d.browser(t).do(local(form(t, "/sign-in/demo"))).status(t, http.StatusNotFound)
}

// forms are the paths to which forms are posted.
var forms = []string{"/sign-in/link", "/sign-in/link/ml_1", "/invitation/ml_2", "/sign-in/demo", "/sign-out"}

func TestFormsOfOtherSites(t *testing.T) {
	multipartBody := func() (io.Reader, string) {
		var body bytes.Buffer
		writer := multipart.NewWriter(&body)
		_ = writer.WriteField("email", "a@example.com")
		_ = writer.WriteField("name", "X")
		_ = writer.Close()
		return &body, writer.FormDataContentType()
	}
	for name, change := range map[string]func(r *http.Request){
		"cross-site": func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"same-site":  func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-site") },
		"another origin": func(r *http.Request) {
			r.Header.Del("Sec-Fetch-Site")
			r.Header.Set("Origin",
				"https://evil.example")
		},
		"another scheme": func(r *http.Request) {
			r.Header.Del("Sec-Fetch-Site")
			r.Header.Set("Origin", strings.Replace(publicURL, "https:", "http:", 1))
		},
		"a sandboxed origin": func(r *http.Request) {
			r.Header.Del("Sec-Fetch-Site")
			r.Header.Set("Origin", "null")
		},
		"another port": func(r *http.Request) {
			r.Header.Del("Sec-Fetch-Site")
			r.Header.Set("Origin",
				publicURL+":8443")
		},
		"JSON":       func(r *http.Request) { r.Header.Set("Content-Type", "application/json") },
		"plain text": func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") },
		"no type":    func(r *http.Request) { r.Header.Del("Content-Type") },
		"a type that is broken": func(r *http.Request) {
			r.Header.Set("Content-Type",
				"application/x-www-form-urlencoded; x=")
		},
		"multipart": func(r *http.Request) {
			body, contentType := multipartBody()
			r.Body = io.NopCloser(body)
			r.Header.Set("Content-Type", contentType)
		},
		"too long": func(r *http.Request) {
			r.Body = io.NopCloser(strings.NewReader("email=" + strings.Repeat("x", 40_000)))
		},
		"not a form": func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader("%zz")) },
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, nil, demo)
			d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
			d.access.links["ml_2"] = &link{purpose: vocabulary.LinkPurposeInvitation,
				subject: gid.New(gid.Invitation, 0)}
			token, _, _ := d.access.Begin(t.Context(), access.NewSession{})
			for _, address := range forms {
				b := d.browser(t)
				b.cookies["__Host-muniment"] = token
				r := form(t, address, "email", "a@example.com", "name", "X", "user",
					gid.Derive(gid.User, 0, "test", "demo", 0).String())
				change(r)
				b.do(r).status(t, http.StatusForbidden).contains(t, "FOREIGN_FORM")
			}
			if d.mailer.count() != 0 || len(d.members.accepted) != 0 || d.access.links["ml_1"].used ||
				!slices.Equal(d.access.tokens(), []string{token}) {
				t.Error("something was done")
			}
		})
	}
}

func TestThePreviousSessionEndsAtSignIn(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	p := newIDP(t)
	providers := providersFile(t, "providers:\n  - {code: company, name: Company, issuer: "+
		p.URL+", clientId: muniment, clientSecretFile: secret}\n")
	d := open(t, db, func(o *signin.Options) { demo(o); o.Providers = providers })
	addUser(t, db, d.access.user, "administrator@example.com")
	for name, enter := range map[string]func(b *browser) page{
		"provider": func(b *browser) page { return p.through(b, "/") },
		"link": func(b *browser) page {
			d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
			return b.post("/sign-in/link/ml_1")
		},
		"demo": func(b *browser) page {
			return b.do(local(form(t, "/sign-in/demo", "user", gid.Derive(gid.User, 0, "test", "demo", 0).String())))
		},
	} {
		t.Run(name, func(t *testing.T) {
			planted, _, _ := d.access.Begin(t.Context(), access.NewSession{User: gid.New(gid.User, 0)})
			b := d.browser(t)
			b.cookies["__Host-muniment"] = planted
			enter(b).leads(t, "/")
			if now := b.cookies["__Host-muniment"]; now == planted || now == "" {
				t.Errorf("the cookie was not replaced: %q", now)
			}
			if slices.Contains(d.access.tokens(), planted) {
				t.Error("the previous session is still valid")
			}
			invented := d.browser(t)
			invented.cookies["__Host-muniment"] = "chosen-by-a-stranger"
			enter(invented).leads(t, "/")
			if invented.cookies["__Host-muniment"] == "chosen-by-a-stranger" {
				t.Error("a cookie that was set by an attacker is accepted")
			}
		})
	}
}

// elsewhere are redirect targets that must be refused.
var elsewhere = []string{
	"//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
	"http:evil.example",
	"javascript:alert(1)", "data:text/html,x", "evil.example", "", " /x", "/\t/evil.example", "/\n/evil.example",
	"/\r\nSet-Cookie: x=y",
	"/x\x00", "/ /x", "/x y", "?x", "#x", "./x", "../x", "@evil.example", ":/x", "/x\u2028", "/\xff", "/\u00a0",
	"/%zz",
	"/" + strings.Repeat("x", 2000),
}

func TestReturnTo(t *testing.T) {
	d := open(t, nil, demo)
	user := gid.Derive(gid.User, 0, "test", "demo", 0).String()
	leads := func(returnTo string) string {
		return d.browser(t).do(local(form(t, "/sign-in/demo", "user", user, "return_to", returnTo))).
			Header.Get("Location")
	}
	for i, place := range elsewhere {
		if i%50 == 49 {
			d = open(t, nil, demo) // a new fixture resets the rate limit
		}
		if got := leads(place); got != "/" {
			t.Errorf(`%q leads to %q, want "/"`, place, got)
		}
	}
	d = open(t, nil, demo)
	for _, place := range []string{"/", "/licenses", "/licenses?x=1&y=%2F%2Fevil.example#top", "/%2F%2Fevil.example",
		"/x//y", "/a:b", "/?next=https://evil.example"} {
		got := leads(place)
		address, err := url.Parse(publicURL)
		if err != nil {
			t.Fatal(err)
		}
		if where, err := address.Parse(got); err != nil || where.Host != address.Host || got != place &&
			place != "/x//y" {
			t.Errorf("%q leads to %q", place, got)
		}
	}
	got := d.browser(t).get("/sign-in?return_to=" + url.QueryEscape("//evil.example"))
	if strings.Contains(got.text, "evil") {
		t.Error("the page contains the foreign URL")
	}
	d.browser(t).get("/sign-in?return_to=/licenses").contains(t, `name="return_to" value="/licenses"`)
}

// The root leads somewhere without Members too.
func TestRootWithoutMembers(t *testing.T) {
	d := open(t, nil, func(o *signin.Options) { o.Members = nil })
	got := d.browser(t).get("/")
	if got.status(t, http.StatusSeeOther); got.Header.Get("Location") != "/sign-in" {
		t.Errorf("leads to %q, want /sign-in", got.Header.Get("Location"))
	}
}

func TestSigningOut(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		p := newIDP(t)
		d := p.fixture(t, db, "")
		b := d.browser(t)
		b.get("/sign-out").contains(t, "Nobody is signed in")
		b.post("/sign-out").leads(t, "/signed-out")
		p.through(b, "/").leads(t, "/")
		token := b.cookies["__Host-muniment"]
		b.get("/sign-in").contains(t, "You are signed in as")
		b.get("/sign-out").contains(t, "Sign out")
		if len(d.access.tokens()) != 1 {
			t.Fatal("looking at the page signed out")
		}
		// The row that the access service would have written.
		addUser(t, db, d.access.user, "administrator@example.com")
		addSession(t, db, d.access.ids[token], d.access.user, "company")
		b.post("/sign-out").leads(t, "/signed-out?provider=company")
		if len(d.access.tokens()) != 0 || b.cookies["__Host-muniment"] != "" {
			t.Error("still signed in")
		}
		b.get("/signed-out?provider=company").contains(t, "Sign out at Company directory as well",
			p.URL+"/leave?client_id=muniment")
		if got := b.get("/signed-out?provider=nobody"); strings.Contains(got.text, "as well") {
			t.Error("a provider that is not known is offered")
		}
	})
}

func TestCredentials(t *testing.T) {
	d := open(t, nil, nil)
	session, _, _ := d.access.Begin(t.Context(), access.NewSession{User: d.access.user})
	request := func(headers ...string) *http.Request {
		r := httptest.NewRequest(http.MethodPost, publicURL+"/graphql", nil)
		for i := 0; i < len(headers); i += 2 {
			r.Header.Add(headers[i], headers[i+1])
		}
		return r
	}
	cookie := "__Host-muniment=" + session
	for name, test := range map[string]struct {
		r    *http.Request
		want vocabulary.CredentialKind // "" for no viewer
		code fault.Code
	}{
		"nothing":                {request(), "", ""},
		"another cookie":         {request("Cookie", "muniment=x"), "", ""},
		"a session":              {request("Cookie", cookie), vocabulary.CredentialKindSession, ""},
		"a session that ended":   {request("Cookie", "__Host-muniment=ms_x"), "", "UNAUTHENTICATED"},
		"an empty session":       {request("Cookie", "__Host-muniment="), "", "UNAUTHENTICATED"},
		"two sessions":           {request("Cookie", cookie+"; __Host-muniment=ms_x"), "", "UNAUTHENTICATED"},
		"a key":                  {request("Authorization", "Bearer mk_good"), vocabulary.CredentialKindAPIKey, ""},
		"a key in small letters": {request("Authorization", "bearer mk_good"), vocabulary.CredentialKindAPIKey, ""},
		"a key counts before cookies": {request("Authorization", "Bearer mk_good", "Cookie", cookie),
			vocabulary.CredentialKindAPIKey, ""},
		"a wrong key is no session": {request("Authorization", "Bearer mk_bad", "Cookie", cookie), "",
			"UNAUTHENTICATED"},
		"a foreign token": {request("Authorization", "Bearer something"), "", "UNAUTHENTICATED"},
		"an empty key":    {request("Authorization", "Bearer "), "", "UNAUTHENTICATED"},
		"another scheme":  {request("Authorization", "Basic bWs6", "Cookie", cookie), "", "UNAUTHENTICATED"},
		"an empty header": {request("Authorization", ""), "", "UNAUTHENTICATED"},
		"two keys": {request("Authorization", "Bearer mk_good", "Authorization", "Bearer mk_good"), "",
			"UNAUTHENTICATED"},
		"a huge key": {request("Authorization", "Bearer mk_"+strings.Repeat("x", 20_000)), "", "UNAUTHENTICATED"},
	} {
		who, err := d.Authenticate(test.r)
		var got vocabulary.CredentialKind
		if who != nil {
			got = who.Credential
		}
		if got != test.want || err != nil && fault.CodeOf(err) != test.code || err == nil && test.code != "" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if got := signin.Cookie(request("Cookie", cookie)); got != session {
		t.Errorf("cookie %q, want %v", got, session)
	}
}

func TestTheAddressOfClients(t *testing.T) {
	for name, test := range map[string]struct{ peer, forwarded, want string }{
		"no proxy":                  {"192.0.2.1:1", "", "192.0.2.1"},
		"a stranger's word":         {"192.0.2.1:1", "203.0.113.9", "192.0.2.1"},
		"a proxy":                   {"10.0.0.1:1", "203.0.113.9", "203.0.113.9"},
		"a forged beginning":        {"10.0.0.1:1", "198.51.100.1, 203.0.113.9", "203.0.113.9"},
		"two proxies":               {"10.0.0.1:1", "203.0.113.9, 10.0.0.2", "203.0.113.9"},
		"a proxy that does not say": {"10.0.0.1:1", "", "10.0.0.1"},
		"a proxy that says nothing": {"10.0.0.1:1", "garbage", "10.0.0.1"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, database.Open(t, store.Config{Directory: t.TempDir()}), func(o *signin.Options) {
				o.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
			})
			d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeInvitation,
				subject: gid.New(gid.Invitation, 0)}
			b := d.browser(t)
			r := form(t, "/invitation/ml_1", "name", "X")
			r.RemoteAddr = test.peer
			r.Header.Set("User-Agent", "A browser\r\n"+strings.Repeat("x", 500))
			if test.forwarded != "" {
				r.Header.Set("X-Forwarded-For", test.forwarded)
			}
			b.do(r).leads(t, "/accounts/"+theAccount.String())
			got := d.access.sessions[b.cookies["__Host-muniment"]]
			if got.Address != test.want {
				t.Errorf("address %q, want %q", got.Address, test.want)
			}
			if len(got.UserAgent) > 300 || strings.ContainsAny(got.UserAgent, "\r\n") {
				t.Errorf("user agent %q", got.UserAgent)
			}
		})
	}
}

func TestHeadersAndFormOfEveryPage(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	d := open(t, db, func(o *signin.Options) {
		demo(o)
		o.Providers = providersFile(t, fmt.Sprintf(direct, "")+
			"  - {code: other, name: <Other>, issuer: https://other.example.com, clientId: m, clientSecretFile: "+
			"secret}\n")
	})
	addUser(t, db, d.access.user, "administrator@example.com")
	d.access.links["ml_1"] = &link{purpose: vocabulary.LinkPurposeSignIn, subject: d.access.user}
	d.access.links["ml_2"] = &link{purpose: vocabulary.LinkPurposeInvitation, subject: gid.New(gid.Invitation, 0)}
	signedIn := d.browser(t)
	token, _, _ := d.access.Begin(t.Context(), access.NewSession{User: d.access.user})
	signedIn.cookies["__Host-muniment"] = token
	b := d.browser(t)
	all := map[string]page{
		"sign in":       b.get("/sign-in"),
		"sign in, here": b.do(local(httptest.NewRequest(http.MethodGet, "/sign-in", nil))),
		"sign in again": signedIn.get("/sign-in"), "wrong address": b.post("/sign-in/link", "email", `"><img src=x>`),
		"link sent": b.post("/sign-in/link", "email", "a@example.com"),
		"choose":    b.post("/sign-in/link", "email", "a@customer.example"),
		"use link":  b.get("/sign-in/link/ml_1"), "dead link": b.get("/sign-in/link/x"),
		"invitation":            b.get("/invitation/ml_2"),
		"invitation, signed in": signedIn.get("/invitation/ml_2"), "sign out": b.get("/sign-out"),
		"sign out, signed in": signedIn.get("/sign-out"),
		"signed out":          b.get("/signed-out"), "lost": b.get("/sign-in/callback"),
		"no provider": b.get("/sign-in/provider/x"),
		"foreign form": b.do(func() *http.Request {
			r := form(t, "/sign-out")
			r.Header.Set("Sec-Fetch-Site", "cross-site")
			return r
		}()),
	}
	for name, got := range all {
		t.Run(name, func(t *testing.T) {
			for header, want := range map[string]string{
				"Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action " +
					"'self'; base-uri 'none'; frame-ancestors 'none'",
				"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
				"Cache-Control":              "no-store",
				"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
				"Content-Type": "text/html; charset=utf-8",
			} {
				if value := got.Header.Get(header); value != want {
					t.Errorf("%s is %q", header, value)
				}
			}
			got.contains(t, `<html lang="en">`, "<title>", "<h1>", "<main>")
			if found := regexp.MustCompile(
				`(?i)<script|<style|<works|<other|<img src=x|\sstyle=|\son[a-z]+=|(?:src|href|action)="(?:https?:)?//`).FindString(got.raw); found != "" {
				t.Errorf("the page has %q", found)
			}
			for _, input := range regexp.MustCompile(`<input id="([a-z]+)"`).FindAllStringSubmatch(got.text, -1) {
				got.contains(t, `<label for="`+input[1]+`">`)
			}
			if strings.Count(got.text, "autofocus") > 1 {
				t.Error("two elements have autofocus")
			}
		})
	}
	for _, file := range []string{"css", "svg"} {
		address := regexp.MustCompile(`/sign-in/[a-z]+-[0-9a-f]{16}\.` + file).FindString(all["sign in"].text)
		got := b.get(address).status(t, http.StatusOK)
		if !strings.Contains(got.Header.Get("Cache-Control"), "immutable") ||
			got.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf(`%s: %v, want Cache-Control with "immutable" and X-Content-Type-Options = "nosniff"`, address,
				got.Header)
		}
		if strings.Contains(got.text, "@import") || strings.Contains(got.text, "url(") {
			t.Errorf(`%s loads something else, want text without "@import" and text without "url("`, address)
		}
	}
}

func TestRoutesWithoutSignInMethods(t *testing.T) {
	d := open(t, nil, func(o *signin.Options) { o.Mailer, o.Members = nil, nil })
	b := d.browser(t)
	b.get("/sign-in").contains(t, "Nobody can sign in here yet")
	for _, address := range []string{"/sign-in/link", "/sign-in/link/ml_1", "/invitation/ml_1", "/sign-in/demo",
		"/sign-in/backchannel-logout/x"} {
		b.post(address).status(t, http.StatusNotFound)
	}
}

func TestWhatIsLoggedOfPaths(t *testing.T) {
	for path, want := range map[string]string{
		"/sign-in/link/ml_secret": "/sign-in/link/…", "/invitation/ml_secret": "/invitation/…",
		"/sign-in/link":  "/sign-in/link",
		"/sign-in/link/": "/sign-in/link/", "/graphql": "/graphql", "/invitation/a/b": "/invitation/…",
		"/scim/v2/Users/drec_0J8Z3V6Q1M2C4":    "/scim/v2/Users/drec_0J8Z3V6Q1M2C4",
		"/playground/assets/index-B4cD_xYz.js": "/playground/assets/index-B4cD_xYz.js",
	} {
		if got := signin.LoggedPath(path); got != want {
			t.Errorf("%s is logged as %s", path, got)
		}
	}
}

func TestASessionThatCannotBegin(t *testing.T) {
	d := open(t, nil, demo)
	d.access.fail = &store.Error{Kind: store.ErrBusy}
	b := d.browser(t)
	planted := "ms_0"
	b.cookies["__Host-muniment"] = planted
	b.do(local(form(t, "/sign-in/demo", "user", gid.Derive(gid.User, 0, "test", "demo", 0).String()))).
		status(t, http.StatusServiceUnavailable).contains(t, "UNAVAILABLE")
	if b.cookies["__Host-muniment"] != planted {
		t.Error("the cookie was changed")
	}
}
