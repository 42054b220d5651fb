package catalog

import (
	"strconv"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// noteChange notes a change of an object, if it differs, and tells whether it does.
func noteChange(done *change.Record, event string, subject gid.ID, label string,
	before, after []change.Attribute) bool {
	fields := change.Difference(before, after)
	if len(fields) == 0 {
		return false
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: event, Subject: subject, Label: label,
		Fields: fields})
	return true
}

// noteNew notes a new object.
func noteNew(done *change.Record, event string, subject gid.ID, label string, is []change.Attribute) {
	done.Result(subject)
	done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: event, Subject: subject, Label: label,
		Fields: change.Difference(nil, is)})
}

func ofNumber(n int) string { return strconv.Itoa(n) }

func ofMaybeNumber(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func ofBoolean(is bool) string { return strconv.FormatBool(is) }

func ofDay(d *day.Day) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func ofMoment(at *clock.Instant) string {
	if at == nil {
		return ""
	}
	return at.String()
}

func ofText[T ~string](text *T) string {
	if text == nil {
		return ""
	}
	return string(*text)
}

// ofReference returns the form of a reference; id is 0 for none.
func ofReference(id gid.ID, label string) string {
	if id == 0 {
		return ""
	}
	return value.OfReference(id, label).Form
}

func orNone(id *gid.ID) gid.ID {
	if id == nil {
		return 0
	}
	return *id
}

// nilIfEmpty returns a text, or nil for an empty one.
func nilIfEmpty(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
