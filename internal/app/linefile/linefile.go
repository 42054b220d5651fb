// Package linefile writes the line items of an account as a file, CSV or XLSX. The list is the one of the contract's
// lineItems, with its filters, its order and its scope, but without pages.
package linefile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
)

const (
	// MaxRows is how many line items a file may have. Their ids are in memory while it is written.
	MaxRows = 250_000
	// portion is how many line items are read at once, which is the longest list that the contract accepts.
	portion = 100
)

// Contract answers documents in the scope of the viewer; see httpd.Contract.
type Contract interface {
	Schema() *ast.Schema
	Reading(ctx context.Context, read func(context.Context) error) error
	Ask(ctx context.Context, document string, variables map[string]any, into any) error
	Keys(ctx context.Context, document string, variables map[string]any, most int) ([]gid.ID, error)
}

// sheet is a file that is being written.
type sheet interface {
	begin(account string, rows int) error
	row(*lineItem) error
	end() error
	// close removes what is left of a file that was written, completely or not.
	close() error
}

// Write writes a file. All of it is read at one moment, and at most a portion of the line items is held in memory. It
// returns NOT_FOUND for an account that the viewer does not see, SERVICE_CLOSED if the viewer does not see its rights,
// and an error of the filter with the name of the parameter as its place.
func Write(ctx context.Context, contract Contract, r Request, w io.Writer) error {
	return contract.Reading(ctx, func(ctx context.Context) error {
		var about struct{ Account struct{ Name string } }
		err := contract.Ask(ctx, accountDocument, map[string]any{"account": r.account}, &about)
		if err != nil {
			return inAddress(err)
		}
		ids, err := contract.Keys(ctx, listDocument, r.list, MaxRows)
		if err != nil {
			return inAddress(err)
		}
		if err := writeAll(ctx, contract, r, about.Account.Name, ids, w); err != nil {
			return fmt.Errorf("export line items: %w", err)
		}
		return nil
	})
}

func writeAll(ctx context.Context, contract Contract, r Request, account string, ids []gid.ID,
	w io.Writer) (err error) {
	to, err := newSheet(r, w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.close()) }()
	if err := to.begin(account, len(ids)); err != nil {
		return err
	}
	for some := range slices.Chunk(ids, portion) {
		if err := writePortion(ctx, contract, r.on, some, to); err != nil {
			return err
		}
	}
	return to.end()
}

func newSheet(r Request, w io.Writer) (sheet, error) {
	if r.Format == XLSX {
		return newWorkbook(r, w)
	}
	return newTable(r, w), nil
}

func writePortion(ctx context.Context, contract Contract, on string, ids []gid.ID, to sheet) error {
	names := make([]any, len(ids))
	for i, id := range ids {
		names[i] = id.String()
	}
	var answer struct{ Nodes []*lineItem }
	if err := contract.Ask(ctx, rowsDocument, map[string]any{"ids": names, "on": on}, &answer); err != nil {
		return err
	}
	for i, line := range answer.Nodes {
		if line == nil { // the list and its rows are of one moment
			return fmt.Errorf("line item %s was in the list and cannot be read", ids[i])
		}
		if err := to.row(line); err != nil {
			return err
		}
	}
	return nil
}

// inAddress replaces the place of a fault, which is an argument of the contract, by the parameter of the address.
func inAddress(err error) error {
	var of *fault.Error
	if !errors.As(err, &of) || of.Field == "" {
		return err
	}
	placed := *of
	placed.Field = parameterOf(of.Field)
	return &placed
}
