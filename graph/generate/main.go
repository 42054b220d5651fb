//go:debug gotypesalias=0

// Generate makes the executor and the models of the contract with gqlgen and then rewrites the executor where it does
// for every row what one answer for all rows would do:
//
//   - Root fields still run side by side. Below them fields and the elements of lists are answered one after the other: a
//     level fetches a relation once for all its rows, so there is nothing to wait for in parallel, and a goroutine for
//     each costs more than the field.
//   - A field whose value stands in the row is written at once, without a context of its own. Field middlewares
//     (AroundFields) therefore see fields with a resolver only.
//   - Selected fields and arguments are read once for an operation, not for each row.
//   - @defer has no effect: deferred fragments are answered at once.
//
// Functions that nothing calls after that are left out. Everything else is as gqlgen makes it, introspection included.
//
// Bindings to page.Connection are aliases of generic types, which gqlgen only sees through with gotypesalias=0.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run() error {
	cfg, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		return err
	}
	if err := api.Generate(cfg); err != nil {
		return err
	}
	files, err := filepath.Glob("graph/generated/*.go")
	if err != nil {
		return err
	}
	var all tally
	for _, file := range files {
		done, err := rewrite(file)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		all.add(done)
	}
	return all.check()
}
