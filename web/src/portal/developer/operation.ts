import { type Contract, type Entry, type Field, type Input, named } from './reference.ts'

/** How many fields of an object an operation asks for, so that it stays short. */
const mostFields = 8

/** What an operation of the playground begins with: a document, and the values of its variables as JSON. */
export type Operation = { query: string; variables: string }

const isRequired = ({ type, default: usual }: Input) => type.endsWith('!') && usual === undefined

/** The fields of a type that are no objects, and need no argument. */
function leavesOf({ byName }: Contract, { fields = [] }: Entry): string[] {
  return fields
    .filter(({ type, args = [] }) => {
      const kind = byName.get(named(type))?.kind
      return (kind === 'SCALAR' || kind === 'ENUM') && !args.some(isRequired)
    })
    .map(({ name }) => name)
}

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`)

/** What is asked of an object. */
function selectionOf(contract: Contract, entry: Entry, depth = 0): string[] {
  if (entry.kind === 'UNION' || entry.kind === 'INTERFACE') {
    return ['__typename', ...leavesOf(contract, entry).slice(0, mostFields)]
  }
  const inner = (name: string) => {
    const field = entry.fields?.find((one) => one.name === name)
    const type = field && contract.byName.get(named(field.type))
    return type && depth < 3 ? [`${name} {`, ...indent(selectionOf(contract, type, depth + 1)), '}'] : []
  }
  if (entry.fields?.some(({ name }) => name === 'nodes') && entry.name.endsWith('Connection')) {
    return [...inner('nodes'), 'pageInfo {', '  hasNextPage', '  endCursor', '}']
  }
  if (entry.name.endsWith('Payload')) {
    return [
      'effects {',
      '  kind',
      '  label',
      '  field',
      '  before {',
      '    text',
      '  }',
      '  after {',
      '    text',
      '  }',
      '}',
      ...['warnings', 'errors'].flatMap((name) => [`${name} {`, '  code', '  message', '}']),
    ]
  }
  const leaves = leavesOf(contract, entry).slice(0, mostFields)
  const [first] = entry.fields ?? []
  return leaves.length > 0 ? leaves : first ? inner(first.name) : []
}

/** A value of a type to begin with. What somebody has to choose is left empty. */
function valueOf(contract: Contract, name: string, type: string, account: string): unknown {
  if (type.startsWith('[')) {
    return [valueOf(contract, name, type.slice(1, type.lastIndexOf(']')), account)]
  }
  const entry = contract.byName.get(named(type))
  if (entry?.kind === 'INPUT') {
    return inputOf(contract, entry, account)
  }
  if (entry?.kind === 'ENUM') {
    return entry.values?.[0]?.name
  }
  const usual: Record<string, unknown> = { Int: 1, Float: 1, Boolean: false, Decimal: '1' }
  return name === 'account' ? account : (usual[named(type)] ?? '')
}

function inputOf(contract: Contract, { fields = [], oneOf }: Entry, account: string): Record<string, unknown> {
  const wanted = oneOf ? fields.slice(0, 1) : fields.filter((field) => isRequired(field) || field.name === 'dryRun')
  return Object.fromEntries(
    wanted.map(({ name, type }) => [name, name === 'dryRun' ? true : valueOf(contract, name, type, account)]),
  )
}

/**
 * Makes an operation that asks for a field of Query or Mutation. A change is a dry run.
 *
 * @param account the account that is shown, for arguments that name one
 */
export function operationOf(contract: Contract, root: string, field: Field, account: string): Operation {
  const args = (field.args ?? []).filter(isRequired)
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ')
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ')
  const type = contract.byName.get(named(field.type))
  const selection = type && type.kind !== 'SCALAR' && type.kind !== 'ENUM' ? selectionOf(contract, type) : []
  const head = `${root.toLowerCase()}${declared === '' ? '' : ` (${declared})`} {`
  const call = `  ${field.name}${passed === '' ? '' : `(${passed})`}`
  const body = selection.length === 0 ? [call] : [`${call} {`, ...selection.map((line) => `    ${line}`), '  }']
  const values = args.map(({ name, type: of }) => [
    name,
    name === 'id' && field.name === 'account' ? account : valueOf(contract, name, of, account),
  ])
  return {
    query: [head, ...body, '}', ''].join('\n'),
    variables: values.length === 0 ? '' : JSON.stringify(Object.fromEntries(values), null, 2),
  }
}

/** The address of the playground with an operation in its first tab. */
export function playgroundOf({ query, variables }: Operation): string {
  return `/playground/?${new URLSearchParams({ query, ...(variables !== '' && { variables }) })}`
}
