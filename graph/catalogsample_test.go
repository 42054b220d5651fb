package graph_test

import (
	"testing"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/testenv"
	"github.com/muniment/muniment/internal/vocabulary"
)

// fillRetired adds retired objects of the catalog, and fills in what a part number stands for.
func fillRetired(t *testing.T, f *testenv.Fixture, part, level gid.ID) {
	t.Helper()
	ctx, c, at := f.Context(), f.Client(), clock.At(testenv.Today.Time())
	successor := gid.New(gid.PartNumber, 0)
	for _, err := range []error{
		c.PartNumber.Create().SetID(successor).SetCode("HARBOR-OLD").SetRetiredAt(at).Exec(ctx),
		c.PartNumber.UpdateOneID(part).SetTerm(vocabulary.TermSubscription).
			SetStartRule(vocabulary.StartRuleFixed).SetTermLength(1).SetTermUnit(vocabulary.TermUnitYears).
			SetPackSize(5).SetOverdraft(1).SetCoverageKind(vocabulary.CoverageKindSupport).SetCoverageLength(6).
			SetCoverageLengthUnit(vocabulary.TermUnitMonths).SetCoverageLevelID(level).SetSuccessorID(successor).
			Exec(ctx),
		c.PartNumberUpgrade.Create().SetPartNumberID(part).SetProductID(f.Product).Exec(ctx),
		c.ProductLine.Create().SetID(gid.New(gid.ProductLine, 0)).SetName("Retired line").SetCreatedAt(at).
			SetRetiredAt(at).Exec(ctx),
		c.Feature.Create().SetID(gid.New(gid.Feature, 0)).SetCode("retired").SetRetiredAt(at).Exec(ctx),
		c.LicenseModel.Create().SetID(gid.New(gid.LicenseModel, 0)).SetName("Retired model").
			SetActivationModel(vocabulary.ActivationModelFloating).SetMetered(false).SetRetiredAt(at).Exec(ctx),
		c.UnitOfMeasure.Create().SetID(gid.New(gid.UnitOfMeasure, 0)).SetCode("RETIRED").SetSingular("a").
			SetPlural("b").SetKind(vocabulary.UnitKindCount).SetPool(vocabulary.UnitPoolNone).
			SetAggregation(vocabulary.AggregationSum).SetBaseUnit("a").SetScale(1).SetDecimals(0).
			SetRule("Counted.").SetRetiredAt(at).Exec(ctx),
		c.CoverageLevel.Create().SetID(gid.New(gid.CoverageLevel, 0)).SetCode("RETIRED").SetName("Retired").
			SetRank(1).SetRetiredAt(at).Exec(ctx),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}
