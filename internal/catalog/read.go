// Package catalog reads what is sold: product lines, products, suites, part numbers, license models, units and prices.
// See README.md.
package catalog

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coveragelevel"
	"github.com/muniment/muniment/ent/feature"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/ent/listprice"
	"github.com/muniment/muniment/ent/partnumber"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/productfeature"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/ent/suitemember"
	"github.com/muniment/muniment/ent/unitofmeasure"
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
		ProductLines:         page.Of(c.ProductLine.Query, productline.Columns, placeProductLine),
		Products:             page.Of(c.Product.Query, product.Columns, placeProduct),
		SuiteMembers:         page.Of(c.SuiteMember.Query, suitemember.Columns, placeSuiteMember),
		Features:             page.Of(c.Feature.Query, feature.Columns, placeFeature),
		ProductFeatures:      page.Of(c.ProductFeature.Query, productfeature.Columns, placeProductFeature),
		PartNumbers:          page.Of(c.PartNumber.Query, partnumber.Columns, placePartNumber),
		ListPrices:           page.Of(c.ListPrice.Query, listprice.Columns, placeListPrice),
		LicenseModels:        page.Of(c.LicenseModel.Query, licensemodel.Columns, placeLicenseModel),
		LicenseModelVersions: page.Of(c.LicenseModelVersion.Query, licensemodelversion.Columns, placeLicenseModelVersion),
		Units:                page.Of(c.UnitOfMeasure.Query, unitofmeasure.Columns, placeUnitOfMeasure),
		CoverageLevels:       page.Of(c.CoverageLevel.Query, coveragelevel.Columns, placeCoverageLevel),
	}
}

func placeProductLine(row *ent.ProductLine, column string) any {
	switch column {
	case "name":
		return row.Name
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeProduct(row *ent.Product, column string) any {
	switch column {
	case "name":
		return row.Name
	case "version":
		return row.Version
	case "product_line_id":
		return int64(row.ProductLineID)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeSuiteMember(row *ent.SuiteMember, column string) any {
	switch column {
	case "suite_id":
		return int64(row.SuiteID)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeFeature(row *ent.Feature, _ string) any {
	return int64(row.ID)
}

func placeProductFeature(row *ent.ProductFeature, column string) any {
	switch column {
	case "product_id":
		return int64(row.ProductID)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placePartNumber(row *ent.PartNumber, column string) any {
	switch column {
	case "code":
		return row.Code
	case "product_id":
		return int64(*row.ProductID)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeListPrice(row *ent.ListPrice, column string) any {
	switch column {
	case "part_number_id":
		return int64(row.PartNumberID)
	case "valid_from":
		return int64(row.ValidFrom)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeLicenseModel(row *ent.LicenseModel, _ string) any {
	return int64(row.ID)
}

func placeLicenseModelVersion(row *ent.LicenseModelVersion, column string) any {
	switch column {
	case "license_model_id":
		return int64(row.LicenseModelID)
	case "number":
		return int64(row.Number)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeUnitOfMeasure(row *ent.UnitOfMeasure, column string) any {
	switch column {
	case "code":
		return row.Code
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeCoverageLevel(row *ent.CoverageLevel, _ string) any {
	return int64(row.ID)
}
