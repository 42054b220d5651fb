package legacy_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/legacy"
	"github.com/muniment/muniment/internal/legacy/stage"
)

// Each rule has the name of the trap of the simulator that it detects.
func TestRules(t *testing.T) {
	long := strings.Repeat("x", 230)
	for _, tt := range []struct {
		name  string
		spoil func(base)
		want  []string
		// left is the number of valid line items, users and activations; the clean base has 1, 1 and 3.
		left [3]int64
	}{
		{"clean", func(base) {}, nil, [3]int64{1, 1, 3}},

		// Values
		{"empty key", func(b base) { b.set(legacy.Users, "userName", "") },
			[]string{"empty_key ", "unknown_reference u1 / A1 <A1 u1>"}, [3]int64{1, 0, 3}},
		{"empty value", func(b base) { b.set(legacy.Accounts, "name", "") }, []string{
			"depends_on_invalid A1 / L / calls / 2026-11-01 <2026-11-01 A1 L calls>",
			"depends_on_invalid A2 / A1 <A1 A2>",
			"depends_on_invalid D1 / L1 <D1 L1>", "depends_on_invalid D1 <A1>", "depends_on_invalid E1 <A1>",
			"depends_on_invalid F1 <L1>",
			"depends_on_invalid F2 <L1>", "depends_on_invalid L1 <E1>", "depends_on_invalid M1 / L1 <L1 M1>",
			"depends_on_invalid M1 <E1>",
			"depends_on_invalid S1 / L1 <L1 S1>", "depends_on_invalid S1 <A1>", "depends_on_invalid u1 / A1 <A1 u1>",
			"empty_value A1"}, [3]int64{0, 1, 0}},
		{"oversize key", func(b base) {
			b.add(legacy.Users, row{"userName": strings.Repeat("k", legacy.MaxKeyBytes+1),
				"emailAddress": "k@example.test", "status": "Active"})
		},
			[]string{"oversize_value " + strings.Repeat("k", legacy.MaxKeyBytes) + "…"}, [3]int64{1, 1, 3}},
		{"oversize text", func(b base) {
			b.set(legacy.PartNumbers, "description",
				strings.Repeat("d", legacy.MaxTextBytes+1))
		},
			[]string{"depends_on_invalid D1 / L1 <D1 L1>", "depends_on_invalid F1 <L1>", "depends_on_invalid F2 <L1>",
				"depends_on_invalid L1 <PN-S>",
				"depends_on_invalid M1 / L1 <L1 M1>", "depends_on_invalid S1 / L1 <L1 S1>", "orphan_maintenance M1",
				"oversize_value PN-S"}, [3]int64{0, 1, 0}},
		{"NUL", func(b base) { b.set(legacy.Users, "displayName", "a\x00b") },
			[]string{"bad_character u1", "depends_on_invalid u1 / A1 <A1 u1>"}, [3]int64{1, 0, 3}},
		{"hidden characters in a name", func(b base) { b.set(legacy.Accounts, "name", "Har\u202Ebor\u200B") },
			[]string{"hidden_characters A1"}, [3]int64{1, 1, 3}},
		{"hidden characters in a key and in references to it", func(b base) {
			b.add(legacy.Users, row{"userName": "u\u200B9", "emailAddress": "u9@example.test", "status": "Active"})
			b.add(legacy.UserAccounts, row{"userName": "u\u200B9", "accountId": "A1", "roles": "READ_ONLY"})
		}, []string{"hidden_characters u\u200B9", "hidden_characters u\u200B9 / A1"}, [3]int64{1, 2, 3}},
		{"a reference with other hidden characters than the key", func(b base) {
			b.add(legacy.Users, row{"userName": "u\u200B9", "emailAddress": "u9@example.test", "status": "Active"})
			b.add(legacy.UserAccounts, row{"userName": "u9", "accountId": "A1", "roles": "READ_ONLY"})
		}, []string{"hidden_characters u\u200B9", "unknown_reference u9 / A1 <A1 u9>"}, [3]int64{1, 2, 3}},
		{"a user name that looks like another", func(b base) {
			b.add(legacy.Users, row{"userName": "U1\u2060", "emailAddress": "u9@example.test", "status": "Active"})
			b.add(legacy.UserAccounts, row{"userName": "U1\u2060", "accountId": "A1", "roles": "READ_ONLY"})
		}, []string{"depends_on_invalid U1\u2060 / A1 <A1 U1\u2060>", "hidden_characters U1\u2060",
			"hidden_characters U1\u2060 / A1", "misleading_user_name U1\u2060 <u1>"}, [3]int64{1, 1, 3}},
		{"user names that look like each other", func(b base) {
			for _, name := range []string{"\u212Aim", "k\u2060im", "u2", "U2"} {
				b.add(legacy.Users, row{"userName": name, "emailAddress": name + "@example.test", "status": "Active"})
			}
		}, []string{"email_case u2 <U2>",
			"hidden_characters k\u2060im", "hidden_characters k\u2060im", "misleading_user_name k\u2060im <\u212Aim>"},
			[3]int64{1, 4, 3}},
		{"a user name that nobody sees", func(b base) {
			b.add(legacy.Users, row{"userName": "\u200B", "emailAddress": "u9@example.test", "status": "Active"})
		}, []string{"empty_key \u200B"}, [3]int64{1, 1, 3}},
		{"a product name that nobody sees", func(b base) {
			b.add(legacy.SuiteMembers, row{"suiteName": "P Suite", "suiteVersion": "1", "productName": "\u200B ",
				"version": "1", "count": "1"})
		}, []string{"empty_key P Suite / 1 / \u200B  / 1"}, [3]int64{1, 1, 3}},
		{"bad day", func(b base) { b.set(legacy.UserAccounts, "expiryDate", "2026-02-29") },
			[]string{"bad_day u1 / A1"}, [3]int64{1, 1, 3}},
		{"US day", func(b base) { b.set(legacy.UserAccounts, "expiryDate", "2/28/2026") }, []string{"bad_day u1 / A1"},
			[3]int64{1, 1, 3}},
		{"bad time", func(b base) { b.set(legacy.Users, "dateCreated", "yesterday") }, []string{"bad_time u1"},
			[3]int64{1, 1, 3}},
		{"bad number", func(b base) { b.set(legacy.SuiteMembers, "count", "two") },
			[]string{"bad_number P Suite / 1 / P / 1"}, [3]int64{1, 1, 3}},
		{"number out of range", func(b base) { b.set(legacy.SuiteMembers, "count", "99999999999999999999") },
			[]string{"bad_number P Suite / 1 / P / 1"}, [3]int64{1, 1, 3}},
		{"more than an Int of the contract", func(b base) { b.set(legacy.SuiteMembers, "count", "2147483648") },
			[]string{"bad_number P Suite / 1 / P / 1"}, [3]int64{1, 1, 3}},
		{"as many as an Int of the contract", func(b base) { b.set(legacy.SuiteMembers, "count", "2147483647") },
			nil, [3]int64{1, 1, 3}},
		{"too many for the unit", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "2026-12-31").with("unitOfMeasure",
				"Gigabytes stored", "numberOfCopies", "1000000000000"))
		}, []string{"bad_number L2"}, [3]int64{1, 1, 3}},
		{"negative overdraft", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "2026-12-31").with("overdraftMax", "-1"))
		}, []string{"bad_number L2"}, [3]int64{1, 1, 3}},
		{"negative use", func(b base) { b.add(legacy.Fulfillments, fulfillmentRow("F3", "L1", "-1", "ACTIVE", "H2")) },
			[]string{"bad_number F3"}, [3]int64{1, 1, 3}},
		{"negative usage", func(b base) { b.set(legacy.Usage, "overageSinceReset", "-0.1") },
			[]string{"bad_number A1 / L / calls / 2026-11-01"}, [3]int64{1, 1, 3}},
		{"bad decimal", func(b base) { b.set(legacy.Usage, "entitled", "0x10") },
			[]string{"bad_number A1 / L / calls / 2026-11-01"}, [3]int64{1, 1, 3}},
		{"bad flag", func(b base) { b.set(legacy.LicenseModels, "metered", "maybe") },
			[]string{"bad_flag Seat Nodelocked Counted",
				"depends_on_invalid D1 / L1 <D1 L1>", "depends_on_invalid F1 <L1>", "depends_on_invalid F2 <L1>",
				"depends_on_invalid L1 <P / 1>",
				"depends_on_invalid M1 / L1 <L1 M1>", "depends_on_invalid P / 1 <1 P Seat Nodelocked Counted>",
				"depends_on_invalid P Suite / 1 / P / 1 <1 1 P P / 1 P Suite>",
				"depends_on_invalid PN-S <Seat Nodelocked Counted>",
				"depends_on_invalid S1 / L1 <L1 S1>", "orphan_maintenance M1"}, [3]int64{0, 1, 0}},
		{"unknown word", func(b base) { b.set(legacy.Users, "status", "ACTIVE") },
			[]string{"depends_on_invalid u1 / A1 <A1 u1>", "unknown_word u1"}, [3]int64{1, 0, 3}},
		{"unknown role", func(b base) { b.set(legacy.UserAccounts, "roles", "READ_ONLY,KING") },
			[]string{"unknown_word u1 / A1"}, [3]int64{1, 1, 3}},
		{"unknown state", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "2026-12-31").with("state", "GONE"))
		}, []string{"unknown_word L2"}, [3]int64{1, 1, 3}},
		{"term without unit", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "").with("termDuration", "12"))
		}, []string{"empty_value L2"}, [3]int64{1, 1, 3}},
		{"no term at all", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "").with("termDuration", "0", "termUnit",
				"DAYS"))
		}, []string{"bad_number L2"}, [3]int64{1, 1, 3}},
		{"day order", func(b base) { b.add(legacy.LineItems, lineRow("L2", "E1", "2026-12-31", "2026-12-30")) },
			[]string{"day_order L2"}, [3]int64{1, 1, 3}},

		// Rows together
		{"duplicate key", func(b base) {
			b.add(legacy.LineItems, lineRow("L1", "E1", "2026-01-01", "2026-12-31").with("numberOfCopies", "11"))
		}, []string{"duplicate_key L1"}, [3]int64{1, 1, 3}},
		{"repeated row", func(b base) { b.add(legacy.LineItems, b[legacy.LineItems][0]) }, []string{"repeated_row L1"},
			[3]int64{1, 1, 3}},
		{"activation ids in another letter case", func(b base) {
			for _, id := range []string{"x-abc", "x-ABC", "X-Abc", "l1", "Other", "I", "\u0131", "\u00e9", "e\u0301",
				"\u00c9", "STRASSE", "stra\u00dfe", "a b", "A  B"} {
				b.add(legacy.LineItems, lineRow(id, "E1", "2026-01-01", "2026-12-31"))
			}
			b.add(legacy.LineItems, renewalRow("R1", "E1", "x-ABC", "2027-01-01", "2027-12-31"))
		}, []string{"odd_ids A  B", "odd_ids a b", "odd_ids e\u0301", "odd_ids stra\u00dfe", "odd_ids \u00c9",
			"odd_ids \u00e9", "odd_ids \u0131", "same_activation_id X-Abc <x-abc>",
			"same_activation_id e\u0301 <\u00e9>", "same_activation_id l1 <L1>",
			"same_activation_id stra\u00dfe <STRASSE>", "same_activation_id x-ABC <x-abc>",
			"same_activation_id \u00c9 <\u00e9>", "unknown_predecessor R1 <x-ABC>"}, [3]int64{10, 1, 3}},
		{"a spoilt row does not push out a good one", func(b base) {
			b[legacy.LineItems] = []row{b[legacy.LineItems][0].with("state", "GONE"), b[legacy.LineItems][0]}
		}, []string{"unknown_word L1"}, [3]int64{1, 1, 3}},
		{"keys that join alike", func(b base) {
			b.add(legacy.Accounts, row{"accountId": "A1 / A2", "name": "C", "accountType": "CUSTOMER"},
				row{"accountId": "A3 / A1", "name": "D", "accountType": "CUSTOMER"},
				row{"accountId": "A3", "name": "E", "accountType": "CUSTOMER"})
			b.add(legacy.AccountLinks, row{"parentAccountId": "A3", "accountId": "A1 / A2"},
				row{"parentAccountId": "A3 / A1", "accountId": "A2"})
		}, nil, [3]int64{1, 1, 3}},
		{"unknown entitlement", func(b base) {
			b.add(legacy.LineItems,
				lineRow("L2", "E9", "2026-01-01", "2026-12-31"))
		}, []string{"unknown_reference L2 <E9>"}, [3]int64{1, 1, 3}},
		{"unknown product", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "2026-12-31").with("productVersion", "2"))
		}, []string{"unknown_reference L2 <P / 2>"}, [3]int64{1, 1, 3}},
		{"unknown part number", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "2026-12-31").with("partNumber", "PN-X"))
		}, []string{"unknown_reference L2 <PN-X>"}, [3]int64{1, 1, 3}},
		{"unknown account", func(b base) {
			b.add(legacy.Entitlements,
				row{"entitlementId": "E3", "soldTo": "A9", "state": "TEST"})
		}, []string{"unknown_reference E3 <A9>"}, [3]int64{1, 1, 3}},
		{"unknown user", func(b base) {
			b.add(legacy.UserAccounts, row{"userName": "u9", "accountId": "A1", "roles": "READ_ONLY"})
		}, []string{"unknown_reference u9 / A1 <A1 u9>"}, [3]int64{1, 1, 3}},
		{"unknown device", func(b base) {
			b.add(legacy.DeviceAddons, row{"deviceId": "D9", "activationId": "L1", "consumedCopies": "1"})
		}, []string{"unknown_reference D9 / L1 <D9 L1>"}, [3]int64{1, 1, 3}},
		{"unknown line of a fulfillment", func(b base) {
			b.add(legacy.Fulfillments,
				fulfillmentRow("F3", "L9", "1", "ACTIVE", "H2"))
		}, []string{"unknown_reference F3 <L9>"}, [3]int64{1, 1, 3}},
		{"unknown channel partner", func(b base) { b.set(legacy.Entitlements, "channelPartner", "A9") },
			[]string{"unknown_channel_partner E1 <A9>"}, [3]int64{1, 1, 3}},
		{"unknown server", func(b base) { b[legacy.Devices][1]["parentDeviceId"] = "S9" },
			[]string{"unknown_server D1 <S9>"}, [3]int64{1, 1, 3}},
		{"served by a client", func(b base) {
			b.add(legacy.Devices, row{"deviceId": "D2", "deviceType": "SERVED_CLIENT", "status": "ACTIVE",
				"soldTo": "A1", "parentDeviceId": "D1"})
		}, []string{"unknown_server D2 <D1>"}, [3]int64{1, 1, 3}},
		{"unknown predecessor", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2027-01-01", "2027-12-31").with("lineItemType", "RENEWAL",
				"parentLineItem", "L9"))
		}, []string{"unknown_predecessor L2 <L9>"}, [3]int64{2, 1, 3}},
		{"account circle", func(b base) {
			b.add(legacy.Accounts, row{"accountId": "A3", "name": "C", "accountType": "CUSTOMER"})
			b.add(legacy.AccountLinks, row{"parentAccountId": "A1", "accountId": "A3"},
				row{"parentAccountId": "A3", "accountId": "A1"})
		}, []string{"account_circle A1 / A3 <A1 A3>", "account_circle A3 / A1 <A1 A3>"}, [3]int64{1, 1, 3}},
		{"an account above itself", func(b base) {
			b.add(legacy.AccountLinks,
				row{"parentAccountId": "A1", "accountId": "A1"})
		}, []string{"account_circle A1 / A1 <A1>"}, [3]int64{1, 1, 3}},
		{"line circle", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "2026-12-31").with("parentLineItem", "L3",
				"lineItemType", "UPGRADE"),
				lineRow("L3", "E1", "2026-01-01", "2026-12-31").with("splitFromLineItem", "L2"),
				lineRow("L4", "E1", "2027-01-01", "2027-12-31").with("parentLineItem", "L3", "lineItemType",
					"RENEWAL"))
		}, []string{"line_circle L2 <L2 L3>", "line_circle L3 <L2 L3>", "unknown_predecessor L4 <L3>"},
			[3]int64{2, 1, 3}},
		{"a line that follows itself", func(b base) { b.set(legacy.LineItems, "parentLineItem", "L1") },
			[]string{"depends_on_invalid D1 / L1 <D1 L1>",
				"depends_on_invalid F1 <L1>", "depends_on_invalid F2 <L1>", "depends_on_invalid M1 / L1 <L1 M1>",
				"depends_on_invalid S1 / L1 <L1 S1>",
				"line_circle L1 <L1>", "orphan_maintenance M1"}, [3]int64{0, 1, 0}},
		{"suite circle", func(b base) {
			b.add(legacy.SuiteMembers, row{"suiteName": "P Suite", "suiteVersion": "1", "productName": "P Suite",
				"version": "1", "count": "1"})
		}, []string{"suite_circle P Suite / 1 / P Suite / 1"}, [3]int64{1, 1, 3}},
		{"several predecessors", func(b base) {
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "2026-12-31").with("splitFromLineItem", "L1",
				"parentLineItem", "L1"))
		}, []string{"partial_split L2 <L1>", "several_predecessors L2"}, [3]int64{2, 1, 3}},

		// Accounts and users
		{"dup_account_name", func(b base) {
			b.add(legacy.Accounts, row{"accountId": "A3", "name": "ALPHA ", "accountType": "CUSTOMER"},
				row{"accountId": "A4", "name": "Alpha", "accountType": "CUSTOMER"})
		}, []string{"dup_account_name A1 <A3 A4>"}, [3]int64{1, 1, 3}},
		{"dup_account_name, composed and not", func(b base) {
			b.add(legacy.Accounts, row{"accountId": "A3", "name": "Caf\u00e9", "accountType": "CUSTOMER"},
				row{"accountId": "A4", "name": "CAFE\u0301", "accountType": "CUSTOMER"})
		}, []string{"dup_account_name A3 <A4>", "i18n_names A3", "i18n_names A4"}, [3]int64{1, 1, 3}},
		{"two_parents", func(b base) {
			b.add(legacy.Accounts, row{"accountId": "A3", "name": "C", "accountType": "CUSTOMER"})
			b.add(legacy.AccountLinks, row{"parentAccountId": "A3", "accountId": "A1"})
		}, []string{"two_parents A1 <A2 A3>"}, [3]int64{1, 1, 3}},
		{"i18n_names", func(b base) { b.set(legacy.Users, "displayName", "Zoë") }, []string{"i18n_names u1"},
			[3]int64{1, 1, 3}},
		{"xml_escapes", func(b base) {
			b.set(legacy.Accounts, "name", "A & B <C>")
			b.set(legacy.Entitlements, "description", "a\tb")
		}, []string{"xml_escapes A1", "xml_escapes E1"}, [3]int64{1, 1, 3}},
		{"long_names", func(b base) { b.set(legacy.Accounts, "name", long) }, []string{"long_names A1"},
			[3]int64{1, 1, 3}},
		{"multi_account_user", func(b base) {
			b.add(legacy.UserAccounts, row{"userName": "u1", "accountId": "A2", "roles": "DOWNLOADER"})
		}, []string{"multi_account_user u1 <A1 A2>"}, [3]int64{1, 1, 3}},
		{"shared_user", func(b base) { b.set(legacy.Users, "shared", "true") }, []string{"shared_user u1 <A1>"},
			[3]int64{1, 1, 3}},
		{"no_email", func(b base) { b.set(legacy.Users, "emailAddress", "") }, []string{"no_email u1"},
			[3]int64{1, 1, 3}},
		{"email_case", func(b base) {
			b.add(legacy.Users, row{"userName": "u2", "emailAddress": "U1@example.test", "status": "Inactive"})
		}, []string{"email_case u1 <u2>"}, [3]int64{1, 2, 3}},
		{"duplicate_email", func(b base) {
			b.add(legacy.Users, row{"userName": "u2", "emailAddress": "u1@example.test", "status": "Inactive"})
		}, []string{"duplicate_email u1 <u2>"}, [3]int64{1, 2, 3}},
		{"bad_email", func(b base) { b.set(legacy.Users, "emailAddress", "x@y..test") }, []string{"bad_email u1"},
			[3]int64{1, 1, 3}},

		// Ids, lineage, renewals
		{"odd_ids", func(b base) { b.add(legacy.LineItems, lineRow("a b", "E1", "2026-01-01", "2026-12-31")) },
			[]string{"odd_ids a b"}, [3]int64{2, 1, 3}},
		{"long_ids", func(b base) { b.add(legacy.LineItems, lineRow(long, "E1", "2026-01-01", "2026-12-31")) },
			[]string{"long_ids " + long}, [3]int64{2, 1, 3}},
		{"transferred", func(b base) {
			b.add(legacy.LineItems, lineRow("T-TRANSFERRED-1", "E1", "2026-01-01", "2026-12-31").with(
				"state", "OBSOLETE"),
				lineRow("T", "E2", "2026-01-01", "2026-12-31").with("transferredFromLineItem", "T-TRANSFERRED-1"))
		}, []string{"transferred T <T-TRANSFERRED-1>"}, [3]int64{3, 1, 3}},
		{"partial_transfer", func(b base) {
			b.add(legacy.LineItems, lineRow("T", "E2", "2026-01-01", "2026-12-31").with(
				"transferredFromLineItem", "L1"))
		}, []string{"partial_transfer T <L1>"}, [3]int64{2, 1, 3}},
		{"renewal", func(b base) { b.add(legacy.LineItems, renewalRow("R1", "E1", "L1", "2027-01-01", "2027-12-31")) },
			nil, [3]int64{1, 1, 3}},
		{"renewal_parent", func(b base) {
			b.add(legacy.LineItems,
				renewalRow("R1", "E1", "L1", "2026-12-01", "2027-11-30"))
		}, []string{"renewal_parent R1 <L1>"}, [3]int64{1, 1, 3}},
		{"renewal_gap", func(b base) {
			b.add(legacy.LineItems,
				renewalRow("R1", "E1", "L1", "2027-01-03", "2027-12-31"))
		}, []string{"renewal_gap R1 <L1>"}, [3]int64{1, 1, 3}},
		{"parallel_renewal", func(b base) {
			b.add(legacy.LineItems, renewalRow("R2", "E1", "L1", "2027-01-01", "2027-12-31"),
				renewalRow("R1", "E1", "L1", "2027-01-01", "2027-06-30"))
		}, []string{"parallel_renewal R2 <L1>"}, [3]int64{2, 1, 3}},
		{"renewals one after the other", func(b base) {
			b.add(legacy.LineItems, renewalRow("R2", "E1", "L1", "2027-07-01", "2027-12-31"),
				renewalRow("R1", "E1", "L1", "2027-01-01", "2027-06-30"),
				renewalRow("R3", "E1", "R2", "2028-01-01", "2028-12-31"))
		}, nil, [3]int64{1, 1, 3}},
		{"separate_renewal", func(b base) {
			b.add(legacy.LineItems,
				renewalRow("account", "E2", "L1", "2027-01-01", "2027-12-31"),
				renewalRow("product", "E1", "L1", "2027-01-01", "2027-12-31").with("productName", "P Suite",
					"partNumber", ""),
				renewalRow("unit", "E1", "L1", "2027-01-01", "2027-12-31").with("unitOfMeasure", "Named users"),
				renewalRow("early", "E1", "L1", "2025-01-01", "2025-12-31"))
		}, []string{"renewal_parent early <L1>", "separate_renewal account <L1>", "separate_renewal early <L1>",
			"separate_renewal product <L1>", "separate_renewal unit <L1>"}, [3]int64{5, 1, 3}},
		{"separate_renewal by state", func(b base) {
			b.add(legacy.Entitlements, row{"entitlementId": "E3", "soldTo": "A1", "state": "INACTIVE"})
			b.add(legacy.LineItems, renewalRow("R1", "E3", "L1", "2027-01-01", "2027-12-31"))
		}, []string{"separate_renewal R1 <L1>"}, [3]int64{2, 1, 3}},

		// Days
		{"perpetual_with_end_date", func(b base) { b.set(legacy.LineItems, "isPermanent", "1") },
			[]string{"perpetual_with_end_date L1"}, [3]int64{1, 1, 3}},
		{"perpetual_no_flag", func(b base) { b.set(legacy.LineItems, "expirationDate", "") },
			[]string{"perpetual_no_flag L1"}, [3]int64{1, 1, 3}},
		{"sentinel_date", func(b base) {
			b.set(legacy.LineItems, "expirationDate", "2500-12-31")
			b.set(legacy.Maintenance, "expirationDate", "9999-12-31")
			b.set(legacy.UserAccounts, "expiryDate", "2500-01-01")
			b.set(legacy.Products, "endDate", "9999-12-31")
		}, []string{"sentinel_date L1", "sentinel_date M1", "sentinel_date P / 1", "sentinel_date u1 / A1"},
			[3]int64{1, 1, 3}},
		{"the day before sentinel dates", func(b base) {
			b.set(legacy.LineItems, "expirationDate", "2499-12-31")
			b.set(legacy.UserAccounts, "expiryDate", "2499-12-31")
			b.set(legacy.Products, "endDate", "2499-12-31")
		}, nil, [3]int64{1, 1, 3}},
		{"sentinel_date by a term", func(b base) {
			for id, term := range map[string][2]string{"Y": {"999", "YEARS"}, "YY": {"9999", "YEARS"},
				"YYY": {"100000", "YEARS"}, "M": {"6000", "MONTHS"}, "W": {"30000", "WEEKS"}, "D": {"366000", "DAYS"},
				"short": {"470", "YEARS"}} {
				b.add(legacy.LineItems, lineRow(id, "E1", "2024-02-29", "").with("termDuration", term[0], "termUnit",
					term[1]))
			}
			b.add(legacy.LineItems, lineRow("first", "E1", "", "").with("startDateOption",
				"DEFINE_AT_FIRST_ACTIVATION", "termDuration", "9999", "termUnit", "YEARS"))
			b.add(legacy.Fulfillments, fulfillmentRow("F3", "first", "1", "ACTIVE", "H1"))
		}, []string{"sentinel_date D", "sentinel_date M", "sentinel_date W", "sentinel_date Y", "sentinel_date YY",
			"sentinel_date YYY", "sentinel_date first", "term_without_date first"}, [3]int64{9, 1, 4}},
		{"term_without_date", func(b base) {
			b.set(legacy.LineItems, "startDate", "", "expirationDate", "", "startDateOption",
				"DEFINE_AT_FIRST_ACTIVATION", "termDuration", "12", "termUnit", "MONTHS")
		}, []string{"term_without_date L1"}, [3]int64{1, 1, 3}},
		{"line_time_zone", func(b base) { b.set(legacy.LineItems, "FNPTimeZoneValue", "Pacific/Kiritimati") },
			[]string{"line_time_zone L1"}, [3]int64{1, 1, 3}},

		// States and counts
		{"obsolete_live", func(b base) { b.set(legacy.LineItems, "state", "OBSOLETE") },
			[]string{"obsolete_live L1 <E1>"}, [3]int64{1, 1, 3}},
		{"over_fulfilled", func(b base) { b.set(legacy.LineItems, "numberOfCopies", "4", "overdraftMax", "1") },
			[]string{"over_fulfilled L1"}, [3]int64{1, 1, 3}},
		{"in_overdraft", func(b base) { b.set(legacy.LineItems, "numberOfCopies", "4", "overdraftMax", "2") },
			[]string{"in_overdraft L1"}, [3]int64{1, 1, 3}},
		{"fulfilled_mismatch", func(b base) { b.set(legacy.LineItems, "fulfilledAmount", "5") },
			[]string{"fulfilled_mismatch L1"}, [3]int64{1, 1, 3}},
		{"negative_counts", func(b base) { b.set(legacy.LineItems, "numberOfCopies", "-1") },
			[]string{"negative_counts L1"}, [3]int64{1, 1, 3}},
		{"test_draft", func(b base) { b.set(legacy.Entitlements, "state", "TEST") }, []string{"test_draft E1 <L1>"},
			[3]int64{1, 1, 3}},
		{"test_draft line", func(b base) { b.set(legacy.LineItems, "state", "DRAFT") }, []string{"test_draft L1"},
			[3]int64{1, 1, 3}},
		{"missing_unit", func(b base) { b.set(legacy.LineItems, "unitOfMeasure", "", "licenseModel", "") },
			[]string{"missing_unit L1"}, [3]int64{1, 1, 3}},
		{"undecided_unit", func(b base) { b.set(legacy.LineItems, "unitOfMeasure", "GB") },
			[]string{"undecided_unit L1"}, [3]int64{1, 1, 3}},
		{"unit_from_model by name", func(b base) { b.set(legacy.LineItems, "unitOfMeasure", "") },
			[]string{"unit_from_model L1"}, [3]int64{1, 1, 3}},
		{"meter_scale", func(b base) { b.set(legacy.Usage, "scale", "7") },
			[]string{"meter_scale A1 / L / calls / 2026-11-01"}, [3]int64{1, 1, 3}},
		{"zero_count", func(b base) {
			b.add(legacy.Fulfillments, fulfillmentRow("F3", "L1", "0", "ACTIVE", "H2"))
			b[legacy.DeviceAddons][1]["consumedCopies"] = "0"
		}, []string{"zero_count D1 / L1 <D1 L1>", "zero_count F3 <L1>"}, [3]int64{1, 1, 2}},
		{"no_host", func(b base) { b[legacy.Fulfillments][0]["host"] = "" }, []string{"no_host F1 <L1>"},
			[3]int64{1, 1, 3}},

		// Maintenance and catalog
		{"dangling_maintenance", func(b base) {
			b.add(legacy.MaintenanceLinks, row{"maintenanceActivationId": "M1", "associatedActivationId": "L9"})
		}, []string{"dangling_maintenance M1 / L9 <L9 M1>"}, [3]int64{1, 1, 3}},
		{"orphan_maintenance", func(b base) { b[legacy.MaintenanceLinks] = nil }, []string{"orphan_maintenance M1"},
			[3]int64{1, 1, 3}},
		{"cross_maintenance", func(b base) { b.set(legacy.Maintenance, "entitlementId", "E2") },
			[]string{"cross_maintenance M1 <L1>"}, [3]int64{1, 1, 3}},
		{"maintenance gap", func(b base) {
			b.add(legacy.Maintenance, maintenanceRow("M2", "E1", "2027-01-05", "2027-12-31"))
			b.add(legacy.MaintenanceLinks, row{"maintenanceActivationId": "M2", "associatedActivationId": "L1"})
		}, []string{"renewal_gap M2 <L1>"}, [3]int64{1, 1, 3}},
		{"renamed", func(b base) {
			b.add(legacy.Products, row{"productName": "Old P", "version": "1", "productType": "LICENSED_PRODUCT",
				"state": "OBSOLETE", "productCategory": "L"})
			b.add(legacy.LineItems, lineRow("L2", "E1", "2026-01-01", "2026-12-31").with("productName", "Old P"))
		}, []string{"renamed_lines L2 <L1>", "renamed_product PN-S <Old P P>"}, [3]int64{2, 1, 3}},
		{"maintenance_enum", func(b base) { b[legacy.Products][2]["productType"] = "MAINTENANCE" },
			[]string{"maintenance_enum P Premium Maintenance / 1"}, [3]int64{1, 1, 3}},
		{"other_product_line", func(b base) { b.set(legacy.LineItems, "productLine", "K") },
			[]string{"other_product_line L1"}, [3]int64{1, 1, 3}},
		{"no_product_line", func(b base) {
			b[legacy.Products][0]["productCategory"] = ""
			b.set(legacy.LineItems, "productLine", "")
		}, []string{"no_product_line P / 1"}, [3]int64{1, 1, 3}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBase()
			tt.spoil(b)
			st := staged(t, b.files(t))
			want := append([]string{}, tt.want...)
			slices.Sort(want)
			if got := found(t, st); !slices.Equal(got, want) {
				t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			counts, err := st.Counts(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if left := [3]int64{counts.LineItems, counts.Users, counts.Activations}; left != tt.left {
				t.Errorf("%v line items, users and activations are left, want %v", left, tt.left)
			}
			iterateEverything(t, st, counts)
		})
	}
}

func renewalRow(id, entitlement, of, first, last string) row {
	return lineRow(id, entitlement, first, last).with("lineItemType", "RENEWAL", "parentLineItem", of)
}

// iterateEverything checks that every iteration yields as many records as are counted, numbered without gaps, and that
// it can start after any Ref.
func iterateEverything(t *testing.T, st *stage.Stage, c stage.Counts) {
	t.Helper()
	ctx := context.Background()
	for name, it := range map[string]struct {
		want int64
		run  func(after stage.Ref, yield func(stage.Head) error) error
	}{
		"product lines": {c.ProductLines, func(a stage.Ref, y func(stage.Head) error) error {
			return st.ProductLines(ctx, a, func(r stage.ProductLine) error { return y(r.Head) })
		}},
		"units": {c.Units, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Units(ctx, a, func(r stage.Unit) error { return y(r.Head) })
		}},
		"license models": {c.LicenseModels, func(a stage.Ref, y func(stage.Head) error) error {
			return st.LicenseModels(ctx, a, func(r stage.LicenseModel) error { return y(r.Head) })
		}},
		"products": {c.Products, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Products(ctx, a, func(r stage.Product) error { return y(r.Head) })
		}},
		"suite members": {c.SuiteMembers, func(a stage.Ref, y func(stage.Head) error) error {
			return st.SuiteMembers(ctx, a, func(r stage.SuiteMember) error { return y(r.Head) })
		}},
		"part numbers": {c.PartNumbers, func(a stage.Ref, y func(stage.Head) error) error {
			return st.PartNumbers(ctx, a, func(r stage.PartNumber) error { return y(r.Head) })
		}},
		"accounts": {c.Accounts, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Accounts(ctx, a, func(r stage.Account) error { return y(r.Head) })
		}},
		"links": {c.AccountLinks, func(a stage.Ref, y func(stage.Head) error) error {
			return st.AccountLinks(ctx, a, func(r stage.AccountLink) error { return y(r.Head) })
		}},
		"users": {c.Users, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Users(ctx, a, func(r stage.User) error { return y(r.Head) })
		}},
		"memberships": {c.Memberships, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Memberships(ctx, a, func(r stage.Membership) error { return y(r.Head) })
		}},
		"entitlements": {c.Entitlements, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Entitlements(ctx, a, func(r stage.Entitlement) error { return y(r.Head) })
		}},
		"line items": {c.LineItems, func(a stage.Ref, y func(stage.Head) error) error {
			return st.LineItems(ctx, a, func(r stage.LineItem) error { return y(r.Head) })
		}},
		"coverages": {c.Coverages, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Coverages(ctx, a, func(r stage.Coverage) error { return y(r.Head) })
		}},
		"servers": {c.LicenseServers, func(a stage.Ref, y func(stage.Head) error) error {
			return st.LicenseServers(ctx, a, func(r stage.LicenseServer) error { return y(r.Head) })
		}},
		"devices": {c.Devices, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Devices(ctx, a, func(r stage.Device) error { return y(r.Head) })
		}},
		"allocations": {c.Allocations, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Allocations(ctx, a, func(r stage.Allocation) error { return y(r.Head) })
		}},
		"activations": {c.Activations, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Activations(ctx, a, func(r stage.Activation) error { return y(r.Head) })
		}},
		"meters": {c.Meters, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Meters(ctx, a, func(r stage.Meter) error { return y(r.Head) })
		}},
		"usage": {c.Usage, func(a stage.Ref, y func(stage.Head) error) error {
			return st.Usage(ctx, a, func(r stage.Usage) error { return y(r.Head) })
		}},
	} {
		for _, after := range []stage.Ref{0, stage.Ref(it.want / 2)} {
			next := after
			err := it.run(after, func(h stage.Head) error {
				if next++; h.Ref != next {
					t.Errorf("%s: got number %d, want %d", name, h.Ref, next)
				}
				if h.Digest == 0 {
					t.Errorf("%s: number %d has no digest", name, h.Ref)
				}
				return nil
			})
			if err != nil || int64(next) != it.want {
				t.Errorf("%s after %d: ends at %d of %d (%v)", name, after, next, it.want, err)
			}
		}
	}
}

// The documentation lists every rule with its severity, and no others.
func TestRulesAreDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/legacy.md")
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(line, "| `") {
			documented[line] = true
		}
	}
	seen := map[legacy.Rule]bool{}
	for _, info := range legacy.RuleInfos() {
		if seen[info.Rule] {
			t.Errorf("%s is listed twice", info.Rule)
		}
		seen[info.Rule] = true
		line := "| `" + string(info.Rule) + "` | " + info.Severity.String() + " | " + info.Says + " | " +
			info.Done + " |"
		if !documented[line] {
			t.Errorf("docs/legacy.md lacks the line\n%s", line)
		}
		delete(documented, line)
	}
	for line := range documented {
		t.Errorf("docs/legacy.md has a line that is not about a rule:\n%s", line)
	}
}
