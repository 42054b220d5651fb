/** The file of the browser that the tests and measurements run. */
export declare const chromiumPath: string
