// Generate makes the types of the contract and what reads them with gqlgen. gqlgen's output is kept as gqlgen writes it; one
// file is added, which exports the decoding of arguments.
package main

import (
	"fmt"
	"os"

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
	return api.Generate(cfg, api.AddPlugin(arguments{}))
}
