package entitlement

import (
	"context"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/activation"
	"github.com/muniment/muniment/ent/allocation"
	"github.com/muniment/muniment/ent/licenseserver"
	"github.com/muniment/muniment/ent/period"
	"github.com/muniment/muniment/ent/predicate"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// maxDevices is how many devices, and how many license servers, the effects of a withdrawal list. Its warning counts
// all.
const maxDevices = 1000

// liveUse is what uses lines on a day: how many activations are live, how many license servers hold a part of them, and
// the first of both.
type liveUse struct {
	activations, servers int
	onDevices            []*ent.Activation
	byServers            []*ent.LicenseServer
}

func (l *liveUse) isAny() bool { return l.activations+l.servers > 0 }

func readLive(ctx context.Context, tx store.Tx, lines []*ent.LineItem, on day.Day) (*liveUse, error) {
	keys, live := keysOfLines(lines), &liveUse{}
	onDevices := tx.Client().Activation.Query().Where(store.KeyIn(activation.FieldLineItemID, keys), isLive(on))
	var err error
	if live.activations, err = onDevices.Clone().Count(ctx); err != nil {
		return nil, fmt.Errorf("count the live activations: %w", err)
	}
	live.onDevices, err = onDevices.Order(ent.Asc(activation.FieldID)).Limit(maxDevices).WithDevice().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the live activations: %w", err)
	}
	var holders []gid.ID
	if err := tx.Client().Allocation.Query().Where(store.KeyIn(allocation.FieldLineItemID, keys),
		allocation.QuantityGT(0), allocation.Or(allocation.EndsOnIsNil(), allocation.EndsOnGTE(on))).
		Unique(true).Select(allocation.FieldLicenseServerID).Scan(ctx, &holders); err != nil {
		return nil, fmt.Errorf("find what license servers hold: %w", err)
	}
	if live.servers = len(holders); live.servers == 0 {
		return live, nil
	}
	live.byServers, err = tx.Client().LicenseServer.Query().Where(store.KeyIn(licenseserver.FieldID, holders)).
		Order(ent.Asc(licenseserver.FieldID)).Limit(maxDevices).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the license servers: %w", err)
	}
	return live, nil
}

// isLive is the condition that an activation counts on a day: it was not returned, and its own term, if it has one,
// has not ended. The list of activations has the same rule as live in package activation.
func isLive(on day.Day) predicate.Activation {
	ownTerm := activation.HasPeriodWith(period.StartRuleEQ(vocabulary.StartRuleEachActivation))
	return activation.And(activation.ReturnedOnIsNil(),
		activation.Or(activation.EndsOnIsNil(), activation.EndsOnGTE(on), activation.Not(ownTerm)))
}

// effects lists the devices, each once, and then the license servers.
func (l *liveUse) effects() (list []change.Effect) {
	seen := map[gid.ID]bool{}
	add := func(id gid.ID, name, fingerprint string) {
		if seen[id] {
			return
		}
		seen[id] = true
		if name == "" {
			name = fingerprint
		}
		list = append(list, change.Effect{Kind: vocabulary.EffectKindChanged, Subject: id, Label: name})
	}
	for _, a := range l.onDevices {
		add(a.Edges.Device.ID, a.Edges.Device.Name, a.Edges.Device.Fingerprint)
	}
	for _, s := range l.byServers {
		add(s.ID, s.Name, s.Fingerprint)
	}
	return list
}
