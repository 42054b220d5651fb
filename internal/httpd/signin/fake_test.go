package signin_test

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-chi/chi/v5"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/httpd/signin"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// start is the time at which tests with a frozen clock begin.
var start = clock.At(time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC))

const (
	publicURL = "https://rights.example.com"
	secret    = "the secret of a test client"
)

// link is a link that was sent.
type link struct {
	purpose  vocabulary.LinkPurpose
	subject  gid.ID
	returnTo string
	used     bool
}

// fakeAccess is an access service that keeps its data in memory.
type fakeAccess struct {
	mu       sync.Mutex
	sessions map[string]access.NewSession
	ids      map[string]gid.ID
	links    map[string]*link
	claims   []access.Claims
	// subjects are the identities, by the issuer and the subject.
	subjects map[[2]string]bool
	// browsers are the users of known browsers, by the token.
	browsers map[string]gid.ID
	user     gid.ID
	producer vocabulary.ProducerRole
	// member says that the user is a member of theAccount.
	member   bool
	identify error
	ended    []string
	fail     error
	count    int
}

func newFakeAccess(user gid.ID) *fakeAccess {
	return &fakeAccess{sessions: map[string]access.NewSession{}, ids: map[string]gid.ID{}, links: map[string]*link{},
		user:     user,
		subjects: map[[2]string]bool{}, browsers: map[string]gid.ID{}}
}

func unauthenticated() error { return fault.New(change.Unauthenticated, "", "No.", "Sign in.") }

func (e *fakeAccess) Session(_ context.Context, token string) (*viewer.Viewer, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	session, known := e.sessions[token]
	if !known {
		return nil, unauthenticated()
	}
	who := &viewer.Viewer{Credential: vocabulary.CredentialKindSession, CredentialID: e.ids[token],
		User: session.User, Scopes: vocabulary.EveryKeyScope, Producer: e.producer,
		Name: "administrator", Provider: session.Provider}
	if e.member {
		who.Grants = []viewer.Grant{{Account: theAccount, Accounts: []gid.ID{theAccount}}}
	}
	return who.Settle(), nil
}

func (e *fakeAccess) Bearer(_ context.Context, token string) (*viewer.Viewer, error) {
	switch {
	case token == "mk_good":
		return &viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, User: e.user}, nil
	case strings.HasPrefix(token, "mk_"):
		return nil, unauthenticated()
	}
	return nil, fmt.Errorf("look: %w", access.ErrNotOurs)
}

func (e *fakeAccess) NewPlaygroundToken(ctx context.Context, session string) (string, clock.Instant, error) {
	_, err := e.Session(ctx, session)
	return "mp_" + session, start, err
}

func (e *fakeAccess) Playground(ctx context.Context, session, token string) (*viewer.Viewer, error) {
	if token != "mp_"+session {
		return nil, unauthenticated()
	}
	who, err := e.Session(ctx, session)
	if err == nil {
		who.Playground = true
	}
	return who, err
}

func (e *fakeAccess) ForSubject(_ context.Context, provider, issuer, subject string,
	scopes vocabulary.KeyScopeSet) (*viewer.Viewer, error) {
	if !e.subjects[[2]string{issuer, subject}] {
		return nil, unauthenticated()
	}
	return &viewer.Viewer{Credential: vocabulary.CredentialKindAccessToken, User: e.user, Provider: provider,
		Scopes: scopes}, nil
}

func (e *fakeAccess) Begin(_ context.Context, session access.NewSession) (string, gid.ID, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.fail != nil {
		return "", 0, e.fail
	}
	e.count++
	token, id := fmt.Sprintf("ms_%d", e.count), gid.Derive(gid.Session, 0, "test", fmt.Sprint(e.count), 0)
	e.sessions[token], e.ids[token] = session, id
	return token, id, nil
}

func (e *fakeAccess) SignOut(_ context.Context, token string) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.sessions, token)
	return nil
}

func (e *fakeAccess) EndAtProvider(_ context.Context, provider, session, subject string) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.fail != nil {
		return 0, e.fail
	}
	e.ended = append(e.ended, provider+" "+session+" "+subject)
	count := 0
	for token, s := range e.sessions {
		if s.Provider == provider && (session != "" && s.ProviderSession == session || session == "" &&
			s.ProviderSubject == subject) {
			delete(e.sessions, token)
			count++
		}
	}
	return count, nil
}

func (e *fakeAccess) useLink(token string, purpose vocabulary.LinkPurpose) (gid.ID, string, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	l := e.links[token]
	if l == nil || l.used || l.purpose != purpose {
		return 0, "", fault.New(account.LinkInvalid, "", "The link was used before.", "Ask for another one.")
	}
	l.used = true
	return l.subject, l.returnTo, nil
}

func (e *fakeAccess) PeekLink(_ context.Context, token string) (vocabulary.LinkPurpose, gid.ID, string, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	l := e.links[token]
	if l == nil || l.used {
		return "", 0, "", fault.New(account.LinkInvalid, "", "The link was used before.", "Ask for another one.")
	}
	return l.purpose, l.subject, l.returnTo, nil
}

func (e *fakeAccess) PeekArrival(ctx context.Context, token string) (access.Arrival, error) {
	purpose, _, _, err := e.PeekLink(ctx, token)
	if err == nil && purpose != vocabulary.LinkPurposeSignIn {
		err = account.InvalidLink()
	}
	return access.Arrival{UserName: "administrator", Address: "administrator@example.com"}, err
}

func (e *fakeAccess) BeginByLink(ctx context.Context, token string, session access.NewSession) (string, string,
	error) {
	user, returnTo, err := e.useLink(token, vocabulary.LinkPurposeSignIn)
	if err != nil {
		return "", "", err
	}
	session.User, session.Method = user, vocabulary.SignInMethodLink
	began, _, err := e.Begin(ctx, session)
	return began, returnTo, err
}

func (e *fakeAccess) RememberBrowser(_ context.Context, session, known string) (string, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.browsers, known)
	token := fmt.Sprintf("mb_%d", e.count)
	e.browsers[token] = e.sessions[session].User
	return token, nil
}

func (e *fakeAccess) KnownBrowser(_ context.Context, known, _ string) (string, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.browsers[known] == 0 {
		return "", nil
	}
	return known, nil
}

func (e *fakeAccess) Identify(_ context.Context, claims access.Claims) (gid.ID, string, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.claims = append(e.claims, claims)
	return e.user, claims.Email, e.identify
}

// tokens returns the tokens of the sessions that have not ended.
func (e *fakeAccess) tokens() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	var all []string
	for token := range e.sessions {
		all = append(all, token)
	}
	slices.Sort(all)
	return all
}

// fakeMembers is a fake of the account service.
type fakeMembers struct {
	mu       sync.Mutex
	email    string
	known    bool
	accepted []string
	newUser  gid.ID
	// decided says that the access request theRequest is no longer open.
	decided bool
}

func (m *fakeMembers) Invitation(context.Context, gid.ID) (signin.Invitation, error) {
	return signin.Invitation{Inviter: "An administrator", Account: "Harbor <Works>", Email: m.email,
		Greeting: "Welcome.\nCome in.",
		Access: signin.AccessWords{Roles: []string{"license manager"}, Services: []string{"licensing", "downloads"},
			ProductLine: "Marine <CAD>", EndsOn: new(day.Date(2027, 6, 30))},
		LastDay: day.Date(2026, 12, 1), Known: m.known}, nil
}

func (m *fakeMembers) Memberships(context.Context) ([]signin.Membership, error) {
	return []signin.Membership{{Account: "Harbor <Works>", Access: signin.AccessWords{Roles: []string{"reader"}}}}, nil
}

func (m *fakeMembers) Requests(context.Context) ([]signin.Request, error) {
	asked := day.Date(2026, 11, 20)
	return []signin.Request{{For: "INV <7>", Outside: true, Open: true, AskedOn: asked},
		{For: "Birch", Open: true, AskedOn: asked},
		{For: "INV-8", Outside: true, Answer: "Who are you?", AskedOn: asked},
		{For: "Alder", Outside: true, Granted: true, AskedOn: asked}}, nil
}

func (m *fakeMembers) AcceptInvitation(ctx context.Context, token string) (gid.ID, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.accepted = append(m.accepted, fmt.Sprintf("%s by %s", token, viewer.From(ctx).User))
	return theAccount, nil
}

func (m *fakeMembers) AcceptAsNew(_ context.Context, token, name string) (user, of gid.ID, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known {
		return 0, 0, fault.New(account.SignInRequired, "", "You have signed in here before.", "Sign in.")
	}
	m.accepted = append(m.accepted, token+" as "+name)
	return m.newUser, theAccount, nil
}

// theRequest and theAccount are the only ones that fakeMembers knows.
var (
	theRequest = gid.Derive(gid.AccessRequest, 0, "test", "request", 0)
	theAccount = gid.Derive(gid.Account, 0, "test", "account", 0)
)

func (m *fakeMembers) AccessRequest(_ context.Context, id gid.ID) (of gid.ID, open bool, err error) {
	if id != theRequest {
		return 0, false, fault.New(fault.NotFound, "", "There is no such request.", "Check the link.")
	}
	return theAccount, !m.decided, nil
}

// fakeMailer is a fake of the mailer.
type fakeMailer struct {
	mu   sync.Mutex
	sent []string
	fail error
}

func (p *fakeMailer) SendSignInLink(_ context.Context, address, returnTo, browser string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sent = append(p.sent, strings.TrimSpace(address+" "+returnTo+" "+browser))
	return p.fail
}

func (p *fakeMailer) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.sent)
}

// fixture is a SignIn with everything around it that tests need.
type fixture struct {
	*signin.SignIn
	handler http.Handler
	access  *fakeAccess
	members *fakeMembers
	mailer  *fakeMailer
	clock   *clock.Frozen
	log     *bytes.Buffer
}

// open returns a fixture. Tests of pages that need no database pass nil as db.
func open(t testing.TB, db *store.Store, change func(*signin.Options)) *fixture {
	t.Helper()
	user := gid.Derive(gid.User, 0, "test", "administrator", 0)
	d := &fixture{access: newFakeAccess(user), clock: clock.Freeze(start), mailer: new(fakeMailer),
		log:     new(bytes.Buffer),
		members: &fakeMembers{email: "new@customer.example", newUser: gid.Derive(gid.User, 0, "test", "new", 0)}}
	options := signin.Options{Access: d.access, Members: d.members, Mailer: d.mailer, Store: db, PublicURL: publicURL,
		Now: d.clock.Now, Log: slog.New(slog.NewJSONHandler(&locked{w: d.log}, nil))}
	if change != nil {
		change(&options)
	}
	s, err := signin.New(options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	d.SignIn = s
	router := chi.NewRouter()
	s.Routes(router)
	d.handler = router
	return d
}

type locked struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *locked) Write(text []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(text)
}

// browser sends requests with cookies and headers as browsers do.
type browser struct {
	t       testing.TB
	fixture *fixture
	cookies map[string]string
	address string
}

func (d *fixture) browser(t testing.TB) *browser {
	return &browser{t: t, fixture: d, cookies: map[string]string{}, address: "192.0.2.1:4711"}
}

var unmarked = strings.NewReplacer("<span>", "", "</span>", "")

// page is a response to a browser.
type page struct {
	*http.Response
	// raw is the body, and text the body with HTML entities decoded and without the marks around words of commands.
	text, raw string
}

func (p page) contains(t testing.TB, texts ...string) page {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(p.text, text) {
			t.Errorf("the page lacks %q:\n%s", text, p.text)
		}
	}
	return p
}

func (p page) status(t testing.TB, want int) page {
	t.Helper()
	if p.StatusCode != want {
		t.Errorf("status %d, want %d\n%s", p.StatusCode, want, p.text)
	}
	return p
}

// leads checks the target of a redirect.
func (p page) leads(t testing.TB, want string) page {
	t.Helper()
	p.status(t, http.StatusSeeOther)
	if got := p.Header.Get("Location"); got != want {
		t.Errorf("leads to %q, want %q", got, want)
	}
	return p
}

func (b *browser) do(r *http.Request) page {
	b.t.Helper()
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	if r.RemoteAddr == "" || r.RemoteAddr == "192.0.2.1:1234" {
		r.RemoteAddr = b.address
	}
	recorder := httptest.NewRecorder()
	b.fixture.handler.ServeHTTP(recorder, r)
	response := recorder.Result()
	for _, cookie := range response.Cookies() {
		if !cookie.Secure || !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode || cookie.Path != "/" ||
			cookie.Domain != "" ||
			!strings.HasPrefix(cookie.Name, "__Host-") {
			b.t.Errorf("the cookie is not bound to this host: %s", cookie)
		}
		if cookie.MaxAge < 0 {
			delete(b.cookies, cookie.Name)
		} else {
			b.cookies[cookie.Name] = cookie.Value
		}
	}
	return page{response, html.UnescapeString(unmarked.Replace(recorder.Body.String())), recorder.Body.String()}
}

func (b *browser) get(address string) page {
	b.t.Helper()
	r := httptest.NewRequestWithContext(b.t.Context(), http.MethodGet, publicURL+address, nil)
	return b.do(r)
}

// form returns the request with which a browser submits a form of the server's own page.
func form(t testing.TB, address string, values ...string) *http.Request {
	t.Helper()
	fields := url.Values{}
	for i := 0; i < len(values); i += 2 {
		fields.Set(values[i], values[i+1])
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, publicURL+address,
		strings.NewReader(fields.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set("Origin", publicURL)
	return r
}

func (b *browser) post(address string, values ...string) page {
	b.t.Helper()
	return b.do(form(b.t, address, values...))
}

// providersFile writes a file of identity providers and reads it.
func providersFile(t testing.TB, text string) []signin.Provider {
	t.Helper()
	folder := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("secret", secret+"\n")
	write("providers.yaml", text)
	providers, err := signin.LoadProviders(filepath.Join(folder, "providers.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return providers
}

// addUser writes a user with an address.
func addUser(t testing.TB, db *store.Store, id gid.ID, email string) {
	t.Helper()
	err := db.Write(store.WithScope(t.Context(), store.Everything()), func(ctx context.Context, tx store.Tx) error {
		return tx.Client().User.Create().SetID(id).SetUserName("administrator").SetEmail(email).SetEmailKey(email).
			SetActive(true).
			SetShared(false).SetCreatedAt(start).SetUpdatedAt(start).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// addSession writes a session that began at a provider.
func addSession(t testing.TB, db *store.Store, id, user gid.ID, provider string) {
	t.Helper()
	err := db.Write(store.WithScope(t.Context(), store.Everything()), func(ctx context.Context, tx store.Tx) error {
		return tx.Client().Session.Create().SetID(id).SetUserID(user).SetTokenHash("x").
			SetMethod(vocabulary.SignInMethodOpenID).
			SetProvider(provider).SetCreatedAt(start).SetLastSeenAt(start).SetExpiresAt(start + 1).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}
