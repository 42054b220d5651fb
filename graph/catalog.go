package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/catalog"
)

func productFilter(f *model.ProductFilterInput) catalog.ProductFilter {
	if f == nil {
		return catalog.ProductFilter{}
	}
	return catalog.ProductFilter{ProductLine: orNone(f.ProductLine), Kind: orEmpty(f.Kind), Text: orEmpty(f.Text)}
}
