// Package oracle compares responses of the server with an independent execution that shares no code with it. The
// reference implementation of GraphQL (graphql-js), in a Node.js process, executes the same document and asks for one
// field of one object at a time; a function of the test returns the value. The same process also generates random
// valid documents.
//
// The two processes exchange JSON objects, one per line:
//
//	to node                                              from node
//	{"schema": SDL, "pools": {...}}
//	{"generate": {"seed": 17, "count": 2}}               {"document": ..., "variables": {...}, "operationName": null}
//	                                                     {"document": ..., "variables": {...}, "operationName": null}
//	                                                     {"generated": 2, "drafts": 2, "invalid": 0, ...}
//	{"execute": 1, "document": ..., "variables": {...}}  {"field": 1, "parent": null, "type": "Query", ...}
//	{"field": 1, "value": {"type": ..., "ref": ...}}     {"field": 2, "parent": REF, "type": "Thing", "name": "size",
//	                                                      "args": {...}}
//	{"field": 2, "error": {"code": ..., ...}}            {"executed": 1, "result": {"data": ..., "errors": [...]}}
//	{"cursors": true}                                    {"cursors": {"Thing.others": [{"after": ...}]}}
//
// Node.js asks for many fields before it waits for the first value.
package oracle

import (
	"bufio"
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

//go:embed oracle.mjs generate.mjs
var programs embed.FS

// Pools holds the values from which arguments of random documents are drawn. Its keys, the most specific first:
//
//   - Account.lineItems, lineItems: whole sets of arguments of a field, as objects; most documents use one if there
//     are any. Cursors belong here, because a cursor is valid only with the order and the filter that made it. Page
//     sizes are added.
//   - Query.lineItems.filter.account, lineItems.filter.account: one argument, or a field of an input in an argument.
//   - LineItemFilterInput.account: a field of an input wherever it is used.
//   - ID:Account: ids of one type. They serve the argument id of fields of that type and inputs called account.
//   - ID:unknown: well-formed ids of objects that do not exist.
//   - ID, String, Date: all values of a scalar.
type Pools map[string][]any

// AddCursors adds the sets of arguments that Session.Cursors returns.
func (p Pools) AddCursors(cursors map[string][]map[string]any) {
	for _, field := range slices.Sorted(maps.Keys(cursors)) {
		for _, set := range cursors[field] {
			p[field] = append(p[field], set)
		}
	}
}

// Options configures a session.
type Options struct {
	// Schema is the SDL.
	Schema string
	// Pools may be nil if no documents are generated.
	Pools Pools
	// Web is the directory whose node_modules hold graphql. By default it is the web directory of the module in which
	// the test runs.
	Web string
	// Stderr receives the standard error of Node.js; by default the standard error of this process.
	Stderr io.Writer
}

// Session is a Node.js process with one schema. It is not safe for concurrent use.
type Session struct {
	command *exec.Cmd
	input   io.Closer
	writer  *bufio.Writer
	reader  *bufio.Reader
	folder  string
	runs    int
	asked   int
	// canceled tells whether the context has killed the process.
	canceled func() bool
}

// Document is one request. A generated document holds the seed and number from which it can be generated again.
type Document struct {
	Text          string          `json:"document"`
	Variables     json.RawMessage `json:"variables,omitempty"`
	OperationName *string         `json:"operationName"`
	Seed          int             `json:"seed"`
	Number        int             `json:"number"`
}

// String returns the document and its variables in readable form.
func (d Document) String() string {
	text := fmt.Sprintf("# seed %d, number %d\n%s", d.Seed, d.Number, d.Text)
	if d.OperationName != nil {
		text += fmt.Sprintf("\noperation: %s", *d.OperationName)
	}
	if len(d.Variables) > 0 {
		text += fmt.Sprintf("\nvariables: %s", d.Variables)
	}
	return text
}

// Body returns the document as the body of a request over HTTP.
func (d Document) Body() ([]byte, error) {
	return json.Marshal(struct {
		Query         string          `json:"query"`
		Variables     json.RawMessage `json:"variables,omitempty"`
		OperationName *string         `json:"operationName,omitempty"`
	}{d.Text, d.Variables, d.OperationName})
}

// Draw says which documents to generate. A document is determined by the seed and its number.
type Draw struct {
	Seed  int `json:"seed"`
	Count int `json:"count"`
	// MaxDepth is the maximum number of nested relations. The fields edges, nodes and node of a page do not count. 0
	// means 7.
	MaxDepth int `json:"maxDepth,omitempty"`
}

// Drafts is the statistics of a generation: how many drafts were written, and how many of them were discarded because
// they were invalid or larger than the server allows. Values and Fields are sums over the documents: the estimated
// number of values in the responses, and the number of fields after fragments are expanded.
type Drafts struct {
	Drafts   int    `json:"drafts"`
	Invalid  int    `json:"invalid"`
	TooLarge int    `json:"tooLarge"`
	Values   int    `json:"values"`
	Fields   int    `json:"fields"`
	Example  string `json:"example"`
}

// Question asks for the value of one field of one object.
type Question struct {
	Field int `json:"field"`
	// Parent is the Ref of the object, or null for the root.
	Parent json.RawMessage `json:"parent"`
	// Type is the type of the object.
	Type string `json:"type"`
	// Name is the name of the field in the schema.
	Name string `json:"name"`
	// Args is a JSON object with the coerced arguments. Defaults are filled in; absent arguments are missing.
	Args json.RawMessage `json:"args"`
}

// Answer returns the value of a field: nil, an Object, a value that marshals to the JSON of a scalar or an enum, or a
// slice of these. To fail the field it returns a *Fault as error. A *Fault as element of a slice of objects is the
// error of that element. Any other error ends the comparison.
type Answer func(Question) (any, error)

// Object is an object of the response. Ref marshals to a JSON object whose member "type" is the name of the type. It
// is the Parent of questions about the object.
type Object struct{ Ref any }

// MarshalJSON encodes the Ref as a string, because JavaScript would round large numbers.
func (o Object) MarshalJSON() ([]byte, error) {
	ref, err := json.Marshal(o.Ref)
	if err != nil {
		return nil, err
	}
	var wire struct {
		Type string `json:"type"`
		Ref  string `json:"ref"`
	}
	if err := json.Unmarshal(ref, &struct {
		Type *string `json:"type"`
	}{&wire.Type}); err != nil {
		return nil, err
	}
	if wire.Type == "" {
		return nil, fmt.Errorf("the reference %s has no type", ref)
	}
	wire.Ref = string(ref)
	return json.Marshal(wire)
}

// Fault is an error for a field.
type Fault struct {
	Code     string `json:"code"`
	Message  string `json:"message"`
	Argument string `json:"argument,omitempty"`
}

func (f *Fault) Error() string { return f.Code + ": " + f.Message }

// MarshalJSON writes the fault as an element of a list.
func (f *Fault) MarshalJSON() ([]byte, error) {
	type plain Fault
	return json.Marshal(map[string]*plain{"error": (*plain)(f)})
}

// Start starts a Node.js process. Close ends it.
func Start(ctx context.Context, options Options) (*Session, error) {
	manifest, err := findManifest(options.Web)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "oracle")
	if err != nil {
		return nil, err
	}
	s := &Session{folder: folder, canceled: func() bool { return ctx.Err() != nil }}
	if err := s.start(ctx, manifest, options); err != nil {
		_ = s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Session) start(ctx context.Context, manifest string, options Options) error {
	if err := os.CopyFS(s.folder, programs); err != nil {
		return err
	}
	s.command = exec.CommandContext(ctx, "node", filepath.Join(s.folder, "oracle.mjs"), manifest)
	// In production mode graphql-js omits checks that take a tenth of its time.
	s.command.Env = append(os.Environ(), "NODE_ENV=production")
	s.command.Stderr = options.Stderr
	if s.command.Stderr == nil {
		s.command.Stderr = os.Stderr
	}
	input, err := s.command.StdinPipe()
	if err != nil {
		return err
	}
	s.input = input
	output, err := s.command.StdoutPipe()
	if err != nil {
		return err
	}
	s.writer, s.reader = bufio.NewWriterSize(input, 1<<16), bufio.NewReaderSize(output, 1<<16)
	if err := s.command.Start(); err != nil {
		s.command = nil
		return fmt.Errorf("node does not start: %w", err)
	}
	return s.send(map[string]any{"schema": options.Schema, "pools": options.Pools})
}

// findManifest returns the package.json of the web directory.
func findManifest(web string) (string, error) {
	if web == "" {
		folder, err := os.Getwd()
		if err != nil {
			return "", err
		}
		for {
			if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
				break
			}
			if folder == filepath.Dir(folder) {
				return "", errors.New("there is no go.mod in the working directory or above it")
			}
			folder = filepath.Dir(folder)
		}
		web = filepath.Join(folder, "web")
	}
	if _, err := os.Stat(filepath.Join(web, "node_modules", "graphql")); err != nil {
		return "", fmt.Errorf("graphql is missing: run `npm ci` in web (%w)", err)
	}
	return filepath.Abs(filepath.Join(web, "package.json"))
}

// Close ends the process.
func (s *Session) Close() error {
	var ended error
	if s.command != nil {
		_ = s.input.Close()
		if ended = s.command.Wait(); s.canceled() {
			ended = nil // the context of a test is canceled before its cleanup functions run
		}
	}
	return errors.Join(ended, os.RemoveAll(s.folder))
}

func (s *Session) send(message any) error {
	if err := s.write(message); err != nil {
		return err
	}
	return s.writer.Flush()
}

func (s *Session) write(message any) error {
	line, err := json.Marshal(message)
	if err != nil {
		return err
	}
	_, err = s.writer.Write(append(line, '\n'))
	return err
}

// receive reads one line and decodes it.
func (s *Session) receive(into any) error {
	line, err := s.reader.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("node ended: %w", err)
	}
	if err := json.Unmarshal(line, into); err != nil {
		return fmt.Errorf("node wrote %.200s: %w", line, err)
	}
	return nil
}

// Generate returns random documents. All of them pass the validation of graphql-js.
func (s *Session) Generate(draw Draw) ([]Document, Drafts, error) {
	if err := s.send(map[string]Draw{"generate": draw}); err != nil {
		return nil, Drafts{}, err
	}
	documents := make([]Document, 0, draw.Count)
	for {
		var line struct {
			Document
			Generated *int `json:"generated"`
			Drafts
		}
		if err := s.receive(&line); err != nil {
			return nil, Drafts{}, err
		}
		if line.Generated != nil {
			return documents, line.Drafts, nil
		}
		documents = append(documents, line.Document)
	}
}

// Execute runs a document with the reference implementation and calls answer for each field.
func (s *Session) Execute(d Document, answer Answer) (*Result, error) {
	s.runs++
	err := s.send(struct {
		Execute int `json:"execute"`
		Document
	}{s.runs, d})
	if err != nil {
		return nil, err
	}
	var broken error
	for {
		var line struct {
			Question
			Executed int     `json:"executed"`
			Result   *Result `json:"result"`
		}
		// Node.js waits only after it has asked for every field that it can ask for.
		if !s.lineIsBuffered() {
			if err := s.writer.Flush(); err != nil {
				return nil, err
			}
		}
		if err := s.receive(&line); err != nil {
			return nil, err
		}
		if line.Executed != 0 {
			// Values of objects that became null meanwhile are sent with the next message.
			return line.Result, broken
		}
		if line.Parent, err = unwrapRef(line.Parent); err != nil {
			return nil, err
		}
		s.asked++
		err := s.write(s.reply(line.Question, answer, &broken))
		if err != nil {
			return nil, err
		}
	}
}

// unwrapRef returns the Ref of an object from the string that MarshalJSON made.
func unwrapRef(parent json.RawMessage) (json.RawMessage, error) {
	var text *string
	if err := json.Unmarshal(parent, &text); err != nil || text == nil {
		return parent, err
	}
	return json.RawMessage(*text), nil
}

func (s *Session) lineIsBuffered() bool {
	buffered, _ := s.reader.Peek(s.reader.Buffered())
	return bytes.IndexByte(buffered, '\n') >= 0
}

type reply struct {
	Field int `json:"field"`
	Value any `json:"value"`
	Error any `json:"error,omitempty"`
}

func (s *Session) reply(q Question, answer Answer, broken *error) reply {
	value, err := answer(q)
	if err == nil {
		return reply{Field: q.Field, Value: value}
	}
	var fault *Fault
	if !errors.As(err, &fault) {
		*broken = errors.Join(*broken, fmt.Errorf("%s.%s of %s: %w", q.Type, q.Name, q.Parent, err))
		fault = &Fault{Code: "BROKEN", Message: err.Error()}
	}
	type plain Fault
	return reply{Field: q.Field, Error: (*plain)(fault)}
}

// Asked returns the number of fields that were asked for so far.
func (s *Session) Asked() int { return s.asked }

// Cursors returns the cursors in the responses so far, by type and field of their list, each with the arguments with
// which it is valid.
func (s *Session) Cursors() (map[string][]map[string]any, error) {
	if err := s.send(map[string]bool{"cursors": true}); err != nil {
		return nil, err
	}
	var line struct {
		Cursors map[string][]map[string]any `json:"cursors"`
	}
	return line.Cursors, s.receive(&line)
}
