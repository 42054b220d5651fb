package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/muniment/muniment/internal/day"
)

// visit opens a path of the portal. Its queries have the hash and the variables as their data.
func visit(t *testing.T, path string, header ...string) *http.Response {
	t.Helper()
	ask := func(_ context.Context, hash string, variables map[string]any) json.RawMessage {
		data, err := json.Marshal(map[string]any{"asked": variables, "text": "</script><b>"})
		if err != nil {
			t.Error(err)
		}
		return data
	}
	// In UTC it is still the 19th.
	now := func() time.Time { return time.Date(2026, 11, 20, 1, 30, 0, 0, time.FixedZone("", 2*60*60)) }
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8080"+path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	Portal(ask, now).ServeHTTP(w, r)
	return w.Result()
}

const home = "/accounts/acct_0200013BB10JZ"

// answersIn reads the answers in a page.
func answersIn(t *testing.T, page string) []answer {
	t.Helper()
	_, rest, found := strings.Cut(page, `<script type="application/json" id="first">`)
	text, _, ends := strings.Cut(rest, "</script>")
	if !found || !ends {
		t.Fatalf("no answers: %s", page)
	}
	var answers []answer
	if err := json.Unmarshal([]byte(text), &answers); err != nil {
		t.Fatal(err)
	}
	return answers
}

func TestAPageThatIsOpenedHasItsFirstAnswers(t *testing.T) {
	response := visit(t, home, "Sec-Fetch-Mode", "navigate")
	page := string(body(t, response))
	if got := response.Header.Get("Cache-Control"); got != "no-store" || response.Header.Get("ETag") != "" {
		t.Errorf(`Cache-Control %q, ETag %q; want "no-store" and none`, got, response.Header.Get("ETag"))
	}
	answers := answersIn(t, page)
	if len(answers) < 5 {
		t.Errorf("%d answers, want those of the home page", len(answers))
	}
	all, err := json.Marshal(answers)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"acct_0200013BB10JZ", "2026-11-20", "2027-02-17"} {
		if !bytes.Contains(all, []byte(word)) {
			t.Errorf("no query asks for %s: %s", word, all)
		}
	}
	if !strings.Contains(page, `<meta name="now" content="2026-11-20T01:30:00+02:00">`) {
		t.Error("the page does not say what time it is at the server")
	}
	if bytes.Contains(all, []byte(`"$`)) {
		t.Errorf("a value was not filled in: %s", all)
	}
	if strings.Contains(page, "<b>") {
		t.Error("a text of an answer is part of the page")
	}
	if !strings.Contains(page, `<link rel="modulepreload" crossorigin href="/assets/Home-`) ||
		strings.Index(page, "modulepreload") > strings.Index(page, "</head>") {
		t.Errorf("the page does not name the script of the screen: %s", page)
	}
}

func TestDaysOfQuestionsAreThoseOfTheDay(t *testing.T) {
	at, _ := day.Parse("2026-03-01")
	got := fill(map[string]any{"on": "$today", "to": "$today+31", "of": map[string]any{"seen": "$today-1T00:00:00Z"}},
		nil, at)
	want := map[string]any{"on": "2026-03-01", "to": "2026-04-01", "of": map[string]any{"seen": "2026-02-28T00:00:00Z"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	answers := answersIn(t, string(body(t, visit(t, home+"/devices", "Sec-Fetch-Mode", "navigate"))))
	for _, one := range answers {
		if variables := fmt.Sprint(one.Variables); strings.Contains(variables, "T00:00:00Z") {
			if !strings.Contains(variables, "2026-08-22T00:00:00Z") {
				t.Errorf("the devices not seen for 90 days are asked for by %s", variables)
			}
			return
		}
	}
	t.Error("the page of devices does not ask for those that were not seen for long")
}

func TestASearchLeavesOnlyTheAnswersThatFitEverySearch(t *testing.T) {
	usual := answersIn(t, string(body(t, visit(t, home, "Sec-Fetch-Mode", "navigate"))))
	searched := answersIn(t, string(body(t, visit(t, home+"?on=2020-01-01", "Sec-Fetch-Mode", "navigate"))))
	if len(searched) == 0 || len(searched) >= len(usual) {
		t.Errorf("%d answers with a search, %d without; want fewer, and some", len(searched), len(usual))
	}
	for _, one := range searched {
		for name, value := range one.Variables {
			if name != "account" {
				t.Errorf("%s is %v", name, value)
			}
		}
	}
}

func TestAPageThatIsFetchedIsRevalidated(t *testing.T) {
	response := visit(t, home)
	page := string(body(t, response))
	if strings.Contains(page, `id="first"`) || response.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("%s: %s", response.Header.Get("Cache-Control"), page)
	}
	again := visit(t, home, "If-None-Match", response.Header.Get("ETag"))
	if again.StatusCode != http.StatusNotModified {
		t.Errorf("status %d, want 304", again.StatusCode)
	}
	other := visit(t, home+"/people")
	if other.Header.Get("ETag") == response.Header.Get("ETag") {
		t.Error("two screens have one page")
	}
}

func TestAPageNamesItsReleaseAsItsFileDoes(t *testing.T) {
	response := visit(t, "/assets/release")
	release := string(body(t, response))
	if len(release) < 32 || response.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("%q, %s", release, response.Header.Get("Cache-Control"))
	}
	for _, header := range [][]string{nil, {"Sec-Fetch-Mode", "navigate"}} {
		page := string(body(t, visit(t, home, header...)))
		if !strings.Contains(page, `<meta name="release" content="`+release+`">`) {
			t.Errorf("the page does not name release %s: %s", release, page)
		}
	}
}

func TestAPageNamesTheTextsOfItsLanguage(t *testing.T) {
	for header, want := range map[string]bool{"de-DE,de;q=0.9,en;q=0.8": true, "fr, DE-at": true,
		"en-GB,de;q=0.5": false, "fr": false, "": false} {
		page := body(t, visit(t, home, "Accept-Language", header))
		if got := bytes.Contains(page, []byte(`href="/assets/de-`)); got != want {
			t.Errorf("%q: %v, want %v", header, got, want)
		}
	}
}

func TestAPageIsCompressed(t *testing.T) {
	response := visit(t, home, "Sec-Fetch-Mode", "navigate", "Accept-Encoding", "gzip, br")
	unpacked, err := gzip.NewReader(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	if len(answersIn(t, string(page))) < 5 || !bytes.HasSuffix(page, []byte("</html>\n")) {
		t.Errorf("the page is not whole: %s", page)
	}
}

// Whatever the path, the page comes; its script says if there is no such screen.
func TestEveryPathHasThePage(t *testing.T) {
	for _, path := range []string{"/accounts", "/accounts/", "/accounts/x/y/z", home + "/entitlements/line_1"} {
		response := visit(t, path, "Sec-Fetch-Mode", "navigate")
		if page := body(t, response); response.StatusCode != http.StatusOK ||
			!bytes.Contains(page, []byte(`<div id="portal">`)) {
			t.Errorf("%s: %d %s", path, response.StatusCode, page)
		}
	}
	if response := visit(t, "/assets/nothing.js"); response.StatusCode != http.StatusNotFound {
		t.Errorf("a file that is missing: %d", response.StatusCode)
	}
}

func TestEveryScriptOfAScreenIsServed(t *testing.T) {
	p, err := newPortal(dist, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.screens) < 7 {
		t.Errorf("%d screens, want all of the portal", len(p.screens))
	}
	for _, s := range p.screens {
		for _, script := range s.Scripts {
			if response := visit(t, script); response.StatusCode != http.StatusOK {
				t.Errorf("%v: %s: %d", s.path, script, response.StatusCode)
			}
		}
		if len(s.Scripts) == 0 || len(s.Queries) == 0 {
			t.Errorf("%v names nothing", s.path)
		}
	}
}

func TestTheReferenceOfTheContractIsServed(t *testing.T) {
	p, err := newPortal(dist, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	served := 0
	for name := range p.assets {
		if !strings.HasPrefix(name, "assets/reference-") || !strings.HasSuffix(name, ".json") {
			continue
		}
		served++
		response := visit(t, "/"+name)
		if got := response.Header.Get("Content-Type"); got != "application/json" {
			t.Errorf("Content-Type %q", got)
		}
		if got := response.Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
			t.Errorf("Cache-Control %q", got)
		}
		var reference struct{ Types, Directives, Codes []struct{ Name, Code string } }
		if err := json.NewDecoder(response.Body).Decode(&reference); err != nil {
			t.Fatal(err)
		}
		if len(reference.Types) < 200 || reference.Types[0].Name != "Query" || len(reference.Codes) < 100 {
			t.Errorf("%d types and %d codes", len(reference.Types), len(reference.Codes))
		}
	}
	if served != 1 {
		t.Errorf("%d files of the reference, want 1", served)
	}
}
