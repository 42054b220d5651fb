import { Activity, FileInput, type LucideIcon, Package, Search, Users, Workflow } from 'lucide-react'
import type { ProducerRole } from '../../portal/contract/types.ts'

/** A screen of the console, with the second key of its shortcut, after G. */
export type ConsoleScreen = {
  name: 'find' | 'people' | 'catalog' | 'imports' | 'jobs' | 'server'
  to: '/console' | '/console/people' | '/console/catalog' | '/console/imports' | '/console/jobs' | '/console/server'
  icon: LucideIcon
  key: string
}

const find: ConsoleScreen = { name: 'find', to: '/console', icon: Search, key: 'f' }
const catalog: ConsoleScreen = { name: 'catalog', to: '/console/catalog', icon: Package, key: 'c' }
const imports: ConsoleScreen = { name: 'imports', to: '/console/imports', icon: FileInput, key: 'i' }
const jobs: ConsoleScreen = { name: 'jobs', to: '/console/jobs', icon: Workflow, key: 'j' }
const people: ConsoleScreen = { name: 'people', to: '/console/people', icon: Users, key: 'p' }
const server: ConsoleScreen = { name: 'server', to: '/console/server', icon: Activity, key: 's' }

/** The screens for a role. The contract shows the people of the producer to operators only. */
export function consoleScreens(role: ProducerRole): ConsoleScreen[] {
  return [find, imports, jobs, catalog, server, ...(role === 'OPERATOR' ? [people] : [])]
}
