package event

// Exports of unexported identifiers for tests.
const AtOnce = atOnce
