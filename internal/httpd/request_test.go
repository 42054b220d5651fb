package httpd_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/httpd"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
)

// inside lists internal details of the server; no response may contain one.
var inside = []string{"SELECT ", "sqlite", "SQLITE", "goroutine", ".go:", "panic", "runtime error"}

func (a answer) want(t *testing.T, status int, code string) {
	t.Helper()
	if a.status != status || a.code() != code {
		t.Errorf("status %d, code %q; want %d, %q\n%.400s", a.status, a.code(), status, code, a.text)
	}
	for _, word := range inside {
		if strings.Contains(a.text, word) {
			t.Errorf("the response reveals internal details: %q in %.400s", word, a.text)
		}
	}
	if len(a.text) > 20_000 {
		t.Errorf("an error of %d bytes, want 20_000 or fewer", len(a.text))
	}
	if a.header.Get("X-Request-Id") == "" || a.header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("headers are missing: %v", a.header)
	}
	for _, e := range a.Errors {
		if e.Message == "" || e.Extensions.Remedy == "" {
			t.Errorf("no sentence or no remedy: %+v", e)
		}
	}
}

func with(request *http.Request, header, value string) *http.Request {
	request.Header.Set(header, value)
	return request
}

func get(query string) *http.Request {
	request := post("")
	request.Method, request.URL.RawQuery = http.MethodGet, query
	request.Header.Del("Content-Type")
	return request
}

func asked(document string) *http.Request { return get("query=" + url.QueryEscape(document)) }

func method(name string) *http.Request {
	request := query("{__typename}", nil)
	request.Method = name
	return request
}

func TestRequestsThatAreRefused(t *testing.T) {
	const secret = "hunter2-do-not-repeat"
	e := newEdge(t, nil)
	for name, test := range map[string]struct {
		request *http.Request
		status  int
		code    string
	}{
		"empty body": {post(""), 400, "MALFORMED_REQUEST"},
		"unreadable JSON": {post(`{"query":"{__typename}","variables":{"key":"` + secret + `"`), 400,
			"MALFORMED_REQUEST"},
		"not JSON":      {post(secret), 400, "MALFORMED_REQUEST"},
		"batch":         {post(`[{"query":"{__typename}"}]`), 400, "MALFORMED_REQUEST"},
		"trailing data": {post(`{"query":"{__typename}"} {"` + secret + `":1}`), 400, "MALFORMED_REQUEST"},
		"name twice": {post(`{"query":"{__typename}","query":"{` + secret + `}"}`), 400,
			"MALFORMED_REQUEST"},
		"byte order mark": {post("\xef\xbb\xbf{\"query\":\"{__typename}\"}"), 400, "MALFORMED_REQUEST"},
		"invalid UTF-8": {post("{\"query\":\"{__typename}\",\"operationName\":\"\xff\"}"), 400,
			"MALFORMED_REQUEST"},
		"query is a number": {post(`{"query":1}`), 400, "MALFORMED_REQUEST"},
		"no query":          {post(`{"variables":{}}`), 400, "MALFORMED_REQUEST"},
		"operation name":    {post(`{"query":"{__typename}","operationName":[]}`), 400, "MALFORMED_REQUEST"},
		"variables are a list": {post(`{"query":"{__typename}","variables":["` + secret + `"]}`), 400,
			"MALFORMED_REQUEST"},
		"extensions are text": {post(`{"query":"{__typename}","extensions":"` + secret + `"}`), 400,
			"MALFORMED_REQUEST"},
		"three megabytes": {post(`{"query":"` + strings.Repeat(" ", 3<<20) + `{__typename}"}`), 413,
			"BODY_TOO_LARGE"},
		"one byte too many": {post(strings.Repeat(" ", 256<<10+1)), 413, "BODY_TOO_LARGE"},
		"length not told":   {unsized(strings.Repeat(" ", 3<<20)), 413, "BODY_TOO_LARGE"},
		"text/plain": {with(query("{__typename}", nil), "Content-Type", "text/plain"), 415,
			"UNSUPPORTED_MEDIA_TYPE"},
		"form": {with(post("query=%7B__typename%7D"), "Content-Type",
			"application/x-www-form-urlencoded"), 415, "UNSUPPORTED_MEDIA_TYPE"},
		"multipart": {with(post("--x\r\n"), "Content-Type", "multipart/form-data; boundary=x"), 415,
			"UNSUPPORTED_MEDIA_TYPE"},
		"no content type": {with(query("{__typename}", nil), "Content-Type", ""), 415, "UNSUPPORTED_MEDIA_TYPE"},
		"another charset": {with(query("{__typename}", nil), "Content-Type",
			"application/json; charset=iso-8859-1"), 415, "UNSUPPORTED_MEDIA_TYPE"},
		"gzip": {with(query("{__typename}", nil), "Content-Encoding", "gzip"), 415,
			"UNSUPPORTED_MEDIA_TYPE"},
		"accepts HTML only": {with(query("{__typename}", nil), "Accept", "text/html"), 406, "NOT_ACCEPTABLE"},
		"refuses JSON": {with(query("{__typename}", nil), "Accept", "application/json;q=0"), 406,
			"NOT_ACCEPTABLE"},
		"mutation by GET":     {asked("mutation { anything }"), 405, "METHOD_NOT_ALLOWED"},
		"GET without a query": {get(""), 400, "MALFORMED_REQUEST"},
		"GET, query twice":    {get("query=%7Ba%7D&query=%7B__typename%7D"), 400, "MALFORMED_REQUEST"},
		"GET, bad escape":     {get("query=%zz"), 400, "MALFORMED_REQUEST"},
		"GET, bad variables":  {get("query=%7B__typename%7D&variables=%5B1%5D"), 400, "MALFORMED_REQUEST"},
		"PUT":                 {method(http.MethodPut), 405, "METHOD_NOT_ALLOWED"},
		"DELETE":              {method(http.MethodDelete), 405, "METHOD_NOT_ALLOWED"},
		"foreign host":        {host("evil.example"), 403, "FOREIGN_HOST"},
		"rebound name":        {host("127.0.0.1.evil.example:8080"), 403, "FOREIGN_HOST"},
		"name of loopback":    {host("localhost.evil.example"), 403, "FOREIGN_HOST"},
		"address of another":  {host("192.168.1.10:8080"), 403, "FOREIGN_HOST"},
		"no host":             {host(""), 403, "FOREIGN_HOST"},
		"foreign origin": {with(query("{__typename}", nil), "Origin", "https://evil.example"), 403,
			"FOREIGN_ORIGIN"},
		"no origin": {with(query("{__typename}", nil), "Origin", "null"), 403, "FOREIGN_ORIGIN"},
		"another port's page": {with(query("{__typename}", nil), "Origin", "http://localhost:3000"), 403,
			"FOREIGN_ORIGIN"},
		"file as origin": {with(query("{__typename}", nil), "Origin", "file://127.0.0.1:8080"), 403,
			"FOREIGN_ORIGIN"},
		"cross-site": {with(query("{__typename}", nil), "Sec-Fetch-Site", "cross-site"), 403,
			"FOREIGN_ORIGIN"},
		"same-site": {with(query("{__typename}", nil), "Sec-Fetch-Site", "same-site"), 403,
			"FOREIGN_ORIGIN"},
		"cross-site GET": {with(asked("{__typename}"), "Sec-Fetch-Site", "cross-site"), 403, "FOREIGN_ORIGIN"},
		"foreign origin by GET": {with(asked("{__typename}"), "Origin", "https://evil.example"), 403,
			"FOREIGN_ORIGIN"},
	} {
		t.Run(name, func(t *testing.T) {
			answer := e.send(t, test.request)
			answer.want(t, test.status, test.code)
			if strings.Contains(answer.text, secret) {
				t.Errorf("the body is echoed: %s", answer.text)
			}
			if strings.Contains(answer.text, `"data"`) {
				t.Errorf("a request that did not run has data: %s", answer.text)
			}
		})
	}
	if strings.Contains(e.log.String(), secret) {
		t.Error("the log contains a request body")
	}
}

func unsized(body string) *http.Request {
	request := post(body)
	request.ContentLength = -1
	return request
}

func host(name string) *http.Request {
	request := query("{__typename}", nil)
	request.Host = name
	return request
}

func TestRequestsThatPass(t *testing.T) {
	e := newEdge(t, nil)
	for name, request := range map[string]*http.Request{
		"POST":    query("{__typename}", nil),
		"charset": with(query("{__typename}", nil), "Content-Type", "application/json; charset=UTF-8"),
		"nulls": post(
			`{"query":"{__typename}","variables":null,"operationName":null,"extensions":null,"id":7}`),
		"GET": asked("{__typename}"),
		"GET with variables": get("query=" +
			url.QueryEscape("query Q($n: Int) { entitlements(first: $n) { nodes { id } } }") +
			"&operationName=Q&variables=%7B%22n%22%3A1%7D"),
		"own page": with(with(query("{__typename}", nil), "Origin", "http://127.0.0.1:8080"),
			"Sec-Fetch-Site", "same-origin"),
		"own page, old":       with(query("{__typename}", nil), "Origin", "http://127.0.0.1:8080"),
		"typed by the user":   with(asked("{__typename}"), "Sec-Fetch-Site", "none"),
		"localhost":           host("localhost:9000"),
		"without a port":      host("localhost"),
		"IPv6":                host("[::1]:8080"),
		"IPv6 without a port": host("[::1]"),
	} {
		t.Run(name, func(t *testing.T) {
			if answer := e.send(t, request); answer.status != 200 || answer.code() != "" || len(answer.Data) == 0 {
				t.Errorf(`status %d: %.300s, want status = 200, code = "" and len(Data) != 0`, answer.status,
					answer.text)
			}
		})
	}
}

func TestMediaTypes(t *testing.T) {
	const plain, proper = "application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8"
	e := newEdge(t, nil)
	for accept, want := range map[string]string{
		"": plain, "*/*": plain, "application/*": plain, "application/json": plain,
		"application/graphql-response+json":                                  proper,
		"application/graphql-response+json, application/json;q=0.9":          proper,
		"application/json;q=0.5, application/graphql-response+json;q=0.8":    proper,
		"text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8": plain,
		"application/graphql-response+json; charset=utf-8":                   proper,
	} {
		answer := e.send(t, with(query("{__typename}", nil), "Accept", accept))
		if got := answer.header.Get("Content-Type"); answer.status != 200 || got != want {
			t.Errorf("Accept %q: %d %s, want %s", accept, answer.status, got, want)
		}
		status := 200
		if want == proper {
			status = 400
		}
		e.send(t, with(query("{nothing}", nil), "Accept", accept)).want(t, status, "GRAPHQL_VALIDATION_FAILED")
	}
}

func TestPaths(t *testing.T) {
	e := newEdge(t, func(o *httpd.Options) {
		o.Playground = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, "the page ", r.URL.Path)
		})
	})
	at := func(method, path string) answer {
		request := post("")
		request.Method, request.URL.Path = method, path
		return e.send(t, request)
	}
	at("GET", "/nothing").want(t, 404, "NO_SUCH_PATH")
	at("POST", "/livez").want(t, 405, "METHOD_NOT_ALLOWED")
	if a := at("GET", "/livez"); a.status != 200 || a.text != "{\"live\":true}\n" {
		t.Errorf("livez: %d %s, want status = 200 and text = %q", a.status, a.text, "{\"live\":true}\n")
	}
	if a := at("GET", "/readyz"); a.status != 200 || a.text != "{\"ready\":true}\n" {
		t.Errorf("readyz: %d %s, want status = 200 and text = %q", a.status, a.text, "{\"ready\":true}\n")
	}
	if a := at("GET", "/"); a.status != 303 || a.header.Get("Location") != "/playground/" {
		t.Errorf(`/: %d %v, want status = 303 and Location = "/playground/"`, a.status, a.header)
	}
	if a := at("GET", "/playground/x.js"); a.text != "the page /playground/x.js" {
		t.Errorf(`playground: %s, want "the page /playground/x.js"`, a.text)
	}
	if a := at("OPTIONS", "/graphql"); a.status != 204 || a.header.Get("Allow") == "" ||
		a.header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf(`options: %d %v, want status = 204, Allow != "" and Access-Control-Allow-Origin = ""`, a.status,
			a.header)
	}
}

// HEAD on the path of operations is GET: it reads, and changes nothing.
func TestHeadReadsOnly(t *testing.T) {
	e := newEdge(t, nil)
	read, change := asked("{__typename}"), asked("mutation { anything }")
	read.Method, change.Method = http.MethodHead, http.MethodHead
	if a := e.send(t, read); a.status != 200 {
		t.Errorf("a query by HEAD: %d, want 200", a.status)
	}
	e.send(t, change).want(t, 405, "METHOD_NOT_ALLOWED")
	if !strings.Contains(e.log.String(), `"method":"HEAD"`) {
		t.Error("the log does not say HEAD")
	}
}

// Parameters of media types are read in the same way everywhere.
func TestMediaTypesThatAreAccepted(t *testing.T) {
	e := newEdge(t, nil)
	for _, text := range []string{"application/json; charset=utf8", "application/json;charset=UTF8",
		`application/json; charset="utf-8"`, "APPLICATION/JSON; Charset=Utf-8", "application/json;",
		`application/json; profile="a,b"; charset=utf8`} {
		for _, header := range []string{"Content-Type", "Accept"} {
			if a := e.send(t, with(query("{__typename}", nil), header, text)); a.status != 200 {
				t.Errorf("%s: %s: %d %s, want 200", header, text, a.status, a.text)
			}
		}
	}
	e.send(t, with(query("{__typename}", nil), "Accept", "application/json; charset=latin1")).
		want(t, 406, "NOT_ACCEPTABLE")
}

// Hosts are compared in their canonical forms.
func TestHostsInOtherSpellings(t *testing.T) {
	for _, test := range []struct {
		public string
		host   string
		origin string
		status int
	}{
		{"https://rights.example.com", "rights.example.com:443", "https://rights.example.com", 200},
		{"https://rights.example.com", "RIGHTS.example.com.", "https://rights.example.com:443", 200},
		{"https://rights.example.com:443", "rights.example.com", "https://rights.example.com", 200},
		{"https://RIGHTS.example.com:443", "rights.example.com:443", "", 200},
		{"https://rights.example.com:8443", "rights.example.com:08443", "https://rights.example.com:8443", 200},
		{"https://bücher.example", "xn--bcher-kva.example", "https://xn--bcher-kva.example", 200},
		{"https://bücher.example", "bücher.example", "", 200},
		{"https://XN--Bcher-KVA.example", "xn--bcher-kva.example", "", 200},
		{"https://[2001:db8:0:0:0:0:0:1]", "[2001:DB8::1]:443", "https://[2001:db8::1]", 200},
		{"https://rights.example.com", "LOCALHOST", "", 200},
		{"https://rights.example.com", "localhost:80", "http://localhost", 200},
		{"https://rights.example.com", "[0:0:0:0:0:0:0:1]:8080", "http://[::1]:8080", 200},
		{"https://rights.example.com", "rights.example.com:80", "", 403},
		{"https://rights.example.com", "rights.example.com:8443", "", 403},
		{"https://rights.example.com", "rights.example.com.evil.example", "", 403},
		{"https://rights.example.com", "rights.example.com", "https://rights.example.com:8443", 403},
		{"https://rights.example.com", "rights.example.com", "http://rights.example.com", 403},
		{"https://localhost:8443", "localhost:8443", "http://localhost:8443", 403},
		{"https://localhost:8443", "localhost:8443", "https://localhost:8443", 200},
		{"http://localhost:8080", "localhost:8080", "https://localhost:8080", 403},
		{"https://bücher.example", "bucher.example", "", 403},
	} {
		t.Run(test.public+" "+test.host, func(t *testing.T) {
			public, err := url.Parse(test.public)
			if err != nil {
				t.Fatal(err)
			}
			request := host(test.host)
			if test.origin != "" {
				request.Header.Set("Origin", test.origin)
			}
			if got := edgeOf(public).send(t, request); got.status != test.status {
				t.Errorf("%d, want %d: %s", got.status, test.status, got.text)
			}
		})
	}
}

// edgeOf is a server without a database.
func edgeOf(public *url.URL) *edge {
	return &edge{Handler: httpd.New(httpd.Options{PublicURL: public, Authenticate: operator,
		Schema: generated.NewExecutableSchema(generated.Config{})})}
}

func TestRequestID(t *testing.T) {
	e := newEdge(t, nil)
	if got := e.send(t, with(query("{__typename}", nil), "X-Request-Id", "trace-1.A_b")).
		header.Get("X-Request-Id"); got != "trace-1.A_b" {
		t.Errorf("a sane id became %q", got)
	}
	for _, bad := range []string{"", "a b", "x\r\ny", "é", "<script>", strings.Repeat("x", 65)} {
		got := e.send(t, with(query("{__typename}", nil), "X-Request-Id", bad)).header.Get("X-Request-Id")
		if got == bad || len(got) < 20 {
			t.Errorf("%q was answered with %q", bad, got)
		}
	}
}

func TestNotReady(t *testing.T) {
	env := testenv.New(t, store.Config{Directory: t.TempDir()})
	e := &edge{Handler: httpd.New(httpd.Options{Schema: schemaOver(t, env.Store), Authenticate: operator,
		Ready: env.Store.Ping})}
	if err := env.Store.Close(); err != nil {
		t.Fatal(err)
	}
	request := post("")
	request.Method, request.URL.Path = "GET", "/readyz"
	e.send(t, request).want(t, 503, "UNAVAILABLE")
	request.URL.Path = "/livez"
	if a := e.send(t, request); a.status != 200 {
		t.Errorf("livez must not ask the database: %d", a.status)
	}
}
