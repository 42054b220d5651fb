package page

import (
	"math/big"
	"strings"

	"entgo.io/ent/dialect/sql"
)

// half divides a number of 64 bits into a high and a low part, which have its sign.
const half = "4294967296"

// SelectSum adds an exact sum of whole numbers of 64 bits to what a statement finds, as two columns: name_high and
// name_low. A sum in one column would pass 64 bits: PostgreSQL answers with another type then, and SQLite fails. The
// sum of two billion rows fits into the halves. number is an expression over the columns of the statement; null counts
// as nothing.
func (q *Query) SelectSum(number, name string) *Query {
	sum := func(part string) sql.Querier {
		return sql.Raw("CAST(COALESCE(SUM((" + number + ") " + part + " " + half + "), 0) AS BIGINT)")
	}
	q.AppendSelectExprAs(sum("/"), name+"_high")
	q.AppendSelectExprAs(sum("%"), name+"_low")
	return q
}

// SelectCount adds the number of rows that meet a condition to what a statement finds. condition is an expression over
// the columns of the statement.
func (q *Query) SelectCount(condition *sql.Predicate, name string) *Query {
	q.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("COUNT(CASE WHEN ").Join(condition).WriteString(" THEN 1 END)")
	}), name)
	return q
}

// Next is the expression for the number after that of a column, to compare others with it.
func (q *Query) Next(column string) any { return sql.Raw(column + " + 1") }

// ColumnValue is the expression for what a column holds, for conditions that compare with a value otherwise.
func (q *Query) ColumnValue(column string) any { return sql.Raw(column) }

// SelectWords chooses the texts of columns, put together with blanks.
func (q *Query) SelectWords(columns ...string) sql.Querier {
	return q.Selector.SelectExpr(sql.Raw(strings.Join(columns, " || ' ' || ")))
}

// Sum puts the halves of an exact sum together.
func Sum(high, low int64) *big.Int {
	sum := new(big.Int).Lsh(big.NewInt(high), 32)
	return sum.Add(sum, big.NewInt(low))
}
