package plan

import (
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
)

func maybeID(id gid.ID) any {
	if id == 0 {
		return nil
	}
	return int64(id)
}

func maybeText[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}

func maybeDay(d stage.Day) any {
	if !d.Valid {
		return nil
	}
	return int64(d.V)
}

func dayOrForever(d stage.Day) any {
	if !d.Valid {
		return int64(day.Forever)
	}
	return int64(d.V)
}

func maybeInstant(i stage.Instant) any {
	if !i.Valid {
		return nil
	}
	return int64(i.V)
}

func pointerDay(d *day.Day) any {
	if d == nil {
		return nil
	}
	return int64(*d)
}

func dayPointer(d stage.Day) *day.Day {
	if !d.Valid {
		return nil
	}
	return &d.V
}

// first returns the first instant that is known, or otherwise.
func first(otherwise clock.Instant, instants ...stage.Instant) any {
	for _, i := range instants {
		if i.Valid {
			return int64(i.V)
		}
	}
	return int64(otherwise)
}

// times multiplies an amount of whole units by the scale of the unit. It returns false where the product does not fit.
func times(n, scale int64) (int64, bool) {
	if n == 0 || scale == 1 {
		return n, true
	}
	product := n * scale
	return product, product/scale == n && (product < 0) == (n < 0)
}

func at(ids []gid.ID, ref stage.Ref) gid.ID {
	if ref <= 0 || int(ref) >= len(ids) {
		return 0
	}
	return ids[ref]
}

// put keeps an id at the place of a record, making room as needed.
func put(ids *[]gid.ID, ref stage.Ref, id gid.ID) {
	for int(ref) >= len(*ids) {
		*ids = append(*ids, make([]gid.ID, max(1024, int(ref)+1-len(*ids)))...)
	}
	(*ids)[ref] = id
}
