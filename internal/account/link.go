package account

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/accountlink"
	"github.com/muniment/muniment/ent/accountpath"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// LinkAccounts places an account directly below another one. The links belong to the account below, so that only its
// home matters. Warnings tell who sees more afterwards. The outcome names the parent and the child. It returns
// NOT_FOUND, ACCOUNT_CIRCLE, or an error of change.Pipeline.Do. To link twice is no error.
func (s *Service) LinkAccounts(ctx context.Context, r change.Request, parent, child gid.ID) (change.Outcome, error) {
	return s.changeLink(ctx, r, parent, child, func(ctx context.Context, tx store.Tx, done *change.Record,
		above, below *ent.Account, linked bool) error {
		if linked {
			done.Warn("ALREADY_LINKED", "The account is already directly below the other one.")
			return nil
		}
		fields, err := s.placeBelow(ctx, tx, done, below, []gid.ID{above.ID})
		if err != nil {
			return err
		}
		return noteLink(ctx, tx, done, "AccountsLinked", below, fields)
	})
}

// UnlinkAccounts removes an account from its place directly below another one. Warnings tell who sees less afterwards.
// The outcome names the parent and the child. It returns NOT_FOUND, or an error of change.Pipeline.Do. To unlink
// accounts that are not linked is no error.
func (s *Service) UnlinkAccounts(ctx context.Context, r change.Request, parent, child gid.ID) (change.Outcome, error) {
	return s.changeLink(ctx, r, parent, child, func(ctx context.Context, tx store.Tx, done *change.Record,
		above, below *ent.Account, linked bool) error {
		if !linked {
			done.Warn("NOT_LINKED", "The account is not directly below the other one.")
			return nil
		}
		before, err := accountsAbove(ctx, tx, child)
		if err != nil {
			return err
		}
		if _, err := tx.Client().AccountLink.Delete().Where(accountlink.ParentID(parent), accountlink.ChildID(child)).
			Exec(ctx); err != nil {
			return fmt.Errorf("unlink the accounts: %w", err)
		}
		if err := rewriteBelow(ctx, tx, child); err != nil {
			return err
		}
		after, err := accountsAbove(ctx, tx, child)
		if err != nil {
			return err
		}
		less, err := s.reachOf(ctx, tx, done.Now(), before, after)
		if err != nil {
			return err
		}
		less.warnOfLoss(done, below)
		return noteLink(ctx, tx, done, "AccountsUnlinked", below, change.Was("parents", parent.String()))
	})
}

// changeLink runs a change of the link between two accounts, which one may make at a time.
func (s *Service) changeLink(ctx context.Context, r change.Request, parent, child gid.ID,
	rule func(ctx context.Context, tx store.Tx, done *change.Record, above, below *ent.Account, linked bool) error) (
	change.Outcome, error) {
	r.Needs = change.Needs{Right: change.Operate}
	r.Homes = []change.Home{{Account: child}}
	return s.changes.Do(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if err := lockGraph(ctx, tx); err != nil {
			return err
		}
		above, err := tx.Client().Account.Query().Where(account.ID(parent)).Only(ctx)
		if err != nil {
			return orNotFound(err, "input.parent", "Account", parent)
		}
		below, err := lockedAccount(ctx, tx, "input.child", child)
		if err != nil {
			return err
		}
		linked, err := tx.Client().AccountLink.Query().Where(accountlink.ParentID(parent), accountlink.ChildID(child)).
			Exist(ctx)
		if err != nil {
			return fmt.Errorf("look for the link: %w", err)
		}
		done.Result(parent, child)
		return rule(ctx, tx, done, above, below, linked)
	})
}

// noteLink notes that the parents of an account changed.
func noteLink(ctx context.Context, tx store.Tx, done *change.Record, event string, a *ent.Account,
	fields []audit.Field) error {
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: event, Account: a.ID, Subject: a.ID,
		Label: a.Name, Fields: fields})
	err := tx.Client().Account.UpdateOneID(a.ID).SetUpdatedAt(clock.Later(a.UpdatedAt, done.Now())).Exec(ctx)
	return wrap("note the change of the account", err)
}

// maxParents is the maximum number of parents with which an account is created.
const maxParents = 100

// placeBelow links an account below parents, all of which are new, and warns of who sees more afterwards. It returns
// the fields for the note. Parents that are given twice count once. It returns NOT_FOUND, ACCOUNT_CIRCLE and
// LIST_TOO_LONG.
func (s *Service) placeBelow(ctx context.Context, tx store.Tx, done *change.Record, child *ent.Account,
	parents []gid.ID) ([]audit.Field, error) {
	switch n := len(parents); {
	case n == 0:
		return nil, nil
	case n > maxParents:
		return nil, fault.LongList("input.parents", maxParents, n)
	}
	if err := lockGraph(ctx, tx); err != nil {
		return nil, err
	}
	before, err := accountsAbove(ctx, tx, child.ID)
	if err != nil {
		return nil, err
	}
	var fields []audit.Field
	linked := map[gid.ID]bool{}
	for i, parent := range parents {
		if linked[parent] {
			continue
		}
		linked[parent] = true
		if err := writeLink(ctx, tx, parent, child, "input.parents."+strconv.Itoa(i)); err != nil {
			return nil, err
		}
		fields = append(fields, change.Is("parents", parent.String())...)
	}
	if err := rewriteBelow(ctx, tx, child.ID); err != nil {
		return nil, err
	}
	after, err := accountsAbove(ctx, tx, child.ID)
	if err != nil {
		return nil, err
	}
	more, err := s.reachOf(ctx, tx, done.Now(), after, before)
	if err != nil {
		return nil, err
	}
	more.warnOfGain(done, child)
	return fields, nil
}

// writeLink writes a link after it has checked that the parent exists and is not below the child. field names the
// parent.
func writeLink(ctx context.Context, tx store.Tx, parent gid.ID, child *ent.Account, field string) error {
	exists, err := tx.Client().Account.Query().Where(account.ID(parent)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for the parent: %w", err)
	}
	if !exists {
		return fault.Missing(field, "Account", parent)
	}
	if err := refuseCircle(ctx, tx, parent, child); err != nil {
		return err
	}
	err = tx.Client().AccountLink.Create().SetParentID(parent).SetChildID(child.ID).Exec(ctx)
	return wrap("link the accounts", err)
}

// refuseCircle returns ACCOUNT_CIRCLE, with the path, if the parent is the child or below it.
func refuseCircle(ctx context.Context, tx store.Tx, parent gid.ID, child *ent.Account) error {
	below, err := tx.Client().AccountPath.Query().Where(accountpath.AncestorID(child.ID),
		accountpath.DescendantID(parent)).Exist(ctx)
	if err != nil || !below {
		return wrap("look for a path", err)
	}
	parents, err := linksAbove(ctx, tx, []gid.ID{parent})
	if err != nil {
		return err
	}
	ids := pathUp(parent, child.ID, parents)
	rows, err := tx.Client().Account.Query().Where(account.IDIn(ids...)).Select(account.FieldID, account.FieldName).
		All(ctx)
	if err != nil {
		return fmt.Errorf("read the names of the path: %w", err)
	}
	names := map[gid.ID]string{}
	for _, row := range rows {
		names[row.ID] = row.Name
	}
	path := make([]string, len(ids))
	for i, id := range ids {
		path[i] = names[id]
	}
	return fault.New(AccountCircle, "input.child",
		"An account would be below itself. From the one that was to be above up to the one that was to be below, the "+
			"accounts are: {path}.",
		"Give other accounts, or remove a link of this path first with unlinkAccounts.",
		fault.WithText("path", strings.Join(path, ", ")))
}

// rewriteBelow rewrites the paths to an account and to all accounts below it. A link above an account does not change
// which accounts are below it.
func rewriteBelow(ctx context.Context, tx store.Tx, id gid.ID) error {
	below, err := accountsBelow(ctx, tx, id)
	if err != nil {
		return err
	}
	return rewritePaths(ctx, tx, below)
}

// accountsAbove returns an account and all accounts above it.
func accountsAbove(ctx context.Context, tx store.Tx, id gid.ID) ([]gid.ID, error) {
	var above []gid.ID
	err := tx.Client().AccountPath.Query().Where(accountpath.DescendantID(id)).
		Select(accountpath.FieldAncestorID).Scan(ctx, &above)
	return above, wrap("read the accounts above", err)
}
