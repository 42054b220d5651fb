/** What a device or a license server is called: by its name, by the person who uses it, or by its fingerprint. */
export function deviceName(of: { name: string | null; userLabel?: string | null; fingerprint: string }): string {
  return of.name ?? of.userLabel ?? of.fingerprint
}
