package entitlement

import (
	"context"
	"strconv"
	"strings"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Renewals are lines that are renewed by one change.
type Renewals struct {
	// Lines are 1 to 1,000, each about another line.
	Lines []Renewal
	// Mode says what becomes of the others if a line is refused.
	Mode vocabulary.BulkMode
	// Converts says that the lines are trials, which become paid rights.
	Converts bool
	// ByItself says that nobody asked for the renewals: the lines are evergreen.
	ByItself bool
}

// Renewal says how a line is renewed, as the client wrote it. Nil says nothing.
type Renewal struct {
	LineItem gid.ID
	// PartNumber is nil for the successor of that of the last period, or else for the same one.
	PartNumber *gid.ID
	// Quantity is a decimal number in the unit of the line. If it, Pieces and Unlimited are nil, the renewal grants
	// what the last period grants.
	Quantity *string
	// Pieces is how many pieces of the part number are granted.
	Pieces    *int
	Unlimited *bool
	// StartsOn is nil for the day after the last one of the line; for a trial, it is nil for today.
	StartsOn *day.Day
	// EndsOn is nil for the last day that follows from the part number.
	EndsOn   *day.Day
	Purchase Purchase
	// Again allows to renew a term that is renewed already.
	Again bool
}

// Renewed is a line that was renewed.
type Renewed struct {
	// Index is the place of the line in the input, from 0.
	Index int
	// Line is the line after the change.
	Line   *ent.LineItem
	Period *ent.Period
	// Sold is the part number of the period.
	Sold *catalog.Sold
}

// Renew adds to each line the period by which it is renewed, in the transaction of a change of the producer's
// operators. It returns the lines that were renewed, in the order of the input. A refused line is noted in done if the
// mode is EACH; in any other mode, Renew returns the refusals of all lines.
func Renew(ctx context.Context, tx store.Tx, done *change.Record, today day.Day, reason string, r Renewals) (
	[]*Renewed, error) {
	if n := len(r.Lines); n > maxLines {
		return nil, fault.LongList("input.lines", maxLines, n)
	} else if n == 0 {
		return nil, fault.Bad("input.lines", "The list is empty.", "Name at least one line item.")
	}
	b := &renewing{tx: tx, done: done, by: AuthorOf(ctx), today: today, converts: r.Converts, byItself: r.ByItself}
	if b.byItself {
		b.by = passed.Author
	}
	if err := b.read(ctx, r.Lines); err != nil {
		return nil, err
	}
	for _, l := range b.lines {
		l.findRenewed()
	}
	if b.byItself {
		if err := b.dropUnrenewed(ctx); err != nil {
			return nil, err
		}
	}
	if err := b.readSold(ctx); err != nil {
		return nil, err
	}
	for _, l := range b.lines {
		if len(l.wrong) > 0 {
			continue
		}
		if err := l.plan(); err != nil {
			return nil, err
		}
	}
	if b.byItself {
		if err := b.dropUnrenewed(ctx); err != nil {
			return nil, err
		}
	}
	accepted, err := b.accepted(r.Mode)
	if err != nil {
		return nil, err
	}
	return b.write(ctx, reason, accepted)
}

// renewing is a change that renews lines.
type renewing struct {
	tx       store.Tx
	done     *change.Record
	by       Author
	today    day.Day
	converts bool
	byItself bool
	lines    []*renewal
	catalog  soldParts
}

// renewal is a line that is to be renewed.
type renewal struct {
	*lineChange
	Renewal
	of    *renewing
	index int
	wrong fault.List
	// succeeded has the lines that took the place of this one.
	succeeded []*succeeding
	// old is the period that is renewed, and last the last day of the line.
	old  *ent.Period
	last day.Day
	sold *catalog.Sold
	// terms are those of the new period.
	terms *ent.LicenseModelVersion
	fresh *ent.Period
	gap   bool
}

// accepted returns the lines that are not refused. It notes the refusals of the others, or returns them.
func (b *renewing) accepted(mode vocabulary.BulkMode) ([]*renewal, error) {
	var accepted []*renewal
	var all fault.List
	for _, l := range b.lines {
		if len(l.wrong) == 0 {
			accepted = append(accepted, l)
			continue
		}
		for _, refusal := range change.Refusals(l.wrong.Err()) {
			own := *refusal
			own.Field = b.path(l.index) + strings.TrimPrefix(own.Field, "input")
			if mode == vocabulary.BulkModeEach {
				b.done.Refuse(l.index, &own)
			}
			all.Add(&own)
		}
	}
	if mode != vocabulary.BulkModeEach && len(all) > 0 {
		return nil, all.Err()
	}
	return accepted, nil
}

// path is the path of a line in the input. The rules of one line write "input" for it.
func (b *renewing) path(index int) string {
	if b.converts {
		return "input"
	}
	return "input.lines." + strconv.Itoa(index)
}

// isKnown tells whether the line exists.
func (r *renewal) isKnown() bool { return r.line != nil }

// counted returns the facts of the periods of the line about which no decision holds on all of their days.
func (r *renewal) counted() []*PeriodFact {
	var list []*PeriodFact
	for i := range r.facts.Periods {
		if p := &r.facts.Periods[i]; !p.isRuledOut() {
			list = append(list, p)
		}
	}
	return list
}
