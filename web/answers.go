package web

import (
	"bytes"
	"context"
	"encoding/json"
	"time"
)

// answerLimit is how long the end of a page waits for its first answers. The scripts are loaded meanwhile, and ask for
// those that are missing then.
const answerLimit = 2 * time.Second

// answerSize is the length, in bytes, up to which an answer is part of the page. The script reads all answers before it
// draws for the first time, so that a longer one is better asked for afterwards.
const answerSize = 96 << 10

// answer is the answer to a first query of a screen, as the script of the page reads it.
type answer struct {
	Hash      string          `json:"hash"`
	Variables map[string]any  `json:"variables"`
	Data      json.RawMessage `json:"data"`
}

// answers returns an element with the answers to queries, of those that have a short one in time.
func (p portal) answers(ctx context.Context, questions []query) []byte {
	ctx, cancel := context.WithTimeout(ctx, answerLimit)
	defer cancel()
	type numbered struct {
		n    int
		data json.RawMessage
	}
	come := make(chan numbered, len(questions)) // so that late answers do not wait
	for n, q := range questions {
		go func() { come <- numbered{n, p.ask(ctx, q.Hash, q.Variables)} }()
	}
	found := make([]json.RawMessage, len(questions))
waiting:
	for range questions {
		select {
		case one := <-come:
			found[one.n] = one.data
		case <-ctx.Done():
			break waiting
		}
	}
	list := []answer{}
	for n, q := range questions {
		if found[n] != nil && len(found[n]) <= answerSize {
			list = append(list, answer{q.Hash, q.Variables, found[n]})
		}
	}
	text, err := json.Marshal(list)
	if err != nil {
		return nil
	}
	var element bytes.Buffer
	element.WriteString(`<script type="application/json" id="first">`)
	json.HTMLEscape(&element, text) // so that no text ends the element
	element.WriteString("</script>\n")
	return element.Bytes()
}
