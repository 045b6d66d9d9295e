/**
 * Who may talk to the server at all. The Host check stops a foreign site whose name was made to point at
 * this machine (DNS rebinding); the Origin check stops a foreign page from posting in a visitor's name.
 */

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

export function isLoopbackAddress(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

/** `name` or `name:port` as the Host header has it, in lower case; nothing when it is not one. */
function parseHost(header: string): { name: string; host: string } | undefined {
  const match = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/.exec(header.toLowerCase())
  return match?.[1] === undefined ? undefined : { name: match[1], host: match[0] }
}

export interface Guard {
  isKnownHost(hostHeader: string | undefined): boolean
  /** By a name of this machine itself. */
  isThisMachine(hostHeader: string | undefined): boolean
  /** `origin` is the header as it came; none is refused too, because every browser sends one with a POST. */
  isOwnOrigin(origin: string | undefined, hostHeader: string | undefined): boolean
}

/**
 * `publicHosts` are names without a port under which a proxy shows this server. The port of a Host header
 * is not looked at, so that a forwarded port (ssh -L) works; the port of an Origin is, because another
 * program on the same machine is another origin.
 */
export function createGuard(publicHosts: readonly string[]): Guard {
  const known = new Set(publicHosts.map((name) => name.toLowerCase()))
  const isKnownName = (name: string) => LOOPBACK_NAMES.has(name) || known.has(name)
  return {
    isKnownHost(hostHeader) {
      const host = parseHost(hostHeader ?? '')
      return host !== undefined && isKnownName(host.name)
    },
    isThisMachine: (hostHeader) => LOOPBACK_NAMES.has(parseHost(hostHeader ?? '')?.name ?? ''),
    isOwnOrigin(origin, hostHeader) {
      if (origin === undefined || !URL.canParse(origin)) return false
      const { protocol, hostname, host } = new URL(origin)
      if (protocol !== 'http:' && protocol !== 'https:') return false
      // Behind a proxy that rewrites Host, the browser's origin still carries the public name.
      return known.has(hostname) || host === withoutDefaultPort(hostHeader, protocol)
    },
  }
}

/** A browser leaves :80 and :443 out of an origin, some clients put them into Host. */
function withoutDefaultPort(hostHeader: string | undefined, protocol: string): string | undefined {
  return hostHeader?.toLowerCase().replace(protocol === 'http:' ? /:80$/ : /:443$/, '')
}
