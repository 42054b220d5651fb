package change

import (
	"context"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/event"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Effect is one line of what a change does.
type Effect struct {
	Kind vocabulary.EffectKind `json:"kind"`
	// Subject is what was changed; 0 where it has no id of its own.
	Subject gid.ID `json:"id,omitempty"`
	// Label is how people call the subject.
	Label string `json:"label"`
	// Field is what has another value; "" for the whole subject.
	Field  string  `json:"field,omitempty"`
	Before *string `json:"before,omitempty"`
	After  *string `json:"after,omitempty"`
}

// Warning is something the viewer should know, though it was done.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	// Parameters are the values that the message names.
	Parameters []fault.Parameter `json:"parameters,omitempty"`
}

// Note is one subject that a rule changed. It becomes effects, a record and an event.
type Note struct {
	Kind vocabulary.EffectKind
	// Event is what happened, in the past tense, such as MembershipChanged.
	Event string
	// Account is whose it is; 0 for the producer's.
	Account gid.ID
	Subject gid.ID
	Label   string
	// Fields are what has another value. A secret never stands among them.
	Fields []audit.Field
}

// Record gathers what a rule does.
type Record struct {
	action, reason, request string
	now                     clock.Instant
	outcome                 Outcome
	entries                 []audit.Entry
	events                  []event.Event
	after                   []func(context.Context)
}

// Now is the moment of the change, the same for all that it writes.
func (r *Record) Now() clock.Instant { return r.now }

// Note says that a subject was changed.
func (r *Record) Note(n Note) {
	if len(n.Fields) == 0 || n.Kind != vocabulary.EffectKindChanged {
		r.outcome.Effects = append(r.outcome.Effects, Effect{Kind: n.Kind, Subject: n.Subject, Label: n.Label})
	}
	old, fresh := map[string]string{}, map[string]string{}
	for _, f := range n.Fields {
		r.outcome.Effects = append(r.outcome.Effects,
			Effect{Kind: vocabulary.EffectKindChanged, Subject: n.Subject, Label: n.Label, Field: f.Field, Before: f.Before, After: f.After})
		bare := f.WithoutLabels()
		if bare.Before != nil {
			old[f.Field] = *bare.Before
		}
		if bare.After != nil {
			fresh[f.Field] = *bare.After
		}
	}
	r.entries = append(r.entries, audit.Entry{Account: n.Account, Action: r.action, Subject: n.Subject, Label: n.Label,
		Fields: n.Fields, Reason: r.reason, RequestID: r.request})
	r.events = append(r.events, event.Event{Type: n.Event, Account: n.Account, Subject: n.Subject, Old: old, New: fresh, Cause: r.action})
}

// Warn says something the viewer should know. The message is a fixed text that names its parameters in braces, as that of
// fault.New does.
func (r *Record) Warn(code, message string, parameters ...fault.Parameter) {
	r.outcome.Warnings = append(r.outcome.Warnings, Warning{code, fault.Fill(message, parameters), parameters})
}

// Result names the objects that were changed or made.
func (r *Record) Result(ids ...gid.ID) { r.outcome.IDs = append(r.outcome.IDs, ids...) }

// After runs once the change is committed. It is lost where the process ends before: what must reach the outside is a
// job or an event of the same transaction.
func (r *Record) After(follow func(context.Context)) { r.after = append(r.after, follow) }

// Typed returns the field of an effect with values that programs understand.
func (e Effect) Typed() audit.Change {
	return audit.Field{Field: e.Field, Before: e.Before, After: e.After}.Typed(e.Subject)
}

// Is makes a field that had no value before.
func Is(field, after string) []audit.Field { return []audit.Field{{Field: field, After: &after}} }

// Was makes a field that has no value any more.
func Was(field, before string) []audit.Field { return []audit.Field{{Field: field, Before: &before}} }

// Became makes a field that has another value, or nothing where both are the same.
func Became(field, before, after string) []audit.Field {
	if before == after {
		return nil
	}
	return []audit.Field{{Field: field, Before: &before, After: &after}}
}
