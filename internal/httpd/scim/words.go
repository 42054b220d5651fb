package scim

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
)

// reword keeps the words by which a user is found, which are the same as an import keeps.
func reword(ctx context.Context, tx store.Tx, u *ent.User) error {
	beyond := store.Beyond(ctx) // the words of all customers lie together, and nobody reads them but the search
	if _, err := tx.Client().SearchWord.Delete().Where(searchword.EntityID(u.ID)).Exec(beyond); err != nil {
		return fmt.Errorf("take the words of the user away: %w", err)
	}
	seen := map[string]bool{}
	var words []*ent.SearchWordCreate
	for _, text := range []string{u.FirstName, u.LastName, u.DisplayName, u.UserName, orEmpty(u.Email)} {
		for _, word := range search.Words(text) {
			if !seen[word] {
				seen[word] = true
				words = append(words, tx.Client().SearchWord.Create().SetEntityType(int16(gid.User)).SetWord(word).SetEntityID(u.ID))
			}
		}
	}
	if err := tx.Client().SearchWord.CreateBulk(words...).Exec(beyond); err != nil {
		return fmt.Errorf("keep the words of the user: %w", err)
	}
	return nil
}
