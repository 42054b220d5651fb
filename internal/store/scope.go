package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"github.com/muniment/muniment/internal/gid"
)

// Scope says which rows one viewer may see. It is passed in the context, and the store adds it to every read, update
// and delete of the ent clients. Without a scope in the context they return ErrNoScope.
type Scope struct {
	all   bool
	reach Reach
	sets  [reaches]set
	// owners are the accounts of which at least some rights may be seen: Licensing and all accounts of Limited.
	owners set
}

// Reach lists the accounts whose rows a viewer outside the producer may see.
type Reach struct {
	// User is the viewer, who may see rows about themselves; 0 if there is none.
	User gid.ID
	// Key is the API key with which the viewer authenticates, and which the viewer may see; 0 if there is none.
	Key gid.ID
	// Member are the accounts that the viewer may see.
	Member []gid.ID
	// Licensing are the accounts in Member whose rights, and the use of them, the viewer may see.
	Licensing []gid.ID
	// Administer are the accounts in Member whose members and audit records the viewer may see.
	Administer []gid.ID
	// Limited are further accounts of which the viewer may see the rights of one product line only.
	Limited []Limit
}

// Limit names accounts of which only the rights of one product line may be seen.
type Limit struct {
	Accounts    []gid.ID
	ProductLine gid.ID
}

// Indexes of Scope.sets.
const (
	member = iota
	licensing
	administer
	reaches
)

// set is a set of accounts, in the forms that the two drivers take.
type set struct {
	keys []int64
	text string
}

func newSet(ids []gid.ID) set {
	s := set{keys: make([]int64, len(ids))}
	for i, id := range ids {
		s.keys[i] = int64(id)
	}
	slices.Sort(s.keys)
	s.keys = slices.Compact(s.keys)
	text, _ := json.Marshal(s.keys) // marshaling a list of numbers cannot fail
	s.text = string(text)
	return s
}

// list returns the set as a JSON list; "[]" for the zero set.
func (s *set) list() string {
	if s.text == "" {
		return "[]"
	}
	return s.text
}

// Everything returns the scope that sees all rows: that of the producer's operators and of Muniment's own jobs.
func Everything() Scope { return Scope{all: true} }

// Within returns the scope that is limited to a reach. With the zero Reach it sees only the producer's catalog.
func Within(reach Reach) Scope {
	owners := slices.Clone(reach.Licensing)
	for _, limit := range reach.Limited {
		owners = append(owners, limit.Accounts...)
	}
	return Scope{reach: reach, owners: newSet(owners),
		sets: [reaches]set{newSet(reach.Member), newSet(reach.Licensing), newSet(reach.Administer)}}
}

// Accounts returns the scope that sees everything of these accounts and nothing of others.
func Accounts(ids []gid.ID) Scope {
	return Within(Reach{Member: ids, Licensing: ids, Administer: ids})
}

// ErrNoScope is returned for a read or a change without a scope in its context. It indicates a bug in the program.
var ErrNoScope = errors.New("nobody is asking: the context carries no scope")

// ErrOutsideScope is returned for a row that would be created outside the scope.
var ErrOutsideScope = errors.New("the row would be outside of what the viewer may see")

type scopeKey struct{}

// WithScope returns a context whose reads and changes are restricted to the scope.
func WithScope(ctx context.Context, scope Scope) context.Context {
	return context.WithValue(ctx, scopeKey{}, &scope)
}

// Unscoped returns a context with the scope Everything. It is for a rule that has already checked that the viewer may
// do the change and needs rows that the viewer may not see, for instance to find out whether a user name is taken.
func Unscoped(ctx context.Context) context.Context {
	return context.WithValue(ctx, scopeKey{}, &everything)
}

var everything = Everything()

// ScopeOf returns the scope of a context, or ErrNoScope if it has none.
func ScopeOf(ctx context.Context) (*Scope, error) {
	scope, _ := ctx.Value(scopeKey{}).(*Scope)
	if scope == nil {
		return nil, ErrNoScope
	}
	return scope, nil
}

// contains reports whether an account may be seen.
func (s *Scope) contains(account gid.ID) bool {
	if s.all {
		return true
	}
	_, found := slices.BinarySearch(s.sets[member].keys, int64(account))
	return found
}
