// PostGraphile over the tables of Muniment, in a configuration for production: prepared statements, no watch mode, no
// playground. It prints its address, and exits when its standard input ends.
import cluster from 'node:cluster'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { GraphQLInt } from 'graphql'
import pg from 'pg'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { SafeError } from 'postgraphile/grafast'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { addPgTableCondition, extendSchema, gql, pgSmartTags } from 'postgraphile/utils'

const { DATABASE_URL, POOL_SIZE, MOMENT, PROCESSES } = process.env
const processes = Number(PROCESSES)

// Idle connections stay open, as in Muniment. The maximum is divided between the processes.
const pool = new pg.Pool({
	connectionString: DATABASE_URL,
	application_name: 'postgraphile',
	max: Math.ceil(Number(POOL_SIZE) / processes),
	idleTimeoutMillis: 0,
})

// Each request looks its API key up with one statement, by the rule of internal/access/key.go: the key has this hash,
// has not expired, was not revoked, and belongs to a program or to an active user.
const keyBySecret = {
	name: 'keyBySecret',
	text: `SELECT k.id, k.name, k.producer_role, k.scopes FROM api_keys k LEFT JOIN users u ON u.id = k.user_id
WHERE k.secret_hash = $1 AND k.expires_at > $2 AND k.revoked_at IS NULL AND (k.user_id IS NULL OR u.active)`,
}

async function viewerContext({ node }) {
	const secret = /^Bearer (mk_\w+)$/.exec(node.req.headers.authorization ?? '')?.[1]
	if (secret === undefined) throw new SafeError('UNAUTHENTICATED')
	const hash = createHash('sha256').update(secret).digest('hex')
	const { rows } = await pool.query({ ...keyBySecret, values: [hash, MOMENT] })
	if (rows.length === 0) throw new SafeError('UNAUTHENTICATED')
	return { viewer: rows[0] }
}

// Keys that are no constraints of the database: the unique keys of systems and of external ids, and the reference of
// external ids to line items.
const constraints = pgSmartTags([
	{ kind: 'class', match: 'public.systems', tags: { unique: 'code' } },
	{
		kind: 'class',
		match: 'public.external_ids',
		tags: { unique: 'system_id,kind,value', foreignKey: '(entity_id) references line_items (id)' },
	},
])

// This is part of the statement that reads the line, so no function is called for each row.
const coverageEndsOn = extendSchema(({ sql, dataplanPg: { TYPES } }) => ({
	typeDefs: gql`extend type LineItem { coverageEndsOn: Int }`,
	objects: {
		LineItem: {
			plans: {
				coverageEndsOn: ($line) => $line.select(sql`(SELECT max(c.ends_on) FROM coverage_items i JOIN coverages c
ON c.id = i.coverage_id WHERE i.line_item_id = ${$line}.id AND c.decision IS NULL)`, TYPES.int),
			},
		},
	},
}))

// The filter endsBetween, as two conditions of each table.
const endsBetween = ['line_items', 'coverages'].flatMap((tableName) => [
	addPgTableCondition({ schemaName: 'public', tableName }, 'endsFrom', ({ sql, dataplanPg }) => ({
		type: GraphQLInt,
		apply: (rows, day) => rows.where(sql`${rows.alias}.ends_on >= ${sqlDay(dataplanPg, day)}`),
	})),
	addPgTableCondition({ schemaName: 'public', tableName }, 'endsTo', ({ sql, dataplanPg }) => ({
		type: GraphQLInt,
		apply: (rows, day) => rows.where(sql`${rows.alias}.ends_on <= ${sqlDay(dataplanPg, day)}`),
	})),
])

function sqlDay({ TYPES, sqlValueWithCodec }, day) {
	return sqlValueWithCodec(day, TYPES.int)
}

async function serve() {
	const instance = postgraphile({
		extends: [PostGraphileAmberPreset],
		plugins: [constraints, coverageEndsOn, ...endsBetween],
		// This plugin forbids orders by columns that are not the first of an index, such as created_at in (account_id,
		// created_at, id).
		disablePlugins: ['PgIndexBehaviorsPlugin'],
		pgServices: [makePgService({ pool, schemas: ['public'], pubsub: false })],
		grafast: { context: viewerContext, explain: false },
		grafserv: { graphiql: false, watch: false, websockets: false },
	})
	const server = createServer()
	await instance.createServ(grafserv).addTo(server)
	await instance.getSchema()
	await once(server.listen(0, '127.0.0.1'), 'listening')
	return server.address()
}

// All processes of the cluster listen on the same address.
async function serveByMany() {
	const listening = Array.from({ length: processes }, () => once(cluster.fork(), 'listening'))
	const [[{ address, port }]] = await Promise.all(listening)
	return { address, port }
}

const serving = cluster.isPrimary && processes > 1 ? serveByMany() : serve()
const { address, port } = await serving
if (cluster.isPrimary) {
	console.log(`${address}:${port}`)
	process.stdin.on('end', () => process.exit()).resume()
}
