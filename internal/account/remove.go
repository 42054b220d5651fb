package account

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// RemoveMember removes a membership and returns what the member had. Devices labeled with the member's name are
// labeled with the user of the membership reassignTo; with 0 they keep their label. Sessions and keys end if the user
// has no other membership in force. It returns IN_DIRECTORY if an active record of the account's directory names the
// member; an inactive record is unlinked. The outcome names the user. Other errors are NOT_FOUND, BAD_INPUT,
// LAST_ADMINISTRATOR, and those of change.Pipeline.Do.
func (s *Service) RemoveMember(ctx context.Context, r change.Request, id, reassignTo gid.ID) (change.Outcome,
	[]Holding, error) {
	if err := s.requireAuth(ctx, r); err != nil {
		return change.Outcome{}, nil, err
	}
	r.Needs.Missing = fault.Missing("input.membership", "Membership", id)
	m, err := s.db().Client().Membership.Query().Where(membership.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		outcome, err := s.removedBefore(ctx, r, id)
		return outcome, holdingsOf(outcome), err
	}
	if err != nil {
		return change.Outcome{}, nil, orNotFound(err, "input.membership", "Membership", id)
	}
	outcome, err := s.manage(ctx, r, m.AccountID, func(ctx context.Context, tx store.Tx, done *change.Record) error {
		m, err := tx.Client().Membership.Query().Where(membership.ID(id), store.Locked).WithUser().Only(ctx)
		if err != nil {
			return orNotFound(err, "input.membership", "Membership", id)
		}
		by, err := MayHandOut(ctx, m.AccountID)
		if err != nil {
			return err
		}
		recipient, err := s.recipient(ctx, tx, m, reassignTo)
		if err != nil {
			return err
		}
		done.Result(m.UserID)
		return s.keepAdministrator(ctx, tx, done, m.AccountID, by, func() error {
			if err := leaveDirectory(ctx, tx, done, m); err != nil {
				return err
			}
			return s.remove(ctx, tx, done, m, recipient)
		})
	})
	return outcome, holdingsOf(outcome), err
}

// removedBefore handles a membership that no longer exists. A repetition of the request that removed it gets the
// stored answer if the viewer still administers the account; otherwise the result is NOT_FOUND. The account comes from
// the audit log.
func (s *Service) removedBefore(ctx context.Context, r change.Request, id gid.ID) (change.Outcome, error) {
	missing := r.Needs.Missing
	if r.Key == nil {
		return change.Outcome{}, missing
	}
	entry, err := s.db().Client().AuditEntry.Query().Where(auditentry.SubjectID(id), auditentry.Action(r.Action),
		auditentry.AccountIDNotNil()).
		Order(ent.Desc(auditentry.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return change.Outcome{}, missing
	}
	if err != nil {
		return change.Outcome{}, fmt.Errorf("look for who was removed: %w", err)
	}
	return s.manage(ctx, r, *entry.AccountID, func(context.Context, store.Tx, *change.Record) error { return missing })
}

// recipient returns the user to whom devices are reassigned, or nil if id is 0.
func (s *Service) recipient(ctx context.Context, tx store.Tx, m *ent.Membership, id gid.ID) (*ent.User, error) {
	if id == 0 {
		return nil, nil
	}
	recipient, err := tx.Client().Membership.Query().Where(membership.ID(id), membership.AccountID(m.AccountID)).
		WithUser().Only(ctx)
	if err != nil {
		return nil, orNotFound(err, "input.reassignTo", "Membership", id)
	}
	if recipient.ID == m.ID || !s.inForce(recipient) || !recipient.Edges.User.Active {
		return nil, badInput("input.reassignTo",
			"reassignTo must be the membership in force of another member of the same account.",
			"Give the id of such a membership, or leave reassignTo out.")
	}
	return recipient.Edges.User, nil
}

func (s *Service) remove(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership,
	recipient *ent.User) error {
	held, err := devices(ctx, tx, m)
	if err != nil {
		return err
	}
	asked, err := invitationsOf(ctx, tx, done.Now(), m)
	if err != nil {
		return err
	}
	open, err := s.openAccess(ctx, tx, done.Now(), m)
	if err != nil {
		return err
	}
	if err := tx.Client().Membership.DeleteOneID(m.ID).Exec(ctx); err != nil {
		return fmt.Errorf("remove the membership: %w", err)
	}
	fields := grantOf(m).gone()
	fate := vocabulary.HoldingFateKept
	if recipient != nil {
		fate = vocabulary.HoldingFateReassigned
	}
	var holdings []Holding
	for _, row := range held {
		holdings = append(holdings, Holding{Kind: vocabulary.HoldingKindDevice, ID: row.ID, Label: LabelOfDevice(row),
			Fate: fate})
	}
	for _, row := range asked {
		holdings = append(holdings, Holding{Kind: vocabulary.HoldingKindInvitation, ID: row.ID, Label: row.Email,
			Fate: vocabulary.HoldingFateKept})
	}
	for _, h := range slices.Concat(holdings, open.holdings(ctx)) {
		fields = append(fields, h.field())
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindRemoved, Event: "MembershipRemoved", Account: m.AccountID,
		Subject: m.ID,
		Label:   m.Edges.User.UserName, Fields: fields})
	if recipient != nil {
		if err := reassign(ctx, tx, done, held, recipient); err != nil {
			return err
		}
	}
	if err := s.end(ctx, tx, done, m, open); err != nil {
		return err
	}
	if err := warnOfDomain(ctx, tx, done, m); err != nil {
		return err
	}
	name, err := accountName(ctx, tx, m.AccountID)
	if err != nil {
		return err
	}
	return send(ctx, tx, s.outbox, m.Edges.User, func(to string, in mail.Wording) mail.Message {
		return mail.MembershipEnded{Wording: in, To: to, Account: name, LastDay: s.today()}
	})
}

// MayJoinAgain is the code of the warning that a removed member can join again by the domain of their address.
const MayJoinAgain fault.Code = "MAY_JOIN_AGAIN"

func warnOfDomain(ctx context.Context, tx store.Tx, done *change.Record, m *ent.Membership) error {
	domain := email.Domain(orEmpty(m.Edges.User.Email))
	if domain == "" {
		return nil
	}
	row, err := joiningBy(ctx, tx.Client(), m.AccountID, domain)
	if err != nil {
		return err
	}
	if row != nil {
		done.Warn(string(MayJoinAgain),
			"The account allows people with addresses of {domain} to join, so the person can join again. To keep a "+
				"member out, use suspendMember.",
			fault.WithText("domain", domain))
	}
	return nil
}
