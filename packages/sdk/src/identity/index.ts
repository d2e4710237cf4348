/**
 * For the host's own server, never for a page: it says who a customer is, and knows a call of ours.
 * Needs only WebCrypto.
 */

/** Signs an identity token: `await signIdentity({ sub: user.id }, { secret, siteKey, issuer })`. */
export { type IdentityClaims, type SignIdentityOptions, signIdentity } from './sign-identity.js'
export type { PrivateKey, SharedSecret } from './signing-key.js'
/** What a call to the host's server says, once it is ours: `await verifyWebhook(request, { secret })`. */
export { type SignedRequest, type VerifyWebhookOptions, verifyWebhook } from './verify-webhook.js'
/** How such a call is signed: for who sends one, or tests what receives it. */
export { type SignedMessage, webhookSignature } from './webhook-signature.js'
