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

// The pages of the server may ask for what only operators of the producer see; widgets may not.
func TestDocumentsForOperators(t *testing.T) {
	const document = `query Widgets { widgetDocuments { hash } }`
	if err := httpd.CheckPageDocument(document); err != nil {
		t.Errorf("for a page: %v", err)
	}
	if err := httpd.CheckDocument(document); err == nil {
		t.Error("for a widget: no error")
	}
	if err := httpd.CheckPageDocument(`query Lost { lost }`); err == nil {
		t.Error("a field that is not in the contract: no error")
	}
}
