package scim

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
)

// maxBody is in bytes.
const maxBody = 1 << 20

// readBody reads a body that is one JSON object.
func readBody(w http.ResponseWriter, r *http.Request) (map[string]any, error) {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != mediaType && media != "application/json" {
		return nil, refusal(http.StatusUnsupportedMediaType, "", unsupportedMediaType, "Send the body as "+mediaType+".")
	}
	text, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var long *http.MaxBytesError
	if errors.As(err, &long) {
		return nil, refusal(http.StatusRequestEntityTooLarge, "", bodyTooLarge, "A body has at most 1 MiB. Send the members in several requests.")
	}
	if err != nil {
		return nil, badSyntax("The body did not arrive whole.")
	}
	var body map[string]any
	if err := json.Unmarshal(text, &body); err != nil || body == nil {
		return nil, badSyntax("The body is not a JSON object.")
	}
	return body, nil
}
