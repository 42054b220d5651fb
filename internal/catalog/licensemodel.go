package catalog

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// NewLicenseModel describes a license model that is to be created, with the first version of its terms.
type NewLicenseModel struct {
	Name, Technology string
	ActivationModel  vocabulary.ActivationModel
	// Metered is nil for what the activation model implies.
	Metered *bool
	Terms   Terms
	// StartsOn is the first day of the terms; nil is today.
	StartsOn *day.Day
}

// LicenseModelChange holds what changes of a license model; nil stays as it is. The way of activation never changes,
// because rights in use depend on it.
type LicenseModelChange struct {
	Name *string
	// Technology is removed by an empty text.
	Technology *string
	Retired    *bool
}

// CreateLicenseModel creates a license model with its first version. The outcome has both ids. It returns NAME_TAKEN.
func (s *Service) CreateLicenseModel(ctx context.Context, r change.Request, n NewLicenseModel) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.createLicenseModel(n))
}

func (s *Service) createLicenseModel(n NewLicenseModel) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		metered := n.ActivationModel == vocabulary.ActivationModelUsage
		set(&metered, n.Metered)
		var wrong refusals
		if !metered && n.ActivationModel == vocabulary.ActivationModelUsage {
			wrong.add(badInput("input.metered", "A license model for usage is metered.",
				"Leave metered out, or give another activation model."))
		}
		wrong.terms(n.Terms)
		if err := wrong.licenseModel(ctx, tx, 0, n.Name, n.Technology); err != nil {
			return err
		}
		if err := wrong.err(); err != nil {
			return err
		}
		m, err := tx.Client().LicenseModel.Create().SetID(gid.New(gid.LicenseModel, 0)).SetName(n.Name).
			SetTechnology(n.Technology).SetActivationModel(n.ActivationModel).SetMetered(metered).Save(ctx)
		if err != nil {
			return wrap("create the license model", err)
		}
		noteNew(done, "LicenseModelCreated", m.ID, m.Name, licenseModelAttributes(m))
		first := s.today()
		set(&first, n.StartsOn)
		return n.Terms.create(ctx, tx, done, m, 1, first)
	}
}

// ChangeLicenseModel changes a license model. The outcome has its id. It returns NAME_TAKEN.
func (s *Service) ChangeLicenseModel(ctx context.Context, r change.Request, id gid.ID, c LicenseModelChange) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.changeLicenseModel(id, c))
}

func (s *Service) changeLicenseModel(id gid.ID, c LicenseModelChange) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		before, err := lockLicenseModel(ctx, tx, id)
		if err != nil {
			return err
		}
		after := *before
		set(&after.Name, c.Name)
		set(&after.Technology, c.Technology)
		after.RetiredAt = retiredAt(before.RetiredAt, c.Retired, done.Now())
		var wrong refusals
		if err := wrong.licenseModel(ctx, tx, id, after.Name, after.Technology); err != nil {
			return err
		}
		if err := wrong.err(); err != nil {
			return err
		}
		done.Result(id)
		if !noteChange(done, "LicenseModelChanged", id, before.Name, licenseModelAttributes(before),
			licenseModelAttributes(&after)) {
			return nil
		}
		update := tx.Client().LicenseModel.UpdateOneID(id).SetName(after.Name).SetTechnology(after.Technology)
		assign(after.RetiredAt, update.SetRetiredAt, update.ClearRetiredAt)
		return wrap("change the license model", update.Exec(ctx))
	}
}

// ReviseLicenseModel adds a version of the terms that is valid from a day on; nil is today. Terms never change for a
// day that has begun: the day is today or later, and later than that of the newest version. A version that no period
// uses is replaced by one of the same day if its day has not come; and if it is the first one, by one of any day up to
// its own, so that the terms may begin earlier. The outcome has the ids of the license model and of
// the version. It returns DAY_TOO_EARLY.
func (s *Service) ReviseLicenseModel(ctx context.Context, r change.Request, id gid.ID, terms Terms, startsOn *day.Day) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.reviseLicenseModel(id, terms, startsOn))
}

func (s *Service) reviseLicenseModel(id gid.ID, terms Terms, startsOn *day.Day) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		m, err := lockLicenseModel(ctx, tx, id)
		if err != nil {
			return err
		}
		first := s.today()
		set(&first, startsOn)
		newest, err := tx.Client().LicenseModelVersion.Query().Where(licensemodelversion.LicenseModelID(id)).
			Order(ent.Desc(licensemodelversion.FieldNumber)).First(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return wrap("read the newest version", err)
		}
		replaces, err := s.replaces(ctx, tx, newest, first)
		if err != nil {
			return err
		}
		var wrong refusals
		wrong.terms(terms)
		switch {
		case replaces:
		case first < s.today():
			wrong.add(tooEarly(s.today()))
		case newest != nil && first <= newest.ValidFrom:
			wrong.add(tooEarly(newest.ValidFrom + 1))
		}
		if err := wrong.err(); err != nil {
			return err
		}
		done.Result(id)
		number := 1
		switch {
		case replaces:
			number = newest.Number
			// A period that begins to use the version at this moment makes the deletion fail, by its foreign key.
			if err := tx.Client().LicenseModelVersion.DeleteOneID(newest.ID).Exec(ctx); err != nil {
				return wrap("remove the version", err)
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "LicenseModelVersionRemoved",
				Subject: newest.ID, Label: labelOfVersion(m, newest.Number)})
		case newest != nil:
			number = newest.Number + 1
		}
		return terms.create(ctx, tx, done, m, number, first)
	}
}

// replaces tells whether a version that is valid from a day on takes the place of the newest one, which is nil if there
// is none: if no period uses that one, and it is the first one or its day has not come.
func (s *Service) replaces(ctx context.Context, tx store.Tx, newest *ent.LicenseModelVersion, first day.Day) (
	bool, error) {
	switch {
	case newest == nil || first > newest.ValidFrom:
		return false, nil
	case newest.Number > 1 && (first < newest.ValidFrom || first <= s.today()):
		return false, nil
	}
	used, err := tx.Client().Period.Query().Where(period.LicenseModelVersionID(newest.ID)).Exist(ctx)
	return !used, wrap("look for periods of the version", err)
}

func tooEarly(least day.Day) *fault.Error {
	return fault.New(DayTooEarly, "input.startsOn", "Other terms apply on this day already, and do not change.",
		"Give {from} or a later day.", fault.With("from", value.OfDay(least)))
}

func lockLicenseModel(ctx context.Context, tx store.Tx, id gid.ID) (*ent.LicenseModel, error) {
	row, err := tx.Client().LicenseModel.Query().Where(licensemodel.ID(id), store.Locked).Only(ctx)
	return found(row, err, "input.licenseModel", "LicenseModel", id)
}

// licenseModel checks the texts of a license model; id is 0 for a new one.
func (r *refusals) licenseModel(ctx context.Context, tx store.Tx, id gid.ID, name, technology string) error {
	r.line("input.name", name, longestName)
	r.maybeLine("input.technology", technology, longestName)
	taken, err := tx.Client().LicenseModel.Query().Where(licensemodel.Name(name), licensemodel.IDNEQ(id)).Exist(ctx)
	if err != nil {
		return wrap("look for the name", err)
	}
	if taken {
		r.add(fault.New(NameTaken, "input.name", "Another license model already has this name.",
			"Give another name, or change that license model with changeLicenseModel."))
	}
	return nil
}

func labelOfVersion(m *ent.LicenseModel, number int) string {
	return fmt.Sprintf("%s %d", m.Name, number)
}

func licenseModelAttributes(m *ent.LicenseModel) []change.Attribute {
	return []change.Attribute{{"name", m.Name}, {"technology", m.Technology},
		{"activationModel", string(m.ActivationModel)},
		{"metered", ofBoolean(m.Metered)}, {"retiredAt", ofMoment(m.RetiredAt)}}
}
