package event

// What the tests need of the inside.
var (
	RunTicked = run
	AtOnce    = atOnce
)
