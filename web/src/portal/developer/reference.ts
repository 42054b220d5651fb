/* The reference of the contract as `npm run generate` writes it, and what follows from it. */

/** An argument, or a field of an input. */
export type Input = { name: string; type: string; about?: string; default?: string; deprecated?: string }

/** A field of an object or an interface. One of a root has the subject to which it belongs. */
export type Field = Input & { args?: readonly Input[]; subject?: string }

/** A value of an enum. */
export type Value = { name: string; about?: string; deprecated?: string }

export type Kind = 'OBJECT' | 'INTERFACE' | 'UNION' | 'INPUT' | 'ENUM' | 'SCALAR' | 'DIRECTIVE'

/** A type, or a directive, whose arguments are its fields. */
export type Entry = {
  name: string
  kind: Kind
  subject: string
  about?: string
  fields?: readonly Field[]
  values?: readonly Value[]
  interfaces?: readonly string[]
  /** The types of a union, or those that implement an interface. */
  members?: readonly string[]
  url?: string
  oneOf?: boolean
  locations?: readonly string[]
}

/** An error code, or that of a warning, with the part of the documentation to which it belongs. */
export type Code = {
  code: string
  where: string
  about: string
  remedy?: string
  status?: string
  parameters?: string
  warning?: boolean
}

type Directive = { name: string; about?: string; args?: readonly Input[]; locations: readonly string[] }

/** The file that is loaded. */
export type Reference = { types: readonly Entry[]; directives: readonly Directive[]; codes: readonly Code[] }

/** A field that returns a type, or a field or an argument that takes it. */
export type Use = { owner: string; field: string; argument?: string }

/** The reference with what finds things in it. */
export type Contract = {
  entries: readonly Entry[]
  codes: readonly Code[]
  byName: ReadonlyMap<string, Entry>
  byCode: ReadonlyMap<string, Code>
  /** By its name, the root of a field of Query and Mutation. */
  rootOf: ReadonlyMap<string, string>
  /** The values of all enums. */
  values: ReadonlySet<string>
  returnedBy: ReadonlyMap<string, readonly Use[]>
  takenBy: ReadonlyMap<string, readonly Use[]>
}

/** The types with which documents begin. */
export const roots = ['Query', 'Mutation', 'Subscription']

/** The name in a type that may be a list, and need not be null: LineItem in [LineItem!]!. */
export const named = (type: string) => type.replaceAll(/[[\]!]/gu, '')

/** Makes what finds things in the reference. */
export function contractOf({ types, directives, codes }: Reference): Contract {
  const entries: Entry[] = [
    ...types,
    ...directives.map(({ name, args, ...rest }) => ({
      ...rest,
      name: `@${name}`,
      kind: 'DIRECTIVE' as const,
      subject: 'basics',
      ...(args && { fields: args }),
    })),
  ]
  const returnedBy = new Map<string, Use[]>()
  const takenBy = new Map<string, Use[]>()
  const note = (uses: Map<string, Use[]>, type: string, use: Use) => {
    const known = uses.get(named(type))
    if (known) {
      known.push(use)
    } else {
      uses.set(named(type), [use])
    }
  }
  for (const { name: owner, kind, fields = [] } of entries) {
    for (const { name: field, type, args = [] } of fields) {
      note(kind === 'INPUT' || kind === 'DIRECTIVE' ? takenBy : returnedBy, type, { owner, field })
      for (const argument of args) {
        note(takenBy, argument.type, { owner, field, argument: argument.name })
      }
    }
  }
  const fieldsOfRoots = types
    .filter(({ name }) => roots.includes(name))
    .flatMap(({ name: root, fields = [] }) => fields.map(({ name }) => [name, root] as const))
  return {
    entries,
    codes,
    byName: new Map(entries.map((entry) => [entry.name, entry])),
    byCode: new Map(codes.map((code) => [code.code, code])),
    rootOf: new Map(fieldsOfRoots),
    values: new Set(types.flatMap(({ values = [] }) => values.map(({ name }) => name))),
    returnedBy,
    takenBy,
  }
}
