package entitlement

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Withdraw withdraws an entitlement with all its lines and coverages from a day on; nil is today. It moves no count.
// If devices use its lines on that day, or license servers hold some of them, acceptLive must be true. The effects
// list these devices and servers. The outcome has the ids of the entitlement and of the decision. It returns
// LIVE_ACTIVATIONS, RIGHT_WITHDRAWN or BAD_INPUT.
func (s *Service) Withdraw(ctx context.Context, r change.Request, id gid.ID, from *day.Day, acceptLive bool) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		header, lines, err := lockHeader(ctx, tx, "input.entitlement", id)
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
		if live.isAny() && !acceptLive {
			wrong.Add(fault.New(LiveActivations, "input.acceptLive", "The entitlement is in use: it has {count} "+
				"activations that are live on {on}, and {servers} license servers hold a part of it.",
				"Send acceptLive: true, with dryRun: true to see the devices and license servers.",
				fault.WithNumber("count", live.activations), fault.With("on", value.OfDay(first)),
				fault.WithNumber("servers", live.servers)))
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
		if live.isAny() {
			note.Effects = append(change.Effects(note.Kind, note.Subject, note.Label, note.Fields), live.effects()...)
			done.Warn("DEVICES_LOSE_RIGHT", "Devices lose the right: {count} activations are live on {on}, and "+
				"{servers} license servers hold a part of it.", fault.WithNumber("count", live.activations),
				fault.With("on", value.OfDay(first)), fault.WithNumber("servers", live.servers))
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

// lockHeader locks an entitlement with its lines and coverages, and returns it with its lines. It returns NOT_FOUND, or
// HOME_ELSEWHERE if another system holds one of them.
func lockHeader(ctx context.Context, tx store.Tx, field string, id gid.ID) (*ent.Entitlement, []*ent.LineItem, error) {
	locked, err := Lock(ctx, tx, Wanted{Entitlements: []gid.ID{id}})
	if err != nil {
		return nil, nil, err
	}
	if len(locked.Entitlements) == 0 {
		return nil, nil, fault.Missing(field, "Entitlement", id)
	}
	header, productLines := locked.Entitlements[0], []gid.ID(nil)
	lines := slices.DeleteFunc(locked.Lines, func(line *ent.LineItem) bool { return line.EntitlementID != id })
	for _, line := range lines {
		productLines = append(productLines, line.ProductLineID)
	}
	for _, c := range locked.Coverages {
		productLines = append(productLines, c.ProductLineID)
	}
	homes := homeCheck{}
	for _, productLine := range productLines {
		refusal, err := homes.refusal(ctx, tx, change.Home{Account: header.AccountID, ProductLine: productLine})
		if err != nil {
			return nil, nil, err
		}
		if refusal != nil {
			return nil, nil, refusal
		}
	}
	return header, lines, nil
}
