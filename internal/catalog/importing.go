package catalog

import (
	"cmp"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// maxTableRows is the maximum number of rows of an import, without the header.
	maxTableRows = 1000
	// longestTable is the maximum length of an import, in characters. The body of a request is hardly longer.
	longestTable = 250_000
	// longestCell is the length from which on a cell is not repeated in a refusal, in characters.
	longestCell = 100
)

// Import creates the objects of a table that are missing and changes those that differ, by the rules of the mutations
// for one object. It does all of it or nothing. An empty cell leaves a value as it is, and a hyphen removes it. The
// outcome has what came of each row. It refuses with the codes of these mutations, and each refusal names the row, as a
// spreadsheet numbers it, and the column, such as input.csv.12.packSize.
func (s *Service) Import(ctx context.Context, r change.Request, list vocabulary.CatalogList, text string) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		t := tables[list]
		rows, err := t.parse(text)
		if err != nil {
			return err
		}
		client := tx.Client()
		in := &importing{Service: s, ctx: ctx, tx: tx, done: done, table: t, names: newNames(client),
			known: map[string]object{}, waiting: map[string]bool{}, postponed: map[string][]func() error{}}
		in.fillIn(rows)
		if len(rows) > 0 {
			known, err := t.read(ctx, &reading{client: client, names: in.names, keys: keysOf(t, rows), locked: true})
			if err != nil {
				return err
			}
			for _, o := range known {
				in.known[t.keyOf(o.cells)] = o
			}
		}
		in.checkRows(rows)
		for _, row := range rows {
			if _, is := in.known[t.keyOf(row.cells)]; !is && !row.refused {
				in.waiting[t.label(row.cells)] = true
			}
		}
		for _, row := range in.inOrder(rows) {
			if row.refused {
				continue
			}
			if err := in.putRow(row); err != nil {
				return err
			}
		}
		return in.wrong.err()
	})
}

// importing is an import of a table.
type importing struct {
	*Service
	ctx   context.Context //nolint:containedctx // that of one transaction
	tx    store.Tx
	done  *change.Record
	table *table
	names *names
	// known are the objects that are there, by their keys.
	known map[string]object
	// waiting are the labels of new objects whose rows were not put yet.
	waiting map[string]bool
	// postponed are what rows still ask for that name such an object, by its label: two new objects may name each
	// other.
	postponed map[string][]func() error
	wrong     refusals
}

// tableRow is a row of a table, whose header is row 1. cells are the texts of its cells, and removed are the columns
// whose value the row removes.
type tableRow struct {
	number  int
	cells   map[string]string
	removed map[string]bool
	// refused says that the form of the row is wrong, so that no rule is asked about it.
	refused bool
}

func (r *tableRow) field(column string) string {
	return "input.csv." + strconv.Itoa(r.number) + "." + column
}

// parse reads a table. It returns all that is wrong with its form.
func (t *table) parse(text string) ([]*tableRow, error) {
	if n := utf8.RuneCountInString(text); n > longestTable {
		return nil, fault.LongText("input.csv", longestTable, n)
	}
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	header, err := in.Read()
	if err != nil {
		return nil, unreadable(err, 1)
	}
	if err := t.checkHeader(header); err != nil {
		return nil, err
	}
	var rows []*tableRow
	for number := 2; ; number++ {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, unreadable(err, number)
		}
		row := &tableRow{number: number, cells: map[string]string{}, removed: map[string]bool{}}
		for i, cell := range record {
			if cell == clearing {
				row.removed[header[i]] = true
			} else {
				row.cells[header[i]] = textOfCell(cell)
			}
		}
		rows = append(rows, row)
	}
	if len(rows) > maxTableRows {
		return nil, fault.LongList("input.csv", maxTableRows, len(rows))
	}
	return rows, nil
}

func unreadable(err error, row int) error {
	field := "input.csv." + strconv.Itoa(row)
	switch {
	case errors.Is(err, io.EOF):
		return badInput("input.csv", "The table is empty.", "Begin with a row that has the names of the columns.")
	case errors.Is(err, csv.ErrFieldCount):
		return badInput(field, "Row {row} has another number of cells than the header.",
			"Write a cell for each column, and put texts with commas in quotation marks.", fault.WithNumber("row", row))
	}
	return badInput(field, "Row {row} is not CSV: a quotation mark is in the wrong place.",
		"Put texts with quotation marks in quotation marks, and double those inside.", fault.WithNumber("row", row))
}

func (t *table) checkHeader(header []string) error {
	var wrong refusals
	seen := map[string]bool{}
	for _, name := range header {
		switch {
		case t.column(name) == nil:
			wrong.add(badInput("input.csv.1", "The list has no column {column}.", "Name one of {columns}.",
				fault.WithText("column", shortened(name)), fault.WithText("columns", t.header())))
		case seen[name]:
			wrong.add(badInput("input.csv.1", "The table has the column {column} twice.", "Write it once.",
				fault.WithText("column", name)))
		}
		seen[name] = true
	}
	for _, c := range t.columns {
		if c.use == key && !seen[c.name] {
			wrong.add(badInput("input.csv.1", "The table has no column {column}, which identifies an object.",
				"Add the column.", fault.WithText("column", c.name)))
		}
	}
	return wrong.err()
}

// header returns the names of the columns, for people.
func (t *table) header() string {
	list := make([]string, len(t.columns))
	for i, c := range t.columns {
		list[i] = c.name
	}
	return strings.Join(list, ", ")
}

// shortened returns a text that a client wrote for a refusal.
func shortened(text string) string {
	if utf8.RuneCountInString(text) <= longestCell {
		return text
	}
	return string([]rune(text)[:longestCell]) + "…"
}

// fillIn replaces empty cells of keys that have a default: a price without a day starts today.
func (in *importing) fillIn(rows []*tableRow) {
	if in.table == tables[vocabulary.CatalogListListPrices] {
		today := in.today()
		for _, row := range rows {
			row.cells["startsOn"] = cmp.Or(row.cells["startsOn"], ofDay(&today))
		}
	}
}

// keysOf returns the values of the first column of the key.
func keysOf(t *table, rows []*tableRow) []string {
	keys, seen := []string{}, map[string]bool{}
	for _, row := range rows {
		if k := row.cells[t.columns[0].name]; !seen[k] {
			keys, seen[k] = append(keys, k), true
		}
	}
	return keys
}

// checkRows refuses what contradicts the form of the list: two rows for one object, the removal of a value that cannot
// be removed, a change of one that never changes, and new objects that lack a value.
func (in *importing) checkRows(rows []*tableRow) {
	first := map[string]int{}
	for _, row := range rows {
		k := in.table.keyOf(row.cells)
		if before := first[k]; before != 0 {
			in.refuseRow(row, badInput(row.field(in.table.columns[0].name), "The row {row} is about the same object.",
				"Write one row for each object.", fault.WithNumber("row", before)))
			continue
		}
		first[k] = row.number
		before, is := in.known[k]
		for _, c := range in.table.columns {
			in.checkCell(row, c, is, before)
		}
	}
}

func (in *importing) checkCell(row *tableRow, c column, is bool, before object) {
	cell := row.cells[c.name]
	switch {
	case row.removed[c.name] && c.use != removable:
		in.refuseRow(row, badInput(row.field(c.name), "The value of {column} cannot be removed.",
			"Write another value, or leave the cell empty.", fault.WithText("column", c.name)))
	case !is && cell == "" && (c.use == required || c.use == requiredFixed):
		in.refuseRow(row, badInput(row.field(c.name), "The object is new, and has no {column}.",
			"Write a value, or check the cells that identify the object.", fault.WithText("column", c.name)))
	case is && cell != "" && (c.use == fixed || c.use == requiredFixed) && !sameText(cell, before.cells[c.name]):
		in.refuseRow(row, badInput(row.field(c.name), "The value of {column} never changes.",
			"Leave the cell empty, or write a row for a new object.", fault.WithText("column", c.name)))
	}
}

func (in *importing) refuseRow(row *tableRow, refusal *fault.Error) {
	row.refused = true
	in.wrong.add(refusal)
}

// sameText compares the text of a cell with that of an object. CSV does not keep how a line ends.
func sameText(cell, stored string) bool {
	return cell == stored || cell == strings.ReplaceAll(stored, "\r", "")
}

// inOrder returns the rows in an order in which new objects come before those that name them.
func (in *importing) inOrder(rows []*tableRow) []*tableRow {
	if in.table.below == nil {
		return rows
	}
	byLabel := map[string]*tableRow{}
	for _, row := range rows {
		byLabel[in.table.label(row.cells)] = row
	}
	ordered, seen := make([]*tableRow, 0, len(rows)), map[*tableRow]bool{}
	var put func(*tableRow)
	put = func(row *tableRow) {
		if row == nil || seen[row] {
			return
		}
		seen[row] = true
		for _, label := range in.table.below(row.cells) {
			put(byLabel[label])
		}
		ordered = append(ordered, row)
	}
	for _, row := range rows {
		put(row)
	}
	return ordered
}

// putRow creates or changes the object of a row.
func (in *importing) putRow(row *tableRow) error {
	before, is := in.known[in.table.keyOf(row.cells)]
	c := &cells{importing: in, row: row, object: before, isNew: !is}
	label := in.table.label(row.cells)
	err := in.done.Row(row.number, label, !is, func() error {
		if err := in.table.put(in, c); err != nil {
			return err
		}
		delete(in.waiting, label)
		for _, act := range in.postponed[label] {
			if err := act(); err != nil {
				return err
			}
		}
		return nil
	})
	return in.wrong.addIf(err)
}

// run runs the rule of a mutation for one object. Its refusals name the columns in place of the arguments.
func (c *cells) run(rule change.Rule) error {
	if len(c.refused) > 0 {
		return nil
	}
	err := rule(c.ctx, c.tx, c.done)
	list := change.Refusals(err)
	if list == nil {
		return err
	}
	for _, refusal := range list {
		placed := *refusal
		placed.Field = c.row.field(c.columnOf(refusal.Field))
		c.refuse(&placed)
	}
	return nil
}

// columnOf returns the column of an argument of a mutation, or that of the key.
func (c *cells) columnOf(argument string) string {
	for part := range strings.SplitSeq(argument, ".") {
		if part == "members" {
			part = "suiteMembers"
		}
		if c.table.column(part) != nil {
			return part
		}
	}
	return c.table.columns[0].name
}

// created returns the id of the object that the row created.
func (c *cells) created(of gid.Type) (gid.ID, error) {
	if len(c.refused) > 0 {
		return 0, nil
	}
	for _, id := range c.done.Results() {
		if id.Type() == of {
			c.names.add(id, c.table.label(c.row.cells))
			return id, nil
		}
	}
	return 0, errors.New("the row has created nothing")
}
