package graph_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/viewer"
)

// An object that the viewer may not see gives the same error as a missing object, after the same statements.
func TestForbiddenIsLikeMissing(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		alpha, bravo := twoTenants(t, env)
		own := env.As(alpha.asAdministrator())
		types := map[gid.Type]bool{}
		for _, id := range bravo.ids(t, env) {
			if types[id.Type()] {
				continue
			}
			types[id.Type()] = true
			missing := gid.New(id.Type(), id.Locality())
			const document = "query ($id: ID!) { node(id: $id) { id __typename } }"
			forbidden := own.Ask(t, document, map[string]any{"id": id.String()})
			absent := own.Ask(t, document, map[string]any{"id": missing.String()})
			if d := cmp.Diff(absent.Statements, forbidden.Statements); d != "" {
				t.Errorf("%s: other statements: %s", id, d)
			}
			if len(forbidden.Errors) != 1 || forbidden.Errors[0].Extensions.Code != "NOT_FOUND" ||
				string(forbidden.Data) != `{"node":null}` {
				t.Fatalf(`%s: %s %+v, want len(Errors) = 1, Code = "NOT_FOUND" and Data = {"node":null}`, id,
					forbidden.Data, forbidden.Errors)
			}
			if strings.ReplaceAll(forbidden.Errors[0].Message, id.String(),
				"") != strings.ReplaceAll(absent.Errors[0].Message, missing.String(), "") {
				t.Errorf("%s: %q, and of a missing one %q", id, forbidden.Errors[0].Message, absent.Errors[0].Message)
			}
		}
		if len(types) < 15 {
			t.Errorf("only %d types", len(types))
		}
	})
}

// A cursor is valid only for the viewer for whom it was made.
func TestCursorsAreOfTheirViewer(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		alpha, bravo := twoTenants(t, env)
		for _, list := range []string{"accounts", "users", "entitlements", "lineItems", "coverages", "auditEntries"} {
			theirs, _ := testenv.Must[map[string]pageOfIDs](t, env.As(bravo.asAdministrator()),
				"{ "+list+" { pageInfo { endCursor } } }", nil)
			cursor := theirs[list].PageInfo.EndCursor
			if cursor == nil {
				t.Errorf("%s: no cursor", list)
				continue
			}
			answer := env.As(alpha.asAdministrator()).Ask(t, "query ($c: String!) { "+
				list+"(after: $c) { pageInfo { endCursor } } }", map[string]any{"c": *cursor})
			if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "BAD_CURSOR" {
				t.Errorf(`%s: %s %+v, want len(Errors) = 1 and Code = "BAD_CURSOR"`, list, answer.Data, answer.Errors)
			}
		}
	})
}

// errUndo rolls back the transaction of a test.
var errUndo = errors.New("undo")

// Updates and deletes do not affect rows of another customer, in any table: neither by key nor without a condition.
func TestNobodyChangesWhatIsNotTheirs(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		alpha, bravo := twoTenants(t, env)
		own, theirs := alpha.asAdministrator(), bravo.asAdministrator()
		withoutForeignKeys(t, env)
		tables, foreign, byKey := 0, 0, 0
		clients := reflect.TypeOf(ent.Client{})
		for n := range clients.NumField() {
			field := clients.Field(n)
			if !field.IsExported() || !strings.HasSuffix(field.Type.String(), "Client") {
				continue
			}
			tables++
			undone(t, env, func(ctx context.Context, tx store.Tx) {
				if deleteAll(t, ctx, reflect.ValueOf(*tx.Client()).Field(n), field.Name, own, theirs) {
					foreign++
				}
			})
			for _, verb := range []string{"UpdateOneID", "DeleteOneID"} {
				undone(t, env, func(ctx context.Context, tx store.Tx) {
					if changeOne(t, ctx, reflect.ValueOf(*tx.Client()).Field(n), field.Name, verb, own, theirs) {
						byKey++
					}
				})
			}
		}
		if tables < 40 || foreign < 25 || byKey < 50 {
			t.Errorf("%d tables, %d with rows of the other alone, %d changes by key; want 40, 25, 50 or more",
				tables, foreign, byKey)
		}
		t.Logf("%d tables, %d with rows of the other alone, %d changes by key", tables, foreign, byKey)
	})
}

// withoutForeignKeys makes the database ignore references, so that only the scope keeps a delete from a row.
func withoutForeignKeys(t *testing.T, env *testenv.Env) {
	t.Helper()
	err := env.Store.Write(viewer.With(t.Context(), viewer.System()), func(ctx context.Context, tx store.Tx) error {
		var statements []string
		if tx.Engine() == store.Postgres {
			const drops = "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) " +
				"FROM pg_constraint WHERE contype = 'f'"
			rows, err := tx.Query(ctx, drops)
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				var statement string
				if err := rows.Scan(&statement); err != nil {
					return err
				}
				statements = append(statements, statement)
			}
			if err := errors.Join(rows.Err(), rows.Close()); err != nil {
				return err
			}
		} else {
			// Inside a transaction the setting has no effect. There is only one connection that writes.
			statements = []string{"COMMIT", "PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE"}
		}
		for _, statement := range statements {
			if _, err := tx.Exec(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// undone runs change in a transaction and rolls it back.
func undone(t *testing.T, env *testenv.Env, change func(ctx context.Context, tx store.Tx)) {
	t.Helper()
	err := env.Store.Write(viewer.With(t.Context(), viewer.System()), func(ctx context.Context, tx store.Tx) error {
		change(ctx, tx)
		return errUndo
	})
	if !errors.Is(err, errUndo) {
		t.Errorf("the transaction ends with %v, want %v", err, errUndo)
	}
}

// deleteAll deletes the rows of a table without a condition and expects that the viewer's rows are gone and all others
// are left. It reports whether the table has rows that the other sees and the viewer does not.
func deleteAll(t *testing.T, ctx context.Context, rows reflect.Value, table string, own, theirs *viewer.Viewer) bool {
	t.Helper()
	other, rest := idsOf(t, viewer.With(ctx, theirs), rows), idsOf(t, ctx, rows)
	for id := range idsOf(t, viewer.With(ctx, own), rows) {
		delete(other, id)
		delete(rest, id)
	}
	if err := call(viewer.With(ctx, own), rows.MethodByName("Delete").Call(nil)[0]); err != nil {
		t.Errorf("%s: delete: %v", table, err)
	} else if d := cmp.Diff(rest, idsOf(t, ctx, rows)); d != "" {
		t.Errorf("%s: after a delete of everything, other rows are left (-want +got):\n%s", table, d)
	}
	return len(other) > 0
}

// changeOne updates or deletes a row that the other sees and the viewer does not, and expects that it is not found. It
// reports whether there is such a row.
func changeOne(t *testing.T, ctx context.Context, rows reflect.Value, table, verb string,
	own, theirs *viewer.Viewer) bool {
	t.Helper()
	mine := idsOf(t, viewer.With(ctx, own), rows)
	for id := range idsOf(t, viewer.With(ctx, theirs), rows) {
		if mine[id] {
			continue
		}
		builder := rows.MethodByName(verb).Call([]reflect.Value{reflect.ValueOf(id)})[0]
		if verb == "UpdateOneID" {
			setAnyColumn(builder)
		}
		if err := call(viewer.With(ctx, own), builder); !ent.IsNotFound(err) {
			t.Errorf("%s.%s of another's row: %v, want that it is not found", table, verb, err)
		}
		return true
	}
	return false
}

// setAnyColumn sets a value for some column of an update builder.
func setAnyColumn(builder reflect.Value) {
	for _, references := range []bool{false, true} {
		for n := range builder.NumMethod() {
			name, method := builder.Type().Method(n).Name, builder.Method(n)
			if !strings.HasPrefix(name, "Set") || strings.HasPrefix(name, "SetNillable") ||
				method.Type().NumIn() != 1 ||
				strings.HasSuffix(name, "ID") != references {
				continue
			}
			if of := method.Type().In(0); of.Kind() == reflect.Int64 || of.Kind() == reflect.String &&
				of.Name() == "string" {
				method.Call([]reflect.Value{reflect.Zero(of)})
				return
			}
		}
	}
	panic("nothing can be set")
}

// idsOf returns the ids of the rows of a table that the viewer in ctx sees.
func idsOf(t *testing.T, ctx context.Context, rows reflect.Value) map[any]bool {
	t.Helper()
	got := rows.MethodByName("Query").Call(nil)[0].MethodByName("IDs").Call([]reflect.Value{reflect.ValueOf(ctx)})
	if !got[1].IsNil() {
		t.Fatal(got[1].Interface())
	}
	ids := map[any]bool{}
	for n := range got[0].Len() {
		ids[got[0].Index(n).Interface()] = true
	}
	return ids
}

// call runs a builder and returns its error.
func call(ctx context.Context, builder reflect.Value) error {
	out := builder.MethodByName("Exec").Call([]reflect.Value{reflect.ValueOf(ctx)})
	err, _ := out[len(out)-1].Interface().(error)
	return err
}

// Without a viewer, nothing can be read and nothing can be changed.
func TestNobodyAsksNothing(t *testing.T) {
	testenv.Each(t, func(t *testing.T, env *testenv.Env) {
		if _, err := env.Store.Client().Product.Query().All(t.Context()); !errors.Is(err, store.ErrNoScope) {
			t.Errorf("a read: %v, want %v", err, store.ErrNoScope)
		}
		err := env.Store.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Client().Account.Update().SetName("taken").Save(ctx)
			return err
		})
		if !errors.Is(err, store.ErrNoScope) {
			t.Errorf("a change: %v, want %v", err, store.ErrNoScope)
		}
	})
}
