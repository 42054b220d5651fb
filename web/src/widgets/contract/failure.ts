/**
 * Why a widget cannot show what it should.
 *
 * Its code is that of the server, such as FOREIGN_ORIGIN, or one of these: NOT_CONFIGURED, if the page did not call
 * `configure`; TOKEN, if `fetchToken` failed; SIGN_IN, if it returned null; NETWORK, if the server cannot be reached; SERVER,
 * if it did not answer as expected.
 */
export class Failure extends Error {
  readonly code: string
  /** The id of the request in the log of the server, if the server answered. */
  readonly requestId: string | null

  constructor(code: string, message: unknown = code, requestId: string | null = null) {
    super(String(message))
    this.code = code
    this.requestId = requestId
  }
}

/** A promise that fails with a code if another takes too long. */
export function within<T>(milliseconds: number, code: string, promise: Promise<T>): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, fail) => {
      setTimeout(() => fail(new Failure(code, 'timeout')), milliseconds)
    }),
  ])
}
