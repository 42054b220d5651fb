package catalog

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/muniment/muniment/internal/vocabulary"
)

func TestGaps(t *testing.T) {
	whole := PartNumberFacts{Product: 1, LicenseModel: 2, HasTerms: true, Unit: "SEAT",
		Term: vocabulary.TermSubscription, TermLength: 1, StartRule: vocabulary.StartRuleFixed, PackSize: 1}
	for name, test := range map[string]struct {
		modify func(f *PartNumberFacts)
		want   []vocabulary.PartNumberGap
	}{
		"nothing is missing": {func(*PartNumberFacts) {}, nil},
		"nothing is known": {func(f *PartNumberFacts) { *f = PartNumberFacts{} },
			[]vocabulary.PartNumberGap{"PRODUCT", "LICENSE_MODEL", "UNIT", "TERM", "START_RULE", "PACK_SIZE"}},
		"a model without terms": {func(f *PartNumberFacts) { f.HasTerms = false },
			[]vocabulary.PartNumberGap{"LICENSE_TERMS"}},
		"the unit of older systems": {func(f *PartNumberFacts) { f.Unit = UnknownUnit },
			[]vocabulary.PartNumberGap{"UNIT"}},
		"a trial without a length": {func(f *PartNumberFacts) { f.Term, f.TermLength = vocabulary.TermTrial, 0 },
			[]vocabulary.PartNumberGap{"TERM_LENGTH"}},
		"a perpetual term": {func(f *PartNumberFacts) { f.Term, f.TermLength = vocabulary.TermPerpetual, 0 }, nil},
		"a coverage as long as the term": {func(f *PartNumberFacts) {
			f.CoverageKind = vocabulary.CoverageKindSupport
		}, nil},
		"a coverage as long as a perpetual term": {func(f *PartNumberFacts) {
			f.Term, f.TermLength, f.CoverageKind = vocabulary.TermPerpetual, 0, vocabulary.CoverageKindSupport
		}, []vocabulary.PartNumberGap{"COVERAGE_LENGTH"}},
	} {
		f := whole
		test.modify(&f)
		if test.want == nil {
			test.want = []vocabulary.PartNumberGap{}
		}
		if d := cmp.Diff(test.want, Gaps(f)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}
