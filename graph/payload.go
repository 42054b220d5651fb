package graph

import (
	"context"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/gid"
)

// report is what every payload tells of a change.
type report struct {
	Effects  []*model.Effect
	Warnings []*model.Warning
	Errors   []*model.UserError
	Replayed bool
}

// request makes the request of a mutation from what every input carries. action is the name of the mutation.
func request(action string, input any, key *string, dryRun *bool, reason *string) change.Request {
	return change.Request{Action: action, Input: input, Key: key, DryRun: dryRun != nil && *dryRun, Reason: orEmpty(reason)}
}

// told tells what a change did. A refusal becomes the errors of the payload; a failure of the server stays an error.
func told(outcome change.Outcome, err error) (report, error) {
	out := report{Effects: []*model.Effect{}, Warnings: []*model.Warning{}, Errors: []*model.UserError{}, Replayed: outcome.Replayed}
	if err != nil {
		refusals := change.Refusals(err)
		if refusals == nil {
			return out, err
		}
		for _, f := range refusals {
			out.Errors = append(out.Errors, &model.UserError{Code: string(f.Code), Message: f.Message, Field: orNull(f.Field), Remedy: f.Remedy})
		}
		return out, nil
	}
	for _, e := range outcome.Effects {
		effect := &model.Effect{Kind: e.Kind, Label: e.Label, Field: orNull(e.Field), Before: e.Before, After: e.After}
		if e.ID != 0 {
			effect.ID = &e.ID
		}
		out.Effects = append(out.Effects, effect)
	}
	for _, w := range outcome.Warnings {
		out.Warnings = append(out.Warnings, &model.Warning{Code: w.Code, Message: w.Message})
	}
	return out, nil
}

// changed reads the n-th object of an outcome as it is after the commit. It is the zero value in a dry run, after a refusal,
// and where the viewer may not see it.
func changed[E, M any](ctx context.Context, k kind[E, M], outcome change.Outcome, n int) (M, error) {
	if outcome.DryRun || n >= len(outcome.IDs) {
		var none M
		return none, nil
	}
	objects, err := k.byID(ctx, keysOf(outcome.IDs[n:n+1], func(id gid.ID) gid.ID { return id }), nil)
	if err != nil {
		var none M
		return none, err
	}
	return objects[0], nil
}

// allChanged reads every object of an outcome that is of one kind, in one statement.
func allChanged[E, M any](ctx context.Context, k kind[E, M], outcome change.Outcome) ([]M, error) {
	if outcome.DryRun || len(outcome.IDs) == 0 {
		return []M{}, nil
	}
	return k.byID(ctx, keysOf(outcome.IDs, func(id gid.ID) gid.ID { return id }), nil)
}

func noneAsNull(id gid.ID) *gid.ID {
	if id == 0 {
		return nil
	}
	return &id
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
