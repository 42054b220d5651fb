package graph_test

import (
	"fmt"
	"testing"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
)

// grow creates accounts below one root account. Each has 3 to 40 entitlements with line items.
func grow(f *testenv.Fixture, accounts int) gid.ID {
	root := f.Account("root")
	for a := range accounts {
		account := f.Account(fmt.Sprintf("account %03d", a))
		f.Below(root, account)
		f.Member(account, fmt.Sprintf("user %03d", a))
		device := f.Device(account, "device")
		for e := range 3 + a*37/99 {
			entitlement := f.Entitlement(account, fmt.Sprintf("E-%03d-%02d", a, e))
			line := f.Line(account, entitlement, f.Seat, fmt.Sprintf("L-%03d-%02d", a, e), 10)
			first := day.Date(2026, 1, 1)
			last := day.Date(2026, 12, 31)
			if err := f.Period(account, line, &first, &last, 10).Exec(f.Context()); err != nil {
				panic(err)
			}
			for n := range e % 4 {
				f.Activation(account, line, device, int64(n+1))
			}
			if e%2 == 0 {
				f.Coverage(account, first, last, line)
			}
		}
	}
	return root
}

// deep selects two aliases of one connection with different arguments, through a fragment, four levels deep, and
// fields that are computed.
const deep = `query ($root: ID!, $accounts: Int!) {
  account(id: $root) {
    children(first: $accounts) {
      nodes {
        name
        memberships(first: 2) { edges { cursor node { user { userName } } } }
        few: entitlements(first: 2, orderBy: NUMBER) { pageInfo { hasNextPage endCursor } ...Rights }
        many: entitlements(first: 30) { totalCount ...Rights }
      }
    }
  }
}
fragment Rights on EntitlementConnection {
  nodes {
    number
    account { name }
    lineItems(first: 5) {
      edges {
        node {
          activationId status daysLeft isCovered coverageEndsOn
          product { name productLine { name } }
          quantity { amount unit { code } }
          free { amount }
          periods(first: 2) { nodes { startsOn status quantity { amount } } }
          activations(first: 2) { nodes { quantity { amount } device { name } } }
          coverageItems(first: 2) { nodes { coverage { endsOn status } } }
          lineage { reason }
          externalIds { value }
          decisions { kind }
        }
      }
    }
  }
}`

func TestStatementsGrowWithDepthAndNotWithRows(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var root gid.ID
		env.Fill(t, func(f *testenv.Fixture) { root = grow(f, 100) })
		ask := func(accounts int) testenv.Answer {
			answer := env.Ask(t, deep, map[string]any{"root": root.String(), "accounts": accounts})
			if len(answer.Errors) > 0 {
				t.Fatalf("errors: %+v, want none", answer.Errors[0])
			}
			return answer
		}
		one, all := ask(1), ask(100)
		if len(one.Data) == 0 || len(all.Data) < 50*len(one.Data) {
			t.Fatalf("answers of %d and %d bytes: the second should hold a hundred times the rows", len(one.Data),
				len(all.Data))
		}
		if len(one.Statements) != len(all.Statements) {
			t.Errorf("%d statements for one account, %d for a hundred", len(one.Statements), len(all.Statements))
			for i, s := range all.Statements {
				if i >= len(one.Statements) {
					t.Logf("%s", s)
				}
			}
		}
		t.Logf("%d statements for %d bytes", len(all.Statements), len(all.Data))
	})
}

func TestNodesNamedByIDAreFetchedByType(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var ids []string
		var user gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			for n := range 40 {
				account := f.Account(fmt.Sprint("account ", n))
				ids = append(ids, account.String(), f.Entitlement(account, fmt.Sprint("E-", n)).String())
				user = f.Member(account, fmt.Sprint("user ", n))
			}
		})
		type answer struct {
			Nodes []struct{ ID, Name, Number string }
		}
		data, got := testenv.Must[answer](t, env,
			`query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Account { name } ... on Entitlement { number } } }`,
			map[string]any{"ids": ids})
		for i, n := range data.Nodes {
			if n.ID != ids[i] || (n.Name == "") == (n.Number == "") {
				t.Fatalf("node %d is %+v, asked for %s", i, n, ids[i])
			}
		}
		if len(got.Statements) != 2 {
			t.Errorf("%d statements for two types: %q, want 2", len(got.Statements), got.Statements)
		}
		_, several := testenv.Must[map[string]any](t, env,
			`query ($a: ID!, $b: ID!, $c: ID!) { a: node(id: $a) { id } b: account(id: $b) { name } c: node(id: $c) { id } }`,
			map[string]any{"a": ids[0], "b": ids[2], "c": user.String()})
		if len(several.Statements) != 2 {
			t.Errorf("%d statements for root fields of two types: %q", len(several.Statements), several.Statements)
		}
	})
}
