package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv"
)

// Each effect that names an object says the truth of it: what was created or changed exists after the change, and what
// was removed does not. The changed field is a field of the object in the contract; those of a session are fields of
// its viewer.
func TestEffectsNameObjectsAndFieldsOfTheContract(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole of it runs without the race detector")
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, mutation := range mutationsOf(schema) {
		t.Run(mutation.Name, func(t *testing.T) {
			testenv.Each(t, func(t *testing.T, env *testenv.Env) {
				h := oneTenant(t, env)
				e := examples(t, env, h)[mutation.Name]
				answer := env.As(e.who.Settle()).Ask(t, fmt.Sprintf(
					"mutation ($input: %s) { change: %s(input: $input) { effects { kind subjectId field } } }",
					mutation.Arguments.ForName("input").Type, mutation.Name),
					map[string]any{"input": merged(e.input, map[string]any{"reason": "because"})})
				var data struct {
					Change struct {
						Effects []struct{ Kind, SubjectID, Field string }
					}
				}
				if len(answer.Errors) > 0 || json.Unmarshal(answer.Data, &data) != nil ||
					len(data.Change.Effects) == 0 {
					t.Fatalf("%s %+v, want len(Errors) = 0, Unmarshal = nil and len(Effects) != 0", answer.Data,
						answer.Errors)
				}
				for _, effect := range data.Change.Effects {
					if effect.SubjectID == "" {
						continue
					}
					id, err := gid.Parse(effect.SubjectID)
					must(t, err)
					if is := exists(t, env, id); is != (effect.Kind != "REMOVED") {
						t.Errorf("%+v: the object exists: %t, want %v", effect, is, effect.Kind != "REMOVED")
					}
					if effect.Field != "" && fieldOf(schema, id, effect.Field) == nil {
						t.Errorf("%+v: the contract has no such field", effect)
					}
				}
			})
		})
	}
}

// fieldOf returns the field of the type of an object, or of a type whose fields its effects name, too; nil if neither
// has one with this name. What is behind a dot is the code of a custom field.
func fieldOf(schema *ast.Schema, id gid.ID, name string) *ast.FieldDefinition {
	name, _, _ = strings.Cut(name, ".")
	typ := typeName(id.Type())
	if typ == "" {
		typ = catalogTypes[id.Type()]
	}
	if f := schema.Types[typ].Fields.ForName(name); f != nil {
		return f
	}
	switch id.Type() {
	case gid.Session:
		return schema.Types["Viewer"].Fields.ForName(name)
	case gid.Account:
		return schema.Types["Address"].Fields.ForName(name)
	}
	return nil
}

// catalogTypes are the types of the contract for the objects of the producer's catalog.
var catalogTypes = map[gid.Type]string{gid.ProductLine: "ProductLine", gid.Product: "Product", gid.Feature: "Feature",
	gid.LicenseModel: "LicenseModel", gid.LicenseModelVersion: "LicenseModelVersion",
	gid.UnitOfMeasure: "UnitOfMeasure", gid.CoverageLevel: "CoverageLevel", gid.PartNumber: "PartNumber",
	gid.ListPrice: "ListPrice", gid.CustomField: "CustomField"}

// exists tells whether there is a row with an id.
func exists(t *testing.T, env *testenv.Env, id gid.ID) bool {
	t.Helper()
	if id.Type() == gid.Job { // River's table, which has no column of the data model
		answer := env.Ask(t, `query ($id: ID!) { job(id: $id) { id } }`, map[string]any{"id": id.String()})
		return len(answer.Errors) == 0
	}
	tables := map[gid.Type]string{gid.Account: "accounts", gid.User: "users", gid.Membership: "memberships",
		gid.Invitation: "invitations", gid.AccessRequest: "access_requests", gid.Session: "sessions",
		gid.APIKey: "api_keys", gid.DirectoryGroup: "directory_groups", gid.DirectoryRecord: "directory_records",
		gid.Device: "devices", gid.ProductLine: "product_lines", gid.Product: "products", gid.Feature: "features",
		gid.LicenseModel: "license_models", gid.LicenseModelVersion: "license_model_versions",
		gid.UnitOfMeasure: "units_of_measure", gid.CoverageLevel: "coverage_levels", gid.PartNumber: "part_numbers",
		gid.ListPrice: "list_prices", gid.Entitlement: "entitlements", gid.LineItem: "line_items",
		gid.Period: "periods", gid.Decision: "decisions", gid.Coverage: "coverages",
		gid.CoverageItem: "coverage_items", gid.CustomField: "custom_fields"}
	name := tables[id.Type()]
	if name == "" {
		t.Fatalf("no table is known for %s", id)
	}
	everything := store.Everything()
	found := false
	err := env.Store.Snapshot(t.Context(), &everything, 1, func(v *page.View) error {
		n, err := v.Count(t.Context(), page.TableNamed(name), func(q *page.Query) { q.Equal("id", id.Key()) })
		found = n > 0
		return err
	})
	must(t, err)
	return found
}
