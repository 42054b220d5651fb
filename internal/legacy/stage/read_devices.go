package stage

import (
	"context"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// LicenseServers calls yield with every valid license server after a Ref, ordered by account.
func (s *Stage) LicenseServers(ctx context.Context, after Ref, yield func(LicenseServer) error) error {
	more := s.encoders[legacy.Devices].unpacker()
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, k.deviceId, r.account, k.soldTo, k.more
		FROM r_license_servers r
		JOIN devices k ON k.rid = r.rid WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		more.open(row[6])
		v := LicenseServer{Head: r.head(row), ID: row.Text(3), Account: row.Ref(4), AccountID: row.Text(5),
			IDType: more.text("deviceIdType"),
			Name:   more.text("alias"), Deployment: vocabulary.Deployment(more.text("deployment")),
			Status: vocabulary.DeviceStatus(more.text("status")), MachineType: more.text("machineType"),
			ModifiedAt: more.instant("lastModified"), LastSyncAt: more.instant("lastSyncTime")}
		if v.Deployment == "" {
			v.Deployment = vocabulary.DeploymentLocal
		}
		return yield(v)
	})
}

// Devices calls yield with every device after a Ref, ordered by account: registered ones, and hosts of activations.
func (s *Stage) Devices(ctx context.Context, after Ref, yield func(Device) error) error {
	more := s.encoders[legacy.Devices].unpacker()
	return s.iterate(ctx, `SELECT r.ref, coalesce(k.pos, f.pos), k.digest, r.fingerprint, r.account, k.deviceType,
		v.server, k.more FROM r_devices r
		LEFT JOIN devices k ON k.rid = r.rid LEFT JOIN fulfillments f ON f.rid = r.host LEFT JOIN x_served v
		ON v.rid = r.rid
		WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		account, err := r.accountID(ctx, row.Ref(4))
		if err != nil {
			return err
		}
		d := Device{Head: r.head(row), Fingerprint: row.Text(3), Account: row.Ref(4), AccountID: account}
		if row.Null(5) {
			d.Kind, d.Status = vocabulary.DeviceKindHost, vocabulary.DeviceStatusActive
			d.Digest = uint64(newDigest().text(d.AccountID).text(d.Fingerprint))
			return yield(d)
		}
		more.open(row[7])
		d.ID, d.Kind, d.Server = d.Fingerprint, vocabulary.DeviceKind(row.Text(5)), row.Ref(6)
		d.IDType, d.Name, d.Status = more.text("deviceIdType"), more.text("alias"),
			vocabulary.DeviceStatus(more.text("status"))
		d.MachineType, d.UserString, d.ServedStatus = more.text("machineType"), more.text("userString"),
			more.text("servedStatus")
		d.ModifiedAt, d.LastSyncAt = more.instant("lastModified"), more.instant("lastSyncTime")
		if d.ServerID, err = r.serverID(ctx, d.Server); err != nil {
			return err
		}
		d.Digest = uint64(digest(d.Digest).text(d.ServerID))
		return yield(d)
	})
}

// Allocations calls yield with every allocation after a Ref, ordered by the account of its line.
func (s *Stage) Allocations(ctx context.Context, after Ref, yield func(Allocation) error) error {
	more := s.encoders[legacy.DeviceAddons].unpacker()
	return s.iterate(ctx, `SELECT r.ref, k.pos, k.digest, r.server, k.deviceId, r.line, g.activationId, k.activationId,
		r.account, k.consumedCopies, k.more
		FROM r_allocations r JOIN device_addons k ON k.rid = r.rid JOIN r_line_items l ON l.ref = r.line
		JOIN line_items g ON g.rid = l.rid
		WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		account, err := r.accountID(ctx, row.Ref(8))
		if err != nil {
			return err
		}
		more.open(row[10])
		a := Allocation{Head: r.head(row), Server: row.Ref(3), ServerID: row.Text(4), LineItem: row.Ref(5),
			LineItemID:   row.Text(6),
			ActivationID: row.Text(7), Account: row.Ref(8), AccountID: account,
			Requested: more.number("requestedCopies"), Consumed: row.Int(9),
			Generated: more.number("generatedCopies"), State: more.text("licenseState"),
			LastDay: more.day("licenseExpirationDate")}
		a.Digest = uint64(digest(a.Digest).text(a.AccountID).text(a.LineItemID))
		return yield(a)
	})
}

// Activations calls yield with every activation after a Ref, ordered by the account of its line: fulfillments, and
// add-ons of devices that are not servers.
func (s *Stage) Activations(ctx context.Context, after Ref, yield func(Activation) error) error {
	fulfillment, addon := s.encoders[legacy.Fulfillments].unpacker(), s.encoders[legacy.DeviceAddons].unpacker()
	return s.iterate(ctx, `SELECT r.ref, coalesce(f.pos, k.pos), coalesce(f.digest, k.digest), r.source, r.line,
		g.activationId, p.activationId,
			r.account, r.device, d.fingerprint, f.fulfillmentId, f.fulfilledCount, f.startDate, f.live, f.more,
			k.deviceId, k.consumedCopies, k.more
		FROM r_activations r JOIN r_line_items l ON l.ref = r.line JOIN line_items g ON g.rid = l.rid JOIN line_items p
		ON p.rid = r.period
		JOIN r_devices d ON d.ref = r.device
		LEFT JOIN fulfillments f ON f.rid = r.rid AND r.source = `+number(legacy.Fulfillments)+`
		LEFT JOIN device_addons k ON k.rid = r.rid AND r.source = `+number(legacy.DeviceAddons)+`
		WHERE r.ref > ? ORDER BY r.ref`, after, func(r *reader, row Row) error {
		account, err := r.accountID(ctx, row.Ref(7))
		if err != nil {
			return err
		}
		a := Activation{Head: r.head(row), Source: legacy.Kind(row.Int(3)), LineItem: row.Ref(4),
			LineItemID: row.Text(5), ActivationID: row.Text(6),
			Account: row.Ref(7), AccountID: account, Device: row.Ref(8), DeviceFingerprint: row.Text(9)}
		if a.Source == legacy.Fulfillments {
			fulfillment.open(row[14])
			a.ID, a.Count, a.FirstDay, a.Live = row.Text(10), row.Int(11), row.Day(12), row.Bool(13)
			a.Overdraft, a.LastDay = fulfillment.number("overDraftCount"), fulfillment.day("lastDay")
			a.Perpetual, a.ActivatedAt = fulfillment.flag("perpetual", false), fulfillment.instant("fulfillDateTime")
			a.State, a.Action, a.Origin = fulfillment.text("state"), fulfillment.text("supportAction"),
				fulfillment.text("fulfillmentSource")
			if changed := fulfillment.instant("lastModifiedDateTime"); !a.Live && changed.Valid {
				a.ReturnedOn = Day{V: day.Of(changed.V.Time()), Valid: true}
			}
		} else {
			addon.open(row[17])
			a.ID = row.Text(15) + keySeparator + row.Text(6)
			a.Count, a.Live = row.Int(16), true
			a.LastDay, a.State = addon.day("licenseExpirationDate"), addon.text("licenseState")
		}
		a.Digest = uint64(digest(a.Digest).text(a.AccountID).text(a.LineItemID).text(a.DeviceFingerprint))
		return yield(a)
	})
}
