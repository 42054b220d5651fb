package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"strings"
	"unicode"
)

// client sends operations to the API of a server.
type client struct {
	// address is that of the API: it ends with /graphql.
	address string
	// token is an API key of the producer with the role OPERATOR and the scope WRITE.
	token string
	http  *http.Client
}

// ask sends an operation and decodes its data into out.
func (c *client) ask(ctx context.Context, document string, variables map[string]any, out any) error {
	body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		return fmt.Errorf("write the operation: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.address, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("ask %s: %w", c.address, err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	if c.token != "" {
		request.Header.Set("Authorization", "Bearer "+c.token)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return fmt.Errorf("ask %s: %w", c.address, err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return fmt.Errorf("read the answer of %s: %w", c.address, err)
	}
	var read struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(answer, &read); err != nil {
		return fmt.Errorf("%s answered %s: %s", c.address, response.Status, answer)
	}
	var refused []error
	for _, e := range read.Errors {
		refused = append(refused, errors.New(e.Message))
	}
	if len(refused) > 0 {
		return errors.Join(refused...)
	}
	if err := json.Unmarshal(read.Data, out); err != nil {
		return fmt.Errorf("read the data of %s: %w", c.address, err)
	}
	return nil
}

// warning is what the server wants said about a change that it made.
type warning struct{ Code, Message string }

// outcome is what the server says of a change that it made. If it made the change before, Replayed is true.
type outcome struct {
	Warnings []warning
	Replayed bool
}

// change sends a mutation, whose input has the type that is named after it. selection is what to read of its payload,
// into out. A refusal is an error that has all that was wrong, and how to mend it.
func (c *client) change(ctx context.Context, mutation string, input map[string]any, selection string, out any) (
	told outcome, err error) {
	letters := []rune(mutation)
	letters[0] = unicode.ToUpper(letters[0])
	var answer struct {
		Change json.RawMessage
	}
	keyed, err := withKey(mutation, input)
	if err != nil {
		return told, err
	}
	err = c.ask(ctx, fmt.Sprintf("mutation ($input: %sInput!) { change: %s(input: $input) { %s "+
		"replayed warnings { code message } errors { code field message remedy } } }", string(letters), mutation,
		selection),
		map[string]any{"input": keyed}, &answer)
	if err != nil {
		return told, fmt.Errorf("%s: %w", mutation, err)
	}
	var payload struct {
		outcome
		Errors []struct{ Code, Field, Message, Remedy string }
	}
	if err := json.Unmarshal(answer.Change, &payload); err != nil {
		return told, fmt.Errorf("%s: read the payload: %w", mutation, err)
	}
	var refused []string
	for _, e := range payload.Errors {
		refused = append(refused, fmt.Sprintf("%s at %s: %s %s", e.Code, e.Field, e.Message, e.Remedy))
	}
	if len(refused) > 0 {
		return told, fmt.Errorf("%s was refused: %s", mutation, strings.Join(refused, "; "))
	}
	if out == nil {
		return payload.outcome, nil
	}
	if err := json.Unmarshal(answer.Change, out); err != nil {
		return told, fmt.Errorf("%s: read the payload: %w", mutation, err)
	}
	return payload.outcome, nil
}

// withKey returns an input with an idempotency key that follows from it, so that the same change is made once in 24
// hours.
func withKey(mutation string, input map[string]any) (map[string]any, error) {
	text, err := json.Marshal(input) // in the order of the names
	if err != nil {
		return nil, fmt.Errorf("%s: write the input: %w", mutation, err)
	}
	keyed := maps.Clone(input)
	keyed["idempotencyKey"] = fmt.Sprintf("%s %x", mutation, sha256.Sum256(text))
	return keyed, nil
}

// create sends a mutation that makes an object, the field of its payload, and returns the id of the object.
func (c *client) create(ctx context.Context, mutation, field string, input map[string]any) (string, error) {
	var payload map[string]json.RawMessage
	if _, err := c.change(ctx, mutation, input, field+" { id }", &payload); err != nil {
		return "", err
	}
	var made struct{ ID string }
	if err := json.Unmarshal(payload[field], &made); err != nil {
		return "", fmt.Errorf("%s: read the id: %w", mutation, err)
	}
	return made.ID, nil
}
