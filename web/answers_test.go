package web

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestAnswersThatAreLongOrLateAreLeftToTheScript(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := portal{ask: func(ctx context.Context, hash string, _ map[string]any) json.RawMessage {
			switch hash {
			case "long":
				return json.RawMessage(`"` + strings.Repeat("a", answerSize) + `"`)
			case "late":
				<-ctx.Done()
				return nil
			default:
				time.Sleep(answerLimit / 2)
				return json.RawMessage(`{}`)
			}
		}}
		began := time.Now()
		asked := []query{{Hash: "long"}, {Hash: "late"}, {Hash: "slow"}, {Hash: "slow too"}}
		text := string(p.answers(t.Context(), asked))
		if took := time.Since(began); took != answerLimit {
			t.Errorf("the page waited %v, want %v", took, answerLimit)
		}
		var hashes []string
		for _, one := range answersIn(t, text) {
			hashes = append(hashes, one.Hash)
		}
		if got := strings.Join(hashes, ", "); got != "slow, slow too" {
			t.Errorf("the page answers %s, want slow, slow too", got)
		}
	})
}
