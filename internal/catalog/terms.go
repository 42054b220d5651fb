package catalog

import (
	"context"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/change"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Terms are the terms of a license model. See the columns of LicenseModelVersion.
type Terms struct {
	// LeaseSeconds is nil if there are no leases.
	LeaseSeconds *int
	GraceDays    int
	// OverdraftAllowed says that more may be used than was granted.
	OverdraftAllowed bool
	// RehostLimit is nil for no limit.
	RehostLimit    *int
	OfflineAllowed bool
	// OfflineDays is nil for no limit.
	OfflineDays *int
	// Surplus says what happens to copies in use that no longer fit after a renewal with fewer copies.
	Surplus vocabulary.SurplusRule
}

// terms checks terms of the input.
func (r *refusals) terms(t Terms) {
	r.maybeNumber("input.terms.leaseSeconds", t.LeaseSeconds, 1, maxNumber)
	r.number("input.terms.graceDays", t.GraceDays, 0, maxDays)
	r.maybeNumber("input.terms.rehostLimit", t.RehostLimit, 0, maxNumber)
	r.maybeNumber("input.terms.offlineDays", t.OfflineDays, 1, maxDays)
	if t.OfflineDays != nil && !t.OfflineAllowed {
		r.add(badInput("input.terms.offlineDays", "No device may activate offline, so that there is no limit to it.",
			"Leave offlineDays out, or give offlineAllowed: true."))
	}
}

// create creates a version with the terms.
func (t Terms) create(ctx context.Context, tx store.Tx, done *change.Record, m *ent.LicenseModel, number int,
	first day.Day) error {
	v, err := tx.Client().LicenseModelVersion.Create().SetID(gid.New(gid.LicenseModelVersion, 0)).
		SetLicenseModelID(m.ID).SetNumber(number).SetValidFrom(first).SetNillableLeaseSeconds(t.LeaseSeconds).
		SetGraceDays(t.GraceDays).SetOverdraftAllowed(t.OverdraftAllowed).SetNillableRehostLimit(t.RehostLimit).
		SetOfflineAllowed(t.OfflineAllowed).SetNillableOfflineDays(t.OfflineDays).SetSurplus(t.Surplus).Save(ctx)
	if err != nil {
		return wrap("create the version", err)
	}
	noteNew(done, "LicenseModelVersionCreated", v.ID, labelOfVersion(m, number), []change.Attribute{
		{"number", ofNumber(number)}, {"startsOn", ofDay(&first)},
		{"leaseSeconds", ofMaybeNumber(t.LeaseSeconds)}, {"graceDays", ofNumber(t.GraceDays)},
		{"overdraftAllowed", ofBoolean(t.OverdraftAllowed)}, {"rehostLimit", ofMaybeNumber(t.RehostLimit)},
		{"offlineAllowed", ofBoolean(t.OfflineAllowed)}, {"offlineDays", ofMaybeNumber(t.OfflineDays)},
		{"surplus", string(t.Surplus)}})
	return nil
}

// AllowsOverdraft tells whether terms allow that more is used than was granted. If they are not known, as they may be of
// what was imported, nothing forbids it.
func AllowsOverdraft(terms *ent.LicenseModelVersion) bool {
	return terms == nil || terms.OverdraftAllowed
}
