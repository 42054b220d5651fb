package catalog

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/ent/partnumber"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/vocabulary"
)

// soldRow is a part number with what it stands for.
type soldRow struct {
	ID             gid.ID                   `sql:"id"`
	Code           string                   `sql:"code"`
	Product        *gid.ID                  `sql:"product_id"`
	Model          *gid.ID                  `sql:"license_model_id"`
	Unit           *gid.ID                  `sql:"unit_id"`
	Term           *vocabulary.Term         `sql:"term"`
	StartRule      *vocabulary.StartRule    `sql:"start_rule"`
	TermLength     *int                     `sql:"term_length"`
	TermUnit       *vocabulary.TermUnit     `sql:"term_unit"`
	PackSize       *int                     `sql:"pack_size"`
	CoverageKind   *vocabulary.CoverageKind `sql:"coverage_kind"`
	CoverageLength *int                     `sql:"coverage_length"`
	Successor      *gid.ID                  `sql:"successor_id"`
	RetiredAt      *clock.Instant           `sql:"retired_at"`
	ProductModel   *gid.ID                  `sql:"product_model"`
	ProductLine    *gid.ID                  `sql:"product_line"`
	LineName       *string                  `sql:"line_name"`
	LineRetiredAt  *clock.Instant           `sql:"line_retired_at"`
	UnitCode       *string                  `sql:"unit_code"`
}

// SoldWithSuccessors reads part numbers as ReadSold does, with those that follow them at a renewal, but only what
// decides whether the next term can be granted under them. It runs the statements of SoldTerms, and two for the license
// models.
func SoldWithSuccessors(ctx context.Context, v *page.View, ids []gid.ID) (map[gid.ID]*Sold, error) {
	sold, err := SoldTerms(ctx, v, ids)
	if err != nil {
		return nil, err
	}
	var models []int64
	for _, s := range sold {
		if s.LicenseModel != 0 {
			models = append(models, int64(s.LicenseModel))
		}
	}
	return sold, addModels(ctx, v, sold, models)
}

// SoldTerms is SoldWithSuccessors without the license models. It runs one statement, and another for each step to a
// successor.
func SoldTerms(ctx context.Context, v *page.View, ids []gid.ID) (map[gid.ID]*Sold, error) {
	sold := map[gid.ID]*Sold{}
	for wanted := soldKeys(ids); len(wanted) > 0; {
		rows, err := soldRows(ctx, v, wanted)
		if err != nil {
			return nil, err
		}
		wanted = nil
		for i := range rows {
			s := rows[i].sold()
			sold[s.ID] = s
			wanted = append(wanted, int64(orNone(s.SuccessorID)))
		}
		wanted = slices.DeleteFunc(wanted, func(id int64) bool { return id == 0 || sold[gid.ID(id)] != nil })
		slices.Sort(wanted)
		wanted = slices.Compact(wanted)
	}
	return sold, nil
}

func soldKeys(ids []gid.ID) []int64 {
	keys := make([]int64, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, int64(id))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func soldRows(ctx context.Context, v *page.View, ids []int64) ([]soldRow, error) {
	var rows []soldRow
	err := v.Scan(ctx, partnumber.Table, func(q *page.Query) {
		p := q.JoinMaybe(product.Table, "pr", func(p *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(p.C(product.FieldID), q.C(partnumber.FieldProductID))
		})
		l := q.JoinMaybe(productline.Table, "pl", func(l *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(l.C(productline.FieldID), p.C(product.FieldProductLineID))
		})
		u := q.JoinMaybe(unitofmeasure.Table, "un", func(u *sql.SelectTable) *sql.Predicate {
			return sql.ColumnsEQ(u.C(unitofmeasure.FieldID), q.C(partnumber.FieldUnitID))
		})
		q.Select(append(q.Columns(partnumber.FieldID, partnumber.FieldCode, partnumber.FieldProductID,
			partnumber.FieldLicenseModelID, partnumber.FieldUnitID, partnumber.FieldTerm, partnumber.FieldStartRule,
			partnumber.FieldTermLength, partnumber.FieldTermUnit, partnumber.FieldPackSize,
			partnumber.FieldCoverageKind, partnumber.FieldCoverageLength, partnumber.FieldSuccessorID,
			partnumber.FieldRetiredAt),
			sql.As(p.C(product.FieldLicenseModelID), "product_model"),
			sql.As(l.C(productline.FieldID), "product_line"), sql.As(l.C(productline.FieldName), "line_name"),
			sql.As(l.C(productline.FieldRetiredAt), "line_retired_at"),
			sql.As(u.C(unitofmeasure.FieldCode), "unit_code"))...).Where(q.In(q.C(partnumber.FieldID), ids))
	}, &rows)
	return rows, err
}

func (r *soldRow) sold() *Sold {
	s := &Sold{PartNumber: &ent.PartNumber{ID: r.ID, Code: r.Code, ProductID: r.Product, LicenseModelID: r.Model,
		UnitID: r.Unit, Term: r.Term, StartRule: r.StartRule, TermLength: r.TermLength,
		TermUnit: r.TermUnit, PackSize: r.PackSize,
		CoverageKind: r.CoverageKind, CoverageLength: r.CoverageLength, SuccessorID: r.Successor,
		RetiredAt: r.RetiredAt}, LicenseModel: orNone(r.Model)}
	if r.Product != nil {
		s.Product = &ent.Product{ID: *r.Product, ProductLineID: orNone(r.ProductLine)}
		s.Product.Edges.ProductLine = &ent.ProductLine{ID: orNone(r.ProductLine), Name: orEmpty(r.LineName),
			RetiredAt: r.LineRetiredAt}
		if s.LicenseModel == 0 {
			s.LicenseModel = orNone(r.ProductModel)
		}
	}
	if r.Unit != nil {
		s.Unit = &ent.UnitOfMeasure{ID: *r.Unit, Code: orEmpty(r.UnitCode)}
	}
	return s
}

// addModels adds the license models and their versions.
func addModels(ctx context.Context, v *page.View, sold map[gid.ID]*Sold, models []int64) error {
	if len(models) == 0 {
		return nil
	}
	slices.Sort(models)
	models = slices.Compact(models)
	var found []struct {
		ID        gid.ID                     `sql:"id"`
		Name      string                     `sql:"name"`
		Model     vocabulary.ActivationModel `sql:"activation_model"`
		RetiredAt *clock.Instant             `sql:"retired_at"`
	}
	err := v.Scan(ctx, licensemodel.Table, func(q *page.Query) {
		q.Select(q.Columns(licensemodel.FieldID, licensemodel.FieldName, licensemodel.FieldActivationModel,
			licensemodel.FieldRetiredAt)...).Where(q.In(q.C(licensemodel.FieldID), models))
	}, &found)
	if err != nil {
		return err
	}
	var versions []ent.LicenseModelVersion
	var starts []struct {
		ID    gid.ID  `sql:"id"`
		Model gid.ID  `sql:"license_model_id"`
		From  day.Day `sql:"valid_from"`
	}
	err = v.Scan(ctx, licensemodelversion.Table, func(q *page.Query) {
		q.Select(q.Columns(licensemodelversion.FieldID, licensemodelversion.FieldLicenseModelID,
			licensemodelversion.FieldValidFrom)...).
			Where(q.In(q.C(licensemodelversion.FieldLicenseModelID), models)).
			OrderBy(q.C(licensemodelversion.FieldValidFrom))
	}, &starts)
	if err != nil {
		return err
	}
	for _, r := range starts {
		versions = append(versions, ent.LicenseModelVersion{ID: r.ID, LicenseModelID: r.Model, ValidFrom: r.From})
	}
	for _, s := range sold {
		for _, m := range found {
			if m.ID == s.LicenseModel {
				s.Model = &ent.LicenseModel{ID: m.ID, Name: m.Name, ActivationModel: m.Model, RetiredAt: m.RetiredAt}
			}
		}
		for i := range versions {
			if versions[i].LicenseModelID == s.LicenseModel {
				s.Versions = append(s.Versions, &versions[i])
			}
		}
	}
	return nil
}
