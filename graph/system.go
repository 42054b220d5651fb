package graph

import (
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/system"
)

func systemSubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "System", ID: gid.System, Table: table("systems")},
			{Name: "ExternalId", Table: table("external_ids"), Fields: plan.Fields{"system": plan.One("system_id")}},
		},
		queries: plan.Fields{
			"system":  byID(),
			"lookup":  plan.Find(lookup).Running(system.Statements).Required("externalId.value", "Node"),
			"systems": shortList("", page.Order{Name: "CODE", Columns: []string{"code"}}),
		},
	}
}

// externalIDs declares the ids of an object in other systems.
func externalIDs() *plan.Field { return shortList("entity_id", ordered) }

// lookup returns the id of the object that has an id in another system.
func lookup(c *plan.Call, _ plan.Row) (gid.ID, error) {
	name := plan.Arg[model.ExternalIDInput](c, "externalId")
	return system.Find(c, c.View, system.Name{System: orEmpty(name.System), Kind: orEmpty(name.Kind),
		Value: name.Value})
}
