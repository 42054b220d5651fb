import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { isId, mayBeName } from '../contract/id.ts'
import { Identifier } from '../kit/Identifier.tsx'
import { useLanguage } from '../language/language.tsx'
import { pasted } from '../contract/pasted.ts'
import styles from './Entitlements.module.css'
import { productName } from './groups.ts'
import { LineByNameDocument, type LineRowFragment } from './lines.ts'

/**
 * What has exactly the text of the search as its id, or as its name in another system. The words of a list know only
 * products and numbers.
 */
export function ByName({
  text,
  account,
  except,
}: {
  text: string
  account: string
  except: readonly LineRowFragment[]
}) {
  const { texts } = useLanguage()
  const name = pasted(text)
  const byId = isId(name)
  const isName = mayBeName(name)
  const [{ data }] = useQuery({
    query: LineByNameDocument,
    variables: { id: byId ? name : 'line_', isId: byId, external: { value: name }, isName },
    pause: !byId && !isName,
  })
  const found = [data?.node, data?.lookup].find(
    (thing) => thing?.__typename === 'LineItem' || thing?.__typename === 'Entitlement',
  )
  if (found?.__typename === 'LineItem' && !except.some(({ id }) => id === found.id)) {
    return (
      <p className={styles.found}>
        {texts.lines.byName}{' '}
        <Link to="/accounts/$account/entitlements/$line" params={{ account: found.account.id, line: found.id }}>
          {productName(found.product)}
        </Link>
        <Identifier value={found.activationId} />
        {found.account.id !== account && found.account.name}
      </p>
    )
  }
  if (found?.__typename === 'Entitlement' && found.number !== name) {
    return (
      <p className={styles.found}>
        {texts.lines.byName}{' '}
        <Link
          to="/accounts/$account/entitlements"
          params={{ account: found.account.id }}
          search={{ text: found.number, status: 'all' }}
        >
          {found.number}
        </Link>
        {found.account.id !== account && found.account.name}
      </p>
    )
  }
  return null
}
