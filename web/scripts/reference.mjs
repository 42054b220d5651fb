/** The reference of the contract: what the SDL and docs/errors.md say, in the form in which the portal shows it. */
import {
  astFromValue,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isUnionType,
  print,
} from 'graphql'

/** The types with which every document begins, in the order of the reference. */
const roots = ['Query', 'Mutation', 'Subscription']

/** The text of a description in one line for each paragraph. */
const prose = (text) =>
  (text ?? '')
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, ' ').trim())
    .join('\n')

/** The file that defines something, which is its subject. */
const subjectOf = (node) => {
  const file = node?.loc?.source.name ?? ''
  return file.startsWith('graph/') ? file.slice('graph/'.length, -'.graphqls'.length) : 'basics'
}

/** Leaves out what there is none of. */
const given = (entry) =>
  Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) => value !== undefined && value !== null && value !== '' && value !== false && value.length !== 0,
    ),
  )

const input = ({ name, type, description, defaultValue, deprecationReason }) =>
  given({
    name,
    type: String(type),
    about: prose(description),
    default: defaultValue === undefined ? undefined : print(astFromValue(defaultValue, type)),
    deprecated: prose(deprecationReason),
  })

const field =
  (owner) =>
  ({ name, type, description, args, deprecationReason, astNode }) =>
    given({
      name,
      type: String(type),
      about: prose(description),
      args: args.map(input),
      deprecated: prose(deprecationReason),
      subject: roots.includes(owner.name) ? subjectOf(astNode) : undefined,
    })

const value = ({ name, description, deprecationReason }) =>
  given({ name, about: prose(description), deprecated: prose(deprecationReason) })

function typeEntry(schema, type) {
  const begin = { name: type.name, kind: '', subject: subjectOf(type.astNode), about: prose(type.description) }
  if (isScalarType(type)) {
    return given({ ...begin, kind: 'SCALAR', url: type.specifiedByURL })
  }
  if (isEnumType(type)) {
    return given({ ...begin, kind: 'ENUM', values: type.getValues().map(value) })
  }
  if (isUnionType(type)) {
    return given({ ...begin, kind: 'UNION', members: type.getTypes().map(String) })
  }
  if (isInputObjectType(type)) {
    const inputs = Object.values(type.getFields()).map(input)
    return given({ ...begin, kind: 'INPUT', oneOf: type.isOneOf, fields: inputs })
  }
  const fields = Object.values(type.getFields()).map(field(type))
  const interfaces = type.getInterfaces().map(String)
  if (isInterfaceType(type)) {
    const { objects, interfaces: narrower } = schema.getImplementations(type)
    const members = [...narrower, ...objects].map(String).toSorted()
    return given({ ...begin, kind: 'INTERFACE', interfaces, members, fields })
  }
  if (!isObjectType(type)) {
    throw new Error(`the reference does not know what ${type} is`)
  }
  return given({ ...begin, kind: 'OBJECT', interfaces, fields })
}

const directiveEntry = ({ name, description, args, locations, isRepeatable }) =>
  given({ name, about: prose(description), args: args.map(input), locations: [...locations], repeatable: isRepeatable })

/** A cell of docs/errors.md as text in which only backticks mean something. */
const cell = (text) =>
  text
    .replaceAll(/ \(\[[\w-]+\.md\]\([^)]*\)\)/gu, '')
    .replaceAll(/\[([\w-]+\.md)\]\([^)]*\)/gu, '`docs/$1`')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .trim()

/** The columns of the tables of docs/errors.md, by what the reference calls them. */
const columns = {
  code: 'code',
  status: 'status',
  'what was wrong': 'about',
  'what it is': 'about',
  'what to do': 'remedy',
  parameters: 'parameters',
}

/** Reads the tables of codes of docs/errors.md, with the heading above each. */
function codesOf(page) {
  const found = []
  let where = ''
  let names = null
  let warnings = false
  for (const line of page.split('\n')) {
    if (line.startsWith('## ')) {
      where = line.slice(3).trim()
    }
    if (!line.startsWith('|')) {
      names = null
      continue
    }
    const cells = line.slice(1, line.lastIndexOf('|')).split('|').map(cell)
    if (names === null) {
      names = cells[0] === 'code' ? cells.map((name) => columns[name]) : []
      warnings = cells.includes('what it is')
      if (names.includes(undefined)) {
        throw new Error(`docs/errors.md has a column that the reference does not know: ${line}`)
      }
    } else if (names.length > 0 && /^`[A-Z_]+`$/u.test(cells[0] ?? '')) {
      const row = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
      const parameters = row.parameters === '—' ? '' : row.parameters
      found.push(given({ ...row, code: row.code.slice(1, -1), parameters, where, warning: warnings }))
    }
  }
  return found
}

/** By what types are sorted. */
const place = ({ name }) => (roots.includes(name) ? String(roots.indexOf(name)) : name)

/**
 * Makes the reference.
 *
 * @param {import('graphql').GraphQLSchema} schema
 * @param {string} errors the text of docs/errors.md
 */
export function referenceOf(schema, errors) {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type))
  return {
    types: types.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).map((type) => typeEntry(schema, type)),
    directives: schema.getDirectives().map(directiveEntry),
    codes: codesOf(errors),
  }
}

/** Writes the reference as JSON with one entry in each line, so that a change shows what it is about. */
export function jsonOf(reference) {
  const parts = Object.entries(reference).map(
    ([name, entries]) => `"${name}":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`,
  )
  return `{${parts.join(',\n')}}\n`
}

const kinds = {
  OBJECT: 'Object',
  INTERFACE: 'Interface',
  UNION: 'Union',
  INPUT: 'Input',
  ENUM: 'Enum',
  SCALAR: 'Scalar',
}

const paragraphs = (text = '') => text.replaceAll('\n', '\n\n')
const inCell = (text = '') => text.replaceAll('\n', ' ').replaceAll('|', String.raw`\|`)

const anchor = (name) => `#${name.toLowerCase()}`
const link = (type) => {
  const [, before = '', name = '', after = ''] = /^(\[*)(\w+)(.*)$/u.exec(type) ?? []
  return `${before.replaceAll('[', String.raw`\[`)}[${name}](${anchor(name)})${after.replaceAll(']', String.raw`\]`)}`
}
const row = ({ name, type, about, default: usual, deprecated, args = [] }, above = '') => [
  `| \`${above}${name}\` | ${type === undefined ? '' : link(type)}${usual === undefined ? '' : ` = \`${usual}\``} | ${inCell(about)}${
    deprecated === undefined ? '' : ` Deprecated: ${inCell(deprecated)}`
  } |`,
  ...args.flatMap((argument) => row(argument, `${above}${name}: `)),
]
const table = (title, rows) => ['', `| ${title} | type | what |`, '|---|---|---|', ...rows.flatMap((one) => row(one))]

/** Writes the reference as a page of Markdown, whose links lead to the headings of the types. */
export function markdownOf({ types, directives }) {
  const lines = [
    '# The contract',
    '',
    'Every type of the contract, as the SDL (`schema.graphqls`, `graph/*.graphqls`) describes it. The page "Developers" of',
    'the portal has the same with a search, and with what uses each type. [errors.md](errors.md) has the codes of errors.',
    '',
    '<!-- Written by `npm run generate` in web. Change the SDL instead. -->',
  ]
  for (const { name, kind, about, interfaces, members, fields, values, url, oneOf } of types) {
    lines.push('', `## ${name}`, '', `${kinds[kind]}. ${paragraphs(about)}`.trim())
    if (oneOf) {
      lines.push('', 'Exactly one of its fields is given.')
    }
    if (url !== undefined) {
      lines.push('', `Its form: <${url}>`)
    }
    if (interfaces !== undefined) {
      lines.push('', `Implements ${interfaces.map(link).join(', ')}.`)
    }
    if (members !== undefined) {
      lines.push('', `Types: ${members.map(link).join(', ')}.`)
    }
    if (fields !== undefined) {
      lines.push(...table('field', fields))
    }
    if (values !== undefined) {
      lines.push('', '| value | what |', '|---|---|')
      lines.push(...values.map((one) => `| \`${one.name}\` | ${inCell(one.about)} |`))
    }
  }
  lines.push('', '## Directives')
  for (const { name, about, args = [], locations } of directives) {
    lines.push('', `### @${name}`, '', paragraphs(about), '', `On ${locations.join(', ')}.`)
    if (args.length > 0) {
      lines.push(...table('argument', args))
    }
  }
  return `${lines.join('\n')}\n`
}
