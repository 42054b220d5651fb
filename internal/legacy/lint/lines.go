package lint

import (
	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/vocabulary"
)

// movedMark is what the older system adds to the id of a line item that was moved as a whole.
const movedMark = "-TRANSFERRED-"

func text[T ~string](v T) string { return "'" + string(v) + "'" }

func lineRules() []rule {
	follows := func(reason vocabulary.LineageReason, and string) string {
		return `SELECT ` + stage.Where +
			`, k.activationId, json_array(k.pred), k.numberOfCopies FROM x_lineage x JOIN line_items k ON k.rid = x.rid
			WHERE x.reason = ` + text(reason) + and + ` ORDER BY k.rid`
	}
	return []rule{
		{name: legacy.Transferred, kind: legacy.LineItems,
			query:   follows(vocabulary.LineageReasonTransfer, " AND instr(k.pred, "+text(movedMark)+") > 0"),
			message: fixedMessage("the line item was moved here from another entitlement; both ids resolve")},
		{name: legacy.PartialTransfer, kind: legacy.LineItems,
			query:   follows(vocabulary.LineageReasonTransfer, " AND instr(k.pred, "+text(movedMark)+") = 0"),
			message: formatted("%d copies were moved here from a line item that lives on", 1)},
		{name: legacy.PartialSplit, kind: legacy.LineItems, query: follows(vocabulary.LineageReasonSplit, ""),
			message: formatted("%d copies were split off from another line item", 1)},
		{name: legacy.TestDraft, kind: legacy.Entitlements, query: `
			SELECT ` + stage.Where + `, k.entitlementId, (SELECT json_group_array(l.activationId) FROM x_line_items x
				CROSS JOIN line_items l ON l.rid = x.rid WHERE x.entitlement = r.ref), k.state
			FROM entitlements k JOIN r_entitlements r ON r.rid = k.rid WHERE k.valid = 1
					AND k.state IN (` + text(vocabulary.DecisionTest) + `, ` + text(vocabulary.DecisionDraft) +
			`) ORDER BY k.rid`,
			message: formatted("the entitlement is marked %s; it grants nothing", 1)},
		{name: legacy.TestDraft, kind: legacy.LineItems, query: `
			SELECT ` + stage.Where + `, k.activationId, NULL, k.state FROM line_items k
			WHERE k.valid = 1 AND k.state IN (` + text(vocabulary.DecisionTest) + `, ` +
			text(vocabulary.DecisionDraft) + `) ORDER BY k.rid`,
			message: formatted("the line item is marked %s; it grants nothing", 1)},
	}
}

func countRules() []rule {
	withdrawn := text(vocabulary.DecisionWithdrawn)
	return []rule{
		{name: legacy.OverFulfilled, alternative: legacy.InOverdraft, kind: legacy.LineItems, query: `
			SELECT ` + stage.Where + `, k.activationId, NULL, u.used, k.numberOfCopies, coalesce(k.overdraftMax, 0),
				u.used <= k.numberOfCopies + coalesce(k.overdraftMax, 0)
			FROM x_uses u CROSS JOIN line_items k ON k.rid = u.line WHERE k.numberOfCopies >= 0
			AND u.used > k.numberOfCopies ORDER BY k.rid`,
			message: formatted("%d copies are in use, %d were granted with an overdraft of %d", 3),
			remedy:  "return activations, or grant what is in use"},
		{name: legacy.ObsoleteLive, kind: legacy.LineItems, query: `
			WITH obsolete AS MATERIALIZED (SELECT rid FROM line_items WHERE valid = 1 AND state = ` + withdrawn + `
				UNION SELECT x.rid FROM entitlements e CROSS JOIN r_entitlements r ON r.rid = e.rid
				CROSS JOIN x_line_items x ON x.entitlement = r.ref
					WHERE e.valid = 1 AND e.state = ` + withdrawn + `)
			SELECT ` + stage.Where + `, k.activationId, json_array(k.entitlementId), u.used FROM obsolete o
			CROSS JOIN x_uses u ON u.line = o.rid AND u.used > 0 CROSS JOIN line_items k ON k.rid = o.rid
			ORDER BY k.rid`,
			message: formatted("obsolete, with %d copies in use", 1), remedy: "return the activations"},
		{name: legacy.FulfilledMismatch, kind: legacy.LineItems, query: `
			SELECT ` + stage.Where + `, k.activationId, NULL, k.fulfilledAmount, coalesce(u.used, 0) FROM line_items k
			LEFT JOIN x_uses u ON u.line = k.rid WHERE k.valid = 1 AND k.fulfilledAmount IS NOT NULL
			AND k.fulfilledAmount <> coalesce(u.used, 0) ORDER BY k.rid`,
			message: formatted("the source counts %d copies in use, its activations %d; the activations count", 2)},
		{name: legacy.ZeroCount, kind: legacy.Fulfillments, query: `
			SELECT ` + stage.Where +
			`, k.fulfillmentId, json_array(k.activationId) FROM fulfillments k WHERE k.valid = 1
				AND k.fulfilledCount = 0 ORDER BY k.rid`,
			message: fixedMessage("an activation of no copies")},
		{name: legacy.ZeroCount, kind: legacy.DeviceAddons, query: `
			SELECT ` + stage.Where +
			`, k.deviceId || ' / ' || k.activationId, json_array(k.deviceId, k.activationId) FROM device_addons k
			JOIN devices d ON d.deviceId = k.deviceId AND d.valid = 1
				AND d.deviceType <> ` + text(legacy.ClassServer) + `
			WHERE k.valid = 1 AND k.consumedCopies = 0 ORDER BY k.rid`,
			message: fixedMessage("an activation of no copies")},
		{name: legacy.NoHost, kind: legacy.Fulfillments, query: `
			SELECT ` + stage.Where +
			`, k.fulfillmentId, json_array(k.activationId) FROM fulfillments k WHERE k.valid = 1 AND k.host IS NULL
				AND k.fulfilledCount > 0 ORDER BY k.rid`,
			message: fixedMessage("the activation names no host; a device is made under its own id")},
	}
}
