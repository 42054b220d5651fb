package stage

import (
	"context"
	"strconv"

	"github.com/muniment/muniment/internal/legacy"
)

// resolveDevices separates license servers from devices, creates devices for hosts, and joins what uses them. A host
// that is the id of a registered device of the account is that device.
func (s *Stage) resolveDevices(ctx context.Context) error {
	server := "'" + legacy.ClassServer + "'"
	if err := s.run(ctx,
		`CREATE TABLE r_license_servers (ref INTEGER PRIMARY KEY, rid INTEGER, account INTEGER)`,
		`INSERT INTO r_license_servers (rid, account) SELECT x.rid, x.account FROM x_devices x JOIN devices k
			ON k.rid = x.rid
			WHERE k.deviceType = `+server+` ORDER BY x.account, k.deviceId`,
		`CREATE UNIQUE INDEX r_license_servers_rid ON r_license_servers (rid)`,
		`CREATE TABLE x_served (rid INTEGER PRIMARY KEY, server INTEGER)`,
		`INSERT INTO x_served SELECT k.rid, r.ref FROM devices k JOIN x_devices x ON x.rid = k.rid
			LEFT JOIN devices p ON p.deviceId = k.parentDeviceId AND p.valid = 1 LEFT JOIN r_license_servers r
			ON r.rid = p.rid
			WHERE k.parentDeviceId IS NOT NULL`); err != nil {
		return err
	}
	if _, err := s.refuse(ctx, reference{from: legacy.Devices, to: legacy.Devices,
		values: []string{"k.parentDeviceId"},
		rows:   "FROM x_served x JOIN devices k ON k.rid = x.rid AND k.valid = 1 WHERE x.server IS NULL",
		warnAs: legacy.UnknownServer, done: "imported without license server"}); err != nil {
		return err
	}
	return s.run(ctx,
		// An activation without a host is in use somewhere too; its own id stands for the machine.
		`CREATE TABLE x_hosts (rid INTEGER PRIMARY KEY, account INTEGER, host)`,
		`INSERT INTO x_hosts SELECT f.rid, x.account, coalesce(k.host, k.fulfillmentId) FROM x_fulfillments f
			JOIN fulfillments k ON k.rid = f.rid JOIN x_line_items x ON x.rid = f.line WHERE f.count > 0`,
		`CREATE TABLE r_devices (ref INTEGER PRIMARY KEY, account INTEGER, fingerprint, rid INTEGER, host INTEGER)`,
		`INSERT INTO r_devices (account, fingerprint, rid, host)
			SELECT account, fingerprint, max(rid), min(host) FROM (
				SELECT x.account account, k.deviceId fingerprint, k.rid rid, NULL host FROM x_devices x JOIN devices k
					ON k.rid = x.rid WHERE k.deviceType <> `+server+`
				UNION ALL SELECT account, host, NULL, rid FROM x_hosts)
			GROUP BY account, fingerprint ORDER BY account, fingerprint`,
		`CREATE UNIQUE INDEX r_devices_key ON r_devices (account, fingerprint)`,
		`CREATE INDEX r_devices_rid ON r_devices (rid) WHERE rid IS NOT NULL`,
		`CREATE TABLE r_allocations (ref INTEGER PRIMARY KEY, rid INTEGER, server INTEGER, line INTEGER,
			account INTEGER)`,
		`INSERT INTO r_allocations (rid, server, line, account) SELECT a.rid, r.ref, o.line, x.account
			FROM x_device_addons a
			JOIN r_license_servers r ON r.rid = a.device JOIN x_roots o ON o.rid = a.line JOIN x_line_items x
			ON x.rid = a.line
			ORDER BY x.account, o.line, r.ref, a.rid`,
		`CREATE TABLE r_activations (ref INTEGER PRIMARY KEY, source INTEGER, rid INTEGER, period INTEGER,
			line INTEGER, account INTEGER, device INTEGER)`,
		`INSERT INTO r_activations (source, rid, period, line, account, device)
			SELECT source, rid, period, line, account, device FROM (
				SELECT `+number(legacy.Fulfillments)+
			` source, f.rid rid, f.line period, o.line line, h.account account, d.ref device FROM x_fulfillments f
					JOIN x_hosts h ON h.rid = f.rid JOIN x_roots o ON o.rid = f.line JOIN r_devices d
					ON d.account = h.account AND d.fingerprint = h.host
				UNION ALL SELECT `+number(legacy.DeviceAddons)+
			`, a.rid, a.line, o.line, x.account, d.ref FROM x_device_addons a
					JOIN r_devices d ON d.rid = a.device JOIN x_roots o ON o.rid = a.line JOIN x_line_items x
					ON x.rid = a.line WHERE a.count > 0)
			ORDER BY account, line, source, rid`)
}

func number(kind legacy.Kind) string { return strconv.Itoa(int(kind)) }
