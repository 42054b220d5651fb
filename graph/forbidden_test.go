package graph_test

import (
	"context"
	"errors"
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
				t.Fatalf("%s: %s %+v", id, forbidden.Data, forbidden.Errors)
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
				t.Errorf("%s: %s %+v", list, answer.Data, answer.Errors)
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
		tables, tried := 0, 0
		clients := reflect.TypeOf(ent.Client{})
		for n := range clients.NumField() {
			field := clients.Field(n)
			if !field.IsExported() || !strings.HasSuffix(field.Type.String(), "Client") {
				continue
			}
			tables++
			var before int
			err := env.Store.Write(viewer.With(t.Context(), viewer.System()),
				func(ctx context.Context, tx store.Tx) error {
					rows := reflect.ValueOf(*tx.Client()).Field(n)
					before = count(t, viewer.With(ctx, theirs), rows)
					if before == 0 {
						return errUndo
					}
					tried++
					// A delete without a condition deletes the viewer's own rows, unless another row refers to them.
					_ = call(viewer.With(ctx, own), rows.MethodByName("Delete").Call(nil)[0])
					return errUndo
				})
			if !errors.Is(err, errUndo) {
				t.Errorf("%s: %v", field.Name, err)
			}
			for _, verb := range []string{"UpdateOneID", "DeleteOneID"} {
				err := env.Store.Write(viewer.With(t.Context(), viewer.System()),
					func(ctx context.Context, tx store.Tx) error {
						rows := reflect.ValueOf(*tx.Client()).Field(n)
						found := rows.MethodByName("Query").Call(nil)[0].MethodByName("FirstID").
							Call([]reflect.Value{reflect.ValueOf(viewer.With(ctx, theirs))})
						everybody := count(t, viewer.With(ctx, own), rows) == count(t,
							viewer.With(ctx, viewer.System()), rows)
						if !found[1].IsNil() || everybody {
							return errUndo
						}
						builder := rows.MethodByName(verb).Call(found[:1])[0]
						if verb == "UpdateOneID" {
							setAnyColumn(builder)
						}
						if err := call(viewer.With(ctx, own), builder); !ent.IsNotFound(err) {
							t.Errorf("%s.%s of another's row: %v", field.Name, verb, err)
						}
						return errUndo
					})
				if !errors.Is(err, errUndo) {
					t.Errorf("%s: %v", field.Name, err)
				}
			}
		}
		if tables < 40 || tried < 25 {
			t.Errorf("%d tables, of which %d had rows of the other", tables, tried)
		}
		t.Logf("%d tables, %d of them with rows of the other", tables, tried)
	})
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

func count(t *testing.T, ctx context.Context, rows reflect.Value) int {
	t.Helper()
	got := rows.MethodByName("Query").Call(nil)[0].MethodByName("Count").Call([]reflect.Value{reflect.ValueOf(ctx)})
	if !got[1].IsNil() {
		t.Fatal(got[1].Interface())
	}
	return int(got[0].Int())
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
			t.Errorf("a read: %v", err)
		}
		err := env.Store.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Client().Account.Update().SetName("taken").Save(ctx)
			return err
		})
		if !errors.Is(err, store.ErrNoScope) {
			t.Errorf("a change: %v", err)
		}
	})
}
