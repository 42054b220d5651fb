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
	// One says what counts as one of the unit.
	One CountsAsOne
}

// CountsAsOne says in plain words what counts as one of a unit. A text is empty if nobody entered it.
type CountsAsOne struct{ English, German string }

// Units lists the units of a new installation. Units of money have no currency; Unit.In returns those that have one.
func Units() []Unit {
	return []Unit{
		{"SEAT", "seat", "seats", "", "COUNT", "NAMED", "SUM", "seat", 1, 0,
			"One place for one person at a time to use the product; a place handed to somebody else still counts " +
				"once.", "",
			CountsAsOne{"One place for one person at a time. It stays one if it is handed to somebody else.",
				"Ein Platz für jeweils eine Person. Er bleibt einer, wenn er an jemand anderen weitergegeben wird."}},
		{"NAMED_USER", "named user", "named users", "", "COUNT", "NAMED", "LAST", "named user", 1, 0,
			"Each person who is allowed to sign in counts once, whether or not they do.", "",
			CountsAsOne{"One named person who may sign in.",
				"Eine benannte Person, die sich anmelden darf."}},
		{"CONCURRENT_USER", "concurrent user", "concurrent users", "", "COUNT", "CONCURRENT", "PEAK", "session", 1, 0,
			"The largest number of people using the product at the same moment in the period.", "",
			CountsAsOne{"One person who uses the product at the busiest moment.",
				"Eine Person, die das Produkt im Augenblick der stärksten Nutzung verwendet."}},
		{"EMPLOYEE_USER", "employee", "employees", "", "COUNT", "POPULATION", "LAST", "employee", 1, 0,
			"Everyone on the payroll of the named organization on the day of counting, user or not.", "",
			CountsAsOne{"One person on the payroll on the day of counting.",
				"Eine Person, die am Tag der Zählung beschäftigt ist."}},
		{"ENDPOINT", "endpoint", "endpoints", "", "COUNT", "NODE", "LAST", "endpoint", 1, 0,
			"Each computer or device with the software installed on the day of counting.", "",
			CountsAsOne{"One computer or device on which the software is installed.",
				"Ein Rechner oder Gerät, auf dem die Software installiert ist."}},
		{"ENDPOINT_AVERAGE", "endpoint (average)", "endpoints (average)", "", "COUNT", "NODE", "AVERAGE",
			"average endpoint", 1, 2,
			"Installed endpoints counted every hour and averaged over the period, so that short peaks cost little.", "",
			CountsAsOne{"One computer or device on which the software is installed all the time. Half the time " +
				"counts as a half.",
				"Ein Rechner oder Gerät, auf dem die Software die ganze Zeit installiert ist. Die halbe Zeit " +
					"zählt halb."}},
		{"SERVER", "server", "servers", "", "COUNT", "NODE", "PEAK", "server", 1, 0,
			"Each server, physical or virtual, that runs the product; the busiest day of the period counts.", "",
			CountsAsOne{"One physical or virtual server that runs the product.",
				"Ein physischer oder virtueller Server, auf dem das Produkt läuft."}},
		{"INSTANCE", "instance", "instances", "", "COUNT", "CONCURRENT", "PEAK", "instance", 1, 0,
			"Each running copy of the product (virtual machine or container); the largest number running at once.", "",
			CountsAsOne{"One running copy of the product, in a virtual machine or a container.",
				"Eine laufende Kopie des Produkts, in einer virtuellen Maschine oder einem Container."}},
		{"CORE", "core", "cores", "", "CAPACITY", "NODE", "LAST", "core", 1, 0,
			"Each physical processor core the product may use on a machine, whether busy or idle.", "",
			CountsAsOne{"One physical processor core that the product may use.",
				"Ein physischer Prozessorkern, den das Produkt nutzen darf."}},
		{"SOCKET_PAIR", "socket pair", "socket pairs", "", "CAPACITY", "NODE", "LAST", "socket", 2, 1,
			"Processor sockets in the machine, bought two at a time; an odd socket needs a whole pair.", "",
			CountsAsOne{"Two processor sockets of a machine. An odd socket needs a whole pair.",
				"Zwei Prozessorsockel einer Maschine. Ein einzelner Sockel braucht ein ganzes Paar."}},
		{"VALUE_UNIT", "value unit", "value units", "VU", "POINTS", "NODE", "LAST", "value unit", 1, 0,
			"Points given to each machine by a published weight table; the sum over all machines.", "",
			CountsAsOne{"One point of the published weight table for machines.",
				"Ein Punkt der veröffentlichten Gewichtungstabelle für Maschinen."}},
		{"CAL_USER", "client access (user)", "client accesses (user)", "CAL", "COUNT", "NAMED", "LAST", "user access",
			1, 0,
			"Each person who reaches the server, from any number of devices.", "",
			CountsAsOne{"One person who reaches the server, from any number of devices.",
				"Eine Person, die auf den Server zugreift, von beliebig vielen Geräten aus."}},
		{"GB_STORED", "gigabyte stored", "gigabytes stored", "GB", "VOLUME", "NONE", "PEAK", "stored byte",
			1_000_000_000, 2,
			"The most data kept at any moment of the period, in units of one thousand million bytes.", "",
			CountsAsOne{"One thousand million bytes that are kept at the fullest moment.",
				"Eine Milliarde Byte, die im Augenblick der größten Belegung gespeichert sind."}},
		{"GIB_STORED", "gibibyte stored", "gibibytes stored", "GiB", "VOLUME", "NONE", "PEAK", "stored byte",
			1_073_741_824, 2,
			"As gigabytes stored, in units of 2 to the power 30 bytes.", "",
			CountsAsOne{"1,073,741,824 bytes that are kept at the fullest moment.",
				"1.073.741.824 Byte, die im Augenblick der größten Belegung gespeichert sind."}},
		{"GB_DELIVERED", "gigabyte delivered", "gigabytes delivered", "GB", "VOLUME", "NONE", "SUM", "delivered byte",
			1_000_000_000, 2,
			"All data sent to users in the period, added up.", "",
			CountsAsOne{"One thousand million bytes that are sent to users.",
				"Eine Milliarde Byte, die an Benutzer gesendet werden."}},
		{"GBIT_PER_SECOND", "gigabit per second", "gigabits per second", "Gbit/s", "RATE", "NONE", "PEAK",
			"bit per second", 1_000_000_000, 3,
			"The highest throughput reached in the period.", "",
			CountsAsOne{"One thousand million bits in a second, at the moment of the highest throughput.",
				"Eine Milliarde Bit in einer Sekunde, im Augenblick des höchsten Durchsatzes."}},
		{"API_CALL", "call", "calls", "", "COUNT", "NONE", "SUM", "call", 1, 0,
			"Each call that the service answered in the period, also repeated ones.", "",
			CountsAsOne{"One call that the service answers.",
				"Ein Aufruf, den der Dienst beantwortet."}},
		{"MILLION_EVENT", "million events", "million events", "M events", "COUNT", "NONE", "SUM", "event", 1_000_000,
			3,
			"Events taken in during the period, counted one by one and billed by the million.", "",
			CountsAsOne{"One million events that are taken in.",
				"Eine Million Ereignisse, die aufgenommen werden."}},
		{"TOKEN", "token", "tokens", "", "POINTS", "CONCURRENT", "SUM", "token", 1, 0,
			"A prepaid pool; each use takes the number of tokens in the rate table until none is left.", "",
			CountsAsOne{"One token of the prepaid pool. The rate table says how many of them a use takes.",
				"Ein Token des vorausbezahlten Vorrats. Die Tariftabelle sagt, wie viele eine Nutzung kostet."}},
		{"REVENUE", "revenue", "revenue", "", "MONEY", "NONE", "SUM", "minor currency unit", 100, 2,
			"Money the customer took through the product in the period, in the contract's currency.", "",
			CountsAsOne{"One main unit of the contract's currency, such as one euro, that the customer takes through " +
				"the product.",
				"Eine Haupteinheit der Vertragswährung, etwa ein Euro, die der Kunde über das Produkt einnimmt."}},
		{"SITE", "site", "sites", "", "COUNT", "SITE", "ENTITLED", "site", 1, 0,
			"One postal address at which any number of people may use the product.", "",
			CountsAsOne{"One postal address at which the product is used.",
				"Eine Postanschrift, an der das Produkt genutzt wird."}},
		{"HOUR", "hour", "hours", "h", "TIME", "NONE", "SUM", "second", 3_600, 2,
			"Time in which the product was running, added up and rounded only at the end of the period.", "",
			CountsAsOne{"One hour in which the product is running.",
				"Eine Stunde, in der das Produkt läuft."}},
		{"DEVICE", "device", "devices", "", "COUNT", "NODE", "LAST", "device", 1, 0,
			"Each device on which the product may run, in use or not.", "",
			CountsAsOne{"One device on which the product may run.",
				"Ein Gerät, auf dem das Produkt laufen darf."}},
		{"CAL_DEVICE", "client access (device)", "client accesses (device)", "CAL", "COUNT", "NODE", "LAST",
			"device access", 1, 0,
			"Each device that reaches the server, whoever uses it.", "",
			CountsAsOne{"One device that reaches the server, whoever uses it.",
				"Ein Gerät, das auf den Server zugreift, gleich wer es benutzt."}},
		{"EXTERNAL_USER", "external user", "external users", "", "COUNT", "POPULATION", "LAST", "external user", 1, 0,
			"Everybody outside the organization who may use the product on the day of counting.", "",
			CountsAsOne{"One person outside the organization who may use the product.",
				"Eine Person außerhalb der Organisation, die das Produkt nutzen darf."}},
		{"TRANSACTION", "transaction", "transactions", "", "COUNT", "NONE", "SUM", "transaction", 1, 0,
			"Each business transaction the product completed in the period.", "",
			CountsAsOne{"One business transaction that the product completes.",
				"Ein Geschäftsvorgang, den das Produkt abschließt."}},
		{"API_CALL_THOUSAND", "thousand calls", "thousands of calls", "k calls", "COUNT", "NONE", "SUM", "call", 1_000,
			3,
			"As calls, granted and billed by the thousand.", "",
			CountsAsOne{"One thousand calls that the service answers.",
				"Tausend Aufrufe, die der Dienst beantwortet."}},
		{"REVENUE_MILLION", "million of revenue", "millions of revenue", "", "MONEY", "NONE", "SUM",
			"minor currency unit", 100_000_000, 2,
			"As revenue, granted by the million.", "",
			CountsAsOne{"One million of the contract's currency that the customer takes through the product.",
				"Eine Million der Vertragswährung, die der Kunde über das Produkt einnimmt."}},
		{"UNKNOWN", "unit not known", "units not known", "?", "NONE", "NONE", "ENTITLED", "unknown", 1, 0,
			"Kept from an older system that did not say what is counted; an operator must decide.", "",
			CountsAsOne{"Nobody knows: an older system did not say what is counted.",
				"Das weiß niemand: Ein älteres System hat nicht gesagt, was gezählt wird."}},
	}
}
