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
	for _, read := range []readChunk{accounts, users, products, devices, licenseServers} {
		for last, more := gid.ID(0), true; more; {
			var next gid.ID // last must stay, because the transaction may be tried again
			n := 0
			err := db.Write(ctx, func(ctx context.Context, tx store.Tx) (err error) {
				next, n, err = rebuildChunkAfter(ctx, tx, read, last)
				return err
			})
			if err != nil {
				return changed, wrap(err)
			}
			if changed += n; n > 0 {
				report(changed)
			}
			last, more = next, next != 0
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

// indexed is an object with words by which it is found.
type indexed struct {
	id gid.ID
	// isOutdated says that an older version may have stored other words.
	isOutdated bool
	// save stores the words.
	save func(context.Context) error
}

// readChunk reads the next rows of a type after an id. It locks them until the transaction ends, so that a name cannot
// change before its words are written.
type readChunk func(ctx context.Context, tx store.Tx, last gid.ID) ([]indexed, error)

// rebuildChunkAfter rebuilds the words of the objects of the next chunk that are outdated. It returns the last id of
// the chunk, or 0 if there are no more chunks, and the number of rebuilt objects.
func rebuildChunkAfter(ctx context.Context, tx store.Tx, read readChunk, last gid.ID) (gid.ID, int, error) {
	list, err := read(ctx, tx, last)
	if err != nil {
		return 0, 0, err
	}
	changed := 0
	for _, o := range list {
		if !o.isOutdated {
			continue
		}
		if err := o.save(ctx); err != nil {
			return 0, 0, err
		}
		changed++
	}
	if len(list) < rebuildChunk {
		return 0, changed, nil
	}
	return list[len(list)-1].id, changed, nil
}

// named is an object with the words of its name, which have rows of their own.
type named struct {
	id, account gid.ID
	words       []string
}

// indexed returns the object for rebuilding. Its words are outdated if the name is in a script without blanks.
func (n named) indexed(tx store.Tx, t gid.Type) indexed {
	return indexed{n.id, slices.ContainsFunc(n.words, isUnspacedWord),
		func(ctx context.Context) error { return replaceWords(ctx, tx, t, n) }}
}

func accounts(ctx context.Context, tx store.Tx, last gid.ID) ([]indexed, error) {
	rows, err := tx.Client().Account.Query().Where(account.IDGT(last), store.Locked).Order(account.ByID()).
		Limit(rebuildChunk).All(ctx)
	list := make([]indexed, len(rows))
	for i, row := range rows {
		list[i] = named{row.ID, row.ID, Words(row.Name)}.indexed(tx, gid.Account)
	}
	return list, err
}

func users(ctx context.Context, tx store.Tx, last gid.ID) ([]indexed, error) {
	rows, err := tx.Client().User.Query().Where(user.IDGT(last), store.Locked).Order(user.ByID()).Limit(rebuildChunk).
		All(ctx)
	list := make([]indexed, len(rows))
	for i, row := range rows {
		list[i] = named{row.ID, 0, wordsOfUser(row)}.indexed(tx, gid.User)
	}
	return list, err
}

func products(ctx context.Context, tx store.Tx, last gid.ID) ([]indexed, error) {
	rows, err := tx.Client().Product.Query().Where(product.IDGT(last), store.Locked).Order(product.ByID()).
		Limit(rebuildChunk).All(ctx)
	list := make([]indexed, len(rows))
	for i, row := range rows {
		list[i] = named{row.ID, 0, Words(row.Name)}.indexed(tx, gid.Product)
	}
	return list, err
}

// Devices and license servers store their words in a column. The visible fields of the rows stay the same, so
// updated_at stays the same too.

func devices(ctx context.Context, tx store.Tx, last gid.ID) ([]indexed, error) {
	rows, err := tx.Client().Device.Query().Where(device.IDGT(last), store.Locked).Order(device.ByID()).
		Limit(rebuildChunk).All(ctx)
	list := make([]indexed, len(rows))
	for i, row := range rows {
		words := OfDevice(row.Name, row.Machine, row.UserLabel, row.Fingerprint)
		list[i] = indexed{row.ID, words != row.Words,
			tx.Client().Device.UpdateOneID(row.ID).SetWords(words).SetUpdatedAt(row.UpdatedAt).Exec}
	}
	return list, err
}

func licenseServers(ctx context.Context, tx store.Tx, last gid.ID) ([]indexed, error) {
	rows, err := tx.Client().LicenseServer.Query().Where(licenseserver.IDGT(last), store.Locked).
		Order(licenseserver.ByID()).Limit(rebuildChunk).All(ctx)
	list := make([]indexed, len(rows))
	for i, row := range rows {
		words := OfLicenseServer(row.Name, row.Machine, row.Fingerprint)
		list[i] = indexed{row.ID, words != row.Words,
			tx.Client().LicenseServer.UpdateOneID(row.ID).SetWords(words).SetUpdatedAt(row.UpdatedAt).Exec}
	}
	return list, err
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
