package signin

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/language"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

//go:embed pages
var files embed.FS

// The file names contain a hash of the content, so that browsers may cache the files forever.
var (
	stylesheetText = mustRead("pages/signin.css")
	stylesheetPath = "/sign-in/signin-" + digest(stylesheetText) + ".css"
	markText       = mustRead("pages/mark.svg")
	markPath       = "/sign-in/mark-" + digest(markText) + ".svg"
)

func mustRead(name string) []byte {
	text, err := files.ReadFile(name)
	if err != nil {
		panic("signin: " + err.Error()) // it is embedded
	}
	return text
}

func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// policy is the Content-Security-Policy of the pages: only their own styles, images and forms.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; " +
	"frame-ancestors 'none'"

// pages holds the templates by language and name.
var pages = func() map[vocabulary.Language]map[string]*template.Template {
	all := map[vocabulary.Language]map[string]*template.Template{}
	for _, in := range language.All {
		all[in] = parse(in)
	}
	return all
}()

func parse(in vocabulary.Language) map[string]*template.Template {
	folder := "pages/" + in.Tag() + "/"
	layout := template.Must(template.New("").Funcs(template.FuncMap{
		"date":  func(d day.Day) string { return language.Date(in, d) },
		"list":  func(words []string) string { return language.List(in, words) },
		"words": func(command string) []string { return strings.Split(command, " ") },
	}).ParseFS(files, "pages/layout.html", folder+"access.html", folder+"setup.html"))
	all := map[string]*template.Template{}
	for _, name := range []string{"sign_in", "choose", "link_sent", "use_link", "invitation", "sign_out", "signed_out",
		"home", "error"} {
		all[name] = template.Must(template.Must(layout.Clone()).ParseFS(files, folder+name+".html"))
	}
	return all
}

// frame is the data of the layout of every page.
type frame struct {
	Language                        vocabulary.Language
	Title, Portal, Stylesheet, Mark string
	View                            any
}

type (
	signInView struct {
		ReturnTo, Email, Problem string
		UserName                 string // "" if nobody is signed in
		Links                    bool
		Providers                []choice
		Demo                     []DemoUser
		Setup                    *setupView // nil if the server has accounts
	}
	setupView struct {
		access.Setup
		Machine *Machine // nil for people elsewhere
	}
	chooseView struct {
		Email, ReturnTo string
		Provider        choice
		Required        bool
	}
	linkSentView   struct{ Email, ReturnTo, Outbox string }
	useLinkView    struct{ Action, UserName string }
	invitationView struct {
		Action, UserName, Name, Problem, SignIn string
		Invitation                              Invitation
		Provider                                *choice
		// ReadsOnly says that the signed-in person may change nothing, and so cannot accept.
		ReadsOnly bool
	}
	homeView struct {
		UserName               string
		Operator, SupportAgent bool
		Memberships            []Membership
		Requests               []Request
	}
	signOutView   struct{ UserName string }
	signedOutView struct{ Provider, Leave string }
	errorView     struct {
		Problems []shownProblem
		Code     string
		Ways     []choice
	}
)

// choice is a link to a provider on the sign-in page.
type choice struct{ Name, Link string }

func (s *SignIn) choice(p *provider, returnTo, hint string) choice {
	query := url.Values{}
	if returnTo != "/" {
		query.Set("return_to", returnTo)
	}
	if hint != "" {
		query.Set("login_hint", hint)
	}
	link := "/sign-in/provider/" + p.Code
	if len(query) > 0 {
		link += "?" + query.Encode()
	}
	return choice{Name: p.Name, Link: link}
}

func signInAddress(returnTo string) string {
	if returnTo == "/" {
		return "/sign-in"
	}
	return "/sign-in?" + url.Values{"return_to": {returnTo}}.Encode()
}

// signIn shows the sign-in page.
func (s *SignIn) signIn(w http.ResponseWriter, r *http.Request) {
	s.signInPage(w, r, http.StatusOK, signInView{ReturnTo: localPath(r.URL.Query().Get("return_to"))})
}

func (s *SignIn) signInPage(w http.ResponseWriter, r *http.Request, status int, view signInView) {
	if who, _ := s.signedIn(r); who != nil {
		view.UserName = who.Name
	}
	view.Links = s.mailer != nil
	for _, p := range s.order {
		// Providers with domains are found by the typed address; the others are listed.
		if len(p.Domains) == 0 || !view.Links {
			view.Providers = append(view.Providers, s.choice(p, view.ReturnTo, ""))
		}
	}
	if onLoopback(r) {
		view.Demo = s.demo
	}
	if s.setup != nil {
		if setup, err := s.setup(r.Context()); err != nil {
			s.log.WarnContext(r.Context(), "what the server has been given is not known", "error", err)
		} else if !setup.Accounts {
			view.Setup = &setupView{setup, s.machineFor(r)}
		}
	}
	s.show(w, r, status, "sign_in", "Sign in", view)
}

// machineFor returns what a browser may be told about the machine, or nil.
func (s *SignIn) machineFor(r *http.Request) *Machine {
	if s.machine == nil || !onLoopback(r) {
		return nil
	}
	return s.machine
}

// confirmSignOut asks for confirmation, because a mere link must not sign anybody out.
func (s *SignIn) confirmSignOut(w http.ResponseWriter, r *http.Request) {
	view := signOutView{}
	if who, _ := s.signedIn(r); who != nil {
		view.UserName = who.Name
	}
	s.show(w, r, http.StatusOK, "sign_out", "Sign out", view)
}

// show writes a page in the language that the browser prefers. title is the English one; values
// are the words in braces that it contains, each followed by what stands in its place.
func (s *SignIn) show(w http.ResponseWriter, r *http.Request, status int, name, title string, view any,
	values ...string) {
	var page bytes.Buffer
	in := languageOf(r)
	err := pages[in][name].ExecuteTemplate(&page, "layout",
		frame{Language: in, Title: strings.NewReplacer(values...).Replace(phrase(in, title)), Portal: s.portal,
			Stylesheet: stylesheetPath, Mark: markPath, View: view})
	if err != nil {
		s.log.ErrorContext(r.Context(), "a page cannot be shown", "page", name, "error", err)
		http.Error(w, "INTERNAL: the page cannot be shown", http.StatusInternalServerError)
		return
	}
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	header.Set("Content-Language", in.Tag())
	header.Add("Vary", "Accept-Language")
	w.WriteHeader(status)
	_, _ = w.Write(page.Bytes()) // the client may have disconnected
}

// securityHeaders sets headers that prevent scripts, framing, and leaking URLs in referrers.
func securityHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		setSecurityHeaders(w.Header())
		next.ServeHTTP(w, r)
	})
}

func setSecurityHeaders(header http.Header) {
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("X-Frame-Options", "DENY")
	header.Set("Referrer-Policy", "no-referrer") // the URLs of links are secret
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
}

func (s *SignIn) stylesheet(w http.ResponseWriter, _ *http.Request) {
	serve(w, "text/css; charset=utf-8", stylesheetText)
}

func (s *SignIn) mark(w http.ResponseWriter, _ *http.Request) { serve(w, "image/svg+xml", markText) }

func serve(w http.ResponseWriter, contentType string, text []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	_, _ = w.Write(text)
}

// fail shows an error page. Errors that are not faults are logged and shown as INTERNAL.
func (s *SignIn) fail(w http.ResponseWriter, r *http.Request, err error) {
	s.failWith(w, r, err, choice{"Go to the sign-in page", "/sign-in"})
}

// failWith is fail with other ways to go on.
func (s *SignIn) failWith(w http.ResponseWriter, r *http.Request, err error, ways ...choice) {
	problems := faultsIn(err)
	if len(problems) == 0 {
		problems = []*fault.Error{s.faultOf(w, r, err)}
	}
	code := problems[0].Code
	s.show(w, r, statusOf(code), "error", titleOf(code), errorView{Problems: shownIn(languageOf(r), problems...),
		Code: string(code), Ways: waysIn(languageOf(r), ways)})
}

// Refuse shows to a person in a browser that the server refused a request outside of the pages of SignIn, such as one
// for a mistyped path.
func (s *SignIn) Refuse(w http.ResponseWriter, r *http.Request, status int, f *fault.Error) {
	setSecurityHeaders(w.Header())
	shown, title := *f, titleOf(f.Code)
	switch {
	case status == http.StatusNotFound && f.Code != fault.NotFound: // NOT_FOUND: the path exists, what it names not
		title = "There is no such page"
		shown.Message = "Nothing is served under this address."
		shown.Remedy = "Check how it is written, or begin at one of these pages."
	case status == http.StatusMethodNotAllowed:
		shown.Message = "This address takes what a form or a program sends. It is no page of its own."
		shown.Remedy = "Begin at one of these pages."
	}
	s.show(w, r, status, "error", title, errorView{Problems: shownIn(languageOf(r), &shown), Code: string(f.Code),
		Ways: waysIn(languageOf(r), []choice{{"Go to the start page", "/"}, {"Sign in", "/sign-in"},
			{"Open the playground", "/playground/"}})})
}

// faultsIn returns the faults in an error's chain, including joined errors.
func faultsIn(err error) []*fault.Error {
	switch e := err.(type) {
	case nil:
		return nil
	case *fault.Error:
		return []*fault.Error{e}
	case interface{ Unwrap() []error }:
		var all []*fault.Error
		for _, part := range e.Unwrap() {
			all = append(all, faultsIn(part)...)
		}
		return all
	}
	return faultsIn(errors.Unwrap(err))
}

// faultOf returns the fault that is shown for an error that is none, and logs the error.
func (s *SignIn) faultOf(w http.ResponseWriter, r *http.Request, err error) *fault.Error {
	if outage := store.Outage(err); outage != nil {
		if outage.Code == fault.Timeout {
			outage.Remedy = "Try again in a moment." // a page cannot ask for less
		} else {
			s.log.ErrorContext(r.Context(), "the database cannot be used", "error", err)
		}
		return outage
	}
	id := w.Header().Get("X-Request-Id")
	s.log.ErrorContext(r.Context(), "a sign-in failed", "request_id", id, "error", err)
	return fault.New(fault.Internal, "",
		"An internal error occurred. The server's log has the details under request {requestId}.",
		"Try again. If the error stays, tell the operator the request id.", fault.WithText("requestId", id))
}

func statusOf(code fault.Code) int {
	switch code {
	case fault.NotFound, UnknownProvider:
		return http.StatusNotFound
	case account.LinkInvalid:
		return http.StatusGone
	case change.Unauthenticated:
		return http.StatusUnauthorized
	case access.NotKnown, account.SignInRequired, change.Forbidden, ForeignForm, NotOnLoopback, ProviderRefused,
		access.ProviderRequired:
		return http.StatusForbidden
	case fault.RateLimited:
		return http.StatusTooManyRequests
	case ProviderUnavailable, fault.Unavailable, fault.Timeout:
		return http.StatusServiceUnavailable
	case fault.Internal:
		return http.StatusInternalServerError
	}
	return http.StatusBadRequest
}

func titleOf(code fault.Code) string {
	switch code {
	case fault.RateLimited, ProviderUnavailable, fault.Unavailable, fault.Timeout:
		return "Not now"
	case fault.Internal:
		return "Something broke"
	case fault.NotFound, UnknownProvider:
		return "Not found"
	}
	return "That did not work"
}
