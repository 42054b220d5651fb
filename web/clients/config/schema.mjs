import { isAbstractType, isObjectType } from 'graphql'

/** The object types that a cache embeds in their parent: all types without an id, except the viewer. */
export const embedded = (schema) =>
  Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.getFields().id && !type.name.startsWith('__') && !roots.has(type.name),
  )

const roots = new Set(['Query', 'Mutation', 'Viewer'])

/** The names of the possible types of each interface and union, such as Node and Value. */
export const possibleTypes = (schema) =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  )

/** The root fields that name one object by its id alone, such as account(id:), with the type of the object. */
export const byId = (schema) =>
  Object.values(schema.getQueryType().getFields())
    .filter(({ args, type }) => args.length === 1 && args[0].name === 'id' && isObjectType(type) && type.getFields().id)
    .map(({ name, type }) => [name, type.name])

const paging = new Set(['first', 'after', 'last', 'before'])

/** The arguments that determine the rows of a list and their order, such as filter and orderBy, without paging. */
export const choosing = (schema, type, list) => {
  const { args } = schema.getType(type).getFields()[list]
  return args.map(({ name }) => name).filter((name) => !paging.has(name))
}
