package page

import (
	"fmt"
	"math/big"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/internal/day"
)

// splitAt is the divisor, 2^32, that splits a 64-bit number into a high and a low part with the sign of the number.
const splitAt = "4294967296"

// SelectSum adds an exact sum of 64-bit integers to the columns of a statement. It has two columns, name_high and
// name_low, which Sum adds up. A sum in one column could overflow: PostgreSQL would return numeric, and SQLite would
// fail. The halves can hold the sum of two billion rows. number is an expression over the columns of the statement;
// null counts as 0.
func (q *Query) SelectSum(number, name string) *Query {
	return q.selectSum(func(b *sql.Builder) { b.WriteString(number) }, name)
}

// SelectSumUnless is SelectSum without the rows that meet a condition. Each call of condition returns it anew.
func (q *Query) SelectSumUnless(condition func() *sql.Predicate, number, name string) *Query {
	return q.selectSum(func(b *sql.Builder) {
		b.WriteString("CASE WHEN ").Join(condition()).WriteString(" THEN 0 ELSE " + number + " END")
	}, name)
}

func (q *Query) selectSum(number func(*sql.Builder), name string) *Query {
	for _, half := range []struct{ suffix, operator string }{{"_high", "/"}, {"_low", "%"}} {
		q.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString("CAST(COALESCE(SUM((")
			number(b)
			b.WriteString(") " + half.operator + " " + splitAt + "), 0) AS BIGINT)")
		}), name+half.suffix)
	}
	return q
}

// SelectCount adds the number of rows that meet a condition to the columns of a statement. condition is an expression
// over the columns of the statement.
func (q *Query) SelectCount(condition *sql.Predicate, name string) *Query {
	q.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("COUNT(CASE WHEN ").Join(condition).WriteString(" THEN 1 END)")
	}), name)
	return q
}

// SelectIs adds whether a condition holds to the columns of a statement: 1 or 0. condition is an expression over the
// columns of the statement.
func (q *Query) SelectIs(condition *sql.Predicate, name string) *Query {
	q.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) {
		b.WriteString("CASE WHEN ").Join(condition).WriteString(" THEN 1 ELSE 0 END")
	}), name)
	return q
}

// DayAfter returns the expression for the day after the one in a column, as the value of a comparison. For the last day
// that anybody can give, and for day.Forever, it is that day itself: PostgreSQL has no later one.
func (q *Query) DayAfter(column string) any {
	return sql.Raw(fmt.Sprintf("(CASE WHEN %[1]s < %[2]d THEN %[1]s + 1 ELSE %[1]s END)", column, int64(day.Latest)))
}

// ColumnValue is the expression for what a column holds, for conditions that compare with a value otherwise.
func (q *Query) ColumnValue(column string) any { return sql.Raw(column) }

// SelectWords selects the texts of columns, joined with spaces.
func (q *Query) SelectWords(columns ...string) sql.Querier {
	return q.Selector.SelectExpr(sql.Raw(strings.Join(columns, " || ' ' || ")))
}

// Sum returns the sum whose halves SelectSum selected.
func Sum(high, low int64) *big.Int {
	sum := new(big.Int).Lsh(big.NewInt(high), 32)
	return sum.Add(sum, big.NewInt(low))
}
