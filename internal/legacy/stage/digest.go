package stage

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// digest is a running 64-bit hash (FNV-1a over eight bytes at a time, mixed). It detects changed records
// and is the same on every machine. It is not a cryptographic hash.
type digest uint64

const (
	digestStart = 14695981039346656037
	digestPrime = 1099511628211
	digestMix   = 0x9E3779B97F4A7C15
)

func newDigest() digest { return digestStart }

func (d digest) number(n uint64) digest {
	h := (uint64(d) ^ n) * digestPrime
	return digest(bits.RotateLeft64(h^(h>>29), 31) * digestMix)
}

func (d digest) integer(n int64) digest { return d.number(uint64(n)) }

// day adds a day, or a marker for no day.
func (d digest) day(v Day) digest {
	if !v.Valid {
		return d.integer(math.MinInt64)
	}
	return d.integer(int64(v.V))
}

// text adds a text with its length, so that moving a character from one value to the next changes the digest.
func (d digest) text(s string) digest {
	d = d.number(uint64(len(s)))
	for len(s) >= 8 {
		d = d.number(binary.LittleEndian.Uint64([]byte(s[:8])))
		s = s[8:]
	}
	if s == "" {
		return d
	}
	var rest [8]byte
	copy(rest[:], s)
	return d.number(binary.LittleEndian.Uint64(rest[:]))
}
