package httpd_test

import (
	"testing"

	"github.com/muniment/muniment/internal/httpd"
)

// Filters are judged before anybody asks, also those that depend on the time.
func TestFiltersAreJudgedWithoutAServer(t *testing.T) {
	for _, document := range []string{
		`{ account(id: "acct_02SJ59WBY0P3D") { invitations(first: 1, filter: { state: [OPEN] }) { totalCount } } }`,
		`{ account(id: "acct_02SJ59WBY0P3D") { accessRequests(first: 1, filter: { state: [OPEN] }) { totalCount } } }`,
		`{ account(id: "acct_02SJ59WBY0P3D") { memberships(filter: { current: true }) { totalCount } } }`,
		`{ lineItems(first: 1, filter: { endsBetween: { from: "2026-01-01", to: "2026-02-01" } }) { totalCount } }`,
	} {
		if err := httpd.CheckDocument(document); err != nil {
			t.Errorf("%s: %v", document, err)
		}
	}
}
