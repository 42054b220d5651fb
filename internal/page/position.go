package page

// A list that is merged from several tables has no row with the columns of its order. Its cursors hold whole numbers
// that say where its page begins.

// Position returns the size of the page that the request asks for, and the numbers of the cursor after which it begins;
// nil if it begins with the list. Its cursors have n numbers. It returns BAD_PAGE_SIZE or BAD_CURSOR.
func (r Request) Position(n int) (size int, after []int64, err error) {
	text := r.After
	r.After = nil
	w, err := r.window(nil)
	if err != nil || text == nil {
		return w.limit, nil, err
	}
	c, err := parseCursor(*text, r.seal(), n)
	if err != nil {
		return 0, nil, foreignCursor("after")
	}
	for _, v := range c.values {
		number, ok := v.(int64)
		if !ok {
			return 0, nil, foreignCursor("after")
		}
		after = append(after, number)
	}
	return w.limit, after, nil
}

// CursorOf returns the cursor for a position in the list.
func (r Request) CursorOf(numbers ...int64) string {
	values := make([]any, len(numbers))
	for i, n := range numbers {
		values[i] = n
	}
	return formatCursor(r.seal(), values)
}
