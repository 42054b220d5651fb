package search

// OfDevice returns the words by which a device is found, as its column words keeps them.
func OfDevice(name, machine, userLabel, fingerprint string) string {
	return List(Words(name + " " + machine + " " + userLabel + " " + fingerprint))
}
