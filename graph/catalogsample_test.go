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
		c.PartNumber.UpdateOneID(part).SetTerm(vocabulary.TermSubscription).SetCancelDays(5).
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

// fillCustomFields adds a custom field of each type, and gives objects of an account values of all of them.
func fillCustomFields(t *testing.T, f *testenv.Fixture, account gid.ID, objects ...gid.ID) {
	t.Helper()
	ctx, c, at := f.Context(), f.Client(), clock.At(testenv.Today.Time())
	subjects := map[gid.Type]vocabulary.CustomFieldSubject{gid.Account: vocabulary.CustomFieldSubjectAccount,
		gid.Entitlement: vocabulary.CustomFieldSubjectEntitlement, gid.LineItem: vocabulary.CustomFieldSubjectLineItem,
		gid.Device: vocabulary.CustomFieldSubjectDevice}
	for typ, value := range map[vocabulary.CustomFieldType]string{vocabulary.CustomFieldTypeText: "4711",
		vocabulary.CustomFieldTypeNumber: "-12.5", vocabulary.CustomFieldTypeDay: "2027-03-31",
		vocabulary.CustomFieldTypeBoolean: "true", vocabulary.CustomFieldTypeChoice: "gold"} {
		for _, object := range objects {
			id := gid.New(gid.CustomField, 0)
			create := c.CustomField.Create().SetID(id).SetSubject(subjects[object.Type()]).
				SetCode("rest" + string(typ)).SetType(typ).SetLabelEnglish("Rest").SetLabelGerman("Rest").
				SetDescription("What is left").
				SetForCustomers(true).SetCreatedAt(at).SetRetiredAt(at)
			if typ == vocabulary.CustomFieldTypeChoice {
				create.SetChoices("gold\nsilver")
			}
			if err := create.Exec(ctx); err != nil {
				t.Fatal(err)
			}
			if err := c.CustomValue.Create().SetAccountID(account).SetSubjectID(object).SetCustomFieldID(id).
				SetValue(value).SetUpdatedAt(at).Exec(ctx); err != nil {
				t.Fatal(err)
			}
		}
	}
}
