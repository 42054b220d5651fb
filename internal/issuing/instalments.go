package issuing

import (
	"cmp"
	"slices"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/fault"
)

// checkInstalments refuses instalments of a line that are not its price. What it refuses it takes out of the line.
func (l *Line) checkInstalments(i int, wrong *fault.List) {
	before := len(*wrong)
	if l.readInstalments(i, wrong); len(*wrong) > before {
		l.Instalments = nil
	}
}

// readInstalments returns the instalments of a line, which belong to no period yet, or adds what is wrong with them. It
// returns none for a price that cannot be read, which is refused elsewhere.
func (l *Line) readInstalments(i int, wrong *fault.List) []*ent.Instalment {
	if l.Price == nil {
		return entitlement.ReadInstalments(wrong, at(i, "instalments"), l.Instalments, nil, nil)
	}
	minor, err := catalog.MinorOf(at(i, "price"), l.Price.Amount, l.Price.Currency)
	if err != nil {
		return nil
	}
	return entitlement.ReadInstalments(wrong, at(i, "instalments"), l.Instalments, &minor, &l.Price.Currency)
}

// compareInstalments adds what differs between the instalments of a line of an order and those of a period that it
// became.
func (l *Line) compareInstalments(i int, p *ent.Period, wrong *fault.List) {
	differ(wrong, at(i, "instalments"), entitlement.FormOfInstalments(p.Edges.Instalments),
		entitlement.FormOfInstalments(l.readInstalments(i, wrong)))
}

// addInstalments returns the instalments of two periods as those of one: those that are due on the same day are added.
func addInstalments(a, b []*ent.Instalment) []*ent.Instalment {
	var sum []*ent.Instalment
	byDay := slices.SortedStableFunc(slices.Values(slices.Concat(a, b)), func(x, y *ent.Instalment) int {
		return cmp.Compare(x.DueOn, y.DueOn)
	})
	for _, one := range byDay {
		if n := len(sum); n > 0 && sum[n-1].DueOn == one.DueOn && sum[n-1].Currency == one.Currency {
			both := *sum[n-1]
			both.PriceMinor += one.PriceMinor
			sum[n-1] = &both
			continue
		}
		sum = append(sum, one)
	}
	return sum
}

// mendsInstalments tells whether a correction of a line gives the instalments of its period. It is not known to which
// of several periods of the order they belong.
func (m *mending) mendsInstalments(d *mend) bool {
	return m.order.Lines[d.i].Price != nil && d.last() == d.granted
}

// correctInstalments sets in a correction of the price, or of the instalments, what the order says about these.
func (m *mending) correctInstalments(d *mend, counts *entitlement.Correction) {
	if given := m.order.Lines[d.i].Instalments; m.mendsInstalments(d) {
		counts.Purchase.Instalments = append([]entitlement.Instalment{}, given...) // none: paid at once
	}
}
