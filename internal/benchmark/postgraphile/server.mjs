// PostGraphile over the tables of Muniment, as its users run it in production: prepared statements, no watching, no
// playground. It prints its address, and ends when its standard input does.
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

// Connections are kept, as Muniment keeps its own; processes share them out.
const pool = new pg.Pool({
	connectionString: DATABASE_URL,
	application_name: 'postgraphile',
	max: Math.ceil(Number(POOL_SIZE) / processes),
	idleTimeoutMillis: 0,
})

// Who asks is looked up in each request by one statement, by the rule of internal/access/key.go: the key is known by its
// hash, has not expired, was not revoked, and is that of a program or of a user who may sign in.
const keyBySecret = {
	name: 'keyBySecret',
	text: `SELECT k.id, k.name, k.producer_role, k.scopes FROM api_keys k LEFT JOIN users u ON u.id = k.user_id
WHERE k.secret_hash = $1 AND k.expires_at > $2 AND k.revoked_at IS NULL AND (k.user_id IS NULL OR u.active)`,
}

async function whoAsks({ node }) {
	const secret = /^Bearer (mk_\w+)$/.exec(node.req.headers.authorization ?? '')?.[1]
	if (secret === undefined) throw new SafeError('UNAUTHENTICATED')
	const hash = createHash('sha256').update(secret).digest('hex')
	const { rows } = await pool.query({ ...keyBySecret, values: [hash, MOMENT] })
	if (rows.length === 0) throw new SafeError('UNAUTHENTICATED')
	return { viewer: rows[0] }
}

// What a constraint does not say: the key by which older systems are known, that of external ids, and whose they are.
const constraints = pgSmartTags([
	{ kind: 'class', match: 'public.systems', tags: { unique: 'code' } },
	{
		kind: 'class',
		match: 'public.external_ids',
		tags: { unique: 'system_id,kind,value', foreignKey: '(entity_id) references line_items (id)' },
	},
])

// Read along with the line, in the same statement: no function is called for each row.
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

// The filter endsBetween, as two conditions of a table.
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
		// It forbids orders by columns with which no index begins, such as the second one of (account_id, created_at, id).
		disablePlugins: ['PgIndexBehaviorsPlugin'],
		pgServices: [makePgService({ pool, schemas: ['public'], pubsub: false })],
		grafast: { context: whoAsks, explain: false },
		grafserv: { graphiql: false, watch: false, websockets: false },
	})
	const server = createServer()
	await instance.createServ(grafserv).addTo(server)
	await instance.getSchema()
	await once(server.listen(0, '127.0.0.1'), 'listening')
	return server.address()
}

// The processes of a cluster listen at one address.
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
