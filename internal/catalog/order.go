package catalog

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/coveragelevel"
	"github.com/muniment/muniment/ent/feature"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/ent/listprice"
	"github.com/muniment/muniment/ent/partnumber"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Sort orders of the lists of this package.
var (
	ProductLinesByName  = page.Order{Name: "NAME", Columns: []string{productline.FieldName}}
	ProductsByName      = page.Order{Name: "NAME", Columns: []string{product.FieldName, product.FieldVersion}}
	UnitsByCode         = page.Order{Name: "CODE", Columns: []string{unitofmeasure.FieldCode}}
	PartNumbersByCode   = page.Order{Name: "CODE", Columns: []string{partnumber.FieldCode}}
	FeaturesByCode      = page.Order{Name: "CODE", Columns: []string{feature.FieldCode, feature.FieldVersion}}
	LicenseModelsByName = page.Order{Name: "NAME", Columns: []string{licensemodel.FieldName}}
	LevelsByRank        = page.Order{Name: "RANK", Columns: []string{coveragelevel.FieldRank, coveragelevel.FieldCode}}
	NewestVersions      = page.Order{Name: "NEWEST", Columns: []string{licensemodelversion.FieldNumber},
		Descending: true}
	NewestPrices = page.Order{Name: "NEWEST", Columns: []string{listprice.FieldValidFrom}, Descending: true}
)

// RetiredFilter selects objects of the catalog that are retired, or those that are not. Nil means no condition.
type RetiredFilter struct{ Retired *bool }

// Where adds the condition.
func (f RetiredFilter) Where(q *page.Query) {
	switch column := q.C(partnumber.FieldRetiredAt); {
	case f.Retired == nil:
	case *f.Retired:
		q.Where(sql.NotNull(column))
	default:
		q.Where(sql.IsNull(column))
	}
}

// ProductFilter selects products. Zero values mean no condition. Text holds words of the name, each of which may be
// cut short.
type ProductFilter struct {
	ProductLine gid.ID
	Kinds       []vocabulary.ProductKind
	Text        string
}

// Where adds the condition. Every combination is allowed, because there are few products.
func (f ProductFilter) Where(q *page.Query) {
	if f.ProductLine != 0 {
		q.Equal(product.FieldProductLineID, int64(f.ProductLine))
	}
	page.OneOf(q, product.FieldKind, f.Kinds)
	search.Where(q, gid.Product, f.Text)
}

// FeatureFilter selects features. An empty CodeStartsWith means no condition.
type FeatureFilter struct {
	RetiredFilter
	CodeStartsWith string
}

// Where adds the conditions.
func (f FeatureFilter) Where(q *page.Query) {
	f.RetiredFilter.Where(q)
	if f.CodeStartsWith != "" {
		q.Where(page.StartsWith(q.C(feature.FieldCode), f.CodeStartsWith))
	}
}

// PartNumberFilter selects part numbers. Zero values mean no condition.
type PartNumberFilter struct {
	RetiredFilter
	Product        gid.ID
	CodeStartsWith string
}

// Where adds the conditions.
func (f PartNumberFilter) Where(q *page.Query) {
	f.RetiredFilter.Where(q)
	if f.Product != 0 {
		q.Equal(partnumber.FieldProductID, int64(f.Product))
	}
	if f.CodeStartsWith != "" {
		q.Where(page.StartsWith(q.C(partnumber.FieldCode), f.CodeStartsWith))
	}
}
