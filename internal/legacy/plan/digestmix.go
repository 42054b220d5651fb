package plan

import (
	"crypto/sha256"
	"encoding/binary"
	"hash/fnv"
	"slices"
)

// digestMix combines the digest of a record with those of its parts, regardless of their order.
type digestMix struct {
	own   uint64
	parts []uint64
}

func newDigestMix(own uint64) *digestMix { return &digestMix{own: own} }

func (m *digestMix) add(part uint64) { m.parts = append(m.parts, part) }

// text adds a value that the record takes from another one, such as the account of its entitlement.
func (m *digestMix) text(s string) {
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(s)) // a hash takes everything
	m.add(sum.Sum64())
}

func (m *digestMix) sum() int64 {
	if len(m.parts) == 0 {
		return int64(m.own)
	}
	slices.Sort(m.parts)
	buf := binary.BigEndian.AppendUint64(make([]byte, 0, 8*len(m.parts)+8), m.own)
	for _, part := range m.parts {
		buf = binary.BigEndian.AppendUint64(buf, part)
	}
	sum := sha256.Sum256(buf)
	return int64(binary.BigEndian.Uint64(sum[:]))
}
