package graph_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// userAnswer is the payload of a change of a user.
type userAnswer struct {
	changeResult
	User *struct{ ID, UserName, FirstName, LastName, DisplayName, Phone, NotificationLanguage string }
}

const userFields = `user { id userName firstName lastName displayName phone notificationLanguage } `

func changeUser(t *testing.T, env *testenv.Env, input map[string]any) userAnswer {
	t.Helper()
	return mutate[userAnswer](t, env, "changeUser", "ChangeUserInput", userFields, input)
}

func addUser(t *testing.T, env *testenv.Env, input map[string]any) userAnswer {
	t.Helper()
	return mutate[userAnswer](t, env, "addUser", "AddUserInput", userFields, input)
}

func TestUsersAreAddedAndChanged(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		made := addUser(t, env, map[string]any{"userName": "ada", "email": "ada@harbor.example", "firstName": "Ada",
			"lastName": "Lovelace", "notificationLanguage": "DE"})
		if made.User == nil || made.User.LastName != "Lovelace" || made.User.NotificationLanguage != "DE" {
			t.Fatalf("%+v", made)
		}
		want := []string{"CREATED :  -> ", "CHANGED userName:  -> ada", "CHANGED email:  -> ada@harbor.example",
			"CHANGED firstName:  -> Ada", "CHANGED lastName:  -> Lovelace", "CHANGED notificationLanguage:  -> de"}
		if d := cmp.Diff(want, made.effects()); d != "" {
			t.Error(d)
		}
		input := map[string]any{"user": made.User.ID, "lastName": "King", "phone": "+49 421 1"}
		dry := changeUser(t, env, merged(input, map[string]any{"dryRun": true}))
		changed := changeUser(t, env, merged(input, map[string]any{"idempotencyKey": "once"}))
		want = []string{"CHANGED lastName: Lovelace -> King", "CHANGED phone:  -> +49 421 1"}
		if d := cmp.Diff(want, changed.effects()); d != "" || cmp.Diff(want, dry.effects()) != "" || dry.User != nil {
			t.Errorf("%s; the dry run: %+v", d, dry)
		}
		if again := changeUser(t, env, merged(input, map[string]any{"idempotencyKey": "once"})); !again.Replayed {
			t.Errorf("%+v", again)
		}
		none := changeUser(t, env, map[string]any{"user": made.User.ID, "firstName": nil, "phone": ""})
		if u := none.User; u.FirstName != "" || u.Phone != "" || u.LastName != "King" {
			t.Errorf("%+v", u)
		}
		if same := changeUser(t, env, map[string]any{"user": made.User.ID}); len(same.Effects)+len(same.Errors) != 0 {
			t.Errorf("%+v", same)
		}
		found, _ := testenv.Must[struct {
			Users struct{ Nodes []struct{ UserName string } }
		}](t, env,
			`{ users(filter: {text: "king"}) { nodes { userName } } }`, nil)
		if len(found.Users.Nodes) != 1 {
			t.Errorf("found %+v", found)
		}
	})
}

func TestNamesOfUsersAreChecked(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		id := addUser(t, env, map[string]any{"userName": "ada"}).User.ID
		for _, test := range []struct {
			field, text string
		}{{"firstName", " Ada"}, {"lastName", strings.Repeat("a", 201)}, {"displayName", "A\u00adda"},
			{"firstName", "Ada\nLovelace"}} {
			want := "BAD_INPUT input." + test.field
			changed := changeUser(t, env, map[string]any{"user": id, test.field: test.text})
			if got := codes(changed.changeResult); got != want {
				t.Errorf("change %s to %q: %s", test.field, test.text, got)
			}
			made := addUser(t, env, map[string]any{"userName": "bob", test.field: test.text})
			if got := codes(made.changeResult); got != want {
				t.Errorf("add with %s %q: %s", test.field, test.text, got)
			}
		}
		missing := changeUser(t, env, map[string]any{"user": gid.New(gid.User, 1).String()})
		if got := codes(missing.changeResult); got != "NOT_FOUND input.user" {
			t.Error(got)
		}
	})
}

func TestWhoMayChangeUsers(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		by := examples(t, env, h)
		key := func(name string, scopes ...vocabulary.KeyScope) *testenv.Env {
			return env.As(program(t, env, access.NewKey{Name: name, Producer: vocabulary.ProducerRoleOperator,
				Scopes: scopes}))
		}
		writing := key("writing", vocabulary.KeyScopeRead, vocabulary.KeyScopeWrite)
		member, agent := named(t, env, "left").String(), named(t, env, "agent").String()
		for name, test := range map[string]struct {
			as         *testenv.Env
			user, want string
		}{
			"operator":                        {env.As(by["eraseUser"].who), agent, ""},
			"operator of themselves":          {env.As(by["eraseUser"].who), by["eraseUser"].who.User.String(), ""},
			"program":                         {writing, member, ""},
			"program of the producer's":       {writing, agent, "FORBIDDEN "},
			"program that may only read":      {key("reading", vocabulary.KeyScopeRead), member, "READ_ONLY "},
			"support agent":                   {env.As(by["viewAs"].who), member, "FORBIDDEN "},
			"administrator of the customer's": {env.As(by["inviteMembers"].who), member, "FORBIDDEN "},
		} {
			got := changeUser(t, test.as, map[string]any{"user": test.user, "displayName": "New", "dryRun": true})
			if codes(got.changeResult) != test.want {
				t.Errorf("%s: %s, want %s", name, codes(got.changeResult), test.want)
			}
		}
	})
}
