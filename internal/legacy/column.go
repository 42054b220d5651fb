package legacy

// ColumnType determines how the text of a value is parsed.
type ColumnType uint8

// The types of columns.
const (
	// Text is kept verbatim, except that a text without ID loses the characters that nobody sees.
	Text ColumnType = iota + 1
	// Day is a calendar day, YYYY-MM-DD. It has no time zone and is never shifted by one.
	Day
	// Time is an instant in RFC 3339; without an offset it is UTC.
	Time
	// Whole is a whole number of at most 64 bits.
	Whole
	// Decimal is an exact decimal number, also with an exponent.
	Decimal
	// Flag is 1, 0, true or false in any letter case.
	Flag
	// OneWord is one of the Words of the column.
	OneWord
	// ManyWords are several of the Words of the column, separated by commas.
	ManyWords
)

// Column describes one value of a kind of records.
type Column struct {
	Name string
	Type ColumnType
	// Key marks the columns that together form the key of a record. A key is never empty.
	Key bool
	// ID marks texts that identify a record of the source: keys, and references to them. They are kept and compared
	// byte by byte, also if they hold characters that nobody sees, so that an id of an earlier import stays the same.
	ID bool
	// Filled marks columns whose value must not be empty.
	Filled bool
	// Needed marks columns that a file must have; others may be missing.
	Needed bool
	// Words maps the words of the source to those of Muniment, for OneWord and ManyWords.
	Words []Word
}

// Word maps a word of the source to one of Muniment.
type Word struct{ Source, Here string }

const (
	// MaxKeyBytes is the maximum length of a key, which both databases can index: about 255 characters of four bytes.
	MaxKeyBytes = 1024
	// MaxTextBytes is the maximum length of a text.
	MaxTextBytes = 64 << 10
)

func key(name string) Column {
	return Column{Name: name, Type: Text, Key: true, ID: true, Filled: true, Needed: true}
}
func must(name string) Column   { return Column{Name: name, Type: Text, Filled: true, Needed: true} }
func needed(name string) Column { return Column{Name: name, Type: Text, Needed: true} }
func text(name string) Column   { return Column{Name: name, Type: Text} }

// id marks a text that refers to a record by its key, or is another id of the record.
func (c Column) id() Column {
	c.ID = true
	return c
}

func (c Column) as(t ColumnType, words ...Word) Column {
	c.Type, c.Words = t, words
	return c
}

// Columns lists the columns of the kind. Their names are those of the older system's services.
func (k Kind) Columns() []Column {
	switch k {
	case Accounts:
		return []Column{key("accountId"), must("name"), text("description"),
			must("accountType").as(OneWord, accountKinds...), text("address1"), text("city"), text("state"),
			text("zipcode"), text("country"), text("region"), text("visible").as(Flag), text("crmAccountId").id(),
			text("createdDate").as(Time), text("dateLastModified").as(Time)}
	case AccountLinks:
		return []Column{key("parentAccountId"), key("accountId")}
	case Users:
		return []Column{key("userName"), text("firstName"), text("lastName"), text("displayName"),
			needed("emailAddress"), text("phoneNumber"), must("status").as(OneWord, userStates...),
			text("canLogin").as(Flag), text("shared").as(Flag), text("locale"), text("timezone"), text("domain"),
			text("optIn").as(Flag), text("dateCreated").as(Time), text("dateLastModified").as(Time),
			text("dateLastLogin").as(Time)}
	case UserAccounts:
		return []Column{key("userName"), key("accountId"), must("roles").as(ManyWords, memberRoles...),
			needed("expiryDate").as(Day)}
	case LicenseModels:
		return []Column{key("name"), text("licenseTechnology"), must("metered").as(Flag)}
	case Products:
		return []Column{key("productName"), key("version"), must("productType").as(OneWord, productKinds...),
			text("description"), must("state").as(OneWord, catalogStates...), needed("productCategory").id(),
			needed("licenseModel").id(), text("startDate").as(Day), text("endDate").as(Day),
			text("creationDate").as(Time), text("lastModifiedDate").as(Time)}
	case SuiteMembers:
		return []Column{key("suiteName"), key("suiteVersion"), key("productName"), key("version"),
			must("count").as(Whole)}
	case PartNumbers:
		return []Column{key("partId"), text("description"), needed("productName").id(), needed("version").id(),
			needed("licenseModel").id()}
	case Entitlements:
		return []Column{key("entitlementId"), text("description"), must("soldTo").id(), text("soldToName"),
			text("shipToEmail"), must("state").as(OneWord, rightStates...), text("allowPortalLogin").as(Flag),
			needed("channelPartner").id(), text("orderReference"), text("createdUserId"), text("createdOn").as(Time),
			text("lastModifiedDateTime").as(Time)}
	case LineItems:
		return []Column{key("activationId"), must("entitlementId").id(), must("productName").id(),
			must("productVersion").id(), needed("productLine").id(), needed("partNumber").id(),
			needed("licenseModel").id(), needed("unitOfMeasure"),
			text("orderId"), text("orderLineNumber"), must("numberOfCopies").as(Whole),
			text("fulfilledAmount").as(Whole), needed("overdraftMax").as(Whole), needed("startDate").as(Day),
			must("startDateOption").as(OneWord, startRules...), needed("isPermanent").as(Flag),
			needed("termDuration").as(Whole), needed("termUnit").as(OneWord, termUnits...),
			needed("expirationDate").as(Day), needed("lineItemType").as(OneWord, lineTypes...),
			needed("parentLineItem").id(), needed("transferredFromLineItem").id(), needed("splitFromLineItem").id(),
			text("FNPTimeZoneValue"), must("state").as(OneWord, rightStates...), text("createdOnDateTime").as(Time),
			text("lastModifiedDateTime").as(Time)}
	case Maintenance:
		return []Column{key("activationId"), must("entitlementId").id(), must("maintenanceProduct").id(),
			must("version").id(), needed("partNumber").id(), text("orderId"), text("orderLineNumber"),
			needed("startDate").as(Day), needed("expirationDate").as(Day), needed("isPermanent").as(Flag),
			needed("parentLineItem").id(), must("state").as(OneWord, rightStates...),
			text("createdOnDateTime").as(Time), text("lastModifiedDateTime").as(Time)}
	case MaintenanceLinks:
		return []Column{key("maintenanceActivationId"), key("associatedActivationId")}
	case Devices:
		return []Column{key("deviceId"), text("deviceIdType"), must("deviceType").as(OneWord, deviceClasses...),
			needed("deployment").as(OneWord, deployments...), text("alias"), text("hostType"),
			must("status").as(OneWord, deviceStates...), text("servedStatus"), must("soldTo").id(),
			needed("parentDeviceId").id(), text("machineType"), text("userString"), text("lastModified").as(Time),
			text("lastSyncTime").as(Time)}
	case DeviceAddons:
		return []Column{key("deviceId"), key("activationId"), text("requestedCopies").as(Whole),
			must("consumedCopies").as(Whole), text("generatedCopies").as(Whole), text("licenseState"),
			needed("licenseExpirationDate").as(Day)}
	case Fulfillments:
		return []Column{key("fulfillmentId"), must("activationId").id(), text("entitlementId").id(),
			text("fulfillmentType"), must("state"), text("productName").id(), text("version").id(), text("soldTo").id(),
			must("fulfilledCount").as(Whole), text("overDraftCount").as(Whole), text("fulfillDateTime").as(Time),
			needed("isPermanent").as(Flag), needed("startDate").as(Day), needed("expirationDate").as(Day),
			text("supportAction"), text("fulfillmentSource"), needed("host").id(),
			text("lastModifiedDateTime").as(Time)}
	case Usage:
		return []Column{key("accountId"), key("productLine"), key("meter"), must("usageUnitName"),
			needed("friendlyName"), must("scale").as(Whole), must("entitled").as(Decimal),
			must("usageSinceReset").as(Decimal), must("overageSinceReset").as(Decimal),
			keyDay("periodStart"), must("periodEnd").as(Day)}
	}
	return nil
}

func keyDay(name string) Column { return key(name).as(Day) }
