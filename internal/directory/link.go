package directory

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxAlike bounds how many records of one directory with the same address are read.
const maxAlike = 100

// Expected returns the active, unlinked record with an address whose domain is proven for its account: a person who
// proves the address may sign up. Of several it returns that of the account with the lowest id, or nil if there is
// none.
func (s *Service) Expected(ctx context.Context, client *ent.Client, address string) (*ent.DirectoryRecord, error) {
	ctx = store.Unscoped(ctx) // there is no viewer before the sign-in
	if !email.Valid(address) {
		return nil, nil
	}
	accounts, err := account.AccountsThatProve(ctx, client, email.Domain(address))
	if err != nil {
		return nil, err
	}
	for _, id := range accounts {
		record, err := unlinked(ctx, client, id, address)
		if err != nil {
			return nil, err
		}
		if record != nil && record.Active {
			return record, nil
		}
	}
	return nil, nil
}

// unlinked returns the unlinked record of an account's directory with an address, or nil. Active records come first,
// then the oldest.
func unlinked(ctx context.Context, client *ent.Client, account gid.ID, address string) (*ent.DirectoryRecord, error) {
	rows, err := client.DirectoryRecord.Query().Where(directoryrecord.AccountID(account),
		directoryrecord.EmailKey(email.Key(address)),
		directoryrecord.UserIDIsNil()).Order(ent.Desc(directoryrecord.FieldActive), ent.Asc(directoryrecord.FieldID)).
		Limit(maxAlike).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for records of an address: %w", err)
	}
	for _, row := range rows {
		if email.Same(orEmpty(row.Email), address) {
			return row, nil
		}
	}
	return nil, nil
}

// Link links directory records to a user who has just proven an address: one with that address in every account for
// which the domain of the address is proven and in whose directory the user has no record yet. An active record makes
// the user a member. Users with a producer role are never linked. It is called in the transaction of a sign-in.
func (s *Service) Link(ctx context.Context, tx store.Tx, done *change.Record, user *ent.User, address string) error {
	if user.ProducerRole != nil || !user.Active || !email.Valid(address) {
		return nil
	}
	ctx = store.Unscoped(ctx) // a user cannot see directories
	accounts, err := account.AccountsThatProve(ctx, tx.Client(), email.Domain(address))
	if err != nil {
		return err
	}
	for _, id := range accounts { // in the order of their ids, so that two sign-ins do not deadlock
		if err := s.linkIn(ctx, tx, done, id, user, address); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) linkIn(ctx context.Context, tx store.Tx, done *change.Record, at gid.ID, user *ent.User,
	address string) error {
	found, err := unlinked(ctx, tx.Client(), at, address)
	if err != nil || found == nil {
		return err
	}
	if err := account.LockAccount(ctx, tx, at); err != nil {
		return err
	}
	proven, err := account.ConfirmDomain(ctx, tx, at, email.Domain(address))
	if err != nil || !proven {
		return err
	}
	known, err := tx.Client().DirectoryRecord.Query().Where(directoryrecord.AccountID(at),
		directoryrecord.UserID(user.ID)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for the record of the user: %w", err)
	}
	record, err := unlinked(ctx, tx.Client(), at, address) // read again under the lock
	if err != nil || known || record == nil {
		return err
	}
	err = tx.Client().DirectoryRecord.UpdateOneID(record.ID).SetUserID(user.ID).SetLinkedAt(done.Now()).
		SetUpdatedAt(clock.Later(record.UpdatedAt, done.Now())).Exec(ctx)
	if err != nil {
		return fmt.Errorf("link the record: %w", err)
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DirectoryRecordLinked", Account: at,
		Subject: record.ID,
		Label:   record.UserName, Fields: append(change.Is("user", value.OfReference(user.ID, record.UserName).Form),
			change.Is("email", address)...)})
	if err := account.EndLinks(ctx, tx, done.Now(), record.ID); err != nil {
		return err
	}
	return s.members.Regroup(ctx, tx, done, at, []gid.ID{user.ID})
}
