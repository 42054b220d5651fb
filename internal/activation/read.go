// Package activation reads where rights are in use: devices, license servers, allocations and activations. See README.md.
package activation

import (
	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/activation"
	"github.com/muniment/muniment/ent/allocation"
	"github.com/muniment/muniment/ent/device"
	"github.com/muniment/muniment/ent/licenseserver"
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
		Devices:        page.Of(c.Device.Query, device.Columns, placeDevice),
		LicenseServers: page.Of(c.LicenseServer.Query, licenseserver.Columns, placeLicenseServer),
		Allocations:    page.Of(c.Allocation.Query, allocation.Columns, placeAllocation),
		Activations:    page.Of(c.Activation.Query, activation.Columns, placeActivation),
	}
}

func placeDevice(row *ent.Device, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "name":
		return row.Name
	case "license_server_id":
		return int64(*row.LicenseServerID)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeLicenseServer(row *ent.LicenseServer, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "name":
		return row.Name
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeAllocation(row *ent.Allocation, column string) any {
	switch column {
	case "license_server_id":
		return int64(row.LicenseServerID)
	case "line_item_id":
		return int64(row.LineItemID)
	case "id":
		return int64(row.ID)
	}
	return nil
}

func placeActivation(row *ent.Activation, column string) any {
	switch column {
	case "account_id":
		return int64(row.AccountID)
	case "line_item_id":
		return int64(row.LineItemID)
	case "device_id":
		return int64(row.DeviceID)
	case "activated_at":
		return int64(row.ActivatedAt)
	case "id":
		return int64(row.ID)
	}
	return nil
}
