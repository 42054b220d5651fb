package graph_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent/coverageitem"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Every change of rights locks line items first: one that waits for a line item holds nothing yet for which another
// change, which has the line item, could wait. SQLite has one writer, so that nobody waits for rows there.
func TestAChangeThatWaitsForALineHoldsNothing(t *testing.T) {
	env := testenv.New(t, store.Config{URL: testenv.Postgres(t)})
	w := newCoveredWorld(t, env)
	line, ctx := w.lines[0], testenv.Operator(t)
	header := env.Store.Client().LineItem.GetX(ctx, line).EntitlementID
	env.Fill(t, func(f *testenv.Fixture) {
		f = f.After(900)
		must(t, f.Client().Coverage.UpdateOneID(w.coverage).SetEntitlementID(header).Exec(f.Context()))
		for _, subject := range []gid.ID{header, line, w.coverage, w.items[0]} {
			f.Decide(w.account, subject, vocabulary.DecisionOnHold)
		}
	})
	decisions := map[gid.ID]string{}
	for _, d := range env.Store.Client().Decision.Query().AllX(ctx) {
		decisions[d.SubjectID] = gid.FromKey(gid.Decision, d.ID).String()
	}
	release := func(of gid.ID) map[string]any { return map[string]any{"decision": decisions[of], "reason": "x"} }
	id := line.String()
	whole := map[string]any{"entitlement": header.String(), "reason": "x"}
	for name, change := range map[string]struct {
		mutation string
		input    map[string]any
	}{
		"withdraw":                   {"withdrawEntitlement", whole},
		"release of an entitlement":  {"releaseDecision", release(header)},
		"release of a line item":     {"releaseDecision", release(line)},
		"release of a coverage":      {"releaseDecision", release(w.coverage)},
		"release of a coverage item": {"releaseDecision", release(w.items[0])},
		"renewal": {"renewLineItems", map[string]any{"lines": []any{map[string]any{
			"lineItem": id}}}},
		"amendment": {"amendLineItem", map[string]any{"lineItem": id, "quantity": "11",
			"startsOn": "2026-12-01"}},
		"extension":                    {"extendCoverage", map[string]any{"coverage": w.coverage.String()}},
		"end of a coverage":            {"endCoverage", map[string]any{"coverage": w.coverage.String(), "reason": "x"}},
		"hold":                         {"holdLineItems", map[string]any{"lineItems": []string{id}, "reason": "x"}},
		"deployment of an entitlement": {"deployEntitlement", whole},
	} {
		t.Run(name, func(t *testing.T) { mustWaitFor(t, env, w, header, change.mutation, change.input) })
	}
}

var errEnough = errors.New("enough was seen")

// mustWaitFor fails if a mutation does not wait for the first line of a coverage, or if it holds the coverage, its
// item, the entitlement, the account or a decision while it waits.
func mustWaitFor(t *testing.T, env *testenv.Env, w *coveredWorld, header gid.ID, mutation string,
	input map[string]any) {
	ended := make(chan struct{})
	err := env.Store.Write(testenv.Operator(t), func(ctx context.Context, tx store.Tx) error {
		if _, err := entitlement.LockLines(ctx, tx, w.lines[:1]); err != nil {
			return err
		}
		go func() {
			defer close(ended)
			env.Ask(t, "mutation ($input: "+strings.ToUpper(mutation[:1])+mutation[1:]+"Input!) { "+mutation+
				"(input: $input) { errors { code message } } }", map[string]any{"input": input})
		}()
		for waiting := 0; waiting == 0; runtime.Gosched() {
			select {
			case <-ended:
				t.Errorf("%s does not wait for the line item", mutation)
				return errEnough
			default:
			}
			if err := tx.QueryRow(ctx, "SELECT count(*) FROM pg_locks WHERE locktype = 'transactionid' "+
				"AND NOT granted AND transactionid = pg_current_xact_id()::xid", nil, &waiting); err != nil {
				return err
			}
		}
		for table, id := range map[string]gid.ID{"coverages": w.coverage, coverageitem.Table: w.items[0],
			"entitlements": header, "accounts": w.account} {
			free := 0
			if err := tx.QueryRow(ctx, "SELECT count(*) FROM (SELECT 1 FROM "+table+
				" WHERE id = ? FOR UPDATE SKIP LOCKED) AS f", []any{int64(id)}, &free); err != nil {
				return err
			}
			if free == 0 {
				t.Errorf("%s waits for the line item and holds its row of %s", mutation, table)
			}
		}
		free := 0
		if err := tx.QueryRow(ctx, "SELECT count(*) - (SELECT count(*) FROM decisions) FROM (SELECT 1 FROM decisions "+
			"FOR UPDATE SKIP LOCKED) AS f", nil, &free); err != nil {
			return err
		}
		if free < 0 {
			t.Errorf("%s waits for the line item and holds a decision", mutation)
		}
		return errEnough
	})
	<-ended
	if !errors.Is(err, errEnough) {
		t.Fatal(err)
	}
}
