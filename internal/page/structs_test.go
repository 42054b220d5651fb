package page

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// found is a Querier and Cursor with fixed rows.
type found struct {
	columns []string
	rows    [][]Cell
	err     error // returned after the last row
	closed  int
}

func (f *found) Columns() []string { return f.columns }

func (f *found) Next(row []Cell) (bool, error) {
	if len(f.rows) == 0 {
		return false, f.err
	}
	copy(row, f.rows[0])
	f.rows = f.rows[1:]
	return true, nil
}

func (f *found) Close() error {
	f.closed++
	return nil
}

// Query returns the rows for every statement.
func (f *found) Query(context.Context, string, []any) (Cursor, error) { return f, nil }

type sort string

func TestRowsFillStructs(t *testing.T) {
	type row struct {
		ID     int64 `sql:"id"`
		other  int
		Small  int16   `sql:"small"`
		Name   sort    `sql:"name"`
		Yes    bool    `sql:"yes"`
		Day    *int32  `sql:"day"`
		Note   *string `sql:"note"`
		Number *int    `sql:"number"`
		Truth  *bool   `sql:"truth"`
	}
	columns := []string{"note", "id", "small", "name", "yes", "day", "number", "truth"}
	rows := &found{columns: columns, rows: [][]Cell{
		{Text(""), Number(math.MaxInt64), Number(math.MinInt16), Text("a"), Number(1), Number(math.MaxInt32),
			Number(-1), Number(0)},
		{{}, Number(2), Number(math.MaxInt16), Text(""), Number(0), {}, {}, {}},
	}}
	var got []row
	if err := fill(rows, &got, MaxRows); err != nil {
		t.Fatal(err)
	}
	day, empty, number, truth := int32(math.MaxInt32), "", -1, false
	want := []row{
		{ID: math.MaxInt64, Small: math.MinInt16, Name: "a", Yes: true, Day: &day, Note: &empty, Number: &number,
			Truth: &truth},
		{ID: 2, Small: math.MaxInt16},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(row{})); diff != "" {
		t.Error(diff)
	}
	if rows.closed == 0 {
		t.Error("the statement was not closed")
	}
}

func TestOneColumnFillsASliceOfItsValues(t *testing.T) {
	var numbers []int64
	if err := fill(&found{columns: []string{"id"}, rows: [][]Cell{{Number(3)}, {Number(4)}}}, &numbers,
		MaxRows); err != nil ||
		!cmp.Equal(numbers, []int64{3, 4}) {
		t.Errorf("%v %v, want %v", numbers, err, []int64{3, 4})
	}
	var texts []*string
	if err := fill(&found{columns: []string{"name"}, rows: [][]Cell{{{}}, {Text("a")}}}, &texts,
		MaxRows); err != nil ||
		len(texts) != 2 || texts[0] != nil || *texts[1] != "a" {
		t.Errorf(`%v %v, want len(texts) = 2, texts[0] = nil and texts[1] = "a"`, texts, err)
	}
	var none []int64
	if err := fill(&found{columns: []string{"id"}}, &none, MaxRows); err != nil || none != nil {
		t.Errorf("%v %v, want nil", none, err)
	}
}

func TestRowsOfAnotherTypeAreAnError(t *testing.T) {
	type one struct {
		ID int16 `sql:"id"`
	}
	failed := errors.New("failed")
	for name, c := range map[string]struct {
		into any
		rows *found
		want string
	}{
		"null":             {new([]one), &found{columns: []string{"id"}, rows: [][]Cell{{{}}}}, "column id: null"},
		"null for a text":  {new([]string), &found{columns: []string{"id"}, rows: [][]Cell{{{}}}}, "column id: null"},
		"null for a truth": {new([]bool), &found{columns: []string{"id"}, rows: [][]Cell{{{}}}}, "column id: null"},
		"too large": {new([]one), &found{columns: []string{"id"}, rows: [][]Cell{{Number(math.MaxInt16 + 1)}}},
			"column id"},
		"too small": {new([]one), &found{columns: []string{"id"}, rows: [][]Cell{{Number(math.MinInt16 - 1)}}},
			"column id"},
		"too large pointer": {new([]*int32),
			&found{columns: []string{"id"}, rows: [][]Cell{{Number(math.MaxInt32 + 1)}}}, "column id"},
		"text for a number": {new([]one), &found{columns: []string{"id"}, rows: [][]Cell{{Text("1")}}}, "column id"},
		"text for a truth":  {new([]bool), &found{columns: []string{"id"}, rows: [][]Cell{{Text("1")}}}, "column id"},
		"number for a text": {new([]string), &found{columns: []string{"id"}, rows: [][]Cell{{Number(1)}}},
			"column id"},
		"no such kind":   {new([]float64), &found{columns: []string{"id"}, rows: [][]Cell{{Number(1)}}}, "column id"},
		"unsigned":       {new([]uint8), &found{columns: []string{"id"}, rows: [][]Cell{{Number(-1)}}}, "column id"},
		"unknown column": {new([]one), &found{columns: []string{"id", "name"}}, "name"},
		"two columns":    {new([]int64), &found{columns: []string{"id", "name"}}, "2 columns"},
		"a failure": {
			new([]one), &found{columns: []string{"id"}, rows: [][]Cell{{Number(1)}}, err: failed}, "failed"},
	} {
		if err := fill(c.rows, c.into, MaxRows); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %v in it", name, err, c.want)
		}
		if c.rows.closed == 0 {
			t.Errorf("%s: the statement was not closed", name)
		}
	}
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		given any
		want  Cell
	}{
		{nil, Cell{}}, {int64(-5), Number(-5)}, {"a", Text("a")}, {[]byte("b"), Text("b")}, {"", Text("")},
		{[]byte(nil), Text("")},
		{true, Number(1)}, {false, Number(0)}, {int64(math.MinInt64), Number(math.MinInt64)},
	} {
		got := Text("before")
		if err := got.Set(c.given); err != nil || got != c.want {
			t.Errorf("%T %v: %+v %v, want %v", c.given, c.given, got, err, c.want)
		}
	}
	kept := []byte("abc")
	var cell Cell
	_ = cell.Set(kept)
	kept[0] = 'x'
	if cell.Text() != "abc" {
		t.Error("the cell shares its text with the driver")
	}
	for _, v := range []any{1.5, int32(1), struct{}{}} {
		if err := cell.Set(v); err == nil {
			t.Errorf("%T was accepted", v)
		}
	}
	var null Cell
	if !null.Null() || null.Int() != 0 || null.Text() != "" {
		t.Error("null is not empty")
	}
	number, text, truth := Number(7), Text("x"), Truth(true)
	if number.Null() || text.Null() || number.Int() != 7 || text.Text() != "x" || truth.Int() != 1 {
		t.Errorf(`%+v %+v %+v, want Null = false, Null = false, Int = 7, Text = "x" and Int = 1`, number, text, truth)
	}
	panics(t, "the number of a text", func() { text.Int() })
	panics(t, "the text of a number", func() { number.Text() })
}

func panics(t *testing.T, what string, do func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Errorf("%s: no panic", what)
		}
	}()
	do()
}

// Appending to a scanned row does not change other rows.
func TestScannedRowsShareNoCells(t *testing.T) {
	for _, n := range []int{0, 1, 3, 64, 65, 1000} {
		for _, expected := range []int{0, 1, 50, 5000} {
			rows := &found{columns: []string{"a", "b"}}
			for i := range n {
				rows.rows = append(rows.rows, []Cell{Number(int64(i)), Text("x")})
			}
			got, err := scan(rows, 2, expected, 1000)
			if err != nil || len(got) != n || rows.closed != 1 {
				t.Fatalf("%d rows, expected %d: %d rows %v", n, expected, len(got), err)
			}
			for i, row := range got {
				if len(row) != 2 || row[0].Int() != int64(i) {
					t.Fatalf("row %d is %v", i, row)
				}
				_ = append(row, Number(-1)) // must not overwrite the next row
			}
			for i, row := range got {
				if row[0].Int() != int64(i) {
					t.Fatalf("row %d became %v", i, row)
				}
			}
		}
	}
	rows := &found{columns: []string{"a"}, rows: [][]Cell{{Number(1)}, {Number(2)}, {Number(3)}}}
	if _, err := scan(rows, 1, 1, 2); !errors.Is(err, ErrTooManyRows) || rows.closed != 1 {
		t.Errorf("%v, want err = %v and closed = 1", err, ErrTooManyRows)
	}
	rows = &found{columns: []string{"a"}, rows: [][]Cell{{Number(1)}}, err: context.Canceled}
	if _, err := scan(rows, 1, 1, 2); !errors.Is(err, context.Canceled) || rows.closed != 1 {
		t.Errorf("%v, want err = %v and closed = 1", err, context.Canceled)
	}
}

func TestTooManyRowsAreAnError(t *testing.T) {
	many := func() *found {
		f := &found{columns: []string{"id"}, rows: make([][]Cell, MaxRows+1)}
		for i := range f.rows {
			f.rows[i] = []Cell{Number(int64(i))}
		}
		return f
	}
	v := NewView(many(), "sqlite3", everything{})
	if _, err := v.AllRows(t.Context(), NewSource(TableNamed("systems")), Order{}, nil); !errors.Is(err,
		ErrTooManyRows) {
		t.Errorf("AllRows: %v, want %v", err, ErrTooManyRows)
	}
	var ids []int64
	v = NewView(many(), "sqlite3", everything{})
	if err := v.Scan(t.Context(), "systems", func(q *Query) { q.Select(q.C("id")) }, &ids); !errors.Is(err,
		ErrTooManyRows) {
		t.Errorf("Scan: %v, want %v", err, ErrTooManyRows)
	}
}

func TestAViewNeedsAScope(t *testing.T) {
	panics(t, "a view without a scope", func() { NewView(&found{}, "sqlite3", nil) })
	panics(t, "a statement with a nil pointer for a scope", func() {
		_, _ = NewView(&found{}, "sqlite3", (*everything)(nil)).AllRows(t.Context(), NewSource(TableNamed("systems")),
			Order{}, nil)
	})
	panics(t, "a statement of the zero view", func() {
		_, _ = new(View).AllRows(t.Context(), NewSource(TableNamed("systems")), Order{}, nil)
	})
}

func TestUnknownPathsPanic(t *testing.T) {
	for _, path := range []string{"", "title", "product_line_id.title", "name.id", "product_line_id.", ".name",
		"product_line_id.name.id", "id.id"} {
		panics(t, path, func() { NewSource(TableNamed("products")).Column(path) })
	}
	panics(t, "no table", func() { TableNamed("shoes") })
	panics(t, "own of no reference", func() { NewSource(TableNamed("products")).Own("name", "id") })
}

func TestPathsAreReadOnce(t *testing.T) {
	s := NewSource(TableNamed("line_items"))
	slots := map[int]string{}
	for _, path := range []string{"id", "ends_on", "product_id.name", "product_id.product_line_id.name",
		"product_line_id.name", "product_id.id"} {
		slot := s.Column(path)
		if other, taken := slots[slot]; taken {
			t.Errorf("%s and %s have the same slot", path, other)
		}
		slots[slot] = path
		if again := s.Column(path); again != slot {
			t.Errorf("%s: %d, then %d", path, slot, again)
		}
		if known, there := s.Slot(path); !there || known != slot {
			t.Errorf("%s: %d %v, want there = true and known = %v", path, known, there, slot)
		}
	}
	if s.Joins() != 3 {
		t.Errorf("%d joins, want 3", s.Joins())
	}
	if _, there := s.Slot("created_at"); there {
		t.Error("created_at has a slot, but was not added")
	}
	for path, want := range map[string]string{"product_id": "products", "product_id.product_line_id": "product_lines",
		"ends_on": "", "ends_on.x": "",
		"product_id.product_line_id.name": "", "unit_id": "units_of_measure"} {
		got := ""
		if table := s.Refers(path); table != nil {
			got = table.Name()
		}
		if got != want {
			t.Errorf("%s refers to %q, want %q", path, got, want)
		}
	}
}

func TestDistinctKeys(t *testing.T) {
	for _, n := range []int{0, 1, 5, linearSearchMax, linearSearchMax + 1, 100} {
		var keys, want []int64
		var places []int
		for i := range n {
			keys, want, places = append(keys, int64(10+i), 0, int64(10+i/2)), append(want, int64(10+i)),
				append(places, i, -1, i/2)
		}
		distinct, at := Distinct(keys)
		if !cmp.Equal(distinct, append([]int64{}, want...)) || !cmp.Equal(at, append([]int{}, places...)) {
			t.Errorf("%d keys: %v %v", n, distinct, at)
		}
	}
}

var _ Scope = everything{}
