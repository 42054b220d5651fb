import { Tab, TabList, TabPanel, TabProvider } from '@ariakit/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLanguage } from '../language/language.tsx'
import styles from './Tabs.module.css'

/** A tab with its name and, if it is known, how many things are in it. */
type TabOf<Id extends string> = { id: Id; name: string; count?: number | undefined }

/** Tabs of a page. The one that is chosen is in the address, so the page holds it. */
export function Tabs<Id extends string>({
  label,
  tabs,
  chosen,
  choose,
  children,
}: {
  label: string
  tabs: readonly TabOf<Id>[]
  chosen: Id
  choose: (tab: Id) => void
  children: ReactNode
}) {
  const { format } = useLanguage()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a phone the tabs do not all fit; the chosen one has to be seen.
    const tab = list.current?.querySelector<HTMLElement>(`[id="${chosen}"]`)
    if (tab && list.current) {
      list.current.scrollLeft = tab.offsetLeft - list.current.offsetLeft - 24
    }
  }, [chosen])
  return (
    <TabProvider
      selectedId={chosen}
      selectOnMove={false}
      setSelectedId={(id) => id && id !== chosen && choose(id as Id)}
    >
      <TabList ref={list} className={styles.tabs} aria-label={label}>
        {tabs.map(({ id, name, count }) => (
          <Tab key={id} id={id} className={styles.tab}>
            {name}
            {count !== undefined && <span className={styles.count}> {format.count(count)}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel tabId={chosen} className={styles.panel} focusable={false}>
        {children}
      </TabPanel>
    </TabProvider>
  )
}
