package catalog

import (
	"context"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/feature"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// NewFeature describes a feature that is to be created. Version and Name may be empty.
type NewFeature struct{ Code, Version, Name string }

// FeatureChange holds what changes of a feature; nil stays as it is. Code and version never change, because programs
// ask for a feature by them.
type FeatureChange struct {
	// Name is removed by an empty text.
	Name    *string
	Retired *bool
}

// CreateFeature creates a feature. The outcome has its id. It returns CODE_TAKEN.
func (s *Service) CreateFeature(ctx context.Context, r change.Request, n NewFeature) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.createFeature(n))
}

func (s *Service) createFeature(n NewFeature) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		var wrong refusals
		wrong.line("input.code", n.Code, longestCode)
		wrong.maybeLine("input.version", n.Version, longestCode)
		wrong.maybeLine("input.name", n.Name, longestName)
		if err := wrong.err(); err != nil {
			return err
		}
		taken, err := tx.Client().Feature.Query().Where(feature.Code(n.Code), feature.Version(n.Version)).Exist(ctx)
		if err != nil {
			return wrap("look for the code", err)
		}
		if taken {
			return fault.New(CodeTaken, "input.code", "Another feature already has this code and version.",
				"Give another code or version, or change that feature with changeFeature.")
		}
		f, err := tx.Client().Feature.Create().SetID(gid.New(gid.Feature, 0)).SetCode(n.Code).SetVersion(n.Version).
			SetName(n.Name).Save(ctx)
		if err != nil {
			return wrap("create the feature", err)
		}
		noteNew(done, "FeatureCreated", f.ID, labelOfFeature(f), featureAttributes(f))
		return nil
	}
}

// ChangeFeature changes a feature. The outcome has its id.
func (s *Service) ChangeFeature(ctx context.Context, r change.Request, id gid.ID, c FeatureChange) (change.Outcome,
	error) {
	return s.changes.Operate(ctx, r, s.changeFeature(id, c))
}

func (s *Service) changeFeature(id gid.ID, c FeatureChange) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		row, err := tx.Client().Feature.Query().Where(feature.ID(id), store.Locked).Only(ctx)
		before, err := found(row, err, "input.feature", "Feature", id)
		if err != nil {
			return err
		}
		after := *before
		set(&after.Name, c.Name)
		after.RetiredAt = retiredAt(before.RetiredAt, c.Retired, done.Now())
		var wrong refusals
		wrong.maybeLine("input.name", after.Name, longestName)
		if err := wrong.err(); err != nil {
			return err
		}
		done.Result(id)
		if !noteChange(done, "FeatureChanged", id, labelOfFeature(before), featureAttributes(before),
			featureAttributes(&after)) {
			return nil
		}
		update := tx.Client().Feature.UpdateOneID(id).SetName(after.Name)
		assign(after.RetiredAt, update.SetRetiredAt, update.ClearRetiredAt)
		return wrap("change the feature", update.Exec(ctx))
	}
}

func labelOfFeature(f *ent.Feature) string { return strings.TrimSpace(f.Code + " " + f.Version) }

func featureAttributes(f *ent.Feature) []change.Attribute {
	return []change.Attribute{{"code", f.Code}, {"version", f.Version}, {"name", f.Name},
		{"retiredAt", ofMoment(f.RetiredAt)}}
}
