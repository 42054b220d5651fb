package directory

import (
	"context"
	"fmt"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// AddRecord adds a person to the directory of an account. The record is unlinked until a user proves its address. It
// returns the id, or USER_NAME_TAKEN, or an error of change.Pipeline.Do.
func (s *Service) AddRecord(ctx context.Context, account gid.ID, p Person, input any) (gid.ID, error) {
	var made gid.ID
	err := s.do(ctx, account, provisionUser, input, userNameTaken,
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			made = gid.New(gid.DirectoryRecord, account.Locality())
			if err := checkUserName(ctx, tx, account, p.UserName, made); err != nil {
				return err
			}
			create := tx.Client().DirectoryRecord.Create().SetID(made).SetAccountID(account).SetUserName(p.UserName).
				SetUserNameKey(email.UserNameKey(p.UserName)).
				SetFirstName(p.FirstName).SetLastName(p.LastName).SetDisplayName(p.DisplayName).SetPhone(p.Phone).
				SetLocale(p.Locale).
				SetTimeZone(p.TimeZone).SetActive(p.Active).SetCreatedAt(done.Now()).SetUpdatedAt(done.Now())
			if p.ExternalID != "" {
				create.SetExternalID(p.ExternalID)
			}
			if p.Email != "" {
				create.SetEmail(p.Email).SetEmailKey(email.Key(p.Email))
			}
			if err := create.Exec(ctx); err != nil {
				return fmt.Errorf("make the record: %w", err)
			}
			done.Result(made)
			fields := change.Is("active", strconv.FormatBool(p.Active))
			for _, f := range p.became(Person{}) {
				fields = append(fields, change.Is(f.Field, *f.After)...)
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "DirectoryRecordAdded", Account: account,
				Subject: made,
				Label:   p.UserName, Fields: fields})
			return nil
		})
	if err != nil {
		return 0, err
	}
	return made, nil
}

// checkUserName returns USER_NAME_TAKEN if another record of the directory than but has the user name.
func checkUserName(ctx context.Context, tx store.Tx, account gid.ID, name string, but gid.ID) error {
	taken, err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.AccountID(account),
		directoryrecord.IDNEQ(but), HasUserName(name)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for the user name: %w", err)
	}
	if taken {
		return userNameTaken()
	}
	return nil
}

// AlterRecord changes a record to the person that wanted returns. wanted is called outside the transaction, and again
// inside it only if the record has changed meanwhile. If nothing changes, nothing is recorded. It returns NOT_FOUND,
// USER_NAME_TAKEN, LAST_ADMINISTRATOR, an error of check or wanted, or an error of change.Pipeline.Do.
func (s *Service) AlterRecord(ctx context.Context, account, id gid.ID, input any, check Check,
	wanted func(Person) (Person, error)) error {
	ctx = directoryScope(ctx, account)
	seen, err := findRecord(ctx, s.db.Client(), account, id, check)
	if err != nil {
		return err
	}
	p, err := wanted(PersonOf(seen))
	if err != nil || p == PersonOf(seen) {
		return err
	}
	action := provisionUser
	if seen.Active && !p.Active {
		action = deprovisionUser
	}
	return s.do(ctx, account, action, input, userNameTaken,
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			row, err := findRecord(ctx, tx.Client(), account, id, check, store.Locked)
			if err != nil {
				return err
			}
			p := p
			if row.UpdatedAt != seen.UpdatedAt {
				if p, err = wanted(PersonOf(row)); err != nil {
					return err
				}
			}
			done.Result(id)
			return s.alter(ctx, tx, done, row, p)
		})
}

// findRecord reads a record. It returns NOT_FOUND, or an error of check.
func findRecord(ctx context.Context, c *ent.Client, account, id gid.ID, check Check,
	how ...func(*sql.Selector)) (*ent.DirectoryRecord, error) {
	q := c.DirectoryRecord.Query().Where(directoryrecord.AccountID(account), directoryrecord.ID(id))
	for _, modify := range how {
		q.Where(modify)
	}
	row, err := q.Only(ctx)
	if err != nil {
		return nil, orNotFound(err, "User")
	}
	return row, check(row.UpdatedAt)
}

func (s *Service) alter(ctx context.Context, tx store.Tx, done *change.Record, row *ent.DirectoryRecord,
	p Person) error {
	now := PersonOf(row)
	fields := p.became(now)
	fields = append(fields, change.Became("active", strconv.FormatBool(now.Active), strconv.FormatBool(p.Active))...)
	if len(fields) == 0 {
		return nil
	}
	if p.UserName != now.UserName {
		if err := checkUserName(ctx, tx, row.AccountID, p.UserName, row.ID); err != nil {
			return err
		}
	}
	update := tx.Client().DirectoryRecord.UpdateOneID(row.ID).SetUserName(p.UserName).SetFirstName(p.FirstName).
		SetLastName(p.LastName).
		SetDisplayName(p.DisplayName).SetPhone(p.Phone).SetLocale(p.Locale).SetTimeZone(p.TimeZone).
		SetActive(p.Active).
		SetUpdatedAt(clock.Later(row.UpdatedAt, done.Now()))
	if p.UserName != now.UserName {
		update.SetUserNameKey(email.UserNameKey(p.UserName))
	}
	if update.SetExternalID(p.ExternalID); p.ExternalID == "" {
		update.ClearExternalID()
	}
	if update.SetEmail(p.Email).SetEmailKey(email.Key(p.Email)); p.Email == "" {
		update.ClearEmail().ClearEmailKey()
	}
	if err := update.Exec(ctx); err != nil {
		return fmt.Errorf("change the record: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DirectoryRecordChanged", Account: row.AccountID,
		Subject: row.ID,
		Label:   p.UserName, Fields: fields})
	// A link proves the address to which it was sent, and works only for an active record.
	if p.Email != now.Email || !p.Active {
		if err := members.EndLinks(ctx, tx, done.Now(), row.ID); err != nil {
			return err
		}
	}
	if p.Active == now.Active {
		return nil
	}
	return s.members.Regroup(ctx, tx, done, row.AccountID, linkedTo(row))
}

// RemoveRecord removes a record with its group memberships, and what it granted to the user to whom it is linked. It
// returns NOT_FOUND, LAST_ADMINISTRATOR, an error of check, or an error of change.Pipeline.Do.
func (s *Service) RemoveRecord(ctx context.Context, account, id gid.ID, input any, check Check) error {
	ctx = directoryScope(ctx, account)
	if _, err := findRecord(ctx, s.db.Client(), account, id, check); err != nil {
		return err
	}
	return s.do(ctx, account, deprovisionUser, input, userNameTaken,
		func(ctx context.Context, tx store.Tx, done *change.Record) error {
			row, err := findRecord(ctx, tx.Client(), account, id, check, store.Locked)
			if err != nil {
				return err
			}
			if err := s.members.LeaveGroups(ctx, tx, done.Now(), row); err != nil {
				return err
			}
			if err := members.EndLinks(ctx, tx, done.Now(), id); err != nil {
				return err
			}
			if err := tx.Client().DirectoryRecord.DeleteOneID(id).Exec(ctx); err != nil {
				return fmt.Errorf("remove the record: %w", err)
			}
			fields := change.Was("active", strconv.FormatBool(row.Active))
			if row.UserID != nil {
				fields = append(fields, change.Was("user", value.OfReference(*row.UserID, row.UserName).Form)...)
			}
			done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "DirectoryRecordRemoved",
				Account: account, Subject: id,
				Label: row.UserName, Fields: fields})
			if row.UserID == nil {
				return nil
			}
			return s.members.WithdrawDirectory(ctx, tx, done, account, *row.UserID)
		})
}
