//go:debug gotypesalias=0

// Generate makes the executor and the models of the contract with gqlgen and then rewrites the executor where it
// would start goroutines. Root fields still run side by side; below them a field is resolved in place, and the elements
// of a list one after the other: a level fetches a relation once for all its rows, so there is nothing to wait for in
// parallel, and a goroutine for each field costs more than the field.
//
// Bindings to page.Connection are aliases of generic types, which gqlgen only sees through with gotypesalias=0.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
	"golang.org/x/tools/imports"
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
	var lists, fields int
	for _, file := range files {
		l, f, err := rewrite(file)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		lists, fields = lists+l, fields+f
	}
	if lists == 0 || fields == 0 {
		return fmt.Errorf("rewrote %d lists and %d fields: the generated code has another form than expected", lists, fields)
	}
	return nil
}

var (
	concurrentList  = []byte("graphql.MarshalSliceConcurrently(")
	serialList      = []byte("serial.MarshalSlice(")
	concurrentField = regexp.MustCompile(
		`out\.Concurrently\(i, func\(ctx context\.Context\) graphql\.Marshaler \{\s*return innerFunc\(ctx, out\)\s*\}\)`)
	serialField = []byte("out.Values[i] = innerFunc(ctx, out)")
)

func rewrite(file string) (lists, fields int, err error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return 0, 0, err
	}
	lists, fields = bytes.Count(source, concurrentList), len(concurrentField.FindAll(source, -1))
	if lists+fields == 0 {
		return 0, 0, nil
	}
	source = bytes.ReplaceAll(source, concurrentList, serialList)
	source = concurrentField.ReplaceAll(source, serialField)
	if lists > 0 {
		source = bytes.Replace(source, []byte("import ("), []byte("import (\n\t\"github.com/muniment/muniment/graph/serial\""), 1)
	}
	source, err = imports.Process(file, source, nil)
	if err != nil {
		return 0, 0, err
	}
	return lists, fields, os.WriteFile(file, source, 0o644)
}
