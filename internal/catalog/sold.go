package catalog

import (
	"context"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/ent/partnumber"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Sold is a part number under which something is to be granted, with its product and its unit, as far as they are
// known.
type Sold struct {
	*ent.PartNumber
	Product *ent.Product
	Unit    *ent.UnitOfMeasure
	// LicenseModel is that of the part number or, if it has none, of its product; 0 if there is none.
	LicenseModel gid.ID
	// Model is the license model; nil if there is none.
	Model *ent.LicenseModel
	// Versions are those of the license model, the one that is valid first first.
	Versions []*ent.LicenseModelVersion
}

// ReadSold reads part numbers by their ids, without those that do not exist. Until the transaction ends, nobody changes
// what they stand for; several may grant under them at the same time.
func ReadSold(ctx context.Context, tx store.Tx, ids []gid.ID) (map[gid.ID]*Sold, error) {
	q := tx.Client().PartNumber.Query().Where(store.KeyIn(partnumber.FieldID, ids)).Order(ent.Asc(partnumber.FieldID)).
		WithProduct(func(p *ent.ProductQuery) { p.WithProductLine() }).WithUnit().WithCoverageLevel()
	if tx.Engine() == store.Postgres { // SQLite has one writer
		q.ForShare()
	}
	rows, err := q.All(ctx)
	if err != nil {
		return nil, wrap("read the part numbers", err)
	}
	sold := make(map[gid.ID]*Sold, len(rows))
	var models []int64
	for _, row := range rows {
		s := &Sold{PartNumber: row, Product: row.Edges.Product, Unit: row.Edges.Unit,
			LicenseModel: orNone(row.LicenseModelID)}
		if s.LicenseModel == 0 && s.Product != nil {
			s.LicenseModel = orNone(s.Product.LicenseModelID)
		}
		if s.LicenseModel != 0 {
			models = append(models, int64(s.LicenseModel))
		}
		sold[row.ID] = s
	}
	if len(models) == 0 {
		return sold, nil
	}
	slices.Sort(models)
	found, err := tx.Client().LicenseModel.Query().
		Where(store.KeyIn(licensemodel.FieldID, slices.Compact(slices.Clone(models)))).All(ctx)
	if err != nil {
		return nil, wrap("read the license models", err)
	}
	versions, err := tx.Client().LicenseModelVersion.Query().
		Where(store.KeyIn(licensemodelversion.FieldLicenseModelID, slices.Compact(models))).
		Order(ent.Asc(licensemodelversion.FieldValidFrom)).All(ctx)
	if err != nil {
		return nil, wrap("read the versions of the license models", err)
	}
	for _, s := range sold {
		for _, m := range found {
			if m.ID == s.LicenseModel {
				s.Model = m
			}
		}
		for _, v := range versions {
			if v.LicenseModelID == s.LicenseModel {
				s.Versions = append(s.Versions, v)
			}
		}
	}
	return sold, nil
}

// Gaps is Gaps of the part number.
func (s *Sold) Gaps() []vocabulary.PartNumberGap {
	f := PartNumberFacts{Product: orNone(s.ProductID), LicenseModel: s.LicenseModel, HasTerms: len(s.Versions) > 0,
		Term: orEmpty(s.Term), TermLength: orEmpty(s.TermLength), StartRule: orEmpty(s.StartRule),
		PackSize: orEmpty(s.PackSize), CoverageKind: orEmpty(s.CoverageKind), CoverageLength: orEmpty(s.CoverageLength)}
	if s.Unit != nil {
		f.Unit = s.Unit.Code
	}
	return Gaps(f)
}

// TermsOn returns the version of the license model that is valid on a day, or nil if its first one begins later.
func (s *Sold) TermsOn(on day.Day) *ent.LicenseModelVersion {
	var valid *ent.LicenseModelVersion
	for _, v := range s.Versions {
		if v.ValidFrom <= on {
			valid = v
		}
	}
	return valid
}

// Incomplete returns PART_NUMBER_INCOMPLETE if nothing can be granted under the part number because of its gaps. field
// is the path of the input that names it.
func (s *Sold) Incomplete(field string) *fault.Error {
	gaps := s.Gaps()
	if len(gaps) == 0 {
		return nil
	}
	return fault.New(PartNumberIncomplete, field,
		"It is not known what {name} stands for: {gaps}.", "Fill the gaps with changePartNumber.",
		fault.With("name", value.OfReference(s.ID, s.Code)),
		fault.With("gaps", value.OfEnums("PartNumberGap", gaps...)))
}

// TermsNotValidYet returns the refusal of a first day on which the license model of the part number, which has no gaps,
// has no terms yet. field is the path of the input that has the day.
func (s *Sold) TermsNotValidYet(field string) *fault.Error {
	return fault.New(TermsNotValid, field,
		"The license model has no terms on this day: its first ones are valid from {from} on.",
		"Give {from} or a later day.", fault.With("from", value.OfDay(s.Versions[0].ValidFrom)))
}

// OfPieces returns what so many pieces of the part number, which has no gaps, grant on terms, in base units. It returns
// false if that cannot be counted.
func (s *Sold) OfPieces(pieces int64, terms *ent.LicenseModelVersion) (granted, overdraft int64, ok bool) {
	unit := quantity.Unit{Scale: s.Unit.Scale}
	all, err := quantity.Of(pieces*int64(*s.PackSize), unit)
	if err != nil {
		return 0, 0, false
	}
	if !AllowsOverdraft(terms) {
		return all.Base, 0, true
	}
	beyond, err := quantity.Of(pieces*int64(s.PartNumber.Overdraft), unit)
	return all.Base, beyond.Base, err == nil && all.Base+beyond.Base >= all.Base
}

// OverdraftOf returns the overdraft of an amount of the part number, which has no gaps, on terms: that of each whole
// piece in it. Amounts are in base units. It returns false if that cannot be counted.
func (s *Sold) OverdraftOf(granted int64, terms *ent.LicenseModelVersion) (int64, bool) {
	piece, err := quantity.Of(int64(*s.PackSize), quantity.Unit{Scale: s.Unit.Scale})
	if err != nil {
		return 0, true // so much is in no piece
	}
	_, overdraft, ok := s.OfPieces(granted/piece.Base, terms)
	return overdraft, ok
}

// CoveredUntil returns the last day of the coverage that is sold along with a right from a first to a last day, both
// inclusive: day.Forever if no coverage is sold along, or if its last day is not known yet. A right that starts with an
// activation has coverage that starts with it.
func (s *Sold) CoveredUntil(first, last *day.Day) day.Day {
	switch {
	case s.CoverageKind == nil || first == nil:
	case s.CoverageLength != nil:
		return LastDay(*first, *s.CoverageLength, *s.CoverageLengthUnit)
	case last != nil:
		return *last
	}
	return day.Forever
}

func orEmpty[T any](value *T) (none T) {
	if value == nil {
		return none
	}
	return *value
}
