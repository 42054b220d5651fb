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

// rule names the rule by which words are made. A row of its own, of no type and for no entity, says that all words follow it.
const rule = "bigrams"

// ruleRow is the number of that row, which no other row gets.
const ruleRow = -1

// rebuildChunk is how many rows one transaction looks at.
const rebuildChunk = 500

// Rebuild makes the words that older programs have kept anew: those of names in scripts without blanks, and those of devices, which had
// none. It returns how many objects have other words now. It may be broken off and run again; once all is done, it reads one row.
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

// named is an object that is found by words.
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

// keepAll makes the words of those objects anew that have names in scripts without blanks, and returns the last id of a full chunk.
func keepAll(ctx context.Context, db *store.Store, t gid.Type, list []named) (last gid.ID, changed int, err error) {
	var anew []named
	for _, o := range list {
		last = o.id
		for _, word := range o.words {
			if isUnspacedWord(word) {
				anew = append(anew, o)
				break
			}
		}
	}
	if len(list) < rebuildChunk {
		last = 0
	}
	if len(anew) == 0 {
		return last, 0, nil
	}
	return last, len(anew), db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		for _, o := range anew {
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

// keep makes an object findable by the words it has now, and by no others.
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

// devices gives words to the devices that have none.
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
			// What others see of it is the same, so it is not told as changed.
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
