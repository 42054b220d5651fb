package loadset

import (
	"fmt"
	"math/rand/v2"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/search"
	"github.com/muniment/muniment/internal/vocabulary"
)

// rightWriter writes the rows that accounts own.
type rightWriter struct {
	*filler
	server, device, entitlement, line, period, allocation, activation, ledger, lineage, coverage, item *tableBuffer
	decision, external, usage                                                                          *tableBuffer
}

func newRightWriter(f *filler, b *tableBuffers) *rightWriter {
	return &rightWriter{
		filler: f,
		server: b.table("license_servers",
			"id account_id fingerprint fingerprint_kind name deployment status machine last_seen_at created_at "+
				"updated_at words"),
		device: b.table("devices",
			"id account_id fingerprint fingerprint_kind name kind status license_server_id machine user_label "+
				"last_seen_at created_at updated_at words"),
		entitlement: b.table("entitlements",
			"id account_id channel_partner_id number description order_reference ship_to_email visible decided "+
				"created_at updated_at"),
		line: b.table("line_items",
			"id account_id entitlement_id product_id product_line_id unit_id activation_id activation_key decided "+
				"unlimited granted overdraft excess used "+
				"settled_on starts_on ends_on in_force_until next_starts_on created_at updated_at"),
		period: b.table("periods",
			"id account_id line_item_id renews_id term start_rule term_length term_unit starts_on ends_on "+
				"perpetual unlimited quantity overdraft "+
				"part_number_id license_model_version_id order_id order_line price_minor currency "+
				"time_zone_note source_note source_line source_entitlement created_at ranked_at updated_at"),
		allocation: b.table("allocations",
			"id account_id license_server_id line_item_id period_id quantity requested ends_on created_at updated_at"),
		activation: b.table("activations",
			"id account_id line_item_id period_id device_id quantity overdraft starts_on ends_on activated_at "+
				"returned_on label channel created_at updated_at"),
		ledger: b.table("ledger_entries",
			"account_id line_item_id kind amount excess effective_on recorded_at actor cause subject_id"),
		lineage: b.table("lineage_steps",
			"account_id line_item_id period_id counterpart_id counterpart_label direction reason happened_on quantity"),
		coverage: b.table("coverages",
			"id account_id entitlement_id product_id product_line_id part_number_id level_id activation_id kind "+
				"starts_on ends_on perpetual "+
				"decided order_id order_line created_at updated_at"),
		item: b.table("coverage_items",
			"id account_id coverage_id line_item_id quantity level_id price_minor currency"),
		decision: b.table("decisions",
			"account_id subject_id kind starts_on ends_on planned_ends_on reason actor recorded_at"),
		external: b.table("external_ids", "system_id kind value value_key entity_id account_id"),
		usage: b.table("usage_records",
			"id account_id meter_id starts_on ends_on opening granted used_numerator excess_numerator denominator "+
				"recorded_at"),
	}
}

// holder is the state of an account while its rows are written.
type holder struct {
	index    int
	id       gid.ID
	locality gid.Locality
	random   *rand.Rand
	servers  []gid.ID
	devices  []gid.ID
}

// actor is the name of the actor in decisions and ledger entries.
const actor = "loadset"

// account writes all rows that the i-th account owns, except its users.
func (w *rightWriter) account(i int) {
	h := &holder{index: i, id: w.accounts[i], locality: w.accounts[i].Locality(), random: w.keys.random(ofRights, i)}
	first, last := w.shape.entitlementsBefore(i), w.shape.entitlementsBefore(i+1)
	w.serversOf(h)
	w.devicesOf(h, last-first)
	g := linesBefore(first)
	for e := first; e < last; e++ {
		g = w.entitlementOf(h, e, g)
	}
	if i%10 == 0 {
		w.usageOf(h)
	}
}

func (w *rightWriter) serversOf(h *holder) {
	if h.random.IntN(5) > 0 {
		return
	}
	for n := range 1 + h.random.IntN(3) {
		made := instant(w.shape.Today-age/2, h.random.IntN(86400))
		id := w.keys.owned(gid.LicenseServer, h.locality, made, h.index, n)
		deployment := vocabulary.DeploymentLocal
		if n%2 == 1 {
			deployment = vocabulary.DeploymentCloud
		}
		h.servers = append(h.servers, id)
		fingerprint, title := fmt.Sprintf("SRV-%d-%d", h.index, n), fmt.Sprintf("license%02d", n+1)
		w.server.add(int64(id), int64(h.id), fingerprint, "STRING", title, string(deployment),
			string(vocabulary.DeviceStatusActive), "VIRTUAL", int64(instant(w.shape.Today-1, 0)), int64(made),
			int64(made), search.OfLicenseServer(title, "VIRTUAL", fingerprint))
	}
}

func (w *rightWriter) devicesOf(h *holder, n int) {
	for d := range n {
		r := h.random
		made := instant(w.shape.Today-1-day.Day(r.IntN(age-1)), r.IntN(86400))
		id := w.keys.owned(gid.Device, h.locality, made, h.index, d)
		kind, server := vocabulary.DeviceKindClient, any(nil)
		switch {
		case d%11 == 10:
			kind = vocabulary.DeviceKindHost
		case d%7 == 6 && len(h.servers) > 0:
			kind, server = vocabulary.DeviceKindServedClient, int64(h.servers[d%len(h.servers)])
		}
		h.devices = append(h.devices, id)
		fingerprint, title := scramble(w.shape.Seed+1, h.index<<24|d), fmt.Sprintf("%s%03d", name(r, 2), d)
		w.device.add(int64(id), int64(h.id), fingerprint, "ETHERNET", title, string(kind),
			string(vocabulary.DeviceStatusActive), server, "PHYSICAL", "",
			int64(instant(w.shape.Today-day.Day(r.IntN(100)), 0)), int64(made),
			int64(made), search.OfDevice(title, "PHYSICAL", "", fingerprint))
	}
}

// decisionOf draws a decision with a probability of one in a hundred, and otherwise returns "".
func decisionOf(r *rand.Rand) vocabulary.Decision {
	if r.IntN(100) > 0 {
		return ""
	}
	return []vocabulary.Decision{vocabulary.DecisionWithdrawn, vocabulary.DecisionDraft, vocabulary.DecisionTest,
		vocabulary.DecisionSuspended, vocabulary.DecisionOnHold}[r.IntN(5)]
}

func (w *rightWriter) decide(h *holder, subject gid.ID, d vocabulary.Decision, at clock.Instant) {
	if d != "" {
		w.decision.add(int64(h.id), int64(subject), string(d), int64(day.Beginning), int64(day.Forever),
			int64(day.Forever), "by the load set", actor, int64(at))
	}
}

// EntitlementName returns the number of the e-th entitlement, which is also its external id in the legacy system.
func EntitlementName(e int) string { return fmt.Sprintf("ENT-%09d", e*387_420_489%1_000_000_000) }

// entitlementOf writes the e-th entitlement, whose first line item has the index g, and returns the index after its
// last line item.
func (w *rightWriter) entitlementOf(h *holder, e, g int) int {
	r := h.random
	made := instant(w.shape.Today-1-day.Day(r.IntN(age-1)), r.IntN(86400))
	id := w.keys.owned(gid.Entitlement, h.locality, made, e)
	var through any
	if r.IntN(7) == 0 && w.shape.Accounts > partner {
		through = int64(w.accounts[partner+100*r.IntN((w.shape.Accounts-partner-1)/100+1)])
	}
	decision := decisionOf(r)
	number := EntitlementName(e)
	w.entitlement.add(int64(id), int64(h.id), through, number, "", fmt.Sprintf("PO-%06d", r.IntN(1_000_000)), "", true,
		decision != "", int64(made), int64(made))
	w.decide(h, id, decision, made)
	w.external.add(int64(w.catalog.system), KindEntitlement, number, nil, int64(id), int64(h.id))
	sold := w.catalog.lines[r.IntN(len(w.catalog.lines))]
	var lines []gid.ID
	for n := range shuffled(&linesOf, e) {
		l := &lineWriter{rightWriter: w, holder: h, index: g + n, entitlement: id, number: number, made: made,
			sold: &sold}
		if n > 0 {
			l.before = lines[n-1]
		}
		lines = append(lines, l.write())
	}
	w.coveragesOf(h, e, id, &sold, made, lines)
	return g + len(lines)
}

// coveragesOf writes zero, one or two coverages of an entitlement. Each covers all of its line items.
func (w *rightWriter) coveragesOf(h *holder, e int, entitlement gid.ID, sold *productLine, made clock.Instant,
	lines []gid.ID) {
	r := h.random
	n := [20]int{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2}[r.IntN(20)]
	ends := w.shape.Today - 200 + day.Day(r.IntN(900))
	for c := n; c > 0; c-- {
		id := w.keys.owned(gid.Coverage, h.locality, made, e, c)
		level := r.IntN(2)
		last, perpetual := int64(ends), false
		starts := any(int64(ends - 364))
		if c == 1 && r.IntN(30) == 0 {
			last, perpetual = int64(day.Forever), true
		}
		kind := []vocabulary.CoverageKind{vocabulary.CoverageKindMaintenance, vocabulary.CoverageKindMaintenance,
			vocabulary.CoverageKindSupport, vocabulary.CoverageKindSubscription}[r.IntN(4)]
		decision := decisionOf(r)
		w.coverage.add(int64(id), int64(h.id), int64(entitlement), int64(sold.maintenance[level]), int64(sold.id), nil,
			int64(w.catalog.levels[level]),
			scramble(w.shape.Seed+2, 4*e+c), string(kind), starts, last, perpetual, decision != "", "", "",
			int64(made), int64(made))
		w.decide(h, id, decision, made)
		for k, line := range lines {
			var price, currency any
			if r.IntN(2) == 0 {
				price, currency = int64(100*r.IntN(10_000)), "EUR"
			}
			item := w.keys.owned(gid.CoverageItem, h.locality, made, e, c, k)
			w.item.add(int64(item), int64(h.id), int64(id), int64(line), nil, nil, price, currency)
		}
		ends -= 365
	}
}

// usageOf writes monthly usage records of two meters for one year.
func (w *rightWriter) usageOf(h *holder) {
	begin := w.shape.Today.AddMonths(-12)
	begin -= day.Day(begin.Time().Day() - 1)
	for n := range 2 {
		m := w.catalog.meters[(h.index/10+n)%len(w.catalog.meters)]
		for month := range 12 {
			first := begin.AddMonths(month)
			last := begin.AddMonths(month+1) - 1
			made := instant(last+1, 60)
			id := w.keys.owned(gid.UsageRecord, h.locality, made, h.index, n, month)
			entitled := 1000 * m.scale
			used := int64(h.random.IntN(int(1200 * m.scale)))
			w.usage.add(int64(id), int64(h.id), int64(m.id), int64(first), int64(last), false, entitled, used,
				max(0, used-entitled), int64(1), int64(made))
		}
	}
}
