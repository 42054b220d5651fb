import { isAbstractType, isObjectType } from 'graphql'

/** The types of a schema that stand in the object that has them: every type but those with an id, and the viewer. */
export const embedded = (schema) =>
  Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.getFields().id && !type.name.startsWith('__') && !roots.has(type.name),
  )

const roots = new Set(['Query', 'Mutation', 'Viewer'])

/** The names of the types that can stand for each interface and union: Node and Value. */
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

/** The arguments that choose the rows of a list and their order, such as filter, on and orderBy: all but those of the page. */
export const choosing = (schema, type, list) => {
  const { args } = schema.getType(type).getFields()[list]
  return args.map(({ name }) => name).filter((name) => !paging.has(name))
}
