// Package naive implements the GraphQL API one field of one object at a time. Tests compare the server's responses
// with it, so it is written to be obviously correct and not to be fast: it reads one row at a time with simple SQL,
// and filters, sorts and pages in Go. It shares no code with the executor, with the statements of package page, or
// with the conditions by which the store limits what a viewer sees. Only the business rules, such as how a status
// follows from facts, are the server's own functions; this package gathers the facts itself.
package naive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"github.com/muniment/muniment/graph/model"
	"maps"
	"slices"

	"github.com/muniment/muniment/graph/oracle"
	"github.com/muniment/muniment/internal/access"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
)

// Options configures an Answerer. The database must not change while the Answerer is in use, because rows are cached.
type Options struct {
	Base *Base
	// Viewer is the signed-in user or program.
	Viewer *viewer.Viewer
	Today  day.Day
	Now    clock.Instant
	// Access and Members compute what follows from business rules and not from rows alone: whether a key works, the
	// state of an invitation, which accounts may be joined, and the review of an account.
	Access  *access.Service
	Members *account.Service
	// ServiceLinks lead to services of the producer elsewhere.
	ServiceLinks []model.ServiceLink
}

// Answerer answers the questions of one viewer.
type Answerer struct {
	Options
	ctx        context.Context
	visibility visibility
	objects    []any
	facts      map[int64]*lineFacts
}

// New returns an Answerer.
func New(ctx context.Context, o Options) *Answerer {
	a := &Answerer{Options: o, ctx: viewer.With(ctx, o.Viewer), facts: map[int64]*lineFacts{}}
	a.visibility = newSight(o.Base, o.Viewer)
	return a
}

// Begin discards the objects of the last document. Call it before each document.
func (a *Answerer) Begin() { a.objects = a.objects[:0] }

// item is a row as an object of a type.
type item struct {
	typ string
	row row
}

// value is an object that is not a row.
type value struct {
	typ    string
	fields map[string]any
}

// reference identifies an object of the response, by its index.
type reference struct {
	Type   string `json:"type"`
	Number int    `json:"number"`
}

// wrap converts items, values and lists of them to objects of the oracle.
func (a *Answerer) wrap(v any) any {
	name := ""
	switch v := v.(type) {
	case *item:
		if v == nil {
			return nil
		}
		name = v.typ
	case *value:
		if v == nil {
			return nil
		}
		name = v.typ
	case []*item:
		list := make([]any, len(v))
		for i := range v {
			list[i] = a.wrap(v[i])
		}
		return list
	case []*value:
		list := make([]any, len(v))
		for i := range v {
			list[i] = a.wrap(v[i])
		}
		return list
	default:
		return v
	}
	a.objects = append(a.objects, v)
	return oracle.Object{Ref: reference{name, len(a.objects) - 1}}
}

// Answer answers one question. It has the type oracle.Answer.
func (a *Answerer) Answer(q oracle.Question) (any, error) {
	v, err := a.answer(q)
	var refused *fault.Error
	if errors.As(err, &refused) {
		return nil, &oracle.Fault{Code: string(refused.Code), Message: refused.Message, Argument: refused.Field}
	}
	return a.wrap(v), err
}

func (a *Answerer) answer(q oracle.Question) (any, error) {
	var parent any = &item{typ: "Query"}
	if q.Type != "Query" {
		var at reference
		if err := json.Unmarshal(q.Parent, &at); err != nil {
			return nil, err
		}
		parent = a.objects[at.Number]
	}
	switch o := parent.(type) {
	case *value:
		v, known := o.fields[q.Name]
		if !known {
			return nil, fmt.Errorf("%s has no field %s here", o.typ, q.Name)
		}
		if later, ok := v.(func() (any, error)); ok {
			return later()
		}
		if page, ok := v.(field); ok {
			in := asked{a, nil, map[string]json.RawMessage{}}
			if err := json.Unmarshal(q.Args, &in.args); err != nil {
				return nil, err
			}
			return page(in)
		}
		return v, nil
	case *item:
		f := types[o.typ].fields[q.Name]
		if f == nil {
			return nil, fmt.Errorf("nothing is known of %s.%s", o.typ, q.Name)
		}
		in := asked{a, o.row, map[string]json.RawMessage{}}
		if err := json.Unmarshal(q.Args, &in.args); err != nil {
			return nil, err
		}
		at, err := argument[moment](in, "knownAt")
		switch {
		case err != nil:
			return nil, err
		case at == nil:
			return f(in)
		}
		in.Answerer = a.knownAt(clock.Instant(*at))
		if o.row.number("created_at") <= int64(*at) {
			return f(in)
		}
		if q.Name != "coverageTimeline" {
			return nil, nil
		}
		_, err = f(in) // its range is judged nevertheless
		return nil, err
	}
	return nil, fmt.Errorf("%T is no object", parent)
}

// knownAt returns an Answerer for the same viewer, of what was recorded up to a moment.
func (a *Answerer) knownAt(at clock.Instant) *Answerer {
	then := *a
	then.Base, then.facts = a.Base.knownAt(at), map[int64]*lineFacts{}
	return &then
}

// asked is a question about a field: the viewer, the object, and the arguments.
type asked struct {
	*Answerer
	row  row
	args map[string]json.RawMessage
}

// field computes a field of an object. The result is a scalar in its JSON form, an item, a value, or a list of these.
type field func(asked) (any, error)

// argument returns an argument, or nil if it is absent or null.
func argument[T any](in asked, name string) (*T, error) {
	text, given := in.args[name]
	if !given {
		return nil, nil
	}
	var v *T
	return v, read(text, &v, name)
}

// read decodes an argument. A value that does not fit its type is refused as BAD_INPUT.
func read(text json.RawMessage, into any, name string) error {
	if err := json.Unmarshal(text, into); err != nil {
		return badInput(name, err.Error())
	}
	return nil
}

func badInput(name, why string) error { return fault.New(fault.BadInput, name, why, "") }

func notFound(name string) error {
	return fault.New(fault.NotFound, name, "There is none that you may see.", "")
}

// IDs returns ids by the name of their type: up to most ids that the viewer sees, those of the preferred accounts
// first, and one that the viewer does not see.
func (a *Answerer) IDs(most int, prefer []gid.ID, shuffle func(n int, swap func(i, j int))) map[string][]string {
	all := map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(types)) {
		o := types[name]
		if o.id == 0 {
			continue
		}
		rows := slices.Clone(a.Base.all(o.table))
		shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		isPreferred := func(r row) bool {
			return slices.Contains(prefer, r.id()) || slices.Contains(prefer, gid.ID(r.number("account_id")))
		}
		slices.SortStableFunc(rows, func(x, y row) int { return one(!isPreferred(x)) - one(!isPreferred(y)) })
		seen, unseen := 0, 0
		for _, r := range rows {
			switch sees := a.visibility.sees(o.table, r) && a.listed(name, r); {
			case sees && seen < most:
				seen++
			case !sees && unseen < 1:
				unseen++
			default:
				continue
			}
			all[name] = append(all[name], gid.FromKey(o.id, r.number("id")).String())
		}
	}
	return all
}
