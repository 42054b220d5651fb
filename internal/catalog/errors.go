package catalog

import (
	"errors"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
)

// Error codes of this package.
const (
	// CodeTaken: another object of the same type has the code.
	CodeTaken fault.Code = "CODE_TAKEN"
	// NameTaken: another object of the same type has the name.
	NameTaken fault.Code = "NAME_TAKEN"
	// Retired: the object is retired, so that nothing new may refer to it.
	Retired fault.Code = "RETIRED"
	// NotOffered: the product is not offered on the day on which a right to it would start.
	NotOffered fault.Code = "NOT_OFFERED"
	// AlreadySold: rights were granted under the part number, so that what it stands for does not change.
	AlreadySold fault.Code = "ALREADY_SOLD"
	// NotASuite: only a suite has members.
	NotASuite fault.Code = "NOT_A_SUITE"
	// SuiteInSuite: a suite cannot contain a suite.
	SuiteInSuite fault.Code = "SUITE_IN_SUITE"
	// DayTooEarly: terms or a price would start on a day on which others apply already.
	DayTooEarly fault.Code = "DAY_TOO_EARLY"
	// PartNumberIncomplete: it is not known what the part number stands for.
	PartNumberIncomplete fault.Code = "PART_NUMBER_INCOMPLETE"
	// TermsNotValid: the license model has no terms on the first day of the right.
	TermsNotValid fault.Code = "TERMS_NOT_VALID"
	// UnitMismatch: the two units do not convert into each other.
	UnitMismatch fault.Code = "UNIT_MISMATCH"
	// AlreadyValid: the price is valid, or was, so that it stays.
	AlreadyValid fault.Code = "ALREADY_VALID"
)

func badInput(field, message, remedy string, parameters ...fault.Parameter) *fault.Error {
	return fault.New(fault.BadInput, field, message, remedy, parameters...)
}

// found returns the row of an object that a change names, or NOT_FOUND.
func found[T any](row *T, err error, field, typename string, id gid.ID) (*T, error) {
	if ent.IsNotFound(err) {
		return nil, fault.Missing(field, typename, id)
	}
	return row, wrap("read the "+typename, err)
}

// refusals collects what is wrong with an input, so that one answer tells all of it.
type refusals []error

func (r *refusals) add(refusal *fault.Error) { *r = append(*r, refusal) }

// addIf adds a refusal and returns nil, or returns the error if it is a failure of the server.
func (r *refusals) addIf(err error) error {
	var refusal *fault.Error
	if errors.As(err, &refusal) {
		r.add(refusal)
		return nil
	}
	return err
}

// retired adds RETIRED if an object to which something new would refer is retired.
func (r *refusals) retired(field string, id gid.ID, label string, at *clock.Instant) {
	if at != nil {
		r.add(fault.New(Retired, field, "{name} is retired.",
			"Name another one, or send retired: false in the mutation that changes it.",
			fault.With("name", value.OfReference(id, label))))
	}
}

func (r refusals) err() error { return errors.Join(r...) }
