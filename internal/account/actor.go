package account

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent/apikey"
	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

// ActorNames returns the names of actors: the user name of a user, and the name of a program's API key. who[i] acted in
// accounts[i]. A name is "" if the id is 0, or if the viewer may not see that user or key. An administrator of an
// account sees the names of everyone who acted in it, including users and keys that they do not see otherwise.
func ActorNames(ctx context.Context, v *page.View, asking *viewer.Viewer, who, accounts []gid.ID) ([]string, error) {
	var known, seen []gid.ID
	for i, id := range who {
		switch {
		case id == 0:
		case asking.Administers(accounts[i]):
			known = append(known, id)
		default:
			seen = append(seen, id)
		}
	}
	byRight, err := actorNames(ctx, v.Unscoped(), known)
	if err != nil {
		return nil, err
	}
	bySight, err := actorNames(ctx, v, seen)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(who))
	for i, id := range who {
		if asking.Administers(accounts[i]) {
			out[i] = byRight[id]
		} else {
			out[i] = bySight[id]
		}
	}
	return out, nil
}

// actorNames returns the names of the users and API keys that v sees.
func actorNames(ctx context.Context, v *page.View, ids []gid.ID) (map[gid.ID]string, error) {
	var users, keys []int64
	for _, id := range ids {
		if id.Type() == gid.APIKey {
			keys = append(keys, int64(id))
		} else {
			users = append(users, int64(id))
		}
	}
	names := map[gid.ID]string{}
	if err := addNames(ctx, v, names, users, user.Table, user.FieldUserName); err != nil {
		return nil, err
	}
	return names, addNames(ctx, v, names, keys, apikey.Table, apikey.FieldName)
}

// addNames adds to names what column holds in the rows of a table.
func addNames(ctx context.Context, v *page.View, names map[gid.ID]string, ids []int64, table, column string) error {
	if len(ids) == 0 {
		return nil
	}
	ids, _ = page.Distinct(ids)
	var found []struct {
		ID   int64  `sql:"id"`
		Name string `sql:"name"`
	}
	err := v.Scan(ctx, table, func(q *page.Query) {
		q.Where(q.In(q.C(user.FieldID), ids))
		q.Select(q.C(user.FieldID), sql.As(q.C(column), "name"))
	}, &found)
	if err != nil {
		return err
	}
	for _, f := range found {
		names[gid.ID(f.ID)] = f.Name
	}
	return nil
}
