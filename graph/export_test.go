package graph

import (
	"github.com/muniment/muniment/graph/generated"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/gid"
)

// NodeTypes returns the names of the object types that are Nodes, by the types of their ids.
func NodeTypes() map[gid.Type]string {
	names := map[gid.Type]string{}
	for _, s := range (&contract{}).subjects() {
		for _, object := range s.objects {
			if object.ID.Prefix() != "" {
				names[object.ID] = object.Name
			}
		}
	}
	return names
}

// NewFaultySchema returns a schema over a database after modify has put faults into the declarations of its fields.
func NewFaultySchema(o Options, modify func(objects map[string]*plan.Object)) (*Schema, error) {
	inner := generated.NewExecutableSchema(generated.Config{})
	c := &contract{o.Services.Access, o.Services.Members, o.Services.Catalog, o.Services.Rights, o.Services.Coverages,
		o.Services.Issuing, o.Services.Renewing, o.Services.Fields, o.Services.Operation, o.ServiceLinks}
	var declared []*plan.Object
	byName := map[string]*plan.Object{}
	query := &plan.Object{Name: "Query", Fields: plan.Fields{}}
	mutation := &plan.Object{Name: "Mutation", Fields: plan.Fields{}}
	declared = append(declared, query, mutation)
	for _, s := range c.subjects() {
		declared = append(declared, s.objects...)
		query.Fields, mutation.Fields = merge(query.Fields, s.queries), merge(mutation.Fields, s.mutations)
	}
	for _, object := range declared {
		byName[object.Name] = object
	}
	modify(byName)
	table, err := plan.NewTable(inner.Schema(), generated.Arguments, sets, declared...)
	if err != nil {
		return nil, err
	}
	return &Schema{inner, plan.NewExecutor(plan.Options{Table: table, Introspect: inner,
		Snapshot: snapshots(o.Store), Today: o.Today, Refused: refusedValue}), o.Store}, nil
}
