package catalog

import (
	"cmp"
	"context"
	"slices"

	"github.com/muniment/muniment/ent/listprice"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

// Listed is a list price for each unit and a full term of a part number, in minor units, from a day on.
type Listed struct {
	PartNumber gid.ID  `sql:"part_number_id"`
	Currency   string  `sql:"currency"`
	Minor      int64   `sql:"amount_minor"`
	From       day.Day `sql:"valid_from"`
}

// PriceList has the list prices of one part number in the order of the codes of the currencies, in each the earliest
// first.
type PriceList []Listed

// PriceListsOf returns the list prices of part numbers by their ids, with one statement, or none without ids.
func PriceListsOf(ctx context.Context, v *page.View, parts []gid.ID) (map[gid.ID]PriceList, error) {
	if len(parts) == 0 {
		return nil, nil
	}
	var found []Listed
	err := v.Scan(ctx, listprice.Table, func(q *page.Query) {
		q.Select(q.Columns(listprice.FieldPartNumberID, listprice.FieldCurrency, listprice.FieldAmountMinor,
			listprice.FieldValidFrom)...).Where(q.In(q.C(listprice.FieldPartNumberID), soldKeys(parts)))
	}, &found)
	slices.SortFunc(found, func(a, b Listed) int {
		return cmp.Or(cmp.Compare(a.Currency, b.Currency), cmp.Compare(a.From, b.From))
	})
	of := map[gid.ID]PriceList{}
	for _, l := range found {
		of[l.PartNumber] = append(of[l.PartNumber], l)
	}
	return of, err
}

// On returns the prices that are valid on a day, one for each currency.
func (list PriceList) On(on day.Day) PriceList {
	var valid PriceList
	for _, l := range list {
		if l.From > on {
			continue
		}
		if n := len(valid); n > 0 && valid[n-1].Currency == l.Currency {
			valid[n-1] = l
		} else {
			valid = append(valid, l)
		}
	}
	return valid
}
