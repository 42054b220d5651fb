package signin_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// written returns the JSON of claims without one of them, followed by more. RIGHT in more is replaced by the value of
// the claim that was left out.
func written(t *testing.T, claims map[string]any, without, more string) []byte {
	t.Helper()
	claims = maps.Clone(claims)
	right, err := json.Marshal(claims[without])
	if err != nil {
		t.Fatal(err)
	}
	delete(claims, without)
	text, err := json.Marshal(claims)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(strings.TrimSuffix(string(text), "}") + "," + strings.ReplaceAll(more, "RIGHT", string(right)) + "}")
}

// believed returns the subject that package encoding/json decodes.
func believed(text []byte) string {
	var claims struct {
		Subject string `json:"sub"`
	}
	_ = json.Unmarshal(text, &claims)
	return claims.Subject
}

type writing struct{ without, more string }

// throughEachWay tries every kind of token, and calls check with whether somebody was signed in or out.
func throughEachWay(t *testing.T, tests map[string]writing, check func(t *testing.T, in bool, d *fixture)) {
	t.Helper()
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	for name, test := range tests {
		t.Run(name+"/id token", func(t *testing.T) {
			p := newIDP(t)
			p.forge = func(claims map[string]any) string {
				return signedText(t, p.keys[0], "", written(t, claims, test.without, test.more))
			}
			d := p.fixture(t, db, "")
			b := d.browser(t)
			got := p.through(b, "/")
			if got.StatusCode != http.StatusSeeOther {
				got.status(t, http.StatusBadRequest).contains(t, "PROVIDER_ANSWER_INVALID")
			}
			check(t, len(d.access.tokens()) > 0 || len(d.access.claims) > 0, d)
		})
		t.Run(name+"/access token", func(t *testing.T) {
			p := newIDP(t)
			d := p.fixture(t, db, "")
			text := written(t, p.access(), test.without, test.more)
			d.access.subjects[[2]string{p.URL, believed(text)}] = true
			who, err := d.Bearer(t.Context(), signedText(t, p.keys[0], "at+jwt", text))
			if err != nil && fault.CodeOf(err) != "UNAUTHENTICATED" {
				t.Error(err)
			}
			check(t, who != nil, d)
		})
		t.Run(name+"/logout token", func(t *testing.T) {
			p := newIDP(t)
			d := p.fixture(t, db, "")
			text := written(t, logoutClaims(p, "one"), test.without, test.more)
			got := tell(t, d, backchannel, signedText(t, p.keys[0], "logout+jwt", text))
			if got.StatusCode != http.StatusOK {
				got.status(t, http.StatusBadRequest)
			}
			check(t, len(d.access.ended) > 0, d)
		})
	}
}

func TestClaimsThatAreNotClear(t *testing.T) {
	throughEachWay(t, map[string]writing{
		"a second address":             {"", `"Email":"adam@acme.example"`},
		"a second subject":             {"", `"SUB":"subject-2"`},
		"a second subject with long s": {"", `"ſub":"subject-2"`},
		"a long s that is escaped":     {"", `"\u017fub":"subject-2"`},
		"the same name twice":          {"", `"sub":"subject-2"`},
		"a subject in capitals":        {"sub", `"SUB":"subject-1"`},
		"a subject with long s":        {"sub", `"ſub":"subject-1"`},
		"a second audience":            {"aud", `"aud":"else","AUD":RIGHT`},
		"a second issuer":              {"iss", `"iss":"https://evil.example","Iss":RIGHT`},
		"a second expiry":              {"exp", `"exp":1,"Exp":RIGHT`},
		"a time in capitals":           {"iat", `"IAT":RIGHT`},
		"a session in capitals":        {"sid", `"Sid":"session-2"`},
		"truth in capitals":            {"email_verified", `"Email_Verified":true`},
		"a name in capitals":           {"name", `"Name":"X"`},
		"an id in capitals":            {"", `"JTI":"two"`},
		"a party in capitals":          {"", `"AZP":"muniment"`},
		"a beginning in capitals":      {"", `"NBF":1`},
		"a name that is not read":      {"", `"groups":[],"Groups":[]`},
		"the sign of Kelvin":           {"", `"kind":1,"\u212aind":2`},
	}, func(t *testing.T, in bool, d *fixture) {
		if in {
			t.Errorf("the claims were accepted: %+v, %q", d.access.claims, d.access.ended)
		}
	})
}

func TestSubjectsAndSessionsThatAreNoNames(t *testing.T) {
	tests := map[string]writing{}
	for kind, value := range map[string]string{
		"half a character": `"\ud800"`, "another half": `"x\udfffy"`, "zero": `"x\u0000y"`,
		"a byte that is no text": "\"x\xffy\"",
		"a line":                 `"x\ny"`, "delete": `"x\u007fy"`, "an accent": `"é"`,
		"long": `"` + strings.Repeat("x", 256) + `"`, "empty": `""`,
	} {
		tests["sub: "+kind] = writing{"sub", `"sub":` + value}
		tests["sid: "+kind] = writing{"sid", `"sid":` + value}
	}
	tests["sub: a number"] = writing{"sub", `"sub":5`}
	tests["sid: a number"] = writing{"sid", `"sid":5`}
	throughEachWay(t, tests, func(t *testing.T, in bool, d *fixture) {
		// A sid that cannot be used is passed over at a sign-in. A logout token with one says nothing clear.
		passedOver := strings.Contains(t.Name(), "/sid:_") && !strings.HasSuffix(t.Name(), "logout_token")
		if in != passedOver {
			t.Errorf("accepted %t, want %t: %+v, %q", in, passedOver, d.access.claims, d.access.ended)
		}
		for _, session := range d.access.sessions {
			if passedOver && (session.ProviderSession != "" || session.ProviderSubject != subject) {
				t.Errorf("the session %q of %q was kept", session.ProviderSession, session.ProviderSubject)
			}
		}
	})
}

func TestClaimsThatAreClear(t *testing.T) {
	throughEachWay(t, map[string]writing{
		"a long subject":       {"sub", `"sub":"` + strings.Repeat("~", 255) + `"`},
		"marks and spaces":     {"sub", `"sub":"google-apps|A B@x.example/#\"\\"`},
		"no name of a session": {"sid", `"sid":null`},
		"names not known": {"",
			`"http://x.example/Email":"x","emails":[],"é":1,"":2,"e-mail":3,"emailverified":4`},
		"names within a claim": {"", `"address":{"Sub":1,"sub":2}`},
	}, func(t *testing.T, in bool, d *fixture) {
		if !in {
			t.Errorf("it was refused: %s", d.log)
		}
	})
}

func TestUserinfoThatIsNotClear(t *testing.T) {
	db := database.Open(t, store.Config{Directory: t.TempDir()})
	for name, info := range map[string]string{
		"a second address":       `{"sub":"subject-1","email":"x@x.example","Email":"adam@acme.example"}`,
		"the same name twice":    `{"sub":"subject-1","email":"x@x.example","email":"adam@acme.example"}`,
		"a second subject":       `{"sub":"subject-2","email":"adam@acme.example","email_verified":true,"SUB":"subject-1"}`,
		"a subject with long s":  `{"ſub":"subject-1","email":"adam@acme.example","email_verified":true}`,
		"truth in capitals":      `{"sub":"subject-1","email":"a@x.example","email_verified":false,"Email_verified":true}`,
		"an address in capitals": `{"sub":"subject-1","EMAIL":"adam@acme.example","email_verified":true}`,
	} {
		t.Run(name, func(t *testing.T) {
			p := newIDP(t)
			p.info = json.RawMessage(info)
			p.forge = func(claims map[string]any) string {
				delete(claims, "email")
				return p.sign(claims)
			}
			d := p.fixture(t, db, "")
			p.through(d.browser(t), "/").status(t, http.StatusBadRequest).contains(t, "PROVIDER_ANSWER_INVALID")
			if len(d.access.tokens()) != 0 || len(d.access.claims) != 0 {
				t.Errorf("the claims were accepted: %+v", d.access.claims)
			}
		})
	}
}
