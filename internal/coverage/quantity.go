package coverage

import (
	"math/big"

	"github.com/muniment/muniment/internal/day"
	rights "github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Quantity is how much of a line is covered, in base units. Unlimited says that all of a line without a limit is
// covered. Otherwise a nil Amount says that all of the line is covered, and that its amount is not known.
type Quantity struct {
	Unlimited bool
	Amount    *big.Int
}

func (q Quantity) equal(o Quantity) bool {
	if q.Amount == nil || o.Amount == nil {
		return q == o
	}
	return q.Unlimited == o.Unlimited && q.Amount.Cmp(o.Amount) == 0
}

// CoveredOn returns how much of a line coverages cover on a day. The coverages of one kind add up, at most to what the
// period that governs the line grants on that day; an item without a quantity covers all of that. Amounts of different
// kinds are never added, because both may be of the same copies: without a kind it is the largest of the amounts.
func CoveredOn(line *rights.Facts, coverages []Fact, kind *vocabulary.CoverageKind, on day.Day) Quantity {
	return judge(line, coverages, kind, on).Quantity
}

// quantityOf returns how much of a line is covered by what counts on a day on which the line can be used.
func quantityOf(line *rights.Facts, counted []*Fact, on day.Day) Quantity {
	p := line.Governing(on)
	var most *big.Int
	if !p.Unlimited && p.Quantity != nil {
		most = big.NewInt(*p.Quantity)
	}
	amounts := map[vocabulary.CoverageKind][]*int64{}
	for _, f := range counted {
		amounts[f.Kind] = append(amounts[f.Kind], f.Quantity)
	}
	largest := new(big.Int)
	for _, list := range amounts {
		sum := together(list, most)
		if sum == nil {
			return Quantity{Unlimited: p.Unlimited}
		}
		if sum.Cmp(largest) > 0 {
			largest = sum
		}
	}
	return Quantity{Amount: largest}
}

// together returns how much items cover together, at most so much. A nil amount covers all of the line. A nil most
// says that the line has no limit, or that its amount is not known; then the sum is nil if one item covers all.
func together(amounts []*int64, most *big.Int) *big.Int {
	sum := new(big.Int)
	for _, a := range amounts {
		if a == nil {
			return most
		}
		sum.Add(sum, big.NewInt(*a))
	}
	if most != nil && sum.Cmp(most) > 0 {
		return most
	}
	return sum
}

func nothing() Quantity { return Quantity{Amount: new(big.Int)} }
