package account

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/system"
)

// longestReference limits the reference of an access request, in characters.
const longestReference = 200

// readReference removes the characters that nobody sees, and the blanks at the ends, from a reference, and composes it
// (NFC), so that what looks the same is the same. It returns BAD_INPUT if nothing is left of it, or if it has several
// lines. It does not ask whether an account has the name.
func readReference(text string) (string, error) {
	read := strings.TrimSpace(norm.NFC.String(person.Visible(text)))
	switch {
	case text != "" && read == "":
		return "", badInput("input.reference", "The reference has no characters that anybody sees.",
			"Give the name of the account in another system, or an activation id.")
	case strings.ContainsAny(read, "\n\r"):
		return "", badInput("input.reference", "The reference has several lines.", "Give a reference of one line.")
	}
	return read, nil
}

// checkReference refuses a request that names no account, or names one in two ways.
func checkReference(in WantedAccess) error {
	switch {
	case (in.Account == 0) == (in.Reference == ""):
		return badInput("input.reference", "The request names no account, or names it in two ways.",
			"Give either account or reference.")
	case utf8.RuneCountInString(in.Reference) > longestReference:
		return fault.LongText("input.reference", longestReference, utf8.RuneCountInString(in.Reference))
	}
	return nil
}

// accountCalled returns the account that another system calls by a name, or that has the object with the name, such as
// a line item with an activation id. Nobody can tell the requester of a slip, so that the name in capital letters, in
// small letters or decomposed is taken if no account has it as it was written, and an activation id in any letter case.
// accountCalled returns 0 if there is none, or if the name stands for several accounts. The answer to the requester
// does not depend on it.
func accountCalled(ctx context.Context, tx store.Tx, name string) (gid.ID, error) {
	found, err := accountsCalled(ctx, tx, lineitem.And(system.LineCalled(name), lineitem.ActivationID(name)), name)
	if err == nil && len(found) == 0 {
		found, err = accountsCalled(ctx, tx, system.LineCalled(name), strings.ToUpper(name), strings.ToLower(name),
			norm.NFD.String(name))
	}
	if err != nil || len(found) != 1 {
		return 0, err
	}
	return slices.Collect(maps.Keys(found))[0], nil
}

// accountsCalled returns the accounts with one of the names, or with one of the line items, or two of them if there are
// more.
func accountsCalled(ctx context.Context, tx store.Tx, line predicate.LineItem, spellings ...string) (
	map[gid.ID]bool, error) {
	ctx = store.Unscoped(ctx)
	const enough = 2 // to know that the name stands for several accounts
	found := map[gid.ID]bool{}
	note := func(what string, read func(into any) error) error {
		var ids []gid.ID
		if err := read(&ids); err != nil {
			return fmt.Errorf("look for %s: %w", what, err)
		}
		for _, id := range ids {
			found[id] = true
		}
		return nil
	}
	names := tx.Client().ExternalID.Query().Where(externalid.ValueIn(spellings...)).Unique(true).Limit(enough)
	err := errors.Join(
		note("the name of an account", func(into any) error {
			return names.Clone().Where(isOf(gid.Account)).Select(externalid.FieldEntityID).Scan(ctx, into)
		}),
		note("the name of an object", func(into any) error {
			return names.Clone().Where(externalid.Or(isOf(gid.LineItem), isOf(gid.Entitlement)),
				externalid.AccountIDNotNil()).Select(externalid.FieldAccountID).Scan(ctx, into)
		}),
		note("the activation id", func(into any) error {
			return tx.Client().LineItem.Query().Where(line).Unique(true).Limit(enough).
				Select(lineitem.FieldAccountID).Scan(ctx, into)
		}))
	return found, err
}

// isOf is the condition that an external id names an object of a type.
func isOf(t gid.Type) predicate.ExternalID {
	first, last := gid.Range(t)
	return externalid.And(externalid.EntityIDGTE(first), externalid.EntityIDLTE(last))
}
