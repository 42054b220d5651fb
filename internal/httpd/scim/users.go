package scim

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/elimity-com/scim/schema"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/internal/directory"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
)

// users implements resources for the records of a directory.
type users struct{ accountDirectory }

func (l users) query(c *ent.Client) *ent.DirectoryRecordQuery {
	return c.DirectoryRecord.Query().Where(directoryrecord.AccountID(l.account)).Order(directoryrecord.ByID())
}

func (l users) get(ctx context.Context, id gid.ID, want selection) (resource, error) {
	r, err := l.query(l.client()).Where(directoryrecord.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return resource{}, notFound()
	}
	if err != nil {
		return resource{}, fmt.Errorf("read the user: %w", err)
	}
	bodies, err := l.render(ctx, []*ent.DirectoryRecord{r}, want)
	if err != nil {
		return resource{}, err
	}
	return resource{bodies[0], version(r.UpdatedAt), l.location("Users", r.ID)}, nil
}

func (d accountDirectory) location(list string, id gid.ID) string {
	return d.base + "/" + list + "/" + url.PathEscape(id.String())
}

// render returns records in their SCIM form, in the same order.
func (l users) render(ctx context.Context, rows []*ent.DirectoryRecord, want selection) ([]map[string]any, error) {
	var in map[gid.ID][]any
	if want.wants("groups") {
		var err error
		if in, err = l.groupsOf(ctx, rows); err != nil {
			return nil, err
		}
	}
	bodies := make([]map[string]any, len(rows))
	for i, r := range rows {
		body := documentOf(directory.PersonOf(r))
		body["schemas"], body["id"] = []string{schema.UserSchema}, r.ID.String()
		if name, ok := body["name"].(map[string]any); ok {
			name["formatted"] = strings.TrimSpace(r.FirstName + " " + r.LastName)
		}
		body["meta"] = map[string]any{"resourceType": "User", "created": r.CreatedAt.String(),
			"lastModified": r.UpdatedAt.String(),
			"location":     l.location("Users", r.ID), "version": version(r.UpdatedAt)}
		if groups := in[r.ID]; len(groups) > 0 {
			body["groups"] = groups
		}
		bodies[i] = body
	}
	return bodies, nil
}

func (l users) groupsOf(ctx context.Context, rows []*ent.DirectoryRecord) (map[gid.ID][]any, error) {
	ids := make([]gid.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	found, err := l.client().DirectoryGroupMember.Query().Where(directorygroupmember.DirectoryRecordIDIn(ids...)).
		Order(directorygroupmember.ByDirectoryGroupID()).WithDirectoryGroup().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the groups of users: %w", err)
	}
	in := map[gid.ID][]any{}
	for _, row := range found {
		in[row.DirectoryRecordID] = append(in[row.DirectoryRecordID],
			map[string]any{"value": row.DirectoryGroupID.String(),
				"$ref": l.location("Groups", row.DirectoryGroupID), "display": row.Edges.DirectoryGroup.Name,
				"type": "direct"})
	}
	return in, nil
}

func (l users) list(ctx context.Context, q query) (page, error) {
	if q.filter == nil {
		return l.all(ctx, q)
	}
	passes, err := compile(q.filter, userAttributes)
	if err != nil {
		return page{}, err
	}
	var kept []map[string]any
	m := newMeter(ctx, maxVisits)
	keep := func(rows []*ent.DirectoryRecord) error {
		bodies, err := l.render(ctx, rows, selection{without: map[string]bool{"groups": !mentions(q.filter,
			"groups") && !q.want.wants("groups")}})
		for _, body := range bodies {
			if m.spend(1) != nil {
				break
			}
			if passes(m, body) {
				kept = append(kept, body)
			}
		}
		return cmp.Or(err, m.err)
	}
	if c, ok := hintOf(q.filter, "username", "externalid", "id", "emails.value", "emails"); ok {
		rows, err := l.candidates(ctx, c)
		if err != nil {
			return page{}, err
		}
		if err := keep(rows); err != nil {
			return page{}, err
		}
	} else if err := l.scan(ctx, keep); err != nil {
		return page{}, err
	}
	from, to := q.cut(len(kept))
	return page{len(kept), kept[from:to]}, nil
}

func (l users) all(ctx context.Context, q query) (page, error) {
	total, err := l.client().DirectoryRecord.Query().Where(directoryrecord.AccountID(l.account)).Count(ctx)
	if err != nil {
		return page{}, fmt.Errorf("count the users: %w", err)
	}
	if q.count == 0 {
		return page{total: total}, nil
	}
	rows, err := l.query(l.client()).Offset(q.start - 1).Limit(q.count).All(ctx)
	if err != nil {
		return page{}, fmt.Errorf("read the users: %w", err)
	}
	bodies, err := l.render(ctx, rows, q.want)
	return page{total, bodies}, err
}

// scan reads all records of the directory in batches of scanPage.
func (l users) scan(ctx context.Context, keep func([]*ent.DirectoryRecord) error) error {
	var last gid.ID
	for seen := 0; ; {
		rows, err := l.query(l.client()).Where(directoryrecord.IDGT(last)).Limit(scanPage).All(ctx)
		if err != nil {
			return fmt.Errorf("look through the users: %w", err)
		}
		if seen += len(rows); seen > maxScan {
			return tooManyUsers()
		}
		if err := keep(rows); err != nil {
			return err
		}
		if len(rows) < scanPage {
			return nil
		}
		last = rows[len(rows)-1].ID
	}
}

func tooManyUsers() error {
	return tooBroad(
		fmt.Sprintf(
			"The filter looks at more than %d users. Filter by userName, externalId, emails.value or id with eq.",
			maxScan))
}

// candidates returns the records that satisfy a hint. Not all of them need to match the filter.
func (l users) candidates(ctx context.Context, c equalityHint) ([]*ent.DirectoryRecord, error) {
	q := l.query(l.client())
	switch c.attribute {
	case "id":
		id, err := gid.Parse(c.value)
		if err != nil {
			return nil, nil
		}
		q.Where(directoryrecord.ID(id))
	case "externalid":
		q.Where(directoryrecord.ExternalID(c.value))
	case "username":
		q.Where(directory.HasUserName(c.value))
	default:
		q.Where(directoryrecord.EmailKey(email.Key(c.value)))
	}
	rows, err := q.Limit(maxScan + 1).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("find the user: %w", err)
	}
	if len(rows) > maxScan {
		return nil, tooManyUsers()
	}
	if c.attribute == "username" {
		exactFirst(rows, c.value, func(r *ent.DirectoryRecord) string { return r.UserName })
	}
	return rows, nil
}

func (l users) create(ctx context.Context, body map[string]any) (gid.ID, error) {
	doc, err := document(body, userAttributes)
	if err != nil {
		return 0, err
	}
	p, err := readPerson(doc, person{Active: true})
	if err != nil {
		return 0, err
	}
	return l.directory.AddRecord(ctx, l.account, withAddress(p), body)
}

func (l users) replace(ctx context.Context, id gid.ID, when condition, body map[string]any) error {
	doc, err := document(body, userAttributes)
	if err != nil {
		return err
	}
	return l.directory.AlterRecord(ctx, l.account, id, body, when.checked(), func(now person) (person, error) {
		p, err := readPerson(doc, now)
		if _, given := doc["externalId"]; !given {
			p.ExternalID = now.ExternalID // a PUT without it keeps the client's identifier of the record
		}
		return withAddress(p), err
	})
}

func (l users) patch(ctx context.Context, id gid.ID, when condition, body map[string]any) error {
	operations, err := operationsOf(ctx, body, userAttributes)
	if err != nil {
		return err
	}
	return l.directory.AlterRecord(ctx, l.account, id, body, when.checked(), func(now person) (person, error) {
		doc := documentOf(now)
		if err := apply(newMeter(ctx, maxPatchVisits), operations, doc); err != nil {
			return person{}, err
		}
		return readPerson(doc, now)
	})
}

func (l users) remove(ctx context.Context, id gid.ID, when condition) error {
	return l.directory.RemoveRecord(ctx, l.account, id, map[string]string{"id": id.String()}, when.checked())
}
