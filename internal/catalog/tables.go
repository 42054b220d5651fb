package catalog

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// table is a list of the catalog as a table. The columns have the names of fields of the contract.
type table struct {
	columns []column
	// read returns the objects, or those of them that a key names, in no particular order.
	read func(context.Context, *reading) ([]object, error)
	// put creates the object of a row, or changes it.
	put func(*importing, *cells) error
	// below returns the labels of objects of the same list that a row names. They are put before it.
	below func(cells map[string]string) []string
}

// column is a column of a table.
type column struct {
	name string
	use  use
}

// use says how an import uses a column.
type use int

const (
	// key: it identifies the object. An empty cell is an empty value.
	key use = iota + 1
	// required: a new object needs it.
	required
	// requiredFixed: a new object needs it, and it never changes.
	requiredFixed
	// fixed: it never changes.
	fixed
	// optional: it may be left out.
	optional
	// removable: it may be left out, and clearing removes it.
	removable
)

// object is an object of a list, with the texts of its cells.
type object struct {
	id    gid.ID
	cells map[string]string
}

// label is how rows of other objects name an object: the texts of its key.
func (t *table) label(cells map[string]string) string {
	var parts []string
	for _, c := range t.columns {
		if c.use == key && cells[c.name] != "" {
			parts = append(parts, cells[c.name])
		}
	}
	return strings.Join(parts, " ")
}

// keyOf identifies the object of some cells in its list.
func (t *table) keyOf(cells map[string]string) string {
	var parts []string
	for _, c := range t.columns {
		if c.use == key {
			parts = append(parts, cells[c.name])
		}
	}
	return strings.Join(parts, "\x00")
}

func (t *table) column(name string) *column {
	for i := range t.columns {
		if t.columns[i].name == name {
			return &t.columns[i]
		}
	}
	return nil
}

// tables are the lists of the catalog.
var tables = map[vocabulary.CatalogList]*table{
	vocabulary.CatalogListProductLines: {
		columns: []column{{"name", key}, {"description", removable}, {"retired", optional}},
		read:    readProductLines, put: putProductLine},
	vocabulary.CatalogListProducts: {
		columns: []column{{"name", key}, {"version", key}, {"productLine", requiredFixed}, {"kind", fixed},
			{"state", optional}, {"licenseModel", optional}, {"startsOn", optional}, {"endsOn", removable},
			{"description", removable}, {"features", removable}, {"suiteMembers", removable}},
		read: readProducts, put: putProduct,
		below: func(cells map[string]string) []string { return labelsOfContents(cells["suiteMembers"]) }},
	vocabulary.CatalogListLicenseModels: {
		columns: []column{{"name", key}, {"technology", removable}, {"activationModel", requiredFixed},
			{"metered", fixed}, {"retired", optional}, {"startsOn", optional}, {"leaseSeconds", removable},
			{"graceDays", required}, {"overdraftAllowed", required}, {"rehostLimit", removable},
			{"offlineAllowed", required}, {"offlineDays", removable}, {"surplus", optional}},
		read: readLicenseModels, put: putLicenseModel},
	vocabulary.CatalogListUnitsOfMeasure: {
		columns: []column{{"code", key}, {"singular", required}, {"plural", required}, {"symbol", removable},
			{"kind", requiredFixed}, {"pool", requiredFixed}, {"aggregation", requiredFixed},
			{"baseUnit", requiredFixed}, {"scale", fixed}, {"decimals", optional}, {"currency", fixed},
			{"rule", required}, {"countsAsOneEnglish", removable}, {"countsAsOneGerman", removable},
			{"retired", optional}},
		read: readUnits, put: putUnit},
	vocabulary.CatalogListCoverageLevels: {
		columns: []column{{"code", key}, {"name", required}, {"rank", required}, {"retired", optional}},
		read:    readLevels, put: putLevel},
	vocabulary.CatalogListFeatures: {
		columns: []column{{"code", key}, {"version", key}, {"name", removable}, {"retired", optional}},
		read:    readFeatures, put: putFeature},
	vocabulary.CatalogListPartNumbers: {
		columns: []column{{"code", key}, {"description", removable}, {"product", optional},
			{"licenseModel", removable}, {"unit", optional}, {"term", optional}, {"startRule", optional},
			{"termLength", removable}, {"termUnit", removable}, {"packSize", optional}, {"overdraft", optional},
			{"coverageKind", removable}, {"coverageLength", removable}, {"coverageLengthUnit", removable},
			{"coverageLevel", removable}, {"successor", removable}, {"upgradesFrom", removable},
			{"cancelDays", removable}, {"retired", optional}},
		read: readPartNumbers, put: putPartNumber,
		below: func(cells map[string]string) []string { return []string{cells["successor"]} }},
	vocabulary.CatalogListListPrices: {
		columns: []column{{"partNumber", key}, {"currency", key}, {"startsOn", key}, {"amount", required}},
		read:    readPrices, put: putPrice},
}

// Export writes a list of the catalog as CSV for the producer's people, in the order of its keys. The first row has the
// names of the columns. It returns FORBIDDEN for others.
func (s *Service) Export(ctx context.Context, list vocabulary.CatalogList, w io.Writer) error {
	if who := viewer.From(ctx); who == nil || !who.SeesEverything() {
		return fault.New(change.Forbidden, "", "Only the producer's people may export the catalog.",
			"Ask the producer.")
	}
	t := tables[list]
	if t == nil {
		return fault.New(fault.BadInput, "list", "There is no such list of the catalog.",
			"Name one of the values of CatalogList, such as PART_NUMBERS.")
	}
	client := s.changes.Store().Client()
	objects, err := t.read(ctx, &reading{client: client, names: newNames(client)})
	if err != nil {
		return fmt.Errorf("export the catalog: %w", err)
	}
	slices.SortFunc(objects, func(a, b object) int { return strings.Compare(t.keyOf(a.cells), t.keyOf(b.cells)) })
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := make([]string, len(t.columns))
	for i, c := range t.columns {
		record[i] = c.name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for _, o := range objects {
		for i, c := range t.columns {
			record[i] = cellOf(o.cells[c.name])
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// portion is how many objects are read with one statement.
const portion = 500

// reading reads objects of a list.
type reading struct {
	client *ent.Client
	names  *names
	// keys are the values of the first column of the key by which objects are looked for; nil reads all.
	keys []string
	// locked locks the rows that are read.
	locked bool
}

// portions reads rows in portions, in the order of their ids. query returns the rows after an id.
func portions[T any](ctx context.Context, query func(context.Context, gid.ID) ([]T, error), id func(T) gid.ID) ([]T,
	error) {
	var all []T
	for last := gid.ID(0); ; {
		some, err := query(ctx, last)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
		if len(some) < portion {
			return all, nil
		}
		last = id(some[len(some)-1])
	}
}

// after returns the condition on rows after an id whose column, the first of the key, is one of those looked for.
func (r *reading) after(id gid.ID, column string) func(*sql.Selector) {
	return func(q *sql.Selector) {
		q.Where(sql.GT(q.C("id"), int64(id))).OrderBy(q.C("id")).Limit(portion)
		if r.keys != nil {
			keys := make([]any, len(r.keys))
			for i, k := range r.keys {
				keys[i] = k
			}
			q.Where(sql.In(q.C(column), keys...))
		}
		if r.locked {
			store.Locked(q)
		}
	}
}
