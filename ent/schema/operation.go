package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"github.com/muniment/muniment/internal/vocabulary"
)

// ImportRun is one run of an import that was no dry run.
type ImportRun struct{ ent.Schema }

// Fields of ImportRun.
func (ImportRun) Fields() []ent.Field {
	return []ent.Field{
		// system_code: the code of the older system. Its row may be missing, because a refused import changes nothing.
		// bundle: the name of the directory that was imported, without the directories above it
		sequence(), field.String("system_code"), field.String("bundle"), field.String("home"),
		field.Bool("skip_invalid"),
		field.Enum("state").GoType(vocabulary.ImportRunState("")),
		// seen_at: the import was running then; it is written every few seconds
		instant("started_at"), instant("seen_at"), maybeInstant("finished_at"),
		text("failure_code"), text("failure"), text("plan_hash"),
		// kinds: JSON list of counts of records by kind
		field.String("kinds").Default("[]"),
		field.Int64("rows_written").Default(0),
		// rules: JSON list of counts of findings by rule
		field.String("rules").Default("[]"),
		field.Int64("finding_count").Default(0), field.Int64("error_count").Default(0),
		maybeInstant("findings_removed_at"),
	}
}

// Indexes of ImportRun.
func (ImportRun) Indexes() []ent.Index { return []ent.Index{index.Fields("system_code", "id")} }

// Annotations of ImportRun.
func (ImportRun) Annotations() []schema.Annotation { return table("import_runs", nil) }

// Finding is what a rule states about a record or a file of an import.
type Finding struct{ ent.Schema }

// Fields of Finding.
func (Finding) Fields() []ent.Field {
	return []ent.Field{
		sequence(), field.Int64("import_run_id"), field.String("rule"),
		field.Enum("severity").GoType(vocabulary.FindingSeverity("")),
		// legacy_id: the key of the record in the older system
		// related_ids: JSON list of the keys of other records, or ""
		// line: counted from 1; 0 if the finding is about the file as a whole
		field.String("kind"), text("legacy_id"), text("related_ids"), text("file"), field.Int64("line").Default(0),
		text("message"), text("remedy"),
		// words: by which the finding is searched, in the form of search.List
		text("words"),
	}
}

// Edges of Finding.
func (Finding) Edges() []ent.Edge {
	return []ent.Edge{to("import_run", ImportRun.Type, "import_run_id")}
}

// Indexes of Finding.
func (Finding) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("import_run_id", "id"), index.Fields("import_run_id", "rule", "id"),
		index.Fields("import_run_id", "severity", "id"),
	}
}

// Annotations of Finding.
func (Finding) Annotations() []schema.Annotation { return table("findings", nil) }
