package httpd_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
)

func TestIntrospectionPasses(t *testing.T) {
	text, err := os.ReadFile("testdata/introspection.graphql") // as graphql-js 16 writes it for GraphiQL
	if err != nil {
		t.Fatal(err)
	}
	answer := newEdge(t, nil).send(t, query(string(text), nil))
	if answer.status != 200 || answer.code() != "" || !strings.Contains(answer.text, `"name":"LineItemConnection"`) ||
		strings.Contains(answer.text, `"name":"defer"`) || !strings.Contains(answer.text, `"name":"include"`) {
		t.Errorf(
			`status %d: %.300s, want status = 200, code = "", text with "name":"LineItemConnection", text `+
				`without "name":"defer" and text with "name":"include"`,
			answer.status, answer.text)
	}
}

func TestArgumentsThatAreRefused(t *testing.T) {
	e := newEdge(t, nil)
	cursor := foreignCursor(t, e)
	for name, test := range map[string]struct {
		document  string
		variables map[string]any
		code      string
		field     string
	}{
		"page of 0":   {`{entitlements(first: 0) {nodes {id}}}`, nil, "BAD_PAGE_SIZE", "first"},
		"page of -1":  {`{entitlements(first: -1) {nodes {id}}}`, nil, "BAD_PAGE_SIZE", "first"},
		"page of 101": {`{entitlements(last: 101) {nodes {id}}}`, nil, "BAD_PAGE_SIZE", "last"},
		"nested page of 101": {`{entitlements(first: 1) {nodes {lineItems(first: 101) {nodes {id}}}}}`, nil,
			"BAD_PAGE_SIZE", "first"},
		"both ends": {`{entitlements(first: 1, last: 1) {nodes {id}}}`, nil, "BAD_PAGE_SIZE", "last"},
		"page by variable": {`query($n: Int) {entitlements(first: $n) {nodes {id}}}`, map[string]any{"n": 1000},
			"BAD_PAGE_SIZE", "first"},
		"beyond 32 bits": {`query($n: Int) {entitlements(first: $n) {nodes {id}}}`,
			map[string]any{"n": 3000000000}, "BAD_INPUT", "variables.n"},
		"literal of 33 bits": {
			`{entitlements(first: 3000000000) {nodes {id}}}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"text as number": {`query($n: Int) {entitlements(first: $n) {nodes {id}}}`, map[string]any{"n": "5"},
			"BAD_INPUT", "variables.n"},
		"literal as number": {`{entitlements(first: "5") {nodes {id}}}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"number as text": {`query($t: String) {accounts(filter: {text: $t}) {nodes {id}}}`,
			map[string]any{"t": 5.5}, "BAD_INPUT", "variables.t"},
		"number in a filter": {`query($f: AccountFilterInput) {accounts(filter: $f) {nodes {id}}}`,
			map[string]any{"f": map[string]any{"text": 5}}, "BAD_INPUT", "variables.f.text"},
		"literal in a filter": {
			`{accounts(filter: {text: 5}) {nodes {id}}}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"null in a list": {`query($ids: [ID!]!) {nodes(ids: $ids) {id}}`, map[string]any{"ids": []any{nil}},
			"BAD_INPUT", "variables.ids.0"},
		"null for a default": {`query($ids: [ID!] = []) {nodes(ids: $ids) {id}}`, map[string]any{"ids": nil},
			"BAD_INPUT", "variables.ids"},
		"null to include": {`query($b: Boolean = true) {viewer @include(if: $b) {name}}`,
			map[string]any{"b": nil}, "BAD_INPUT", "variables.b"},
		"null to skip": {`query($b: Boolean = true) {...@skip(if: $b) {__typename}}`,
			map[string]any{"b": nil}, "BAD_INPUT", "variables.b"},
		"NUL in a variable": {`query($t: String) {accounts(filter: {text: $t}) {nodes {id}}}`,
			map[string]any{"t": "a\x00"}, "BAD_INPUT", "variables.t"},
		"NUL in a default": {`query($t: String = "\u0000") {accounts(filter: {text: $t}) {nodes {id}}}`, nil,
			"BAD_INPUT", "variables.t"},
		"NUL in the document": {`{...F} fragment F on Query {accounts(filter: {text: "\u0000"}) {nodes {id}}}`, nil,
			"BAD_INPUT", "filter.text"},
		"defer": {`{...F @defer} fragment F on Query {__typename}`, nil, "GRAPHQL_VALIDATION_FAILED",
			"query"},
		"defer a fragment": {`{... @defer(if: false) {__typename}}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"half a row": {`query($n: Int) {entitlements(first: $n) {nodes {id}}}`, map[string]any{"n": 1.5},
			"BAD_INPUT", "variables.n"},
		"a number that is text": {`query($n: Int) {entitlements(first: $n) {nodes {id}}}`, map[string]any{"n": "many"},
			"BAD_INPUT", "variables.n"},
		"no cursor": {`{entitlements(after: "abc") {nodes {id}}}`, nil, "BAD_CURSOR", "after"},
		"foreign cursor": {`query($c: String) {entitlements(after: $c) {nodes {id}}}`,
			map[string]any{"c": cursor}, "BAD_CURSOR", "after"},
		"no id": {`{entitlement(id: "garbage") {id}}`, nil, "BAD_INPUT", "id"},
		"id by variable": {`query($id: ID!) {entitlement(id: $id) {id}}`, map[string]any{"id": "ent_"},
			"BAD_INPUT", "id"},
		"id is a number": {`query($id: ID!) {entitlement(id: $id) {id}}`, map[string]any{"id": 1.5},
			"BAD_INPUT", "variables.id"},
		"id is an integer": {
			`query($id: ID!) {entitlement(id: $id) {id}}`, map[string]any{"id": 15}, "BAD_INPUT", "id"},
		"id is an object": {`query($id: ID!) {entitlement(id: $id) {id}}`,
			map[string]any{"id": map[string]any{}}, "BAD_INPUT", "variables.id"},
		"prefix of another": {`query($id: ID!) {entitlement(id: $id) {id}}`,
			map[string]any{"id": "acc" + e.entitlement.String()[3:]}, "BAD_INPUT", "id"},
		"one of several ids": {`query($ids: [ID!]!) {nodes(ids: $ids) {id}}`,
			map[string]any{"ids": []string{e.entitlement.String(), "x"}}, "BAD_INPUT", "ids.1"},
		"unknown id": {`query($id: ID!) {entitlement(id: $id) {id}}`, map[string]any{"id": unknownID(e)},
			"NOT_FOUND", "id"},
		"another type": {`query($id: ID!) {account(id: $id) {id}}`,
			map[string]any{"id": e.entitlement.String()}, "NOT_FOUND", "id"},
		"no day": {`query($d: Date) {lineItems(filter: {status: ACTIVE, on: $d}) {nodes {id}}}`,
			map[string]any{"d": "2026-13-40"}, "BAD_INPUT", "filter.on"},
		"a day that is a time": {`query($d: Date) {lineItems(filter: {status: ACTIVE, on: $d}) {nodes {id}}}`,
			map[string]any{"d": 20261122}, "BAD_INPUT", "filter.on"},
		"enum in small letters": {`query($f: LineItemFilterInput) {lineItems(filter: $f) {nodes {id}}}`,
			map[string]any{"f": map[string]any{"status": []string{"active"}}}, "BAD_INPUT", "variables.f.status.0"},
		"unknown enum": {`query($f: LineItemFilterInput) {lineItems(filter: $f) {nodes {id}}}`,
			map[string]any{"f": map[string]any{"status": "RED"}}, "BAD_INPUT", "variables.f.status.0"},
		"unknown input field": {`query($f: LineItemFilterInput) {lineItems(filter: $f) {nodes {id}}}`,
			map[string]any{"f": map[string]any{"color": 1}}, "BAD_INPUT", "variables.f.color"},
		"missing variable": {`query($id: ID!) {entitlement(id: $id) {id}}`, nil, "BAD_INPUT", "variables.id"},
		"unknown field":    {`{entitlemen {id}}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"unknown argument": {`{entitlement(idd: 1) {id}}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"unknown literal": {`{lineItems(filter: {status: ACTIV}) {nodes {id}}}`, nil,
			"GRAPHQL_VALIDATION_FAILED", "query"},
		"unknown type": {`{node(id: "x") {... on Entitlemen {id}}}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"unknown input literal": {`{lineItems(filter: {statu: ACTIVE}) {nodes {id}}}`, nil,
			"GRAPHQL_VALIDATION_FAILED", "query"},
		"no selection":    {`{entitlements}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"no GraphQL":      {`{entitlements(`, nil, "GRAPHQL_PARSE_FAILED", "query"},
		"no operation":    {`fragment f on Query {__typename}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"mutation":        {`mutation {anything}`, nil, "GRAPHQL_VALIDATION_FAILED", "query"},
		"SQL in a cursor": {`{entitlements(after: "' OR 1=1 --") {nodes {id}}}`, nil, "BAD_CURSOR", "after"},
	} {
		t.Run(name, func(t *testing.T) {
			answer := e.send(t, query(test.document, test.variables))
			answer.want(t, 200, test.code)
			if answer.Errors[0].Extensions.Field != test.field {
				t.Errorf("field %q, want %q", answer.Errors[0].Extensions.Field, test.field)
			}
			if strings.Contains(answer.text, "Did you mean") {
				t.Errorf("a suggestion: %s", answer.text)
			}
		})
	}
}

// unknownID is an id of the right type without a row.
func unknownID(e *edge) string {
	id := []byte(e.entitlement.String())
	last := len(id) - 1
	if id[last] == 'Z' {
		id[last] = 'Y'
	} else {
		id[last] = 'Z'
	}
	return string(id)
}

func foreignCursor(t *testing.T, e *edge) string {
	t.Helper()
	answer := e.send(t, query(`{accounts(first: 1) {edges {cursor}}}`, nil))
	_, rest, found := strings.Cut(answer.text, `"cursor":"`)
	if !found {
		t.Fatalf("no cursor: %s", answer.text)
	}
	cursor, _, _ := strings.Cut(rest, `"`)
	return cursor
}

func TestPathNamesTheField(t *testing.T) {
	answer := newEdge(t, nil).send(t, query(`query($ids: [ID!]!) {mine: nodes(ids: $ids) {id}}`,
		map[string]any{"ids": []string{"x"}}))
	if got := fmt.Sprint(answer.Errors[0].Path); got != "[mine]" {
		t.Errorf("path %s: arguments are no part of the answer", got)
	}
}

func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// doubling returns a document whose fragments each spread the next one twice.
func doubling(levels int, on, inner, last string) string {
	var b strings.Builder
	for i := range levels {
		spread := fmt.Sprintf("...f%d", i+1)
		fmt.Fprintf(&b, " fragment f%d on %s {%s}", i, on, strings.ReplaceAll(inner, "#", spread))
	}
	fmt.Fprintf(&b, " fragment f%d on %s {%s}", levels, on, last)
	return b.String()
}

// Without the limits some of these would take years, so that a missing limit makes the test hang.
func TestDocumentsThatAreTooLarge(t *testing.T) {
	e := newEdge(t, nil)
	for name, test := range map[string]struct{ document, code, says string }{
		"101 aliases": {`{` + repeat(101, "a#: __typename ") + `}`, "QUERY_TOO_LARGE", "20 root fields"},
		"31 inner aliases": {`{entitlements {` + repeat(31, "a#: totalCount ") + `}}`, "QUERY_TOO_LARGE",
			"30 aliases"},
		"21 root fields": {`{` + repeat(21, "a#: __typename ") + `}`, "QUERY_TOO_LARGE", "20 root fields"},
		"500 duplicates": {`{entitlements {` + repeat(500, "totalCount ") + `}}`, "QUERY_TOO_LARGE",
			"10 times"},
		"1,990 duplicates": {`{` + repeat(1990, "__typename ") + `}`, "QUERY_TOO_LARGE", "10 times"},
		"duplicate objects": {`{` + repeat(220, "x: products {pageInfo {hasNextPage}} ") + `}`,
			"QUERY_TOO_LARGE", "10 times"},
		"unknown fields": {`{` + repeat(900, "u# ") + `}`, "QUERY_TOO_LARGE", "500 fields"},
		"31 directives": {`{` + repeat(31, "__typename @include(if: true) ") + `}`, "QUERY_TOO_LARGE",
			"10 times"},
		"900 directives":          {`{__typename ` + repeat(900, "@aa ") + `}`, "QUERY_TOO_LARGE", "30 directives"},
		"directives by fragments": {`{entitlements {nodes {...a ...b}}} fragment a on Entitlement {...b ...b} fragment b on Entitlement {` + repeat(12, "...c# @include(if: true) ") + `}` + repeat(12, " fragment c# on Entitlement {id}"), "QUERY_TOO_LARGE", "30 directives"},
		"depth 200": {`{account(id: "x")` + strings.Repeat("{parents", 200) + "{id}" +
			strings.Repeat("}", 200) + `}`, "QUERY_TOO_LARGE", "20 levels"},
		"depth 5,000": {`{account(id: "x")` + strings.Repeat("{parents", 5000) + "{id}" +
			strings.Repeat("}", 5000) + `}`, "QUERY_TOO_LARGE", ""},
		"depth by fragments": {`{account(id: "x") {...f0}}` + doubling(30, "Account", "parents {#}", "id"),
			"QUERY_TOO_LARGE", "20 levels"},
		"25 doublings": {`{...f0}` + doubling(25, "Query", "# #", "__typename"), "QUERY_TOO_LARGE",
			"root fields"},
		"40 doublings": {`{...f0}` + doubling(40, "Query", "# #", "__typename"), "QUERY_TOO_LARGE",
			"root fields"},
		"40 inner doublings": {`{entitlements {nodes {...f0}}}` + doubling(40, "Entitlement", "# #", "number"),
			"QUERY_TOO_LARGE", "500 f"},
		"40 nested doublings": {`{accounts(first: 1) {nodes {...f0}}}` +
			doubling(40, "Account", "parents {#} parents {#}", "id"), "QUERY_TOO_LARGE", "20 levels"},
		"200 fragments": {`{entitlements {nodes {` + repeat(200, "...f# ") + `}}}` +
			repeat(200, " fragment f# on Entitlement {id number}"), "QUERY_TOO_LARGE", ""},
		"tokens": {`{entitlements(first: [` + strings.Repeat("1 ", 2500) + `])}`, "QUERY_TOO_LARGE",
			"2000 tokens"},
		"brackets": {`{entitlements(first: ` + strings.Repeat("[", 2500) + `)}`, "QUERY_TOO_LARGE",
			"1000 levels"},
		"100 x 100 x 100 rows": {`{accounts(first: 100) {nodes {entitlements(first: 100) {nodes {lineItems(first: 100) {nodes {id}}}}}}}`, "QUERY_TOO_COSTLY", "500000 rows"},
		"rows by variable":     {`query($n: Int = 100) {accounts(first: $n) {nodes {entitlements(first: $n) {nodes {lineItems(last: $n) {nodes {id}}}}}}}`, "QUERY_TOO_COSTLY", "500000 rows"},
		"sums of 500 accounts": {`{accounts(first: 100) {nodes {` + repeat(3, "p#: positions {lineItemCount} ") +
			repeat(2, `r#: renewals(from: "2026-01-01", to: "2026-12-31", by: MONTH) {lineItemCount} `) + `}}}`,
			"QUERY_TOO_COSTLY", "pages and sums"},
		"sums of 26 accounts on a day": {`{accounts(first: 26) {nodes {positions(on: "2026-01-01") {lineItemCount}}}}`,
			"QUERY_TOO_COSTLY", "pages and sums"},
		"sums of a day by variable": {`query($on: Date = "2026-01-01") {accounts(first: 26) {nodes {positions(on: $on) {lineItemCount}}}}`,
			"QUERY_TOO_COSTLY", "pages and sums"},
		"pages below sums": {`{accounts(first: 10) {nodes {positions(by: ACCOUNT) {account {lineItems(first: 50) {nodes {id}}}}}}}`,
			"QUERY_TOO_COSTLY", "500000 rows"},
		"circular fragments": {`{...a} fragment a on Query {...b} fragment b on Query {...a}`,
			"GRAPHQL_VALIDATION_FAILED", "within itself"},
		"circular introspection": {`{__schema {types {fields {type {fields {type {fields {type {fields {name}}}}}}}}}}`,
			"GRAPHQL_VALIDATION_FAILED", "introspection"},
		"a long name": {`{` + strings.Repeat("x", 200_000) + `}`, "GRAPHQL_VALIDATION_FAILED", ""},
	} {
		t.Run(name, func(t *testing.T) {
			answer := e.send(t, query(test.document, nil))
			answer.want(t, 200, test.code)
			if !strings.Contains(answer.Errors[0].Message, test.says) {
				t.Errorf("message %q does not say %q", answer.Errors[0].Message, test.says)
			}
			if strings.HasPrefix(test.code, "QUERY_") {
				limit, given := answer.parameter("max"), answer.parameter("given")
				if limit == 0 || given <= limit {
					t.Errorf("%d given, of %d: %s", given, limit, answer.text)
				}
			}
			if len(answer.Errors) > 20 {
				t.Errorf("%d errors, want 20 or fewer", len(answer.Errors))
			}
		})
	}
	for name, document := range map[string]string{
		"the dashboard": `{accounts(first: 1) {nodes {entitlements(first: 20) {edges {node {lineItems {edges {node {id activations(first: 5) {edges {node {id device {name}}}}}}}}}}}}}`,
		"sums of 400 accounts": `{accounts(first: 100) {nodes {` + repeat(2, "p#: positions {lineItemCount} ") +
			repeat(2, `r#: renewals(from: "2026-01-01", to: "2026-12-31", by: MONTH) {lineItemCount} `) + `}}}`,
		"sums of 20 accounts on a day": `{accounts {nodes {positions(on: "2026-01-01") {lineItemCount}}}}`,
		"sums of 100 accounts on no day": `query($on: Date) {accounts(first: 100) {nodes {a: positions(on: $on) {lineItemCount} ` +
			`b: positions(on: null) {lineItemCount}}}}`,
		"a lot of each": `{a: entitlements(first: 100) {nodes {lineItems(first: 40) {nodes {activations(first: 40) {nodes {id}}}}}} ` + repeat(15, "b#: products(first: 1) {nodes {id}} ") + `}`,
	} {
		if answer := e.send(t, query(document, nil)); answer.code() != "" {
			t.Errorf("%s is refused: %s", name, answer.text)
		}
	}
}

func TestWrongInThousandsOfPlaces(t *testing.T) {
	answer := newEdge(t, nil).send(t, query(`{`+repeat(400, "u# ")+`}`, nil))
	answer.want(t, 200, "GRAPHQL_VALIDATION_FAILED")
	if len(answer.Errors) != 20 {
		t.Errorf("%d errors, want 20", len(answer.Errors))
	}
}

// nested returns a document with nested fields, each inside inline fragments.
func nested(depth, fragments int) string {
	open, end := strings.Repeat("... on Account {", fragments), strings.Repeat("}", fragments)
	return `{account(id: "x") {` + strings.Repeat(open+"parents {", depth-2) + "id" +
		strings.Repeat("}"+end, depth-2) + `}}`
}

// Only fields count as depth: 20 may be nested, and 21 may not.
func TestDepthCountsFields(t *testing.T) {
	e := newEdge(t, nil)
	spread := func(depth int) string {
		return strings.Replace(nested(depth, 0), "id}", "...F}", 1) +
			` fragment F on Account { ... on Account { id } }`
	}
	for name, document := range map[string]string{
		"20": nested(20, 0), "20 in fragments": nested(20, 5), "19 in many fragments": nested(19, 20),
		"20 by a spread": spread(20),
	} {
		// x is no id: the operation has run
		if answer := e.send(t, query(document, nil)); answer.code() != "BAD_INPUT" {
			t.Errorf(`%s: %.300s, want "BAD_INPUT"`, name, answer.text)
		}
	}
	for name, document := range map[string]string{"21": nested(21, 0), "21 in fragments": nested(21, 1),
		"21 by a spread": spread(21)} {
		answer := e.send(t, query(document, nil))
		if answer.code() != "QUERY_TOO_LARGE" || !strings.Contains(answer.text, "more than 20 levels deep") {
			t.Errorf(`%s: %.300s, want code = "QUERY_TOO_LARGE" and text with "more than 20 levels deep"`, name,
				answer.text)
		}
	}
}

func TestWhichOperationRuns(t *testing.T) {
	e := newEdge(t, nil)
	const two = "query A { __typename } query B { viewer { name } }"
	named := func(document, name string) *http.Request {
		body, err := json.Marshal(map[string]string{"query": document, "operationName": name})
		if err != nil {
			t.Fatal(err)
		}
		return post(string(body))
	}
	for name, test := range map[string]struct {
		request      *http.Request
		field, says  string
		remedy, runs string
	}{
		"one of two": {request: named(two, "A"), runs: `{"data":{"__typename":"Query"}}`},
		"none of two": {request: named(two, ""), field: "operationName",
			says: "The document has several operations.", remedy: "operationName"},
		"none of two, absent": {request: query(two, nil), field: "operationName",
			says: "The document has several operations.", remedy: "operationName"},
		"another": {request: named(two, "C"), field: "operationName",
			says: "The document has no operation with this name.", remedy: "operationName"},
		"another of one": {request: named("{ __typename }", "C"), field: "operationName",
			says: "The document has no operation with this name.", remedy: "operationName"},
	} {
		t.Run(name, func(t *testing.T) {
			answer := e.send(t, test.request)
			if test.runs != "" {
				if strings.TrimSpace(answer.text) != test.runs {
					t.Errorf("%s, want %v", answer.text, test.runs)
				}
				return
			}
			answer.want(t, 200, "GRAPHQL_VALIDATION_FAILED")
			if e := answer.Errors[0]; e.Message != test.says || e.Extensions.Field != test.field ||
				!strings.Contains(e.Extensions.Remedy, test.remedy) {
				t.Errorf("%+v, want Message = %v, Field = %v and Remedy with %v", e, test.says, test.field,
					test.remedy)
			}
		})
	}
}
