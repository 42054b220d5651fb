package plan

import (
	"context"
	"fmt"
	"slices"

	"github.com/muniment/muniment/internal/clock"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/system"
)

// subject describes a kind of aggregates.
type subject struct {
	kind  string // as reported
	typ   gid.Type
	main  *table
	parts []*table
}

// record is a staged record, with functions that turn it into an aggregate.
type record struct {
	ref      stage.Ref
	key      name
	source   int64
	locality gid.Locality
	// owner is the account; 0 if the record belongs to none. The home of a homed record is that of owner and line;
	// line 0 means the account itself. If newHome is set, creating the record decides that home.
	owner          gid.ID
	line           gid.ID
	homed, newHome bool
	// into is the slice in which the id is stored at index ref.
	into *[]gid.ID
	// named are the external ids of the parts that have one; counted is how many parts are reported.
	named   []name
	counted []counted
	// alias is another external id, which several records may claim; the first one gets it.
	alias name
	// build returns the rows of the aggregate for an id; ids returns the ids of its parts. It returns a reason if the
	// record cannot be stored.
	build func(id gid.ID, ids idOfPart, changes *Changes) (aggregate, Reason)
	// amend adds parts that exist in the database and not in the source any more; it may be nil.
	amend func(have *stored, next *aggregate)
	// check returns why an update is impossible although the record was not changed in Muniment. abandon removes what
	// build recorded in changes if the update is not made. Both may be nil, but check needs abandon.
	check   func(id gid.ID, changes *Changes) Reason
	abandon func(id gid.ID, changes *Changes)
	// follow adds further changes that an update requires; it may be nil.
	follow func(ctx context.Context, q Reader, have *stored, next *aggregate, changes *Changes) error
	// natural is the unique key by which the record may exist before its import; it may be nil.
	natural *natural
	// skip is why the record cannot be stored at all; "" if it can.
	skip Reason
}

type counted struct {
	kind string
	n    int64
}

type natural struct {
	columns []string
	values  []any
}

type idOfPart func(n name, t gid.Type) gid.ID

// aggregate is a record with its parts as they are to be in the database.
type aggregate struct {
	main  row
	parts []row
	// once are rows that are inserted only with a new aggregate.
	once []row
	// names are the external ids beyond the record's own.
	names []external
}

type external struct {
	name
	entity, account, record gid.ID
}

// Chunk is a batch of records of one kind.
type Chunk struct {
	planner *Planner
	subject *subject
	records []*record
	// custom computes the changes of a chunk that has no records; see walkLineage.
	custom func(ctx context.Context, q Reader, changes *Changes) error
}

// Kind returns the name under which the records are reported.
func (c *Chunk) Kind() string { return c.subject.kind }

// Len returns the number of records.
func (c *Chunk) Len() int { return len(c.records) }

// Fresh reports whether the system has no records of this kind yet, so that all are to be created.
func (c *Chunk) Fresh() bool {
	return c.custom == nil && len(c.records) > 0 && c.planner.fresh[c.records[0].key.kind]
}

// GivesActivationIDs reports whether the records may bring new activation ids of line items.
func (c *Chunk) GivesActivationIDs() bool { return c.custom == nil && c.subject.typ == gid.LineItem }

// Settle stores what later chunks need of the changes, once these are final.
func (c *Chunk) Settle(changes *Changes) {
	for i := range changes.verdicts {
		c.planner.tally.add(&changes.verdicts[i])
	}
	for _, f := range changes.settle {
		f()
	}
	p := c.planner
	for id := range changes.created {
		p.created[id] = true
	}
	for of := range changes.pairs {
		p.pairs[of] = true
	}
	for value := range changes.crm {
		p.crm[value] = true
	}
	for child, parents := range changes.graph {
		p.parents[child] = parents
	}
	p.done += int64(len(c.records))
	for _, r := range c.records {
		for _, part := range r.counted {
			if part.kind == "allocations" || part.kind == "activations" {
				p.done += part.n
			}
		}
	}
	p.reportProgress(c.subject.kind)
}

// Judge says what is to be done for the chunk. now is the moment that is written where the source gives none: that of
// the transaction in which it is done. A careful judgement also looks whether ids are taken and whether records are
// here already under a natural key; it is needed after an insert found a key taken.
func (c *Chunk) Judge(ctx context.Context, q Reader, now clock.Instant, careful bool) (*Changes, error) {
	changes := newChanges(now)
	defer changes.order()
	if c.custom != nil {
		return changes, c.custom(ctx, q, changes)
	}
	j := &judgement{Planner: c.planner, subject: c.subject, q: q, changes: changes, todo: map[*record]Action{},
		takenIDs: map[string]bool{}}
	return changes, j.run(ctx, c.records, careful)
}

type judgement struct {
	*Planner
	subject *subject
	q       Reader
	changes *Changes
	known   map[name]externalRow
	todo    map[*record]Action
	have    map[gid.ID]*stored
	homes   map[pair]gid.ID
	// takenIDs are the keys of the new activation ids that something has.
	takenIDs map[string]bool
}

func (j *judgement) run(ctx context.Context, records []*record, careful bool) error {
	var err error
	names := make([]name, 0, len(records))
	if !j.fresh[records[0].key.kind] {
		for _, r := range records {
			names = append(names, r.key)
		}
	}
	if j.known, err = j.externals(ctx, j.q, names); err != nil {
		return err
	}
	var creates, changed []*record
	for _, r := range records {
		have, known := j.known[r.key]
		switch {
		case r.skip != "" && !known:
			j.addVerdict(r, 0, Skipped, r.skip)
		case !known:
			creates = append(creates, r)
			j.todo[r] = Create
		case have.source == nil:
			j.keep(r, have.entity)
			j.addVerdict(r, have.entity, Conflict, PartElsewhere)
		case *have.source == r.source || r.skip != "":
			j.keep(r, have.entity)
			j.addVerdict(r, have.entity, Unchanged, "")
		default:
			j.keep(r, have.entity)
			changed = append(changed, r)
			j.todo[r] = Update
		}
	}
	if err := j.lookUpParts(ctx, creates, changed); err != nil {
		return err
	}
	if err := j.findTakenIDs(ctx, careful, creates, changed); err != nil {
		return err
	}
	if err := j.loadChanged(ctx, changed); err != nil {
		return err
	}
	if err := j.loadPairs(ctx, creates); err != nil {
		return err
	}
	// In the order of the source, in which a record comes after those that it refers to.
	taken := map[int64]bool{}
	for _, r := range records {
		switch j.todo[r] {
		case Create:
			err = j.judgeCreate(ctx, r, careful, taken)
		case Update:
			err = j.judgeOne(ctx, r)
		}
		if err != nil {
			return err
		}
	}
	return j.updatePaths(ctx)
}

func (j *judgement) keep(r *record, id gid.ID) {
	if j.subject.typ == gid.Account {
		j.changes.accounts[r.ref] = id
	}
	if r.into != nil {
		j.changes.settle = append(j.changes.settle, func() { put(r.into, r.ref, id) })
	}
}

// addVerdict records the verdict on a record and its parts.
func (j *judgement) addVerdict(r *record, id gid.ID, action Action, reason Reason, differences ...Difference) {
	v := verdict{kind: j.subject.kind, key: r.key.value, action: action, source: r.source, n: 1}
	if reason != "" {
		v.exception = newException(j.subject.kind, r.key.value, id, action, reason, differences...)
	}
	j.changes.verdicts = append(j.changes.verdicts, v)
	for _, part := range r.counted {
		j.changes.verdicts = append(j.changes.verdicts,
			verdict{kind: part.kind, action: action, n: part.n, part: true})
	}
}

// lookUpParts reads the external ids of the parts of records.
func (j *judgement) lookUpParts(ctx context.Context, lists ...[]*record) error {
	var names []name
	for _, list := range lists {
		for _, r := range list {
			for _, n := range r.named {
				if _, known := j.known[n]; !known && !j.fresh[n.kind] {
					names = append(names, n)
				}
			}
			if r.alias.kind != "" && !j.fresh[r.alias.kind] {
				names = append(names, r.alias)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	more, err := j.externals(ctx, j.q, names)
	for n, e := range more {
		j.known[n] = e
	}
	return err
}

func (j *judgement) idsOf(r *record, locality gid.Locality, attempt int) idOfPart {
	return func(n name, t gid.Type) gid.ID {
		if e, known := j.known[n]; known {
			if e.record != 0 {
				return e.record
			}
			return e.entity
		}
		return n.derive(t, locality, j.options.System, attempt)
	}
}

func (j *judgement) loadChanged(ctx context.Context, changed []*record) error {
	if len(changed) == 0 {
		return nil
	}
	ids := make([]gid.ID, len(changed))
	for i, r := range changed {
		ids[i] = j.known[r.key].entity
	}
	var err error
	if j.have, err = j.load(ctx, j.q, j.subject, ids); err != nil {
		return err
	}
	j.homes, err = j.homesOf(ctx, changed)
	return err
}

func (j *judgement) judgeOne(ctx context.Context, r *record) error {
	e := j.known[r.key]
	have := j.have[e.entity]
	if r.homed && j.homes[pair{e.account, r.line}] != j.system {
		j.addVerdict(r, e.entity, Kept, HomeElsewhere)
		return nil
	}
	if e.applied == nil {
		j.addVerdict(r, e.entity, Kept, HereBefore)
		return nil
	}
	if have != nil && j.hasForeignPart(r, e.entity, have) {
		j.addVerdict(r, e.entity, Conflict, PartElsewhere)
		return nil
	}
	if j.hasTakenID(r) {
		j.addVerdict(r, e.entity, Skipped, ActivationIDTaken)
		return nil
	}
	next, reason := r.build(e.entity, j.idsOf(r, e.entity.Locality(), 0), j.changes)
	if reason != "" {
		j.addVerdict(r, e.entity, Skipped, reason)
		return nil
	}
	if have == nil || digestOf(have.main, have.parts) != *e.applied {
		if r.abandon != nil {
			r.abandon(e.entity, j.changes)
		}
		j.addVerdict(r, e.entity, Conflict, ChangedHere, differences(have, &next)...)
		return nil
	}
	if r.check != nil {
		if reason := r.check(e.entity, j.changes); reason != "" {
			r.abandon(e.entity, j.changes)
			j.addVerdict(r, e.entity, Conflict, reason)
			return nil
		}
	}
	if r.amend != nil {
		r.amend(have, &next)
	}
	parts := j.diff(have, &next)
	j.changes.verdicts = append(j.changes.verdicts, verdict{kind: j.subject.kind, key: r.key.value, action: Update,
		source: r.source, n: 1})
	j.changes.verdicts = append(j.changes.verdicts, parts...)
	owner := r.owner
	if j.subject.typ == gid.Account {
		owner = e.entity
	}
	j.changes.Updates = append(j.changes.Updates, RowUpdate{
		Table: j.tables.external.name, Columns: []string{"account_id", "source_digest", "applied_digest"},
		Values: []any{maybeID(owner), r.source, digestOf(next.main, next.parts)},
		Key:    []string{"system_id", "kind", "value"}, KeyIs: []any{int64(j.system), r.key.kind, r.key.value},
	})
	for _, n := range next.names {
		if _, known := j.known[n.name]; !known {
			j.insertName(n, nil, nil)
		}
	}
	if r.follow != nil {
		return r.follow(ctx, j.q, have, &next, j.changes)
	}
	return nil
}

// hasForeignPart reports whether a part of this record in the source belongs to another record in Muniment.
func (j *judgement) hasForeignPart(r *record, id gid.ID, have *stored) bool {
	for _, n := range r.named {
		e, known := j.known[n]
		if !known || n == r.key {
			continue
		}
		if e.source != nil || e.record != 0 && e.entity != id {
			return true
		}
		if e.record == 0 && !slices.ContainsFunc(have.parts,
			func(part row) bool { return part.table.keyed && part.id() == int64(e.entity) }) {
			return true
		}
	}
	return false
}

func differences(have *stored, next *aggregate) []Difference {
	if have == nil {
		return []Difference{{Field: "id", Here: nil, Source: next.main.values[0]}}
	}
	list := differ("", &have.main, &next.main)
	for i := range next.parts {
		part := &next.parts[i]
		if part.table.derived || !part.table.keyed {
			continue
		}
		at := slices.IndexFunc(have.parts, func(h row) bool { return h.table == part.table && h.id() == part.id() })
		prefix := part.table.name + "." + gid.ID(part.id()).String() + "."
		if at < 0 {
			list = append(list, Difference{Field: prefix + "id", Source: gid.ID(part.id()).String()})
			continue
		}
		list = append(list, differ(prefix, &have.parts[at], part)...)
	}
	return list
}

func differ(prefix string, have, next *row) []Difference {
	var list []Difference
	for i, column := range next.table.columns[:next.table.mapped] {
		if !same(have.values[i], next.values[i]) {
			list = append(list, Difference{prefix + column, plain(have.values[i]), plain(next.values[i])})
		}
	}
	return list
}

// diff adds the changes from the stored rows to the new ones, and returns the verdicts on the parts.
func (j *judgement) diff(have *stored, next *aggregate) []verdict {
	before := len(j.changes.Updates)
	j.diffRow(&have.main, &next.main)
	isMoved, rows := len(j.changes.Updates) > before, j.changes.Rows()
	at := map[string]int{}
	var verdicts []verdict
	addVerdict := func(t *table, action Action) {
		if t.counted == "" {
			return
		}
		k := t.counted + string(action)
		i, ok := at[k]
		if !ok {
			i = len(verdicts)
			at[k] = i
			verdicts = append(verdicts, verdict{kind: t.counted, action: action, part: true})
		}
		verdicts[i].n++
	}
	left := slices.Clone(have.parts)
	for i := range next.parts {
		part := &next.parts[i]
		found := slices.IndexFunc(left, func(h row) bool { return h.table == part.table && part.matches(&h) })
		if found < 0 {
			j.changes.insert(*part)
			j.decide(part, day.Beginning)
			addVerdict(part.table, Create)
			continue
		}
		if j.diffRow(&left[found], part) {
			addVerdict(part.table, Update)
		} else {
			addVerdict(part.table, Unchanged)
		}
		left = slices.Delete(left, found, found+1)
	}
	for _, gone := range left {
		j.changes.remove(gone)
	}
	if !isMoved && next.main.table.moment >= 0 && j.changes.Rows() > rows {
		j.changes.update(&next.main, nil, nil) // mirrors must read its parts again
	}
	return verdicts
}

// matches reports whether a stored row is the same row: it has the same id, or the same values.
func (r *row) matches(have *row) bool {
	if r.table.keyed {
		return r.id() == have.id()
	}
	for i := range r.values {
		if !same(r.values[i], have.values[i]) {
			return false
		}
	}
	return true
}

func (j *judgement) diffRow(have, next *row) bool {
	t := next.table
	if !t.keyed {
		return false
	}
	var columns []string
	var values []any
	mappedChanged := false
	for i := 1; i < t.updated; i++ {
		if i != t.moment && !same(have.values[i], next.values[i]) {
			columns, values = append(columns, t.columns[i]), append(values, next.values[i])
			mappedChanged = mappedChanged || i < t.mapped
		}
	}
	if len(columns) == 0 {
		return false
	}
	if at := slices.Index(columns, "decision"); at >= 0 {
		columns, values = slices.Delete(columns, at, at+1), slices.Delete(values, at, at+1)
		if next.values[t.decision] != nil {
			columns, values = append(columns, "decided"), append(values, true)
		}
		j.decideAnew(have, next)
	}
	j.changes.update(next, columns, values)
	return mappedChanged
}

// decideAnew lifts the source's decision about a row that it decides otherwise now, and records the new one. When the
// source decided is not known: the old decision holds until yesterday, and the new one from today on.
func (j *judgement) decideAnew(have, next *row) {
	today := j.options.Today
	if have.values[next.table.decision] != nil {
		j.changes.Updates = append(j.changes.Updates, RowUpdate{Table: j.tables.decision.name,
			Columns: []string{"lifted_at", "ends_on", "lifted_by", "lift_reason"},
			Values: []any{int64(j.changes.now), int64(today) - 1, j.actor(),
				"no longer stated by " + j.options.System},
			Key: []string{"subject_id", "actor", "lifted_at"}, KeyIs: []any{next.values[0], j.actor(), nil}})
	}
	j.decide(next, today)
}

// decide records the source's decision about a row, if there is one, from a day on.
func (j *judgement) decide(r *row, from day.Day) {
	if r.table.decision < 0 || r.values[r.table.decision] == nil {
		return
	}
	j.changes.insert(j.tables.decision.row(r.values[r.table.index("account_id")], r.values[0],
		r.values[r.table.decision], int64(from), int64(day.Forever), int64(day.Forever),
		"stated by "+j.options.System, j.actor(), int64(j.changes.now)))
}

func (p *Planner) actor() string { return "import:" + p.options.System }

func (j *judgement) insertName(e external, source, applied any) {
	if e.kind == KindCRMAccount {
		// Several accounts may claim one id in the CRM; the first one gets it.
		if j.crm[e.value] || j.changes.crm[e.value] {
			return
		}
		j.changes.crm[e.value] = true
	}
	j.changes.insert(j.tables.external.row(int64(j.system), e.kind, e.value,
		maybeText(system.ValueKey(e.kind, e.value)), int64(e.entity), maybeID(e.account), maybeID(e.record), source,
		applied))
}

func (j *judgement) judgeCreate(ctx context.Context, r *record, careful bool, taken map[int64]bool) error {
	if slices.ContainsFunc(r.named, func(n name) bool { _, known := j.known[n]; return known }) {
		j.addVerdict(r, 0, Conflict, PartElsewhere)
		return nil
	}
	if j.hasTakenID(r) {
		j.addVerdict(r, 0, Skipped, ActivationIDTaken)
		return nil
	}
	if careful && r.natural != nil {
		here, err := j.findByNaturalKey(ctx, r)
		if err != nil {
			return err
		}
		if here != 0 {
			j.adopt(r, here)
			return nil
		}
	}
	for attempt := 0; ; attempt++ {
		id := r.key.derive(j.subject.typ, r.locality, j.options.System, attempt)
		next, reason := r.build(id, j.idsOf(r, r.locality, attempt), j.changes)
		if reason != "" {
			j.addVerdict(r, 0, Skipped, reason)
			return nil
		}
		if careful {
			busy, err := j.taken(ctx, &next, taken)
			if err != nil {
				return err
			}
			if busy {
				if r.abandon != nil {
					r.abandon(id, j.changes)
				}
				continue
			}
		}
		j.create(r, id, &next)
		return nil
	}
}

func (j *judgement) create(r *record, id gid.ID, next *aggregate) {
	j.changes.insert(next.main)
	j.decide(&next.main, day.Beginning)
	for i := range next.parts {
		j.changes.insert(next.parts[i])
		j.decide(&next.parts[i], day.Beginning)
	}
	for _, extra := range next.once {
		j.changes.insert(extra)
	}
	own := external{name: r.key, entity: id, account: r.owner}
	for _, n := range next.names {
		if n.name == r.key {
			own = n
		} else if _, known := j.known[n.name]; !known {
			j.insertName(n, nil, nil)
		}
	}
	j.insertName(own, r.source, digestOf(next.main, next.parts))
	j.setHome(r, id)
	j.keep(r, id)
	if j.subject.typ == gid.Account {
		j.changes.created[id] = true
	}
	j.addVerdict(r, id, Create, "")
}

// adopt links the external id to a record that existed before under its natural key, and does not change that record.
func (j *judgement) adopt(r *record, id gid.ID) {
	j.insertName(external{name: r.key, entity: id, account: r.owner}, r.source, nil)
	j.keep(r, id)
	j.addVerdict(r, id, Kept, HereBefore)
}

func (j *judgement) findByNaturalKey(ctx context.Context, r *record) (gid.ID, error) {
	condition := ""
	for _, column := range r.natural.columns {
		condition += " AND " + column + " = ?"
	}
	var id gid.ID
	err := each(ctx, j.q, func(v []any) error {
		id = idOf(v[0])
		return nil
	}, "SELECT id FROM "+j.subject.main.name+" WHERE TRUE"+condition, r.natural.values...)
	if err != nil {
		return 0, fmt.Errorf("look for %s: %w", j.subject.main.name, err)
	}
	return id, nil
}

// taken reports whether an id of an aggregate is in use, in the database or in this chunk.
func (j *judgement) taken(ctx context.Context, next *aggregate, chunk map[int64]bool) (bool, error) {
	byTable := map[*table][]gid.ID{next.main.table: {gid.ID(next.main.id())}}
	for i := range next.parts {
		if part := &next.parts[i]; part.table.keyed {
			byTable[part.table] = append(byTable[part.table], gid.ID(part.id()))
		}
	}
	busy := false
	for t, ids := range byTable {
		for _, id := range ids {
			busy = busy || chunk[int64(id)]
		}
		err := each(ctx, j.q, func([]any) error {
			busy = true
			return nil
		}, "SELECT id FROM "+t.name+" WHERE "+j.store.In("id"), j.store.Set(ids))
		if err != nil {
			return false, fmt.Errorf("look for ids of %s: %w", t.name, err)
		}
	}
	if !busy {
		for _, ids := range byTable {
			for _, id := range ids {
				chunk[int64(id)] = true
			}
		}
	}
	return busy, nil
}
