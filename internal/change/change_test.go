package change_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent/account"
	"github.com/muniment/muniment/ent/auditentry"
	"github.com/muniment/muniment/ent/event"
	"github.com/muniment/muniment/ent/unsealedentry"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
	"github.com/muniment/muniment/internal/value"
	"github.com/muniment/muniment/internal/viewer"
	"github.com/muniment/muniment/internal/vocabulary"
)

type bench struct {
	*change.Pipeline
	db      *store.Store
	account gid.ID
	clock   *clock.Frozen
	// currentRights returns the viewer with their current rights; nil if nothing was revoked since the request began.
	currentRights func(who viewer.Viewer) (*viewer.Viewer, error)
}

// Confirm implements change.Authority.
func (b *bench) Confirm(_ context.Context, _ store.Tx, _ clock.Instant, who *viewer.Viewer,
	_ change.Needs) (*viewer.Viewer, error) {
	if b.currentRights == nil {
		return who, nil
	}
	return b.currentRights(*who)
}

func each(t *testing.T, test func(t *testing.T, b *bench)) {
	database.Each(t, func(t *testing.T, db *store.Store) {
		frozen := clock.Freeze(clock.At(time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)))
		b := &bench{db: db, account: gid.New(gid.Account, 1), clock: frozen}
		b.Pipeline = change.New(db, frozen.Now, b)
		err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			return tx.Client().Account.Create().SetID(b.account).SetName("before").SetNameKey("before").
				SetKind(vocabulary.AccountKindCustomer).SetVisible(true).SetCreatedAt(1).SetUpdatedAt(1).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		test(t, b)
	})
}

// rename is a rule that renames the account.
func (b *bench) rename(name string) change.Rule {
	return func(ctx context.Context, tx store.Tx, done *change.Record) error {
		if name == "" {
			return fault.New(fault.BadInput, "input.name", "A name has letters.", "Give one.")
		}
		row, err := tx.Client().Account.Query().Where(account.ID(b.account)).Only(ctx)
		if err != nil {
			return err
		}
		if err := tx.Client().Account.UpdateOneID(b.account).SetName(name).Exec(ctx); err != nil {
			return err
		}
		done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "AccountRenamed", Account: b.account,
			Subject: b.account,
			Label:   row.Name, Fields: change.Became("name", row.Name, name)})
		done.Result(b.account)
		return nil
	}
}

// counts returns the numbers of rows in the tables that a change writes.
func (b *bench) counts(t *testing.T) map[string]int {
	t.Helper()
	ctx, client := database.Operator(t), b.db.Client()
	out := map[string]int{}
	for name, count := range map[string]func(context.Context) (int, error){
		"audit": client.AuditEntry.Query().Count, "unsealed": client.UnsealedEntry.Query().Count,
		"events": client.Event.Query().Count, "keys": client.IdempotencyKey.Query().Count,
		"renamed": client.Account.Query().Where(account.NameNEQ("before")).Count,
	} {
		n, err := count(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if n > 0 {
			out[name] = n
		}
	}
	return out
}

func code(err error) fault.Code {
	if err == nil {
		return ""
	}
	return fault.CodeOf(err)
}

func TestAChangeIsRecordedWithItsEvent(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		followed := 0
		ctx := change.WithRequestID(database.Operator(t), "the-request")
		outcome, err := b.Do(ctx, change.Request{Action: "renameAccount", Reason: "a merger"},
			func(ctx context.Context, tx store.Tx, done *change.Record) error {
				done.After(func(context.Context) { followed++ })
				return b.rename("after")(ctx, tx, done)
			})
		if err != nil || followed != 1 || len(outcome.Effects) != 1 || outcome.IDs[0] != b.account {
			t.Fatalf("%+v, %v, followed %d times, want followed = 1, len(Effects) = 1 and IDs[0] = %v", outcome, err,
				followed, b.account)
		}
		want := map[string]int{"audit": 1, "unsealed": 1, "events": 1, "renamed": 1}
		if d := cmp.Diff(want, b.counts(t)); d != "" {
			t.Error(d)
		}
		entry := b.db.Client().AuditEntry.Query().OnlyX(database.Operator(t))
		if entry.Action != "renameAccount" || entry.Reason != "a merger" || entry.RequestID != "the-request" ||
			entry.ActorName != "muniment" ||
			entry.Changes != `[{"field":"name","before":"before","after":"after"}]` || !entry.ByProducer {
			t.Errorf(
				`%+v, want Action = "renameAccount", Reason = "a merger", RequestID = "the-request", ActorName = `+
					`"muniment", Changes = [{"field":"name","before":"before","after":"after"}] and ByProducer = `+
					`true`,
				entry)
		}
	})
}

// Records and effects say how people call an object that a field refers to; an event holds its id alone.
func TestAnEventHoldsBareIDs(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		user := gid.New(gid.User, 1)
		called := func(name string) string { return value.OfReference(user, name).Form }
		_, err := b.Do(database.Operator(t), change.Request{Action: "link"},
			func(_ context.Context, _ store.Tx, done *change.Record) error {
				done.Note(change.Note{Kind: vocabulary.EffectKindChanged, Event: "Linked", Account: b.account,
					Subject: b.account, Label: "before",
					Fields: slices.Concat(change.Became("user", called("Ada L"), called("Bo")),
						change.Became("account", "", b.account.String()),
						change.Is("note", called("Ada L")))})
				return nil
			})
		if err != nil {
			t.Fatal(err)
		}
		e := b.db.Client().Event.Query().OnlyX(database.Operator(t))
		id, account := user.String(), b.account.String()
		if want := `{"account":"","user":"` + id + `"}`; e.Old != want {
			t.Errorf("before %s, want %s", e.Old, want)
		}
		if want := `{"account":"` + account + `","note":"` + id + ` Ada L","user":"` + id + `"}`; e.New != want {
			t.Errorf("after %s, want %s", e.New, want)
		}
		entry := b.db.Client().AuditEntry.Query().OnlyX(database.Operator(t))
		for _, part := range []string{id + " Ada L", id + " Bo", account + " before"} {
			if !strings.Contains(entry.Changes, part) {
				t.Errorf("the record %s has no %q", entry.Changes, part)
			}
		}
	})
}

// Keys that an engine cannot store are refused before it is asked.
func TestKeysAreText(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		for _, key := range []string{"", "a\x00b", "a\nb", "a\u0085b", "a\xffb", strings.Repeat("a", 256)} {
			_, err := b.Do(database.Operator(t), change.Request{Action: "renameAccount", Key: &key}, b.rename("after"))
			if code(err) != fault.BadInput {
				t.Errorf("key %q: %v, want %v", key, err, fault.BadInput)
			}
		}
	})
}

func TestNothingRemainsOfARefusal(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		key := "once"
		refused := change.Request{Action: "renameAccount", Key: &key, Input: ""}
		if _, err := b.Do(database.Operator(t), refused, b.rename("")); code(err) != fault.BadInput {
			t.Errorf("bad input: %v, want %v", err, fault.BadInput)
		}
		broken := errors.New("broken")
		if _, err := b.Do(database.Operator(t), refused,
			func(ctx context.Context, tx store.Tx, done *change.Record) error {
				return errors.Join(b.rename("half")(ctx, tx, done), broken)
			}); !errors.Is(err, broken) || change.Refusals(err) != nil {
			t.Errorf("a failure: %v, want %v", err, broken)
		}
		if got := b.counts(t); len(got) != 0 {
			t.Errorf("left behind: %v", got)
		}
		// A refusal is not stored: a corrected request with the same key is executed.
		if _, err := b.Do(database.Operator(t), change.Request{Action: "renameAccount", Key: &key, Input: "good"},
			b.rename("good")); err != nil {
			t.Errorf("after the correction: %v", err)
		}
	})
}

func TestADryRunReturnsEffectsAndChangesNothing(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		key := "key"
		dry, err := b.Do(database.Operator(t), change.Request{Action: "renameAccount", DryRun: true, Key: &key},
			b.rename("after"))
		if err != nil || !dry.DryRun {
			t.Fatalf("%+v, %v", dry, err)
		}
		if got := b.counts(t); len(got) != 0 {
			t.Errorf("left behind: %v", got)
		}
		wet, err := b.Do(database.Operator(t), change.Request{Action: "renameAccount"}, b.rename("after"))
		if d := cmp.Diff(dry.Effects, wet.Effects); d != "" || err != nil {
			t.Errorf("%v %s", err, d)
		}
	})
}

func TestAKeyIsReplayedOnlyForItsRequest(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		key, long := "key", string(make([]byte, 256))
		first := change.Request{Action: "renameAccount", Key: &key, Input: map[string]string{"name": "after"}}
		one, err := b.Do(database.Operator(t), first, b.rename("after"))
		if err != nil || one.Replayed {
			t.Fatal(one, err)
		}
		again, err := b.Do(database.Operator(t), first, b.rename("after"))
		if err != nil || !again.Replayed || cmp.Diff(one.IDs, again.IDs) != "" ||
			cmp.Diff(one.Effects, again.Effects) != "" {
			t.Errorf("again: %+v, %v", again, err)
		}
		other := first
		other.Input = map[string]string{"name": "another"}
		if _, err := b.Do(database.Operator(t), other, b.rename("another")); code(err) != change.IdempotencyConflict {
			t.Errorf("another input: %v, want %v", err, change.IdempotencyConflict)
		}
		other = first
		other.Action = "closeAccount"
		if _, err := b.Do(database.Operator(t), other, b.rename("after")); code(err) != change.IdempotencyConflict {
			t.Errorf("another verb: %v, want %v", err, change.IdempotencyConflict)
		}
		other = first
		other.Key = &long
		if _, err := b.Do(database.Operator(t), other, b.rename("after")); code(err) != fault.BadInput {
			t.Errorf("a long key: %v, want %v", err, fault.BadInput)
		}
		somebody := viewer.With(t.Context(),
			(&viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, CredentialID: gid.New(gid.APIKey, 1),
				Producer: vocabulary.ProducerRoleOperator, Scopes: vocabulary.EveryKeyScope}).Settle())
		if got, err := b.Do(somebody, first, b.rename("after")); err != nil || got.Replayed {
			t.Errorf("the same key of another actor: %+v, %v", got, err)
		}
		b.clock.Advance(25 * time.Hour)
		if n, err := change.Forget(database.Operator(t), b.db, b.Now()); n != 2 || err != nil {
			t.Errorf("forgot %d, %v, want 2", n, err)
		}
		if got, err := b.Do(database.Operator(t), first, b.rename("after")); err != nil || got.Replayed {
			t.Errorf("a day later: %+v, %v", got, err)
		}
	})
}

func TestConcurrentRequestsWithOneKeyAreExecutedOnce(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		key := "key"
		var done, replayed atomic.Int32
		var all sync.WaitGroup
		for range 32 {
			all.Go(func() {
				got, err := b.Do(database.Operator(t), change.Request{Action: "renameAccount", Key: &key},
					b.rename("after"))
				switch {
				case err != nil:
					t.Error(err)
				case got.Replayed:
					replayed.Add(1)
				default:
					done.Add(1)
				}
			})
		}
		all.Wait()
		if done.Load() != 1 || replayed.Load() != 31 || b.counts(t)["audit"] != 1 {
			t.Errorf("%d done, %d replayed, %v, want done = 1, replayed = 31 and counts(t)[audit] = 1", done.Load(),
				replayed.Load(), b.counts(t))
		}
	})
}

// A change within Retry, which reads what it decides upon before its transaction, runs five times at most in all.
func TestAChangeThatIsRunAgainDoesNotMultiply(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		ctx, runs := database.Operator(t), 0
		always := func(context.Context, store.Tx, *change.Record) error {
			runs++
			return change.ErrOvertaken
		}
		err := change.Retry(ctx, func(ctx context.Context) error {
			_, err := b.Do(ctx, change.Request{Action: "rename", Needs: change.Needs{Right: change.Operate}}, always)
			return err
		})
		if !errors.Is(err, change.ErrOvertaken) || runs != 5 {
			t.Errorf("%d runs, want 5: %v", runs, err)
		}
	})
}

func TestWhoMayWhat(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		grant := func(roles ...vocabulary.Role) []viewer.Grant {
			set, err := vocabulary.Roles(roles...)
			if err != nil {
				t.Fatal(err)
			}
			return []viewer.Grant{{Account: b.account, Accounts: []gid.ID{b.account}, Roles: set}}
		}
		user := gid.New(gid.User, 1)
		session := vocabulary.CredentialKindSession
		admin := viewer.Viewer{Credential: session, User: user, Scopes: vocabulary.EveryKeyScope,
			Grants: grant(vocabulary.RoleAccountAdministrator)}
		reading := admin
		reading.ReadOnly = true
		limited := admin
		limited.Grants = grant(vocabulary.RoleAccountAdministrator)
		limited.Grants[0].ProductLine = gid.New(gid.ProductLine, 0)
		manage := change.Needs{Right: change.ManageMembers, Account: b.account}
		for name, test := range map[string]struct {
			who   *viewer.Viewer
			needs change.Needs
			want  fault.Code
		}{
			"nobody":        {nil, manage, change.Unauthenticated},
			"administrator": {&admin, manage, ""},
			"administrator, elsewhere": {&admin,
				change.Needs{Right: change.ManageMembers, Account: gid.New(gid.Account, 2)}, fault.NotFound},
			"administrator, of a line": {&limited, manage, change.Forbidden},
			"administrator, reading":   {&reading, manage, change.ReadOnly},
			"administrator, operating": {&admin, change.Needs{}, change.Forbidden},
			"administrator, minting":   {&admin, change.Needs{Right: change.Mint}, change.Forbidden},
			"license manager": {&viewer.Viewer{Credential: session, User: user,
				Scopes: vocabulary.EveryKeyScope, Grants: grant(vocabulary.RoleLicenseManager)}, manage,
				change.Forbidden},
			"key to read": {&viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey, User: user, Scopes: 1,
				Grants: admin.Grants}, manage, change.ReadOnly},
			"support agent": {&viewer.Viewer{Credential: session, User: user, Scopes: vocabulary.EveryKeyScope,
				Producer: vocabulary.ProducerRoleSupportAgent}, manage, change.ReadOnly},
			"support agent, own session": {&viewer.Viewer{Credential: session, User: user,
				Scopes: vocabulary.EveryKeyScope, Producer: vocabulary.ProducerRoleSupportAgent},
				change.Needs{Right: change.OwnSession}, ""},
			"operator looking as": {&viewer.Viewer{Credential: session, User: user, Scopes: vocabulary.EveryKeyScope,
				Producer:  vocabulary.ProducerRoleOperator,
				ViewingAs: b.account, Grants: admin.Grants}, manage, change.ReadOnly},
			"program, signed in": {&viewer.Viewer{Credential: vocabulary.CredentialKindAPIKey,
				Scopes: vocabulary.EveryKeyScope, Grants: admin.Grants},
				change.Needs{Right: change.SignedIn}, change.Forbidden},
			"widget": {&viewer.Viewer{Credential: vocabulary.CredentialKindWidgetToken, User: user,
				Scopes: vocabulary.EveryKeyScope, Widget: &viewer.Widget{}, Grants: admin.Grants}, manage,
				change.ReadOnly},
		} {
			ctx := t.Context()
			if test.who != nil {
				ctx = viewer.With(ctx, test.who.Settle())
			}
			_, err := b.Do(ctx, change.Request{Action: "nothing", Needs: test.needs},
				func(context.Context, store.Tx, *change.Record) error { return nil })
			if code(err) != test.want {
				t.Errorf("%s: %v, want %q", name, err, test.want)
			}
		}
	})
}

func TestWhatIsAtHomeElsewhereIsNotChangedHere(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		elsewhere := gid.New(gid.System, 0)
		err := b.db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			if err := tx.Client().System.Create().SetID(elsewhere).SetCode("legacy").SetName("Legacy").
				SetKind(vocabulary.SystemKindEntitlement).Exec(ctx); err != nil {
				return err
			}
			return tx.Client().Home.Create().SetAccountID(b.account).SetProductLineID(0).SetSystemID(elsewhere).
				SetSince(1).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = b.Do(database.Operator(t), change.Request{Action: "renameAccount",
			Homes: []change.Home{{Account: b.account}}}, b.rename("after"))
		if code(err) != change.HomeElsewhere || len(b.counts(t)) != 0 {
			t.Errorf("%v, %v, want code = %v and len(counts(t)) = 0", err, b.counts(t), change.HomeElsewhere)
		}
		line := gid.New(gid.ProductLine, 0)
		if _, err = b.Do(database.Operator(t),
			change.Request{Action: "renameAccount", Homes: []change.Home{{Account: b.account, ProductLine: line}}},
			b.rename("after")); err != nil {
			t.Errorf("another home of the account: %v", err)
		}
	})
}

// A batch has one record and one event, and one more of each for every object that it removed, in their order.
func TestABatchHasOneRecordAndOneEvent(t *testing.T) {
	const removed = 450 // more than two statements hold
	each(t, func(t *testing.T, b *bench) {
		if _, err := b.Begin(t.Context(), "import", 0); code(err) != change.Unauthenticated {
			t.Errorf("a batch without a viewer: %v", err)
		}
		system := gid.New(gid.System, 0)
		err := b.db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			return tx.Client().System.Create().SetID(system).SetCode("legacy").SetName("Legacy").
				SetKind(vocabulary.SystemKindEntitlement).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		batch, err := b.Begin(database.Operator(t), "import", system)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			if err := batch.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
				return tx.Client().Account.UpdateOneID(b.account).SetName("imported").Exec(ctx)
			}); err != nil {
				t.Fatal(err)
			}
		}
		gone := make([]change.Removal, removed)
		for i := range gone {
			gone[i] = change.Removal{Account: b.account, ID: gid.New(gid.CoverageItem, 1),
				Event: "CoverageItemRemoved"}
		}
		if err := batch.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			return batch.Removed(ctx, tx, b.clock.Now(), gone...)
		}); err != nil {
			t.Fatal(err)
		}
		c, ctx := b.db.Client(), database.Operator(t)
		entries := c.AuditEntry.Query().Order(auditentry.ByID()).AllX(ctx)
		events := c.Event.Query().Order(event.ByID()).AllX(ctx)
		for i, g := range gone {
			if *entries[i].SubjectID != g.ID || *entries[i].AccountID != b.account ||
				entries[i].SubjectLabel != g.ID.String() || *events[i].SubjectID != g.ID || events[i].Type != g.Event {
				t.Fatalf(
					"removed object %d: %+v, %+v, want SubjectID = %v, AccountID = %v, SubjectLabel = %v, "+
						"SubjectID = %v and Type = %v",
					i, entries[i], events[i], g.ID, b.account, g.ID.String(), g.ID, g.Event)
			}
			if !c.UnsealedEntry.Query().Where(unsealedentry.AuditEntryID(entries[i].ID)).ExistX(ctx) {
				t.Fatalf("entry %d will never be sealed", i)
			}
		}
		if err := batch.Finish(database.Operator(t), "hash", map[string]int{"accounts": 1}); err != nil {
			t.Fatal(err)
		}
		want := map[string]int{"audit": 1 + removed, "unsealed": 1 + removed, "events": 1 + removed, "renamed": 1}
		if d := cmp.Diff(want, b.counts(t)); d != "" {
			t.Error(d)
		}
	})
}

// The viewer's rights inside the transaction decide, for a change, a dry run, a repeated request and a part of a
// batch.
func TestARightThatWasRevokedMeanwhileIsRefused(t *testing.T) {
	each(t, func(t *testing.T, b *bench) {
		ctx, key := database.Operator(t), "key"
		system := gid.New(gid.System, 0)
		err := b.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			return tx.Client().System.Create().SetID(system).SetCode("legacy").SetName("Legacy").
				SetKind(vocabulary.SystemKindEntitlement).Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.Do(ctx, change.Request{Action: "renameAccount", Key: &key}, b.rename("after")); err != nil {
			t.Fatal(err)
		}
		batch, err := b.Begin(ctx, "import", system)
		if err != nil {
			t.Fatal(err)
		}
		before := b.counts(t)
		for want, currentRights := range map[fault.Code]func(viewer.Viewer) (*viewer.Viewer, error){
			change.Forbidden: func(who viewer.Viewer) (*viewer.Viewer, error) {
				who.Producer = ""
				return who.Settle(), nil
			},
			change.ReadOnly: func(who viewer.Viewer) (*viewer.Viewer, error) {
				who.ReadOnly = true
				return who.Settle(), nil
			},
			change.Unauthenticated: func(viewer.Viewer) (*viewer.Viewer, error) {
				return nil, fault.New(change.Unauthenticated, "", "It was revoked.", "Use another one.")
			},
		} {
			b.currentRights = currentRights
			for name, request := range map[string]change.Request{
				"change": {Action: "renameAccount"}, "dry run": {Action: "renameAccount", DryRun: true},
				"repeated": {Action: "renameAccount", Key: &key},
			} {
				if got, err := b.Do(ctx, request, b.rename("again")); code(err) != want || got.Replayed ||
					len(got.Effects) > 0 {
					t.Errorf("%s: %+v, %v, want %s", name, got, err, want)
				}
			}
			part := func(context.Context, store.Tx) error { t.Error("a part of the batch was executed"); return nil }
			if err := batch.Write(ctx, part); code(err) != want {
				t.Errorf("batch: %v, want %s", err, want)
			}
			if err := batch.Finish(ctx, "hash", nil); code(err) != want {
				t.Errorf("the end of the batch: %v, want %s", err, want)
			}
		}
		if d := cmp.Diff(before, b.counts(t)); d != "" {
			t.Error(d)
		}
		b.currentRights = func(who viewer.Viewer) (*viewer.Viewer, error) { return viewer.CommandLine(), nil }
		_, err = b.Do(ctx, change.Request{Action: "renameAccount"},
			func(ctx context.Context, _ store.Tx, _ *change.Record) error {
				if who := viewer.From(ctx); who.Credential != vocabulary.CredentialKindCommandLine {
					t.Errorf("the rule runs for %+v, not for the confirmed viewer", who)
				}
				return nil
			})
		if err != nil {
			t.Error(err)
		}
	})
}
