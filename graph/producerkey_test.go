package graph_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// An operator lists the keys of the producer's programs, in both directions, and finds there the one to revoke.
func TestAnOperatorFindsTheKeysOfTheProducer(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		operator := env.As(examples(t, env, h)["addUser"].who)
		program(t, env, access.NewKey{Name: "of the account", Account: h.account,
			Scopes: []vocabulary.KeyScope{vocabulary.KeyScopeRead}})
		list := func(args string) (ids []string, page producerKeys) {
			t.Helper()
			got, _ := testenv.Must[struct{ ProducerAPIKeys producerKeys }](t, operator,
				`{ producerApiKeys(`+
					args+`) { nodes { id name producerRole isActive viewerCanRevoke account { id } user { id } }
					pageInfo { hasNextPage endCursor } totalCount } }`, nil)
			for _, n := range got.ProducerAPIKeys.Nodes {
				ids = append(ids, n.ID)
			}
			return ids, got.ProducerAPIKeys
		}
		before, _ := list(`first: 100`)
		made := make([]string, 3)
		for i := range made {
			got, _ := testenv.Must[struct {
				Change struct{ APIKey struct{ ID string } }
			}](t, operator,
				`mutation ($name: String!) { change: createApiKey(input: { name: $name, producerRole: INTEGRATION,
					scopes: [READ] }) { apiKey { id } } }`, map[string]any{"name": fmt.Sprint("program ", i)})
			made[i] = got.Change.APIKey.ID
		}
		all, page := list(`first: 100`)
		if len(all) != len(before)+3 || page.TotalCount != len(all) {
			t.Fatalf("%d keys, %d counted, %d before", len(all), page.TotalCount, len(before))
		}
		for i, n := range page.Nodes {
			if n.ProducerRole == nil || !n.ViewerCanRevoke || n.Account != nil || n.User != nil {
				t.Errorf("%d: %+v", i, n)
			}
		}
		backward, _ := list(`first: 100, direction: ASCENDING`)
		slices.Reverse(backward)
		if !slices.Equal(all, backward) {
			t.Errorf("%v, the other way %v", all, backward)
		}
		var paged []string
		for args := `first: 1`; ; {
			ids, page := list(args)
			paged = append(paged, ids...)
			if !page.PageInfo.HasNextPage {
				break
			}
			args = fmt.Sprintf(`first: 1, after: %q`, page.PageInfo.EndCursor)
		}
		if !slices.Equal(all, paged) {
			t.Errorf("%v, by pages %v", all, paged)
		}
		for _, id := range made {
			if !slices.Contains(all, id) {
				t.Errorf("%s is not listed", id)
			}
		}
		testenv.Must[struct{}](t, operator,
			`mutation ($key: ID!) { revokeApiKey(input: { apiKey: $key }) { errors { code } } }`,
			map[string]any{"key": made[1]})
		_, page = list(`first: 100`)
		for _, n := range page.Nodes {
			if slices.Contains(made, n.ID) && n.IsActive == (n.ID == made[1]) {
				t.Errorf("%s: active is %t after %s was revoked", n.ID, n.IsActive, made[1])
			}
		}
	})
}

type producerKeys struct {
	Nodes []struct {
		ID, Name                  string
		ProducerRole              *string
		IsActive, ViewerCanRevoke bool
		Account, User             *struct{ ID string }
	}
	PageInfo struct {
		HasNextPage bool
		EndCursor   string
	}
	TotalCount int
}

// Nobody but the operators lists the keys of the producer.
func TestOnlyOperatorsListTheKeysOfTheProducer(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		read := []vocabulary.KeyScope{vocabulary.KeyScopeRead}
		added, _ := testenv.Must[struct {
			Change struct{ User struct{ ID string } }
		}](t,
			env.As(examples(t, env, h)["addUser"].who),
			`mutation { change: addUser(input: { userName: "support", producerRole: SUPPORT_AGENT }) { user { id } } }`, nil)
		agent, err := gid.Parse(added.Change.User.ID)
		if err != nil {
			t.Fatal(err)
		}
		for name, who := range map[string]*viewer.Viewer{
			"an administrator of a customer": signedIn(t, env, h.administrator),
			"a program of a customer": program(t, env,
				access.NewKey{Name: "one", Account: h.account, Scopes: read}),
			"a program of the producer": program(t, env, access.NewKey{Name: "all",
				Producer: vocabulary.ProducerRoleIntegration, Scopes: read}),
			"a support agent": signedIn(t, env, agent),
		} {
			answer := env.As(who).Ask(t, `{ producerApiKeys { totalCount } }`, nil)
			if string(answer.Data) != `{"producerApiKeys":null}` || len(answer.Errors) != 1 ||
				answer.Errors[0].Extensions.Code != "FORBIDDEN" {
				t.Errorf("%s: %s %+v", name, answer.Data, answer.Errors)
			}
		}
	})
}
