// Generates random valid queries by walking a schema. A document depends only on its seed, its number, the schema and the
// pools, so that each can be generated again without the others.

/**
 * Maximum sizes of a document. They are below the limits of the server, which count after fragments are expanded. Nesting
 * is counted in the text, in which an inline fragment is a level too.
 */
const limits = { values: 300, fields: 440, roots: 18, aliases: 28, directives: 28, levels: 18, nests: 18, tokens: 1800 }

/** The maximum page size that is requested, and the size of a page if none is given. */
const longestPage = 3
const defaultPage = 20

const mostFragments = 10

/** The assumed number of elements of a list without pages. */
const listEstimate = 2

/** Aliases that are reused in different selections, to find servers that identify a value by its alias only. */
const aliases = ['a', 'b', 'c', 'x', 'node', 'id', 'name']

const samples = {
  Int: [0, 1, 2, 7, 30],
  Float: [0, 0.5, 3],
  String: ['', 'a', 'e', 'M', 'no such text', 'ü"\\'],
  Boolean: [true, false],
  ID: ['no id'],
  Date: ['2024-02-29', '2025-12-31', '2026-01-01', '2026-06-30', '2027-01-01'],
  DateTime: ['2025-01-01T00:00:00Z', '2026-06-30T12:00:00Z'],
  Decimal: ['0', '1', '2.5'],
}

/** mulberry32 */
class Random {
  constructor(...seeds) {
    this.state = 0x9e3779b9
    for (const seed of seeds) this.state = Math.imul((this.state ^ seed) >>> 0, 0x85ebca6b) ^ (this.state >>> 13)
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  below(n) {
    return Math.floor(this.next() * n)
  }

  chance(probability) {
    return this.next() < probability
  }

  pick(list) {
    return list[this.below(list.length)]
  }

  /** Picks from pairs of a value and a weight. */
  weighted(pairs) {
    let rest = this.next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of pairs) {
      rest -= weight
      if (rest < 0) return value
    }
    return pairs.at(-1)[0]
  }
}

const constant = (value) => ({ text: JSON.stringify(value), value })

const isPaged = (def) => ['first', 'last'].every((page) => def.args.some(({ name }) => name === page))

export function createGenerator(graphql, schema, pools = {}) {
  const {
    doTypesOverlap, getNamedType, getNullableType, GraphQLNonNull, isAbstractType, isEnumType, isInputObjectType,
    isLeafType, isListType, isNonNullType, isObjectType, isRequiredArgument, isRequiredInputField, parse, validate,
  } = graphql
  const bool = new GraphQLNonNull(schema.getType('Boolean') ?? graphql.GraphQLBoolean)
  const typename = { name: '__typename', args: [], type: new GraphQLNonNull(graphql.GraphQLString) }

  const typeOfID = new Map()
  for (const [key, ids] of Object.entries(pools)) {
    const type = key.startsWith('ID:') ? schema.getType(key.slice(3)) : undefined
    if (type) for (const id of ids) typeOfID.set(id, type)
  }

  const isConnection = (type) => isObjectType(type) && type.name.endsWith('Connection')
  const isWrapper = (type) => isConnection(type) || (isObjectType(type) && type.name.endsWith('Edge'))
  const isList = (type) => isListType(getNullableType(type))

  /** Whether fields of two types may share a response name: the list and null wrappers are equal, and so are scalars. */
  function sameShape(a, b) {
    while (isNonNullType(a) || isListType(a) || isNonNullType(b) || isListType(b)) {
      if (isNonNullType(a) !== isNonNullType(b) || isListType(a) !== isListType(b)) return false
      a = a.ofType
      b = b.ofType
    }
    return isLeafType(a) || isLeafType(b) ? a === b : true
  }

  /**
   * The selection at one position of the response, from all selection sets that are merged there. It makes sure that
   * FieldsInSetCanMerge holds. Peers are selections with the same response name on another type, whose fields may be merged
   * with those of this one. An exclusive peer never applies to the same object, so only the shape must be the same.
   */
  class Place {
    entries = []
    peers = []

    /** Adds a field, or finds the same one. It returns undefined if the field cannot be merged with the selected fields. */
    add(parent, response, def, args, context, journal) {
      const own = this.entries.find((e) => e.parent === parent && e.response === response)
      if (own) return own.def.name === def.name && own.args === args ? own : undefined
      const met = []
      for (const { place, exclusive } of [{ place: this, exclusive: false }, ...this.peers]) {
        for (const other of place.entries) {
          if (other.response !== response) continue
          const apart = exclusive || (other.parent !== parent && isObjectType(other.parent) && isObjectType(parent))
          if (!apart && (other.def.name !== def.name || other.args !== args)) return undefined
          if (!sameShape(other.def.type, def.type)) return undefined
          // gqlparser 2.5.64 treats __typename as nullable and refuses it under the response name of another String!.
          if ((def === typename) !== (other.def === typename)) return undefined
          met.push({ other, exclusive: apart })
        }
      }
      const child = isLeafType(getNamedType(def.type)) ? undefined : new Place()
      const entry = { parent, response, def, args, child, context }
      this.entries.push(entry)
      for (const { other, exclusive } of child ? met : []) {
        child.peers.push({ place: other.child, exclusive })
        other.child.peers.push({ place: child, exclusive })
      }
      journal?.push(() => {
        this.entries.pop()
        for (const { other } of child ? met : []) other.child.peers.pop()
      })
      return entry
    }
  }

  class Draft {
    variables = []
    fragments = []
    /** The names of fragments, also of those that are being written. */
    names = new Set()
    /** Ids that root fields were asked for, as they are written. */
    ids = []
    /** What is counted for the operation and for each fragment that is being written. */
    counts = [{ fields: 0, aliases: 0, directives: 0, roots: 0 }]

    constructor(random, maxDepth) {
      const r = random
      this.random = r
      this.depth = 1 + r.below(maxDepth)
      this.values = r.pick([20, 60, 150, limits.values])
      this.roots = r.pick([1, 1, 2, 2, 3, 4, 6])
      this.breadth = r.pick([2, 3, 5, 7])
      this.alias = r.pick([0, 0.05, 0.15, 0.3])
      this.twice = r.pick([0, 0.1, 0.3])
      this.repeat = r.pick([0, 0.05, 0.15, 0.3])
      this.spread = r.pick([0, 0.1, 0.2, 0.35])
      this.inline = r.pick([0, 0.08, 0.2])
      this.variable = r.pick([0, 0.2, 0.5, 0.8])
      this.directive = r.pick([0, 0, 0.06, 0.2])
      this.absent = r.pick([0.3, 0.6, 0.85])
      this.filtered = r.pick([0.1, 0.3, 0.6])
      this.refusals = r.pick([0, 0, 0, 0, 1, 1, 2])
    }

    write() {
      const query = schema.getQueryType()
      const context = { depth: 0, level: 0, nest: 0, many: 1, size: 1, likely: [] }
      const { items, cost } = this.select(query, new Place(), context, this.values)
      this.cost = cost
      const used = new Set()
      const body = this.printSet(items, '', used)
      const fragments = this.fragments.map(({ name, on, items: inner }) =>
        `fragment ${name} on ${on.name} ${this.printSet(inner, '', used)}`)
      const variables = this.variables.filter(({ name }) => used.has(name))
      const definitions = variables.map((v) => `$${v.name}: ${v.type}${v.fallback ? ` = ${v.fallback.text}` : ''}`)
      const two = this.random.chance(0.03)
      const name = two || this.random.chance(0.3) ? this.random.pick(['Q', 'query', 'Read', 'F1']) : ''
      const head = name || definitions.length || this.random.chance(0.5) ?
        `query${name && ` ${name}`}${definitions.length ? `(${definitions.join(', ')})` : ''} ` : ''
      const parts = [head + body, ...fragments, ...(two ? ['query Other {\n  __typename\n}'] : [])]
      if (this.random.chance(0.2)) parts.reverse()
      const values = {}
      for (const v of variables) if (v.given !== undefined) values[v.name] = v.given
      return { document: parts.join('\n'), variables: values, operationName: two ? name : null }
    }

    // ------------------------------------------------------------ limits

    count(what, n = 1) {
      for (const counts of this.counts) counts[what] += n
    }

    left(what) {
      return limits[what] - this.counts[0][what]
    }

    refuse(probability) {
      if (this.refusals < 1 || !this.random.chance(probability)) return false
      this.refusals--
      return true
    }

    // ------------------------------------------------------------ selections

    /** Selects fields with at most about the allowed number of values, and at least one field. */
    select(parent, place, context, allowance) {
      const items = []
      let cost = 0
      const wanted = context.level === 0 ? this.roots : 1 + this.random.below(this.breadth)
      for (let rest = wanted; rest > 0 && allowance - cost >= context.many; rest--) {
        const parts = this.random.chance(0.5) ? rest : Math.sqrt(rest)
        const item = this.item(parent, place, context, (allowance - cost) / parts)
        if (!item) continue
        items.push(item)
        cost += item.cost
      }
      if (items.length === 0) {
        const item = this.leaf(parent, place, context)
        items.push(item)
        cost += item.cost
      }
      return { items, cost }
    }

    item(parent, place, context, share) {
      const r = this.random
      if (this.left('fields') < 1 || (context.level === 0 && this.left('roots') < 1)) return undefined
      const bare = isAbstractType(parent)
      if (place.entries.length && r.chance(this.repeat)) {
        const item = this.again(parent, place, share, context.nest)
        if (item) return item
      }
      if (r.chance(bare ? 0.4 : this.spread)) {
        const known = r.chance(0.6) && this.spreadKnown(parent, place, context, share)
        if (known) return known
        if (this.names.size < mostFragments && r.chance(0.7)) return this.spreadNew(parent, place, context, share)
      }
      if (context.nest < limits.nests - 1 && r.chance(bare ? 0.7 : this.inline)) {
        return this.inlineFragment(parent, place, context, share)
      }
      if (r.chance(0.05)) return this.field(parent, place, context, share, typename)
      return this.newField(parent, place, context, share)
    }

    newField(parent, place, context, share) {
      const r = this.random
      if (place.entries.length && r.chance(this.twice)) {
        const { def } = r.pick(place.entries)
        if (def.args.length && parent.getFields()[def.name] === def && this.affordable(parent, def, context, share)) {
          return this.field(parent, place, context, share, def, true)
        }
      }
      const seen = new Set(place.entries.map(({ response }) => response))
      const choice = Object.values(parent.getFields())
        .filter((def) => this.affordable(parent, def, context, share))
        .map((def) => [def, this.weight(parent, def, context) * (seen.has(def.name) ? 0.05 : 1)])
      return choice.length ? this.field(parent, place, context, share, r.weighted(choice)) : undefined
    }

    affordable(parent, def, context, share) {
      const type = getNamedType(def.type)
      if (isLeafType(type)) return true
      if (context.level > limits.levels - 4 || context.nest > limits.nests - 2) return false
      if (!isWrapper(parent) && context.depth >= this.depth) return false
      return share >= context.many * (isList(def.type) && !isConnection(parent) ? listEstimate : 1)
    }

    weight(parent, def, context) {
      const type = getNamedType(def.type)
      if (isConnection(parent)) return { edges: 3, nodes: 3 }[def.name] ?? 1
      // There is a root field by id for every type, so these fields are chosen less often.
      if (context.level === 0 && def.args.length === 1 && def.args[0].name === 'id') return isAbstractType(type) ? 3 : 0.3
      if (context.level === 0) return isAbstractType(type) ? 3 : isLeafType(type) || isConnection(type) ? 1 : 1.5
      if (isLeafType(type)) return def.args.length ? 2 : 1
      if (isAbstractType(type)) return 8 // of many types, each of which is to be met
      return isConnection(type) ? 3 : isWrapper(parent) ? 6 : 2
    }

    /** Any scalar field, for a selection set that would otherwise be empty. */
    leaf(parent, place, context) {
      const fields = isAbstractType(parent) || isObjectType(parent) ? Object.values(parent.getFields()) : []
      const leaves = fields.filter((def) => isLeafType(getNamedType(def.type)) && !def.args.length)
      const def = leaves.length && this.random.chance(0.8) ? this.random.pick(leaves) : typename
      return this.field(parent, place, context, 0, def) ?? this.field(parent, place, context, 0, typename)
    }

    /** Selects a field that is selected in this place already, with its arguments, and what comes to its selection. */
    again(parent, place, share, nest) {
      const entries = place.entries.filter((e) => e.parent === parent && e.context.many <= share &&
        (e.response === e.def.name || this.left('aliases') > 0) && (!e.child || nest < limits.nests - 1))
      return entries.length ? this.finish(this.random.pick(entries), share, nest) : undefined
    }

    field(parent, place, context, share, def, renamed = false) {
      const { list, size } = this.arguments(parent, def, context, share)
      const args = list.map(({ name, text }) => `${name}: ${text}`)
      if (this.random.chance(0.2)) args.reverse()
      const key = args.toSorted().join(', ')
      const inner = this.inner(parent, def, context, size)
      for (const response of this.responses(parent, def, renamed)) {
        const entry = place.add(parent, response, def, key, inner)
        if (!entry) continue
        entry.text ??= args.join(', ')
        entry.size = size
        return this.finish(entry, share, context.nest)
      }
      return undefined
    }

    /** The names under which a field is tried, one after the other. */
    * responses(parent, def, renamed) {
      const r = this.random
      if (!renamed && !r.chance(this.alias)) yield def.name
      for (let tries = 0; this.left('aliases') > 0 && tries < 3; tries++) {
        const other = r.pick(Object.keys(parent.getFields()))
        yield r.chance(0.6) ? r.pick(aliases) : other
      }
      if (this.left('aliases') > 0) yield `${def === typename ? 'type' : def.name}${r.below(1000)}`
      if (!renamed) yield def.name
    }

    /** What holds for the selection of a field. */
    inner(parent, def, context, size) {
      const type = getNamedType(def.type)
      const likely = isAbstractType(type) ? (size?.types ?? []) : []
      const count = isConnection(parent) ? context.size : (size?.count ?? listEstimate)
      return {
        depth: context.depth + (isWrapper(parent) ? 0 : 1),
        level: context.level + 1,
        many: context.many * (isList(def.type) ? count : 1),
        size: isConnection(type) ? (size?.count ?? 1) : context.size,
        likely,
        outer: context.many,
        root: context.level === 0,
      }
    }

    finish(entry, share, nest) {
      const { parent, response, def, text, size, context, child } = entry
      this.count('fields')
      if (context.root) this.count('roots')
      if (response !== def.name && def !== typename) this.count('aliases')
      const item = { kind: 'field', parent, response, def, text, size, args: entry.args, directives: this.directives() }
      if (!child) return { ...item, cost: context.many }
      const { items, cost } = this.select(getNamedType(def.type), child, { ...context, nest: nest + 1 }, share)
      return { ...item, items, cost: Math.max(cost, context.outer) }
    }

    // ------------------------------------------------------------ fragments

    /** A type on which a fragment may be spread here. */
    condition(parent, context) {
      const r = this.random
      if (isObjectType(parent)) return r.pick([parent, parent, parent, ...parent.getInterfaces()])
      const possible = schema.getPossibleTypes(parent)
      if (context.likely.length && r.chance(0.7)) return r.pick(context.likely)
      return r.chance(0.2) ? parent : r.pick(possible)
    }

    /** What holds inside a fragment: on an interface, the type outside is the one that the object likely has. */
    within(on, parent, context) {
      return isAbstractType(on) && isObjectType(parent) ? { ...context, likely: [parent] } : context
    }

    inlineFragment(parent, place, context, share) {
      const bare = isAbstractType(parent) ? 0.05 : 0.3
      const on = this.random.chance(bare) ? undefined : this.condition(parent, context)
      const directives = this.directives(on ? 1 : 3)
      const inside = { ...this.within(on ?? parent, parent, context), nest: context.nest + 1 }
      return { kind: 'inline', on, directives, ...this.select(on ?? parent, place, inside, share) }
    }

    spreadNew(parent, place, context, share) {
      const r = this.random
      const on = this.condition(parent, context)
      const name = r.chance(0.15) && !this.names.has(on.name) ? on.name : `F${this.names.size + 1}`
      this.names.add(name)
      const counts = { fields: 0, aliases: 0, directives: 0, roots: 0 }
      const directives = this.directives()
      this.counts.push(counts)
      const { items, cost } = this.select(on, place, { ...this.within(on, parent, context), nest: 0 }, share)
      this.counts.pop()
      const fragment = { name, on, items, counts, unit: cost / context.many, height: this.height(items) }
      this.fragments.push(fragment)
      return { kind: 'spread', fragment, directives, cost }
    }

    spreadKnown(parent, place, context, share) {
      const fits = this.fragments.filter(({ on, counts, unit, height }) =>
        doTypesOverlap(schema, parent, on) && unit * context.many <= share * 1.5 &&
        context.level + height <= limits.levels && Object.entries(counts).every(([what, n]) => n <= this.left(what)))
      if (!fits.length) return undefined
      const wider = isObjectType(parent) ? parent.getInterfaces() : []
      const same = fits.filter(({ on }) => on === parent || wider.includes(on))
      const fragment = this.random.pick(same.length && this.random.chance(0.8) ? same : fits)
      const journal = []
      if (!this.absorb(fragment.on, place, fragment.items, context, journal)) {
        for (const undo of journal.toReversed()) undo()
        return undefined
      }
      for (const [what, n] of Object.entries(fragment.counts)) this.count(what, n)
      return { kind: 'spread', fragment, directives: this.directives(), cost: fragment.unit * context.many }
    }

    height(items) {
      return Math.max(0, ...items.map(({ kind, items: inner = [], fragment }) =>
        kind === 'spread' ? fragment.height : this.height(inner) + (kind === 'field' ? 1 : 0)))
    }

    /** Adds what a fragment selects to a place, unless it does not merge with what is there. */
    absorb(parent, place, items, context, journal) {
      return items.every((item) => {
        if (item.kind === 'spread') return this.absorb(item.fragment.on, place, item.fragment.items, context, journal)
        if (item.kind === 'inline') return this.absorb(item.on ?? parent, place, item.items, context, journal)
        const inner = this.inner(parent, item.def, context, item.size)
        const entry = place.add(parent, item.response, item.def, item.args, inner, journal)
        if (!entry) return false
        entry.text ??= item.text
        entry.size ??= item.size
        return !item.items || this.absorb(getNamedType(item.def.type), entry.child, item.items, inner, journal)
      })
    }

    directives(factor = 1) {
      const r = this.random
      if (this.left('directives') < 2 || !r.chance(this.directive * factor)) return []
      const names = r.chance(0.15) ? ['skip', 'include'] : [r.pick(['skip', 'include'])]
      this.count('directives', names.length)
      return names.map((name) => {
        const value = () => constant(r.chance(0.7) === (name === 'include'))
        const { text } = r.chance(0.6) ? this.newVariable(bool, `@${name}`, value, true) : value()
        return `@${name}(if: ${text})`
      })
    }

    // ------------------------------------------------------------ arguments

    /** Draws the arguments of a field. The size is how many elements the field answers, and of which types. */
    arguments(parent, def, context, share) {
      if (!def.args.length) return { list: [] }
      const texts = new Map()
      const given = (arg, { text, value }) => {
        texts.set(arg.name, text)
        return value
      }
      const keys = [`${parent.name}.${def.name}`, def.name]
      const known = keys.map((key) => pools[key]).find((pool) => pool?.length)
      const set = known && this.random.chance(0.6) ? this.random.pick(known) : undefined
      let count
      let types
      for (const arg of def.args) {
        const paged = isPaged(def)
        if (paged && ['first', 'last'].includes(arg.name)) continue
        if (set && Object.hasOwn(set, arg.name)) {
          given(arg, this.fixed(arg.type, keys.map((key) => `${key}.${arg.name}`), set[arg.name]))
          continue
        }
        if (set && !isRequiredArgument(arg) && !this.random.chance(0.05)) continue
        const cursor = paged && ['after', 'before'].includes(arg.name)
        const value = this.argument(arg, def, keys, cursor, given)
        if (['id', 'ids'].includes(arg.name) && value) {
          const ids = [value].flat()
          types = ids.map((id) => typeOfID.get(id)).filter(Boolean)
          if (isList(def.type)) count = ids.length
          if (context.level === 0 && !isList(arg.type)) {
            this.ids.push({ text: texts.get(arg.name), value, type: types[0], position: `${arg.type}` })
          }
        }
      }
      if (isPaged(def)) count = this.page(def, context, share, given)
      const list = def.args.filter(({ name }) => texts.has(name)).map(({ name }) => ({ name, text: texts.get(name) }))
      return { list, size: { count, types } }
    }

    argument(arg, def, keys, cursor, given) {
      const r = this.random
      const required = isRequiredArgument(arg)
      const of = getNamedType(def.type)
      const known = arg.name === 'id' ? this.ids.filter(({ type, position }) =>
        position === `${arg.type}` && (isAbstractType(of) || type === of)) : []
      if (known.length && r.chance(0.35)) return given(arg, r.pick(known))
      if (!required && r.chance(this.absent)) return undefined
      const names = keys.map((key) => `${key}.${arg.name}`)
      if (cursor) {
        if (this.refuse(0.3)) return given(arg, this.fixed(arg.type, names, r.pick(['no cursor', '', 'AAAA'])))
        const cursors = poolOf(names, 'String')
        if (!cursors.length || r.chance(0.3)) return r.chance(0.3) ? given(arg, this.nothing(arg.type)) : undefined
      }
      const hint = ['id', 'ids'].includes(arg.name) ? getNamedType(def.type) : undefined
      return given(arg, this.input(arg.type, names, hint))
    }

    /** Draws first and last. Pages get shorter the more rows ask for one. */
    page(def, context, share, given) {
      const r = this.random
      const [first, last] = ['first', 'last'].map((name) => def.args.find((arg) => arg.name === name))
      if (this.refuse(0.25)) {
        const [one, two] = r.pick([[0], [500], [-1], [undefined, 0], [undefined, 101], [2, 2], [1, 500], [0, 0]])
        if (one !== undefined) given(first, this.fixed(first.type, ['page!'], one))
        if (two !== undefined) given(last, this.fixed(last.type, ['page!'], two))
        return 1
      }
      if (context.many * defaultPage * 2 < share && r.chance(0.06)) {
        if (r.chance(0.5)) given(r.pick([first, last]), this.nothing(first.type))
        return defaultPage
      }
      const longest = Math.max(1, Math.min(longestPage, Math.floor(share / context.many / 2)))
      const size = () => constant(1 + r.below(longest))
      const [one, other] = r.chance(0.75) ? [first, last] : [last, first]
      const variable = r.chance(this.variable)
      const value = given(one, variable ? this.newVariable(one.type, `page ${longest}`, size, true) : size())
      if (r.chance(0.08)) given(other, this.nothing(other.type))
      return value
    }

    /** Null: as a literal, or as a variable that is null or absent. */
    nothing(type) {
      if (!this.random.chance(this.variable)) return { text: 'null', value: null }
      const value = this.random.chance(0.5) ? null : undefined
      const name = `v${this.variables.length + 1}`
      this.variables.push({ name, type: `${type}`, bare: type, purpose: 'nothing', value, given: value })
      return { text: `$${name}`, value }
    }

    /** A chosen value, as a literal or as a new variable. */
    fixed(type, keys, value) {
      const literal = () => ({ text: printValue(type, value), value })
      if (!this.random.chance(this.variable)) return literal()
      return this.newVariable(type, `${keys[0]}=${JSON.stringify(value)}`, literal, true)
    }

    /** Draws a value: a variable, null, or a literal, in which there may be variables again. */
    input(type, keys, hint, make = (fixed) => this.literal(type, keys, hint, fixed)) {
      if (this.random.chance(this.variable)) {
        return this.newVariable(type, `${keys[0]} ${hint ?? ''}`, () => make(true), false)
      }
      if (!isNonNullType(type) && this.random.chance(0.1)) return { text: 'null', value: null }
      return make(false)
    }

    /** Makes a variable for a position, or takes one that fits. A variable that must be present is not null. */
    newVariable(type, purpose, make, present) {
      const r = this.random
      const required = isNonNullType(type)
      const bare = getNullableType(type)
      const known = this.variables.filter((v) => v.purpose === purpose && v.bare === bare &&
        (!required || v.required || v.fallback) && (!(required || present) || v.value != null))
      if (known.length && r.chance(0.5)) {
        const v = r.pick(known)
        return { text: `$${v.name}`, value: v.value }
      }
      const strict = required ? !r.chance(0.2) : r.chance(0.2)
      const fallback = (required && !strict) || r.chance(0.25) ? make() : undefined
      // A default that is null makes the variable no better than one without.
      const name = `v${this.variables.length + 1}`
      const v = { name, type: strict ? `${bare}!` : `${bare}`, bare, purpose, required: strict, fallback }
      const how = r.next()
      if (fallback && how < 0.5) v.value = fallback.value
      else if (!strict && !required && !present && how < 0.15) v.given = v.value = null
      else if (strict || present || required || fallback || how < 0.75) v.given = v.value = make().value
      if (strict && v.value === null) v.given = v.value = undefined
      if ((strict || required) && v.value == null) return make() // null is not allowed here: no variable then
      if (!strict && required && !present && r.chance(0.03) && this.refuse(1)) v.given = v.value = null
      if (strict && v.fallback?.value === null) v.fallback = undefined
      this.variables.push(v)
      return { text: `$${v.name}`, value: v.value }
    }

    literal(type, keys, hint, fixed) {
      const r = this.random
      if (isNonNullType(type)) return this.literal(type.ofType, keys, hint, fixed)
      if (isListType(type)) return this.listLiteral(type, keys, hint, fixed)
      if (isInputObjectType(type)) return this.objectLiteral(type, keys, fixed)
      if (isEnumType(type)) {
        const value = r.pick(type.getValues()).name
        return { text: value, value }
      }
      if (type.name === 'ID' && this.refuse(0.2)) return constant(this.badID(keys, hint))
      const pool = poolOf(keys, type.name, hint)
      return constant(r.pick(pool.length ? pool : (samples[type.name] ?? samples.String)))
    }

    listLiteral(type, keys, hint, fixed) {
      const r = this.random
      const element = type.ofType
      if (r.chance(0.25)) return this.literal(element, keys, hint, true) // one value stands for a list of one
      const elements = Array.from({ length: r.weighted([[0, 1], [1, 4], [2, 4], [3, 3], [5, 1]]) }, () => {
        const item = fixed ? this.literal(element, keys, hint, true) : this.input(element, keys, hint)
        return { text: item.text, value: item.value ?? null }
      })
      if (elements.length > 1 && r.chance(0.2)) elements.push(elements[0])
      return { text: `[${elements.map(({ text }) => text).join(', ')}]`, value: elements.map(({ value }) => value) }
    }

    objectLiteral(type, keys, fixed) {
      const r = this.random
      const texts = []
      const value = {}
      const fields = Object.values(type.getFields())
      const only = type.isOneOf ? r.pick(fields) : undefined
      const likely = Math.min(this.filtered, 2.5 / fields.length)
      for (const field of fields) {
        if (only ? field !== only : !isRequiredInputField(field) && !r.chance(likely)) continue
        const names = [...keys.map((key) => `${key}.${field.name}`), `${type.name}.${field.name}`]
        const position = only ? new GraphQLNonNull(getNullableType(field.type)) : field.type
        const hint = schema.getType(field.name[0].toUpperCase() + field.name.slice(1))
        const make = (inner) => this.literal(position, names, isObjectType(hint) ? hint : undefined, inner)
        const drawn = fixed ? (isNonNullType(position) || !r.chance(0.1) ? make(true) : { text: 'null', value: null }) :
          this.input(position, names, hint, make)
        texts.push(`${field.name}: ${drawn.text}`)
        if (drawn.value !== undefined) value[field.name] = drawn.value
      }
      return { text: `{${texts.join(', ')}}`, value }
    }

    /** The id of an object that does not exist, or an invalid id. */
    badID(keys, hint) {
      const r = this.random
      const pool = poolOf(keys, 'ID', hint)
      const id = pool.length ? r.pick(pool) : samples.ID[0]
      const other = r.pick([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].filter((c) => c !== id.at(-1)))
      return r.pick([...(pools['ID:unknown'] ?? []), id.slice(0, -1) + other, id.slice(0, -1), `${id}0`, 'no id', ''])
    }

    // ------------------------------------------------------------ text

    printSet(items, indent, used) {
      const inside = `${indent}  `
      return `{\n${items.map((item) => `${inside}${this.printItem(item, inside, used)}\n`).join('')}${indent}}`
    }

    printItem(item, indent, used) {
      const directives = item.directives.map((d) => ` ${d}`).join('')
      for (const [, name] of `${item.text ?? ''} ${directives}`.matchAll(/\$(\w+)/g)) used.add(name)
      if (item.kind === 'spread') return `...${item.fragment.name}${directives}`
      const inner = item.items ? ` ${this.printSet(item.items, indent, used)}` : ''
      if (item.kind === 'inline') return `...${item.on ? ` on ${item.on.name}` : ''}${directives}${inner}`
      const name = item.response === item.def.name ? item.response : `${item.response}: ${item.def.name}`
      return `${name}${item.text ? `(${item.text})` : ''}${directives}${inner}`
    }
  }

  /**
   * The known values for a position, from the most specific pool to that of the type. A pool of ids of one type is named
   * ID:Account. It is used for the argument id of fields of that type, and for inputs with the name of the type.
   */
  function poolOf(keys, scalar, hint) {
    const last = keys.at(-1).split('.').at(-1)
    const named = schema.getType(last[0].toUpperCase() + last.slice(1))
    const typed = hint ?? (isObjectType(named) ? named : undefined)
    const names = [...keys, ...(scalar === 'ID' && typed ? [`ID:${typed.name}`] : []), scalar]
    // Cursors and other texts that a list makes are never taken from the pool of all texts.
    if (['after', 'before'].includes(last)) names.pop()
    return names.map((name) => pools[name]).find((pool) => pool?.length && typeof pool[0] !== 'object') ?? []
  }

  function printValue(type, value) {
    const bare = getNullableType(type)
    if (value === null) return 'null'
    if (isListType(bare)) {
      if (!Array.isArray(value)) return printValue(bare.ofType, value)
      return `[${value.map((element) => printValue(bare.ofType, element)).join(', ')}]`
    }
    if (isInputObjectType(bare)) {
      const fields = bare.getFields()
      return `{${Object.entries(value).map(([name, v]) => `${name}: ${printValue(fields[name].type, v)}`).join(', ')}}`
    }
    return isEnumType(bare) ? value : JSON.stringify(value)
  }

  /** Generates drafts until one is valid and small enough. */
  function document(seed, number, maxDepth, statistics) {
    for (let attempt = 0; attempt < 100; attempt++) {
      const draft = new Draft(new Random(seed, number, attempt), maxDepth)
      statistics.drafts++
      const drawn = draft.write()
      let parsed
      try {
        parsed = parse(drawn.document, { maxTokens: limits.tokens })
      } catch (error) {
        if (!/ tokens/.test(error.message)) throw new Error(`${error.message}\n${drawn.document}`, { cause: error })
        statistics.tooLarge++
        continue
      }
      const [error] = validate(schema, parsed)
      if (error) {
        statistics.invalid++
        statistics.example ??= `${error.message}\n${drawn.document}`
        continue
      }
      statistics.values += draft.cost
      statistics.fields += draft.counts[0].fields
      return { seed, number, ...drawn }
    }
    throw new Error(`no valid document in 100 drafts: ${statistics.example}`)
  }

  /** Yields documents one after another. The last value says how many drafts were discarded. */
  return function* generate({ seed, count, maxDepth = 7 }) {
    const statistics = { drafts: 0, invalid: 0, tooLarge: 0, values: 0, fields: 0 }
    for (let number = 0; number < count; number++) yield document(seed, number, maxDepth, statistics)
    yield { generated: count, ...statistics }
  }
}
