package plan

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/internal/gid"
)

// homesOf reads the home system of the accounts and product lines of changed records.
func (j *judgement) homesOf(ctx context.Context, changed []*record) (map[pair]gid.ID, error) {
	var accounts []gid.ID
	for _, r := range changed {
		if r.homed {
			accounts = append(accounts, j.known[r.key].account)
		}
	}
	homes := map[pair]gid.ID{}
	if len(accounts) == 0 {
		return homes, nil
	}
	err := each(ctx, j.q, func(v []any) error {
		homes[pair{idOf(v[0]), idOf(v[1])}] = idOf(v[2])
		return nil
	}, "SELECT account_id, product_line_id, system_id FROM homes WHERE "+j.store.In("account_id"),
		j.store.Set(accounts))
	if err != nil {
		return nil, fmt.Errorf("read the homes: %w", err)
	}
	return homes, nil
}

// loadPairs reads the product lines of accounts that existed before this run. Their home is decided already, even
// without a row in homes.
func (j *judgement) loadPairs(ctx context.Context, creates []*record) error {
	if j.options.Home != HomeSource {
		return nil
	}
	var accounts []gid.ID
	seen := map[gid.ID]bool{}
	for _, r := range creates {
		if r.newHome && r.owner != 0 && !j.created[r.owner] && !j.loaded[r.owner] && !seen[r.owner] {
			seen[r.owner] = true
			accounts = append(accounts, r.owner)
		}
	}
	if len(accounts) == 0 {
		return nil
	}
	set := j.store.Set(accounts)
	for _, table := range []string{"homes", "line_items", "coverages"} {
		err := each(ctx, j.q, func(v []any) error {
			j.changes.pairs[pair{idOf(v[0]), idOf(v[1])}] = true
			return nil
		}, "SELECT DISTINCT account_id, product_line_id FROM "+table+" WHERE "+j.store.In("account_id"), set)
		if err != nil {
			return fmt.Errorf("read the product lines of accounts: %w", err)
		}
	}
	j.changes.settle = append(j.changes.settle, func() {
		for _, id := range accounts {
			j.loaded[id] = true
		}
	})
	return nil
}

// setHome makes the source the home of a new account, or of the first right of an account in a product line.
func (j *judgement) setHome(r *record, id gid.ID) {
	if !r.newHome || j.options.Home != HomeSource {
		return
	}
	of := pair{r.owner, r.line}
	if j.subject.typ == gid.Account {
		of = pair{account: id}
	}
	if j.pairs[of] || j.changes.pairs[of] {
		return
	}
	j.changes.pairs[of] = true
	j.changes.insert(j.tables.home.row(int64(of.account), int64(of.line), int64(j.system), int64(j.changes.now)))
}
