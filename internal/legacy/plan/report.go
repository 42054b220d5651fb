package plan

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"

	"github.com/muniment/muniment/internal/gid"
)

// Action is what an import does with one record.
type Action string

// The actions.
const (
	// Create: the record does not exist in the database.
	Create Action = "create"
	// Update: the record was changed in the source and not in Muniment.
	Update Action = "update"
	// Unchanged: the record in the source has not changed since it was last applied.
	Unchanged Action = "unchanged"
	// Conflict: the record was changed both in the source and in Muniment; it is not updated.
	Conflict Action = "conflict"
	// Kept: Muniment is the home of the record, or it existed before the import; the source does not change it.
	Kept Action = "kept"
	// Skipped: the record cannot be stored, for the given reason.
	Skipped Action = "skipped"
)

// Counts holds the number of records by action.
type Counts struct {
	Create    int64 `json:"create"`
	Update    int64 `json:"update"`
	Unchanged int64 `json:"unchanged"`
	Conflict  int64 `json:"conflict"`
	Kept      int64 `json:"kept"`
	Skipped   int64 `json:"skipped"`
}

func (c *Counts) of(a Action) *int64 {
	switch a {
	case Create:
		return &c.Create
	case Update:
		return &c.Update
	case Unchanged:
		return &c.Unchanged
	case Conflict:
		return &c.Conflict
	case Kept:
		return &c.Kept
	}
	return &c.Skipped
}

// Total is the number of records.
func (c *Counts) Total() int64 {
	return c.Create + c.Update + c.Unchanged + c.Conflict + c.Kept + c.Skipped
}

// Difference is one value that differs between Muniment and the source in a conflict.
type Difference struct {
	Field  string `json:"field"`
	Here   any    `json:"here"`
	Source any    `json:"source"`
}

// Reason is why a record is not applied. Its values are stable.
type Reason string

// The reasons.
const (
	// ChangedHere: the stored record is no longer what the import stored.
	ChangedHere Reason = "CHANGED_HERE"
	// HomeElsewhere: the record's home is not the system of the import.
	HomeElsewhere Reason = "HOME_ELSEWHERE"
	// HereBefore: a record with the same natural key existed before the source was imported.
	HereBefore Reason = "HERE_BEFORE"
	// PartElsewhere: a part of the record belongs to another record in Muniment.
	PartElsewhere Reason = "PART_ELSEWHERE"
	// Circle: an account would be below itself, because of links that were made in Muniment.
	Circle Reason = "CIRCLE"
	// AmountTooLarge: an amount in base units does not fit into 64 bits.
	AmountTooLarge Reason = "AMOUNT_TOO_LARGE"
	// NothingCounted: an activation with the count 0 cannot be stored.
	NothingCounted Reason = "NOTHING_COUNTED"
	// ActivationIDTaken: something else has an activation id of the line item, or had it, maybe in another letter case.
	ActivationIDTaken Reason = "ACTIVATION_ID_TAKEN"
	// DependsOnSkipped: the record belongs to one that is skipped.
	DependsOnSkipped Reason = "DEPENDS_ON_SKIPPED"
)

// Exception is a record that is not applied as the source has it.
type Exception struct {
	Kind        string       `json:"kind"`
	LegacyID    string       `json:"legacyId"`
	ID          string       `json:"id,omitempty"`
	Action      Action       `json:"action"`
	Reason      Reason       `json:"reason"`
	Differences []Difference `json:"differences,omitempty"`
}

// maxExceptions is the maximum number of exceptions that a plan lists; the counts include all of them.
const maxExceptions = 10_000

// Plan is what an import does, or what a dry run would do.
type Plan struct {
	// Hash is equal for plans that do the same, regardless of when and where they are made.
	Hash   string             `json:"hash"`
	Kinds  []string           `json:"kinds"`
	Counts map[string]*Counts `json:"counts"`
	// Exceptions lists at most 10,000 of the records that are not applied as they are in the source.
	Exceptions []Exception `json:"exceptions,omitempty"`
}

// Changes reports whether the plan changes anything.
func (p *Plan) Changes() bool {
	for _, c := range p.Counts {
		if c.Create+c.Update > 0 {
			return true
		}
	}
	return false
}

// Records is the number of records that were compared.
func (p *Plan) Records() int64 {
	var n int64
	for _, c := range p.Counts {
		n += c.Total()
	}
	return n
}

// tally collects a plan.
type tally struct {
	plan Plan
	sum  hash.Hash
}

func newTally(system string, home Home) *tally {
	t := &tally{plan: Plan{Counts: map[string]*Counts{}}, sum: sha256.New()}
	t.text(system)
	t.text(string(home))
	return t
}

func (t *tally) text(s string) {
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(s)))
	t.sum.Write(n[:])
	t.sum.Write([]byte(s))
}

// verdict is the action for one record, or for n parts of it.
type verdict struct {
	kind      string // as reported
	key       string
	action    Action
	source    int64
	n         int64 // parts that share the verdict
	part      bool
	exception *Exception
}

func (t *tally) add(v *verdict) {
	counts := t.plan.Counts[v.kind]
	if counts == nil {
		counts = &Counts{}
		t.plan.Counts[v.kind] = counts
		t.plan.Kinds = append(t.plan.Kinds, v.kind)
	}
	*counts.of(v.action) += v.n
	if !v.part {
		t.text(v.kind)
		t.text(v.key)
		t.text(string(v.action))
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(v.source))
		t.sum.Write(n[:])
	}
	if v.exception != nil && len(t.plan.Exceptions) < maxExceptions {
		t.plan.Exceptions = append(t.plan.Exceptions, *v.exception)
	}
}

func (t *tally) finish() *Plan {
	t.plan.Hash = hex.EncodeToString(t.sum.Sum(nil))
	return &t.plan
}

func newException(kind, key string, id gid.ID, action Action, reason Reason, differences ...Difference) *Exception {
	return &Exception{Kind: kind, LegacyID: key, ID: id.String(), Action: action, Reason: reason,
		Differences: differences}
}
