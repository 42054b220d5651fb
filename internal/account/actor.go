package account

import (
	"context"

	"github.com/muniment/muniment/ent/user"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

// ActorNames returns the user names of actors; who[i] acted in accounts[i]. A name is "" if the id is 0, or if the
// viewer may not see that user. An administrator of an account sees the names of everyone who acted in it, including
// users whom they do not see otherwise.
func ActorNames(ctx context.Context, v *page.View, asking *viewer.Viewer, who, accounts []gid.ID) ([]string, error) {
	var known, seen []int64
	for i, id := range who {
		switch {
		case id == 0:
		case asking.Administers(accounts[i]):
			known = append(known, int64(id))
		default:
			seen = append(seen, int64(id))
		}
	}
	byRight, err := userNames(ctx, v.Unscoped(), known)
	if err != nil {
		return nil, err
	}
	bySight, err := userNames(ctx, v, seen)
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

func userNames(ctx context.Context, v *page.View, ids []int64) (map[gid.ID]string, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	ids, _ = page.Distinct(ids)
	var found []struct {
		ID   int64  `sql:"id"`
		Name string `sql:"user_name"`
	}
	err := v.Scan(ctx, user.Table, func(q *page.Query) {
		q.Where(q.In(q.C(user.FieldID), ids))
		q.Select(q.C(user.FieldID), q.C(user.FieldUserName))
	}, &found)
	if err != nil {
		return nil, err
	}
	names := make(map[gid.ID]string, len(found))
	for _, f := range found {
		names[gid.ID(f.ID)] = f.Name
	}
	return names, nil
}
