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

// first returns the first known instant, or otherwise if none is known.
func first(otherwise clock.Instant, instants ...stage.Instant) any {
	for _, i := range instants {
		if i.Valid {
			return int64(i.V)
		}
	}
	return int64(otherwise)
}

// multiply converts whole units to base units. It returns false if the product does not fit into 64 bits.
func multiply(n, scale int64) (int64, bool) {
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

// put stores the id of a record at index ref, and extends the slice if needed.
func put(ids *[]gid.ID, ref stage.Ref, id gid.ID) {
	for int(ref) >= len(*ids) {
		*ids = append(*ids, make([]gid.ID, max(1024, int(ref)+1-len(*ids)))...)
	}
	(*ids)[ref] = id
}
