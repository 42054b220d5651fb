package entitlement

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/decision"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Author is who writes a decision or a ledger entry.
type Author struct {
	// ID is the user or the API key; 0 for a system.
	ID gid.ID
	// Name is what everybody may read: the name of the system, or of the side on which the person or program is. The
	// name of a person is not written; whoever may know it is told it by its id.
	Name string
}

// AuthorOf returns the author who is the viewer of a change.
func AuthorOf(ctx context.Context) Author {
	who := viewer.From(ctx)
	author := Author{ID: who.User, Name: "customer"}
	if who.User == 0 && who.CredentialID.Type() == gid.APIKey {
		author.ID = who.CredentialID
	}
	if who.OfProducer() {
		author.Name = "producer"
	}
	return author
}

// id returns the id for a column that is null for a system.
func (a Author) id() *gid.ID {
	if a.ID == 0 {
		return nil
	}
	return &a.ID
}

// NewDecision is a decision that is to be recorded: about an entitlement, a line item, a period, a coverage or a
// coverage item of an account. It holds from First to Last, both inclusive, as Decided says.
type NewDecision struct {
	Account, Subject gid.ID
	Kind             vocabulary.Decision
	First, Last      day.Day
	Reason           string
	// Voids says that the subject was recorded wrongly and counts on no day. Such a decision is a withdrawal on every
	// day, and is not released.
	Voids bool
	// Cause is the period with which the decision is made; 0 for none. If that is voided, the decision is lifted.
	Cause gid.ID
}

// decisionsAtOnce is how many decisions one statement adds. A statement has at most 32,766 parameters on SQLite.
const decisionsAtOnce = 200

// Decide records decisions, and marks their subjects as decided. It moves no count: after a decision about a period,
// Settle its line.
func Decide(ctx context.Context, tx store.Tx, now clock.Instant, by Author, decisions ...NewDecision) (
	[]*ent.Decision, error) {
	made, subjects := make([]*ent.Decision, 0, len(decisions)), make([]gid.ID, len(decisions))
	for i, d := range decisions {
		subjects[i] = d.Subject
	}
	for part := range slices.Chunk(decisions, decisionsAtOnce) {
		rows := make([]*ent.DecisionCreate, len(part))
		for i, d := range part {
			rows[i] = tx.Client().Decision.Create().SetAccountID(d.Account).SetSubjectID(d.Subject).SetKind(d.Kind).
				SetStartsOn(d.First).SetEndsOn(d.Last).SetPlannedEndsOn(d.Last).SetReason(d.Reason).SetActor(by.Name).
				SetNillableActorID(by.id()).SetRecordedAt(now).SetVoids(d.Voids)
			if d.Cause != 0 {
				rows[i].SetCauseID(d.Cause)
			}
		}
		saved, err := tx.Client().Decision.CreateBulk(rows...).Save(ctx)
		if err != nil {
			return nil, fmt.Errorf("record decisions: %w", err)
		}
		made = append(made, saved...)
	}
	return made, markDecided(ctx, tx, now, subjects...)
}

// Lift lets a decision that was not lifted before end with a last day, which may be before its first: then it holds on
// no day. The last day is not later than the present one. Like Decide, it moves no count.
func Lift(ctx context.Context, tx store.Tx, now clock.Instant, by Author, d *ent.Decision, last day.Day,
	reason string) error {
	err := tx.Client().Decision.UpdateOne(d).SetEndsOn(min(last, d.EndsOn)).SetLiftedAt(now).SetLiftedBy(by.Name).
		SetNillableLiftedByID(by.id()).SetLiftReason(reason).Exec(ctx)
	if err != nil {
		return fmt.Errorf("lift the decision about %s: %w", d.SubjectID, err)
	}
	return markDecided(ctx, tx, now, d.SubjectID)
}

// LiftAll is Lift for decisions that end on the last day or later.
func LiftAll(ctx context.Context, tx store.Tx, now clock.Instant, by Author, list []*ent.Decision, last day.Day,
	reason string) error {
	return liftAll(ctx, tx, now, by, list, reason, func(u *sql.UpdateBuilder) {
		u.Set(decision.FieldEndsOn, int64(last))
	})
}

// liftFromFirst is Lift for decisions that are to hold on no day any more: each ends on the day before its first one.
func liftFromFirst(ctx context.Context, tx store.Tx, now clock.Instant, by Author, list []*ent.Decision,
	reason string) error {
	return liftAll(ctx, tx, now, by, list, reason, endBeforeFirst)
}

// liftAll lifts decisions with one statement. end sets their last day.
func liftAll(ctx context.Context, tx store.Tx, now clock.Instant, by Author, list []*ent.Decision, reason string,
	end func(*sql.UpdateBuilder)) error {
	if len(list) == 0 {
		return nil
	}
	keys, subjects := make([]int64, len(list)), make([]gid.ID, len(list))
	for i, d := range list {
		keys[i], subjects[i] = d.ID, d.SubjectID
	}
	err := tx.Client().Decision.Update().Where(store.KeyIn(decision.FieldID, keys)).SetLiftedAt(now).
		SetLiftedBy(by.Name).SetNillableLiftedByID(by.id()).SetLiftReason(reason).Modify(end).Exec(ctx)
	if err != nil {
		return fmt.Errorf("lift decisions: %w", err)
	}
	return markDecided(ctx, tx, now, subjects...)
}

// endBeforeFirst lets decisions end on the day before their first one, unless they end earlier.
func endBeforeFirst(u *sql.UpdateBuilder) {
	u.Set(decision.FieldEndsOn, sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("CASE WHEN ").Ident(decision.FieldEndsOn).WriteString(" < ").Ident(decision.FieldStartsOn).
			WriteString(" - 1 THEN ").Ident(decision.FieldEndsOn).WriteString(" ELSE ").
			Ident(decision.FieldStartsOn).WriteString(" - 1 END")
	}))
}

// markDecided says in the rows of subjects that there are decisions about them, and that they changed.
func markDecided(ctx context.Context, tx store.Tx, now clock.Instant, subjects ...gid.ID) error {
	byType := map[gid.Type][]int64{}
	for _, subject := range subjects {
		byType[subject.Type()] = append(byType[subject.Type()], int64(subject))
	}
	for typ, keys := range byType {
		slices.Sort(keys)
		keys = slices.Compact(keys)
		if err := markType(ctx, tx, now, typ, keys); err != nil {
			return fmt.Errorf("mark what was decided about: %w", err)
		}
	}
	return nil
}

// markType is markDecided for subjects of one type.
func markType(ctx context.Context, tx store.Tx, now clock.Instant, typ gid.Type, keys []int64) error {
	c, changed := tx.Client(), ChangedAt(now)
	switch typ {
	case gid.Entitlement:
		return c.Entitlement.Update().Where(store.KeyIn("id", keys)).SetDecided(true).Modify(changed).Exec(ctx)
	case gid.LineItem:
		return c.LineItem.Update().Where(store.KeyIn("id", keys)).SetDecided(true).Modify(changed).Exec(ctx)
	case gid.Period:
		return c.Period.Update().Where(store.KeyIn("id", keys)).SetDecided(true).Modify(changed).Exec(ctx)
	case gid.Coverage:
		return c.Coverage.Update().Where(store.KeyIn("id", keys)).SetDecided(true).Modify(changed).Exec(ctx)
	case gid.CoverageItem:
		return c.CoverageItem.Update().Where(store.KeyIn("id", keys)).SetDecided(true).Exec(ctx)
	default:
		return errNoSubject
	}
}

// ChangedAt sets the time of the change of rows, as clock.Later does for one row.
func ChangedAt(now clock.Instant) func(*sql.UpdateBuilder) {
	const column = "updated_at" // of every table with such rows
	return func(u *sql.UpdateBuilder) {
		u.Set(column, sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString("CASE WHEN ").Ident(column).WriteString(" < ").Arg(int64(now))
			b.WriteString(" THEN ").Arg(int64(now)).WriteString(" ELSE ").Ident(column).WriteString(" + 1 END")
		}))
	}
}

var errNoSubject = errors.New("nothing is decided about objects of this type")
