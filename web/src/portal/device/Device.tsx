import { useParams } from '@tanstack/react-router'
import { isId } from '../contract/id.ts'
import { Lost } from './DeviceFrame.tsx'
import { OneDevice } from './OneDevice.tsx'
import { OneServer } from './OneServer.tsx'

/** One device or one license server, whichever the address names. */
export function Device() {
  const { account, device: id } = useParams({ from: '/accounts/$account/devices/$device' })
  if (isId(id, 'srv')) {
    return <OneServer key={id} account={account} id={id} />
  }
  if (isId(id, 'dev')) {
    return <OneDevice key={id} account={account} id={id} />
  }
  return <Lost account={account} />
}
