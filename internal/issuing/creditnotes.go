package issuing

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/externalid"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
)

// creditNote is a credit note for an order. said is what its lines said, by the line items; nil if that was not kept.
type creditNote struct {
	said    map[gid.ID][]saidLine
	counted map[gid.ID]bool
	// older tells that older periods were found to be its own, which do not say the system.
	older bool
}

// creditNotes are the credit notes for an entitlement.
type creditNotes struct {
	notes map[noteName]*creditNote
	// named are those of each number, in the order in which they were recorded.
	named map[string][]*creditNote
	// periods are those of the entitlement.
	periods map[gid.ID]*ent.Period
	written map[noteWriting]*creditNote
}

// noteName is how a system names a credit note.
type noteName struct {
	system gid.ID
	number string
}

// noteWriting tells the older periods of one change from others: a credit note is recorded by one.
type noteWriting struct {
	number string
	at     clock.Instant
}

// ofOneNote tells whether two periods, of which one is that of a credit note, are of the same one.
func ofOneNote(a, b *ent.Period) bool {
	return a.OrderID == b.OrderID && orNone(a.CreditSystemID) == orNone(b.CreditSystemID)
}

// readCredits returns the credit notes for an entitlement, of which these are the periods.
func readCredits(ctx context.Context, tx store.Tx, header *ent.Entitlement, periods map[gid.ID]*ent.Period) (
	*creditNotes, error) {
	names, err := tx.Client().ExternalID.Query().Where(externalid.EntityID(header.ID), externalid.Kind(kindCredit)).
		Order(externalid.ByID()).All(ctx)
	if err != nil {
		return nil, wrap("read the credit notes for what was issued", err)
	}
	c := &creditNotes{map[noteName]*creditNote{}, map[string][]*creditNote{}, periods,
		map[noteWriting]*creditNote{}}
	for _, name := range names {
		said, err := saidBy(name)
		if err != nil {
			return nil, err
		}
		note := &creditNote{said: said, counted: map[gid.ID]bool{}}
		c.notes[noteName{name.SystemID, name.Value}] = note
		c.named[name.Value] = append(c.named[name.Value], note)
	}
	return c, nil
}

// of returns the credit note that recorded a period, or nil if none did. A period that was recorded before its system
// was kept is of the only note with its number, or of the one that said most of what the same change recorded.
func (c *creditNotes) of(p *ent.Period) *creditNote {
	if p.CreditSystemID != nil {
		return c.notes[noteName{*p.CreditSystemID, p.OrderID}]
	}
	named := c.named[p.OrderID]
	if len(named) < 2 {
		if len(named) == 0 {
			return nil
		}
		return named[0]
	}
	for was := c.periods[orNone(p.ReplacesID)]; was != nil && was.OrderID == p.OrderID; {
		p, was = was, c.periods[orNone(was.ReplacesID)] // a correction was written later
	}
	writing := noteWriting{p.OrderID, p.CreatedAt}
	if c.written[writing] == nil {
		best, most := named[0], -1
		for _, note := range named {
			said := 2 * c.saidOf(note, writing)
			if !note.older { // of two that say the same, each is found once
				said++
			}
			if said > most {
				best, most = note, said
			}
		}
		best.older = true
		c.written[writing] = best
	}
	return c.written[writing]
}

// saidOf counts how much of what a change recorded a credit note said: the days, and the amounts.
func (c *creditNotes) saidOf(note *creditNote, writing noteWriting) (said int) {
	for _, p := range c.periods {
		if p.OrderID != writing.number || p.CreatedAt != writing.at || p.CreditSystemID != nil || p.AmendsID == nil ||
			p.StartsOn == nil {
			continue
		}
		of := c.periods[*p.AmendsID]
		for _, line := range note.said[p.LineItemID] {
			if *line.StartsOn == *p.StartsOn {
				said++
			}
			if of != nil && of.Quantity != nil && p.Quantity != nil && *of.Quantity-*p.Quantity == line.GivesBack {
				said++
			}
		}
	}
	return said
}

// count counts what a credit note gave back of a line of the order. by is an amendment of it that stands; those of
// lower ranks are counted first. If it is not known what the credit note said, it gave back what its first amendment
// grants less.
func (c *creditNotes) count(n *creditNote, l *issuedLine, by *ent.Period) {
	of := c.periods[*by.AmendsID]
	switch {
	case n.said != nil && !n.counted[l.item.ID]:
		n.counted[l.item.ID] = true
		for _, s := range n.said[l.item.ID] {
			l.back = append(l.back, givenBack{*s.StartsOn, s.GivesBack, by.RankedAt})
		}
	case n.said == nil && by.StartsOn != nil && of != nil && of.Quantity != nil && by.Quantity != nil &&
		c.of(of) != n:
		l.back = append(l.back, givenBack{*by.StartsOn, *of.Quantity - *by.Quantity, by.RankedAt})
	}
}
