package store

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"github.com/muniment/muniment/internal/gid"
)

// Scope is what one viewer may see. It travels in the context, and the store adds it to every read, update and delete
// of the ent clients. A context without a scope may not touch the database at all.
type Scope struct {
	all   bool
	reach Reach
	sets  [reaches]set
	// owners are all accounts of which some rights may be seen.
	owners set
}

// Reach lists, for one who is not the producer's, whose rows may be seen.
type Reach struct {
	// User sees the own rows; 0 for nobody.
	User gid.ID
	// Member are the accounts that may be seen at all.
	Member []gid.ID
	// Licensing are those of them whose rights and their use may be seen.
	Licensing []gid.ID
	// Administer are those whose members and records may be seen.
	Administer []gid.ID
	// Limited are further accounts of which only the rights of one product line may be seen.
	Limited []Limit
}

// Limit names accounts of which only the rights of one product line may be seen.
type Limit struct {
	Accounts    []gid.ID
	ProductLine gid.ID
}

// Which set of accounts a condition asks about.
const (
	member = iota
	licensing
	administer
	reaches
)

// set is a set of accounts in the forms in which drivers take it.
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
	text, _ := json.Marshal(s.keys) // a list of numbers always has a JSON form
	s.text = string(text)
	return s
}

// list is the set as a JSON list; the zero set is empty.
func (s *set) list() string {
	if s.text == "" {
		return "[]"
	}
	return s.text
}

// Everything is the scope of the producer's operators and of Muniment itself.
func Everything() Scope { return Scope{all: true} }

// Within is the scope of one who may see this and nothing else. The zero Reach sees only the producer's catalog.
func Within(reach Reach) Scope {
	owners := slices.Clone(reach.Licensing)
	for _, limit := range reach.Limited {
		owners = append(owners, limit.Accounts...)
	}
	return Scope{reach: reach, owners: newSet(owners),
		sets: [reaches]set{newSet(reach.Member), newSet(reach.Licensing), newSet(reach.Administer)}}
}

// Accounts is the scope of one who may see all of these accounts and nothing of others.
func Accounts(ids []gid.ID) Scope {
	return Within(Reach{Member: ids, Licensing: ids, Administer: ids})
}

// ErrNoScope is returned for a read or a change without a scope in its context. It is a fault of the program.
var ErrNoScope = errors.New("nobody is asking: the context carries no scope")

// ErrOutsideScope is returned for a row that would be created outside the scope.
var ErrOutsideScope = errors.New("the row would be outside of what the viewer may see")

type scopeKey struct{}

// WithScope returns a context whose reads and changes keep to the scope.
func WithScope(ctx context.Context, scope Scope) context.Context {
	return context.WithValue(ctx, scopeKey{}, &scope)
}

// Unscoped returns a context that sees everything, for a rule that has decided already whether the viewer may do what it
// does, and needs a row that the viewer may not see: whether a user name is taken, for instance.
func Unscoped(ctx context.Context) context.Context {
	return context.WithValue(ctx, scopeKey{}, &everything)
}

var everything = Everything()

// ScopeOf returns the scope of a context, and ErrNoScope where it carries none.
func ScopeOf(ctx context.Context) (*Scope, error) {
	scope, _ := ctx.Value(scopeKey{}).(*Scope)
	if scope == nil {
		return nil, ErrNoScope
	}
	return scope, nil
}

// contains tells whether an account may be seen.
func (s *Scope) contains(account gid.ID) bool {
	if s.all {
		return true
	}
	_, found := slices.BinarySearch(s.sets[member].keys, int64(account))
	return found
}
