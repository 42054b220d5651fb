package issuing

import (
	"encoding/json"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/gid"
)

// saidLine is what a line of an order, or of a credit note, said when it was accepted last, and the line item that it
// became. It is kept beside the name of the order. So it is known what the order says otherwise than before, whatever
// was recorded without it since.
type saidLine struct {
	LineItem gid.ID
	// GivesBack is how much a line of a credit note gives back, in base units.
	GivesBack int64 `json:",omitempty"`
	Line
}

// contentOf returns the text that is stored of lines.
func contentOf(lines []saidLine) (string, error) {
	text, err := json.Marshal(lines)
	return string(text), wrap("write what the order says", err)
}

// saidBy returns what the lines of an order said, by their line items; nil if it was accepted before that was kept.
func saidBy(name *ent.ExternalID) (map[gid.ID][]saidLine, error) {
	if name == nil || name.SourceContent == nil {
		return nil, nil
	}
	var lines []saidLine
	if err := json.Unmarshal([]byte(*name.SourceContent), &lines); err != nil {
		return nil, wrap("read what the order said", err)
	}
	said := make(map[gid.ID][]saidLine, len(lines))
	for _, l := range lines {
		said[l.LineItem] = append(said[l.LineItem], l)
	}
	return said, nil
}

// repeats tells whether a field says the same as in a line that the order had before.
func (l *Line) repeats(field string, said *Line) bool {
	switch field {
	case "orderLine":
		return l.Name == said.Name
	case "activationId":
		return l.ActivationID == said.ActivationID
	case "partNumber":
		return l.PartNumber == said.PartNumber
	case "pieces":
		return l.PartNumber == said.PartNumber && l.Pieces == said.Pieces
	case "startsOn":
		return sameDay(l.StartsOn, said.StartsOn)
	case "endsOn":
		return sameDay(l.EndsOn, said.EndsOn)
	case "startsLatestOn":
		return sameDay(l.StartsLatestOn, said.StartsLatestOn)
	case "price":
		return l.Price.text() == said.Price.text()
	case "instalments":
		return slices.Equal(l.Instalments, said.Instalments)
	}
	return false
}

// text returns the form of a price; "" if it is not known.
func (p *Price) text() string {
	if p == nil {
		return ""
	}
	minor, err := catalog.MinorOf("", p.Amount, p.Currency)
	if err != nil {
		return p.Amount + " " + p.Currency
	}
	return catalog.FormOfMoney(minor, p.Currency)
}
