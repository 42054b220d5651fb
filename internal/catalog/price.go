package catalog

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/listprice"
	"github.com/muniment/muniment/ent/partnumber"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// NewPrice is the list price of a part number from a day on, as the client wrote it.
type NewPrice struct {
	PartNumber       gid.ID
	Amount, Currency string
	// StartsOn is nil for today.
	StartsOn *day.Day
}

// SetListPrice sets the price of a part number in a currency from a day on. A price of a day that has not come is
// replaced; one that is valid, or was, never changes. Therefore the day is today or later, unless no price in the
// currency has begun yet. The outcome has the id of the price. It returns DAY_TOO_EARLY or ALREADY_VALID.
func (s *Service) SetListPrice(ctx context.Context, r change.Request, n NewPrice) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, s.setListPrice(n))
}

func (s *Service) setListPrice(n NewPrice) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		p, err := lockPartNumber(ctx, tx, "input.partNumber", n.PartNumber)
		if err != nil {
			return err
		}
		minor, err := MinorOf("input.price", n.Amount, n.Currency)
		if err != nil {
			return err
		}
		today := s.today()
		first := today
		set(&first, n.StartsOn)
		// The part number is locked, so that its prices change one after another.
		rows, err := tx.Client().ListPrice.Query().Where(listprice.PartNumberID(p.ID), listprice.Currency(n.Currency)).
			All(ctx)
		if err != nil {
			return wrap("read the prices", err)
		}
		begun := false
		for _, row := range rows {
			begun = begun || row.ValidFrom <= today
			if row.ValidFrom == first {
				return s.replacePrice(ctx, tx, done, p, row, minor)
			}
		}
		if begun && first < today {
			return fault.New(DayTooEarly, "input.startsOn", "Prices of days that have passed do not change.",
				"Give {from} or a later day.", fault.With("from", value.OfDay(today)))
		}
		row, err := tx.Client().ListPrice.Create().SetID(gid.New(gid.ListPrice, 0)).SetPartNumberID(p.ID).
			SetCurrency(n.Currency).SetAmountMinor(minor).SetValidFrom(first).Save(ctx)
		if err != nil {
			return wrap("create the price", err)
		}
		noteNew(done, "ListPriceSet", row.ID, p.Code, priceAttributes(row))
		return nil
	}
}

// RemoveListPrice removes a price whose day has not come. The outcome has the id of the part number. It returns
// ALREADY_VALID.
func (s *Service) RemoveListPrice(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		price, err := readPrice(ctx, tx, id)
		if err != nil {
			return err
		}
		p, err := lockPartNumber(ctx, tx, "input.listPrice", price.PartNumberID)
		if err != nil {
			return err
		}
		// A concurrent change may have removed or changed it before the lock was granted.
		if price, err = readPrice(ctx, tx, id); err != nil {
			return err
		}
		if price.ValidFrom <= s.today() {
			return alreadyValid("input.listPrice")
		}
		if err := tx.Client().ListPrice.DeleteOneID(id).Exec(ctx); err != nil {
			return wrap("remove the price", err)
		}
		done.Result(p.ID)
		done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "ListPriceRemoved", Subject: id,
			Label: p.Code, Fields: change.Was("price", FormOfMoney(price.AmountMinor, price.Currency))})
		return nil
	})
}

func readPrice(ctx context.Context, tx store.Tx, id gid.ID) (*ent.ListPrice, error) {
	row, err := tx.Client().ListPrice.Query().Where(listprice.ID(id)).Only(ctx)
	return found(row, err, "input.listPrice", "ListPrice", id)
}

// replacePrice changes the amount of a price whose day has not come.
func (s *Service) replacePrice(ctx context.Context, tx store.Tx, done *change.Record, p *ent.PartNumber,
	before *ent.ListPrice, minor int64) error {
	after := *before
	after.AmountMinor = minor
	done.Result(before.ID)
	if !noteChange(done, "ListPriceSet", before.ID, p.Code, priceAttributes(before), priceAttributes(&after)) {
		return nil
	}
	if before.ValidFrom <= s.today() {
		return alreadyValid("input.startsOn")
	}
	return wrap("change the price", tx.Client().ListPrice.UpdateOneID(before.ID).SetAmountMinor(minor).Exec(ctx))
}

func alreadyValid(field string) *fault.Error {
	return fault.New(AlreadyValid, field, "The price is valid already, or was, and does not change.",
		"Set another price from tomorrow on, with setListPrice.")
}

// lockPartNumber reads a part number and locks its row.
func lockPartNumber(ctx context.Context, tx store.Tx, field string, id gid.ID) (*ent.PartNumber, error) {
	row, err := tx.Client().PartNumber.Query().Where(partnumber.ID(id), store.Locked).Only(ctx)
	return found(row, err, field, "PartNumber", id)
}

func priceAttributes(row *ent.ListPrice) []change.Attribute {
	return []change.Attribute{{"price", FormOfMoney(row.AmountMinor, row.Currency)},
		{"startsOn", ofDay(&row.ValidFrom)}}
}
