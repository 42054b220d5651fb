package access

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"hash/crc32"
	"strings"
)

// What secrets begin with, so that people and scanners of leaked secrets know them.
const (
	sessionPrefix = "ms_"
	keyPrefix     = "mk_"
	widgetPrefix  = "mw_"
	linkPrefix    = "ml_"
	browserPrefix = "mb_"
)

const (
	// secretBits are drawn for every secret.
	secretBits = 160
	// secretDigits write them, five bits each.
	secretDigits = secretBits / 5
	// checkDigits follow in a key, so that a mistyped or made up one is known for what it is without asking the database.
	checkDigits = 6
	// hintBytes of a key are kept, by which people tell keys apart.
	hintBytes = 8
)

var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// newSecret draws a secret.
func newSecret(prefix string) string {
	var bits [secretBits / 8]byte
	_, _ = rand.Read(bits[:]) // it never fails
	return prefix + crockford.EncodeToString(bits[:])
}

// isSecret tells whether a text has the form of newSecret.
func isSecret(text, prefix string) bool {
	digits, ok := strings.CutPrefix(text, prefix)
	if !ok || len(digits) != secretDigits {
		return false
	}
	_, err := crockford.DecodeString(digits)
	return err == nil
}

func newKey() string {
	secret := newSecret(keyPrefix)
	return secret + checkOf(secret)
}

func isKey(text string) bool {
	at := len(text) - checkDigits
	return at > 0 && isSecret(text[:at], keyPrefix) && checkOf(text[:at]) == text[at:]
}

// checkOf writes the lower 30 bits of the CRC-32 of a text.
func checkOf(text string) string {
	sum := crc32.ChecksumIEEE([]byte(text)) << 2
	return crockford.EncodeToString([]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})[:checkDigits]
}

// hashOf is what is stored of a secret. Secrets have so many random bits that nobody can search for them, so that a slow
// hash would protect nothing.
func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
