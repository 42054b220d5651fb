import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { later } from '../kit/later.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import styles from './Developers.module.css'
import { Guide } from './Guide.tsx'
import { type DeveloperPart, partOf } from './search.ts'
import { texts } from './texts.ts'

/** The reference of the contract, which is loaded with its data when it is opened. */
const Reference = later(async () => {
  const [{ Reference: Shown }, { loadContract }] = await Promise.all([
    import('./Reference.tsx'),
    import('./loadContract.ts'),
  ])
  const contract = await loadContract()
  return ({ part }: { part: DeveloperPart }) => <Shown contract={contract} part={part} />
})

const parts: readonly DeveloperPart[] = ['guide', 'reference', 'codes']

/* A hyphen, because the ends of addresses name fields of the contract, which have none. */
const idOf = (part: DeveloperPart) => `part-${part}` as const

/** How programs query, and what there is to query. */
export function Developers() {
  const { texts: general } = useLanguage()
  const t = useTexts(texts)
  const navigate = useNavigate()
  const { account } = useParams({ from: '/accounts/$account/developers' })
  const part = partOf(useSearch({ from: '/accounts/$account/developers' }))
  return (
    <>
      <h1 className={styles.title}>{general.navigation.developers}</h1>
      <p className={styles.sentence}>{t.sentence}</p>
      <Tabs
        label={t.parts}
        tabs={parts.map((one) => ({ id: idOf(one), name: t.part[one] }))}
        chosen={idOf(part)}
        choose={(id) => {
          const chosen = parts.find((one) => idOf(one) === id) ?? 'guide'
          void navigate({
            to: '/accounts/$account/developers',
            params: { account },
            search: chosen === 'guide' ? {} : { tab: chosen },
          })
        }}
      >
        {part === 'guide' ? <Guide account={account} /> : <Reference part={part} meanwhile={<Skeleton rows={12} />} />}
      </Tabs>
    </>
  )
}
