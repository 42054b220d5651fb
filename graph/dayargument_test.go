package graph_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// docs/filters.md lists every field with the argument on, and the test below uses each of them.
func TestEveryFieldForADayIsListed(t *testing.T) {
	page, err := os.ReadFile("../docs/filters.md")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, d := range generated.NewExecutableSchema(generated.Config{}).Schema().Types {
		for _, f := range d.Fields {
			if f.Arguments.ForName("on") == nil {
				continue
			}
			found++
			if name := fmt.Sprintf("`%s.%s`", d.Name, f.Name); !strings.Contains(string(page), name) {
				t.Errorf("%s takes a day and is not listed", name)
			}
			if !regexp.MustCompile(f.Name + `\((?:[^()]*, )?on: \$day\)`).MatchString(forADay) {
				t.Errorf("%s.%s takes a day and is not asked by the test", d.Name, f.Name)
			}
		}
	}
	if found < 10 {
		t.Errorf("%d fields take a day, want 10 or more", found)
	}
}

const forADay = `query ($line: ID!, $held: ID!, $coverage: ID!, $member: ID!, $account: ID!, $day: Date!) {
  lineItem(id: $line) {
    status(on: $day) daysLeft(on: $day) isCovered(on: $day) coverageInForce(on: $day) { level { code } coverage { endsOn } }
    quantity(on: $day) { amount }
    granted(on: $day) { amount } overdraft(on: $day) { amount } excess(on: $day) { amount }
    used(on: $day) { amount } free(on: $day) { amount }
    coveredQuantity(on: $day) { amount } coveredUntil(on: $day) isCoveredForever(on: $day)
    evergreen(on: $day) { endsOn cancelled }
    periodInForce(on: $day) { quantity { amount } }
    periods { nodes { status(on: $day) } }
    containing: periods(on: $day) { totalCount }
    coverageItems(on: $day) { totalCount }
  }
  coverage: node(id: $coverage) { ... on Coverage { status(on: $day) daysLeft(on: $day)
    items { nodes { decision(on: $day) } } } }
  eligibility(subject: $line, action: SUPPORT, on: $day) { allowed }
  held: entitlement(id: $held) { decision(on: $day) }
  member: node(id: $member) { ... on Membership { isCurrent(on: $day) } }
  account(id: $account) { positions(on: $day) { lineItemCount granted { amount } used { amount } } }
  lineItems(filter: {account: $account, status: [ACTIVE], on: $day}) { totalCount }
  coverages(filter: {account: $account, status: [ACTIVE], on: $day}) { totalCount }
}`

// A right to 50 seats for ten days, of which the renewal is cancelled, is followed, after a gap of one day, by a
// renewal with 30, which is evergreen. A coverage and a
// membership end with the first right. Another entitlement is on hold on the last day of the first right and on the
// next.
func TestEveryAnswerIsForTheDayAskedAbout(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		var account, line, held, coverage, member gid.ID
		first, last := testenv.Today, testenv.Today+9
		next, end := testenv.Today+11, testenv.Today+20
		env.Fill(t, func(f *testenv.Fixture) {
			must := func(err error) {
				if err != nil {
					t.Fatal(err)
				}
			}
			account = f.Account("dated")
			line = f.Line(account, f.Entitlement(account, "E"), f.Seat, "L", 50)
			granted, err := f.Period(account, line, &first, &last, 50).SetCancelDays(3).SetCancelUntil(last - 3).
				SetRenewalDecidedAt(env.Clock.Now() + 1).Save(f.Context())
			must(err)
			must(f.Client().LineItem.UpdateOneID(line).SetUsed(40).Exec(f.Context()))
			must(f.Client().LedgerEntry.Create().SetAccountID(account).SetLineItemID(line).
				SetKind(vocabulary.LedgerKindActivate).SetAmount(40).SetExcess(0).SetEffectiveOn(first).
				SetRecordedAt(0).
				SetActor("somebody").Exec(f.Context()))
			f.DecideFor(account, line, vocabulary.DecisionRenewalCancelled, first, last)
			must(f.Period(account, line, &next, &end, 30).SetRenewsID(granted.ID).SetCancelDays(3).
				SetCancelUntil(end - 3).SetRenewsOn(end - 2).Exec(f.Context()))
			held = f.Entitlement(account, "held")
			f.DecideFor(account, held, vocabulary.DecisionOnHold, last, last+1)
			coverage = f.Coverage(account, first, last, line)
			user := f.Member(account, "someone")
			must(f.Client().Membership.Update().Where(membership.UserID(user)).SetEndsOn(last).Exec(f.Context()))
			member, err = f.Client().Membership.Query().Where(membership.UserID(user)).OnlyID(f.Context())
			must(err)
		})
		for _, c := range []struct {
			offset day.Day
			want   string
		}{
			{-1,
				`{"account":{"positions":[]},"coverage":{"daysLeft":0,"items":{"nodes":[{"decision":null}]},"status":"FUTURE"},"coverages":{"totalCount":0},"lineItem":{"containing":{"totalCount":0},"coverageInForce":null,"coverageItems":{"totalCount":0},"daysLeft":0,"evergreen":{"endsOn":"2026-12-01","cancelled":true},"excess":{"amount":"0"},"free":{"amount":"0"},"granted":{"amount":"0"},"coveredQuantity":{"amount":"0"},"coveredUntil":null,"isCoveredForever":false,"isCovered":false,"overdraft":{"amount":"0"},"periodInForce":null,"periods":{"nodes":[{"status":"FUTURE"},{"status":"FUTURE"}]},"quantity":{"amount":"50"},"status":"FUTURE","used":{"amount":"0"}},"lineItems":{"totalCount":0},"member":{"isCurrent":true}}`},
			{0,
				`{"account":{"positions":[{"granted":{"amount":"50"},"lineItemCount":1,"used":{"amount":"40"}}]},"coverage":{"daysLeft":10,"items":{"nodes":[{"decision":null}]},"status":"ACTIVE"},"coverages":{"totalCount":1},"lineItem":{"containing":{"totalCount":1},"coverageInForce":{"coverage":{"endsOn":"2026-12-01"},"level":null},"coverageItems":{"totalCount":1},"daysLeft":10,"evergreen":{"endsOn":"2026-12-01","cancelled":true},"excess":{"amount":"0"},"free":{"amount":"10"},"granted":{"amount":"50"},"coveredQuantity":{"amount":"50"},"coveredUntil":"2026-12-01","isCoveredForever":false,"isCovered":true,"overdraft":{"amount":"0"},"periodInForce":{"quantity":{"amount":"50"}},"periods":{"nodes":[{"status":"ACTIVE"},{"status":"FUTURE"}]},"quantity":{"amount":"50"},"status":"ACTIVE","used":{"amount":"40"}},"lineItems":{"totalCount":1},"member":{"isCurrent":true}}`},
			{9,
				`{"account":{"positions":[{"granted":{"amount":"50"},"lineItemCount":1,"used":{"amount":"40"}}]},"coverage":{"daysLeft":1,"items":{"nodes":[{"decision":null}]},"status":"ACTIVE"},"coverages":{"totalCount":1},"lineItem":{"containing":{"totalCount":1},"coverageInForce":{"coverage":{"endsOn":"2026-12-01"},"level":null},"coverageItems":{"totalCount":1},"daysLeft":1,"evergreen":{"endsOn":"2026-12-01","cancelled":true},"excess":{"amount":"0"},"free":{"amount":"10"},"granted":{"amount":"50"},"coveredQuantity":{"amount":"50"},"coveredUntil":"2026-12-01","isCoveredForever":false,"isCovered":true,"overdraft":{"amount":"0"},"periodInForce":{"quantity":{"amount":"50"}},"periods":{"nodes":[{"status":"ACTIVE"},{"status":"FUTURE"}]},"quantity":{"amount":"50"},"status":"ACTIVE","used":{"amount":"40"}},"lineItems":{"totalCount":1},"member":{"isCurrent":true}}`},
			{10,
				`{"account":{"positions":[]},"coverage":{"daysLeft":0,"items":{"nodes":[{"decision":null}]},"status":"EXPIRED"},"coverages":{"totalCount":0},"lineItem":{"containing":{"totalCount":0},"coverageInForce":null,"coverageItems":{"totalCount":0},"daysLeft":0,"evergreen":{"endsOn":"2026-12-12","cancelled":false},"excess":{"amount":"40"},"free":{"amount":"0"},"granted":{"amount":"0"},"coveredQuantity":{"amount":"0"},"coveredUntil":null,"isCoveredForever":false,"isCovered":false,"overdraft":{"amount":"0"},"periodInForce":null,"periods":{"nodes":[{"status":"EXPIRED"},{"status":"FUTURE"}]},"quantity":{"amount":"50"},"status":"EXPIRED","used":{"amount":"40"}},"lineItems":{"totalCount":0},"member":{"isCurrent":false}}`},
			{11,
				`{"account":{"positions":[{"granted":{"amount":"30"},"lineItemCount":1,"used":{"amount":"40"}}]},"coverage":{"daysLeft":0,"items":{"nodes":[{"decision":null}]},"status":"EXPIRED"},"coverages":{"totalCount":0},"lineItem":{"containing":{"totalCount":1},"coverageInForce":null,"coverageItems":{"totalCount":0},"daysLeft":10,"evergreen":{"endsOn":"2026-12-12","cancelled":false},"excess":{"amount":"10"},"free":{"amount":"0"},"granted":{"amount":"30"},"coveredQuantity":{"amount":"0"},"coveredUntil":null,"isCoveredForever":false,"isCovered":false,"overdraft":{"amount":"0"},"periodInForce":{"quantity":{"amount":"30"}},"periods":{"nodes":[{"status":"SUPERSEDED"},{"status":"ACTIVE"}]},"quantity":{"amount":"30"},"status":"ACTIVE","used":{"amount":"40"}},"lineItems":{"totalCount":1},"member":{"isCurrent":false}}`},
		} {
			on := testenv.Today + c.offset
			answer := env.Ask(t, forADay, map[string]any{"line": line.String(), "held": held.String(),
				"coverage": coverage.String(), "member": member.String(), "account": account.String(),
				"day": on.String()})
			if len(answer.Errors) > 0 {
				t.Fatalf("%s: %+v, want none", on, answer.Errors)
			}
			var got, want any
			for text, into := range map[string]*any{string(answer.Data): &got, c.want: &want} {
				if err := json.Unmarshal([]byte(text), into); err != nil {
					t.Fatal(err)
				}
			}
			decision := map[string]any{"decision": nil}
			if c.offset == 9 || c.offset == 10 {
				decision["decision"] = "ON_HOLD"
			}
			//nolint:forcetypeassert // the text above is an object
			whole := want.(map[string]any)
			whole["held"] = decision
			//nolint:forcetypeassert // what is covered is supported
			whole["eligibility"] = map[string]any{"allowed": whole["lineItem"].(map[string]any)["isCovered"]}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("on %s, %d days from the first (want -, got +):\n%s", on, c.offset, diff)
			}
		}
	})
}
