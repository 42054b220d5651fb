// Package loadset fills an empty database with generated data for performance measurements: a given number of
// accounts, users and entitlements, and the rows that belong to them, in the proportions of a real installation. The
// same shape always gives the same rows, including their ids.
package loadset

import (
	"errors"
	"fmt"
	"math"

	"github.com/muniment/muniment/internal/day"
)

// Shape describes the size of a set and its reference day. An entitlement has on average two line items and three
// activations.
type Shape struct {
	// Accounts must be at least 10. Users and Entitlements must not be less than Accounts.
	Accounts, Users, Entitlements int
	// Seed selects one of several sets of the same size.
	Seed uint64
	// Today is the reference day. All other days of the set are relative to it.
	Today day.Day
	// Keys says which rows have neighboring keys; by default ByAccount.
	Keys Keys
	// Large gives the account LargeAccount many more rights and members, which are not counted in Users and
	// Entitlements: largeEntitlements with 10,000 line items and 15,000 activations, and largeMembers.
	Large bool
}

const (
	// LargeAccount is the index of the account that Shape.Large makes large.
	LargeAccount = 7

	largeEntitlements = 5_000
	largeMembers      = 1_000
)

// users returns the number of all users.
func (s Shape) users() int {
	if s.Large {
		return s.Users + largeMembers
	}
	return s.Users
}

// entitlements returns the number of all entitlements.
func (s Shape) entitlements() int { return s.entitlementsBefore(s.Accounts) }

// Keys says which rows have neighboring keys.
type Keys int

const (
	// ByAccount gives the rows of one account one locality, as Muniment does.
	ByAccount Keys = iota
	// ByTime makes keys increase with the creation time of the row, as a plain sequence does. It serves to measure the
	// benefit of the locality.
	ByTime
)

// Reference returns the shape of the reference data set: 20,000 accounts, 200,000 users, 500,000 entitlements,
// 1,000,000 line items and 1,500,000 activations, and those of the large account.
func Reference(today day.Day) Shape {
	return Shape{Accounts: 20_000, Users: 200_000, Entitlements: 500_000, Seed: 1, Today: today, Large: true}
}

// Scaled returns the shape of the reference data set scaled to a number of entitlements. It has at least 10 accounts,
// and none is large.
func Scaled(entitlements int, today day.Day) Shape {
	s := Reference(today)
	accounts := max(smallest, entitlements*s.Accounts/s.Entitlements)
	return Shape{Accounts: accounts, Users: 10 * accounts, Entitlements: max(accounts, entitlements), Seed: s.Seed,
		Today: today}
}

const (
	smallest = 10
	largest  = 100_000_000
)

// ErrShape is returned for a shape that cannot be filled.
var ErrShape = errors.New("the load set cannot have this shape")

// Check returns ErrShape, with advice, if the shape cannot be filled.
func (s Shape) Check() error {
	switch {
	case s.Accounts < smallest:
		return fmt.Errorf("%w: %d accounts; ask for at least %d", ErrShape, s.Accounts, smallest)
	case s.Users < s.Accounts:
		return fmt.Errorf("%w: %d users for %d accounts; ask for at least one user for each account", ErrShape,
			s.Users, s.Accounts)
	case s.Entitlements < s.Accounts:
		return fmt.Errorf("%w: %d entitlements for %d accounts; ask for at least one entitlement for each account",
			ErrShape, s.Entitlements, s.Accounts)
	case max(s.Users, s.Entitlements) > largest:
		return fmt.Errorf("%w: more than %d users or entitlements", ErrShape, largest)
	}
	return nil
}

// entitlementsBefore returns the number of entitlements of all accounts before the i-th. Most accounts have few
// entitlements; the last ones have many times the mean.
func (s Shape) entitlementsBefore(i int) int {
	x := float64(i) / float64(s.Accounts)
	const middle, top = 0.2, 0.2
	spread := (1-middle-top)*x + middle*math.Pow(x, 4) + top*math.Pow(x, 200)
	// Each account gets one entitlement; only the rest is distributed.
	n := i + int(spread*float64(s.Entitlements-s.Accounts)+0.5)
	if s.Large && i > LargeAccount {
		n += largeEntitlements
	}
	return n
}

// accountOf returns the account of the u-th user.
func (s Shape) accountOf(u int) int {
	if u >= s.Users {
		return LargeAccount
	}
	return u * s.Accounts / s.Users
}

// block is the length of a pattern, in entitlements or line items.
const block = 20

// linesOf is the number of line items of each entitlement, 2 on average; activationsOf is the number of activations of
// each line item, 1.5 on average.
var (
	linesOf       = [block]int{1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5}
	activationsOf = [block]int{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 5, 9}
)

// shuffled returns the n-th value of a pattern that is shuffled in each block. Every block contains the whole pattern.
func shuffled(pattern *[block]int, n int) int { return pattern[(n*7+n/block*3)%block] }

// linesBefore returns the number of line items of all entitlements before the e-th.
func linesBefore(e int) int {
	n := e / block * 2 * block
	for before := e / block * block; before < e; before++ {
		n += shuffled(&linesOf, before)
	}
	return n
}
