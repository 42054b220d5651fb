package entitlement

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// LineChanges are changes of the periods of lines, which are locked. The number of statements that read what decides
// about the lines does not grow with the lines. What the changes record is kept until Write stores it with few
// statements for all of them, so each change is decided on what is kept, too.
type LineChanges struct {
	tx     store.Tx
	done   *change.Record
	by     Author
	today  day.Day
	reason string
	// field is the path of the input that names a line, or its period.
	field string
	// order has the lines by their ids, and lines finds one.
	order []*lineChange
	lines map[gid.ID]*lineChange
	// lineOf has the lines of periods.
	lineOf map[gid.ID]gid.ID
	homes  homeCheck
	// What is kept until it is stored: new periods and decisions; decisions that have another cause, or are lifted;
	// periods that renew or amend another one; and replaced periods whose steps of lineage name the replacements. notes
	// are kept until then, and settling has the lines that are to be settled afterwards.
	periods   []*ent.Period
	decisions []keptDecision
	caused    []*ent.Decision
	lifted    []*ent.Decision
	pointed   []*ent.Period
	steps     []pair
	notes     []func()
	settling  []*lineChange
	// versions, covering and lineage are read when they are needed.
	versions map[gid.ID]*ent.LicenseModelVersion
	covering map[gid.ID][]covering
	lineage  map[gid.ID]bool
	// coverageFollows says that the coverages are changed after the periods.
	coverageFollows bool
}

// keptDecision is a decision that is not stored yet, and the row that its line has of it.
type keptDecision struct {
	NewDecision
	row *ent.Decision
}

// settlement says how a line is settled after its periods have changed.
type settlement struct {
	kind vocabulary.LedgerKind
	text string
	// subject is that by which the counts move, and on the day from which they do.
	subject gid.ID
	on      day.Day
	// first is the first day on which the periods changed; nil if they changed from the beginning.
	first *day.Day
}

// ChangeLines locks lines, settles those that are due, and reads what decides about their periods. field is the path of
// the input that names a line, or its period. grants says that lines may be granted more: their accounts are then kept
// from being retired. Lines that do not exist are left out: a change of one of them returns NOT_FOUND.
func ChangeLines(ctx context.Context, tx store.Tx, done *change.Record, today day.Day, reason, field string,
	grants bool, lines ...gid.ID) (*LineChanges, error) {
	wanted := Wanted{Lines: lines}
	if grants {
		wanted.GrantsAt = field
	}
	locked, err := Lock(ctx, tx, wanted)
	if err != nil {
		return nil, err
	}
	b := &LineChanges{tx: tx, done: done, by: AuthorOf(ctx), today: today, reason: reason, field: field}
	if err := b.open(ctx, locked.Lines); err != nil {
		return nil, err
	}
	for _, c := range b.order {
		c.retired = locked.Retired(c.line.AccountID)
	}
	return b, nil
}

// open settles lines that are locked and due, and reads what decides about their periods.
func (b *LineChanges) open(ctx context.Context, locked []*ent.LineItem) error {
	b.lines, b.homes = make(map[gid.ID]*lineChange, len(locked)), homeCheck{}
	b.order = make([]*lineChange, len(locked))
	units := make([]gid.ID, len(locked))
	for i, line := range locked {
		c := &lineChange{all: b, tx: b.tx, done: b.done, by: b.by, today: b.today, line: line}
		b.order[i], b.lines[line.ID], units[i] = c, c, line.UnitID
	}
	counted, err := b.tx.Client().UnitOfMeasure.Query().Where(store.KeyIn(unitofmeasure.FieldID, sorted(units))).
		All(ctx)
	if err != nil {
		return fmt.Errorf("read units: %w", err)
	}
	for _, c := range b.order {
		c.unit = counted[slices.IndexFunc(counted, func(u *ent.UnitOfMeasure) bool { return u.ID == c.line.UnitID })]
	}
	if err := b.read(ctx); err != nil {
		return err
	}
	for _, c := range b.order {
		c.covered = c.facts.Periods
	}
	return b.settleDue(ctx)
}

// read reads the periods of the lines, and the decisions about them, the lines and their headers.
func (b *LineChanges) read(ctx context.Context) error {
	keys, subjects := make([]int64, len(b.order)), make([]gid.ID, 0, 2*len(b.order))
	for i, c := range b.order {
		keys[i], c.rows, c.decided = int64(c.line.ID), nil, nil
		subjects = append(subjects, c.line.ID, c.line.EntitlementID)
	}
	periods, err := b.tx.Client().Period.Query().Where(store.KeyIn(period.FieldLineItemID, keys)).
		WithInstalments(ByDueDay).Order(ent.Asc(period.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read periods: %w", err)
	}
	b.lineOf = make(map[gid.ID]gid.ID, len(periods))
	for _, p := range periods {
		c := b.lines[p.LineItemID]
		b.lineOf[p.ID] = p.LineItemID
		if c.rows = append(c.rows, p); p.Decided {
			subjects = append(subjects, p.ID)
		}
	}
	found, err := b.tx.Client().Decision.Query().Where(store.KeyIn(decision.FieldSubjectID, sorted(subjects))).
		Order(ent.Asc(decision.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read decisions: %w", err)
	}
	about := map[gid.ID][]*ent.Decision{}
	for _, d := range found {
		about[d.SubjectID] = append(about[d.SubjectID], d)
	}
	for _, c := range b.order {
		c.decided = slices.Concat(about[c.line.EntitlementID], about[c.line.ID])
		for _, p := range c.rows {
			c.decided = append(c.decided, about[p.ID]...)
		}
		slices.SortStableFunc(c.decided, func(d, e *ent.Decision) int { return cmp.Compare(d.ID, e.ID) })
		c.judge()
		c.was = c.facts.Periods
	}
	return nil
}

// settleDue settles the lines that are due. What happened only because days have passed must not be written as the
// doing of a change.
func (b *LineChanges) settleDue(ctx context.Context) error {
	var late []*ent.LineItem
	facts := map[gid.ID][]PeriodFact{}
	for _, c := range b.order {
		if (Stored{InForceUntil: c.line.InForceUntil, NextStartsOn: c.line.NextStartsOn}).Due(b.today) {
			late, facts[c.line.ID] = append(late, c.line), c.facts.Periods
		}
	}
	settled, err := settleLocked(ctx, b.tx, late, facts, b.today, b.done.Now(), passed)
	if err != nil {
		return err
	}
	for _, line := range settled {
		b.lines[line.ID].line = line
	}
	return nil
}

// change returns a line that is to be changed. If a change of it is not settled yet, it writes all changes first, so
// that the ledger has an entry for each of them. It returns NOT_FOUND or HOME_ELSEWHERE.
func (b *LineChanges) change(ctx context.Context, id gid.ID) (*lineChange, error) {
	c := b.lines[id]
	if c == nil {
		return nil, fault.Missing(b.field, "LineItem", id)
	}
	refusal, err := b.homes.refusal(ctx, b.tx, change.Home{Account: c.line.AccountID,
		ProductLine: c.line.ProductLineID})
	if err != nil {
		return nil, err
	}
	if refusal != nil {
		return nil, refusal
	}
	if slices.Contains(b.settling, c) {
		return c, b.Write(ctx)
	}
	return c, nil
}

// ofPeriod returns the line of a period that is to be changed. It returns NOT_FOUND or HOME_ELSEWHERE.
func (b *LineChanges) ofPeriod(ctx context.Context, id gid.ID) (*lineChange, error) {
	if line := b.lineOf[id]; line != 0 {
		return b.change(ctx, line)
	}
	return nil, fault.Missing(b.field, "Period", id)
}

// Facts returns the facts of a line as the changes leave it, without successors; nil if there is no such line.
func (b *LineChanges) Facts(line gid.ID) *Facts {
	if c := b.lines[line]; c != nil {
		return &c.facts
	}
	return nil
}

// Period returns a period of one of the lines as the changes leave it; nil if there is none.
func (b *LineChanges) Period(line, id gid.ID) *ent.Period {
	if c := b.lines[line]; c != nil {
		for _, p := range c.rows {
			if p.ID == id {
				return p
			}
		}
	}
	return nil
}

// Write stores what the changes recorded, settles their lines, notes what moved, and warns of use that does not fit and
// of coverage that is of no use any more.
func (b *LineChanges) Write(ctx context.Context) error {
	if err := b.store(ctx); err != nil {
		return err
	}
	changed := b.settling
	b.settling = nil
	before := map[gid.ID]*ent.LineItem{}
	for len(before) < len(changed) {
		var of settlement
		var lines []*ent.LineItem
		by, facts := Cause{Author: b.by, Of: map[gid.ID]LineCause{}}, map[gid.ID][]PeriodFact{}
		for _, c := range changed {
			if before[c.line.ID] != nil || len(lines) > 0 && (of.kind != c.settles.kind || of.text != c.settles.text) {
				continue
			}
			of = c.settles
			on := of.on
			by.Of[c.line.ID] = LineCause{of.subject, &on}
			lines, facts[c.line.ID], before[c.line.ID] = append(lines, c.line), c.facts.Periods, c.line
		}
		by.Kind, by.Text = of.kind, of.text
		settled, err := settleLocked(ctx, b.tx, lines, facts, b.today, b.done.Now(), by)
		if err != nil {
			return err
		}
		for _, line := range settled {
			b.lines[line.ID].line = line
		}
	}
	for _, c := range changed {
		c.noteLine(before[c.line.ID])
		c.warnOfExcess()
		c.was = c.facts.Periods
	}
	if b.coverageFollows || len(changed) == 0 {
		return nil
	}
	return b.WarnOfOverhang(ctx)
}

// CoverageFollows says that the caller changes the coverages of the lines after Write, and then calls WarnOfOverhang.
func (b *LineChanges) CoverageFollows() { b.coverageFollows = true }

// store stores what is kept, and notes it. The number of statements does not grow with the lines.
func (b *LineChanges) store(ctx context.Context) error {
	now, c := b.done.Now(), b.tx.Client()
	for part := range slices.Chunk(b.periods, periodsAtOnce) {
		rows := make([]*ent.PeriodCreate, len(part))
		for i, p := range part {
			rows[i] = Insertion(c, p, now)
		}
		if err := c.Period.CreateBulk(rows...).Exec(ctx); err != nil {
			return fmt.Errorf("record periods: %w", err)
		}
	}
	if err := WriteInstalments(ctx, b.tx, b.periods...); err != nil {
		return err
	}
	if len(b.decisions) > 0 {
		list := make([]NewDecision, len(b.decisions))
		for i, d := range b.decisions {
			list[i] = d.NewDecision
			list[i].Cause = orNone(d.row.CauseID) // which may have been replaced since
		}
		made, err := Decide(ctx, b.tx, now, b.by, list...)
		if err != nil {
			return err
		}
		for i, d := range made {
			row := b.decisions[i].row
			d.EndsOn, d.LiftedAt = row.EndsOn, row.LiftedAt // it may be lifted, too
			*row = *d
		}
	}
	if err := b.storeNames(ctx, now); err != nil {
		return err
	}
	if err := liftFromFirst(ctx, b.tx, now, b.by, b.lifted, b.reason); err != nil {
		return err
	}
	for _, note := range b.notes {
		note()
	}
	b.periods, b.decisions, b.caused, b.lifted, b.pointed, b.steps, b.notes = nil, nil, nil, nil, nil, nil, nil
	return nil
}

// storeNames stores what periods, decisions and steps of lineage name instead of replaced periods.
func (b *LineChanges) storeNames(ctx context.Context, now clock.Instant) error {
	for part := range slices.Chunk(b.pointed, periodsAtOnce) {
		values := make([]any, 0, 4*len(part))
		for _, p := range part {
			values = append(values, int64(p.ID), keyOrNull(p.RenewsID), keyOrNull(p.AmendsID), int64(now))
		}
		if _, err := b.tx.Exec(ctx, pointStatement(len(part)), values...); err != nil {
			return fmt.Errorf("let periods name others: %w", err)
		}
	}
	for part := range slices.Chunk(b.caused, periodsAtOnce) {
		values := make([]any, 0, 2*len(part))
		for _, d := range part {
			values = append(values, d.ID, keyOrNull(d.CauseID))
		}
		if _, err := b.tx.Exec(ctx, "UPDATE decisions SET cause_id = v.column2 "+fromPairs(len(part))+
			" WHERE decisions.id = v.column1", values...); err != nil {
			return fmt.Errorf("let decisions name other causes: %w", err)
		}
	}
	for part := range slices.Chunk(b.steps, periodsAtOnce) {
		values := make([]any, 0, 2*len(part))
		for _, p := range part {
			values = append(values, int64(p.old.ID), int64(p.fresh.ID))
		}
		if _, err := b.tx.Exec(ctx, "UPDATE lineage_steps SET period_id = v.column2 "+fromPairs(len(part))+
			" WHERE lineage_steps.period_id = v.column1", values...); err != nil {
			return fmt.Errorf("let steps of lineage name other periods: %w", err)
		}
	}
	return nil
}

// fromPairs returns the part of a statement that lists so many pairs of keys. PostgreSQL learns the types of the
// columns from the first one.
func fromPairs(rows int) string {
	list := slices.Repeat([]string{"(?, ?)"}, rows)
	list[0] = "(CAST(? AS bigint), CAST(? AS bigint))"
	return "FROM (VALUES " + strings.Join(list, ", ") + ") AS v"
}

// pointStatement returns the statement that stores what so many periods renew and amend. PostgreSQL learns the types of
// the columns from the first row.
func pointStatement(rows int) string {
	const typed = "CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint)"
	list := slices.Repeat([]string{"(?, ?, ?, ?)"}, rows)
	list[0] = "(" + typed + ")"
	return "UPDATE periods SET renews_id = v.column2, amends_id = v.column3, updated_at = CASE WHEN " +
		"periods.updated_at < v.column4 THEN v.column4 ELSE periods.updated_at + 1 END " +
		"FROM (VALUES " + strings.Join(list, ", ") + ") AS v WHERE periods.id = v.column1"
}

func keyOrNull(id *gid.ID) any {
	if id == nil {
		return nil
	}
	return int64(*id)
}
