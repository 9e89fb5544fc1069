const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Addresses a relay must never send to: the first and the last of each range that is not the public internet.
 * Written down here once more, so that a line lost in turnserver.conf is found.
 */
export const DENIED_IPV4 = words(`
  0.0.0.1 0.255.255.255
  10.0.0.0 10.255.255.255
  100.64.0.0 100.127.255.255
  127.0.0.2 127.255.255.255
  169.254.0.0 169.254.169.254 169.254.255.255
  172.16.0.0 172.31.255.255
  192.0.0.0 192.0.0.255
  192.0.2.0 192.0.2.255
  192.31.196.0 192.31.196.255
  192.52.193.0 192.52.193.255
  192.88.99.0 192.88.99.255
  192.168.0.0 192.168.255.255
  192.175.48.0 192.175.48.255
  198.18.0.0 198.19.255.255
  198.51.100.0 198.51.100.255
  203.0.113.0 203.0.113.255
  224.0.0.0 239.255.255.255
  240.0.0.0 255.255.255.255
`);

/** The same for IPv6. `127.0.0.1` is allowed in the tests, so disguises of it show whether disguises are seen through. */
export const DENIED_IPV6 = words(`
  :: ::1 ::7f00:2 ::a00:1 ::ffff:ffff
  ::ffff:0:0 ::ffff:127.0.0.2 ::ffff:10.0.0.1 ::ffff:169.254.169.254
  ::ffff:8.8.8.8 ::ffff:255.255.255.255
  ::ffff:0:0:0 ::ffff:0:a00:1 ::ffff:0:ffff:ffff
  64:ff9b:: 64:ff9b::a9fe:a9fe 64:ff9b::ffff:ffff
  64:ff9b:1:: 64:ff9b:1:ffff:ffff:ffff:ffff:ffff
  100:: 100::ffff:ffff:ffff:ffff
  2001:: 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff
  2001:db8:: 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff
  2002:: 2002:a9fe:a9fe::1 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff
  2620:4f:8000:: 2620:4f:8000:ffff:ffff:ffff:ffff:ffff
  3fff:: 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff
  5f00:: 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff
  fc00:: fd00::1 fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
  fe80:: febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff
  fec0:: feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
  ff00:: ff02::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
`);
