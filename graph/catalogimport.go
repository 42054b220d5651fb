package graph

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/vocabulary"
)

// importedRow is what an import did with one row.
type importedRow struct {
	Row     int
	Label   string
	Result  vocabulary.RowResult
	Effects []*model.Effect
}

// catalogImportSubject declares the import of lists of the catalog.
func (s *contract) catalogImportSubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "ImportedRow", Value: (*importedRow)(nil)},
			payloadObject("ImportCatalogPayload", plan.Fields{"rows": plan.Plain(importedRows)}),
		},
		mutations: plan.Fields{"importCatalog": plan.Action(s.importCatalog)},
	}
}

func (s *contract) importCatalog(c *plan.Call) (any, error) {
	in := plan.Arg[model.ImportCatalogInput](c, "input")
	outcome, err := s.catalog.Import(c.Context,
		request("importCatalog", in, in.IdempotencyKey, in.DryRun, in.Reason), in.List, in.CSV)
	return toPayload(outcome, err, nil)
}

// importedRows returns the rows of an import in the order of the table.
func importedRows(_ *plan.Call, r plan.Row) any {
	outcome := r.Value().(*payload).outcome
	unmade := idsOfDryRun(outcome)
	rows := make([]*importedRow, len(outcome.Rows))
	for i, row := range outcome.Rows {
		rows[i] = &importedRow{row.Number, row.Label, row.Result,
			effectsOf(outcome.Effects[row.First:row.First+row.Effects], unmade)}
	}
	slices.SortFunc(rows, func(a, b *importedRow) int { return cmp.Compare(a.Row, b.Row) })
	return rows
}
