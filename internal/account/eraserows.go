package account

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/accessrequest"
	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/event"
	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/ent/finding"
	"github.com/muniment/muniment/ent/idempotencykey"
	"github.com/muniment/muniment/ent/identity"
	"github.com/muniment/muniment/ent/invitation"
	"github.com/muniment/muniment/ent/knownbrowser"
	"github.com/muniment/muniment/ent/licenseserver"
	"github.com/muniment/muniment/ent/link"
	"github.com/muniment/muniment/ent/outsiderequest"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/ent/searchword"
	"github.com/muniment/muniment/ent/session"
	"github.com/muniment/muniment/ent/widgettoken"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/person"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/vocabulary"
)

// endCredentials revokes or removes every credential of the person. API keys stay as rows, because audit entries name
// them by id.
func (e *erasure) endCredentials(ctx context.Context) error {
	c := e.tx.Client()
	var err error
	if e.ended, err = credentialsOf(ctx, e.tx, e.done.Now(), e.id); err != nil {
		return err
	}
	for _, k := range e.ended.keys {
		k.Name = k.ID.String() // the entry must not name the person
	}
	keys, err := c.APIKey.Query().Where(apikey.UserID(e.id)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the keys: %w", err)
	}
	for _, k := range keys {
		e.subjects = append(e.subjects, k.ID)
		update := c.APIKey.UpdateOneID(k.ID).SetName("").SetEmailKey("")
		if k.RevokedAt == nil {
			update.SetRevokedAt(e.done.Now())
		}
		if err := update.Exec(ctx); err != nil {
			return fmt.Errorf("revoke a key: %w", err)
		}
	}
	e.addCount("apiKeys", len(keys))
	ids := make([]gid.ID, 0, 1+len(e.records))
	for _, d := range e.records {
		ids = append(ids, d.ID)
	}
	for _, part := range []struct {
		what   string
		remove func() (int, error)
	}{
		{"sessions", func() (int, error) { return c.Session.Delete().Where(session.UserID(e.id)).Exec(ctx) }},
		{"identities", func() (int, error) { return c.Identity.Delete().Where(identity.UserID(e.id)).Exec(ctx) }},
		{"knownBrowsers", func() (int, error) {
			return c.KnownBrowser.Delete().Where(knownbrowser.UserID(e.id)).
				Exec(ctx)
		}},
		{"widgetTokens", func() (int, error) {
			return c.WidgetToken.Delete().Where(widgettoken.UserID(e.id)).
				Exec(ctx)
		}},
		{"links", func() (int, error) {
			return c.Link.Delete().Where(link.Or(link.SubjectIDIn(append(ids, e.id)...), link.EmailKeyIn(e.keys...))).
				Exec(ctx)
		}},
		{"searchWords", func() (int, error) {
			return c.SearchWord.Delete().Where(searchword.EntityID(e.id)).
				Exec(ctx)
		}},
	} {
		n, err := part.remove()
		if err != nil {
			return fmt.Errorf("remove %s: %w", part.what, err)
		}
		e.addCount(part.what, n)
	}
	return nil
}

// endInvitations revokes open invitations to the person and clears the fields of all of them. It also clears the
// greetings that the person wrote in invitations to others.
func (e *erasure) endInvitations(ctx context.Context) error {
	c := e.tx.Client()
	rows, err := c.Invitation.Query().Where(invitation.Or(invitation.EmailKeyIn(e.keys...),
		invitation.AcceptedByID(e.id))).
		Order(ent.Asc(invitation.FieldID)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the invitations: %w", err)
	}
	for _, row := range rows {
		e.subjects = append(e.subjects, row.ID)
		if err := EndLinks(ctx, e.tx, e.done.Now(), row.ID); err != nil {
			return err
		}
		update := c.Invitation.UpdateOneID(row.ID).SetEmail("").SetEmailKey("").SetGreeting("")
		if row.AcceptedAt == nil && row.RevokedAt == nil {
			update.SetRevokedAt(e.done.Now())
			e.notes = append(e.notes, change.Note{Kind: vocabulary.EffectKindChanged, Event: "InvitationRevoked",
				Account: row.AccountID, Subject: row.ID, Label: row.ID.String(),
				Fields: change.Is("revokedAt", e.done.Now().String())})
		}
		if err := update.Exec(ctx); err != nil {
			return fmt.Errorf("empty an invitation: %w", err)
		}
	}
	e.addCount("invitations", len(rows))
	n, err := c.Invitation.Update().Where(invitation.InvitedByID(e.id), invitation.GreetingNEQ("")).SetGreeting("").
		Save(ctx)
	if err != nil {
		return fmt.Errorf("empty the greetings: %w", err)
	}
	e.addCount("greetings", n)
	return nil
}

// endRequests declines open requests of the person. It clears the texts of all their requests, and the answers that
// they wrote. Their outside requests are deleted.
func (e *erasure) endRequests(ctx context.Context) error {
	c := e.tx.Client()
	rows, err := c.AccessRequest.Query().Where(accessrequest.UserID(e.id)).Order(ent.Asc(accessrequest.FieldID)).
		All(ctx)
	if err != nil {
		return fmt.Errorf("read the requests: %w", err)
	}
	for _, row := range rows {
		e.subjects = append(e.subjects, row.ID)
		update := c.AccessRequest.UpdateOneID(row.ID).SetNote("").SetAnswer("")
		if row.DecidedAt == nil {
			update.SetDecidedAt(e.done.Now())
		}
		if err := update.Exec(ctx); err != nil {
			return fmt.Errorf("empty a request: %w", err)
		}
	}
	e.addCount("accessRequests", len(rows))
	n, err := c.AccessRequest.Update().Where(accessrequest.DecidedByID(e.id), accessrequest.AnswerNEQ("")).
		SetAnswer("").Save(ctx)
	if err != nil {
		return fmt.Errorf("empty the answers: %w", err)
	}
	e.addCount("answers", n)
	if err := c.OutsideRequest.Update().Where(outsiderequest.HasAccessRequestWith(accessrequest.DecidedByID(e.id))).
		SetAnswer("").Exec(ctx); err != nil {
		return fmt.Errorf("empty the answers that others see: %w", err)
	}
	if _, err := c.OutsideRequest.Delete().Where(outsiderequest.UserID(e.id)).Exec(ctx); err != nil {
		return fmt.Errorf("delete the outside requests: %w", err)
	}
	return nil
}

// endRecords removes the person's directory records. It warns, because the customer's directory may provision them
// again.
func (e *erasure) endRecords(ctx context.Context) error {
	c := e.tx.Client()
	ids := make([]gid.ID, len(e.records))
	accounts := make([]gid.ID, len(e.records))
	for i, d := range e.records {
		ids[i], accounts[i] = d.ID, d.AccountID
	}
	if len(ids) == 0 {
		return nil
	}
	for _, d := range e.records {
		if err := e.s.LeaveGroups(ctx, e.tx, e.done.Now(), d); err != nil {
			return err
		}
		e.notes = append(e.notes, change.Note{Kind: vocabulary.EffectKindRemoved, Event: "DirectoryRecordRemoved",
			Account: d.AccountID, Subject: d.ID, Label: d.ID.String(),
			Fields: change.Was("active", strconv.FormatBool(d.Active))})
	}
	n, err := c.DirectoryRecord.Delete().Where(directoryrecord.IDIn(ids...)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("remove the records: %w", err)
	}
	e.addCount("directoryRecords", n)
	slices.Sort(accounts)
	for _, account := range slices.Compact(accounts) {
		e.done.Warn(string(MayBeProvisioned),
			"The directory of {account} knew the person and may provision them again. Ask its "+
				"administrators to remove them there.", fault.With("account", value.OfReference(account, "")))
	}
	return nil
}

// endExternalIDs removes the ids that other systems have for the person. The next import will not find the user by
// such an id.
func (e *erasure) endExternalIDs(ctx context.Context) error {
	ids := []gid.ID{e.id}
	for _, m := range e.members {
		ids = append(ids, m.ID)
	}
	n, err := e.tx.Client().ExternalID.Delete().
		Where(externalid.Or(externalid.EntityIDIn(ids...), externalid.RecordIDIn(ids...))).Exec(ctx)
	if err != nil {
		return fmt.Errorf("remove the external ids: %w", err)
	}
	e.addCount("externalIds", n)
	if n > 0 {
		e.done.Warn(string(MayBeImported),
			"Another system knows the person, and the next import from there brings them back as a new user. "+
				"Remove them there first.")
	}
	return nil
}

// freeTexts are columns of free text that may name a person. A value that does is cleared; an outside request by a
// reference that does is deleted. Names and descriptions of accounts, and what an import wrote about entitlements,
// belong to the account and stay.
var freeTexts = []struct{ table, column string }{
	{"devices", "user_label"}, {"devices", "name"}, {"devices", "machine"}, {"license_servers", "name"},
	{"license_servers", "machine"},
	{"activations", "label"}, {"entitlements", "ship_to_email"}, {"entitlements", "description"},
	{"decisions", "reason"},
	{"access_requests", "note"}, {"access_requests", "answer"},
	{"outside_requests", "reference"}, {"outside_requests", "answer"}, {"invitations", "greeting"},
	{"api_keys", "name"},
}

// scrubTexts clears free texts that name the person.
func (e *erasure) scrubTexts(ctx context.Context) error {
	sum := 0
	for _, t := range freeTexts {
		n, err := e.scrubColumn(ctx, t.table, t.column, e.called, nil)
		sum += n
		for account, called := range e.namesByAccount {
			if err != nil {
				break
			}
			n, err = e.scrubColumn(ctx, t.table, t.column, called, &account)
			sum += n
		}
		if err != nil {
			return fmt.Errorf("empty %s of %s: %w", t.column, t.table, err)
		}
	}
	e.addCount("texts", sum)
	return nil
}

// scrubColumn clears values of a column that name the person, in the rows of one account, or of all accounts if
// account is nil. It returns how many it cleared.
func (e *erasure) scrubColumn(ctx context.Context, table, column string, called *person.Called, account *gid.ID) (
	int, error) {
	if len(called.Words()) == 0 {
		return 0, nil
	}
	q := sql.Dialect(string(e.tx.Engine())).Select("id", column).From(sql.Table(table))
	q.Where(called.May(false, column)(q))
	if account != nil {
		q.Where(e.ofAccount(table, *account))
	}
	values, err := pairs(ctx, e.tx, q)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, v := range values {
		if !called.Names(v.text) {
			continue
		}
		empty := e.emptyText
		if table == outsiderequest.Table && column == outsiderequest.FieldReference {
			empty = e.removeRow // what the request asked for is not known any more, and two of a user cannot be ''
		}
		if err := empty(ctx, table, column, v.id); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// ofAccount is the condition that a row belongs to an account. An outside request has its account only once it is
// granted, so it also belongs to that of the request that was made of it.
func (e *erasure) ofAccount(table string, account gid.ID) *sql.Predicate {
	owner := sql.EQ("account_id", int64(account))
	if table != outsiderequest.Table {
		return owner
	}
	made := sql.Dialect(string(e.tx.Engine())).Select(accessrequest.FieldID).From(sql.Table(accessrequest.Table)).
		Where(sql.EQ(accessrequest.FieldAccountID, int64(account)))
	return sql.Or(owner, sql.In(outsiderequest.FieldAccessRequestID, made))
}

// removeRow deletes a row of which nothing is left without the text in a column.
func (e *erasure) removeRow(ctx context.Context, table, _ string, id int64) error {
	_, err := e.tx.Exec(ctx, "DELETE FROM "+table+" WHERE id = ?", id)
	return err
}

// emptyText clears a column of a row. It also sets updated_at, so that mirrors see the change, and the search words of
// a device or a license server.
func (e *erasure) emptyText(ctx context.Context, table, column string, id int64) error {
	set, args := column+" = ''", []any{id}
	if page.TableNamed(table).Has(store.UpdatedColumn) {
		now := int64(e.done.Now())
		set, args = set+", "+store.SetUpdated, []any{now, now, id}
	}
	if _, err := e.tx.Exec(ctx, "UPDATE "+table+" SET "+set+" WHERE id = ?", args...); err != nil {
		return err
	}
	switch table {
	case device.Table:
		return e.renewWordsOfDevice(ctx, gid.ID(id))
	case licenseserver.Table:
		return e.renewWordsOfServer(ctx, gid.ID(id))
	}
	return nil
}

func (e *erasure) renewWordsOfDevice(ctx context.Context, id gid.ID) error {
	row, err := e.tx.Client().Device.Get(ctx, id)
	if err != nil {
		return fmt.Errorf("read the device: %w", err)
	}
	return e.tx.Client().Device.UpdateOneID(row.ID).SetWords(search.OfDevice(row.Name, row.Machine, row.UserLabel,
		row.Fingerprint)).
		SetUpdatedAt(clock.Later(row.UpdatedAt, e.done.Now())).Exec(ctx)
}

func (e *erasure) renewWordsOfServer(ctx context.Context, id gid.ID) error {
	row, err := e.tx.Client().LicenseServer.Get(ctx, id)
	if err != nil {
		return fmt.Errorf("read the license server: %w", err)
	}
	return e.tx.Client().LicenseServer.UpdateOneID(row.ID).
		SetWords(search.OfLicenseServer(row.Name, row.Machine, row.Fingerprint)).
		SetUpdatedAt(clock.Later(row.UpdatedAt, e.done.Now())).Exec(ctx)
}

type pair struct {
	id   int64
	text string
}

func pairs(ctx context.Context, tx store.Tx, q *sql.Selector) ([]pair, error) {
	statement, args := q.Query()
	rows, err := tx.SQL().QueryContext(ctx, statement, args...)
	if err != nil {
		return nil, store.Translate(err)
	}
	defer rows.Close()
	var list []pair
	for rows.Next() {
		var p pair
		if err := rows.Scan(&p.id, &p.text); err != nil {
			return nil, store.Translate(err)
		}
		list = append(list, p)
	}
	return list, store.Translate(rows.Err())
}

// scrubEvents clears texts that name the person in the events that match where, and returns how many it changed.
func (e *erasure) scrubEvents(ctx context.Context, called *person.Called, where ...predicate.Event) (int, error) {
	c, n := e.tx.Client(), 0
	may := func(q *sql.Selector) { q.Where(called.May(true, event.FieldOld, event.FieldNew)(q)) }
	events, err := c.Event.Query().Where(append(where, may)...).All(ctx)
	if err != nil {
		return 0, fmt.Errorf("read the events: %w", err)
	}
	for _, row := range events {
		before, was := called.Scrub(row.Old)
		after, is := called.Scrub(row.New)
		if !was && !is {
			continue
		}
		if err := c.Event.UpdateOneID(row.ID).SetOld(before).SetNew(after).Exec(ctx); err != nil {
			return n, fmt.Errorf("empty an event: %w", err)
		}
		n++
	}
	return n, nil
}

// scrubJSON clears the values of events about the person, and texts that name the person in other events and in stored
// answers to changes. It removes the stored answers to the person's own changes.
func (e *erasure) scrubJSON(ctx context.Context) error {
	c := e.tx.Client()
	n, err := c.Event.Update().Where(event.SubjectIDIn(e.subjects...)).SetOld("{}").SetNew("{}").Save(ctx)
	if err != nil {
		return fmt.Errorf("empty events: %w", err)
	}
	sum, err := e.scrubEvents(ctx, e.called)
	if err != nil {
		return err
	}
	n += sum
	for account, called := range e.namesByAccount {
		sum, err := e.scrubEvents(ctx, called, event.AccountID(account))
		if err != nil {
			return err
		}
		n += sum
	}
	e.addCount("events", n)
	n, err = c.IdempotencyKey.Delete().Where(idempotencykey.Actor(e.id.String())).Exec(ctx)
	if err != nil {
		return fmt.Errorf("forget answers: %w", err)
	}
	answers, err := c.IdempotencyKey.Query().Where(func(q *sql.Selector) {
		q.Where(sql.Or(e.called.May(true, idempotencykey.FieldOutcome)(q),
			e.called.May(false, idempotencykey.FieldKey)(q)))
	}).All(ctx)
	if err != nil {
		return fmt.Errorf("read answers: %w", err)
	}
	for _, row := range answers {
		outcome, found := e.called.Scrub(row.Outcome)
		switch {
		case e.called.Names(row.Key): // the key itself contains a name, so the whole row goes
			err = c.IdempotencyKey.DeleteOneID(row.ID).Exec(ctx)
		case found:
			err = c.IdempotencyKey.UpdateOneID(row.ID).SetOutcome(outcome).Exec(ctx)
		default:
			continue
		}
		if err != nil {
			return fmt.Errorf("empty an answer: %w", err)
		}
		n++
	}
	e.addCount("answersToChanges", n)
	return nil
}

// removeFindings removes the findings of imports that name the person. The counts of the runs stay.
func (e *erasure) removeFindings(ctx context.Context) error {
	rows, err := e.tx.Client().Finding.Query().Where(func(q *sql.Selector) {
		q.Where(sql.Or(e.called.May(false, finding.FieldMessage, finding.FieldLegacyID)(q),
			e.called.May(true, finding.FieldRelatedIds)(q)))
	}).Select(finding.FieldID, finding.FieldMessage, finding.FieldLegacyID, finding.FieldRelatedIds).All(ctx)
	if err != nil {
		return fmt.Errorf("read the findings of imports: %w", err)
	}
	var ids []int64
	for _, row := range rows {
		_, related := e.called.Scrub(row.RelatedIds)
		if related || e.called.QuotedIn(row.Message) || e.called.Names(row.LegacyID) ||
			e.called.QuotedIn(row.LegacyID) {
			ids = append(ids, row.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	if _, err := e.tx.Client().Finding.Delete().Where(store.KeyIn(finding.FieldID, ids)).Exec(ctx); err != nil {
		return fmt.Errorf("remove findings of imports: %w", err)
	}
	e.addCount("findings", len(ids))
	return nil
}
