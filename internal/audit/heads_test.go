package audit_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

var someHeads = []audit.Head{
	{Chain: 0, Position: 34, Hash: strings.Repeat("0f", 32)},
	{Chain: gid.Derive(gid.Account, 7, "test", "account", 0), Position: 1200000, Hash: strings.Repeat("ab", 32)},
}

// TestTheFormOfHeadsNeverChanges compares with a fixed file, because a list of heads may be kept for years.
func TestTheFormOfHeadsNeverChanges(t *testing.T) {
	golden, err := os.ReadFile("testdata/heads.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := audit.WriteHeads(&out, someHeads); err != nil || out.String() != string(golden) {
		t.Errorf("%v:\n%s", err, out.String())
	}
	for _, text := range []string{string(golden), strings.ReplaceAll(string(golden), "\n", "\r\n")} {
		heads, err := audit.ReadHeads(strings.NewReader(text))
		if err != nil || !slices.Equal(heads, someHeads) {
			t.Errorf("%v, %v, want %v", heads, err, someHeads)
		}
	}
	text, err := json.Marshal(someHeads[:1])
	if err != nil || string(text) != `[{"chain":"producer","position":34,"hash":"`+someHeads[0].Hash+`"}]` {
		t.Errorf("%s, %v, want %v", text, err, `[{"chain":"producer","position":34,"hash":"`+someHeads[0].Hash+`"}]`)
	}
	title := "muniment-audit-heads 1\n"
	if heads, err := audit.ReadHeads(strings.NewReader(title)); err != nil || len(heads) > 0 {
		t.Errorf("no chains: %v, %v", heads, err)
	}
	hash := someHeads[1].Hash
	for _, bad := range []string{"", "\n", "heads\n", "muniment-audit-heads 2\n", strings.TrimSuffix(title, "\n"),
		title + "\n", title + "producer 1",
		title + "producer 1 " + hash, title + "producer 0 " + hash + "\n", title + "producer -1 " + hash + "\n",
		title + "producer x " + hash + "\n",
		title + "nobody 1 " + hash + "\n", title + "producer 1 " + strings.ToUpper(hash) + "\n",
		title + "producer 1 " + hash[1:] + "\n",
		title + "producer  1 " + hash + "\n", title + "producer 1 " + hash + " x\n", title + title} {
		if heads, err := audit.ReadHeads(strings.NewReader(bad)); !errors.Is(err, audit.ErrHeads) {
			t.Errorf("%q: %v, %v, want %v", bad, heads, err, audit.ErrHeads)
		}
	}
}

func TestHeadsFindChainsThatWereCutRemovedOrSealedAgain(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		ids := append(accounts(t, db, 2), 0)
		for n := range 3 {
			record(t, system(t), db, began, entry(ids[0], n), entry(ids[1], n), entry(0, n))
		}
		sealAll(t, db)
		kept, err := audit.Heads(t.Context(), db)
		if err != nil || len(kept) != 3 || kept[0].Chain != 0 || kept[1].Position != 3 ||
			kept[1].Chain >= kept[2].Chain {
			t.Fatalf("%v, %v, want len(kept) = 3, Chain = 0, Position = 3 and Chain < %v", kept, err, kept[2].Chain)
		}
		differ := func() []string {
			t.Helper()
			var list []string
			if err := audit.CompareHeads(t.Context(), db, kept, func(b audit.Breach) error {
				list = append(list, b.Name()+": "+b.Message)
				return nil
			}); err != nil {
				t.Fatal(err)
			}
			return list
		}
		record(t, system(t), db, began, entry(ids[0], 7), entry(0, 7))
		sealAll(t, db)
		if list := differ(); len(list) > 0 {
			t.Errorf("chains that grew: %v, want none", list)
		}
		cut := func(condition string) {
			change(t, db, "DELETE FROM audit_entries WHERE id IN (SELECT audit_entry_id FROM audit_seals WHERE "+
				condition+")",
				"DELETE FROM audit_seals WHERE "+condition)
		}
		cut(fmt.Sprintf("chain_id = %d AND position > 2", int64(ids[0])))
		cut(fmt.Sprintf("chain_id = %d", int64(ids[1])))
		// An entry of the producer's chain is changed and the chain recomputed.
		change(t, db,
			"UPDATE audit_entries SET reason = 'another' WHERE account_id IS NULL AND subject_label = '=member 1'",
			"INSERT INTO unsealed_entries (audit_entry_id, recorded_at) SELECT audit_entry_id, 0 FROM audit_seals "+
				"WHERE chain_id = 0 AND position > 1",
			"DELETE FROM audit_seals WHERE chain_id = 0 AND position > 1")
		sealAll(t, db)
		if list, _ := breaches(t, db); len(list) > 0 {
			t.Errorf("without heads: %v", list)
		}
		want := []string{"position 3 of the producer's chain: the chain was sealed again",
			fmt.Sprintf("position 3 of the chain of %s: the chain was cut: it ends at position 2 now", ids[0]),
			fmt.Sprintf("position 3 of the chain of %s: the chain is gone; it had 3 entries", ids[1])}
		got := differ()
		slices.Sort(want)
		slices.Sort(got)
		for i := range want {
			if i >= len(got) || !strings.HasPrefix(got[i], want[i]) {
				t.Fatalf("%v, want %v", got, want)
			}
		}
	})
}

// TestHeadsOfOlderChainsTellOfTheUpgrade checks that heads from before Reseal are a breach, whose message mentions
// the upgrade.
func TestHeadsOfOlderChainsTellOfTheUpgrade(t *testing.T) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		record(t, system(t), db, began, entry(0, 1))
		sealAll(t, db)
		audit.MakePlain(t, db)
		kept, err := audit.Heads(t.Context(), db)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := audit.Reseal(t.Context(), db, began, ignore); err != nil {
			t.Fatal(err)
		}
		said := ""
		err = audit.CompareHeads(t.Context(), db, kept, func(b audit.Breach) error {
			said += b.Message
			return nil
		})
		if err != nil || !strings.Contains(said, "says that an upgrade did it") {
			t.Errorf(`%q, %v, want "says that an upgrade did it" in it`, said, err)
		}
	})
}
