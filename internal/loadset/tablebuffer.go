package loadset

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/muniment/muniment/internal/store"
)

// tableBuffer holds rows of one table until they are written.
type tableBuffer struct {
	table   string
	columns []string
	values  []any
}

// tableBuffers holds the buffers of a set. A table comes after the tables to which its rows refer.
type tableBuffers struct {
	buffers []*tableBuffer
}

func (b *tableBuffers) table(table, columns string) *tableBuffer {
	s := &tableBuffer{table: table, columns: strings.Fields(columns)}
	b.buffers = append(b.buffers, s)
	return s
}

// add appends a row. values are in the order of the columns: int64, string, bool or nil.
func (s *tableBuffer) add(values ...any) { s.values = append(s.values, values...) }

func (s *tableBuffer) rows() iter.Seq[[]any] { return slices.Chunk(s.values, len(s.columns)) }

func (s *tableBuffer) count() int64 { return int64(len(s.values) / len(s.columns)) }

// write inserts the rows of all buffers in one transaction, empties the buffers, and adds the numbers of rows to
// counts.
func (b *tableBuffers) write(ctx context.Context, st *store.Store, counts Counts) error {
	err := st.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		for _, s := range b.buffers {
			if len(s.values) == 0 {
				continue
			}
			if _, err := tx.InsertRows(ctx, s.table, s.columns, s.rows()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, s := range b.buffers {
		counts[s.table] += s.count()
		clear(s.values) // lets the garbage collector free the strings of a large batch
		s.values = s.values[:0]
	}
	return nil
}

// orNil returns the value as int64, or nil if v is nil.
func orNil[T ~int32 | ~int64](v *T) any {
	if v == nil {
		return nil
	}
	return int64(*v)
}

// orNull returns the text, or nil if it is empty.
func orNull[T ~string](text T) any {
	if text == "" {
		return nil
	}
	return string(text)
}
