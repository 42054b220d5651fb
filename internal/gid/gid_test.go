package gid

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestReadableFormRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typ := rapid.SampledFrom(Types()).Draw(t, "type")
		l := Locality(rapid.Uint32Max(localityMask).Draw(t, "locality"))
		id := New(typ, l)
		if id <= 0 || id.Type() != typ || id.Locality() != l {
			t.Fatalf("bits of %d: type %d locality %d", id, id.Type(), id.Locality())
		}
		for _, form := range []string{id.String(), strings.ToLower(id.String())} {
			back, err := Parse(form)
			if err != nil || back != id {
				t.Fatalf("Parse(%q) = %d, %v; want %d", form, back, err, id)
			}
		}
	})
}

func TestPrefixMustAgreeWithTheBits(t *testing.T) {
	id := New(Entitlement, NewLocality())
	wrong := strings.Replace(id.String(), "ent_", "acct_", 1)
	if _, err := Parse(wrong); !errors.Is(err, ErrInvalid) {
		t.Fatalf("Parse(%q) = %v, want ErrInvalid", wrong, err)
	}
}

func TestTextThatIsNoID(t *testing.T) {
	for _, s := range []string{"", "_", "ent_", "ent", "ent_0", "ent_ZZZZZZZZZZZZZ", "ent_0000000000000",
		"ent_000000000000U",
		"nope_0J8Z3V6Q1M2C4", strings.Repeat("x", 10000)} {
		if id, err := Parse(s); !errors.Is(err, ErrInvalid) {
			t.Errorf("Parse(%.20q) = %v, %v, want %v", s, id, err, ErrInvalid)
		}
	}
}

func TestDerivedIDsRepeat(t *testing.T) {
	l := DeriveLocality("legacy", "ACC-1")
	a, b := Derive(LineItem, l, "legacy", "X", 0), Derive(LineItem, l, "legacy", "X", 0)
	if a != b || a == Derive(LineItem, l, "legacy", "X", 1) || a == Derive(LineItem, l, "legacy", "x", 0) {
		t.Fatal("a derived id must depend on system, key and attempt, and on nothing else")
	}
}

func TestNumbersOfLogsHaveTheirType(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typ := rapid.SampledFrom([]Type{AuditEntry, Decision}).Draw(t, "type")
		key := rapid.Int64Range(1, numberMask).Draw(t, "key")
		id := FromKey(typ, key)
		if id.Type() != typ || id.Key() != key {
			t.Fatalf("%d of %d became %s, of type %d with the key %d", key, typ, id, id.Type(), id.Key())
		}
		if back, err := Parse(id.String()); err != nil || back != id {
			t.Fatalf("Parse(%s) = %s, %v", id, back, err)
		}
	})
	if id := FromKey(AuditEntry, 1); id.String() != "audit_1Y00000000001" {
		t.Errorf("the first entry is %s", id)
	}
	for _, key := range []int64{0, -1, numberMask + 1} {
		if id := FromKey(AuditEntry, key); id != 0 {
			t.Errorf("the key %d became %s", key, id)
		}
	}
}

func TestKeysOfOtherTypesAreTheirIDs(t *testing.T) {
	for _, typ := range Types() {
		if typ.Numbered() {
			continue
		}
		if id := New(typ, NewLocality()); id.Key() != int64(id) || FromKey(typ, int64(id)) != id {
			t.Errorf("the key of %s is %d", id, id.Key())
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("ent_0R8Z3V6Q1M2C4")
	f.Fuzz(func(t *testing.T, s string) {
		id, err := Parse(s)
		if err != nil {
			return
		}
		if back, err := Parse(id.String()); err != nil || back != id {
			t.Fatalf("%q parsed to %d, whose form is read as %d, %v", s, id, back, err)
		}
	})
}
