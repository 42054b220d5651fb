package search

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// rule names the current rule for splitting texts into words. A marker row with this word, of type 0, says that all stored words
// follow the rule.
const rule = "bigrams"

// ruleRow is the id of the marker row; no other row has a negative id.
const ruleRow = -1

// rebuildChunk is the number of rows that one transaction processes.
const rebuildChunk = 500

// Rebuild updates the search words that older versions of the program stored: those of names in scripts without spaces between words,
// and those of devices, which had none. It returns the number of objects whose words it changed. It may be interrupted and run again;
// once everything is up to date, it reads one row.
func Rebuild(ctx context.Context, db *store.Store, tell func(done int)) (int, error) {
	ctx = store.Unscoped(ctx) // work on the rows of all customers
	done, err := db.Client().SearchWord.Query().Where(searchword.EntityType(0), searchword.Word(rule)).Exist(ctx)
	if err != nil || done {
		return 0, wrap(err)
	}
	changed := 0
	for _, part := range []func(context.Context, *store.Store, gid.ID) (gid.ID, int, error){accounts, users, products, devices} {
		for last := gid.ID(0); ; {
			next, n, err := part(ctx, db, last)
			if err != nil {
				return changed, wrap(err)
			}
			if changed += n; n > 0 {
				tell(changed)
			}
			if next == 0 {
				break
			}
			last = next
		}
	}
	return changed, wrap(db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		return tx.Client().SearchWord.Create().SetID(ruleRow).SetEntityType(0).SetWord(rule).SetEntityID(0).Exec(ctx)
	}))
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("make the search words anew: %w", err)
	}
	return nil
}

// named is an object with the words by which it is found.
type named struct {
	id, account gid.ID
	words       []string
}

func accounts(ctx context.Context, db *store.Store, last gid.ID) (gid.ID, int, error) {
	rows, err := db.Client().Account.Query().Where(account.IDGT(last)).Order(account.ByID()).Limit(rebuildChunk).All(ctx)
	list := make([]named, len(rows))
	for i, row := range rows {
		list[i] = named{row.ID, row.ID, Words(row.Name)}
	}
	if err != nil {
		return 0, 0, err
	}
	return keepAll(ctx, db, gid.Account, list)
}

func users(ctx context.Context, db *store.Store, last gid.ID) (gid.ID, int, error) {
	rows, err := db.Client().User.Query().Where(user.IDGT(last)).Order(user.ByID()).Limit(rebuildChunk).All(ctx)
	list := make([]named, len(rows))
	for i, row := range rows {
		list[i] = named{row.ID, 0, wordsOfUser(row)}
	}
	if err != nil {
		return 0, 0, err
	}
	return keepAll(ctx, db, gid.User, list)
}

func products(ctx context.Context, db *store.Store, last gid.ID) (gid.ID, int, error) {
	rows, err := db.Client().Product.Query().Where(product.IDGT(last)).Order(product.ByID()).Limit(rebuildChunk).All(ctx)
	list := make([]named, len(rows))
	for i, row := range rows {
		list[i] = named{row.ID, 0, Words(row.Name)}
	}
	if err != nil {
		return 0, 0, err
	}
	return keepAll(ctx, db, gid.Product, list)
}

// keepAll updates the words of the objects that have names in scripts without spaces. last is the last id of a full chunk, or 0.
func keepAll(ctx context.Context, db *store.Store, t gid.Type, list []named) (last gid.ID, changed int, err error) {
	var stale []named
	for _, o := range list {
		last = o.id
		for _, word := range o.words {
			if isUnspacedWord(word) {
				stale = append(stale, o)
				break
			}
		}
	}
	if len(list) < rebuildChunk {
		last = 0
	}
	if len(stale) == 0 {
		return last, 0, nil
	}
	return last, len(stale), db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		for _, o := range stale {
			if err := keep(ctx, tx, t, o); err != nil {
				return err
			}
		}
		return nil
	})
}

func isUnspacedWord(word string) bool {
	for _, r := range word {
		return isUnspaced(r, false)
	}
	return false
}

// keep replaces the stored words of an object.
func keep(ctx context.Context, tx store.Tx, t gid.Type, o named) error {
	if _, err := tx.Client().SearchWord.Delete().Where(searchword.EntityID(o.id)).Exec(ctx); err != nil {
		return fmt.Errorf("take the words away: %w", err)
	}
	var words []*ent.SearchWordCreate
	for _, word := range o.words {
		create := tx.Client().SearchWord.Create().SetEntityType(int16(t)).SetWord(word).SetEntityID(o.id)
		if o.account != 0 {
			create.SetAccountID(o.account)
		}
		words = append(words, create)
	}
	if err := tx.Client().SearchWord.CreateBulk(words...).Exec(ctx); err != nil {
		return fmt.Errorf("keep the words: %w", err)
	}
	return nil
}

// devices stores words for the devices that have none.
func devices(ctx context.Context, db *store.Store, last gid.ID) (gid.ID, int, error) {
	next, changed := gid.ID(0), 0
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		next, changed = 0, 0
		rows, err := tx.Client().Device.Query().Where(device.IDGT(last), device.Words("")).Order(device.ByID()).Limit(rebuildChunk).All(ctx)
		if err != nil {
			return err
		}
		for _, row := range rows {
			words := OfDevice(row.Name, row.Machine, row.UserLabel, row.Fingerprint)
			if words == "" {
				continue
			}
			// updated_at keeps its value, because no field that clients see has changed.
			if err := tx.Client().Device.UpdateOneID(row.ID).SetWords(words).SetUpdatedAt(row.UpdatedAt).Exec(ctx); err != nil {
				return err
			}
			changed++
		}
		if len(rows) == rebuildChunk {
			next = rows[len(rows)-1].ID
		}
		return nil
	})
	return next, changed, err
}
