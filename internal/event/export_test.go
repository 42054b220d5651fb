package event

// What the tests need of the inside.
const AtOnce = atOnce
