//go:build shelved

package scim

import (
	"errors"
	"net/http"

	scim "github.com/elimity-com/scim/errors"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/store"
)

// refusal is an error for the client.
func refusal(status int, kind scim.ScimType, detail string) error {
	return scim.ScimError{Status: status, ScimType: kind, Detail: detail}
}

func badFilter(detail string) error {
	return refusal(http.StatusBadRequest, scim.ScimTypeInvalidFilter, detail)
}

func badPath(detail string) error {
	return refusal(http.StatusBadRequest, scim.ScimTypeInvalidPath, detail)
}

func badValue(detail string) error {
	return refusal(http.StatusBadRequest, scim.ScimTypeInvalidValue, detail)
}

func badSyntax(detail string) error {
	return refusal(http.StatusBadRequest, scim.ScimTypeInvalidSyntax, detail)
}

func readOnly(attribute string) error {
	return refusal(http.StatusBadRequest, scim.ScimTypeMutability, "The attribute "+attribute+" is kept here and cannot be set.")
}

func tooMany(detail string) error {
	return refusal(http.StatusBadRequest, scim.ScimTypeTooMany, detail)
}

// taken does not tell by whom: that may be another customer's user.
func taken() error {
	return refusal(http.StatusConflict, scim.ScimTypeUniqueness, "This name is in use, or cannot be used by this account.")
}

func notFound() error {
	return refusal(http.StatusNotFound, "", "There is no such resource.")
}

// changed says that the client knows an older version.
func changed() error {
	return refusal(http.StatusPreconditionFailed, "", "The resource was changed since. Read it again.")
}

// notAllowedError says which methods a path takes.
type notAllowedError struct {
	error
	methods string
}

func (e notAllowedError) Unwrap() error { return e.error }

func notAllowed(methods string) error {
	return notAllowedError{refusal(http.StatusMethodNotAllowed, "", "This path takes "+methods+"."), methods}
}

// lastAdministrator gives the refusal of the rule its SCIM form, which is known by the code in its detail.
func lastAdministrator(err error) error {
	refusals := change.Refusals(err)
	if len(refusals) == 0 {
		return err
	}
	return refusal(http.StatusConflict, scim.ScimTypeMutability, detailOf(refusals[0]))
}

func detailOf(f *fault.Error) string {
	detail := string(f.Code) + ": " + f.Message
	if f.Remedy != "" {
		detail += " " + f.Remedy
	}
	return detail
}

// inSCIM gives an error its SCIM form. known is false for a failure of the server, of which the client hears nothing.
func inSCIM(err error) (answer scim.ScimError, known bool) {
	if errors.As(err, &answer) {
		return answer, true
	}
	if refusals := change.Refusals(err); len(refusals) > 0 {
		f := refusals[0]
		status, kind := http.StatusBadRequest, scim.ScimTypeInvalidValue
		switch f.Code {
		case change.Unauthenticated:
			status, kind = http.StatusUnauthorized, ""
		case change.Forbidden, change.ReadOnly:
			status, kind = http.StatusForbidden, ""
		case fault.NotFound:
			status, kind = http.StatusNotFound, ""
		case change.HomeElsewhere, change.IdempotencyConflict:
			status, kind = http.StatusConflict, ""
		}
		return scim.ScimError{Status: status, ScimType: kind, Detail: detailOf(f)}, true
	}
	for _, busy := range []error{store.ErrTimeout, store.ErrBusy, store.ErrUnavailable, store.ErrFull, store.ErrReadOnly} {
		if errors.Is(err, busy) {
			return scim.ScimError{Status: http.StatusServiceUnavailable, Detail: "The database does not answer for now. Try again in a moment."}, false
		}
	}
	return scim.ScimError{Status: http.StatusInternalServerError, Detail: "Something broke here. Try again, or tell the operator the time."}, false
}
