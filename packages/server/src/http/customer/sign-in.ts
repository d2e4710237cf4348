import type { SignIns } from '../../domain/identity/sign-ins.js'
import type { Endpoints } from '../endpoint.js'

export function signInEndpoints({ signIns }: { signIns: SignIns }) {
  return {
    createSignInCode: async ({ actor, body }) => {
      await signIns.mailCode(actor.site, body.email, body.locale ?? null)
      return { reply: undefined }
    },
    mailRequestLinks: async ({ actor, body }) => {
      await signIns.mailLinks(actor.site, body.email, body.locale ?? null)
      return { reply: undefined }
    },
  } satisfies Partial<Endpoints>
}
