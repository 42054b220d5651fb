package entitlement

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxLines is the maximum number of line items of one change.
const maxLines = 1000

// LinesDecision is a decision about each of some lines.
type LinesDecision struct {
	// Lines are 1 to 1,000 different line items.
	Lines []gid.ID
	// First and Last are the days on which it holds, both inclusive; nil is today and no last day.
	First, Last *day.Day
	// Mode says what becomes of the others if a line is refused.
	Mode vocabulary.BulkMode
}

// Hold holds lines: nothing new is allowed, and what runs goes on. Suspend suspends them: what runs is not prolonged.
// Neither moves a count. The outcome has two ids for each line in the order of the input: that of the line, and that of
// the decision, 0 if the line was refused. In the mode EACH, the outcome has the refusals. They return BAD_INPUT,
// BAD_RANGE, LIST_TOO_LONG, NOT_FOUND or HOME_ELSEWHERE.
func (s *Service) Hold(ctx context.Context, r change.Request, d LinesDecision) (change.Outcome, error) {
	return s.decideLines(ctx, r, vocabulary.DecisionOnHold, d)
}

// Suspend is described with Hold.
func (s *Service) Suspend(ctx context.Context, r change.Request, d LinesDecision) (change.Outcome, error) {
	return s.decideLines(ctx, r, vocabulary.DecisionSuspended, d)
}

func (s *Service) decideLines(ctx context.Context, r change.Request, kind vocabulary.Decision, d LinesDecision) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		first, last := s.today(), orForever(d.Last)
		if d.First != nil {
			first = *d.First
		}
		var wrong fault.List
		wrong.Days("input.until", &first, d.Last)
		_, err := decideEach(ctx, tx, done, r.Reason, d.Lines, d.Mode, wrong,
			func([]*ent.LineItem) (decideLine, error) {
				return func(*ent.LineItem) (NewDecision, *fault.Error) {
					return NewDecision{Kind: kind, First: first, Last: last}, nil
				}, nil
			})
		return err
	})
}

// decideLine returns what is decided about a line, without its account, its subject and the reason, or why nothing is.
type decideLine func(*ent.LineItem) (NewDecision, *fault.Error)

// decideEach locks lines and decides about each of them. wrong is what is wrong with the rest of the input. prepare
// reads for the lines that are not refused so far what the decisions depend on. decideEach returns the
// lines about which something was decided.
func decideEach(ctx context.Context, tx store.Tx, done *change.Record, reason string, ids []gid.ID,
	mode vocabulary.BulkMode, wrong fault.List, prepare func([]*ent.LineItem) (decideLine, error)) (
	[]*ent.LineItem, error) {
	wrong.Reason(reason)
	if n := len(ids); n > maxLines {
		wrong.Add(fault.LongList("input.lineItems", maxLines, n))
	} else if n == 0 {
		wrong.Add(fault.Bad("input.lineItems", "The list is empty.", "Name at least one line item."))
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	lines, refused, err := checkLines(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	decide, err := prepare(present(lines))
	if err != nil {
		return nil, err
	}
	var decisions []NewDecision
	for i, line := range lines {
		if line == nil {
			continue
		}
		d, refusal := decide(line)
		if refusal != nil {
			refusal.Field = "input.lineItems." + strconv.Itoa(i)
			refused = append(refused, change.Refused{Index: i, Refusal: refusal})
			lines[i] = nil
			continue
		}
		d.Account, d.Subject, d.Reason = line.AccountID, line.ID, reason
		decisions = append(decisions, d)
	}
	slices.SortFunc(refused, func(a, b change.Refused) int { return cmp.Compare(a.Index, b.Index) })
	if len(refused) > 0 && mode != vocabulary.BulkModeEach {
		all := make([]error, len(refused))
		for i, refusal := range refused {
			all[i] = refusal.Refusal
		}
		return nil, errors.Join(all...)
	}
	made, err := Decide(ctx, tx, done.Now(), AuthorOf(ctx), decisions...)
	if err != nil {
		return nil, err
	}
	for _, refusal := range refused {
		done.Refuse(refusal.Index, refusal.Refusal)
	}
	noteLines(done, ids, lines, made)
	return present(lines), nil
}

// present returns the lines that are not nil.
func present(lines []*ent.LineItem) []*ent.LineItem {
	return slices.DeleteFunc(slices.Clone(lines), func(line *ent.LineItem) bool { return line == nil })
}

// noteLines notes the decisions about lines, and adds the ids to the outcome. A line that was refused is nil.
func noteLines(done *change.Record, ids []gid.ID, lines []*ent.LineItem, made []*ent.Decision) {
	for i, line := range lines {
		if line == nil {
			done.Result(ids[i], 0)
			continue
		}
		done.Result(line.ID, gid.FromKey(gid.Decision, made[0].ID))
		noteDecision(done, made[0], line.ActivationID)
		made = made[1:]
	}
}

// checkLines locks lines and returns them in the order of their ids in the input, nil for each that is refused.
func checkLines(ctx context.Context, tx store.Tx, ids []gid.ID) ([]*ent.LineItem, []change.Refused, error) {
	locked, err := LockLines(ctx, tx, ids)
	if err != nil {
		return nil, nil, err
	}
	known := make(map[gid.ID]*ent.LineItem, len(locked))
	for _, line := range locked {
		known[line.ID] = line
	}
	lines, refused := make([]*ent.LineItem, len(ids)), []change.Refused(nil)
	homes, seen := homeCheck{}, map[gid.ID]bool{}
	for i, id := range ids {
		refusal, err := checkLine(ctx, tx, homes, known[id], id, seen[id])
		if err != nil {
			return nil, nil, err
		}
		if seen[id] = true; refusal == nil {
			lines[i] = known[id]
			continue
		}
		refusal.Field = "input.lineItems." + strconv.Itoa(i)
		refused = append(refused, change.Refused{Index: i, Refusal: refusal})
	}
	return lines, refused, nil
}

// checkLine returns why nothing is decided about a line, which is nil if it does not exist.
func checkLine(ctx context.Context, tx store.Tx, homes homeCheck, line *ent.LineItem, id gid.ID, again bool) (
	*fault.Error, error) {
	switch {
	case line == nil:
		return fault.Missing("", "LineItem", id), nil
	case again:
		return fault.Bad("", "The line item {lineItem} is in the list already.", "Name each line item once.",
			fault.With("lineItem", value.OfReference(id, line.ActivationID))), nil
	}
	return homes.refusal(ctx, tx, change.Home{Account: line.AccountID, ProductLine: line.ProductLineID})
}

// homeCheck remembers the refusals of homes, so that each home is asked for once.
type homeCheck map[change.Home]*fault.Error

// refusal returns HOME_ELSEWHERE, or nil if Muniment is the home.
func (h homeCheck) refusal(ctx context.Context, tx store.Tx, home change.Home) (*fault.Error, error) {
	known, asked := h[home]
	if !asked {
		err := change.AtHome(ctx, tx, home)
		if err != nil && !errors.As(err, &known) {
			return nil, err
		}
		h[home] = known
	}
	if known == nil {
		return nil, nil
	}
	own := *known
	return &own, nil
}

// noteDecision notes a decision that was recorded about something that people know by a label.
func noteDecision(done *change.Record, d *ent.Decision, label string) {
	done.Note(decisionNote(d, label))
}

func decisionNote(d *ent.Decision, label string) change.Note {
	return change.Note{Kind: vocabulary.EffectKindCreated, Event: "DecisionRecorded", Account: d.AccountID,
		Subject: gid.FromKey(gid.Decision, d.ID), Label: label, Fields: change.Difference(nil, decisionAttributes(d))}
}

func decisionAttributes(d *ent.Decision) []change.Attribute {
	var first, last *day.Day
	if d.StartsOn != day.Beginning {
		first = &d.StartsOn
	}
	if d.EndsOn != day.Forever {
		last = &d.EndsOn
	}
	return []change.Attribute{{"kind", string(d.Kind)}, {"subjectId", ofReference(d.SubjectID, "")},
		{"startsOn", ofDay(first)}, {"endsOn", ofDay(last)}, {"perpetual", ofBoolean(last == nil)}}
}
