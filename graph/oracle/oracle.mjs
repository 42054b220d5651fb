// Executes documents with the reference implementation of GraphQL. It asks the Go program for every field of every object,
// over standard input and output, with one JSON object per line; see oracle.go.
//
//   node oracle.mjs PATH/TO/web/package.json
import { createWriteStream } from 'node:fs'
import { createRequire } from 'node:module'
import { createGenerator } from './generate.mjs'

const graphql = createRequire(process.argv[2])('graphql')
const { getNamedType, getNullableType, GraphQLError, isCompositeType, isListType, isScalarType } = graphql

// process.stdout blocks when the pipe is full. This process must keep reading, or both processes would wait for ever.
const output = createWriteStream('', { fd: 1 })
let unsent = ''

function send(message) {
  if (!unsent) setImmediate(flush)
  unsent += `${JSON.stringify(message)}\n`
}

function flush() {
  output.write(unsent)
  unsent = ''
}

let schema
let pools
let questions = 0
const waiting = new Map()
const cursors = new Map()
const pageArguments = new Set(['first', 'last', 'after', 'before'])
/** Documents that were validated. Validation takes longer than execution. */
const valid = new Set()

/** Asks for one field. After the end of its execution it asks nothing more, because the value would not be used. */
function ask(source, args, execution, info) {
  return new Promise((resolve, reject) => {
    if (execution.over) return
    const field = ++questions
    waiting.set(field, { source, args, info, resolve, reject })
    send({ field, parent: source?.ref ?? null, type: info.parentType.name, name: info.fieldName, args })
  })
}

function take({ field, value, error }) {
  const question = waiting.get(field)
  waiting.delete(field)
  try {
    if (error) throw failure(error)
    question.resolve(read(question, value))
  } catch (reason) {
    question.reject(reason)
  }
}

/** Converts a value to what graphql-js expects from a resolver. */
function read({ source, args, info: { fieldName, parentType, returnType } }, value) {
  const type = getNamedType(returnType)
  if (!isCompositeType(type)) {
    if (source?.page && /cursor$/i.test(fieldName) && typeof value === 'string') remember(source.page, fieldName, value)
    return value ?? null
  }
  const page = type.name.endsWith('Connection') ? { name: `${parentType.name}.${fieldName}`, args } :
    source?.page && /(Edge|PageInfo)$/.test(type.name) ? source.page : undefined
  return wrap(getNullableType(returnType), value, page)
}

/**
 * An object has its type, a reference that only the Go program understands, and, if it is a page or a part of one, the
 * field and the arguments of the page.
 */
function wrap(type, value, page) {
  if (value === null || value === undefined) return null
  if (value.error) return failure(value.error)
  if (isListType(type)) return value.map((element) => wrap(getNullableType(type.ofType), element, page))
  if (!value.ref) throw new Error(`no object: ${JSON.stringify(value)}`)
  return { ...value, page }
}

const failure = ({ code, message, argument }) => new GraphQLError(message ?? code, { extensions: { code, argument } })

/** Stores a cursor with the arguments with which it is valid. */
function remember({ name, args }, field, cursor) {
  const rest = Object.fromEntries(Object.entries(args).filter(([arg]) => !pageArguments.has(arg)))
  const known = cursors.get(name) ?? new Map()
  cursors.set(name, known)
  const position = field === 'startCursor' || (args.last && field === 'cursor') ? 'before' : 'after'
  if (known.size < 200) known.set(cursor, { ...rest, [position]: cursor })
}

function remembered() {
  return Object.fromEntries([...cursors].map(([name, known]) => [name, [...known.values()]]))
}

async function execute({ execute: executed, document, variables, operationName }) {
  const execution = { over: false }
  const result = await run(document, variables, operationName, execution)
  execution.over = true
  send({ executed, result })
}

async function run(text, variableValues, operationName, contextValue) {
  let document
  try {
    document = graphql.parse(text)
  } catch (error) {
    return refused([error])
  }
  if (!valid.has(text)) {
    const invalid = graphql.validate(schema, document)
    if (invalid.length) return refused(invalid)
    valid.add(text)
  }
  const result = await graphql.execute({
    schema, document, variableValues, operationName, contextValue, fieldResolver: ask, typeResolver: ({ type }) => type,
  })
  if (!('data' in result)) return refused(result.errors)
  return { data: result.data, errors: (result.errors ?? []).map((error) => describe(error, codeOf(error))) }
}

const refused = (errors) => ({ errors: errors.map((error) => describe(error, 'REQUEST')) })

const describe = ({ path, message, extensions }, code) => ({ path, code, message, argument: extensions?.argument })

/** The error code from the Go program, or one for an error that graphql-js found itself. */
function codeOf({ extensions, message }) {
  if (extensions?.code) return extensions.code
  if (message.startsWith('Cannot return null for non-nullable field')) return 'NULL'
  return message.startsWith('Argument "') ? 'ARGUMENT' : 'VALUE'
}

function start(message) {
  schema = graphql.buildSchema(message.schema)
  pools = message.pools ?? {}
  for (const type of Object.values(schema.getTypeMap())) {
    // The Go program sends custom scalars in their form in the response, and receives them as they were given.
    if (isScalarType(type) && !graphql.isSpecifiedScalarType(type)) type.serialize = (value) => value
  }
}

function generate(draw) {
  for (const line of createGenerator(graphql, schema, pools)(draw)) {
    valid.add(line.document)
    send(line)
  }
}

function receive(line) {
  const message = JSON.parse(line)
  if ('field' in message) take(message)
  else if ('execute' in message) execute(message).catch(fail)
  else if (message.generate) generate(message.generate)
  else if (message.cursors) send({ cursors: remembered() })
  else if (message.schema) start(message)
  else throw new Error(`unknown message ${line}`)
}

function fail(error) {
  console.error(error)
  process.exit(1)
}

// graphql-js does not handle promises of fields whose parent has become null.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof GraphQLError)) fail(error)
})

let rest = ''
process.stdin.setEncoding('utf8')
process.stdin.on('data', (chunk) => {
  const lines = (rest + chunk).split('\n')
  rest = lines.pop()
  try {
    for (const line of lines) if (line) receive(line)
  } catch (error) {
    fail(error)
  }
})
