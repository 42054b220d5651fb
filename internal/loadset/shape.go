// Package loadset fills an empty database with deterministic data of the shape by which Muniment is measured: so many
// accounts, users and entitlements, and everything that hangs on them in the proportions of a grown installation. The
// same shape always gives the same rows, ids included.
package loadset

import (
	"errors"
	"fmt"
	"math"

	"github.com/muniment/muniment/internal/day"
)

// Shape says how much data, and as of which day. Entitlements bring two line items each, and three activations.
type Shape struct {
	// Accounts is at least 10, Users and Entitlements are at least as many as accounts.
	Accounts, Users, Entitlements int
	// Seed tells apart sets of the same size.
	Seed uint64
	// Today is the day on which the set is settled: the later it is, the later all other days are.
	Today day.Day
	// Keys is ByAccount where nothing is said.
	Keys Keys
}

// Keys says which rows get neighboring keys.
type Keys int

const (
	// ByAccount gives the rows of one account one locality, as Muniment does.
	ByAccount Keys = iota
	// ByTime lets keys grow with the moment at which the row was made, as a plain sequence does. It is for measuring what
	// the locality is worth.
	ByTime
)

// Reference returns the shape of the reference data set: 20,000 accounts, 200,000 users, 500,000 entitlements,
// 1,000,000 line items and 1,500,000 activations.
func Reference(today day.Day) Shape {
	return Shape{Accounts: 20_000, Users: 200_000, Entitlements: 500_000, Seed: 1, Today: today}
}

// Scaled returns the shape of the reference data set with this many entitlements. It is at least 10 accounts large.
func Scaled(entitlements int, today day.Day) Shape {
	s := Reference(today)
	accounts := max(smallest, entitlements*s.Accounts/s.Entitlements)
	return Shape{Accounts: accounts, Users: 10 * accounts, Entitlements: max(accounts, entitlements), Seed: s.Seed, Today: today}
}

const (
	smallest = 10
	largest  = 100_000_000
)

// ErrShape is returned for a shape that cannot be filled.
var ErrShape = errors.New("the load set cannot have this shape")

// Check returns ErrShape, with what would mend it, for a shape that cannot be filled.
func (s Shape) Check() error {
	switch {
	case s.Accounts < smallest:
		return fmt.Errorf("%w: %d accounts; ask for at least %d", ErrShape, s.Accounts, smallest)
	case s.Users < s.Accounts:
		return fmt.Errorf("%w: %d users for %d accounts; ask for at least one user for each account", ErrShape, s.Users, s.Accounts)
	case s.Entitlements < s.Accounts:
		return fmt.Errorf("%w: %d entitlements for %d accounts; ask for at least one entitlement for each account", ErrShape, s.Entitlements, s.Accounts)
	case max(s.Users, s.Entitlements) > largest:
		return fmt.Errorf("%w: more than %d users or entitlements", ErrShape, largest)
	}
	return nil
}

// entitlementsBefore returns how many entitlements the accounts before the i-th have. Most accounts have few; the last
// ones have many times the mean.
func (s Shape) entitlementsBefore(i int) int {
	x := float64(i) / float64(s.Accounts)
	const middle, top = 0.2, 0.2
	spread := (1-middle-top)*x + middle*math.Pow(x, 4) + top*math.Pow(x, 200)
	// One entitlement for each account is kept out of the spread, so that none goes without.
	return i + int(spread*float64(s.Entitlements-s.Accounts)+0.5)
}

// accountOf returns the account of the u-th user.
func (s Shape) accountOf(u int) int { return u * s.Accounts / s.Users }

// block is how many entitlements, or line items, a pattern is spread over.
const block = 20

// linesOf has two line items for each entitlement on average, activationsOf 1.5 activations for each line item.
var (
	linesOf       = [block]int{1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5}
	activationsOf = [block]int{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 5, 9}
)

// shuffled spreads a pattern over a block so that neighbors differ; every block holds the whole pattern.
func shuffled(pattern *[block]int, n int) int { return pattern[(n*7+n/block*3)%block] }

// linesBefore returns how many line items the entitlements before the e-th have.
func linesBefore(e int) int {
	n := e / block * 2 * block
	for before := e / block * block; before < e; before++ {
		n += shuffled(&linesOf, before)
	}
	return n
}
