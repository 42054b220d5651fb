package plan

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/entitlement"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/system"
	"github.com/muniment/muniment/internal/vocabulary"
)

// uses are the allocations and activations of a line.
type uses struct {
	allocations []stage.Allocation
	activations []stage.Activation
}

// usesOf reads allocations and activations in step with the lines: all three are ordered by account.
type usesOf struct {
	allocation     func() (stage.Allocation, error, bool)
	activation     func() (stage.Activation, error, bool)
	nextAllocation *stage.Allocation
	nextActivation *stage.Activation
	account        stage.Ref
	held           map[stage.Ref]*uses // by line, of one account
	stop           []func()
}

func pull[T any](ctx context.Context, from func(context.Context, stage.Ref, func(T) error) error) (func() (T, error,
	bool), func()) {
	stopped := errors.New("stopped")
	return iter.Pull2(func(yield func(T, error) bool) {
		err := prefetch(ctx, from, func(x T) error {
			if !yield(x, nil) {
				return stopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, stopped) {
			var none T
			yield(none, err)
		}
	})
}

func (p *Planner) readUses(ctx context.Context) (*usesOf, error) {
	u := &usesOf{}
	var stop func()
	u.allocation, stop = pull(ctx, p.stage.Allocations)
	u.stop = append(u.stop, stop)
	u.activation, stop = pull(ctx, p.stage.Activations)
	u.stop = append(u.stop, stop)
	if err := u.advanceAllocation(); err != nil {
		return u, err
	}
	return u, u.advanceActivation()
}

func (u *usesOf) close() {
	for _, stop := range u.stop {
		stop()
	}
}

func (u *usesOf) advanceAllocation() error {
	x, err, ok := u.allocation()
	u.nextAllocation = nil
	if ok && err == nil {
		u.nextAllocation = &x
	}
	return err
}

func (u *usesOf) advanceActivation() error {
	x, err, ok := u.activation()
	u.nextActivation = nil
	if ok && err == nil {
		u.nextActivation = &x
	}
	return err
}

// of returns the uses of a line. It must be called in the order of the accounts of the lines.
func (u *usesOf) of(line, account stage.Ref) (*uses, error) {
	if u.held == nil || account != u.account {
		u.account, u.held = account, map[stage.Ref]*uses{}
		at := func(line stage.Ref) *uses {
			if u.held[line] == nil {
				u.held[line] = &uses{}
			}
			return u.held[line]
		}
		for u.nextAllocation != nil && u.nextAllocation.Account <= account {
			if x := u.nextAllocation; x.Account == account {
				held := at(x.LineItem)
				held.allocations = append(held.allocations, *x)
			}
			if err := u.advanceAllocation(); err != nil {
				return nil, err
			}
		}
		for u.nextActivation != nil && u.nextActivation.Account <= account {
			if x := u.nextActivation; x.Account == account {
				held := at(x.LineItem)
				held.activations = append(held.activations, *x)
			}
			if err := u.advanceActivation(); err != nil {
				return nil, err
			}
		}
	}
	if held := u.held[line]; held != nil {
		return held, nil
	}
	return &uses{}, nil
}

func (p *Planner) walkLines(ctx context.Context, executor Executor) error {
	t := p.tables
	s := &subject{kind: "lineItems", typ: gid.LineItem, main: t.line,
		parts: []*table{t.period, t.allocation, t.activation}}
	uses, err := p.readUses(ctx)
	defer uses.close()
	if err != nil {
		return err
	}
	g := p.gather(s, executor)
	err = prefetch(ctx, p.stage.LineItems, func(l stage.LineItem) error {
		held, err := uses.of(l.Ref, l.Account)
		if err != nil {
			return err
		}
		p.noteLineage(&l)
		return g.add(ctx, p.lineRecord(&l, held))
	})
	if err != nil {
		return err
	}
	return g.flush(ctx)
}

func (p *Planner) lineRecord(l *stage.LineItem, held *uses) *record {
	account := at(p.accounts, l.Account)
	line := at(p.productLines, l.ProductLine)
	source := newDigestMix(l.Digest)
	source.text(l.AccountID)
	if p.hidden[l.Entitlement] {
		source.text("hidden")
	}
	r := &record{ref: l.Ref, key: name{KindActivation, l.ID}, into: &p.lines, owner: account, line: line, homed: true,
		newHome: true, locality: account.Locality(),
		counted: []counted{{"periods", int64(len(l.Periods))}, {"allocations", int64(len(held.allocations))},
			{"activations", int64(len(held.activations))}}}
	for _, period := range l.Periods {
		if period.ActivationID != l.ID {
			r.named = append(r.named, name{KindActivation, period.ActivationID})
		}
	}
	for i := range held.allocations {
		source.add(held.allocations[i].Digest)
		r.named = append(r.named, allocationName(&held.allocations[i]))
	}
	for i := range held.activations {
		source.add(held.activations[i].Digest)
		if held.activations[i].Count > 0 {
			r.named = append(r.named, activationName(&held.activations[i]))
		}
	}
	r.source = source.sum()
	b := &lineBuilder{Planner: p, line: l, uses: held, account: account, productLine: line,
		unit: p.units[catalog.CodeIn(l.Unit, l.Currency)]}
	r.build, r.amend, r.follow = b.build, b.amend, b.follow
	if account == 0 || line == 0 || at(p.entitlements, l.Entitlement) == 0 || at(p.products, l.Product) == 0 {
		r.skip = DependsOnSkipped
	}
	return r
}

func allocationName(a *stage.Allocation) name {
	return name{KindAddon, Join(a.ServerID, a.ActivationID)}
}

func activationName(a *stage.Activation) name {
	if a.Source == legacy.DeviceAddons {
		return name{KindAddon, Join(a.DeviceFingerprint, a.ActivationID)}
	}
	return name{KindFulfillment, a.ID}
}

// lineBuilder builds the rows of one line item.
type lineBuilder struct {
	*Planner
	line        *stage.LineItem
	uses        *uses
	account     gid.ID
	productLine gid.ID
	unit        unit
}

func (b *lineBuilder) build(id gid.ID, ids idOfPart, changes *Changes) (aggregate, Reason) {
	l, t := b.line, b.tables
	var next aggregate
	periods := map[string]gid.ID{}
	for i := range l.Periods {
		period := ids.period(l, l.Periods[i].ActivationID)
		periods[l.Periods[i].ActivationID] = period
		r, reason := b.period(&l.Periods[i], id, period, periods)
		if reason != "" {
			return aggregate{}, reason
		}
		rankAfter(&r, next.parts)
		next.parts = append(next.parts, r)
		next.names = append(next.names, external{
			name{KindActivation, l.Periods[i].ActivationID}, id, b.account, period})
	}
	for i := range b.uses.allocations {
		r, reason := b.allocation(&b.uses.allocations[i], id, ids, periods)
		if reason != "" {
			return aggregate{}, reason
		}
		next.parts = append(next.parts, r)
		next.names = append(next.names, external{allocationName(&b.uses.allocations[i]), gid.ID(r.id()), b.account, 0})
	}
	for i := range b.uses.activations {
		a := &b.uses.activations[i]
		if a.Count <= 0 {
			continue
		}
		r, reason := b.activation(a, id, ids, periods)
		if reason != "" {
			return aggregate{}, reason
		}
		next.parts = append(next.parts, r)
		next.names = append(next.names, external{activationName(a), gid.ID(r.id()), b.account, 0})
	}
	used, ok := usedOf(next.parts)
	if !ok {
		return aggregate{}, AmountTooLarge
	}
	summary := entitlement.Summarize(factsOf(next.parts), b.options.Today)
	if _, ok := add(summary.Granted, summary.Overdraft); !ok {
		return aggregate{}, AmountTooLarge
	}
	next.main = t.line.row(int64(id), int64(b.account), int64(at(b.entitlements, l.Entitlement)),
		int64(at(b.products, l.Product)),
		int64(b.productLine), int64(b.unit.id), l.ID, !b.hidden[l.Entitlement], used,
		summary.Unlimited, summary.Granted, summary.Overdraft, summary.Excess(used), int64(b.options.Today),
		pointerDay(summary.StartsOn), int64(summary.EndsOn), pointerDay(summary.InForceUntil),
		pointerDay(summary.NextStartsOn),
		whenWritten, first(clock.Instant(b.midnight()), madeFirst(l)), system.ActivationKey(l.ID))
	next.once = b.opening(changes.now, &next, summary)
	return next, ""
}

// period returns the id of the period of a legacy line. The external id of the first period is also that of the line
// item, so the period is found in the record column of that external id.
func (ids idOfPart) period(l *stage.LineItem, activation string) gid.ID {
	return ids(name{KindActivation, activation}, gid.Period)
}

// rankAfter makes a period rank after the one that it renews, which is among those before it. The source may say the
// same moment of both, or nothing; of two that start together the renewal is in force.
func rankAfter(r *row, before []row) {
	renews, rank := r.table.index("renews_id"), r.table.index("ranked_at")
	for i := range before {
		if idOf(r.values[renews]) != gid.ID(before[i].id()) {
			continue
		}
		if at := momentOf(before[i].values[rank]); momentOf(r.values[rank]) <= at {
			r.values[rank] = int64(at) + 1
		}
	}
}

// madeFirst returns when the first legacy line of a line was made.
func madeFirst(l *stage.LineItem) (since stage.Instant) {
	for _, period := range l.Periods {
		for _, at := range []stage.Instant{period.CreatedAt, period.ModifiedAt} {
			if at.Valid && (!since.Valid || at.V < since.V) {
				since = at
			}
		}
	}
	return since
}

func (b *lineBuilder) period(x *stage.Period, line, id gid.ID, periods map[string]gid.ID) (row, Reason) {
	var quantity, length any
	if x.Quantity.Valid {
		n, ok := multiply(x.Quantity.V, b.unit.scale)
		if !ok {
			return row{}, AmountTooLarge
		}
		quantity = n
	}
	overdraft, ok := multiply(x.Overdraft, b.unit.scale)
	if !ok {
		return row{}, AmountTooLarge
	}
	if x.TermLength > 0 && x.TermUnit != "" {
		length = x.TermLength
	}
	termUnit := maybeText(x.TermUnit)
	if length == nil {
		termUnit = nil
	}
	decision := maybeText(x.Decision)
	recorded := first(clock.Instant(b.midnight()), x.CreatedAt, x.ModifiedAt)
	note := ""
	if !x.Quantity.Valid {
		note = fmt.Sprintf("the source's quantity is %d", x.LegacyQuantity)
	}
	starts := maybeDay(x.FirstDay)
	if starts == nil && x.StartRule == vocabulary.StartRuleEachActivation && !x.Perpetual {
		// It is granted from the day on which it was recorded; only the copies have terms of their own.
		for _, at := range []stage.Instant{x.CreatedAt, x.ModifiedAt} {
			if starts == nil && at.Valid {
				on := int64(*dayAt(int64(at.V)))
				if last, ok := maybeDay(x.LastDay).(int64); ok {
					on = min(on, last) // recorded when the term was over already
				}
				starts = on
			}
		}
	}
	t := b.tables
	return t.period.row(int64(id), int64(b.account), int64(line), maybeID(periods[x.FromID]), string(x.Term),
		string(x.StartRule),
		length, termUnit, starts, maybeDay(x.LastDay), x.Perpetual, false, quantity, overdraft, decision,
		maybeID(at(b.parts, x.PartNumber)), maybeID(at(b.versions, x.LicenseModel)), x.OrderID, x.OrderLine, nil, nil,
		x.TimeZone, note, x.ActivationID, x.EntitlementID,
		whenWritten, recorded, recorded), ""
}

func (b *lineBuilder) allocation(x *stage.Allocation, line gid.ID, ids idOfPart, periods map[string]gid.ID) (
	row, Reason) {
	server := at(b.servers, x.Server)
	if server == 0 {
		return row{}, DependsOnSkipped
	}
	quantity, ok := multiply(x.Consumed, b.unit.scale)
	requested, ok2 := multiply(x.Requested, b.unit.scale)
	if !ok || !ok2 {
		return row{}, AmountTooLarge
	}
	return b.tables.allocation.row(int64(ids(allocationName(x), gid.Allocation)), int64(b.account), int64(server),
		int64(line),
		maybeID(periods[x.ActivationID]), quantity, requested, maybeDay(x.LastDay), whenWritten, b.midnight()), ""
}

func (b *lineBuilder) activation(x *stage.Activation, line gid.ID, ids idOfPart, periods map[string]gid.ID) (
	row, Reason) {
	device := at(b.devices, x.Device)
	if device == 0 {
		return row{}, DependsOnSkipped
	}
	quantity, ok := multiply(x.Count, b.unit.scale)
	overdraft, ok2 := multiply(x.Overdraft, b.unit.scale)
	if !ok || !ok2 {
		return row{}, AmountTooLarge
	}
	since := b.activatedAt(x)
	var returned any
	if !x.Live {
		returned = int64(b.options.Today)
		if x.ReturnedOn.Valid {
			returned = int64(x.ReturnedOn.V)
		}
	}
	return b.tables.activation.row(int64(ids(activationName(x), gid.Activation)), int64(b.account), int64(line),
		maybeID(periods[x.ActivationID]), int64(device), quantity, overdraft, maybeDay(x.FirstDay),
		maybeDay(x.LastDay), since,
		returned, "", channelOf(x), whenWritten, since), ""
}

// activatedAt returns when an activation began; if the source does not say, the time at which its legacy line was
// created.
func (b *lineBuilder) activatedAt(x *stage.Activation) any {
	for i := range b.line.Periods {
		if period := &b.line.Periods[i]; period.ActivationID == x.ActivationID {
			return first(clock.Instant(b.midnight()), x.ActivatedAt, period.CreatedAt, period.ModifiedAt)
		}
	}
	return first(clock.Instant(b.midnight()), x.ActivatedAt)
}

// channelOf returns how an activation was made, in the source's words.
func channelOf(x *stage.Activation) string {
	if x.Source == legacy.DeviceAddons {
		return "DEVICE_ADDON"
	}
	return x.Origin
}
