import { useLocation, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Codes } from './Codes.tsx'
import { ContractContext } from './contractContext.ts'
import { Finder } from './Finder.tsx'
import { Index } from './Index.tsx'
import type { Contract } from './reference.ts'
import type { DeveloperPart } from './search.ts'
import { TypePage } from './TypePage.tsx'

/** The reference of the contract: its index, one of its types, what a search finds in it, or the codes of errors. */
export function Reference({ contract, part }: { contract: Contract; part: DeveloperPart }) {
  const { account } = useParams({ from: '/accounts/$account/developers' })
  const { type, text } = useSearch({ from: '/accounts/$account/developers' })
  const hash = useLocation({ select: (location) => location.hash })
  const context = useMemo(() => ({ contract, account }), [contract, account])
  return (
    <ContractContext value={context}>
      <Finder text={text}>
        {part === 'codes' ? (
          <Codes chosen={hash} />
        ) : type === undefined ? (
          <Index />
        ) : (
          <TypePage key={type} name={type} chosen={hash} />
        )}
      </Finder>
    </ContractContext>
  )
}
