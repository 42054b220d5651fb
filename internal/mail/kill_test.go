package mail_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/job"
	"github.com/muniment/muniment/internal/mail"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/testenv/database"
)

// childVariable makes the test binary a sender of mails, so that a real process is killed.
const childVariable = "MUNIMENT_TEST_MAIL_CHILD"

func TestMain(m *testing.M) {
	if text := os.Getenv(childVariable); text != "" {
		if err := sendAsChild(text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child configures the process. It delivers into the directory Outbox, or to the server at Port.
type child struct {
	Directory, URL, Outbox string
	Port                   int
	// Hang stops the process after the delivery, before the job is completed.
	Hang bool
}

// telling prints a line for each delivery.
type telling struct {
	mail.Delivery
	hang bool
}

func (d telling) Deliver(ctx context.Context, letter mail.Letter) error {
	err := d.Delivery.Deliver(ctx, letter)
	fmt.Println(letter.To, err)
	if d.hang {
		select {}
	}
	return err
}

// sendAsChild sends mails until its standard input ends.
func sendAsChild(text string) error {
	var c child
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return err
	}
	ctx := context.Background()
	s, err := store.Open(ctx, store.Config{Directory: c.Directory, URL: c.URL})
	if err != nil {
		return err
	}
	defer s.Close()
	var delivery mail.Delivery
	if c.Outbox != "" {
		delivery, err = mail.NewDirectory(c.Outbox)
	} else {
		delivery, err = mail.NewSMTP(mail.Server{Host: "127.0.0.1", Port: c.Port, Security: mail.NoTLS})
	}
	if err != nil {
		return err
	}
	worker, err := mail.NewWorker(mail.Options{Delivery: telling{delivery, c.Hang}, Linker: &linker{},
		Recipients: directory{}, PublicURL: publicURL, From: from})
	if err != nil {
		return err
	}
	workers := job.NewWorkers()
	worker.Register(workers)
	queue, err := job.New(s, workers, silent)
	if err != nil {
		return err
	}
	if err := queue.Start(ctx); err != nil {
		return err
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
	return queue.Stop(ctx)
}

// run starts a process and waits until it has printed the delivery to an address. If the process hangs, it is then
// killed; otherwise it is asked to end.
func run(t *testing.T, c child, until string) {
	t.Helper()
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), childVariable+"="+string(text))
	command.Stderr = os.Stderr
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	told := false
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasSuffix(lines.Text(), " <nil>") && strings.HasPrefix(lines.Text(), until+" ") && !told {
			told = true
			if c.Hang {
				if err := command.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
			_ = in.Close()
		}
	}
	if err := command.Wait(); (err != nil) != c.Hang || !told {
		t.Fatalf("the child ended with %v, without a delivery to %s: %v", err, until, told)
	}
}

// post enqueues a message as another process would.
func post(t *testing.T, config store.Config, message mail.Message, prepare ...string) (args []string) {
	t.Helper()
	s, err := store.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	queue, err := job.New(s, nil, silent)
	if err != nil {
		t.Fatal(err)
	}
	outbox, err := mail.NewOutbox(queue, from, clock.System)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		for _, statement := range prepare {
			if _, err := tx.Exec(ctx, statement); err != nil {
				return err
			}
		}
		if message == nil {
			return nil
		}
		return outbox.Enqueue(ctx, tx, message)
	}); err != nil {
		t.Fatal(err)
	}
	_, args = jobs(t, s)
	return args
}

func TestAMailComesAgainUnderItsMessageIDAfterAKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	const to, marker = "bo@example.org", "marker@example.org"
	test := func(t *testing.T, config store.Config, c child, copies func() []string) {
		c.Directory, c.URL = config.Directory, config.URL
		args := post(t, config, mail.Invitation{To: to, Invitation: invitation, Inviter: "Ada", Account: account,
			LastDay: day.Date(2026, 12, 31)})
		c.Hang = true
		run(t, c, to)
		first := copies()
		if config.URL != "" {
			// Do not wait until the server detects that the process is dead.
			post(t, config, nil, "UPDATE river_job SET attempted_at = attempted_at - interval '1 day'",
				"DELETE FROM river_leader")
		}
		c.Hang = false
		run(t, c, to)
		second := copies()
		post(t, config, mail.MembershipEnded{To: marker, Account: account})
		run(t, c, marker)
		third := copies()
		if len(first) != 1 || len(second) != 2 || len(third) != 2 {
			t.Fatalf("%d, then %d, then %d copies", len(first), len(second), len(third))
		}
		if first[0] != third[0] || second[1] != third[1] || third[0] == third[1] {
			t.Errorf("the copies are\n%s", strings.Join(third, "\n"))
		}
		for _, copied := range third {
			_, rest, _ := strings.Cut(copied, "Message-ID: <")
			if id, _, _ := strings.Cut(rest, ">"); id == "" || !strings.Contains(args[0], id) {
				t.Errorf("message id %q, not that of %s", id, args[0])
			}
		}
	}
	toFiles := func(t *testing.T, config store.Config) {
		c := child{Outbox: t.TempDir()}
		// A second delivery replaces the file, so each state is recorded.
		var seen []string
		test(t, config, c, func() []string {
			files, err := filepath.Glob(filepath.Join(c.Outbox, "*.eml"))
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for _, file := range files {
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.Contains(string(text), to) {
					continue
				}
				found++
				if len(seen) == 0 || seen[len(seen)-1] != string(text) {
					seen = append(seen, string(text))
				}
			}
			if found != 1 {
				t.Errorf("%d files, want 1", found)
			}
			return append([]string(nil), seen...)
		})
	}
	toServer := func(t *testing.T, config store.Config) {
		server := serveMail(t, nil)
		test(t, config, child{Port: server.port()}, func() []string {
			var texts []string
			for _, got := range server.all() {
				if strings.Contains(got.recipient, to) {
					texts = append(texts, got.text)
				}
			}
			return texts
		})
	}
	t.Run("sqlite", func(t *testing.T) {
		t.Run("files", func(t *testing.T) { toFiles(t, store.Config{Directory: t.TempDir()}) })
		t.Run("server", func(t *testing.T) { toServer(t, store.Config{Directory: t.TempDir()}) })
	})
	t.Run("postgres", func(t *testing.T) {
		t.Run("files", func(t *testing.T) { toFiles(t, store.Config{URL: database.Postgres(t)}) })
		t.Run("server", func(t *testing.T) { toServer(t, store.Config{URL: database.Postgres(t)}) })
	})
}
