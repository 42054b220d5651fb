package plan

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/system"
)

// findTakenIDs notes which of the new activation ids of line items something has, or had, in any letter case. The
// unique keys of both tables refuse most of them, and then the judgement is careful. They do not refuse the id of a
// renewal, which is an external id only, that a line item of Muniment has.
func (j *judgement) findTakenIDs(ctx context.Context, careful bool, lists ...[]*record) error {
	if j.subject.typ != gid.LineItem {
		return nil
	}
	var lines, names []string
	for _, list := range lists {
		for _, r := range list {
			for _, n := range j.newIDs(r) {
				key := system.ActivationKey(n.value)
				if careful || n != r.key {
					lines = append(lines, key)
				}
				if careful {
					names = append(names, key)
				}
			}
		}
	}
	return errors.Join(j.noteTakenIDs(ctx, "line_items", "activation_key", lines),
		j.noteTakenIDs(ctx, "external_ids", "value_key", names))
}

// newIDs are the activation ids of a record that the system has not had so far.
func (j *judgement) newIDs(r *record) (fresh []name) {
	for _, n := range append([]name{r.key}, r.named...) {
		if _, known := j.known[n]; !known && n.kind == KindActivation {
			fresh = append(fresh, n)
		}
	}
	return fresh
}

func (j *judgement) noteTakenIDs(ctx context.Context, table, column string, keys []string) error {
	if len(keys) == 0 {
		return nil
	}
	set, err := texts(j.store, keys)
	if err != nil {
		return err
	}
	err = each(ctx, j.q, func(v []any) error {
		key, _ := plain(v[0]).(string)
		j.takenIDs[key] = true
		return nil
	}, "SELECT "+column+" FROM "+table+" WHERE "+j.store.In(column), set)
	if err != nil {
		return fmt.Errorf("look for activation ids: %w", err)
	}
	return nil
}

// hasTakenID tells whether an activation id that a record would bring is that of something else.
func (j *judgement) hasTakenID(r *record) bool {
	return len(j.takenIDs) > 0 && slices.ContainsFunc(j.newIDs(r),
		func(n name) bool { return j.takenIDs[system.ActivationKey(n.value)] })
}
