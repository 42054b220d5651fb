// Package activation reads where rights are in use: devices, license servers, allocations and activations. See README.md.
package activation

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/internal/page"
)

// Reader fetches the rows of this subject. Every row it returns is one that the viewer may see.
type Reader struct {
	// Devices are the rows of type Device.
	Devices page.Set[*ent.Device]
	// LicenseServers are the rows of type LicenseServer.
	LicenseServers page.Set[*ent.LicenseServer]
	// Allocations are the rows of type Allocation.
	Allocations page.Set[*ent.Allocation]
	// Activations are the rows of type Activation.
	Activations page.Set[*ent.Activation]
}

// NewReader makes a reader over a client.
func NewReader(c *ent.Client) *Reader {
	return &Reader{
		Devices:        deviceSet(c),
		LicenseServers: licenseServerSet(c),
		Allocations:    allocationSet(c),
		Activations:    activationSet(c),
	}
}

func deviceSet(c *ent.Client) page.Set[*ent.Device] {
	return page.Set[*ent.Device]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Device, error) {
			q := c.Device.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Device.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Device, column string) any {
			switch column {
			case "account_id":
				return int64(row.AccountID)
			case "name":
				return row.Name
			case "license_server_id":
				return int64(*row.LicenseServerID)
			}
			return int64(row.ID)
		},
	}
}

func licenseServerSet(c *ent.Client) page.Set[*ent.LicenseServer] {
	return page.Set[*ent.LicenseServer]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.LicenseServer, error) {
			q := c.LicenseServer.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.LicenseServer.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.LicenseServer, column string) any {
			switch column {
			case "account_id":
				return int64(row.AccountID)
			case "name":
				return row.Name
			}
			return int64(row.ID)
		},
	}
}

func allocationSet(c *ent.Client) page.Set[*ent.Allocation] {
	return page.Set[*ent.Allocation]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Allocation, error) {
			q := c.Allocation.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Allocation.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Allocation, column string) any {
			switch column {
			case "license_server_id":
				return int64(row.LicenseServerID)
			case "line_item_id":
				return int64(row.LineItemID)
			}
			return int64(row.ID)
		},
	}
}

func activationSet(c *ent.Client) page.Set[*ent.Activation] {
	return page.Set[*ent.Activation]{
		Rows: func(ctx context.Context, columns []string, modify func(*sql.Selector)) ([]*ent.Activation, error) {
			q := c.Activation.Query()
			q.Modify(modify)
			if columns != nil {
				q.Select(columns...)
			}
			return q.All(ctx)
		},
		Scan: func(ctx context.Context, modify func(*sql.Selector), into any) error {
			return c.Activation.Query().Modify(modify).Scan(ctx, into)
		},
		Place: func(row *ent.Activation, column string) any {
			switch column {
			case "account_id":
				return int64(row.AccountID)
			case "line_item_id":
				return int64(row.LineItemID)
			case "device_id":
				return int64(row.DeviceID)
			case "activated_at":
				return int64(row.ActivatedAt)
			}
			return int64(row.ID)
		},
	}
}
