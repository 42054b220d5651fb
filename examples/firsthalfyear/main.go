// Firsthalfyear plays the first half year of a producer on a server with an empty database, by the contract alone: a
// catalog, three customers, 30 orders, renewals early, late and with fewer copies, a correction, a trial that is
// bought, a hold and a withdrawal. Then it asks what the rights are on six days, and why.
//
// It needs the API key of an operator's program; README.md says how to get one. It is safe to repeat on the day on
// which it was begun: what was done is not done again.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"
)

// halfYear is so many days before today that the last day of the half year is today.
const halfYear = 181

func main() {
	server := flag.String("url", "http://127.0.0.1:8080", "the server has this address")
	from := flag.String("from", time.Now().AddDate(0, 0, -halfYear).Format(time.DateOnly),
		"the half year begins on this day")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	first, err := time.Parse(time.DateOnly, *from)
	if err == nil {
		api := client{address: strings.TrimRight(*server, "/") + "/graphql", token: os.Getenv("MUNIMENT_TOKEN"),
			http: http.DefaultClient}
		err = (&play{client: api, first: first, out: os.Stdout}).run(ctx)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// play is a half year that is played on a server.
type play struct {
	client
	// first is the first day.
	first time.Time
	out   io.Writer
}

// day returns a day, counted from the first one, which is 0.
func (p *play) day(n int) string { return p.first.AddDate(0, 0, n).Format(time.DateOnly) }

// say writes a line.
func (p *play) say(format string, about ...any) { fmt.Fprintf(p.out, format+"\n", about...) }

func (p *play) run(ctx context.Context) error {
	sold, err := p.enterCatalog(ctx)
	if err != nil {
		return err
	}
	customers, err := p.enterCustomers(ctx)
	if err != nil {
		return err
	}
	orders, err := p.enterOrders(ctx, sold, customers)
	if err != nil {
		return err
	}
	p.say("%d orders of %d customers were issued.", len(orders), len(customers))
	if err := p.live(ctx, sold, orders); err != nil {
		return err
	}
	p.say("On six days, the rights are (+ if covered):")
	if err := p.askDays(ctx, orders); err != nil {
		return err
	}
	for _, of := range []int{correctedOrder, trialOrder, heldOrder} {
		p.say("Why, for SO-%d:", 1001+of)
		if err := p.explain(ctx, orders[of]); err != nil {
			return err
		}
	}
	return nil
}
