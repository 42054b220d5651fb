package stage

import (
	"fmt"
	"net/mail"
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Rules about a single row are checked while it is parsed; rules that compare rows are in package lint.

const (
	longName = 200 // characters
	longID   = 190 // characters
)

func (r *encoding) judgeName(name string) {
	switch {
	case !ascii(name):
		r.reportRow(legacy.I18nNames, "the name has letters beyond ASCII: "+quoted(name), "")
	case strings.ContainsAny(name, "<&\t\r\n"):
		r.reportRow(legacy.XMLEscapes, "the name holds markup, tabs or line breaks: "+quoted(name), "")
	}
	if n := utf8.RuneCountInString(name); n > longName {
		r.reportRow(legacy.LongNames, fmt.Sprintf("the name has %d characters", n), "")
	}
}

func (r *encoding) judgeDescription(text string) {
	if strings.ContainsAny(text, "<&\t\r\n") {
		r.reportRow(legacy.XMLEscapes, "the description holds markup, tabs or line breaks", "")
	}
}

func (r *encoding) judgeEmail(email string) {
	address, err := mail.ParseAddress(email)
	if err != nil || address.Address != email || strings.Contains(email, "..") {
		r.reportRow(legacy.BadEmail, "the e-mail address "+quoted(email)+" is malformed",
			"correct it if the user is to be invited or notified by mail")
	}
}

func (r *encoding) judgeID(id string) {
	for i := range len(id) {
		c := id[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' {
			continue
		}
		r.reportRow(legacy.OddIDs, "the id has blanks, signs or letters beyond ASCII", "")
		break
	}
	if n := utf8.RuneCountInString(id); n > longID {
		r.reportRow(legacy.LongIDs, fmt.Sprintf("the id has %d characters", n), "")
	}
}

// judgeEnd reports how a term without an end was written. hasTerm says whether it has a length.
func (r *encoding) judgeEnd(perpetual, hasTerm bool) {
	expiration, dated := r.integer("expirationDate")
	switch {
	case dated && endless(day.Day(expiration)):
		r.reportRow(legacy.SentinelDate, fmt.Sprintf("the expiration date %s means that there is none",
			day.Day(expiration)), "")
	case dated && perpetual:
		r.reportRow(legacy.PerpetualWithEndDate,
			fmt.Sprintf("perpetual by its flag, and yet with the expiration date %s", day.Day(expiration)),
			"decide whether it ends")
	case perpetual && !hasTerm && !r.flag("isPermanent"):
		r.reportRow(legacy.PerpetualNoFlag, "neither flag nor expiration date nor term", "decide whether it ends")
	}
}

func (r *encoding) judgeLineItem(perpetual, hasTerm bool) {
	r.judgeID(r.string("activationId"))
	r.judgeEnd(perpetual, hasTerm)
	if zone := r.string("FNPTimeZoneValue"); zone != "" {
		r.reportRow(legacy.LineTimeZone, "the time zone "+quoted(zone)+" is kept as a note", "")
	}
	if r.string("startDateOption") == string(vocabulary.StartRuleFirstActivation) && r.get("startDate") == nil &&
		!perpetual {
		r.reportRow(legacy.TermWithoutDate, "the term begins with the first activation", "")
	}
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
