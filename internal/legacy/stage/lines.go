package stage

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/vocabulary"
)

// joinLineItems joins the legacy lines with their entitlement and with what was sold. What was sold is joined once for
// all lines that share it.
func (s *Stage) joinLineItems(ctx context.Context) error {
	if err := s.run(ctx,
		`CREATE TABLE x_terms (id INTEGER PRIMARY KEY, product INTEGER, part INTEGER, model INTEGER)`,
		`INSERT INTO x_terms SELECT t.id, rp.ref, rn.ref, rm.ref FROM line_items_terms t
			LEFT JOIN products p ON p.productName = t.productName AND p.version = t.productVersion AND p.valid = 1
			LEFT JOIN r_products rp ON rp.rid = p.rid
			LEFT JOIN part_numbers n ON n.partId = t.partNumber AND n.valid = 1 LEFT JOIN r_part_numbers rn
			ON rn.rid = n.rid
			LEFT JOIN license_models m ON m.name = t.licenseModel AND m.valid = 1 LEFT JOIN r_license_models rm
			ON rm.rid = m.rid`,
		`CREATE TABLE x_line_items (rid INTEGER PRIMARY KEY, account INTEGER, entitlement INTEGER, terms INTEGER)`,
		`INSERT INTO x_line_items SELECT k.rid, re.account, re.ref, k.terms FROM line_items k
			LEFT JOIN entitlements e ON e.entitlementId = k.entitlementId AND e.valid = 1 LEFT JOIN r_entitlements re
			ON re.rid = e.rid
			WHERE k.valid = 1`); err != nil {
		return err
	}
	from := "FROM x_line_items x JOIN line_items k ON k.rid = x.rid AND k.valid = 1 JOIN line_items_terms t ON " +
		"t.id = k.terms WHERE "
	sold := func(column, value string) string {
		return from +
			fmt.Sprintf(
				"k.terms IN (SELECT b.id FROM x_terms b JOIN line_items_terms t ON t.id = b.id WHERE b.%s IS NULL "+
					"AND %s IS NOT NULL)", column, value)
	}
	refused := 0
	for _, ref := range []reference{
		{from: legacy.LineItems, to: legacy.Entitlements, values: []string{"k.entitlementId"},
			rows: from + "x.entitlement IS NULL"},
		{from: legacy.LineItems, to: legacy.Products, values: []string{"t.productName", "t.productVersion"},
			rows: sold("product", "t.productName")},
		{from: legacy.LineItems, to: legacy.PartNumbers, values: []string{"t.partNumber"},
			rows: sold("part", "t.partNumber")},
		{from: legacy.LineItems, to: legacy.LicenseModels, values: []string{"t.licenseModel"},
			rows: sold("model", "t.licenseModel")},
	} {
		n, err := s.refuse(ctx, ref)
		if err != nil {
			return err
		}
		refused += n
	}
	if refused == 0 {
		return nil
	}
	return s.dropRefusedLines(ctx)
}

func (s *Stage) dropRefusedLines(ctx context.Context) error {
	return s.run(ctx,
		"DELETE FROM x_line_items WHERE rid IN (SELECT x.rid FROM x_line_items x JOIN line_items k ON k.rid = "+
			"x.rid WHERE k.valid = 0)")
}

// joinUses joins fulfillments and add-ons with the legacy lines that they use, and sums their counts.
func (s *Stage) joinUses(ctx context.Context) error {
	if err := s.run(ctx,
		`CREATE TABLE x_fulfillments (rid INTEGER PRIMARY KEY, line INTEGER, count INTEGER, live INTEGER,
			first INTEGER)`,
		`INSERT INTO x_fulfillments SELECT k.rid, l.rid, k.fulfilledCount, k.live, k.startDate FROM fulfillments k
			LEFT JOIN line_items l ON l.activationId = k.activationId AND l.valid = 1 WHERE k.valid = 1`,
		`CREATE TABLE x_devices (rid INTEGER PRIMARY KEY, account INTEGER, server INTEGER)`,
		`INSERT INTO x_devices SELECT k.rid, ra.ref, NULL FROM devices k
			LEFT JOIN accounts a ON a.accountId = k.soldTo AND a.valid = 1 LEFT JOIN r_accounts ra ON ra.rid = a.rid
			WHERE k.valid = 1`); err != nil {
		return err
	}
	if _, err := s.refuse(ctx, reference{from: legacy.Devices, to: legacy.Accounts, values: []string{"k.soldTo"},
		rows: "FROM x_devices x JOIN devices k ON k.rid = x.rid AND k.valid = 1 WHERE x.account IS NULL"}); err != nil {
		return err
	}
	if err := s.run(ctx,
		`DELETE FROM x_devices WHERE account IS NULL`,
		`CREATE TABLE x_device_addons (rid INTEGER PRIMARY KEY, device INTEGER, line INTEGER, count INTEGER)`,
		`INSERT INTO x_device_addons SELECT k.rid, d.rid, l.rid, k.consumedCopies FROM device_addons k
			LEFT JOIN devices d ON d.deviceId = k.deviceId AND d.valid = 1
			LEFT JOIN line_items l ON l.activationId = k.activationId AND l.valid = 1 WHERE k.valid = 1`); err != nil {
		return err
	}
	addons := "FROM x_device_addons x JOIN device_addons k ON k.rid = x.rid AND k.valid = 1 WHERE "
	for _, ref := range []reference{
		{from: legacy.Fulfillments, to: legacy.LineItems, values: []string{"k.activationId"},
			rows: "FROM x_fulfillments x JOIN fulfillments k ON k.rid = x.rid AND k.valid = 1 WHERE x.line IS NULL"},
		{from: legacy.DeviceAddons, to: legacy.Devices, values: []string{"k.deviceId"},
			rows: addons + "x.device IS NULL"},
		{from: legacy.DeviceAddons, to: legacy.LineItems, values: []string{"k.activationId"},
			rows: addons + "x.line IS NULL"},
	} {
		if _, err := s.refuse(ctx, ref); err != nil {
			return err
		}
	}
	return s.run(ctx,
		`DELETE FROM x_fulfillments WHERE line IS NULL`,
		`DELETE FROM x_device_addons WHERE line IS NULL OR device IS NULL`,
		`CREATE TABLE x_uses (line INTEGER PRIMARY KEY, used INTEGER, live INTEGER, first INTEGER)`,
		`INSERT INTO x_uses SELECT line, sum(count), sum(live), min(first) FROM (
			SELECT line, count, 1 live, first FROM x_fulfillments WHERE live = 1
			UNION ALL SELECT line, count, 0, NULL FROM x_device_addons) GROUP BY line`)
}

// startTerms sets the days of terms that begin with the first activation, if there was one.
func (s *Stage) startTerms(ctx context.Context) error {
	if err := s.run(ctx, `CREATE TABLE x_started (rid INTEGER PRIMARY KEY, first INTEGER, last INTEGER,
		perpetual INTEGER)`); err != nil {
		return err
	}
	insert, err := s.db.prepare("INSERT INTO x_started VALUES (?, ?, ?, ?)")
	if err != nil {
		return err
	}
	err = s.db.each(ctx, fmt.Sprintf(`SELECT %s, k.rid, u.first, k.lastDay, k.perpetual, k.termDuration, t.termUnit
		FROM line_items k
		JOIN line_items_terms t ON t.id = k.terms
			AND t.startDateOption = '`+string(vocabulary.StartRuleFirstActivation)+`'
		JOIN x_uses u ON u.line = k.rid WHERE k.valid = 1 AND k.firstDay IS NULL AND u.first IS NOT NULL
		ORDER BY k.rid`, where(legacy.LineItems)), nil, func(r Row) error {
		last, perpetual := r[5], r.Bool(6)
		if last == nil && !perpetual && !r.Null(7) {
			length, unit := r.Int(7), vocabulary.TermUnit(r.Text(8))
			end := termEnd(day.Day(r.Int(4)), length, unit)
			if perpetual = endless(end); !perpetual {
				last = int64(end)
			} else if err := s.Add(legacy.Finding{Rule: legacy.SentinelDate, Kind: legacy.LineItems,
				LegacyID: r.Text(2), File: r.Text(0), Line: r.Int(1), Message: endlessTerm(length, unit)}); err != nil {
				return err
			}
		}
		return insert.do(r[3], r[4], last, boolean(perpetual))
	})
	if err := errors.Join(err, insert.close()); err != nil {
		return err
	}
	return s.run(ctx, `UPDATE line_items SET (firstDay, lastDay, perpetual) = (SELECT first, last, perpetual
		FROM x_started s WHERE s.rid = line_items.rid)
		WHERE rid IN (SELECT rid FROM x_started)`)
}

// resolveUnits determines the unit of lines with a license model and without a unit: the one that all other lines of
// the model have, or else the one in the model's name.
func (s *Stage) resolveUnits(ctx context.Context) error {
	type answer struct{ code, currency string }
	agreed := map[string]answer{}
	if err := s.db.each(ctx, `SELECT licenseModel, min(unit), coalesce(min(currency), ''), count(DISTINCT unit),
		count(DISTINCT coalesce(currency, ''))
		FROM line_items_terms WHERE unitOfMeasure IS NOT NULL
			AND unit <> '`+legacy.UnitUnknown+`' AND licenseModel IS NOT NULL
		GROUP BY licenseModel`, nil, func(r Row) error {
		if r.Int(3) == 1 && r.Int(4) == 1 {
			agreed[r.Text(0)] = answer{r.Text(1), r.Text(2)}
		}
		return nil
	}); err != nil {
		return err
	}
	units := s.encoders[legacy.LineItems].units
	decided := map[int64]answer{}
	bases := map[int64]int64{}
	if err := s.db.each(ctx, "SELECT id, licenseModel FROM line_items_terms WHERE unit IS NULL", nil,
		func(r Row) error {
			unit, ok := agreed[r.Text(1)]
			if !ok {
				named, _ := units.FromModel(r.Text(1))
				unit = answer{named.Code, named.Currency}
			}
			decided[r.Int(0)] = unit
			bases[r.Int(0)] = units.Base(unit.code, unit.currency)
			return nil
		}); err != nil {
		return err
	}
	var tooLarge []int64
	if len(decided) > 0 {
		if err := s.db.each(ctx, fmt.Sprintf(`SELECT %s, k.rid, k.terms, k.numberOfCopies, coalesce(k.overdraftMax, 0),
			t.licenseModel FROM line_items k
			JOIN line_items_terms t ON t.id = k.terms AND t.unit IS NULL WHERE k.valid = 1
			ORDER BY k.rid`, where(legacy.LineItems)), nil, func(r Row) error {
			unit, base := decided[r.Int(4)], bases[r.Int(4)]
			f := legacy.Finding{Rule: legacy.UnitFromModel, Kind: legacy.LineItems, LegacyID: r.Text(2),
				File: r.Text(0), Line: r.Int(1),
				Message: fmt.Sprintf("no unit of measure; %s is taken from the license model %s", unit.code,
					quoted(r.Text(7)))}
			if unit.code == legacy.UnitUnknown {
				f.Rule, f.Remedy = legacy.UndecidedUnit, "decide the unit of this line item"
				f.Message = fmt.Sprintf("no unit of measure, and the license model %s does not tell it",
					quoted(r.Text(7)))
			}
			if !fits(r.Int(5), base) || !fits(r.Int(6), base) {
				tooLarge = append(tooLarge, r.Int(3))
				f.Rule, f.Remedy = legacy.BadNumber, "correct it in the source"
				f.Message = fmt.Sprintf("numberOfCopies or overdraftMax is too large for the unit %s; at most %d",
					unit.code, int64(math.MaxInt64)/base)
			}
			return s.Add(f)
		}); err != nil {
			return err
		}
	}
	for id, unit := range decided {
		var currency any
		if unit.currency != "" {
			currency = unit.currency
		}
		if _, err := s.db.do(ctx, "UPDATE line_items_terms SET unit = ?, currency = ? WHERE id = ?", unit.code,
			currency, id); err != nil {
			return err
		}
	}
	if len(tooLarge) == 0 {
		return nil
	}
	if err := s.invalidate(ctx, legacy.LineItems, tooLarge); err != nil {
		return err
	}
	return s.dropRefusedLines(ctx)
}

// numberLineItems numbers the lines that remain and their periods.
func (s *Stage) numberLineItems(ctx context.Context) error {
	return s.run(ctx,
		`CREATE TABLE r_line_items (ref INTEGER PRIMARY KEY, rid INTEGER, account INTEGER, entitlement INTEGER)`,
		`INSERT INTO r_line_items (rid, account, entitlement) SELECT x.rid, x.account, x.entitlement
			FROM x_line_items x
			JOIN line_items k ON k.rid = x.rid LEFT JOIN x_folds f ON f.rid = x.rid
			WHERE f.root IS NULL OR f.root = x.rid ORDER BY x.account, x.entitlement, k.activationId`,
		`CREATE UNIQUE INDEX r_line_items_rid ON r_line_items (rid)`,
		`CREATE TABLE x_roots (rid INTEGER PRIMARY KEY, line INTEGER, ordinal INTEGER)`,
		`INSERT INTO x_roots SELECT x.rid, r.ref, coalesce(f.ordinal, 1) FROM x_line_items x LEFT JOIN x_folds f
			ON f.rid = x.rid
			JOIN r_line_items r ON r.rid = coalesce(f.root, x.rid)`,
		`CREATE INDEX x_line_items_entitlement ON x_line_items (entitlement)`,
		`CREATE TABLE r_periods (line INTEGER, ordinal INTEGER, rid INTEGER, PRIMARY KEY (line,
			ordinal)) WITHOUT ROWID`,
		`INSERT INTO r_periods SELECT line, ordinal, rid FROM x_roots ORDER BY line, ordinal`)
}
