package httpd

// MaxCounted is how many names a rate tells apart.
const MaxCounted = maxCounted

// NewRate and Add let tests count without requests.
var NewRate = newRate

// Add is add.
func (c *rate) Add(name string, n int) (counted, left int) { return c.add(name, n) }

// Coerce and ValidationRules let tests read variables and literals of a schema of their own.
var (
	Coerce          = coerce
	ValidationRules = validationRules
)
