package signin_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/fault"
)

// The page of errors says what the server says, except where nothing is served.
func TestThePageOfErrorsSaysWhatIsMissing(t *testing.T) {
	d := open(t, nil, nil)
	const mistyped = "Nothing is served under this address."
	for code, want := range map[fault.Code]string{"NO_SUCH_PATH": mistyped,
		fault.NotFound: "There is no Account acct_1."} {
		w := httptest.NewRecorder()
		d.Refuse(w, httptest.NewRequest(http.MethodGet, "/export/access-review?account=acct_1", nil),
			http.StatusNotFound, fault.New(code, "account", "There is no Account acct_1.", "Check the id."))
		if text := w.Body.String(); w.Code != http.StatusNotFound || !strings.Contains(text, want) ||
			strings.Contains(text, mistyped) != (want == mistyped) {
			t.Errorf("%s: %d %s", code, w.Code, text)
		}
	}
}
