package entitlement

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A decision holds on the days from its first to its last. Several may hold on one day; the most severe of them is the
// status. The rule is written here twice, for Go and for statements; tests compare the two. A decision of
// the kind GRACE or RENEWAL_CANCELLED rules nothing in or out. Whatever asks here what holds on a day, or on which days
// nothing holds, passes over it, so lists of decisions may have such ones, too.

// Decided is a decision about a subject and the days on which it holds, both ends inclusive: First is day.Beginning if
// it is not known since when, Last is day.Forever if there is no last day. It holds on no day if Last is before First.
type Decided struct {
	Kind        vocabulary.Decision
	First, Last day.Day
	// Recorded is when it was recorded, with Planned as its last day, and Lifted when it was lifted, if it was. Only
	// KnownAt reads them.
	Recorded clock.Instant
	Lifted   *clock.Instant
	Planned  day.Day
	// Voids says that the subject was recorded wrongly and counts on no day.
	Voids bool
	// ID is the id of the decision. Only eligibility reads it.
	ID gid.ID
}

// Decisions are the decisions about one subject, in any order.
type Decisions []Decided

// severity lists the decisions, the most severe first. Of several decisions the most severe one is the status.
var severity = []vocabulary.Decision{
	vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest, vocabulary.DecisionSuspended,
	vocabulary.DecisionOnHold,
}

func rank(d vocabulary.Decision) int { return slices.Index(severity, d) }

// rules tells whether a decision rules its subject in or out. The others have rules of their own.
func (d Decided) rules() bool { return rank(d.Kind) >= 0 }

// rulings returns the decisions that rule a subject in or out, as a new list.
func (list Decisions) rulings() Decisions {
	return slices.DeleteFunc(slices.Clone(list), func(d Decided) bool { return !d.rules() })
}

// graces returns the decisions that give grace.
func (list Decisions) graces() Decisions {
	return list.ofKind(vocabulary.DecisionGrace)
}

// cancellations returns the decisions by which renewals are cancelled.
func (list Decisions) cancellations() Decisions {
	return list.ofKind(vocabulary.DecisionRenewalCancelled)
}

// ofKind returns the decisions of a kind.
func (list Decisions) ofKind(kind vocabulary.Decision) Decisions {
	return slices.DeleteFunc(slices.Clone(list), func(d Decided) bool { return d.Kind != kind })
}

// On returns the most severe of the decisions that hold on a day and rule the subject in or out, or nil if none does.
func (list Decisions) On(on day.Day) *vocabulary.Decision { return Ruling(on, list) }

// Ruling is On for the decisions about several subjects.
func Ruling(on day.Day, subjects ...Decisions) *vocabulary.Decision {
	var worst *vocabulary.Decision
	for _, list := range subjects {
		for i := range list {
			d := &list[i]
			if d.rules() && d.Holds(on) && (worst == nil || rank(d.Kind) < rank(*worst)) {
				worst = &d.Kind
			}
		}
	}
	return worst
}

// Holds tells whether the decision holds on a day.
func (d Decided) Holds(on day.Day) bool { return d.First <= on && on <= d.Last }

// LastFree returns the last of the days from first to last on which no decision rules the subject in or out. The second
// result is false if there is no such day.
func (list Decisions) LastFree(first, last day.Day) (day.Day, bool) {
	byLast := list.rulings()
	slices.SortFunc(byLast, func(a, b Decided) int { return cmp.Compare(b.Last, a.Last) })
	for _, d := range byLast {
		if !d.Holds(last) {
			continue
		}
		if d.First <= first {
			return 0, false
		}
		last = d.First - 1
	}
	return last, first <= last
}

// FreeUntil returns last, or the day before the first decision that begins after on and rules the subject in or out,
// whichever is earlier.
func (list Decisions) FreeUntil(on, last day.Day) day.Day {
	for _, d := range list {
		if d.rules() && d.First > on && d.First <= d.Last {
			last = min(last, d.First-1)
		}
	}
	return last
}

// without returns the days of an interval on which none of the decisions rules its subject in or out, as intervals in
// their order.
func (i Interval) without(list Decisions) []Interval {
	if i.First == nil {
		return nil
	}
	first, last := *i.First, orForever(i.Last)
	byFirst := list.rulings()
	slices.SortFunc(byFirst, func(a, b Decided) int { return cmp.Compare(a.First, b.First) })
	var free []Interval
	for _, d := range byFirst {
		if d.Last < d.First || d.Last < first || last < d.First {
			continue
		}
		if first < d.First {
			free = append(free, intervalOf(first, d.First-1))
		}
		if d.Last >= last {
			return free
		}
		first = d.Last + 1
	}
	return append(free, intervalOf(first, last))
}

func intervalOf(first, last day.Day) Interval {
	if last == day.Forever {
		return Interval{First: &first}
	}
	return Interval{First: &first, Last: &last}
}

func orForever(last *day.Day) day.Day {
	if last == nil {
		return day.Forever
	}
	return *last
}

// DecisionReader collects subjects of which a column decided says that there are decisions about them, so that one
// statement reads these decisions, or none if there are no such subjects.
type DecisionReader struct {
	to map[int64][]func(Decisions)
}

// About asks for the decisions about a subject that rule it in or out, which set receives.
func (a *DecisionReader) About(decided bool, subject int64, set func(Decisions)) {
	a.ask(decided, subject, func(list Decisions) { set(list.rulings()) })
}

// graces asks for the decisions of the kind GRACE about a line.
func (a *DecisionReader) graces(decided bool, line int64, set func(Decisions)) {
	a.ask(decided, line, func(list Decisions) { set(list.graces()) })
}

// cancellations asks for the decisions by which the renewal of a line was cancelled.
func (a *DecisionReader) cancellations(decided bool, line int64, set func(Decisions)) {
	a.ask(decided, line, func(list Decisions) { set(list.cancellations()) })
}

// ask asks for the decisions of every kind about a subject.
func (a *DecisionReader) ask(decided bool, subject int64, set func(Decisions)) {
	if !decided {
		return
	}
	if a.to == nil {
		a.to = map[int64][]func(Decisions){}
	}
	a.to[subject] = append(a.to[subject], set)
}

// Read reads the decisions. The scope of the view is not applied: decisions are part of the state of their subjects,
// for everyone who may see these or what follows from them.
func (a *DecisionReader) Read(ctx context.Context, v *page.View) error {
	if len(a.to) == 0 {
		return nil
	}
	subjects := make([]int64, 0, len(a.to))
	for id := range a.to {
		subjects = append(subjects, id)
	}
	slices.Sort(subjects)
	var found []struct {
		ID      int64               `sql:"id"`
		Subject int64               `sql:"subject_id"`
		Kind    vocabulary.Decision `sql:"kind"`
		First   day.Day             `sql:"starts_on"`
		Last    day.Day             `sql:"ends_on"`
		Planned day.Day             `sql:"planned_ends_on"`
		At      clock.Instant       `sql:"recorded_at"`
		Lifted  *clock.Instant      `sql:"lifted_at"`
		Voids   bool                `sql:"voids"`
	}
	err := v.Unscoped().ScanBelow(ctx, decision.Table, func(q *page.Query) {
		q.Select(q.Columns(decision.FieldID, decision.FieldSubjectID, decision.FieldKind, decision.FieldStartsOn,
			decision.FieldEndsOn, decision.FieldPlannedEndsOn, decision.FieldRecordedAt,
			decision.FieldLiftedAt, decision.FieldVoids)...).Where(q.In(q.C(decision.FieldSubjectID), subjects))
	}, &found)
	if err != nil {
		return err
	}
	of := make(map[int64]Decisions, len(subjects))
	for _, f := range found {
		of[f.Subject] = append(of[f.Subject], Decided{f.Kind, f.First, f.Last, f.At, f.Lifted, f.Planned,
			f.Voids, gid.FromKey(gid.Decision, f.ID)})
	}
	for subject, list := range of {
		for _, set := range a.to[subject] {
			set(list)
		}
	}
	return nil
}

// decidedColumn is the column of every kind of subject that says whether there are decisions about it.
const decidedColumn = "decided"

// IsDecided is the condition that a decision about the row of a table holds on a day: one of the kinds or, if none is
// given, any that rules the row in or out. on is a day as int64, or an expression.
func IsDecided(q *page.Query, t columns, on any, kinds ...vocabulary.Decision) *sql.Predicate {
	d := q.SubOf(decision.Table, "de")
	d.Select(d.C(decision.FieldID)).Where(sql.And(
		sql.ColumnsEQ(d.C(decision.FieldSubjectID), t.C("id")),
		sql.LTE(d.C(decision.FieldStartsOn), on), sql.GTE(d.C(decision.FieldEndsOn), on)))
	if len(kinds) == 0 {
		kinds = severity
	}
	d.Where(sql.In(d.C(decision.FieldKind), values(kinds)...))
	return sql.And(sql.EQ(t.C(decidedColumn), true), sql.Exists(d.Selector))
}

// IsFree is the condition that no decision about the row of a table rules it in or out on a day.
func IsFree(q *page.Query, t columns, on any) *sql.Predicate { return sql.Not(IsDecided(q, t, on)) }

// isRuledOut is PeriodFact.isRuledOut as an SQL condition on the period p.
func isRuledOut(q *page.Query, p columns) *sql.Predicate {
	d := q.SubOf(decision.Table, "dr")
	d.Select(d.C(decision.FieldID)).Where(sql.And(
		sql.ColumnsEQ(d.C(decision.FieldSubjectID), p.C(period.FieldID)),
		sql.In(d.C(decision.FieldKind), values(severity)...),
		sql.Or(sql.EQ(d.C(decision.FieldStartsOn), int64(day.Beginning)),
			sql.ColumnsLTE(d.C(decision.FieldStartsOn), p.C(period.FieldStartsOn))),
		sql.Or(sql.EQ(d.C(decision.FieldEndsOn), int64(day.Forever)),
			sql.ColumnsGTE(d.C(decision.FieldEndsOn), p.C(period.FieldEndsOn)))))
	return sql.And(sql.EQ(p.C(decidedColumn), true), sql.Exists(d.Selector))
}

// isCancelledAfter is Facts.isCancelled as an SQL condition on the line t. last is a day as int64, or an expression.
func isCancelledAfter(q *page.Query, t columns, last any) *sql.Predicate {
	d := q.SubOf(decision.Table, "dc")
	d.Select(d.C(decision.FieldID)).Where(sql.And(
		sql.ColumnsEQ(d.C(decision.FieldSubjectID), t.C("id")),
		sql.EQ(d.C(decision.FieldKind), string(vocabulary.DecisionRenewalCancelled)),
		sql.GTE(d.C(decision.FieldEndsOn), last),
		sql.Or(sql.LTE(d.C(decision.FieldStartsOn), last), sql.IsNull(d.C(decision.FieldLiftedAt)))))
	return sql.And(sql.EQ(t.C(decidedColumn), true), sql.Exists(d.Selector))
}

// Severity returns the decision itself and the more severe decisions. The first result is nil if d is not a decision.
func Severity(d vocabulary.Decision) (same, worse []vocabulary.Decision) {
	at := rank(d)
	if at < 0 {
		return nil, nil
	}
	return severity[at : at+1], severity[:at]
}

func values(decisions []vocabulary.Decision) []any {
	out := make([]any, len(decisions))
	for i, d := range decisions {
		out[i] = string(d)
	}
	return out
}
