package graph_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// answered fails unless the response to a document has this data and no errors. want is JSON and may contain spaces.
func answered(t *testing.T, env *testenv.Env, document string, variables map[string]any, want string) testenv.Answer {
	t.Helper()
	got := env.Ask(t, document, variables)
	if len(got.Errors) > 0 {
		t.Errorf("%s: %+v, want none", document, got.Errors)
	}
	sameJSON(t, document, string(got.Data), want)
	return got
}

func sameJSON(t *testing.T, what, got, want string) {
	t.Helper()
	var g, w any
	if err := json.Unmarshal([]byte(want), &w); err != nil {
		t.Fatalf("%v: %s", err, want)
	}
	if err := json.Unmarshal([]byte(got), &g); err != nil {
		t.Fatalf("%s: %v: %s", what, err, got)
	}
	if diff := cmp.Diff(w, g); diff != "" {
		t.Errorf("%s:\n%s", what, diff)
	}
}

// refusals lists the errors of a response as "path CODE".
func refusals(a testenv.Answer) []string {
	var out []string
	for _, e := range a.Errors {
		path := make([]string, len(e.Path))
		for i, p := range e.Path {
			path[i] = fmt.Sprint(p)
		}
		out = append(out, strings.Join(path, ".")+" "+e.Extensions.Code)
	}
	return out
}

// smallFixture is an account with one entitlement of three line items, and a second account.
type smallFixture struct {
	account, other, entitlement, product gid.ID
	lines                                []gid.ID
}

func newSmallFixture(t *testing.T, env *testenv.Env) *smallFixture {
	t.Helper()
	s := &smallFixture{}
	env.Fill(t, func(f *testenv.Fixture) {
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		s.account, s.other, s.product = f.Account("shelf"), f.Account("other"), f.Product
		s.entitlement = f.Entitlement(s.account, "E-1")
		system := gid.New(gid.System, 0)
		must(f.Client().System.Create().SetID(system).SetCode("OLD").SetName("Older").
			SetKind(vocabulary.SystemKindEntitlement).Exec(f.Context()))
		for n := range 3 {
			id := f.Line(s.account, s.entitlement, f.Seat, fmt.Sprint("L-", n), 10)
			must(f.Client().LineItem.UpdateOneID(id).SetEndsOn(testenv.Today + day.Day(n)).Exec(f.Context()))
			s.lines = append(s.lines, id)
			must(f.Client().ExternalID.Create().SetSystemID(system).SetKind("line").SetValue(fmt.Sprint("X-", n)).
				SetEntityID(id).SetAccountID(s.account).Exec(f.Context()))
			for k := range n {
				must(f.Client().Decision.Create().SetAccountID(s.account).SetSubjectID(id).
					SetKind(vocabulary.DecisionOnHold).
					SetReason(fmt.Sprint("reason ", k)).SetActor("tester").SetRecordedAt(1).Exec(f.Context()))
			}
		}
	})
	return s
}

func TestNodesAndEdgesOfOneListAskForThemselves(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		var edges []string
		for n, id := range s.lines {
			edges = append(edges,
				fmt.Sprintf(
					`{"node": {"id": %q, "endsOn": %q, "activationId": "L-%d", "product": {"name": "Harbor Packager"}}}`, id, (testenv.Today+day.Day(n)).String(), n))
		}
		got := answered(t, env, `{ entitlements(first: 1) { nodes { id lineItems(first: 1) { nodes { id } } }
			edges { node { id lineItems(first: 5) { nodes { id } edges { node { id endsOn activationId product { name } } } } } } } }`, nil,
			fmt.Sprintf(`{"entitlements": {"nodes": [{"id": %[1]q, "lineItems": {"nodes": [{"id": %[2]q}]}}],
				"edges": [{"node": {"id": %[1]q, "lineItems": {"nodes": [{"id": %[2]q}, {"id": %[3]q}, {"id": %[4]q}], "edges": [%[5]s]}}}]}}`,
				s.entitlement, s.lines[0], s.lines[1], s.lines[2], strings.Join(edges, ",")))
		if n := len(got.Statements); n != 3 {
			t.Errorf("%d statements: %q, want 3", n, got.Statements)
		}
		answered(t, env,
			`{ entitlements(first: 1) { nodes { lineItems(first: 1) { nodes { id } } } nodes { lineItems(first: 1) { edges { cursor } totalCount } }
			edges { node { number } } edges { node { account { name } } } } }`, nil, fmt.Sprintf(
				`{"entitlements": {"nodes": [{"lineItems": {"nodes": [{"id": %q}], "edges": [{"cursor": %s}], "totalCount": 3}}],
			"edges": [{"node": {"number": "E-1", "account": {"name": "shelf"}}}]}}`, s.lines[0],
				cursorOf(t, env, `{ node(id: "`+s.entitlement.String()+
					`") { ... on Entitlement { lineItems(first: 1) { edges { cursor } } } } }`, "node", "lineItems")))
	})
}

// cursorOf returns the cursor of the first edge below a path, as JSON.
func cursorOf(t *testing.T, env *testenv.Env, document string, path ...string) string {
	t.Helper()
	got := env.Ask(t, document, nil)
	at := got.Data
	for _, name := range path {
		var object map[string]json.RawMessage
		if err := json.Unmarshal(at, &object); err != nil {
			t.Fatal(err)
		}
		at = object[name]
	}
	var page struct {
		Edges []struct{ Cursor json.RawMessage }
	}
	if err := json.Unmarshal(at, &page); err != nil || len(page.Edges) == 0 {
		t.Fatalf("%s: %v, want some", got.Data, err)
	}
	return string(page.Edges[0].Cursor)
}

func TestRootFieldsOfOneObjectAskForThemselves(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		got := answered(t, env, `query ($id: ID!) {
			a: entitlement(id: $id) { number lineItems(first: 1) { nodes { activationId } } }
			b: entitlement(id: $id) { id lineItems(first: 2, orderBy: ENDS_ON) { nodes { id endsOn } totalCount } }
			c: node(id: $id) { ... on Entitlement { account { name } lineItems(last: 1) { nodes { activationId } } } }
			d: nodes(ids: [$id, $id]) { __typename ... on Entitlement { lineItems(first: 3) { nodes { product { id } } } } }
		}`, map[string]any{"id": s.entitlement.String()}, fmt.Sprintf(`{
			"a": {"number": "E-1", "lineItems": {"nodes": [{"activationId": "L-0"}]}},
			"b": {"id": %[1]q, "lineItems": {"nodes": [{"id": %[2]q, "endsOn": "2026-11-22"}, {"id": %[3]q, "endsOn": "2026-11-23"}], "totalCount": 3}},
			"c": {"account": {"name": "shelf"}, "lineItems": {"nodes": [{"activationId": "L-2"}]}},
			"d": [{"__typename": "Entitlement", "lineItems": {"nodes": [{"product": {"id": %[4]q}}, {"product": {"id": %[4]q}}, {"product": {"id": %[4]q}}]}},
				{"__typename": "Entitlement", "lineItems": {"nodes": [{"product": {"id": %[4]q}}, {"product": {"id": %[4]q}}, {"product": {"id": %[4]q}}]}}]}`,
			s.entitlement, s.lines[0], s.lines[1], s.product))
		if n := len(got.Statements); n != 6 { // the row once, five lists and counts of it
			t.Errorf("%d statements: %q, want 6", n, got.Statements)
		}
	})
}

// A direction that is null is one that is left out: each order runs in its usual direction in each list.
func TestNoDirectionIsTheUsualOne(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		answered(t, env, `query ($id: ID!, $none: OrderDirection) { entitlement(id: $id) {
			a: lineItems(first: 1) { nodes { activationId } }
			b: lineItems(first: 1, direction: null) { nodes { activationId } }
			c: lineItems(first: 1, orderBy: CREATED, direction: $none) { nodes { activationId } }
			d: lineItems(first: 1, direction: DESCENDING) { nodes { activationId } }
			e: lineItems(first: 1, orderBy: ENDS_ON, direction: null) { nodes { activationId } }
			account {
				newest: lineItems(first: 1, orderBy: CREATED, direction: null) { nodes { activationId } }
				ends: lineItems(first: 1, direction: null) { nodes { activationId } }
			}
		} }`, map[string]any{"id": s.entitlement.String()}, `{"entitlement": {
			"a": {"nodes": [{"activationId": "L-0"}]}, "b": {"nodes": [{"activationId": "L-0"}]},
			"c": {"nodes": [{"activationId": "L-0"}]}, "d": {"nodes": [{"activationId": "L-2"}]},
			"e": {"nodes": [{"activationId": "L-0"}]},
			"account": {"newest": {"nodes": [{"activationId": "L-2"}]}, "ends": {"nodes": [{"activationId": "L-0"}]}}}}`)
	})
}

func TestAliasesOfShortListsAskForThemselves(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		answered(t, env, `query ($id: ID!) { lineItem(id: $id) {
			a: externalIds { value } b: externalIds { system { code } value } externalIds { kind }
			c: decisions { reason } decisions { kind actor { name } } d: decisions { __typename }
			product { x: externalIds { value } externalIds { kind } }
		} }`, map[string]any{"id": s.lines[2].String()}, `{"lineItem": {
			"a": [{"value": "X-2"}], "b": [{"system": {"code": "OLD"}, "value": "X-2"}], "externalIds": [{"kind": "line"}],
			"c": [{"reason": "reason 1"}, {"reason": "reason 0"}], "decisions": [{"kind": "ON_HOLD", "actor": {"name": "tester"}}, {"kind": "ON_HOLD", "actor": {"name": "tester"}}],
			"d": [{"__typename": "DecisionRecord"}, {"__typename": "DecisionRecord"}], "product": {"x": [], "externalIds": []}}}`)
	})
}

func TestOneBadArgumentLeavesTheRestAnswered(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		for document, want := range map[string]struct {
			data   string
			errors []string
		}{
			`{ viewer { name } lineItems(first: 500) { totalCount } }`: {`{"viewer": {"name": "operator"}, "lineItems": null}`, []string{"lineItems BAD_PAGE_SIZE"}},
			`{ a: lineItems(first: 500) { nodes { id } } b: lineItems(after: "x") { nodes { id } } c: lineItems { totalCount } }`: {
				`{"a": null, "b": null, "c": {"totalCount": 3}}`, []string{"a BAD_PAGE_SIZE", "b BAD_CURSOR"}},
			`{ entitlements { nodes { number bad: lineItems(first: 0) { totalCount } lineItems(first: 1) { totalCount } } } }`: {
				`{"entitlements": {"nodes": [{"number": "E-1", "bad": null, "lineItems": {"totalCount": 3}}]}}`,
				[]string{"entitlements.nodes.0.bad BAD_PAGE_SIZE"}},
			`{ node(id: "` + gid.New(gid.Account, 0).String() +
				`") { id } viewer { name } }`: {`{"node": null, "viewer": {"name": "operator"}}`,
				[]string{"node NOT_FOUND"}},
			`{ account(id: "` + s.lines[0].String() +
				`") { id } viewer { name } }`: {`{"account": null, "viewer": {"name": "operator"}}`, nil},
		} {
			got := env.Ask(t, document, nil)
			sameJSON(t, document, string(got.Data), want.data)
			if want.errors == nil {
				if len(got.Errors) != 1 {
					t.Errorf("%s: %v, want 1 of them", document, refusals(got))
				}
				continue
			}
			if diff := cmp.Diff(want.errors, refusals(got)); diff != "" {
				t.Errorf("%s:\n%s", document, diff)
			}
		}
	})
}

func TestFragmentsAreMerged(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		variables := map[string]any{"a": s.account.String(), "l": s.lines[0].String()}
		answered(t, env, `query ($a: ID!, $l: ID!) {
			...Roots
			line: node(id: $l) { ...Any ... { id } ... on Node { id } ...Line ... on Account { name } }
			account: node(id: $a) { ...Any ...Line }
			list: nodes(ids: [$l, $a]) { ...Any ...Line ... on Account { name entitlements(first: 1) { ...Page } } }
		}
		fragment Roots on Query { viewer { name } more: account(id: $a) { ...Account } ...Again }
		fragment Again on Query { viewer { __typename } more: account(id: $a) { entitlements(first: 1) { ...Page totalCount } } }
		fragment Any on Node { id ...Kind }
		fragment Kind on Node { __typename ... on LineItem { activationId } ... on Account { name } }
		fragment Line on LineItem { account { ...Account } product { name ... on Product { version } ... on Node { id } } }
		fragment Account on Account { name ... on Account { ... { alias: name } } }
		fragment Page on EntitlementConnection { nodes { ...Right } edges { ...Edge } pageInfo { ... on PageInfo { hasNextPage } } }
		fragment Edge on EntitlementEdge { node { ...Right account { name } } }
		fragment Right on Entitlement { number }`, variables, fmt.Sprintf(`{
			"viewer": {"name": "operator", "__typename": "Viewer"},
			"more": {"name": "shelf", "alias": "shelf", "entitlements": {"totalCount": 1, "nodes": [{"number": "E-1"}],
				"edges": [{"node": {"number": "E-1", "account": {"name": "shelf"}}}], "pageInfo": {"hasNextPage": false}}},
			"line": {"id": %[1]q, "__typename": "LineItem", "activationId": "L-0", "account": {"name": "shelf", "alias": "shelf"},
				"product": {"name": "Harbor Packager", "version": "2026.1", "id": %[3]q}},
			"account": {"id": %[2]q, "__typename": "Account", "name": "shelf"},
			"list": [{"id": %[1]q, "__typename": "LineItem", "activationId": "L-0", "account": {"name": "shelf", "alias": "shelf"},
				"product": {"name": "Harbor Packager", "version": "2026.1", "id": %[3]q}},
				{"id": %[2]q, "__typename": "Account", "name": "shelf", "entitlements": {"nodes": [{"number": "E-1"}],
				"edges": [{"node": {"number": "E-1", "account": {"name": "shelf"}}}], "pageInfo": {"hasNextPage": false}}}]}`,
			s.lines[0], s.account, s.product))
		// Fields are in the order in which they are first selected.
		got := env.Ask(t,
			`query ($a: ID!) { account(id: $a) { z: name ...F id } viewer { name } account(id: $a) { y: name } } fragment F on Account { y: name x: name z: name }`, variables)
		if want := fmt.Sprintf(
			`{"account":{"z":"shelf","y":"shelf","x":"shelf","id":%q},"viewer":{"name":"operator"}}`,
			s.account); string(got.Data) != want {
			t.Errorf("%s, want %s", got.Data, want)
		}
	})
}

// Different values of @skip and @include use different plans for the same document. The same values use the cached
// plan.
func TestSkipAndIncludeFollowTheirVariables(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		const document = `query ($id: ID!, $a: Boolean!, $b: Boolean! = true, $c: Boolean = false, $first: Int = 1) {
			viewer @skip(if: $b) { name }
			lineItem(id: $id) {
				activationId @include(if: $a)
				product @include(if: $a) @skip(if: $b) { name }
				...Ids @skip(if: $c)
				... @include(if: $b) { account { name } }
				... on Node @include(if: $c) { id }
				decisions @skip(if: false) { kind }
				endsOn @include(if: false)
			}
			entitlements(first: 1) { totalCount @include(if: $a) nodes { lineItems(first: $first) { nodes { activationId @include(if: $b) __typename } } } }
		}
		fragment Ids on LineItem { externalIds { value kind @include(if: $c) } }`
		for range 2 {
			for n := range 16 {
				a, b, c, first := n&1 > 0, n&2 > 0, n&4 > 0, 1+n&8/8
				line := map[string]any{"decisions": []any{}}
				inner := map[string]any{"__typename": "LineItem"}
				page := map[string]any{}
				want := map[string]any{"lineItem": line, "entitlements": page}
				if !b {
					want["viewer"] = map[string]any{"name": "operator"}
				}
				if a {
					line["activationId"], page["totalCount"] = "L-0", 1.0
				}
				if a && !b {
					line["product"] = map[string]any{"name": "Harbor Packager"}
				}
				if !c {
					line["externalIds"] = []any{map[string]any{"value": "X-0"}}
				} else {
					line["id"] = s.lines[0].String()
				}
				if b {
					line["account"] = map[string]any{"name": "shelf"}
				}
				var lines []any
				for k := range first {
					inner = map[string]any{"__typename": "LineItem"}
					if b {
						inner["activationId"] = fmt.Sprint("L-", k)
					}
					lines = append(lines, inner)
				}
				page["nodes"] = []any{map[string]any{"lineItems": map[string]any{"nodes": lines}}}
				variables := map[string]any{"id": s.lines[0].String(), "a": a, "first": first}
				if !b {
					variables["b"] = false
				}
				if c {
					variables["c"] = true
				}
				got, _ := testenv.Must[map[string]any](t, env, document, variables)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("a %v, b %v, c %v, first %d:\n%s", a, b, c, first, diff)
				}
			}
		}
		for _, c := range []struct{ document, want string }{
			{`{ viewer @skip(if: true) { name } }`, `{}`},
			{`{ viewer @include(if: true) @skip(if: true) { name } __typename }`, `{"__typename":"Query"}`},
			{`{ viewer { name } viewer @skip(if: true) { scopes } }`, `{"viewer":{"name":"operator"}}`},
			{`{ ...F @skip(if: true) ...F } fragment F on Query { viewer { name } }`,
				`{"viewer":{"name":"operator"}}`},
			{`{ entitlements { nodes @skip(if: true) { id } } }`, `{"entitlements":{}}`},
			{`{ entitlements { totalCount nodes @include(if: false) { id } } }`, `{"entitlements":{"totalCount":1}}`},
			{`{ __typename @skip(if: true) viewer { name } }`, `{"viewer":{"name":"operator"}}`},
			{`{ __schema @skip(if: true) { queryType { name } } viewer { name } }`, `{"viewer":{"name":"operator"}}`},
		} {
			answered(t, env, c.document, nil, c.want)
		}
	})
}

// A missing or invisible object is null at its index, and an id that is requested twice is returned twice.
func TestNodesKeepTheirOrder(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		alpha, bravo := twoTenants(t, env)
		own := env.As(alpha.asAdministrator())
		visible, hidden := alpha.ids(t, env), bravo.ids(t, env)
		visible = slices.DeleteFunc(visible, func(id gid.ID) bool { return id == alpha.club })
		slices.Reverse(visible)
		var ids []string
		var want []any
		for n := range 30 {
			id := visible[n*7%len(visible)]
			ids, want = append(ids, id.String()),
				append(want, map[string]any{"id": id.String(), "__typename": typeName(id.Type())})
			if n%5 == 0 {
				ids, want = append(ids, hidden[n].String()), append(want, nil)
			}
			if n%6 == 0 {
				ids, want = append(ids, gid.New(id.Type(), id.Locality()).String(), ids[len(ids)-1]),
					append(want, nil, want[len(want)-1])
			}
		}
		got, _ := testenv.Must[map[string]any](t, own, `query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }`,
			map[string]any{"ids": ids})
		if diff := cmp.Diff(map[string]any{"nodes": want}, got); diff != "" {
			t.Error(diff)
		}
		if got, _ := testenv.Must[map[string][]any](t, own, `{ nodes(ids: []) { id } }`,
			nil); len(got["nodes"]) != 0 || got["nodes"] == nil {
			t.Errorf("%v, want len(got[nodes]) = 0 and got[nodes] != nil", got)
		}
		many := slices.Repeat(ids[:1], 101)
		if a := own.Ask(t, `query ($ids: [ID!]!) { nodes(ids: $ids) { id } viewer { name } }`,
			map[string]any{"ids": many}); !cmp.Equal(refusals(a), []string{"nodes LIST_TOO_LONG"}) ||
			string(a.Data) != `{"nodes":null,"viewer":{"name":"Alpha.admin"}}` {
			t.Errorf(`%s %v, want refusals = %v and Data = {"nodes":null,"viewer":{"name":"Alpha.admin"}}`, a.Data,
				refusals(a), []string{"nodes BAD_INPUT"})
		}
		// A node that no fragment applies to is an empty object.
		if a := own.Ask(t, `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Device { name } } }`,
			map[string]any{"ids": []string{alpha.account.String(), hidden[0].String()}}); string(
			a.Data) != `{"nodes":[{},null]}` {
			t.Errorf(`%s %v, want {"nodes":[{},null]}`, a.Data, refusals(a))
		}
	})
}

func TestTwoOperationsOfOneDocument(t *testing.T) {
	// Ask sends no operation name: a document with two operations is refused, and one with a single operation is
	// answered.
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		if a := env.Ask(t, `query A { viewer { name } } query B { __typename }`, nil); len(a.Errors) == 0 {
			t.Errorf("%s, want some", a.Data)
		}
		answered(t, env, `query A { viewer { name } }`, nil, `{"viewer": {"name": "operator"}}`)
	})
}

func TestOneRefusedChangeLeavesTheOthersAnswered(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		document := `mutation ($account: ID!) {
			__typename
			a: createApiKey(input: {account: $account, name: "one", scopes: [READ]}) { __typename apiKey { name isActive account { name } } errors { code } effects { __typename kind label } replayed }
			b: createApiKey(input: {account: $account, name: "two", scopes: []}) { apiKey { name } errors { code field __typename } effects { kind } }
			c: revokeApiKey(input: {apiKey: "` + gid.New(gid.APIKey, 0).String() +
			`"}) { apiKey { name } errors { code } }
			d: createApiKey(input: {account: $account, name: "three", scopes: [READ]}) { apiKey { name } errors { code } ...P }
		}
		fragment P on CreateApiKeyPayload { apiKey { account { lineItems(first: 1) { totalCount nodes { id } } } } }`
		got := env.Ask(t, document, map[string]any{"account": s.account.String()})
		var data map[string]any
		if err := json.Unmarshal(got.Data, &data); err != nil {
			t.Fatal(err)
		}
		for alias, name := range map[string]string{"a": "one", "d": "three"} {
			payload, _ := data[alias].(map[string]any)
			key, _ := payload["apiKey"].(map[string]any)
			if key["name"] != name {
				t.Errorf("%s: %v, want key[name] = %v", alias, data[alias], name)
			}
		}
		for _, alias := range []string{"b", "c"} {
			payload, _ := data[alias].(map[string]any)
			if payload == nil && !slices.ContainsFunc(refusals(got),
				func(e string) bool { return strings.HasPrefix(e, alias) }) || payload != nil &&
				len(payload["errors"].([]any)) == 0 {
				t.Errorf("%s: %v %v", alias, data[alias], refusals(got))
			}
			if payload != nil && payload["apiKey"] != nil {
				t.Errorf("%s: %v", alias, payload)
			}
		}
		if n, err := env.Store.Client().APIKey.Query().Count(testenv.Operator(t)); err != nil || n != 2 {
			t.Errorf("%d keys: %v, want 2", n, err)
		}
		if data["__typename"] != "Mutation" || data["a"].(map[string]any)["__typename"] != "CreateApiKeyPayload" {
			t.Errorf("%s", got.Data)
		}
		key := data["d"].(map[string]any)["apiKey"].(map[string]any)
		list := key["account"].(map[string]any)["lineItems"].(map[string]any)
		if list["totalCount"] != 3.0 {
			t.Errorf("%v, want list[totalCount] = 3.0", list)
		}
		// An argument that cannot be read refuses only its own mutation, in its payload.
		got = env.Ask(t, `mutation { a: createApiKey(input: {account: "`+
			s.account.String()+`", name: "four", scopes: [READ]}) { apiKey { name } }
			b: revokeApiKey(input: {apiKey: "nonsense"}) { apiKey { name } errors { code field } }
			c: createApiKey(input: {account: "`+s.account.String()+
			`", name: "five", scopes: [READ]}) { apiKey { name } } }`, nil)
		if string(got.Data) != `{"a":{"apiKey":{"name":"four"}},"b":{"apiKey":null,`+
			`"errors":[{"code":"BAD_INPUT","field":"input.apiKey"}]},"c":{"apiKey":{"name":"five"}}}` ||
			len(got.Errors) > 0 {
			t.Errorf(`%s %v, want Data = %q, len(Errors) = 1 and Path[0] = "b"`, got.Data, got.Errors,
				`{"a":{"apiKey":{"name":"four"}},"b":null,"c":{"apiKey":{"name":"five"}}}`)
		}
	})
}

func TestTheContractIsAskedBesideOtherRoots(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		got := answered(t, env, `query ($name: String! = "PageInfo", $deep: Boolean = true) {
			viewer { name }
			__schema { queryType { name } }
			...Meta
			a: __type(name: "Decision") { enumValues { name } kind @include(if: $deep) fields @skip(if: $deep) { name } }
			b: __type(name: $name) { ...T }
			none: __type(name: "Nothing") { name }
			entitlements(first: 1) { totalCount }
			__typename
		}
		fragment Meta on Query { __schema { mutationType { name __typename } } c: __type(name: $name) { ...T fields { name } } ... { x: __typename } }
		fragment T on __Type { name __typename }`, map[string]any{}, `{
			"viewer": {"name": "operator"}, "__schema": {"queryType": {"name": "Query"}, "mutationType": {"name": "Mutation", "__typename": "__Type"}},
			"a": {"enumValues": [{"name": "WITHDRAWN"}, {"name": "DRAFT"}, {"name": "TEST"}, {"name": "SUSPENDED"}, {"name": "ON_HOLD"}, {"name": "GRACE"}, {"name": "RENEWAL_CANCELLED"}], "kind": "ENUM"},
			"b": {"name": "PageInfo", "__typename": "__Type"}, "none": null,
			"c": {"name": "PageInfo", "__typename": "__Type", "fields": [{"name": "hasNextPage"}, {"name": "hasPreviousPage"}, {"name": "startCursor"}, {"name": "endCursor"}]},
			"entitlements": {"totalCount": 1}, "__typename": "Query", "x": "Query"}`)
		if len(got.Statements) != 1 {
			t.Errorf("%q, want 1 of them", got.Statements)
		}
		got = env.Ask(t, `{ z: __type(name: "Node") { kind possibleTypes { name } } a: account(id: "`+
			s.account.String()+`") { name } y: __schema { types { name } } }`, nil)
		if len(got.Errors) > 0 || !strings.HasPrefix(string(got.Data), `{"z":{"kind":"INTERFACE","possibleTypes":[`) ||
			!strings.Contains(string(got.Data), `"a":{"name":"shelf"},"y":{"types":[`) {
			t.Errorf(
				`%.300s %+v, want len(Errors) = 0, Data {"z":{"kind":"INTERFACE","possibleTypes":[ at its `+
					`beginning and Data with "a":{"name":"shelf"},"y":{"types":[`,
				got.Data, got.Errors)
		}
	})
}

func TestTypeNamesAreEverywhere(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		answered(t, env,
			`query ($id: ID!) { __typename q: __typename viewer { __typename memberships { __typename } user { __typename } }
			entitlement(id: $id) { __typename account { __typename address { __typename } }
				lineItems(first: 1) { __typename t: __typename nodes { __typename product { __typename productLine { __typename } } unit { __typename }
					granted { __typename unit { __typename } } externalIds { __typename system { __typename } } decisions { __typename } }
					edges { __typename e: __typename node { __typename } } pageInfo { __typename p: __typename hasNextPage } } }
			empty: lineItems(first: 1, filter: {activationIdStartsWith: "none", account: "`+s.account.String()+
				`"}) { __typename nodes { __typename } edges { __typename } pageInfo { __typename startCursor endCursor hasNextPage hasPreviousPage } totalCount }
		}`, map[string]any{"id": s.entitlement.String()},
			`{"__typename": "Query", "q": "Query", "viewer": {"__typename": "Viewer", "memberships": [], "user": null},
			"entitlement": {"__typename": "Entitlement", "account": {"__typename": "Account", "address": null},
				"lineItems": {"__typename": "LineItemConnection", "t": "LineItemConnection", "nodes": [{"__typename": "LineItem",
					"product": {"__typename": "Product", "productLine": {"__typename": "ProductLine"}}, "unit": {"__typename": "UnitOfMeasure"},
					"granted": {"__typename": "Quantity", "unit": {"__typename": "UnitOfMeasure"}}, "externalIds": [{"__typename": "ExternalId", "system": {"__typename": "System"}}], "decisions": []}],
					"edges": [{"__typename": "LineItemEdge", "e": "LineItemEdge", "node": {"__typename": "LineItem"}}], "pageInfo": {"__typename": "PageInfo", "p": "PageInfo", "hasNextPage": true}}},
			"empty": {"__typename": "LineItemConnection", "nodes": [], "edges": [], "pageInfo": {"__typename": "PageInfo", "startCursor": null, "endCursor": null,
				"hasNextPage": false, "hasPreviousPage": false}, "totalCount": 0}}`)
		got := answered(t, env, `{ entitlements { __typename } __typename }`, nil,
			`{"entitlements": {"__typename": "EntitlementConnection"}, "__typename": "Query"}`)
		if len(got.Statements) > 0 {
			t.Errorf("%q, want none", got.Statements)
		}
	})
}

// A count alone runs one statement, and fetches no page.
func TestACountAloneFetchesNoPage(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		s := newSmallFixture(t, env)
		for document, n := range map[string]int{
			`{ entitlements { totalCount } }`:                                                 1,
			`{ lineItems(first: 1) { totalCount n: totalCount __typename } }`:                 1,
			`{ account(id: "` + s.account.String() + `") { lineItems { totalCount } } }`:      2,
			`{ accounts { nodes { lineItems { totalCount } entitlements { totalCount } } } }`: 3,
		} {
			got := env.Ask(t, document, nil)
			if len(got.Errors) > 0 || len(got.Statements) != n {
				t.Errorf("%s: %d statements, want %d: %q %+v", document,
					len(got.Statements), n, got.Statements, got.Errors)
			}
			counts := 0
			for _, text := range got.Statements {
				if strings.Contains(text, "count(*)") {
					counts++
					if strings.Contains(text, "LIMIT") || strings.Contains(text, "ORDER BY") {
						t.Errorf(`%s: %s, want text without "LIMIT" and text without "ORDER BY"`, document, text)
					}
				}
			}
			if counts == 0 {
				t.Errorf("%s counts nothing: %q, want counts != 0", document, got.Statements)
			}
		}
	})
}

// Fields that are requested together have the same values as fields that are requested one by one.
func TestFieldsAskedTogetherAnswerAsAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		alpha, bravo := twoTenants(t, env)
		for _, asker := range []*testenv.Env{env, env.As(alpha.asAdministrator()),
			env.As(bravo.asMember(vocabulary.EveryService, vocabulary.RoleReader))} {
			byType := map[string][]string{}
			for _, id := range slices.Concat(alpha.ids(t, env), bravo.ids(t, env)) {
				byType[typeName(id.Type())] = append(byType[typeName(id.Type())], id.String())
			}
			for name, ids := range byType {
				variables := map[string]any{"ids": ids[:min(len(ids), 6)]}
				var fields []string
				for _, f := range schema.Types[name].Fields {
					if !strings.HasPrefix(f.Name, "__") {
						fields = append(fields, selection(schema, f, 1))
					}
				}
				ask := func(selected []string) (map[string]any, testenv.Answer) {
					got := asker.Ask(t,
						"query ($ids: [ID!]!) { nodes(ids: $ids) { ... on "+name+" { "+
							strings.Join(selected, " ")+" } } }", variables)
					var data map[string]any
					if len(got.Data) == 0 && len(selected) > 1 {
						return nil, got
					}
					if err := json.Unmarshal(got.Data, &data); err != nil {
						t.Fatalf("%s %v: %v %+v", name, selected, err, got.Errors)
					}
					return data, got
				}
				alone := map[string]any{}
				for _, f := range fields {
					data, _ := ask([]string{f})
					alone[f] = data
				}
				var together func(some []string)
				together = func(some []string) {
					data, got := ask(some)
					if data == nil && len(some) > 1 { // the document exceeds the maximum size
						together(some[:len(some)/2])
						together(some[len(some)/2:])
						return
					}
					for _, f := range some {
						field, _, _ := strings.Cut(f, " ")
						field, _, _ = strings.Cut(field, "(")
						if want, have := only(alone[f], field), only(data, field); !reflect.DeepEqual(want, have) {
							t.Errorf("%s.%s: %s\n%v", name, field, cmp.Diff(want, have), refusals(got))
						}
					}
				}
				together(fields)
				together(backwards(fields))
			}
		}
	})
}

func backwards(list []string) []string {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

// only returns the values of one field of all nodes.
func only(data any, field string) []any {
	object, _ := data.(map[string]any)
	nodes, _ := object["nodes"].([]any)
	var out []any
	for _, n := range nodes {
		if node, ok := n.(map[string]any); ok {
			out = append(out, node[field])
		} else {
			out = append(out, "no node")
		}
	}
	return out
}

// Rows that are joined (up to the maximum number of joins) and rows that are fetched by id have the same values.
func TestManyReferencesOfOneRow(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		oneTenant(t, env)
		const leaf = `id account { name parents { name } } entitlement { number account { id } channelPartner { name } } product { name productLine { name } licenseModel { name } }
			productLine { name } unit { code }`
		ask := func(selection string) testenv.Answer {
			return env.Ask(t, `{ coverages(first: 5) { nodes { items(first: 5) { nodes { `+selection+` } } } } }`, nil)
		}
		whole := ask(`lineItem { ` +
			leaf +
			` } again: lineItem { a: account { id } e: entitlement { number account { name } p: channelPartner { id } } } level { code }
			coverage { level { code } product { name productLine { name } } productLine { name } partNumber { code product { name } unit { code } licenseModel { name } } entitlement { number account { name } } account { name } }
			quantity { amount unit { code } }`)
		if len(whole.Errors) > 0 || !strings.Contains(string(whole.Data), `"partNumber":{"code"`) {
			t.Fatalf(`%s %+v, want len(Errors) = 0 and Data with "partNumber":{"code"`, whole.Data, whole.Errors)
		}
		var all any
		if err := json.Unmarshal(whole.Data, &all); err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{`lineItem { ` + leaf + ` }`,
			`again: lineItem { a: account { id } e: entitlement { number account { name } p: channelPartner { id } } }`, `level { code }`,
			`coverage { level { code } product { name productLine { name } } productLine { name } partNumber { code product { name } unit { code } licenseModel { name } } entitlement { number account { name } } account { name } }`,
			`quantity { amount unit { code } }`} {
			var one any
			answer := ask(part)
			if err := json.Unmarshal(answer.Data, &one); err != nil || len(answer.Errors) > 0 {
				t.Fatalf("%s: %v %+v, want no errors", part, err, answer.Errors)
			}
			if !within(one, all) {
				t.Errorf("%s: %v is not a part of %v", part, one, all)
			}
		}
	})
}

// within tells whether one JSON value contains everything that is in another.
func within(part, whole any) bool {
	switch p := part.(type) {
	case map[string]any:
		w, ok := whole.(map[string]any)
		for name, v := range p {
			if !ok || !within(v, w[name]) {
				return false
			}
		}
		return ok
	case []any:
		w, ok := whole.([]any)
		if !ok || len(w) != len(p) {
			return false
		}
		for i := range p {
			if !within(p[i], w[i]) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(part, whole)
}

// A variable with a default is allowed in a non-null position. If its value is null, only its field fails.
func TestANullOfAVariableFailsItsField(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		h := oneTenant(t, env)
		const rest = ` viewer { producerRole }`
		for document, want := range map[string]string{
			`query ($v: [ID!] = []) { nodes(ids: $v) { id }` +
				rest + ` }`: `{"nodes": null, "viewer": {"producerRole": "OPERATOR"}}`,
			`query ($v: ID = "x") { nodes: nodes(ids: [$v]) { id }` +
				rest + ` }`: `{"nodes": null, "viewer": {"producerRole": "OPERATOR"}}`,
			`query ($v: ID = "x") { nodes: account(id: $v) { id }` +
				rest + ` }`: `{"nodes": null, "viewer": {"producerRole": "OPERATOR"}}`,
			`query ($v: ID = "x") { ...F` + rest +
				` } fragment F on Query { nodes: account(id: $v) { id } }`: `{"nodes": null, "viewer": {"producerRole": "OPERATOR"}}`,
			`query ($v: String = "x") { nodes: lookup(externalId: { value: $v }) { id }` +
				rest + ` }`: `{"nodes": null, "viewer": {"producerRole": "OPERATOR"}}`,
			`query ($v: String = "Query") { nodes: __type(name: $v) { name }` +
				rest + ` }`: `{"nodes": null, "viewer": {"producerRole": "OPERATOR"}}`,
		} {
			a := env.Ask(t, document, map[string]any{"v": nil})
			if !slices.Equal(refusals(a), []string{"nodes BAD_INPUT"}) ||
				a.Errors[0].Extensions.Field != "variables.v" {
				t.Errorf(`%s: %+v, want refusals = %v and Field = "variables.v"`, document, a.Errors,
					[]string{"nodes BAD_INPUT"})
				continue
			}
			sameJSON(t, document, string(a.Data), want)
		}
		// A skipped field does not fail, and an absent variable has its default.
		answered(t, env, `query ($v: ID = "x") { account(id: $v) @skip(if: true) { id }`+rest+` }`,
			map[string]any{"v": nil},
			`{"viewer": {"producerRole": "OPERATOR"}}`)
		answered(t, env, `query ($v: ID = "`+h.account.String()+`") { account(id: $v) { id } }`, nil,
			`{"account": {"id": "`+h.account.String()+`"}}`)
		// A mutation with such a null changes nothing, and the next mutation still runs.
		a := env.Ask(t, `mutation ($v: ID = "x", $account: ID!) {
			first: claimDomain(input: { account: $v, domain: "first.example" }) { effects { kind } }
			second: claimDomain(input: { account: $account, domain: "second.example" }) { errors { code } }
		}`, map[string]any{"v": nil, "account": h.account.String()})
		if !slices.Equal(refusals(a), []string{"first BAD_INPUT"}) {
			t.Errorf("%s %+v, want %v", a.Data, a.Errors, []string{"first BAD_INPUT"})
		}
		sameJSON(t, "mutations", string(a.Data), `{"first": null, "second": {"errors": []}}`)
		domains := env.Ask(t, `query ($id: ID!) { account(id: $id) { domains { domain } } }`,
			map[string]any{"id": h.account.String()})
		if text := string(domains.Data); strings.Contains(text, "first.example") ||
			!strings.Contains(text, "second.example") {
			t.Errorf(`domains: %s, want text without "first.example" and text with "second.example"`, text)
		}
	})
}
