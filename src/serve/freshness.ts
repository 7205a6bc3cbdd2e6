/** How long an answer may be used without asking again, by what it is: values of `Cache-Control`. */

/** Pages and data of the newest release, which may be replaced at any time. */
export const FRESH = 'public, max-age=60'
/** What an address with a version in it gives, and never gives otherwise. */
export const FOREVER = 'public, max-age=31536000, immutable'
/** What is not there and will not be. */
export const A_DAY = 'public, max-age=86400'
