package account

import (
	"context"
	"fmt"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Holding is something that a user has when their membership ends, and what happens to it.
type Holding struct {
	Kind  vocabulary.HoldingKind
	ID    gid.ID
	Label string
	Fate  vocabulary.HoldingFate
	// SignedInAt is when a session began; nil for other kinds.
	SignedInAt *clock.Instant
}

// sessionHeld returns the holding of a session.
func sessionHeld(id gid.ID, began clock.Instant, fate vocabulary.HoldingFate) Holding {
	return Holding{Kind: vocabulary.HoldingKindSession, ID: id, Fate: fate, SignedInAt: &began,
		Label: "signed in on " + value.OfMoment(began).String()}
}

// holdingField is the prefix of the audit fields that hold a Holding.
const holdingField = "holding."

// field returns the audit field of a holding: holding.DEVICE.dev_…, with its label before and its fate after. A
// session has no label but when it began.
func (h Holding) field() audit.Field {
	label, fate := h.Label, string(h.Fate)
	if h.SignedInAt != nil {
		label = h.SignedInAt.String()
	}
	return audit.Field{Field: holdingField + string(h.Kind) + "." + h.ID.String(), Before: &label, After: &fate}
}

// holdingsOf reads the holdings back from an outcome of removeMember, which may be a stored one.
func holdingsOf(outcome change.Outcome) []Holding {
	var list []Holding
	for _, e := range outcome.Effects {
		name, is := strings.CutPrefix(e.Field, holdingField)
		if !is || e.Before == nil || e.After == nil {
			continue
		}
		kind, text, _ := strings.Cut(name, ".")
		id, err := gid.Parse(text)
		if err != nil {
			continue
		}
		h := Holding{Kind: vocabulary.HoldingKind(kind), ID: id, Label: *e.Before,
			Fate: vocabulary.HoldingFate(*e.After)}
		if h.Kind == vocabulary.HoldingKindSession {
			if began, is := value.Read(value.Type{Kind: value.Moment}, h.Label).Moment(); is {
				h = sessionHeld(id, began, h.Fate)
			}
		}
		list = append(list, h)
	}
	return list
}

// openAccess is what gives a user access besides the membership that ends.
type openAccess struct {
	// last is true if the user has no other membership in force, so that sessions and keys end with this one. It is
	// false for the producer's people: a customer cannot sign them out.
	last bool
	credentials
}

func (s *Service) openAccess(ctx context.Context, tx store.Tx, now clock.Instant, m *ent.Membership) (
	openAccess, error) {
	ctx = store.Unscoped(ctx) // an administrator of one account sees neither other memberships nor sessions
	var o openAccess
	stays, err := tx.Client().Membership.Query().Where(membership.UserID(m.UserID), membership.IDNEQ(m.ID),
		InForceOn(s.today())).Exist(ctx)
	if err != nil {
		return o, fmt.Errorf("read the other memberships: %w", err)
	}
	o.last = !stays && m.Edges.User.ProducerRole == nil
	o.credentials, err = credentialsOf(ctx, tx, now, m.UserID)
	return o, err
}

// holdings lists sessions and keys. If the user keeps them for other accounts, only the producer's people see them.
func (o openAccess) holdings(ctx context.Context) []Holding {
	fate := vocabulary.HoldingFateEnded
	if !o.last {
		fate = vocabulary.HoldingFateKept
		if !viewer.From(ctx).SeesEverything() {
			return nil
		}
	}
	var list []Holding
	for _, row := range o.sessions {
		list = append(list, sessionHeld(row.ID, row.CreatedAt, fate))
	}
	for _, row := range o.keys {
		list = append(list, Holding{Kind: vocabulary.HoldingKindAPIKey, ID: row.ID, Label: row.Name, Fate: fate})
	}
	return list
}

// endAccess ends sessions and keys of the user of a membership that no longer grants anything, if no other membership
// of the user is in force. The producer's people keep theirs.
func (s *Service) endAccess(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership) error {
	open, err := s.openAccess(ctx, tx, done.Now(), m)
	if err != nil {
		return err
	}
	return s.end(ctx, tx, done, m, open)
}

// end ends sessions and keys unless another membership keeps them.
func (s *Service) end(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership, o openAccess) error {
	if !o.last {
		return nil
	}
	if err := EndSessions(ctx, tx, m.UserID); err != nil {
		return err
	}
	if err := EndKeys(ctx, tx, done.Now(), m.UserID); err != nil {
		return err
	}
	o.noteEnd(done, m.AccountID, m.UserID, m.Edges.User.UserName)
	return nil
}

// devices returns the devices of the account that carry the name, or the e-mail address, of the user of a membership.
func devices(ctx context.Context, tx store.Tx, m *ent.Membership) ([]*ent.Device, error) {
	names := []string{m.Edges.User.UserName}
	if m.Edges.User.Email != nil {
		names = append(names, *m.Edges.User.Email)
	}
	rows, err := tx.Client().Device.Query().Where(device.AccountID(m.AccountID), device.UserLabelIn(names...)).
		// its administrators decide, also those without LICENSING
		Order(ent.Asc(device.FieldID)).All(store.Unscoped(ctx))
	if err != nil {
		return nil, fmt.Errorf("read the devices: %w", err)
	}
	return rows, nil
}

// reassign labels devices with the name of another user.
func reassign(ctx context.Context, tx store.Tx, done *change.Record, rows []*ent.Device, to *ent.User) error {
	for _, row := range rows {
		err := tx.Client().Device.UpdateOneID(row.ID).SetUserLabel(to.UserName).
			SetWords(search.OfDevice(row.Name, row.Machine, to.UserName, row.Fingerprint)).
			SetUpdatedAt(clock.Later(row.UpdatedAt, done.Now())).Exec(store.Unscoped(ctx)) // as above
		if err != nil {
			return fmt.Errorf("reassign a device: %w", err)
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "DeviceChanged", Account: row.AccountID,
			Subject: row.ID,
			Label:   LabelOfDevice(row), Fields: change.Became("userLabel", row.UserLabel, to.UserName)})
	}
	return nil
}

// LabelOfDevice is how people call a device: its name, or its fingerprint if it has none.
func LabelOfDevice(row *ent.Device) string {
	if row.Name != "" {
		return row.Name
	}
	return row.Fingerprint
}

// invitationsOf returns the open invitations to the account that the user of a membership made.
func invitationsOf(ctx context.Context, tx store.Tx, now clock.Instant, m *ent.Membership) ([]*ent.Invitation, error) {
	rows, err := tx.Client().Invitation.Query().Where(invitation.AccountID(m.AccountID),
		invitation.InvitedByID(m.UserID),
		invitation.AcceptedAtIsNil(), invitation.RevokedAtIsNil(), invitation.ExpiresAtGT(now)).
		Order(ent.Asc(invitation.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the invitations: %w", err)
	}
	return rows, nil
}
