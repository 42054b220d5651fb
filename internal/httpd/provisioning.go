package httpd

import (
	"net/http"
	"path"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/scim"
)

// ofProvisioning reports whether the path of a request is one of SCIM.
func ofProvisioning(r *http.Request) bool {
	asked := strings.ToLower(path.Clean("/" + r.URL.Path))
	return asked == scim.Path || strings.HasPrefix(asked, scim.Path+"/")
}

// refuseProvisioning answers with an error of SCIM, and records it for the log.
func refuseProvisioning(w http.ResponseWriter, r *http.Request, status int, f *fault.Error) {
	noteErrors(r.Context(), gqlerror.List{asGraphQL(f)})
	scim.Refuse(w, status, f)
}
