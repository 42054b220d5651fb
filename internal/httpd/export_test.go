package httpd

// MaxCounted is how many names a rate counts separately.
const MaxCounted = maxCounted

// NewRate and Add give tests access to rates without requests.
var NewRate = newRate

// Add is add.
func (c *rate) Add(name string, n int) (counted, left int) { return c.add(name, n) }

// Coerce and ValidationRules give tests access with a schema of their own.
var (
	Coerce          = coerce
	ValidationRules = validationRules
)
