package search

import "github.com/muniment/muniment/internal/vocabulary"

// OfDevice returns the words by which a device is found, as its column words keeps them. Of the machine these are the
// words that people see: rows of older imports hold what the source said, of which only the kinds of machines are
// answered.
func OfDevice(name, machine, userLabel, fingerprint string) string {
	return List(Words(name + " " + string(vocabulary.MachineKindOf(machine)) + " " + userLabel + " " + fingerprint))
}

// OfLicenseServer is OfDevice for a license server, which has no user.
func OfLicenseServer(name, machine, fingerprint string) string {
	return OfDevice(name, machine, "", fingerprint)
}
