package eligibility

import (
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Coverage is what coverages say of a line on a day, whether the line can be used or not.
type Coverage struct {
	// Covers says that a coverage counts on the day, and Partly that it leaves a part of the line uncovered.
	Covers, Partly bool
	// Item is the item of the coverage that counts; or else, of those that do not count, that of the nearest one.
	Item gid.ID
	// From and To are the days on which no coverage counts; nil if there is no such day, or none known.
	From, To *day.Day
	// Stopped are the decisions that hold on the day about a coverage that would count without them.
	Stopped []Decision
	// Ended says that a coverage has ended, which another one can follow, and Waits that one starts with the right.
	Ended, Waits bool
}

// support adds why no case may be opened. Any kind of coverage is enough, as for LineItem.isCovered.
func (j *judgement) support() {
	c := &j.right.Coverage
	if !c.Covers {
		j.add(&Reason{Code: vocabulary.EligibilityCodeNotCovered, Refuses: true, CoverageItem: c.Item, From: c.From,
			To: c.To, Sentence: "No coverage counts for the right" + inDays(c.From, c.To) + ".",
			Remedies: j.toBeCovered(c)})
		return
	}
	if c.Partly {
		j.add(&Reason{Code: vocabulary.EligibilityCodePartlyCovered, CoverageItem: c.Item,
			Sentence: "The coverage covers only a part of the right.",
			Remedies: []*Remedy{j.bought(vocabulary.EligibilityRemedyKindCoverTheRest, "correctCoverage",
				"The producer lets the coverage cover all of the right.")}})
	}
}

// toBeCovered returns how a coverage counts on the day. If one does not count because of decisions that nobody takes
// back, another one would not count either.
func (j *judgement) toBeCovered(c *Coverage) []*Remedy {
	list := release(c.Stopped)
	if c.To != nil {
		list = append(list, wait(*c.To+1))
	}
	if c.Ended {
		return append(list, j.bought(vocabulary.EligibilityRemedyKindExtendCoverage, "extendCoverage",
			"The producer extends the coverage until "+j.on.InWords()+" or longer."))
	}
	if c.Waits {
		list = append(list, byCustomer(vocabulary.EligibilityRemedyKindActivateFirst, vocabulary.RoleLicenseManager, "",
			"The customer activates the first device."))
	}
	if len(list) == 0 && len(c.Stopped) == 0 {
		list = append(list, j.bought(vocabulary.EligibilityRemedyKindBuyCoverage, "addCoverage",
			"The producer sells maintenance or support for the right."))
	}
	return list
}
