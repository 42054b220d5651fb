package search

import (
	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Where keeps the rows of a type that have, for each word of the text, a word that begins with it. The empty text is no
// condition. Any other text without a word, such as "%", keeps nothing: no stored word begins with it.
func Where(q *page.Query, t gid.Type, text string) {
	words := Words(text)
	if text != "" && len(words) == 0 {
		q.Where(sql.False())
		return
	}
	for _, word := range words {
		found := q.SubOf(searchword.Table, "sw")
		found.Select(found.C(searchword.FieldEntityID)).Where(sql.And(sql.EQ(found.C(searchword.FieldEntityType), int64(t)),
			sql.GTE(found.C(searchword.FieldWord), word), sql.LT(found.C(searchword.FieldWord), word+"\U0010FFFF")))
		q.Where(sql.In(q.C("id"), found.Selector))
	}
}
