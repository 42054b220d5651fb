package change

import (
	"context"
	"slices"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/event"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Effect is one effect of a change: a subject, or one field of it, with the values before and after.
type Effect struct {
	Kind vocabulary.EffectKind `json:"kind"`
	// Subject is the changed object; 0 if it has no id.
	Subject gid.ID `json:"id,omitempty"`
	// Label is the name of the subject.
	Label string `json:"label"`
	// Field is the changed field; "" for the whole subject.
	Field  string  `json:"field,omitempty"`
	Before *string `json:"before,omitempty"`
	After  *string `json:"after,omitempty"`
	// Internal says that the effect is not on an object of the contract, so that its payloads leave it out.
	Internal bool `json:"internal,omitempty"`
}

// Warning is something the viewer should know about a change that was made.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	// Parameters are the values that the message names.
	Parameters []fault.Parameter `json:"parameters,omitempty"`
}

// Refused is one object of many that a change left as it was.
type Refused struct {
	// Index is the place of the object in the input, from 0.
	Index   int          `json:"index"`
	Refusal *fault.Error `json:"refusal"`
}

// Row is what a change did with one row of a table in its input.
type Row struct {
	// Number is the number of the row in the table, whose header is row 1.
	Number int                  `json:"number"`
	Label  string               `json:"label"`
	Result vocabulary.RowResult `json:"result"`
	// First is the index of its first effect, and Effects is how many there are.
	First   int `json:"first"`
	Effects int `json:"effects"`
}

// Note describes one subject that a rule changed. It becomes effects, an audit entry and an event.
type Note struct {
	Kind vocabulary.EffectKind
	// Event is the type of the event, in the past tense, such as MembershipChanged.
	Event string
	// Account is the account to which the subject belongs; 0 for the producer.
	Account gid.ID
	Subject gid.ID
	Label   string
	// Fields are the changed fields. They must not contain a secret.
	Fields []audit.Field
	// Effects are the effects on objects of the contract, if Kind, Subject and Fields describe something else, whose
	// effects are then internal. An empty list says that there are none; nil takes Kind, Subject and Fields.
	Effects []Effect
}

// Effects returns the effects on one subject: that it was created or removed, and its changed fields. Those of a
// removed subject are internal, because it has no fields any more.
func Effects(kind vocabulary.EffectKind, subject gid.ID, label string, fields []audit.Field) []Effect {
	list := make([]Effect, 0, 1+len(fields))
	if len(fields) == 0 || kind != vocabulary.EffectKindChanged {
		list = append(list, Effect{Kind: kind, Subject: subject, Label: label})
	}
	for _, f := range fields {
		list = append(list, Effect{Kind: vocabulary.EffectKindChanged, Subject: subject, Label: label, Field: f.Field,
			Before: f.Before, After: f.After, Internal: kind == vocabulary.EffectKindRemoved})
	}
	return list
}

// Record collects what a rule does.
type Record struct {
	action, reason, request string
	now                     clock.Instant
	outcome                 Outcome
	entries                 []audit.Entry
	events                  []event.Event
	after                   []func(context.Context)
	// unlabeled are the references in effects that no entry shares.
	unlabeled []*string
	// called are the names of accounts and product lines that the rule has read.
	called map[gid.ID]string
}

// Now returns the time of the change, the same for all rows that it writes.
func (r *Record) Now() clock.Instant { return r.now }

// Called tells the name of an account or a product line that the rule has read, so that references to it get it
// without another statement.
func (r *Record) Called(id gid.ID, name string) {
	if r.called == nil {
		r.called = map[gid.ID]string{}
	}
	r.called[id] = name
}

// Note records that a subject was changed.
func (r *Record) Note(n Note) {
	noted := Effects(n.Kind, n.Subject, n.Label, n.Fields)
	for i := range noted {
		noted[i].Internal = noted[i].Internal || n.Effects != nil
	}
	r.outcome.Effects = append(append(r.outcome.Effects, noted...), n.Effects...)
	for _, e := range n.Effects {
		r.unlabeled = append(r.unlabeled, audit.References([]audit.Field{
			{Field: e.Field, Before: e.Before, After: e.After}})...)
	}
	old, fresh := map[string]string{}, map[string]string{}
	for _, f := range n.Fields {
		bare := f.WithoutLabels()
		addTo(old, f.Field, bare.Before)
		addTo(fresh, f.Field, bare.After)
	}
	r.entries = append(r.entries, audit.Entry{Account: n.Account, Action: r.action, Subject: n.Subject, Label: n.Label,
		Fields: n.Fields, Reason: r.reason, RequestID: r.request})
	r.events = append(r.events, event.Event{Type: n.Event, Account: n.Account, Subject: n.Subject, Old: old,
		New: fresh, Cause: r.action})
}

// addTo adds a value to those of an event. The values of a list, which are fields with one name, have blanks between
// them.
func addTo(values map[string]string, field string, form *string) {
	if form == nil {
		return
	}
	if before, is := values[field]; is {
		values[field] = before + " " + *form
		return
	}
	values[field] = *form
}

// Warn adds a warning for the viewer. The message is a fixed text that names its parameters in braces, as that of
// fault.New does.
func (r *Record) Warn(code, message string, parameters ...fault.Parameter) {
	r.outcome.Warnings = append(r.outcome.Warnings, Warning{code, fault.Fill(message, parameters), parameters})
}

// Refuse records that one object of many was not changed, and why; index is its place in the input, from 0.
func (r *Record) Refuse(index int, refusal *fault.Error) {
	r.outcome.Refused = append(r.outcome.Refused, Refused{index, refusal})
}

// Row runs act, which does what one row asks for, and records what came of it. create says that the row makes a new
// object.
func (r *Record) Row(number int, label string, create bool, act func() error) error {
	row := Row{Number: number, Label: label, Result: vocabulary.RowResultUnchanged, First: len(r.outcome.Effects)}
	if err := act(); err != nil {
		return err
	}
	row.Effects = len(r.outcome.Effects) - row.First
	switch {
	case create:
		row.Result = vocabulary.RowResultCreated
	case row.Effects > 0:
		row.Result = vocabulary.RowResultChanged
	}
	r.outcome.Rows = append(r.outcome.Rows, row)
	return nil
}

// Result adds ids to the outcome: objects that were changed or created.
func (r *Record) Result(ids ...gid.ID) { r.outcome.IDs = append(r.outcome.IDs, ids...) }

// Results returns the ids that were added, the newest first.
func (r *Record) Results() []gid.ID {
	ids := slices.Clone(r.outcome.IDs)
	slices.Reverse(ids)
	return ids
}

// After registers a function to run after the commit. It does not run if the process ends before; an external effect
// that must happen needs a job or an event in the same transaction.
func (r *Record) After(follow func(context.Context)) { r.after = append(r.after, follow) }

// Typed returns the field of an effect with typed values.
func (e Effect) Typed() audit.Change {
	return audit.Field{Field: e.Field, Before: e.Before, After: e.After}.Typed(e.Subject)
}

// Is returns a field that had no value before.
func Is(field, after string) []audit.Field { return []audit.Field{{Field: field, After: &after}} }

// Was returns a field that has no value any more.
func Was(field, before string) []audit.Field { return []audit.Field{{Field: field, Before: &before}} }

// Became returns a field whose value changed, or nil if both values are the same.
func Became(field, before, after string) []audit.Field {
	if before == after {
		return nil
	}
	return []audit.Field{{Field: field, Before: &before, After: &after}}
}
