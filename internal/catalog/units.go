// Package catalog holds what is sold: product lines, products, suites, part numbers, license models and units of
// measure.
package catalog

import "github.com/muniment/muniment/internal/vocabulary"

// UnknownUnit is the code of the unit of amounts whose unit an older system did not record. It does not convert, and
// does not count in positions until an operator decides the unit.
const UnknownUnit = "UNKNOWN"

// Unit is a unit of measure of the catalog.
type Unit struct {
	// Code never changes and is never reused.
	Code             string
	Singular, Plural string
	// Symbol may be empty.
	Symbol      string
	Kind        vocabulary.UnitKind
	Pool        vocabulary.UnitPool
	Aggregation vocabulary.Aggregation
	// BaseUnit is the unit in which amounts are stored. Two units convert only if kind and base unit are equal.
	BaseUnit string
	// Scale is the number of base units in one unit. It is positive and never changes.
	Scale int64
	// Decimals is the number of decimal places shown.
	Decimals int
	// Rule is a sentence that tells a customer what is counted.
	Rule string
	// Currency is the ISO 4217 code for money of one currency, or "".
	Currency string
}

// Units lists the units of a new installation. Units of money have no currency; Unit.In returns those that have one.
func Units() []Unit {
	return []Unit{
		{"SEAT", "seat", "seats", "", "COUNT", "NAMED", "SUM", "seat", 1, 0,
			"One place for one person at a time to use the product; a place handed to somebody else still counts " +
				"once.", ""},
		{"NAMED_USER", "named user", "named users", "", "COUNT", "NAMED", "LAST", "named user", 1, 0,
			"Each person who is allowed to sign in counts once, whether or not they do.", ""},
		{"CONCURRENT_USER", "concurrent user", "concurrent users", "", "COUNT", "CONCURRENT", "PEAK", "session", 1, 0,
			"The largest number of people using the product at the same moment in the period.", ""},
		{"EMPLOYEE_USER", "employee", "employees", "", "COUNT", "POPULATION", "LAST", "employee", 1, 0,
			"Everyone on the payroll of the named organization on the day of counting, user or not.", ""},
		{"ENDPOINT", "endpoint", "endpoints", "", "COUNT", "NODE", "LAST", "endpoint", 1, 0,
			"Each computer or device with the software installed on the day of counting.", ""},
		{"ENDPOINT_AVERAGE", "endpoint (average)", "endpoints (average)", "", "COUNT", "NODE", "AVERAGE",
			"average endpoint", 1, 2,
			"Installed endpoints counted every hour and averaged over the period, so that short peaks cost little.",
			""},
		{"SERVER", "server", "servers", "", "COUNT", "NODE", "PEAK", "server", 1, 0,
			"Each server, physical or virtual, that runs the product; the busiest day of the period counts.", ""},
		{"INSTANCE", "instance", "instances", "", "COUNT", "CONCURRENT", "PEAK", "instance", 1, 0,
			"Each running copy of the product (virtual machine or container); the largest number running at once.",
			""},
		{"CORE", "core", "cores", "", "CAPACITY", "NODE", "LAST", "core", 1, 0,
			"Each physical processor core the product may use on a machine, whether busy or idle.", ""},
		{"SOCKET_PAIR", "socket pair", "socket pairs", "", "CAPACITY", "NODE", "LAST", "socket", 2, 1,
			"Processor sockets in the machine, bought two at a time; an odd socket needs a whole pair.", ""},
		{"VALUE_UNIT", "value unit", "value units", "VU", "POINTS", "NODE", "LAST", "value unit", 1, 0,
			"Points given to each machine by a published weight table; the sum over all machines.", ""},
		{"CAL_USER", "client access (user)", "client accesses (user)", "CAL", "COUNT", "NAMED", "LAST", "user access",
			1, 0,
			"Each person who reaches the server, from any number of devices.", ""},
		{"GB_STORED", "gigabyte stored", "gigabytes stored", "GB", "VOLUME", "NONE", "PEAK", "stored byte",
			1_000_000_000, 2,
			"The most data kept at any moment of the period, in units of one thousand million bytes.", ""},
		{"GIB_STORED", "gibibyte stored", "gibibytes stored", "GiB", "VOLUME", "NONE", "PEAK", "stored byte",
			1_073_741_824, 2,
			"As gigabytes stored, in units of 2 to the power 30 bytes.", ""},
		{"GB_DELIVERED", "gigabyte delivered", "gigabytes delivered", "GB", "VOLUME", "NONE", "SUM", "delivered byte",
			1_000_000_000, 2,
			"All data sent to users in the period, added up.", ""},
		{"GBIT_PER_SECOND", "gigabit per second", "gigabits per second", "Gbit/s", "RATE", "NONE", "PEAK",
			"bit per second", 1_000_000_000, 3,
			"The highest throughput reached in the period.", ""},
		{"API_CALL", "call", "calls", "", "COUNT", "NONE", "SUM", "call", 1, 0,
			"Each call that the service answered in the period, also repeated ones.", ""},
		{"MILLION_EVENT", "million events", "million events", "M events", "COUNT", "NONE", "SUM", "event", 1_000_000,
			3,
			"Events taken in during the period, counted one by one and billed by the million.", ""},
		{"TOKEN", "token", "tokens", "", "POINTS", "CONCURRENT", "SUM", "token", 1, 0,
			"A prepaid pool; each use takes the number of tokens in the rate table until none is left.", ""},
		{"REVENUE", "revenue", "revenue", "", "MONEY", "NONE", "SUM", "minor currency unit", 100, 2,
			"Money the customer took through the product in the period, in the contract's currency.", ""},
		{"SITE", "site", "sites", "", "COUNT", "SITE", "ENTITLED", "site", 1, 0,
			"One postal address at which any number of people may use the product.", ""},
		{"HOUR", "hour", "hours", "h", "TIME", "NONE", "SUM", "second", 3_600, 2,
			"Time in which the product was running, added up and rounded only at the end of the period.", ""},
		{"DEVICE", "device", "devices", "", "COUNT", "NODE", "LAST", "device", 1, 0,
			"Each device on which the product may run, in use or not.", ""},
		{"CAL_DEVICE", "client access (device)", "client accesses (device)", "CAL", "COUNT", "NODE", "LAST",
			"device access", 1, 0,
			"Each device that reaches the server, whoever uses it.", ""},
		{"EXTERNAL_USER", "external user", "external users", "", "COUNT", "POPULATION", "LAST", "external user", 1, 0,
			"Everybody outside the organization who may use the product on the day of counting.", ""},
		{"TRANSACTION", "transaction", "transactions", "", "COUNT", "NONE", "SUM", "transaction", 1, 0,
			"Each business transaction the product completed in the period.", ""},
		{"API_CALL_THOUSAND", "thousand calls", "thousands of calls", "k calls", "COUNT", "NONE", "SUM", "call", 1_000,
			3,
			"As calls, granted and billed by the thousand.", ""},
		{"REVENUE_MILLION", "million of revenue", "millions of revenue", "", "MONEY", "NONE", "SUM",
			"minor currency unit", 100_000_000, 2,
			"As revenue, granted by the million.", ""},
		{"UNKNOWN", "unit not known", "units not known", "?", "NONE", "NONE", "ENTITLED", "unknown", 1, 0,
			"Kept from an older system that did not say what is counted; an operator must decide.", ""},
	}
}
