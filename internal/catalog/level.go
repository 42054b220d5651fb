package catalog

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coveragelevel"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// NewLevel describes a coverage level that is to be created.
type NewLevel struct {
	Code, Name string
	// Rank orders levels: a higher one promises more.
	Rank int
}

// LevelChange holds what changes of a coverage level; nil stays as it is. The code never changes.
type LevelChange struct {
	Name    *string
	Rank    *int
	Retired *bool
}

// CreateLevel creates a coverage level. The outcome has its id. It returns CODE_TAKEN.
func (s *Service) CreateLevel(ctx context.Context, r change.Request, n NewLevel) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.createLevel(n))
}

func (s *Service) createLevel(n NewLevel) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		var wrong refusals
		wrong.line("input.code", n.Code, longestCode)
		wrong.level(n.Name, n.Rank)
		if err := wrong.err(); err != nil {
			return err
		}
		taken, err := tx.Client().CoverageLevel.Query().Where(coveragelevel.Code(n.Code)).Exist(ctx)
		if err != nil {
			return wrap("look for the code", err)
		}
		if taken {
			return fault.New(CodeTaken, "input.code", "Another coverage level already has this code.",
				"Give another code, or change that level with changeCoverageLevel.")
		}
		l, err := tx.Client().CoverageLevel.Create().SetID(gid.New(gid.CoverageLevel, 0)).SetCode(n.Code).
			SetName(n.Name).SetRank(n.Rank).Save(ctx)
		if err != nil {
			return wrap("create the level", err)
		}
		noteNew(done, "CoverageLevelCreated", l.ID, l.Code, levelAttributes(l))
		return nil
	}
}

// ChangeLevel changes a coverage level. The outcome has its id.
func (s *Service) ChangeLevel(ctx context.Context, r change.Request, id gid.ID, c LevelChange) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.changeLevel(id, c))
}

func (s *Service) changeLevel(id gid.ID, c LevelChange) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		row, err := tx.Client().CoverageLevel.Query().Where(coveragelevel.ID(id), store.Locked).Only(ctx)
		before, err := found(row, err, "input.coverageLevel", "CoverageLevel", id)
		if err != nil {
			return err
		}
		after := *before
		set(&after.Name, c.Name)
		set(&after.Rank, c.Rank)
		after.RetiredAt = retiredAt(before.RetiredAt, c.Retired, done.Now())
		var wrong refusals
		wrong.level(after.Name, after.Rank)
		if err := wrong.err(); err != nil {
			return err
		}
		done.Result(id)
		if !noteChange(done, "CoverageLevelChanged", id, before.Code, levelAttributes(before),
			levelAttributes(&after)) {
			return nil
		}
		update := tx.Client().CoverageLevel.UpdateOneID(id).SetName(after.Name).SetRank(after.Rank)
		assign(after.RetiredAt, update.SetRetiredAt, update.ClearRetiredAt)
		return wrap("change the level", update.Exec(ctx))
	}
}

func (r *refusals) level(name string, rank int) {
	r.line("input.name", name, longestName)
	r.number("input.rank", rank, 0, maxNumber)
}

func levelAttributes(l *ent.CoverageLevel) []change.Attribute {
	return []change.Attribute{{"code", l.Code}, {"name", l.Name}, {"rank", ofNumber(l.Rank)},
		{"retiredAt", ofMoment(l.RetiredAt)}}
}
