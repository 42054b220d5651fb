package search

// OfDevice returns the words by which a device is found, in the form of its column words (see List).
func OfDevice(name, machine, userLabel, fingerprint string) string {
	return List(Words(name + " " + machine + " " + userLabel + " " + fingerprint))
}
