package graph_test

import (
	"fmt"
	"testing"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// renewingExamples returns the input of an example for every mutation that renews, for an operator.
func renewingExamples(t *testing.T, env *testenv.Env) map[string]map[string]any {
	t.Helper()
	part, version := gid.New(gid.PartNumber, 0), gid.New(gid.LicenseModelVersion, 0)
	first, last := testenv.Today-10, testenv.Today+10
	var lines []gid.ID
	env.Fill(t, func(f *testenv.Fixture) {
		f = f.After(13000)
		account := f.Account("renewer")
		header := f.Entitlement(account, "RENEW-1")
		for i, term := range []vocabulary.Term{vocabulary.TermSubscription, vocabulary.TermTrial} {
			line := f.Line(account, header, f.Seat, fmt.Sprintf("RENEW-1-%d", i), 0)
			if err := f.Period(account, line, &first, &last, 5).SetTerm(term).Exec(f.Context()); err != nil {
				t.Fatal(err)
			}
			lines = append(lines, line)
		}
		for _, err := range []error{
			f.Client().LicenseModelVersion.Create().SetID(version).SetLicenseModelID(f.LicenseModel).SetNumber(7001).
				SetValidFrom(0).SetGraceDays(0).SetOverdraftAllowed(false).SetOfflineAllowed(false).Exec(f.Context()),
			f.Client().PartNumber.Create().SetID(part).SetCode("RENEW-1").SetProductID(f.Product).SetUnitID(f.Seat).
				SetLicenseModelID(f.LicenseModel).SetTerm(vocabulary.TermSubscription).
				SetStartRule(vocabulary.StartRuleFixed).SetTermLength(1).SetTermUnit(vocabulary.TermUnitYears).
				SetPackSize(5).SetCoverageKind(vocabulary.CoverageKindSupport).Exec(f.Context()),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	price := map[string]any{"amount": "12.50", "currency": "EUR"}
	return map[string]map[string]any{
		"renewLineItems": {"lines": []any{map[string]any{"lineItem": lines[0].String(), "partNumber": part.String(),
			"pieces": 2, "price": price, "orderNumber": "4711", "orderLine": "10"}}},
		"convertTrial": {"lineItem": lines[1].String(), "partNumber": part.String(), "quantity": "7", "price": price,
			"orderNumber": "4711"},
	}
}
