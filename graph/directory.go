package graph

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/directorygroupmember"
	"github.com/muniment/muniment/ent/directoryrecord"
	"github.com/muniment/muniment/ent/domainproof"
	"github.com/muniment/muniment/graph/level"
	"github.com/muniment/muniment/graph/model"
	"github.com/muniment/muniment/internal/account"
	"github.com/muniment/muniment/internal/email"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/page"
	"github.com/muniment/muniment/internal/viewer"
)

func recordFilter(f *model.DirectoryRecordFilterInput) account.DirectoryRecordFilter {
	if f == nil {
		return account.DirectoryRecordFilter{}
	}
	return account.DirectoryRecordFilter{Linked: f.Linked, Active: f.Active, Adopted: f.Adopted}
}

// directoryRecordsOf fetches the records of the directory of an account, for whom the scope shows them.
func (r *Resolver) directoryRecordsOf(ctx context.Context, obj *model.Account, args page.Args, filter *model.DirectoryRecordFilterInput) (
	*page.Connection[*model.DirectoryRecord], error) {
	return many(ctx, obj.Place, r.kinds.directoryRecord, directoryrecord.FieldAccountID, func(o *model.Account) gid.ID { return o.ID }, args,
		account.DirectoryRecordsByID, recordFilter(filter).Where, filter)
}

// allDirectoryRecords fetches the records of all accounts that the viewer administers; the producer's people give what an index answers.
func (r *Resolver) allDirectoryRecords(ctx context.Context, args page.Args, filter *model.DirectoryRecordFilterInput) (
	*page.Connection[*model.DirectoryRecord], error) {
	f := recordFilter(filter)
	if who := viewer.From(ctx); who != nil && who.SeesEverything() {
		if err := f.CheckAcross(); err != nil {
			return nil, err
		}
	}
	return list(ctx, r.kinds.directoryRecord, args, account.DirectoryRecordsByID, f.Where, filter)
}

// recordGroups fetches the groups of records, for all records of the level at once.
func (r *Resolver) recordGroups(ctx context.Context, obj *model.DirectoryRecord) ([]*model.DirectoryGroup, error) {
	return level.Load(ctx, obj.Place, "#groups", func(ctx context.Context, rows []*model.DirectoryRecord) ([][]*model.DirectoryGroup, error) {
		ids := make([]gid.ID, len(rows))
		for i, row := range rows {
			ids[i] = row.ID
		}
		return r.groupsOfRecords(ctx, ids)
	})
}

// groupsOfRecords fetches the groups of records given by their ids; 0 is none.
func (r *Resolver) groupsOfRecords(ctx context.Context, records []gid.ID) ([][]*model.DirectoryGroup, error) {
	places, err := r.account.DirectoryGroupMembers.All(ctx, directorygroupmember.FieldDirectoryRecordID,
		keysOf(records, func(id gid.ID) gid.ID { return id }), inOrder, nil)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for _, group := range places {
		ids = append(ids, keysOf(group, func(p *ent.DirectoryGroupMember) gid.ID { return p.DirectoryGroupID })...)
	}
	groups, err := r.kinds.directoryGroup.byID(ctx, ids, nil)
	if err != nil {
		return nil, err
	}
	out := make([][]*model.DirectoryGroup, len(records))
	for i, group := range places {
		out[i], groups = groups[:len(group):len(group)], groups[len(group):]
	}
	return out, nil
}

// domainProven tells whether the domains of the addresses of records are proven, for all records of the level at once.
func (r *Resolver) domainProven(ctx context.Context, obj *model.DirectoryRecord) (bool, error) {
	return level.Load(ctx, obj.Place, "#domainProven", func(ctx context.Context, rows []*model.DirectoryRecord) ([]bool, error) {
		proofs, err := r.account.DomainProofs.All(ctx, domainproof.FieldAccountID,
			keysOf(rows, func(o *model.DirectoryRecord) gid.ID { return o.AccountID }), account.DomainProofsByName, nil)
		if err != nil {
			return nil, err
		}
		out := make([]bool, len(rows))
		for i, row := range rows {
			out[i] = row.Email != nil && account.ProvenBy(proofs[i], email.Domain(*row.Email))
		}
		return out, nil
	})
}
