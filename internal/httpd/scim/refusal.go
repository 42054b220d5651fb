package scim

import (
	"context"
	"errors"
	"net/http"
	"strings"

	scim "github.com/elimity-com/scim/errors"

	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
)

// The codes of errors that this package shares with GraphQL.
const (
	noSuchPath           fault.Code = "NO_SUCH_PATH"
	methodNotAllowed     fault.Code = "METHOD_NOT_ALLOWED"
	bodyTooLarge         fault.Code = "BODY_TOO_LARGE"
	unsupportedMediaType fault.Code = "UNSUPPORTED_MEDIA_TYPE"
	versionChanged       fault.Code = "VERSION_CHANGED"
)

// refusal returns an error for the client, whose detail begins with the code.
func refusal(status int, kind scim.ScimType, code fault.Code, detail string) error {
	return scim.ScimError{Status: status, ScimType: kind, Detail: string(code) + ": " + detail}
}

func badRequest(kind scim.ScimType, detail string) error {
	return refusal(http.StatusBadRequest, kind, fault.BadInput, detail)
}

func badFilter(detail string) error { return badRequest(scim.ScimTypeInvalidFilter, detail) }

func badPath(detail string) error { return badRequest(scim.ScimTypeInvalidPath, detail) }

func badValue(detail string) error { return badRequest(scim.ScimTypeInvalidValue, detail) }

func badSyntax(detail string) error { return badRequest(scim.ScimTypeInvalidSyntax, detail) }

func tooMany(detail string) error { return badRequest(scim.ScimTypeTooMany, detail) }

// invalid adds the code to an error of the SCIM library.
func invalid(refused scim.ScimError) error {
	return refusal(refused.Status, refused.ScimType, fault.BadInput, refused.Detail)
}

func readOnly(attribute string) error {
	return badRequest(scim.ScimTypeMutability, "The attribute "+attribute+" is kept here and cannot be set.")
}

// tooBroad returns the error for a filter, or a page, for which too much would have to be read.
func tooBroad(detail string) error {
	return refusal(http.StatusBadRequest, scim.ScimTypeTooMany, fault.FilterTooBroad, detail)
}

func notFound() error {
	return refusal(http.StatusNotFound, "", fault.NotFound, "There is no such resource.")
}

// changed returns the error for a client that has an older version.
func changed() error {
	return refusal(http.StatusPreconditionFailed, "", versionChanged,
		"The resource was changed in the meantime. Read it again.")
}

// notAllowedError adds the allowed methods of a path.
type notAllowedError struct {
	error
	methods string
}

func (e notAllowedError) Unwrap() error { return e.error }

func notAllowed(methods string) error {
	return notAllowedError{
		refusal(http.StatusMethodNotAllowed, "", methodNotAllowed, "This path takes "+methods+"."), methods}
}

// toSCIMError converts an error to its SCIM form. known is false for a failure of the server, whose details are not
// sent to the client.
func toSCIMError(err error) (answer scim.ScimError, known bool) {
	if errors.As(err, &answer) {
		return answer, true
	}
	if refusals := change.Refusals(err); len(refusals) > 0 {
		f := refusals[0]
		status, kind := statusOf(f.Code)
		return scim.ScimError{Status: status, ScimType: kind, Detail: detailOf(f)}, true
	}
	if outage := store.Outage(err); outage != nil {
		ended := errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
		return scim.ScimError{Status: http.StatusServiceUnavailable, Detail: detailOf(outage)},
			ended && !errors.Is(err, store.ErrTimeout)
	}
	return scim.ScimError{Status: http.StatusInternalServerError,
		Detail: string(fault.Internal) + ": Something broke here. Try again, or tell the operator the time."}, false
}

// detailOf returns the detail for a fault: its code, message and remedy.
func detailOf(f *fault.Error) string {
	return strings.TrimSpace(string(f.Code) + ": " + f.Message + " " + f.Remedy)
}

// statusOf returns the HTTP status and the SCIM error type for a code.
func statusOf(code fault.Code) (int, scim.ScimType) {
	switch code {
	case change.Unauthenticated:
		return http.StatusUnauthorized, ""
	case change.Forbidden, change.ReadOnly:
		return http.StatusForbidden, ""
	case fault.NotFound:
		return http.StatusNotFound, ""
	case directory.UserNameTaken, directory.GroupNameTaken:
		return http.StatusConflict, scim.ScimTypeUniqueness
	case account.LastAdministrator:
		return http.StatusConflict, scim.ScimTypeMutability
	case change.HomeElsewhere, change.IdempotencyConflict:
		return http.StatusConflict, ""
	}
	return http.StatusBadRequest, scim.ScimTypeInvalidValue
}
