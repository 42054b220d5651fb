package plan

import (
	"context"
	"errors"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Keys returns the ids of the whole list whose page an operation selects as its only field, in the order of the list.
// It is for exports, which have no pages; the fields that are selected of the rows do not matter. It returns
// ANSWER_TOO_LARGE if the list has more than most rows, and otherwise the errors that the field itself would have.
func (e *Executor) Keys(ctx context.Context, op *graphql.OperationContext, most int) ([]gid.ID, error) {
	p := e.plan(op)
	if op.Operation.Operation != ast.Query || len(p.root.fields) != 1 || p.root.fields[0].page == nil ||
		p.root.fields[0].page.list.Partition != "" {
		return nil, errors.New("the operation is not one list")
	}
	f, r := p.root.fields[0], e.run(ctx, op, p)
	var keys []int64
	err := e.Snapshot(ctx, 0, func(view *page.View) error {
		r.call.View = view
		return r.guard(func() (err error) { keys, err = r.keysOfList(p.root, f, most); return err })
	})
	if err != nil {
		return nil, fmt.Errorf("read a whole list: %w", err)
	}
	ids := make([]gid.ID, len(keys))
	for i, key := range keys {
		ids[i] = gid.ID(key)
	}
	return ids, nil
}

func (r *run) keysOfList(root *selection, f *field, most int) ([]int64, error) {
	args, err := r.arguments(root, f)
	if err != nil {
		return nil, err
	}
	r.call.Args = args
	if f.decl.refuse != nil {
		if err := f.decl.refuse(r.call, Row{&rowSet{selection: root, n: 1, values: []any{nil}}, 0}); err != nil {
			return nil, err
		}
	}
	o, where, _, err := f.page.orderAndFilter(r.call)
	if err != nil {
		return nil, err
	}
	return r.call.View.Keys(r.call, f.page.source.Table(), o, where, most)
}
