package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/vocabulary"
)

// decided says that decisions has rows about the subject. Statements look there only for those few that have any.
func decided() ent.Field { return field.Bool("decided").Default(false) }

// visible says that customers see the row. Line items and coverages have it from their entitlement.
func visible() ent.Field { return field.Bool("visible").Default(true) }

// Entitlement is the header of what an account was granted.
type Entitlement struct{ ent.Schema }

// Fields of Entitlement.
func (Entitlement) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), maybeReference("channel_partner_id"), field.String("number"), text("description"),
		text("order_reference"), text("ship_to_email"), visible(), decided(),
		instant("created_at"), instant("updated_at"),
	}
}

// Edges of Entitlement.
func (Entitlement) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), maybeTo("channel_partner", Account.Type, "channel_partner_id"),
	}
}

// Indexes of Entitlement.
func (Entitlement) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "created_at", "id"), index.Fields("account_id", "number", "id"),
		index.Fields("channel_partner_id"), index.Fields("created_at", "id"), index.Fields("number", "id"),
		index.Fields("updated_at", "id"),
	}
}

// Annotations of Entitlement.
func (Entitlement) Annotations() []schema.Annotation { return table("entitlements", nil) }

// LineItem is the enduring countable right in an entitlement. Its amounts are whole base units of its unit. The totals
// follow the ledger; starts_on to next_starts_on follow the periods and are what today's filters index: starts_on and
// ends_on are the first and last day over all periods that count, as entitlement.Summarize says (no first day: not
// begun; day.Forever: no last day, or none known yet), in_force_until is the last day of the period in
// force (null: none is; day.Forever: without end). activation_key is the activation id as it is compared
// (system.ActivationKey), so that no other line has the id in another letter case. Of lines that had one id before that
// was kept, all but one have keys beside it (fold.SetBeside).
type LineItem struct{ ent.Schema }

// Fields of LineItem.
func (LineItem) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), reference("entitlement_id"), reference("product_id"), reference("product_line_id"),
		reference("unit_id"), field.String("activation_id"), field.String("activation_key"), decided(), visible(),
		field.Bool("unlimited"), amount("granted"), amount("overdraft"), amount("excess"), amount("used"),
		dayOf("settled_on"), maybeDay("starts_on"), dayOf("ends_on"), maybeDay("in_force_until"),
		maybeDay("next_starts_on"), maybeDay("grace_until"), instant("created_at"), instant("updated_at"),
	}
}

// Edges of LineItem.
func (LineItem) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("entitlement", Entitlement.Type, "entitlement_id"),
		to("product", Product.Type, "product_id"), to("product_line", ProductLine.Type, "product_line_id"),
		to("unit", UnitOfMeasure.Type, "unit_id"),
	}
}

// Indexes of LineItem.
func (LineItem) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("entitlement_id", "id"), index.Fields("account_id", "ends_on", "id"),
		index.Fields("account_id", "created_at", "id"),
		index.Fields("product_id", "ends_on", "id"), index.Fields("product_line_id", "ends_on", "id"),
		index.Fields("unit_id", "ends_on", "id"), index.Fields("ends_on", "id"), index.Fields("created_at", "id"),
		index.Fields("activation_key").Unique(), index.Fields("in_force_until"), index.Fields("next_starts_on"),
		index.Fields("updated_at", "id"),
	}
}

// Annotations of LineItem.
func (LineItem) Annotations() []schema.Annotation {
	return table("line_items", map[string]string{
		"line_items_count":   "unlimited OR used <= granted + overdraft + excess",
		"line_items_amounts": "granted >= 0 AND overdraft >= 0 AND excess >= 0 AND used >= 0"})
}

// Period is a quantity of a line item from a first to a last day, and its terms. A null quantity means that the
// source's number cannot be a grant; the note contains it. A recorded period never changes: a correction voids it by a
// decision, and adds another one that names it in replaces_id. What names the voided period in renews_id or amends_id
// names the other one from then on. amends_id is the period whose terms an amendment changed. ranked_at decides between
// periods that start on the same day: the later one goes first. It is created_at, but a replacement keeps the rank of
// what it replaces. starts_latest_on is the day on which a term starts by itself that no activation has started.
// grace_days is how many days after its end the period still serves the devices that it has. ends_ordered says that the
// order gave the last day; else it follows from the length of the term, or it is not known which. cancel_days is null
// unless the period is evergreen: then its renewal can be cancelled until cancel_until, so many days before its last
// one, and renews_on is the first day on which the next period is written; null once it was decided for good, at
// renewal_decided_at, whether and how the period is followed. A period without an end keeps its cancel_days, in case it
// gets one again, but is not evergreen. credit_system_id is the system that names the credit note order_id, if a credit
// note made the period.
type Period struct{ ent.Schema }

// Fields of Period.
func (Period) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), reference("line_item_id"), maybeReference("renews_id"), maybeReference("replaces_id"),
		maybeReference("amends_id"), field.Int64("ranked_at").GoType(clock.Instant(0)).Default(0),
		field.Enum("term").GoType(vocabulary.Term("")), field.Enum("start_rule").GoType(vocabulary.StartRule("")),
		field.Int("term_length").Optional().Nillable(),
		field.Enum("term_unit").GoType(vocabulary.TermUnit("")).Optional().Nillable(),
		maybeDay("starts_on"), maybeDay("ends_on"), maybeDay("starts_latest_on"), field.Bool("perpetual"),
		field.Bool("ends_ordered").Default(false), field.Bool("unlimited"), maybeAmount("quantity"),
		amount("overdraft"), decided(),
		field.Int("grace_days").Default(0),
		field.Int("cancel_days").Optional().Nillable(), maybeDay("cancel_until"), maybeDay("renews_on"),
		maybeInstant("renewal_decided_at"),
		maybeReference("part_number_id"), maybeReference("license_model_version_id"),
		text("order_id"), text("order_line"), maybeReference("credit_system_id"), maybeAmount("price_minor"),
		maybeText("currency"), text("time_zone_note"), text("source_note"), text("source_line"),
		text("source_entitlement"),
		instant("created_at"), instant("updated_at"),
	}
}

// Edges of Period.
func (Period) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("line_item", LineItem.Type, "line_item_id"),
		edge.To("renewals", Period.Type).Annotations(entsql.OnDelete(entsql.Restrict)).From("renews").
			Field("renews_id").Unique(),
		edge.To("replacement", Period.Type).Annotations(entsql.OnDelete(entsql.Restrict)).Unique().
			From("replaces").Field("replaces_id").Unique(),
		edge.To("amendments", Period.Type).Annotations(entsql.OnDelete(entsql.Restrict)).From("amends").
			Field("amends_id").Unique(),
		maybeTo("part_number", PartNumber.Type, "part_number_id"),
		maybeTo("license_model_version", LicenseModelVersion.Type, "license_model_version_id"),
		edge.From("instalments", Instalment.Type).Ref("period"),
	}
}

// Indexes of Period.
func (Period) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("line_item_id", "starts_on", "id"), index.Fields("renews_id"), index.Fields("amends_id"),
		index.Fields("part_number_id"), index.Fields("starts_on"), index.Fields("ends_on"),
		index.Fields("starts_latest_on"),
		index.Fields("renews_on", "line_item_id"),
	}
}

// Annotations of Period.
func (Period) Annotations() []schema.Annotation {
	return table("periods", map[string]string{
		"periods_days":      "starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on",
		"periods_perpetual": "NOT perpetual OR ends_on IS NULL",
		"periods_quantity":  "quantity IS NULL OR quantity >= 0",
		"periods_overdraft": "overdraft >= 0",
		"periods_grace":     "grace_days >= 0",
		"periods_length":    "term_length IS NULL OR term_length > 0",
		"periods_unit":      samePresence("term_length", "term_unit"),
		"periods_price":     samePresence("price_minor", "currency")})
}

// Decision is the record of a judgement on an entitlement, a line item, a period, a coverage or a coverage item: by
// whom, when and why, and on which days it holds. starts_on and ends_on are the first and the last of these days, both
// inclusive: day.Beginning if it is not known since when, day.Forever if there is no last day. A row never changes,
// except that lifting the decision sets its last day, and by whom, when and why it was lifted. planned_ends_on keeps
// the last day that was recorded at first. A decision that was lifted from its first day holds on no day. actor_id and
// lifted_by_id are the ids of the user or of the API key, null for a system, whose name actor and lifted_by have.
// voids says that the subject was recorded wrongly and counts on no day. cause_id is the period with which the decision
// was made: if that is voided, the decision is lifted.
type Decision struct{ ent.Schema }

// Fields of Decision.
func (Decision) Fields() []ent.Field {
	return []ent.Field{
		sequence(), owner(), reference("subject_id"), field.Enum("kind").GoType(vocabulary.Decision("")),
		field.Int32("starts_on").GoType(day.Day(0)).Default(int32(day.Beginning)),
		field.Int32("ends_on").GoType(day.Day(0)).Default(int32(day.Forever)),
		field.Int32("planned_ends_on").GoType(day.Day(0)).Default(int32(day.Forever)),
		text("reason"), field.String("actor"), maybeReference("actor_id"), instant("recorded_at"),
		maybeInstant("lifted_at"), text("lifted_by"), maybeReference("lifted_by_id"), text("lift_reason"),
		field.Bool("voids").Default(false), maybeReference("cause_id"),
	}
}

// Edges of Decision.
func (Decision) Edges() []ent.Edge {
	return []ent.Edge{to("account", Account.Type, "account_id")}
}

// Indexes of Decision.
func (Decision) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("subject_id", "id"), index.Fields("account_id", "id"), index.Fields("cause_id"),
		index.Fields("ends_on", "subject_id").Annotations(entsql.IndexWhere("kind IN ('DRAFT', 'TEST')")),
	}
}

// Annotations of Decision.
func (Decision) Annotations() []schema.Annotation {
	return table("decisions", map[string]string{
		"decisions_days":   "starts_on <= planned_ends_on AND ends_on <= planned_ends_on",
		"decisions_lifted": "lifted_at IS NOT NULL OR ends_on = planned_ends_on",
		"decisions_voids":  "NOT voids OR kind = 'WITHDRAWN'"})
}

// LedgerEntry is one change of a line's granted or used count. Entries are append-only. amount changes granted (kinds
// OPEN to ADJUST) or used (ACTIVATE to RELEASE); excess changes the tolerated excess of use that legacy data or a
// reduction left. actor_id is the id of the user or of the API key, null for a system, whose name actor has.
type LedgerEntry struct{ ent.Schema }

// Fields of LedgerEntry.
func (LedgerEntry) Fields() []ent.Field {
	return []ent.Field{
		sequence(), owner(), reference("line_item_id"), field.Enum("kind").GoType(vocabulary.LedgerKind("")),
		amount("amount"), amount("excess"), dayOf("effective_on"), instant("recorded_at"), field.String("actor"),
		maybeReference("actor_id"), text("cause"), maybeReference("subject_id"),
	}
}

// Edges of LedgerEntry.
func (LedgerEntry) Edges() []ent.Edge {
	return []ent.Edge{to("account", Account.Type, "account_id"), to("line_item", LineItem.Type, "line_item_id")}
}

// Indexes of LedgerEntry.
func (LedgerEntry) Indexes() []ent.Index { return []ent.Index{index.Fields("line_item_id", "id")} }

// Annotations of LedgerEntry.
func (LedgerEntry) Annotations() []schema.Annotation { return table("ledger_entries", nil) }

// LineageStep records, for one of two lines, that it came from or went to the other. The counterpart is also stored as
// a label, because its line may belong to another account. period_id is the period of this line that the step
// concerns, if any.
type LineageStep struct{ ent.Schema }

// Fields of LineageStep.
func (LineageStep) Fields() []ent.Field {
	return []ent.Field{
		sequence(), owner(), reference("line_item_id"), maybeReference("period_id"), maybeReference("counterpart_id"),
		text("counterpart_label"),
		field.Enum("direction").GoType(vocabulary.LineageDirection("")),
		field.Enum("reason").GoType(vocabulary.LineageReason("")), maybeDay("happened_on"), maybeAmount("quantity"),
	}
}

// Edges of LineageStep.
func (LineageStep) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("line_item", LineItem.Type, "line_item_id"),
		maybeTo("period", Period.Type, "period_id"), maybeTo("counterpart", LineItem.Type, "counterpart_id"),
	}
}

// Indexes of LineageStep.
func (LineageStep) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("line_item_id", "direction", "reason", "counterpart_label").Unique(),
		index.Fields("counterpart_id"),
		index.Fields("period_id"),
	}
}

// Annotations of LineageStep.
func (LineageStep) Annotations() []schema.Annotation { return table("lineage_steps", nil) }
