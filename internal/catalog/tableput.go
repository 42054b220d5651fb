package catalog

import (
	"errors"
	"maps"

	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// yes tells whether a cell says true.
func yes(is *bool) bool { return is != nil && *is }

func putProductLine(in *importing, c *cells) error {
	retired := c.boolean("retired")
	if !c.isNew {
		change := ProductLineChange{Description: c.text("description"), Retired: retired}
		if change == (ProductLineChange{}) {
			return nil
		}
		return c.run(in.changeProductLine(c.object.id, change))
	}
	n := NewProductLine{Name: c.row.cells["name"], Description: orEmpty(c.text("description"))}
	if err := c.run(in.createProductLine(n)); err != nil {
		return err
	}
	id, err := c.created(gid.ProductLine)
	if err != nil || !yes(retired) {
		return err
	}
	return c.run(in.changeProductLine(id, ProductLineChange{Retired: retired}))
}

func putProduct(in *importing, c *cells) error {
	line, err := c.reference("productLine", gid.ProductLine, "ProductLine")
	model, modelErr := c.reference("licenseModel", gid.LicenseModel, "LicenseModel")
	features, featuresErr := c.contents("features", gid.Feature, "Feature")
	members, membersErr := c.contents("suiteMembers", gid.Product, "Product")
	if err := errors.Join(err, modelErr, featuresErr, membersErr); err != nil {
		return err
	}
	kind, state := enumCell[vocabulary.ProductKind](c, "kind"), enumCell[vocabulary.CatalogState](c, "state")
	starts, ends, description := c.day("startsOn"), c.day("endsOn"), c.text("description")
	id := c.object.id
	if c.isNew {
		if err := c.run(in.createProduct(NewProduct{ProductLine: orNone(line), LicenseModel: orNone(model),
			Name: c.row.cells["name"], Version: c.row.cells["version"], Description: orEmpty(description),
			Kind: orEmpty(kind), State: orEmpty(state), StartsOn: starts, EndsOn: ends})); err != nil {
			return err
		}
		if id, err = c.created(gid.Product); err != nil {
			return err
		}
	} else {
		change := ProductChange{Description: description, State: state, LicenseModel: model, StartsOn: starts,
			EndsOn: ends}
		if c.removed("endsOn") {
			forever := true
			change.Perpetual = &forever
		}
		if change != (ProductChange{}) {
			if err := c.run(in.changeProduct(id, change)); err != nil {
				return err
			}
		}
	}
	if features != nil {
		if err := c.run(in.setProductFeatures(id, *features)); err != nil {
			return err
		}
	}
	if members != nil {
		return c.run(in.setSuiteMembers(id, *members))
	}
	return nil
}

// columnsOfTerms are the columns of the terms of a license model.
var columnsOfTerms = []string{"startsOn", "leaseSeconds", "graceDays", "overdraftAllowed", "rehostLimit",
	"offlineAllowed", "offlineDays", "surplus"}

func putLicenseModel(in *importing, c *cells) error {
	retired, technology, starts := c.boolean("retired"), c.text("technology"), c.day("startsOn")
	revised := false
	for _, column := range columnsOfTerms {
		_, is := c.given(column)
		revised = revised || is || c.removed(column)
	}
	terms := c.terms()
	if c.isNew {
		if err := c.run(in.createLicenseModel(NewLicenseModel{Name: c.row.cells["name"],
			Technology:      orEmpty(technology),
			ActivationModel: orEmpty(enumCell[vocabulary.ActivationModel](c, "activationModel")),
			Metered:         c.boolean("metered"), Terms: terms, StartsOn: starts})); err != nil {
			return err
		}
		id, err := c.created(gid.LicenseModel)
		if err != nil || !yes(retired) {
			return err
		}
		return c.run(in.changeLicenseModel(id, LicenseModelChange{Retired: retired}))
	}
	change := LicenseModelChange{Technology: technology, Retired: retired}
	if change != (LicenseModelChange{}) {
		if err := c.run(in.changeLicenseModel(c.object.id, change)); err != nil {
			return err
		}
	}
	if !revised || len(c.refused) > 0 {
		return nil
	}
	// The day of terms that are to come stays. Terms that apply already are followed by new ones from today on.
	if valid := c.whole().day("startsOn"); starts == nil && valid != nil && *valid > in.today() {
		starts = valid
	}
	return c.run(in.reviseLicenseModel(c.object.id, terms, starts))
}

// terms reads the terms of a license model, as they will be.
func (c *cells) terms() Terms {
	w := c.whole()
	return Terms{LeaseSeconds: w.number("leaseSeconds"), GraceDays: orEmpty(w.number("graceDays")),
		OverdraftAllowed: yes(w.boolean("overdraftAllowed")), RehostLimit: w.number("rehostLimit"),
		OfflineAllowed: yes(w.boolean("offlineAllowed")), OfflineDays: w.number("offlineDays"),
		Surplus: orEmpty(enumCell[vocabulary.SurplusRule](w, "surplus"))}
}

// whole returns the cells of the object as it will be: those of the row, or else those of the object as it is.
func (c *cells) whole() *cells {
	all := map[string]string{}
	for _, column := range c.table.columns {
		text := c.row.cells[column.name]
		if text == "" && !c.row.removed[column.name] {
			text = c.object.cells[column.name]
		}
		all[column.name] = text
	}
	w := *c
	w.row, w.object = &tableRow{number: c.row.number, cells: all}, object{}
	return &w
}

func putUnit(in *importing, c *cells) error {
	retired, decimals := c.boolean("retired"), c.number("decimals")
	singular, plural, rule, symbol := c.text("singular"), c.text("plural"), c.text("rule"), c.text("symbol")
	english, german := c.text("countsAsOneEnglish"), c.text("countsAsOneGerman")
	if !c.isNew {
		change := UnitChange{Singular: singular, Plural: plural, Rule: rule, Symbol: symbol, OneEnglish: english,
			OneGerman: german, Decimals: decimals, Retired: retired}
		if change == (UnitChange{}) {
			return nil
		}
		return c.run(in.changeUnit(c.object.id, change))
	}
	n := NewUnit{Unit: Unit{Code: c.row.cells["code"], Singular: orEmpty(singular), Plural: orEmpty(plural),
		Symbol: orEmpty(symbol), Kind: orEmpty(enumCell[vocabulary.UnitKind](c, "kind")),
		Pool:        orEmpty(enumCell[vocabulary.UnitPool](c, "pool")),
		Aggregation: orEmpty(enumCell[vocabulary.Aggregation](c, "aggregation")),
		BaseUnit:    c.row.cells["baseUnit"], Decimals: orEmpty(decimals), Rule: orEmpty(rule),
		Currency: c.row.cells["currency"], One: CountsAsOne{orEmpty(english), orEmpty(german)}},
		Scale: c.row.cells["scale"]}
	if err := c.run(in.createUnit(n)); err != nil {
		return err
	}
	id, err := c.created(gid.UnitOfMeasure)
	if err != nil || !yes(retired) {
		return err
	}
	return c.run(in.changeUnit(id, UnitChange{Retired: retired}))
}

func putLevel(in *importing, c *cells) error {
	retired, name, rank := c.boolean("retired"), c.text("name"), c.number("rank")
	if !c.isNew {
		change := LevelChange{Name: name, Rank: rank, Retired: retired}
		if change == (LevelChange{}) {
			return nil
		}
		return c.run(in.changeLevel(c.object.id, change))
	}
	n := NewLevel{Code: c.row.cells["code"], Name: orEmpty(name), Rank: orEmpty(rank)}
	if err := c.run(in.createLevel(n)); err != nil {
		return err
	}
	id, err := c.created(gid.CoverageLevel)
	if err != nil || !yes(retired) {
		return err
	}
	return c.run(in.changeLevel(id, LevelChange{Retired: retired}))
}

func putFeature(in *importing, c *cells) error {
	retired, name := c.boolean("retired"), c.text("name")
	if !c.isNew {
		change := FeatureChange{Name: name, Retired: retired}
		if change == (FeatureChange{}) {
			return nil
		}
		return c.run(in.changeFeature(c.object.id, change))
	}
	n := NewFeature{Code: c.row.cells["code"], Version: c.row.cells["version"], Name: orEmpty(name)}
	if err := c.run(in.createFeature(n)); err != nil {
		return err
	}
	id, err := c.created(gid.Feature)
	if err != nil || !yes(retired) {
		return err
	}
	return c.run(in.changeFeature(id, FeatureChange{Retired: retired}))
}

// detailsOf are the details of a part number that a removed cell removes.
var detailsOf = map[string]vocabulary.PartNumberDetail{
	"licenseModel": vocabulary.PartNumberDetailLicenseModel, "termLength": vocabulary.PartNumberDetailTermLength,
	"termUnit": vocabulary.PartNumberDetailTermLength, "coverageKind": vocabulary.PartNumberDetailCoverage,
	"coverageLength":     vocabulary.PartNumberDetailCoverageLength,
	"coverageLengthUnit": vocabulary.PartNumberDetailCoverageLength,
	"coverageLevel":      vocabulary.PartNumberDetailCoverageLevel,
	"successor":          vocabulary.PartNumberDetailSuccessor,
	"cancelDays":         vocabulary.PartNumberDetailCancelDays}

// putPartNumber puts a part number. If its successor is still to be made, because the two name each other, it gets it
// once that is there.
func putPartNumber(in *importing, c *cells) error {
	if next := c.row.cells["successor"]; in.waiting[next] && next != c.row.cells["code"] {
		without := *c.row
		without.cells = maps.Clone(c.row.cells)
		delete(without.cells, "successor")
		whole, code := *c, c.row.cells["code"]
		in.postponed[next] = append(in.postponed[next], func() error { return whole.succeed(code) })
		c.row = &without
	}
	d, err := c.partNumber()
	if err != nil {
		return err
	}
	retired := c.boolean("retired")
	if !c.isNew {
		change := PartNumberChange{PartNumberDetails: d, Retired: retired}
		for _, column := range c.table.columns {
			if detail, is := detailsOf[column.name]; is && c.removed(column.name) {
				change.Removes = append(change.Removes, detail)
			}
		}
		if d == (PartNumberDetails{}) && retired == nil && len(change.Removes) == 0 {
			return nil
		}
		return c.run(in.changePartNumber(c.object.id, change))
	}
	if err := c.run(in.createPartNumber(c.row.cells["code"], d)); err != nil {
		return err
	}
	id, err := c.created(gid.PartNumber)
	if err != nil || !yes(retired) {
		return err
	}
	return c.run(in.changePartNumber(id, PartNumberChange{Retired: retired}))
}

// succeed gives the part number with a code the successor that its row names.
func (c *cells) succeed(code string) error {
	ids, err := c.names.find(c.ctx, gid.PartNumber, code)
	if err != nil || len(ids) != 1 { // it was refused
		return err
	}
	successor, err := c.reference("successor", gid.PartNumber, "PartNumber")
	if err != nil || successor == nil {
		return err
	}
	return c.run(c.changePartNumber(ids[0], PartNumberChange{
		PartNumberDetails: PartNumberDetails{Successor: successor}}))
}

func (c *cells) partNumber() (PartNumberDetails, error) {
	product, productErr := c.reference("product", gid.Product, "Product")
	model, modelErr := c.reference("licenseModel", gid.LicenseModel, "LicenseModel")
	unit, unitErr := c.reference("unit", gid.UnitOfMeasure, "UnitOfMeasure")
	level, levelErr := c.reference("coverageLevel", gid.CoverageLevel, "CoverageLevel")
	successor, successorErr := c.reference("successor", gid.PartNumber, "PartNumber")
	upgrades, upgradesErr := c.references("upgradesFrom", gid.Product, "Product")
	return PartNumberDetails{Description: c.text("description"), Product: product, LicenseModel: model, Unit: unit,
		Term: enumCell[vocabulary.Term](c, "term"), StartRule: enumCell[vocabulary.StartRule](c, "startRule"),
		TermLength: c.number("termLength"), TermUnit: enumCell[vocabulary.TermUnit](c, "termUnit"),
		PackSize: c.number("packSize"), Overdraft: c.number("overdraft"),
		CoverageKind:       enumCell[vocabulary.CoverageKind](c, "coverageKind"),
		CoverageLength:     c.number("coverageLength"),
		CoverageLengthUnit: enumCell[vocabulary.TermUnit](c, "coverageLengthUnit"), CoverageLevel: level,
		Successor: successor, CancelDays: c.number("cancelDays"), UpgradesFrom: upgrades,
	}, errors.Join(productErr, modelErr, unitErr, levelErr, successorErr, upgradesErr)
}

func putPrice(in *importing, c *cells) error {
	amount := c.text("amount")
	if amount == nil {
		return nil
	}
	number, err := c.find("partNumber", gid.PartNumber, "PartNumber", c.row.cells["partNumber"])
	if err != nil || number == nil {
		return err
	}
	starts := (&cells{importing: c.importing, row: c.row}).day("startsOn")
	return c.run(in.setListPrice(NewPrice{PartNumber: *number, Amount: *amount, Currency: c.row.cells["currency"],
		StartsOn: starts}))
}
