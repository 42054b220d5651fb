package entitlement

import (
	"cmp"
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

// lineChange is a change of the periods of one line, which is locked.
type lineChange struct {
	// all are the changes of which this one is a part.
	all   *LineChanges
	tx    store.Tx
	done  *change.Record
	by    Author
	today day.Day
	line  *ent.LineItem
	unit  *ent.UnitOfMeasure
	// rows are the periods of the line, in the order of their ids, and decided the decisions about them, the line and
	// its header, in the order in which they were recorded, with what is kept. facts follow from them.
	rows    []*ent.Period
	decided []*ent.Decision
	facts   Facts // without successors
	// was are the facts of the periods before the change.
	was []PeriodFact
	// settles says how the line is to be settled, if it is.
	settles settlement
	// covered are the facts of the periods when it was told last which coverages they leave.
	covered []PeriodFact
	// retired is why the account is granted nothing more; nil if it is, or if the change grants nothing.
	retired *fault.Error
}

// changeLine locks a line, settles it, and reads what decides about its periods. field is the path of the input that
// names it. It returns NOT_FOUND or HOME_ELSEWHERE.
func changeLine(ctx context.Context, tx store.Tx, done *change.Record, today day.Day, reason, field string,
	id gid.ID) (*lineChange, error) {
	b, err := ChangeLines(ctx, tx, done, today, reason, field, false, id)
	if err != nil {
		return nil, err
	}
	return b.change(ctx, id)
}

// about returns the decisions of every kind about the line, its header or one of its periods.
func (c *lineChange) about(subject gid.ID) (list Decisions) {
	for _, d := range c.decided {
		if d.SubjectID == subject {
			list = append(list, decidedBy(d))
		}
	}
	return list
}

// judge lets the facts follow from the rows.
func (c *lineChange) judge() {
	of := c.about(c.line.ID)
	c.facts.Line, c.facts.Header = of.rulings(), c.about(c.line.EntitlementID).rulings()
	c.facts.Cancelled = of.cancellations()
	c.facts.Periods = make([]PeriodFact, len(c.rows))
	for i, p := range c.rows {
		c.facts.Periods[i] = FactOf(p, c.about(p.ID))
		c.facts.Periods[i].Graces = of.graces()
	}
}

// reread reads again what decides about the periods, after it was changed in the database.
func (c *lineChange) reread(ctx context.Context) error {
	was := c.was
	err := c.all.read(ctx)
	c.was = was
	return err
}

// add adds a period to the rows.
func (c *lineChange) add(p *ent.Period) {
	at, _ := slices.BinarySearchFunc(c.rows, p.ID, func(row *ent.Period, id gid.ID) int {
		return cmp.Compare(row.ID, id)
	})
	c.rows = slices.Insert(c.rows, at, p)
	c.all.lineOf[p.ID] = c.line.ID
	c.judge()
}

// note notes something once what is kept is stored.
func (c *lineChange) note(n change.Note) {
	c.all.notes = append(c.all.notes, func() { c.done.Note(n) })
}

// settle lets the line be settled with all others. It says from which day on the counts move and by what, and first is
// the first day on which the periods changed; nil if they changed from the beginning.
func (c *lineChange) settle(kind vocabulary.LedgerKind, text string, subject gid.ID, first *day.Day, on day.Day) {
	c.settles = settlement{kind: kind, text: text, subject: subject, first: first, on: on}
	c.all.settling = append(c.all.settling, c)
}

// warnOfExcess warns of use that fits less than before: today, or on the first day on which the periods changed, if
// that is to come.
func (c *lineChange) warnOfExcess() {
	judged := c.today
	if first := c.settles.first; first != nil {
		judged = max(judged, *first)
	}
	is := Summarize(c.facts.Periods, judged)
	if excess := is.Excess(c.line.Used); excess > Summarize(c.was, judged).Excess(c.line.Used) {
		c.done.Warn("EXCESS", "On {on}, {used} are in use and {granted} granted, so that {excess} are excess.",
			fault.With("on", value.OfDay(judged)), fault.With("used", c.quantity(c.line.Used)),
			fault.With("granted", c.quantity(is.Granted)), fault.With("excess", c.quantity(excess)))
	}
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
