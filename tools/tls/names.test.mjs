import { expect, test } from "vitest";
import { addressesForOthers, namesOf } from "./names.mjs";

const at = (address, internal = false) => ({
  address,
  internal,
  family: address.includes(":") ? "IPv6" : "IPv4",
});
const LOOPBACK = { lo: [at("127.0.0.1", true), at("::1", true)] };
const HOME = { ...LOOPBACK, wlan0: [at("192.168.0.7"), at("fe80::1"), at("fd00::7")] };

test("a certificate names the machine, its names in the network and its addresses", () => {
  const { hosts, addresses } = namesOf("Laptop.lan", HOME);

  expect(hosts).toEqual(["localhost", "laptop.lan", "laptop", "laptop.local"]);
  expect(addresses).toEqual(["127.0.0.1", "::1", "192.168.0.7", "fd00::7"]);
});

test("a name that no certificate may hold is left out", () => {
  expect(namesOf("Anna's laptop", LOOPBACK).hosts).toEqual(["localhost"]);
});

test("other devices are sent to the network at home, not to one of containers or one link", () => {
  const interfaces = {
    docker0: [at("172.17.0.1")],
    eth1: [at("10.0.0.3"), at("169.254.3.4")],
    ...HOME,
  };

  expect(addressesForOthers("laptop", interfaces, 8080)).toEqual([
    "https://192.168.0.7:8080",
    "https://10.0.0.3:8080",
    "https://laptop.local:8080",
  ]);
});

test("the port of https is not said", () => {
  expect(addressesForOthers("laptop", HOME, 443)[0]).toBe("https://192.168.0.7");
});

test("a machine without a network has no address for others", () => {
  expect(addressesForOthers("laptop", LOOPBACK, 8080)).toEqual([]);
});
