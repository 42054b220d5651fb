package vocabulary

import "io"

// ResetInterval is when a meter is reset to zero.
type ResetInterval string

// The values of ResetInterval.
const (
	// ResetIntervalNever: it is never reset.
	ResetIntervalNever ResetInterval = "NEVER"
	// ResetIntervalMonth: on the first day of a month.
	ResetIntervalMonth ResetInterval = "MONTH"
	// ResetIntervalQuarter: on the first day of a quarter.
	ResetIntervalQuarter ResetInterval = "QUARTER"
	// ResetIntervalYear: on the first day of a year.
	ResetIntervalYear ResetInterval = "YEAR"
)

// Values lists every ResetInterval in the order of the contract.
func (ResetInterval) Values() []string {
	return texts(ResetIntervalNever, ResetIntervalMonth, ResetIntervalQuarter, ResetIntervalYear)
}

// MarshalGQL writes the enum value.
func (v ResetInterval) MarshalGQL(w io.Writer) { marshal(w, string(v)) }

// UnmarshalGQL reads the enum value; it returns ErrUnknown for any other text.
func (v *ResetInterval) UnmarshalGQL(in any) error { return unmarshal(v, in, v.Values()) }
