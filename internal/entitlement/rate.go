package entitlement

import (
	"math/big"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/quantity"
	"github.com/muniment/muniment/internal/vocabulary"
)

// A term that nobody ordered yet costs what the term before it cost, at its rate: that is what was agreed last. The
// rate is that of the period with which the term before began. The price of an amendment is that of its difference for
// the rest of the term, and tells no rate of the whole. The rule is here for the terms of evergreen lines, which are
// written by it, and for what is due, which is estimated by it.

// PaidTerm is the period with which a term began, and what was paid for it, in minor units. First and Last are
// inclusive; Quantity is in base units. PriceMinor is nil, and Currency empty, if it has no price.
type PaidTerm struct {
	First, Last *day.Day
	Unlimited   bool
	Quantity    *int64
	PriceMinor  *int64
	Currency    string
}

// NextTerm is a term of which the price is asked, from a first day to a last one, both inclusive; Last is nil if it has
// no end. Quantity is in base units, and nil if it is unlimited or not known. Length and Unit are how long a full term
// is, however many days its months have.
type NextTerm struct {
	First     day.Day
	Last      *day.Day
	Unlimited bool
	Quantity  *int64
	Length    int
	Unit      vocabulary.TermUnit
}

func paidTermOf(p *ent.Period) *PaidTerm {
	paid := &PaidTerm{First: p.StartsOn, Last: p.EndsOn, Unlimited: p.Unlimited, Quantity: p.Quantity,
		PriceMinor: p.PriceMinor}
	if p.Currency != nil {
		paid.Currency = *p.Currency
	}
	return paid
}

// Rate returns the factor from what was paid for the term to what the next one costs, and whether both are equally long
// and differ in their quantities only. It is nil if that cannot be told: nothing was paid or in a currency that is no
// longer in use, one of the terms has no length, or a quantity has a limit on one side only or is not known.
func (was *PaidTerm) Rate(next NextTerm) (factor *big.Rat, isFull bool) {
	switch {
	case was.PriceMinor == nil || !quantity.IsCurrencyInUse(was.Currency):
		return nil, false
	case was.First == nil || was.Last == nil || next.Last == nil || was.Unlimited != next.Unlimited:
		return nil, false
	case was.Unlimited:
		factor = big.NewRat(1, 1)
	case was.Quantity == nil || *was.Quantity == 0 || next.Quantity == nil:
		return nil, false
	default:
		factor = big.NewRat(*next.Quantity, *was.Quantity)
	}
	isFull = catalog.LastDay(*was.First, next.Length, next.Unit) == *was.Last
	if !isFull {
		factor.Mul(factor, big.NewRat(Days(next.First, *next.Last), Days(*was.First, *was.Last)))
	}
	return factor, isFull
}

// Days counts the days from a first to a last one, both included.
func Days(first, last day.Day) int64 { return int64(last-first) + 1 }

// times returns an amount of minor units times a factor, rounded half up; nil if it is larger than any price.
func times(minor int64, factor *big.Rat) *int64 {
	return RoundHalfUp(new(big.Rat).Mul(new(big.Rat).SetInt64(minor), factor))
}

// RoundHalfUp returns an exact amount that is not negative as whole minor units, rounded half up; nil if it is larger
// than any price.
func RoundHalfUp(amount *big.Rat) *int64 {
	twice := new(big.Int).Lsh(amount.Num(), 1)
	twice.Add(twice, amount.Denom())
	rounded := twice.Quo(twice, new(big.Int).Lsh(amount.Denom(), 1))
	if !rounded.IsInt64() {
		return nil
	}
	n := rounded.Int64()
	return &n
}

// beginning returns the period with which the term of a period began: the one that its amendment amends, and so on.
// amends returns which period another one amends, 0 if none, and row a period by its id.
func beginning[P any](p *P, amends func(*P) gid.ID, row func(gid.ID) *P) *P {
	for amends(p) != 0 {
		p = row(amends(p))
	}
	return p
}
