package httpd

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/muniment/muniment/internal/fault"
)

const (
	plainJSON   = "application/json"
	graphqlJSON = "application/graphql-response+json"
)

// refuse answers with one error in the form of a GraphQL response, so that clients can parse all errors in the same
// way. Under the paths of SCIM it answers with an error of SCIM, and to a person in a browser with a page.
func refuse(w http.ResponseWriter, r *http.Request, status int, f *fault.Error) {
	if page, ok := r.Context().Value(errorPageKey{}).(ErrorPage); ok {
		noteErrors(r.Context(), gqlerror.List{asGraphQL(f)})
		page(w, r, status, f)
		return
	}
	if ofProvisioning(r) {
		refuseProvisioning(w, r, status, f)
		return
	}
	letWidgetsRead(w, r)
	write(w, r, status, plainJSON, gqlerror.List{asGraphQL(f)}, nil)
}

func asGraphQL(f *fault.Error) *gqlerror.Error {
	extensions := map[string]any{"code": string(f.Code)}
	if f.Field != "" {
		extensions["field"] = f.Field
	}
	if f.Remedy != "" {
		extensions["remedy"] = f.Remedy
	}
	if len(f.Parameters) > 0 {
		extensions["parameters"] = parametersOf(f.Parameters)
	}
	return &gqlerror.Error{Err: f, Message: f.Message, Extensions: extensions}
}

// write sends a response. data is already JSON and is sent unchanged. If it is nil, the response has no data member,
// as the GraphQL specification requires for a request that was not executed.
func write(w http.ResponseWriter, r *http.Request, status int, mediaType string, errors gqlerror.List,
	data json.RawMessage) {
	noteErrors(r.Context(), errors)
	header := w.Header()
	header.Set("Content-Type", mediaType+"; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	begin, end := []byte{'{'}, []byte("}\n")
	if len(errors) > 0 {
		text, err := json.Marshal(errors)
		if err != nil { // the presenter fills extensions with text only
			text = []byte(`[{"message":"The errors cannot be shown.","extensions":{"code":"INTERNAL"}}]`)
		}
		begin = append(append(begin, `"errors":`...), text...)
		if data != nil {
			begin = append(begin, ',')
		}
	}
	if data != nil {
		begin = append(begin, `"data":`...)
	}
	// otherwise long responses would be sent in chunks
	header.Set("Content-Length", strconv.Itoa(len(begin)+len(data)+len(end)))
	w.WriteHeader(status)
	for _, part := range [][]byte{begin, data, end} {
		_, _ = w.Write(part) // the client may have disconnected; nothing can be done about it
	}
}
