package account

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ChangedNames are the names of a user, and the telephone number, that a change gives. Nil leaves one as it is, and ""
// removes it.
type ChangedNames struct{ FirstName, LastName, DisplayName, Phone *string }

// ChangeUser changes the names and the telephone number of a user. ChangeUserEmail changes the address, because a link
// to it signs in as the user. A program may not change the producer's people. The outcome names the user. It returns
// NOT_FOUND, BAD_INPUT, or an error of change.Pipeline.Do.
func (s *Service) ChangeUser(ctx context.Context, r change.Request, id gid.ID, in ChangedNames) (change.Outcome,
	error) {
	r.Needs = change.Needs{Right: change.Operate}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		u, err := lockUser(ctx, tx, id)
		if err != nil {
			return err
		}
		if who := viewer.From(ctx); u.ProducerRole != nil && who.User == 0 && who.CredentialID != 0 {
			return forbidden("Only a person may change people of the producer, not a program.",
				"Sign in as an operator.")
		}
		done.Result(id)
		after := *u
		if err := in.apply(&after); err != nil {
			return err
		}
		fields := changedNames(u, &after)
		if len(fields) == 0 {
			return nil
		}
		kept, err := tx.Client().User.UpdateOneID(id).SetFirstName(after.FirstName).SetLastName(after.LastName).
			SetDisplayName(after.DisplayName).SetPhone(after.Phone).SetUpdatedAt(clock.Later(u.UpdatedAt, done.Now())).
			Save(ctx)
		if err != nil {
			return fmt.Errorf("change the user: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "UserChanged", Subject: id, Label: u.UserName,
			Fields: fields})
		return search.KeepUser(ctx, tx, kept)
	})
}

// apply sets the columns that are given. It returns BAD_INPUT for each text that is not valid.
func (in ChangedNames) apply(u *ent.User) error {
	return errors.Join(take(&u.FirstName, in.FirstName, "input.firstName", CheckName),
		take(&u.LastName, in.LastName, "input.lastName", CheckName),
		take(&u.DisplayName, in.DisplayName, "input.displayName", CheckName),
		take(&u.Phone, in.Phone, "input.phone", CheckName))
}

func changedNames(before, after *ent.User) []audit.Field {
	fields := turned("firstName", before.FirstName, after.FirstName)
	fields = append(fields, turned("lastName", before.LastName, after.LastName)...)
	fields = append(fields, turned("displayName", before.DisplayName, after.DisplayName)...)
	return append(fields, turned("phone", before.Phone, after.Phone)...)
}
