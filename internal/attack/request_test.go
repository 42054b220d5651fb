package attack_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
)

// contract is the GraphQL schema.
var contract = generated.NewExecutableSchema(generated.Config{}).Schema()

// actor sends requests with a real credential: a session or a key.
type actor struct {
	name           string
	cookie, bearer string
	user           gid.ID
}

// answer is a response of any of the interfaces.
type answer struct {
	status int
	header http.Header
	text   string
	// code is the code of the first error, or ""; codes are the codes of all errors.
	code  string
	codes []string
	// data is the payload of a change, the data of a query, or the body of a resource.
	data map[string]any
}

func (a answer) refused() bool { return a.code != "" || a.status >= 400 }

// want fails the test if the code differs.
func (a answer) want(t testing.TB, code string) answer {
	t.Helper()
	if a.code != code {
		t.Errorf("code %q, want %q: %d %.600s", a.code, code, a.status, a.text)
	}
	return a
}

// ok fails the test if the request was refused.
func (a answer) ok(t testing.TB) answer {
	t.Helper()
	if a.refused() {
		t.Fatalf("refused with %d %v: %.600s", a.status, a.codes, a.text)
	}
	return a
}

// refusedAny fails the test if the request was not refused. Any code is accepted.
func (a answer) refusedAny(t testing.TB) answer {
	t.Helper()
	if !a.refused() {
		t.Errorf("was not refused: %d %.600s", a.status, a.text)
	}
	return a
}

// path reads a value inside the data.
func (a answer) path(names ...string) any {
	var at any = a.data
	for _, name := range names {
		object, ok := at.(map[string]any)
		if !ok {
			return nil
		}
		at = object[name]
	}
	return at
}

func (a answer) id(t testing.TB, names ...string) gid.ID {
	t.Helper()
	text, _ := a.path(names...).(string)
	id, err := gid.Parse(text)
	if err != nil {
		t.Fatalf("no id at %v: %.400s", names, a.text)
	}
	return id
}

// request makes a request to the server under its public name.
func (w *world) request(method, path string, body io.Reader) *http.Request {
	r := httptest.NewRequest(method, publicURL+path, body)
	// Every request has a new client address, so that limits per client do not affect tests.
	w.addresses++
	r.RemoteAddr = fmt.Sprintf("10.%d.%d.%d:4711", w.addresses>>16&255, w.addresses>>8&255, w.addresses&255)
	return r
}

func (a actor) credential(r *http.Request) {
	if a.bearer != "" {
		r.Header.Set("Authorization", "Bearer "+a.bearer)
	}
	if a.cookie != "" {
		r.AddCookie(&http.Cookie{Name: "__Host-muniment", Value: a.cookie})
	}
}

// fromPlayground adds a token of the playground to an operation of a session, which may not send text without it. An
// operation that names its credential in the header is left alone.
func (w *world) fromPlayground(r *http.Request) {
	if r.URL.Path != "/graphql" || r.Header.Get("Cookie") == "" || r.Header.Get("Authorization") != "" {
		return
	}
	exchange := w.request(http.MethodPost, "/playground/token", nil)
	exchange.Header.Set("Cookie", r.Header.Get("Cookie"))
	recorder := httptest.NewRecorder()
	w.handler.ServeHTTP(recorder, exchange)
	var given struct{ Token string }
	if recorder.Code == http.StatusOK && json.Unmarshal(recorder.Body.Bytes(), &given) == nil {
		r.Header.Set("Authorization", "Bearer "+given.Token)
	}
}

func (w *world) serve(r *http.Request) answer {
	w.fromPlayground(r)
	return w.serveAsIs(r)
}

// serveAsIs sends a request without a token of the playground.
func (w *world) serveAsIs(r *http.Request) answer {
	recorder := httptest.NewRecorder()
	w.handler.ServeHTTP(recorder, r)
	a := answer{status: recorder.Code, header: recorder.Header(), text: recorder.Body.String()}
	var body struct {
		Data   map[string]any
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
		Detail string
	}
	if json.Unmarshal(recorder.Body.Bytes(), &body) != nil {
		return a
	}
	a.data = body.Data
	for _, e := range body.Errors {
		a.codes = append(a.codes, e.Extensions.Code)
	}
	if strings.Contains(recorder.Header().Get("Content-Type"), "scim") {
		_ = json.Unmarshal(recorder.Body.Bytes(), &a.data)
		if found := codeOfDetail.FindStringSubmatch(body.Detail); found != nil {
			a.codes = append(a.codes, found[1])
		} else if recorder.Code >= 400 {
			a.codes = append(a.codes, fmt.Sprint("SCIM ", recorder.Code))
		}
	}
	if len(a.codes) > 0 {
		a.code = a.codes[0]
	}
	return a
}

// codeOfDetail finds the code with which the detail of an error of SCIM begins.
var codeOfDetail = regexp.MustCompile(`^([A-Z][A-Z_]+):`)

// query sends a GraphQL operation.
func (w *world) query(as actor, document string, variables map[string]any) answer {
	w.t.Helper()
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	w.must(err)
	r := w.request(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	as.credential(r)
	return w.serve(r)
}

// input is the input of a mutation.
type input map[string]any

func (i input) with(more input) input {
	all := input{}
	for _, from := range []input{i, more} {
		for k, v := range from {
			all[k] = v
		}
	}
	return all
}

// change sends a mutation. The data of the answer is its payload.
func (w *world) change(as actor, mutation string, in input) answer {
	w.t.Helper()
	return w.payload(w.query(as, document(mutation), map[string]any{"input": in}))
}

// payload converts the answer to a mutation: its data becomes the payload, and its codes those of the user errors.
func (w *world) payload(a answer) answer {
	payload, _ := a.path("change").(map[string]any)
	a.data = payload
	if refusals, ok := payload["errors"].([]any); ok {
		for _, r := range refusals {
			code, _ := r.(map[string]any)["code"].(string)
			a.codes = append(a.codes, code)
		}
	}
	if a.code == "" && len(a.codes) > 0 {
		a.code = a.codes[0]
	}
	return a
}

// slowly sends a mutation and calls meanwhile between the headers and the body.
func (w *world) slowly(as actor, mutation string, in input, meanwhile func()) answer {
	w.t.Helper()
	body := strings.NewReader(encoded(w.t,
		map[string]any{"query": document(mutation), "variables": map[string]any{"input": in}}))
	r := w.request(http.MethodPost, "/graphql", &delayedBody{Reader: body, before: meanwhile})
	r.Header.Set("Content-Type", "application/json")
	as.credential(r)
	return w.payload(w.serve(r))
}

// delayedBody is a request body that calls a function before its first byte is read.
type delayedBody struct {
	io.Reader
	before func()
}

func (l *delayedBody) Read(into []byte) (int, error) {
	if l.before != nil {
		before := l.before
		l.before = nil
		before()
	}
	return l.Reader.Read(into)
}

func encoded(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// document returns a document for a mutation that selects all scalars of its payload, and the ids of all objects.
func document(mutation string) string {
	field := contract.Mutation.Fields.ForName(mutation)
	if field == nil {
		return "mutation { " + mutation + " }"
	}
	var fields []string
	for _, f := range contract.Types[field.Type.Name()].Fields {
		inner := contract.Types[f.Type.Name()]
		switch {
		case strings.HasPrefix(f.Name, "__"):
		case inner.Fields == nil:
			fields = append(fields, f.Name)
		case f.Name == "errors":
			fields = append(fields, "errors { code message field }")
		case f.Name == "effects":
			fields = append(fields, "effects { kind label field before { text } after { text } }")
		case f.Name == "warnings":
			fields = append(fields, "warnings { code message }")
		case inner.Fields.ForName("id") != nil:
			fields = append(fields, f.Name+" { id }")
		}
	}
	return fmt.Sprintf("mutation ($input: %s) { change: %s(input: $input) { %s } }",
		field.Arguments.ForName("input").Type, mutation,
		strings.Join(fields, " "))
}

// scim sends a SCIM request.
func (w *world) scim(as actor, method, path string, body any) answer {
	w.t.Helper()
	var content io.Reader
	if text, ok := body.(string); ok {
		content = strings.NewReader(text)
	} else if body != nil {
		text, err := json.Marshal(body)
		w.must(err)
		content = bytes.NewReader(text)
	}
	r := w.request(method, "/scim/v2"+path, content)
	if body != nil {
		r.Header.Set("Content-Type", "application/scim+json")
	}
	as.credential(r)
	return w.serve(r)
}

// patch returns the body of a SCIM PATCH with operations in JSON.
func patch(operations ...string) string {
	return `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[` +
		strings.Join(operations, ",") + `]}`
}

// provision creates a user record in a directory.
func (w *world) provision(directory actor, userName string, more input) gid.ID {
	w.t.Helper()
	body := input{"schemas": []string{"urn:ietf:params:scim:schemas:core:2.0:User"}, "userName": userName,
		"active": true,
		"emails": []any{map[string]any{"value": userName, "type": "work", "primary": true}}}.with(more)
	return w.scim(directory, http.MethodPost, "/Users", body).ok(w.t).id(w.t, "id")
}

// browser keeps cookies and sends the headers of a browser.
type browser struct {
	w       *world
	cookies map[string]string
	address string
}

func (w *world) browser() *browser {
	w.addresses++
	return &browser{w: w, cookies: map[string]string{}, address: fmt.Sprintf("172.16.%d.%d:4711", w.addresses>>8&255,
		w.addresses&255)}
}

// page is a page that was returned to a browser.
type page struct {
	status   int
	location string
	text     string
	header   http.Header
}

func (p page) is(t testing.TB, status int) page {
	t.Helper()
	if p.status != status {
		t.Fatalf("status %d, want %d: %s", p.status, status, p.text)
	}
	return p
}

// code returns the code of an error page, or "".
func (p page) code() string {
	if found := regexp.MustCompile(`<code>([A-Z_]+)</code>`).FindStringSubmatch(p.text); found != nil {
		return found[1]
	}
	return ""
}

func (b *browser) do(r *http.Request) page {
	b.w.t.Helper()
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	r.RemoteAddr = b.address
	recorder := httptest.NewRecorder()
	b.w.handler.ServeHTTP(recorder, r)
	for _, cookie := range recorder.Result().Cookies() {
		if cookie.MaxAge < 0 {
			delete(b.cookies, cookie.Name)
		} else {
			b.cookies[cookie.Name] = cookie.Value
		}
	}
	return page{recorder.Code, recorder.Header().Get("Location"), html.UnescapeString(recorder.Body.String()),
		recorder.Header()}
}

func (b *browser) get(path string) page {
	b.w.t.Helper()
	return b.do(b.w.request(http.MethodGet, strings.TrimPrefix(path, publicURL), nil))
}

// post sends a form of one of the server's pages.
func (b *browser) post(path string, values ...string) page {
	b.w.t.Helper()
	fields := url.Values{}
	for pair := range slices.Chunk(values, 2) {
		fields.Set(pair[0], pair[1])
	}
	r := b.w.request(http.MethodPost, strings.TrimPrefix(path, publicURL), strings.NewReader(fields.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set("Origin", publicURL)
	return b.do(r)
}

// as returns an actor with the session of the browser.
func (b *browser) as(name string) actor {
	return actor{name: name, cookie: b.cookies["__Host-muniment"]}
}

// who returns the user name of the signed-in user, or "".
func (b *browser) who() string {
	b.w.t.Helper()
	name, _ := b.w.query(b.as(""), "{ viewer { name } }", nil).path("viewer", "name").(string)
	return name
}

// askLink requests a sign-in link for an address and delivers the mails. It returns the newest link to the address, or
// "".
func (b *browser) askLink(address string) string {
	b.w.t.Helper()
	before := len(b.w.mails.to(address))
	b.post("/sign-in/link", "email", address, "by", "link")
	b.w.deliver()
	letters := b.w.mails.to(address)
	if len(letters) == before {
		return ""
	}
	return linkIn(letters[len(letters)-1], "/sign-in/link/")
}

// follow opens a link and presses its button.
func (b *browser) follow(link string, values ...string) page {
	b.w.t.Helper()
	if link == "" {
		b.w.t.Fatal("there is no link to follow")
	}
	b.get(link)
	return b.post(link, values...)
}
