package plan

import (
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql/schema"
	"pgregory.net/rapid"

	"github.com/muniment/muniment/ent/migrate"
)

// all lists every table description.
func (t *tables) all() []*table {
	return []*table{t.account, t.accountLink, t.accountPath, t.user, t.membership, t.word, t.productLine, t.model,
		t.modelVersion,
		t.product, t.suiteMember, t.part, t.entitlement, t.line, t.period, t.allocation, t.activation, t.ledger,
		t.steps, t.coverage,
		t.coverageItem, t.server, t.device, t.meter, t.usage, t.decision, t.external, t.home, t.level}
}

func schemaOf(t *testing.T, name string) *schema.Table {
	t.Helper()
	at := slices.IndexFunc(migrate.Tables, func(s *schema.Table) bool { return s.Name == name })
	if at < 0 {
		t.Fatalf("no table %s", name)
	}
	return migrate.Tables[at]
}

func TestTablesFitTheSchema(t *testing.T) {
	planned := map[string]*table{}
	for _, table := range newTables().all() {
		planned[table.name] = table
	}
	for _, table := range planned {
		s := schemaOf(t, table.name)
		columns, _ := table.inserted(make([]any, len(table.columns)))
		for _, column := range columns {
			if !slices.ContainsFunc(s.Columns, func(c *schema.Column) bool { return c.Name == column }) {
				t.Errorf("%s has no column %s", table.name, column)
			}
		}
		for _, c := range s.Columns {
			if !c.Nullable && c.Default == nil && c.Name != "id" && !slices.Contains(table.columns, c.Name) {
				t.Errorf("%s.%s is required but not written", table.name, c.Name)
			}
		}
		if table.keyed != slices.Contains(table.columns, "id") || table.keyed && table.columns[0] != "id" {
			t.Errorf("%s: the id is not its first column", table.name)
		}
		if table.owner != "" && !slices.Contains(table.columns, table.owner) {
			t.Errorf("%s has no column %s", table.name, table.owner)
		}
		for _, key := range s.ForeignKeys {
			if to := planned[key.RefTable.Name]; to != nil && to != table && to.rank >= table.rank {
				t.Errorf("%s is written before %s, to which it refers", table.name, to.name)
			}
		}
	}
}

func TestDifferentKeysNeverBecomeOne(t *testing.T) {
	part := rapid.StringOfN(rapid.SampledFrom([]rune{'a', '|', '\\'}), 0, 4, -1)
	rapid.Check(t, func(t *rapid.T) {
		a := []string{part.Draw(t, "a1"), part.Draw(t, "a2")}
		b := []string{part.Draw(t, "b1"), part.Draw(t, "b2")}
		if (Join(a...) == Join(b...)) != slices.Equal(a, b) {
			t.Fatalf("%q and %q become %q and %q", a, b, Join(a...), Join(b...))
		}
	})
	if got := Join("plain", "key"); got != "plain|key" {
		t.Errorf(`%q, want "plain|key"`, got)
	}
}

func TestTheDigestOfAnAggregate(t *testing.T) {
	tables := newTables()
	main := tables.model.row(int64(1), "m", "tech", "NODE_LOCKED", true)
	link := func(parent int64) row { return tables.accountLink.row(parent, int64(1)) }
	base := digestOf(main, []row{link(2), link(3)})
	if digestOf(main, []row{link(3), link(2)}) != base {
		t.Error("it depends on the order of the parts")
	}
	if digestOf(main, []row{link(2), link(4)}) == base || digestOf(main, []row{link(2)}) == base {
		t.Error("it does not depend on the parts")
	}
	// Drivers return booleans, numbers and texts in different types.
	read := row{table: tables.model, values: []any{int64(1), []byte("m"), "tech", "NODE_LOCKED", int64(1)}}
	if digestOf(read, []row{link(2), link(3)}) != base {
		t.Error("it depends on the form in which a driver gives values")
	}
	// A search word is derived from the name and is not in the source.
	if digestOf(main, []row{link(2), link(3), tables.word.row(int64(1), "word", int64(1), nil)}) != base {
		t.Error("it depends on derived parts")
	}
}

func TestValuesAreUnambiguousInTheDigest(t *testing.T) {
	tables := newTables()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune{'a', 0, 1, 2}), 0, 3, -1)
		a := []string{text.Draw(t, "a1"), text.Draw(t, "a2")}
		b := []string{text.Draw(t, "b1"), text.Draw(t, "b2")}
		of := func(x []string) int64 { return digestOf(tables.productLine.row(int64(1), x[0], x[1], int64(0)), nil) }
		if (of(a) == of(b)) != slices.Equal(a, b) {
			t.Fatalf("%q and %q", a, b)
		}
	})
}

func TestMultiplyDetectsOverflow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, scale := rapid.Int64().Draw(t, "n"), rapid.Int64Range(1, 1<<40).Draw(t, "scale")
		product, ok := multiply(n, scale)
		fits := n == 0 || (n > 0 && n <= (1<<63-1)/scale) || (n < 0 && n >= (-1<<63)/scale)
		if ok != fits || ok && product/scale != n {
			t.Fatalf("times(%d, %d) = %d, %v", n, scale, product, ok)
		}
	})
}

func TestThePlansHash(t *testing.T) {
	one := func(change func(*verdict)) string {
		tally := newTally("legacy", HomeSource)
		v := verdict{kind: "accounts", key: "A", action: Create, source: 7, n: 1}
		if change != nil {
			change(&v)
		}
		tally.add(&v)
		return tally.finish().Hash
	}
	base := one(nil)
	if one(nil) != base || strings.ToLower(base) != base || len(base) != 64 {
		t.Errorf("%q, want one = %v, ToLower(base) = %v and len(base) = 64", base, base, base)
	}
	for what, change := range map[string]func(*verdict){"kind": func(v *verdict) { v.kind = "users" },
		"key":    func(v *verdict) { v.key = "B" },
		"action": func(v *verdict) { v.action = Update }, "source": func(v *verdict) { v.source = 8 }} {
		if one(change) == base {
			t.Errorf("it does not depend on the %s", what)
		}
	}
}
