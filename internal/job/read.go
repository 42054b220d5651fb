package job

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/muniment/muniment/internal/clock"
)

// Read reads the arguments of a job, in the form in which the table of jobs keeps them, into args.
func Read(arguments string, args any) error {
	var kept recorded
	if json.Unmarshal([]byte(arguments), &kept) != nil || json.Unmarshal([]byte(kept.Text), args) != nil {
		return errors.New("the arguments cannot be read") // the original error would quote them
	}
	return nil
}

// longestFailure is the maximum length of a message of Failures, in bytes.
const longestFailure = 500

// Failures reads the column errors of Table: the attempts that failed, the last one first. Stacks of panics are left
// out.
func Failures(text string) []Failure {
	var kept []struct {
		At      time.Time `json:"at"`
		Attempt int       `json:"attempt"`
		Error   string    `json:"error"`
	}
	if text == "" || json.Unmarshal([]byte(text), &kept) != nil {
		return nil
	}
	list := make([]Failure, 0, len(kept))
	for _, k := range slices.Backward(kept) {
		message := k.Error
		if len(message) > longestFailure {
			cut := longestFailure
			for !utf8.RuneStart(message[cut]) {
				cut--
			}
			message = message[:cut] + "…"
		}
		list = append(list, Failure{Attempt: k.Attempt, At: clock.At(k.At), Message: strings.ToValidUTF8(message, "�")})
	}
	return list
}
