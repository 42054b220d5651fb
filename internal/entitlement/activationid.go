package entitlement

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coverage"
	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/fold"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/store"
	systems "github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/vocabulary"
)

const (
	// ownSystem is the code of the system whose external ids are the activation ids that Muniment gave.
	ownSystem = systems.Own
	// kindActivation is the kind of the external ids that are activation ids. Imports use the same.
	kindActivation = systems.KindActivation
	// longestActivationID limits an activation id, in characters.
	longestActivationID = 100
)

// NewActivationID returns an activation id that nobody can guess: four groups of five letters and digits, of which none
// looks like another.
func NewActivationID() string {
	const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	var random [20]byte
	_, _ = rand.Read(random[:]) // never fails: it ends the process instead
	var b strings.Builder
	for i, r := range random {
		if i > 0 && i%5 == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(alphabet[r%32])
	}
	return b.String()
}

// ReplaceActivationID gives a line another activation id; nil lets Muniment make one. The old id stays one of the
// external ids of the line, so that lookup finds the line by it. The outcome has the id of the line. It returns
// ACTIVATION_ID_TAKEN or BAD_INPUT.
func (s *Service) ReplaceActivationID(ctx context.Context, r change.Request, line gid.ID, id *string) (
	change.Outcome, error) {
	return s.changes.Operate(ctx, r, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		locked, err := LockLines(ctx, tx, []gid.ID{line})
		if err != nil {
			return err
		}
		if len(locked) == 0 {
			return fault.Missing("input.lineItem", "LineItem", line)
		}
		row := locked[0]
		if err := change.AtHome(ctx, tx,
			change.Home{Account: row.AccountID, ProductLine: row.ProductLineID}); err != nil {
			return err
		}
		fresh := NewActivationID()
		if id != nil {
			fresh = norm.NFC.String(*id)
			if err := checkActivationID(ctx, tx, fresh); err != nil {
				return err
			}
		}
		for _, name := range []string{row.ActivationID, fresh} {
			if err := keepActivationID(ctx, tx, done, row, name); err != nil {
				return err
			}
		}
		if err := tx.Client().LineItem.UpdateOneID(line).SetActivationID(fresh).
			SetActivationKey(systems.ActivationKey(fresh)).SetUpdatedAt(clock.Later(row.UpdatedAt, done.Now())).
			Exec(ctx); err != nil {
			return fmt.Errorf("replace the activation id of %s: %w", line, err)
		}
		done.Result(line)
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "ActivationIdReplaced", Account: row.AccountID,
			Subject: line, Label: row.ActivationID, Fields: replacedID(row.ActivationID, fresh, id == nil && r.DryRun)})
		return nil
	})
}

// replacedID returns the field that a new activation id changes. A dry run does not tell an id that it made up: the
// real run makes another.
func replacedID(old, fresh string, unknown bool) []audit.Field {
	if unknown {
		return change.Was("activationId", old)
	}
	return change.Became("activationId", old, fresh)
}

// checkActivationID refuses an activation id that is no line of text, or that a right has or had.
func checkActivationID(ctx context.Context, tx store.Tx, id string) error {
	if !person.IsLine(id, longestActivationID) {
		if n := len([]rune(id)); n > longestActivationID {
			return fault.LongText("input.activationId", longestActivationID, n)
		}
		return fault.Bad("input.activationId", "The activation id must be one line, with single blanks between words, "+
			"without blanks at its ends and without characters that nobody sees.", "Type it again, or leave it out, "+
			"so that one is made.")
	}
	taken, err := TakenActivationIDs(ctx, tx, id)
	if err != nil {
		return err
	}
	if len(taken) > 0 {
		return ActivationIDIsTaken("input.activationId")
	}
	return nil
}

// ActivationIDIsTaken is the refusal of an activation id that a right has or had. field is the path of the input that
// names it.
func ActivationIDIsTaken(field string) *fault.Error {
	return fault.New(ActivationIDTaken, field, "Something else has this id already, or had it.",
		"Give another id, or leave it out, so that one is made.")
}

// LockActivationIDs lets changes that give or keep activation ids run one after another until they are committed, so
// that two of them do not take the same id.
func LockActivationIDs(ctx context.Context, tx store.Tx) error {
	if err := tx.AdvisoryLock(ctx, "activation ids"); err != nil {
		return fmt.Errorf("lock the activation ids: %w", err)
	}
	return nil
}

// TakenActivationIDs returns those of the activation ids, sorted, that something has or had: a line item in any letter
// case, and something else in one of the spellings of the id. It locks the activation ids.
func TakenActivationIDs(ctx context.Context, tx store.Tx, ids ...string) ([]string, error) {
	if err := LockActivationIDs(ctx, tx); err != nil {
		return nil, err
	}
	of, spellings, keys := map[string][]string{}, []string{}, []string{}
	for _, id := range ids {
		key := systems.ActivationKey(id)
		keys = append(keys, key)
		for _, spelling := range fold.Spellings(id) {
			of[spelling] = append(of[spelling], id)
			spellings = append(spellings, spelling)
		}
		if !slices.Contains(of[key], id) {
			of[key] = append(of[key], id)
		}
	}
	slices.Sort(spellings)
	spellings = slices.Compact(spellings)
	client := tx.Client()
	lines, err1 := client.LineItem.Query().Where(lineitem.ActivationKeyIn(keys...)).
		Select(lineitem.FieldActivationKey).Strings(ctx)
	kept, err2 := client.ExternalID.Query().Where(externalid.ValueKeyIn(keys...)).
		Select(externalid.FieldValueKey).Strings(ctx)
	names, err3 := client.ExternalID.Query().Where(externalid.ValueIn(spellings...)).
		Select(externalid.FieldValue).Strings(ctx)
	coverages, err4 := client.Coverage.Query().Where(coverage.ActivationIDIn(spellings...)).
		Select(coverage.FieldActivationID).Strings(ctx)
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		return nil, fmt.Errorf("look for the activation ids: %w", err)
	}
	var taken []string
	for _, found := range slices.Concat(lines, kept, names, coverages) {
		taken = append(taken, of[found]...)
	}
	slices.Sort(taken)
	return slices.Compact(taken), nil
}

// FirstActivationIDs returns the activation ids with which lines were issued, in the order of lines: the first of those
// that were replaced, or else the present one.
func FirstActivationIDs(ctx context.Context, tx store.Tx, lines []*ent.LineItem) ([]string, error) {
	keys, first := make([]int64, len(lines)), map[gid.ID]string{}
	for i, line := range lines {
		keys[i] = int64(line.ID)
	}
	kept, err := tx.Client().ExternalID.Query().Where(store.KeyIn(externalid.FieldEntityID, keys),
		externalid.Kind(kindActivation)).Order(ent.Desc(externalid.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for earlier activation ids: %w", err)
	}
	for _, row := range kept {
		first[row.EntityID] = row.Value
	}
	ids := make([]string, len(lines))
	for i, line := range lines {
		if ids[i] = line.ActivationID; first[line.ID] != "" {
			ids[i] = first[line.ID]
		}
	}
	return ids, nil
}

// keepActivationID makes an activation id one of the external ids of a line, unless it is one. The unique key of the
// external ids refuses an id that another change gives to another line at the same time.
func keepActivationID(ctx context.Context, tx store.Tx, done *change.Record, line *ent.LineItem, id string) error {
	known, err := tx.Client().ExternalID.Query().Where(externalid.EntityID(line.ID), externalid.Kind(kindActivation),
		externalid.Value(id)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for an earlier activation id: %w", err)
	}
	if known {
		return nil
	}
	own, err := tx.Client().System.Query().Where(system.Code(ownSystem)).OnlyID(ctx)
	if ent.IsNotFound(err) {
		own = gid.New(gid.System, 0)
		err = tx.Client().System.Create().SetID(own).SetCode(ownSystem).SetName("Muniment").
			SetKind(vocabulary.SystemKindEntitlement).Exec(ctx)
		done.Note(change.Note{Kind: vocabulary.EffectKindCreated, Event: "SystemCreated", Subject: own,
			Label: ownSystem, Fields: change.Is("code", ownSystem), Effects: []change.Effect{}})
	}
	if err != nil {
		return fmt.Errorf("find the system of Muniment's own activation ids: %w", err)
	}
	key := systems.ActivationKey(id)
	taken, err := tx.Client().ExternalID.Query().Where(externalid.ValueKey(key)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for a kept activation id: %w", err)
	}
	if taken { // the line has shared it with another one since before that was refused
		key = systems.KeyBesideValue(own, id)
	}
	if err := tx.Client().ExternalID.Create().SetSystemID(own).SetKind(kindActivation).SetValue(id).SetValueKey(key).
		SetEntityID(line.ID).SetAccountID(line.AccountID).Exec(ctx); err != nil {
		return fmt.Errorf("keep an activation id: %w", err)
	}
	return nil
}
