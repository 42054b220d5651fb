package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/vocabulary"
)

// Device is what an activation is bound to: one fingerprint in one account.
type Device struct{ ent.Schema }

// Fields of Device.
func (Device) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), field.String("fingerprint"), text("fingerprint_kind"), text("name"),
		field.Enum("kind").GoType(vocabulary.DeviceKind("")), field.Enum("status").GoType(vocabulary.DeviceStatus("")),
		maybeReference("license_server_id"), text("machine"), text("user_label"), maybeInstant("last_seen_at"),
		instant("created_at"), instant("updated_at"),
		// words: search words, each with a space before it; see search.OfDevice
		text("words"),
	}
}

// Edges of Device.
func (Device) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), maybeTo("license_server", LicenseServer.Type, "license_server_id"),
	}
}

// Indexes of Device.
func (Device) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "fingerprint").Unique(), index.Fields("license_server_id", "id"),
		index.Fields("account_id", "name", "id"), index.Fields("updated_at", "id")}
}

// Annotations of Device.
func (Device) Annotations() []schema.Annotation { return table("devices", nil) }

// LicenseServer serves leases to devices, in the cloud or at the customer's site.
type LicenseServer struct{ ent.Schema }

// Fields of LicenseServer.
func (LicenseServer) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), field.String("fingerprint"), text("fingerprint_kind"), text("name"),
		field.Enum("deployment").GoType(vocabulary.Deployment("")),
		field.Enum("status").GoType(vocabulary.DeviceStatus("")), text("machine"), maybeInstant("last_seen_at"),
		instant("created_at"), instant("updated_at"),
		// words: search words, each with a space before it; see search.OfLicenseServer
		text("words"),
	}
}

// Edges of LicenseServer.
func (LicenseServer) Edges() []ent.Edge { return []ent.Edge{to("account", Account.Type, "account_id")} }

// Indexes of LicenseServer.
func (LicenseServer) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "fingerprint").Unique(), index.Fields("account_id", "name", "id"),
		index.Fields("updated_at", "id")}
}

// Annotations of LicenseServer.
func (LicenseServer) Annotations() []schema.Annotation { return table("license_servers", nil) }

// Allocation is what a license server holds of a line, in base units of the line's unit.
type Allocation struct{ ent.Schema }

// Fields of Allocation.
func (Allocation) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), reference("license_server_id"), reference("line_item_id"), maybeReference("period_id"),
		amount("quantity"), amount("requested"), maybeDay("ends_on"), instant("created_at"), instant("updated_at"),
	}
}

// Edges of Allocation.
func (Allocation) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("license_server", LicenseServer.Type, "license_server_id"),
		to("line_item", LineItem.Type, "line_item_id"), maybeTo("period", Period.Type, "period_id"),
	}
}

// Indexes of Allocation.
func (Allocation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("license_server_id", "line_item_id", "period_id").Unique(), index.Fields("line_item_id", "id"),
		index.Fields("period_id"),
	}
}

// Annotations of Allocation.
func (Allocation) Annotations() []schema.Annotation {
	return table("allocations", map[string]string{"allocations_quantity": "quantity >= 0 AND requested >= 0"})
}

// Activation is a count of a line in use on a device, in base units of the line's unit, with its own first and last
// day. A returned activation is kept as history and no longer counts.
type Activation struct{ ent.Schema }

// Fields of Activation.
func (Activation) Fields() []ent.Field {
	return []ent.Field{
		key(), owner(), reference("line_item_id"), maybeReference("period_id"), reference("device_id"),
		amount("quantity"), amount("overdraft"), maybeDay("starts_on"), maybeDay("ends_on"),
		instant("activated_at"), maybeDay("returned_on"), text("label"), text("channel"),
		instant("created_at"), instant("updated_at"),
	}
}

// Edges of Activation.
func (Activation) Edges() []ent.Edge {
	return []ent.Edge{
		to("account", Account.Type, "account_id"), to("line_item", LineItem.Type, "line_item_id"),
		maybeTo("period", Period.Type, "period_id"), to("device", Device.Type, "device_id"),
	}
}

// Indexes of Activation.
func (Activation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("line_item_id", "activated_at", "id"), index.Fields("device_id", "activated_at", "id"),
		index.Fields("account_id", "activated_at", "id"), index.Fields("period_id"), index.Fields("updated_at", "id"),
	}
}

// Annotations of Activation.
func (Activation) Annotations() []schema.Annotation {
	return table("activations", map[string]string{
		"activations_quantity": "quantity > 0 AND overdraft >= 0",
		"activations_days":     "starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on"})
}
