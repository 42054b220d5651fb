package app

import (
	"context"
	"io"
	"net/http"
	"strings"

	"github.com/muniment/muniment/internal/vocabulary"
)

// exportCatalog answers GET /export/catalog?list=PART_NUMBERS, with a list of the contract's CatalogList.
func (a *App) exportCatalog(w http.ResponseWriter, r *http.Request) {
	list := vocabulary.CatalogList(r.URL.Query().Get("list"))
	name := "catalog-" + strings.ReplaceAll(strings.ToLower(string(list)), "_", "-") + ".csv"
	ctx, cancel := context.WithTimeout(r.Context(), exportTime)
	defer cancel()
	a.send(w, r, name, "text/csv; charset=utf-8", func(out http.ResponseWriter) error {
		return a.spool(ctx, out, func(file io.Writer) error { return a.Catalog.Export(ctx, list, file) })
	})
}
