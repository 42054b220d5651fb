package mail

import (
	"context"
	"encoding/json"
)

// Send sends a message as its job would.
func (w *Worker) Send(ctx context.Context, messageID string, message Message) error {
	text, err := json.Marshal(message)
	if err != nil {
		return err
	}
	return w.send(ctx, envelope{MessageID: messageID, Type: message.kind(), Message: text})
}

// SendUnknown sends a message of a type that this version does not know, or cannot read.
func (w *Worker) SendUnknown(ctx context.Context, typ, text string) error {
	return w.send(ctx, envelope{MessageID: "a@b", Type: kind(typ), Message: json.RawMessage(text)})
}
