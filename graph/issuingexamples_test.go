package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// issuingExamples returns the input of an example for every mutation that issues, for an operator.
func issuingExamples(t *testing.T, env *testenv.Env, h *tenantFixture) map[string]map[string]any {
	t.Helper()
	part, version := gid.New(gid.PartNumber, 0), gid.New(gid.LicenseModelVersion, 0)
	var account, live, draft gid.ID
	env.Fill(t, func(f *testenv.Fixture) {
		f = f.After(12000)
		account = f.Account("buyer")
		live, draft = f.Entitlement(account, "LIVE-1"), f.Entitlement(account, "DRAFT-1")
		f.DecideFor(account, draft, vocabulary.DecisionDraft, testenv.Today, testenv.Today+1)
		item, sent := f.Line(account, draft, f.Seat, "DRAFT-1-1", 0), f.Line(account, live, f.Seat, "LIVE-1-1", 0)
		for _, err := range []error{
			f.Period(account, item, nil, nil, 5).Exec(f.Context()),
			f.Period(account, sent, nil, nil, 5).Exec(f.Context()),
			f.Client().LicenseModelVersion.Create().SetID(version).SetLicenseModelID(f.LicenseModel).SetNumber(7000).
				SetValidFrom(0).SetGraceDays(0).SetOverdraftAllowed(false).SetOfflineAllowed(false).Exec(f.Context()),
			f.Client().PartNumber.Create().SetID(part).SetCode("ISSUE-1").SetProductID(f.Product).SetUnitID(f.Seat).
				SetLicenseModelID(f.LicenseModel).SetTerm(vocabulary.TermSubscription).
				SetStartRule(vocabulary.StartRuleFixed).SetTermLength(1).SetTermUnit(vocabulary.TermUnitYears).
				SetPackSize(5).SetCoverageKind(vocabulary.CoverageKindSupport).Exec(f.Context()),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	return map[string]map[string]any{
		"issueEntitlement": {"account": account.String(), "number": "BOUGHT-1", "description": "At the fair",
			"shipToEmail": "goods@new.example", "orderReference": "PO-1", "state": "LIVE",
			"source": map[string]any{"externalId": "SO-1"}, "lines": []any{map[string]any{"partNumber": part.String(),
				"pieces": 2, "price": map[string]any{"amount": "12.50", "currency": "EUR"}, "orderLine": "10"}}},
		"deployEntitlement": {"entitlement": draft.String()},
		"sendActivationIds": {"entitlement": live.String(), "to": "goods@new.example"},
	}
}
