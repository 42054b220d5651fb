package catalog

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/coveragelevel"
	"github.com/muniment/muniment/ent/feature"
	"github.com/muniment/muniment/ent/licensemodel"
	"github.com/muniment/muniment/ent/licensemodelversion"
	"github.com/muniment/muniment/ent/listprice"
	"github.com/muniment/muniment/ent/partnumber"
	"github.com/muniment/muniment/ent/partnumberupgrade"
	"github.com/muniment/muniment/ent/product"
	"github.com/muniment/muniment/ent/productfeature"
	"github.com/muniment/muniment/ent/productline"
	"github.com/muniment/muniment/ent/suitemember"
	"github.com/muniment/muniment/ent/unitofmeasure"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
)

func ofRetired(at *clock.Instant) string { return ofBoolean(at != nil) }

func readProductLines(ctx context.Context, r *reading) ([]object, error) {
	rows, err := portions(ctx, func(ctx context.Context, last gid.ID) ([]*ent.ProductLine, error) {
		return r.client.ProductLine.Query().Where(r.after(last, productline.FieldName)).All(ctx)
	}, func(l *ent.ProductLine) gid.ID { return l.ID })
	return objectsOf(rows, func(l *ent.ProductLine) object {
		return object{l.ID, map[string]string{"name": l.Name, "description": l.Description,
			"retired": ofRetired(l.RetiredAt)}}
	}), wrap("read the product lines", err)
}

func objectsOf[T any](rows []T, of func(T) object) []object {
	list := make([]object, len(rows))
	for i, row := range rows {
		list[i] = of(row)
	}
	return list
}

func readProducts(ctx context.Context, r *reading) ([]object, error) {
	rows, err := portions(ctx, func(ctx context.Context, last gid.ID) ([]*ent.Product, error) {
		return r.client.Product.Query().Where(r.after(last, product.FieldName)).WithProductLine().WithLicenseModel().
			All(ctx)
	}, func(p *ent.Product) gid.ID { return p.ID })
	if err != nil {
		return nil, wrap("read the products", err)
	}
	list := make([]object, len(rows))
	byID := make(map[gid.ID]map[string]string, len(rows))
	for i, p := range rows {
		list[i] = object{p.ID, map[string]string{"name": p.Name, "version": p.Version,
			"productLine": p.Edges.ProductLine.Name, "kind": string(p.Kind), "state": string(p.State),
			"startsOn": ofDay(p.AvailableFrom), "endsOn": ofDay(p.AvailableUntil), "description": p.Description}}
		if m := p.Edges.LicenseModel; m != nil {
			list[i].cells["licenseModel"] = m.Name
		}
		byID[p.ID] = list[i].cells
	}
	return list, readContents(ctx, r, rows, byID)
}

// readContents adds the features and the members of products.
func readContents(ctx context.Context, r *reading, rows []*ent.Product, byID map[gid.ID]map[string]string) error {
	for len(rows) > 0 {
		some := rows[:min(portion, len(rows))]
		rows = rows[len(some):]
		ids := make([]gid.ID, len(some))
		for i, p := range some {
			ids[i] = p.ID
		}
		features, err := r.client.ProductFeature.Query().Where(productfeature.ProductIDIn(ids...)).
			Order(ent.Asc(productfeature.FieldID)).All(ctx)
		if err != nil {
			return wrap("read the features of products", err)
		}
		for _, f := range features {
			err := r.addContent(ctx, byID[f.ProductID], "features", gid.Feature, f.FeatureID, f.Quantity)
			if err != nil {
				return err
			}
		}
		members, err := r.client.SuiteMember.Query().Where(suitemember.SuiteIDIn(ids...)).
			Order(ent.Asc(suitemember.FieldID)).All(ctx)
		if err != nil {
			return wrap("read the members of suites", err)
		}
		for _, m := range members {
			err := r.addContent(ctx, byID[m.SuiteID], "suiteMembers", gid.Product, m.ProductID, m.Quantity)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// addContent adds a line to the cell of a list: an object and how many of it.
func (r *reading) addContent(ctx context.Context, cells map[string]string, column string, of gid.Type, id gid.ID,
	quantity int) error {
	name, err := r.names.of(ctx, of, id)
	cells[column] = addLine(cells[column], fmt.Sprintf("%s × %d", name, quantity))
	return err
}

func addLine(cell, line string) string {
	if cell == "" {
		return line
	}
	return cell + "\n" + line
}

// labelsOfContents returns the names of the objects in the cell of a list, without how many of them there are.
func labelsOfContents(cell string) []string {
	var labels []string
	for line := range strings.SplitSeq(cell, "\n") {
		name, _ := splitContent(line)
		labels = append(labels, name)
	}
	return labels
}

// splitContent returns the parts of a line such as "Harbor Packager 2026.1 × 2". The quantity is "1" if there is none.
func splitContent(line string) (name, quantity string) {
	if at := strings.LastIndex(line, " × "); at >= 0 {
		return strings.TrimSpace(line[:at]), strings.TrimSpace(line[at+len(" × "):])
	}
	return strings.TrimSpace(line), "1"
}

func readLicenseModels(ctx context.Context, r *reading) ([]object, error) {
	rows, err := portions(ctx, func(ctx context.Context, last gid.ID) ([]*ent.LicenseModel, error) {
		return r.client.LicenseModel.Query().Where(r.after(last, licensemodel.FieldName)).All(ctx)
	}, func(m *ent.LicenseModel) gid.ID { return m.ID })
	if err != nil {
		return nil, wrap("read the license models", err)
	}
	list := objectsOf(rows, func(m *ent.LicenseModel) object {
		return object{m.ID, map[string]string{"name": m.Name, "technology": m.Technology,
			"activationModel": string(m.ActivationModel), "metered": ofBoolean(m.Metered),
			"retired": ofRetired(m.RetiredAt)}}
	})
	for from := 0; from < len(list); from += portion {
		if err := readTerms(ctx, r, list[from:min(from+portion, len(list))]); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// readTerms adds the newest terms of license models.
func readTerms(ctx context.Context, r *reading, models []object) error {
	ids, byID := make([]gid.ID, len(models)), make(map[gid.ID]map[string]string, len(models))
	for i, m := range models {
		ids[i], byID[m.id] = m.id, m.cells
	}
	versions, err := r.client.LicenseModelVersion.Query().Where(licensemodelversion.LicenseModelIDIn(ids...)).
		Order(ent.Asc(licensemodelversion.FieldNumber)).All(ctx)
	for _, v := range versions { // the newest one comes last
		cells := byID[v.LicenseModelID]
		cells["startsOn"], cells["leaseSeconds"] = ofDay(&v.ValidFrom), ofMaybeNumber(v.LeaseSeconds)
		cells["graceDays"], cells["overdraftAllowed"] = ofNumber(v.GraceDays), ofBoolean(v.OverdraftAllowed)
		cells["rehostLimit"], cells["offlineAllowed"] = ofMaybeNumber(v.RehostLimit), ofBoolean(v.OfflineAllowed)
		cells["offlineDays"], cells["surplus"] = ofMaybeNumber(v.OfflineDays), string(v.Surplus)
	}
	return wrap("read the terms of the license models", err)
}

func readUnits(ctx context.Context, r *reading) ([]object, error) {
	rows, err := portions(ctx, func(ctx context.Context, last gid.ID) ([]*ent.UnitOfMeasure, error) {
		return r.client.UnitOfMeasure.Query().Where(r.after(last, unitofmeasure.FieldCode)).All(ctx)
	}, func(u *ent.UnitOfMeasure) gid.ID { return u.ID })
	return objectsOf(rows, func(u *ent.UnitOfMeasure) object {
		return object{u.ID, map[string]string{"code": u.Code, "singular": u.Singular, "plural": u.Plural,
			"symbol": ofText(u.Symbol), "kind": string(u.Kind), "pool": string(u.Pool),
			"aggregation": string(u.Aggregation), "baseUnit": u.BaseUnit, "scale": strconv.FormatInt(u.Scale, 10),
			"decimals": ofNumber(u.Decimals), "currency": ofText(u.Currency), "rule": u.Rule,
			"countsAsOneEnglish": ofText(u.CountsAsOneEnglish), "countsAsOneGerman": ofText(u.CountsAsOneGerman),
			"retired": ofRetired(u.RetiredAt)}}
	}), wrap("read the units of measure", err)
}

func readLevels(ctx context.Context, r *reading) ([]object, error) {
	rows, err := portions(ctx, func(ctx context.Context, last gid.ID) ([]*ent.CoverageLevel, error) {
		return r.client.CoverageLevel.Query().Where(r.after(last, coveragelevel.FieldCode)).All(ctx)
	}, func(l *ent.CoverageLevel) gid.ID { return l.ID })
	return objectsOf(rows, func(l *ent.CoverageLevel) object {
		return object{l.ID, map[string]string{"code": l.Code, "name": l.Name, "rank": ofNumber(l.Rank),
			"retired": ofRetired(l.RetiredAt)}}
	}), wrap("read the coverage levels", err)
}

func readFeatures(ctx context.Context, r *reading) ([]object, error) {
	rows, err := portions(ctx, func(ctx context.Context, last gid.ID) ([]*ent.Feature, error) {
		return r.client.Feature.Query().Where(r.after(last, feature.FieldCode)).All(ctx)
	}, func(f *ent.Feature) gid.ID { return f.ID })
	return objectsOf(rows, func(f *ent.Feature) object {
		return object{f.ID, map[string]string{"code": f.Code, "version": f.Version, "name": f.Name,
			"retired": ofRetired(f.RetiredAt)}}
	}), wrap("read the features", err)
}

func readPartNumbers(ctx context.Context, r *reading) ([]object, error) {
	var upgrades []*ent.PartNumberUpgrade
	rows, err := portions(ctx, func(ctx context.Context, last gid.ID) ([]*ent.PartNumber, error) {
		some, err := r.client.PartNumber.Query().Where(r.after(last, partnumber.FieldCode)).WithLicenseModel().
			WithUnit().WithCoverageLevel().WithSuccessor().All(ctx)
		if err != nil {
			return nil, err
		}
		ids := make([]gid.ID, len(some))
		for i, p := range some {
			ids[i] = p.ID
		}
		their, err := r.client.PartNumberUpgrade.Query().Where(partnumberupgrade.PartNumberIDIn(ids...)).
			Order(ent.Asc(partnumberupgrade.FieldID)).All(ctx)
		upgrades = append(upgrades, their...)
		return some, err
	}, func(p *ent.PartNumber) gid.ID { return p.ID })
	if err != nil {
		return nil, wrap("read the part numbers", err)
	}
	byID := make(map[gid.ID]map[string]string, len(rows))
	list := objectsOf(rows, func(p *ent.PartNumber) object {
		cells := map[string]string{"code": p.Code, "description": p.Description, "term": ofText(p.Term),
			"startRule": ofText(p.StartRule), "termLength": ofMaybeNumber(p.TermLength),
			"termUnit": ofText(p.TermUnit), "packSize": ofMaybeNumber(p.PackSize),
			"overdraft": ofNumber(p.Overdraft), "coverageKind": ofText(p.CoverageKind),
			"coverageLength":     ofMaybeNumber(p.CoverageLength),
			"coverageLengthUnit": ofText(p.CoverageLengthUnit), "cancelDays": ofMaybeNumber(p.CancelDays),
			"retired": ofRetired(p.RetiredAt)}
		if m := p.Edges.LicenseModel; m != nil {
			cells["licenseModel"] = m.Name
		}
		if u := p.Edges.Unit; u != nil {
			cells["unit"] = u.Code
		}
		if l := p.Edges.CoverageLevel; l != nil {
			cells["coverageLevel"] = l.Code
		}
		if s := p.Edges.Successor; s != nil {
			cells["successor"] = s.Code
		}
		byID[p.ID] = cells
		return object{p.ID, cells}
	})
	for _, p := range rows {
		if p.ProductID != nil {
			if byID[p.ID]["product"], err = r.names.of(ctx, gid.Product, *p.ProductID); err != nil {
				return nil, err
			}
		}
	}
	for _, u := range upgrades {
		name, err := r.names.of(ctx, gid.Product, u.ProductID)
		if err != nil {
			return nil, err
		}
		cells := byID[u.PartNumberID]
		cells["upgradesFrom"] = addLine(cells["upgradesFrom"], name)
	}
	return list, nil
}

// readPrices reads list prices. The keys are codes of part numbers; it locks their rows, as every change of their
// prices does.
func readPrices(ctx context.Context, r *reading) ([]object, error) {
	var list []object
	_, err := portions(ctx, func(ctx context.Context, last gid.ID) ([]*ent.PartNumber, error) {
		numbers, err := r.client.PartNumber.Query().Where(r.after(last, partnumber.FieldCode)).All(ctx)
		if err != nil {
			return nil, err
		}
		ids, codes := make([]gid.ID, len(numbers)), make(map[gid.ID]string, len(numbers))
		for i, p := range numbers {
			ids[i], codes[p.ID] = p.ID, p.Code
		}
		prices, err := r.client.ListPrice.Query().Where(listprice.PartNumberIDIn(ids...)).All(ctx)
		for _, p := range prices {
			list = append(list, object{p.ID, map[string]string{"partNumber": codes[p.PartNumberID],
				"currency": p.Currency, "startsOn": ofDay(&p.ValidFrom),
				"amount": amountOf(p.AmountMinor, p.Currency)}})
		}
		return numbers, err
	}, func(p *ent.PartNumber) gid.ID { return p.ID })
	return list, wrap("read the list prices", err)
}

func amountOf(minor int64, currency string) string {
	amount, _, _ := strings.Cut(FormOfMoney(minor, currency), " ")
	return amount
}
