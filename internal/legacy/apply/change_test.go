package apply

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/ent/lineitem"
	"github.com/muniment/muniment/ent/membership"
	"github.com/muniment/muniment/ent/user"
	members "github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/apply/bundletest"
	"github.com/muniment/muniment/internal/legacy/csvbundle"
	"github.com/muniment/muniment/internal/legacy/plan"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

func importInto(t testing.TB, b *bundletest.Bundle, db *store.Store, with ...func(*Options)) Report {
	t.Helper()
	options := optionsFor(t, csvbundle.New(b.FS()))
	for _, f := range with {
		f(&options)
	}
	return mustRun(t, db, options)
}

func do(t testing.TB, db *store.Store, statement string, args ...any) {
	t.Helper()
	err := db.Write(asOperator(), func(ctx context.Context, tx store.Tx) error {
		result, err := tx.Exec(ctx, statement, args...)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return fmt.Errorf("%s touched %d rows: %w", statement, n, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func entity(t testing.TB, db *store.Store, kind, value string) gid.ID {
	t.Helper()
	e, err := db.Client().ExternalID.Query().Where(externalid.Kind(kind), externalid.Value(value)).Only(asOperator())
	if err != nil {
		t.Fatalf("%s %s: %v", kind, value, err)
	}
	return e.EntityID
}

func exception(report Report, kind, key string) *plan.Exception {
	at := slices.IndexFunc(report.Plan.Exceptions, func(e plan.Exception) bool {
		return e.Kind == kind &&
			e.LegacyID == key
	})
	if at < 0 {
		return nil
	}
	return &report.Plan.Exceptions[at]
}

func TestAChangedSourceIsImported(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)

		renamed := b.Find("accounts", func(r bundletest.Row) bool { return r.Get("accountType") == "CUSTOMER" })
		renamed.Set("name", "Renamed Ünternehmen")
		line := b.Find("line_items", func(r bundletest.Row) bool {
			return r.Get("state") == "DEPLOYED" && r.Get("isPermanent") == "0" &&
				r.Get("expirationDate") > "2026-11-22" &&
				r.Get("startDate") < "2026-11-22" && r.Get("unitOfMeasure") == "Seats" && r.Get("parentLineItem") == ""
		})
		line.Set("numberOfCopies", "777")
		withdrawn := b.Find("entitlements", func(r bundletest.Row) bool { return r.Get("state") == "DEPLOYED" })
		withdrawn.Set("state", "OBSOLETE")
		header := b.Find("entitlements",
			func(r bundletest.Row) bool { return r.Get("entitlementId") == line.Get("entitlementId") })
		b.Add(b.First("fulfillments"), "fulfillmentId", "FID-NEW", "activationId", line.Get("activationId"),
			"entitlementId",
			header.Get("entitlementId"), "soldTo", header.Get("soldTo"), "state", "ACTIVE", "fulfilledCount", "3",
			"host", "NEWHOST",
			"startDate", "2026-11-20", "expirationDate", line.Get("expirationDate"))
		report := importInto(t, b, db)
		for kind, want := range map[string]plan.Counts{"accounts": {Update: 1}, "entitlements": {Update: 1},
			"lineItems": {Update: 1},
			"periods":   {Update: 1}, "activations": {Create: 1}, "devices": {Create: 1}} {
			c := *report.Plan.Counts[kind]
			c.Unchanged = 0
			if kind == "periods" || kind == "activations" || kind == "allocations" {
				c.Unchanged = 0
			}
			if c != want {
				t.Errorf("%s: %+v, want %+v", kind, c, want)
			}
		}
		healthy(t, db)
		onlyUnchanged(t, importInto(t, b, db))

		a, err := db.Client().Account.Get(database.Operator(t),
			entity(t, db, plan.KindAccount, renamed.Get("accountId")))
		if err != nil || a.Name != "Renamed Ünternehmen" || a.NameKey != "renamed ünternehmen" {
			t.Errorf(`%+v, %v, want Name = "Renamed Ünternehmen" and NameKey = "renamed ünternehmen"`, a, err)
		}
		l, err := db.Client().LineItem.Get(database.Operator(t),
			entity(t, db, plan.KindActivation, line.Get("activationId")))
		if err != nil || l.Granted != 777 || l.Used < 3 {
			t.Errorf("%+v, %v, want Granted = 777 and Used >= 3", l, err)
		}
		// The same state, imported in one step, has the same rows except for the ledger.
		other := open(t, store.Config{Directory: t.TempDir()})
		importInto(t, b, other)
		if db.Engine() == store.SQLite {
			have, want := dump(t, db), dump(t, other)
			for _, table := range []string{"ledger_entries", "decisions"} {
				delete(have, table)
				delete(want, table)
			}
			// A row that was changed is newer by one microsecond, since the clock of the test stands still.
			changed, created := strconv.FormatInt(int64(now)+1, 10), strconv.FormatInt(int64(now), 10)
			for _, rows := range have {
				for i, row := range rows {
					rows[i] = strings.ReplaceAll(row, changed, created)
				}
			}
			sameRows(t, have, want)
		}
	})
}

// A mirror that asks for changes since the time before the last import gets exactly what that import changed.
func TestUpdatedSinceReturnsWhatAnImportChanged(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		customer := b.Find("accounts", func(r bundletest.Row) bool { return r.Get("accountType") == "CUSTOMER" })
		customer.Set("name", "Renamed")
		line := b.Find("line_items", func(r bundletest.Row) bool {
			return r.Get("state") == "DEPLOYED" && r.Get("unitOfMeasure") == "Seats" && r.Get("parentLineItem") == ""
		})
		line.Set("orderId", "another order") // a column of the period only
		later := now + 1
		importInto(t, b, db, func(o *Options) { o.Now = clock.Freeze(later).Now })
		ctx, c := database.Operator(t), db.Client()
		moved := func(t *testing.T, of string, ids []gid.ID, err error, want ...gid.ID) {
			t.Helper()
			if err != nil || !slices.Equal(ids, want) {
				t.Errorf("%s changed since: %v, %v; want %v", of, ids, err, want)
			}
		}
		accounts, err := c.Account.Query().Where(account.UpdatedAtGTE(later)).IDs(ctx)
		moved(t, "accounts", accounts, err, entity(t, db, plan.KindAccount, customer.Get("accountId")))
		id := entity(t, db, plan.KindActivation, line.Get("activationId"))
		lines, err := c.LineItem.Query().Where(lineitem.UpdatedAtGTE(later)).IDs(ctx)
		moved(t, "line items", lines, err, id)
		members, err := c.Membership.Query().Where(membership.UpdatedAtGTE(later)).IDs(ctx)
		moved(t, "memberships", members, err)
		devices, err := c.Device.Query().Where(device.UpdatedAtGTE(later)).IDs(ctx)
		moved(t, "devices", devices, err)
		if n := c.LineItem.Query().Where(lineitem.UpdatedAtLT(now)).CountX(ctx); n > 0 {
			t.Errorf("%d lines have a change time before their import", n)
		}
	})
}

func TestALocalChangeSurvives(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		changed := b.Find("accounts", func(r bundletest.Row) bool { return r.Get("accountType") == "CUSTOMER" })
		id := entity(t, db, plan.KindAccount, changed.Get("accountId"))
		do(t, db, "UPDATE accounts SET name = ? WHERE id = ?", "Named here", int64(id))
		line := b.Find("line_items", func(r bundletest.Row) bool {
			return r.Get("state") == "DEPLOYED" &&
				r.Get("unitOfMeasure") == "Seats"
		})
		lineID := entity(t, db, plan.KindActivation, line.Get("activationId"))
		do(t, db, "UPDATE periods SET order_id = ? WHERE line_item_id = ?", "PO-HERE", int64(lineID))

		// The source has not changed, so there is no conflict.
		onlyUnchanged(t, importInto(t, b, db))

		changed.Set("name", "Named in the source")
		changed.Set("city", "Oulu")
		line.Set("numberOfCopies", "4711")
		before := dump(t, db)
		report := importInto(t, b, db)
		if report.RowsWritten != 0 {
			t.Errorf("%d rows were written", report.RowsWritten)
		}
		sameRows(t, dump(t, db), before)
		e := exception(report, "accounts", changed.Get("accountId"))
		if e == nil || e.Action != plan.Conflict || e.Reason != plan.ChangedHere || e.ID != id.String() ||
			!slices.Contains(e.Differences, plan.Difference{Field: "name", Here: "Named here",
				Source: "Named in the source"}) {
			t.Errorf("%+v, want e != nil, Action = %v, Reason = %v, ID = %v and Differences with %v", e,
				plan.Conflict, plan.ChangedHere, id.String(),
				plan.Difference{Field: "name", Here: "Named here",
					Source: "Named in the source"})
		}
		e = exception(report, "lineItems", line.Get("activationId"))
		if e == nil || e.Action != plan.Conflict ||
			!slices.ContainsFunc(e.Differences, func(d plan.Difference) bool { return d.Here == "PO-HERE" }) {
			t.Errorf("%+v", e)
		}
		if c := report.Plan.Counts["accounts"]; c.Conflict != 1 || c.Update != 0 {
			t.Errorf("%+v, want Conflict = 1 and Update = 0", c)
		}
		healthy(t, db)
	})
}

func TestRecordsAtHomeInMunimentAreNotUpdated(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		line := b.Find("line_items", func(r bundletest.Row) bool {
			return r.Get("state") == "DEPLOYED" &&
				r.Get("unitOfMeasure") == "Seats"
		})
		id := entity(t, db, plan.KindActivation, line.Get("activationId"))
		l, err := db.Client().LineItem.Get(database.Operator(t), id)
		if err != nil {
			t.Fatal(err)
		}
		do(t, db, "DELETE FROM homes WHERE account_id = ? AND product_line_id = ?", int64(l.AccountID),
			int64(l.ProductLineID))
		line.Set("numberOfCopies", "4711")
		b.Add(line, "activationId", "LATE-LINE")
		homes := len(dump(t, db)["homes"])
		report := importInto(t, b, db)
		if e := exception(report, "lineItems", line.Get("activationId")); e == nil || e.Action != plan.Kept ||
			e.Reason != plan.HomeElsewhere {
			t.Errorf("%+v, want e != nil, Action = %v and Reason = %v", e, plan.Kept, plan.HomeElsewhere)
		}
		if c := report.Plan.Counts["lineItems"]; c.Create != 1 || c.Kept != 1 || c.Update != 0 {
			t.Errorf("%+v, want Create = 1, Kept = 1 and Update = 0", c)
		}
		if n := len(dump(t, db)["homes"]); n != homes {
			t.Errorf("%d homes, were %d: a deleted home was created again", n, homes)
		}
		healthy(t, db)
	})
}

func TestATakenIDGetsTheNextAttempt(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		prepare(t, db)
		b := bundletest.New(t)
		first := b.First("accounts").Get("accountId")
		derived := func(attempt int) gid.ID {
			return gid.Derive(gid.Account, gid.DeriveLocality("legacy", first), "legacy", plan.KindAccount+"\x1f"+
				first, attempt)
		}
		do(t, db, `INSERT INTO accounts (id, name, name_key, kind, description, street, city, state, postal_code,
			country, region, visible, created_at, updated_at)
			VALUES (?, 'Here first', 'here first', 'CUSTOMER', '', '', '', '', '', '', '', TRUE, 0,
			0)`, int64(derived(0)))
		do(t, db, "INSERT INTO account_paths (ancestor_id, descendant_id, depth) VALUES (?, ?, 0)", int64(derived(0)),
			int64(derived(0)))
		importInto(t, b, db)
		if got := entity(t, db, plan.KindAccount, first); got != derived(1) {
			t.Errorf("the account is %s, want %s", got, derived(1))
		}
		if a, err := db.Client().Account.Query().Where(account.ID(derived(0))).
			Only(database.Operator(t)); err != nil || a.Name != "Here first" {
			t.Errorf(`%+v, %v, want Name = "Here first"`, a, err)
		}
		healthy(t, db)
		onlyUnchanged(t, importInto(t, b, db))
	})
}

func TestAnExistingUserIsMatchedByName(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		prepare(t, db)
		b := bundletest.New(t)
		someone := b.First("users")
		id := gid.New(gid.User, 7)
		name := someone.Get("userName")
		do(t, db, `INSERT INTO users (id, user_name, user_name_key, first_name, last_name, display_name, phone, locale,
			time_zone, active, shared, created_at, updated_at)
			VALUES (?, ?, ?, 'Known', 'Here', '', '', '', '', TRUE, FALSE, 0, 0)`, int64(id), name, email.UserNameKey(name))
		dry := importInto(t, b, db, func(o *Options) { o.DryRun = true })
		report := importInto(t, b, db)
		if dry.Plan.Hash != report.Plan.Hash {
			t.Error("the dry run had another result")
		}
		if e := exception(report, "users", someone.Get("userName")); e == nil || e.Action != plan.Kept ||
			e.Reason != plan.HereBefore {
			t.Errorf("%+v, want e != nil, Action = %v and Reason = %v", e, plan.Kept, plan.HereBefore)
		}
		u, err := db.Client().User.Query().Where(user.UserName(someone.Get("userName"))).Only(database.Operator(t))
		if err != nil || u.ID != id || u.FirstName != "Known" {
			t.Errorf(`%+v, %v, want ID = %v and FirstName = "Known"`, u, err, id)
		}
		healthy(t, db)
		onlyUnchanged(t, importInto(t, b, db))
	})
}

func TestTwoSystemsDoNotMix(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		other := importInto(t, b, db, func(o *Options) { o.System = "legacy-2" })
		if c := other.Plan.Counts["accounts"]; c.Create != c.Total() {
			t.Errorf("accounts %+v", c)
		}
		if c := other.Plan.Counts["products"]; c.Kept != c.Total() {
			t.Errorf("products %+v: products with the same name must be matched", c)
		}
		if c := other.Plan.Counts["lineItems"]; c.Skipped != c.Total() {
			t.Errorf("line items %+v: those with activation ids of others must be skipped", c)
		}
		healthy(t, db)
		onlyUnchanged(t, importInto(t, b, db))
		onlyUnchanged(t, importInto(t, b, db, func(o *Options) { o.System = "legacy-2" }))
	})
}

func TestAMovedLineKeepsItsID(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		covered, renewed := map[string]bool{}, map[string]bool{}
		b.Each("maintenance_links", func(r bundletest.Row) { covered[r.Get("associatedActivationId")] = true })
		b.Each("line_items", func(r bundletest.Row) { renewed[r.Get("parentLineItem")] = true })
		use := b.Find("fulfillments", func(f bundletest.Row) bool {
			id := f.Get("activationId")
			return f.Get("state") == "ACTIVE" && !covered[id] && !renewed[id]
		})
		line := b.Find("line_items",
			func(r bundletest.Row) bool { return r.Get("activationId") == use.Get("activationId") })
		id := entity(t, db, plan.KindActivation, line.Get("activationId"))
		header := b.Find("entitlements", func(r bundletest.Row) bool {
			return r.Get("soldTo") != use.Get("soldTo") && r.Get("state") == "DEPLOYED"
		})
		old := line.Get("activationId") + "-TRANSFERRED-1"
		b.Add(line, "activationId", old, "state", "OBSOLETE", "fulfilledAmount", "0")
		line.Set("entitlementId", header.Get("entitlementId"))
		line.Set("transferredFromLineItem", old)
		b.Each("fulfillments", func(f bundletest.Row) {
			if f.Get("activationId") == line.Get("activationId") {
				f.Set("entitlementId", header.Get("entitlementId"))
				f.Set("soldTo", header.Get("soldTo"))
			}
		})
		report := importInto(t, b, db)
		if c := report.Plan.Counts["lineItems"]; c.Update != 1 || c.Create != 1 || c.Conflict != 0 {
			t.Errorf("%+v %+v, want Update = 1, Create = 1 and Conflict = 0", c, report.Plan.Exceptions)
		}
		l, err := db.Client().LineItem.Get(database.Operator(t), id)
		if err != nil || l.AccountID != entity(t, db, plan.KindAccount, header.Get("soldTo")) {
			t.Errorf("%+v, %v", l, err)
		}
		healthy(t, db)
		onlyUnchanged(t, importInto(t, b, db))
	})
}

func TestARightThatTheSourceDropsIsReturned(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		use := b.Find("fulfillments", func(f bundletest.Row) bool { return f.Get("state") == "ACTIVE" })
		id := entity(t, db, plan.KindFulfillment, use.Get("fulfillmentId"))
		use.Drop()
		importInto(t, b, db)
		a, err := db.Client().Activation.Get(database.Operator(t), id)
		if err != nil || a.ReturnedOn == nil || *a.ReturnedOn != today {
			t.Errorf("%+v, %v, want ReturnedOn != nil and ReturnedOn = %v", a, err, today)
		}
		healthy(t, db)
		onlyUnchanged(t, importInto(t, b, db))
	})
}

func TestAccountsMoveInTheGraph(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		// A grandchild gets another parent, a new account is inserted between two others, and a link is removed.
		first := b.First("account_links")
		first.Set("parentAccountId", b.Find("accounts", func(r bundletest.Row) bool {
			return r.Get("accountId") != first.Get("accountId") && r.Get("accountType") == "CUSTOMER" &&
				!slices.ContainsFunc(b.Files["account_links"][1:],
					func(l []string) bool { return l[0] == r.Get("accountId") || l[1] == r.Get("accountId") })
		}).Get("accountId"))
		top := first.Get("parentAccountId")
		b.Add(b.First("accounts"), "accountId", "ACC-BETWEEN", "name", "Between", "crmAccountId", "")
		b.Add(first, "parentAccountId", "ACC-BETWEEN", "accountId", top)
		b.At("account_links", 5).Drop()
		report := importInto(t, b, db)
		if c := report.Plan.Counts["accounts"]; c.Create != 1 || c.Update < 2 {
			t.Errorf("%+v, want Create = 1 and Update >= 2", c)
		}
		healthy(t, db)
		onlyUnchanged(t, importInto(t, b, db))
	})
}

func TestLocalLinksDoNotFormACycleWithImportedOnes(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		linked := map[string]bool{}
		b.Each("account_links", func(l bundletest.Row) {
			linked[l.Get("parentAccountId")], linked[l.Get("accountId")] = true, true
		})
		free := func(a bundletest.Row) bool { return !linked[a.Get("accountId")] }
		upper := b.Find("accounts", free).Get("accountId")
		linked[upper] = true
		lower := b.Find("accounts", free).Get("accountId")
		above, below := int64(entity(t, db, plan.KindAccount, upper)), int64(entity(t, db, plan.KindAccount, lower))
		do(t, db, "INSERT INTO account_links (parent_id, child_id) VALUES (?, ?)", above, below)
		do(t, db, "INSERT INTO account_paths (ancestor_id, descendant_id, depth) VALUES (?, ?, 1)", above, below)
		healthy(t, db)

		// The source has the opposite link.
		b.Add(b.First("account_links"), "parentAccountId", lower, "accountId", upper)
		report := importInto(t, b, db)
		if e := exception(report, "accounts", upper); e == nil || e.Action != plan.Conflict ||
			e.Reason != plan.Circle {
			t.Errorf("%+v, want e != nil, Action = %v and Reason = %v", e, plan.Conflict, plan.Circle)
		}
		healthy(t, db)
	})
}

func TestInvalidRowsAreRefusedOrLeftOut(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		line := b.First("line_items")
		line.Set("startDate", "2026-02-30")
		options := optionsFor(t, csvbundle.New(b.FS()))
		before := dump(t, db)
		report, err := Run(database.Operator(t), db, options)
		if fault.CodeOf(err) != InvalidSource || report.Applied || report.Errors == 0 {
			t.Fatalf("%v %+v, want code = %v, Applied = false and Errors != 0", err, report, InvalidSource)
		}
		sameRows(t, dump(t, db), before)
		report = importInto(t, b, db, func(o *Options) { o.SkipInvalid = true })
		if !report.Applied || report.Errors == 0 {
			t.Errorf("%+v, want Applied = true and Errors != 0", report)
		}
		n, err := db.Client().ExternalID.Query().Where(externalid.Kind(plan.KindActivation),
			externalid.Value(line.Get("activationId"))).Count(database.Operator(t))
		if err != nil || n != 0 {
			t.Errorf("%d external ids, %v, want 0", n, err)
		}
		healthy(t, db)
		// After the correction, the row and the rows that depend on it are imported.
		line.Set("startDate", "2024-09-23")
		importInto(t, b, db)
		healthy(t, db)
		if entity(t, db, plan.KindActivation, line.Get("activationId")) == 0 {
			t.Error("the corrected row is missing")
		}
	})
}

func TestUnusableSystemCodes(t *testing.T) {
	db := open(t, store.Config{Directory: t.TempDir()})
	for _, code := range []string{"", "Legacy", "a b", "-x", "ü", string(make([]byte, 70))} {
		options := optionsFor(t, csvbundle.New(bundletest.New(t).FS()))
		options.System = code
		if _, err := Run(database.Operator(t), db, options); fault.CodeOf(err) != BadSystem {
			t.Errorf("%q: %v, want %v", code, err, BadSystem)
		}
	}
}

func TestACanceledImportLeavesWhatItDid(t *testing.T) {
	db := open(t, store.Config{Directory: t.TempDir()})
	ctx, cancel := context.WithCancel(database.Operator(t))
	options := optionsFor(t, csvbundle.New(bundletest.New(t).FS()))
	options.Progress = func(p Progress) {
		if p.Phase == Applying && p.Done > p.Total/2 {
			cancel()
		}
	}
	_, err := Run(ctx, db, options)
	if err == nil || !errors.Is(ctx.Err(), context.Canceled) {
		t.Fatalf("%v, want %v", err, context.Canceled)
	}
	other := open(t, store.Config{Directory: t.TempDir()})
	importInto(t, bundletest.New(t), other)
	importInto(t, bundletest.New(t), db)
	sameRows(t, dump(t, db), dump(t, other))
	healthy(t, db)
}

// fakeOutbox is an outbox that stores the messages.
type fakeOutbox struct{ sent []mail.Message }

func (l *fakeOutbox) Charge(context.Context, store.Tx) error { return nil }

func (l *fakeOutbox) Enqueue(_ context.Context, _ store.Tx, m mail.Message) error {
	l.sent = append(l.sent, m)
	return nil
}

// Everything that depends on an address ends if the source has another one, and both addresses get a mail.
func TestANewAddressInTheSourceEndsItsCredentials(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b, box := bundletest.New(t), &fakeOutbox{}
		telling := func(o *Options) { o.Outbox = box }
		importInto(t, b, db, telling)
		if len(box.sent) > 0 {
			t.Errorf("the first import sent %v, want none", box.sent)
		}
		someone := b.Find("users", func(r bundletest.Row) bool {
			return strings.Contains(r.Get("emailAddress"), "@") && r.Get("status") == "Active"
		})
		old := someone.Get("emailAddress")
		u := db.Client().User.Query().Where(user.UserName(someone.Get("userName"))).OnlyX(asOperator())
		do(t, db, `UPDATE users SET email_proven_at = 1 WHERE id = ?`, int64(u.ID))
		for n, key := range []string{*u.EmailKey, "other@record.example"} {
			do(t, db, `INSERT INTO sessions (id, user_id, token_hash, method, provider, provider_session,
				provider_subject, user_agent, address, email_key, created_at, last_seen_at, expires_at)
				VALUES (?, ?, ?, 'LINK', '', '', '', '', '', ?, 1, 1,
				1)`, int64(gid.New(gid.Session, u.ID.Locality())), int64(u.ID), fmt.Sprint("hash", n), key)
		}
		someone.Set("emailAddress", "somebody.else@new.example")
		importInto(t, b, db, telling)
		after := db.Client().User.GetX(asOperator(), u.ID)
		if *after.Email != "somebody.else@new.example" || after.EmailProvenAt != nil {
			t.Errorf(`%+v, want Email = "somebody.else@new.example" and EmailProvenAt = nil`, after)
		}
		left := db.Client().Session.Query().AllX(asOperator())
		if len(left) != 1 || left[0].EmailKey != "other@record.example" {
			t.Errorf(`%+v, want len(left) = 1 and EmailKey = "other@record.example"`, left)
		}
		if len(box.sent) != 2 || box.sent[0].(mail.AddressChanged).To != old ||
			box.sent[1].(mail.AddressChanged).To != *after.Email {
			t.Errorf("%+v, want len(sent) = 2, To = %v and To = %v", box.sent, old, *after.Email)
		}
		importInto(t, b, db, telling)
		if len(box.sent) != 2 {
			t.Errorf("sent again: %+v", box.sent)
		}
	})
}

// If the source deactivates a user, all their credentials end, and do not work again once the user is active again.
// The last operator cannot be deactivated.
func TestUsersDeactivatedByTheSourceLoseAccess(t *testing.T) {
	each(t, func(t *testing.T, db *store.Store) {
		b := bundletest.New(t)
		importInto(t, b, db)
		someone := b.Find("users", func(r bundletest.Row) bool { return r.Get("status") == "Active" })
		u := db.Client().User.Query().Where(user.UserName(someone.Get("userName"))).OnlyX(asOperator())
		do(t, db, `INSERT INTO sessions (id, user_id, token_hash, method, provider, provider_session, provider_subject,
			user_agent, address, email_key, created_at, last_seen_at, expires_at)
			VALUES (?, ?, 'hash', 'PROVIDER', 'company', '', '', '', '', '', 1, 1,
			1)`, int64(gid.New(gid.Session, u.ID.Locality())), int64(u.ID))

		do(t, db, `UPDATE users SET producer_role = 'OPERATOR' WHERE id = ?`, int64(u.ID))
		someone.Set("status", "Inactive")
		_, err := Run(asOperator(), db, optionsFor(t, csvbundle.New(b.FS())))
		if fault.CodeOf(err) != members.LastOperator {
			t.Fatalf("%v, want LAST_OPERATOR", err)
		}
		if n := db.Client().Session.Query().CountX(asOperator()); n != 1 ||
			!db.Client().User.GetX(asOperator(), u.ID).Active {
			t.Errorf("the refused import changed data: %d sessions", n)
		}

		do(t, db, `UPDATE users SET producer_role = NULL WHERE id = ?`, int64(u.ID))
		importInto(t, b, db)
		if n := db.Client().Session.Query().CountX(asOperator()); n != 0 ||
			db.Client().User.GetX(asOperator(), u.ID).Active {
			t.Errorf("%d sessions left", n)
		}
	})
}
