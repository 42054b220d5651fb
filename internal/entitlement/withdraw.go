package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/activation"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/entitlement"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxDevices is how many devices the effects of a withdrawal list. Its warning counts all.
const maxDevices = 1000

// Withdraw withdraws an entitlement with all its lines and coverages from a day on; nil is today. It moves no count.
// If devices use its lines on that day, acceptLive must be true. The effects list these devices. The outcome has the
// ids of the entitlement and of the decision. It returns LIVE_ACTIVATIONS, RIGHT_WITHDRAWN or BAD_INPUT.
func (s *Service) Withdraw(ctx context.Context, r change.Request, id gid.ID, from *day.Day, acceptLive bool) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		header, err := lockHeader(ctx, tx, "input.entitlement", id)
		if err != nil {
			return err
		}
		lines, err := lockLinesOf(ctx, tx, header)
		if err != nil {
			return err
		}
		first := s.today()
		if from != nil {
			first = *from
		}
		var wrong fault.List
		wrong.Reason(r.Reason)
		if err := refuseWithdrawn(ctx, tx, &wrong, id, first); err != nil {
			return err
		}
		live, err := readLive(ctx, tx, lines, first)
		if err != nil {
			return err
		}
		if live.count > 0 && !acceptLive {
			wrong.Add(fault.New(LiveActivations, "input.acceptLive", "Devices use the entitlement: it has {count} "+
				"activations that are live on {on}.", "Send acceptLive: true, with dryRun: true to see the devices.",
				fault.WithNumber("count", live.count), fault.With("on", value.OfDay(first))))
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		made, err := Decide(ctx, tx, done.Now(), AuthorOf(ctx), NewDecision{Account: header.AccountID, Subject: id,
			Kind: vocabulary.DecisionWithdrawn, First: first, Last: day.Forever, Reason: r.Reason})
		if err != nil {
			return err
		}
		done.Result(id, gid.FromKey(gid.Decision, made[0].ID))
		note := decisionNote(made[0], header.Number)
		if live.count > 0 {
			note.Effects = append(change.Effects(note.Kind, note.Subject, note.Label, note.Fields), live.effects()...)
			done.Warn("DEVICES_LOSE_RIGHT", "Devices lose the right: {count} activations are live on {on}.",
				fault.WithNumber("count", live.count), fault.With("on", value.OfDay(first)))
		}
		done.Note(note)
		return nil
	})
}

// refuseWithdrawn refuses a withdrawal of what is withdrawn already from a day on.
func refuseWithdrawn(ctx context.Context, tx store.Tx, wrong *fault.List, id gid.ID, from day.Day) error {
	of, err := DecisionsAbout(ctx, tx, id)
	if err != nil {
		return err
	}
	for _, d := range of[id] {
		if d.Kind == vocabulary.DecisionWithdrawn && d.First <= from && d.Last == day.Forever {
			wrong.Add(fault.New(RightWithdrawn, "input.entitlement", "The entitlement is withdrawn already on {on}.",
				"Leave it as it is, or give an earlier day.", fault.With("on", value.OfDay(from))))
			return nil
		}
	}
	return nil
}

// lockLinesOf locks the lines of an entitlement and returns their ids. It returns HOME_ELSEWHERE if another system
// holds one of them, or one of the coverages.
func lockLinesOf(ctx context.Context, tx store.Tx, header *ent.Entitlement) ([]gid.ID, error) {
	ids, err := tx.Client().LineItem.Query().Where(lineitem.EntitlementID(header.ID)).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("find the lines of %s: %w", header.ID, err)
	}
	locked, err := LockLines(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	var covered []gid.ID
	if err := tx.Client().Coverage.Query().Where(coverage.EntitlementID(header.ID)).Unique(true).
		Select(coverage.FieldProductLineID).Scan(ctx, &covered); err != nil {
		return nil, fmt.Errorf("find the coverages of %s: %w", header.ID, err)
	}
	for _, line := range locked {
		covered = append(covered, line.ProductLineID)
	}
	homes := homeCheck{}
	for _, productLine := range covered {
		refusal, err := homes.refusal(ctx, tx, change.Home{Account: header.AccountID, ProductLine: productLine})
		if err != nil {
			return nil, err
		}
		if refusal != nil {
			return nil, refusal
		}
	}
	return ids, nil
}

// liveActivations are the activations of lines that are live on a day: how many there are, and the first of them with
// their devices.
type liveActivations struct {
	count int
	first []*ent.Activation
}

func readLive(ctx context.Context, tx store.Tx, lines []gid.ID, on day.Day) (live liveActivations, err error) {
	keys := make([]int64, len(lines))
	for i, id := range lines {
		keys[i] = int64(id)
	}
	q := tx.Client().Activation.Query().Where(store.KeyIn(activation.FieldLineItemID, keys), isLive(on))
	if live.count, err = q.Clone().Count(ctx); err != nil {
		return live, fmt.Errorf("count the live activations: %w", err)
	}
	live.first, err = q.Order(ent.Asc(activation.FieldID)).Limit(maxDevices).WithDevice().All(ctx)
	if err != nil {
		return live, fmt.Errorf("read the live activations: %w", err)
	}
	return live, nil
}

// isLive is the condition that an activation counts on a day: it was not returned, and its own term, if it has one,
// has not ended. The list of activations has the same rule as live in package activation.
func isLive(on day.Day) predicate.Activation {
	ownTerm := activation.HasPeriodWith(period.StartRuleEQ(vocabulary.StartRuleEachActivation))
	return activation.And(activation.ReturnedOnIsNil(),
		activation.Or(activation.EndsOnIsNil(), activation.EndsOnGTE(on), activation.Not(ownTerm)))
}

// effects lists the devices, each once.
func (l liveActivations) effects() (list []change.Effect) {
	seen := map[gid.ID]bool{}
	for _, a := range l.first {
		if d := a.Edges.Device; !seen[d.ID] {
			seen[d.ID] = true
			label := d.Name
			if label == "" {
				label = d.Fingerprint
			}
			list = append(list, change.Effect{Kind: vocabulary.EffectKindChanged, Subject: d.ID, Label: label})
		}
	}
	return list
}

func entitlementIs(id gid.ID) predicate.Entitlement { return entitlement.ID(id) }
