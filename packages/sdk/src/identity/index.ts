/** For the host's own server, never for a page: it says who a customer is. Needs only WebCrypto. */

/** Signs an identity token: `await signIdentity({ sub: user.id }, { secret, siteKey, issuer })`. */
export { type IdentityClaims, type SignIdentityOptions, signIdentity } from './sign-identity.js'
export type { PrivateKey, SharedSecret } from './signing-key.js'
