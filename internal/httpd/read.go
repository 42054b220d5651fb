package httpd

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/tidwall/gjson"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/httpd/escape"
	"github.com/muniment/muniment/internal/httpd/media"
	"github.com/muniment/muniment/internal/viewer"
)

type refusal struct {
	status int
	fault  *fault.Error
}

func malformed(field, message, remedy string, parameters ...fault.Parameter) *refusal {
	return &refusal{http.StatusBadRequest, fault.New(MalformedRequest, field, message, remedy, parameters...)}
}

// tooLong refuses a body of a length; -1 if it is not known.
func tooLong(length int64) *refusal {
	parameters := []fault.Parameter{fault.WithNumber("max", maxBody)}
	if length > maxBody {
		parameters = append(parameters, fault.WithNumber("given", length))
	}
	return &refusal{http.StatusRequestEntityTooLarge, fault.New(BodyTooLarge, "",
		"The body is longer than {max} bytes.", "Split the request into several.", parameters...)}
}

func readBody(w http.ResponseWriter, r *http.Request) (*asked, *refusal) {
	if bad := checkMediaType(r.Header); bad != nil {
		return nil, bad
	}
	if r.ContentLength > maxBody {
		return nil, tooLong(r.ContentLength)
	}
	buffer := bytes.NewBuffer(make([]byte, 0, max(r.ContentLength, 0)+bytes.MinRead))
	_, err := buffer.ReadFrom(http.MaxBytesReader(w, r.Body, maxBody))
	body := buffer.Bytes()
	if err != nil {
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			return nil, tooLong(r.ContentLength)
		}
		return nil, malformed("", "The body ended too early.", "Send the whole body.")
	}
	if !utf8.Valid(body) {
		return nil, malformed("", "The body is not UTF-8.", "Send the body in UTF-8.")
	}
	return readObject(body)
}

func checkMediaType(header http.Header) *refusal {
	unsupported := func(message string) *refusal {
		return &refusal{http.StatusUnsupportedMediaType,
			fault.New(UnsupportedMediaType, "Content-Type", message, "Send JSON with Content-Type: application/json.")}
	}
	sent, ok := media.Parse(header.Get("Content-Type"))
	if !ok || sent.Name != plainJSON {
		return unsupported("The header Content-Type does not say that the body is JSON.")
	}
	if !sent.UTF8() {
		return unsupported("The header Content-Type does not say that the body is UTF-8.")
	}
	if encoding := header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		return &refusal{http.StatusUnsupportedMediaType,
			fault.New(UnsupportedMediaType, "Content-Encoding", "Compressed bodies are not accepted.",
				"Send the body without compression.")}
	}
	return nil
}

// asked is an operation as a client sends it: by its text, or by the hash of a document that the server knows.
type asked struct {
	graphql.RawParams
	// documentID is the member documentId, by which the specification of GraphQL over HTTP names a document.
	documentID string
}

// readObject parses {"query": …, "documentId": …, "operationName": …, "variables": …, "extensions": …}. Other names are
// ignored, as the specification requires. A name that is given twice is refused, because parsers differ in which of the
// two they use.
func readObject(body []byte) (*asked, *refusal) {
	whole := gjson.ParseBytes(body)
	if !whole.IsObject() || !json.Valid(body) {
		return nil, malformed("", "The body is not one JSON object.",
			`Send {"query": "…", "variables": {…}} and nothing after it.`)
	}
	parts, twice := map[string]string{}, false
	whole.ForEach(func(name, value gjson.Result) bool {
		_, twice = parts[name.Str]
		parts[name.Str] = value.Raw
		return !twice
	})
	if twice {
		return nil, malformed("", "The body has a name twice.", "Send each name once.")
	}
	params := &asked{}
	if bad := text(parts["query"], "query", &params.Query); bad != nil {
		return nil, bad
	}
	if bad := text(parts["documentId"], "documentId", &params.documentID); bad != nil {
		return nil, bad
	}
	if bad := text(parts["operationName"], "operationName", &params.OperationName); bad != nil {
		return nil, bad
	}
	if bad := object(parts["variables"], "variables", &params.Variables); bad != nil {
		return nil, bad
	}
	if bad := object(parts["extensions"], "extensions", &params.Extensions); bad != nil {
		return nil, bad
	}
	return params, requireQuery(params)
}

// parseQuery reads the query string. PostgreSQL stores only UTF-8, so nothing else goes further.
func parseQuery(r *http.Request) (url.Values, *refusal) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, malformed("", "The query string cannot be read.", "Encode its values for a URL.")
	}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if !utf8.ValidString(name) {
			return nil, malformed("", "The query string is not UTF-8.", "Encode it in UTF-8.")
		}
		if slices.ContainsFunc(values[name], func(value string) bool { return !utf8.ValidString(value) }) {
			return nil, malformed(name, "The query string is not UTF-8.", "Encode it in UTF-8.")
		}
	}
	return values, nil
}

// readableQuery refuses requests whose query string cannot be read.
func readableQuery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, bad := parseQuery(r); bad != nil {
			refuse(w, r, bad.status, bad.fault)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func readQueryString(r *http.Request) (*asked, *refusal) {
	values, bad := parseQuery(r)
	if bad != nil {
		return nil, bad
	}
	for _, name := range [...]string{"query", "documentId", "operationName", "variables", "extensions"} {
		if len(values[name]) > 1 {
			return nil, malformed(name, "The query string has a name twice.", "Send each name once.")
		}
	}
	params := &asked{documentID: values.Get("documentId")}
	params.Query, params.OperationName = values.Get("query"), values.Get("operationName")
	if bad := object(values.Get("variables"), "variables", &params.Variables); bad != nil {
		return nil, bad
	}
	if bad := object(values.Get("extensions"), "extensions", &params.Extensions); bad != nil {
		return nil, bad
	}
	return params, requireQuery(params)
}

// requireQuery refuses a request without a document, and one whose text is not the document that its hash names.
func requireQuery(params *asked) *refusal {
	hash, bad := params.hash()
	if bad != nil {
		return bad
	}
	if !params.hasText() {
		if hash == "" {
			return malformed("query", "There is no query.",
				"Send a GraphQL document as query, or the SHA-256 of one that the server knows as documentId or "+
					"extensions.persistedQuery.sha256Hash; or open /playground/ in a browser.")
		}
		return nil
	}
	if sum := sha256.Sum256([]byte(params.Query)); hash != "" && hash != hex.EncodeToString(sum[:]) {
		return malformed(params.hashField(), "The hash is not that of the query.",
			"Send the query or its hash, not both.")
	}
	return nil
}

const persistedQuery = "extensions.persistedQuery"

// hasText reports whether the client sent the text of a document.
func (a *asked) hasText() bool { return strings.TrimSpace(a.Query) != "" }

// hashField is the place of the hash in the request.
func (a *asked) hashField() string {
	if a.documentID != "" {
		return "documentId"
	}
	return persistedQuery + ".sha256Hash"
}

// hash returns the hash of a document that a client sends in place of its text, in lower-case hexadecimal, or "" if
// there is none. It is the documentId, of which the prefix "sha256:" may be left out, or it has the form of Apollo's
// persisted queries: {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "…"}}}.
func (a *asked) hash() (string, *refusal) {
	persisted, bad := persistedHash(a.Extensions["persistedQuery"])
	named := strings.TrimPrefix(strings.ToLower(a.documentID), "sha256:")
	switch {
	case bad != nil || named == "":
		return persisted, bad
	case persisted != "" && persisted != named:
		return "", malformed("documentId", "The request names two documents.",
			"Send documentId or extensions.persistedQuery, not both.")
	}
	return named, nil
}

func persistedHash(given any) (string, *refusal) {
	if given == nil {
		return "", nil
	}
	const remedy = `Send {"version": 1, "sha256Hash": "…"}, or leave it out.`
	persisted, _ := given.(map[string]any)
	if persisted["version"] != json.Number("1") {
		return "", malformed(persistedQuery+".version", "This version of persisted queries is not known.", remedy)
	}
	hash, _ := persisted["sha256Hash"].(string)
	if hash == "" {
		return "", malformed(persistedQuery+".sha256Hash", "There is no hash.", remedy)
	}
	return strings.ToLower(hash), nil
}

// fillIn sets the text of the document whose hash a client sent in place of it.
func (t transport) fillIn(r *http.Request, params *asked) *refusal {
	if params.hasText() {
		return nil
	}
	hash, bad := params.hash()
	if bad != nil {
		return bad
	}
	text, found, err := "", false, error(nil)
	if t.documents != nil {
		text, found, err = t.documents(r.Context(), hash)
	}
	if err != nil {
		f := presenter{t.log}.fault(r.Context(), err, "")
		if f.Code == fault.Unavailable || f.Code == fault.Timeout {
			return &refusal{http.StatusServiceUnavailable, f}
		}
		return &refusal{http.StatusInternalServerError, f}
	}
	if !found {
		return &refusal{http.StatusBadRequest, documentUnknown(params.hashField(), viewer.From(r.Context()))}
	}
	params.Query = text
	return nil
}

func documentUnknown(field string, v *viewer.Viewer) *fault.Error {
	const message = "The server knows no document with this hash."
	if v != nil && !v.SendsText() {
		return fault.New(access.DocumentUnknown, field, message,
			"If a page of this server sent it, reload the page: the server has been updated since.")
	}
	return fault.New(access.DocumentUnknown, field, message, "Send the text of the document as query, or register it.")
}

// text parses a JSON string.
func text(raw, name string, to *string) *refusal {
	switch value := gjson.Parse(raw); value.Type {
	case gjson.Null: // also if it is missing
	case gjson.String:
		if bad := halves(raw, name); bad != nil {
			return bad
		}
		*to = value.Str
	default:
		return malformed(name, "{name} is not a string.", "Send a JSON string.", fault.WithText("name", name))
	}
	return nil
}

// object parses a JSON object and keeps its numbers as json.Number, so that large integers do not become floats.
func object(raw, name string, to *map[string]any) *refusal {
	if raw == "" || raw == "null" {
		return nil
	}
	decoder := json.NewDecoder(strings.NewReader(raw))
	decoder.UseNumber()
	err := decoder.Decode(to)
	if err == nil {
		_, err = decoder.Token()
	}
	if !errors.Is(err, io.EOF) {
		return malformed(name, "{name} is not a JSON object.", `Send an object such as {"id": "…"}.`,
			fault.WithText("name", name))
	}
	return halves(raw, name)
}

// halves refuses a JSON text in which an escape is one half of a character. Its name is the path of the text.
func halves(raw, name string) *refusal {
	if path, half := escape.HalfInJSON(name, raw); half != "" {
		return &refusal{http.StatusBadRequest, refuseEscape(path, half)}
	}
	return nil
}

// readsOnly reports whether the operation of a GET request is a query. A document that cannot be parsed counts as one,
// so that it gets the same error as by POST.
func readsOnly(params *graphql.RawParams) bool {
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: params.Query}, maxTokens)
	if err != nil || document == nil {
		return true
	}
	operation := document.Operations.ForName(params.OperationName)
	return operation == nil || operation.Operation == ast.Query
}
