package plan

import (
	"context"
	"errors"
	"fmt"

	"github.com/muniment/muniment/ent"
	"github.com/muniment/muniment/ent/system"
	"github.com/muniment/muniment/internal/catalog"
	"github.com/muniment/muniment/internal/day"
	"github.com/muniment/muniment/internal/gid"
	"github.com/muniment/muniment/internal/legacy/stage"
	"github.com/muniment/muniment/internal/store"
	"github.com/muniment/muniment/internal/vocabulary"
)

// Home is the system of record of accounts and rights that an import creates.
type Home string

// The homes.
const (
	// HomeSource: the older system, which continues to change them.
	HomeSource Home = "source"
	// HomeHere: Muniment; the older system is no longer in use.
	HomeHere Home = "here"
)

// Options are the parameters of a comparison.
type Options struct {
	// System is the code of the older system. If it has no row, its id is derived from the code.
	System string
	// Home is HomeSource if empty.
	Home Home
	// Today is the day on which is evaluated what is in force.
	Today day.Day
	// Progress is called after each chunk. It may be nil.
	Progress func(Progress)
}

// Progress reports how far a comparison has come.
type Progress struct {
	Kind        string
	Done, Total int64 // records of all kinds
}

// Executor receives the chunks of a plan, one after another.
type Executor interface {
	// Size returns how many records the next chunk should have.
	Size() int
	// Do compares a chunk by Chunk.Judge and applies the changes. It calls Chunk.Settle with the changes that were
	// made.
	Do(ctx context.Context, chunk *Chunk) error
}

type unit struct {
	id    gid.ID
	scale int64
}

type pair struct{ account, line gid.ID }

// Planner compares a stage with a database. It can be used once.
type Planner struct {
	options Options
	store   *store.Store
	stage   *stage.Stage
	tables  *tables
	system  gid.ID
	tally   *tally
	units   map[string]unit
	levels  map[string]gid.ID
	// fresh holds the kinds of external ids without any row, so that no lookup is needed.
	fresh map[string]bool
	// created holds the accounts that this run creates, whose pairs need no lookup.
	created map[gid.ID]bool
	pairs   map[pair]bool // account and product line whose home is decided
	loaded  map[gid.ID]bool
	// hidden holds the entitlements that customers do not see. Their lines and coverages are hidden with them.
	hidden  map[stage.Ref]bool
	parents map[gid.ID][]gid.ID // the account graph, upwards

	accounts, users, productLines, models, versions, products, parts []gid.ID
	entitlements, servers, devices, lines, coverages, meters         []gid.ID
	meterLines                                                       []gid.ID
	modelUnits                                                       []string
	crm                                                              map[string]bool // ids in the CRM that are taken
	lineage                                                          []lineage

	done, total int64
}

// SystemID derives the id of a system from its code.
func SystemID(code string) gid.ID { return gid.Derive(gid.System, 0, code, "system", 0) }

// ErrUnits is returned if the source uses a unit that is neither in the catalog nor in catalog.Units.
var ErrUnits = errors.New("the catalog misses a unit of measure")

// New prepares a comparison: it reads the units, the account graph, and which kinds of external ids the
// system has. The stage must be loaded and resolved.
func New(ctx context.Context, db *store.Store, st *stage.Stage, options Options) (*Planner, error) {
	if options.Home == "" {
		options.Home = HomeSource
	}
	p := &Planner{crm: map[string]bool{}, options: options, store: db, stage: st, tables: newTables(),
		units:  map[string]unit{},
		levels: map[string]gid.ID{}, fresh: map[string]bool{}, created: map[gid.ID]bool{}, pairs: map[pair]bool{},
		loaded: map[gid.ID]bool{}, hidden: map[stage.Ref]bool{}, parents: map[gid.ID][]gid.ID{},
		tally: newTally(options.System, options.Home), system: SystemID(options.System)}
	q := Outside(db)
	for _, read := range []func(context.Context, Reader) error{p.readSystem, p.readUnits, p.readLevels, p.readGraph} {
		if err := read(ctx, q); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (p *Planner) readSystem(ctx context.Context, q Reader) error {
	err := each(ctx, q, func(v []any) error {
		p.system = idOf(v[0])
		return nil
	}, "SELECT id FROM systems WHERE code = ?", p.options.System)
	if err != nil {
		return fmt.Errorf("read the system: %w", err)
	}
	for _, kind := range []string{KindAccount, KindCRMAccount, KindUser, KindMembership, KindProductLine,
		KindLicenseModel,
		KindProduct, KindPartNumber, KindEntitlement, KindActivation, KindMaintenance, KindDevice, KindHost,
		KindFulfillment, KindAddon, KindMeter, KindUsage} {
		p.fresh[kind] = true
		err := each(ctx, q, func([]any) error {
			p.fresh[kind] = false
			return nil
		},
			"SELECT 1 FROM systems WHERE id = ? AND EXISTS (SELECT 1 FROM external_ids WHERE system_id = ? AND "+
				"kind = ?)",
			int64(p.system), int64(p.system), kind)
		if err != nil {
			return fmt.Errorf("read the external ids: %w", err)
		}
	}
	return nil
}

func (p *Planner) readUnits(ctx context.Context, q Reader) error {
	err := each(ctx, q, func(v []any) error {
		code, _ := plain(v[1]).(string)
		scale, _ := plain(v[2]).(int64)
		p.units[code] = unit{idOf(v[0]), scale}
		return nil
	}, "SELECT id, code, scale FROM units_of_measure WHERE TRUE")
	if err != nil {
		return fmt.Errorf("read the units of measure: %w", err)
	}
	// A dry run may come before the catalog has its first units.
	for _, u := range catalog.Units() {
		if _, ok := p.units[u.Code]; !ok {
			p.units[u.Code] = unit{catalog.UnitID(u.Code), u.Scale}
		}
	}
	return p.stage.Units(ctx, 0, func(u stage.Unit) error {
		code := catalog.CodeIn(u.Code, u.Currency)
		if _, ok := p.units[code]; ok {
			return nil
		}
		planned, ok := catalog.UnitIn(u.Code, u.Currency)
		if !ok {
			return fmt.Errorf("%w: %s", ErrUnits, code)
		}
		p.units[code] = unit{catalog.UnitID(code), planned.Scale}
		return nil
	})
}

// MoneyOf returns the units of money, with a currency, that a staged source uses. The catalog has them only once they
// are used.
func MoneyOf(ctx context.Context, st *stage.Stage) ([]catalog.Unit, error) {
	var money []catalog.Unit
	err := st.Units(ctx, 0, func(u stage.Unit) error {
		if u.Currency == "" {
			return nil
		}
		in, ok := catalog.UnitIn(u.Code, u.Currency)
		if !ok {
			return fmt.Errorf("%w: %s", ErrUnits, catalog.CodeIn(u.Code, u.Currency))
		}
		money = append(money, in)
		return nil
	})
	return money, err
}

func (p *Planner) readLevels(ctx context.Context, q Reader) error {
	err := each(ctx, q, func(v []any) error {
		code, _ := plain(v[1]).(string)
		p.levels[code] = idOf(v[0])
		return nil
	}, "SELECT id, code FROM coverage_levels WHERE TRUE")
	if err != nil {
		return fmt.Errorf("read the coverage levels: %w", err)
	}
	return nil
}

func (p *Planner) readGraph(ctx context.Context, q Reader) error {
	err := each(ctx, q, func(v []any) error {
		child := idOf(v[1])
		p.parents[child] = append(p.parents[child], idOf(v[0]))
		return nil
	}, "SELECT parent_id, child_id FROM account_links WHERE TRUE")
	if err != nil {
		return fmt.Errorf("read the account graph: %w", err)
	}
	return nil
}

// Walk compares all records and passes the chunks to an executor, ordered so that every record comes after those it
// refers to. It returns the resulting plan.
func (p *Planner) Walk(ctx context.Context, executor Executor) (*Plan, error) {
	counts, err := p.stage.Counts(ctx)
	if err != nil {
		return nil, fmt.Errorf("count the staged records: %w", err)
	}
	p.total = totalOf(counts)
	for _, step := range []func(context.Context, Executor) error{
		p.walkProductLines, p.walkLicenseModels, p.walkProducts, p.walkPartNumbers,
		p.walkUsers, p.walkAccounts, p.walkMemberships, p.walkEntitlements, p.walkServers, p.walkDevices,
		p.walkLines, p.walkLineage, p.walkCoverages, p.walkMeters, p.walkUsage,
	} {
		if err := step(ctx, executor); err != nil {
			return nil, err
		}
	}
	p.done = p.total
	p.reportProgress("")
	return p.tally.finish(), nil
}

func (p *Planner) reportProgress(kind string) {
	if p.options.Progress != nil {
		p.options.Progress(Progress{Kind: kind, Done: min(p.done, p.total), Total: p.total})
	}
}

// System returns the id of the system's row.
func (p *Planner) System() gid.ID { return p.system }

// SeedSystem inserts the row of an older system if it does not exist.
func SeedSystem(ctx context.Context, client *ent.Client, code string) error {
	exists, err := client.System.Query().Where(system.Code(code)).Exist(ctx)
	if err != nil || exists {
		return err
	}
	err = client.System.Create().SetID(SystemID(code)).SetCode(code).SetName(code).
		SetKind(vocabulary.SystemKindEntitlement).Exec(ctx)
	if err != nil {
		return fmt.Errorf("insert the system: %w", err)
	}
	return nil
}
