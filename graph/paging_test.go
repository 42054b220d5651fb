package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

type pageOfIDs struct {
	Edges []struct {
		Cursor string
		Node   struct{ ID string }
	}
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	TotalCount int
}

const pageFields = `{ edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`

// Pages of any size, in either direction, together give the whole list in its order, without duplicates or gaps, even
// if many rows have the same order value.
func TestPagesPutTogetherAreTheList(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account gid.ID
		const rows = 57
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("paged")
			for n := range rows {
				entitlement := f.Entitlement(account, fmt.Sprintf("E-%02d", n/3))
				line := f.Line(account, entitlement, f.Seat, fmt.Sprintf("L-%02d", n), 1)
				ends := testenv.Today + day.Day(n%4)
				if n%5 == 0 {
					ends = day.Forever
				}
				if err := f.Client().LineItem.UpdateOneID(line).SetEndsOn(ends).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
				f.Coverage(account, testenv.Today-1, testenv.Today+day.Day(n%3), line)
			}
		})
		lists := []string{
			"lineItems(orderBy: ENDS_ON, %s)", "lineItems(orderBy: CREATED, %s)",
			"lineItems(orderBy: CREATED, direction: ASCENDING, %s)",
			"lineItems(orderBy: ENDS_ON, direction: DESCENDING, %s)",
			"lineItems(orderBy: UPDATED, %s)",
			"entitlements(orderBy: NUMBER, %s)", "entitlements(orderBy: CREATED, %s)",
			"coverages(orderBy: ENDS_ON, %s)",
			"coverages(orderBy: CREATED, %s)",
		}
		outer := t
		fetch := func(t *rapid.T, list, args string, nested bool) pageOfIDs {
			query := fmt.Sprintf("{ "+list+" "+pageFields+" }", args)
			if nested {
				query = fmt.Sprintf("{ account(id: %q) { "+list+" "+pageFields+" } }", account, args)
			} else if strings.HasPrefix(list, "coverages(orderBy: CREATED") {
				query = strings.Replace(query, "orderBy", fmt.Sprintf("filter: {account: %q}, orderBy", account), 1)
			}
			answer := env.Ask(outer, query, nil)
			if len(answer.Errors) > 0 {
				t.Fatalf("%s: %+v, want none", query, answer.Errors)
			}
			var data map[string]json.RawMessage
			if err := json.Unmarshal(answer.Data, &data); err != nil {
				t.Fatalf("%v", err)
			}
			if nested {
				if err := json.Unmarshal(data["account"], &data); err != nil {
					t.Fatalf("%v", err)
				}
			}
			name, _, _ := strings.Cut(list, "(")
			var page pageOfIDs
			if err := json.Unmarshal(data[name], &page); err != nil {
				t.Fatalf("%v", err)
			}
			return page
		}
		rapid.Check(t, func(t *rapid.T) {
			list, nested := rapid.SampledFrom(lists).Draw(t, "list"), rapid.Bool().Draw(t, "nested")
			size := rapid.IntRange(1, rows+3).Draw(t, "size")
			whole := fetch(t, list, "first: 100", nested)
			if len(whole.Edges) != rows || whole.TotalCount != rows || whole.PageInfo.HasNextPage ||
				whole.PageInfo.HasPreviousPage {
				t.Fatalf("the whole list has %d rows of %d: %+v", len(whole.Edges), whole.TotalCount, whole.PageInfo)
			}
			var want, forward, backward []string
			for _, e := range whole.Edges {
				want = append(want, e.Node.ID)
			}
			for args, more := fmt.Sprintf("first: %d", size), true; more; {
				page := fetch(t, list, args, nested)
				for _, e := range page.Edges {
					forward = append(forward, e.Node.ID)
				}
				if more = page.PageInfo.HasNextPage; more {
					args = fmt.Sprintf("first: %d, after: %q", size, *page.PageInfo.EndCursor)
				}
			}
			for args, more := fmt.Sprintf("last: %d", size), true; more; {
				page := fetch(t, list, args, nested)
				for _, e := range slices.Backward(page.Edges) {
					backward = append(backward, e.Node.ID)
				}
				if more = page.PageInfo.HasPreviousPage; more {
					args = fmt.Sprintf("last: %d, before: %q", size, *page.PageInfo.StartCursor)
				}
			}
			slices.Reverse(backward)
			if diff := cmp.Diff(want, forward); diff != "" {
				t.Fatalf("forward by %d:\n%s", size, diff)
			}
			if diff := cmp.Diff(want, backward); diff != "" {
				t.Fatalf("backward by %d:\n%s", size, diff)
			}
		})
	})
}

// Lists that belong to one row have pages too: with time, a line item gets many periods, ledger entries and
// activations.
func TestTheListsOfARowPageOn(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account, line, device gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			account = f.Account("paged")
			line = f.Line(account, f.Entitlement(account, "E"), f.Seat, "L", 1)
			device = f.Device(account, "device")
			for n := range 5 {
				first, last := testenv.Today+day.Day(10*n), testenv.Today+day.Day(10*n+9)
				if err := f.Period(account, line, &first, &last, 1).Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
				f.Activation(account, line, device, 1)
				f.Coverage(account, first, last, line)
				f.Member(account, fmt.Sprint("member ", n))
				f.Device(account, fmt.Sprint("other ", n))
				f.Below(account, f.Account(fmt.Sprint("child ", n)))
				if err := f.Client().LedgerEntry.Create().SetAccountID(account).SetLineItemID(line).SetAmount(1).
					SetExcess(0).
					SetKind(vocabulary.LedgerKindAdjust).SetEffectiveOn(first).SetRecordedAt(0).SetActor("tester").
					Exec(f.Context()); err != nil {
					t.Fatal(err)
				}
			}
		})
		for list, want := range map[string]struct {
			of gid.ID
			on string
			n  int
		}{
			"periods": {line, "LineItem", 5}, "activations": {line, "LineItem", 5},
			"coverageItems": {line, "LineItem", 5},
			"ledger":        {line, "LineItem", 5}, "memberships": {account, "Account", 5},
			"children": {account, "Account", 5},
			"devices":  {account, "Account", 6},
		} {
			seen, after := 0, "null"
			for more := true; more; {
				query := fmt.Sprintf(
					"{ node(id: %q) { ... on %s { %s(first: 2, after: %s) { edges { cursor } pageInfo { "+
						"hasNextPage endCursor } totalCount } } } }",
					want.of, want.on, list, after)
				data, _ := testenv.Must[map[string]map[string]pageOfIDs](t, env, query, nil)
				page := data["node"][list]
				seen += len(page.Edges)
				if page.TotalCount != want.n {
					t.Fatalf("%s: %d in all, want %d", list, page.TotalCount, want.n)
				}
				if more = page.PageInfo.HasNextPage; more {
					after = fmt.Sprintf("%q", *page.PageInfo.EndCursor)
				}
			}
			if seen != want.n {
				t.Errorf("%s: pages with %d rows, want %d", list, seen, want.n)
			}
		}
	})
}
