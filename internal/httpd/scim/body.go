package scim

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/httpd/escape"
	"github.com/muniment/muniment/internal/httpd/media"
)

// maxBody limits a request body, in bytes.
const maxBody = 1 << 20

// readBody reads a body that must be one JSON object.
func readBody(w http.ResponseWriter, r *http.Request) (map[string]any, error) {
	sent, ok := media.Parse(r.Header.Get("Content-Type"))
	if !ok || sent.Name != mediaType && sent.Name != "application/json" || !sent.UTF8() {
		return nil, refusal(http.StatusUnsupportedMediaType, "", unsupportedMediaType, "Send the body as "+
			mediaType+" in UTF-8.")
	}
	text, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var long *http.MaxBytesError
	if errors.As(err, &long) {
		return nil, refusal(http.StatusRequestEntityTooLarge, "", bodyTooLarge,
			"The body is larger than 1 MiB. Send the members in several requests.")
	}
	if err != nil {
		return nil, badSyntax("The body did not arrive completely.")
	}
	if !utf8.Valid(text) {
		return nil, badSyntax("The body is not UTF-8.")
	}
	var body map[string]any
	if err := json.Unmarshal(text, &body); err != nil || body == nil {
		return nil, badSyntax("The body is not a JSON object.")
	}
	if path, half := escape.HalfInJSON("", string(text)); half != "" {
		return nil, badValue("The attribute " + path + " holds " + half + ", which is half a character.")
	}
	if name := duplicateName(text); name != "" {
		return nil, badSyntax("The body gives one attribute twice: " + name + ".")
	}
	return body, nil
}

// duplicateName returns a name that occurs twice in one object of a JSON text, or "". Such a text is ambiguous,
// because JSON parsers differ in which of the two they use. Attribute names are case-insensitive (RFC 7643, section
// 2.1).
func duplicateName(text []byte) string {
	decoder := json.NewDecoder(bytes.NewReader(text))
	// open holds the names seen in each enclosing object; nil for an array.
	var open []map[string]bool
	name := false // whether the next string is a name
	for {
		token, err := decoder.Token()
		if err != nil {
			return ""
		}
		switch t := token.(type) {
		case json.Delim:
			switch t {
			case '{':
				open = append(open, map[string]bool{})
			case '[':
				open = append(open, nil)
			default:
				open = open[:len(open)-1]
			}
		case string:
			if name {
				names, folded := open[len(open)-1], strings.ToLower(t)
				if names[folded] {
					return t
				}
				names[folded], name = true, false
				continue
			}
		}
		name = len(open) > 0 && open[len(open)-1] != nil
	}
}
