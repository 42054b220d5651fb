package page

import (
	"context"
	"fmt"
)

// Keys returns the ids of all rows that meet where, in order. It returns ErrTooManyRows if there are more than most.
func (v *View) Keys(ctx context.Context, t *Table, o Order, where Where, most int) ([]int64, error) {
	st := v.begin()
	st.write("SELECT ").list(NewSource(t)).write(" FROM ")
	st.rows(t, false, where)
	st.write(" ORDER BY ").order(mainAlias, o, o.Descending)
	text, args := st.take()
	found, err := v.db.Query(ctx, text, args)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	rows, err := scan(found, 1, largestPiece, most)
	if err != nil {
		return nil, err
	}
	keys := make([]int64, len(rows))
	for i, row := range rows {
		keys[i] = row[0].Int()
	}
	return keys, nil
}
