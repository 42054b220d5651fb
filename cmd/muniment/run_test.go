package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// asProgram makes the test binary behave as muniment itself, so that tests can send signals to a separate process.
const asProgram = "MUNIMENT_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	for _, variable := range os.Environ() { // the settings of whoever runs the tests are not to change them
		name, _, _ := strings.Cut(variable, "=")
		if strings.HasPrefix(name, "MUNIMENT_") && !strings.HasPrefix(name, "MUNIMENT_TEST_") {
			_ = os.Unsetenv(name)
		}
	}
	os.Exit(m.Run())
}

// result is the outcome of a command.
type result struct {
	code           int
	stdout, stderr string
}

func run(t *testing.T, args ...string) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := Run(t.Context(), args, strings.NewReader(""), &stdout, &stderr)
	return result{code, stdout.String(), stderr.String()}
}

// want fails the test unless the command ended with the code and said the words, on either stream.
func (r result) want(t *testing.T, code int, words ...string) result {
	t.Helper()
	if r.code != code {
		t.Errorf("exit code %d, want %d", r.code, code)
	}
	said := r.stdout + r.stderr
	for _, word := range words {
		if !strings.Contains(said, word) {
			t.Errorf("%q is not said", word)
		}
	}
	for _, word := range []string{"SELECT ", "INSERT ", "goroutine ", ".go:"} {
		if strings.Contains(said, word) {
			t.Errorf("the inside shows: %q", word)
		}
	}
	if t.Failed() {
		t.Logf("stdout:\n%s\nstderr:\n%s", r.stdout, r.stderr)
	}
	return r
}

// screen collects the output of a server, and reports when it listens.
type screen struct {
	mu     sync.Mutex
	text   bytes.Buffer
	ready  chan string
	opened bool
}

var listening = regexp.MustCompile(`contract\s+(http://\S+)/graphql\n[\s\S]*Stop it`)

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, err := s.text.Write(b)
	if found := listening.FindSubmatch(s.text.Bytes()); found != nil && !s.opened {
		s.opened = true
		s.ready <- string(found[1])
	}
	return n, err
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// running is a server in this process.
type running struct {
	t              *testing.T
	address        string
	client         *http.Client
	stdout, stderr *screen
	stop           context.CancelFunc
	ended          chan int
	// headers authenticate the requests.
	headers http.Header
}

func start(t *testing.T, args ...string) *running {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	r := &running{
		t: t, client: &http.Client{Transport: &http.Transport{},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		headers: http.Header{}, stop: stop, ended: make(chan int, 1),
		stdout: &screen{ready: make(chan string, 1)}, stderr: &screen{ready: make(chan string, 1)},
	}
	go func() { r.ended <- Run(ctx, args, strings.NewReader(""), r.stdout, r.stderr) }()
	select {
	case r.address = <-r.stdout.ready:
	case code := <-r.ended:
		stop()
		t.Fatalf("ended with %d:\n%s\n%s", code, r.stdout, r.stderr)
	}
	return r
}

// end stops the server and checks that it leaves nothing behind.
func (r *running) end(before goleak.Option) {
	r.t.Helper()
	r.stop()
	if code := <-r.ended; code != exitDone || !strings.Contains(r.stdout.String(), "Stopped.") {
		r.t.Errorf("ended with %d:\n%s\n%s", code, r.stdout, r.stderr)
	}
	r.client.CloseIdleConnections()
	goleak.VerifyNone(r.t, before)
}

func (r *running) get(path string) (int, string) {
	r.t.Helper()
	response := r.send(http.MethodGet, path, "", "")
	text := read(r.t, response)
	return response.StatusCode, text
}

func (r *running) send(method, path, contentType, body string) *http.Response {
	r.t.Helper()
	request, err := http.NewRequestWithContext(r.t.Context(), method, r.address+path, strings.NewReader(body))
	if err != nil {
		r.t.Fatal(err)
	}
	request.Header = r.headers.Clone()
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	response, err := r.client.Do(request)
	if err != nil {
		r.t.Fatal(err)
	}
	return response
}

func read(t *testing.T, response *http.Response) string {
	t.Helper()
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// as returns the server with the cookies of a demo user.
func (r *running) as(role string) *running {
	r.t.Helper()
	_, page := r.get("/sign-in")
	found := regexp.MustCompile(`name="user" value="(user_\w+)">\s*<button class="role"><strong>` + role).
		FindStringSubmatch(page)
	if found == nil {
		r.t.Fatalf("no sample role %s:\n%s", role, page)
	}
	response := r.send(http.MethodPost, "/sign-in/demo", "application/x-www-form-urlencoded",
		url.Values{"user": {found[1]}}.Encode())
	text := read(r.t, response)
	cookies := response.Cookies() // of the session, and of the browser, which is known from now on
	if response.StatusCode != http.StatusSeeOther || len(cookies) != 2 || cookies[0].Name != "__Host-muniment" ||
		!cookies[0].Secure || !cookies[0].HttpOnly {
		r.t.Fatalf(
			`signing in: %d %v %s, want StatusCode = %d, len(cookies) = 2, Name = "__Host-muniment", Secure = `+
				`true and HttpOnly = true`,
			response.StatusCode, cookies, text, http.StatusSeeOther)
	}
	r.headers.Set("Cookie", cookies[0].Name+"="+cookies[0].Value)
	return r
}

// with returns the server with an API key in the headers.
func (r *running) with(key string) *running {
	r.headers.Set("Authorization", "Bearer "+key)
	return r
}

var aKey = regexp.MustCompile(`mk_[0-9a-zA-Z]+`)

// operatorKey creates an operator's key in a database that no server uses.
func operatorKey(t *testing.T, database ...string) string {
	t.Helper()
	made := run(t, append([]string{"token", "create", "--name", "test", "--producer", "operator"}, database...)...).
		want(t, exitDone, "only time")
	return aKey.FindString(made.stdout)
}

// ask sends the text of an operation. A session may not send it alone: it is exchanged for a token of the playground.
func (r *running) ask(document string) string {
	r.t.Helper()
	if r.headers.Get("Cookie") != "" && r.headers.Get("Authorization") == "" {
		var given struct{ Token string }
		text := read(r.t, r.send(http.MethodPost, "/playground/token", "", ""))
		if json.Unmarshal([]byte(text), &given) != nil || given.Token == "" {
			r.t.Fatalf("no token of the playground: %s", text)
		}
		r.headers.Set("Authorization", "Bearer "+given.Token)
		defer r.headers.Del("Authorization")
	}
	body, err := json.Marshal(map[string]string{"query": document})
	if err != nil {
		r.t.Fatal(err)
	}
	return strings.TrimSpace(read(r.t, r.send(http.MethodPost, "/graphql", "application/json", string(body))))
}

// patience limits how long a separate process may take for its task, on a busy machine.
const patience = 5 * time.Minute

// eventually waits until something happens. It fails with what is missing if that takes longer than patience.
func eventually(t *testing.T, what string, happened func() bool) {
	t.Helper()
	deadline := time.After(patience)
	for !happened() {
		select {
		case <-deadline:
			t.Fatalf("%s: not after %v", what, patience)
		case <-time.After(50 * time.Millisecond):
		}
	}
}
