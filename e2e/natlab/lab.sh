#!/usr/bin/env bash
# A small internet of network namespaces (root, iproute2, nftables, conntrack). LAB names them: one prefix per run.
#
#   up N             the public network and N clients, each behind a router of its own
#   down             everything of this prefix away
#   mode C FLAVOUR   router of client C: cone | symmetric | open | udpblocked | httpsonly | serveronly
#   address C        client C changes its private and its public address, as from Wi-Fi to mobile
#   cut A B          the networks of A and B no longer reach each other; mend A B undoes it
#
# Public network 203.0.113.0/24: namespace ${LAB}pub with .10 (the server) and .11 (the relay).
# Client C: namespace ${LAB}cC, 10.C.0.2 behind router ${LAB}rC, publicly 203.0.113.(20 + C).
set -euo pipefail
: "${LAB:?names the prefix of the namespaces, e.g. LAB=lab1-}"

in_ns() { ip netns exec "$LAB$1" "${@:2}"; }

new_ns() {
  ip netns add "$LAB$1"
  in_ns "$1" ip link set lo up
}

up() {
  new_ns pub
  in_ns pub ip link add br0 type bridge
  in_ns pub ip addr add 203.0.113.10/24 dev br0
  in_ns pub ip addr add 203.0.113.11/24 dev br0
  in_ns pub ip link set br0 up
  rest_of_the_internet
  local client
  for client in $(seq 1 "$1"); do add_client "$client"; done
}

# Swallows what is sent to addresses that are nowhere. Without a route there the relay would get errors instead of silence.
rest_of_the_internet() {
  new_ns net
  ip link add up0 netns "${LAB}pub" type veth peer name eth0 netns "${LAB}net"
  in_ns pub ip addr add 198.51.100.1/30 dev up0
  in_ns pub ip link set up0 up
  in_ns net ip addr add 198.51.100.2/30 dev eth0
  in_ns net ip link set eth0 up
  in_ns pub ip route add default via 198.51.100.2
}

add_client() {
  local c=c$1 r=r$1
  new_ns "$r"
  new_ns "$c"
  ip link add wan netns "$LAB$r" type veth peer name "port$1" netns "${LAB}pub"
  ip link add lan netns "$LAB$r" type veth peer name eth0 netns "$LAB$c"
  in_ns pub ip link set "port$1" master br0 up
  in_ns "$r" ip addr add "203.0.113.$((20 + $1))/24" dev wan
  in_ns "$r" ip link set wan up
  in_ns "$r" ip addr add "10.$1.0.1/24" dev lan
  in_ns "$r" ip link set lan up
  in_ns "$c" ip addr add "10.$1.0.2/24" dev eth0
  in_ns "$c" ip link set eth0 up
  in_ns "$c" ip route add default via "10.$1.0.1"
  in_ns "$r" sysctl -qw net.ipv4.ip_forward=1
  mode "$1" cone
}

mode() {
  local snat="masquerade" outward="accept" inward=""
  case $2 in
    # Linux keeps the source port when it can: one mapping for all destinations.
    cone) ;;
    symmetric) snat="masquerade random,fully-random" ;;
    # Whatever comes in over UDP reaches the client, as behind no filter at all.
    open) inward="iifname \"wan\" meta l4proto udp dnat to $(address_of "$1")" ;;
    udpblocked) outward="tcp dport { 443, 3478, 8080 } accept" ;;
    # 8080 is the server of these tests, which in real life stands on 443, too.
    httpsonly) outward="tcp dport { 443, 8080 } accept" ;;
    # The page loads, and nothing else gets out.
    serveronly) outward="tcp dport 8080 accept" ;;
    *) echo "unknown flavour: $2" >&2; exit 2 ;;
  esac
  in_ns "r$1" nft -f - <<NFT
table ip nat
delete table ip nat
table ip nat {
  chain input   { type filter hook input priority 0; policy accept; iifname "wan" ct state established,related accept; iifname "wan" drop; }
  chain forward { type filter hook forward priority 0; policy drop; ct state established,related accept; iifname "lan" $outward; ct status dnat accept; }
  chain before  { type nat hook prerouting priority -100; $inward; }
  chain after   { type nat hook postrouting priority 100; oifname "wan" $snat; }
}
NFT
  forget "$1"
}

# Mappings made under the old rules would live on.
forget() { in_ns "r$1" conntrack -F >/dev/null 2>&1; }

# The private address of a client now; its public one ends in the same step.
address_of() { in_ns "c$1" ip -4 -o addr show dev eth0 | sed -n 's/.*inet \([0-9.]*\).*/\1/p'; }

address() {
  local old new wan
  old=$(address_of "$1")
  new=10.$1.0.$((${old##*.} + 1))
  wan=203.0.113.$((20 + $1 + 10 * (${new##*.} - 2)))
  in_ns "r$1" ip addr flush dev wan
  in_ns "r$1" ip addr add "$wan/24" dev wan
  in_ns "c$1" ip addr del "$old/24" dev eth0
  in_ns "c$1" ip addr add "$new/24" dev eth0
  in_ns "c$1" ip route add default via "10.$1.0.1"
  forget "$1"
}

wan_of() { in_ns "r$1" ip -4 -o addr show dev wan | sed -n 's/.*inet \([0-9.]*\).*/\1/p'; }

cut() {
  local wan
  wan=$(wan_of "$2")
  in_ns "r$1" nft -f - <<NFT
table ip cut$2 {
  chain forward { type filter hook forward priority -10; ip saddr $wan drop; ip daddr $wan drop; }
}
NFT
}

down() {
  local name
  for name in $(ip netns list | sed -n "s/^\(${LAB}[^ ]*\).*/\1/p"); do ip netns del "$name"; done
}

case ${1:-} in
  up) up "$2" ;;
  down) down ;;
  mode) mode "$2" "$3" ;;
  address) address "$2" ;;
  cut) cut "$2" "$3"; cut "$3" "$2" ;;
  mend) in_ns "r$2" nft delete table ip "cut$3"; in_ns "r$3" nft delete table ip "cut$2" ;;
  *) sed -n 2,12p "$0"; exit 2 ;;
esac
