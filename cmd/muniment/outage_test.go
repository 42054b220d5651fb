package main

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// outage is a server whose database is brought into states that are no defect of the program.
type outage struct {
	*running
	keyID string
	links int
}

var aKeyID = regexp.MustCompile(`key_[0-9A-Z]+`)

// newOutage starts a server over a database with a key of an operator.
func newOutage(t *testing.T, database ...string) *outage {
	t.Helper()
	made := run(t, append([]string{"token", "create", "--name", "test", "--producer", "operator", "--scope",
		"read,write"}, database...)...).want(t, exitDone, "only time")
	s := start(t, append([]string{"serve", "--listen", "127.0.0.1:0", "--outbox", t.TempDir(), "--log-level", "error"},
		database...)...)
	t.Cleanup(func() {
		s.stop()
		<-s.ended
		s.client.CloseIdleConnections()
	})
	return &outage{running: s.with(aKey.FindString(made.stdout)), keyID: aKeyID.FindString(made.stdout)}
}

// askLink asks for a sign-in link to a new address, which writes a job, and returns the status and the page.
func (o *outage) askLink() (int, string) {
	o.t.Helper()
	o.links++
	form := url.Values{"email": {fmt.Sprintf("somebody%d@example.com", o.links)}, "by": {"link"}}
	request, err := http.NewRequestWithContext(o.t.Context(), http.MethodPost, o.address+"/sign-in/link",
		strings.NewReader(form.Encode()))
	if err != nil {
		o.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Origin", o.address)
	response, err := o.client.Do(request)
	if err != nil {
		o.t.Fatal(err)
	}
	return response.StatusCode, read(o.t, response)
}

// mustRefuse fails unless readiness and every way to change something are refused with UNAVAILABLE and a reason, and
// reading goes on.
func (o *outage) mustRefuse(reason string) {
	o.t.Helper()
	for _, change := range []string{
		`mutation {revokeApiKey(input: {apiKey: "` + o.keyID + `"}) {errors {code}}}`,
		`mutation {createApiKey(input: {name: "more", scopes: [READ], producerRole: OPERATOR}) {errors {code}}}`,
	} {
		if text := o.ask(change); !strings.Contains(text, `"UNAVAILABLE"`) || !strings.Contains(text, reason) {
			o.t.Errorf("%s is answered %s", change, text)
		}
	}
	if status, text := o.askLink(); status != http.StatusServiceUnavailable || !strings.Contains(text, reason) {
		o.t.Errorf("a link is answered with %d: %s", status, text)
	}
	if status, text := o.get("/readyz"); status != http.StatusServiceUnavailable || !strings.Contains(text, reason) ||
		!strings.Contains(text, `"UNAVAILABLE"`) {
		o.t.Errorf("/readyz is answered with %d: %s", status, text)
	}
	if status, _ := o.get("/livez"); status != http.StatusOK {
		o.t.Errorf("/livez is answered with %d", status)
	}
	if text := o.ask(`{viewer {name}}`); !strings.Contains(text, `"name":"test"`) {
		o.t.Errorf("a query is answered %s", text)
	}
}

// await waits until /readyz is answered with a status.
func (o *outage) await(want int) {
	o.t.Helper()
	eventually(o.t, fmt.Sprintf("/readyz is answered with %d", want), func() bool {
		status, _ := o.get("/readyz")
		return status == want
	})
}

// mustRecover fails unless the server becomes ready again and takes changes.
func (o *outage) mustRecover() {
	o.t.Helper()
	o.await(http.StatusOK)
	if status, text := o.askLink(); status != http.StatusOK {
		o.t.Errorf("a link is answered with %d: %s", status, text)
	}
	if strings.Contains(o.stderr.String(), `"INTERNAL"`) {
		o.t.Errorf("an error counts as internal:\n%s", o.stderr)
	}
}

func TestStatesOfPostgreSQL(t *testing.T) {
	address := database.PostgresAlone(t)
	db := database.Open(t, store.Config{URL: address, Writers: 1, Readers: 1})
	admin := func(statement string) {
		t.Helper()
		if err := db.Write(database.Operator(t), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Exec(ctx, statement)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	alter := func(setting string) {
		t.Helper()
		admin(`DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || quote_ident(current_database()) || ' ` + setting + `'; END $$`)
	}
	cut := func() {
		t.Helper()
		admin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid()`)
	}
	o := newOutage(t, "--database", address)
	o.mustRecover()

	// Connections that are cut, as by a restart, are no internal error, and are replaced.
	for range 5 {
		cut()
		for _, text := range []string{o.ask(`{viewer {name}}`), o.ask(`{unitsOfMeasure(first: 1) {nodes {code}}}`),
			o.ask(`mutation {revokeApiKey(input: {apiKey: "key_0000000000000"}) {errors {code}}}`)} {
			if strings.Contains(text, "INTERNAL") {
				t.Errorf("after a cut: %s", text)
			}
		}
		if status, _ := o.askLink(); status == http.StatusInternalServerError {
			t.Errorf("a link after a cut is answered with %d", status)
		}
		o.mustRecover()
	}

	alter("SET default_transaction_read_only TO on")
	cut()
	eventually(t, "a query is answered after the connections were cut", func() bool {
		return strings.Contains(o.ask(`{viewer {name}}`), `"name":"test"`)
	})
	_, _ = o.get("/readyz")
	o.mustRefuse("is read-only")
	alter("RESET default_transaction_read_only")
	o.mustRecover()

	// A full disk, as far as it can be had everywhere: what takes space fails with its SQLSTATE.
	admin(`CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS
		$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`)
	admin(`CREATE FUNCTION no_space_for_tables() RETURNS event_trigger LANGUAGE plpgsql AS
		$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`)
	admin(`CREATE EVENT TRIGGER no_space ON ddl_command_start WHEN TAG IN ('CREATE TABLE AS')
		EXECUTE FUNCTION no_space_for_tables()`)
	for _, table := range []string{"api_keys", "river_job", "audit_entries"} {
		admin(`CREATE TRIGGER no_space BEFORE INSERT OR UPDATE ON ` + table +
			` FOR EACH STATEMENT EXECUTE FUNCTION no_space()`)
	}
	o.mustRefuse("no space")
	admin(`DROP EVENT TRIGGER no_space`)
	admin(`DROP FUNCTION no_space() CASCADE`)
	o.mustRecover()
}

// maxIntoFullDisk is how many changes may still succeed on a full disk. It is less than a key may ask in a minute.
const maxIntoFullDisk = 200

// TestAFullDisk serves from a small file system that is full.
func TestAFullDisk(t *testing.T) {
	small := filepath.Join(t.TempDir(), "small")
	smallDisk(t, small, "16m")
	run(t, "schema", "up", "--data", small).want(t, exitDone)
	o := newOutage(t, "--data", small)
	o.mustRecover()
	rest := filepath.Join(small, "rest")
	file, err := os.Create(rest)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for size := 1 << 20; size >= 512; { // until not even half a KiB is left
		if _, err := file.Write(make([]byte, size)); err != nil {
			size /= 2
		}
	}
	for made := 0; ; made++ { // the database's log may have room for some changes
		text := o.ask(`mutation {createApiKey(input: {name: "more", scopes: [READ], producerRole: OPERATOR}) {
			errors {code}}}`)
		if strings.Contains(text, `"UNAVAILABLE"`) {
			break
		}
		if made == maxIntoFullDisk || !strings.Contains(text, `"errors":[]`) {
			t.Fatalf("change %d on a full disk is answered %s, want UNAVAILABLE", made, text)
		}
	}
	o.await(http.StatusServiceUnavailable)
	if status, text := o.get("/readyz"); status != http.StatusServiceUnavailable ||
		!strings.Contains(text, "no space") {
		t.Errorf("/readyz is answered with %d: %s", status, text)
	}
	if status, text := o.askLink(); status != http.StatusServiceUnavailable || !strings.Contains(text, "no space") {
		t.Errorf("a link is answered with %d: %s", status, text)
	}
	if text := o.ask(`{viewer {name}}`); !strings.Contains(text, `"name":"test"`) {
		t.Errorf("a query is answered %s", text)
	}
	if err := os.Truncate(rest, 0); err != nil {
		t.Fatal(err)
	}
	o.mustRecover()
}
