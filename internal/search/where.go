package search

import (
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Where keeps the rows of a type that have, for each word of the text, a word that begins with it. A blank text is no
// condition. Any other text without a word, such as "%", keeps nothing: no stored word begins with it.
func Where(q *page.Query, t gid.Type, text string) {
	each(q, text, func(word string) *sql.Predicate {
		found := words(q)
		found.Where(sql.And(sql.EQ(found.C(searchword.FieldEntityType), int64(t)),
			begins(found.C(searchword.FieldWord), word)))
		return sql.In(q.C("id"), found.Selector)
	})
}

// WhereNamed is Where for rows that refer to the object in a column. It looks up the words of the object of each row,
// so the rows must be few, such as those of one account.
func WhereNamed(q *page.Query, column, text string) {
	each(q, text, func(word string) *sql.Predicate { return Named(q, column, word) })
}

// Named returns the condition that the object to which a column refers has a word that begins with word. The id
// contains the type.
func Named(q *page.Query, column, word string) *sql.Predicate {
	found := words(q)
	found.Where(sql.ColumnsEQ(found.C(searchword.FieldEntityID), q.C(column)))
	is := found.C(searchword.FieldWord)
	if q.Dialect() == dialect.SQLite {
		// without the plus, its planner may read all words with the prefix instead of the words of the object
		is = "+" + is
	}
	found.Where(begins(is, word))
	return sql.Exists(found.Selector)
}

// WhereListed is Where for rows with their own column of words, in the form of List. It uses no index.
func WhereListed(q *page.Query, column, text string) {
	each(q, text, func(word string) *sql.Predicate { return sql.Contains(q.C(column), " "+word) })
}

// List formats words for a column that WhereListed reads: each with a space before it.
func List(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ")
}

func each(q *page.Query, text string, condition func(word string) *sql.Predicate) {
	asked := QueryTerms(text)
	if strings.TrimSpace(text) != "" && len(asked) == 0 {
		q.Where(sql.False())
	}
	for _, word := range asked {
		q.Where(condition(word))
	}
}

// words begins a subquery over words.
func words(q *page.Query) *page.Query {
	found := q.SubOf(searchword.Table, "sw")
	return found.Select(found.C(searchword.FieldEntityID))
}

func begins(column, word string) *sql.Predicate {
	return sql.And(sql.GTE(column, word), sql.LT(column, word+"\U0010FFFF"))
}
