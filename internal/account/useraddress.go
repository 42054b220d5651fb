package account

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/knownbrowser"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/ent/widgettoken"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// ChangeUserEmail changes the e-mail address of a user; "" removes it. Only operators who are people may do it, and
// not for themselves, because a link to the address signs in as the user. The outcome names the user. It returns
// NOT_FOUND, BAD_INPUT, OWN_ROLE, or an error of change.Pipeline.Do.
func (s *Service) ChangeUserEmail(ctx context.Context, r change.Request, id gid.ID, address string) (
	change.Outcome, error) {
	return s.changePerson(ctx, r, id, func(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User) error {
		address := email.Normal(address)
		if address != "" && !email.Valid(address) {
			return badInput("input.email", "This is not a valid e-mail address.",
				"Give a bare address, such as somebody@example.com.")
		}
		if err := s.ChangeAddress(ctx, tx, done, u, address); err != nil {
			return err
		}
		return WarnOfSharedAddress(ctx, tx, done, u.ID, address)
	})
}

// WarnOfSharedAddress adds a warning if other active users have the address of a user: whoever reads the mail can sign
// in as each of them, and identity providers cannot tell them apart. It is only for viewers who may know all users.
func WarnOfSharedAddress(ctx context.Context, tx store.Tx, done *change.Record, id gid.ID, address string) error {
	if address == "" {
		return nil
	}
	others, err := tx.Client().User.Query().
		Where(user.EmailKey(email.Key(address)), user.Active(true), user.IDNEQ(id)).
		Order(ent.Asc(user.FieldUserName)).All(ctx)
	if err != nil {
		return fmt.Errorf("look for others with the address: %w", err)
	}
	if len(others) > 0 {
		done.Warn("ADDRESS_SHARED", "The user {name} has the same e-mail address. Links to sign in go to the same "+
			"mailbox, and identity providers cannot tell the users apart.", fault.WithText("name", others[0].UserName))
	}
	return nil
}

// lockUser reads a user and locks the row until the transaction ends. It returns NOT_FOUND for an erased user.
func lockUser(ctx context.Context, tx store.Tx, id gid.ID) (*ent.User, error) {
	u, err := tx.Client().User.Query().Where(user.ID(id), user.ErasedAtIsNil(), store.Locked).Only(ctx)
	if err != nil {
		return nil, orNotFound(err, "input.user", "User", id)
	}
	return u, nil
}

// ChangeAddress changes the address of a user whose row is locked; "" removes it. Every change of an address goes
// through it, except the import, which calls LeaveAddresses itself. Credentials that depend on the old address end,
// and both addresses get a mail. Identities of providers stay.
func (s *Service) ChangeAddress(ctx context.Context, tx store.Tx, done *change.Record, u *ent.User,
	address string) error {
	before := orEmpty(u.Email)
	if before == address {
		return nil
	}
	moved, err := LeaveAddresses(ctx, tx, done.Now(), map[gid.ID]string{u.ID: address})
	if err != nil {
		return err
	}
	update := tx.Client().User.UpdateOneID(u.ID).SetUpdatedAt(clock.Later(u.UpdatedAt, done.Now()))
	if address == "" {
		update.ClearEmail().ClearEmailKey()
	} else {
		update.SetEmail(address).SetEmailKey(email.Key(address))
	}
	after, err := update.Save(ctx)
	if err != nil {
		return fmt.Errorf("change the address: %w", err)
	}
	if err := search.KeepUser(ctx, tx, after); err != nil {
		return err
	}
	done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "UserEmailChanged", Subject: u.ID,
		Label:  u.UserName,
		Fields: change.Became("email", before, address)})
	for _, m := range moved {
		m.ended.noteEnd(done, 0, u.ID, u.UserName)
	}
	revoked, err := moved.RevokeInvitations(ctx, tx, done.Now())
	if err != nil {
		return err
	}
	for _, i := range revoked {
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "InvitationRevoked", Account: i.AccountID,
			Subject: i.ID,
			Label:   i.Email, Fields: change.Is("revokedAt", done.Now().String())})
	}
	return moved.Tell(ctx, tx, s.outbox)
}

// MovedAddresses are users whose addresses change.
type MovedAddresses []movedAddress

type movedAddress struct {
	user     *ent.User
	old, key string // the old address and its form for comparison; "" if there was none
	address  string // the new one; "" for none
	ended    credentials
}

// LeaveAddresses ends what depends on the old addresses of users, before their rows change: sessions, keys, unused
// links, widget tokens and known browsers. Afterwards their addresses count as not proven. addresses holds the new
// ones. An address that differs only in letter case is no change. The users are locked in the order of their ids, so
// that nobody can prove an old address meanwhile. It takes a few statements for each batch of users.
func LeaveAddresses(ctx context.Context, tx store.Tx, now clock.Instant, addresses map[gid.ID]string) (
	MovedAddresses, error) {
	ctx = store.Unscoped(ctx) // credentials belong to their users
	var moved MovedAddresses
	for part := range slices.Chunk(slices.Sorted(maps.Keys(addresses)), batchSize) {
		some, err := leave(ctx, tx, now, part, addresses)
		if err != nil {
			return nil, err
		}
		moved = append(moved, some...)
	}
	return moved, nil
}

// leave is LeaveAddresses for one batch of users.
func leave(ctx context.Context, tx store.Tx, now clock.Instant, ids []gid.ID,
	addresses map[gid.ID]string) (MovedAddresses, error) {
	people, err := tx.Client().User.Query().Where(user.IDIn(ids...), store.Locked).Order(ent.Asc(user.FieldID)).
		All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the users whose addresses change: %w", err)
	}
	var moved MovedAddresses
	rests, left := map[gid.ID]string{}, []gid.ID{}
	for _, u := range people {
		m := movedAddress{user: u, old: orEmpty(u.Email), key: orEmpty(u.EmailKey), address: addresses[u.ID]}
		if m.address != "" && m.old != "" && email.Same(m.address, m.old) || m.address == "" && m.key == "" {
			continue
		}
		moved, left = append(moved, m), append(left, u.ID)
		rests[u.ID] = m.key
	}
	if len(left) == 0 {
		return nil, nil
	}
	ended, err := endResting(ctx, tx, now, left, rests)
	for i := range moved {
		moved[i].ended = ended[moved[i].user.ID]
	}
	return moved, err
}

// endResting ends the credentials of users that depend on their old address, key[user]. It returns the ended sessions
// and keys by user. Rows from older versions do not name an address; then a link, and a session by a link, is taken to
// depend on it.
func endResting(ctx context.Context, tx store.Tx, now clock.Instant, users []gid.ID, key map[gid.ID]string) (
	map[gid.ID]credentials, error) {
	c, worked := tx.Client(), map[gid.ID]credentials{}
	sessions, err := c.Session.Query().Where(session.UserIDIn(users...)).
		Select(session.FieldID, session.FieldUserID, session.FieldEmailKey, session.FieldMethod,
			session.FieldCreatedAt, session.FieldExpiresAt).Order(ent.Asc(session.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the sessions: %w", err)
	}
	var ended []gid.ID
	for _, row := range sessions {
		if row.EmailKey == "" && row.Method == vocabulary.SignInMethodLink || row.EmailKey != "" &&
			row.EmailKey == key[row.UserID] {
			ended = append(ended, row.ID)
			if row.ExpiresAt > now {
				w := worked[row.UserID]
				w.sessions = append(w.sessions, row)
				worked[row.UserID] = w
			}
		}
	}
	if _, err := c.Session.Delete().Where(session.IDIn(ended...)).Exec(ctx); err != nil {
		return nil, fmt.Errorf("end the sessions: %w", err)
	}
	keys, err := c.APIKey.Query().Where(apikey.UserIDIn(users...), apikey.RevokedAtIsNil(), apikey.EmailKeyNEQ("")).
		Select(apikey.FieldID, apikey.FieldUserID, apikey.FieldEmailKey, apikey.FieldName).
		Order(ent.Asc(apikey.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the keys: %w", err)
	}
	ended = nil
	for _, row := range keys {
		if row.EmailKey == key[*row.UserID] {
			ended = append(ended, row.ID)
			w := worked[*row.UserID]
			w.keys = append(w.keys, row)
			worked[*row.UserID] = w
		}
	}
	if err := c.APIKey.Update().Where(apikey.IDIn(ended...)).SetRevokedAt(now).Exec(ctx); err != nil {
		return nil, fmt.Errorf("revoke the keys: %w", err)
	}
	links, err := c.Link.Query().Where(link.SubjectIDIn(users...), link.UsedAtIsNil()).
		Select(link.FieldID, link.FieldSubjectID, link.FieldEmailKey).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the links: %w", err)
	}
	var used []int64
	for _, row := range links {
		if row.EmailKey == "" || row.EmailKey == key[row.SubjectID] {
			used = append(used, row.ID)
		}
	}
	if err := c.Link.Update().Where(link.IDIn(used...)).SetUsedAt(now).Exec(ctx); err != nil {
		return nil, fmt.Errorf("end the links: %w", err)
	}
	if _, err := c.KnownBrowser.Delete().Where(knownbrowser.UserIDIn(users...)).Exec(ctx); err != nil {
		return nil, fmt.Errorf("forget the known browsers: %w", err)
	}
	// The site that requested a widget token may identify the user by the address alone.
	if _, err := c.WidgetToken.Delete().Where(widgettoken.UserIDIn(users...)).Exec(ctx); err != nil {
		return nil, fmt.Errorf("end the widget tokens: %w", err)
	}
	if err := c.User.Update().Where(user.IDIn(users...), user.EmailProvenAtNotNil()).ClearEmailProvenAt().
		Exec(ctx); err != nil {
		return nil, fmt.Errorf("forget the proofs of the addresses: %w", err)
	}
	return worked, nil
}

// RevokeInvitations revokes the open invitations to old addresses that no other user has, and returns them. It is
// called after the users have their new addresses.
func (m MovedAddresses) RevokeInvitations(ctx context.Context, tx store.Tx, now clock.Instant) (
	[]*ent.Invitation, error) {
	ctx = store.Unscoped(ctx) // invitations of all accounts
	keys := map[string]bool{}
	var list []string
	for _, moved := range m {
		if moved.key != "" && !keys[moved.key] {
			keys[moved.key] = true
			list = append(list, moved.key)
		}
	}
	var revoked []*ent.Invitation
	for part := range slices.Chunk(list, batchSize) {
		some, err := revokeTo(ctx, tx, now, part)
		if err != nil {
			return nil, err
		}
		revoked = append(revoked, some...)
	}
	return revoked, nil
}

// revokeTo is RevokeInvitations for one batch of addresses.
func revokeTo(ctx context.Context, tx store.Tx, now clock.Instant, list []string) ([]*ent.Invitation, error) {
	var kept []string
	err := tx.Client().User.Query().Where(user.EmailKeyIn(list...)).Select(user.FieldEmailKey).Scan(ctx, &kept)
	if err != nil {
		return nil, fmt.Errorf("look for others with the addresses: %w", err)
	}
	open, err := tx.Client().Invitation.Query().Where(invitation.EmailKeyIn(list...), invitation.AcceptedAtIsNil(),
		invitation.RevokedAtIsNil(), store.Locked).
		Order(ent.Asc(invitation.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the invitations: %w", err)
	}
	var revoked []*ent.Invitation
	var ids []gid.ID
	for _, i := range open {
		if !slices.Contains(kept, i.EmailKey) {
			revoked, ids = append(revoked, i), append(ids, i.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	if err := tx.Client().Invitation.Update().Where(invitation.IDIn(ids...)).SetRevokedAt(now).Exec(ctx); err != nil {
		return nil, fmt.Errorf("take the invitations back: %w", err)
	}
	if err := tx.Client().Link.Update().Where(link.SubjectIDIn(ids...), link.UsedAtIsNil()).SetUsedAt(now).
		Exec(ctx); err != nil {
		return nil, fmt.Errorf("end the links of the invitations: %w", err)
	}
	return revoked, nil
}

// Tell sends a mail to the old and the new address of each active user, if they are valid. It does nothing if outbox
// is nil.
func (m MovedAddresses) Tell(ctx context.Context, tx store.Tx, outbox Outbox) error {
	if outbox == nil {
		return nil
	}
	for _, moved := range m {
		for _, to := range []string{moved.old, moved.address} {
			if to == "" || !email.Valid(to) || !moved.user.Active {
				continue
			}
			message := mail.AddressChanged{Wording: mail.Wording{Language: languageOf(moved.user)}, To: to,
				UserName: moved.user.UserName, Old: moved.old, New: moved.address}
			if err := outbox.Enqueue(ctx, tx, message); err != nil {
				return err
			}
		}
	}
	return nil
}
