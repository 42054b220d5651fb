package loadset

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// family is the number of accounts in a family. In every second family, some accounts are below others.
const family = 10

// parentsOf holds the parents of each member of a family. The seventh member has two.
var parentsOf = [family][]int{1: {0}, 2: {0}, 3: {0}, 4: {0}, 5: {1}, 6: {1, 2}}

// partner is the index of the channel partner in every hundred accounts.
const partner = 99

func isPartner(i int) bool { return i%100 == partner }

// parents returns the parents of the i-th account.
func (s Shape) parents(i int) []int {
	begin := i / family * family
	if i/family%2 != 0 || begin+family > s.Accounts {
		return nil
	}
	out := slices.Clone(parentsOf[i-begin])
	for n := range out {
		out[n] += begin
	}
	return out
}

// above returns the i-th account (at depth 0) and all its ancestors, with the length of the shortest path to each.
func (s Shape) above(i int) ([]int, map[int]int) {
	found, depth := []int{i}, map[int]int{i: 0}
	for n := 0; n < len(found); n++ {
		for _, p := range s.parents(found[n]) {
			if _, known := depth[p]; !known {
				depth[p] = depth[found[n]] + 1
				found = append(found, p)
			}
		}
	}
	return found, depth
}

func (f *filler) fillAccounts(ctx context.Context) error {
	b := &tableBuffers{}
	account := b.table("accounts",
		"id name name_key kind description street city state postal_code country region visible created_at updated_at")
	link := b.table("account_links", "parent_id child_id")
	path := b.table("account_paths", "ancestor_id descendant_id depth")
	word := b.table("search_words", "entity_type word entity_id account_id")
	external := b.table("external_ids", "system_id kind value entity_id account_id")
	f.accounts = make([]gid.ID, f.shape.Accounts)
	seen := make(map[gid.ID]bool, f.shape.Accounts)
	for i := range f.accounts {
		f.accounts[i] = f.keys.account(i)
		if seen[f.accounts[i]] {
			return fmt.Errorf("two accounts draw the key %s: take another seed", f.accounts[i])
		}
		seen[f.accounts[i]] = true
	}
	for i, id := range f.accounts {
		r := f.keys.random(ofAccounts, i)
		title := name(r, 2) + " " + name(r, 1+r.IntN(2)) + " " + forms[r.IntN(len(forms))]
		kind := vocabulary.AccountKindCustomer
		if isPartner(i) {
			kind = vocabulary.AccountKindChannelPartner
		}
		country := places[r.IntN(len(places))]
		made := int64(instant(f.shape.Today-age+day.Day(r.IntN(age/2)), r.IntN(86400)))
		account.add(int64(id), title, search.Key(title), string(kind), "", strconv.Itoa(1+r.IntN(200))+" "+
			name(r, 2)+" Street",
			name(r, 3), "", fmt.Sprintf("%05d", r.IntN(100000)), country, "", true, made, made)
		for _, p := range f.shape.parents(i) {
			link.add(int64(f.accounts[p]), int64(id))
		}
		ancestors, depth := f.shape.above(i)
		for _, a := range ancestors {
			path.add(int64(f.accounts[a]), int64(id), int64(depth[a]))
		}
		for _, w := range search.Words(title) {
			word.add(int64(gid.Account), w, int64(id), int64(id))
		}
		external.add(int64(f.catalog.system), KindAccount, AccountName(i), int64(id), int64(id))
		if (i+1)%usersAtOnce == 0 || i+1 == len(f.accounts) {
			if err := b.write(ctx, f.store, f.counts); err != nil {
				return err
			}
			f.reportProgress(0)
		}
	}
	return nil
}

// AccountName returns the external id of the i-th account in the legacy system.
func AccountName(i int) string { return fmt.Sprintf("C%07d", i) }
