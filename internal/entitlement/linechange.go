package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// lineChange is a change of the periods of one line, which is locked.
type lineChange struct {
	tx    store.Tx
	done  *change.Record
	by    Author
	today day.Day
	line  *ent.LineItem
	unit  *ent.UnitOfMeasure
	facts Facts // without successors
	// was are the facts of the periods before the change.
	was []PeriodFact
	// correctsCoverage says that the caller goes on with the coverage of the line, and warns of what then hangs over.
	correctsCoverage bool
	// retired is why the account is granted nothing more; nil if it is, or if the change grants nothing.
	retired *fault.Error
}

// changeLine locks a line, settles it, and reads what decides about its periods. field is the path of the input that
// names it. grants says that the line may be granted more: its account is then kept from being retired. It returns
// NOT_FOUND or HOME_ELSEWHERE.
func changeLine(ctx context.Context, tx store.Tx, done *change.Record, today day.Day, field string, id gid.ID,
	grants bool) (*lineChange, error) {
	wanted := Wanted{Lines: []gid.ID{id}}
	if grants {
		wanted.GrantsAt = field
	}
	locked, err := Lock(ctx, tx, wanted)
	if err != nil {
		return nil, err
	}
	if len(locked.Lines) == 0 {
		return nil, fault.Missing(field, "LineItem", id)
	}
	line := locked.Lines[0]
	home := change.Home{Account: line.AccountID, ProductLine: line.ProductLineID}
	if err := change.AtHome(ctx, tx, home); err != nil {
		return nil, err
	}
	c := &lineChange{tx: tx, done: done, by: AuthorOf(ctx), today: today, retired: locked.Retired(line.AccountID)}
	// What happened only because days have passed must not be written as the doing of this change.
	if err := Settle(ctx, tx, []gid.ID{id}, c.today, done.Now(), passed); err != nil {
		return nil, err
	}
	c.unit, err = tx.Client().UnitOfMeasure.Query().Where(unitofmeasure.ID(line.UnitID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the unit of %s: %w", id, err)
	}
	of, err := DecisionsAbout(ctx, tx, line.ID, line.EntitlementID)
	if err != nil {
		return nil, err
	}
	c.facts.Line, c.facts.Header = of[line.ID], of[line.EntitlementID]
	err = c.read(ctx, id)
	c.was = c.facts.Periods
	return c, err
}

// read reads the line and the facts of its periods as they are now.
func (c *lineChange) read(ctx context.Context, id gid.ID) error {
	line, err := c.tx.Client().LineItem.Get(ctx, id)
	if err != nil {
		return fmt.Errorf("read %s: %w", id, err)
	}
	facts, err := periodFacts(ctx, c.tx, []*ent.LineItem{line})
	if err != nil {
		return err
	}
	c.line, c.facts.Periods = line, facts[id]
	return nil
}

// settle settles the line after its periods have changed, notes what moved, and warns of use that does not fit and of
// coverage that is of no use any more. first is the first day on which the periods changed; nil if they changed from
// the beginning. Of a change to come, use that will not fit on its first day is told, too.
func (c *lineChange) settle(ctx context.Context, kind vocabulary.LedgerKind, text string, subject gid.ID,
	first *day.Day, on day.Day) error {
	before := c.line
	cause := Cause{Kind: kind, Author: c.by, Text: text, Subject: subject, On: &on}
	if err := Settle(ctx, c.tx, []gid.ID{c.line.ID}, c.today, c.done.Now(), cause); err != nil {
		return err
	}
	if err := c.read(ctx, c.line.ID); err != nil {
		return err
	}
	c.noteLine(before)
	judged := c.today
	if first != nil {
		judged = max(judged, *first)
	}
	is := Summarize(c.facts.Periods, judged)
	if excess := is.Excess(c.line.Used); excess > Summarize(c.was, judged).Excess(c.line.Used) {
		c.done.Warn("EXCESS", "On {on}, {used} are in use and {granted} granted, so that {excess} are excess.",
			fault.With("on", value.OfDay(judged)), fault.With("used", c.quantity(c.line.Used)),
			fault.With("granted", c.quantity(is.Granted)), fault.With("excess", c.quantity(excess)))
	}
	if c.correctsCoverage {
		return nil
	}
	return WarnOfOverhang(ctx, c.tx, c.done, c.line, c.was)
}

// noteLine notes by what the line differs from before.
func (c *lineChange) noteLine(before *ent.LineItem) {
	fields := change.Difference(c.lineAttributes(before), c.lineAttributes(c.line))
	if len(fields) > 0 {
		c.done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "LineItemChanged", Account: c.line.AccountID,
			Subject: c.line.ID, Label: c.line.ActivationID, Fields: fields})
	}
}

func (c *lineChange) lineAttributes(line *ent.LineItem) []change.Attribute {
	granted := c.quantity(line.Granted).Form
	if line.Unlimited {
		granted = c.unlimited().Form
	}
	var last *day.Day
	if line.EndsOn != day.Forever {
		last = &line.EndsOn
	}
	return []change.Attribute{{"granted", granted}, {"overdraft", c.quantity(line.Overdraft).Form},
		{"excess", c.quantity(line.Excess).Form}, {"startsOn", ofDay(line.StartsOn)}, {"endsOn", ofDay(last)}}
}

// withdrawnOn tells whether the line or its header is withdrawn on a day.
func (c *lineChange) withdrawnOn(on day.Day) bool {
	ruling := Ruling(on, c.facts.Header, c.facts.Line)
	return ruling != nil && *ruling == vocabulary.DecisionWithdrawn
}
