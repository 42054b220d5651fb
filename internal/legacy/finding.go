package legacy

import "fmt"

// Severity is the severity of a finding.
type Severity uint8

// The severities, in rising order.
const (
	// Info: worth knowing; nothing needs to be done.
	Info Severity = iota + 1
	// Warning: the record is imported by a documented rule, but should be reviewed.
	Warning
	// Error: the row cannot be imported as it is. Nothing is applied while there are errors, unless invalid rows are
	// skipped on request.
	Error
)

var severityNames = [...]string{"", "INFO", "WARNING", "ERROR"}

// String returns INFO, WARNING or ERROR.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return fmt.Sprintf("severity(%d)", uint8(s))
}

// MarshalText returns INFO, WARNING or ERROR.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote. Any other text is an error.
func (s *Severity) UnmarshalText(text []byte) error {
	for i, name := range severityNames {
		if i > 0 && name == string(text) {
			*s = Severity(i)
			return nil
		}
	}
	return fmt.Errorf("unknown severity %.40q", text)
}

// Finding is the result of a rule about a record or a file.
type Finding struct {
	Rule     Rule     `json:"rule"`
	Severity Severity `json:"severity"`
	Kind     Kind     `json:"kind"`
	// LegacyID is the key of the record in the older system; the parts of a key are joined by " / ".
	LegacyID string `json:"legacyId,omitempty"`
	// RelatedIDs are the keys of the other records that the finding is about.
	RelatedIDs []string `json:"relatedIds,omitempty"`
	File       string   `json:"file,omitempty"`
	Line       int64    `json:"line,omitempty"` // of the file, from 1; 0 if the finding is about the file as a whole
	Message    string   `json:"message"`
	Remedy     string   `json:"remedy,omitempty"`
}
