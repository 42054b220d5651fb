package loadset

import (
	"context"
	"fmt"
	"strings"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// catalogSet is the catalog: 12 product lines with 20 products each.
type catalogSet struct {
	lines  []productLine
	levels []gid.ID
	meters []meter
	system gid.ID
}

type productLine struct {
	id          gid.ID
	products    []product // products that line items can have
	maintenance []gid.ID
}

type product struct {
	id    gid.ID
	parts []part
}

type part struct {
	id, version, unit gid.ID
	scale             int64
}

type meter struct {
	id, line gid.ID
	scale    int64
}

// SystemCode is the code of the legacy system whose external ids the accounts, entitlements and line items of a load
// set have.
const SystemCode = "legacy"

// The kinds of these external ids.
const (
	KindAccount     = "account"
	KindEntitlement = "entitlement"
	KindActivation  = "activation"
)

const (
	versions = 4
	suites   = 2
)

var (
	subjects = []string{"Survey", "Drafting", "Simulation", "Scheduling", "Telemetry", "Imaging", "Recovery",
		"Messaging",
		"Reporting", "Routing", "Modeling", "Signing"}
	editions = []string{"Workstation", "Team", "Server", "Service"}
	// counted holds the units of the editions. The two part numbers of a product differ in their unit.
	counted = [][2]string{{"SEAT", "NAMED_USER"}, {"CONCURRENT_USER", "ENDPOINT"}, {"SERVER", "CORE"},
		{"GB_STORED", "API_CALL_THOUSAND"}}
	models = []struct {
		name  string
		model vocabulary.ActivationModel
	}{
		{"Node-locked", vocabulary.ActivationModelNodeLocked}, {"Floating", vocabulary.ActivationModelFloating},
		{"Cloud-served", vocabulary.ActivationModelCloudServed}, {"Metered", vocabulary.ActivationModelUsage},
	}
	levels = []string{"Standard", "Premium", "Enterprise"}
)

type unit struct {
	id    gid.ID
	scale int64
}

// catalogWriter writes the catalog. It uses the rows that the migrations created, such as units, as they are.
type catalogWriter struct {
	*filler
	system, line, unit, level, model, version, feature, product, member, holds, partNumber, price, meter,
	word *tableBuffer
}

func (f *filler) fillCatalog(ctx context.Context) error {
	b := &tableBuffers{}
	w := &catalogWriter{
		filler: f,
		system: b.table("systems", "id code name kind"),
		line:   b.table("product_lines", "id name description created_at"),
		unit: b.table("units_of_measure",
			"id code singular plural symbol kind pool aggregation base_unit scale decimals rule "+
				"counts_as_one_english counts_as_one_german"),
		level: b.table("coverage_levels", "id code name rank"),
		model: b.table("license_models", "id name technology activation_model metered"),
		version: b.table("license_model_versions",
			"id license_model_id number valid_from lease_seconds grace_days overdraft_allowed offline_allowed "+
				"offline_days"),
		feature: b.table("features", "id code version name"),
		product: b.table("products",
			"id product_line_id license_model_id name version description kind state available_from created_at"),
		member:     b.table("suite_members", "suite_id product_id quantity"),
		holds:      b.table("product_features", "product_id feature_id quantity"),
		partNumber: b.table("part_numbers", "id code description product_id license_model_id unit_id"),
		price:      b.table("list_prices", "id part_number_id currency amount_minor valid_from"),
		meter:      b.table("meters", "id product_line_id unit_id code name reset_interval"),
		word:       b.table("search_words", "entity_type word entity_id account_id"),
	}
	units, err := w.units(ctx)
	if err != nil {
		return err
	}
	f.catalog = &catalogSet{}
	if err := w.levels(ctx); err != nil {
		return err
	}
	if err := w.oldSystem(ctx); err != nil {
		return err
	}
	w.lines(units, w.models())
	if err := b.write(ctx, f.store, f.counts); err != nil {
		return err
	}
	f.reportProgress(0)
	return nil
}

func (w *catalogWriter) units(ctx context.Context) (map[string]unit, error) {
	known := map[string]unit{}
	rows, err := w.store.Client().UnitOfMeasure.Query().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the units: %w", err)
	}
	for _, u := range rows {
		known[u.Code] = unit{u.ID, u.Scale}
	}
	for _, u := range catalog.Units() {
		if _, there := known[u.Code]; there {
			continue
		}
		id := w.keys.catalog(gid.UnitOfMeasure, u.Code)
		known[u.Code] = unit{id, u.Scale}
		w.unit.add(int64(id), u.Code, u.Singular, u.Plural, orNull(u.Symbol), string(u.Kind), string(u.Pool),
			string(u.Aggregation),
			u.BaseUnit, u.Scale, int64(u.Decimals), u.Rule, orNull(u.One.English), orNull(u.One.German))
	}
	return known, nil
}

func (w *catalogWriter) levels(ctx context.Context) error {
	known := map[string]gid.ID{}
	rows, err := w.store.Client().CoverageLevel.Query().All(ctx)
	if err != nil {
		return fmt.Errorf("read the coverage levels: %w", err)
	}
	for _, l := range rows {
		known[l.Code] = l.ID
	}
	for rank, name := range levels {
		code := strings.ToUpper(name)
		id, there := known[code]
		if !there {
			id = w.keys.catalog(gid.CoverageLevel, code)
			w.level.add(int64(id), code, name, int64(10*(rank+1)))
		}
		w.catalog.levels = append(w.catalog.levels, id)
	}
	return nil
}

func (w *catalogWriter) oldSystem(ctx context.Context) error {
	rows, err := w.store.Client().System.Query().All(ctx)
	if err != nil {
		return fmt.Errorf("read the systems: %w", err)
	}
	for _, s := range rows {
		if s.Code == SystemCode {
			w.catalog.system = s.ID
			return nil
		}
	}
	w.catalog.system = w.keys.catalog(gid.System, SystemCode)
	w.system.add(int64(w.catalog.system), SystemCode, "Legacy", string(vocabulary.SystemKindEntitlement))
	return nil
}

// models writes the license models and returns the id of each with the id of its version.
func (w *catalogWriter) models() [][2]gid.ID {
	since := int64(w.shape.Today - age)
	out := make([][2]gid.ID, len(models))
	for i, m := range models {
		id, version := w.keys.catalog(gid.LicenseModel, m.name), w.keys.catalog(gid.LicenseModelVersion, m.name)
		out[i] = [2]gid.ID{id, version}
		served := m.model == vocabulary.ActivationModelFloating || m.model == vocabulary.ActivationModelCloudServed
		var lease, offline any
		if served {
			lease = int64(900)
		} else {
			offline = int64(30)
		}
		w.model.add(int64(id), m.name, "", string(m.model), m.model == vocabulary.ActivationModelUsage)
		w.version.add(int64(version), int64(id), int64(1), since, lease, int64(14), true, !served, offline)
	}
	return out
}

func (w *catalogWriter) lines(units map[string]unit, models [][2]gid.ID) {
	r := w.keys.random(ofCatalog, 0)
	oldest := w.shape.Today - age
	for n, subject := range subjects {
		line := productLine{id: w.keys.catalog(gid.ProductLine, subject)}
		made := int64(instant(oldest, n))
		w.line.add(int64(line.id), subject, "What belongs to "+subject+".", made)
		feature := w.keys.catalog(gid.Feature, subject)
		w.feature.add(int64(feature), strings.ToUpper(subject)+"_CORE", "1.0", subject+" core")
		for e, edition := range editions {
			for v := range versions {
				p := product{}
				title := subject + " " + edition
				p.id = w.add(line.id, models[e][0], title, fmt.Sprintf("%d.0", v+1), vocabulary.ProductKindProduct,
					int64(oldest)+int64(v)*365, made)
				w.holds.add(int64(p.id), int64(feature), int64(1))
				for _, code := range counted[e] {
					u := units[code]
					number := fmt.Sprintf("%s-%s-%d-%s", strings.ToUpper(subject)[:3], strings.ToUpper(edition)[:3],
						v+1, code)
					id := w.keys.catalog(gid.PartNumber, number)
					w.partNumber.add(int64(id), number, title, int64(p.id), int64(models[e][0]), int64(u.id))
					for _, currency := range []string{"EUR", "USD"} {
						w.price.add(int64(w.keys.catalog(gid.ListPrice, number+currency)), int64(id), currency,
							int64(1000+100*r.IntN(5000)), int64(oldest))
					}
					p.parts = append(p.parts, part{id: id, version: models[e][1], unit: u.id, scale: u.scale})
				}
				line.products = append(line.products, p)
			}
		}
		for s := range suites {
			suite := w.add(line.id, models[0][0], subject+" Suite", fmt.Sprintf("%d.0", s+1),
				vocabulary.ProductKindSuite, int64(oldest), made)
			for e := range editions {
				w.member.add(int64(suite), int64(line.products[e*versions+s].id), int64(1))
			}
		}
		for _, level := range levels[:2] {
			id := w.add(line.id, 0, subject+" Maintenance "+level, "1.0", vocabulary.ProductKindMaintenance,
				int64(oldest), made)
			line.maintenance = append(line.maintenance, id)
		}
		u := units["API_CALL_THOUSAND"]
		m := meter{id: w.keys.catalog(gid.Meter, subject), line: line.id, scale: u.scale}
		w.meter.add(int64(m.id), int64(line.id), int64(u.id), strings.ToUpper(subject)+"_CALLS", subject+" calls",
			string(vocabulary.ResetIntervalMonth))
		w.catalog.meters = append(w.catalog.meters, m)
		w.catalog.lines = append(w.catalog.lines, line)
	}
}

func (w *catalogWriter) add(line, model gid.ID, title, version string, kind vocabulary.ProductKind, from,
	made int64) gid.ID {
	id := w.keys.catalog(gid.Product, title+" "+version)
	var terms any
	if model != 0 {
		terms = int64(model)
	}
	w.product.add(int64(id), int64(line), terms, title, version, "", string(kind),
		string(vocabulary.CatalogStateAvailable), from, made)
	for _, word := range search.Words(title) {
		w.word.add(int64(gid.Product), word, int64(id), nil)
	}
	return id
}
