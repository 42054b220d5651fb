import {
  Activity,
  FileInput,
  type LucideIcon,
  Package,
  PencilLine,
  Plus,
  Search,
  Tags,
  Users,
  Workflow,
} from 'lucide-react'
import type { ProducerRole } from '../../portal/contract/types.ts'

/** A screen of the console, with the second key of its shortcut, after G. */
export type ConsoleScreen = {
  name: 'find' | 'issue' | 'drafts' | 'people' | 'catalog' | 'fields' | 'imports' | 'jobs' | 'server'
  to:
    | '/console'
    | '/console/issue'
    | '/console/drafts'
    | '/console/people'
    | '/console/catalog'
    | '/console/fields'
    | '/console/imports'
    | '/console/jobs'
    | '/console/server'
  icon: LucideIcon
  key: string
}

const find: ConsoleScreen = { name: 'find', to: '/console', icon: Search, key: 'f' }
const issue: ConsoleScreen = { name: 'issue', to: '/console/issue', icon: Plus, key: 'n' }
const drafts: ConsoleScreen = { name: 'drafts', to: '/console/drafts', icon: PencilLine, key: 'd' }
const catalog: ConsoleScreen = { name: 'catalog', to: '/console/catalog', icon: Package, key: 'c' }
const fields: ConsoleScreen = { name: 'fields', to: '/console/fields', icon: Tags, key: 'e' }
const imports: ConsoleScreen = { name: 'imports', to: '/console/imports', icon: FileInput, key: 'i' }
const jobs: ConsoleScreen = { name: 'jobs', to: '/console/jobs', icon: Workflow, key: 'j' }
const people: ConsoleScreen = { name: 'people', to: '/console/people', icon: Users, key: 'p' }
const server: ConsoleScreen = { name: 'server', to: '/console/server', icon: Activity, key: 's' }

/** The screens for a role. Only operators issue rights, and the contract shows the people of the producer to them only. */
export function consoleScreens(role: ProducerRole): ConsoleScreen[] {
  const operates = role === 'OPERATOR'
  return [
    find,
    ...(operates ? [issue] : []),
    drafts,
    imports,
    jobs,
    catalog,
    fields,
    server,
    ...(operates ? [people] : []),
  ]
}
