// Package catalog reads what is sold: product lines, products, suites, part numbers, license models, units and prices.
// See README.md.
package catalog

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/page"
)

// Reader fetches the rows of this subject. Every row it returns is one that the viewer may see.
type Reader struct {
	// ProductLines are the rows of type ProductLine.
	ProductLines page.Set[*ent.ProductLine]
	// Products are the rows of type Product.
	Products page.Set[*ent.Product]
	// SuiteMembers are the rows of type SuiteMember.
	SuiteMembers page.Set[*ent.SuiteMember]
	// Features are the rows of type Feature.
	Features page.Set[*ent.Feature]
	// ProductFeatures are the rows of type ProductFeature.
	ProductFeatures page.Set[*ent.ProductFeature]
	// PartNumbers are the rows of type PartNumber.
	PartNumbers page.Set[*ent.PartNumber]
	// ListPrices are the rows of type ListPrice.
	ListPrices page.Set[*ent.ListPrice]
	// LicenseModels are the rows of type LicenseModel.
	LicenseModels page.Set[*ent.LicenseModel]
	// LicenseModelVersions are the rows of type LicenseModelVersion.
	LicenseModelVersions page.Set[*ent.LicenseModelVersion]
	// Units are the rows of type UnitOfMeasure.
	Units page.Set[*ent.UnitOfMeasure]
	// CoverageLevels are the rows of type CoverageLevel.
	CoverageLevels page.Set[*ent.CoverageLevel]
}

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{
		ProductLines:         productLineSet(c),
		Products:             productSet(c),
		SuiteMembers:         suiteMemberSet(c),
		Features:             featureSet(c),
		ProductFeatures:      productFeatureSet(c),
		PartNumbers:          partNumberSet(c),
		ListPrices:           listPriceSet(c),
		LicenseModels:        licenseModelSet(c),
		LicenseModelVersions: licenseModelVersionSet(c),
		Units:                unitOfMeasureSet(c),
		CoverageLevels:       coverageLevelSet(c),
	}
}

func productLineSet(c *ent.Client) page.Set[*ent.ProductLine] {
	return page.Set[*ent.ProductLine]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.ProductLine, error) {
			q := c.ProductLine.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.ProductLine.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.ProductLine, column string) any {
			switch column {
			case "name":
				return row.Name
			}
			return int64(row.ID)
		},
	}
}

func productSet(c *ent.Client) page.Set[*ent.Product] {
	return page.Set[*ent.Product]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Product, error) {
			q := c.Product.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Product.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Product, column string) any {
			switch column {
			case "name":
				return row.Name
			case "version":
				return row.Version
			case "product_line_id":
				return int64(row.ProductLineID)
			}
			return int64(row.ID)
		},
	}
}

func suiteMemberSet(c *ent.Client) page.Set[*ent.SuiteMember] {
	return page.Set[*ent.SuiteMember]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.SuiteMember, error) {
			q := c.SuiteMember.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.SuiteMember.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.SuiteMember, column string) any {
			switch column {
			case "suite_id":
				return int64(row.SuiteID)
			}
			return int64(row.ID)
		},
	}
}

func featureSet(c *ent.Client) page.Set[*ent.Feature] {
	return page.Set[*ent.Feature]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Feature, error) {
			q := c.Feature.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Feature.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Feature, _ string) any { return int64(row.ID) },
	}
}

func productFeatureSet(c *ent.Client) page.Set[*ent.ProductFeature] {
	return page.Set[*ent.ProductFeature]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.ProductFeature, error) {
			q := c.ProductFeature.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.ProductFeature.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.ProductFeature, column string) any {
			switch column {
			case "product_id":
				return int64(row.ProductID)
			}
			return int64(row.ID)
		},
	}
}

func partNumberSet(c *ent.Client) page.Set[*ent.PartNumber] {
	return page.Set[*ent.PartNumber]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.PartNumber, error) {
			q := c.PartNumber.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.PartNumber.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.PartNumber, column string) any {
			switch column {
			case "code":
				return row.Code
			case "product_id":
				return int64(*row.ProductID)
			}
			return int64(row.ID)
		},
	}
}

func listPriceSet(c *ent.Client) page.Set[*ent.ListPrice] {
	return page.Set[*ent.ListPrice]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.ListPrice, error) {
			q := c.ListPrice.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.ListPrice.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.ListPrice, column string) any {
			switch column {
			case "part_number_id":
				return int64(row.PartNumberID)
			case "valid_from":
				return int64(row.ValidFrom)
			}
			return int64(row.ID)
		},
	}
}

func licenseModelSet(c *ent.Client) page.Set[*ent.LicenseModel] {
	return page.Set[*ent.LicenseModel]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.LicenseModel, error) {
			q := c.LicenseModel.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.LicenseModel.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.LicenseModel, _ string) any { return int64(row.ID) },
	}
}

func licenseModelVersionSet(c *ent.Client) page.Set[*ent.LicenseModelVersion] {
	return page.Set[*ent.LicenseModelVersion]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.LicenseModelVersion, error) {
			q := c.LicenseModelVersion.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.LicenseModelVersion.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.LicenseModelVersion, column string) any {
			switch column {
			case "license_model_id":
				return int64(row.LicenseModelID)
			case "number":
				return int64(row.Number)
			}
			return int64(row.ID)
		},
	}
}

func unitOfMeasureSet(c *ent.Client) page.Set[*ent.UnitOfMeasure] {
	return page.Set[*ent.UnitOfMeasure]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.UnitOfMeasure, error) {
			q := c.UnitOfMeasure.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.UnitOfMeasure.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.UnitOfMeasure, column string) any {
			switch column {
			case "code":
				return row.Code
			}
			return int64(row.ID)
		},
	}
}

func coverageLevelSet(c *ent.Client) page.Set[*ent.CoverageLevel] {
	return page.Set[*ent.CoverageLevel]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.CoverageLevel, error) {
			q := c.CoverageLevel.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.CoverageLevel.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.CoverageLevel, _ string) any { return int64(row.ID) },
	}
}
