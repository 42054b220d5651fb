package graph

import (
	"slices"
	"testing"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
)

// A field that fetched none of the columns it needs would answer zero values without anybody noticing.
func TestEveryFieldOfAWideTypeKnowsItsColumns(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: NewResolver(ent.NewClient(), func() day.Day { return 0 }, Services{})}).Schema()
	for name, table := range tables {
		definition := schema.Types[name]
		if definition == nil {
			t.Errorf("%s is not in the contract", name)
			continue
		}
		for _, f := range definition.Fields {
			if f.Name != "__typename" && columnsOf(name, f.Name) == nil {
				t.Errorf("%s.%s: it is not said which columns it needs", name, f.Name)
			}
			for _, c := range columnsOf(name, f.Name) {
				if !slices.Contains(table.columns, c) {
					t.Errorf("%s.%s needs column %s, which the table does not have", name, f.Name, c)
				}
			}
		}
		for field := range table.needs {
			if definition.Fields.ForName(field) == nil {
				t.Errorf("%s.%s is not in the contract", name, field)
			}
		}
	}
}

func TestEveryNodeCanBeFetchedByID(t *testing.T) {
	r := NewResolver(ent.NewClient(), func() day.Day { return 0 }, Services{})
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: r}).Schema()
	want := map[string]bool{}
	for _, d := range schema.GetPossibleTypes(schema.Types["Node"]) {
		want[d.Name] = true
	}
	for typ, name := range nodeTypes {
		if r.nodes(typ) == nil {
			t.Errorf("node does not know ids of %s", name)
		}
		if !want[name] {
			t.Errorf("%s is no Node", name)
		}
		delete(want, name)
	}
	for name := range want {
		t.Errorf("%s is a Node but has no type of ids", name)
	}
}

var nodeTypes = map[gid.Type]string{
	gid.Invitation: "Invitation", gid.AccessRequest: "AccessRequest", gid.DirectoryGroup: "DirectoryGroup", gid.DirectoryRecord: "DirectoryRecord", gid.APIKey: "ApiKey",
	gid.ProductLine:         "ProductLine",
	gid.Product:             "Product",
	gid.PartNumber:          "PartNumber",
	gid.Feature:             "Feature",
	gid.LicenseModel:        "LicenseModel",
	gid.LicenseModelVersion: "LicenseModelVersion",
	gid.UnitOfMeasure:       "UnitOfMeasure",
	gid.CoverageLevel:       "CoverageLevel",
	gid.ListPrice:           "ListPrice",
	gid.Account:             "Account",
	gid.User:                "User",
	gid.Membership:          "Membership",
	gid.Entitlement:         "Entitlement",
	gid.LineItem:            "LineItem",
	gid.Period:              "Period",
	gid.Coverage:            "Coverage",
	gid.CoverageItem:        "CoverageItem",
	gid.Device:              "Device",
	gid.LicenseServer:       "LicenseServer",
	gid.Allocation:          "Allocation",
	gid.Activation:          "Activation",
	gid.Meter:               "Meter",
	gid.UsageRecord:         "UsageRecord",
	gid.System:              "System",
}
