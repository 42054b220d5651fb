package search

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// Once all words are made anew, a row of its own says so: of no type, for no entity, with a number that no other row
// gets. Its word names the rule by which the words were made. Give it a new name if the rule changes: then the words
// are made anew once more.
const (
	rebuiltWord = "bigrams and kinds of machines"
	rebuiltRow  = -1
)

// rebuildChunk is the number of rows that one transaction processes.
const rebuildChunk = 500

// Rebuild makes the words that older programs have kept anew: those of names in scripts without blanks, and those of
// devices. It returns how many objects have other words now. It may be broken off and run again; once all is done, it
// reads one row.
func Rebuild(ctx context.Context, db *store.Store, tell func(done int)) (int, error) {
	ctx = store.Unscoped(ctx) // work on the rows of all customers
	done, err := db.Client().SearchWord.Query().Where(searchword.EntityType(0), searchword.Word(rebuiltWord)).
		Exist(ctx)
	if err != nil || done {
		return 0, wrap(err)
	}
	changed := 0
	for _, part := range []func(context.Context, store.Tx, gid.ID) (gid.ID, int, error){
		anew(gid.Account, accounts), anew(gid.User, users), anew(gid.Product, products), devices,
	} {
		for last := gid.ID(0); ; {
			var next gid.ID
			n := 0
			err := db.Write(ctx, func(ctx context.Context, tx store.Tx) (err error) {
				next, n, err = part(ctx, tx, last)
				return err
			})
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
		if _, err := tx.Client().SearchWord.Delete().Where(searchword.ID(rebuiltRow)).Exec(ctx); err != nil {
			return err
		}
		return tx.Client().SearchWord.Create().SetID(rebuiltRow).SetEntityType(0).SetWord(rebuiltWord).SetEntityID(0).
			Exec(ctx)
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

// find reads the next chunk of a type in the transaction, and keeps others from changing its rows until the words are
// written: a name that is changed meanwhile must not get the words of the one before.
type find func(ctx context.Context, c *ent.Client, last gid.ID) ([]named, error)

func accounts(ctx context.Context, c *ent.Client, last gid.ID) ([]named, error) {
	rows, err := c.Account.Query().Where(account.IDGT(last), store.Locked).Order(account.ByID()).Limit(rebuildChunk).
		All(ctx)
	list := make([]named, len(rows))
	for i, row := range rows {
		list[i] = named{row.ID, row.ID, Words(row.Name)}
	}
	return list, err
}

func users(ctx context.Context, c *ent.Client, last gid.ID) ([]named, error) {
	rows, err := c.User.Query().Where(user.IDGT(last), store.Locked).Order(user.ByID()).Limit(rebuildChunk).All(ctx)
	list := make([]named, len(rows))
	for i, row := range rows {
		list[i] = named{row.ID, 0, wordsOfUser(row)}
	}
	return list, err
}

func products(ctx context.Context, c *ent.Client, last gid.ID) ([]named, error) {
	rows, err := c.Product.Query().Where(product.IDGT(last), store.Locked).Order(product.ByID()).Limit(rebuildChunk).
		All(ctx)
	list := make([]named, len(rows))
	for i, row := range rows {
		list[i] = named{row.ID, 0, Words(row.Name)}
	}
	return list, err
}

// anew makes the words of those objects of the next chunk anew that have names in scripts without blanks. It returns
// the last id of a full chunk, and 0 after the last one.
func anew(t gid.Type, next find) func(context.Context, store.Tx, gid.ID) (gid.ID, int, error) {
	return func(ctx context.Context, tx store.Tx, last gid.ID) (gid.ID, int, error) {
		list, err := next(ctx, tx.Client(), last)
		if err != nil {
			return 0, 0, err
		}
		changed := 0
		for _, o := range list {
			if !slices.ContainsFunc(o.words, isUnspacedWord) {
				continue
			}
			if err := keep(ctx, tx, t, o); err != nil {
				return 0, 0, err
			}
			changed++
		}
		if len(list) < rebuildChunk {
			return 0, changed, nil
		}
		return list[len(list)-1].id, changed, nil
	}
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

// devices gives the devices of the next chunk the words that they are to have.
func devices(ctx context.Context, tx store.Tx, last gid.ID) (next gid.ID, changed int, err error) {
	rows, err := tx.Client().Device.Query().Where(device.IDGT(last), store.Locked).Order(device.ByID()).
		Limit(rebuildChunk).All(ctx)
	if err != nil {
		return 0, 0, err
	}
	for _, row := range rows {
		words := OfDevice(row.Name, row.Machine, row.UserLabel, row.Fingerprint)
		if words == row.Words {
			continue
		}
		// What others see of it is the same, so it is not told as changed.
		if err := tx.Client().Device.UpdateOneID(row.ID).SetWords(words).SetUpdatedAt(row.UpdatedAt).
			Exec(ctx); err != nil {
			return 0, 0, err
		}
		changed++
	}
	if len(rows) == rebuildChunk {
		next = rows[len(rows)-1].ID
	}
	return next, changed, nil
}
