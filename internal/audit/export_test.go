package audit

import (
	"context"
	"encoding/hex"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditseal"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
)

// Exports of unexported identifiers for tests.
const AtOnce = atOnce

// SaltOf returns the salt of the value at a place, in hexadecimal.
func SaltOf(salt, place string) string {
	key, err := fromHex(salt, saltBytes)
	if err != nil {
		panic(err)
	}
	return hex.EncodeToString(mac(key, place))
}

// MakePlain rewrites all seals as older versions wrote them: in form 1, without salts.
func MakePlain(t *testing.T, db *store.Store) {
	t.Helper()
	ctx := store.Unscoped(viewer.With(t.Context(), viewer.System()))
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		c := tx.Client()
		if err := c.AuditEntry.Update().SetSalt("").SetRemains("").Exec(ctx); err != nil {
			return err
		}
		ends := map[int64]string{}
		for _, s := range c.AuditSeal.Query().Order(ent.Asc(auditseal.FieldChainID, auditseal.FieldPosition)).
			AllX(ctx) {
			hash, err := hashOf(c.AuditEntry.GetX(ctx, s.AuditEntryID), formPlain, ends[int64(s.ChainID)], s.Position)
			if err != nil {
				return err
			}
			ends[int64(s.ChainID)] = hash
			if err := c.AuditSeal.UpdateOneID(s.ID).SetHash(hash).SetForm(formPlain).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
