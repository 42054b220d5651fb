package account_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// The three forms of the rule for memberships in force agree on every combination of its inputs.
func TestTheFormsOfInForceAgree(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		today := w.today()
		w.together(func() {
			n := 0
			for _, suspended := range []bool{false, true} {
				for _, ends := range []day.Day{0, today - 1, today, today + 1} {
					for _, granted := range []vocabulary.RoleSet{0, roles(reader), roles(admin)} {
						for _, directory := range []vocabulary.RoleSet{0, roles(reader)} {
							n++
							w.member(w.user(fmt.Sprint("member ", n)), w.meadow, func(c *ent.MembershipCreate) {
								c.SetRoles(granted).SetDirectoryRoles(directory)
								if suspended {
									c.SetSuspendedAt(1)
								}
								if ends != 0 {
									c.SetEndsOn(ends)
								}
							})
						}
					}
				}
			}
		})
		all := w.db.Client().Membership.Query().Where(membership.AccountID(w.meadow)).AllX(w.all())
		if len(all) != 2*4*3*2 {
			t.Fatalf("%d memberships, want %d", len(all), 2*4*3*2)
		}
		for _, on := range []day.Day{today - 2, today - 1, today, today + 1, today + 2} {
			predicate, raw := map[string]bool{}, map[string]bool{}
			for _, m := range w.db.Client().Membership.Query().Where(membership.AccountID(w.meadow),
				account.InForceOn(on)).AllX(w.all()) {
				predicate[m.ID.String()] = true
			}
			err := w.db.Write(w.all(), func(ctx context.Context, tx store.Tx) error {
				for _, m := range all {
					var n int
					if err := tx.QueryRow(ctx, "SELECT COUNT(*) FROM memberships m WHERE "+
						account.InForceSQL+" AND m.id = ?",
						[]any{int64(on), int64(m.ID)}, &n); err != nil {
						return err
					}
					raw[m.ID.String()] = n == 1
				}
				return nil
			})
			w.must(err)
			for _, m := range all {
				id, is := m.ID.String(), account.InForce(m, on)
				if predicate[id] != is || raw[id] != is {
					t.Errorf("%+v on %s: InForce %v, InForceOn %v, InForceSQL %v", m, on, is, predicate[id], raw[id])
				}
			}
		}
	})
}
