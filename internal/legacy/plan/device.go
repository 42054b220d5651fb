package plan

import (
	"context"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

func (p *Planner) walkServers(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "licenseServers", typ: gid.LicenseServer, main: t.server}
	return stream(ctx, p.gather(s, executor), p.stage.LicenseServers, func(x stage.LicenseServer) *record {
		account := at(p.accounts, x.Account)
		r := &record{ref: x.Ref, key: name{KindDevice, x.ID}, source: int64(x.Digest), into: &p.servers,
			owner: account, homed: true, locality: account.Locality(),
			natural: &natural{[]string{"account_id", "fingerprint"}, []any{int64(account), x.ID}},
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				since := first(clock.Instant(p.midnight()), x.ModifiedAt, x.LastSyncAt)
				return aggregate{main: t.server.row(int64(id), int64(account), x.ID, x.IDType, x.Name,
					string(x.Deployment),
					string(x.Status), string(vocabulary.MachineKindOf(x.MachineType)), maybeInstant(x.LastSyncAt),
					search.OfLicenseServer(x.Name, x.MachineType, x.ID), whenWritten, since)}, ""
			}}
		if account == 0 {
			r.skip = DependsOnSkipped
		}
		return r
	})
}

func (p *Planner) walkDevices(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "devices", typ: gid.Device, main: t.device}
	return stream(ctx, p.gather(s, executor), p.stage.Devices, func(x stage.Device) *record {
		account := at(p.accounts, x.Account)
		key := name{KindDevice, x.ID}
		if x.ID == "" {
			key = name{KindHost, Join(x.AccountID, x.Fingerprint)}
		}
		r := &record{ref: x.Ref, key: key, source: int64(x.Digest), into: &p.devices,
			owner: account, homed: true, locality: account.Locality(),
			natural: &natural{[]string{"account_id", "fingerprint"}, []any{int64(account), x.Fingerprint}},
			build: func(id gid.ID, _ idOfPart, _ *Changes) (aggregate, Reason) {
				since := first(clock.Instant(p.midnight()), x.ModifiedAt, x.LastSyncAt)
				return aggregate{main: t.device.row(int64(id), int64(account), x.Fingerprint, x.IDType, x.Name,
					string(x.Kind),
					string(x.Status), maybeID(at(p.servers, x.Server)),
					string(vocabulary.MachineKindOf(x.MachineType)), x.UserString, maybeInstant(x.LastSyncAt),
					search.OfDevice(x.Name, x.MachineType, x.UserString, x.Fingerprint), whenWritten, since)}, ""
			}}
		if account == 0 {
			r.skip = DependsOnSkipped
		}
		return r
	})
}
