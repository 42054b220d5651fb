package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// payload is the result of a mutation: the effects of the change, and the ids of the changed objects.
type payload struct {
	Effects  []*model.Effect
	Warnings []*model.Warning
	Errors   []*model.UserError
	Replayed bool

	outcome change.Outcome
	// renewed says that the change was made and may have changed what the viewer may see or do. viewer is the viewer
	// after the change, nil if the credential is no longer valid. viewerFailed is the error of reading the viewer.
	renewed      bool
	viewer       *viewer.Viewer
	viewerFailed error
	// more is a further result of the mutation, such as a secret; its type depends on the mutation.
	more any
}

// Ending implements plan.Change.
func (p *payload) Ending() plan.Ending {
	switch {
	case len(p.Errors) > 0:
		return plan.Refused
	case p.outcome.DryRun:
		return plan.Tried
	}
	return plan.Made
}

// payloadObject declares a payload type with the fields that every payload has, and additional fields.
func payloadObject(name string, fields plan.Fields) *plan.Object {
	fields = merge(fields, plan.Fields{"auditEntry": plan.Key(auditEntry)})
	return &plan.Object{Name: name, Value: (*payload)(nil), Fields: fields}
}

// request makes a change request from the fields that every input has. action is the name of the mutation.
func request(action string, input any, key *string, dryRun *bool, reason *string) change.Request {
	return change.Request{Action: action, Input: input, Key: key, DryRun: orFalse(dryRun), Reason: orEmpty(reason)}
}

// toPayload makes the payload of a change. If err is a refusal, it becomes the errors of the payload; any other error
// is returned.
func toPayload(outcome change.Outcome, err error, more any) (any, error) {
	out := &payload{Replayed: outcome.Replayed, outcome: outcome, more: more}
	if err != nil {
		refusals := change.Refusals(err)
		if refusals == nil {
			return nil, err
		}
		for _, f := range refusals {
			out.Errors = append(out.Errors, userError(f))
		}
		out.outcome = change.Outcome{}
		return out, nil
	}
	unmade := idsOfDryRun(outcome)
	for _, e := range outcome.Effects {
		if e.Internal {
			continue
		}
		is, subject := e.Typed(), e.Subject
		if unmade[subject] {
			subject = 0
		}
		if is.After != nil {
			if id, _, ok := is.After.Reference(); ok && unmade[id] {
				is.After = nil
			}
		}
		out.Effects = append(out.Effects, &model.Effect{Kind: e.Kind, SubjectID: noneAsNull(subject), Label: e.Label,
			Field: orNull(is.Field), Before: model.ValueOf(is.Before), After: model.ValueOf(is.After)})
	}
	for _, w := range outcome.Warnings {
		out.Warnings = append(out.Warnings, &model.Warning{Code: w.Code, Message: w.Message,
			Parameters: model.ParametersOf(w.Parameters)})
	}
	return out, nil
}

func userError(f *fault.Error) *model.UserError {
	return &model.UserError{Code: string(f.Code), Message: f.Message, Field: orNull(f.Field), Remedy: f.Remedy,
		Parameters: model.ParametersOf(f.Parameters)}
}

// idsOfDryRun returns the ids of the objects that a dry run would have created. They are hidden, and with them the values
// that name these objects, because the real run generates other ids.
func idsOfDryRun(outcome change.Outcome) map[gid.ID]bool {
	if !outcome.DryRun {
		return nil
	}
	ids := map[gid.ID]bool{}
	for _, e := range outcome.Effects {
		if e.Kind == vocabulary.EffectKindCreated {
			ids[e.Subject] = true
		}
	}
	return ids
}

// Successor implements plan.Successor. The payload of a change that ended the viewer's own credential is read as
// somebody without any right.
func (p *payload) Successor() (*viewer.Viewer, error) {
	if p.renewed && p.viewer == nil && p.viewerFailed == nil {
		return viewer.Nobody(), nil
	}
	return p.viewer, p.viewerFailed
}

// toViewerPayload returns the payload of a change that may affect what the viewer sees or may do. A refusal and a dry
// run leave the viewer unchanged.
func (s *contract) toViewerPayload(c *plan.Call, outcome change.Outcome, err error, more any) (any, error) {
	made, err := toPayload(outcome, err, more)
	if err != nil {
		return nil, err
	}
	p := made.(*payload)
	if p.Ending() == plan.Made {
		p.renewed = true
		p.viewer, p.viewerFailed = s.access.Reload(c.Context)
	}
	return p, nil
}

// changedViewer declares the field viewer of a payload that toViewerPayload returned.
func changedViewer() *plan.Field {
	return plan.Plain(func(c *plan.Call, r plan.Row) any {
		p := r.Value().(*payload)
		v := c.Viewer
		if p.renewed {
			v = p.viewer
		}
		if v == nil {
			return nil // not a nil pointer in an interface
		}
		return v
	})
}

// auditEntry returns the id of the first audit entry of a change; 0 if there is none. The scope decides whether the
// viewer may read the entry.
func auditEntry(_ *plan.Call, r plan.Row) gid.ID {
	p := r.Value().(*payload)
	if p.outcome.DryRun || len(p.outcome.AuditEntries) == 0 {
		return 0
	}
	return p.outcome.AuditEntries[0]
}

// changed declares the n-th changed object (from 0), read after the commit. It is null in a dry run, after a refusal,
// and if the viewer may not see the object.
func changed(n int) *plan.Field {
	return plan.Key(func(_ *plan.Call, r plan.Row) gid.ID {
		ids := changedIDs(r)
		if n >= len(ids) {
			return 0
		}
		return ids[n]
	})
}

// allChanged declares the list of all changed objects.
func allChanged() *plan.Field {
	return plan.Keys(func(_ *plan.Call, r plan.Row) ([]gid.ID, error) { return changedIDs(r), nil })
}

func changedIDs(r plan.Row) []gid.ID {
	if p := r.Value().(*payload); !p.outcome.DryRun {
		return p.outcome.IDs
	}
	return nil
}
