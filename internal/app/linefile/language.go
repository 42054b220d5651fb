package linefile

import "github.com/muniment/muniment/internal/vocabulary"

// Language is the language of headers and words in a file.
type Language string

// The languages.
const (
	English Language = "en"
	German  Language = "de"
)

// words are the words of a file in one language. A status is called as the portal calls it if nothing else is to be
// said of the line item; a test compares them.
type words struct {
	sheet     string
	note      string // account, day and number of line items
	unlimited string
	perpetual string
	status    map[string]string
}

func status(s vocabulary.Status) string { return string(s) }

var wordsOf = map[Language]words{
	English: {
		sheet: "Line items", note: "%s: line items as of %s (%d)", unlimited: "unlimited", perpetual: "perpetual",
		status: map[string]string{
			status(vocabulary.StatusWithdrawn):          "Withdrawn",
			status(vocabulary.StatusDraft):              "Draft",
			status(vocabulary.StatusTest):               "Test",
			status(vocabulary.StatusSuspended):          "Suspended",
			status(vocabulary.StatusOnHold):             "On hold",
			status(vocabulary.StatusAwaitingActivation): "Not activated yet",
			status(vocabulary.StatusFuture):             "Not begun",
			status(vocabulary.StatusSuperseded):         "Superseded",
			status(vocabulary.StatusInGrace):            "In grace",
			status(vocabulary.StatusExpired):            "Ended",
			status(vocabulary.StatusActive):             "Active",
		},
	},
	German: {
		sheet: "Positionen", note: "%s: Positionen am %s (%d)", unlimited: "unbegrenzt", perpetual: "dauerhaft",
		status: map[string]string{
			status(vocabulary.StatusWithdrawn):          "Zurückgezogen",
			status(vocabulary.StatusDraft):              "Entwurf",
			status(vocabulary.StatusTest):               "Test",
			status(vocabulary.StatusSuspended):          "Ausgesetzt",
			status(vocabulary.StatusOnHold):             "Angehalten",
			status(vocabulary.StatusAwaitingActivation): "Nicht aktiviert",
			status(vocabulary.StatusFuture):             "Beginnt noch",
			status(vocabulary.StatusSuperseded):         "Abgelöst",
			status(vocabulary.StatusInGrace):            "In Nachfrist",
			status(vocabulary.StatusExpired):            "Beendet",
			status(vocabulary.StatusActive):             "Aktiv",
		},
	},
}
