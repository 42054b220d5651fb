package httpd

import "github.com/muniment/muniment/internal/fault"

// The codes of requests that are refused before GraphQL processes them.
const (
	// ForeignHost: the Host header is not a name of this server.
	ForeignHost fault.Code = "FOREIGN_HOST"
	// ForeignOrigin: a page of another origin sent the request.
	ForeignOrigin fault.Code = "FOREIGN_ORIGIN"
	// NoSuchPath: nothing is served under this path.
	NoSuchPath fault.Code = "NO_SUCH_PATH"
	// MethodNotAllowed: the path, or the operation, does not take this HTTP method.
	MethodNotAllowed fault.Code = "METHOD_NOT_ALLOWED"
	// UnsupportedMediaType: the body is not uncompressed JSON in UTF-8.
	UnsupportedMediaType fault.Code = "UNSUPPORTED_MEDIA_TYPE"
	// NotAcceptable: none of the accepted media types is JSON.
	NotAcceptable fault.Code = "NOT_ACCEPTABLE"
	// BodyTooLarge: the body is longer than 256 KiB.
	BodyTooLarge fault.Code = "BODY_TOO_LARGE"
	// ViewerChanged: a page sends a request for somebody who is no longer signed in in its browser.
	ViewerChanged fault.Code = "VIEWER_CHANGED"
	// DocumentNotAllowed: the widget token is not for this document.
	DocumentNotAllowed fault.Code = "DOCUMENT_NOT_ALLOWED"
	// TrustedDocumentsOnly: a browser session sent the text of a document.
	TrustedDocumentsOnly fault.Code = "TRUSTED_DOCUMENTS_ONLY"
	// MalformedRequest: the body or the query string is not a GraphQL request.
	MalformedRequest fault.Code = "MALFORMED_REQUEST"
)

// The codes of operations that are refused before they run.
const (
	// ParseFailed: the document is not GraphQL.
	ParseFailed fault.Code = "GRAPHQL_PARSE_FAILED"
	// ValidationFailed: the document does not fit the schema.
	ValidationFailed fault.Code = "GRAPHQL_VALIDATION_FAILED"
	// QueryTooLarge: the document is too long, nested too deeply, or selects too many fields.
	QueryTooLarge fault.Code = "QUERY_TOO_LARGE"
	// QueryTooCostly: the pages of the operation could have too many rows in total.
	QueryTooCostly fault.Code = "QUERY_TOO_COSTLY"
)
