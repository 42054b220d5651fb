package plan_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

type deed struct {
	Texts  []string
	ending plan.Ending
	anew   error // why the viewer cannot be read anew
}

func (d *deed) Successor() (*viewer.Viewer, error) { return nil, d.anew }

func (d *deed) Ending() plan.Ending { return d.ending }

// The error for a payload that cannot be returned says whether the change was made.
func TestAnUnreadPayloadSaysWhatBecameOfTheChange(t *testing.T) {
	const contract = `type Query { x: Deed } type Mutation { change: Deed } type Deed { texts: [String!]! }`
	for ending, begins := range map[plan.Ending]string{
		plan.Made:    "The change was made. ",
		plan.Refused: "The change was refused, and nothing was changed. ",
		plan.Tried:   "This was a dry run, and nothing was changed. ",
	} {
		for name, c := range map[string]struct {
			code  fault.Code
			ends  string
			long  bool
			late  bool
			fails error
			anew  error
		}{
			"late":  {code: fault.Timeout, ends: "Its result was not ready before the deadline.", late: true},
			"large": {code: plan.AnswerTooLarge, ends: "Its result would be too large.", long: true},
			"unavailable": {code: fault.Unavailable, ends: "Its result cannot be read for now.",
				fails: errors.New("the database is away")},
			"no viewer": {code: fault.Unavailable, ends: "Its result cannot be read for now.",
				anew: errors.New("the database is away")},
		} {
			t.Run(begins+name, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				read := func(_ context.Context, _ int, read func(*page.View) error) error {
					if c.fails != nil {
						return c.fails
					}
					return read(nil)
				}
				d := &deed{Texts: []string{"x"}, ending: ending, anew: c.anew}
				if c.long {
					for range 33 {
						d.Texts = append(d.Texts, strings.Repeat("x", 1<<20))
					}
				}
				got := newTiny(t, schema(t, contract), read,
					&plan.Object{Name: "Query", Fields: plan.Fields{"x": plan.Plain(noValue)}},
					&plan.Object{Name: "Mutation",
						Fields: plan.Fields{"change": plan.Action(func(*plan.Call) (any, error) {
							if c.late {
								cancel()
							}
							return d, nil
						})}},
					&plan.Object{Name: "Deed", Value: (*deed)(nil)},
				).ask(ctx, t, "mutation { change { texts } }", nil)
				var f *fault.Error
				if got == nil || len(got.Errors) != 1 || !errors.As(got.Errors[0], &f) {
					t.Fatalf("%+v", got)
				}
				if string(got.Data) != `{"change":null}` || f.Code != c.code || f.Message != begins+c.ends ||
					f.Remedy == "" {
					t.Errorf(`%s %+v, want Data = {"change":null}, Code = %v, Message = %v and Remedy != ""`,
						got.Data, f, c.code, begins+c.ends)
				}
				if strings.Contains(f.Remedy, "idempotencyKey") != (ending == plan.Made) {
					t.Errorf("remedy %q, want %v", f.Remedy, ending == plan.Made)
				}
			})
		}
	}
}
