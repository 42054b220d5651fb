package httpd

import (
	"encoding/json"
	"net/http"
	"path"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/fault"
)

const (
	provisioningPath = "/scim/v2"
	scimJSON         = "application/scim+json"
	scimError        = "urn:ietf:params:scim:api:messages:2.0:Error"
)

// ofProvisioning tells whether a request is one of a directory, by its path.
func ofProvisioning(r *http.Request) bool {
	asked := strings.ToLower(path.Clean("/" + r.URL.Path))
	return asked == provisioningPath || strings.HasPrefix(asked, provisioningPath+"/")
}

// refuseProvisioning answers with an error of SCIM (RFC 7644, 3.12), whose detail begins with the code.
func refuseProvisioning(w http.ResponseWriter, r *http.Request, status int, f *fault.Error) {
	noteErrors(r.Context(), gqlerror.List{asGraphQL(f)})
	body := struct {
		Schemas []string `json:"schemas"`
		Status  string   `json:"status"`
		Detail  string   `json:"detail"`
	}{[]string{scimError}, strconv.Itoa(status), strings.TrimSpace(string(f.Code) + ": " + f.Message + " " + f.Remedy)}
	text, err := json.Marshal(body)
	if err != nil { // texts can always be written
		text = []byte(`{"schemas":["` + scimError + `"],"status":"500"}`)
	}
	header := w.Header()
	header.Set("Content-Type", scimJSON+"; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(append(text, '\n')) // the client may have gone; there is nobody else to tell
}
