package graph_test

import (
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The reasons that an operator gives for changes of different kinds.
const (
	whyAmended = "the amendment was agreed by telephone"
	whyHeld    = "the invoice 815 is open"
	whyLifted  = "the invoice 815 was paid"
	whyInside  = "only the producer reads that"
)

// The records of a right with reasons, and those of an account.
const (
	reasonsOfRight = `query ($id: ID!, $in: ID!) { lineItem(id: $id) { decisions { reason liftReason }
		ledger { nodes { cause } } } entitlementHistory(entitlement: $in) { events { decision { reason liftReason } } } }`
	reasonsOfAccount = `query ($id: ID!) { account(id: $id) { auditEntries { nodes { reason } } } }`
)

// A reason is a part of the record. Everybody who sees the record reads it, so customers read why their rights were
// changed: docs/rights.md says so, and so does the console beside the field. Nobody else reads it, and customers do not
// read the reason for a change that they do not see.
func TestWhoReadsReasons(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		today := testenv.Today
		made := issueLines(t, env, today-10, nil, 10, 0, "ONE")
		line := made.lines[0].String()
		var buyer gid.ID
		var other gid.ID
		env.Fill(t, func(f *testenv.Fixture) {
			buyer = f.Member(made.account, "buyer")
			other = f.Account("Other")
		})
		mustChangeRight(t, env, "amendLineItem", map[string]any{"lineItem": line, "startsOn": today.String(),
			"quantity": "12", "reason": whyAmended})
		decided := mustChangeRight(t, env, "holdLineItems", map[string]any{"lineItems": []string{line},
			"reason": whyHeld})
		mustChangeRight(t, env, "releaseDecision", map[string]any{"decision": decided.Results[0].Decision.ID,
			"reason": whyLifted})
		hidden := fieldOn(t, env, "ACCOUNT", "TEXT", map[string]any{"forCustomers": false, "reason": whyInside})
		mustChangeCatalog(t, env, "setCustomFields", map[string]any{"object": made.account.String(), "values": []any{
			map[string]any{"field": hidden, "text": "x"}}, "reason": whyInside}, "object")

		reader := person(t, buyer, vocabulary.RoleReader, made.account)
		reader.Grants[0].Services = vocabulary.EveryService
		administrator := withGrants(buyer, made.account)
		asked := map[string]map[string]any{
			reasonsOfRight:   {"id": line, "in": made.headers[0].String()},
			reasonsOfAccount: {"id": made.account.String()},
		}
		for name, of := range map[string]struct {
			viewer         *viewer.Viewer
			rights, audits bool
		}{
			"a member":         {reader.Settle(), true, false},
			"an administrator": {administrator, true, true},
			"somebody else":    {withGrants(buyer, other), false, false},
			"the producer":     {nil, true, true},
		} {
			as := env
			if of.viewer != nil {
				as = env.As(of.viewer)
			}
			for question, reads := range map[string]bool{reasonsOfRight: of.rights, reasonsOfAccount: of.audits} {
				answer := string(as.Ask(t, question, asked[question]).Data)
				for _, reason := range []string{whyAmended, whyHeld, whyLifted} {
					if strings.Contains(answer, reason) != reads {
						t.Errorf("%s reads %q: %t, want %t, in %s", name, reason, !reads, reads, answer)
					}
				}
				if strings.Contains(answer, whyInside) {
					t.Errorf("%s reads the reason for a change of what customers do not see: %s", name, answer)
				}
			}
		}
		file := exported(t, env, administrator, made.account)
		for _, reason := range []string{whyAmended, whyHeld, whyLifted} {
			if !strings.Contains(file, reason) {
				t.Errorf("the exported audit does not tell %q", reason)
			}
		}
		if strings.Contains(file, whyInside) {
			t.Errorf("the exported audit tells the reason for a change of what customers do not see: %s", file)
		}
	})
}
