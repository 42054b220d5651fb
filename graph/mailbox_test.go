package graph_test

import (
	"encoding/json"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

// An international domain is the same in Unicode and in ASCII, so that a mailbox has one invitation. An address with
// characters that nobody sees is refused.
func TestOneMailboxHasOneInvitation(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		env.Fill(t, func(f *testenv.Fixture) { account = f.Account("Harbor") })
		invite := func(addresses ...string) (code, field string) {
			t.Helper()
			answer := env.Ask(t, `mutation ($a: ID!, $e: [String!]!) {
				inviteMembers(input: {account: $a, emails: $e, roles: [READER], serviceAccess: [LICENSING]}) {
					errors {code field}
				}
			}`, map[string]any{"a": account.String(), "e": addresses})
			if len(answer.Errors) > 0 {
				return answer.Errors[0].Extensions.Code, answer.Errors[0].Extensions.Field
			}
			var data struct {
				InviteMembers struct {
					Errors []struct{ Code, Field string }
				}
			}
			if err := json.Unmarshal(answer.Data, &data); err != nil {
				t.Fatal(err)
			}
			for _, e := range data.InviteMembers.Errors {
				return e.Code, e.Field
			}
			return "", ""
		}
		for _, c := range []struct {
			addresses   []string
			code, field string
		}{
			{[]string{"idn@b\u00fccher.example"}, "", ""},
			{[]string{"new@b\u00fccher.example", "idn@xn--bcher-kva.example"}, "ALREADY_INVITED", "input.emails.1"},
			{[]string{"IDN@B\u00dcCHER.example"}, "ALREADY_INVITED", "input.emails.0"},
			{[]string{"ascii@xn--bcher-kva.example"}, "", ""},
			{[]string{"ascii@b\u00fccher.example"}, "ALREADY_INVITED", "input.emails.0"},
			{[]string{"two@b\u00fccher.example", "two@xn--bcher-kva.example"}, "BAD_INPUT", "input.emails.1"},
			{[]string{"boss@corp.example"}, "", ""},
			{[]string{"bo\u200bss@corp.example"}, "BAD_INPUT", "input.emails.0"},
			{[]string{"bo\u00a0ss@corp.example"}, "BAD_INPUT", "input.emails.0"},
			{[]string{"bo\u00adss@corp.example"}, "BAD_INPUT", "input.emails.0"},
			{[]string{"boss@co\u200crp.example"}, "BAD_INPUT", "input.emails.0"},
			{[]string{"bo\u202ess@corp.example"}, "BAD_INPUT", "variables.e.0"},
		} {
			if code, field := invite(c.addresses...); code != c.code || field != c.field {
				t.Errorf("%+q: %s of %s, want %s of %s", c.addresses, code, field, c.code, c.field)
			}
		}
	})
}

// A user name with characters that nobody sees, beside one without, is refused.
func TestUserNamesDoNotLookAlike(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		add := func(name string) string {
			t.Helper()
			answer := env.Ask(t, `mutation ($n: String!) { addUser(input: {userName: $n}) { errors {code field} } }`,
				map[string]any{"n": name})
			if len(answer.Errors) > 0 {
				return answer.Errors[0].Extensions.Code
			}
			var data struct {
				AddUser struct {
					Errors []struct{ Code, Field string }
				}
			}
			if err := json.Unmarshal(answer.Data, &data); err != nil {
				t.Fatal(err)
			}
			for _, e := range data.AddUser.Errors {
				return e.Code + " " + e.Field
			}
			return ""
		}
		for name, want := range map[string]string{
			"boss@corp.example":              "",
			"\u0646\u0645\u06cc\u200c\u062e": "", // Persian needs the joiner
		} {
			if got := add(name); got != want {
				t.Errorf("%+q: %s, want %q", name, got, want)
			}
		}
		for _, unseen := range []string{"\u200b", "\u200c", "\u200d", "\u00ad", "\u034f", "\u3164", "\ufe0f", "\u2060",
			"\u2800", "\U000e0061"} {
			if got := add("bo" + unseen + "ss@corp.example"); got != "BAD_INPUT input.userName" {
				t.Errorf(`%+q: %q, want "BAD_INPUT input.userName"`, unseen, got)
			}
		}
	})
}
