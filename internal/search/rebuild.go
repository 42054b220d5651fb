package search

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/licenseserver"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// When all words have been rebuilt, a marker row is written, without a type and an entity. Its word names the rule by
// which the words were made. If the rule changes, give it a new name, so that the words are rebuilt once more.
const (
	markerWord = "bigrams, kinds of machines and license servers"
	markerID   = -1
)

// rebuildChunk is the number of rows that one transaction processes.
const rebuildChunk = 500

// Rebuild rebuilds the search words that older versions stored differently: those of names in scripts without blanks,
// and those of devices and license servers. It calls report with the number of objects rebuilt so far, and returns
// that number. It can be interrupted and run again; after it has finished once, it only reads the marker row.
func Rebuild(ctx context.Context, db *store.Store, report func(done int)) (int, error) {
	ctx = store.Unscoped(ctx) // rebuild the rows of all customers
	done, err := db.Client().SearchWord.Query().Where(searchword.EntityType(0), searchword.Word(markerWord)).
		Exist(ctx)
	if err != nil || done {
		return 0, wrap(err)
	}
	changed := 0
	for _, part := range []func(context.Context, store.Tx, gid.ID) (gid.ID, int, error){
		rebuildNames(gid.Account, accounts), rebuildNames(gid.User, users), rebuildNames(gid.Product, products),
		devices, licenseServers,
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
				report(changed)
			}
			if next == 0 {
				break
			}
			last = next
		}
	}
	return changed, wrap(db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if _, err := tx.Client().SearchWord.Delete().Where(searchword.ID(markerID)).Exec(ctx); err != nil {
			return err
		}
		return tx.Client().SearchWord.Create().SetID(markerID).SetEntityType(0).SetWord(markerWord).SetEntityID(0).
			Exec(ctx)
	}))
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("rebuild the search words: %w", err)
	}
	return nil
}

// named is an object with the words by which it is found.
type named struct {
	id, account gid.ID
	words       []string
}

// readChunk reads the next rows of a type after an id. It locks them until the transaction ends, so that a name cannot
// change before its words are written.
type readChunk func(ctx context.Context, c *ent.Client, last gid.ID) ([]named, error)

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

// rebuildNames returns a function that rebuilds the words of those objects of the next chunk that have names in
// scripts without blanks. The function returns the last id of the chunk, or 0 if there are no more chunks, and the
// number of rebuilt objects.
func rebuildNames(t gid.Type, next readChunk) func(context.Context, store.Tx, gid.ID) (gid.ID, int, error) {
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
			if err := replaceWords(ctx, tx, t, o); err != nil {
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

// replaceWords replaces the stored words of an object.
func replaceWords(ctx context.Context, tx store.Tx, t gid.Type, o named) error {
	if _, err := tx.Client().SearchWord.Delete().Where(searchword.EntityID(o.id)).Exec(ctx); err != nil {
		return fmt.Errorf("delete the words: %w", err)
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
		return fmt.Errorf("store the words: %w", err)
	}
	return nil
}

// devices rebuilds the words of the devices of the next chunk. Its results are those of rebuildNames.
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
		// The visible fields stay the same, so updated_at stays the same too.
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

// licenseServers rebuilds the words of the license servers of the next chunk, as devices does.
func licenseServers(ctx context.Context, tx store.Tx, last gid.ID) (next gid.ID, changed int, err error) {
	rows, err := tx.Client().LicenseServer.Query().Where(licenseserver.IDGT(last), store.Locked).
		Order(licenseserver.ByID()).Limit(rebuildChunk).All(ctx)
	if err != nil {
		return 0, 0, err
	}
	for _, row := range rows {
		words := OfLicenseServer(row.Name, row.Machine, row.Fingerprint)
		if words == row.Words {
			continue
		}
		if err := tx.Client().LicenseServer.UpdateOneID(row.ID).SetWords(words).SetUpdatedAt(row.UpdatedAt).
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
