package catalog

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/partnumber"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// PartNumberDetails hold what a part number stands for, or what changes of it; nil is not known, or stays as it is.
type PartNumberDetails struct {
	// Description is removed by an empty text.
	Description                 *string
	Product, LicenseModel, Unit *gid.ID
	Term                        *vocabulary.Term
	StartRule                   *vocabulary.StartRule
	TermLength                  *int
	TermUnit                    *vocabulary.TermUnit
	// PackSize is how many units one ordered piece grants, Overdraft how many more may be used.
	PackSize, Overdraft *int
	// CoverageKind is the kind of the coverage that is sold along. Without a length it lasts as long as the right.
	CoverageKind       *vocabulary.CoverageKind
	CoverageLength     *int
	CoverageLengthUnit *vocabulary.TermUnit
	CoverageLevel      *gid.ID
	// Successor is the part number under which the right is renewed.
	Successor *gid.ID
	// CancelDays makes rights evergreen: it is how many days before the last one of a term its renewal can be cancelled
	// at the latest. It may change after the part number was sold: each period keeps that with which it was granted.
	CancelDays *int
	// UpgradesFrom is the full list of the products from which the part number upgrades; nil stays as it is.
	UpgradesFrom *[]gid.ID
}

// PartNumberChange holds what changes of a part number. The code never changes.
type PartNumberChange struct {
	PartNumberDetails
	Removes []vocabulary.PartNumberDetail
	Retired *bool
}

// CreatePartNumber creates a part number. It may have gaps; see Gaps. Its pack size is 1 if none is given. The outcome
// has its id. It returns CODE_TAKEN or RETIRED.
func (s *Service) CreatePartNumber(ctx context.Context, r change.Request, code string, d PartNumberDetails) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.createPartNumber(code, d))
}

func (s *Service) createPartNumber(code string, d PartNumberDetails) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		var wrong refusals
		wrong.line("input.code", code, longestCode)
		after := &partNumber{PartNumber: ent.PartNumber{ID: gid.New(gid.PartNumber, 0), Code: code}}
		pieces := 1
		after.PackSize = &pieces
		after.apply(d)
		if err := wrong.partNumber(ctx, tx, &partNumber{}, after); err != nil {
			return err
		}
		taken, err := tx.Client().PartNumber.Query().Where(partnumber.Code(code)).Exist(ctx)
		if err != nil {
			return wrap("look for the code", err)
		}
		if taken {
			wrong.add(fault.New(CodeTaken, "input.code", "Another part number already has this code.",
				"Give another code, or change that part number with changePartNumber."))
		}
		if err := wrong.err(); err != nil {
			return err
		}
		if err := tx.Client().PartNumber.Create().SetID(after.ID).SetCode(code).SetDescription(after.Description).
			SetNillableProductID(after.ProductID).SetNillableLicenseModelID(after.LicenseModelID).
			SetNillableUnitID(after.UnitID).SetNillableTerm(after.Term).SetNillableStartRule(after.StartRule).
			SetNillableTermLength(after.TermLength).SetNillableTermUnit(after.TermUnit).
			SetNillablePackSize(after.PackSize).SetOverdraft(after.Overdraft).
			SetNillableCoverageKind(after.CoverageKind).SetNillableCoverageLength(after.CoverageLength).
			SetNillableCoverageLengthUnit(after.CoverageLengthUnit).SetNillableCoverageLevelID(after.CoverageLevelID).
			SetNillableSuccessorID(after.SuccessorID).SetNillableCancelDays(after.CancelDays).Exec(ctx); err != nil {
			return wrap("create the part number", err)
		}
		fields := change.Difference(nil, after.attributes())
		upgrades, err := after.keepUpgrades(ctx, tx, &partNumber{})
		if err != nil {
			return err
		}
		done.Result(after.ID)
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "PartNumberCreated", Subject: after.ID,
			Label: code, Fields: append(fields, upgrades...)})
		return nil
	}
}

// ChangePartNumber changes a part number. If rights were granted under it, what it stands for does not change, but what
// is not known may be filled in. The outcome has its id. It returns ALREADY_SOLD or RETIRED.
func (s *Service) ChangePartNumber(ctx context.Context, r change.Request, id gid.ID, c PartNumberChange) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.changePartNumber(id, c))
}

func (s *Service) changePartNumber(id gid.ID, c PartNumberChange) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		before, err := readPartNumber(ctx, tx, id)
		if err != nil {
			return err
		}
		after := before.copied()
		after.remove(c.Removes)
		after.apply(c.PartNumberDetails)
		after.RetiredAt = retiredAt(before.RetiredAt, c.Retired, done.Now())
		var wrong refusals
		if err := wrong.partNumber(ctx, tx, before, after); err != nil {
			return err
		}
		if err := wrong.sold(ctx, tx, before, after); err != nil {
			return err
		}
		if err := wrong.err(); err != nil {
			return err
		}
		done.Result(id)
		fields := change.Difference(before.attributes(), after.attributes())
		if len(fields) > 0 {
			if err := after.update(tx).Exec(ctx); err != nil {
				return wrap("change the part number", err)
			}
		}
		upgrades, err := after.keepUpgrades(ctx, tx, before)
		if err != nil {
			return err
		}
		if fields = append(fields, upgrades...); len(fields) > 0 {
			done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "PartNumberChanged", Subject: id,
				Label: before.Code, Fields: fields})
		}
		return nil
	}
}

// partNumber is a part number with the products from which it upgrades, and with the labels of what it names.
type partNumber struct {
	ent.PartNumber
	upgradesFrom []gid.ID
	labels       map[gid.ID]string
}

// readPartNumber reads a part number and locks its row.
func readPartNumber(ctx context.Context, tx store.Tx, id gid.ID) (*partNumber, error) {
	row, err := tx.Client().PartNumber.Query().Where(partnumber.ID(id), store.Locked).WithProduct().WithLicenseModel().
		WithUnit().WithCoverageLevel().WithSuccessor().Only(ctx)
	if row, err = found(row, err, "input.partNumber", "PartNumber", id); err != nil {
		return nil, err
	}
	p := &partNumber{PartNumber: *row, labels: map[gid.ID]string{}}
	if e := row.Edges.Product; e != nil {
		p.labels[e.ID] = LabelOfProduct(e)
	}
	if e := row.Edges.LicenseModel; e != nil {
		p.labels[e.ID] = e.Name
	}
	if e := row.Edges.Unit; e != nil {
		p.labels[e.ID] = e.Code
	}
	if e := row.Edges.CoverageLevel; e != nil {
		p.labels[e.ID] = e.Code
	}
	if e := row.Edges.Successor; e != nil {
		p.labels[e.ID] = e.Code
	}
	return p, p.readUpgrades(ctx, tx)
}

func (p *partNumber) copied() *partNumber {
	other := *p
	other.labels = map[gid.ID]string{}
	return &other
}

// apply takes over what is given.
func (p *partNumber) apply(d PartNumberDetails) {
	set(&p.Description, d.Description)
	set(&p.Overdraft, d.Overdraft)
	setPointer(&p.ProductID, d.Product)
	setPointer(&p.LicenseModelID, d.LicenseModel)
	setPointer(&p.UnitID, d.Unit)
	setPointer(&p.Term, d.Term)
	setPointer(&p.StartRule, d.StartRule)
	setPointer(&p.TermLength, d.TermLength)
	setPointer(&p.TermUnit, d.TermUnit)
	setPointer(&p.PackSize, d.PackSize)
	setPointer(&p.CoverageKind, d.CoverageKind)
	setPointer(&p.CoverageLength, d.CoverageLength)
	setPointer(&p.CoverageLengthUnit, d.CoverageLengthUnit)
	setPointer(&p.CoverageLevelID, d.CoverageLevel)
	setPointer(&p.SuccessorID, d.Successor)
	setPointer(&p.CancelDays, d.CancelDays)
	set(&p.upgradesFrom, d.UpgradesFrom)
}

func setPointer[T any](target **T, given *T) {
	if given != nil {
		*target = given
	}
}

// remove removes details.
func (p *partNumber) remove(details []vocabulary.PartNumberDetail) {
	for _, d := range details {
		switch d {
		case vocabulary.PartNumberDetailLicenseModel:
			p.LicenseModelID = nil
		case vocabulary.PartNumberDetailTermLength:
			p.TermLength, p.TermUnit = nil, nil
		case vocabulary.PartNumberDetailCoverage:
			p.CoverageKind, p.CoverageLength, p.CoverageLengthUnit, p.CoverageLevelID = nil, nil, nil, nil
		case vocabulary.PartNumberDetailCoverageLength:
			p.CoverageLength, p.CoverageLengthUnit = nil, nil
		case vocabulary.PartNumberDetailCoverageLevel:
			p.CoverageLevelID = nil
		case vocabulary.PartNumberDetailSuccessor:
			p.SuccessorID = nil
		case vocabulary.PartNumberDetailCancelDays:
			p.CancelDays = nil
		}
	}
}

// update returns the statement that stores what may change of a part number.
func (p *partNumber) update(tx store.Tx) *ent.PartNumberUpdateOne {
	u := tx.Client().PartNumber.UpdateOneID(p.ID).SetDescription(p.Description).SetOverdraft(p.Overdraft)
	assign(p.ProductID, u.SetProductID, u.ClearProductID)
	assign(p.LicenseModelID, u.SetLicenseModelID, u.ClearLicenseModelID)
	assign(p.UnitID, u.SetUnitID, u.ClearUnitID)
	assign(p.Term, u.SetTerm, u.ClearTerm)
	assign(p.StartRule, u.SetStartRule, u.ClearStartRule)
	assign(p.TermLength, u.SetTermLength, u.ClearTermLength)
	assign(p.TermUnit, u.SetTermUnit, u.ClearTermUnit)
	assign(p.PackSize, u.SetPackSize, u.ClearPackSize)
	assign(p.CoverageKind, u.SetCoverageKind, u.ClearCoverageKind)
	assign(p.CoverageLength, u.SetCoverageLength, u.ClearCoverageLength)
	assign(p.CoverageLengthUnit, u.SetCoverageLengthUnit, u.ClearCoverageLengthUnit)
	assign(p.CoverageLevelID, u.SetCoverageLevelID, u.ClearCoverageLevelID)
	assign(p.SuccessorID, u.SetSuccessorID, u.ClearSuccessorID)
	assign(p.CancelDays, u.SetCancelDays, u.ClearCancelDays)
	assign(p.RetiredAt, u.SetRetiredAt, u.ClearRetiredAt)
	return u
}

// content are the attributes that do not change once the part number was sold.
func (p *partNumber) content() []change.Attribute {
	named := func(id *gid.ID) string { return ofReference(orNone(id), p.labels[orNone(id)]) }
	return []change.Attribute{{"product", named(p.ProductID)}, {"licenseModel", named(p.LicenseModelID)},
		{"unit", named(p.UnitID)}, {"term", ofText(p.Term)}, {"startRule", ofText(p.StartRule)},
		{"termLength", ofMaybeNumber(p.TermLength)}, {"termUnit", ofText(p.TermUnit)},
		{"packSize", ofMaybeNumber(p.PackSize)}, {"overdraft", ofNumber(p.Overdraft)},
		{"coverageKind", ofText(p.CoverageKind)}, {"coverageLength", ofMaybeNumber(p.CoverageLength)},
		{"coverageLengthUnit", ofText(p.CoverageLengthUnit)}, {"coverageLevel", named(p.CoverageLevelID)}}
}

func (p *partNumber) attributes() []change.Attribute {
	return append([]change.Attribute{{"code", p.Code}, {"description", p.Description},
		{"successor", ofReference(orNone(p.SuccessorID), p.labels[orNone(p.SuccessorID)])},
		{"cancelDays", ofMaybeNumber(p.CancelDays)}, {"retiredAt", ofMoment(p.RetiredAt)}}, p.content()...)
}

// keepUpgrades stores the products from which the part number upgrades, and returns the differences.
func (p *partNumber) keepUpgrades(ctx context.Context, tx store.Tx, before *partNumber) ([]audit.Field, error) {
	var fields []audit.Field
	for _, id := range without(before.upgradesFrom, p.upgradesFrom) {
		if err := p.dropUpgrade(ctx, tx, id); err != nil {
			return nil, err
		}
		fields = append(fields, change.Was("upgradesFrom", ofReference(id, before.labels[id]))...)
	}
	for _, id := range without(p.upgradesFrom, before.upgradesFrom) {
		if err := tx.Client().PartNumberUpgrade.Create().SetPartNumberID(p.ID).SetProductID(id).Exec(ctx); err != nil {
			return nil, wrap("add a product to upgrade from", err)
		}
		fields = append(fields, change.Is("upgradesFrom", ofReference(id, p.labels[id]))...)
	}
	return fields, nil
}
