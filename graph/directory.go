package graph

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/graph/plan"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
)

func (s *contract) directorySubject() subject {
	return subject{
		objects: []*plan.Object{
			{Name: "DirectoryGroup", ID: gid.DirectoryGroup, Table: table("directory_groups"), Fields: plan.Fields{
				"account": plan.One("account_id"),
				"memberCount": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return membersOfGroups.Of(r)
				}).Using(&membersOfGroups.Fact),
				"records": plan.Page(plan.List{Table: "directory_group_members", Partition: "directory_group_id",
					Through: "directory_record_id", Order: account.RecordsOfGroups}),
			}},
			{Name: "DirectoryRecord", ID: gid.DirectoryRecord, Table: table("directory_records"), Fields: plan.Fields{
				"account": plan.One("account_id"),
				"user":    plan.One("user_id"),
				"isDomainProven": plan.Plain(func(_ *plan.Call, r plan.Row) any {
					return domainsProven.Of(r)
				}).Using(&domainsProven.Fact),
				"groups": plan.Short(plan.List{Table: "directory_group_members", Partition: "directory_record_id",
					Through: "directory_group_id", Order: ordered}),
			}},
		},
		queries: plan.Fields{
			"directoryGroup":   byID(),
			"directoryRecord":  byID(),
			"directoryRecords": plan.Page(plan.List{Order: account.DirectoryRecordsByID, Filter: recordFilterAcross}),
		},
	}
}

// membersOfGroups is the number of members of each group.
var membersOfGroups = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]int64, error) {
	return c.View.CountOf(c, table("directory_group_members"), "directory_group_id", plan.IDs(rows, "id"), nil)
}, "id")

// domainsProven tells, for each directory record, whether the account has proven the domain of the record's address.
var domainsProven = plan.NewFacts(func(c *plan.Call, rows []plan.Row) ([]bool, error) {
	accounts, _ := page.Distinct(plan.IDs(rows, "account_id"))
	var found []struct {
		Account gid.ID         `sql:"account_id"`
		Domain  string         `sql:"domain"`
		Proven  *clock.Instant `sql:"proven_at"`
		Lapsed  *clock.Instant `sql:"lapsed_at"`
	}
	err := c.View.Scan(c, "domain_proofs", func(q *page.Query) {
		q.Where(q.In(q.C("account_id"), accounts))
		q.Select(q.C("account_id"), q.C("domain"), q.C("proven_at"), q.C("lapsed_at"))
	}, &found)
	if err != nil {
		return nil, err
	}
	proofs := map[gid.ID][]*ent.DomainProof{}
	for _, f := range found {
		proofs[f.Account] = append(proofs[f.Account],
			&ent.DomainProof{Domain: f.Domain, ProvenAt: f.Proven, LapsedAt: f.Lapsed})
	}
	out := make([]bool, len(rows))
	for i, r := range rows {
		out[i] = !r.Null("email") && account.ProvenBy(proofs[r.ID("account_id")], email.Domain(r.Text("email")))
	}
	return out, nil
}, "account_id", "email")

func recordFilter(c *plan.Call) account.DirectoryRecordFilter {
	f := plan.Arg[*model.DirectoryRecordFilterInput](c, "filter")
	if f == nil {
		return account.DirectoryRecordFilter{}
	}
	return account.DirectoryRecordFilter{Linked: f.Linked, Active: f.Active, Adopted: f.Adopted}
}

// recordFilterOf is the filter for the directory records of one account.
func recordFilterOf(c *plan.Call) (page.Where, any, error) {
	filter := recordFilter(c)
	return filter.Where, filter, nil
}

// recordFilterAcross is the filter for the directory records of all accounts that the viewer administers. The
// producer's people, who see every account, need a filter that an index supports.
func recordFilterAcross(c *plan.Call) (page.Where, any, error) {
	filter := recordFilter(c)
	if c.Viewer != nil && c.Viewer.SeesEverything() {
		return filter.Where, filter, filter.CheckAcross()
	}
	return filter.Where, filter, nil
}
