package graph

import (
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

// actorOf declares the actor that is the user whose id is in a column. It is null if the viewer may not know the name.
func actorOf(column string) *plan.Field {
	names := plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]string, error) {
		who, accounts := make([]gid.ID, len(rows)), make([]gid.ID, len(rows))
		for i, r := range rows {
			who[i], accounts[i] = r.ID(column), r.ID("account_id")
		}
		return account.ActorNames(c, c.View, c.Viewer, who, accounts)
	}, column, "account_id")
	return plan.Plain(func(_ *plan.Call, r plan.Row) any {
		if names.Of(r) == "" {
			return nil
		}
		return &actor{names.Of(r), vocabulary.ActorKindUser, r.ID(column)}
	}, column).Using(&names.Fact)
}

// actorOfSystem declares an actor of whom only the name is stored, in a column: Muniment itself or an import.
func actorOfSystem(column string) *plan.Field {
	return plan.Plain(func(_ *plan.Call, r plan.Row) any {
		return &actor{r.Text(column), vocabulary.ActorKindSystem, 0}
	}, column)
}

func actorOfEntry(_ *plan.Call, r plan.Row) any {
	kind := audit.ActorKind(vocabulary.CredentialKind(r.Text("credential")), r.ID("actor_id"))
	return &actor{r.Text("actor_name"), kind, r.ID("actor_id")}
}
