package catalog

import (
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// PartNumberFacts is what must be known of a part number before something can be issued under it. A zero value is not
// known.
type PartNumberFacts struct {
	Product gid.ID
	// LicenseModel is that of the part number or, if it has none, of its product. HasTerms says that it has a version.
	LicenseModel gid.ID
	HasTerms     bool
	// Unit is the code of the unit.
	Unit       string
	Term       vocabulary.Term
	TermLength int
	StartRule  vocabulary.StartRule
	PackSize   int
	// CoverageKind is "" if no coverage is sold along.
	CoverageKind   vocabulary.CoverageKind
	CoverageLength int
}

// Gaps returns what is missing in a part number, in the order of the contract. Nothing can be issued under a part
// number with gaps.
func Gaps(f PartNumberFacts) []vocabulary.PartNumberGap {
	gaps := []vocabulary.PartNumberGap{}
	add := func(is bool, gap vocabulary.PartNumberGap) {
		if is {
			gaps = append(gaps, gap)
		}
	}
	ends := f.Term == vocabulary.TermSubscription || f.Term == vocabulary.TermTrial
	add(f.Product == 0, vocabulary.PartNumberGapProduct)
	add(f.LicenseModel == 0, vocabulary.PartNumberGapLicenseModel)
	add(f.LicenseModel != 0 && !f.HasTerms, vocabulary.PartNumberGapLicenseTerms)
	add(f.Unit == "" || f.Unit == UnknownUnit, vocabulary.PartNumberGapUnit)
	add(f.Term == "", vocabulary.PartNumberGapTerm)
	add(ends && f.TermLength == 0, vocabulary.PartNumberGapTermLength)
	add(f.StartRule == "", vocabulary.PartNumberGapStartRule)
	add(f.PackSize == 0, vocabulary.PartNumberGapPackSize)
	add(f.CoverageKind != "" && f.CoverageLength == 0 && f.Term == vocabulary.TermPerpetual,
		vocabulary.PartNumberGapCoverageLength)
	return gaps
}
