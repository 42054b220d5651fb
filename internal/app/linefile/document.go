package linefile

const accountDocument = `query ExportAccount($account: ID!) { account(id: $account) { name } }`

const listDocument = `query ExportList($filter: LineItemFilterInput!, $orderBy: LineItemOrder = ENDS_ON,
	$direction: OrderDirection) {
	lineItems(filter: $filter, orderBy: $orderBy, direction: $direction) { nodes { id } }
}`

const rowsDocument = `query ExportRows($ids: [ID!]!, $on: Date!) {
	nodes(ids: $ids) {
		... on LineItem {
			id
			activationId
			account { id name }
			entitlement { id number orderReference { number line } channelPartner { name } }
			product { name version }
			productLine { name }
			unit { code plural }
			quantity(on: $on) { ...amount }
			granted(on: $on) { ...amount }
			used(on: $on) { ...amount }
			free(on: $on) { ...amount }
			overdraft(on: $on) { ...amount }
			excess(on: $on) { ...amount }
			status(on: $on)
			startsOn
			endsOn
			perpetual
			daysLeft(on: $on)
			isCovered(on: $on)
			coverageEndsOn
			coveragePerpetual
			maintenance: coverageInForce(on: $on, kind: MAINTENANCE) { ...covering }
			subscription: coverageInForce(on: $on, kind: SUBSCRIPTION) { ...covering }
			support: coverageInForce(on: $on, kind: SUPPORT) { ...covering }
			level: coverageInForce(on: $on) { ...covering }
			periodInForce(on: $on) { ...ordered }
			periods(last: 1) { nodes { ...ordered } }
			createdAt
			updatedAt
		}
	}
}
fragment ordered on Period { partNumber { code } orderReference { number line } }
fragment amount on Quantity { amount unlimited }
fragment covering on CoverageItem { level { name } coverage { endsOn perpetual } }`

// lineItem is a row as the contract answers it. Days are written as 2026-03-31, moments as 2026-03-31T12:00:00Z.
type lineItem struct {
	ID           string
	ActivationID string
	Account      struct{ ID, Name string }
	Entitlement  struct {
		ID, Number     string
		OrderReference *orderReference
		ChannelPartner *struct{ Name string }
	}
	Product     struct{ Name, Version string }
	ProductLine struct{ Name string }
	Unit        struct{ Code, Plural string }

	Quantity, Granted, Used, Free, Overdraft, Excess *amount

	Status            string
	StartsOn, EndsOn  string
	Perpetual         bool
	DaysLeft          *int
	IsCovered         bool
	CoverageEndsOn    string
	CoveragePerpetual bool

	Maintenance, Subscription, Support, Level *covering

	PeriodInForce        *period
	Periods              struct{ Nodes []*period }
	CreatedAt, UpdatedAt string
}

type amount struct {
	Amount    string
	Unlimited bool
}

type orderReference struct{ Number, Line string }

type covering struct {
	Level    *struct{ Name string }
	Coverage *struct {
		EndsOn    string
		Perpetual bool
	}
}

type period struct {
	PartNumber     *struct{ Code string }
	OrderReference *orderReference
}

// period returns the period in force, or else the last one. It is empty if there is none.
func (l *lineItem) period() *period {
	switch {
	case l.PeriodInForce != nil:
		return l.PeriodInForce
	case len(l.Periods.Nodes) > 0:
		return l.Periods.Nodes[0]
	}
	return &period{}
}

// order returns the order of the period, or of the entitlement.
func (l *lineItem) order() orderReference {
	if ordered := l.period().OrderReference; ordered != nil {
		return *ordered
	}
	if ordered := l.Entitlement.OrderReference; ordered != nil {
		return *ordered
	}
	return orderReference{}
}
