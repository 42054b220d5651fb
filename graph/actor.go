package graph

import (
	"cmp"

	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/audit"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// actor is the user or program that did something. user is 0 if it is not a person.
type actor struct {
	Name string
	Kind vocabulary.ActorKind
	user gid.ID
}

func actorObject() *plan.Object {
	return &plan.Object{Name: "Actor", Value: (*actor)(nil), Fields: plan.Fields{
		"user": plan.Key(func(_ *plan.Call, r plan.Row) gid.ID { return r.Value().(*actor).user }),
	}}
}

// actorOf declares the actor whose id is in one of the columns: that of the user and, for what programs may do too,
// that of the API key. It is null if all of them are, or if the viewer may not know the name.
func actorOf(columns ...string) *plan.Field {
	idIn := func(r plan.Row) (id gid.ID) {
		for _, column := range columns {
			id = cmp.Or(id, r.ID(column))
		}
		return id
	}
	names := plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]string, error) {
		who, accounts := make([]gid.ID, len(rows)), make([]gid.ID, len(rows))
		for i, r := range rows {
			who[i], accounts[i] = idIn(r), r.ID("account_id")
		}
		return account.ActorNames(c, c.View, c.Viewer, who, accounts)
	}, append([]string{"account_id"}, columns...)...)
	return plan.Plain(func(_ *plan.Call, r plan.Row) any {
		return newActor(names.Of(r), idIn(r))
	}, columns...).Using(&names.Fact)
}

// newActor returns the actor whose id is that of a user, or that of the API key of a program. It is nil without a
// name.
func newActor(name string, id gid.ID) any {
	switch {
	case name == "":
		return nil
	case id.Type() == gid.APIKey:
		return &actor{name, vocabulary.ActorKindProgram, 0}
	}
	return &actor{name, vocabulary.ActorKindUser, id}
}

// author declares the actor whose id is in one column, and whose name for everybody is in another: that of a system, or
// of the side of a person or program. Whoever may know the name of the person or program is told it. It is null if both
// columns are empty.
func author(idColumn, column string) *plan.Field {
	names := plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]string, error) {
		who, accounts := make([]gid.ID, len(rows)), make([]gid.ID, len(rows))
		for i, r := range rows {
			who[i], accounts[i] = r.ID(idColumn), r.ID("account_id")
		}
		return account.ActorNames(c, c.View, c.Viewer, who, accounts)
	}, "account_id", idColumn)
	return plan.Plain(func(_ *plan.Call, r plan.Row) any {
		id, side := r.ID(idColumn), r.Text(column)
		switch name := names.Of(r); {
		case id != 0 && name != "":
			return newActor(name, id)
		case side == "":
			return (*actor)(nil)
		case id == 0:
			return &actor{side, vocabulary.ActorKindSystem, 0}
		case id.Type() == gid.APIKey:
			return &actor{side, vocabulary.ActorKindProgram, 0}
		}
		return &actor{side, vocabulary.ActorKindUser, 0}
	}, idColumn, column).Using(&names.Fact)
}

func actorOfEntry(_ *plan.Call, r plan.Row) any {
	kind := audit.ActorKind(vocabulary.CredentialKind(r.Text("credential")), r.ID("actor_id"))
	return &actor{r.Text("actor_name"), kind, r.ID("actor_id")}
}
