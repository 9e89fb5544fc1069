// Under which names and addresses other devices can reach this machine. Pure.

/** Interfaces of containers and virtual machines: addresses that no device in the house can reach. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|podman|lxc|tun|utun|bridge)/;
const HOST_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/**
 * Everything a certificate for this machine has to name.
 *
 * @param {string} hostname as `os.hostname()` gives it
 * @param {NodeJS.Dict<import("node:os").NetworkInterfaceInfo[]>} interfaces as `os.networkInterfaces()` gives them
 * @returns {{ hosts: string[], addresses: string[] }} host names in lower case; IPv4 and IPv6 addresses, without those of one link
 */
export function namesOf(hostname, interfaces) {
  const full = hostname.toLowerCase();
  const [short] = full.split(".");
  const hosts = ["localhost", full, short, `${short}.local`].filter((name) => HOST_NAME.test(name));
  const addresses = all(interfaces)
    .filter(({ address }) => !isLinkLocal(address))
    .map(({ address }) => address);
  return {
    hosts: [...new Set(hosts)],
    addresses: [...new Set(["127.0.0.1", "::1", ...addresses])],
  };
}

/**
 * Where a device of the same network finds this machine, the likeliest first.
 *
 * @param {string} hostname
 * @param {NodeJS.Dict<import("node:os").NetworkInterfaceInfo[]>} interfaces
 * @param {number} port
 * @returns {string[]} https addresses; none when there is no network
 */
export function addressesForOthers(hostname, interfaces, port) {
  const reachable = all(interfaces)
    .filter(({ name, internal, family }) => !internal && family === "IPv4" && !VIRTUAL.test(name))
    .map(({ address }) => address)
    .filter((address) => !isLinkLocal(address));
  if (reachable.length === 0) return [];
  const byLikelihood = reachable.toSorted((a, b) => rank(a) - rank(b));
  const mdns = namesOf(hostname, {}).hosts.filter((name) => name.endsWith(".local"));
  return [...byLikelihood, ...mdns].map((host) => httpsAddress(host, port));
}

/**
 * @param {string} host a name or an IPv4 address
 * @param {number} port
 */
export function httpsAddress(host, port) {
  return port === 443 ? `https://${host}` : `https://${host}:${port}`;
}

function all(interfaces) {
  return Object.entries(interfaces).flatMap(([name, list]) =>
    (list ?? []).map((entry) => ({ ...entry, name })),
  );
}

function isLinkLocal(address) {
  return address.startsWith("169.254.") || /^fe[89ab][0-9a-f]:/i.test(address);
}

/** Networks at home first. */
function rank(address) {
  if (address.startsWith("192.168.")) return 0;
  if (address.startsWith("10.")) return 1;
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 2 : 3;
}
