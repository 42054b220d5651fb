package entitlement

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Open is Settle for lines that begin here, and that nobody uses yet. What a line granted on the days of the past, it
// has in its ledger, too: an order that is recorded after its term has ended opens with its amount on the first day,
// and a step takes it away on the day after the last one. Otherwise such a line would have no entry that opens its
// balance.
func Open(ctx context.Context, tx store.Tx, lines []gid.ID, today day.Day, now clock.Instant, by Author,
	text string) error {
	locked, facts, err := lockWithFacts(ctx, tx, lines)
	if err != nil {
		return err
	}
	return open(ctx, tx, locked, facts, today, now, by, text)
}

// OpenMade is Open for lines that the transaction has made, as it wrote them, with all their periods. Nobody else sees
// them yet, and nothing was decided about them.
func OpenMade(ctx context.Context, tx store.Tx, lines []*ent.LineItem, periods []*ent.Period, today day.Day,
	now clock.Instant, by Author, text string) error {
	facts := make(map[gid.ID][]PeriodFact, len(lines))
	for _, p := range periods {
		facts[p.LineItemID] = append(facts[p.LineItemID], FactOf(p, nil))
	}
	return open(ctx, tx, lines, facts, today, now, by, text)
}

func open(ctx context.Context, tx store.Tx, lines []*ent.LineItem, facts map[gid.ID][]PeriodFact, today day.Day,
	now clock.Instant, by Author, text string) error {
	settled := make([]*ent.LineItem, len(lines))
	var entries []*ent.LedgerEntryCreate
	for i, line := range lines {
		settled[i] = Summarize(facts[line.ID], today).applied(line, today, now)
		granted, cause := line.Granted, Cause{Kind: vocabulary.LedgerKindOpen, Text: text}
		for _, on := range turns(facts[line.ID], today) {
			is := Summarize(facts[line.ID], on).Granted
			if is == granted {
				continue
			}
			entries = append(entries,
				ledgerEntry(tx, line, cause.Kind, is-granted, on, now, by, cause.Text).SetExcess(0))
			granted, cause = is, passed
		}
	}
	if err := saveLines(ctx, tx, lines, settled); err != nil {
		return err
	}
	return writeLedger(ctx, tx, entries)
}
