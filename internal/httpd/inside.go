package httpd

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"github.com/tidwall/gjson"
)

// inside runs a trusted document for the viewer in the context of a request, as if their browser had sent its hash. It
// returns the data, or nil if there are errors.
func inside(operations http.Handler) func(ctx context.Context, hash string, variables map[string]any) json.RawMessage {
	return func(ctx context.Context, hash string, variables map[string]any) json.RawMessage {
		body, err := json.Marshal(map[string]any{"documentId": hash, "variables": variables})
		if err != nil {
			return nil
		}
		// a record of its own, because the log tells of the request for the page
		ctx = context.WithValue(ctx, recordKey{}, &record{id: RequestID(ctx)})
		request, err := http.NewRequestWithContext(ctx, http.MethodPost, graphqlPath, bytes.NewReader(body))
		if err != nil {
			return nil
		}
		request.Header.Set("Content-Type", plainJSON)
		answer := &buffered{header: http.Header{}}
		operations.ServeHTTP(answer, request)
		if answer.status != http.StatusOK || gjson.GetBytes(answer.body.Bytes(), "errors").Exists() {
			return nil
		}
		if data := gjson.GetBytes(answer.body.Bytes(), "data"); data.IsObject() {
			return json.RawMessage(data.Raw)
		}
		return nil
	}
}

// buffered keeps an answer.
type buffered struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (b *buffered) Header() http.Header { return b.header }

func (b *buffered) WriteHeader(status int) { b.status = status }

func (b *buffered) Write(part []byte) (int, error) { return b.body.Write(part) }
